"""What the papers of the reviews must say, reckoned from the JSON alone.

Who is awarded, in which order, for which sentence and how much money; nothing of ours is called. A
review may have several decisions and submissions: a `Case` is one list of names among them.
"""

import dataclasses
import functools
import json
import pathlib

import hang_nam_expected
import phase_facts
import phase_results
import pytest
from conftest import EARLIER, FINAL, INTERIM, PROJECT, SAMPLES, YEARLY, Built, build_folder, \
    built_documents, skip_or_fail
from hang_nam_expected import MET, Review, base_salary, money
from phase_expected import Phase
from phase_results import HIGHER_TENTHS, Results

DECISION, MONEY, REGISTER = "quyet-dinh-khen-thuong", "danh-sach-tien-thuong", "so-khen-thuong"
SUBMISSION, CERTIFICATE = "to-trinh-giay-khen", "giay-khen"
PROPOSALS, REQUEST = "danh-sach-de-nghi", "phieu-bo-sung"
# What goes to the province, and what it is to print.
UPWARD, PRINTED = ("to-trinh-bang-khen", "to-trinh-cap-tren"), "phieu-noi-dung-bang-khen"
# The two sides of 01/7/2026: the sample, and its copy that was decided on the day before.
SIDES = ("", EARLIER)
REVIEWS = tuple((YEARLY, side) for side in SIDES) + ((INTERIM, ""), (FINAL, ""))


@dataclasses.dataclass(frozen=True)
class Case:
    """A list of names: the row of `van-ban.json` that holds it, in a review, on a side."""
    period: str
    side: str
    row: str

    @property
    def review(self) -> tuple[str, str]:
        return self.period, self.side

    def __str__(self) -> str:
        return "/".join(part for part in (self.side, self.period, self.row) if part)


def cases(*kinds: str) -> list[Case]:
    """The rows of some kinds of all reviews; the copy has those of the sample."""
    found = []
    for period, side in REVIEWS:
        papers = json.loads((SAMPLES / period / "van-ban.json").read_text(encoding="utf-8"))
        found += [Case(period, side, row["ma"])
                  for row in papers["van_ban"] if row["loai"] in kinds]
    return found


CASES, HIGHER = cases(DECISION), cases(*UPWARD)
SAMPLE = CASES[0]
OTHER_SIDE = next(case for case in CASES if case.side == EARLIER)
# A decision with many names; one of two, signed for another; one without number and day.
LARGE, DEPUTY, DRAFT = (Case(INTERIM, "", "qd-giay-khen-1"), Case(INTERIM, "", "qd-giay-khen-2"),
                        Case(FINAL, "", "qd-giay-khen-2"))
each_decision = pytest.mark.parametrize("case", CASES, ids=str)
each_review = pytest.mark.parametrize(
    "period, side", REVIEWS, ids=["/".join(filter(None, reversed(r))) for r in REVIEWS])


@dataclasses.dataclass(frozen=True)
class Award:
    """An award as its list names it; the ordinal counts through the whole list."""
    nomination: str
    form: str
    subject: str
    name: str
    address: str  # Ông, Bà; nothing for a collective
    size: str  # tap_the, ca_nhan
    place: str  # post and unit; for a collective the body above it
    ordinal: int
    sentence: str
    own: bool  # the sentence is not that of all others
    amount: int | None  # None where no coefficient is known


class Reviewed:
    """A review: its records, the reckoning of its rules, and who may be awarded."""

    def __init__(self, period: pathlib.Path):
        if period.name == YEARLY:
            self.records = hang_nam_expected.read(period)
            self.records["hoi-dong"] = json.loads(
                (period / "hoi-dong.json").read_text(encoding="utf-8"))
            self.rules, self.pay = Review(self.records), money
            self.eligible = self.passed_by_more_than_half()
        else:
            self.records = phase_facts.read(period)
            self.rules, self.pay = Phase(self.records), phase_results.money
            self.eligible = {row["ma"] for row in Results(self.rules).awardable()}
        self.rows = {row["ma"]: row for row in self.records["van-ban"]["van_ban"]}
        certificates = {n["ma"] for n in self.rules.nominations if n["hinh_thuc"] == "giay_khen"}
        decided = [name for row in self.of_kind(DECISION) for name in row["de_nghi"]]
        assert sorted(decided) == sorted(self.eligible & certificates), (
            "the sample decides once on all who may be awarded")

    def passed_by_more_than_half(self) -> set[str]:
        """The nominations that meet every rule and that more than half of the council passed."""
        met = {n["ma"] for n in self.rules.nominations if self.rules.outcome(n)[0] == MET}
        members = len(self.records["hoi-dong"]["thanh_vien"])
        return met & {
            row["de_nghi"] for row in self.records["bo-phieu"]["ket_qua"]
            if 2 * (row["dong_y"] + row.get("van_ban_dong_y", 0)) > members}

    def of_kind(self, kind: str) -> list[dict]:
        """The rows of `van-ban.json` for a kind."""
        return [row for row in self.rows.values() if row["loai"] == kind]

    def decided(self) -> list[dict]:
        """The rows of the decisions that have number and day, of the office and of others."""
        return [row for row in self.rows.values() if row.get("de_nghi") and row["ngay"]
                and (row["loai"] == DECISION or row.get("ben_ngoai"))]


class Facts:
    """The facts of one list of a review."""

    def __init__(self, review: Reviewed, row: dict):
        self.reviewed, self.row = review, row
        self.records, self.review = review.records, review.rules
        self.people = {row["ma"]: row["ho_ten"] for row in self.records["nhan-su"]["nguoi"]}
        self.units = {row["ma"]: row["ten"] for row in self.records["don-vi"]["don_vi"]}
        self.office = self.records["co-quan"]
        self.number = row["so"] if row.get("ben_ngoai") else f"{row['so'] or ''}/QĐ-{self.office['ma']}"
        self.day = row["ngay"]
        self.paid_on = self.day_of_payment()
        self.base = base_salary(self.paid_on)
        self.awards = [self.award(i, n) for i, n in enumerate(self.awarded(), start=1)]
        self.total = sum(award.amount or 0 for award in self.awards)

    def day_of_payment(self) -> str:
        """The day that the money goes by: of a submission that of its decision, if it has one.

        Until there is a day the papers reckon with the base salary of another: that of the
        conference, for one.
        """
        days = [row["ngay"] for row in self.reviewed.of_kind(DECISION)
                if set(row["de_nghi"]) == set(self.row["de_nghi"])]
        return self.day or next(filter(None, days), None) or self.records["dot"]["hoi_nghi"]["ngay"]

    @property
    def signer(self) -> str:
        return self.people[self.row["nguoi_ky"]]

    @property
    def authority(self) -> list[str]:
        """The lines above the signer's name: the head's post, or who signs for the head."""
        day = self.day or self.records["dot"]["tinh_den_ngay"]
        [post] = [row for row in self.office["nguoi_ky"] if row["nguoi"] == self.row["nguoi_ky"]
                  and (row["tu_ngay"] or "") <= day <= (row["den_ngay"] or "9")]
        head = self.office["chuc_danh_dung_dau"].upper()
        return [f"KT. {head}", post["chuc_vu"].upper()] if post.get("ky_thay") else [head]

    def awarded(self) -> list[dict]:
        """The nominations of the list, all of which may be awarded, in its order."""
        by_id = {nomination["ma"]: nomination for nomination in self.review.nominations}
        assert set(self.row["de_nghi"]) <= self.reviewed.eligible, "somebody may not be awarded"
        return [by_id[name] for name in self.row["de_nghi"]]

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
        form = nomination["hinh_thuc"]
        amount = self.reviewed.pay(form, size, self.paid_on) if (
            form, size) in HIGHER_TENTHS else None
        return Award(nomination["ma"], form, subject, name, address, size, place, ordinal, sentence,
                     bool(nomination.get("cau_thanh_tich")), amount)

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
def reviewed(period: str, side: str = "") -> Reviewed:
    """A review of the samples, or the copy of one on the other side of 01/7/2026."""
    if not side:
        return Reviewed(SAMPLES / period)
    folder = build_folder(period, side)
    if folder is None:
        skip_or_fail(f"the review decided before 01/7/2026 is not built in {side} (scripts/test)")
    return Reviewed(folder.parent / "nguon" / period)


@functools.cache
def facts(case: Case = SAMPLE, kind: str = DECISION) -> Facts:
    """The facts of a list; those of the submission that asks for a decision, when it is named."""
    review = reviewed(*case.review)
    row = review.rows[case.row]
    if kind == SUBMISSION:
        [row] = [asking for asking in review.of_kind(SUBMISSION)
                 if set(asking["de_nghi"]) == set(row["de_nghi"])]
    return Facts(review, row)


def every(period: str, side: str = "") -> list[Facts]:
    """The facts of the office's own decisions, in their order."""
    review = reviewed(period, side)
    return [Facts(review, row) for row in review.of_kind(DECISION)]


def all_papers(kind: str, period: str = YEARLY, side: str = "", *suffixes: str) -> list[Built]:
    """The built documents of a kind in a review, in both formats unless said otherwise.

    Skips while the office has no template of that kind; one without documents fails.
    """
    if build_folder(period, side) is None:
        skip_or_fail(f"{period} is not built in {side or 'the output'} (scripts/test builds it)")
    found = built_documents(*(suffixes or (".docx", ".odt")), periods=(period,), side=side)
    found = [built for built in found if built.kind == kind]
    if not found and not (PROJECT / "Templates" / f"{kind}.docx").is_file():
        pytest.skip(f"{kind} is not built yet: Templates holds no {kind}.docx")
    assert found, f"{kind} has a template and the manifest lists no document of it"
    return found


def papers(kind: str, case: Case = SAMPLE, *suffixes: str) -> list[Built]:
    """The built documents of a kind that belong to a list: by the row that their name ends with,
    certificates by their place among those of all decisions."""
    found = all_papers(kind, *case.review, *suffixes)
    if kind == CERTIFICATE:
        first = 0
        for known in every(*case.review):
            last = first + len(known.awards)
            if known.row["ma"] == case.row:
                break
            first = last
        return [built for built in found if first < int(built.path.name[:3]) <= last]
    row = facts(case, kind).row["ma"]
    found = [built for built in found if built.path.stem.partition("-")[2] == row.lower()]
    assert found, f"{case}: there is no {kind}"
    return found
