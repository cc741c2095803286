"""Numbers and money in Vietnamese words, written for the tests alone.

`nghìn`, `linh` and `tư` are the northern forms; a group of three digits after the first names its
hundreds also where they are none (`không trăm`), as sums of money are written out.
"""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
GROUPS = ("", "nghìn", "triệu", "tỷ")


def words(number: int) -> str:
    """A whole number below a thousand billion in words."""
    if number == 0:
        return DIGITS[0]
    assert 0 < number < 1000 ** len(GROUPS)
    groups = []
    while number:
        number, group = divmod(number, 1000)
        groups.append(group)
    found = []
    for place in range(len(groups) - 1, -1, -1):
        if groups[place]:
            leads = place == len(groups) - 1
            found.append(f"{_three(groups[place], leads)} {GROUPS[place]}".strip())
    return " ".join(found)


def _three(group: int, leads: bool) -> str:
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    found = [] if leads and not hundreds else [DIGITS[hundreds], "trăm"]
    if tens == 0 and ones and found:
        found.append("linh")
    elif tens == 1:
        found.append("mười")
    elif tens:
        found += [DIGITS[tens], "mươi"]
    if ones == 1 and tens > 1:
        found.append("mốt")
    elif ones == 4 and tens > 1:
        found.append("tư")
    elif ones == 5 and tens:
        found.append("lăm")
    elif ones:
        found.append(DIGITS[ones])
    return " ".join(found)


def money_in_words(amount: int) -> str:
    """A sum of money as it begins a sentence: `Hai triệu hai trăm tám mươi nghìn đồng`."""
    text = words(amount) + " đồng"
    return text[0].upper() + text[1:]


def grouped(amount: int) -> str:
    """A number with points between its thousands: `2.280.000`."""
    return f"{amount:,}".replace(",", ".")


def long_date(day: str) -> str:
    """`ngày 05 tháng 11 năm 2027` of an ISO day; months 1 and 2 alone have a zero in front.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.4b.
    """
    year, month, number = day.split("-")
    return f"ngày {number} tháng {month if int(month) < 3 else int(month)} năm {year}"


def short_date(day: str) -> str:
    """`05/11/2027` of an ISO day; months 1 and 2 alone have a zero in front."""
    year, month, number = day.split("-")
    return f"{number}/{month if int(month) < 3 else int(month)}/{year}"
