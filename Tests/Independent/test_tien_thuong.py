"""The money list and the register of the yearly review, read by readers that are not ours.

Amounts are reckoned by `hang_nam_expected` from the JSON alone. Both papers leave the office, so
nothing in them may speak of rules, of doubts about the law or of the program.
"""

import json
import os
import pathlib
import re
import subprocess

import pytest
import reading
from conftest import PERIOD, PROJECT, SAMPLES
from hang_nam_expected import Review, read
from jsonschema import Draft202012Validator
from linting import checker
from test_schemas import schema_named

YEARLY = "2026-hang-nam"
RECORDS = read(SAMPLES / YEARLY)
PROPOSED = "so-khen-thuong.them.json"
SPOKEN_OF_NOWHERE = re.compile(
    r"\bR\d\d\b|đối chiếu|chưa xác minh|thidua|\.json|phần mềm|chương trình|tự động", re.IGNORECASE)


@pytest.fixture(scope="module")
def folder() -> pathlib.Path:
    """The built review; skipped where none was named or only another period was built."""
    named = os.environ.get("THIDUA_OUTPUT")
    if not named:
        pytest.skip("THIDUA_OUTPUT does not name the folder of a build")
    path = PROJECT / pathlib.Path(named)
    path = (path.parent if path.name in (PERIOD, YEARLY) else path) / YEARLY
    if not (path / "manifest.json").is_file():
        pytest.skip(f"{YEARLY} is not built: {path}/manifest.json is missing")
    return path


def texts(folder: pathlib.Path, kind: str) -> list[str]:
    """The visible paragraphs of the one paper of a kind, after a look that both formats agree."""
    [docx], [odt] = sorted(folder.glob(f"{kind}/*.docx")), sorted(folder.glob(f"{kind}/*.odt"))
    paragraphs = reading.docx_paragraphs(docx)
    assert paragraphs == reading.odt_paragraphs(odt)
    return [reading.collapsed(text) for text in paragraphs]


def grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def test_the_list_pays_whom_the_decision_names_in_its_order(folder):
    seen = texts(folder, "danh-sach-tien-thuong")
    [decision] = Review(RECORDS).decided()
    numbers = [str(number + 1) for number in range(len(decision["tien"]))]
    assert [text for text in seen if text.isdecimal()] == numbers
    amounts = [grouped(decision["tien"][name]) for name in ordered(decision)]
    base = grouped(decision["luong_co_so"])
    paid = [text for text in seen if re.fullmatch(r"[\d.]+\.000", text) and text != base]
    assert paid == amounts + [grouped(decision["tong_tien"])]
    assert "Bằng chữ: Sáu triệu không trăm tám mươi nghìn đồng." in seen


def ordered(decision: dict) -> list[str]:
    """The nominations in the order of the decision's row."""
    return next(r["de_nghi"] for r in RECORDS["van-ban"]["van_ban"] if r["ma"] == decision["ma"])


def test_the_list_counts_as_many_collectives_and_people_as_the_decision(folder):
    seen = texts(folder, "danh-sach-tien-thuong")
    [decision] = Review(RECORDS).decided()
    people = [text for text in seen if text.startswith(("Ông ", "Bà "))]
    heads = [text for text in seen if text.startswith("(Người ký nhận: ")]
    assert (len(heads), len(people)) == (decision["tap_the"], decision["ca_nhan"])


@pytest.mark.parametrize("kind", ["danh-sach-tien-thuong", "so-khen-thuong"])
def test_papers_that_are_signed_speak_of_nothing_but_their_matter(folder, kind):
    assert [text for text in texts(folder, kind) if SPOKEN_OF_NOWHERE.search(text)] == []


def test_proposed_rows_are_rows_of_the_register(folder):
    proposed = json.loads((folder / PROPOSED).read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema_named("so-khen-thuong")).iter_errors(proposed)) == []
    [decision] = Review(RECORDS).decided()
    amounts = [decision["tien"][name] for name in ordered(decision)]
    assert [row["so_tien"] for row in proposed["khen_thuong"]] == amounts
    entered = RECORDS["so-khen-thuong"]["khen_thuong"]
    rows = entered + proposed["khen_thuong"]
    numbers = [t for t in texts(folder, "so-khen-thuong") if re.fullmatch(r"\S+/QĐ-\S+", t)]
    assert numbers == [row["quyet_dinh"]["so"] for row in rows]


def test_the_manifest_vouches_for_the_proposed_rows_beside_its_documents(folder):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert [file["path"] for file in manifest["files"]] == [PROPOSED]
    assert {document["format"] for document in manifest["documents"]} == {"docx", "odt"}


@pytest.mark.parametrize("suffix", ["docx", "odt"])
@pytest.mark.parametrize("awards, title", [
    (["Giấy khen", "Giấy khen"], "Giấy khen"),
    (["Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"], "danh hiệu thi đua"),
    (["Lao động tiên tiến", "Giấy khen"], "danh hiệu thi đua, Giấy khen"),
])
def test_the_list_is_called_after_what_the_money_goes_with(awards, title, suffix, tmp_path):
    golden = "Tests/CompositionTests/Fixtures/data/danh-sach-tien-thuong.expected.json"
    data = json.loads((PROJECT / golden).read_text(encoding="utf-8"))
    data["nguoi_nhan"] = [row | {"hinh_thuc": award} for row, award in zip(data["nguoi_nhan"], awards)]
    (tmp_path / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    made = tmp_path / f"list.{suffix}"
    subprocess.run(
        [checker(), "render", PROJECT / f"Templates/danh-sach-tien-thuong.{suffix}", "--data",
         tmp_path / "data.json", "--output", made], capture_output=True, text=True, check=True)
    read = reading.docx_paragraphs if suffix == "docx" else reading.odt_paragraphs
    assert f"Nhận tiền thưởng kèm theo {title}" in read(made)
