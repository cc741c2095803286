"""Every check of form whose property a page shows: a paper that fails it, its sound twin, and what
LibreOffice prints of both, in DOCX and in ODT.

The checker must name the fault; the page, measured by poppler, must show it by the amount that the
checker says. What no page can show is listed with its reason. Which check stands where is told to
`docs/bang-diem-soat.md` through `expected/trang-in.json`.
"""

import collections
import dataclasses
import json
import os
import pathlib
import subprocess
import typing
import unicodedata

import faults
import faults_certificate
import faults_text
import pytest
import scans
import sketch_docx
import sketch_odt
import sound
from conftest import HERE, PROJECT
from faults import Fault
from linting import checker
from looks import Look, run
from sketch import Sketched

FAULTS: list[Fault] = [
    *faults.PAGES, *faults.LETTERS, *faults.HEAD, *faults.NUMBERS, *faults.TITLES, *faults.BODY,
    *faults.SIGNATURE, *faults_text.WORDS, *faults_text.ANNEXES, *faults_text.MARKS, *faults_text.SIGNS,
    *faults_certificate.LINES, *faults_certificate.FOOT]
WRITERS = {"docx": sketch_docx.write, "odt": sketch_odt.write}
SOUND = {name: paper for name, paper in vars(sound).items() if isinstance(paper, Sketched)}

# What the fault is cannot be seen on the page, since it lies in what the page is held against.
UNSEEN = {
    "HD10": "tên cơ quan được đối chiếu với hồ sơ cơ quan; trang in không có hồ sơ ấy",
    "NO06": "chữ viết tắt được đối chiếu với hồ sơ cơ quan; trang in không có hồ sơ ấy",
    "SG03": "chức vụ được đối chiếu với hồ sơ cơ quan; trang in không có hồ sơ ấy",
}
# Checks that only the printed page can be asked about: the PDF goes beside the paper.
PRINTED = ("FN05", "SG07", "GK03")


def plain(words: str) -> str:
    """Words without marks, for the name of a test."""
    letters = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in letters if c.isascii() and (c.isalnum() or c in " ./")).replace(" ", "-")


class Papers:
    """All papers, spoilt and sound, with their pages and the findings on them."""

    def __init__(self, folder: pathlib.Path, office):
        names = {id(paper): name for name, paper in SOUND.items()}
        self.files: dict[tuple[str, str], pathlib.Path] = {}
        by_medium: dict[str, list[pathlib.Path]] = collections.defaultdict(list)
        for suffix, write in WRITERS.items():
            for name, paper in SOUND.items():
                self.files[name, suffix] = write(paper.sections(), folder / f"{name}-{suffix}.{suffix}")
                by_medium[paper.medium].append(self.files[name, suffix])
            for number, fault in enumerate(FAULTS):
                spoilt = fault.paper.but(fault.change).sections()
                file = write(spoilt, folder / f"{number:03}-{fault.code}-{suffix}.{suffix}")
                self.files[str(number), suffix] = file
                by_medium[fault.medium or fault.paper.medium].append(file)
        self.twin_of = {str(n): names[id(fault.paper)] for n, fault in enumerate(FAULTS)}
        pdfs = office.convert(list(self.files.values()), "pdf", "lint-faults")
        self.pages = {key: pdf for key, pdf in zip(self.files, pdfs)}
        for number, fault in enumerate(FAULTS):
            for key in (str(number), self.twin_of[str(number)]) if fault.code in PRINTED else ():
                for suffix in WRITERS:
                    beside = self.files[key, suffix].with_suffix(".pdf")
                    beside.write_bytes(self.pages[key, suffix].read_bytes())
        self.findings = collections.defaultdict(list)
        for medium, files in by_medium.items():
            for finding in lint(files, medium):
                self.findings[pathlib.Path(finding["file"]).name].append(finding)
        self.looks: dict[tuple[str, str], Look] = {}

    def look(self, key: str, suffix: str) -> Look:
        """The pages of a paper, read once."""
        if (key, suffix) not in self.looks:
            self.looks[key, suffix] = Look(self.pages[key, suffix])
        return self.looks[key, suffix]

    def said(self, key: str, suffix: str) -> list[dict]:
        """The findings on a paper, notes on how it was read left out."""
        return [f for f in self.findings[self.files[key, suffix].name] if not f["code"].startswith("CF")]


def lint(files: list[pathlib.Path], medium: str) -> list[dict]:
    done = subprocess.run(
        [checker(), "lint", *files, "--state", "issued", "--medium", medium, "--format", "json"],
        capture_output=True, text=True)
    assert done.returncode in (0, 65), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


@pytest.fixture(scope="module")
def papers(office, tmp_path_factory) -> Papers:
    return Papers(tmp_path_factory.mktemp("faults"), office)


def like(value, within: float):
    """What a measured value must equal: numbers nearly, words and truths to the letter."""
    if isinstance(value, tuple):
        return tuple(like(one, within) for one in value)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return pytest.approx(value, abs=within) if is_number else value


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("name", SOUND)
def test_a_sound_paper_has_no_finding(papers, name, suffix):
    assert papers.said(name, suffix) == []


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize(
    "number", range(len(FAULTS)), ids=[f"{f.code}-{plain(f.what)}" for f in FAULTS])
def test_the_page_shows_the_fault_that_the_checker_names(papers, number, suffix):
    fault, key = FAULTS[number], str(number)
    found = [f for f in papers.said(key, suffix) if f["code"] == fault.code]
    assert found, f"not named: {papers.said(key, suffix)}"
    if fault.seen is not None:
        assert fault.seen in [f.get("seen") for f in found]
    assert like(fault.was, fault.within) != fault.now, "the measure would not tell the two apart"
    assert fault.measure(papers.look(papers.twin_of[key], suffix)) == like(fault.was, fault.within)
    assert fault.measure(papers.look(key, suffix)) == like(fault.now, fault.within)


# MARK: Copies that are scanned


def density(pdf: pathlib.Path) -> int:
    return int(Look(pdf).pictures()[0]["x-ppi"])


def colour(pdf: pathlib.Path) -> str:
    return Look(pdf).pictures()[0]["color"]


def told(name: str) -> typing.Callable[[pathlib.Path], str]:
    """What pdfinfo says under a name."""
    def measure(pdf: pathlib.Path) -> str:
        rows = dict(line.split(":", 1) for line in run("pdfinfo", str(pdf)).decode().splitlines())
        return rows[name].strip().removesuffix(" (A4)")
    return measure


@dataclasses.dataclass(frozen=True)
class ScanFault:
    what: str
    values: dict
    measure: typing.Callable[[pathlib.Path], typing.Any]
    was: typing.Any
    now: typing.Any
    seen: str


SCANS = [
    ScanFault("100 dpi", {"density": 100}, density, 300, 100, "100 dpi"),
    ScanFault("xám", {"colour": False}, colour, "rgb", "gray", "ảnh xám hoặc đen trắng"),
    ScanFault("PDF 1.3", {"version": "1.3"}, told("PDF version"), "1.4", "1.3", "1.3"),
    ScanFault("khổ A5", {"width": 148, "height": 210}, told("Page size"), "595.28 x 841.89 pts",
              "419.53 x 595.28 pts", "trang 148 × 210 mm"),
]


@pytest.mark.parametrize("fault", SCANS, ids=lambda f: plain(f.what))
def test_a_scanned_copy_shows_its_fault(fault, tmp_path):
    twin = scans.write(tmp_path / "twin.pdf")
    spoilt = scans.write(tmp_path / "spoilt.pdf", **fault.values)
    assert (fault.measure(twin), fault.measure(spoilt)) == (fault.was, fault.now)
    found = collections.defaultdict(list)
    for finding in lint([twin, spoilt], "electronic"):
        found[pathlib.Path(finding["file"]).stem, finding["code"]].append(finding.get("seen"))
    assert found["spoilt", "SC01"] == [fault.seen]
    assert found["twin", "SC01"] == []


# MARK: The account of all checks

ACCOUNT = HERE / "expected" / "trang-in.json"


def test_every_check_is_seen_on_a_page_or_says_why_not():
    """The account that the table in docs is made with; UPDATE_GOLDEN=1 writes it."""
    table = json.loads((PROJECT / "Sources/Conformance/Data/checks.json").read_text(encoding="utf-8"))
    known = [row["ma"] for row in table["kiem_tra"]]
    counts = collections.Counter([f.code for f in FAULTS] + ["SC01"] * len(SCANS))
    assert sorted([*counts, *UNSEEN]) == sorted(known), "each check stands in one of the two tables"
    account = {"thay": {code: counts[code] for code in known if code in counts}, "khong_thay": UNSEEN}
    if os.environ.get("UPDATE_GOLDEN") == "1":
        ACCOUNT.write_text(json.dumps(account, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert json.loads(ACCOUNT.read_text(encoding="utf-8")) == account
