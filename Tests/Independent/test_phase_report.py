"""The figures of the interim and the final report, and of the units' reports, in both formats.

Reckoned by `phase_report` from the JSON; each figure that is read is also changed, to see that the
check can fail.
"""

import functools
import re

import pytest
import reading
from breaking import broken
from conftest import FINAL, INTERIM, SAMPLES, built_documents, skip_or_fail
from phase_expected import Phase
from phase_facts import read
from phase_report import Report, counted

KINDS = {INTERIM: "bao-cao-so-ket", FINAL: "bao-cao-tong-ket"}
each_phase = pytest.mark.parametrize("period", KINDS)


@functools.cache
def report(period: str) -> Report:
    return Report(Phase(read(SAMPLES / period)))


def papers(period: str, kind: str) -> list:
    found = [b for b in built_documents(".docx", ".odt", periods=(period,)) if b.kind == kind]
    if not found:
        skip_or_fail(f"{period} is not built")
    return found


def between(rows: list[list[str]], start: str, end: str) -> list[list[str]]:
    """The rows behind the first that begins with a text, up to the next that begins with another."""
    first = next(i for i, row in enumerate(rows) if row[0].startswith(start))
    last = next((i for i, row in enumerate(rows[first + 1:], first + 1)
                 if row[0].startswith(end)), len(rows))
    return rows[first + 1:last]


def wrong_results(rows: list[list[str]], known: Report) -> list[str]:
    """What is wrong with the results under the contents: the sums, and what each unit did."""
    faults = []
    contents = known.movement["noi_dung"]
    for content in contents:
        part = [row[0] for row in between(
            rows, f"{content['so']}. {content['ten']}", f"{content['so'] + 1}. ")]
        due = f"Kết quả chung: {'; '.join(known.sums(content['so']))}."
        said = [text for text in part if text.startswith("Kết quả chung: ")]
        faults += [] if said == [due] else [f"{said}, not {due!r}"]
        lines = [text for text in part if text.startswith("- ")]
        faults += [] if lines == known.lines(content["so"]) else [
            f"{content['ten']}: {set(lines) ^ set(known.lines(content['so']))}"]
    return faults


def wrong_targets(rows: list[list[str]], known: Report) -> list[str]:
    """What is wrong with the table of targets and with the annex of each unit's."""
    table = [row for row in between(rows, "6. Kết quả thực hiện các chỉ tiêu", "Kết quả từng")
             if len(row) == 6][1:]
    faults = [f"{seen}, not {due}" for seen, due in zip(table, known.target_sums()) if seen != due]
    faults += [] if len(table) == len(known.target_sums()) else [f"{len(table)} targets"]
    annex = [row for row in between(rows, "Phụ lục I", "Phụ lục II")
             if len(row) == 5 and row[0].isdecimal()]
    due = [row for target in known.movement["chi_tieu"] for row in known.target_rows(target)]
    return faults + wrong_rows(annex, due)


def wrong_rows(seen: list[list[str]], due: list[list[str]]) -> list[str]:
    faults = [f"{one}, not {other}" for one, other in zip(seen, due) if one != other]
    return faults + ([] if len(seen) == len(due) else [f"{len(seen)} rows, not {len(due)}"])


def said_counts(text: str) -> dict[str, tuple[int, int]]:
    """`Giấy khen: 05 tập thể, 28 cá nhân` or `Giấy khen 10 tập thể, 43 cá nhân`."""
    name, collectives, people = re.fullmatch(
        r"(?:- )?(.+?):? (?:(\d+) tập thể)?(?:, )?(?:(\d+) cá nhân)?[.;]?", text).groups()
    return {name: (int(collectives or 0), int(people or 0))}


def wrong_awards(rows: list[list[str]], known: Report) -> list[str]:
    """What is wrong with the part on awards: in all, by award, by year, the shares, the annex."""
    part = [row[0] for row in between(rows, "III. CÔNG TÁC KHEN THƯỞNG", "IV. ")]
    given, faults = known.given(), []
    people = sum(map(known.is_person, given))
    total = f"đã có {counted(len(given) - people)} lượt tập thể, {counted(people)} lượt cá nhân "
    faults += [] if total in part[0] else [f"{part[0]!r} does not say {total!r}"]
    by_year: dict[str, dict] = {}
    year = "all"
    for text in part[1:]:
        if named := re.fullmatch(r"[a-zđ]\) Năm (\d{4})", text):
            year = named[1]
        elif text.startswith("- "):
            by_year.setdefault(year, {}).update(said_counts(text))
        elif text.startswith("Cả giai đoạn: "):
            whole = text.removeprefix("Cả giai đoạn: ")
            by_year["all"] = {name: count for one in whole.split("; ")
                              for name, count in said_counts(one).items()}
    due = {"all": known.counts(given)}
    if len(known.years) > 1:
        due |= {str(year): known.counts([one for one in given if one.year == year])
                for year in sorted({one.year for one in given})}
    faults += [] if by_year == due else [f"{by_year}, not {due}"]
    shares = dict(re.findall(r"(?:: |; )([^;:]+?) (\d+) lượt", part[-1]))
    wanted = {name: counted(count) for name, count in known.shares().items()}
    faults += [] if shares == wanted else [f"{shares}, not {wanted}"]
    annex = [row for row in between(rows, "Phụ lục III", "Phụ lục IV") if len(row) == 4][1:]
    return faults + wrong_rows(annex, known.award_rows())


def wrong_units(rows: list[list[str]], known: Report) -> list[str]:
    """What is wrong with how many units reported, which did not, and what they published."""
    text = "\n".join(row[0] for row in rows)
    due = [f"- {len(known.reports)}/{len(known.units)} phòng, đơn vị đã gửi báo cáo",
           f"đã tổ chức {counted(sum(len(r['tuyen_truyen']) for _, r in known.reports))} hoạt động",
           f"Phòng, đơn vị chưa gửi báo cáo: {', '.join(known.silent)}.",
           f"Đã tổ chức {counted(len(known.records['bao-cao']['kiem_tra']))} cuộc kiểm tra"]
    faults = [f"{one!r} is not said" for one in due if one not in text]
    models = [[str(i), unit, said] for i, (unit, said) in enumerate(
        ((unit["ten"], "Đã nhân rộng" if model["nhan_rong"] else "Chưa")
         for unit, report in known.reports for model in report["mo_hinh"]), start=1)]
    seen = [[row[0], *row[2:]] for row in between(rows, "1. Mô hình", "2. Sáng kiến")
            if len(row) == 4][1:]
    return faults + wrong_rows(seen, models)


CHECKS = (wrong_results, wrong_targets, wrong_awards, wrong_units)


@each_phase
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_figures_of_the_report_are_those_of_the_units(check, period):
    for built in papers(period, KINDS[period]):
        assert check(reading.rows(built.path), report(period)) == [], built.name


def test_awards_that_were_taken_back_are_not_counted():
    taken = [row for row in report(FINAL).records["so-khen-thuong"]["khen_thuong"]
             if row.get("thu_hoi")]
    assert taken
    given = {(one.subject, one.number) for one in report(FINAL).given()}
    for row in taken:
        assert (Phase.subject(row), row["quyet_dinh"]["so"]) not in given


def first_of(rows: list[list[str]], pattern: str) -> str:
    return next(found[0] for row in rows for cell in row if (found := re.search(pattern, cell)))


@each_phase
@pytest.mark.parametrize("check, pattern", [
    (wrong_results, r"Kết quả chung: \d"), (wrong_results, r"3\.765|5\.245"),
    (wrong_results, r"Thay \d\d"), (wrong_targets, r"cao hơn \d"), (wrong_targets, r"thấp hơn \d"),
    (wrong_awards, r"\d\d lượt tập thể"), (wrong_awards, r"\d\d lượt cá nhân"),
    (wrong_awards, r"Giấy khen: \d\d"), (wrong_awards, r"nữ \d\d lượt"),
    (wrong_awards, r"thiểu số \d\d lượt"), (wrong_awards, r"quản lý \d\d lượt"),
    (wrong_awards, r"sáng kiến \d\d lượt"), (wrong_awards, r"Bà Hà Thu Trang"),
    (wrong_units, r"\d+/11"), (wrong_units, r"tổ chức \d\d hoạt"), (wrong_units, r"tổ chức \d\d cuộc"),
    (wrong_units, r"Đã nhân rộng")],
    ids=lambda value: getattr(value, "__name__", value))
def test_checks_see_another_figure(check, pattern, period, tmp_path):
    for built in papers(period, KINDS[period]):
        old = first_of(reading.rows(built.path), pattern)
        new = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), old, count=1)
        path = broken(built.path, tmp_path, old, new if new != old else old + " khác")
        assert check(reading.rows(path), report(period)), f"{built.name}: {old}"


# The units' own reports


def wrong_unit_report(rows: list[list[str]], unit: str, known: Report) -> list[str]:
    """What is wrong with the figures and targets of a unit's report."""
    [own] = [one for one in known.reports if one[0]["ma"] == unit]
    faults = []
    for content in known.movement["noi_dung"]:
        due = [f"Số liệu: {'; '.join(sums)}."] if (sums := known.sums(content["so"], [own])) else []
        head = f"{content['so']}. {content['ten']}"
        held = any(row[0].startswith(head) for row in rows)
        said = [row[0] for row in between(rows, head, f"{content['so'] + 1}. ")
                if row[0].startswith("Số liệu: ")] if held else []
        # Where a content has no result those behind it move up.
        if not held:
            title = next((row[0] for row in rows if row[0].endswith(f". {content['ten']}")), None)
            number = int(title.partition(".")[0]) if title else 0
            said = [row[0] for row in between(rows, title, f"{number + 1}. ")
                    if row[0].startswith("Số liệu: ")] if title else []
        faults += [] if said == due else [f"{said}, not {due}"]
    wanted = [[t["ten"], t["don_vi_tinh"], known.goals(t), str(result), known.standing(t, result)]
              for t in known.movement["chi_tieu"]
              if (result := own[1]["chi_tieu"].get(t["ma"])) is not None]
    return faults + wrong_rows([row for row in rows if len(row) == 5][1:], wanted)


@each_phase
def test_figures_of_each_unit_are_its_own(period, tmp_path):
    known = report(period)
    found = papers(period, "bao-cao-don-vi")
    assert sorted({b.subject for b in found}) == sorted(unit["ma"] for unit, _ in known.reports)
    for built in found:
        rows = reading.rows(built.path)
        assert wrong_unit_report(rows, built.subject, known) == [], built.name
        old = first_of(rows, r"Số liệu: \d\d")
        path = broken(built.path, tmp_path, old, "Số liệu: 77")
        assert wrong_unit_report(reading.rows(path), built.subject, known), built.name
