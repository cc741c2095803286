"""What follows from the outcomes of a review: council, awards, money, counts, quotas, deadlines.

Reckoned from the JSON alone, like `phase_expected.py`, whose marks and way of reading it shares.
Where the page of the law leaves a reading open, this module takes the one said here:

- R18: a share is of all members; opinions in writing count. The office's figure is in hundredths;
  where it sets none, more than half. The ballot thresholds of Nghị định 98/2023/NĐ-CP ended on
  30/6/2025 and were not found again; no nomination of the samples depends on them.
- R19: present are those who sat there; an opinion in writing makes nobody present. Where the office
  sets no quorum, none is asked for.
- R20, R32: rank is the share of votes; the office's order decides between equals. Where it sets
  none, equals stand side by side for the council.
- R23: a share is of all units, or of all persons of the office, on the last day counted. Of the
  eligible whom the council passed, and only said, never enforced.
- R25: calendar days before the conference, the day of the conference not counted; working days are
  Monday to Friday, without the public holidays.
- R26: past 01/3/2027 the coefficients of Nghị định 152/2025/NĐ-CP and the last base salary go on,
  as `het_han` says. A decision without a day has no money.
- R28: a decision matches the submission that holds the same nominations in the same order.
- Counts of people are of awards, not of persons: who has two is counted with each.
"""

import datetime

from hang_nam_expected import MET, ROUNDED_TO, TENTHS, UNDECIDED, UNMET, WITHDRAWN, base_salary, \
    worst
from phase_expected import DECREE_ENDS, Phase

# Tenths of the base salary of higher awards: Nghị định 152/2025/NĐ-CP, Điều 54 khoản 1 điểm b
# [READ], Điều 54 for a collective's Bằng khen [READ*], Điều 50 khoản 2 điểm e for the flag [READ].
HIGHER_TENTHS = TENTHS | {
    ("bang_khen_tinh", "ca_nhan"): 15,
    ("bang_khen_tinh", "tap_the"): 30,
    ("co_thi_dua_tinh", "tap_the"): 80,
}

# A collective is preferred among equals from 70 % women on: NĐ 152/2025, Điều 4 khoản 6 [READ].
WOMEN_TENTHS = 7

# Which paper of the office asks for which decision, and whose decision it is.
SUBMISSIONS = ("to-trinh-giay-khen", "to-trinh-bang-khen", "to-trinh-cap-tren")
UPWARD = ("to-trinh-bang-khen", "to-trinh-cap-tren")
DECISION = "quyet-dinh-khen-thuong"


class Results:
    """The results of a review."""

    def __init__(self, phase: Phase):
        self.phase = phase
        self.records = phase.records
        self.by_id = {nomination["ma"]: nomination for nomination in phase.nominations}
        self.ballot = {row["de_nghi"]: row for row in self.records["bo-phieu"]["ket_qua"]}
        self.council = len(self.records["hoi-dong"]["thanh_vien"])
        self.papers = self.records["van-ban"]["van_ban"]

    # The council

    def votes(self, name: str) -> int:
        """How many of the council agreed to a nomination on the ballot, in writing too."""
        row = self.ballot[name]
        return row["dong_y"] + (row.get("van_ban_dong_y") or 0)

    def passed(self, name: str) -> bool:
        """R18: the council agreed by the office's share, else by more than half of all."""
        rules = self.phase.overlay.get("hoi_dong") or {}
        least = (rules.get("ty_le_thong_qua") or {}).get(self.by_id[name]["hinh_thuc"])
        if least is None:
            return 2 * self.votes(name) > self.council
        return 100 * self.votes(name) >= least * self.council

    def voted(self) -> dict[str, str]:
        """R18 of every nomination on the ballot."""
        return {name: MET if self.passed(name) else UNMET for name in self.ballot}

    def sessions(self) -> dict[str, str | None]:
        """R19 of every session; none where the office sets no quorum."""
        least = (self.phase.overlay.get("hoi_dong") or {}).get("so_du_hop_toi_thieu")
        if least is None:
            return {row["ma"]: None for row in self.records["hoi-dong"]["phien"]}
        above, below = map(int, least.split("/"))
        return {
            row["ma"]: MET if below * len(row["co_mat"]) >= above * self.council else UNMET
            for row in self.records["hoi-dong"]["phien"]}

    def awardable(self) -> list[dict]:
        """The nominations that meet every rule and that the council passed."""
        return [row for row in self.phase.nominations
                if row["ma"] in self.ballot and self.passed(row["ma"])
                and row.get("trang_thai") != WITHDRAWN
                and worst(self.phase.rules(row).values()) == MET]

    # Decisions and money

    def decisions(self) -> list[dict]:
        """Every decision, of the office and of others, with its money and the counts."""
        return [self.decision(row) for row in self.papers
                if row["loai"] == DECISION or (row.get("ben_ngoai") and row.get("de_nghi"))]

    def decision(self, paper: dict) -> dict:
        listed = [self.by_id[name] for name in paper["de_nghi"]]
        sizes = [self.phase.size(row) for row in listed]
        result = {
            "ma": paper["ma"], "ngay": paper["ngay"],
            "nguon": "tinh" if paper.get("ben_ngoai") else "van_phong",
            "tap_the": sizes.count("tap_the"), "ca_nhan": sizes.count("ca_nhan"),
            "khop_to_trinh": self.matches_submission(paper),
        }
        if paper["ngay"] is None:
            return result | {"luong_co_so": None, "het_han": None, "tien": None, "tong_tien": None}
        amounts = {row["ma"]: money(row["hinh_thuc"], size, paper["ngay"])
                   for row, size in zip(listed, sizes)}
        return result | {
            "luong_co_so": base_salary(paper["ngay"]), "het_han": paper["ngay"] >= DECREE_ENDS,
            "tien": amounts, "tong_tien": sum(amounts.values())}

    def matches_submission(self, paper: dict) -> str:
        """R28: the counts and the order of the submission."""
        lists = [row.get("de_nghi") for row in self.papers if row["loai"] in SUBMISSIONS]
        return MET if paper["de_nghi"] in lists else UNMET

    def several_awards(self) -> dict[str, int]:
        """R27: whoever gets money for several achievements, and how much in all."""
        paid = {}
        for decision in self.decisions():
            for name, amount in (decision["tien"] or {}).items():
                paid.setdefault(Phase.subject(self.by_id[name]), []).append(amount)
        return {who: sum(amounts) for who, amounts in sorted(paid.items()) if len(amounts) > 1}

    # Counts

    def awarded(self) -> dict[str, dict]:
        """What was decided with a day, by award."""
        names = [name for decision in self.decisions() for name in decision["tien"] or {}]
        return self.counts(names)

    def submitted(self) -> dict[str, dict]:
        """What the office asks the province for, by award."""
        return self.counts([name for row in self.papers if row["loai"] in UPWARD
                            for name in row["de_nghi"]])

    def counts(self, names: list[str]) -> dict[str, dict]:
        """Collectives and persons; of the persons the women, minorities and leaders."""
        by_award = {}
        for name in names:
            row = self.by_id[name]
            count = by_award.setdefault(row["hinh_thuc"], {
                "tap_the": 0, "ca_nhan": 0, "nu": 0, "dan_toc_thieu_so": 0, "lanh_dao": 0})
            if "don_vi" in row:
                count["tap_the"] += 1
                continue
            person = self.phase.people[row["nguoi"]]
            count["ca_nhan"] += 1
            count["nu"] += person["gioi_tinh"] == "nu"
            count["dan_toc_thieu_so"] += person.get("dan_toc") not in (None, "Kinh")
            count["lanh_dao"] += person["lanh_dao"]
        return by_award

    # Quotas and rank

    def quotas(self) -> list[dict]:
        """R23: where the office sets a number or a share, how many passed and how many may."""
        rows = []
        for key in ("so_luong_toi_da", "ty_le_toi_da"):
            for award, limits in (self.phase.overlay.get(key) or {}).items():
                for size, limit in (limits or {}).items():
                    if limit is None:
                        continue
                    most = limit if key == "so_luong_toi_da" else self.share(size, limit)
                    found = sum(row["hinh_thuc"] == award and Phase.size(row) == size
                                for row in self.awardable())
                    rows.append({"hinh_thuc": award, "loai": size, "toi_da": most,
                                 "thong_qua": found, "vuot": found > most})
        return rows

    def share(self, size: str, hundredths: float) -> int:
        """A share of all units or of all persons, in whole ones."""
        units = [row["ma"] for row in self.records["don-vi"]["don_vi"]]
        whole = len(units) if size == "tap_the" else sum(
            len(self.phase.members(unit)) for unit in units)
        return int(whole * hundredths // 100)

    def not_leading(self) -> dict | None:
        """R23: the persons without a post of leadership among those who passed."""
        least = self.phase.overlay.get("ty_le_khong_lanh_dao_toi_thieu")
        if least is None:
            return None
        persons = [self.phase.people[row["nguoi"]] for row in self.awardable() if "nguoi" in row]
        without = sum(not person["lanh_dao"] for person in persons)
        return {"khong_lanh_dao": without, "ca_nhan": len(persons),
                "ket_qua": MET if 100 * without >= least * len(persons) else UNMET}

    def rank(self, award: str, size: str) -> list[list[str]]:
        """R20, R32: the awardable in order; equals that nothing decides between stand together."""
        rows = [row for row in self.awardable()
                if row["hinh_thuc"] == award and Phase.size(row) == size]
        places = {}
        for row in rows:
            places.setdefault(self.place(row), []).append(row["ma"])
        return [places[place] for place in sorted(places)]

    def place(self, nomination: dict) -> tuple:
        preferred = {
            "sang_kien": lambda: bool(nomination.get("sang_kien")),
            "nu": lambda: self.women(nomination),
            "khong_lanh_dao": lambda: "nguoi" in nomination
            and not self.phase.people[nomination["nguoi"]]["lanh_dao"],
        }
        order = self.phase.overlay.get("uu_tien_khi_bang_nhau") or []
        return (-self.votes(nomination["ma"]), *(not preferred[key]() for key in order))

    def women(self, nomination: dict) -> bool:
        """A woman, or a collective of which seven in ten are."""
        if "nguoi" in nomination:
            return self.phase.people[nomination["nguoi"]]["gioi_tinh"] == "nu"
        members = self.phase.members(nomination["don_vi"])
        return 10 * sum(row["gioi_tinh"] == "nu" for row in members) >= WOMEN_TENTHS * len(members)

    # Deadlines

    def deadlines(self) -> dict[str, str | None]:
        """R25: what goes to the province in time, and names made public long enough."""
        limits = self.phase.overlay.get("han") or {}
        results = {}
        least = limits.get("gui_so_noi_vu_truoc_hoi_nghi_ngay")
        event = (self.phase.period.get("hoi_nghi") or {}).get("ngay")
        for row in self.papers:
            if row["loai"] not in UPWARD or least is None:
                continue
            if None in (row["ngay"], event):
                results[row["ma"]] = UNDECIDED
                continue
            results[row["ma"]] = MET if between(row["ngay"], event) >= least else UNMET
        least = limits.get("cong_khai_so_ngay_lam_viec")
        shown = self.phase.period.get("cong_khai")
        if least is not None:
            results["cong_khai"] = UNDECIDED if shown is None else (
                MET if working_days(shown["tu_ngay"], shown["den_ngay"]) >= least else UNMET)
        return results

    def units_without_report(self) -> list[str]:
        """The units that owe a report and sent none."""
        sent = {row["don_vi"] for row in self.records["bao-cao-don-vi"]["bao_cao"]}
        return [row["ma"] for row in self.records["don-vi"]["don_vi"]
                if row["loai"] != "lanh_dao" and row["ma"] not in sent]

    def everything(self) -> dict:
        """Everything, as the tables in `expected/` hold it."""
        return {
            "hoi_dong": self.voted(), "phien": self.sessions(), "quyet_dinh": self.decisions(),
            "nhieu_khoan": self.several_awards(), "da_khen": self.awarded(),
            "de_nghi_cap_tren": self.submitted(), "so_luong": self.quotas(),
            "khong_lanh_dao": self.not_leading(),
            "thu_tu": {size: self.rank("bang_khen_tinh", size) for size in ("tap_the", "ca_nhan")},
            "thoi_han": self.deadlines(), "chua_bao_cao": self.units_without_report(),
        }


def money(award: str, size: str, day: str) -> int:
    """The money of an award decided on a day, in đồng, in whole numbers throughout.

    NĐ 152/2025, Điều 49 khoản 1, khoản 2 [READ].
    """
    tenths_of_dong = HIGHER_TENTHS[award, size] * base_salary(day)
    return -(-tenths_of_dong // (10 * ROUNDED_TO)) * ROUNDED_TO


def between(earlier: str, later: str) -> int:
    """The days from one day to another; negative when they stand the other way round."""
    return (datetime.date.fromisoformat(later) - datetime.date.fromisoformat(earlier)).days


def working_days(first: str, last: str) -> int:
    """The days from Monday to Friday in a stretch of time, ends included."""
    start = datetime.date.fromisoformat(first)
    return sum((start + datetime.timedelta(days=step)).weekday() < 5
               for step in range(between(first, last) + 1))
