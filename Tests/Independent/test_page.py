"""Page, letters and tables of every document of the build but the certificates.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I; a list or a table is no văn bản hành chính, but
is printed on the same paper with the same letters.
"""

import unicodedata

import formatting
import pytest
from conftest import built_files, needed

BLACK, TIMES = "000000", "Times New Roman"


@pytest.fixture(scope="module", params=built_files(".docx", ".odt", but=("giay-khen",)))
def document(request) -> formatting.Document:
    return formatting.read(needed(request.param).path)


def has_grid(section: formatting.Section) -> bool:
    return any(isinstance(b, list) and any(row.bordered for row in b) for b in section.blocks)


def wrong_paper(page: formatting.Page, has_table: bool) -> str | None:
    """What is wrong with the paper of a page and its margins, I.1-3."""
    upright = page.width < page.height
    sides = (210, 297) if upright else (297, 210)
    if (page.width, page.height) != pytest.approx(sides, abs=0.35):
        return f"{page.width} × {page.height} is not A4"
    if upright:
        fits = (19.9 <= page.body <= 25.1 and 19.9 <= page.bottom <= 25.1
                and 29.9 <= page.left <= 35.1 and 14.9 <= page.right <= 20.1)
    else:
        if not has_table:
            return "only a page with a table may lie across (I.2)"
        # The decree does not say which margin is which on a page that lies across.
        fits = all(14.9 <= m <= 35.1 for m in (page.body, page.bottom, page.left, page.right))
    return None if fits else (
        f"margins {page.body:.1f}, {page.bottom:.1f}, {page.left:.1f}, {page.right:.1f}")


def test_pages_are_a4_with_the_margins_of_the_decree(document):
    for section in document.sections:
        for page in (section.first, section.later):
            assert wrong_paper(page, has_grid(section)) is None
        assert section.first.body == pytest.approx(section.later.body, abs=0.1)


def test_later_pages_are_numbered_in_the_header_and_the_first_is_not(document):
    """I.7; that an annex has numbers of its own: III.1đ."""
    for section in document.sections:
        first, later = section.first, section.later
        assert first.header == first.footer == later.footer == []
        [number] = later.header
        assert number.text == "#" and number.align == "center"
        [face] = number.faces
        assert (face.size in (13, 14), face.bold, face.italic) == (True, False, False)
        assert number.indent == number.left == number.right == 0
        assert section.start == 1 and section.decimal


def test_all_letters_are_black_times_new_roman(document):
    """I.4; an underline in place of a drawn line: II.1."""
    faces = {face for p in document.every() for face in p.faces}
    assert {(f.font, f.colour) for f in faces} == {(TIMES, BLACK)}
    assert not any(face.underlined for face in faces)
    assert all(10 <= face.size <= 14 for face in faces), "too small to read, or too large"


def unreadable(text: str) -> bool:
    """True of a text that is not precomposed Unicode or holds letters that cannot be seen."""
    return not unicodedata.is_normalized("NFC", text) or any(
        unicodedata.category(letter) in ("Mn", "Co", "Cn", "Cf") for letter in text)


def test_letters_are_precomposed_unicode(document):
    assert [p.text for p in document.every() if unreadable(p.text)] == []


def test_grids_are_lined_and_repeat_their_header(document):
    for grid in document.tables:
        if not grid[0].bordered:
            assert not any(row.bordered for row in grid), "some rows of a table have lines"
            continue
        # Signatures may close the table, so that a row of it always stands above them.
        lined = [row.bordered for row in grid]
        assert lined == sorted(lined, reverse=True), "a row without lines between others"
        headers = [row.header for row in grid]
        assert headers[0] and headers == sorted(headers, reverse=True), "header rows come first"
        assert not all(headers), "a table without a row"
        for paragraph in (p for row in grid if row.header for cell in row.cells for p in cell):
            if paragraph.text.strip():
                assert paragraph.face.bold and paragraph.align == "center", paragraph.text


def test_checks_see_what_is_wrong():
    page = formatting.Page(297, 210, 20, 20, 20, 30, 15, [], [])
    assert wrong_paper(page, True) is None
    assert "only a page with a table" in wrong_paper(page, False)
    assert "is not A4" in wrong_paper(formatting.Page(216, 279, 20, 20, 20, 30, 15, [], []), True)
    assert "margins" in wrong_paper(formatting.Page(210, 297, 20, 20, 20, 20, 15, [], []), True)
    assert unreadable(unicodedata.normalize("NFD", "Tếnh")) and unreadable("Tếnh\u200b")
    assert not unreadable("Giàng A Tếnh")
