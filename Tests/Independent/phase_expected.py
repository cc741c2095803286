"""Who is eligible at an interim or a final review, reckoned from the JSON alone.

A second opinion, written from the project's page of the law. Twelve rules of the program stood
then, and their pages in `thidua explain` were read (that is where the readings of R03, of a missing
day of receipt and of R06 without a confirmation come from); of the other rules nothing was seen.
The rules bear the numbers of the page; marks are those of `hang_nam_expected.py`, whose tables of
words and helpers are used here. `phase_results.py` reckons what follows: council, money, counts,
quotas, deadlines.

A nomination's outcome is the worst of the rules that apply to it. Rules that only warn (R01 of an
old dossier, R02, R25, R33) never change it; the council (R18, R19) and quotas (R23) stand apart: a
nominee may be eligible and not awarded.

Where the page leaves a reading open, this module takes the one said here:

- Without a day of receipt nobody can say which law applies (R01), so every rule is undecided.
- Past 01/10/2026 and 01/3/2027 the last known text goes on, as nothing newer was read.
- R00: the year under review is that of the last day counted.
- R03 refuses nobody: it is unmet only where the office's own decision holds a higher award.
- R05: a matter blocks from its first day, also when it came up after the dossier was received,
  until the day after it was closed.
- R05, R06: without a confirmation of the unit that is as late as the last day counted, whether
  there is a matter or a penalty is unknown.
- R06: an achievement that began within the penalty and ended after it is left to people.
- R07, R08: an award that was taken back used nothing up. Two nominations of one review that name
  the same initiative, or by one subject the same content on common days, are undecided both: only
  one can be awarded, and the council chooses which.
- R08: `sang_kien` absent or null is unknown, `[]` none.
- R10, R11: the final rating of the year under review, else a provisional one that reaches to the
  last day counted.
- R10 to R13: voted means by more than half of the unit. Of the grounds for a Bằng khen only the
  vote in the movement is judged, for the nominations are of the type “phong trào thi đua”.
- R12: a person's movement must be the province's; R13: a collective's may be any.
- R14: that a collective leads the movement is for people to see.
- R15, R16, R17: titles are those of the year under review in the register; while it holds no title
  of that year for anybody, the share is unknown. Members are those on the last day counted; a
  penalty counts in the year in which it began.
- R22: only when the office sets it, for persons; whole months up to the last day counted; calendar
  days of sick leave and unpaid leave within the days counted, maternity leave never (R21).
- R31: every achievement names a criterion of the plan; the office's figure counts different ones.

Not reckoned: R09 (it is about other awards than these), R29 (of the printed page), R30.
"""

import calendar
import datetime

from hang_nam_expected import BLOCKING, GOOD, GRANTED_BY_THE_HEAD, MET, UNDECIDED, UNMET, \
    WITHDRAWN, alike, of_facts, worst
from phase_facts import PhaseFacts

# The amended law: Luật 06/2026/QH16, Điều 3 khoản 1 [READ*]. The first day the pages know: Luật
# 06/2022/QH15, Điều 94 [READ]. The decree's end: metadata of Nghị định 152/2025/NĐ-CP [READ*].
LAW_STARTS, LAW_CHANGES, DECREE_ENDS = "2024-01-01", "2026-10-01", "2027-03-01"

# A movement's length in years for a flag: Luật 2022, Điều 26 khoản 2, Điều 25 khoản 3 [READ].
FLAGS = {
    "co_thi_dua_tinh": ("tinh", 3, {"tong_ket"}),
    "co_thi_dua_chinh_phu": ("thu_tuong", 5, {"so_ket", "tong_ket"}),
}

# Tasks done at all, for Điều 27 khoản 1 [READ]; penalties from “cảnh cáo” up, for Điều 28 [READ].
DONE = GOOD | {"hoan_thanh"}
HEAVY = {"canh_cao", "ha_bac_luong", "giang_chuc", "cach_chuc", "buoc_thoi_viec"}

# Days away from work that an office's limit counts; our reading.
ABSENCES = {"nghi_om", "nghi_khong_luong"}

CRITERIA = {
    ("giay_khen", "ca_nhan"): "R10", ("giay_khen", "tap_the"): "R11",
    ("bang_khen_tinh", "ca_nhan"): "R12", ("bang_khen_tinh", "tap_the"): "R13",
    ("co_thi_dua_tinh", "tap_the"): "R14", ("co_thi_dua_chinh_phu", "tap_the"): "R14",
    ("tap_the_lao_dong_tien_tien", "tap_the"): "R15",
    ("tap_the_lao_dong_xuat_sac", "tap_the"): "R16",
    ("chien_si_thi_dua_co_so", "ca_nhan"): "R17",
}


class Phase(PhaseFacts):
    """An interim or a final review: its nominations judged."""

    # The rules of a nomination

    def rules(self, nomination: dict) -> dict[str, str]:
        """The outcome of every rule that applies to a nomination."""
        applying = {
            "R00": self.layer, "R01": self.law_of_the_day, "R03": self.competence,
            "R04": self.moment, "R05": self.blocked, "R06": self.discipline,
            "R07": self.one_award, "R08": self.initiative_once, "R24": self.papers,
            "R31": self.criteria_named,
        }
        by_criteria = {
            "R10": self.certificate, "R11": self.certificate, "R12": self.diploma,
            "R13": self.diploma, "R14": self.flag, "R15": self.advanced_unit,
            "R16": self.excellent_unit, "R17": self.base_fighter,
        }
        name = CRITERIA.get((nomination["hinh_thuc"], self.size(nomination)))
        if name:
            applying[name] = by_criteria[name]
        if "nguoi" in nomination and self.service_is_limited():
            applying["R22"] = self.service
        if nomination.get("ngay_nhan_ho_so") is None:
            return dict.fromkeys(sorted(applying), UNDECIDED)
        return {name: rule(nomination) for name, rule in sorted(applying.items())}

    def outcome(self, nomination: dict) -> tuple[str, dict]:
        """The outcome of a nomination, and that of every rule that is not met."""
        if nomination.get("trang_thai") == WITHDRAWN:
            return WITHDRAWN, {}
        seen = self.rules(nomination)
        return worst(seen.values()), {
            name: result for name, result in seen.items() if result != MET}

    def layer(self, nomination: dict) -> str:
        """R00: a movement of that level was launched for the year. Luật 2022, Điều 18 [READ]."""
        for row in self.records["phong-trao"]["tang"]:
            if row["tang"] == nomination["tang"]:
                return of_facts([
                    None if row["tu_nam"] is None else row["tu_nam"] <= self.year,
                    None if row["den_nam"] is None else self.year <= row["den_nam"]])
        return UNMET

    @staticmethod
    def law_of_the_day(nomination: dict) -> str:
        """R01: some law that we know was in force. Luật 06/2026/QH16, Điều 4 khoản 4 [READ*]."""
        return MET if nomination["ngay_nhan_ho_so"] >= LAW_STARTS else UNMET

    def competence(self, nomination: dict) -> str:
        """R03: the head decides on what a head grants. Luật 2022, Điều 79, Điều 80 [READ]."""
        own = any(
            nomination["ma"] in (row.get("de_nghi") or [])
            for row in self.records["van-ban"]["van_ban"]
            if row["loai"] == "quyet-dinh-khen-thuong" and not row.get("ben_ngoai"))
        return UNMET if own and nomination["hinh_thuc"] not in GRANTED_BY_THE_HEAD else MET

    def moment(self, nomination: dict) -> str:
        """R04: the award is one of those of the moment. Mục III.2 and V [PLAN]."""
        open_now = self.records["phong-trao"]["hinh_thuc"].get(self.period["thoi_diem"])
        return of_facts([None if open_now is None else nomination["hinh_thuc"] in open_now])

    def blocked(self, nomination: dict) -> str:
        """R05: nothing under examination. NĐ 152/2025, Điều 4 khoản 4, first paragraph [READ]."""
        for row in self.incidents(nomination, BLOCKING):
            closed = row.get("den_ngay")
            if closed is None or closed >= nomination["ngay_nhan_ho_so"]:
                return UNMET
        return MET if self.confirmed(nomination) else UNDECIDED

    def discipline(self, nomination: dict) -> str:
        """R06: only what was achieved after the penalty's last day counts.

        NĐ 152/2025, Điều 4 khoản 4, second paragraph [READ].
        """
        ends = [row.get("den_ngay") or "9" for row in self.incidents(nomination, {"ky_luat"})]
        if ends:
            end, done = max(ends), nomination["thanh_tich"]
            if not any(item["den_ngay"] > end for item in done):
                return UNMET
            if not any(item["tu_ngay"] > end for item in done):
                return UNDECIDED
        return MET if self.confirmed(nomination) else UNDECIDED

    def one_award(self, nomination: dict) -> str:
        """R07: one achievement, one award. Luật 2022, Điều 5 khoản 2 điểm c [READ]."""
        outcome = MET
        for row in self.earlier_awards(nomination) + self.others(nomination):
            awarded = "quyet_dinh" in row
            same_subject = (row.get("nguoi"), row.get("don_vi")) == (
                nomination.get("nguoi"), nomination.get("don_vi"))
            for old in row.get("thanh_tich") or []:
                for new in nomination["thanh_tich"]:
                    if old["ma"] == new["ma"] and awarded:
                        return UNMET
                    if old["ma"] == new["ma"] or (same_subject and alike(old, new)):
                        outcome = UNDECIDED
        return outcome

    def initiative_once(self, nomination: dict) -> str:
        """R08: an initiative supports one award. Công văn 5007/BNV-TĐKT, III.5.c [READ]."""
        named = nomination.get("sang_kien")
        if named is None:
            return UNDECIDED
        used = {name for row in self.earlier_awards(nomination)
                for name in row.get("sang_kien") or []}
        if used & set(named):
            return UNMET
        wanted = {name for row in self.others(nomination) for name in row.get("sang_kien") or []}
        return UNDECIDED if wanted & set(named) else MET

    def certificate(self, nomination: dict) -> str:
        """R10, R11: of a Giấy khen, by the model of another province.

        Quyết định 86/2025/QĐ-UBND of Bắc Ninh, Điều 4 khoản 3 [READ, another province's].
        """
        rating = self.rating(self.subject(nomination), self.size(nomination))
        return of_facts([*self.remarks(nomination), self.voted(nomination),
                         None if rating is None else rating in GOOD])

    def diploma(self, nomination: dict) -> str:
        """R12, R13: of a province's Bằng khen. Luật 2022, Điều 74 khoản 1 điểm a, khoản 3 [READ].

        That a person's must be tied to the province's movement [INFERRED].
        """
        facts = [*self.remarks(nomination), self.voted(nomination)]
        if "nguoi" in nomination:
            facts.append(nomination["tang"] == "tinh")
        return of_facts(facts)

    def flag(self, nomination: dict) -> str:
        """R14: the movement's level, length and moment."""
        level, years, moments = FLAGS[nomination["hinh_thuc"]]
        length = None
        for row in self.records["phong-trao"]["tang"]:
            if row["tang"] == level and None not in (row["tu_nam"], row["den_nam"]):
                length = row["den_nam"] - row["tu_nam"] + 1
        return of_facts([self.period["thoi_diem"] in moments, nomination["tang"] == level,
                         None if length is None else length >= years])

    def share_is_reached(self, unit: str) -> bool | None:
        """Whether 70 % of the members are Lao động tiên tiến. Luật 2022, Điều 27, 28 [READ]."""
        holders = self.holders("lao_dong_tien_tien")
        if holders is None:
            return None
        members = self.members(unit)
        return 10 * sum(row["ma"] in holders for row in members) >= 7 * len(members)

    def advanced_unit(self, nomination: dict) -> str:
        """R15: Tập thể lao động tiên tiến. Luật 2022, Điều 28 khoản 1 [READ]."""
        ids = {row["ma"] for row in self.members(nomination["don_vi"])}
        heavy = any(
            row.get("nguoi") in ids and row.get("muc") in HEAVY
            and int(row["tu_ngay"][:4]) == self.year
            for row in self.records["su-viec"]["su_viec"])
        return of_facts([self.share_is_reached(nomination["don_vi"]), not heavy])

    def excellent_unit(self, nomination: dict) -> str:
        """R16: Tập thể lao động xuất sắc. Luật 2022, Điều 27 khoản 1 [READ]."""
        members = self.members(nomination["don_vi"])
        ratings = [self.rating(row["ma"], "ca_nhan") for row in members]
        fighters = self.holders("chien_si_thi_dua_co_so")
        done = of_facts([None if rating is None else rating in DONE for rating in ratings])
        one = None if fighters is None else any(row["ma"] in fighters for row in members)
        return worst([done, of_facts([self.share_is_reached(nomination["don_vi"]), one])])

    def base_fighter(self, nomination: dict) -> str:
        """R17: Chiến sĩ thi đua cơ sở. Luật 2022, Điều 23 [READ]."""
        holders = self.holders("lao_dong_tien_tien")
        advanced = None if holders is None else nomination["nguoi"] in holders
        recognised = {row["ma"] for row in self.records["sang-kien"]["sang_kien"]
                      if row.get("cong_nhan")}
        rating = self.rating(nomination["nguoi"], "ca_nhan")
        if recognised & set(nomination.get("sang_kien") or []):
            better = True
        elif rating is None or nomination.get("sang_kien") is None:
            better = True if rating == "hoan_thanh_xuat_sac" else None
        else:
            better = rating == "hoan_thanh_xuat_sac"
        return of_facts([advanced, better])

    def service_is_limited(self) -> bool:
        return any(self.overlay.get(key) is not None
                   for key in ("thoi_gian_cong_tac_toi_thieu_thang", "so_ngay_vang_toi_da"))

    def service(self, nomination: dict) -> str:
        """R22: the office's own limits; no national ones were found."""
        facts = []
        least = self.overlay.get("thoi_gian_cong_tac_toi_thieu_thang")
        if least is not None:
            since = self.people[nomination["nguoi"]].get("ngay_vao")
            facts.append(None if since is None else months(since, self.last_day) >= least)
        most = self.overlay.get("so_ngay_vang_toi_da")
        if most is not None:
            away = sum(common_days(row["tu_ngay"], row.get("den_ngay") or self.last_day,
                                   self.period["tinh_tu_ngay"], self.last_day)
                       for row in self.incidents(nomination, ABSENCES))
            facts.append(away <= most)
        return of_facts(facts)

    @staticmethod
    def papers(nomination: dict) -> str:
        """R24: report, minutes and the initiative's confirmation lay there on the day of receipt.

        Luật 2022, Điều 84 khoản 1, khoản 2 [READ].
        """
        held = nomination.get("giay_to") or {}
        needed = ["bao_cao_thanh_tich", "bien_ban_binh_xet"]
        facts = []
        if nomination.get("sang_kien") is None:
            facts.append(None)
        elif nomination["sang_kien"]:
            needed.append("xac_nhan_sang_kien")
        for name in needed:
            day = held.get(name)
            facts.append(None if day is None else day <= nomination["ngay_nhan_ho_so"])
        return of_facts(facts)

    def criteria_named(self, nomination: dict) -> str:
        """R31: the plan's criteria. Mục III.1 [PLAN]."""
        known = {row["so"] for row in self.records["phong-trao"]["tieu_chi"]}
        named = [item.get("tieu_chi") for item in nomination["thanh_tich"]]
        if any(number is not None and number not in known for number in named):
            return UNMET
        if None in named:
            return UNDECIDED
        return MET if len(set(named)) >= (self.overlay.get("tieu_chi_toi_thieu") or 1) else UNMET

    # What a person is told beside the outcome

    def warnings(self, nomination: dict) -> list[str]:
        """The rules that warn and never refuse."""
        day = nomination.get("ngay_nhan_ho_so")
        told = {
            "R01": day is not None and day < LAW_CHANGES,
            "R02": day is not None and day >= DECREE_ENDS,
            "R25": day is not None and day > (self.period.get("han_nop") or "9"),
            "R33": self.decides_for_oneself(nomination),
        }
        return [name for name, said in told.items() if said]

    def decides_for_oneself(self, nomination: dict) -> bool:
        """R33: who remarks, chairs, keeps the minutes, counts or signs is the nominee.

        Of a collective only the one that the signer of a Giấy khen heads. The office's own rule.
        """
        signers = {row["nguoi_ky"] for row in self.records["van-ban"]["van_ban"]
                   if row["loai"] == "quyet-dinh-khen-thuong" and row.get("nguoi_ky")}
        signers |= {row["nguoi"] for row in self.records["co-quan"]["nguoi_ky"]
                    if not row.get("ky_thay") and (row["den_ngay"] or "9") >= self.last_day}
        certificate = nomination["hinh_thuc"] == "giay_khen"
        if "don_vi" in nomination:
            heads = {row["ma"]: row.get("truong") for row in self.records["don-vi"]["don_vi"]}
            leads = any(row["ma"] == nomination["don_vi"] and row["loai"] == "lanh_dao"
                        for row in self.records["don-vi"]["don_vi"])
            return certificate and leads and heads[nomination["don_vi"]] in signers
        busy = {(nomination.get("nhan_xet") or {}).get("nguoi")}
        for meeting, _ in self.votes(nomination):
            busy |= {meeting["chu_tri"], meeting["thu_ky"]}
        for session in self.records["hoi-dong"]["phien"]:
            tellers = session.get("ban_kiem_phieu") or {"truong_ban": None, "uy_vien": []}
            busy |= {session["chu_tri"], tellers["truong_ban"], *tellers["uy_vien"]}
        return nomination["nguoi"] in busy | (signers if certificate else set())

    def judged(self) -> list[dict]:
        """Every nomination with its outcome, the rules behind it and the warnings."""
        rows = []
        for nomination in self.nominations:
            outcome, reasons = self.outcome(nomination)
            rows.append({
                "ma": nomination["ma"],
                "doi_tuong": self.subject(nomination),
                "hinh_thuc": nomination["hinh_thuc"],
                "ket_qua": outcome,
                "ly_do": reasons,
                "canh_bao": [] if outcome == WITHDRAWN else self.warnings(nomination),
            })
        return rows


def months(start: str, end: str) -> int:
    """The whole months from one day to another; a month's last day completes it."""
    first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    whole = 12 * (last.year - first.year) + last.month - first.month
    full = last.day >= min(first.day, calendar.monthrange(last.year, last.month)[1])
    return whole if full else whole - 1


def common_days(start: str, end: str, first: str, last: str) -> int:
    """How many calendar days two stretches of time have in common, ends included."""
    days = (datetime.date.fromisoformat(min(end, last))
            - datetime.date.fromisoformat(max(start, first))).days + 1
    return max(days, 0)
