"""Papers that fail one check of form, and what their printed pages show: the page and its parts.

Each row spoils one thing of a sound paper and says what is measured on the page, what the sound
twin shows and what the spoilt one. `faults_text` holds the checks of what is written.
"""

import dataclasses
import typing

import measures as m
import sound
from sketch import MOTTO, NATION, Paper, Paragraph, Sketched, both, line, on, text


@dataclasses.dataclass(frozen=True)
class Fault:
    """A check, what is wrong, the sound paper and what spoils it; the measure, its value on the
    sound page and on the spoilt one; what the finding must say it saw, if it is one thing."""
    code: str
    what: str
    paper: Sketched
    change: typing.Callable[[typing.Any], object]
    measure: m.Measure
    was: typing.Any
    now: typing.Any
    seen: str | None = None
    # How far a measured number may be off.
    within: float = 0.3
    # What the checker is told in place of what the paper is.
    medium: str | None = None


def header_of(lines: int):
    return lambda p: p.sheet.header.extend(Paragraph() for _ in range(lines - 1))


def underscored(p: Paper):
    p.motto_rule.rule, p.motto_rule.size = None, 13
    p.motto_rule.text = "_" * 28


def underlined(p: Paper):
    p.motto.underlined, p.motto_rule.rule = True, None


def bordered(p: Paper):
    p.motto_rule.rule, p.motto_rule.border = None, 19.75


PLAN, TWO, LETTER, DECISION = sound.PLAN, sound.TWO_PAGES, sound.LETTER, sound.DECISION
OFFICE, TITLE, SUBJECT = "Văn phòng", "Kế hoạch", "Phát động Phong trào"
OPENING, WORK, DAY = "Thực hiện Kế hoạch", "Cán bộ, công chức", "Sơn La, ngày"

PAGES = [
    Fault("PG01", "khổ Letter", PLAN, on("sheet", width=215.9, height=279.4),
          m.paper, (210, 297), (215.9, 279.4), "215,9 mm × 279,4 mm"),
    Fault("PG02", "trang ngang", PLAN, on("sheet", width=297, height=210),
          m.paper, (210, 297), (297, 210)),
    Fault("PG03", "lề trên 15 mm", PLAN, on("sheet", top=15), m.top(NATION), 20, 15, "15 mm"),
    # Lines are 8 mm apart here: so much may stay empty above the margin.
    Fault("PG04", "lề dưới 45 mm", sound.FULL, on("sheet", bottom=45), m.foot(1), 24, 49, "45 mm", 4),
    Fault("PG05", "lề trái 25 mm", PLAN, on("sheet", left=25), m.leftmost,
          30, 25, "25 mm"),
    Fault("PG06", "lề phải 10 mm", PLAN, on("sheet", right=10), m.line_end(OPENING), 190, 200, "10 mm"),
    Fault("PG07", "phần đầu trang năm dòng", TWO, header_of(5), m.body_top(2), 20 + 2.1, 38.4 + 2.1, within=1),
    Fault("PG08", "trang 2 không có số", TWO, on("sheet", header=[]), m.first_line(2),
          "2", "b) Kiểm tra, đôn đốc thường xuyên."),
    Fault("PG09", "trang 1 có số", PLAN, on("sheet", first_header=[Paragraph(numbered=True)]),
          m.first_line(1), f"UBND TỈNH SƠN LA {NATION}", "1"),
    Fault("PG10", "số trang đậm", TWO, on("sheet.header.0", bold=True), m.number("bold"), False, True, "đậm"),
    Fault("PG10", "số trang cỡ 11", TWO, on("sheet.header.0", size=11), m.number("size"), 14, 11, "11"),
    Fault("PG10", "số trang bên trái", TWO, on("sheet.header.0", align="left"), m.number("left"), 108.8, 30, "trái"),
    Fault("PG10", "số trang kèm chữ", TWO, on("sheet.header.0", text="Trang "), m.first_line(2), "2", "Trang 2"),
    Fault("PG11", "số trang từ 3", TWO, on("sheet", starts=3), m.first_line(2), "2", "4", "3"),
    Fault("PG11", "số trang ở lề dưới", TWO, on("sheet", footer=[Paragraph(numbered=True)]),
          m.numbers_below, [], ["2"], "ở lề dưới"),
    Fault("PG12", "phụ lục đánh số tiếp", sound.LONG_ANNEX, on("annexes.0.sheet", starts=None),
          m.first_line(3), "2", "3"),
]

LETTERS = [
    Fault("FN01", "một đoạn phông Arial", PLAN, on("body.3", font="Arial"), m.face(WORK),
          "LiberationSerif", "LiberationSans", "Arial"),
    Fault("FN01", "số trang phông Arial", TWO, on("sheet.header.0", font="Arial"), m.number("face"),
          "LiberationSerif", "LiberationSans", "Arial"),
    Fault("FN02", "một đoạn đỏ", PLAN, on("body.3", colour="FF0000"), m.colour(WORK),
          "#000000", "#ff0000", "#FF0000"),
    Fault("FN03", "mã TCVN3", PLAN, on("body.3", text="Céng hßa x· héi chñ nghÜa ViÖt Nam hoµn thµnh nhiÖm vô."),
          m.times("Céng hßa x· héi chñ nghÜa ViÖt Nam"), 0, 1, "mã TCVN3 (ABC)"),
    Fault("FN04", "Tiêu ngữ bằng Quốc hiệu", PLAN,
          both(on("motto", size=13), on("date", size=13), on("motto_rule", rule=line(56.1).rule)),
          m.all_of(m.size(NATION), m.size(MOTTO), m.size(DAY)), (13, 14, 14), (13, 13, 13)),
    Fault("FN05", "chữ của phông khác", PLAN, on("body.3", font="Arial"), m.face(WORK),
          "LiberationSerif", "LiberationSans"),
]

HEAD = [
    Fault("HD01", "thiếu hai chữ", PLAN, on("nation", text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA"), m.said("Cộng hòa"),
          NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
    Fault("HD01", "ghi hai lần", PLAN, on("body.3", text=NATION), m.times(NATION), 1, 2, "lặp lại"),
    Fault("HD02", "cỡ 15", PLAN, on("nation", size=15), m.size("CỘNG HÒA"), 13, 15, "15"),
    Fault("HD02", "không đậm", PLAN, on("nation", bold=False), m.bold(NATION), True, False, "không đậm"),
    Fault("HD02", "nghiêng", PLAN, on("nation", italic=True), m.italic(NATION), False, True, "nghiêng"),
    Fault("HD02", "canh trái", PLAN, on("nation", align="left"), m.left(NATION), 92.4, 90, "trái", 0.4),
    Fault("HD03", "cột quá hẹp", PLAN, on("", head_widths=(75, 85)), m.times(NATION), 1, 0),
    Fault("HD04", "gạch dài", PLAN, on("motto", text="Độc lập – Tự do – Hạnh phúc"), m.said("Độc lập"),
          MOTTO, "Độc lập – Tự do – Hạnh phúc"),
    Fault("HD04", "nghiêng", PLAN, on("motto", italic=True), m.italic(MOTTO), False, True, "nghiêng"),
    Fault("HD04", "cỡ 12", PLAN, both(on("motto", size=12), on("motto_rule", rule=line(51.8).rule)),
          m.size(MOTTO), 14, 12, "12"),
    Fault("HD05", "kẻ bằng nửa dòng", PLAN, on("motto_rule.rule", length=30), m.rule_length(MOTTO), 60.5, 30),
    Fault("HD05", "nét đứt", PLAN, on("motto_rule.rule", dashed=True), m.rule_dashed(MOTTO), False, True, "nét đứt"),
    Fault("HD05", "không có kẻ", PLAN, on("motto_rule", rule=None), m.rule_length(MOTTO), 60.5, 0, "không có"),
    Fault("HD05", "kẻ lệch", PLAN, on("motto_rule.rule", side="left"), m.rule_shift(MOTTO), 0, -19.7),
    Fault("HD06", "dòng rưỡi", PLAN, on("nation", line=1.5), m.apart(NATION, MOTTO), 16.3, 23.7, "1,5"),
    Fault("HD06", "cách 6 pt", PLAN, on("motto", before=6), m.apart(NATION, MOTTO), 16, 22, "6 pt", 1),
    Fault("HD07", "đậm", PLAN, on("parent", bold=True), m.bold("UBND TỈNH"), False, True, "đậm"),
    Fault("HD07", "chữ thường", PLAN, on("parent", text="UBND tỉnh Sơn La"), m.said("UBND tỉnh"),
          "UBND TỈNH SƠN LA", "UBND tỉnh Sơn La"),
    Fault("HD07", "cỡ 15", PLAN, on("parent", size=15), m.size("UBND TỈNH"), 13, 15, "15"),
    Fault("HD08", "cỡ 14", PLAN, both(on("issuer", size=14), on("issuer_rule", rule=line(12).rule)),
          m.size("VĂN PHÒNG"), 13, 14, "14"),
    Fault("HD08", "đứng trên cơ quan chủ quản", PLAN,
          lambda p: p.__dict__.update(parent=p.issuer, issuer=p.parent),
          m.apart("UBND TỈNH", "VĂN PHÒNG"), 15, -15, within=1),
    Fault("HD08", "không đậm", PLAN, on("issuer", bold=False), m.bold("VĂN PHÒNG"), True, False, "không đậm"),
    Fault("HD09", "kẻ dài bằng tên", PLAN, on("issuer_rule.rule", length=27.9), m.rule_length("VĂN PHÒNG"), 11.2, 27.9),
    Fault("HD09", "kẻ bên trái", PLAN, on("issuer_rule.rule", side="left"), m.rule_shift("VĂN PHÒNG"), 0, -24.4),
    Fault("HD11", "dấu gạch dưới", PLAN, underscored, m.times("_" * 28), 0, 1, "ký tự gạch dưới"),
    Fault("HD11", "chữ gạch chân", PLAN, underlined, m.rule_fall(MOTTO), 1, -0.6, "chữ gạch chân", 0.7),
    Fault("HD12", "có viền", PLAN, on("", head_bordered=True), lambda p: m.upright_lines(p) > 0, False, True),
]

NUMBERS = [
    Fault("NO01", "cỡ 14", PLAN, on("number", size=14), m.size("Số:"), 13, 14, "14"),
    Fault("NO01", "đậm", PLAN, on("number", bold=True), m.bold("Số:"), False, True, "đậm"),
    Fault("NO01", "canh trái", PLAN, on("number", align="left"), m.off_middle("Số:", "VĂN PHÒNG"), 0, -13.8,
          "trái", 1),
    Fault("NO02", "cách chữ", PLAN, on("number", text="Số: 15 / KH-VPUB"), m.said("Số"),
          "Số: 15/KH-VPUB", "Số: 15 / KH-VPUB"),
    Fault("NO02", "không có hai chấm", PLAN, on("number", text="Số 15/KH-VPUB"), m.said("Số"),
          "Số: 15/KH-VPUB", "Số 15/KH-VPUB"),
    Fault("NO03", "một chữ số", PLAN, on("number", text="Số: 5/KH-VPUB"), m.said("Số"),
          "Số: 15/KH-VPUB", "Số: 5/KH-VPUB", "5"),
    Fault("NO04", "loại khác", PLAN, on("number", text="Số: 15/TTr-VPUB"), m.all_of(m.said("Số"), m.times("KẾ HOẠCH")),
          ("Số: 15/KH-VPUB", 1), ("Số: 15/TTr-VPUB", 1), "TTr"),
    Fault("NO05", "công văn có loại", LETTER, on("number", text="Số: 05/KH-VPUB"), m.said("Số"),
          "Số: 05/VPUB-TCHCQT", "Số: 05/KH-VPUB"),
    Fault("DT01", "đứng", PLAN, on("date", italic=False), m.italic(DAY), True, False, "đứng"),
    Fault("DT01", "khác hàng với số", PLAN, on("", date_below=True), m.apart("Số:", DAY), 1.7, 17.7),
    Fault("DT01", "cỡ 12", PLAN, on("date", size=12), m.size(DAY), 14, 12, "12"),
    *(Fault("DT02", what, PLAN, on("date", text=day), m.said("Sơn La"),
            "Sơn La, ngày 27 tháng 4 năm 2026", day, seen)
      for what, day, seen in (
          ("tháng 04", "Sơn La, ngày 27 tháng 04 năm 2026", "04"),
          ("ngày 7", "Sơn La, ngày 7 tháng 4 năm 2026", "7"),
          ("tháng 1", "Sơn La, ngày 27 tháng 1 năm 2026", "1"),
          ("không có ngày này", "Sơn La, ngày 31 tháng 4 năm 2026", "31/4/2026"))),
    Fault("DT03", "không có dấu phẩy", PLAN, on("date", text="Sơn La ngày 27 tháng 4 năm 2026"), m.said("Sơn La"),
          "Sơn La, ngày 27 tháng 4 năm 2026", "Sơn La ngày 27 tháng 4 năm 2026"),
    Fault("DT04", "bỏ trống ngày", PLAN, on("date", text="Sơn La, ngày        tháng        năm 2026"),
          m.times("ngày 27 tháng 4 năm 2026"), 1, 0, "bỏ trống"),
]

TITLES = [
    Fault("TT01", "chữ thường", PLAN, on("title", text="Kế hoạch"), m.said(TITLE), "KẾ HOẠCH", "Kế hoạch"),
    Fault("TT01", "không phải loại văn bản", PLAN, on("title", text="PHƯƠNG HƯỚNG"), m.follows("Số:"),
          "KẾ HOẠCH", "PHƯƠNG HƯỚNG"),
    Fault("TT01", "cỡ 16", PLAN, on("title", size=16), m.size("KẾ HOẠCH"), 14, 16, "16"),
    Fault("TT02", "không đậm", PLAN, on("subject.0", bold=False), m.bold(SUBJECT), True, False, "không đậm"),
    Fault("TT02", "in hoa", PLAN, on("subject.0", text="PHÁT ĐỘNG PHONG TRÀO THI ĐUA"), m.said(SUBJECT),
          "Phát động Phong trào thi đua năm 2026", "PHÁT ĐỘNG PHONG TRÀO THI ĐUA"),
    Fault("TT02", "canh trái", PLAN, on("subject.0", align="left"), m.off_middle(SUBJECT, "KẾ HOẠCH"), 0, -37.5,
          "trái", 1),
    Fault("TT03", "không có kẻ", PLAN, on("", subject_rule=None), m.rule_length(SUBJECT), 36, 0, "không có"),
    Fault("TT03", "kẻ quá dài", PLAN, on("subject_rule.rule", length=70), m.rule_length(SUBJECT), 36, 70),
    Fault("TT05", "cỡ 14", LETTER, on("under_number.0", size=14), m.size("V/v"), 12, 14, "14"),
    Fault("TT05", "không cách dòng", LETTER, on("under_number.0", before=0), m.apart("Số:", "V/v"), 19.4, 13.4,
          "0 pt", 0.7),
    Fault("CC01", "đứng", DECISION, on("opening.1", italic=False), m.italic("Căn cứ Luật"), True, False, "đứng"),
    Fault("CC01", "cỡ 12", DECISION, on("opening.1", size=12), m.size("Căn cứ Luật"), 14, 12, "12"),
    Fault("CC05", "không có thẩm quyền", DECISION, lambda p: p.opening.pop(0), m.follows("Về việc"),
          "CHÁNH VĂN PHÒNG", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", "không có"),
    Fault("CC05", "lời ban hành bên trái", DECISION, on("opening.4", align="left"), m.left("QUYẾT ĐỊNH:"),
          93.5, 30, "trái", 1),
]

BODY = [
    Fault("ND01", "một đoạn cỡ 13", PLAN, on("body.3", size=13), m.size(WORK), 14, 13, "13"),
    Fault("ND02", "canh trái", PLAN, on("body.0", align="left"), m.line_end(OPENING), 190, 182.2, "trái", 1),
    Fault("ND03", "không lùi dòng đầu", PLAN, on("body.3", indent=0), m.indented(WORK), 12.7, 0, "0 mm"),
    Fault("ND03", "hai cách lùi", PLAN, on("body.3", indent=10), m.indented(WORK), 12.7, 10, "10 mm"),
    Fault("ND04", "cách 3 pt", PLAN, on("body.3", before=3), m.apart("1. Mục đích", WORK), 22.1, 19.1, "3 pt", 0.7),
    Fault("ND05", "dòng đôi", PLAN, on("body.0", line=2), m.pitch(OPENING), 16.1, 32.2, "2", 1),
    Fault("ND06", "cả đoạn đậm", PLAN, on("body.3", bold=True), m.bold(WORK), False, True, "đậm"),
    Fault("ND07", "đoạn trống", PLAN, lambda p: p.body.insert(4, text("")), m.apart(WORK, "2. Yêu cầu"), 22.1, 44.2,
          "đoạn trống", 1),
]

SIGNATURE = [
    Fault("SG01", "cỡ 12", PLAN, on("authority.0", size=12), m.size("CHÁNH VĂN PHÒNG"), 14, 12, "12"),
    Fault("SG01", "không đậm", PLAN, on("authority.0", bold=False), m.bold("CHÁNH VĂN PHÒNG"), True, False, "không đậm"),
    Fault("SG04", "cỡ 12", PLAN, on("signer", size=12), m.size("Trần Bình Minh"), 14, 12, "12"),
    Fault("SG04", "không đậm", PLAN, on("signer", bold=False), m.bold("Trần Bình Minh"), True, False, "không đậm"),
    Fault("SG05", "không chừa chỗ ký", PLAN, on("signer", before=12),
          m.room("CHÁNH VĂN PHÒNG", "Trần Bình Minh"), 24, 2.9, within=1),
    Fault("SG06", "khác hàng với Nơi nhận", PLAN, on("", signs_below=True),
          m.room("Nơi nhận:", "CHÁNH VĂN PHÒNG"), -5.5, 13.6, "khác hàng với Nơi nhận", 2),
    Fault("SG07", "đứng một mình ở trang cuối", sound.SIGNED_AT_END,
          lambda p: (on("body.9", breaks=False)(p), p.body.append(Paragraph(size=1, breaks=True))),
          m.all_of(m.page("2. Phòng Tổ chức"), m.page("Nơi nhận:")), (2, 2), (1, 2),
          "đứng một mình ở trang 2"),
    Fault("NN01", "đứng", PLAN, on("recipients_title", italic=False), m.italic("Nơi nhận:"), True, False, "đứng"),
    Fault("NN01", "cỡ 14", PLAN, on("recipients_title", size=14), m.size("Nơi nhận:"), 12, 14, "14"),
    Fault("NN02", "cỡ 12", PLAN, on("recipients.0", size=12), m.size("- Lãnh đạo"), 11, 12, "12"),
    Fault("NN02", "nghiêng", PLAN, on("recipients.0", italic=True), m.italic("- Lãnh đạo"), False, True, "nghiêng"),
    Fault("NN07", "nghiêng", LETTER, on("opening.0", italic=True), m.italic("Kính gửi"), False, True, "nghiêng"),
    Fault("NN07", "cỡ 12", LETTER, on("opening.0", size=12), m.size("Kính gửi"), 14, 12, "12"),
    Fault("TY01", "chủ tọa ký bên trái", sound.MINUTES,
          lambda p: (setattr(p, "secretary", [*p.authority, p.signer]),
                     setattr(p, "authority", sound.MINUTES.secretary[:1])),
          m.off_middle("CHỦ TỌA", "THƯ KÝ"), 80, -80, within=3),
]
