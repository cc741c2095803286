"""Papers that fail one check of form, and what their printed pages show: what is written, stamps,
pictures, copies. The rows are those of `faults`."""

import measures as m
import sound
from faults import DECISION, LETTER, PLAN, Fault
from sketch import Paper, Paragraph, Picture, both, on, small, text


def wrote(code: str, what: str, paper: Paper, place: str, words: str, seen: str | None = None,
          shown: str | None = None) -> Fault:
    """A fault of words: the page prints them where the sound page prints others."""
    part: object = paper
    for step in place.split("."):
        part = part[int(step)] if step.isdecimal() else getattr(part, step)
    start = shown or words
    return Fault(code, what, paper, on(place, text=words), m.all_of(m.times(start), m.times(part.text)),
                 (0, 1), (1, 0), seen)




def annex(number: int, block: int, **values):
    return on(f"annexes.{number}.blocks.{block}", **values)


def cell(block: int, column: int, place: int, **values):
    return on(f"annexes.0.blocks.{block}.rows.0.{column}.{place}", **values)


def torn(p: Paper):
    p.body[6].text = "– Các phòng chuyên môn;"
    p.body.pop(7)


WORDS = [
    Fault("TT04", "dấu chấm cuối", PLAN, on("subject.0", text="Phát động Phong trào thi đua năm 2026."),
          m.said("Phát động"), "Phát động Phong trào thi đua năm 2026", "Phát động Phong trào thi đua năm 2026."),
    wrote("CC02", "dấu phẩy", DECISION, "opening.1", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022,",
          "“,”"),
    Fault("CC03", "không có ngày", DECISION,
          on("opening.2", text="Căn cứ Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh;"),
          m.times("12/QĐ-UBND ngày 05 tháng 3 năm 2026"), 1, 0, "không có ngày"),
    Fault("CC04", "ghi đủ lần nữa", sound.CITED,
          on("body.3", text="Cán bộ thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026."),
          m.times("12/KH-UBND ngày 05 tháng 3 năm 2026"), 1, 2),
    wrote("ND03", "lùi bằng tab", PLAN, "body.3", "\tCán bộ, công chức hoàn thành nhiệm vụ.",
          shown="Cán bộ, công chức hoàn thành nhiệm vụ."),
    wrote("ND07", "hai dấu chấm", PLAN, "body.3", "Cán bộ hoàn thành tốt nhiệm vụ được giao.."),
    Fault("ND07", "hai dấu cách", PLAN, on("body.3", text="Cán bộ,  công chức hoàn thành nhiệm vụ."),
          m.said("Cán bộ"), "Cán bộ, công chức, viên chức hoàn thành tốt nhiệm vụ được giao.",
          "Cán bộ,  công chức hoàn thành nhiệm vụ."),
    Fault("ND08", "không có ./.", PLAN, on("body.9", text="2. Phòng Tổ chức theo dõi, đôn đốc, tổng hợp báo cáo."),
          m.times("./."), 1, 0, "không có ./."),
    wrote("ND09", "chỗ bỏ trống", PLAN, "body.3", "Cán bộ, công chức hoàn thành …… nhiệm vụ được giao.", "“……”"),
    wrote("ND09", "thẻ của mẫu", PLAN, "body.3", "Cán bộ <<họ tên>> hoàn thành tốt nhiệm vụ.", "thẻ “<<họ tên>>”"),
    Fault("HN01", "chương số Ả Rập", sound.CHAPTERS, on("body.0", text="Chương 1"), m.said("Chương"),
          "Chương I", "Chương 1", "1"),
    Fault("HN01", "tiêu đề không đậm", sound.CHAPTERS, on("body.1", bold=False), m.bold("QUY ĐỊNH CHUNG"), True, False),
    Fault("HN02", "không đậm", sound.CHAPTERS, on("body.2", bold=False), m.bold("Mục 1"), True, False, "không đậm"),
    Fault("HN02", "bên trái", sound.CHAPTERS, on("body.2", align="left"), m.left("Mục 1"), 103.4, 30, "trái", 1),
    Fault("HN03", "điều không có tiêu đề", sound.CHAPTERS, on("body.4", text="Điều 1."), m.said("Điều 1."),
          "Điều 1. Phạm vi", "Điều 1.", "không có"),
    Fault("HN04", "không đậm", sound.CHAPTERS, on("body.4", bold=False), m.bold("Điều 1."), True, False, "không đậm"),
    wrote("HN05", "chữ thường", PLAN, "body.1", "I. Mục đích, yêu cầu"),
    Fault("HN06", "tiêu đề không đậm", PLAN, on("body.2", bold=False), m.bold("1. Mục đích"), True, False, "không đậm"),
    Fault("HN06", "câu đậm", PLAN, on("body.9", bold=True), m.bold("2. Phòng Tổ chức"), False, True, "đậm"),
    wrote("HN07", "bỏ một chữ", PLAN, "body.6", "c) Kiểm tra, đôn đốc thường xuyên.", "c)"),
    wrote("HN07", "dấu chấm", PLAN, "body.6", "b. Kiểm tra, đôn đốc thường xuyên.", "dấu chấm"),
    Fault("HN08", "bỏ một số", PLAN, on("body.7", text="III. TỔ CHỨC THỰC HIỆN"), m.times("III. TỔ CHỨC"),
          0, 1, "III"),
    Fault("HN09", "gạch dài", sound.CHAPTERS, torn, m.times("– Các phòng chuyên môn;"), 0, 1),
    Fault("SG02", "không có cấp phó", PLAN, on("authority.0", text="KT. CHÁNH VĂN PHÒNG"), m.said("KT."),
          "", "KT. CHÁNH VĂN PHÒNG"),
    Fault("SG04", "học vị", PLAN, on("signer", text="TS. Trần Bình Minh"), m.times("TS. Trần Bình Minh"), 0, 1, "“TS”"),
    Fault("NN02", "không có dấu chấm phẩy", PLAN, on("recipients.0", text="- Lãnh đạo Văn phòng"),
          m.said("- Lãnh đạo"), "- Lãnh đạo Văn phòng;", "- Lãnh đạo Văn phòng", "không có dấu"),
    wrote("NN03", "không có văn thư", PLAN, "recipients.2", "- Lưu: TCHCQT."),
    wrote("NN04", "không có “Như trên”", LETTER, "recipients.0", "- Lãnh đạo Văn phòng;"),
    wrote("NN05", "không có điều ấy", DECISION, "recipients.0", "- Như Điều 7;", "Điều 7"),
    Fault("NN06", "kế hoạch có Kính gửi", PLAN,
          lambda p: p.opening.append(Paragraph("Kính gửi: Sở Nội vụ")), m.times("Kính gửi:"), 0, 1),
    Fault("NN06", "tờ trình không có Kính gửi", sound.SUBMISSION, on("", opening=[]), m.times("Kính gửi:"), 1, 0,
          "không có"),
    wrote("NN07", "dấu phẩy", sound.SUBMISSION, "opening.1", "- Chủ tịch Ủy ban nhân dân tỉnh,", "“,”"),
    *(wrote(code, what, PLAN, "body.3", words, seen) for code, what, words, seen in (
        ("VH01", "chữ thường đầu câu", "cán bộ, công chức hoàn thành tốt nhiệm vụ.", None),
        ("VH02", "“điều” viết thường", "Cán bộ thực hiện theo khoản 1 điều 4 của quy chế.", "“điều 4”"),
        ("VH03", "tên loại viết thường", "Cán bộ thực hiện kế hoạch số 12/KH-UBND của tỉnh.", "“kế hoạch số 12”"),
        ("VH04", "chữ “Và” hoa", "Văn phòng phối hợp với Bộ Tài nguyên Và Môi trường.", None),
        ("VH05", "chữ “Tỉnh” hoa", "Cán bộ của Tỉnh Sơn La hoàn thành nhiệm vụ.", None),
        ("VH06", "“nhân dân” viết thường", "Cán bộ, công chức tận tụy phục vụ nhân dân.", None))),
    wrote("VH07", "âm tiết viết thường", PLAN, "signer", "Trần bình Minh"),
    Fault("TY01", "có địa danh, thời gian", sound.MINUTES,
          on("date", text="Sơn La, ngày 27 tháng 4 năm 2026", italic=True), m.times("Sơn La, ngày"), 0, 1),
    wrote("TY02", "không có địa điểm", sound.INVITATION, "body.2", "Đề nghị các đại biểu đến dự đúng giờ./."),
    Fault("TY04", "quyết định quy phạm", PLAN, on("number", text="Số: 15/2026/QĐ-UBND"), m.said("Số:"),
          "Số: 15/KH-VPUB", "Số: 15/2026/QĐ-UBND"),
]

ANNEXES = [
    Fault("PL01", "không nhắc phụ lục II", sound.ANNEXED,
          on("body.3", text="Cán bộ hoàn thành nhiệm vụ nêu tại Phụ lục I."), m.times("Phụ lục II"), 2, 1),
    Fault("PL02", "in hoa", sound.ANNEXED, annex(0, 0, text="PHỤ LỤC I"), m.times("PHỤ LỤC I"), 0, 1),
    Fault("PL02", "số Ả Rập", sound.ANNEXED, annex(0, 0, text="Phụ lục 1"), m.times("Phụ lục 1"), 0, 1),
    Fault("PL02", "cỡ 13", sound.ANNEXED, annex(0, 0, size=13), m.size("Phụ lục I"), 14, 13, "13"),
    Fault("PL03", "chữ thường", sound.ANNEXED, annex(0, 1, text="Chỉ tiêu thi đua"), m.times("CHỈ TIÊU THI ĐUA"), 2, 1),
    Fault("PL03", "không đậm", sound.ANNEXED, annex(0, 1, bold=False), m.bold("CHỈ TIÊU"), True, False, "không đậm"),
    Fault("PL04", "đứng", sound.ANNEXED, annex(0, 2, italic=False), m.italic("(Kèm theo"), True, False, "đứng"),
    Fault("PL05", "số khác", sound.ANNEXED, annex(0, 2, text="(Kèm theo Kế hoạch số 16/KH-VPUB ngày 27 tháng 4 năm 2026)"),
          m.times("16/KH-VPUB"), 0, 1),
    Fault("TY03", "phần đầu có ngày", sound.ENACTING,
          cell(0, 1, 2, text="Sơn La, ngày 27 tháng 4 năm 2026", italic=True), m.times("Sơn La, ngày 27"), 1, 2),
    Fault("TY03", "không có dẫn chiếu", sound.ENACTING, lambda p: p.annexes[0].blocks.pop(3),
          m.times("(Kèm theo"), 1, 0, "không có"),
]

MARKS = [
    Fault("MK01", "không có khung", sound.STAMPED, on("under_number.0", frame=(20, 8, False)), m.framed("KHẨN"),
          (20, 8), (0, 0), within=0.6),
    Fault("MK01", "khung 30 mm", sound.STAMPED, on("under_number.0", frame=(30, 8, True)), m.framed("KHẨN"),
          (20, 8), (30, 8), within=0.6),
    Fault("MK01", "màu đen", sound.STAMPED, on("under_number.0", colour="000000"), m.colour("KHẨN"),
          "#ff0000", "#000000"),
    Fault("MK02", "không có khung", sound.CIRCULATED, on("under_number.0", frame=(45, 8, False)), m.framed("LƯU HÀNH"),
          (45, 8), (0, 0), within=0.6),
    Fault("MK03", "đánh máy", PLAN, lambda p: p.under_number.append(small("MẬT", bold=True)), m.times("MẬT"), 0, 1),
    Fault("MK04", "ký hiệu cỡ 13", sound.ADDRESSED, on("recipients.2", size=13), m.size("PL."), 11, 13, "13"),
    Fault("MK04", "địa chỉ cỡ 13", sound.ADDRESSED, on("sheet.first_footer.1", size=13), m.size("Điện thoại"), 11, 13, "13"),
    Fault("MK04", "không có kẻ", sound.ADDRESSED, on("sheet.first_footer.0", ruled=False), m.full_line("Địa chỉ"),
          160, 0, "không có", 1),
]

SIGNS = [
    Fault("DS01", "ảnh JPEG", sound.SIGNED, on("authority.1.pictures.1", file="jpeg"), m.glassy, 2, 1, "JPEG"),
    Fault("DS01", "nền không trong", sound.SIGNED, on("authority.1.pictures.1", file="flat"), m.glassy, 2, 1, "không trong"),
    Fault("DS01", "lệch phải", sound.SIGNED, both(on("authority.1.pictures.0", left=17.5), on("authority.1.pictures.1", left=40)),
          lambda p: p.images()[1].left - 105, 22.5, 40),
    Fault("DS02", "ảnh JPEG", sound.SIGNED, on("authority.1.pictures.0", file="jpeg"), m.glassy, 2, 1, "JPEG"),
    Fault("DS02", "dấu không trùm chữ ký", sound.SIGNED, on("authority.1.pictures.0", left=-20),
          lambda p: p.images()[0].right - p.images()[1].left, 13, -6.5, "0"),
    Fault("DS03", "không có", sound.ANNEX_FILE, lambda p: p.annexes[0].blocks.pop(0), m.times(sound.MARK), 1, 0, "không có"),
    Fault("DS03", "cỡ 13", sound.ANNEX_FILE, annex(0, 0, size=13), m.size("Số: 15"), 10, 13, "13"),
    Fault("DS03", "không có múi giờ", sound.ANNEX_FILE, annex(0, 0, text="Số: 15/KH-VPUB; 2026-04-27T09:30:00"),
          m.times("+07:00"), 1, 0),
    Fault("DS03", "có ảnh", sound.ANNEX_FILE, annex(0, 0, pictures=[Picture(20, 30)]), lambda p: len(p.images()), 0, 1, "có ảnh"),
    Fault("DS04", "phụ lục ký riêng", sound.ANNEXED,
          lambda p: p.annexes[0].blocks.insert(0, Paragraph(sound.MARK, size=10, align="right")), m.times(sound.MARK), 0, 1),
    Fault("SC02", "chữ viết tắt khác", sound.COPIED, cell(1, 0, 1, text="Số: 03/SL-TH"), m.times("03/SL-TH"), 0, 1),
    Fault("SC02", "kẻ ngắn", sound.COPIED, annex(0, 0, border=50), m.full_line("PHÒNG TỔNG HỢP"), 160, 60, "60 mm", 1),
    Fault("SC02", "không đậm", sound.COPIED, cell(1, 1, 0, bold=False), m.bold("SAO Y"), True, False, "không đậm"),
]
