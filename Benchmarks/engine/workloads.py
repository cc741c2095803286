"""The workloads of the engine benchmark: data, and the same template in the words of each engine.

W1 is a certificate (12 fields, a picture, one file a record), W2 one list of very many rows, W3 a
report of several pages with nested lists and conditions. Everything is invented and the same at
each run. The papers look like what Word writes: every run says its font, every paragraph its
revision marks, for an engine's cost is paid by the byte.

A dialect says how an engine spells a field, a repeated row, a repeated stretch and a condition;
`Finished` is the dialect without an engine: it writes the values themselves, which is what the
physical limit deflates.
"""

import json
import struct
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Lò Cầm Quàng Vũ Đặng Bùi Đỗ Hà Lường Tòng".split()
MIDDLES = "Thị Văn Hữu Đức Minh Ngọc Thanh Thùy Quốc Xuân Khánh Thu Hồng".split()
GIVEN = "An Anh Bình Châu Chi Cường Dũng Duyên Đạt Giang Hà Hạnh Hiếu Hòa Huệ Hưng Khoa Lan".split()
UNITS = [
    "Phòng Tổng hợp", "Phòng Hành chính - Tổ chức", "Phòng Quản trị & Tài vụ",
    "Trung tâm Thông tin", "Ban Tiếp công dân", "Nhà khách tỉnh",
]
POSTS = ["Chuyên viên", "Chuyên viên chính", "Trưởng phòng", "Phó Trưởng phòng", "Kế toán viên"]
AWARDS = ["Giấy khen", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Bằng khen"]
DEEDS = [
    "Đã có thành tích xuất sắc trong phong trào thi đua đổi mới sáng tạo",
    'Có sáng kiến "Số hóa hồ sơ một cửa" được công nhận và áp dụng',
    "Hoàn thành xuất sắc nhiệm vụ chuyển đổi số (hồ sơ trễ hạn < 1%)",
]
SENTENCES = [
    "Tập thể đơn vị đoàn kết, chủ động khắc phục khó khăn và hoàn thành các nhiệm vụ được giao.",
    "Việc xử lý văn bản trên môi trường điện tử được thực hiện nghiêm túc, đúng tiến độ.",
    "Công tác tham mưu & tổng hợp tiếp tục được nâng cao chất lượng ở cả hai cấp.",
    "Phong trào thi đua thu hút đông đảo cán bộ, công chức và người lao động tham gia.",
]
ROW_KEYS = ["stt", "ma", "ho_ten", "ngay_sinh", "don_vi", "chuc_vu", "danh_hieu", "ghi_chu"]
ROW_TITLES = [
    "STT", "Mã số", "Họ và tên", "Ngày sinh", "Đơn vị", "Chức vụ", "Hình thức đề nghị", "Ghi chú",
]
WIDTHS = [600, 1100, 2200, 1200, 2300, 1500, 1900, 1300]
REPORT_KEYS = [f"muc_{number:02}" for number in range(1, 61)]


class Numbers:
    """A linear congruential generator: the same numbers on every machine."""

    def __init__(self, seed: int):
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def pick(self, items):
        return items[self.below(len(items))]


def full_name(n: Numbers) -> str:
    return f"{n.pick(SURNAMES)} {n.pick(MIDDLES)} {n.pick(GIVEN)}"


def day(n: Numbers) -> str:
    return f"{1 + n.below(28):02}/{1 + n.below(12)}/{1965 + n.below(38)}"


def certificates(count: int) -> list[dict]:
    n = Numbers(1)
    return [
        {
            "so_hieu": f"GK-{number:06}", "ho_ten": full_name(n), "ong_ba": n.pick(["Ông", "Bà"]),
            "ngay_sinh": day(n), "que_quan": "Sơn La", "don_vi": n.pick(UNITS),
            "danh_hieu": n.pick(AWARDS), "thanh_tich": n.pick(DEEDS), "nam": "2026",
            "so_quyet_dinh": f"{100 + n.below(900)}/QĐ-VPUB",
            "ngay_quyet_dinh": f"ngày {10 + n.below(18)} tháng 12 năm 2026",
            "nguoi_ky": full_name(n),
        }
        for number in range(1, count + 1)
    ]


def row_of(n: Numbers, number: int) -> dict:
    return dict(zip(ROW_KEYS, [
        str(number), f"CB{100000 + n.below(899999)}", full_name(n), day(n), n.pick(UNITS),
        n.pick(POSTS), n.pick(AWARDS), n.pick(["", "Đề nghị lần 2", "Có minh chứng", ""]),
    ]))


def listing(count: int) -> dict:
    n = Numbers(2)
    return {
        "tieu_de": "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", "nam": "2026", "tong_so": str(count),
        "rows": [row_of(n, number) for number in range(1, count + 1)],
    }


def reports(count: int) -> list[dict]:
    result = []
    for number in range(count):
        n = Numbers(1000 + number)
        report = {"so_bc": f"{number + 1}/BC-VPUB"}
        for key in REPORT_KEYS:
            report[key] = n.pick([full_name(n), day(n), str(n.below(9999)), n.pick(SENTENCES)])
        report["units"] = []
        for unit in range(1, 41):
            praised = n.below(3) > 0
            report["units"].append({
                "so": str(unit), "ten": n.pick(UNITS), "truong": full_name(n),
                "nhan_xet": n.pick(SENTENCES), "khen": praised, "khong_khen": not praised,
                "people": [row_of(n, person) for person in range(1, 11)],
            })
        result.append(report)
    return result


# Dialects: how an engine spells things. `scope` is the loop variable, "" at the root.


class Ours:
    """Tags of ThiDua."""

    def value(self, name, scope=""):
        return f"<<{scope + '.' if scope else ''}{name}>>"

    def repeated_row(self, items, scope, variable, row):
        """The rows that stand for one; `row(edge, variable)` makes one, a bare edge without it."""
        path = f"{scope}.{items}" if scope else items
        return [row(f"<<mỗi hàng {variable} trong {path}>>", variable)]

    def repeated(self, items, variable, line, body):
        return line(f"<<mỗi {variable} trong {items}>>") + body(variable) + line("<<hết>>")

    def when(self, name, scope, line, body):
        return line(f"<<nếu {scope}.{name}>>") + body + line("<<hết>>")


class Jinja(Ours):
    """Tags of docxtpl."""

    def value(self, name, scope=""):
        return "{{ " + (scope + "." if scope else "") + name + " }}"

    def repeated_row(self, items, scope, variable, row):
        path = f"{scope}.{items}" if scope else items
        edge = "{%tr for " + variable + " in " + path + " %}"
        return [row(edge, None), row("", variable), row("{%tr endfor %}", None)]

    def repeated(self, items, variable, line, body):
        return (line("{%p for " + variable + " in " + items + " %}") + body(variable)
                + line("{%p endfor %}"))

    def when(self, name, scope, line, body):
        return line("{%p if " + scope + "." + name + " %}") + body + line("{%p endif %}")


class Marks(Ours):
    """`{{name}}`, for a replacement written by hand with python-docx; the row is copied."""

    def value(self, name, scope=""):
        return "{{" + name + "}}"

    def repeated_row(self, items, scope, variable, row):
        return [row("", variable)]


class Merge(Marks):
    """MERGEFIELD, for docx-mailmerge2; `Word.text` knows it by the « »."""

    def value(self, name, scope=""):
        return f"«{name}»"


class Relatorio(Ours):
    """Placeholders of relatorio; `Writer.text` knows them by the first `<`."""

    def value(self, name, scope=""):
        return f"<{scope}['{name}']>" if scope else f"<{name}>"

    def repeated_row(self, items, scope, variable, row):
        return [
            row(f'<for each="{variable} in {items}">', None), row("", variable), row("</for>", None),
        ]


class Finished(Ours):
    """No engine: the values of one record themselves. A scope is the item itself."""

    def __init__(self, record):
        self.record = record

    def value(self, name, scope=""):
        return (scope or self.record)[name]

    def repeated_row(self, items, scope, variable, row):
        return [row("", item) for item in (scope or self.record)[items]]

    def repeated(self, items, variable, line, body):
        return "".join(body(item) for item in self.record[items])

    def when(self, name, scope, line, body):
        return body if scope[name] else ""


# Formats: the XML around the text.

WORD_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EMU_PER_CM = 360_000


class Word:
    suffix, main = ".docx", "word/document.xml"

    def __init__(self, dialect):
        self.dialect = dialect

    def properties(self, size, bold=False, italic=False):
        return (
            '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
            'w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
            + ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
            + f'<w:color w:val="000000"/><w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>'
            '<w:lang w:val="vi-VN"/></w:rPr>')

    def text(self, text, size=13, bold=False, italic=False):
        look = self.properties(size, bold, italic)
        if text.startswith("«"):
            name = text[1:-1]
            return (
                f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText '
                f'xml:space="preserve"> MERGEFIELD {name} </w:instrText></w:r><w:r>{look}'
                f'<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>{text}</w:t></w:r>'
                f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>')
        return (f'<w:r w:rsidRPr="00B1{size:04X}">{look}<w:t xml:space="preserve">{escape(text)}'
                "</w:t></w:r>")

    def paragraph(self, inside, align="both", after=6):
        return (
            '<w:p w:rsidR="00A71234" w:rsidRDefault="00C21A3F" w:rsidP="00D4551B"><w:pPr>'
            f'<w:spacing w:before="0" w:after="{after * 20}" w:line="288" w:lineRule="auto"/>'
            f'<w:jc w:val="{align}"/>{self.properties(13)}</w:pPr>{inside}</w:p>')

    def cell(self, inside, column):
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{WIDTHS[column]}" w:type="dxa"/><w:shd w:val="clear" '
            'w:color="auto" w:fill="auto"/><w:vAlign w:val="center"/></w:tcPr>'
            f'{self.paragraph(inside, "center", 1)}</w:tc>')

    def row(self, cells):
        return (
            '<w:tr w:rsidR="00A71234" w:rsidTr="00B15678"><w:trPr><w:cantSplit/>'
            f'<w:jc w:val="center"/></w:trPr>{"".join(cells)}</w:tr>')

    def table(self, rows, count=8):
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ["top", "left", "bottom", "right", "insideH", "insideV"])
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS[:count])
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(WIDTHS[:count])}" w:type="dxa"/><w:tblBorders>'
            f'{sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}'
            f'</w:tblGrid>{"".join(rows)}</w:tbl>')

    def picture(self):
        side = int(2.2 * EMU_PER_CM)
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{side}" cy="{side}"/><wp:docPr id="1" name="Logo"/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            '<pic:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")

    def part(self, body):
        page = (
            '<w:sectPr w:rsidR="00A71234"><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
            '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1134" w:header="708" '
            'w:footer="708" w:gutter="0"/></w:sectPr>')
        return f"{XML}<w:document {WORD_SPACES}><w:body>{body}{page}</w:body></w:document>"

    def package(self, body):
        """The body among the parts that a small document of Word has besides."""
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        others = ["styles", "settings", "fontTable"]
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{kind}{type}+xml"/>'
            for name, type in [("document", "document.main")] + [(name, name) for name in others])
        relations = "".join(
            f'<Relationship Id="rId{name}" Type="{R}/{name}" Target="{name}.xml"/>'
            for name in others)
        wrap = "http://schemas.openxmlformats.org/package/2006/"
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="Kieu{number}"><w:name w:val="Kiểu {number}"/>'
            f'<w:pPr><w:spacing w:after="{number}"/></w:pPr>{self.properties(10 + number % 8)}'
            "</w:style>" for number in range(60))
        fonts = "".join(
            f'<w:font w:name="{name}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
            for name in ["Times New Roman", "Arial", "Symbol"])
        return {
            "[Content_Types].xml": f'{XML}<Types xmlns="{wrap}content-types"><Default '
            'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
            '+xml"/><Default Extension="xml" ContentType="application/xml"/><Default '
            f'Extension="png" ContentType="image/png"/>{overrides}</Types>',
            "_rels/.rels": f'{XML}<Relationships xmlns="{wrap}relationships"><Relationship '
            f'Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            self.main: self.part(body),
            "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{wrap}relationships">'
            f'{relations}<Relationship Id="rIdLogo" Type="{R}/image" Target="media/logo.png"/>'
            "</Relationships>",
            "word/styles.xml": f"{XML}<w:styles {WORD_SPACES}><w:docDefaults><w:rPrDefault>"
            f"{self.properties(13)}</w:rPrDefault></w:docDefaults>{styles}</w:styles>",
            "word/settings.xml": f"{XML}<w:settings {WORD_SPACES}/>",
            "word/fontTable.xml": f"{XML}<w:fonts {WORD_SPACES}>{fonts}</w:fonts>",
            "word/media/logo.png": logo(),
        }


WRITER_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
        ("meta", "meta")]
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'


class Writer:
    suffix, main = ".odt", "content.xml"

    def __init__(self, dialect):
        self.dialect = dialect

    def text(self, text, size=13, bold=False, italic=False):
        if text.startswith("<") and not text.startswith("<<"):
            text = ('<text:placeholder text:placeholder-type="text">'
                    f"{escape(text)}</text:placeholder>")
        else:
            text = escape(text)
        return f'<text:span text:style-name="C{size}{"b" * bold}{"i" * italic}">{text}</text:span>'

    def paragraph(self, inside, align="both", after=6):
        return f'<text:p text:style-name="P{align}{after}">{inside}</text:p>'

    def cell(self, inside, column):
        return (f'<table:table-cell table:style-name="O{column}" office:value-type="string">'
                f'{self.paragraph(inside, "center", 1)}</table:table-cell>')

    def row(self, cells):
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def table(self, rows, count=8):
        columns = "".join(
            f'<table:table-column table:style-name="B{column}"/>' for column in range(count))
        return f'<table:table table:name="Bang">{columns}{"".join(rows)}</table:table>'

    def picture(self):
        return (
            '<draw:frame draw:name="Logo" text:anchor-type="as-char" svg:width="2.2cm" '
            'svg:height="2.2cm"><draw:image xlink:href="Pictures/logo.png" xlink:type="simple" '
            'xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>')

    def styles(self):
        """The automatic styles: of letters, paragraphs, columns and cells."""
        letters = [
            f'<style:style style:name="C{size}{"b" * bold}{"i" * italic}" style:family="text">'
            f'<style:text-properties fo:font-size="{size}pt" '
            f'fo:font-weight="{"bold" if bold else "normal"}" '
            f'fo:font-style="{"italic" if italic else "normal"}"/></style:style>'
            for size in [11, 13, 14, 16, 20, 32] for bold in [False, True]
            for italic in [False, True]]
        paragraphs = [
            f'<style:style style:name="P{align}{after}" style:family="paragraph" '
            'style:parent-style-name="Standard"><style:paragraph-properties '
            f'fo:text-align="{"justify" if align == "both" else align}" '
            f'fo:margin-bottom="{after}pt"/></style:style>'
            for align in ["both", "center", "left", "right"] for after in [0, 1, 6]]
        columns = [
            f'<style:style style:name="B{number}" style:family="table-column"><style:table-column-'
            f'properties style:column-width="{width / 567:.2f}cm"/></style:style><style:style '
            f'style:name="O{number}" style:family="table-cell"><style:table-cell-properties '
            'fo:padding="0.1cm" fo:border="0.05pt solid #000000"/></style:style>'
            for number, width in enumerate(WIDTHS)]
        return "".join(letters + paragraphs + columns)

    def part(self, body):
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {WRITER_SPACES} '
            f'office:version="1.3"><office:automatic-styles>{self.styles()}'
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>")

    def package(self, body):
        head = '<?xml version="1.0" encoding="UTF-8"?>\n'
        named = "".join(
            f'<style:style style:name="Kieu{number}" style:family="paragraph"><style:text-'
            f'properties fo:font-size="{10 + number % 8}pt" fo:language="vi" fo:country="VN"/>'
            "</style:style>" for number in range(60))
        media = "application/vnd.oasis.opendocument.text"
        parts = {
            "mimetype": media,
            self.main: self.part(body),
            "styles.xml": f'{head}<office:document-styles {WRITER_SPACES} office:version="1.3">'
            '<office:styles><style:style style:name="Standard" style:family="paragraph"/>'
            f"{named}</office:styles><office:automatic-styles><style:page-layout style:name="
            '"Trang"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" '
            'style:print-orientation="landscape" fo:margin="2cm"/></style:page-layout>'
            "</office:automatic-styles><office:master-styles><style:master-page style:name="
            '"Standard" style:page-layout-name="Trang"/></office:master-styles>'
            "</office:document-styles>",
            "meta.xml": f'{head}<office:document-meta {WRITER_SPACES} office:version="1.3">'
            "<office:meta/></office:document-meta>",
            "Pictures/logo.png": logo(),
        }
        entries = "".join(
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{type}"/>'
            for name, type in [("/", media), (self.main, "text/xml"), ("styles.xml", "text/xml"),
                               ("meta.xml", "text/xml"), ("Pictures/logo.png", "image/png")])
        parts["META-INF/manifest.xml"] = (
            f'{head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
            f'manifest:1.0" manifest:version="1.3">{entries}</manifest:manifest>')
        return parts


# The three papers, in any format and dialect.


def certificate(f) -> str:
    value = f.dialect.value
    lines = [
        f.paragraph(f.picture(), "center"),
        f.paragraph(f.text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True), "center", 0),
        f.paragraph(f.text("Độc lập - Tự do - Hạnh phúc", 14, bold=True), "center"),
        f.paragraph(f.text("CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", 16, bold=True), "center"),
        f.paragraph(f.text("TẶNG GIẤY KHEN", 32, bold=True), "center"),
        f.paragraph(f.text(value("ong_ba"), 16) + f.text(" ", 16)
                    + f.text(value("ho_ten"), 20, bold=True), "center"),
        f.paragraph(f.text("Ngày sinh: ") + f.text(value("ngay_sinh")) + f.text("; quê quán: ")
                    + f.text(value("que_quan")), "center"),
        f.paragraph(f.text(value("don_vi"), 14, bold=True), "center"),
        f.paragraph(f.text(value("thanh_tich"), 14, italic=True) + f.text(", năm ", 14)
                    + f.text(value("nam"), 14), "center"),
        f.paragraph(f.text("Hình thức: ") + f.text(value("danh_hieu"), bold=True), "center"),
        f.table([
            f.row([
                f.cell(f.text("Số: ", 11) + f.text(value("so_hieu"), 11)
                       + f.text(", theo Quyết định số ", 11) + f.text(value("so_quyet_dinh"), 11), 0),
                f.cell(f.text("Sơn La, ", italic=True)
                       + f.text(value("ngay_quyet_dinh"), italic=True), 1)]),
            f.row([f.cell(f.text(" "), 0), f.cell(f.text("CHÁNH VĂN PHÒNG", bold=True), 1)]),
            f.row([f.cell(f.text(" "), 0), f.cell(f.text(value("nguoi_ky"), bold=True), 1)]),
        ], 2),
    ]
    return "".join(lines)


def people(f, items, scope) -> str:
    def row(edge, variable):
        texts = [
            f.dialect.value(name, variable) if variable is not None else "" for name in ROW_KEYS]
        texts[0] = edge + texts[0]
        return f.row([f.cell(f.text(text, 11), column) for column, text in enumerate(texts)])

    titles = f.row([
        f.cell(f.text(title, 11, bold=True), column) for column, title in enumerate(ROW_TITLES)])
    return f.table([titles] + f.dialect.repeated_row(items, scope, "p", row))


def long_list(f) -> str:
    value = f.dialect.value
    return (
        f.paragraph(f.text(value("tieu_de"), 14, bold=True), "center")
        + f.paragraph(f.text("Năm ") + f.text(value("nam")) + f.text(", tổng số: ")
                      + f.text(value("tong_so")), "center")
        + people(f, "rows", "")
        + f.paragraph(f.text("Danh sách lập theo đề nghị của các đơn vị.", italic=True)))


def report(f) -> str:
    value = f.dialect.value

    def line(text):
        return f.paragraph(f.text(text))

    def unit(u):
        return (
            f.paragraph(f.text("Đơn vị số ", 14, bold=True) + f.text(value("so", u), 14, bold=True)
                        + f.text(": ", 14) + f.text(value("ten", u), 14, bold=True), "left")
            + f.paragraph(f.text("Thủ trưởng: ") + f.text(value("truong", u)))
            + people(f, "people", u)
            + f.dialect.when("khen", u, line, f.paragraph(
                f.text("Đề nghị khen thưởng tập thể. ") + f.text(value("nhan_xet", u))))
            + f.dialect.when("khong_khen", u, line, f.paragraph(
                f.text("Chưa đủ điều kiện đề nghị.", italic=True))))

    body = [
        f.paragraph(f.text("BÁO CÁO TỔNG KẾT PHONG TRÀO THI ĐUA", 16, bold=True), "center"),
        f.paragraph(f.text("Số: ") + f.text(value("so_bc")), "center"),
    ]
    for number, key in enumerate(REPORT_KEYS):
        if number % 10 == 0:
            body.append(f.paragraph(f.text(f"Phần {number // 10 + 1}", 14, bold=True), "left"))
            body += [line(sentence) for sentence in SENTENCES * 2]
        body.append(f.paragraph(
            f.text(f"{number + 1}. Nội dung báo cáo: ") + f.text(value(key))
            + f.text(". " + SENTENCES[number % len(SENTENCES)])))
    body.append(f.dialect.repeated("units", "u", line, unit))
    return "".join(body)


PAPERS = {"w1": certificate, "w2": long_list, "w3": report}


def logo() -> bytes:
    """A PNG of 64 × 64 points, noisy enough not to vanish in the compressor."""
    n = Numbers(7)
    rows = b"".join(
        b"\0" + bytes(n.below(256) for _ in range(3 * 64)) for _ in range(64))

    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data
                + struct.pack(">I", zlib.crc32(kind + data)))

    header = struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def write_template(path: Path, form, workload: str) -> None:
    write_part(path, form, PAPERS[workload](form))


def write_part(path: Path, form, body: str) -> None:
    """A document around a body."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in form.package(body).items():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            stored = name == "mimetype" or name.endswith(".png")
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def write_finished(path: Path, format_type, workload: str, records: list[dict]) -> None:
    """The finished main parts one after the other, each after its length (u32, little endian)."""
    with open(path, "wb") as file:
        for record in records:
            form = format_type(Finished(record))
            part = form.part(PAPERS[workload](form)).encode()
            file.write(struct.pack("<I", len(part)) + part)


def write_data(path: Path, records: list[dict]) -> None:
    """One record a line, which is also what `thidua render --records` reads."""
    with open(path, "w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
