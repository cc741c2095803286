"""The council's minutes: who was voted on, how, who passed, and how many of each are proposed.

The votes come from the JSON; the lists that follow are those of `test_review_names`. A share is of
all members of the council, opinions in writing counted.
"""

import re

import lists
import pytest
import reading
from breaking import broken
from hang_nam_expected import Review
from phase_report import FORMS
from phase_results import Results
from review import Reviewed, all_papers, each_review, reviewed
from vietnamese import grouped

MEETING, COUNT = "bien-ban-hoi-dong", "bien-ban-kiem-phieu"


def share(agreed: int, members: int) -> str:
    """A share in hundredths with two decimals, rounded half up: `88,89%`, `100%`."""
    hundredths = (2 * 10_000 * agreed + members) // (2 * members)
    whole, rest = divmod(hundredths, 100)
    return f"{grouped(whole)},{rest:02}".rstrip("0").rstrip(",") + "%" if rest else f"{whole}%"


class Ballot:
    """The ballot of a review: by subject and award, the votes and whether they suffice."""

    def __init__(self, review: Reviewed):
        self.people = {row["ma"]: row["ho_ten"] for row in review.records["nhan-su"]["nguoi"]}
        self.units = {row["ma"]: row["ten"] for row in review.records["don-vi"]["don_vi"]}
        self.members = len(review.records["hoi-dong"]["thanh_vien"])
        by_id = {row["ma"]: row for row in review.rules.nominations}
        self.due: dict[tuple[str, str], list[tuple]] = {}
        self.proposed: dict[str, list[int]] = {}
        for row in review.records["bo-phieu"]["ket_qua"]:
            nomination = by_id[row["de_nghi"]]
            written = row.get("van_ban_dong_y") or 0
            agreed = row["dong_y"] + written
            passed = 2 * agreed > self.members if isinstance(
                review.rules, Review) else Results(review.rules).passed(row["de_nghi"])
            subject = nomination.get("don_vi") or nomination["nguoi"]
            label = FORMS[nomination["hinh_thuc"]]
            self.due.setdefault((subject, label), []).append(
                (row["dong_y"], row["khong_dong_y"], written, agreed, passed))
            if passed:
                self.proposed.setdefault(label, [0, 0])["nguoi" in nomination] += 1

    def subject(self, item: lists.Item) -> str:
        return lists.subjects(item, self.people, self.units)[0]


def items(rows: list[list[str]]) -> list[lists.Item]:
    """The rows of the table; numbered paragraphs are none."""
    return lists.items([row for row in rows if len(row) > 6])


def wrong_minutes(rows: list[list[str]], ballot: Ballot) -> list[str]:
    """What is wrong with the table of the minutes and with what the council proposes."""
    faults, seen, said = [], [], {}
    for item in items(rows):
        key = ballot.subject(item), item.cell("hình thức")
        seen.append(key)
        [(_, _, _, agreed, passed)] = ballot.due.get(key, [(0, 0, 0, 0, None)])
        due = (f"{agreed}/{ballot.members}", share(agreed, ballot.members),
               "Thông qua" if passed else "Không thông qua")
        found = tuple(item.cell(header) for header in ("số phiếu", "tỷ lệ$", "kết quả"))
        faults += [] if found == due else [f"{key}: {found}, not {due}"]
    faults += [] if sorted(seen) == sorted(ballot.due) else [
        f"voted on: {set(seen) ^ set(ballot.due)}"]
    [text] = [row[0] for row in rows if row[0].startswith("Hội đồng thống nhất đề nghị tặng")]
    for part in re.split(r"; ", text):
        found = re.search(
            rf"({'|'.join(FORMS.values())}).*? cho (?:(\d\d) tập thể)?(?: và )?(?:(\d\d) cá nhân)?",
            part)
        said[found[1] if found else part] = [int(n or 0) for n in found.groups()[1:]] if found else []
    return faults + ([] if said == ballot.proposed else [f"{said}, not {ballot.proposed}"])


def wrong_count(rows: list[list[str]], ballot: Ballot) -> list[str]:
    """What is wrong with the counted votes: a row for each on the ballot, from high to low."""
    found: list[tuple] = []
    for item in items(rows):
        cells = [item.cell(h) for h in ("^phiếu đồng ý", "không đồng ý", "văn bản", "tỷ lệ")]
        found.append((ballot.subject(item), *cells))
    due = [(subject, str(yes), str(no), str(written), share(agreed, ballot.members))
           for (subject, _), votes in ballot.due.items()
           for yes, no, written, agreed, _ in votes]
    faults = [] if sorted(found) == sorted(due) else [f"{set(found) ^ set(due)}"]
    shares = [float(row[-1].rstrip("%").replace(",", ".")) for row in found]
    return faults + ([] if shares == sorted(shares, reverse=True) else [f"the order {shares}"])


CHECKS = {MEETING: wrong_minutes, COUNT: wrong_count}


def of_the_ballot(kind: str, period: str, side: str) -> list:
    """The minutes of the session that voted."""
    session = reviewed(period, side).records["bo-phieu"]["phien"].lower()
    return [b for b in all_papers(kind, period, side) if b.path.stem.endswith(session)]


@each_review
@pytest.mark.parametrize("kind", CHECKS)
def test_minutes_say_who_passed_and_how_many_are_proposed(kind, period, side):
    found = of_the_ballot(kind, period, side)
    assert len(found) == 2
    for built in found:
        rows = reading.rows(built.path)
        assert CHECKS[kind](rows, Ballot(reviewed(period, side))) == [], built.name


@each_review
def test_session_that_voted_on_nothing_proposes_nothing(period, side):
    voted = {b.path for b in of_the_ballot(MEETING, period, side)}
    for built in all_papers(MEETING, period, side):
        if built.path not in voted:
            rows = reading.rows(built.path)
            assert items(rows) == [] and "thống nhất đề nghị" not in str(rows), built.name


@each_review
@pytest.mark.parametrize("kind, old, new", [
    (MEETING, "Thông qua", "Không thông qua"), (MEETING, "Giấy khen", "Bằng khen"),
    (MEETING, " cá nhân", ""), (COUNT, "%", "")])
def test_checks_see_another_vote(kind, old, new, period, side, tmp_path):
    ballot = Ballot(reviewed(period, side))
    for built in of_the_ballot(kind, period, side):
        rows = reading.rows(built.path)
        if kind == COUNT:
            old = next(row[-1] for row in rows if len(row) == 8 and row[-1].endswith("%"))
            new = "12,34%"
        elif old == " cá nhân":
            [text] = [r[0] for r in rows if r[0].startswith("Hội đồng thống nhất đề nghị tặng")]
            old = re.search(r"\d\d cá nhân", text)[0]
            new = "97 cá nhân"
        assert CHECKS[kind](reading.rows(broken(built.path, tmp_path, old, new, None)), ballot), (
            built.name)
