"""What the papers of the yearly review must say, reckoned from the JSON alone.

Who is awarded, in which order, for which sentence and how much money; nothing of ours is called.
"""

import dataclasses
import functools
import json
import pathlib

import hang_nam_expected
import pytest
from conftest import EARLIER, PROJECT, SAMPLES, YEARLY, Built, build_folder, built_documents, \
    skip_or_fail
from hang_nam_expected import MET, Review, base_salary, money

# The two sides of 01/7/2026: the sample, and its copy that was decided on the day before.
SIDES = ("", EARLIER)
DECISION, MONEY, REGISTER = "quyet-dinh-khen-thuong", "danh-sach-tien-thuong", "so-khen-thuong"
SUBMISSION, CERTIFICATE = "to-trinh-giay-khen", "giay-khen"
PROPOSALS, REQUEST = "danh-sach-de-nghi", "phieu-bo-sung"


@dataclasses.dataclass(frozen=True)
class Award:
    """An award as the decision lists it; the ordinal counts through the whole list."""
    nomination: str
    subject: str
    name: str
    address: str  # Ông, Bà; nothing for a collective
    size: str  # tap_the, ca_nhan
    place: str  # post and unit; for a collective the body above it
    ordinal: int
    sentence: str
    amount: int


class Facts:
    """The facts of one decision of a review."""

    def __init__(self, period: pathlib.Path):
        self.records = hang_nam_expected.read(period)
        self.review = Review(self.records)
        self.people = {row["ma"]: row["ho_ten"] for row in self.records["nhan-su"]["nguoi"]}
        self.units = {row["ma"]: row["ten"] for row in self.records["don-vi"]["don_vi"]}
        self.office = self.records["co-quan"]
        self.council = json.loads((period / "hoi-dong.json").read_text(encoding="utf-8"))
        [self.decision] = self.paper(DECISION)
        self.number = f"{self.decision['so']}/QĐ-{self.office['ma']}"
        self.day = self.decision["ngay"]
        self.base = base_salary(self.day)
        self.signer = self.people[self.decision["nguoi_ky"]]
        self.awards = [self.award(i, n) for i, n in enumerate(self.awarded(), start=1)]
        self.total = sum(award.amount for award in self.awards)

    def paper(self, kind: str) -> list[dict]:
        """The rows of `van-ban.json` for a kind."""
        return [row for row in self.records["van-ban"]["van_ban"] if row["loai"] == kind]

    def eligible(self) -> set[str]:
        """The nominations that meet every rule and that more than half of the council passed."""
        met = {n["ma"] for n in self.review.nominations if self.review.outcome(n)[0] == MET}
        members = len(self.council["thanh_vien"])
        passed = {
            row["de_nghi"] for row in self.records["bo-phieu"]["ket_qua"]
            if 2 * (row["dong_y"] + row.get("van_ban_dong_y", 0)) > members}
        return met & passed

    def awarded(self) -> list[dict]:
        """The eligible nominations in the order of the decision."""
        by_id = {nomination["ma"]: nomination for nomination in self.review.nominations}
        eligible = self.eligible()
        assert eligible == set(self.decision["de_nghi"]), "the sample decides on all who may be"
        return [by_id[name] for name in self.decision["de_nghi"] if name in eligible]

    def award(self, ordinal: int, nomination: dict) -> Award:
        size = Review.size(nomination)
        subject = nomination.get("don_vi") or nomination["nguoi"]
        sentence = nomination.get("cau_thanh_tich") or self.records["dot"]["cau_thanh_tich"][
            nomination["hinh_thuc"]]
        if size == "tap_the":
            name, address, place = self.units[subject], "", self.office["ten"]
        else:
            person = self.review.people[subject]
            name, address = person["ho_ten"], {"nam": "Ông", "nu": "Bà"}[person["gioi_tinh"]]
            place = f"{person['chuc_vu']}, {self.units[person['don_vi']]}"
        return Award(nomination["ma"], subject, name, address, size, place, ordinal, sentence,
                     money(nomination["hinh_thuc"], size, self.day))

    def count(self, size: str) -> int:
        """The number of awards of a size."""
        return sum(award.size == size for award in self.awards)

    def amount(self, size: str) -> int:
        """The money of one award of a size."""
        [amount] = {award.amount for award in self.awards if award.size == size}
        return amount

    def losers(self) -> list[str]:
        """The names of those who were nominated and are not awarded, in the order of nomination."""
        awarded = {award.subject for award in self.awards}
        subjects = [n.get("don_vi") or n["nguoi"] for n in self.review.nominations]
        return [self.people.get(s) or self.units[s] for s in subjects if s not in awarded]


@functools.cache
def facts(side: str = "") -> Facts:
    """The facts of the sample, or of its copy on the other side of 01/7/2026."""
    if not side:
        return Facts(SAMPLES / YEARLY)
    folder = build_folder(YEARLY, side)
    if folder is None:
        skip_or_fail(f"the review decided before 01/7/2026 is not built in {side} (scripts/test)")
    return Facts(folder.parent / "nguon" / YEARLY)


def papers(kind: str, side: str = "", *suffixes: str) -> list[Built]:
    """The built documents of a kind, in both formats unless said otherwise.

    Skips while the office has no template of that kind; one without documents fails.
    """
    if build_folder(YEARLY, side) is None:
        skip_or_fail(f"{YEARLY} is not built in {side or 'the output'} (scripts/test builds it)")
    found = built_documents(*(suffixes or (".docx", ".odt")), periods=(YEARLY,), side=side)
    found = [built for built in found if built.kind == kind]
    if not found and not (PROJECT / "Templates" / f"{kind}.docx").is_file():
        pytest.skip(f"{kind} is not built yet: Templates holds no {kind}.docx")
    assert found, f"{kind} has a template and the manifest lists no document of it"
    return found
