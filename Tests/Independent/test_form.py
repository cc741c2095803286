"""The form that Nghị định 30/2020/NĐ-CP asks for, measured on the built documents.

Each test names its place in Phụ lục I, Phần I. Styles are resolved by `formatting`; lengths and
places are taken from the pages that LibreOffice makes. Only plans are built so far: kế hoạch, of
the office and of its units.
"""

import json
import re
import subprocess
import unicodedata

import formatting
import pytest
from conftest import PROJECT, SAMPLES, built_files, program, skip_or_fail
from lxml import etree

MILLIMETRE = 72 / 25.4
BLACK, TIMES = "000000", "Times New Roman"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
SECTION = re.compile(r"([IVX]+)\. (.+)")
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]


class Form:
    """A document of the build with its parts named."""

    def __init__(self, path):
        if path is None:
            skip_or_fail("THIDUA_OUTPUT does not name the folder of a build")
        self.path = path
        self.document = formatting.read(path)
        paragraphs = self.document.paragraphs
        self.type, self.subject, *self.body = paragraphs
        head, *self.grids, foot = self.document.tables
        assert len(head) == 2 and len(foot) == 1
        [left, right], [number, date] = (row.cells for row in head)
        self.head, self.foot = head, foot
        self.parent, self.issuer = (p for p in left if p.text)
        self.nation, self.motto = right
        [self.number], [self.date] = number, date
        self.recipients, signature = foot[0].cells
        *self.authority, self.signer = signature
        self.of_unit = path.parent.name == "ke-hoach-don-vi"


@pytest.fixture(params=built_files(".docx", ".odt"))
def form(request) -> Form:
    return Form(request.param)


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def looks(paragraph, sizes, *, bold=False, italic=False, align=None):
    """Nothing, or how a paragraph differs from what is asked."""
    face = paragraph.face
    seen = (face.size in sizes, face.bold, face.italic, face.underlined)
    assert seen == (True, bold, italic, False), f"{paragraph.text!r}: {face}"
    assert align is None or paragraph.align == align, f"{paragraph.text!r}: {paragraph.align}"


# I.1-3: paper, margins; I.7: page number


def test_pages_are_a4_upright_with_the_margins_of_the_decree(form):
    for page in (form.document.first, form.document.later):
        assert (page.width, page.height) == pytest.approx((210, 297), abs=0.35)
        assert 19.9 <= page.body <= 25.1, "the body starts below the header"
        assert 19.9 <= page.bottom <= 25.1
        assert 29.9 <= page.left <= 35.1
        assert 14.9 <= page.right <= 20.1
    assert form.document.first.body == pytest.approx(form.document.later.body, abs=0.1)


def test_later_pages_are_numbered_in_the_header_and_the_first_is_not(form):
    first, later = form.document.first, form.document.later
    assert first.header == first.footer == later.footer == []
    [number] = later.header
    assert number.text == "#"
    looks(number, (13, 14), align="center")
    assert number.indent == number.left == number.right == 0
    assert form.document.start == 1 and form.document.decimal


# I.4: typeface; V, note 2: sizes rise and fall together


def test_all_letters_are_black_times_new_roman(form):
    faces = {face for p in form.document.every() for face in p.faces}
    assert {(f.font, f.colour) for f in faces} == {(TIMES, BLACK)}
    assert not any(face.underlined for face in faces)


def test_letters_are_precomposed_unicode(form):
    for paragraph in form.document.every():
        assert unicodedata.is_normalized("NFC", paragraph.text), paragraph.text
        marks = [c for c in paragraph.text if unicodedata.category(c) in ("Mn", "Co", "Cn", "Cf")]
        assert marks == [], paragraph.text


def test_sizes_of_the_head_rise_and_fall_together(form):
    nation, motto, date = (p.face.size for p in (form.nation, form.motto, form.date))
    assert motto == nation + 1 and date == motto


# II.1, II.2: quốc hiệu, tiêu ngữ, tên cơ quan


def test_nation_and_motto(form):
    assert form.nation.text == NATION and form.motto.text == MOTTO
    looks(form.nation, (12, 13), bold=True, align="center")
    looks(form.motto, (13, 14), bold=True, align="center")
    for paragraph in (form.nation, form.motto):
        assert (paragraph.line, paragraph.before, paragraph.after) == (1, 0, 0)
    every = [p.text for p in form.document.every()]
    assert every.count(NATION) == every.count(MOTTO) == 1


def test_names_of_the_two_bodies(form):
    looks(form.parent, (12, 13), align="center")
    looks(form.issuer, (12, 13), bold=True, align="center")
    office = json.loads((SAMPLES / "chung/co-quan.json").read_text(encoding="utf-8"))["tieu_de"]
    if form.of_unit:
        units = json.loads((SAMPLES / "chung/don-vi.json").read_text(encoding="utf-8"))
        names = [unit["ten"].upper() for unit in units["don_vi"]]
        assert form.issuer.text in names
        assert form.parent.text == " ".join(reversed(office))
    else:
        assert [form.parent.text, form.issuer.text] == office
    assert form.parent.text.isupper() and form.issuer.text.isupper()


def test_tables_of_head_and_foot_have_no_borders(form):
    assert not any(row.bordered for row in form.head + form.foot)
    drawn = sum(p.drawn for p in form.document.every())
    assert drawn == 3, "the lines under issuer, motto and subject are drawn, not typed"


# II.3, II.4: số, ký hiệu; địa danh, thời gian


def test_number_and_symbol(form):
    text = spaced(form.number.text)
    assert form.number.align == "center"
    if not text:
        assert form.of_unit, "only a phòng, without a register of its own, has no number"
        return
    looks(form.number, (13,))
    assert re.fullmatch(r"Số:(\s+| \d{2,})/KH-[A-ZĐ0-9&.]+", text), text


def test_place_and_date(form):
    looks(form.date, (13, 14), italic=True, align="center")
    blank = r"Sơn La, ngày\s{3,}tháng\s{3,}năm \d{4}"
    filled = (r"Sơn La, ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm \d{4}")
    assert re.fullmatch(f"{blank}|{filled}", spaced(form.date.text)), form.date.text
    assert form.date.before == form.number.before, "the two stand in one row"


# II.5: tên loại, trích yếu


def test_type_and_subject(form):
    assert form.type.text == "KẾ HOẠCH"
    looks(form.type, (13, 14), bold=True, align="center")
    looks(form.subject, (13, 14), bold=True, align="center")
    assert form.type.left == form.type.right == form.type.indent == form.subject.indent == 0
    assert form.subject.left == form.subject.right
    assert form.type.keep_next and form.type.after == form.subject.before == 0
    assert not form.subject.text.isupper() and not form.subject.text.endswith((".", ";"))


# II.6: nội dung


def test_body_is_justified_and_indented_with_one_size(form):
    assert form.body
    assert {p.align for p in form.body} == {"justify"}
    indents = {round(p.indent, 1) for p in form.body}
    assert indents in ({10.0}, {12.7}), indents
    assert {(p.left, p.right) for p in form.body} == {(0, 0)}
    sizes = {p.face.size for p in form.body}
    assert len(sizes) == 1 and sizes <= {13, 14}
    assert not any(p.face.italic for p in form.body)
    assert all(p.widows for p in form.body)


def test_lines_and_gaps_of_the_body(form):
    assert all(p.line is not None and 1 <= p.line <= 1.5 for p in form.body)
    for above, below in zip(form.document.blocks, form.document.blocks[1:]):
        if isinstance(below, list) and below is form.foot:
            continue
        texts = [b for b in (above, below) if not isinstance(b, list)]
        gaps = [getattr(above, "after", 0), getattr(below, "before", 0)]
        # Under type and subject stands what belongs to them: the subject, the drawn line.
        assert above in (form.type, form.subject) or max(gaps) >= 6 or not texts[-1].text, texts


def test_text_has_no_blank_paragraphs_double_spaces_or_stray_stops(form):
    *blocks, last = form.document.blocks
    # A document ends with a paragraph in both formats; ours takes a point and no more.
    assert last.text == ""
    assert all(isinstance(b, list) or b.text.strip() or b.drawn for b in blocks)
    for paragraph in form.body:
        text = paragraph.text
        if "số" not in text and "ngày" not in text:  # the blanks of a draft
            assert "  " not in text, text
        assert text == text.strip() and "\t" not in text, text
        assert not re.search(r" [,;.:]|…|\?\?|<<|«|\{\{", text), text
    assert [p for p in form.body if p.text.endswith("./.")] == form.body[-1:]


def test_headings_are_bold_and_nothing_else_is(form):
    wanted = {p.text for p in form.body if SECTION.fullmatch(p.text)}
    if not form.of_unit:
        plan = json.loads(
            (PROJECT / "Samples/2026-phat-dong/ke-hoach.json").read_text(encoding="utf-8"))
        wanted |= {f"{k['so']}. {k['ten']}"
                   for m in plan["muc"] for k in m.get("khoan") or [] if k.get("ten")}
    assert {p.text for p in form.body if p.face.bold} == wanted
    for paragraph in form.body:
        if paragraph.face.bold:
            assert paragraph.keep_next and paragraph.keep_lines, paragraph.text


def test_numbering_runs_on(form):
    sections, items = [], []
    for paragraph in form.body:
        if found := SECTION.fullmatch(paragraph.text):
            sections.append(found[1])
            assert found[2].isupper()
            items = []
        elif found := re.match(r"(\d+)\. \S", paragraph.text):
            items.append(int(found[1]))
            assert items == list(range(1, len(items) + 1)), paragraph.text
    assert sections == ROMAN[:len(sections)] and sections


def test_grids_are_lined_repeat_their_header_and_keep_rows_whole(form):
    assert bool(form.grids) == form.of_unit
    for grid in form.grids:
        assert [row.header for row in grid] == [True] + [False] * (len(grid) - 1)
        assert all(row.bordered and row.whole for row in grid)
        for cell in grid[0].cells:
            for paragraph in cell:
                looks(paragraph, (12, 13, 14), bold=True, align="center")
                assert paragraph.keep_next
        for row in grid[1:]:
            for paragraph in (p for cell in row.cells for p in cell if p.text):
                assert paragraph.face.size == grid[0].cells[0][0].face.size
                assert paragraph.keep_next == paragraph.face.bold, paragraph.text


# II.7, II.9: chức vụ, họ tên; nơi nhận


def test_signature(form):
    assert form.authority
    for line in form.authority:
        looks(line, (13, 14), bold=True, align="center")
        assert line.text.isupper()
    first, *rest = [line.text for line in form.authority]
    assert bool(re.match(r"(KT|TM|TL|TUQ|Q)\. ", first)) == bool(rest), "KT. needs a second line"
    looks(form.signer, (13, 14), bold=True, align="center")
    words = form.signer.text.split()
    assert len(words) >= 2 and all(w[0].isupper() and w[1:].islower() for w in words)
    # 20 mm for the hand and the seal.
    assert form.signer.before >= 20 * MILLIMETRE


def test_recipients(form):
    title, *items = form.recipients
    assert title.text == "Nơi nhận:"
    looks(title, (12,), bold=True, italic=True, align="left")
    for item in items:
        looks(item, (11,), align="left")
        assert item.indent == item.left == 0
        assert re.fullmatch(r"- [^;]*[^;. ][;.]", item.text), item.text
    assert [i.text[-1] for i in items] == [";"] * (len(items) - 1) + ["."]
    assert re.fullmatch(r"- Lưu: (VT, )?[A-ZĐ]+\.", items[-1].text), items[-1].text
    assert form.of_unit or items[-1].text.startswith("- Lưu: VT, ")


def test_signature_keeps_with_two_paragraphs_before_it(form):
    [row] = form.foot
    assert row.whole
    assert all(p.keep_next for cell in row.cells for p in cell)
    assert form.body[-1].keep_next and form.body[-2].keep_next


# The same on paper


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
        svg = subprocess.run([program("pdftocairo"), "-svg", "-f", "1", "-l", "1", str(pdf), "-"],
                             capture_output=True, check=True).stdout
        self.strokes = []
        for path in etree.fromstring(svg).iter("{http://www.w3.org/2000/svg}path"):
            number = r"(-?[\d.]+)"
            line = re.fullmatch(rf"M {number} {number} L {number} {number} ?", path.get("d"))
            look = dict(p.split(":") for p in path.get("style", "").split(";") if p)
            turned = re.fullmatch(rf"matrix\({number},0,0,{number},{number},{number}\)",
                                  path.get("transform", ""))
            if line and turned and look.get("stroke", "none") != "none":
                x1, y1, x2, y2 = map(float, line.groups())
                a, d, e, f = map(float, turned.groups())
                self.strokes.append((a * x1 + e, d * y1 + f, a * x2 + e, d * y2 + f, look))

    def lines(self, text: str, page: int = 0) -> list[list[float]]:
        """The printed lines of a text as [left, top, right, bottom]."""
        words, wanted = self.pages[page], text.split()
        starts = [i for i in range(len(words) - len(wanted) + 1)
                  if [w[0] for w in words[i:i + len(wanted)]] == wanted]
        assert starts, f"{text!r} is not on page {page + 1}"
        found: list[list[float]] = []
        for _, left, top, right, bottom in words[starts[0]:starts[0] + len(wanted)]:
            if found and abs(found[-1][1] - top) < 2:
                found[-1][2] = right
            else:
                found.append([left, top, right, bottom])
        return found

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
    return (line[0] + line[2]) / 2


@pytest.fixture(scope="module")
def papers(pdfs) -> dict:
    return {path: Paper(pdf) for path, pdf in pdfs.items()}


@pytest.fixture
def paper(form, papers) -> Paper:
    return papers[form.path]


def test_line_under_the_motto_is_as_long_as_it(form, paper):
    [nation], [motto] = paper.lines(NATION), paper.lines(MOTTO)
    length, centre = paper.rule(MOTTO)
    assert 0.95 <= length / (motto[2] - motto[0]) <= 1.05
    assert centre == pytest.approx(middle(motto), abs=MILLIMETRE)
    assert middle(nation) == pytest.approx(middle(motto), abs=MILLIMETRE / 2)


def test_lines_under_issuer_and_subject_are_a_third_to_a_half(form, paper):
    for text in (form.issuer.text, form.subject.text):
        lines = paper.lines(text)
        widths = [right - left for left, _, right, _ in lines]
        length, centre = paper.rule(text)
        # The decree does not say which line of several counts.
        assert min(widths) / 3 * 0.98 <= length <= max(widths) / 2 * 1.02, (text, length, widths)
        assert centre == pytest.approx(middle(lines[-1]), abs=MILLIMETRE)


def test_head_stands_in_two_columns_with_aligned_rows(form, paper):
    [parent], [nation], [date] = map(paper.lines, (form.parent.text, NATION, form.date.text))
    assert parent[1] == pytest.approx(nation[1], abs=MILLIMETRE / 2)
    assert parent[2] + MILLIMETRE < nation[0], "the columns touch"
    assert middle(date) == pytest.approx(middle(nation), abs=MILLIMETRE)
    for line in paper.lines(form.issuer.text):
        assert middle(line) == pytest.approx(middle(parent), abs=MILLIMETRE)
        assert line[2] + MILLIMETRE < nation[0]
    if form.number.text.strip():
        [number] = paper.lines(form.number.text)
        assert middle(number) == pytest.approx(middle(parent), abs=MILLIMETRE)
        # Level at the feet: the two have different sizes.
        assert number[3] == pytest.approx(date[3], abs=MILLIMETRE)


def test_title_stands_in_the_middle_of_the_text(form, paper):
    page = form.document.first
    centre = (page.left + page.width - page.right) / 2 * MILLIMETRE
    for text in (form.type.text, form.subject.text):
        for line in paper.lines(text):
            assert middle(line) == pytest.approx(centre, abs=MILLIMETRE)


def test_words_stay_inside_the_margins(form, paper):
    page = form.document.first
    for number, words in enumerate(paper.pages):
        body = words if number == 0 else [w for w in words if w[4] > 20 * MILLIMETRE]
        assert min(w[1] for w in body) >= page.left * MILLIMETRE - 1
        assert max(w[3] for w in body) <= (page.width - page.right) * MILLIMETRE + 1
        assert max(w[4] for w in body) <= (page.height - page.bottom) * MILLIMETRE + 1
        # The first line starts at the margin, a paragraph gap below it at most.
        assert 19.5 <= min(w[2] for w in body) / MILLIMETRE <= 25.5, f"page {number + 1}"


def test_signature_stands_at_the_right_level_with_the_recipients(form, paper):
    page = len(paper.pages) - 1
    [title] = paper.lines("Nơi nhận:", page)
    # The words of the block only: a chức vụ may stand in the text too.
    start = next(i for i, w in enumerate(paper.pages[page]) if w[0] == "Nơi" and w[2] == title[1])
    block = Paper.__new__(Paper)
    block.pages = [paper.pages[page][start:]]
    first, signer = block.lines(form.authority[0].text)[0], block.lines(form.signer.text)[0]
    assert title[1] == pytest.approx(first[1], abs=MILLIMETRE)
    assert middle(first) == pytest.approx(middle(signer), abs=MILLIMETRE)
    last = block.lines(form.authority[-1].text)[-1]
    assert signer[1] - last[3] >= 20 * MILLIMETRE
    text = form.document.first
    width = text.width - text.left - text.right
    share = (middle(first) / MILLIMETRE - text.left) / width
    assert 0.65 <= share <= 0.85, "the block stands in the right half"
