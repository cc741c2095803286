"""`thidua lint` against the printed page: one document of every kind of paper, both formats.

The checker reads files; here LibreOffice sets the pages and poppler measures them. Verdict and page
must agree within these tolerances: margins a millimetre (letters have side bearings), the upper
margin 0.6 mm, sizes a tenth of a point, drawn lines 0.4 mm and a fiftieth of the text's length.

For every property that a page shows, a copy is broken: the page must show the fault, by the amount
it was broken by, and the checker must report it with the value that the page shows.
"""

import dataclasses
import pathlib
import re
import typing

import breaking
import printed
import pytest
from conftest import Built, built_documents, needed, skip_or_fail
from form import MOTTO, NATION
from linting import Verdict

MARGIN, TOP, SIZE, LINE = 1.0, 0.6, 0.1, 0.4


def one_of_each(*forms: str) -> list[Built]:
    """The first document of each kind, in each of its formats."""
    found: dict[tuple[str, str], Built] = {}
    for built in built_documents(".docx", ".odt"):
        if built.form in forms:
            found.setdefault((built.kind, built.path.suffix), built)
    return list(found.values())


def parameters(documents: list[Built]) -> list:
    return [pytest.param(b, id=f"{b.kind}{b.path.suffix}") for b in documents] or [
        pytest.param(None, id="no build")]


PAPERS = one_of_each("nd30", "thanh-tich")
ALL = one_of_each("nd30", "thanh-tich", "bang-bieu", "giay-khen")
PLANS = [b for b in PAPERS if b.kind == "ke-hoach"]


@pytest.fixture(scope="module")
def prints(office) -> dict[pathlib.Path, printed.Print]:
    """The pages of the documents."""
    files = [built.path for built in PAPERS]
    if not files:
        skip_or_fail("THIDUA_OUTPUT does not name the folder of a build")
    return {f: printed.Print(pdf) for f, pdf in zip(files, office.convert(files, "pdf", "lint-pages"))}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory) -> typing.Callable[[Built], Verdict]:
    """What the checker says of a document."""
    folder = tmp_path_factory.mktemp("verdicts")

    def verdict(built: Built) -> Verdict:
        copy = folder / built.name.replace("/", "-")
        copy.write_bytes(built.path.read_bytes())
        return Verdict(copy, built)

    return verdict


@pytest.mark.parametrize("document", parameters(PAPERS))
def test_margins_are_where_the_checker_sees_them(document, prints, verdicts):
    built = needed(document)
    page, verdict = prints[built.path], verdicts(built)
    assert all(verdict.outcome(code) == "passed" for code in ("PG03", "PG04", "PG05", "PG06"))
    first = page.sheets[0]
    top = min(word.top for word in first.words)
    assert top == pytest.approx(verdict.numbers("PG03")[0], abs=TOP)
    for sheet in page.sheets:
        low = sheet.height - max(word.bottom for word in sheet.words)
        assert low >= min(verdict.numbers("PG04")) - MARGIN
    edges = page.edges()
    if edges is not None:
        left, right = edges
        assert left == pytest.approx(verdict.numbers("PG05")[0], abs=MARGIN)
        assert right == pytest.approx(verdict.numbers("PG06")[0], abs=MARGIN)


@pytest.mark.parametrize("document", parameters(PAPERS))
def test_letters_are_as_large_as_the_checker_sees_them(document, prints, verdicts):
    built = needed(document)
    first, verdict = prints[built.path].sheets[0], verdicts(built)
    sizes = {word.text: word.size for word in first.stretch(NATION)}
    assert sizes, "the nation's name is not printed on one line"
    assert verdict.outcome("HD03") == "passed"
    for size in sizes.values():
        assert size == pytest.approx(verdict.numbers("HD02")[0], abs=SIZE)
    head = [w for w in first.words if w.top < first.stretch(MOTTO)[0].bottom and w.right < 100]
    allowed = verdict.numbers("HD07")[:1] + verdict.numbers("HD08")[:1]
    assert {round(w.size) for w in head} <= {round(size) for size in allowed}


@pytest.mark.parametrize("document", parameters(PAPERS))
def test_rules_are_as_long_as_the_checker_sees_them(document, prints, verdicts):
    built = needed(document)
    page, verdict = prints[built.path], verdicts(built)
    motto = page.sheets[0].stretch(MOTTO)
    rule = page.rule_under(motto)
    length, share = verdict.numbers("HD05")
    width = motto[-1].right - motto[0].left
    assert rule is not None and rule.length == pytest.approx(length, abs=LINE)
    assert rule.length / width == pytest.approx(share, abs=0.02)
    # The line under the agency's name: the only one in the left column of the head.
    length, share = verdict.numbers("HD09")
    left = [s for s in page.strokes() if s.right < motto[0].left and s.height < motto[0].bottom + 15]
    assert len(left) == 1 and left[0].length == pytest.approx(length, abs=LINE)
    names = [w for w in page.sheets[0].words
             if w.right < motto[0].left and w.bottom - 2 < left[0].height]
    # Of a name on several lines the checker says the share of the longest.
    widths = {round(w.bottom): 0.0 for w in names}
    for low in widths:
        above = [w for w in names if round(w.bottom) == low]
        widths[low] = above[-1].right - above[0].left
    assert any(left[0].length / w == pytest.approx(share, abs=0.02) for w in widths.values())


@pytest.mark.parametrize("document", parameters(ALL))
def test_what_the_program_builds_has_no_error_of_form(document, verdicts):
    assert verdicts(needed(document)).failed() == []


# MARK: Broken copies


@dataclasses.dataclass(frozen=True)
class Fault:
    """A property broken in both formats, and how its page shows it."""
    code: str
    what: str
    docx: tuple[str, str, str]
    odt: tuple[str, str, str]
    measure: typing.Callable[[printed.Print], float]
    by: float
    within: float


def styled(name: str, old: str, new: str, part: str) -> tuple[str, str, str]:
    """A change inside the style of a name."""
    return part, rf'(<(?:w|style):style [^>]*"{name}"(?:(?!</(?:w|style):style>).)*?){old}', rf"\g<1>{new}"


def word(name: str, old: str, new: str):
    return styled(name, old, new, "word/styles.xml")


def writer(name: str, old: str, new: str):
    return styled(name, old, new, "styles.xml")


def body(text: str, change: typing.Callable[[list], float]):
    """A measure of the printed lines of the paragraph that begins with a text."""
    def measure(page: printed.Print) -> float:
        for sheet in page.sheets:
            lines = sheet.lines()
            for index, line in enumerate(lines):
                if " ".join(w.text for w in line).startswith(text):
                    return change(lines[index:index + 3])
        raise AssertionError(f"{text!r} is not printed")
    return measure


OPENING = "Căn cứ Quyết định số 1031"
FAULTS = [
    Fault("PG03", "lề trên 15 mm", ("word/document.xml", r'w:top="1134"', 'w:top="850"'),
          ("styles.xml", r'fo:margin-top="20mm"', 'fo:margin-top="15mm"'),
          lambda p: min(w.top for w in p.sheets[0].words), -5, 0.2),
    Fault("PG04", "lề dưới 50 mm", ("word/document.xml", r'w:bottom="1134"', 'w:bottom="2835"'),
          ("styles.xml", r'fo:margin-bottom="20mm"', 'fo:margin-bottom="50mm"'),
          lambda p: max(w.bottom for w in p.sheets[0].words), -30, 10),
    Fault("PG05", "lề trái 20 mm", ("word/document.xml", r'w:left="1701"', 'w:left="1134"'),
          ("styles.xml", r'fo:margin-left="30mm"', 'fo:margin-left="20mm"'),
          lambda p: p.edges()[0], -10, 0.5),
    Fault("PG06", "lề phải 10 mm", ("word/document.xml", r'w:right="1134"', 'w:right="567"'),
          ("styles.xml", r'fo:margin-right="20mm"', 'fo:margin-right="10mm"'),
          lambda p: p.edges()[1], -10, 0.5),
    Fault("PG01", "khổ Letter", ("word/document.xml", r'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
          ("styles.xml", r'fo:page-width="210mm" fo:page-height="297mm"',
           'fo:page-width="215.9mm" fo:page-height="279.4mm"'),
          lambda p: p.sheets[0].height, -17.6, 0.5),
    Fault("HD02", "Quốc hiệu cỡ 11", word("QuocHieu", r'w:sz w:val="26"', 'w:sz w:val="22"'),
          writer("Quốc_20_hiệu", r'fo:font-size="13pt"', 'fo:font-size="11pt"'),
          lambda p: p.sheets[0].stretch(NATION)[0].size, -2, SIZE),
    Fault("HD04", "Tiêu ngữ cỡ 12", word("TieuNgu", r'w:sz w:val="28"', 'w:sz w:val="24"'),
          writer("Tiêu_20_ngữ", r'fo:font-size="14pt"', 'fo:font-size="12pt"'),
          lambda p: p.sheets[0].stretch(MOTTO)[0].size, -2, SIZE),
    Fault("HD05", "kẻ dưới Tiêu ngữ 30 mm", ("word/document.xml", r'c(x)="21769\d\d"', r'c\1="1080000"'),
          ("content.xml", r'svg:x2="60\.47mm"', 'svg:x2="30mm"'),
          lambda p: p.rule_under(p.sheets[0].stretch(MOTTO)).length, -30.5, LINE),
    Fault("HD09", "kẻ dưới tên cơ quan 22 mm", ("word/document.xml", r'c(x)="4016\d\d"', r'c\1="792000"'),
          ("content.xml", r'svg:x2="11\.158mm"', 'svg:x2="22mm"'),
          lambda p: p.rule_under(p.sheets[0].stretch("VĂN PHÒNG")).length, 10.8, LINE),
    Fault("TT02", "trích yếu cỡ 16", word("TrichYeu", r'w:sz w:val="28"', 'w:sz w:val="32"'),
          writer("Trích_20_yếu", r'fo:font-size="14pt"', 'fo:font-size="16pt"'),
          lambda p: p.sheets[0].stretch("Phát động Phong trào")[0].size, 2, SIZE),
    Fault("ND01", "nội dung cỡ 12", word("NoiDung", r'w:sz w:val="28"', 'w:sz w:val="24"'),
          writer("Nội_20_dung", r'fo:font-size="14pt"', 'fo:font-size="12pt"'),
          body(OPENING, lambda lines: lines[0][0].size), -2, SIZE),
    Fault("ND02", "nội dung canh trái", word("NoiDung", r'w:jc w:val="both"', 'w:jc w:val="left"'),
          writer("Nội_20_dung", r'fo:text-align="justify"', 'fo:text-align="start"'),
          body(OPENING, lambda lines: min(line[-1].right for line in lines)), -6, 5),
    Fault("ND03", "không lùi dòng đầu", word("NoiDung", r'w:firstLine="720"', 'w:firstLine="0"'),
          writer("Nội_20_dung", r'fo:text-indent="12.7mm"', 'fo:text-indent="0mm"'),
          body(OPENING, lambda lines: lines[0][0].left - lines[1][0].left), -12.7, 0.5),
    Fault("ND05", "dòng đôi", word("NoiDung", r'w:line="240"', 'w:line="480"'),
          writer("Nội_20_dung", r'fo:line-height="100%"', 'fo:line-height="200%"'),
          body(OPENING, lambda lines: lines[2][0].bottom - lines[1][0].bottom), 5.7, 0.4),
]


def broken(built: Built, fault: Fault, folder: pathlib.Path) -> pathlib.Path:
    """A copy with the fault."""
    part, old, new = fault.docx if built.path.suffix == ".docx" else fault.odt
    path = folder / f"{fault.code}{built.path.suffix}"
    breaking.replaced_in(built.path, path, part, re.compile(old, re.DOTALL), new)
    return path


@pytest.fixture(scope="module")
def twins(office, tmp_path_factory) -> dict:
    """The plan in both formats with each fault: the copy and its pages."""
    folder = tmp_path_factory.mktemp("twins")
    files = {(b.path.suffix, f.code): broken(b, f, folder) for b in PLANS for f in FAULTS}
    pages = office.convert(list(files.values()), "pdf", "lint-twins")
    return {key: (file, printed.Print(pdf)) for (key, file), pdf in zip(files.items(), pages)}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.code)
@pytest.mark.parametrize("document", parameters(PLANS))
def test_a_broken_copy_shows_its_fault_on_the_page_and_the_checker_reports_it(
        document, fault, prints, twins):
    built = needed(document)
    file, page = twins[built.path.suffix, fault.code]
    sound = fault.measure(prints[built.path])
    assert fault.measure(page) - sound == pytest.approx(fault.by, abs=fault.within)
    found = Verdict(file, built)
    assert fault.code in found.failed("error", "warning")


# MARK: Opened and saved by another program


@pytest.fixture(scope="module")
def saved(office, tmp_path_factory) -> dict[pathlib.Path, pathlib.Path]:
    """Every kind of document, opened by LibreOffice and saved in its own format."""
    result = {}
    for suffix in ("docx", "odt"):
        files = [b.path for b in ALL if b.path.suffix == f".{suffix}"]
        if files:
            result |= dict(zip(files, office.convert(files, suffix, f"lint-saved-{suffix}")))
    return result


@pytest.mark.parametrize("document", parameters(ALL))
def test_a_document_saved_by_libreoffice_still_has_no_error(document, saved, verdicts, tmp_path):
    built = needed(document)
    copy = tmp_path / saved[built.path].name
    copy.write_bytes(saved[built.path].read_bytes())
    found = Verdict(copy, built)
    assert found.failed() == []
    assert set(found.failed("warning")) <= set(verdicts(built).failed("warning"))
