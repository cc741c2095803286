"""Who stands in the papers of the yearly review: all who are awarded, once, in order; nobody else.

The names come from the JSON; what is read are the finished documents, in both formats.
"""

import unicodedata

import lists
import pytest
import reading
from breaking import broken
from conftest import EARLIER
from review import CERTIFICATE, DECISION, MONEY, REGISTER, SIDES, SUBMISSION, Facts, facts, papers
from vietnamese import grouped

LISTED = (SUBMISSION, DECISION, MONEY)
side = pytest.mark.parametrize("side", SIDES, ids=lambda side: side or "sample")


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
    rows = known.paper(kind) or known.paper(DECISION)
    found = {row["nguoi_ky"] for row in rows}
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
    listed = [item.name for item in lists.items(part or text)]
    awarded = {award.name for award in known.awards}
    for name in sorted(set(known.people.values()) - awarded):
        times = sum(len(lists.named(cell, {"": name})) for cell in said)
        inside = sum(len(lists.named(cell, {"": name})) for cell in listed)
        if inside or times > (name in may):
            faults.append(f"{name} is named {times} times, among the awarded {inside}")
    granted = [cell for row in text for cell in row if "tặng" in cell.casefold()]
    for name in known.losers():
        if name in known.units.values() and any(
                lists.named(cell, {"": name}) for cell in granted + listed):
            faults.append(f"{name} is named where something is granted")
    return faults


def not_composed(rows: list[list[str]]) -> list[str]:
    """The cells whose letters are put together from parts."""
    return [cell for row in rows for cell in row if not unicodedata.is_normalized("NFC", cell)]


def wrong_register(rows: list[list[str]], known: Facts) -> list[str]:
    """What is wrong with the register: its rows of this decision, and those of earlier ones."""
    now, before, faults = [], [], []
    for item in lists.items(rows):
        about = lists.subjects(item, known.people, known.units)
        decision = item.cell(r"quyết định") or ""
        if known.number in decision:
            now += about
            faults += wrong_entry(item, known.awards[len(now) - 1:len(now)])
        else:
            before += [(subject, decision.split()[0].strip(",;")) for subject in about]
    wanted = [award.subject for award in known.awards]
    faults += [] if now == wanted else [f"rows of {known.number}: {now}, not {wanted}"]
    entered = [(row.get("don_vi") or row["nguoi"], row["quyet_dinh"]["so"])
               for row in known.records["so-khen-thuong"]["khen_thuong"]]
    faults += [f"{row} is not in the register" for row in before if row not in entered]
    faults += [f"{row} stands twice" for row in set(before) if before.count(row) > 1]
    return faults


def wrong_entry(item: lists.Item, awards: list) -> list[str]:
    """What is wrong with the ordinal, the money and the sentence of a row of the register."""
    faults = []
    for award in awards:
        due = {"sổ vàng": f"{award.ordinal:02}", "tiền": grouped(award.amount),
               "nội dung": award.sentence}
        faults += [f"row {item.number}: {item.cell(header)!r} under {header}, not {text!r}"
                   for header, text in due.items() if item.cell(header) not in (text, None)]
    return faults


def wrong_certificates(read: list[tuple[str, list[list[str]]]], known: Facts) -> list[str]:
    """What is wrong with the certificates: one for each award, in order, each naming its own.

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


def read_certificates(side: str, suffix: str) -> list[tuple[str, list[list[str]]]]:
    return [(built.subject, reading.rows(built.path))
            for built in papers(CERTIFICATE, side, suffix)]


@side
@pytest.mark.parametrize("kind", LISTED)
def test_list_holds_the_awarded_once_in_the_order_of_the_decision(kind, side):
    known = facts(side)
    for built in papers(kind, side):
        assert wrong_list(reading.rows(built.path), known) == [], built.name


@side
@pytest.mark.parametrize("kind", LISTED)
def test_nobody_else_is_named(kind, side):
    known = facts(side)
    for built in papers(kind, side):
        rows = reading.rows(built.path)
        assert wrongly_named(rows, known, others(kind, known)) + not_composed(rows) == [], built.name


def test_whom_the_council_did_not_pass_is_not_awarded():
    """The copy on the other side of 01/7/2026 has one who meets every rule and was voted down."""
    known = facts(EARLIER)
    assert known.people["TTTT04"] in known.losers()
    assert len(known.awards) == len(facts().awards) - 1


@side
def test_register_holds_the_awarded_and_what_was_entered_before(side):
    known = facts(side)
    for built in papers(REGISTER, side):
        rows = reading.rows(built.path)
        assert wrong_register(rows, known) + not_composed(rows) == [], built.name


@side
@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_each_awardee_has_a_certificate_and_nobody_else(side, suffix):
    assert wrong_certificates(read_certificates(side, suffix), facts(side)) == []


def test_check_of_the_register_takes_a_right_one_and_sees_each_row():
    known = facts()
    header = ["Số TT", "Số, ngày quyết định", "Cơ quan quyết định", "Họ tên/tập thể", "Số sổ vàng",
              "Tiền thưởng (đồng)"]
    before = known.records["so-khen-thuong"]["khen_thuong"]
    right = [["SỔ KHEN THƯỞNG"], header] + [
        [str(i), f"{row['quyet_dinh']['so']}, {row['quyet_dinh']['ngay']}", "Chánh Văn phòng",
         known.people.get(row.get("nguoi")) or known.units[row["don_vi"]], "", ""]
        for i, row in enumerate(before, start=1)] + [
        [str(award.ordinal + len(before)), f"{known.number}, {known.day}", "Chánh Văn phòng",
         award.name, f"{award.ordinal:02}", grouped(award.amount)] for award in known.awards]
    assert wrong_register(right, known) == []
    for index in range(2 + len(before), len(right)):
        assert wrong_register(right[:index] + right[index + 1:], known)
        for column, text in ((3, "Bàn Thị Nga"), (4, "09"), (5, "760.001")):
            row = right[index][:column] + [text] + right[index][column + 1:]
            assert wrong_register(right[:index] + [row] + right[index + 1:], known), row
    assert wrong_register(right[:3] + right[2:], known), "an old row twice"
    assert wrong_register(right[:2] + [right[2][:3] + ["Bàn Thị Nga", "", ""]] + right[3:],
                          known)


# The same documents, broken


@pytest.mark.parametrize("kind", LISTED)
def test_checks_see_a_refused_name_in_a_list(kind, tmp_path):
    known = facts()
    last = known.awards[-1].name
    refused = known.people["KT04"]
    for built in papers(kind):
        rows = reading.rows(broken(built.path, tmp_path, last, refused, None))
        assert wrong_list(rows, known), built.name
        assert wrongly_named(rows, known, others(kind, known)), built.name


@pytest.mark.parametrize("kind", LISTED)
def test_checks_see_names_that_changed_places(kind, tmp_path):
    known = facts()
    one, two = (award.name for award in known.awards[-2:])
    for built in papers(kind):
        path = broken(built.path, tmp_path, one, "@", None)
        for number, (old, new) in enumerate(((two, one), ("@", two))):
            (tmp_path / str(number)).mkdir(exist_ok=True)
            path = broken(path, tmp_path / str(number), old, new, None)
        assert wrong_list(reading.rows(path), known), built.name


@pytest.mark.parametrize("kind", (SUBMISSION, DECISION))
def test_checks_see_a_refused_name_in_the_text(kind, tmp_path):
    known = facts()
    for built in papers(kind):
        path = broken(built.path, tmp_path, " cá nhân", " cá nhân và bà Bàn Thị Nga")
        assert wrongly_named(reading.rows(path), known, others(kind, known)), built.name


@pytest.mark.parametrize("kind", LISTED)
def test_checks_see_letters_put_together(kind, tmp_path):
    name = facts().awards[2].name
    for built in papers(kind):
        path = broken(built.path, tmp_path, name, unicodedata.normalize("NFD", name))
        assert not_composed(reading.rows(path)), built.name


def test_checks_see_a_refused_name_in_the_register(tmp_path):
    known = facts()
    for built in papers(REGISTER):
        path = broken(built.path, tmp_path, known.awards[-2].name, known.people["NC02"], None)
        assert wrong_register(reading.rows(path), known), built.name


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_checks_see_a_certificate_too_many_or_of_another(suffix, tmp_path):
    known = facts()
    read = read_certificates("", suffix)
    first = papers(CERTIFICATE, "", suffix)[2]
    other = reading.rows(broken(first.path, tmp_path, known.awards[2].name, "Giàng A Tếnh"))
    assert wrong_certificates(read + [("KT04", other)], known)
    assert wrong_certificates(read[:2] + [(first.subject, other)] + read[3:], known)
    assert wrong_certificates(read[:-1], known)
