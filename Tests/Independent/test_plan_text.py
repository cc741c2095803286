"""The built plan against the committed source text, paragraph by paragraph.

Only white space may differ: the blanks of a draft are wider on paper than in the source. What
the document holds beyond the source is the part of its head that the source leaves out.
"""

import json

import pytest
import reading
from conftest import PERIOD, SAMPLES


@pytest.fixture(scope="module")
def source() -> list[str]:
    """The paragraphs of the source: its lines that are not empty."""
    text = (SAMPLES / PERIOD / "nguon" / "ke-hoach-phat-dong.txt").read_text(encoding="utf-8")
    return [reading.collapsed(line) for line in text.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def head() -> list[str]:
    """The lines of the head that the source does not print."""
    office = json.loads((SAMPLES / "chung" / "co-quan.json").read_text(encoding="utf-8"))
    return office["tieu_de"] + reading.HEAD


@pytest.fixture(scope="module")
def plan(built):
    """The path of the plan without its suffix."""
    found = sorted((built / "ke-hoach").glob("*.docx"))
    assert len(found) == 1, f"one plan was expected, found {found}"
    return found[0].with_suffix("")


def without_head(paragraphs: list[str], head: list[str]) -> list[str]:
    """The paragraphs without the head, each line of which must stand there once, up front."""
    rest = [reading.collapsed(text) for text in paragraphs]
    for line in head:
        assert rest.count(line) == 1, f"{line!r} stands {rest.count(line)} times"
        assert rest.index(line) < 6, f"{line!r} does not stand in the head"
    return [text for text in rest if text not in head]


READERS = [(reading.docx_paragraphs, ".docx"), (reading.odt_paragraphs, ".odt")]


@pytest.mark.parametrize("read, suffix", READERS, ids=["docx", "odt"])
def test_every_paragraph_equals_the_source(read, suffix, plan, source, head):
    assert without_head(read(plan.with_suffix(suffix)), head) == source


@pytest.mark.parametrize(
    "read, suffix", [(reading.docx_margins, ".docx"), (reading.odt_margins, ".odt")],
    ids=["docx", "odt"])
def test_headers_and_footers_hold_nothing_but_the_page_number(read, suffix, plan):
    # Word keeps the last number it showed as the text of the field.
    assert [text for text in read(plan.with_suffix(suffix)) if not text.strip().isdecimal()] == []


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_libreoffice_reads_the_same_text(suffix, plan, source, head, office):
    [text] = office.convert(
        [plan.with_suffix(suffix)], "txt:Text (encoded):UTF8", "text-" + suffix[1:])
    # Writer's text file starts with a byte order mark.
    lines = text.read_text(encoding="utf-8-sig").splitlines()
    assert without_head([line for line in lines if line.strip()], head) == source
