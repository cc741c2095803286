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
