"""The certificates of the yearly review of 2026: their lines, colours and the one page of each.

The order, weights and colours of the lines are those that Điều 104 of Nghị định 98/2023/NĐ-CP gave
(which act carries them today is unconfirmed); how texts may break is the project's own rule.
"""

import os
import re
import subprocess
import zipfile

import formatting
import pytest
import reading
from conftest import PERIOD, PROJECT, SAMPLES, program, skip_or_fail
from hang_nam_expected import read
from lxml import etree

YEARLY = "2026-hang-nam"
RECORDS = read(SAMPLES / YEARLY)
RED, BLACK = "FF0000", "000000"
POINT = 72 / 25.4
KEPT = 1.15  # the height of a line, as a multiple of its size
TEMPLATES = [PROJECT / f"Templates/giay-khen.{suffix}" for suffix in ("docx", "odt")]


def certificates() -> list:
    """The certificates of the build as parameters; one that says why there is none."""
    named = os.environ.get("THIDUA_OUTPUT")
    folder = PROJECT / named if named else None
    if folder is not None:
        folder = folder.parent if folder.name in (PERIOD, YEARLY) else folder
    files = sorted((folder / YEARLY / "giay-khen").glob("*.*")) if folder else []
    if not files:
        return [pytest.param(None, id="no build")]
    return [pytest.param(path, id=path.name) for path in files]


@pytest.fixture(params=certificates())
def certificate(request):
    if request.param is None:
        skip_or_fail(f"THIDUA_OUTPUT names no build of {YEARLY}")
    return request.param


def row(file: str, kind: str, key: str) -> dict:
    return next(r for r in RECORDS[file][kind] if r["ma"] == key)


def decision() -> dict:
    rows = RECORDS["van-ban"]["van_ban"]
    return next(r for r in rows if r["loai"] == "quyet-dinh-khen-thuong")


def expected(place: int) -> list[str]:
    """The lines that the sample's data ask for on the certificate of a place in the decision."""
    nomination = row("de-nghi", "de_nghi", decision()["de_nghi"][place - 1])
    office, year = RECORDS["co-quan"], RECORDS["dot"]
    if "nguoi" in nomination:
        person = row("nhan-su", "nguoi", nomination["nguoi"])
        unit = row("don-vi", "don_vi", person["don_vi"])
        title = {"nam": "Ông", "nu": "Bà"}[person["gioi_tinh"]]
        who = f"{title} {person['ho_ten']}"
        post = f"{person['chuc_vu']}, {unit['ten']}, {office['ten']}"
    else:
        who = "Tập thể " + row("don-vi", "don_vi", nomination["don_vi"])["ten"]
        post = office["ten"]
    signer = row("nhan-su", "nguoi", decision()["nguoi_ky"])
    year_, month, day = map(int, decision()["ngay"].split("-"))
    date = f"ngày {day:02} tháng {month if month > 2 else f'{month:02}'} năm {year_}"
    return [
        *reading.HEAD, office["tham_quyen"], "TẶNG", "GIẤY KHEN", who, post,
        nomination.get("cau_thanh_tich") or year["cau_thanh_tich"]["giay_khen"],
        f"Quyết định số: {int(decision()['so']):02}/QĐ-{office['ma']} {date}",
        f"Số sổ vàng: {place:02}", f"{office['dia_danh']}, {date}",
        office["chuc_danh_dung_dau"].upper(), signer["ho_ten"],
    ]


def test_there_is_one_for_each_awardee_in_both_formats(certificate):
    names = {path.name for path in certificate.parent.iterdir()}
    stems = {name.rsplit(".", 1)[0] for name in names}
    assert names == {f"{stem}.{suffix}" for stem in stems for suffix in ("docx", "odt")}
    assert sorted(int(stem[:3]) for stem in stems) == [
        index + 1 for index in range(len(decision()["de_nghi"]))]


def test_lines_are_those_of_the_data_in_the_order_of_the_rule(certificate):
    paragraphs = reading.docx_paragraphs if certificate.suffix == ".docx" else reading.odt_paragraphs
    seen = [reading.collapsed(text) for text in paragraphs(certificate)]
    assert seen == expected(int(certificate.name[:3]))


def test_weights_and_colours_of_the_lines(certificate):
    paragraphs = [p for p in formatting.read(certificate).every() if p.text.strip()]
    looks = [(p.face.colour.upper(), p.face.bold, p.face.italic, p.align) for p in paragraphs]
    plain, bold = (BLACK, False, False, "center"), (BLACK, True, False, "center")
    red, note = (RED, True, False, "center"), (BLACK, True, True, "left")
    assert looks == [bold, bold, red, bold, red, bold, plain, plain, note, note,
                     (BLACK, True, True, "center"), bold, bold]
    assert {p.face.font for p in paragraphs} == {"Times New Roman"}
    assert not any(p.face.underlined for p in paragraphs)
    assert max(p.face.size for p in paragraphs) == paragraphs[4].face.size


def test_paper_is_a4_landscape_without_header_and_footer(certificate):
    page = formatting.read(certificate).first
    assert (page.width, page.height) == pytest.approx((297, 210), abs=0.35)
    assert page.header == page.footer == []


@pytest.fixture(scope="module")
def printed(office) -> dict:
    """The words of every certificate as LibreOffice prints it: page by page, with their boxes."""
    result = {}
    files = [p.values[0] for p in certificates() if p.values[0] is not None]
    for suffix in (".docx", ".odt"):
        part = [file for file in files if file.suffix == suffix]
        pdfs = office.convert(part, "pdf", f"giay-khen-{suffix[1:]}") if part else []
        for file, pdf in zip(part, pdfs):
            xml = subprocess.run([program("pdftotext"), "-bbox-layout", str(pdf), "-"],
                                 capture_output=True, check=True).stdout
            root = etree.fromstring(xml, etree.XMLParser(recover=True, resolve_entities=False))
            for element in root.iter():
                element.tag = etree.QName(element).localname
            result[file] = list(root.iter("page"))
    return result


def lines(page) -> list[tuple[str, list[float]]]:
    """The printed lines with left, top, right and bottom in points."""
    found = []
    for line in page.iter("line"):
        text = " ".join(word.text for word in line.iter("word"))
        found.append((text, [float(line.get(k)) for k in ("xMin", "yMin", "xMax", "yMax")]))
    return sorted(found, key=lambda item: (round(item[1][1]), item[1][0]))


def test_each_is_one_page_with_all_words_inside_the_frame(certificate, printed):
    [page] = printed[certificate]
    frame = 13 * POINT
    for text, (left, top, right, bottom) in lines(page):
        assert frame < left and right < 297 * POINT - frame, text
        assert frame < top and bottom < 210 * POINT - frame, text
    # The head keeps the room of the national emblem free, 24 mm below the frame.
    assert min(box[1] for _, box in lines(page)) > 36 * POINT


def test_texts_break_as_they_should(certificate, printed):
    [page] = printed[certificate]
    texts = [text.replace("\u00a0", " ") for text, _ in lines(page)]
    wanted = expected(int(certificate.name[:3]))
    assert wanted[5] in texts, "the name stands on one line"
    start = next(i for i, text in enumerate(texts) if wanted[7].startswith(text))
    achievement = texts[start:start + 3]
    while " ".join(achievement) != wanted[7]:
        achievement.pop()
        assert achievement, f"{wanted[7]!r} is not on three lines: {texts}"
    assert len(achievement) == 1 or len(achievement[-1].split()) > 1, "a widow word"


def test_signature_has_room_and_stands_right_of_the_decision(certificate, printed):
    [page] = printed[certificate]
    boxes = {text: box for text, box in lines(page)}
    wanted = expected(int(certificate.name[:3]))
    authority, name, place, number = (boxes[wanted[i]] for i in (11, 12, 10, 8))
    assert name[1] - authority[3] >= 20 * POINT
    assert number[2] < place[0]
    assert abs(number[1] - place[1]) < 3
    for box in (authority, name):
        assert (box[0] + box[2]) / 2 == pytest.approx((place[0] + place[2]) / 2, abs=1.5)


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
    return [formatting.millimetres(p.get(formatting.STYLE + "min-row-height")) * POINT
            for p in root.iter(formatting.STYLE + "table-row-properties")]


def body_height(path) -> float:
    """The height between the margins, in points; an ODF page counts border and padding too."""
    page = formatting.read(path).first
    height = (page.height - page.top - page.bottom) * POINT
    if path.suffix == ".docx":
        return height
    root = etree.fromstring(zipfile.ZipFile(path).read("styles.xml"))
    [properties] = root.iter(formatting.STYLE + "page-layout-properties")
    padding = [formatting.millimetres(properties.get(formatting.FO + f"padding-{side}")) * POINT
               for side in ("top", "bottom")]
    border = formatting.millimetres(properties.get(formatting.FO + "border").split()[0]) * POINT
    return height - sum(padding) - 2 * border


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.suffix)
def test_words_of_a_proof_stand_between_the_edge_of_the_paper_and_the_frame(path):
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    if path.suffix == ".docx":
        root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
        [box] = [a for a in root.iter(drawing + "anchor") if a.find(f".//{formatting.WPS}txbx") is not None]
        vertical = box.find(drawing + "positionV")
        assert vertical.get("relativeFrom") == "page"
        top = int(vertical.findtext(drawing + "posOffset")) / 36000
        bottom = top + int(box.find(drawing + "extent").get("cy")) / 36000
        borders = root.find(f".//{formatting.W}pgBorders")
        assert borders.get(formatting.W + "offsetFrom") == "page" and len(borders) == 4
        frame = min(int(edge.get(formatting.W + "space")) for edge in borders) / POINT
    else:
        root = etree.fromstring(zipfile.ZipFile(path).read("content.xml"))
        [box] = root.iter(formatting.DRAW + "frame")
        top = formatting.millimetres(box.get(formatting.SVG + "y"))
        bottom = top + formatting.millimetres(box.get(formatting.SVG + "height"))
        styles = etree.fromstring(zipfile.ZipFile(path).read("styles.xml"))
        [properties] = styles.iter(formatting.STYLE + "page-layout-properties")
        frame = formatting.millimetres(properties.get(formatting.FO + "margin-top"))
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
