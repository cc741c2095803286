"""The form that Nghị định 30/2020/NĐ-CP asks for, in the styles of the built documents.

Each test names its place in Phụ lục I, Phần I. What is printed: `test_form_paper`; page and letters,
which lists and tables share: `test_page`.
"""

import json
import re

import pytest
from conftest import PROJECT, SAMPLES, built_files
from form import MOTTO, NATION, TYPES, Form, is_table, spaced
from paper import MILLIMETRE

SECTION = re.compile(r"([IVX]+)\. (.+)")
ARTICLE = re.compile(r"Điều (\d+)\. \S")
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]


@pytest.fixture(scope="module", params=built_files(".docx", ".odt", forms=("nd30",)))
def form(request) -> Form:
    return Form(request.param)


def looks(paragraph, sizes, *, bold=False, italic=False, align=None):
    """Fails where a paragraph differs from what is asked."""
    face = paragraph.face
    seen = (face.size in sizes, face.bold, face.italic, face.underlined)
    assert seen == (True, bold, italic, False), f"{paragraph.text!r}: {face}"
    assert align is None or paragraph.align == align, f"{paragraph.text!r}: {paragraph.align}"


# V, note 2: sizes rise and fall together


def test_sizes_of_the_head_rise_and_fall_together(form):
    assert form.motto.face.size == form.nation.face.size + 1
    assert form.date is None or form.date.face.size == form.motto.face.size


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
    if form.of_unit:
        assert spaced(form.issuer.text) in form.bodies
        assert form.parent.text == " ".join(reversed(form.office["tieu_de"]))
    else:
        assert [form.parent.text, form.issuer.text] == form.office["tieu_de"]
    assert form.parent.text.isupper() and form.issuer.text.isupper()


def test_tables_of_head_and_foot_have_no_borders(form):
    assert not any(row.bordered for row in form.head + form.foot)
    paragraphs = [p for row in form.head for cell in row.cells for p in cell] + [
        b for b in form.blocks if not is_table(b)]
    drawn = sum(p.drawn for p in paragraphs)
    # Under the subject of a letter no line is drawn.
    assert drawn == 3 - form.is_letter, "the lines are drawn, not typed"


# II.3, II.4: số, ký hiệu; địa danh, thời gian


def test_number_and_symbol(form):
    if form.number is None:
        assert form.is_minutes and form.of_unit, "minutes of a body without a register"
        return
    text = spaced(form.number.text)
    assert form.number.align == "center"
    if not text:
        assert form.of_unit, "only a phòng, without a register of its own, has no number"
        return
    looks(form.number, (13,))
    if form.is_letter:  # II.3b: the office and who wrote it, no type
        symbol = rf"{form.office['ma']}-{form.office['phong_tham_muu']}"
        assert re.fullmatch(rf"Số:(\s+| \d{{2,}})/{symbol}", text), text
        return
    code = TYPES[form.named]
    assert re.fullmatch(rf"Số:(\s+| \d{{2,}})/{code}-[A-ZĐ0-9&.]+", text), text


def test_place_and_date(form):
    assert (form.date is None) == form.is_minutes, "mẫu 1.9: minutes alone have no such line"
    if form.is_minutes:
        return
    looks(form.date, (13, 14), italic=True, align="center")
    blank = r"Sơn La, ngày\s{3,}tháng\s{3,}năm \d{4}"
    filled = (r"Sơn La, ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm \d{4}")
    assert re.fullmatch(f"{blank}|{filled}", spaced(form.date.text)), form.date.text
    assert form.date.before == form.number.before, "the two stand in one row"


# II.5: tên loại, trích yếu


def test_subject_of_a_letter_stands_under_its_number(form):
    """II.5b: 12 or 13 pt, upright, 6 pt below the number; no tên loại."""
    assert form.is_letter == (form.built.kind == "cong-van-de-nghi")
    if form.is_letter:
        looks(form.subject, (12, 13), align="center")
        assert re.fullmatch(r"V/v [a-zđà-ỹ].*[^.;]", form.subject.text), form.subject.text
        assert max(form.number.after, form.subject.before) == 6


def test_type_and_subject(form):
    if form.is_letter:
        return
    assert form.named in TYPES
    looks(form.type, (13, 14), bold=True, align="center")
    looks(form.subject, (13, 14), bold=True, align="center")
    assert form.type.left == form.type.right == form.type.indent == form.subject.indent == 0
    assert form.subject.left == form.subject.right
    assert form.type.keep_next and form.type.after == form.subject.before == 0
    assert not form.subject.text.isupper() and not form.subject.text.endswith((".", ";"))


# II.6: nội dung


def test_body_is_justified_and_indented_with_one_size(form):
    assert form.text
    assert {p.align for p in form.text} == {"justify"}
    indents = {round(p.indent, 1) for p in form.text}
    assert indents in ({10.0}, {12.7}), indents
    assert {(p.left, p.right) for p in form.text} == {(0, 0)}
    sizes = {face.size for p in form.body for face in p.faces}
    assert len(sizes) == 1 and sizes <= {13, 14}
    assert all(p.widows for p in form.text)


def test_grounds_are_a_run_of_italic_lines_before_the_text(form):
    """II.6a: each ends with a semicolon, the last with a full stop."""
    assert form.text[:len(form.grounds)] == form.grounds
    assert all(p.text.startswith(("Căn cứ ", "Theo đề nghị ", "Xét ")) for p in form.grounds)
    ends = [p.text[-1] for p in form.grounds]
    assert ends == [";"] * (len(ends) - 1) + ["."] * (len(ends) > 0)
    rest = form.text[len(form.grounds):]
    assert not any(face.italic for p in rest for face in p.faces)
    assert bool(form.grounds) or form.named != "QUYẾT ĐỊNH"


def test_decision_names_the_power_and_numbers_its_articles(form):
    """Phụ lục III, mẫu 1.2; the head of an article: II.6đ."""
    if form.named != "QUYẾT ĐỊNH":
        assert not form.power and not any(ARTICLE.match(p.text) for p in form.text)
        return
    [power], [decides] = form.power, form.decides
    assert power.text == form.office["tham_quyen"]
    for paragraph in (power, decides):
        looks(paragraph, (13, 14), bold=True, align="center")
        assert paragraph.indent == paragraph.left == paragraph.right == 0
    articles = [found for p in form.text if (found := ARTICLE.match(p.text))]
    assert [int(a[1]) for a in articles] == list(range(1, len(articles) + 1)) and articles
    assert all({f.bold for f in p.faces} == {True, False}
               for p in form.text if ARTICLE.match(p.text)), "the number alone is bold"


def test_addressees_stand_in_what_goes_up_or_out_alone(form):
    """II.9a; NN06: a letter, a tờ trình, a report to the leaders of the office or to the province."""
    goes_up = form.named in ("TỜ TRÌNH", "BÁO CÁO")
    assert bool(form.addressees) == (form.is_letter or goes_up)
    for paragraph in form.addressees:
        looks(paragraph, (13, 14))
    if form.addressees:
        first, *others = form.addressees
        assert (first.text == "Kính gửi:") == bool(others), "one stands on the line of Kính gửi"
        assert [i.text for i in form.recipients][1] == "- Như trên;"


def test_lines_and_gaps_of_the_body(form):
    assert all(p.line is not None and 1 <= p.line <= 1.5 for p in form.body)
    for above, below in zip(form.blocks, form.blocks[1:]):
        if below is form.foot:
            continue
        texts = [b for b in (above, below) if not is_table(b)]
        gaps = [getattr(above, "after", 0), getattr(below, "before", 0)]
        # Under type and subject stands what belongs to them: the subject, the drawn line.
        assert above in (form.type, form.subject) or max(gaps) >= 6 or not texts[-1].text, texts


def test_text_has_no_blank_paragraphs_double_spaces_or_stray_stops(form):
    for section in form.document.sections:
        *blocks, last = section.blocks
        # A section may have to end with a paragraph; ours takes a point and no more.
        blocks += [] if not is_table(last) and last.text == "" else [last]
        assert all(is_table(b) or b.text.strip() or b.drawn for b in blocks)
    for paragraph in form.body:
        text = paragraph.text
        if "số" not in text and "ngày" not in text:  # the blanks of a draft
            assert "  " not in text, text
        assert text == text.strip() and "\t" not in text, text
        assert not re.search(r" [,;.:]|…|\?\?|<<|«|\{\{", text), text
    assert [p for p in form.body if p.text.endswith("./.")] == form.body[-1:]


def test_headings_are_bold_and_nothing_else_is(form):
    wanted = {p.text for p in form.text if SECTION.fullmatch(p.text)}
    if form.built.kind == "ke-hoach":
        plan = json.loads(
            (PROJECT / "Samples/2026-phat-dong/ke-hoach.json").read_text(encoding="utf-8"))
        wanted |= {f"{k['so']}. {k['ten']}"
                   for m in plan["muc"] for k in m.get("khoan") or [] if k.get("ten")}
    if form.named == "BÁO CÁO":  # A numbered title, which is no sentence.
        wanted |= {p.text for p in form.text if re.fullmatch(r"\d+\. .*[^.:;]", p.text)}
    assert {p.text for p in form.text if all(f.bold for f in p.faces)} == wanted
    for paragraph in form.text:
        if all(f.bold for f in paragraph.faces):
            assert paragraph.keep_next and paragraph.keep_lines, paragraph.text


def test_numbering_runs_on(form):
    sections, items = [], []
    for paragraph in form.text:
        if found := SECTION.fullmatch(paragraph.text):
            sections.append(found[1])
            assert found[2].isupper()
            items = []
        elif found := re.match(r"(\d+)\. \S", paragraph.text):
            items.append(int(found[1]))
            assert items == list(range(1, len(items) + 1)), paragraph.text
    assert sections == ROMAN[:len(sections)]
    divided = form.named in ("KẾ HOẠCH", "BÁO CÁO") or form.built.kind == "bien-ban-hoi-dong"
    assert bool(sections) == divided


def test_grids_have_the_size_of_the_text_and_keep_rows_whole(form):
    due = form.is_minutes or form.named == "BÁO CÁO" or form.built.kind == "ke-hoach-don-vi"
    if form.built.kind == "bien-ban-hoi-dong":
        # A council that was too few for a session voted on nothing.
        votes = json.loads(
            (SAMPLES / form.built.period / "bo-phieu.json").read_text(encoding="utf-8"))
        due = form.built.path.stem.endswith(votes["phien"].lower())
    assert bool(form.grids) == due
    for grid in [t for t in form.document.tables if t[0].bordered]:
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
    for_another = bool(re.match(r"(KT|TM|TL|TUQ|Q)\. ", first))
    # Those who count votes sign by two lines: what they are, and of what.
    assert for_another == bool(rest) or form.is_minutes, "KT. needs a second line"
    is_signed_by(form.signer)


def is_signed_by(signer):
    """Fails where the name under a signature differs from what is asked."""
    looks(signer, (13, 14), bold=True, align="center")
    words = signer.text.split()
    # A name may hold a single letter: Vàng A Chá.
    assert len(words) >= 2 and all(w[0].isupper() and w[1:] == w[1:].lower() for w in words)
    # 20 mm for the hand and the seal.
    assert signer.before >= 20 * MILLIMETRE


def test_minutes_are_signed_by_two(form):
    """Phụ lục III, mẫu 1.9: the secretary at the left, the chair at the right."""
    if not form.is_minutes:
        return
    for line in form.left_authority:
        looks(line, (13, 14), bold=True, align="center")
    # Those who count votes may be more than two; each has room for the hand.
    assert form.left_signers
    for signer in form.left_signers:
        is_signed_by(signer)
    assert len(form.left_signers) == 1 or form.built.kind == "bien-ban-kiem-phieu"
    sides = [[line.text for line in side] for side in (form.left_authority, form.authority)]
    counted = ["BAN KIỂM PHIẾU"]
    assert sides == ([["CÁC ỦY VIÊN"] + counted, ["TRƯỞNG BAN"] + counted]
                     if form.built.kind == "bien-ban-kiem-phieu" else [["THƯ KÝ"], ["CHỦ TỌA"]])
    names = [signer.text for signer in (*form.left_signers, form.signer)]
    assert len(set(names)) == len(names)


def test_minutes_name_hours_day_place_and_who_took_part(form):
    """Phụ lục III, mẫu 1.9: the labels, and the closing line with its hour."""
    if not form.is_minutes or form.built.kind == "bien-ban-kiem-phieu":
        return
    day = r"ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm \d{4}"
    start, place, *_ = form.text
    assert re.fullmatch(rf"Thời gian bắt đầu: \d\d giờ \d\d, {day}\.", start.text), start.text
    assert re.fullmatch(r"Địa điểm: \S.*\.", place.text), place.text
    assert re.match(rf"Cuộc họp kết thúc vào \d\d giờ \d\d, {day}[;.]", form.text[-1].text)
    for label in ("Chủ trì (chủ tọa): đồng chí ", "Thư ký (người ghi biên bản): đồng chí "):
        assert sum(label in p.text for p in form.text) == 1, label


def test_recipients(form):
    title, *items = form.recipients
    looks(title, (12,), bold=True, italic=True, align="left")
    for item in items:
        looks(item, (11,), align="left")
        assert item.indent == item.left == 0
        assert re.fullmatch(r"- [^;]*[^;. ][;.]", item.text), item.text
    assert [i.text[-1] for i in items] == [";"] * (len(items) - 1) + ["."]
    store = r"(VT, )?[A-ZĐ]+|Hồ sơ" if form.is_minutes else r"(VT, )?[A-ZĐ]+"
    assert re.fullmatch(rf"- Lưu: ({store})\.", items[-1].text), items[-1].text
    assert form.of_unit or items[-1].text.startswith("- Lưu: VT, ")
    if form.named == "QUYẾT ĐỊNH":
        last = [found[1] for p in form.text if (found := ARTICLE.match(p.text))][-1]
        assert items[0].text == f"- Như Điều {last};"


def test_signature_keeps_with_two_paragraphs_before_it(form):
    for row in form.foot:
        assert row.whole
        assert all(p.keep_next for cell in row.cells for p in cell)
    last, before = form.body[-1], form.body[-2]
    # A paragraph of two lines, which no page parts, is body enough; no line holds 85 letters.
    assert last.keep_next and (before.keep_next or len(last.text) > 85 and last.widows)


# III.1: the list after the signature


def test_list_after_the_signature_has_its_title_and_its_reference_line(form):
    """III.1b-đ, mẫu 2.1: title, then the reference line; a page and numbers of its own."""
    texts = [b for b in form.annex if not is_table(b) and b.text.strip()]
    asked = any(re.search(r"[Dd]anh sách (kèm theo|và)|có Danh sách", p.text) for p in form.text)
    if not texts:
        assert not asked, "the text speaks of a list that is not there"
        assert len(form.document.sections) == 1
        return
    title, *_ = texts
    if title.text.startswith("Phụ lục "):
        return  # A report has several.
    assert title.text == "DANH SÁCH"
    looks(title, (13, 14), bold=True, align="center")
    [line] = [p for p in texts if p.text.startswith("(Kèm theo ")]
    looks(line, (13, 14), italic=True, align="center")
    assert line.text.endswith(")") and texts.index(line) in (1, 2)
    # An electronic paper leaves number and day of the reference blank (III.1c).
    filled = re.search(r"(số|ngày|tháng)[ \u00a0]*\d", line.text)
    assert bool(filled) == (form.built.medium == "paper" and form.built.state == "issued")
    main, annex = form.document.sections
    assert annex.blocks[0] is title or not annex.blocks[0].text
    assert main.blocks[-1] is form.foot or not main.blocks[-1].text


def test_annexes_of_a_report_are_numbered_titled_and_referred_to(form):
    """III.1: `Phụ lục` and its Roman number, the title, the reference line; each a page of its own."""
    _, *annexes = form.document.sections
    heads = [[b for b in annex.blocks if not is_table(b) and b.text.strip()][:3]
             for annex in annexes]
    if form.built.kind not in ("bao-cao-so-ket", "bao-cao-tong-ket"):
        assert not any(head[0].text.startswith("Phụ lục") for head in heads)
        return
    numbers = [f"Phụ lục {number}" for number in ROMAN[:len(annexes)]]
    assert [head[0].text for head in heads] == numbers and len(annexes) > 1
    for number, title, line in heads:
        looks(number, (14,), bold=True, align="center")
        looks(title, (13, 14), bold=True, align="center")
        assert title.text.isupper()
        looks(line, (13, 14), italic=True, align="center")
        assert line.text.startswith("(Kèm theo Báo cáo số") and line.text.endswith(")")
        assert number.keep_next and title.keep_next and line.keep_next
    # The text names each, and no other.
    named = {found for p in form.text for found in re.findall(r"Phụ lục ([IVX]+)", p.text)}
    listed = re.search(r"các Phụ lục ([IVX, ]+)\)", form.text[-1].text)
    assert listed[1].split(", ") == ROMAN[:len(annexes)] and named <= set(ROMAN[:len(annexes)])
