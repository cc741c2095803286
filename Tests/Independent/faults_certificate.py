"""Certificates that fail one check of form, and what their printed page shows. The rows are those of
`faults`.

What a certificate must bear is that of Nghị định 98/2023/NĐ-CP, Điều 104, which ended on 30/6/2025;
which act carries it today is not confirmed.
"""

import measures as m
import sound
from faults import Fault
from sketch import MOTTO, NATION, Certificate, both, on

PAPER = sound.CERTIFICATE
GRANTER, AWARD, NAME = "GIÁM ĐỐC TRUNG TÂM", "GIẤY KHEN", "Bà Hà Thu Trang"
DECISION, BOOK, DAY = "Quyết định số", "Số sổ vàng", "Sơn La, ngày"
POST, SIGNER = "KT. GIÁM ĐỐC", "Trần Bình Minh"
RED, BLACK = "#ff0000", "#000000"


def exchanged(*names: str):
    """A change by which two lines take each other's place."""
    def change(paper: Certificate):
        one, other = names
        first, second = getattr(paper, one), getattr(paper, other)
        setattr(paper, one, second)
        setattr(paper, other, first)
    return change


def side(start: str) -> m.Measure:
    """How far the middle of a text lies right of the middle of the page."""
    def measure(look) -> float:
        piece = look.piece(start)
        return (piece.left + piece.right) / 2 - look.sheets[0].width / 2
    return measure


def is_right(start: str) -> m.Measure:
    return lambda look: side(start)(look) > 0


def pages(look) -> int:
    return len(look.sheets)


def gone(code: str, what: str, place: str, start: str) -> Fault:
    """A line that is not there."""
    return Fault(code, what, PAPER, on(place, text=""), m.times(start), 1, 0, "không có")


LINES = [
    Fault("GK01", "khổ A3", PAPER, on("sheet", width=420, height=297), m.paper, (297, 210), (420, 297),
          "420 × 297 mm"),
    Fault("GK02", "trang đứng", PAPER, both(
        on("sheet", width=210, height=297), on("granter", size=14)),
          m.paper, (297, 210), (210, 297), "đứng"),
    Fault("GK03", "hai trang", PAPER, on("signer", before=400), pages, 1, 2, "2"),
    Fault("GK04", "tên hình thức khen đứng trên TẶNG", PAPER, exchanged("giving", "award"),
          m.apart("TẶNG", AWARD), 46.7, -19.5, "đứng trên dòng “TẶNG”", 3),
    Fault("GK04", "số sổ vàng đứng trên số quyết định", PAPER, exchanged("decision", "golden_book"),
          m.apart(DECISION, BOOK), 16.1, -16.1, "đứng trên số quyết định", 1),
    Fault("GK05", "không đậm", PAPER, on("nation", bold=False), m.bold(NATION), True, False, "không đậm"),
    Fault("GK05", "nghiêng", PAPER, on("nation", italic=True), m.italic(NATION), False, True, "nghiêng"),
    Fault("GK05", "đỏ", PAPER, on("nation", colour="FF0000"), m.colour(NATION), BLACK, RED, "#FF0000"),
    Fault("GK06", "đỏ", PAPER, on("motto", colour="FF0000"), m.colour(MOTTO), BLACK, RED, "#FF0000"),
    Fault("GK06", "gạch dài", PAPER, on("motto", text="Độc lập – Tự do – Hạnh phúc"), m.said("Độc lập"),
          MOTTO, "Độc lập – Tự do – Hạnh phúc"),
    Fault("GK07", "kẻ bằng nửa dòng", PAPER, on("motto_rule.rule", length=34), m.rule_length(MOTTO), 69.1, 34),
    Fault("GK07", "không có kẻ", PAPER, on("motto_rule", rule=None), m.rule_length(MOTTO), 69.1, 0, "không có"),
    Fault("GK08", "đen", PAPER, on("granter", colour="000000"), m.colour(GRANTER), RED, BLACK, "#000000"),
    Fault("GK08", "chữ thường", PAPER, on("granter", text="Giám đốc Trung tâm Thông tin tỉnh Sơn La"),
          m.said(GRANTER), "GIÁM ĐỐC TRUNG TÂM THÔNG TIN TỈNH SƠN LA", "Giám đốc Trung tâm Thông tin tỉnh Sơn La"),
    gone("GK08", "không có", "granter", GRANTER),
    Fault("GK09", "đỏ", PAPER, on("giving", colour="FF0000"), m.colour("TẶNG"), BLACK, RED, "#FF0000"),
    gone("GK09", "không có", "giving", "TẶNG"),
    Fault("GK10", "đen", PAPER, on("award", colour="000000"), m.colour(AWARD), RED, BLACK, "#000000"),
    Fault("GK10", "không đậm", PAPER, on("award", bold=False), m.bold(AWARD), True, False, "không đậm"),
    Fault("GK11", "không có thành tích", PAPER, lambda p: p.inscription.__delitem__(slice(1, 3)),
          m.times("Đã có thành tích"), 1, 0, "1"),
    Fault("GK11", "tên màu xanh", PAPER, on("inscription.0", colour="0000FF"), m.colour(NAME), BLACK, "#0000ff",
          "#0000FF"),
]

FOOT = [
    gone("GK12", "không có", "decision", DECISION),
    Fault("GK12", "không có ngày", PAPER, on("decision", text="Quyết định số: 431/QĐ-VPUB"), m.said(DECISION),
          "Quyết định số: 431/QĐ-VPUB ngày 05 tháng 11 năm 2026", "Quyết định số: 431/QĐ-VPUB", "không có"),
    Fault("GK12", "đứng", PAPER, on("decision", italic=False), m.italic(DECISION), True, False, "đứng"),
    gone("GK13", "không có", "golden_book", BOOK),
    Fault("GK13", "không đậm", PAPER, on("golden_book", bold=False), m.bold(BOOK), True, False, "không đậm"),
    gone("GK14", "không có", "date", "Sơn La, ngày 05"),
    Fault("GK14", "đứng", PAPER, on("date", italic=False), m.italic(DAY), True, False, "đứng"),
    gone("GK15", "không có", "post", POST),
    Fault("GK15", "không đậm", PAPER, on("post", bold=False), m.bold(POST), True, False, "không đậm"),
    gone("GK16", "không có", "signer", SIGNER),
    Fault("GK16", "đỏ", PAPER, on("signer", colour="FF0000"), m.colour(SIGNER), BLACK, RED, "#FF0000"),
    Fault("GK17", "phần ký bên trái", PAPER, on("", foot_mirrored=True),
          m.all_of(is_right(SIGNER), is_right(DAY), is_right(BOOK)), (True, True, False), (False, False, True),
          "nửa trái trang"),
    Fault("GK18", "bỏ trống số, ngày", PAPER,
          on("decision", text="Quyết định số:        /QĐ-VPUB ngày        tháng        năm 2026"),
          m.times("431/QĐ-VPUB ngày 05 tháng 11"), 1, 0, "bỏ trống"),
    Fault("GK18", "bỏ trống số sổ vàng", PAPER, on("golden_book", text="Số sổ vàng:"), m.said(BOOK),
          "Số sổ vàng: 02", "Số sổ vàng:", "bỏ trống"),
]
