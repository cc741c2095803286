"""The printed page: words and drawn lines of a PDF, by poppler's readers.

Lengths are points, 72 to the inch, counted from the top left corner of the page.
"""

import functools
import re
import subprocess

from conftest import program
from lxml import etree

MILLIMETRE = 72 / 25.4


def lines(words: list[tuple], text: str) -> list[list[float]]:
    """The printed lines of the first place where words of a page say a text."""
    wanted = text.split()
    starts = [i for i in range(len(words) - len(wanted) + 1)
              if [w[0] for w in words[i:i + len(wanted)]] == wanted]
    assert starts, f"{text!r} is not on the page"
    found: list[list[float]] = []
    for _, left, top, right, bottom in words[starts[0]:starts[0] + len(wanted)]:
        if found and abs(found[-1][1] - top) < 2:
            found[-1][2] = right
        else:
            found.append([left, top, right, bottom])
    return found


class Paper:
    """The words and the drawn lines of the pages, in points from the top left corner."""

    def __init__(self, pdf):
        # In the order in which they were written: a cell after the other.
        xml = subprocess.run([program("pdftotext"), "-raw", "-bbox", str(pdf), "-"],
                             capture_output=True, check=True).stdout
        body = xml[xml.index(b"<body>"):xml.index(b"</body>") + len(b"</body>")]
        self.pages = [
            [(w.text, *(float(w.get(k)) for k in ("xMin", "yMin", "xMax", "yMax")))
             for w in page.iter("word")]
            for page in etree.fromstring(body).iter("page")]
        self.pdf = pdf

    @functools.cached_property
    def strokes(self) -> list[tuple]:
        """The straight lines of the first page: both ends, and how they are drawn."""
        svg = subprocess.run(
            [program("pdftocairo"), "-svg", "-f", "1", "-l", "1", str(self.pdf), "-"],
            capture_output=True, check=True).stdout
        found = []
        for path in etree.fromstring(svg).iter("{http://www.w3.org/2000/svg}path"):
            number = r"(-?[\d.]+)"
            line = re.fullmatch(rf"M {number} {number} L {number} {number} ?", path.get("d"))
            look = dict(p.split(":") for p in path.get("style", "").split(";") if p)
            turned = re.fullmatch(rf"matrix\({number},0,0,{number},{number},{number}\)",
                                  path.get("transform", ""))
            if line and turned and look.get("stroke", "none") != "none":
                x1, y1, x2, y2 = map(float, line.groups())
                a, d, e, f = map(float, turned.groups())
                found.append((a * x1 + e, d * y1 + f, a * x2 + e, d * y2 + f, look))
        return found

    def lines(self, text: str, page: int = 0) -> list[list[float]]:
        """The printed lines of a text as [left, top, right, bottom]."""
        return lines(self.pages[page], text)

    def rule(self, text: str) -> tuple[float, float]:
        """Length and middle of the one line drawn under a text."""
        last = self.lines(text)[-1]
        under = [s for s in self.strokes if abs(s[1] - s[3]) < 0.2
                 and last[0] - 1 < (s[0] + s[2]) / 2 < last[2] + 1
                 and last[3] - 6 < s[1] < last[3] + 6]
        assert len(under) == 1, f"{len(under)} lines under {text!r}"
        [(x1, _, x2, _, look)] = under
        assert look["stroke"] == "rgb(0%,0%,0%)" and "stroke-dasharray" not in look
        assert 0.5 <= float(look["stroke-width"]) <= 1
        return abs(x2 - x1), (x1 + x2) / 2


def middle(line) -> float:
    """The middle of a printed line."""
    return (line[0] + line[2]) / 2
