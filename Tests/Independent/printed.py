"""Printed pages measured without our program: words and drawn lines of a PDF, in millimetres.

LibreOffice sets the pages, poppler says where words stand (`pdftotext -bbox`) and what is drawn
(`pdftocairo -svg`).
"""

import collections
import dataclasses
import pathlib
import re
import subprocess
from xml.etree import ElementTree

from conftest import program

POINT = 25.4 / 72
# How high poppler calls a word of Liberation Serif of one point.
WORD_HEIGHT = 1.3


@dataclasses.dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """The size of its letters in points."""
        return (self.bottom - self.top) / POINT / WORD_HEIGHT


@dataclasses.dataclass(frozen=True)
class Stroke:
    """A drawn line that lies level."""
    left: float
    right: float
    height: float

    @property
    def length(self) -> float:
        return self.right - self.left


@dataclasses.dataclass
class Sheet:
    width: float
    height: float
    words: list[Word]

    def lines(self) -> list[list[Word]]:
        """The words by the height they stand at; a head's two columns are one line."""
        found: dict[int, list[Word]] = collections.defaultdict(list)
        for word in sorted(self.words, key=lambda w: (w.bottom, w.left)):
            key = next((k for k in found if abs(k / 100 - word.bottom) < 1), round(word.bottom * 100))
            found[key].append(word)
        return [sorted(line, key=lambda w: w.left) for _, line in sorted(found.items())]

    def stretch(self, text: str) -> list[Word]:
        """The words of a text that stand one after another; none when they do not."""
        wanted = text.split()
        texts = [word.text for word in self.words]
        for start in range(len(texts) - len(wanted) + 1):
            if texts[start:start + len(wanted)] == wanted:
                return self.words[start:start + len(wanted)]
        return []


class Print:
    """A PDF."""

    def __init__(self, pdf: pathlib.Path):
        self.pdf = pdf
        text = subprocess.run([program("pdftotext"), "-bbox", str(pdf), "-"],
                              capture_output=True, check=True).stdout
        body = text[text.index(b"<body>"):text.index(b"</body>") + len(b"</body>")]
        self.sheets = [
            Sheet(float(page.get("width")) * POINT, float(page.get("height")) * POINT,
                  [Word(word.text or "", *(float(word.get(k)) * POINT
                                           for k in ("xMin", "yMin", "xMax", "yMax")))
                   for word in page.iter("word")])
            for page in ElementTree.fromstring(body).iter("page")]

    def strokes(self) -> list[Stroke]:
        """The level lines of the first page."""
        svg = subprocess.run([program("pdftocairo"), "-svg", "-f", "1", "-l", "1", str(self.pdf), "-"],
                             capture_output=True, check=True).stdout
        found = []
        for path in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}path"):
            numbers = re.fullmatch(r"M ([\d.-]+) ([\d.-]+) L ([\d.-]+) ([\d.-]+)\s*", path.get("d", ""))
            look = path.get("style", "") + ";stroke:" + path.get("stroke", "none")
            if numbers is None or re.search(r"stroke:\s*[^n;\s]", look) is None:
                continue
            moved = re.fullmatch(r"matrix\((.*)\)", path.get("transform", "matrix(1,0,0,1,0,0)"))
            a, b, c, d, e, f = (float(n) for n in re.split(r"[,\s]+", moved[1].strip()))
            x1, y1, x2, y2 = (float(n) for n in numbers.groups())
            ends = [(a * x + c * y + e, b * x + d * y + f) for x, y in ((x1, y1), (x2, y2))]
            (left, top), (right, low) = sorted(ends)
            if abs(top - low) < 0.1 and right - left > 5:
                found.append(Stroke(left * POINT, right * POINT, top * POINT))
        return found

    def rule_under(self, words: list[Word]) -> Stroke | None:
        """The nearest line drawn below a text whose middle is that of the text."""
        middle = (min(w.left for w in words) + max(w.right for w in words)) / 2
        low = max(w.bottom for w in words)
        below = [s for s in self.strokes()
                 if -2 < s.height - low < 8 and abs((s.left + s.right) / 2 - middle) < 12]
        return min(below, key=lambda s: s.height, default=None)

    def edges(self) -> tuple[float, float] | None:
        """Where the text begins and ends: the leftmost place at which several lines begin (others are
        indented), and the rightmost place at which several lines end (others are short); none when
        there are too few lines."""
        starts, ends = collections.Counter(), collections.Counter()
        for number, sheet in enumerate(self.sheets):
            if sheet.width > sheet.height:
                continue
            for line in sheet.lines():
                # The head is set in columns.
                if line[0].top < 75 and number == 0:
                    continue
                starts[round(line[0].left * 5)] += 1
                ends[round((sheet.width - line[-1].right) * 5)] += 1
        lefts = [place for place, often in starts.items() if often >= 3]
        rights = [place for place, often in ends.items() if often >= 3]
        return (min(lefts) / 5, min(rights) / 5) if lefts and rights else None
