"""Who stands in the papers of the reviews: all who are awarded, once, in order; nobody else.

The names come from the JSON; what is read are the finished documents, in both formats.
"""

import unicodedata

import lists
import pytest
import reading
from breaking import broken
from review import CERTIFICATE, DECISION, HIGHER, LARGE, MONEY, OTHER_SIDE, PRINTED, REGISTER, SAMPLE, \
    SUBMISSION, Award, Case, Facts, all_papers, each_decision, each_review, every, facts, papers, \
    reviewed
from vietnamese import grouped, short_date

LISTED = (SUBMISSION, DECISION, MONEY)
upward = pytest.mark.parametrize("case", HIGHER, ids=str)
# Two lists that are broken to see that a check can fail: a short one and a long one.
to_break = pytest.mark.parametrize("case", [SAMPLE, LARGE], ids=str)


def wrong_list(rows: list[list[str]], known: Facts) -> list[str]:
    """What is wrong with the list of a paper: who is missing, added, twice, or out of order."""
    _, part = lists.text_and_list(rows)
    found, faults = [], []
    for item in lists.items(part):
        about = lists.subjects(item, known.people, known.units)
        found += about
        faults += wrong_address(item.name, known)
        if len(about) != 1:
            faults.append(f"item {item.number} names {len(about)}: {item.name!r}")
    wanted = [award.subject for award in known.awards]
    return faults if found == wanted else faults + [f"the list holds {found}, not {wanted}"]


def wrong_address(text: str, known: Facts) -> list[str]:
    """`Ông` before a woman's name, or `Bà` before a man's."""
    return [f"{other} {award.name}" for award in known.awards if award.address
            for other in {"Ông", "Bà"} - {award.address}
            if f"{other} {award.name}".casefold() in text.casefold()]


def others(kind: str, known: Facts) -> set[str]:
    """Who is not awarded and may all the same be named in a paper, once: who signs it.

    A list of money is signed by its clerk, the accountant and the head of the office; whoever leads
    a collective signs for its money.
    """
    found = {known.row["nguoi_ky"]}
    if kind == MONEY:
        heads = {row["ma"]: row["truong"] for row in known.records["don-vi"]["don_vi"]}
        paid = [award.subject for award in known.awards if not award.address]
        found |= {known.office["ke_toan"]}
        found |= {heads[unit] for unit in (*paid, known.office["phong_tham_muu"])}
    return {known.people[person] for person in found}


def wrongly_named(rows: list[list[str]], known: Facts, may: set[str]) -> list[str]:
    """Who is named though not awarded, but for those who may be, once and not as an awardee."""
    faults = []
    text, part = lists.text_and_list(rows)
    said = [cell for row in rows for cell in row]
    items = [item.name for item in lists.items(part or text)]
    awarded = {award.name for award in known.awards}
    for name in sorted(set(known.people.values()) - awarded):
        times = sum(len(lists.named(cell, {"": name})) for cell in said)
        inside = sum(len(lists.named(cell, {"": name})) for cell in items)
        if inside or times > (name in may):
            faults.append(f"{name} is named {times} times, among the awarded {inside}")
    granted = [cell for row in text for cell in row if "tặng" in cell.casefold()]
    # Beside a person's name stands that of the unit.
    granted += [item for item in items if not lists.named(item, known.people)]
    # The one that proposes may be a nominee itself.
    proposes = known.units[known.office["phong_tham_muu"]]
    for name in known.losers():
        cells = [cell.removeprefix(f"{proposes} kính trình ") for cell in granted]
        if name in known.units.values() and any(lists.named(cell, {"": name}) for cell in cells):
            faults.append(f"{name} is named where something is granted")
    return faults


def not_composed(rows: list[list[str]]) -> list[str]:
    """The cells whose letters are put together from parts."""
    return [cell for row in rows for cell in row if not unicodedata.is_normalized("NFC", cell)]


def wrong_places(rows: list[list[str]], known: Facts, upward: bool = False) -> list[str]:
    """Whose post, unit or body is not the one of today, in a list of lines."""
    _, part = lists.text_and_list(rows)
    due = []
    for award in known.awards:
        name = f"{award.address} {award.name}, {award.place}" if award.address else award.name
        name += f", {known.office['ten']}" if upward else ""
        # What is not said for all at the head of the list.
        name += f", {award.sentence[0].lower()}{award.sentence[1:]}" if award.own else ""
        due.append(name)
    found = [item.name.rstrip(";./") for item in lists.items(part)]
    return [] if found == due else [f"{seen!r}, not {wanted!r}"
                                    for seen, wanted in zip(found, due) if seen != wanted] or [
        f"{len(found)} items, not {len(due)}"]


def wrong_register(rows: list[list[str]], decisions: list[Facts]) -> list[str]:
    """What is wrong with the register: what was entered before, then the rows of each decision."""
    known, faults = decisions[0], []
    wanted, awards = [], []
    for row in known.records["so-khen-thuong"]["khen_thuong"]:
        decision = row["quyet_dinh"]
        wanted.append((row.get("don_vi") or row["nguoi"], decision["so"], decision["ngay"]))
    entered = set(wanted)
    for decision in decisions:
        for award in decision.awards:
            if (entry := (award.subject, decision.number, decision.day)) not in entered:
                wanted.append(entry)
                awards.append((award, decision))
    wanted = [(subject, f"{number} {short_date(day)}") for subject, number, day in wanted]
    items = lists.items(rows)
    found = [(subject, item.cell(r"quyết định")) for item in items
             for subject in lists.subjects(item, known.people, known.units)]
    faults += [f"row {i}: {seen}, not {due}"
               for i, (seen, due) in enumerate(zip(found, wanted), start=1) if seen != due]
    if len(found) != len(wanted):
        faults.append(f"{len(found)} rows, not {len(wanted)}")
    for item, (award, decision) in zip(items[len(wanted) - len(awards):], awards):
        faults += wrong_entry(item, award, decision)
    return faults


def wrong_entry(item: lists.Item, award: Award, decision: Facts) -> list[str]:
    """What is wrong with the ordinal, the money and the sentence of a row of the register.

    Of another body's award the office knows neither the ordinal nor who pays: left for the clerk.
    """
    own = not decision.row.get("ben_ngoai")
    due = {"sổ vàng": f"{award.ordinal:02}" if own else "",
           "tiền": grouped(award.amount) if own else "", "nội dung": award.sentence}
    return [f"row {item.number}: {item.cell(header)!r} under {header}, not {text!r}"
            for header, text in due.items() if item.cell(header) not in (text, None)]


def wrong_certificates(read: list[tuple[str, list[list[str]]]], known: Facts) -> list[str]:
    """What is wrong with the certificates of a decision: one for each award, each naming its own.

    Each comes with the subject that the manifest gives it.
    """
    wanted = [award.subject for award in known.awards]
    found = [subject for subject, _ in read]
    faults = [] if found == wanted else [f"certificates for {found}, not for {wanted}"]
    for award, (_, rows) in zip(known.awards, read):
        said = " \n".join(cell for row in rows for cell in row)
        people = [known.people[key] for key in lists.named(said, known.people)]
        due = [award.name, known.signer] if award.address else [known.signer]
        if people != due:
            faults.append(f"{award.ordinal}: names {people}, not {due}")
        if not award.address and not any(
                lists.named(cell, {"": award.name}) for row in rows for cell in row):
            faults.append(f"{award.ordinal}: {award.name} is not named")
        faults += wrong_address(said, known)
    return faults


def read_certificates(case: Case, suffix: str) -> list[tuple[str, list[list[str]]]]:
    return [(built.subject, reading.rows(built.path))
            for built in papers(CERTIFICATE, case, suffix)]


@each_decision
@pytest.mark.parametrize("kind", LISTED)
def test_list_holds_the_awarded_once_in_its_own_order(kind, case):
    known = facts(case, kind)
    for built in papers(kind, case):
        assert wrong_list(reading.rows(built.path), known) == [], built.name


@upward
def test_list_for_the_province_holds_those_who_passed_in_its_own_order(case):
    known = facts(case)
    for built in papers(known.row["loai"], case):
        rows = reading.rows(built.path)
        assert wrong_list(rows, known) + wrong_places(rows, known, upward=True) == [], built.name


@each_decision
@pytest.mark.parametrize("kind", (SUBMISSION, DECISION))
def test_list_gives_each_one_post_and_unit(kind, case):
    known = facts(case, kind)
    for built in papers(kind, case):
        assert wrong_places(reading.rows(built.path), known) == [], built.name


@each_decision
@pytest.mark.parametrize("kind", LISTED)
def test_nobody_else_is_named(kind, case):
    known = facts(case, kind)
    for built in papers(kind, case):
        rows = reading.rows(built.path)
        assert wrongly_named(rows, known, others(kind, known)) + not_composed(rows) == [], built.name


@upward
def test_nobody_else_is_named_to_the_province(case):
    known = facts(case)
    for built in papers(kind := known.row["loai"], case):
        rows = reading.rows(built.path)
        assert wrongly_named(rows, known, others(kind, known)) + not_composed(rows) == [], built.name


def test_whom_the_council_did_not_pass_is_not_awarded():
    """The copy on the other side of 01/7/2026 has one who meets every rule and was voted down."""
    known = facts(OTHER_SIDE)
    assert known.people["TTTT04"] in known.losers()
    assert len(known.awards) == len(facts().awards) - 1


@each_review
def test_register_holds_the_awarded_and_what_was_entered_before(period, side):
    decisions = [Facts(reviewed(period, side), row) for row in reviewed(period, side).decided()]
    for built in all_papers(REGISTER, period, side):
        rows = reading.rows(built.path)
        assert wrong_register(rows, decisions) + not_composed(rows) == [], built.name


@each_decision
@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_each_awardee_has_a_certificate_and_nobody_else(case, suffix):
    assert wrong_certificates(read_certificates(case, suffix), facts(case)) == []


@each_review
def test_certificates_are_those_of_the_decisions(period, side):
    due = [award.subject for known in every(period, side) for award in known.awards]
    for suffix in (".docx", ".odt"):
        assert [b.subject for b in all_papers(CERTIFICATE, period, side, suffix)] == due


def wrong_slip(rows: list[list[str]], known: Facts, place: int) -> list[str]:
    """What is wrong with the slip that says what the province is to print for one awardee."""
    award = known.awards[place]
    said = {row[0]: row[1] for row in rows if len(row) == 2}
    due = {"Thành tích": award.sentence, "Số thứ tự trong danh sách": f"{place + 1:02}"}
    if award.address:
        due |= {"Ông (Bà), họ và tên": f"{award.address} {award.name}",
                "Chức vụ, đơn vị": f"{award.place}, {known.office['ten']}"}
    else:
        due |= {"Tên tập thể": f"Tập thể {award.name}", "Cơ quan, đơn vị": award.place}
    return [f"{label}: {said.get(label)!r}, not {text!r}"
            for label, text in due.items() if said.get(label) != text]


SLIPS = [case for case in HIGHER if case.row == "ttr-bang-khen"]


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
@pytest.mark.parametrize("case", SLIPS, ids=str)
def test_the_province_gets_a_slip_for_each_diploma(case, suffix, tmp_path):
    known = facts(case)
    found = all_papers(PRINTED, *case.review, suffix)
    assert [built.subject for built in found] == [award.subject for award in known.awards]
    for place, built in enumerate(found):
        assert wrong_slip(reading.rows(built.path), known, place) == [], built.name
        name = known.awards[place].name
        copy = broken(built.path, tmp_path, name, known.awards[place - 1].name, None)
        assert wrong_slip(reading.rows(copy), known, place), built.name


def test_check_of_the_register_takes_a_right_one_and_sees_each_row():
    known = facts()
    header = ["Số TT", "Số, ngày quyết định", "Cơ quan quyết định", "Họ tên/tập thể", "Số sổ vàng",
              "Tiền thưởng (đồng)"]
    before = known.records["so-khen-thuong"]["khen_thuong"]
    right = [["SỔ KHEN THƯỞNG"], header] + [
        [str(i), f"{row['quyet_dinh']['so']} {short_date(row['quyet_dinh']['ngay'])}", "Chánh",
         known.people.get(row.get("nguoi")) or known.units[row["don_vi"]], "", ""]
        for i, row in enumerate(before, start=1)] + [
        [str(award.ordinal + len(before)), f"{known.number} {short_date(known.day)}", "Chánh",
         award.name, f"{award.ordinal:02}", grouped(award.amount)] for award in known.awards]
    assert wrong_register(right, [known]) == []
    for index in range(2 + len(before), len(right)):
        assert wrong_register(right[:index] + right[index + 1:], [known])
        for column, text in ((3, "Bàn Thị Nga"), (4, "09"), (5, "760.001")):
            row = right[index][:column] + [text] + right[index][column + 1:]
            assert wrong_register(right[:index] + [row] + right[index + 1:], [known]), row
    assert wrong_register(right[:3] + right[2:], [known]), "an old row twice"
    assert wrong_register(right[:2] + [right[2][:3] + ["Bàn Thị Nga", "", ""]] + right[3:],
                          [known])


# The same documents, broken


@to_break
@pytest.mark.parametrize("kind", LISTED)
def test_checks_see_a_refused_name_in_a_list(kind, case, tmp_path):
    known = facts(case, kind)
    last, refused = known.awards[-1].name, refused_name(known)
    for built in papers(kind, case):
        rows = reading.rows(broken(built.path, tmp_path, last, refused, None))
        assert wrong_list(rows, known), built.name
        assert wrongly_named(rows, known, others(kind, known)), built.name


def refused_name(known: Facts) -> str:
    """Somebody who was nominated and is not awarded anywhere."""
    awarded = known.reviewed.eligible
    return next(known.people[n["nguoi"]] for n in known.review.nominations
                if "nguoi" in n and n["ma"] not in awarded
                and known.people[n["nguoi"]] not in [award.name for award in known.awards])


@upward
def test_checks_see_a_refused_name_in_a_list_for_the_province(case, tmp_path):
    known = facts(case)
    other = refused_name(known) if known.awards[-1].address else known.units["NK"]
    for built in papers(known.row["loai"], case):
        rows = reading.rows(broken(built.path, tmp_path, known.awards[-1].name, other, None))
        assert wrong_list(rows, known) and wrong_places(rows, known, True), built.name


@to_break
@pytest.mark.parametrize("kind", LISTED)
def test_checks_see_names_that_changed_places(kind, case, tmp_path):
    known = facts(case, kind)
    one, two = (award.name for award in known.awards[-2:])
    for built in papers(kind, case):
        path = broken(built.path, tmp_path, one, "@", None)
        for number, (old, new) in enumerate(((two, one), ("@", two))):
            (tmp_path / str(number)).mkdir(exist_ok=True)
            path = broken(path, tmp_path / str(number), old, new, None)
        assert wrong_list(reading.rows(path), known), built.name


@to_break
@pytest.mark.parametrize("kind", (SUBMISSION, DECISION))
def test_checks_see_a_refused_name_in_the_text(kind, case, tmp_path):
    known = facts(case, kind)
    for built in papers(kind, case):
        path = broken(built.path, tmp_path, " cá nhân", f" cá nhân và {refused_name(known)}")
        assert wrongly_named(reading.rows(path), known, others(kind, known)), built.name


@to_break
@pytest.mark.parametrize("kind", (SUBMISSION, DECISION))
def test_checks_see_another_post(kind, case, tmp_path):
    known = facts(case, kind)
    for built in papers(kind, case):
        path = broken(built.path, tmp_path, "Chuyên viên,", "Chuyên viên chính,")
        assert wrong_places(reading.rows(path), known), built.name


@to_break
@pytest.mark.parametrize("kind", LISTED)
def test_checks_see_letters_put_together(kind, case, tmp_path):
    name = facts(case).awards[2].name
    for built in papers(kind, case):
        path = broken(built.path, tmp_path, name, unicodedata.normalize("NFD", name))
        assert not_composed(reading.rows(path)), built.name


@each_review
def test_checks_see_another_name_in_the_register(period, side, tmp_path):
    decisions = [Facts(reviewed(period, side), row) for row in reviewed(period, side).decided()]
    name, *_ = [award.name for award in decisions[0].awards if award.address]
    for built in all_papers(REGISTER, period, side):
        path = broken(built.path, tmp_path, name, refused_name(decisions[0]), None)
        assert wrong_register(reading.rows(path), decisions), built.name


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_checks_see_a_certificate_too_many_or_of_another(suffix, tmp_path):
    known = facts()
    read = read_certificates(SAMPLE, suffix)
    first = papers(CERTIFICATE, SAMPLE, suffix)[2]
    other = reading.rows(broken(first.path, tmp_path, known.awards[2].name, "Giàng A Tếnh"))
    assert wrong_certificates(read + [("KT04", other)], known)
    assert wrong_certificates(read[:2] + [(first.subject, other)] + read[3:], known)
    assert wrong_certificates(read[:-1], known)
