"""The parts of a paper of Nghị định 30/2020/NĐ-CP, named, with their formatting.

A paper is a head (a table of two rows), tên loại, trích yếu, the body, and a foot with `Nơi nhận`
and the signature; after the foot a list may follow on a page of its own. A letter (mẫu 1.5) has its
trích yếu under the number and no tên loại; minutes (mẫu 1.9) have no place and day, and two
signatures above `Nơi nhận`. Nothing here judges.
"""

import functools
import json
import re

import formatting
from conftest import SAMPLES, Built, needed, shared

MOTTO = "Độc lập - Tự do - Hạnh phúc"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
RECIPIENTS = "Nơi nhận:"
# Tên loại and its abbreviation in the number: Phụ lục III, mục I.
TYPES = {"KẾ HOẠCH": "KH", "TỜ TRÌNH": "TTr", "QUYẾT ĐỊNH": "QĐ", "BÁO CÁO": "BC",
         "BIÊN BẢN": "BB", "THÔNG BÁO": "TB"}


@functools.cache
def office(period: str) -> dict:
    """`co-quan.json` of the folder that a period shares."""
    return shared(period)["co-quan"]


@functools.cache
def bodies(period: str) -> list[str]:
    """What issues papers of its own under the office: its units and its council, in capitals."""
    units = [unit["ten"].upper() for unit in shared(period)["don-vi"]["don_vi"]]
    path = SAMPLES / period / "hoi-dong.json"
    if not path.is_file():
        return units
    council = json.loads(path.read_text(encoding="utf-8"))["ten"]
    return units + [council.removesuffix(" Văn phòng UBND tỉnh").upper()]


def spaced(text: str) -> str:
    """The text with no-break spaces as spaces."""
    return text.replace("\u00a0", " ")


def is_table(block) -> bool:
    return isinstance(block, list)


class Form:
    """A document of the build with its parts."""

    def __init__(self, parameter: Built | None):
        self.built = needed(parameter)
        self.office = office(self.built.period)
        self.bodies = bodies(self.built.period)
        self.document = formatting.read(self.built.path)
        blocks = self.document.blocks
        feet = [i for i, block in enumerate(blocks) if is_table(block) and any(
            p.text == RECIPIENTS for p in formatting.paragraphs_of(block))]
        assert len(feet) == 1, f"{len(feet)} tables with {RECIPIENTS!r}"
        self.blocks, self.annex = blocks[:feet[0] + 1], blocks[feet[0] + 1:]
        head, *self.grids, foot = filter(is_table, self.blocks)
        self.head, self.foot = head, foot
        self.parent, self.issuer = (p for p in head[0].cells[0] if p.text)
        self.nation, self.motto = head[0].cells[1]
        self.take_number(head[1:])
        texts = [b for b in self.blocks if not is_table(b) and b.text.strip()]
        self.type = None if self.is_letter else texts.pop(0)
        self.named = "" if self.is_letter else self.type.text
        self.is_minutes = self.named == "BIÊN BẢN"
        if not self.is_letter:
            self.subject = texts.pop(0)
        self.body = texts
        assert len(head) == 2 or self.is_minutes and len(head) == 1
        self.take_foot(foot)
        self.of_unit = spaced(self.issuer.text) in self.bodies
        # What stands in the body on lines of its own.
        self.addressees = self.take_addressees()
        decides = self.named == "QUYẾT ĐỊNH"
        self.power = self.body[:1] if decides else []
        self.decides = [p for p in self.body if decides and p.text == "QUYẾT ĐỊNH:"]
        apart = self.power + self.decides + self.addressees
        self.text = [p for p in self.body if not any(p is other for other in apart)]
        self.grounds = [p for p in self.text if all(f.italic for f in p.faces)]

    def take_number(self, rows) -> None:
        """The row of number and day; minutes without number have none."""
        [number, *subject], [date] = rows[0].cells if rows else ([None], [None])
        self.number, self.date = number, date if date is not None and date.text else None
        self.is_letter = bool(subject)
        if subject:
            [self.subject] = subject

    def take_foot(self, foot) -> None:
        """Recipients and signature; in minutes the second one, or several, stands to the left."""
        if self.is_minutes:
            signatures, below = foot
            left, signature = signatures.cells
            self.left_authority = [p for p in left if p.text.isupper()]
            self.left_signers = left[len(self.left_authority):]
            self.recipients = [p for p in below.cells[0] if p.text]
            assert not any(p.text for p in below.cells[1])
        else:
            [row] = foot
            self.recipients, signature = row.cells
        *self.authority, self.signer = signature

    def take_addressees(self) -> list[formatting.Paragraph]:
        """`Kính gửi:` and the lines of its addressees."""
        found: list[formatting.Paragraph] = []
        for paragraph in self.body:
            if paragraph.text.startswith("Kính gửi:") or (
                    found and re.match(r"- ", paragraph.text) and found[0].text == "Kính gửi:"):
                found.append(paragraph)
            elif found:
                break
        return found
