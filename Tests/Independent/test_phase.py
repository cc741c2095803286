"""The interim review of 2027, the final one of 2030: our reckoning, a table, the program.

The tables in `expected/` say what each nomination of the samples is meant to show; they are not an
output of the reckoning. The program is asked through what `thidua check` and `thidua explain` said
of it (`scripts/test` writes that beside the builds, in `check/`): only rules that the program has
are compared, so a rule is compared from the day on which it lands.
"""

import copy
import json
import os
import re

import pytest
from conftest import FINAL, HERE, INTERIM, PROJECT, SAMPLES, YEARLY, skip_or_fail
from hang_nam_expected import MET, UNDECIDED, UNMET, WITHDRAWN, worst
from phase_expected import CRITERIA, Phase, months
from phase_facts import read
from phase_results import DECISION, Results, money, working_days

PHASES = (INTERIM, FINAL)
EXPECTED = {name: json.loads((HERE / "expected" / f"{name}.json").read_text(encoding="utf-8"))
            for name in PHASES}
RECORDS = {name: read(SAMPLES / name) for name in PHASES}
# The rules that may refuse a nomination.
DECIDING = {"R00", "R01", "R03", "R04", "R05", "R06", "R07", "R08", "R22", "R24", "R31"} | set(
    CRITERIA.values())


@pytest.mark.parametrize("name", PHASES)
def test_nominations_have_the_outcomes_of_the_table(name):
    assert Phase(RECORDS[name]).judged() == EXPECTED[name]["de_nghi"]


@pytest.mark.parametrize("name", PHASES)
def test_results_are_those_of_the_table(name):
    found = Results(Phase(RECORDS[name])).everything()
    for key, result in found.items():
        assert (key, result) == (key, EXPECTED[name][key])
    assert found.keys() | {"de_nghi"} == EXPECTED[name].keys()


@pytest.mark.parametrize("name", PHASES)
def test_ballot_holds_the_eligible_and_nobody_else(name):
    eligible = {row["ma"] for row in EXPECTED[name]["de_nghi"] if row["ket_qua"] == MET}
    assert set(EXPECTED[name]["hoi_dong"]) == eligible


@pytest.mark.parametrize("name", PHASES)
def test_papers_hold_only_whom_the_council_passed(name):
    awardable = {row["ma"] for row in Results(Phase(RECORDS[name])).awardable()}
    for paper in RECORDS[name]["van-ban"]["van_ban"]:
        assert set(paper.get("de_nghi") or []) <= awardable, paper["ma"]


def test_samples_together_show_every_outcome_of_every_rule():
    # R01 and R03 refuse only what a sample cannot hold: a year before 2024, which is a typing
    # mistake, and a decision of the office on an award that it does not grant.
    seen = {}
    for name in PHASES:
        phase = Phase(RECORDS[name])
        for nomination in phase.nominations:
            if nomination.get("trang_thai") != WITHDRAWN:
                for rule, outcome in phase.rules(nomination).items():
                    seen.setdefault(rule, set()).add(outcome)
    missing = {(rule, outcome) for rule in DECIDING for outcome in (MET, UNMET, UNDECIDED)
               if outcome not in seen[rule]}
    assert missing == {("R01", UNMET), ("R03", UNMET)}


@pytest.mark.parametrize("name", PHASES)
def test_warnings_of_the_table_are_all_shown(name):
    told = {rule for row in EXPECTED[name]["de_nghi"] for rule in row["canh_bao"]}
    assert told == {INTERIM: {"R01", "R02", "R25", "R33"}, FINAL: {"R02", "R25", "R33"}}[name]


def test_guide_to_the_samples_names_every_nomination_with_its_outcome():
    guide = (SAMPLES / "README.md").read_text(encoding="utf-8")
    words = {MET: "đạt", UNMET: "không đạt", UNDECIDED: "chưa đủ căn cứ", WITHDRAWN: "rút"}
    heads = {INTERIM: "### Sơ kết năm 2027", FINAL: "### Tổng kết năm 2030"}
    for name, head in heads.items():
        table = guide.partition(f"{head}\n")[2].partition("\n###")[0]
        listed = [tuple(cell.strip() for cell in line.split("|")[1:4:2])
                  for line in table.splitlines() if re.match(r"\| [A-Z]+-\d\d ", line)]
        assert listed == [(row["ma"], words[row["ket_qua"]]) for row in EXPECTED[name]["de_nghi"]]


# What a year leaves, the next finds

def register(folder: str) -> list[dict]:
    path = SAMPLES / folder / "so-khen-thuong.json"
    return json.loads(path.read_text(encoding="utf-8"))["khen_thuong"]


@pytest.mark.parametrize("earlier, later", [("chung", "chung-2027"), ("chung-2027", "chung-2030")])
def test_register_only_grows(earlier, later):
    before = register(earlier)
    assert register(later)[:len(before)] == before


@pytest.mark.parametrize("earlier, later", [("chung", "chung-2027"), ("chung-2027", "chung-2030")])
@pytest.mark.parametrize("file, key, identity", [
    ("don-vi", "don_vi", ("ma", "ten")), ("nhan-su", "nguoi", ("ma", "ho_ten", "gioi_tinh")),
    ("sang-kien", "sang_kien", ("ma", "ten", "cong_nhan"))])
def test_units_people_and_initiatives_stay(earlier, later, file, key, identity):
    before, after = [
        [tuple(json.dumps(row.get(part)) for part in identity)
         for row in json.loads((SAMPLES / folder / f"{file}.json").read_text("utf-8"))[key]]
        for folder in (earlier, later)]
    assert set(before) <= set(after)


@pytest.mark.parametrize("period, later", [(YEARLY, "chung-2027"), (INTERIM, "chung-2030")])
def test_what_a_review_decided_stands_in_the_register_of_the_next(period, later):
    load = {name: json.loads((SAMPLES / period / f"{name}.json").read_text("utf-8"))
            for name in ("de-nghi", "van-ban")}
    nominations = {row["ma"]: row for row in load["de-nghi"]["de_nghi"]}
    rows = {(row["quyet_dinh"]["ngay"], row["so_thu_tu"], Phase.subject(row)): row
            for row in register(later)}
    decisions = [row for row in load["van-ban"]["van_ban"]
                 if row["loai"] == DECISION or row.get("ben_ngoai")]
    assert decisions
    for paper in decisions:
        for ordinal, name in enumerate(paper["de_nghi"], start=1):
            nomination = nominations[name]
            row = rows[paper["ngay"], ordinal, Phase.subject(nomination)]
            assert row["hinh_thuc"] == nomination["hinh_thuc"]
            assert row["sang_kien"] == nomination["sang_kien"]
            assert row["so_tien"] == money(row["hinh_thuc"], Phase.size(row), paper["ngay"])
            kept = ("ma", "noi_dung_thi_dua", "tu_ngay", "den_ngay")
            assert row["thanh_tich"] == [
                {key: item[key] for key in kept} for item in nomination["thanh_tich"]]


def test_an_award_of_2027_refuses_in_2030_only_while_it_stands_in_the_register():
    records = copy.deepcopy(RECORDS[FINAL])
    rows = records["so-khen-thuong"]["khen_thuong"]
    rows[:] = [row for row in rows if row["quyet_dinh"]["ngay"][:7] not in ("2027-02", "2027-03")]
    phase = Phase(records)
    for name in ("GK-11", "GK-12", "GK-14", "BK-15"):
        [nomination] = [row for row in phase.nominations if row["ma"] == name]
        assert worst(phase.rules(nomination).values()) == MET


# Boundary days

@pytest.mark.parametrize("start, end, whole", [
    ("2026-02-28", "2026-12-27", 9), ("2026-02-28", "2026-12-28", 10),
    ("2026-08-31", "2027-02-28", 6), ("2026-08-31", "2027-02-27", 5),
    ("2025-12-31", "2026-12-31", 12)])
def test_months_of_service_are_whole_ones(start, end, whole):
    assert months(start, end) == whole


@pytest.mark.parametrize("first, last, days", [
    ("2027-02-15", "2027-02-19", 5), ("2027-02-13", "2027-02-14", 0),
    ("2027-02-12", "2027-02-15", 2)])
def test_weekends_are_no_working_days(first, last, days):
    assert working_days(first, last) == days


@pytest.mark.parametrize("award, size, day, amount", [
    ("bang_khen_tinh", "ca_nhan", "2026-06-30", 3_510_000),
    ("bang_khen_tinh", "ca_nhan", "2026-07-01", 3_800_000),
    ("bang_khen_tinh", "tap_the", "2026-06-30", 7_020_000),
    ("bang_khen_tinh", "tap_the", "2027-02-28", 7_590_000),
    ("co_thi_dua_tinh", "tap_the", "2026-06-30", 18_720_000),
    ("co_thi_dua_tinh", "tap_the", "2027-03-01", 20_240_000)])
def test_money_of_the_higher_awards(award, size, day, amount):
    assert money(award, size, day) == amount


def changed(name: str, nomination: str, change) -> dict[str, str]:
    """The rules of a nomination of a sample after one change of the records."""
    records = copy.deepcopy(RECORDS[name])
    [row] = [row for row in records["de-nghi"]["de_nghi"] if row["ma"] == nomination]
    change(records, row)
    phase = Phase(records)
    return phase.rules(row)


def received(day: str):
    return lambda records, row: row.update(ngay_nhan_ho_so=day)


def without_limits(records, row):
    records["quy-dinh"].update(
        thoi_gian_cong_tac_toi_thieu_thang=None, so_ngay_vang_toi_da=None)


def incident(who: str, **changes):
    def change(records, row):
        [found] = [row for row in records["su-viec"]["su_viec"] if row.get("nguoi") == who]
        found.update(changes)
    return change


def rated(who: str, rating: str):
    def change(records, row):
        [found] = [row for row in records["xep-loai"]["nam"] if row["nam"] == 2026]
        found["ca_nhan"][who] = rating
    return change


def provisional_until(day: str):
    return lambda records, row: records["xep-loai"]["tam_thoi"][0].update(den_ngay=day)


def moved_in(who: str, day: str):
    def change(records, row):
        [person] = [row for row in records["nhan-su"]["nguoi"] if row["ma"] == who]
        person["qua_trinh"] = [
            {"don_vi": "KT", "chuc_vu": "Chuyên viên", "tu_ngay": "2020-01-01",
             "den_ngay": "2026-12-31"},
            {"don_vi": person["don_vi"], "chuc_vu": "Chuyên viên", "tu_ngay": day,
             "den_ngay": None}]
    return change


def movement_of_the_prime_minister(until: int):
    def change(records, row):
        records["phong-trao"]["tang"][0].update(tu_nam=2026, den_nam=until)
    return change


@pytest.mark.parametrize("sample, nomination, change, rule, outcome", [
    (INTERIM, "GK-39", received("2027-01-24"), "R05", UNMET),
    (INTERIM, "GK-40", received("2027-01-26"), "R05", MET),
    (INTERIM, "GK-17", incident("KGVX04", den_ngay="2026-07-01"), "R06", UNDECIDED),
    (INTERIM, "GK-28", provisional_until("2026-12-30"), "R10", UNDECIDED),
    (INTERIM, "TTXS-01", rated("TTTT08", "khong_hoan_thanh"), "R16", UNMET),
    (INTERIM, "TTLD-01", moved_in("TH08", "2027-01-01"), "R15", UNMET),
    (INTERIM, "TTLD-03", incident("PVHCC16", muc="khien_trach"), "R15", MET),
    (INTERIM, "GK-54", received("2027-01-26"), "R24", MET),
    (INTERIM, "GK-47", without_limits, "R22", None),
    (INTERIM, "CO-02", movement_of_the_prime_minister(2029), "R14", UNMET),
    (INTERIM, "CO-02", movement_of_the_prime_minister(2030), "R14", MET),
    (FINAL, "CO-03", movement_of_the_prime_minister(2030), "R14", MET),
    (FINAL, "GK-16", lambda records, row: records["quy-dinh"].update(tieu_chi_toi_thieu=None),
     "R31", MET),
])
def test_outcome_turns_with_a_fact(sample, nomination, change, rule, outcome):
    assert changed(sample, nomination, change).get(rule) == outcome


# The program

# Where the program says otherwise. An entry that no longer differs fails.
OTHERWISE = {
    # Without the unit's word that nothing else happened, days of absence are not known either.
    (INTERIM, "GK-41"): {"R22": UNDECIDED},
    (INTERIM, "GK-42"): {"R22": UNDECIDED},
    # The rule on initiatives does not apply to a nomination that puts none forward, also without
    # a day of receipt.
    (INTERIM, "GK-44"): {"R08": MET},
    # Điều 74 khoản 1 joins its points by "or": titles in a row (điểm d) stand beside the movement
    # (điểm a). The reckoning holds that they belong to another type of commendation.
    (FINAL, "BK-13"): {"R12": MET},
    # The program judges by the provisional rating, as under R10; the reckoning waits for the final.
    (FINAL, "TTXS-01"): {"R16": UNMET},
}
WORDS = {"đạt": MET, "không đạt": UNMET, "chưa quyết định được": UNDECIDED}
SAID = re.compile(r"^(\S+) \(.*?\): (đạt|không đạt|chưa quyết định được) (R\d\d(?:, R\d\d)*)")


def said_by_the_program(name: str) -> str:
    """What a command of the program said; `scripts/test` writes it beside the builds."""
    named = os.environ.get("THIDUA_OUTPUT")
    path = PROJECT / (named or "") / "check" / name
    if not named or not path.is_file():
        skip_or_fail(f"check/{name} is not there (scripts/test writes it)")
    return path.read_text(encoding="utf-8")


def rules_of_the_program() -> set[str]:
    return set(re.findall(r"^(R\d\d): ", said_by_the_program("explain.txt"), re.MULTILINE))


def found_by_the_program(name: str) -> dict[str, dict[str, str]]:
    """By nomination, the outcome of every rule that is named in what `check` reports."""
    found = {}
    for line in said_by_the_program(f"{name}.jsonl").splitlines():
        said = SAID.match(json.loads(line)["message"])
        if said:
            rules = found.setdefault(said[1], {})
            rules.update(dict.fromkeys(said[3].split(", "), WORDS[said[2]]))
    return found


@pytest.mark.parametrize("name", PHASES)
def test_program_judges_as_the_table_does(name):
    rules, found = rules_of_the_program() & DECIDING, found_by_the_program(name)
    assert {"R04", "R05", "R10"} <= rules, "the catalogue was not read"
    differences = {}
    for row in EXPECTED[name]["de_nghi"]:
        if row["ket_qua"] == WITHDRAWN:
            assert row["ma"] not in found
            continue
        expected = {rule: result for rule, result in row["ly_do"].items() if rule in rules}
        expected |= {rule: result for rule, result in OTHERWISE.get((name, row["ma"]), {}).items()}
        expected = {rule: result for rule, result in expected.items() if result != MET}
        reasons = {rule: result for rule, result in found.get(row["ma"], {}).items()
                   if rule in rules and result != MET}
        if reasons != expected:
            differences[row["ma"]] = (reasons, expected)
    assert differences == {}


@pytest.mark.parametrize("name", PHASES)
def test_program_finds_no_fault_in_the_sample(name):
    rows = [json.loads(line) for line in said_by_the_program(f"{name}.jsonl").splitlines()]
    assert rows
    assert [row for row in rows if row["severity"] == "error"] == []
