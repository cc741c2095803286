"""R26: the money of the reviews, to the đồng, on both sides of 01/7/2026 and of 01/3/2027.

Amounts are reckoned by `hang_nam_expected` from the JSON, sums in words by `vietnamese`.
"""

import re

import lists
import pytest
import reading
from breaking import broken
from hang_nam_expected import TENTHS
from review import DECISION, DEPUTY, DRAFT, LARGE, MONEY, OTHER_SIDE, SAMPLE, SUBMISSION, Facts, \
    each_decision, facts, papers
from vietnamese import grouped, money_in_words, words

AMOUNT = re.compile(r"(\d[\d.]*) đồng(?! chí)")
SIZES = {"tap_the": "tập thể", "ca_nhan": "cá nhân"}


def said(rows: list[list[str]]) -> str:
    return "\n".join(cell for row in rows for cell in row)


def wrong_amounts(text: str, known: Facts) -> list[str]:
    """The sums of đồng in a text that are neither an award's money nor the total."""
    due = {grouped(award.amount) for award in known.awards} | {grouped(known.total)}
    return [f"{amount} đồng" for amount in AMOUNT.findall(text) if amount not in due]


def wrong_decision(rows: list[list[str]], known: Facts) -> list[str]:
    """What is wrong with the article on money: what each tập thể and each cá nhân gets."""
    text = said(lists.text_and_list(rows)[0])
    faults = wrong_amounts(text, known)
    for size, name in SIZES.items():
        if known.count(size):
            found = re.findall(rf"(?:mỗi|các|cho) {name}[^;,.]*? ([\d.]+) đồng", text)
            if found != [grouped(known.amount(size))]:
                faults.append(f"{name}: {found}, not {grouped(known.amount(size))}")
    return faults


def wrong_words(text: str, lead: str, known: Facts) -> list[str]:
    """What is wrong with the total in words after some lead."""
    found = re.findall(rf"{lead}\s*([^().]+?) ?[.)]", text)
    return [] if found == [money_in_words(known.total)] else [
        f"in words: {found}, not {money_in_words(known.total)}"]


def wrong_submission(rows: list[list[str]], known: Facts) -> list[str]:
    """What is wrong with the sentence on money: the total, in figures and in words."""
    text = said(lists.text_and_list(rows)[0])
    total = grouped(known.total)
    faults = wrong_amounts(text, known)
    if total not in AMOUNT.findall(text):
        faults.append(f"the total {total} is not said")
    return faults + wrong_words(text, rf"{re.escape(total)} đồng \((?:bằng chữ: ?)?", known)


def wrong_list(rows: list[list[str]], known: Facts) -> list[str]:
    """What is wrong with the list of money: each row's figures, the total, the total in words."""
    faults, sums = [], []
    found = lists.items(rows)
    if len(found) != len(known.awards):
        faults.append(f"{len(found)} rows for {len(known.awards)} awards")
    for item, award in zip(found, known.awards):
        amount = item.cell("số tiền")
        if amount != grouped(award.amount):
            faults.append(f"row {item.number}: {amount}, not {grouped(award.amount)}")
        base = item.cell("lương cơ sở")
        if base is not None and base != grouped(known.base):
            faults.append(f"row {item.number}: base {base}, not {grouped(known.base)}")
        factor = item.cell("hệ số")
        tenths = f"0,{TENTHS['giay_khen', award.size]}"
        if factor is not None and factor != tenths:
            faults.append(f"row {item.number}: coefficient {factor}, not {tenths}")
        sums.append(int((amount or "0").replace(".", "")) if re.fullmatch(
            r"[\d.]+", amount or "") else 0)
    totals = [cell for row in rows if re.match(r"(tổng )?cộng|tổng số tiền", " ".join(row).strip(),
                                               re.IGNORECASE)
              for cell in row if re.fullmatch(r"\d[\d.]*( đồng)?", cell)]
    if [t.removesuffix(" đồng") for t in totals] != [grouped(known.total)]:
        faults.append(f"total {totals}, not {grouped(known.total)}")
    if sum(sums) != known.total:
        faults.append(f"the rows add up to {sum(sums)}")
    return faults + wrong_words(said(rows), r"Bằng chữ:", known)


CHECKS = {SUBMISSION: wrong_submission, DECISION: wrong_decision, MONEY: wrong_list}


@each_decision
@pytest.mark.parametrize("kind", CHECKS)
def test_money_is_right_to_the_dong(kind, case):
    for built in papers(kind, case):
        assert CHECKS[kind](reading.rows(built.path), facts(case, kind)) == [], built.name


def test_the_two_sides_differ_by_the_base_salary():
    before, after = facts(OTHER_SIDE), facts()
    assert (before.day, before.base, after.base) == ("2026-06-30", 2_340_000, 2_530_000)
    assert [a.amount for a in before.awards] == [1_410_000] * 2 + [710_000] * 3
    assert [a.amount for a in after.awards] == [1_520_000] * 2 + [760_000] * 4


def test_decisions_before_and_after_the_end_of_the_decree_pay_alike():
    """Nothing newer was read: from 01/3/2027 on the last coefficients and base salary go on."""
    before, after = facts(LARGE), facts(DEPUTY)
    assert before.day < "2027-03-01" <= after.day
    assert before.base == after.base == facts(DRAFT).base == 2_530_000
    assert (before.total, after.total, facts(DRAFT).total) == (18_240_000, 4_560_000, 760_000)


def test_list_of_money_of_a_draft_says_that_it_is_provisional(tmp_path):
    said_so = "Quyết định chưa có ngày; tiền thưởng tạm tính theo mức lương cơ sở"
    for built in papers(MONEY, DRAFT):
        assert any(said_so in row[0] for row in reading.rows(built.path)), built.name
    for case in (SAMPLE, LARGE, DEPUTY):
        for built in papers(MONEY, case):
            assert "tạm tính" not in said(reading.rows(built.path)), built.name


@pytest.mark.parametrize("number, text", [
    (10_000, "mười nghìn"), (710_000, "bảy trăm mười nghìn"),
    (1_410_000, "một triệu bốn trăm mười nghìn"), (2_030_000, "hai triệu không trăm ba mươi nghìn"),
    (2_280_000, "hai triệu hai trăm tám mươi nghìn"), (5_000_000, "năm triệu"),
    (6_080_000, "sáu triệu không trăm tám mươi nghìn"), (21_000, "hai mươi mốt nghìn"),
    (115_005, "một trăm mười lăm nghìn không trăm linh năm"), (24, "hai mươi tư"),
    (1_000_400_000, "một tỷ bốn trăm nghìn"), (304, "ba trăm linh bốn"), (55, "năm mươi lăm")])
def test_numbers_are_written_as_they_are_spoken(number, text):
    assert words(number) == text


def list_of_money(known: Facts) -> list[list[str]]:
    """The rows of a list as an office writes it by hand."""
    rows = [["DANH SÁCH"], ["Nhận tiền thưởng kèm theo Giấy khen"],
            ["TT", "Họ tên/tập thể", "Đơn vị", "Hình thức", "Hệ số", "Mức lương cơ sở", "Số tiền",
             "Ký nhận"], ["I", "Tập thể", "", "", "", "", "", ""]]
    for award in known.awards:
        factor = "0,3" if award.address else "0,6"
        rows.append([str(award.ordinal), f"{award.address} {award.name}", award.place, "Giấy khen",
                     factor, grouped(known.base), grouped(award.amount), ""])
    total = grouped(known.total)
    return rows + [["", "Tổng cộng", "", "", "", "", total, ""],
                   [f"Bằng chữ: {money_in_words(known.total)}."],
                   ["NGƯỜI LẬP BIỂU", "KẾ TOÁN", f"CHÁNH VĂN PHÒNG {known.signer}"]]


def test_check_of_the_list_takes_a_right_one_and_sees_each_figure():
    known = facts()
    right = list_of_money(known)
    assert wrong_list(right, known) == []
    for index, row in enumerate(right):
        for column, cell in enumerate(row):
            if re.fullmatch(r"\d[\d.,]+", cell):
                changed = row[:column] + [cell[:-1] + ("1" if cell[-1] != "1" else "2")]
                rows = right[:index] + [changed + row[column + 1:]] + right[index + 1:]
                assert wrong_list(rows, known), changed
    assert wrong_list(right[:-2] + right[-1:], known), "no total in words"
    assert wrong_list(right[:4] + right[5:], known), "a row less"


# The same documents, broken: one đồng more, another word


@each_decision
@pytest.mark.parametrize("kind", CHECKS)
def test_checks_see_one_dong_more(kind, case, tmp_path):
    known = facts(case, kind)
    amount = known.total if kind == SUBMISSION else known.awards[-1].amount
    for built in papers(kind, case):
        path = broken(built.path, tmp_path, grouped(amount), grouped(amount + 1))
        assert CHECKS[kind](reading.rows(path), known), built.name


@pytest.mark.parametrize("case", [SAMPLE, LARGE], ids=str)
def test_check_of_the_list_sees_another_total(case, tmp_path):
    known = facts(case)
    for built in papers(MONEY, case):
        path = broken(built.path, tmp_path, grouped(known.total), grouped(known.total + 1))
        assert wrong_list(reading.rows(path), known), built.name


@pytest.mark.parametrize("kind", (SUBMISSION, MONEY))
def test_checks_see_another_word(kind, tmp_path):
    known = facts()
    for built in papers(kind):
        path = broken(built.path, tmp_path, "tám mươi nghìn", "chín mươi nghìn")
        assert CHECKS[kind](reading.rows(path), known), built.name


@pytest.mark.parametrize("kind", CHECKS)
def test_checks_see_the_money_of_the_other_side(kind):
    for built in papers(kind):
        assert CHECKS[kind](reading.rows(built.path), facts(OTHER_SIDE)), built.name
