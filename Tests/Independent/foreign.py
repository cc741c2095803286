"""The same plan as two libraries write it: odfpy, and one that writes what docx.js writes.

docx.js sets every run by itself, writes an empty `docDefaults`, a page number's field in one run, `none`
for a border that is not there, and, unless it is told columns, widths in `%` over a grid that says nothing.
"""

import dataclasses
import pathlib

from form import MOTTO, NATION
from odf.opendocument import OpenDocumentText
from odf.style import (
    FontFace, Header, HeaderFooterProperties, HeaderStyle, MasterPage, PageLayout, PageLayoutProperties,
    ParagraphProperties, Style, TableCellProperties, TableColumnProperties, TableProperties, TextProperties)
from odf.table import Table, TableCell, TableColumn, TableHeaderRows, TableRow
from odf.text import P, PageNumber
from sketch_files import escape, package

TIMES = "Times New Roman"


@dataclasses.dataclass(frozen=True)
class Line:
    """A paragraph: its words, size, look, gap above in points, whether its first line is indented."""
    text: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "left"
    before: float = 0
    indented: bool = False
    raised: bool = False
    begins_page: bool = False


def middle(text: str, size: float = 14, **look) -> Line:
    return Line(text, size, align="center", **look)


def body(text: str, **look) -> Line:
    return Line(text, align="justify", before=6, indented=True, **look)


# A table is its widths in hundredths, whether it has lines, and its rows of cells.
HEAD = ([38, 62], False, [
    [[middle("UBND TỈNH SƠN LA", 13), middle("SỞ NỘI VỤ", 13, bold=True), middle("_" * 7, 13, raised=True)],
     [middle(NATION, 13, bold=True), middle(MOTTO, bold=True), middle("_" * 42, 13, raised=True)]],
    [[middle("Số: 15/KH-SNV", 13)], [middle("Sơn La, ngày 27 tháng 4 năm 2026", italic=True)]]])
WORK = ([10, 60, 30], True, [
    [[middle("TT", 13, bold=True)], [middle("Nội dung", 13, bold=True)], [middle("Thời hạn", 13, bold=True)]],
    [[middle("1", 13)], [Line("Xây dựng kế hoạch của phòng", 13)], [middle("30/6/2026", 13)]],
    [[middle("2", 13)], [Line("Báo cáo kết quả", 13)], [middle("31/12/2026", 13)]]])
FOOT = ([45, 55], False, [[
    [Line("Nơi nhận:", 12, bold=True, italic=True), Line("- Các phòng thuộc Sở;", 11), Line("- Lưu: VT, TCCB.", 11)],
    [middle("GIÁM ĐỐC", bold=True), middle("Lò Thị Mai", bold=True, before=72)]]])
PLAN = [
    HEAD, middle("KẾ HOẠCH", bold=True, before=12), middle("Phát động phong trào thi đua năm 2026", bold=True),
    middle("_" * 14, 13, raised=True), body("Sở Nội vụ phát động phong trào thi đua năm 2026 như sau:"),
    body("I. MỤC ĐÍCH", bold=True), body("1. Cán bộ, công chức hoàn thành tốt nhiệm vụ được giao."),
    body("2. Các phòng thực hiện các công việc sau:"), WORK,
    body("3. Các phòng tổ chức thực hiện, báo cáo kết quả.", begins_page=True),
    body("4. Văn phòng Sở theo dõi, đôn đốc việc thực hiện./."), FOOT]


# MARK: As docx.js writes it

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
         f'xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')
PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>'


def run(line: Line, inside: str) -> str:
    look = "<w:b/><w:bCs/>" * line.bold + "<w:i/><w:iCs/>" * line.italic
    raised = '<w:vertAlign w:val="superscript"/>' * line.raised
    fonts = " ".join(f'w:{name}="{TIMES}"' for name in ("ascii", "cs", "eastAsia", "hAnsi"))
    return (f'<w:r><w:rPr>{look}<w:rFonts {fonts}/><w:sz w:val="{round(line.size * 2)}"/>'
            f'<w:szCs w:val="{round(line.size * 2)}"/>{raised}</w:rPr>{inside}</w:r>')


def word_paragraph(line: Line) -> str:
    breaks = "<w:pageBreakBefore/>" * line.begins_page
    indent = '<w:ind w:firstLine="720"/>' * line.indented
    return (f'<w:p><w:pPr>{breaks}<w:spacing w:after="0" w:before="{round(line.before * 20)}" w:line="240"/>{indent}'
            f'<w:jc w:val="{ {"justify": "both"}.get(line.align, line.align) }"/></w:pPr>'
            + run(line, f'<w:t xml:space="preserve">{escape(line.text)}</w:t>') + "</w:p>")


def word_table(widths: list[int], lined: bool, rows: list, in_percent: bool) -> str:
    look = 'w:val="single" w:color="auto" w:sz="4"' if lined else 'w:val="none" w:color="auto" w:sz="0"'
    edges = "".join(f"<w:{e} {look}/>" for e in ("top", "left", "bottom", "right", "insideH", "insideV"))
    room = [9185 * width // 100 for width in widths]
    grid = "".join(f'<w:gridCol w:w="{100 if in_percent else width}"/>' for width in room)
    sizes = [f'w:type="pct" w:w="{width}%"' if in_percent else f'w:type="dxa" w:w="{twips}"'
             for width, twips in zip(widths, room)]
    text = ""
    for number, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if lined and number == 0 else ""
        text += f"<w:tr>{head}" + "".join(
            f'<w:tc><w:tcPr><w:tcW {size}/></w:tcPr>{"".join(map(word_paragraph, cell))}</w:tc>'
            for size, cell in zip(sizes, row)) + "</w:tr>"
    return (f'<w:tbl><w:tblPr><w:tblW w:type="pct" w:w="100%"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{text}</w:tbl>")


def docxjs(path: pathlib.Path, in_percent: bool = False) -> pathlib.Path:
    """The plan as docx.js writes it, its columns measured in twips or only as parts of the table."""
    text = "".join(
        word_paragraph(b) if isinstance(b, Line) else word_table(*b, in_percent) for b in PLAN)
    field = ('<w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve">PAGE</w:instrText>'
             '<w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/>')
    number = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run(Line(""), field)}</w:p>'
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="first" r:id="rId7"/>'
        '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/><w:pgMar w:top="1134" w:right="1020" w:bottom="1134"'
        ' w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType/><w:titlePg/>'
        '<w:docGrid w:linePitch="360"/></w:sectPr>')
    relation = '<Relationship Id="{}" Type="' + OFFICE + '/{}" Target="{}"/>'
    rels = PROLOGUE + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    parts = {"word/document.xml": "document.main", "word/styles.xml": "styles", "word/header1.xml": "header",
             "word/header2.xml": "header", "word/settings.xml": "settings"}
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{TYPES}.{kind}+xml"/>' for name, kind in parts.items())
    return package(path, {
        "word/document.xml": f'{PROLOGUE}<w:document {NAMES}><w:body>{text}{section}</w:body></w:document>',
        "word/styles.xml": (f"{PROLOGUE}<w:styles {NAMES}><w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults>"
                            '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:qFormat/>'
                            '<w:rPr><w:sz w:val="56"/></w:rPr></w:style></w:styles>'),
        "word/header1.xml": f"{PROLOGUE}<w:hdr {NAMES}>{number}</w:hdr>",
        "word/header2.xml": f"{PROLOGUE}<w:hdr {NAMES}><w:p/></w:hdr>",
        "word/settings.xml": (
            f'{PROLOGUE}<w:settings {NAMES}><w:displayBackgroundShape/><w:compat><w:compatSetting w:val="15"'
            ' w:uri="http://schemas.microsoft.com/office/word" w:name="compatibilityMode"/></w:compat></w:settings>'),
        "word/_rels/document.xml.rels": rels.format(
            relation.format("rId1", "styles", "styles.xml") + relation.format("rId2", "settings", "settings.xml")
            + relation.format("rId6", "header", "header1.xml")
            + relation.format("rId7", "header", "header2.xml")),
        "_rels/.rels": rels.format(relation.format("rId1", "officeDocument", "word/document.xml")),
        "[Content_Types].xml": (
            f'{PROLOGUE}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default ContentType="application/vnd.openxmlformats-package.relationships+xml" Extension="rels"/>'
            f'<Default ContentType="application/xml" Extension="xml"/>{overrides}</Types>')})


# MARK: As odfpy writes it


class Writer:
    def __init__(self):
        self.document = OpenDocumentText()
        self.count = 0
        self.document.fontfacedecls.addElement(
            FontFace(name=TIMES, fontfamily=f"'{TIMES}'", fontfamilygeneric="roman", fontpitch="variable"))
        number = self.paragraph(middle(""), self.document.styles)
        number.addElement(PageNumber(selectpage="current"))
        first, later = self.page("First", 20), self.page("Later", 10)
        later.addElement(HeaderStyle())
        later.lastChild.addElement(HeaderFooterProperties(minheight="10mm", marginbottom="0mm"))
        standard = MasterPage(name="Standard", pagelayoutname=later)
        self.document.masterstyles.addElement(standard)
        standard.addElement(Header())
        standard.lastChild.addElement(number)
        self.first = MasterPage(name="First", pagelayoutname=first, nextstylename="Standard")
        self.document.masterstyles.addElement(self.first)

    def page(self, name: str, top: int) -> PageLayout:
        layout = PageLayout(name=name)
        layout.addElement(PageLayoutProperties(
            pagewidth="210mm", pageheight="297mm", printorientation="portrait", margintop=f"{top}mm",
            marginbottom="20mm", marginleft="30mm", marginright="18mm", numformat="1"))
        self.document.automaticstyles.addElement(layout)
        return layout

    def style(self, family: str, properties, where=None, **values) -> Style:
        self.count += 1
        made = Style(name=f"A{self.count}", family=family, **values)
        for one in properties:
            made.addElement(one)
        (where or self.document.automaticstyles).addElement(made)
        return made

    def paragraph(self, line: Line, where=None) -> P:
        look = {"fontweight": "bold"} if line.bold else {}
        look |= {"fontstyle": "italic"} if line.italic else {}
        look |= {"textposition": "super 58%"} if line.raised else {}
        setting = {"breakbefore": "page"} if line.begins_page else {}
        style = self.style("paragraph", [
            ParagraphProperties(
                textalign={"left": "start"}.get(line.align, line.align), margintop=f"{line.before}pt", marginbottom="0pt",
                textindent="12.7mm" if line.indented else "0mm", lineheight="100%", **setting),
            TextProperties(fontname=TIMES, fontsize=f"{line.size}pt", **look)], where)
        return P(stylename=style, text=line.text)

    def table(self, widths: list[int], lined: bool, rows: list, **values) -> Table:
        made = Table(stylename=self.style("table", [TableProperties(width="162mm", align="margins")], **values))
        for width in widths:
            column = TableColumnProperties(columnwidth=f"{162 * width / 100:.1f}mm")
            made.addElement(TableColumn(stylename=self.style("table-column", [column])))
        border = TableCellProperties(border="0.5pt solid #000000" if lined else "none", padding="0mm")
        look = self.style("table-cell", [border])
        for number, row in enumerate(rows):
            place = made
            if lined and number == 0:
                place = TableHeaderRows()
                made.addElement(place)
            place.addElement(TableRow())
            for cell in row:
                place.lastChild.addElement(TableCell(stylename=look))
                for line in cell:
                    place.lastChild.lastChild.addElement(self.paragraph(line))
        return made


def odfpy(path: pathlib.Path) -> pathlib.Path:
    """The plan as odfpy writes it."""
    writer = Writer()
    for number, block in enumerate(PLAN):
        if isinstance(block, Line):
            writer.document.text.addElement(writer.paragraph(block))
        else:
            first = {"masterpagename": writer.first} if number == 0 else {}
            writer.document.text.addElement(writer.table(*block, **first))
    writer.document.save(str(path))
    return path
