"""What each unit hands in and is asked for: its proposals, and what its dossiers lack.

The list of proposals names who may be awarded, the request whom nothing can be said of yet.
"""

import lists
import pytest
import reading
from breaking import broken
from hang_nam_expected import MET, UNDECIDED
from review import PROPOSALS, REQUEST, SIDES, Facts, facts, papers

KINDS = {PROPOSALS: MET, REQUEST: UNDECIDED}
side = pytest.mark.parametrize("side", SIDES, ids=lambda side: side or "sample")


def due(known: Facts, outcome: str) -> dict[str, list[str]]:
    """The nominees of an outcome by their unit."""
    found: dict[str, list[str]] = {}
    for nomination in known.review.nominations:
        if known.review.outcome(nomination)[0] == outcome:
            subject = nomination.get("don_vi") or nomination["nguoi"]
            found.setdefault(known.review.unit(nomination), []).append(subject)
    return found


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


@side
@pytest.mark.parametrize("kind", KINDS)
def test_each_unit_has_its_paper_about_its_own_nominees(kind, side):
    known = facts(side)
    found = papers(kind, side)
    for built in found:
        rows = reading.rows(built.path)
        assert wrong_nominees(rows, kind, built.subject, known) == [], built.name
    for suffix in (".docx", ".odt"):
        units = sorted(built.subject for built in found if built.path.suffix == suffix)
        assert units == sorted(due(known, KINDS[kind]))


@side
def test_list_of_proposals_counts_its_nominees(side):
    known = facts(side)
    for built in papers(PROPOSALS, side):
        rows = reading.rows(built.path)
        subjects = nominees(rows, PROPOSALS, known)
        people = sum(subject in known.people for subject in subjects)
        counts = [(len(subjects) - people, "tập thể"), (people, "cá nhân")]
        wanted = ", ".join(f"{count:02} {what}" for count, what in counts if count)
        [total] = [row[0] for row in rows if row[0].startswith("Tổng số: ")]
        assert total == f"Tổng số: {wanted}.", built.name


@pytest.mark.parametrize("kind", KINDS)
def test_checks_see_a_nominee_of_another_outcome(kind, tmp_path):
    known = facts()
    for built in papers(kind):
        first = nominees(reading.rows(built.path), kind, known)[0]
        name = known.people.get(first) or known.units[first]
        path = broken(built.path, tmp_path, name, known.people["KT04"], None)
        assert wrong_nominees(reading.rows(path), kind, built.subject, known), built.name
