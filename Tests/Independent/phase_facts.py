"""The facts of an interim or a final review, looked up in the JSON for `phase_expected.py`.

How an open reading of the law is taken is said there.
"""

import json
import pathlib

from hang_nam_expected import WITHDRAWN

SHARED = ("co-quan", "don-vi", "nhan-su", "xep-loai", "su-viec", "sang-kien", "so-khen-thuong",
          "phong-trao")
OWN = ("dot", "de-nghi", "binh-xet", "bao-cao-don-vi", "hoi-dong", "bo-phieu", "van-ban", "ket-qua",
       "quy-dinh", "bao-cao")


def read(period: pathlib.Path) -> dict:
    """The records of a period, by the name of their file; one of its own replaces a shared one."""
    shared = period / json.loads((period / "dot.json").read_text(encoding="utf-8"))["dung_chung"]
    records = {}
    for folder, names in ((shared, SHARED), (period, SHARED + OWN)):
        for name in names:
            path = folder / f"{name}.json"
            if path.is_file():
                records[name] = json.loads(path.read_text(encoding="utf-8"))
    return records


class PhaseFacts:
    """The records of a review and what is looked up in them."""

    def __init__(self, records: dict):
        self.records = records
        self.period = records["dot"]
        self.nominations = records["de-nghi"]["de_nghi"]
        self.people = {row["ma"]: row for row in records["nhan-su"]["nguoi"]}
        self.overlay = records["quy-dinh"]
        self.last_day = self.period["tinh_den_ngay"]
        self.year = int(self.last_day[:4])

    # Subjects

    @staticmethod
    def subject(row: dict) -> str:
        return row.get("don_vi") or row["nguoi"]

    @staticmethod
    def size(row: dict) -> str:
        """Whether a row is about a collective or a person."""
        return "tap_the" if "don_vi" in row else "ca_nhan"

    def unit(self, row: dict) -> str:
        """The unit that answers for the subject of a row."""
        return row["don_vi"] if "don_vi" in row else self.people[row["nguoi"]]["don_vi"]

    def members(self, unit: str) -> list[dict]:
        """The members of a unit on the last day counted."""
        return [row for row in self.people.values() if self.unit_then(row) == unit]

    def unit_then(self, person: dict) -> str | None:
        """The unit of a person on the last day counted; none before joining and after leaving."""
        day = self.last_day
        if (person.get("ngay_vao") or "") > day or (person.get("ngay_thoi") or "9") < day:
            return None
        for stay in person.get("qua_trinh") or []:
            if stay["tu_ngay"] <= day <= (stay["den_ngay"] or "9"):
                return stay["don_vi"]
        return person["don_vi"]

    # Incidents and earlier awards

    def incidents(self, nomination: dict, kinds) -> list[dict]:
        """The incidents of some kinds that concern the very subject of a nomination."""
        key = "don_vi" if "don_vi" in nomination else "nguoi"
        return [row for row in self.records["su-viec"]["su_viec"]
                if row["loai"] in kinds and row.get(key) == nomination[key]]

    def confirmed(self, nomination: dict) -> bool:
        """True when the unit said, on the last day counted or later, that there is nothing else."""
        return any(
            row["don_vi"] == self.unit(nomination) and row["ngay"] >= self.last_day
            for row in self.records["su-viec"]["xac_nhan"])

    def earlier_awards(self, nomination: dict) -> list[dict]:
        """The rows of the register that were decided before the dossier came and still stand."""
        return [row for row in self.records["so-khen-thuong"]["khen_thuong"]
                if row["quyet_dinh"]["ngay"] < nomination["ngay_nhan_ho_so"]
                and not row.get("thu_hoi")]

    def others(self, nomination: dict) -> list[dict]:
        """The other nominations of the review."""
        return [row for row in self.nominations
                if row is not nomination and row.get("trang_thai") != WITHDRAWN]

    # Ratings, votes, remarks, titles

    def rating(self, subject: str, size: str) -> str | None:
        """The rating of the year under review; none while it is unknown."""
        for row in self.records["xep-loai"]["nam"]:
            if row["nam"] == self.year and row[size].get(subject):
                return row[size][subject]
        for row in self.records["xep-loai"].get("tam_thoi") or []:
            if row["nam"] == self.year and row["den_ngay"] >= self.last_day:
                if row[size].get(subject):
                    return row[size][subject]
        return None

    def voted(self, nomination: dict) -> bool | None:
        """Whether the unit's meeting agreed, by more than half of the unit; None without a vote."""
        for meeting, row in self.votes(nomination):
            return 2 * row["dong_y"] > meeting["tong_so"]
        return None

    def votes(self, nomination: dict) -> list[tuple[dict, dict]]:
        """The unit's meetings that voted on a nomination, each with the vote."""
        return [(meeting, row) for meeting in self.records["binh-xet"]["cuoc_hop"]
                for row in meeting["ket_qua"] if row["de_nghi"] == nomination["ma"]]

    def remarks(self, nomination: dict) -> list[bool | None]:
        """Exemplary; of a collective also united."""
        said = nomination.get("nhan_xet") or {}
        keys = ["guong_mau_chap_hanh"] + ["noi_bo_doan_ket"] * ("don_vi" in nomination)
        return [said.get(key) for key in keys]

    def holders(self, title: str) -> set[str] | None:
        """Who holds a title of the year under review; None while the register has none of it."""
        rows = [row for row in self.records["so-khen-thuong"]["khen_thuong"]
                if row["hinh_thuc"] == title and row["nam"] == self.year
                and not row.get("thu_hoi")]
        return {self.subject(row) for row in rows} or None
