"""What a printed page shows of its letters, lines and pictures, by poppler's readers.

`pdftohtml` says of each run of letters where it stands, how large it is, which face and colour it
has; `pdftocairo` what is drawn, `pdfimages` what the pictures are. Lengths are millimetres from the
top left corner of the page, sizes points.
"""

import collections
import dataclasses
import functools
import pathlib
import re
import subprocess

from conftest import program
from lxml import etree

POINT = 25.4 / 72
# pdftohtml counts in whole units of which a point holds three.
UNIT = POINT / 3
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


@dataclasses.dataclass(frozen=True)
class Piece:
    """Letters of one look that stand on one line."""
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    face: str
    colour: str
    bold: bool
    italic: bool


@dataclasses.dataclass(frozen=True)
class Segment:
    """A straight line from its left or upper end to the other."""
    left: float
    top: float
    right: float
    bottom: float
    dashed: bool

    @property
    def length(self) -> float:
        return max(self.right - self.left, self.bottom - self.top)

    @property
    def level(self) -> bool:
        return self.bottom - self.top < 0.1


@dataclasses.dataclass(frozen=True)
class Image:
    left: float
    top: float
    right: float
    bottom: float


@dataclasses.dataclass
class Sheet:
    width: float
    height: float
    pieces: list[Piece]

    def lines(self) -> list[list[Piece]]:
        """The pieces by the height they stand at, each line from left to right."""
        found: dict[float, list[Piece]] = collections.defaultdict(list)
        for piece in sorted(self.pieces, key=lambda p: p.top):
            # Letters of two sizes on one line stand on one foot, nearly.
            foot = next((f for f in found if abs(f - piece.bottom) < 1.6), piece.bottom)
            found[foot].append(piece)
        return [sorted(line, key=lambda p: p.left) for _, line in sorted(found.items())]

    @property
    def text(self) -> str:
        return " ".join(" ".join(p.text for p in line) for line in self.lines())


class Look:
    """The pages of a PDF."""

    def __init__(self, pdf: pathlib.Path):
        self.pdf = pdf
        page = run("pdftohtml", "-xml", "-i", "-stdout", "-zoom", "3", str(pdf))
        root = etree.fromstring(page, etree.XMLParser(recover=True))
        fonts: dict[str, etree._Element] = {f.get("id"): f for f in root.iter("fontspec")}
        self.sheets = []
        for page in root.iter("page"):
            pieces = []
            for text in page.iter("text"):
                words = "".join(text.itertext())
                if words.strip():
                    left, top, width, height = (
                        int(text.get(k)) * UNIT for k in ("left", "top", "width", "height"))
                    font = fonts[text.get("font")]
                    pieces.append(Piece(
                        words.strip(), left, top, left + width, top + height,
                        int(font.get("size")) / 3, font.get("family").partition("+")[2],
                        font.get("color"), text.find(".//b") is not None,
                        text.find(".//i") is not None))
            self.sheets.append(Sheet(
                int(page.get("width")) * UNIT, int(page.get("height")) * UNIT, pieces))

    def places(self, start: str) -> list[tuple[int, Piece]]:
        """Where letters begin with a text, large or small, and on which page, counted from 0."""
        return [(number, piece) for number, sheet in enumerate(self.sheets) for piece in sheet.pieces
                if piece.text.casefold().startswith(start.casefold())]

    def piece(self, start: str) -> Piece:
        found = self.places(start)
        assert found, f"{start!r} is not printed: {[s.text for s in self.sheets]}"
        return found[0][1]

    def page_of(self, start: str) -> int:
        """The page on which a text begins, counted from 1."""
        self.piece(start)
        return self.places(start)[0][0] + 1

    @functools.cache
    def drawing(self, page: int) -> etree._Element:
        number = str(page + 1)
        return etree.fromstring(
            run("pdftocairo", "-svg", "-f", number, "-l", number, str(self.pdf), "-"),
            etree.XMLParser(huge_tree=True))

    def segments(self, page: int = 0) -> list[Segment]:
        """The straight lines of a page, those of frames and borders too."""
        found = []
        for path in self.drawing(page).iter(f"{SVG}path"):
            look = path.get("style", "")
            if not re.search(r"stroke:\s*rgb", look):
                continue
            a, b, c, d, e, f = turned(path.get("transform"))
            points = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners(path.get("d"))]
            for (x1, y1), (x2, y2) in zip(points, points[1:]):
                if abs(x1 - x2) < 0.3 or abs(y1 - y2) < 0.3:
                    left, right, top, bottom = (n * POINT for n in (*sorted((x1, x2)), *sorted((y1, y2))))
                    found.append(Segment(left, top, right, bottom, "dasharray" in look))
        return [s for s in found if s.length > 2]

    def images(self, page: int = 0) -> list[Image]:
        """The places of the pictures of a page, from the left."""
        root = self.drawing(page)
        sizes = {i.get("id"): (float(i.get("width")), float(i.get("height"))) for i in root.iter(f"{SVG}image")}
        found = []
        for use in root.iter(f"{SVG}use"):
            name = use.get(LINK, "")[1:]
            if name in sizes and use.getparent().tag != f"{SVG}mask":
                a, _, _, d, e, f = turned(use.get("transform"))
                width, height = sizes[name]
                found.append(Image(*(n * POINT for n in (e, f, e + a * width, f + d * height))))
        return sorted(found, key=lambda i: i.left)

    def pictures(self) -> list[dict[str, str]]:
        """What poppler says of every picture: its kind (`image`, `smask`), colour, density."""
        head, _, *rows = run("pdfimages", "-list", str(self.pdf)).decode().splitlines()
        return [dict(zip(head.split(), row.split())) for row in rows]


def run(name: str, *arguments: str) -> bytes:
    return subprocess.run([program(name), *arguments], capture_output=True, check=True).stdout


def turned(transform: str | None) -> list[float]:
    """The six numbers of a matrix."""
    inner = re.fullmatch(r"matrix\((.*)\)", (transform or "matrix(1,0,0,1,0,0)").strip())
    return [float(n) for n in re.split(r"[,\s]+", inner[1].strip())]


def corners(path: str) -> list[tuple[float, float]]:
    """The corners of a path of straight lines; none of one that is bent."""
    if "C" in path:
        return []
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", path)]
    points = list(zip(numbers[::2], numbers[1::2]))
    return points
