"""`thidua lint` on documents that other programs made: python-docx and odfpy, what Writer saves of
them, and a package as docx.js writes it.

Direct formatting, no styles of ours, a head set by a table or by tabs, lines drawn as the decree's
own samples draw them (raised underscores): nothing that the decree allows is called an error.
"""

import dataclasses
import pathlib

import docx
import foreign as libraries
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from form import MOTTO, NATION
from linting import Verdict

CENTRE, BOTH, LEFT = ALIGN.CENTER, ALIGN.JUSTIFY, ALIGN.LEFT


def write(paragraph, text, size, bold=False, italic=False, align=LEFT, before=0):
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.font.bold, run.font.italic = "Times New Roman", Pt(size), bold, italic
    paragraph.alignment = align
    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(0), 1.0
    return paragraph


def raised_line(paragraph, strokes):
    """The line as Phụ lục III draws it."""
    write(paragraph, "_" * strokes, 13, align=CENTRE).runs[-1].font.superscript = True


def lines(cell, *texts):
    """Paragraphs of a cell, the first of which is there already."""
    for number, (text, *look) in enumerate(texts):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if text.startswith("_"):
            raised_line(paragraph, len(text))
        else:
            write(paragraph, text, *look)


def table_head(document):
    table = document.add_table(2, 2)
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Mm(60), Mm(102)
    left, right = table.rows[0].cells
    lines(left, ("UBND TỈNH SƠN LA", 13, False, False, CENTRE), ("SỞ NỘI VỤ", 13, True, False, CENTRE),
          ("_" * 7,))
    lines(right, (NATION, 13, True, False, CENTRE), (MOTTO, 14, True, False, CENTRE), ("_" * 42,))
    lines(table.rows[1].cells[0], ("Số: 15/KH-SNV", 13, False, False, CENTRE))
    lines(table.rows[1].cells[1], ("Sơn La, ngày 27 tháng 4 năm 2026", 14, False, True, CENTRE))


def tabbed_head(document):
    for left, right, look in (("UBND TỈNH SƠN LA", NATION, (13, 13)), ("SỞ NỘI VỤ", MOTTO, (13, 14)),
                              ("_" * 7, "_" * 42, (13, 13)),
                              ("Số: 15/KH-SNV", "Sơn La, ngày 27 tháng 4 năm 2026", (13, 14))):
        paragraph = document.add_paragraph()
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(25), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Mm(110), WD_TAB_ALIGNMENT.CENTER)
        dated, ruled = left.startswith("Số"), left.startswith("_")
        write(paragraph, "\t" + left, look[0], bold=left == "SỞ NỘI VỤ")
        write(paragraph, "\t" + right, look[1], bold=not dated and not ruled, italic=dated)
        for run in paragraph.runs if ruled else ():
            run.font.superscript = True


def plan(head) -> docx.document.Document:
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin = Mm(20), Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(18)
    page.header_distance, page.footer_distance = Mm(10), Mm(10)
    head(document)
    write(document.add_paragraph(), "KẾ HOẠCH", 14, True, align=CENTRE, before=12)
    write(document.add_paragraph(), "Phát động phong trào thi đua năm 2026", 14, True, align=CENTRE)
    raised_line(document.add_paragraph(), 14)
    for text, bold in (("Sở Nội vụ phát động phong trào thi đua năm 2026 như sau:", False),
                       ("I. MỤC ĐÍCH", True),
                       ("1. Cán bộ, công chức hoàn thành tốt nhiệm vụ được giao.", False),
                       ("2. Các phòng tổ chức thực hiện, báo cáo kết quả./.", False)):
        paragraph = write(document.add_paragraph(), text, 14, bold, align=BOTH, before=6)
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
    foot = document.add_table(1, 2)
    lines(foot.rows[0].cells[0], ("Nơi nhận:", 12, True, True), ("- Các phòng thuộc Sở;", 11),
          ("- Lưu: VT, TCCB.", 11))
    lines(foot.rows[0].cells[1], ("GIÁM ĐỐC", 14, True, False, CENTRE),
          ("Lò Thị Mai", 14, True, False, CENTRE, 72))
    return document


@dataclasses.dataclass
class Stranger:
    kind: str = "ke-hoach"
    state: str = "issued"
    medium: str = "paper"


@pytest.fixture(scope="module", params=[table_head, tabbed_head], ids=["table", "tabs"])
def foreign(request, office, tmp_path_factory) -> list[pathlib.Path]:
    """A plan as python-docx writes it, and as Writer saves it in both formats."""
    folder = tmp_path_factory.mktemp("foreign")
    made = folder / "plan.docx"
    plan(request.param).save(made)
    name = request.param.__name__
    saved = [office.convert([made], suffix, f"foreign-{name}-{suffix}")[0] for suffix in ("odt", "docx")]
    for number, path in enumerate(saved):
        (folder / f"saved{number}{path.suffix}").write_bytes(path.read_bytes())
    return sorted(folder.iterdir())


def test_a_plan_of_another_program_has_no_error(foreign):
    for path in foreign:
        assert Verdict(path, Stranger()).failed() == [], path.name


def test_a_text_of_no_known_layout_is_not_recognised_and_not_wrong(tmp_path):
    document = docx.Document()
    for text in ("GHI CHÉP CUỘC HỌP", "Số người: 5/7", "a. việc thứ nhất", "Hẹn gặp lại"):
        document.add_paragraph(text)
    path = tmp_path / "notes.docx"
    document.save(path)
    verdict = Verdict(path, Stranger())
    for code in ("HD05", "NO01", "DT01", "SG01", "NN01", "ND03"):
        assert verdict.outcome(code) == "notChecked", code


@pytest.fixture(scope="module")
def made(office, tmp_path_factory) -> dict[str, pathlib.Path]:
    """A plan with a table as two other libraries write it, and what Writer saves of one.

    Of the package of docx.js it saves another document: it takes a line's height that names no rule
    for an exact one, and drops the size of a page number whose field has no result.
    """
    folder = tmp_path_factory.mktemp("libraries")
    written = {"docx.js": libraries.docxjs(folder / "docxjs.docx"),
               "docx.js in percent": libraries.docxjs(folder / "percent.docx", in_percent=True),
               "odfpy": libraries.odfpy(folder / "odfpy.odt")}
    for suffix in ("docx", "odt"):
        [saved] = office.convert([written["odfpy"]], suffix, f"libraries-{suffix}")
        copy = folder / f"saved.{suffix}"
        copy.write_bytes(saved.read_bytes())
        written[f"odfpy saved as {suffix}"] = copy
    return written


@pytest.mark.parametrize("name", [
    "docx.js", "docx.js in percent", "odfpy", "odfpy saved as docx", "odfpy saved as odt"])
def test_a_plan_of_another_library_has_no_error(made, name):
    verdict = Verdict(made[name], Stranger())
    assert verdict.failed() == []
    for code in ("HD02", "HD04", "NO01", "DT01", "TT01", "ND03", "SG01", "NN01", "NN02", "PG08"):
        assert verdict.outcome(code) == "passed", code
    # Lines of underscores are not drawn; nothing else is remarked upon.
    assert set(verdict.failed("warning")) <= {"HD11"}
