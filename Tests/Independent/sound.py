"""Papers without fault, one for each layout that the checks tell apart, to be spoilt."""

from sketch import (
    MOTTO, NATION, Certificate, Paper, Paragraph, Picture, Section, Table, bold, line, on, recipient,
    small, text)

CLOSING = "Văn phòng đề nghị các phòng, đơn vị nghiêm túc tổ chức thực hiện./."
REFERENCE = "(Kèm theo Kế hoạch số 15/KH-VPUB ngày 27 tháng 4 năm 2026)"
MARK = "Số: 15/KH-VPUB; 2026-04-27T09:30:00+07:00"


def base(text_: str) -> Paragraph:
    return text(text_, italic=True)


def subject(words: str, length: float) -> dict:
    return {"subject": [bold(words, before=6)], "subject_rule": line(length)}


def annex(number: str) -> Section:
    return Section([
        bold(f"Phụ lục {number}".strip()), bold("CHỈ TIÊU THI ĐUA"), Paragraph(REFERENCE, italic=True),
        text("Hoàn thành 100% nhiệm vụ được giao trong năm.")])


PLAN = Paper()
# A page break in the middle: the second page has a number.
TWO_PAGES = PLAN.but(on("body.6", breaks=True))
# A first page that is full to its last line.
FULL = PLAN.but(lambda p: p.body.__setitem__(slice(4, 4), [
    text(f"Nội dung thứ {n} do các phòng, đơn vị thực hiện.") for n in range(60)]))
LETTER = Paper(
    number=small("Số: 05/VPUB-TCHCQT"),
    under_number=[Paragraph("V/v nâng bậc lương năm 2026", size=12, before=6)], title=None, subject=[],
    subject_rule=None, opening=[Paragraph("Kính gửi: Sở Nội vụ tỉnh Sơn La")], body=[text(CLOSING)],
    recipients=[recipient("- Như trên;"), recipient("- Lưu: VT, TCHCQT.")])
DECISION = Paper(
    number=small("Số: 31/QĐ-VPUB"), title=bold("QUYẾT ĐỊNH", before=18),
    **subject("Về việc tặng Giấy khen của Chánh Văn phòng", 44),
    opening=[
        bold("CHÁNH VĂN PHÒNG", before=6),
        base("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
        base("Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về"
             " chức năng, nhiệm vụ của Văn phòng;"),
        base("Theo đề nghị của Trưởng phòng Tổ chức."), bold("QUYẾT ĐỊNH:", before=6)],
    body=[
        text("Điều 1. Khen thưởng", bold=True),
        text("Tặng Giấy khen cho Phòng Tổng hợp đã có thành tích trong năm."),
        text("Điều 2. Trách nhiệm thi hành", bold=True),
        text("Trưởng phòng Tổ chức chịu trách nhiệm thi hành Quyết định này./.")],
    recipients=[recipient("- Như Điều 2;"), recipient("- Lưu: VT, TCHCQT.")])
ANNEXED = Paper(annexes=[annex("I"), annex("II")]).but(on(
    "body.3", text="Cán bộ hoàn thành nhiệm vụ nêu tại Phụ lục I và Phụ lục II."))
# An annex of two pages: the second has a number of its own.
LONG_ANNEX = ANNEXED.but(lambda p: p.annexes[0].blocks.append(text("Trang sau của phụ lục.", breaks=True)))
MINUTES = Paper(
    number=small("Số: 08/BB-VPUB"), date=Paragraph(), title=bold("BIÊN BẢN", before=18),
    **subject("Họp bình xét thi đua năm 2026", 30),
    body=[text("Thời gian bắt đầu: 8 giờ 00, ngày 27 tháng 4 năm 2026."),
          text("Cuộc họp kết thúc vào 10 giờ 00 cùng ngày./.")],
    secretary=[bold("THƯ KÝ"), bold("Lò Thị Mai", before=72)], authority=[bold("CHỦ TỌA")],
    recipients=[recipient("- Lưu: VT, Hồ sơ.")])
INVITATION = Paper(
    number=small("Số: 18/GM-VPUB"), title=bold("GIẤY MỜI", before=18),
    **subject("Dự hội nghị tổng kết phong trào thi đua", 40),
    body=[text("Văn phòng trân trọng kính mời đại diện các phòng, đơn vị."),
          text("Thời gian: 8 giờ 00, ngày 27 tháng 4 năm 2026."),
          text("Địa điểm: Hội trường tầng 2, trụ sở Văn phòng./.")])
CHAPTERS = Paper(
    number=small("Số: 20/QC-VPUB"), title=bold("QUY CHẾ", before=18),
    body=[
        bold("Chương I", before=6), bold("QUY ĐỊNH CHUNG", before=6), bold("Mục 1", before=6),
        bold("PHẠM VI ÁP DỤNG", before=6), text("Điều 1. Phạm vi", bold=True),
        text("1. Quy chế này áp dụng cho các phòng, đơn vị, gồm:"),
        text("- Các phòng chuyên môn;"), text("+ Phòng Tổng hợp;"),
        text("2. Trường hợp khác thực hiện theo điểm a khoản 1 Điều 1."),
        bold("Chương II", before=6), bold("ĐIỀU KHOẢN THI HÀNH", before=6),
        text("Điều 2. Hiệu lực", bold=True), text("Quy chế này có hiệu lực kể từ ngày ký./.")])
SUBMISSION = Paper(
    number=small("Số: 22/TTr-VPUB"), title=bold("TỜ TRÌNH", before=18),
    opening=[Paragraph("Kính gửi:", before=6), Paragraph("- Chủ tịch Ủy ban nhân dân tỉnh;", before=6, align="left"),
             Paragraph("- Sở Nội vụ tỉnh Sơn La.", before=6, align="left")],
    body=[text(CLOSING)], recipients=[recipient("- Như trên;"), recipient("- Lưu: VT, TCHCQT.")])
CITED = PLAN.but(on("body.3", text="Cán bộ thực hiện đầy đủ Kế hoạch số 12/KH-UBND."))
CITED.body[0].text = (
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh, Văn phòng"
    " phát động thi đua như sau:")
# The right column of the foot is 85 mm wide: the signature in its middle, the seal a third over
# its left.
SIGNED = Paper(medium="electronic", authority=[
    bold("CHÁNH VĂN PHÒNG"), Paragraph(pictures=[Picture(-0.5, 36), Picture(22.5, 40)])])
ADDRESSED = LETTER.but(lambda p: (
    p.recipients.append(recipient("PL.(300)")),
    setattr(p.sheet, "first_footer", [
        recipient("Địa chỉ: Số 1, đường Tô Hiệu, tỉnh Sơn La", ruled=True),
        recipient("Điện thoại: 0212 000 000")])))
ANNEX_FILE = Paper(annex_alone=True, medium="electronic", annexes=[annex("")])
ANNEX_FILE.annexes[0].blocks[2].text = "(Kèm theo Kế hoạch số        /KH-VPUB ngày      tháng      năm 2026)"
ANNEX_FILE.annexes[0].blocks.insert(0, Paragraph(MARK, size=10, align="right"))
ENACTING = DECISION.but(lambda p: (
    setattr(p.body[1], "text", "Ban hành kèm theo Quyết định này Quy chế thi đua, khen thưởng."),
    p.annexes.append(Section([
        Table([60, 100], [[[small("UBND TỈNH SƠN LA"), small("VĂN PHÒNG", bold=True)],
                           [small(NATION, bold=True), bold(MOTTO), Paragraph()]]]),
        bold("QUY CHẾ", before=6), bold("Thi đua, khen thưởng của Văn phòng", before=6),
        Paragraph("(Kèm theo Quyết định số 31/QĐ-VPUB ngày 27 tháng 4 năm 2026)", italic=True),
        text("Quy chế này áp dụng cho các phòng, đơn vị của Văn phòng.")]))))
COPIED = PLAN.but(lambda p: p.annexes.append(Section([
    Paragraph(size=4, border=0),
    Table([60, 100], [[
        [small("PHÒNG TỔNG HỢP", bold=True), small("Số: 03/SY-TH")],
        [bold("SAO Y", before=6), Paragraph("Sơn La, ngày 28 tháng 4 năm 2026", italic=True)]]])])))
STAMPED = PLAN.but(lambda p: p.under_number.append(
    small("KHẨN", bold=True, colour="FF0000", frame=(20, 8, True))))
CIRCULATED = PLAN.but(lambda p: p.under_number.append(
    small("LƯU HÀNH NỘI BỘ", bold=True, frame=(45, 8, True))))
# What the signature stands under fills the page up to it.
SIGNED_AT_END = PLAN.but(on("body.9", breaks=True))
CERTIFICATE = Certificate()
