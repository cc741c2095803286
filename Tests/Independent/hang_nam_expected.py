"""Who is eligible in a yearly review, and for how much money, reckoned from the JSON alone.

A second opinion, written before any rule of the program: it reads the input files, calls nothing
of ours and shares no table with the program. Each rule bears the number it has on the project's
page of the law, and names its source with that page's mark:

READ      read in the text of the instrument, or in a page that quotes the article word for word;
READ*     reported by a source that is not the text;
PLAN      the office's plan of 2026, which the project holds;
INFERRED  drawn from what was read.

An outcome is `met`, `unmet` or `undecided` (a fact is missing), and a nomination's is the worst of
its rules'. Days are ISO texts, which compare as days do.
"""

import json
import pathlib

MET, UNDECIDED, UNMET, WITHDRAWN = "met", "undecided", "unmet", "rut"
SHARED = ("co-quan", "don-vi", "nhan-su", "xep-loai", "su-viec", "so-khen-thuong", "phong-trao")
OWN = ("dot", "de-nghi", "binh-xet", "bo-phieu", "van-ban")

# Base salary (lương cơ sở) from a day on, in đồng: Nghị định 73/2024/NĐ-CP, Điều 3 khoản 2 [READ];
# Nghị định 161/2026/NĐ-CP, Điều 3, in force from 01/7/2026 [READ].
BASE_SALARY = (("2024-07-01", 2_340_000), ("2026-07-01", 2_530_000))

# Tenths of the base salary: Nghị định 152/2025/NĐ-CP, Điều 54 khoản 1 điểm e for a Giấy khen of a
# person [READ], Điều 54 for a collective's [READ*]; Điều 50 khoản 1 điểm c, d and khoản 2 điểm b
# for the titles [READ].
TENTHS = {
    ("giay_khen", "ca_nhan"): 3,
    ("giay_khen", "tap_the"): 6,
    ("lao_dong_tien_tien", "ca_nhan"): 3,
    ("chien_si_thi_dua_co_so", "ca_nhan"): 10,
    ("tap_the_lao_dong_tien_tien", "tap_the"): 8,
}

# The days on which those coefficients hold: Nghị định 152/2025/NĐ-CP, Điều 59: from 01/7/2025
# [READ] to before 01/3/2027 [READ*].
COEFFICIENTS_HOLD = ("2025-07-01", "2027-03-01")

# The amount is rounded up to ten thousand đồng: Nghị định 152/2025/NĐ-CP, Điều 49 khoản 2 [READ].
ROUNDED_TO = 10_000

# What the head of the office grants: Luật Thi đua, khen thưởng 2022, Điều 80 khoản 1 [READ]; that
# a Chánh Văn phòng UBND tỉnh is such a head [INFERRED]. Everything else is granted above.
GRANTED_BY_THE_HEAD = {
    "giay_khen", "lao_dong_tien_tien", "chien_si_thi_dua_co_so", "tap_the_lao_dong_tien_tien",
}

# Matters that block while they are open: Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4 [READ].
BLOCKING = {
    "xem_xet_ky_luat", "dieu_tra", "thanh_tra_kiem_tra", "khieu_nai_to_cao", "bao_chi_neu",
}

# “Hoàn thành tốt nhiệm vụ” or better, for a Giấy khen: Quyết định 86/2025/QĐ-UBND of Bắc Ninh,
# Điều 4 khoản 3 [READ, another province's: Sơn La's own text was not found].
GOOD = {"hoan_thanh_tot", "hoan_thanh_xuat_sac"}


def read(period: pathlib.Path) -> dict:
    """The records of a period, by the name of their file."""
    shared = period / json.loads((period / "dot.json").read_text(encoding="utf-8"))["dung_chung"]
    paths = [shared / f"{name}.json" for name in SHARED] + [period / f"{name}.json" for name in OWN]
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}


class Review:
    """A yearly review: its nominations judged, its decisions counted and paid."""

    def __init__(self, records: dict):
        self.records = records
        self.period = records["dot"]
        self.nominations = records["de-nghi"]["de_nghi"]
        self.people = {row["ma"]: row for row in records["nhan-su"]["nguoi"]}

    # The subject of a row

    def unit(self, row: dict) -> str:
        """The unit that answers for the subject of a row."""
        return row["don_vi"] if "don_vi" in row else self.people[row["nguoi"]]["don_vi"]

    @staticmethod
    def concerns(row: dict, nomination: dict) -> bool:
        """True when a row is about the very person or unit that is nominated."""
        key = "don_vi" if "don_vi" in nomination else "nguoi"
        return row.get(key) == nomination[key]

    @staticmethod
    def size(row: dict) -> str:
        """Whether a row is about a collective or a person."""
        return "tap_the" if "don_vi" in row else "ca_nhan"

    # Rules

    def outcome(self, nomination: dict) -> tuple[str, dict]:
        """The outcome of a nomination, and that of every rule that is not met."""
        if nomination.get("trang_thai") == WITHDRAWN:
            return WITHDRAWN, {}
        rules = {
            "R03": self.competence, "R04": self.moment, "R05": self.blocked,
            "R06": self.discipline, "R07": self.one_award, "R24": self.papers,
        }
        if nomination["hinh_thuc"] == "giay_khen":
            rules["R11" if "don_vi" in nomination else "R10"] = self.criteria
        seen = {name: rule(nomination) for name, rule in sorted(rules.items())}
        reasons = {name: outcome for name, outcome in seen.items() if outcome != MET}
        return worst(seen.values()), reasons

    def competence(self, nomination: dict) -> str:
        """R03: an award of a higher body needs a moment at which the office proposes to it.

        Luật Thi đua, khen thưởng 2022, Điều 79 khoản 4, Điều 80 khoản 1 [READ]. That it cannot be
        proposed at a yearly review is the plan's: III.2 [PLAN].
        """
        own = nomination["hinh_thuc"] in GRANTED_BY_THE_HEAD
        return MET if own or self.moment(nomination) == MET else UNMET

    def moment(self, nomination: dict) -> str:
        """R04: the award is one of those of the moment. Mục III.2 [PLAN]."""
        open_now = self.records["phong-trao"]["hinh_thuc"][self.period["thoi_diem"]]
        return MET if nomination["hinh_thuc"] in open_now else UNMET

    def blocked(self, nomination: dict) -> str:
        """R05: nothing under examination. NĐ 152/2025, Điều 4 khoản 4, first paragraph [READ].

        That a confirmation must be as late as the last day counted is the office's own.
        """
        for row in self.records["su-viec"]["su_viec"]:
            if row["loai"] in BLOCKING and self.concerns(row, nomination):
                closed = row.get("den_ngay")
                if closed is None or closed >= nomination["ngay_nhan_ho_so"]:
                    return UNMET
        unit = self.unit(nomination)
        confirmed = any(
            row["don_vi"] == unit and row["ngay"] >= self.period["tinh_den_ngay"]
            for row in self.records["su-viec"]["xac_nhan"])
        return MET if confirmed else UNDECIDED

    def discipline(self, nomination: dict) -> str:
        """R06: only what was achieved after the penalty's last day counts.

        NĐ 152/2025, Điều 4 khoản 4, second paragraph [READ]. An achievement that began before that
        day and ended after it is left to people [INFERRED].
        """
        penalties = [
            row.get("den_ngay") for row in self.records["su-viec"]["su_viec"]
            if row["loai"] == "ky_luat" and self.concerns(row, nomination)]
        if not penalties:
            return MET
        if None in penalties:
            return UNMET
        end = max(penalties)
        if any(item["tu_ngay"] > end for item in nomination["thanh_tich"]):
            return MET
        reaches_beyond = any(item["den_ngay"] > end for item in nomination["thanh_tich"])
        return UNDECIDED if reaches_beyond else UNMET

    def one_award(self, nomination: dict) -> str:
        """R07: one achievement, one award. Luật 2022, Điều 5 khoản 2 điểm c [READ].

        That two achievements of one content on common days may be the same is our reading.
        """
        result = MET
        for row in self.records["so-khen-thuong"]["khen_thuong"]:
            if row["quyet_dinh"]["ngay"] >= nomination["ngay_nhan_ho_so"]:
                continue
            for old in row.get("thanh_tich") or []:
                for new in nomination["thanh_tich"]:
                    if old["ma"] == new["ma"]:
                        return UNMET
                    if self.concerns(row, nomination) and alike(old, new):
                        result = UNDECIDED
        return result

    def criteria(self, nomination: dict) -> str:
        """R10, R11: exemplary, united (a collective), tasks done well, voted by its unit.

        Quyết định 86/2025/QĐ-UBND of Bắc Ninh, Điều 4 khoản 3 [READ, another province's], as the
        model of what Luật 2022, Điều 75 khoản 2 leaves to each province [READ].
        """
        remark = nomination.get("nhan_xet") or {}
        facts = [remark.get("guong_mau_chap_hanh"), self.done_well(nomination),
                 self.voted(nomination)]
        if "don_vi" in nomination:
            facts.append(remark.get("noi_bo_doan_ket"))
        return of_facts(facts)

    def done_well(self, nomination: dict) -> bool | None:
        """Whether the rating of the year is good enough; None when there is none."""
        year = int(self.period["tinh_den_ngay"][:4])
        subject = nomination.get("don_vi") or nomination["nguoi"]
        for row in self.records["xep-loai"]["nam"]:
            rating = row["tap_the" if "don_vi" in nomination else "ca_nhan"].get(subject)
            if row["nam"] == year and rating is not None:
                return rating in GOOD
        return None

    def voted(self, nomination: dict) -> bool | None:
        """Whether the unit's meeting agreed, by more than half of the unit; None without a vote."""
        for meeting in self.records["binh-xet"]["cuoc_hop"]:
            for row in meeting["ket_qua"]:
                if row["de_nghi"] == nomination["ma"]:
                    return 2 * row["dong_y"] > meeting["tong_so"]
        return None

    def papers(self, nomination: dict) -> str:
        """R24: report, minutes and, where an initiative is a ground, its confirmation.

        Luật Thi đua, khen thưởng 2022, Điều 84 khoản 2 [READ]. A missing paper is a missing fact.
        """
        needed = ["bao_cao_thanh_tich", "bien_ban_binh_xet"]
        if nomination.get("sang_kien"):
            needed.append("xac_nhan_sang_kien")
        held = nomination.get("giay_to") or {}
        return MET if all(held.get(name) for name in needed) else UNDECIDED

    def signs_for_oneself(self, nomination: dict) -> bool:
        """R33: the head who would sign is the nominee; a warning of the office's own, no refusal."""
        signers = {
            row["nguoi"] for row in self.records["co-quan"]["nguoi_ky"] if not row.get("ky_thay")}
        signers |= {
            row["nguoi_ky"] for row in self.records["van-ban"]["van_ban"]
            if row["loai"] == "quyet-dinh-khen-thuong" and row.get("nguoi_ky")}
        return nomination["hinh_thuc"] == "giay_khen" and nomination.get("nguoi") in signers

    # Results

    def judged(self) -> list[dict]:
        """Every nomination with its outcome and the rules behind it."""
        rows = []
        for nomination in self.nominations:
            outcome, reasons = self.outcome(nomination)
            rows.append({
                "ma": nomination["ma"],
                "doi_tuong": nomination.get("don_vi") or nomination["nguoi"],
                "hinh_thuc": nomination["hinh_thuc"],
                "ket_qua": outcome,
                "ly_do": reasons,
                "canh_bao": ["R33"] if self.signs_for_oneself(nomination) else [],
            })
        return rows

    def on_the_ballot(self) -> list[str]:
        """The nominations that the council voted on."""
        return sorted(row["de_nghi"] for row in self.records["bo-phieu"]["ket_qua"])

    def decided(self) -> list[dict]:
        """Every decision: how many of each, and the money by nominee, in đồng."""
        by_id = {nomination["ma"]: nomination for nomination in self.nominations}
        rows = []
        for paper in self.records["van-ban"]["van_ban"]:
            if paper["loai"] != "quyet-dinh-khen-thuong":
                continue
            listed = [by_id[name] for name in paper["de_nghi"]]
            sizes = [self.size(nomination) for nomination in listed]
            amounts = {
                nomination["ma"]: money(nomination["hinh_thuc"], size, paper["ngay"])
                for nomination, size in zip(listed, sizes)}
            rows.append({
                "ma": paper["ma"], "ngay": paper["ngay"],
                "luong_co_so": base_salary(paper["ngay"]),
                "tap_the": sizes.count("tap_the"), "ca_nhan": sizes.count("ca_nhan"),
                "tien": amounts, "tong_tien": sum(amounts.values()),
            })
        return rows

    def register_differences(self) -> list[str]:
        """The rows of the register whose money is not what the day of the decision gives.

        Decisions before the coefficients began, and rows without money, are not looked at.
        """
        differences = []
        for row in self.records["so-khen-thuong"]["khen_thuong"]:
            day, paid = row["quyet_dinh"]["ngay"], row.get("so_tien")
            if paid is None or not in_force(day):
                continue
            due = money(row["hinh_thuc"], self.size(row), day)
            if paid != due:
                differences.append(f"{row['quyet_dinh']['so']}: {paid}, not {due}")
        return differences


def worst(outcomes) -> str:
    """The worst of several outcomes; a refusal outweighs a missing fact."""
    return max(outcomes, key=(MET, UNDECIDED, UNMET).index)


def of_facts(facts: list[bool | None]) -> str:
    """The outcome of facts that must all hold."""
    if False in facts:
        return UNMET
    return UNDECIDED if None in facts else MET


def alike(old: dict, new: dict) -> bool:
    """True when two achievements are of one content and have a day in common."""
    return (old["noi_dung_thi_dua"] == new["noi_dung_thi_dua"]
            and old["tu_ngay"] <= new["den_ngay"] and new["tu_ngay"] <= old["den_ngay"])


def in_force(day: str) -> bool:
    """True on a day on which the coefficients of this page hold."""
    return COEFFICIENTS_HOLD[0] <= day < COEFFICIENTS_HOLD[1]


def base_salary(day: str) -> int:
    """The base salary of a day, in đồng: that of the day of the decision.

    NĐ 152/2025, Điều 49 khoản 1 [READ].
    """
    return [amount for start, amount in BASE_SALARY if start <= day][-1]


def money(award: str, size: str, day: str) -> int:
    """The money of an award decided on a day, in đồng, in whole numbers throughout."""
    if not in_force(day):
        raise ValueError(f"no coefficient is known for {day}")
    tenths_of_dong = TENTHS[award, size] * base_salary(day)
    return -(-tenths_of_dong // (10 * ROUNDED_TO)) * ROUNDED_TO
