#!/usr/bin/env python3
"""Writes a yearly review of any size: a period's folder and the shared folder beside it.

The folders hold the files and keys of Samples/2026-hang-nam and Samples/chung, and everything in
them is invented. The same options give the same bytes: there is no clock here, and the numbers
come from a generator of our own. Standard output gets the outcomes that were meant, in the words
in which `thidua` counts those it finds, so that the two can be compared:

    Benchmarks/make_period.py /dev/shm/b --nominations 200
    thidua check /dev/shm/b/2026-hang-nam
"""

import argparse
import json
from dataclasses import dataclass, field
from pathlib import Path

from names import PATTERNS

OFFICE = "Văn phòng UBND tỉnh Sơn La"
PERIOD = "2026-hang-nam"
YEAR = 2026
FIRST_DAY, LAST_DAY = "2026-05-01", "2026-11-30"
RECEIVED, MET_ON, COUNCIL_ON, DECIDED_ON = "2026-12-04", "2026-12-02", "2026-12-15", "2026-12-22"
RESULT_WORDS = {"met": "đạt", "unmet": "không đạt", "undecided": "chưa đủ dữ kiện"}


class Numbers:
    """A linear congruential generator (Knuth's MMIX): the same numbers everywhere."""

    def __init__(self, seed: int):
        self.state = seed & (2**64 - 1)

    def below(self, limit: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
        return (self.state >> 33) % limit

    def pick(self, items: list):
        return items[self.below(len(items))]

    def weighted(self, items: list[tuple]) -> tuple:
        """One of the rows, whose second item is the weight."""
        rest = self.below(sum(item[1] for item in items))
        for item in items:
            rest -= item[1]
            if rest < 0:
                return item
        raise AssertionError("weights add up")

    def shuffled(self, items: list) -> list:
        result = list(items)
        for last in range(len(result) - 1, 0, -1):
            other = self.below(last + 1)
            result[last], result[other] = result[other], result[last]
        return result


# What is the matter with a person's nomination: name, weight, outcome that the rules give.
PERSON_CASES = [
    ("plain", 44, "met"), ("initiative", 8, "met"), ("discipline_over", 3, "met"),
    ("maternity", 3, "met"), ("earlier_award", 6, "met"), ("complaint_closed", 2, "met"),
    ("complaint_open", 4, "unmet"), ("discipline_lasts", 4, "unmet"),
    ("rewarded_already", 4, "unmet"), ("rated_low", 4, "unmet"), ("outvoted", 3, "unmet"),
    ("other_award", 2, "unmet"),
    ("no_report", 4, "undecided"), ("no_remark", 3, "undecided"), ("no_rating", 2, "undecided"),
    ("no_vote", 2, "undecided"), ("overlap", 3, "undecided"), ("withdrawn", 3, None),
]
UNIT_CASES = [
    ("plain", 60, "met"), ("rated_low", 12, "unmet"), ("no_remark", 12, "undecided"),
    ("no_vote", 12, "undecided"), ("withdrawn", 4, None),
]
REFUSALS = {
    "complaint_open": "Đang trong thời gian xác minh đơn phản ánh",
    "discipline_lasts": "Thành tích thuộc thời gian thi hành kỷ luật",
    "rewarded_already": "Thành tích đã được khen thưởng",
    "rated_low": "Chưa đạt mức hoàn thành tốt nhiệm vụ",
    "outvoted": "Không quá nửa số người dự họp bình xét đồng ý",
    "other_award": "Kỳ xét hằng năm chỉ xét tặng Giấy khen",
}
MISSING = {
    "no_report": "báo cáo thành tích", "no_remark": "nhận xét của người đứng đầu",
    "no_rating": "kết quả xếp loại năm 2026", "no_vote": "kết quả biểu quyết của đơn vị",
    "overlap": "ý kiến về thành tích trùng thời gian với lần đã khen",
    "unconfirmed": "xác nhận của đơn vị về kỷ luật, đơn thư",
}
# Content of the movement, criterion, sentence with a number in it.
DEEDS = [
    (1, 1, "Tổ chức {} buổi phổ biến Kế hoạch phát động trong đơn vị."),
    (1, 3, "Biên soạn {} tin, bài về phong trào trên trang thông tin nội bộ."),
    (2, 3, "Lắp đặt, cấu hình {} thiết bị họp trực tuyến, không gián đoạn cuộc họp."),
    (3, 2, "Đề xuất quy trình thẩm tra hồ sơ trên môi trường mạng, áp dụng cho {} hồ sơ."),
    (3, 4, "Xây dựng bộ biểu mẫu điện tử, giảm {} giờ tổng hợp báo cáo mỗi tháng."),
    (4, 3, "Lập {} hồ sơ công việc điện tử, không có hồ sơ quá hạn."),
    (4, 3, "Số hóa {} văn bản đến, lập danh mục tra cứu điện tử."),
    (4, 1, "Rà soát, phân loại {} văn bản trước thời hạn."),
    (5, 5, "Giảm {} trang in so với cùng kỳ năm trước."),
    (5, 5, "Gửi bản điện tử thay bản giấy cho {} cuộc họp."),
]


@dataclass
class Person:
    code: str
    row: dict


@dataclass
class Unit:
    code: str
    row: dict
    people: list[Person] = field(default_factory=list)
    confirmed: bool = True


@dataclass
class Nomination:
    code: str
    nominee: str
    unit: Unit
    case: str
    outcome: str | None
    row: dict
    is_collective: bool
    passed: bool = False


def paper(kind: str, number: str, day: str) -> dict:
    return {"loai": kind, "so": number, "ngay": day, "co_quan": OFFICE}


class Period:
    """The period while it is put together."""

    def __init__(self, nominations: int, people: int, units: int, seed: int):
        self.numbers = Numbers(seed)
        self.taken: set[tuple[str, str]] = set()
        self.deeds = 0
        self.units = self.make_units(units)
        self.make_people(people)
        self.incidents: list[dict] = []
        self.initiatives: list[dict] = []
        self.register: list[dict] = []
        self.nominations = self.make_nominations(nominations)

    # Office, units, people.

    def make_units(self, count: int) -> list[Unit]:
        rows = [("LD", "Lãnh đạo Văn phòng", "lanh_dao"),
                ("TCHCQT", "Phòng Tổ chức - Hành chính - Quản trị", "phong")]
        for index in range(count - len(rows)):
            number = index + 1
            rows.append((f"TT{number:03}", f"Trung tâm Phục vụ {number}", "don_vi_su_nghiep")
                        if index % 5 == 4 else (f"P{number:03}", f"Phòng Nghiệp vụ {number}", "phong"))
        units = []
        for index, (code, name, kind) in enumerate(rows):
            own = kind == "don_vi_su_nghiep"
            row = {"ma": code, "ten": name, "loai": kind,
                   "ky_hieu": None if kind == "lanh_dao" else code, "truong": f"{code}-01",
                   "co_con_dau": own, "co_so_van_ban": own}
            # Now and then a unit has not confirmed its incidents yet.
            units.append(Unit(code, row, confirmed=index % 17 != 9))
        return units

    def make_people(self, count: int) -> None:
        # Three leaders, five who run the review; the others evenly over the units.
        sizes = [3] + [5] * (len(self.units) - 1)
        rest = count - sum(sizes)
        for extra in range(rest):
            sizes[1 + extra % (len(sizes) - 1)] += 1
        for unit, size in zip(self.units, sizes):
            unit.people = [self.person(unit, place) for place in range(size)]

    def person(self, unit: Unit, place: int) -> Person:
        numbers = self.numbers
        while True:
            share = numbers.weighted([(pattern, pattern.share) for pattern in PATTERNS])
            pattern, is_man = share[0], numbers.below(2) == 0
            middle, given = pattern.men if is_man else pattern.women
            called = numbers.pick(given)
            name = f"{numbers.pick(pattern.surnames)} {numbers.pick(middle)} {called}"
            born = (f"{1968 + numbers.below(33)}-{1 + numbers.below(12):02}"
                    f"-{1 + numbers.below(28):02}")
            if (name, born) not in self.taken:
                break
        self.taken.add((name, born))
        kind = unit.row["loai"]
        posts = {"lanh_dao": ("Chánh Văn phòng", "Phó Chánh Văn phòng", "Phó Chánh Văn phòng"),
                 "phong": ("Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên"),
                 "don_vi_su_nghiep": ("Giám đốc", "Phó Giám đốc", "Viên chức")}[kind]
        code = f"{unit.code}-{place + 1:02}"
        row = {"ma": code, "ho_ten": name, "gioi_tinh": "nam" if is_man else "nu",
               "ngay_sinh": born, "dan_toc": pattern.people, "don_vi": unit.code,
               "chuc_vu": posts[min(place, 2)], "lanh_dao": place < 2 or kind == "lanh_dao",
               "doi_tuong": "vien_chuc" if kind == "don_vi_su_nghiep" else "cong_chuc"}
        if pattern.sorted_by_given:
            row["ten_goi"] = called
        if kind == "lanh_dao":
            row["dien_quan_ly"] = "tinh_uy"
        row["ngay_vao"] = f"{int(born[:4]) + 23}-0{1 + numbers.below(9)}-01"
        return Person(code, row)

    # Nominations, with the facts that lead to what is meant.

    def make_nominations(self, count: int) -> list[Nomination]:
        units = self.numbers.shuffled(self.units[1:])[: max(1, count // 12)]
        staff = [(unit, person) for unit in self.units[1:] for person in unit.people]
        chosen = {person.code for _, person in self.numbers.shuffled(staff)[: count - len(units)]}
        assert len(chosen) + len(units) == count
        collective = {unit.code for unit in units}
        nominations: list[Nomination] = []
        for unit in self.units[1:]:
            if unit.code in collective:
                nominations.append(self.nomination(unit, None, len(nominations)))
            for person in unit.people:
                if person.code in chosen:
                    nominations.append(self.nomination(unit, person, len(nominations)))
        passable = [nomination for nomination in nominations if nomination.outcome == "met"]
        for index, nomination in enumerate(passable):
            nomination.passed = index % 29 != 28  # The council does not pass everybody.
        return nominations

    def nomination(self, unit: Unit, person: Person | None, place: int) -> Nomination:
        case, _, outcome = self.numbers.weighted(PERSON_CASES if person else UNIT_CASES)
        if outcome == "met" and not unit.confirmed:
            case, outcome = "unconfirmed", "undecided"
        other = case == "other_award"
        code = f"{'BK' if other else 'GK'}-{place + 1:05}"
        content, criterion, sentence = self.numbers.pick(DEEDS)
        text = sentence.format(12 + self.numbers.below(900))
        deed = {"ma": self.deed(), "noi_dung_thi_dua": content, "tieu_chi": criterion,
                "tu_ngay": "2026-06-01", "den_ngay": LAST_DAY, "mo_ta": text,
                "minh_chung": [f"Báo cáo số {1 + self.numbers.below(80)}/BC-{unit.code}"]}
        head = "LD-02" if person is None or person.code == unit.people[0].code else unit.people[0].code
        row = {"ma": code}
        row |= {"nguoi": person.code} if person else {"don_vi": unit.code}
        row |= {"hinh_thuc": "bang_khen_tinh" if other else "giay_khen",
                "tang": "tinh" if other else "van_phong", "ngay_nhan_ho_so": RECEIVED}
        if case == "withdrawn":
            row["trang_thai"] = "rut"
        remark = {"guong_mau_chap_hanh": True}
        if person is None:
            remark["noi_bo_doan_ket"] = True
        row |= {"tom_tat": text, "thanh_tich": [deed], "sang_kien": [],
                "nhan_xet": remark | {"nguoi": head, "ngay": MET_ON},
                "giay_to": {"bao_cao_thanh_tich": "2026-12-01", "bien_ban_binh_xet": MET_ON}}
        nomination = Nomination(
            code, person.code if person else unit.code, unit, case, outcome, row, person is None)
        self.add_facts(nomination, deed)
        return nomination

    def deed(self) -> str:
        self.deeds += 1
        return f"TT-2026-{self.deeds:05}"

    def add_facts(self, nomination: Nomination, deed: dict) -> None:
        """Writes what makes the case what it is, in the nomination or beside it."""
        case, who, row = nomination.case, nomination.nominee, nomination.row
        if case == "initiative":
            code = f"SK-2026-{len(self.initiatives) + 1:04}"
            self.initiatives.append({
                "ma": code, "ten": f"Sáng kiến số {len(self.initiatives) + 1} về hồ sơ điện tử",
                "tac_gia": [{"nguoi": who, "dong_gop": 100}],
                "noi_dung_thi_dua": [deed["noi_dung_thi_dua"]], "pham_vi": "co_so",
                "cong_nhan": paper("Quyết định", "88/QĐ-VPUB", "2026-11-20"),
                "hieu_qua": "Rút ngắn thời gian xử lý hồ sơ."})
            row["sang_kien"] = [code]
            row["giay_to"]["xac_nhan_sang_kien"] = "2026-11-20"
        elif case in ("discipline_over", "discipline_lasts"):
            last = "2026-08-31"
            self.incidents.append({
                "nguoi": who, "loai": "ky_luat", "muc": "khien_trach", "tu_ngay": "2025-09-01",
                "den_ngay": last, "van_ban": paper("Quyết định", "70/QĐ-VPUB", "2025-09-01")})
            if case == "discipline_lasts":
                deed["den_ngay"] = "2026-08-20"
            else:
                deed["tu_ngay"] = "2026-09-01"
        elif case == "maternity":
            self.incidents.append({"nguoi": who, "loai": "thai_san", "tu_ngay": "2026-06-15",
                                   "den_ngay": "2026-12-14"})
        elif case in ("complaint_open", "complaint_closed"):
            closed = case == "complaint_closed"
            self.incidents.append({
                "nguoi": who, "loai": "khieu_nai_to_cao",
                "tu_ngay": "2026-06-08" if closed else "2026-11-10",
                "den_ngay": "2026-07-20" if closed else None, "noi_dung": "Đơn phản ánh",
                "ket_luan": "Nội dung phản ánh không có cơ sở." if closed else None})
        elif case in ("rewarded_already", "overlap", "earlier_award"):
            rewarded = {key: deed[key] for key in ("ma", "noi_dung_thi_dua", "tu_ngay", "den_ngay")}
            rewarded["den_ngay"] = "2026-08-10"
            if case != "rewarded_already":
                rewarded["ma"] = self.deed()
            if case == "earlier_award":
                rewarded |= {"tu_ngay": FIRST_DAY, "den_ngay": "2026-05-29"}
            self.register.append(self.award(who, rewarded))
        elif case == "no_report":
            row["giay_to"]["bao_cao_thanh_tich"] = None
        elif case == "no_remark":
            row["nhan_xet"] |= {"guong_mau_chap_hanh": None, "nguoi": None, "ngay": None}

    def award(self, who: str, deed: dict) -> dict:
        return {
            "nguoi": who, "hinh_thuc": "giay_khen", "loai_khen": "dot_xuat", "nam": YEAR,
            "quyet_dinh": {"so": "240/QĐ-VPUB", "ngay": "2026-08-20",
                           "co_quan": "Chánh Văn phòng UBND tỉnh"},
            "so_thu_tu": 1 + len(self.register) % 10_000,
            "noi_dung": "Đã có thành tích trong chuyển đổi hạ tầng dùng chung",
            "thanh_tich": [deed], "sang_kien": [], "so_tien": 760_000, "nguon": "van_phong",
            "ngay_trao": "2026-09-01", "thu_hoi": None}

    # The files.

    def shared_files(self) -> dict[str, dict]:
        return {
            "co-quan": office(),
            "don-vi": {"don_vi": [unit.row for unit in self.units]},
            "nhan-su": {"nguoi": [person.row for unit in self.units for person in unit.people]},
            "xep-loai": self.ratings(),
            "su-viec": {"su_viec": self.incidents, "xac_nhan": [
                {"don_vi": unit.code, "ngay": MET_ON, "nguoi_xac_nhan": f"{unit.code}-01"}
                for unit in self.units if unit.confirmed]},
            "sang-kien": {"sang_kien": self.initiatives},
            "so-khen-thuong": {"khen_thuong": self.register},
            "phong-trao": movement(),
        }

    def ratings(self) -> dict:
        low = {n.nominee for n in self.nominations if n.case == "rated_low"}
        unknown = {n.nominee for n in self.nominations if n.case == "no_rating"}

        def rating(code: str) -> str:
            if code in low:
                return "hoan_thanh"
            return "hoan_thanh_xuat_sac" if self.numbers.below(6) == 0 else "hoan_thanh_tot"

        return {"nam": [{
            "nam": YEAR, "van_ban": paper("Thông báo", "118/TB-VPUB", "2026-12-09"),
            "ca_nhan": {person.code: rating(person.code) for unit in self.units
                        for person in unit.people if person.code not in unknown},
            "tap_the": {unit.code: rating(unit.code) for unit in self.units[1:]},
        }], "tam_thoi": []}

    def period_files(self) -> dict[str, dict]:
        return {
            "dot": {
                "ma": PERIOD, "ten": "Xét khen thưởng hằng năm Phong trào thi đua, năm 2026",
                "thoi_diem": "hang_nam", "dung_chung": "../chung", "tinh_tu_ngay": FIRST_DAY,
                "tinh_den_ngay": LAST_DAY, "han_nop": "2026-12-05",
                "cong_khai": {"tu_ngay": "2026-12-07", "den_ngay": "2026-12-11",
                              "noi": "Bảng tin của Văn phòng", "y_kien": []},
                "hoi_nghi": {"ngay": "2026-12-25", "gio": "08:00", "dia_diem": "Hội trường"},
                "cau_thanh_tich": {"giay_khen": "Đã có thành tích trong Phong trào thi đua “Đổi mới"
                                   " sáng tạo, chuyển đổi số” của Văn phòng UBND tỉnh, năm 2026"},
                "can_cu_them": []},
            "quy-dinh": {key: None for key in (
                "can_cu", "ty_le_toi_da", "so_luong_toi_da", "ty_le_khong_lanh_dao_toi_thieu",
                "thoi_gian_cong_tac_toi_thieu_thang", "so_ngay_vang_toi_da", "tieu_chi_toi_thieu",
                "hoi_dong", "han", "thu_tu_ten", "tap_the_truoc", "uu_tien_khi_bang_nhau",
                "to_trinh_noi_bo", "in_bang_khen", "ghi_tien_thuong", "so_vang_lien_tuc")},
            "binh-xet": {"cuoc_hop": self.meetings()},
            "de-nghi": {"de_nghi": [nomination.row for nomination in self.nominations]},
            "hoi-dong": council(),
            "bo-phieu": self.ballot(),
            "van-ban": self.papers(),
            "ket-qua": self.results(),
        }

    def meetings(self) -> list[dict]:
        votes: dict[str, list[dict]] = {unit.code: [] for unit in self.units[1:]}
        for nomination in self.nominations:
            if nomination.case == "no_vote":
                continue
            size = len(nomination.unit.people)
            ayes = size // 2 if nomination.case == "outvoted" else size - self.numbers.below(2)
            votes[nomination.unit.code].append(
                {"de_nghi": nomination.code, "dong_y": ayes, "khong_dong_y": size - ayes})
        return [self.meeting(unit, votes[unit.code]) for unit in self.units[1:]]

    def meeting(self, unit: Unit, votes: list[dict]) -> dict:
        size = len(unit.people)
        return {"don_vi": unit.code, "ngay": MET_ON, "bat_dau": "14:00", "ket_thuc": "15:20",
                "dia_diem": "Phòng họp của đơn vị", "chu_tri": f"{unit.code}-01",
                "thu_ky": f"{unit.code}-03", "tong_so": size, "co_mat": size, "vang": [],
                "cach_bieu_quyet": "gio_tay", "y_kien": [], "ket_qua": votes}

    def in_list_order(self) -> list[Nomination]:
        """Those on the papers: collectives before people."""
        passed = [nomination for nomination in self.nominations if nomination.passed]
        return sorted(passed, key=lambda nomination: not nomination.is_collective)

    def ballot(self) -> dict:
        met = [nomination for nomination in self.nominations if nomination.outcome == "met"]
        return {"phien": "HD-01",
                "phieu": {"phat_ra": 5, "thu_ve": 5, "hop_le": 5, "khong_hop_le": 0},
                "y_kien_van_ban": 0,
                "ket_qua": [{"de_nghi": nomination.code, "dong_y": 5 if nomination.passed else 2,
                             "khong_dong_y": 0 if nomination.passed else 3,
                             "van_ban_dong_y": 0} for nomination in met]}

    def papers(self) -> dict:
        listed = [nomination.code for nomination in self.in_list_order()]
        rows = [{"ma": "cv-huong-dan", "loai": "cong-van-de-nghi", "so": "640",
                 "ngay": "2026-11-16", "nguoi_ky": "LD-02"}]
        rows += [{"ma": f"bb-{unit.code}", "loai": "bien-ban-binh-xet", "don_vi": unit.code,
                  "so": None, "ngay": MET_ON, "nguoi_ky": f"{unit.code}-01"}
                 for unit in self.units[1:]]
        rows += [{"ma": f"bb-{name}", "loai": f"bien-ban-{name}", "phien": "HD-01", "so": None,
                  "ngay": COUNCIL_ON} for name in ("hoi-dong", "kiem-phieu")]
        rows.append({"ma": "ttr-giay-khen", "loai": "to-trinh-giay-khen", "so": None,
                     "ngay": "2026-12-17", "nguoi_ky": "TCHCQT-01", "de_nghi": listed})
        rows.append({"ma": "qd-giay-khen", "loai": "quyet-dinh-khen-thuong", "so": "412",
                     "ngay": DECIDED_ON, "nguoi_ky": "LD-01", "de_nghi": listed})
        return {"van_ban": rows}

    def results(self) -> dict:
        given = []
        for nomination in self.in_list_order():
            row = {"de_nghi": nomination.code, "ngay": "2026-12-25", "nguoi_trao": "LD-01"}
            if nomination.is_collective:
                row["nguoi_nhan_thay"] = f"{nomination.unit.code}-01"
            given.append(row)
        refused = [(n, REFUSALS[n.case]) for n in self.nominations if n.outcome == "unmet"]
        refused += [(n, "Hội đồng không thông qua") for n in self.nominations
                    if n.outcome == "met" and not n.passed]
        return {
            "trao": given,
            "khong_duoc_khen": [{"de_nghi": nomination.code, "ly_do": why,
                                 "thong_bao_ngay": "2026-12-16"} for nomination, why in refused],
            "tra_lai": [{"de_nghi": n.code, "ngay": "2026-12-07", "thieu": [MISSING[n.case]],
                         "han_bo_sung": "2026-12-11"}
                        for n in self.nominations if n.outcome == "undecided"]}

    @property
    def summary(self) -> str:
        return ", ".join(
            f"{sum(n.outcome == outcome for n in self.nominations)} đề nghị {word}"
            for outcome, word in RESULT_WORDS.items())


def office() -> dict:
    return {
        "ma": "VPUB", "ten": OFFICE, "ten_day_du": "Văn phòng Ủy ban nhân dân tỉnh Sơn La",
        "tieu_de": ["UBND TỈNH SƠN LA", "VĂN PHÒNG"],
        "tham_quyen": "CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH SƠN LA",
        "chuc_danh_dung_dau": "Chánh Văn phòng", "dia_danh": "Sơn La", "phong_tham_muu": "TCHCQT",
        "van_ban_giay_hay_dien_tu": "dien_tu",
        "van_ban_chuc_nang": {"loai": "Quyết định", "so": None, "ngay": None,
                              "co_quan": "UBND tỉnh Sơn La", "trich_yeu": "quy định chức năng,"
                              " nhiệm vụ, quyền hạn và cơ cấu tổ chức của Văn phòng UBND tỉnh"},
        "nguoi_ky": [
            {"nguoi": "LD-01", "chuc_vu": "Chánh Văn phòng", "tu_ngay": None, "den_ngay": None},
            {"nguoi": "LD-02", "chuc_vu": "Phó Chánh Văn phòng", "ky_thay": True,
             "tu_ngay": "2026-01-01", "den_ngay": None}],
        "ke_toan": "TCHCQT-05"}


def council() -> dict:
    members = [("LD-01", "chu_tich"), ("LD-02", "pho_chu_tich"), ("LD-03", "uy_vien"),
               ("TCHCQT-01", "uy_vien"), ("TCHCQT-02", "uy_vien_thu_ky")]
    return {
        "ten": "Hội đồng Thi đua - Khen thưởng Văn phòng UBND tỉnh",
        "thanh_lap": paper("Quyết định", "120/QĐ-VPUB", "2026-06-15"),
        "thanh_vien": [{"nguoi": code, "vai_tro": role} for code, role in members],
        "phien": [{
            "ma": "HD-01", "ngay": COUNCIL_ON, "bat_dau": "14:00", "ket_thuc": "16:10",
            "dia_diem": "Phòng họp số 1", "chu_tri": "LD-01", "thu_ky": "TCHCQT-02",
            "co_mat": [code for code, _ in members], "vang": [], "cach_bieu_quyet": "bo_phieu_kin",
            "ban_kiem_phieu": {"truong_ban": "LD-02", "uy_vien": ["TCHCQT-01"]}, "y_kien": [],
            "ket_luan": "Hội đồng thống nhất kết quả kiểm phiếu."}]}


def movement() -> dict:
    contents = ["Đổi mới tư duy, nâng cao nhận thức", "Phát triển hạ tầng số và hạ tầng xanh",
                "Thúc đẩy đổi mới sáng tạo", "Phát triển chuyển đổi số toàn diện",
                "Chuyển đổi xanh, phát triển bền vững"]
    criteria = ["Hoàn thành, vượt nhiệm vụ được giao", "Cải cách thủ tục hành chính",
                "Chuyển đổi số trong hoạt động của cơ quan", "Sáng kiến, giải pháp mới",
                "Tiết kiệm tài nguyên, năng lượng"]
    interim = ["giay_khen", "bang_khen_tinh", "bang_khen_thu_tuong"]
    return {
        "ma": "dmst-cds-2026-2030", "ten": "Đổi mới sáng tạo, chuyển đổi số",
        "tang": [
            {"tang": "tinh", "nguoi_phat_dong": "UBND tỉnh Sơn La",
             "van_ban": {"loai": "Quyết định", "so": "1031/QĐ-UBND", "ngay": "2026-04-27",
                         "co_quan": "UBND tỉnh Sơn La"}, "tu_nam": YEAR, "den_nam": 2030},
            {"tang": "van_phong", "nguoi_phat_dong": "Chánh Văn phòng UBND tỉnh",
             "van_ban": {"loai": "Kế hoạch", "so": None, "ky_hieu": "KH-VPUB", "ngay": None,
                         "nam": YEAR, "co_quan": OFFICE}, "tu_nam": YEAR, "den_nam": 2030}],
        "noi_dung": [{"so": number, "ten": name} for number, name in enumerate(contents, 1)],
        "tieu_chi": [{"so": number, "ten": name} for number, name in enumerate(criteria, 1)],
        "hinh_thuc": {"hang_nam": ["giay_khen"], "so_ket": interim,
                      "tong_ket": interim + ["co_thi_dua_tinh", "co_thi_dua_chinh_phu"]},
        "uu_tien_sang_kien": True,
        "chi_tieu": [{"ma": "CT-01", "noi_dung": 4, "ten": "Tỷ lệ hồ sơ lập trên môi trường mạng",
                      "don_vi_tinh": "%", "muc_tieu": {"2026": 90, "2027": 95}, "chieu": "tang"}]}


def write(folder: Path, files: dict[str, dict]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        top = {"$schema": f"../schemas/{name}.schema.json"} | content
        text = json.dumps(top, ensure_ascii=False, indent=1) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="gets chung/ and " + PERIOD + "/")
    parser.add_argument("--nominations", type=int, default=200)
    parser.add_argument("--people", type=int, help="two for each nomination, unless said")
    parser.add_argument("--units", type=int, help="one for each 20 people, at most 200, unless said")
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    people = options.people or max(40, options.nominations * 2)
    units = options.units or min(200, max(4, people // 20))
    if options.nominations < 1 or units < 3:
        parser.error("at least 1 nomination and 3 units")
    if people < 5 * units or people - 3 < options.nominations:
        parser.error("at least 5 people for each unit, and more people than nominations")
    period = Period(options.nominations, people, units, options.seed)
    write(options.folder / "chung", period.shared_files())
    write(options.folder / PERIOD, period.period_files())
    print(period.summary)


if __name__ == "__main__":
    main()
