"""What each unit hands in and is asked for: its proposals, and what its dossiers lack.

The list of proposals names who may be awarded, the request whom nothing can be said of yet.
"""

import lists
import pytest
import reading
from breaking import broken
from hang_nam_expected import MET, UNDECIDED, WITHDRAWN, worst
from review import PROPOSALS, REQUEST, Facts, all_papers, each_review, every
from test_phase import OTHERWISE

KINDS = {PROPOSALS: MET, REQUEST: UNDECIDED}


def due(known: Facts, outcome: str) -> dict[str, list[str]]:
    """The nominees of an outcome by their unit."""
    found: dict[str, list[str]] = {}
    for nomination in known.review.nominations:
        given, reasons = outcome_of(nomination, known)
        # What a unit cannot say is not asked of it: the years of a movement, the day of receipt.
        elsewhere = set(reasons) == {"R00"} or nomination["ngay_nhan_ho_so"] is None
        if given == outcome and not (outcome == UNDECIDED and elsewhere):
            subject = nomination.get("don_vi") or nomination["nguoi"]
            found.setdefault(known.review.unit(nomination), []).append(subject)
    return found


def outcome_of(nomination: dict, known: Facts) -> tuple[str, dict]:
    """The outcome of a nomination and its reasons, but for a few rules as the program reads them."""
    given, reasons = known.review.outcome(nomination)
    otherwise = OTHERWISE.get((known.records["dot"]["ma"], nomination["ma"]), {})
    reasons |= otherwise
    return given if given == WITHDRAWN else worst([MET, *reasons.values()]), reasons


def nominees(rows: list[list[str]], kind: str, known: Facts) -> list[str]:
    """Whom a paper of a unit is about: the items of its list, or its lines `… cho …`."""
    if kind == PROPOSALS:
        _, part = lists.text_and_list(rows)
        return [subject for item in lists.items(part)
                for subject in lists.subjects(item, known.people, known.units)]
    asked = [row[0].partition(" cho ")[2] for row in rows
             if row[0].startswith("Hồ sơ đề nghị tặng ")]
    return [key for text in asked
            for key in lists.named(text, known.people) or lists.named(text, known.units)[:1]]


def wrong_nominees(rows, kind: str, unit: str | None, known: Facts) -> list[str]:
    """What is wrong with whom a unit's paper is about."""
    found = nominees(rows, kind, known)
    wanted = due(known, KINDS[kind]).get(unit or "", [])
    return [] if sorted(found) == sorted(wanted) and found else [f"{found}, not {wanted}"]


@each_review
@pytest.mark.parametrize("kind", KINDS)
def test_each_unit_has_its_paper_about_its_own_nominees(kind, period, side):
    known = every(period, side)[0]
    found = all_papers(kind, period, side)
    for built in found:
        rows = reading.rows(built.path)
        assert wrong_nominees(rows, kind, built.subject, known) == [], built.name
    for suffix in (".docx", ".odt"):
        units = sorted(built.subject for built in found if built.path.suffix == suffix)
        assert units == sorted(due(known, KINDS[kind]))


@each_review
def test_list_of_proposals_counts_its_nominees(period, side):
    known = every(period, side)[0]
    for built in all_papers(PROPOSALS, period, side):
        rows = reading.rows(built.path)
        subjects = nominees(rows, PROPOSALS, known)
        people = sum(subject in known.people for subject in subjects)
        counts = [(len(subjects) - people, "tập thể"), (people, "cá nhân")]
        wanted = ", ".join(f"{count:02} {what}" for count, what in counts if count)
        [total] = [row[0] for row in rows if row[0].startswith("Tổng số: ")]
        assert total == f"Tổng số: {wanted}.", built.name


@each_review
@pytest.mark.parametrize("kind", KINDS)
def test_checks_see_a_nominee_of_another_outcome(kind, period, side, tmp_path):
    known = every(period, side)[0]
    for built in all_papers(kind, period, side):
        first = nominees(reading.rows(built.path), kind, known)[0]
        name = known.people.get(first) or known.units[first]
        path = broken(built.path, tmp_path, name, known.people["LD03"], None)
        assert wrong_nominees(reading.rows(path), kind, built.subject, known), built.name
