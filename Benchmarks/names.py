"""Invented Vietnamese names, after the ordinary name patterns of the peoples of Sơn La.

Any likeness to a real person is chance: surnames, middle words and given names are put together
by a generator of pseudo-random numbers.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pattern:
    """How names of one people are put together; `share` is its weight among the people made."""

    people: str
    share: int
    surnames: list[str]
    men: tuple[list[str], list[str]]
    women: tuple[list[str], list[str]]
    sorted_by_given: bool = False


def _words(text: str) -> list[str]:
    return text.split()


_MEN = _words(
    "An Bảo Bình Chung Cường Diệp Dũng Dương Đại Đoan Đức Giang Hải Hào Hiệp Hòa Hoàn Hùng Huy"
    " Hưng Khánh Khôi Kiên Lâm Liêm Long Minh Nam Nghĩa Phong Phúc Quang Quân Sơn Tài Tâm Thành"
    " Thắng Thịnh Toàn Trung Tuấn Tùng Việt Vinh"
)
_WOMEN = _words(
    "Anh Bích Châu Chi Cúc Diệp Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hồng Huệ Hương Khuê"
    " Lan Liên Linh Loan Mai Minh Nga Ngân Ngọc Nhung Nương Oanh Phượng Quyên Tâm Thảo Thoa Thu"
    " Thủy Trang Tuyết Vân Xuân Yến"
)
_TAI_MEN = _words(
    "Ánh Biên Chiến Chung Doan Đôi Hặc Hịa Inh Ín Khụt Lả Liêm Mấng Muôn Nọi Ơn Pản Pâng Phanh"
    " Phiêu Pọm Quyết Sáy Thành Thịnh Thương Tiên Tỉnh Toản Ướng Xiên Xôm Yên"
)
_TAI_WOMEN = _words(
    "Bích Biên Chựa Diêng Doan Đôi Ến Hặc Hiên Hiền Hỏm Inh Khăm Lả Lẻ Liên Loan May Muôn Nọi"
    " Nương Ỏm Ón Phanh Pậng Phượng Quyên Sương Thảnh Thiêm Thoan Ươi Vân Xuân Xương"
)
_MONG_MEN = _words(
    "Chá Chống Chơ Chu Dê Di Dơ Dua Giống Hử Kỷ Lau Lâu Lử Mang Nênh Nhà Páo Phử Pó Sáng Sếnh"
    " Súa Tếnh Thái Thông Tồng Trừ Tủa Vảng Vừ"
)
_MONG_WOMEN = _words(
    "Bầu Cha Chía Chư Dê Dợ Dở Dua Gầu Ghênh Kía La Mai Máy Mo Mỷ Nhè Pà Pàng Sáy Sông Sua"
    " Súa Tòng Xênh Xia"
)

_VAN = _words("Văn")
_THI = _words("Thị")
_KINH_MEN = _words("Văn Đức Quang Ngọc Hữu Xuân Duy Khắc Công Minh Thanh Anh")
_KINH_WOMEN = _words("Thị Thu Thanh Ngọc Thúy Bích Hồng Minh Mai Phương")

PATTERNS = [
    Pattern(
        "Thái", 50,
        _words("Lò Quàng Cầm Cà Tòng Lường Bạc Đèo Lèo Vì Điêu Lù Hoàng Sa Mè Kha"),
        (_VAN + _words("Minh Trung"), _TAI_MEN), (_THI + _words("Thu Bích"), _TAI_WOMEN)),
    Pattern(
        "Kinh", 18,
        _words("Nguyễn Trần Phạm Lê Vũ Đỗ Bùi Đặng Ngô Hoàng Phan Dương Đoàn Trịnh Mai Lưu"),
        (_KINH_MEN, _MEN), (_KINH_WOMEN, _WOMEN)),
    Pattern(
        "Mông", 14, _words("Giàng Vàng Mùa Sồng Thào Hờ Hạng Lầu Và Tráng Sùng Phàng Cứ Ly"),
        (_words("A"), _MONG_MEN), (_THI, _MONG_WOMEN), sorted_by_given=True),
    Pattern(
        "Mường", 8, _words("Đinh Hà Bùi Quách Phùng Cao Xa Bạch"),
        (_VAN + _words("Công Quang"), _MEN), (_THI + _words("Thu"), _WOMEN)),
    Pattern(
        "Dao", 3, _words("Bàn Triệu Đặng Lý Phùng Dương"),
        (_words("Văn Tài Kim Xuân"), _MEN), (_words("Thị Mùi"), _WOMEN)),
    Pattern(
        "Khơ Mú", 2, _words("Quàng Lường Cút Moong Vì"), (_VAN, _TAI_MEN), (_THI, _TAI_WOMEN)),
    Pattern(
        "Xinh Mun", 2, _words("Vì Lò Hoàng Lèo Cút"), (_VAN, _TAI_MEN), (_THI, _TAI_WOMEN)),
    Pattern("Kháng", 1, _words("Lò Lường Quàng Lèo"), (_VAN, _TAI_MEN), (_THI, _TAI_WOMEN)),
    Pattern("La Ha", 1, _words("Lò Lường Quàng Hoàng"), (_VAN, _TAI_MEN), (_THI, _TAI_WOMEN)),
    Pattern("Lào", 1, _words("Lò Lường Vì Tòng"), (_VAN, _TAI_MEN), (_THI, _TAI_WOMEN)),
]
