"""The pages as LibreOffice lays them out: faces, page numbers, the signature block.

Lengths are points, 72 to the inch, counted from the top left corner of the page.
"""

import dataclasses
import re
import subprocess
from xml.etree import ElementTree

import pytest
import reading
from conftest import Built, program
from looks import Look
from paper import MILLIMETRE

RECIPIENTS = "Nơi nhận:"


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


@dataclasses.dataclass
class Sheet:
    """A printed page: its size and its lines from top to bottom."""
    width: float
    height: float
    lines: list[Line]

    def says(self, text: str) -> bool:
        return any(line.text.startswith(text) for line in self.lines)


def sheets(pdf) -> list[Sheet]:
    """The pages of a PDF."""
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
        result.append(Sheet(float(page.get("width")), float(page.get("height")),
                            sorted(lines, key=lambda line: line.top)))
    return result


@dataclasses.dataclass
class Printed:
    """A document, its PDF, the pages, and the last visible paragraph of its text."""
    built: Built
    pdf: object
    pages: list[Sheet]

    @property
    def signed(self) -> int:
        """The page with `Nơi nhận`, after which a list may come; else the last page."""
        found = [i for i, page in enumerate(self.pages) if page.says(RECIPIENTS)]
        assert len(found) <= 1, f"{self.built.name}: Nơi nhận stands on {len(found)} pages"
        return found[0] if found else len(self.pages) - 1

    @property
    def starts(self) -> list[int]:
        """The pages that begin the text, the list after it, and each annex."""
        annexes = [i for i, page in enumerate(self.pages) if i > self.signed and re.fullmatch(
            r"Phụ lục [IVX]+", page.lines[0].text)]
        behind = [self.signed + 1] if self.signed + 1 < len(self.pages) else []
        return sorted({0, *behind, *annexes})


@pytest.fixture(scope="module")
def printed(documents, pdfs) -> list[Printed]:
    """Every document as printed, of both formats."""
    return [Printed(built, pdfs[built.path], sheets(pdfs[built.path]))
            for pair in documents for built in pair]


def test_every_face_is_liberation_serif(printed):
    foreign = {}
    for one in printed:
        out = subprocess.run(
            [program("pdffonts"), str(one.pdf)], capture_output=True, text=True, check=True).stdout
        faces = [line.split()[0] for line in out.splitlines()[2:] if line.strip()]
        assert faces, f"{one.built.name} embeds no font"
        wrong = [f for f in faces if not re.fullmatch(r"([A-Z]{6}\+)?LiberationSerif(-\w+)?", f)]
        if wrong:
            foreign[one.built.name] = wrong
    assert foreign == {}


def test_both_formats_have_as_many_pages(printed):
    counts: dict[str, list[int]] = {}
    for one in printed:
        counts.setdefault(one.built.pair, []).append(len(one.pages))
    # A table of many nominees is long: at least three rows stand on each of its pages.
    rows = {one.built.pair: len(reading.rows(one.built.path)) for one in printed
            if len(one.pages) > 20}
    assert {name: both for name, both in counts.items()
            if not all(1 <= count <= max(20, rows.get(name, 0) // 3) for count in both)} == {}
    assert {name: both for name, both in counts.items() if both[0] != both[1]} == {}


def test_both_formats_end_their_pages_alike(printed):
    """A page that ends elsewhere in one format is seen by whoever holds both."""
    ends: dict[str, list[list[str]]] = {}
    for one in printed:
        ends.setdefault(one.built.pair, []).append([p.lines[-1].text for p in one.pages])
    assert {name: both for name, both in ends.items() if both[0] != both[1]} == {}


def test_first_page_has_no_number(printed):
    for one in printed:
        page = one.pages[0]
        lone = [line.text for line in page.lines if line.text.isdecimal()
                and (line.bottom < 25 * MILLIMETRE or line.top > page.height - 25 * MILLIMETRE)]
        assert lone == [], f"{one.built.name} has a number on page 1"


def wrong_number(page: Sheet, number: int) -> str | None:
    """What is wrong with the number on a page that must bear one."""
    first = page.lines[0]
    if first.text != str(number):
        return f"page {number} starts with {first.text!r}"
    if first.bottom > 25 * MILLIMETRE + 0.5:
        return "not inside the top margin"
    # Margins of 30-35 and 15-20 mm put the middle of the text 5-10 mm right of the page's.
    shift = (first.left + first.right) / 2 - page.width / 2
    least = 4 if page.width < page.height else -1
    return None if least * MILLIMETRE < shift < 11 * MILLIMETRE else "not centred"


def test_later_pages_have_their_number_in_the_middle_of_the_top_margin(printed):
    numbered = 0
    for one in printed:
        for index in range(1, len(one.pages)):
            # A list or an annex after the signature has numbers of its own; its first page shows
            # none.
            first = max(start for start in one.starts if start <= index)
            if index == first:
                assert not one.pages[index].lines[0].text.isdecimal(), one.built.name
                continue
            number = index - first + 1
            assert wrong_number(one.pages[index], number) is None, one.built.name
            numbered += 1
    assert numbered > 0, "no document has a second page: nothing was seen"


def test_signature_block_stands_whole_on_one_page_with_two_lines_of_body(printed):
    seen = 0
    for one in printed:
        if one.built.form != "nd30":
            continue
        name, page = one.built.name, one.pages[one.signed]
        recipients = [line for line in page.lines if line.text.startswith(RECIPIENTS)]
        assert len(recipients) == 1, f"{name}: Nơi nhận is not there"
        texts = reading.paragraphs(one.built.path)
        if one.built.kind.startswith("bien-ban-"):
            seen += minutes_end(page, recipients[0], texts, name)
            continue
        # The line of the store ends Nơi nhận; the signer's name is the last of the block.
        store = next(i for i, text in enumerate(texts) if text.startswith("- Lưu: "))
        block = texts[store + 1:]
        end = next((block.index(t) for t in ("DANH SÁCH", "Phụ lục I") if t in block), len(block))
        signer = reading.collapsed(block[end - 1])
        top = recipients[0].top
        below = " ".join(line.text for line in page.lines if line.top >= top - 1)
        assert signer in reading.collapsed(below), f"{name}: {signer} is not below Nơi nhận"
        body = [line for line in page.lines if line.bottom <= top + 1 and not line.text.isdecimal()]
        assert len(body) >= 2, f"{name}: {len(body)} lines of body above the signature"
        seen += 1
    assert seen, "no document has a signature block"


def minutes_end(page: Sheet, recipients, texts: list[str], name: str) -> bool:
    """Two signatures above `Nơi nhận`, on its page, with two lines of the body above them."""
    titles = ("THƯ KÝ", "CHỦ TỌA", "CÁC ỦY VIÊN", "TRƯỞNG BAN")
    heads = [line for line in page.lines if line.text.startswith(titles)]
    assert heads and heads[0].top < recipients.top, f"{name}: the titles are not above Nơi nhận"
    # Right before Nơi nhận stands the name of the chair, or of the head of those who counted.
    signer = reading.collapsed(texts[texts.index(RECIPIENTS) - 1])
    block = [line for line in page.lines if heads[0].top <= line.top < recipients.top]
    assert signer in reading.collapsed(" ".join(line.text for line in block)), f"{name}: {signer}"
    body = [line for line in page.lines
            if line.bottom <= heads[0].top + 1 and not line.text.isdecimal()]
    assert len(body) >= 2, f"{name}: {len(body)} lines of body above the signatures"
    return True


def test_list_or_table_ends_on_the_page_of_its_signature(printed):
    """A signature never stands alone: something of what is signed stands above it."""
    for one in printed:
        if one.built.form != "bang-bieu":
            continue
        last = [reading.collapsed(text) for text in reading.paragraphs(one.built.path)][-1]
        page = one.pages[-1]
        below = " ".join(line.text for line in page.lines)
        assert last in below, f"{one.built.name}: {last!r} is not whole on the last page"
        assert len(page.lines) >= 4, f"{one.built.name}: the last page holds the signature alone"


def test_the_line_that_ends_a_list_stands_clear_of_its_last_words(printed):
    """Right below them it would look like an underline."""
    seen = 0
    for one in printed:
        if one.built.kind not in ("quyet-dinh-khen-thuong", "to-trinh-giay-khen", "to-trinh-bang-khen",
                                  "to-trinh-cap-tren"):
            continue
        look = Look(one.pdf)
        last = look.sheets[-1].lines()[-1][-1]
        below = [s for s in look.segments(len(look.sheets) - 1) if s.level and s.top > last.bottom - 3]
        assert last.text.endswith("./.") and len(below) == 1, one.built.name
        assert 1.5 < below[0].top - last.bottom < 5, one.built.name
        seen += 1
    assert seen, "no document has a list"
