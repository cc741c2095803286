"""The Giấy khen: its paper, its lines in order with their colours, one page whatever it says.

What it must bear is that of Nghị định 98/2023/NĐ-CP, Điều 104, which ended on 30/6/2025; which act
carries it today is not confirmed.
"""

import re
import unicodedata

import formatting
import pytest
import reading
from breaking import broken, rewritten
from conftest import built_documents, needed
from form import MOTTO, NATION
from lxml import etree
from package import FO, W
from paper import MILLIMETRE, Paper
from review import CERTIFICATE, DEPUTY, DRAFT, OTHER_SIDE, SAMPLE, SIDES, Award, Case, Facts, every, \
    facts, papers
from vietnamese import long_date

A4 = (297, 210)
PROOF = "BẢN IN THỬ"
CERTIFICATES = [(built, side) for side in SIDES
                for built in built_documents(".docx", ".odt", side=side)
                if built.kind == CERTIFICATE]


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_red(colour: str) -> bool:
    """True of a colour of six digits that anybody would call red."""
    red, green, blue = (int(colour[i:i + 2], 16) for i in (0, 2, 4))
    return red >= 0xA0 and green <= 0x40 and blue <= 0x40


def wrong_page(document: formatting.Document) -> list[str]:
    """A4 across, on every page there may be, without header or footer."""
    faults = []
    for section in document.sections:
        for page in (section.first, section.later):
            if (page.width, page.height) != pytest.approx(A4, abs=0.35):
                faults.append(f"{page.width:.1f} × {page.height:.1f} mm")
            faults += [f"margin: {p.text!r}" for p in page.header + page.footer if p.text.strip()]
    return faults


def due_lines(award: Award, known: Facts) -> list[tuple[str, str, str, bool]]:
    """The lines in their order: what it is, the whole line as a pattern, its colour, italic or not.

    What stands at the foot on the left and on the right is asked for by `due_foot`.
    """
    said = re.escape
    collective = not award.address
    name = rf"(Tập thể )?{said(award.name)}" if collective else (
        rf"({award.address} )?{said(award.name)}")
    place = said(award.place) if collective else rf"{said(award.place)}(, .+)?"
    return [
        ("quốc hiệu", said(NATION), "black", False),
        ("tiêu ngữ", said(MOTTO), "black", False),
        ("the granter's post", said(known.office["tham_quyen"]), "red", False),
        ("TẶNG", "TẶNG", "black", False),
        ("the award", "GIẤY KHEN", "red", False),
        ("the name", name, "black", False),
        ("post and unit, or the body above", place, "black", False),
        ("the achievement", rf"{said(award.sentence)}\.?", "black", False),
    ]


def due_foot(award: Award, known: Facts) -> list[tuple[str, str, str, bool]]:
    """The lines at the foot; each must stand after the achievement, left or right."""
    said = re.escape
    day = long_date(known.day) if known.day else f"ngày tháng năm {known.row['nam']}"
    return [
        ("number and day of the decision",
         rf"Quyết định số:? ?{said(known.number)},? {said(day)}", "black", True),
        ("the ordinal", rf"Số sổ vàng: {award.ordinal:02}", "black", True),
        ("place and day", said(f"{known.office['dia_danh']}, {day}"), "black", True),
        *[("the post that signs", said(line), "black", False) for line in known.authority],
        ("the signer", said(known.signer), "black", False),
    ]


def wrong_lines(paragraphs: list[formatting.Paragraph], award: Award, known: Facts) -> list[str]:
    """What is wrong with the lines of a certificate: one missing, out of order, in another look."""
    faults, texts = [], [plain(p.text) for p in paragraphs]
    at = -1
    for what, pattern, colour, italic in due_lines(award, known):
        places = [i for i, text in enumerate(texts)
                  if i > at and re.fullmatch(pattern, text, re.IGNORECASE)]
        if not places:
            faults.append(f"{what}: no line {pattern!r} after line {at + 1}")
            continue
        at = places[0]
        faults += wrong_look(what, paragraphs[at], colour, italic)
    left: list[int] = []
    for what, pattern, colour, italic in due_foot(award, known):
        places = [i for i, text in enumerate(texts) if i > at and re.fullmatch(pattern, text)]
        if len(places) != 1:
            faults.append(f"{what}: {len(places)} lines {pattern!r} at the foot")
            continue
        left += places
        faults += wrong_look(what, paragraphs[places[0]], colour, italic)
    # The ordinal stands under the decision, the signer under the post and the day.
    if len(left) > 4 and not (left[0] < left[1] and left[2:] == sorted(left[2:])):
        faults.append(f"the lines of the foot stand in the order {left}")
    known_lines = [p for _, p, *_ in due_lines(award, known) + due_foot(award, known)]
    known_lines += [] if known.day else [PROOF]
    faults += [f"a line that nobody asked for: {text!r}" for text in texts
               if not any(re.fullmatch(p, text, re.IGNORECASE) for p in known_lines)]
    return faults


def wrong_look(what: str, paragraph: formatting.Paragraph, colour: str, italic: bool) -> list[str]:
    """What is wrong with colour and weight of a line."""
    bold = what not in ("post and unit, or the body above", "the achievement")
    faults = []
    for face in paragraph.faces:
        seen = "red" if is_red(face.colour) else "black" if face.colour == "000000" else face.colour
        if seen != colour:
            faults.append(f"{what} is {seen}, not {colour}")
        if bold and not face.bold:
            faults.append(f"{what} is not bold")
        if italic != face.italic and bold:
            faults.append(f"{what} is {'not ' if italic else ''}italic")
        if face.font != "Times New Roman":
            faults.append(f"{what} is in {face.font}")
    return faults


def faults(path, award: Award, known: Facts) -> list[str]:
    """What is wrong with a certificate as a file."""
    document = formatting.read(path)
    body = [p for block in document.blocks for p in formatting.paragraphs_of(block)
            if p.text.strip()]
    proofs = reading.paragraphs(path).count(PROOF)
    marked = [] if proofs == (known.day is None) else [f"{PROOF} stands there {proofs} times"]
    return wrong_page(document) + wrong_lines(body, award, known) + marked


def found(built, side: str) -> tuple[Award, Facts]:
    """The award of a certificate and the facts of its decision, by its place among all of them."""
    decided = [(award, known) for known in every(built.period, side) for award in known.awards]
    award, known = decided[int(built.path.name[:3]) - 1]
    assert award.subject == built.subject
    return award, known


def parameters(chosen) -> list:
    return [pytest.param(*one, id=f"{one[1]}/{one[0].name}".lstrip("/")) for one in chosen] or [
        pytest.param(None, "", id="not built")]


def present(built):
    """The certificate; where there is none, the reason is that of `papers`."""
    return needed(built or papers(CERTIFICATE)[0])


@pytest.mark.parametrize("built, side", parameters(CERTIFICATES))
def test_certificate_has_its_paper_its_lines_and_their_colours(built, side):
    assert faults(present(built).path, *found(built, side)) == []


def wrong_print(pdf, path) -> list[str]:
    """What is wrong with a certificate as printed: more pages, words cut off, outside, on others."""
    pages = Paper(pdf).pages
    faults = [] if len(pages) == 1 else [f"{len(pages)} pages"]
    words = pages[0]
    printed = {word[0] for word in words}
    faults += [f"{line.text!r} is cut off" for line in formatting.read(path).every()
               if not set(plain(line.text).split()) <= printed]
    edge = 10 * MILLIMETRE
    # What marks a proof stands outside the frame.
    inside = [word for word in words if word[0] not in PROOF.split() or word[2] > 13 * MILLIMETRE]
    faults += [f"{text} stands at the edge" for text, left, top, right, bottom in inside
               if not (edge <= left and edge <= top and right <= A4[0] * MILLIMETRE - edge
                       and bottom <= A4[1] * MILLIMETRE - edge)]
    # A line's box is a little higher than its letters.
    faults += [f"{a[0]} stands on {b[0]}" for i, a in enumerate(words) for b in words[i + 1:]
               if a[1] < b[3] - 1 and b[1] < a[3] - 1 and a[2] < b[4] - 4 and b[2] < a[4] - 4]
    return faults


@pytest.mark.parametrize("built, side", parameters(CERTIFICATES))
def test_certificate_is_one_page_and_all_of_it_is_seen(built, side, certificate_pdfs):
    """Also with a name and a sentence as long as the other side of 01/7/2026 has."""
    path = present(built).path
    assert wrong_print(certificate_pdfs[path], path) == []


@pytest.fixture(scope="module")
def certificate_pdfs(pdfs, office):
    """The pages of all certificates, those of the other side of 01/7/2026 too."""
    others = [built.path for built, side in CERTIFICATES if side]
    return pdfs | dict(zip(others, office.convert(others, "pdf", "certificates") if others else ()))


def test_long_names_and_sentences_are_among_the_certificates():
    papers(CERTIFICATE, OTHER_SIDE)
    names = [len(award.name) for award in facts(OTHER_SIDE).awards]
    sentences = [len(award.sentence) for award in facts(OTHER_SIDE).awards]
    assert max(names) >= 40 and max(sentences) >= 380


# The same certificates, broken


def pair(case: Case, place: int) -> list:
    """Both formats of a certificate, the place in its decision."""
    held = [b for b, side in CERTIFICATES if b.period == case.period and side == case.side]
    first = 0
    if held:
        for known in every(*case.review):
            if known.row["ma"] == case.row:
                break
            first += len(known.awards)
    return [(b, case.side) for b in held if int(b.path.name[:3]) == first + place]


def first_pair() -> list:
    """A certificate of the sample, one that a deputy signs, a proof."""
    return parameters(pair(SAMPLE, 3) + pair(DEPUTY, 2) + pair(DRAFT, 1))


def recoloured(change_from, change_to):
    """A change of the first colour of a kind, wherever styles or letters say it."""
    def change(root) -> int:
        for element in root.iter(etree.Element):
            for key in (W + "val", FO + "color"):
                value = (element.get(key) or "").lstrip("#")
                coloured = element.tag == W + "color" or key == FO + "color"
                if coloured and re.fullmatch("[0-9A-Fa-f]{6}", value) and change_from(value):
                    element.set(key, element.get(key).replace(value, change_to))
                    return 1
        return 0

    return change


@pytest.mark.parametrize("built, side", first_pair())
def test_check_sees_a_red_line_in_black(built, side, tmp_path):
    path = present(built).path
    parts = ("word/document.xml", "word/styles.xml", "content.xml", "styles.xml")
    copy = rewritten(path, tmp_path, recoloured(is_red, "000000"), *parts)
    assert faults(copy, *found(built, side))


@pytest.mark.parametrize("built, side", first_pair())
@pytest.mark.parametrize("what", ["name", "number", "ordinal", "signer", "day", "sentence"])
def test_check_sees_another_line(built, side, what, tmp_path):
    award, known = found(present(built), side)
    if what in ("number", "day") and known.day is None:
        return  # A proof has neither.
    old, new = {
        "name": (award.name, "Giàng A Tếnh"), "number": (known.number, "413/QĐ-VPUB"),
        "ordinal": (f"sổ vàng: {award.ordinal:02}", "sổ vàng: 07"), "signer": (known.signer, "Đèo Thị Bích Loan"),
        "day": (long_date(known.day or "2030-11-30"), "ngày 23 tháng 12 năm 2026"),
        "sentence": (award.sentence.split()[-1], "2031"),
    }[what]
    copy = broken(built.path, tmp_path, old, new, None)
    assert faults(copy, award, known), what


@pytest.mark.parametrize("built, side", first_pair())
def test_check_sees_a_page_upright(built, side, tmp_path):
    def turn(root) -> int:
        made = 0
        for element in root.iter(etree.Element):
            for one, two in ((W + "w", W + "h"), (FO + "page-width", FO + "page-height")):
                is_page = etree.QName(element).localname in ("pgSz", "page-layout-properties")
                if is_page and element.get(one) and element.get(two):
                    width, height = element.get(one), element.get(two)
                    element.set(one, height)
                    element.set(two, width)
                    made += 1
        return made

    copy = rewritten(present(built).path, tmp_path, turn, "word/document.xml", "styles.xml")
    assert faults(copy, *found(built, side))


def test_check_sees_a_certificate_that_does_not_fit(office, tmp_path):
    known = facts()
    chosen = [built for built, _ in pair(SAMPLE, 3)]
    last = known.awards[2].sentence.split()[-1]
    copies = [broken(present(built).path, tmp_path, last, f"{last} {'và tiếp theo nữa ' * 60}")
              for built in chosen or [None]]
    for path, pdf in zip(copies, office.convert(copies, "pdf", "too-long")):
        assert wrong_print(pdf, path), path.name
