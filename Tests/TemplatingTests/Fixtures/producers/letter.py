"""The letter that every producer writes, each in its own way.

A paragraph is a list of stretches (text, bold); a border between two stretches lies where an author
stopped, went back or made something bold: more than once inside a tag.
"""

PARAGRAPHS = [
    [("Kính gửi: <<đơn", False), (" vị.tên>>", False)],
    [("Ông (bà): <<họ ", False), ("tên", True), (">>, <", False), ("<chức vụ>>.", False)],
    [("<<Nếu nữ", False), (">>Bà<<không", False), (" thì>>Ông<<h", False), ("ết>> sinh ngày ", False),
     ("<<ngày sinh | ng", False), ("ày>>, <<ghi chú | mặc định \"không có\">>.", False)],
]
TABLE = [
    ["TT", "Môn thi", "Điểm"],
    ["<<mỗi m trong môn>><<vòng.stt>>", "<<m.tên>>", "<<m.điểm | mặc định ->>"],
]
LAST = [("<<mỗi n trong nơi nhận>>- <<n>><<giữa>>; ", False), ("<<hết giữa>><<hết>>.", False)]
# What a second author writes while changes are tracked: a tag typed anew.
TRACKED = [("Số: ", False), ("<<số ký hiệu>>", False)]
AUTHOR, DAY = "Nguyễn Thị Hà", "2026-05-04T08:00:00Z"
