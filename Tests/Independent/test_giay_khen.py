"""How the texts of a Giấy khen are set, and what its templates must keep for that.

That a name stands on one line and an achievement on three at most, with no single word on the last,
is the project's own rule; the lines and their colours are those of `test_review_certificate`.
"""

import re
import zipfile

import formatting
import pytest
import reading
from conftest import PROJECT
from formatting_odt import millimetres
from lxml import etree
from paper import MILLIMETRE, Paper
from test_review_certificate import CERTIFICATES, PROOF, found, parameters, present

POINT = MILLIMETRE
KEPT = 1.15  # the height of a line, as a multiple of its size
TEMPLATES = [PROJECT / f"Templates/giay-khen.{suffix}" for suffix in ("docx", "odt")]
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.fixture(scope="module")
def printed(pdfs, office) -> dict:
    """The pages of all certificates, those of the other side of 01/7/2026 too."""
    others = [built.path for built, side in CERTIFICATES if side]
    return pdfs | dict(zip(others, office.convert(others, "pdf", "set-out") if others else ()))


@pytest.fixture(params=[pytest.param(p.values, id=p.id) for p in parameters(CERTIFICATES)])
def set_out(request, printed):
    """A certificate's page as it is printed, the award it is for, and what is known of both."""
    built, side = request.param
    return Paper(printed[present(built).path]), *found(built, side)


def test_name_of_a_person_stands_on_one_line(set_out):
    paper, award, _ = set_out
    name = f"{award.address} {award.name}" if award.address else f"Tập thể {award.name}"
    assert len(paper.lines(name)) <= (1 if award.address else 2)


def test_achievement_has_three_lines_at_most_and_no_single_word_on_the_last(set_out):
    paper, award, _ = set_out
    found = paper.lines(award.sentence)
    assert len(found) <= 3
    [page] = paper.pages
    last = [w[0] for w in page if abs(w[2] - found[-1][1]) < 2]
    assert len(found) == 1 or len(last) > 1, f"{last} stands alone"
    # The lines are even: none is left half empty above a full one.
    widths = [right - left for left, _, right, _ in found]
    assert min(widths) >= 0.6 * max(widths)


def test_words_stand_inside_the_frame_below_the_room_of_the_emblem(set_out):
    paper, _, known = set_out
    [page] = paper.pages
    frame = 13 * MILLIMETRE
    if known.day is None:  # What marks a proof stands above the frame.
        assert " ".join(w[0] for w in page if w[2] <= frame) == PROOF
        page = [w for w in page if w[2] > frame]
    assert min(w[1] for w in page) > frame and max(w[3] for w in page) < 297 * MILLIMETRE - frame
    assert max(w[4] for w in page) < 210 * MILLIMETRE - frame
    assert min(w[2] for w in page) > 36 * MILLIMETRE
    assert len(paper.lines(known.office["tham_quyen"])) == 1


def test_signature_has_room_and_stands_right_of_the_decision(set_out):
    paper, _, known = set_out
    number = paper.lines(f"Quyết định số: {known.number}")[0]
    *_, post, _ = paper.lines(" ".join([*known.authority, known.signer]))
    [name] = paper.lines(known.signer)
    assert name[1] - post[3] >= 20 * MILLIMETRE
    assert number[2] < min(post[0], name[0])
    assert (post[0] + post[2]) / 2 == pytest.approx((name[0] + name[2]) / 2, abs=1.5)


# The templates: what a clerk may change must still hold.


def sized(path) -> list[tuple[str, int, formatting.Paragraph]]:
    """The paragraphs that stand there once in each size: what they print, the size, themselves."""
    found = []
    for paragraph in formatting.read(path).every():
        condition = re.search(r"<<chỉ khi ([^>]*)\.cỡ = (\d+)>>(.*)", paragraph.text)
        if condition:
            found.append((condition[3], int(condition[2]), paragraph))
    return found


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.suffix)
def test_paragraphs_have_the_size_that_their_condition_names(path):
    assert len(sized(path)) > 10
    assert [(t, s) for t, s, p in sized(path) if p.face.size != s] == []


def test_both_templates_have_the_same_texts():
    docx, odt = TEMPLATES
    assert reading.docx_paragraphs(docx) == reading.odt_paragraphs(odt)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.suffix)
def test_longest_texts_of_all_kinds_fit_together_on_one_page(path):
    """The heights of the styles, each text on as many lines as `InscriptionRoom` allows it."""
    by_text: dict[str, list[formatting.Paragraph]] = {}
    for text, _, paragraph in sized(path):
        by_text.setdefault(text, []).append(paragraph)
    height = lambda p, lines=1: p.before + p.after + lines * KEPT * p.face.size  # noqa: E731

    def shrinking(text):  # one line in any size, two in the smallest
        *_, last = by_text[text]
        return max([height(p) for p in by_text[text]] + [height(last, 2)])

    every = formatting.read(path).every()
    find = lambda text: next(p for p in every if p.text == text)  # noqa: E731
    head = 1 + 24 * POINT + shrinking("<<thẩm quyền.chữ>>") + sum(
        height(find(t)) for t in (*reading.HEAD, "TẶNG", "GIẤY KHEN"))
    middle = shrinking("<<tên.chữ>>") + max(height(p, 2) for p in by_text["<<chức vụ.chữ>>"]) + max(
        height(p, 3) for p in by_text["<<thành tích.chữ>>"])
    foot = height(find("<<địa danh ngày>>")) + max(
        2 * height(p) for p in by_text["<<chức>>"]) + max(height(p) for p in by_text["<<ký.họ tên>>"])
    rows = row_heights(path)
    room = body_height(path)
    need = (head, middle, foot, rows, room)
    assert head + max(rows[0], middle) + max(rows[1], foot) + 1 <= room - 8, need


def row_heights(path) -> list[float]:
    """The least heights of the rows of the one table, in points."""
    if path.suffix == ".docx":
        root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
        return [int(h.get(formatting.W + "val")) / 20 for h in root.iter(formatting.W + "trHeight")]
    root = etree.fromstring(zipfile.ZipFile(path).read("content.xml"))
    return [millimetres(p.get(formatting.STYLE + "min-row-height")) * POINT
            for p in root.iter(formatting.STYLE + "table-row-properties")]


def body_height(path) -> float:
    """The height between the margins, in points; an ODF page counts border and padding too."""
    page = formatting.read(path).first
    height = (page.height - page.top - page.bottom) * POINT
    if path.suffix == ".docx":
        return height
    root = etree.fromstring(zipfile.ZipFile(path).read("styles.xml"))
    [properties] = root.iter(formatting.STYLE + "page-layout-properties")
    padding = [millimetres(properties.get(formatting.FO + f"padding-{side}")) * POINT
               for side in ("top", "bottom")]
    border = millimetres(properties.get(formatting.FO + "border").split()[0]) * POINT
    return height - sum(padding) - 2 * border


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.suffix)
def test_words_of_a_proof_stand_between_the_edge_of_the_paper_and_the_frame(path):
    if path.suffix == ".docx":
        root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
        [box] = [a for a in root.iter(DRAWING + "anchor") if a.find(f".//{formatting.WPS}txbx") is not None]
        vertical = box.find(DRAWING + "positionV")
        assert vertical.get("relativeFrom") == "page"
        top = int(vertical.findtext(DRAWING + "posOffset")) / 36000
        bottom = top + int(box.find(DRAWING + "extent").get("cy")) / 36000
        borders = root.find(f".//{formatting.W}pgBorders")
        assert borders.get(formatting.W + "offsetFrom") == "page" and len(borders) == 4
        frame = min(int(edge.get(formatting.W + "space")) for edge in borders) / POINT
    else:
        root = etree.fromstring(zipfile.ZipFile(path).read("content.xml"))
        [box] = root.iter(formatting.DRAW + "frame")
        top = millimetres(box.get(formatting.SVG + "y"))
        bottom = top + millimetres(box.get(formatting.SVG + "height"))
        styles = etree.fromstring(zipfile.ZipFile(path).read("styles.xml"))
        [properties] = styles.iter(formatting.STYLE + "page-layout-properties")
        frame = millimetres(properties.get(formatting.FO + "margin-top"))
        assert properties.get(formatting.FO + "border").split()[1] == "double"
    assert 4 <= top and bottom <= frame, "printers leave 4 mm at the edge free"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.suffix)
def test_letters_are_formatted_by_named_styles_alone(path):
    if path.suffix == ".docx":
        root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
        direct = {etree.QName(c).localname for r in root.iter(formatting.W + "rPr") for c in r}
        direct |= {etree.QName(c).localname for p in root.iter(formatting.W + "pPr") for c in p}
        assert direct <= {"noProof", "pStyle"}
    else:
        root = etree.fromstring(zipfile.ZipFile(path).read("content.xml"))
        families = {s.get(formatting.STYLE + "family") for s in root.iter(formatting.STYLE + "style")}
        assert families.isdisjoint({"paragraph", "text"})
