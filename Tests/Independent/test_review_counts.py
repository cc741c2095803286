"""R28: as many tập thể and cá nhân in every paper of the review, counted in what is written.

The text says numbers, the lists have items, the certificates are files.
"""

import re

import lists
import pytest
import reading
from breaking import broken
from review import CERTIFICATE, DECISION, DRAFT, HIGHER, LARGE, MONEY, REGISTER, SAMPLE, SUBMISSION, \
    UPWARD, Facts, all_papers, each_decision, each_review, every, facts, papers, reviewed

SIZES = {"tap_the": "tập thể", "ca_nhan": "cá nhân"}


def said(rows: list[list[str]]) -> dict[str, list[str]]:
    """The numbers of each size that a text gives, as written."""
    text = "\n".join(cell for row in rows for cell in row)
    return {size: re.findall(rf"(\d+) {words}", text) for size, words in SIZES.items()}


def wrong_text(rows: list[list[str]], known: Facts) -> list[str]:
    """Where a text gives other numbers than there are awards, or none at all.

    Below ten with a zero in front; what there is none of is not said.
    """
    faults = []
    for size, numbers in said(rows).items():
        due = [f"{known.count(size):02}"] if known.count(size) else []
        if sorted(set(numbers)) != due:
            faults.append(f"{SIZES[size]}: the text says {numbers}, not {due}")
    return faults


def wrong_items(rows: list[list[str]], known: Facts, running: bool) -> list[str]:
    """Where a list has other numbers of items, or numbers them wrongly.

    The list of a decision runs on through both blocks: its ordinal is the số sổ vàng.
    """
    _, part = lists.text_and_list(rows)
    found, faults = {"tap_the": [], "ca_nhan": []}, []
    for item in lists.items(part):
        about = lists.subjects(item, known.people, known.units)
        found["ca_nhan" if about and about[0] in known.people else "tap_the"].append(item.number)
    for size, numbers in found.items():
        if len(numbers) != known.count(size):
            faults.append(f"{SIZES[size]}: {len(numbers)} items, not {known.count(size)}")
    first, second = found.values()
    through = list(range(1, len(first + second) + 1))
    restarted = [list(range(1, len(part) + 1)) for part in (first, second)]
    if first + second != through and (running or [first, second] != restarted):
        faults.append(f"items are numbered {first} and {second}")
    if any(said(part).values()):
        faults += wrong_text(part, known)
    return faults


@each_decision
@pytest.mark.parametrize("kind", (SUBMISSION, DECISION))
def test_text_says_how_many_are_awarded(kind, case):
    for built in papers(kind, case):
        text, part = lists.text_and_list(reading.rows(built.path))
        assert part, f"{built.name} has no list"
        assert wrong_text(text, facts(case, kind)) == [], built.name


@pytest.mark.parametrize("case", HIGHER, ids=str)
def test_text_and_list_to_the_province_say_how_many_are_proposed(case):
    known = facts(case)
    for built in papers(known.row["loai"], case):
        text, part = lists.text_and_list(rows := reading.rows(built.path))
        assert part, f"{built.name} has no list"
        assert wrong_text(text, known) + wrong_items(rows, known, True) == [], built.name


@each_decision
@pytest.mark.parametrize("kind", (SUBMISSION, DECISION, MONEY))
def test_list_has_as_many_items(kind, case):
    for built in papers(kind, case):
        rows = reading.rows(built.path)
        assert wrong_items(rows, facts(case, kind), kind == DECISION) == [], built.name


@each_review
@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_there_are_as_many_certificates(period, side, suffix):
    found = all_papers(CERTIFICATE, period, side, suffix)
    assert len(found) == sum(len(known.awards) for known in every(period, side))
    held = sorted(path for path in found[0].path.parent.glob("*" + suffix))
    assert held == sorted(built.path for built in found), "a certificate that is not listed"


@each_review
@pytest.mark.parametrize("suffix", [".docx", ".odt"])
@pytest.mark.parametrize("kind", (SUBMISSION, DECISION, MONEY, REGISTER, *UPWARD))
def test_there_is_a_paper_for_each_row_that_asks_for_one(kind, suffix, period, side):
    # A list of money belongs to a decision; a register to the office.
    asked = [kind] if kind == REGISTER else reviewed(period, side).of_kind(
        DECISION if kind == MONEY else kind)
    if asked:
        assert len(all_papers(kind, period, side, suffix)) == len(asked)


# The same documents, broken


@pytest.mark.parametrize("case, old, new", [
    (SAMPLE, "02 tập thể", "03 tập thể"), (SAMPLE, "04 cá nhân", "05 cá nhân"),
    (SAMPLE, "02 tập thể", "2 tập thể"), (SAMPLE, "02 tập thể", "các tập thể"),
    (LARGE, "20 cá nhân", "21 cá nhân"), (DRAFT, "01 cá nhân", "01 tập thể và 01 cá nhân")], ids=str)
@pytest.mark.parametrize("kind", (SUBMISSION, DECISION))
def test_check_sees_another_number(kind, case, old, new, tmp_path):
    for built in papers(kind, case):
        text, _ = lists.text_and_list(reading.rows(broken(built.path, tmp_path, old, new)))
        assert wrong_text(text, facts(case, kind)), built.name


@pytest.mark.parametrize("case", HIGHER, ids=str)
def test_check_sees_another_number_to_the_province(case, tmp_path):
    known = facts(case)
    for built in papers(known.row["loai"], case):
        path = broken(built.path, tmp_path, " tập thể", " tập thể và 09 cá nhân")
        assert wrong_text(lists.text_and_list(reading.rows(path))[0], known), built.name


def test_check_of_items_sees_what_is_missing_or_misnumbered():
    known = facts()
    rows = [["DANH SÁCH"], ["I. TẬP THỂ"]]
    for award in known.awards:
        rows += [["II. CÁ NHÂN"]] if award.ordinal == known.count("tap_the") + 1 else []
        rows.append([f"{award.ordinal:02}. {award.address} {award.name}, {award.place};"])
    assert wrong_items(rows, known, True) == []
    assert wrong_items(rows[:-1], known, True)
    assert wrong_items(rows[:3] + rows[4:], known, True)
    again = rows[:5] + [[f"{i:02}. {row[0][4:]}"] for i, row in enumerate(rows[5:], start=1)]
    assert wrong_items(again, known, False) == [] and wrong_items(again, known, True)
    assert wrong_items(rows + [["Tổng số: 02 tập thể, 05 cá nhân."]], known, True)


@pytest.mark.parametrize("case", [SAMPLE, LARGE], ids=str)
@pytest.mark.parametrize("kind", (SUBMISSION, DECISION, MONEY))
def test_check_of_items_sees_a_lost_awardee_in_a_built_list(kind, case, tmp_path):
    known = facts(case, kind)
    for built in papers(kind, case):
        path = broken(built.path, tmp_path, known.awards[-1].name, "", None)
        assert wrong_items(reading.rows(path), known, kind == DECISION), built.name
