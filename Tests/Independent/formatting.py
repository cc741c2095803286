"""How every paragraph of a document looks, resolved from its styles, and how its pages are set.

Written from ECMA-376 (17.7.2, style hierarchy) and ODF 1.2 (16.2), for what office documents of
ours use; anything else is refused and not guessed: table styles with text properties, numbering,
percentages as font sizes.
"""

import dataclasses
import pathlib
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"


@dataclasses.dataclass(frozen=True)
class Face:
    """How a run of letters looks; the size in points, the colour as six digits."""
    font: str
    size: float
    bold: bool
    italic: bool
    underlined: bool
    colour: str


@dataclasses.dataclass
class Paragraph:
    """A paragraph with its resolved properties: lengths in millimetres, gaps in points."""
    text: str
    faces: set[Face]
    align: str
    left: float
    right: float
    indent: float
    before: float
    after: float
    line: float | None  # of the single line; None where it is a fixed height
    keep_next: bool
    keep_lines: bool
    widows: bool
    drawn: int  # lines that hang on it

    @property
    def face(self) -> Face:
        """The one face of the paragraph."""
        assert len(self.faces) == 1, f"{self.text!r} mixes {self.faces}"
        return next(iter(self.faces))


@dataclasses.dataclass
class Row:
    """A row of a table: the paragraphs of its cells, and how it behaves at the foot of a page."""
    cells: list[list[Paragraph]]
    whole: bool
    header: bool
    bordered: bool


@dataclasses.dataclass
class Page:
    """A kind of page: lengths in millimetres, the texts of its margins with `#` as page number."""
    width: float
    height: float
    top: float
    body: float  # from the edge to the body
    bottom: float
    left: float
    right: float
    header: list[Paragraph]
    footer: list[Paragraph]


@dataclasses.dataclass
class Section:
    """A run of blocks on one kind of page: its first page, the later ones, the number it starts at.

    `start` is None where the numbers of the section before go on.
    """
    blocks: list[Paragraph | list[Row]]
    first: Page
    later: Page
    start: int | None
    decimal: bool

    def every(self) -> list[Paragraph]:
        """All paragraphs, those of cells and margins too."""
        return self.first.header + self.first.footer + self.later.header + self.later.footer + [
            paragraph for block in self.blocks for paragraph in paragraphs_of(block)]


@dataclasses.dataclass
class Document:
    """The sections of a document; what is asked of it as a whole is said of the first."""
    sections: list[Section]

    @property
    def blocks(self) -> list[Paragraph | list[Row]]:
        return [block for section in self.sections for block in section.blocks]

    @property
    def first(self) -> Page:
        return self.sections[0].first

    @property
    def later(self) -> Page:
        return self.sections[0].later

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs outside tables that hold text."""
        return [b for b in self.blocks if isinstance(b, Paragraph) and b.text.strip()]

    @property
    def tables(self) -> list[list[Row]]:
        return [b for b in self.blocks if isinstance(b, list)]

    def every(self) -> list[Paragraph]:
        """All paragraphs, those of cells and margins too."""
        return [paragraph for section in self.sections for paragraph in section.every()]


def paragraphs_of(block: Paragraph | list[Row]) -> list[Paragraph]:
    """The paragraphs of a block: itself, or those of a table's cells."""
    if isinstance(block, Paragraph):
        return [block]
    return [paragraph for row in block for cell in row.cells for paragraph in cell]


def read(path: pathlib.Path) -> Document:
    """The formatting of a document."""
    # The two readers stand on this page's names.
    import formatting_docx
    import formatting_odt

    return (formatting_docx.Docx if path.suffix == ".docx" else formatting_odt.Odt)(path).document()


def parts_of(path: pathlib.Path) -> dict[str, etree._Element]:
    """The XML parts of a package, by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()
                if name.endswith((".xml", ".rels"))}
<<<<<<< HEAD
=======


class _Docx:
    TWIP = 25.4 / 1440

    def __init__(self, path):
        self.parts = _parts(path)
        root = self.parts["word/styles.xml"]
        self.styles = {s.get(W + "styleId"): s for s in root.findall(W + "style")}
        self.default = next(s.get(W + "styleId") for s in self.styles.values()
                            if s.get(W + "type") == "paragraph" and s.get(W + "default") == "1")
        defaults = root.find(W + "docDefaults")
        self.text_default = defaults.find(f"{W}rPrDefault/{W}rPr")
        self.paragraph_default = defaults.find(f"{W}pPrDefault/{W}pPr")
        for style in self.styles.values():
            if style.get(W + "type") == "table":
                assert style.find(W + "pPr") is None and style.find(W + "rPr") is None

    def chain(self, identifier) -> list:
        """A style after those it is based on."""
        found = []
        while identifier is not None:
            style = self.styles[identifier]
            found.insert(0, style)
            based = style.find(W + "basedOn")
            identifier = None if based is None else based.get(W + "val")
        return found

    @staticmethod
    def on(element) -> bool:
        return element.get(W + "val", "1") not in ("0", "false", "off", "none")

    def value(self, sources, element, attribute, default):
        """The last word of the sources about an attribute of an element."""
        for source in sources:
            found = None if source is None else source.find(W + element)
            if found is not None and found.get(W + attribute) is not None:
                default = found.get(W + attribute)
        return default

    def flag(self, sources, element, default=False) -> bool:
        for source in sources:
            found = None if source is None else source.find(W + element)
            default = default if found is None else self.on(found)
        return default

    def face(self, run, chain) -> Face:
        direct = run.find(W + "rPr")
        used = None if direct is None else direct.find(W + "rStyle")
        letters = [] if used is None else self.chain(used.get(W + "val"))
        below = [self.text_default] + [s.find(W + "rPr") for s in chain]
        above = [s.find(W + "rPr") for s in letters]
        sources = below + above + [direct]

        def toggle(element):
            # A style of letters that says the same as the paragraph's takes it back.
            result = self.flag(below, element) != self.flag(above, element)
            return self.flag([direct], element, result)

        fonts = {self.value(sources, "rFonts", a, None) for a in ("ascii", "hAnsi", "cs")}
        for source in sources:
            theme = None if source is None else source.find(W + "rFonts")
            assert theme is None or not any(k.endswith("Theme") for k in theme.attrib)
        return Face(
            font="/".join(sorted(str(f) for f in fonts)),
            size=int(self.value(sources, "sz", "val", "20")) / 2,
            bold=toggle("b"), italic=toggle("i"),
            underlined=self.value(sources, "u", "val", "none") != "none",
            colour=self.value(sources, "color", "val", "auto").replace("auto", "000000"))

    def paragraph(self, element) -> Paragraph:
        direct = element.find(W + "pPr")
        used = None if direct is None else direct.find(W + "pStyle")
        chain = self.chain(self.default if used is None else used.get(W + "val"))
        sources = [self.paragraph_default] + [s.find(W + "pPr") for s in chain] + [direct]
        assert all(s is None or s.find(W + "numPr") is None for s in sources)
        text, faces, cached = "", set(), False
        for run in element.iter(W + "r"):
            mark = run.find(W + "fldChar")
            if mark is not None:
                # Word keeps what the field showed last.
                cached = mark.get(W + "fldCharType") == "separate"
            if cached:
                continue
            part = "".join(
                t.text or "" if t.tag == W + "t" else "\t" if t.tag == W + "tab" else "\n"
                for t in run.iterchildren(W + "t", W + "tab", W + "br"))
            field = "".join(t.text for t in run.iterchildren(W + "instrText")).split()
            assert field in ([], ["PAGE"]), f"{field} is not read"
            part += "#" if field else ""
            if part.strip():
                faces.add(self.face(run, chain))
            text += part
        get = lambda e, a, d="0": self.value(sources, e, a, d)  # noqa: E731
        rule, line = get("spacing", "lineRule", "auto"), int(get("spacing", "line", "240"))
        contextual = self.flag(sources, "contextualSpacing")
        assert not contextual
        first = int(get("ind", "firstLine")) - int(get("ind", "hanging"))
        return Paragraph(
            text=text, faces=faces,
            align={"both": "justify", "start": "left"}.get(get("jc", "val", "left"),
                                                         get("jc", "val", "left")),
            left=int(get("ind", "left")) * self.TWIP, right=int(get("ind", "right")) * self.TWIP,
            indent=first * self.TWIP,
            before=int(get("spacing", "before")) / 20, after=int(get("spacing", "after")) / 20,
            line=line / 240 if rule == "auto" else None,
            keep_next=self.flag(sources, "keepNext"), keep_lines=self.flag(sources, "keepLines"),
            widows=self.flag(sources, "widowControl", True),
            drawn=len(list(element.iter(WPS + "wsp"))))

    def rows(self, table) -> list[Row]:
        style = table.find(f"{W}tblPr/{W}tblStyle")
        sources = [s.find(W + "tblPr") for s in self.chain(style.get(W + "val"))]
        sources.append(table.find(W + "tblPr"))
        edges = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = dict.fromkeys(edges, "nil")
        for borders in (s.find(W + "tblBorders") for s in sources if s is not None):
            for edge in borders if borders is not None else ():
                lines[etree.QName(edge).localname] = edge.get(W + "val")
        found = []
        for row in table.findall(W + "tr"):
            properties = [row.find(W + "trPr")]
            # An office program may write the borders into each cell.
            drawn = set()
            for cell in row.findall(W + "tc"):
                own = cell.find(f"{W}tcPr/{W}tcBorders")
                edge = {etree.QName(e).localname: e.get(W + "val") for e in (own if own is not None else ())}
                drawn |= {value not in ("nil", "none") for value in (lines | edge).values()}
            assert len(drawn) == 1, f"a row has some of its borders: {lines}"
            cells = [[self.paragraph(p) for p in cell.findall(W + "p")]
                     for cell in row.findall(W + "tc")]
            found.append(Row(cells, self.flag(properties, "cantSplit"),
                             self.flag(properties, "tblHeader"), True in drawn))
        return found

    def margin(self, section, kind) -> list[Paragraph]:
        relations = {r.get("Id"): r.get("Target")
                     for r in self.parts["word/_rels/document.xml.rels"]}
        for reference in section.findall(W + kind):
            if reference.get(W + "type") == self.wanted:
                part = self.parts["word/" + relations[reference.get(R + "id")]]
                return [self.paragraph(p) for p in part.findall(W + "p")]
        return []

    def page(self, section, wanted) -> Page:
        self.wanted = wanted
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        at = {k: int(margins.get(W + k)) * self.TWIP for k in
              ("top", "bottom", "left", "right", "header", "gutter")}
        header = self.margin(section, "headerReference")
        # What the header needs: a line of 1.15 times its size for each paragraph.
        needed = sum(1.15 * p.face.size + p.before + p.after for p in header) * 25.4 / 72
        return Page(
            width=int(size.get(W + "w")) * self.TWIP, height=int(size.get(W + "h")) * self.TWIP,
            top=at["top"], body=max(at["top"], at["header"] + needed), bottom=at["bottom"],
            left=at["left"] + at["gutter"], right=at["right"], header=header,
            footer=self.margin(section, "footerReference"))

    def document(self) -> Document:
        body = self.parts["word/document.xml"].find(W + "body")
        sections = list(body.iter(W + "sectPr"))
        assert len(sections) == 1, "only documents of one section are read"
        settings = self.parts["word/settings.xml"]
        assert settings.find(W + "evenAndOddHeaders") is None
        different = self.flag(sections, "titlePg")
        number = sections[0].find(W + "pgNumType")
        blocks = [self.rows(e) if e.tag == W + "tbl" else self.paragraph(e)
                  for e in body if e.tag in (W + "tbl", W + "p")]
        return Document(
            blocks, first=self.page(sections[0], "first" if different else "default"),
            later=self.page(sections[0], "default"),
            start=int(number.get(W + "start", "1")) if number is not None else 1,
            decimal=number is None or number.get(W + "fmt", "decimal") == "decimal")


def millimetres(length: str | None) -> float:
    """An ODF length; nothing is 0."""
    if length is None:
        return 0
    found = re.fullmatch(r"(-?[\d.]+)(mm|cm|in|pt)", length)
    assert found, f"{length!r} is not a length"
    return float(found[1]) * {"mm": 1, "cm": 10, "in": 25.4, "pt": 25.4 / 72}[found[2]]


class _Odt:
    POINT = 25.4 / 72

    def __init__(self, path):
        parts = _parts(path)
        self.content, self.common = parts["content.xml"], parts["styles.xml"]
        self.styles = {(s.get(STYLE + "family"), s.get(STYLE + "name")): s
                       for root in (self.common, self.content) for s in root.iter(STYLE + "style")}
        self.defaults = {s.get(STYLE + "family"): s
                         for s in self.common.iter(STYLE + "default-style")}
        self.families = {f.get(STYLE + "name"): f.get(SVG + "font-family").strip("'")
                         for f in self.common.iter(STYLE + "font-face")}
        self.layouts = {p.get(STYLE + "name"): p for p in self.common.iter(STYLE + "page-layout")}
        self.masters = {m.get(STYLE + "name"): m for m in self.common.iter(STYLE + "master-page")}

    def chain(self, family, name) -> list:
        found = []
        while name is not None:
            style = self.styles[family, name]
            found.insert(0, style)
            name = style.get(STYLE + "parent-style-name")
        default = self.defaults.get(family)
        return ([] if default is None else [default]) + found

    @staticmethod
    def value(chain, properties, attribute, default=None):
        for style in chain:
            found = style.find(STYLE + properties)
            if found is not None and found.get(attribute) is not None:
                default = found.get(attribute)
        return default

    def face(self, chain) -> Face:
        get = lambda a, d: self.value(chain, "text-properties", a, d)  # noqa: E731
        names = {get(STYLE + "font-name" + kind, "") for kind in ("", "-asian", "-complex")}
        return Face(
            font="/".join(sorted(self.families.get(n, n) for n in names)),
            size=round(millimetres(get(FO + "font-size", None)) / self.POINT, 3),
            bold=get(FO + "font-weight", "normal") not in ("normal", "400"),
            italic=get(FO + "font-style", "normal") != "normal",
            underlined=get(STYLE + "text-underline-style", "none") != "none",
            colour=get(FO + "color", "#000000").lstrip("#"))

    def inline(self, element, chain, faces) -> str:
        def take(text):
            if text and text.strip():
                faces.add(self.face(chain))
            return re.sub(r"[ \t\r\n]+", " ", text or "")

        text = take(element.text)
        for child in element:
            if child.tag == TEXT + "s":
                text += " " * int(child.get(TEXT + "c", "1"))
            elif child.tag == TEXT + "tab":
                text += "\t"
            elif child.tag == TEXT + "line-break":
                text += "\n"
            elif child.tag == TEXT + "page-number":
                faces.add(self.face(chain))
                text += "#"
            elif child.tag in (TEXT + "span", TEXT + "a"):
                used = child.get(TEXT + "style-name")
                own = [] if used is None else self.chain("text", used)
                text += self.inline(child, chain + own, faces)
            elif child.tag != TEXT + "soft-page-break" and not child.tag.startswith(DRAW):
                raise AssertionError(f"{child.tag} is not read")
            text += take(child.tail)
        return text

    def paragraph(self, element) -> Paragraph:
        chain = self.chain("paragraph", element.get(TEXT + "style-name"))
        faces: set[Face] = set()
        text = self.inline(element, chain, faces)
        get = lambda a, d=None: self.value(chain, "paragraph-properties", a, d)  # noqa: E731
        assert get(STYLE + "contextual-spacing", "false") == "false"
        height = get(FO + "line-height", "100%")
        align = get(FO + "text-align", "start")
        return Paragraph(
            text=text, faces=faces, align={"start": "left"}.get(align, align),
            left=millimetres(get(FO + "margin-left")), right=millimetres(get(FO + "margin-right")),
            indent=millimetres(get(FO + "text-indent")),
            before=round(millimetres(get(FO + "margin-top")) / self.POINT, 3),
            after=round(millimetres(get(FO + "margin-bottom")) / self.POINT, 3),
            line=float(height[:-1]) / 100 if height.endswith("%") else None,
            keep_next=get(FO + "keep-with-next") == "always",
            keep_lines=get(FO + "keep-together") == "always",
            widows=int(get(FO + "widows", "0")) >= 2 and int(get(FO + "orphans", "0")) >= 2,
            drawn=len(list(element.iter(DRAW + "line"))))

    def rows(self, table) -> list[Row]:
        found = []
        for row in table.iter(TABLE + "table-row"):
            style = self.chain("table-row", row.get(TABLE + "style-name"))
            cells, borders = [], set()
            for cell in row.findall(TABLE + "table-cell"):
                cells.append([self.paragraph(p) for p in cell.findall(TEXT + "p")])
                own = self.chain("table-cell", cell.get(TABLE + "style-name"))
                borders.add(self.value(own, "table-cell-properties", FO + "border", "none"))
            assert len(borders) == 1, borders
            found.append(Row(
                cells, self.value(style, "table-row-properties", FO + "keep-together") == "always",
                row.getparent().tag == TABLE + "table-header-rows", borders != {"none"}))
        return found

    def page(self, master) -> Page:
        layout = self.layouts[master.get(STYLE + "page-layout-name")]
        properties = layout.find(STYLE + "page-layout-properties")
        at = {k: millimetres(properties.get(FO + k)) for k in (
            "page-width", "page-height", "margin-top", "margin-bottom", "margin-left",
            "margin-right")}
        header = [self.paragraph(p) for p in master.iterfind(f"{STYLE}header/{TEXT}p")]
        body = at["margin-top"]
        if header:
            own = layout.find(f"{STYLE}header-style/{STYLE}header-footer-properties")
            gap = millimetres(own.get(FO + "margin-bottom"))
            needed = sum(1.15 * p.face.size + p.before + p.after for p in header) * self.POINT
            body += max(millimetres(own.get(FO + "min-height")), needed + gap)
        return Page(
            width=at["page-width"], height=at["page-height"], top=at["margin-top"], body=body,
            bottom=at["margin-bottom"], left=at["margin-left"], right=at["margin-right"],
            header=header,
            footer=[self.paragraph(p) for p in master.iterfind(f"{STYLE}footer/{TEXT}p")])

    def document(self) -> Document:
        body = self.content.find(f"{OFFICE}body/{OFFICE}text")
        blocks, used = [], []
        for element in body:
            if element.tag == TABLE + "table":
                style = self.styles["table", element.get(TABLE + "style-name")]
                blocks.append(self.rows(element))
            elif element.tag in (TEXT + "p", TEXT + "h"):
                style = self.styles["paragraph", element.get(TEXT + "style-name")]
                blocks.append(self.paragraph(element))
            else:
                continue
            used.append(style.get(STYLE + "master-page-name"))
        assert not any(used[1:]), "only documents of one run of pages are read"
        # Without a name, pages are of the master page "Standard" (ODF 1.2, 16.9).
        first = self.masters[used[0] or "Standard"]
        later = self.masters[first.get(STYLE + "next-style-name") or first.get(STYLE + "name")]
        formats = {p.get(STYLE + "num-format", "1")
                   for p in self.common.iter(STYLE + "page-layout-properties")}
        return Document(
            blocks, self.page(first), self.page(later), start=1, decimal=formats == {"1"})
>>>>>>> certs
