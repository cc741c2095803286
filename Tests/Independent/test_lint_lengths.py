"""Templates filled with very short and very long data: every kind of paper has no error of form.

The samples are copied, their names, units and titles made short or long, and the program builds
them: whatever the templates do with a name on two lines, a title on three or forty recipients, the
finished papers must pass.
"""

import json
import pathlib
import shutil
import subprocess

import pytest
from conftest import SAMPLES
from linting import checker

PLAN, REVIEW = "2026-phat-dong", "2026-hang-nam"


def changed(path: pathlib.Path, change) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), encoding="utf-8")


def long_people(data):
    for number, person in enumerate(data["nguoi"]):
        first = ("Nguyễn Phước Hoàng", "Công Tằng Tôn Nữ", "Đặng Trần Nguyễn")[number % 3]
        person["ho_ten"] = f"{first} {person['ho_ten']}"


def short_people(data):
    seen = set()
    for person in data["nguoi"]:
        name = "Y " + person["ho_ten"].split()[-1]
        while name in seen:
            name += " A"
        seen.add(name)
        person["ho_ten"] = name


def long_units(data):
    for unit in data["don_vi"]:
        if unit["loai"] != "lanh_dao":
            unit["ten"] += " và Ứng dụng công nghệ thông tin"


def short_units(data):
    for number, unit in enumerate(data["don_vi"]):
        if unit["loai"] != "lanh_dao":
            unit["ten"] = f"Phòng {'ABCDEGHIKLMN'[number]}"


def long_plan(data):
    data["trich_yeu"] = data["trich_yeu"].replace(
        "của Văn phòng", "và các phong trào thi đua chuyên đề do Trung ương, tỉnh phát động của Văn phòng")
    *others, last = data["noi_nhan"]
    data["noi_nhan"] = [
        *others, *(f"Đơn vị nhận số {n} của tỉnh Sơn La" for n in range(1, 41 - len(others) - 1)), last]


def short_plan(data):
    data["trich_yeu"] = "Thi đua năm 2026"
    data["noi_nhan"] = data["noi_nhan"][-2:]


LENGTHS = {"long": (long_people, long_units, long_plan),
           "short": (short_people, short_units, short_plan)}


@pytest.fixture(scope="module", params=LENGTHS)
def period(request, tmp_path_factory) -> pathlib.Path:
    """The samples with names, units and titles of one length, beside a folder for what is built."""
    folder = tmp_path_factory.mktemp(request.param)
    for name in ("chung", PLAN, REVIEW):
        shutil.copytree(SAMPLES / name, folder / name)
    people, units, plan = LENGTHS[request.param]
    changed(folder / "chung" / "nhan-su.json", people)
    changed(folder / "chung" / "don-vi.json", units)
    changed(folder / PLAN / "ke-hoach.json", plan)
    return folder


@pytest.mark.parametrize("name", [PLAN, REVIEW])
def test_papers_of_any_length_have_no_error_of_form(period, name):
    templates = SAMPLES.parent / "Templates"
    built = subprocess.run(
        [checker(), "build", period / name, "--output", period / "out", "--templates", templates],
        capture_output=True, text=True)
    assert built.returncode == 0, built.stderr[-3000:]
    linted = subprocess.run(
        [checker(), "lint", period / "out" / name, "--format", "json"], capture_output=True, text=True)
    findings = [json.loads(line) for line in linted.stdout.splitlines() if line.startswith("{")]
    errors = [f for f in findings if f.get("severity") == "error"]
    assert errors == [] and linted.returncode == 0
    kinds = {path.parent.name for path in (period / "out" / name).glob("*/*.docx")}
    assert len(kinds) >= (2 if name == PLAN else 14), sorted(kinds)
