"""The figures of a review's reports, reckoned from the JSON of the units and of the register alone.

How an open reading is taken: awards are those of the movement (`phong_trao`) decided from the first
day that counts to the day of the report, those taken back left out, those of this review added that
the register does not hold yet. Counts of people are of awards, not of persons. A year's awards are
those that the register gives that year. A target is compared with the goal of the last year that
counts.
"""

import dataclasses

from phase_expected import Phase
from phase_results import DECISION
from vietnamese import grouped, short_date

FORMS = {
    "giay_khen": "Giấy khen", "bang_khen_tinh": "Bằng khen của Chủ tịch UBND tỉnh",
    "bang_khen_thu_tuong": "Bằng khen của Thủ tướng Chính phủ",
    "co_thi_dua_tinh": "Cờ thi đua của UBND tỉnh",
}


@dataclasses.dataclass(frozen=True)
class Given:
    """An award that was given in the movement."""
    subject: str
    form: str
    year: int
    number: str
    day: str
    initiatives: tuple[str, ...]


def counted(number: int) -> str:
    """A number as it is written in a text: below ten with a zero in front."""
    return f"{number:02}" if number < 10 else grouped(number)


class Report:
    """What the report of a review says in figures."""

    def __init__(self, phase: Phase):
        self.phase, self.records = phase, phase.records
        self.units = [row for row in self.records["don-vi"]["don_vi"] if row["loai"] != "lanh_dao"]
        reports = {row["don_vi"]: row for row in self.records["bao-cao-don-vi"]["bao_cao"]}
        self.reports = [(unit, reports[unit["ma"]]) for unit in self.units if unit["ma"] in reports]
        self.silent = [unit["ten"] for unit in self.units if unit["ma"] not in reports]
        self.movement = self.records["phong-trao"]
        first, last = (int(phase.period[key][:4]) for key in ("tinh_tu_ngay", "tinh_den_ngay"))
        self.years = range(first, last + 1)

    # Results

    def sums(self, content: int, reports=None) -> list[str]:
        """The figures under a content over all units, or over some, such as `33 buổi phổ biến`."""
        totals: dict[str, int] = {}
        for _, report in reports or self.reports:
            for result in report["ket_qua"]:
                if result["noi_dung"] == content:
                    for figure in result.get("so_lieu") or []:
                        totals[figure["ten"]] = totals.get(figure["ten"], 0) + figure["so"]
        return [f"{counted(total)} {name}" for name, total in totals.items() if total]

    def lines(self, content: int) -> list[str]:
        """What each unit did under a content."""
        return [f"- {unit['ten']}: {result['mo_ta']}" for unit, report in self.reports
                for result in report["ket_qua"] if result["noi_dung"] == content]

    # Targets

    def goals(self, target: dict) -> str:
        goals = {int(year): goal for year, goal in target["muc_tieu"].items()}
        shown = [(year, goals[year]) for year in self.years if year in goals]
        return " ".join(f"Năm {year}: {goal}" for year, goal in shown) if (
            len(shown) > 1) else str(shown[0][1])

    def standing(self, target: dict, result: int) -> str:
        """How a result stands to the goal of the last year: by the target's direction."""
        goal = target["muc_tieu"][str(self.years[-1])]
        if result == goal:
            return "Đạt"
        better = (result > goal) == (target["chieu"] == "tang")
        way = "cao hơn" if result > goal else "thấp hơn"
        return f"{'Vượt' if better else 'Chưa đạt'} ({way} {abs(result - goal)})"

    def target_rows(self, target: dict) -> list[list[str]]:
        """The rows of the annex on a target: number, unit, goal, result, comparison."""
        known = [(unit, report["chi_tieu"][target["ma"]]) for unit, report in self.reports
                 if report["chi_tieu"].get(target["ma"]) is not None]
        return [[str(i), unit["ten"], self.goals(target), str(result),
                 self.standing(target, result)]
                for i, (unit, result) in enumerate(known, start=1)]

    def target_sums(self) -> list[list[str]]:
        """The rows of the table of targets: how many units are beyond, at and below the goal."""
        found = []
        for target in self.movement["chi_tieu"]:
            standings = [row[-1].partition(" (")[0] for row in self.target_rows(target)]
            found.append([f"{target['ten']} ({target['don_vi_tinh']})", self.goals(target),
                          str(len(standings)),
                          *(str(standings.count(word)) for word in ("Vượt", "Đạt", "Chưa đạt"))])
        return found

    # Awards

    def given(self) -> list[Given]:
        """The awards of the movement up to the day of the report, in the order of the register."""
        [paper] = [row for row in self.records["van-ban"]["van_ban"]
                   if row["loai"] in ("bao-cao-so-ket", "bao-cao-tong-ket")]
        last = paper["ngay"] or "9"
        every, found = [], []
        for row in self.records["so-khen-thuong"]["khen_thuong"]:
            if row["loai_khen"] == "phong_trao":
                every.append((row, Given(
                    self.phase.subject(row), row["hinh_thuc"], row["nam"], row["quyet_dinh"]["so"],
                    row["quyet_dinh"]["ngay"], tuple(row.get("sang_kien") or ()))))
        entered = {(one.subject, one.number, one.day) for _, one in every}
        office = self.records["co-quan"]["ma"]
        by_id = {row["ma"]: row for row in self.phase.nominations}
        for row in self.records["van-ban"]["van_ban"]:
            outside = bool(row.get("ben_ngoai"))
            if not (row.get("de_nghi") and row["ngay"] and (outside or row["loai"] == DECISION)):
                continue
            number = row["so"] if outside else f"{row['so']}/QĐ-{office}"
            for nomination in map(by_id.get, row["de_nghi"]):
                one = Given(self.phase.subject(nomination), nomination["hinh_thuc"],
                            self.years[-1], number, row["ngay"],
                            tuple(nomination.get("sang_kien") or ()))
                if (one.subject, one.number, one.day) not in entered:
                    every.append(({}, one))
        for row, one in every:
            if self.phase.period["tinh_tu_ngay"] <= one.day <= last and not row.get("thu_hoi"):
                found.append(one)
        return found

    def is_person(self, one: Given) -> bool:
        return one.subject in self.phase.people

    def counts(self, given: list[Given]) -> dict[str, tuple[int, int]]:
        """By award, how many collectives and persons, in the order of the forms."""
        found = {}
        for form, label in FORMS.items():
            people = [self.is_person(one) for one in given if one.form == form]
            if people:
                found[label] = (people.count(False), people.count(True))
        return found

    def shares(self) -> dict[str, int]:
        """Of the awards of persons: women, minorities, leaders and others, with an initiative."""
        given = [one for one in self.given() if self.is_person(one)]
        people = [self.phase.people[one.subject] for one in given]
        shares = {
            "nữ": sum(p["gioi_tinh"] == "nu" for p in people),
            "người dân tộc thiểu số": sum(p["dan_toc"] != "Kinh" for p in people),
            "giữ chức vụ lãnh đạo, quản lý": sum(p["lanh_dao"] for p in people),
            "không giữ chức vụ lãnh đạo, quản lý": sum(not p["lanh_dao"] for p in people),
            "có sáng kiến": sum(bool(one.initiatives) for one in given),
        }
        return {name: count for name, count in shares.items() if count}

    def award_rows(self) -> list[list[str]]:
        """The rows of the annex on awards: number, name, post and unit on that day, decision."""
        names = {row["ma"]: row["ten"] for row in self.records["don-vi"]["don_vi"]}
        found = []
        for i, one in enumerate(self.given(), start=1):
            name, place = names.get(one.subject, ""), ""
            if self.is_person(one):
                person = self.phase.people[one.subject]
                name = f"{'Ông' if person['gioi_tinh'] == 'nam' else 'Bà'} {person['ho_ten']}"
                stay = next((s for s in person.get("qua_trinh") or []
                             if s["tu_ngay"] <= one.day <= (s["den_ngay"] or "9")), person)
                place = f"{stay['chuc_vu']}, {names[stay['don_vi']]}"
            found.append([str(i), name, place,
                          f"{FORMS[one.form]}, số {one.number} ngày {short_date(one.day)}"])
        return found
