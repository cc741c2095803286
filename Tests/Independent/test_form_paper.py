"""The form that Nghị định 30/2020/NĐ-CP asks for, measured on the pages that LibreOffice makes.

Each test names its place in Phụ lục I, Phần I.
"""

import pytest
from conftest import built_files
from form import MOTTO, NATION, Form
from paper import MILLIMETRE, Paper, lines, middle


@pytest.fixture(scope="module", params=built_files(".docx", ".odt", forms=("nd30",)))
def form(request) -> Form:
    return Form(request.param)


@pytest.fixture(scope="module")
def paper(form, pdfs) -> Paper:
    return Paper(pdfs[form.built.path])


def signed_page(paper: Paper) -> int:
    """The page that bears `Nơi nhận`; a list may follow it."""
    found = [i for i, words in enumerate(paper.pages)
             if "Nơi nhận:" in " ".join(w[0] for w in words)]
    assert len(found) == 1
    return found[0]


def test_line_under_the_motto_is_as_long_as_it(form, paper):
    [nation], [motto] = paper.lines(NATION), paper.lines(MOTTO)
    length, centre = paper.rule(MOTTO)
    assert 0.95 <= length / (motto[2] - motto[0]) <= 1.05
    assert centre == pytest.approx(middle(motto), abs=MILLIMETRE)
    assert middle(nation) == pytest.approx(middle(motto), abs=MILLIMETRE / 2)


def test_lines_under_issuer_and_subject_are_a_third_to_a_half(form, paper):
    for text in (form.issuer.text, *([] if form.is_letter else [form.subject.text])):
        lines = paper.lines(text)
        widths = [right - left for left, _, right, _ in lines]
        length, centre = paper.rule(text)
        # The decree does not say which line of several counts.
        assert min(widths) / 3 * 0.98 <= length <= max(widths) / 2 * 1.02, (text, length, widths)
        assert centre == pytest.approx(middle(lines[-1]), abs=MILLIMETRE)


def test_head_stands_in_two_columns_with_aligned_rows(form, paper):
    [parent], [nation] = map(paper.lines, (form.parent.text, NATION))
    assert parent[1] == pytest.approx(nation[1], abs=MILLIMETRE / 2)
    assert parent[2] + MILLIMETRE < nation[0], "the columns touch"
    for line in paper.lines(form.issuer.text):
        assert middle(line) == pytest.approx(middle(parent), abs=MILLIMETRE)
        assert line[2] + MILLIMETRE < nation[0]
    if form.number is not None and form.number.text.strip():
        [number] = paper.lines(form.number.text)
        assert middle(number) == pytest.approx(middle(parent), abs=MILLIMETRE)
    if form.date is not None:
        [date] = paper.lines(form.date.text)
        assert middle(date) == pytest.approx(middle(nation), abs=MILLIMETRE)
        # Level at the feet: the two have different sizes.
        assert not form.number.text.strip() or number[3] == pytest.approx(date[3], abs=MILLIMETRE)


def test_title_stands_in_the_middle_of_the_text(form, paper):
    page = form.document.first
    centre = (page.left + page.width - page.right) / 2 * MILLIMETRE
    for text in [] if form.is_letter else [form.type.text, form.subject.text]:
        for line in paper.lines(text):
            assert middle(line) == pytest.approx(centre, abs=MILLIMETRE)


def test_words_stay_inside_the_margins(form, paper):
    main, *after = form.document.sections
    last = signed_page(paper)
    for number, words in enumerate(paper.pages):
        page = main.first if number <= last or not after else after[0].first
        starts = number in (0, last + 1)
        body = [w for w in words if w[4] > page.body * MILLIMETRE or starts]
        assert min(w[1] for w in body) >= page.left * MILLIMETRE - 1
        assert max(w[3] for w in body) <= (page.width - page.right) * MILLIMETRE + 1
        assert max(w[4] for w in body) <= (page.height - page.bottom) * MILLIMETRE + 1
        # The first line starts at the margin, a paragraph gap below it at most.
        top = min(w[2] for w in body) / MILLIMETRE
        assert page.body - 0.5 <= top <= page.body + 5.5, f"page {number + 1}"


def test_signature_stands_at_the_right_level_with_the_recipients(form, paper):
    words = paper.pages[signed_page(paper)]
    if form.is_minutes:
        two_signatures(form, words)
        return
    [title] = lines(words, "Nơi nhận:")
    # The words of the block only: a chức vụ may stand in the text too.
    start = next(i for i, w in enumerate(words) if w[0] == "Nơi" and w[2] == title[1])
    block = words[start:]
    first, signer = lines(block, form.authority[0].text)[0], lines(block, form.signer.text)[0]
    assert title[1] == pytest.approx(first[1], abs=MILLIMETRE)
    assert middle(first) == pytest.approx(middle(signer), abs=MILLIMETRE)
    last = lines(block, form.authority[-1].text)[-1]
    assert signer[1] - last[3] >= 20 * MILLIMETRE
    text = form.document.first
    width = text.width - text.left - text.right
    share = (middle(first) / MILLIMETRE - text.left) / width
    assert 0.65 <= share <= 0.85, "the block stands in the right half"


def two_signatures(form, words):
    """Mẫu 1.9: two signatures on one level, the secretary's at the left, `Nơi nhận` below them."""
    text = form.document.first
    width = text.width - text.left - text.right
    # The names stand in the text too, the titles in capitals do not.
    left, right = (lines(words, side[0].text)[-1] for side in (form.left_authority, form.authority))
    assert left[1] == pytest.approx(right[1], abs=MILLIMETRE)
    shares = [(middle(line) / MILLIMETRE - text.left) / width for line in (left, right)]
    assert 0.15 <= shares[0] <= 0.35 and 0.65 <= shares[1] <= 0.85, shares
    [title] = lines(words, "Nơi nhận:")
    assert title[1] - right[3] >= 20 * MILLIMETRE
    assert title[0] == pytest.approx(text.left * MILLIMETRE, abs=MILLIMETRE)
