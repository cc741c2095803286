"""Writes a copy of the yearly review that was decided on the day before 01/7/2026.

    python Tests/Independent/earlier.py FOLDER

leaves `FOLDER/nguon/2026-hang-nam` and `FOLDER/nguon/chung`, which the program builds like any
period. Every day of the review moves back by as much as its decision does, so that all facts keep
their places to each other; days of birth, of employment and of the movement stay. One awardee gets
a name and a sentence as long as a certificate can ever meet; another is voted down by the council.
"""

import datetime
import json
import pathlib
import shutil
import sys

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
YEARLY = "2026-hang-nam"
DECIDED = datetime.date(2026, 6, 30)
# Facts of the review in the shared folder; what else lies there has days of its own.
MOVING = ("su-viec", "sang-kien", "so-khen-thuong")
LONG, VOTED_DOWN = "KGVX04", "GK-04"
LONG_NAME = "Nguyễn Hoàng Thị Phương Nhung Thiên Trường"
LONG_SENTENCE = (
    "Đã có thành tích trong nghiên cứu, đề xuất và tổ chức áp dụng quy trình tiếp nhận, thẩm tra, "
    "trình ký, phát hành và theo dõi hồ sơ thuộc lĩnh vực khoa giáo, văn xã hoàn toàn "
    "trên môi trường mạng, rút ngắn thời gian giải quyết hồ sơ, góp phần thực hiện Phong trào thi "
    "đua “Đổi mới sáng tạo, phát triển khoa học, công nghệ, chuyển đổi số, chuyển đổi xanh” của "
    "Văn phòng UBND tỉnh, năm 2026")


def moved(value, days: datetime.timedelta):
    """A JSON value in which every text that is a day is some days earlier."""
    if isinstance(value, dict):
        return {key: moved(item, days) for key, item in value.items()}
    if isinstance(value, list):
        return [moved(item, days) for item in value]
    if isinstance(value, str):
        try:
            return str(datetime.date.fromisoformat(value) - days)
        except ValueError:
            return value
    return value


def change(path: pathlib.Path, how):
    """Writes what a function makes of a JSON file."""
    value = how(json.loads(path.read_text(encoding="utf-8")))
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def lengthened(people: dict) -> dict:
    """The people, one of whom has a long name."""
    for row in people["nguoi"]:
        if row["ma"] == LONG:
            row["ho_ten"] = LONG_NAME
    return people


def explained(nominations: dict) -> dict:
    """The nominations; that of the long name has a long sentence."""
    for row in nominations["de_nghi"]:
        if row.get("nguoi") == LONG:
            row["cau_thanh_tich"] = LONG_SENTENCE
    return nominations


def voted_down(votes: dict) -> dict:
    """The votes of a council of seven, three of whom agreed to one nomination."""
    for row in votes["ket_qua"]:
        if row["de_nghi"] == VOTED_DOWN:
            row.update(dong_y=2, khong_dong_y=4, van_ban_dong_y=1)
    return votes


def unlisted(papers: dict) -> dict:
    """The papers without that nomination."""
    for row in papers["van_ban"]:
        if "de_nghi" in row:
            row["de_nghi"].remove(VOTED_DOWN)
    return papers


def kept(results: dict) -> dict:
    """What was handed over, without that nomination."""
    results["trao"] = [row for row in results["trao"] if row["de_nghi"] != VOTED_DOWN]
    return results


def write(folder: pathlib.Path):
    """Writes the copy into a folder that does not hold one yet."""
    source = folder / "nguon"
    for name in (YEARLY, "chung"):
        shutil.copytree(PROJECT / "Samples" / name, source / name)
    own, shared = source / YEARLY, source / "chung"
    papers = json.loads((own / "van-ban.json").read_text(encoding="utf-8"))
    [decided] = [row["ngay"] for row in papers["van_ban"]
                 if row["loai"] == "quyet-dinh-khen-thuong"]
    days = datetime.date.fromisoformat(decided) - DECIDED
    for path in (*sorted(own.glob("*.json")), *(shared / f"{name}.json" for name in MOVING)):
        change(path, lambda value: moved(value, days))
    change(shared / "nhan-su.json", lengthened)
    change(own / "de-nghi.json", explained)
    change(own / "bo-phieu.json", voted_down)
    change(own / "van-ban.json", unlisted)
    change(own / "ket-qua.json", kept)


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]))
