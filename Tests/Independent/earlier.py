"""Writes a copy of the yearly review that was decided on the day before 01/7/2026.

    python Tests/Independent/earlier.py FOLDER

leaves `FOLDER/nguon/2026-hang-nam` and `FOLDER/nguon/chung`, which the program builds like any
period. Every day of the review moves back by as much as its decision does, so that all facts keep
their places to each other; days of birth, of employment and of the movement stay. One awardee gets a name
name and a sentence as long as a certificate can ever meet.
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


def lengthened(people: dict, subject: str) -> dict:
    for row in people["nguoi"]:
        if row["ma"] == subject:
            row["ho_ten"] = LONG_NAME
    return people


def explained(nominations: dict, subject: str) -> dict:
    for row in nominations["de_nghi"]:
        if row.get("nguoi") == subject:
            row["cau_thanh_tich"] = LONG_SENTENCE
    return nominations


def write(folder: pathlib.Path):
    """Writes the copy into a folder that does not hold one yet."""
    source = folder / "nguon"
    for name in (YEARLY, "chung"):
        shutil.copytree(PROJECT / "Samples" / name, source / name)
    papers = json.loads((source / YEARLY / "van-ban.json").read_text(encoding="utf-8"))
    [decided] = [row["ngay"] for row in papers["van_ban"]
                 if row["loai"] == "quyet-dinh-khen-thuong"]
    days = datetime.date.fromisoformat(decided) - DECIDED
    for path in sorted((source / YEARLY).glob("*.json")):
        change(path, lambda value: moved(value, days))
    for name in MOVING:
        change(source / "chung" / f"{name}.json", lambda value: moved(value, days))
    change(source / "chung" / "nhan-su.json", lambda value: lengthened(value, "KGVX04"))
    change(source / YEARLY / "de-nghi.json", lambda value: explained(value, "KGVX04"))


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]))
