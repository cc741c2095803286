"""The lists and the requests of the units in the yearly review of 2026, as others read them."""

import json
import os
import pathlib
import re
import subprocess

import pytest
import reading
from conftest import HERE, PERIOD, PROJECT, SAMPLES, program, skip_or_fail

YEARLY = "2026-hang-nam"
LIST, REQUEST = "danh-sach-de-nghi", "phieu-bo-sung"
EXPECTED = json.loads((HERE / "expected" / f"{YEARLY}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pairs() -> list[tuple[pathlib.Path, pathlib.Path]]:
    """Every list and request of the built review, as its DOCX and its ODT."""
    named = os.environ.get("THIDUA_OUTPUT")
    if not named:
        skip_or_fail("THIDUA_OUTPUT does not name the folder of a build")
    folder = PROJECT / pathlib.Path(named)
    folder = (folder.parent if folder.name in (PERIOD, YEARLY) else folder) / YEARLY
    if not (folder / "manifest.json").is_file():
        pytest.skip(f"{YEARLY} is not built")
    found = sorted(p for kind in (LIST, REQUEST) for p in (folder / kind).glob("*.docx"))
    assert found, f"{folder} holds no list and no request"
    return [(path, path.with_suffix(".odt")) for path in found]


def names() -> dict[str, str]:
    """The name of every person and unit, by id."""
    shared = SAMPLES / "chung"
    people = json.loads((shared / "nhan-su.json").read_text(encoding="utf-8"))["nguoi"]
    units = json.loads((shared / "don-vi.json").read_text(encoding="utf-8"))["don_vi"]
    return {row["ma"]: row["ho_ten"] for row in people} | {row["ma"]: row["ten"] for row in units}


def nominees(outcome: str) -> list[str]:
    called = names()
    rows = EXPECTED["de_nghi"]
    return sorted(called[row["doi_tuong"]] for row in rows if row["ket_qua"] == outcome)


def test_both_formats_have_the_same_visible_paragraphs(pairs):
    for docx, odt in pairs:
        assert reading.docx_paragraphs(docx) == reading.odt_paragraphs(odt), docx.stem


def test_lists_hold_the_eligible_once_and_count_them(pairs):
    listed = []
    for docx, _ in pairs:
        if docx.parent.name != LIST:
            continue
        [_, table, _] = reading.docx.Document(str(docx)).tables
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        block, found = None, {"TẬP THỂ": [], "CÁ NHÂN": []}
        for row in rows[2:-1]:
            heading = re.fullmatch(r"[IV]+\. (TẬP THỂ|CÁ NHÂN)", row[0])
            if heading:
                block = heading[1]
                continue
            assert row[0] == str(len(found[block]) + 1), "numbers restart in each block"
            found[block].append(row[1])
        parts = [f"{len(found[b]):02} {b.lower()}" for b in found if found[b]]
        assert rows[-1][0] == f"Tổng số: {', '.join(parts)}."
        listed += found["TẬP THỂ"] + found["CÁ NHÂN"]
    assert sorted(listed) == nominees("met")


def test_requests_name_the_undecided_and_nobody_else(pairs):
    asked = []
    for docx, _ in pairs:
        if docx.parent.name == REQUEST:
            asked += [text for text in reading.docx_paragraphs(docx)
                      if text.startswith("Hồ sơ đề nghị tặng ")]
    called = [re.search(r" cho (?:ông |bà )?([^,]+)", text)[1] for text in asked]
    assert sorted(called) == nominees("undecided")


def test_what_is_handed_out_names_no_rule_and_no_doubt(pairs):
    banned = re.compile(r"\bR\d\d\b|\b(GK|BK|TT|SK)-\d|[a-z]_[a-z]|\.json|đối chiếu|phần mềm")
    left = []
    for pair in pairs:
        for read, margins, path in ((reading.docx_paragraphs, reading.docx_margins, pair[0]),
                                    (reading.odt_paragraphs, reading.odt_margins, pair[1])):
            left += [text for text in read(path) + margins(path) if banned.search(text)]
    assert left == []


def test_pages_are_those_of_the_kind_and_hold_no_other_typeface(pairs, office):
    upright, lying = "595.3 x 841.9", "841.9 x 595.3"
    for index, suffix in enumerate(("docx", "odt")):
        files = [pair[index] for pair in pairs]
        for path, pdf in zip(files, office.convert(files, "pdf", f"units-{suffix}")):
            told = subprocess.run([program("pdfinfo"), str(pdf)], capture_output=True, text=True,
                                  check=True).stdout
            sizes = [f"{float(w):.1f} x {float(h):.1f}" for w, h in
                     re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", told)]
            assert sizes == [lying if path.parent.name == LIST else upright], path
            faces = subprocess.run([program("pdffonts"), str(pdf)], capture_output=True, text=True,
                                   check=True).stdout.splitlines()[2:]
            assert faces and all("+LiberationSerif" in face for face in faces), (path, faces)
