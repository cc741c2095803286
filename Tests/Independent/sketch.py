"""A finished paper of nobody's program, its parts by name so that a test can spoil one of them.

What a kế hoạch of the decree holds, with direct formatting only; `sketch_docx` and `sketch_odt`
write it. Lengths are millimetres, sizes and gaps points.
"""

import copy
import dataclasses
import typing

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclasses.dataclass
class Rule:
    """A drawn line, centred in its column unless it begins at the left."""
    length: float
    dashed: bool = False
    side: str = "center"


@dataclasses.dataclass
class Picture:
    """A picture: `clear` is a PNG one can see through, `flat` one that one cannot, or a `jpeg`."""
    left: float
    width: float
    height: float = 20
    file: str = "clear"


@dataclasses.dataclass
class Paragraph:
    text: str = ""
    size: float = 14
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    colour: str = "000000"
    font: str = "Times New Roman"
    align: str = "center"
    indent: float = 0
    before: float = 0
    line: float = 1
    rule: Rule | None = None
    # A border below, between indents of this length.
    border: float | None = None
    # A line along the upper edge.
    ruled: bool = False
    # The number of the page behind the text.
    numbered: bool = False
    # It begins a page.
    breaks: bool = False
    # A frame of this width and height, with or without its line, that the paragraph stands in.
    frame: tuple[float, float, bool] | None = None
    pictures: list[Picture] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Table:
    widths: list[float]
    rows: list[list[list[Paragraph]]]
    bordered: bool = False


@dataclasses.dataclass
class Sheet:
    """The pages of a section; its first page has no number."""
    width: float = 210
    height: float = 297
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 20
    first_header: list[Paragraph] = dataclasses.field(default_factory=list)
    header: list[Paragraph] = dataclasses.field(default_factory=lambda: [Paragraph(numbered=True)])
    footer: list[Paragraph] = dataclasses.field(default_factory=list)
    first_footer: list[Paragraph] = dataclasses.field(default_factory=list)
    starts: int | None = 1


@dataclasses.dataclass
class Section:
    blocks: list[Paragraph | Table]
    sheet: Sheet = dataclasses.field(default_factory=Sheet)


def small(text: str, **look) -> Paragraph:
    return Paragraph(text, size=13, **look)


def bold(text: str, **look) -> Paragraph:
    return Paragraph(text, bold=True, **look)


def text(words: str, **look) -> Paragraph:
    return Paragraph(words, **{"align": "justify", "indent": 12.7, "before": 6} | look)


def recipient(words: str, **look) -> Paragraph:
    return Paragraph(words, **{"size": 11, "align": "left"} | look)


def line(length: float, **look) -> Paragraph:
    """An empty paragraph that holds a drawn line."""
    return Paragraph(size=4, rule=Rule(length, **look))


class Sketched:
    """Whatever is written from parts by name."""
    # What is told of it.
    medium: str

    def sections(self) -> list[Section]:
        raise NotImplementedError

    def but(self, change: typing.Callable[[typing.Any], object]) -> typing.Self:
        """A copy that went through a change."""
        other = copy.deepcopy(self)
        change(other)
        return other


@dataclasses.dataclass
class Paper(Sketched):
    """A kế hoạch without fault."""
    sheet: Sheet = dataclasses.field(default_factory=Sheet)
    parent: Paragraph | None = dataclasses.field(default_factory=lambda: small("UBND TỈNH SƠN LA"))
    issuer: Paragraph = dataclasses.field(default_factory=lambda: small("VĂN PHÒNG", bold=True))
    issuer_rule: Paragraph = dataclasses.field(default_factory=lambda: line(11.2))
    nation: Paragraph = dataclasses.field(default_factory=lambda: small(NATION, bold=True))
    motto: Paragraph = dataclasses.field(default_factory=lambda: bold(MOTTO))
    motto_rule: Paragraph = dataclasses.field(default_factory=lambda: line(60.5))
    head_bordered: bool = False
    head_widths: tuple[float, float] = (60, 100)
    # The day stands a row below the number.
    date_below: bool = False
    number: Paragraph = dataclasses.field(default_factory=lambda: small("Số: 15/KH-VPUB"))
    # Below the number: the trích yếu of a công văn, stamps.
    under_number: list[Paragraph] = dataclasses.field(default_factory=list)
    date: Paragraph = dataclasses.field(
        default_factory=lambda: Paragraph("Sơn La, ngày 27 tháng 4 năm 2026", italic=True))
    title: Paragraph | None = dataclasses.field(default_factory=lambda: bold("KẾ HOẠCH", before=18))
    subject: list[Paragraph] = dataclasses.field(
        default_factory=lambda: [bold("Phát động Phong trào thi đua năm 2026")])
    subject_rule: Paragraph | None = dataclasses.field(default_factory=lambda: line(36))
    opening: list[Paragraph] = dataclasses.field(default_factory=list)
    body: list[Paragraph] = dataclasses.field(default_factory=lambda: [
        text("Thực hiện Kế hoạch số 12/KH-UBND của tỉnh, Văn phòng phát động phong trào thi đua"
             " năm 2026 như sau:"),
        text("I. MỤC ĐÍCH, YÊU CẦU", bold=True),
        text("1. Mục đích", bold=True),
        text("Cán bộ, công chức, viên chức hoàn thành tốt nhiệm vụ được giao."),
        text("2. Yêu cầu", bold=True),
        text("a) Thi đua thiết thực, tránh hình thức;"),
        text("b) Kiểm tra, đôn đốc thường xuyên."),
        text("II. TỔ CHỨC THỰC HIỆN", bold=True),
        text("1. Các phòng, đơn vị xây dựng kế hoạch và tổ chức thực hiện."),
        text("2. Phòng Tổ chức theo dõi, đôn đốc, tổng hợp báo cáo./."),
    ])
    recipients_title: Paragraph = dataclasses.field(
        default_factory=lambda: Paragraph("Nơi nhận:", 12, True, True, align="left"))
    recipients: list[Paragraph] = dataclasses.field(default_factory=lambda: [
        recipient("- Lãnh đạo Văn phòng;"), recipient("- Các phòng, đơn vị;"),
        recipient("- Lưu: VT, TCHCQT.")])
    authority: list[Paragraph] = dataclasses.field(default_factory=lambda: [bold("CHÁNH VĂN PHÒNG")])
    signer: Paragraph = dataclasses.field(default_factory=lambda: bold("Trần Bình Minh", before=72))
    # The second signature of minutes, left of the first; the recipients then stand below.
    secretary: list[Paragraph] = dataclasses.field(default_factory=list)
    # The signature stands a row below the recipients.
    signs_below: bool = False
    # What follows the signature, each on pages of its own.
    annexes: list[Section] = dataclasses.field(default_factory=list)
    # The annexes alone, as a file of their own.
    annex_alone: bool = False
    # What is told of the paper.
    medium: str = "paper"

    def sections(self) -> list[Section]:
        if self.annex_alone:
            return self.annexes
        left = [p for p in (self.parent, self.issuer, self.issuer_rule) if p]
        rows = [[left, [self.nation, self.motto, self.motto_rule]]]
        rows += ([[[self.number, *self.under_number], [Paragraph()]], [[Paragraph()], [self.date]]]
                 if self.date_below else [[[self.number, *self.under_number], [self.date]]])
        head = Table(list(self.head_widths), rows, self.head_bordered)
        opened = [p for p in (self.title, *self.subject, self.subject_rule) if p]
        list_of, signs = [self.recipients_title, *self.recipients], [*self.authority, self.signer]
        if self.secretary:
            foot = [Table([75, 85], [[self.secretary, signs]]), *list_of]
        elif self.signs_below:
            foot = [Table([75, 85], [[list_of, [Paragraph()]], [[Paragraph()], signs]])]
        else:
            foot = [Table([75, 85], [[list_of, signs]])]
        return [Section([head, *opened, *self.opening, *self.body, *foot], self.sheet), *self.annexes]


def red(text: str, size: float) -> Paragraph:
    return Paragraph(text, size, True, colour="FF0000")


def closing(text: str, **look) -> Paragraph:
    return Paragraph(text, 14, True, True, **look)


@dataclasses.dataclass
class Certificate(Sketched):
    """A Giấy khen without fault."""
    sheet: Sheet = dataclasses.field(default_factory=lambda: Sheet(
        width=297, height=210, top=14, bottom=13, left=22, right=22, header=[]))
    nation: Paragraph = dataclasses.field(default_factory=lambda: Paragraph(NATION, 15, True))
    motto: Paragraph = dataclasses.field(default_factory=lambda: Paragraph(MOTTO, 16, True))
    motto_rule: Paragraph = dataclasses.field(default_factory=lambda: line(69.1))
    granter: Paragraph = dataclasses.field(
        default_factory=lambda: red("GIÁM ĐỐC TRUNG TÂM THÔNG TIN TỈNH SƠN LA", 20))
    giving: Paragraph = dataclasses.field(default_factory=lambda: Paragraph("TẶNG", 17, True))
    award: Paragraph = dataclasses.field(default_factory=lambda: red("GIẤY KHEN", 38))
    inscription: list[Paragraph] = dataclasses.field(default_factory=lambda: [
        Paragraph("Bà Hà Thu Trang", 26, True), Paragraph("Viên chức, Trung tâm Thông tin", 16, before=6),
        Paragraph("Đã có thành tích xuất sắc trong Phong trào thi đua năm 2026", 16, before=6)])
    decision: Paragraph = dataclasses.field(default_factory=lambda: closing(
        "Quyết định số: 431/QĐ-VPUB ngày 05 tháng 11 năm 2026", align="left"))
    golden_book: Paragraph = dataclasses.field(
        default_factory=lambda: closing("Số sổ vàng: 02", align="left"))
    date: Paragraph = dataclasses.field(
        default_factory=lambda: closing("Sơn La, ngày 05 tháng 11 năm 2026"))
    post: Paragraph = dataclasses.field(default_factory=lambda: bold("KT. GIÁM ĐỐC"))
    signer: Paragraph = dataclasses.field(default_factory=lambda: bold("Trần Bình Minh", before=60))
    # The columns of the foot have changed places.
    foot_mirrored: bool = False
    medium: str = "paper"

    def sections(self) -> list[Section]:
        above = [self.nation, self.motto, self.motto_rule, self.granter, self.giving, self.award]
        foot = [[self.decision, self.golden_book], [self.date, self.post, self.signer]]
        row = foot[::-1] if self.foot_mirrored else foot
        return [Section([*above, *self.inscription, Table([126, 126], [row])], self.sheet)]


def on(place: str, **values) -> typing.Callable[[Sketched], None]:
    """A change of some properties of a part that is named by its path, as in `body.3`."""
    def change(paper: Sketched):
        part: typing.Any = paper
        for step in place.split(".") if place else ():
            part = part[int(step)] if step.isdecimal() else getattr(part, step)
        for name, value in values.items():
            assert hasattr(part, name), f"{place} has no {name}"
            setattr(part, name, value)
    return change


def both(*changes) -> typing.Callable[[Sketched], None]:
    """Several changes, one after the other."""
    def change(paper: Sketched):
        for one in changes:
            one(paper)
    return change
