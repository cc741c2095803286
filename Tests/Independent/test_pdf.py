"""The pages as LibreOffice lays them out: faces, page numbers, the signature block.

Lengths are points, 72 to the inch, counted from the top left corner of the page.
"""

import re
import subprocess
from xml.etree import ElementTree

import pytest
import reading
from conftest import program

MILLIMETRE = 72 / 25.4
WIDTH = 210 * MILLIMETRE
XHTML = "{http://www.w3.org/1999/xhtml}"


class Line:
    """Words that stand on one line of a page, from left to right."""

    def __init__(self, word):
        self.top, self.bottom = float(word.get("yMin")), float(word.get("yMax"))
        self.left, self.right = float(word.get("xMin")), float(word.get("xMax"))
        self.text = word.text

    def takes(self, word) -> bool:
        middle = (float(word.get("yMin")) + float(word.get("yMax"))) / 2
        return self.top < middle < self.bottom

    def add(self, word):
        self.text += " " + word.text
        self.right = float(word.get("xMax"))


def pages(pdf) -> list[list[Line]]:
    """The lines of every page, from top to bottom."""
    xml = subprocess.run(
        [program("pdftotext"), "-bbox", str(pdf), "-"], capture_output=True, check=True).stdout
    # The title of the document may hold a bare ampersand; only the pages are wanted.
    body = xml[xml.index(b"<body>"):xml.index(b"</body>") + len(b"</body>")]
    result = []
    for page in ElementTree.fromstring(body).iter("page"):
        lines: list[Line] = []
        words = sorted(page.iter("word"), key=lambda w: (float(w.get("yMin")), float(w.get("xMin"))))
        for word in words:
            line = next((line for line in lines if line.takes(word)), None)
            if line is None:
                lines.append(Line(word))
            else:
                line.add(word)
        result.append(sorted(lines, key=lambda line: line.top))
    return result


@pytest.fixture(scope="module")
def printed(documents, pdfs):
    """Every document as (name, PDF, its last visible paragraph), made from both formats."""
    result = {}
    for pair in documents:
        signer = reading.collapsed(reading.docx_paragraphs(pair[0])[-1])
        for path in pair:
            result[f"{path.parent.name}/{path.name}"] = (pdfs[path], signer)
    return result


def test_every_face_is_liberation_serif(printed):
    foreign = {}
    for name, (pdf, _) in printed.items():
        out = subprocess.run(
            [program("pdffonts"), str(pdf)], capture_output=True, text=True, check=True).stdout
        faces = [line.split()[0] for line in out.splitlines()[2:] if line.strip()]
        assert faces, f"{name} embeds no font"
        wrong = [f for f in faces if not re.fullmatch(r"([A-Z]{6}\+)?LiberationSerif(-\w+)?", f)]
        if wrong:
            foreign[name] = wrong
    assert foreign == {}


def test_both_formats_have_as_many_pages(printed):
    counts = {name: len(pages(pdf)) for name, (pdf, _) in printed.items()}
    assert all(1 <= count <= 20 for count in counts.values()), counts
    unequal = {
        name: (count, counts[name.removesuffix("docx") + "odt"])
        for name, count in counts.items()
        if name.endswith(".docx") and counts[name.removesuffix("docx") + "odt"] != count
    }
    assert unequal == {}


def test_first_page_has_no_number(printed):
    for name, (pdf, _) in printed.items():
        lone = [line.text for line in pages(pdf)[0] if line.text.isdecimal()
                and (line.bottom < 25 * MILLIMETRE or line.top > 272 * MILLIMETRE)]
        assert lone == [], f"{name} has a number on page 1"


def test_later_pages_have_their_number_in_the_middle_of_the_top_margin(printed):
    numbered = 0
    for name, (pdf, _) in printed.items():
        for index, lines in enumerate(pages(pdf)[1:], start=2):
            first = lines[0]
            assert first.text == str(index), f"{name}: page {index} starts with {first.text!r}"
            assert first.bottom <= 25 * MILLIMETRE + 0.5, f"{name}: not inside the top margin"
            middle = (first.left + first.right) / 2
            # Margins of 30-35 and 15-20 mm put the middle of the text 5-10 mm right of the page's.
            assert 4 * MILLIMETRE < middle - WIDTH / 2 < 11 * MILLIMETRE, f"{name}: not centred"
            numbered += 1
    assert numbered > 0, "no document has a second page: nothing was seen"


def test_signature_block_stands_whole_on_the_last_page_with_two_lines_of_body(printed):
    for name, (pdf, signer) in printed.items():
        *before, last = pages(pdf)
        recipients = [line for line in last if line.text.startswith("Nơi nhận:")]
        assert len(recipients) == 1, f"{name}: Nơi nhận is not on the last page"
        top = recipients[0].top
        below = " ".join(line.text for line in last if line.top >= top - 1)
        assert signer in reading.collapsed(below), f"{name}: {signer} is not below Nơi nhận"
        body = [line for line in last if line.bottom <= top + 1 and not line.text.isdecimal()]
        assert len(body) >= 2, f"{name}: {len(body)} lines of body above the signature"
        for lines in before:
            assert not any(line.text.startswith("Nơi nhận:") for line in lines), name
