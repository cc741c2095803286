"""Lists of names in finished documents: the items, and whom each names.

Rows come from `reading.rows`: a paragraph is a row of one cell. An item is a row that begins with a
number; in a table its name stands in the column whose header speaks of names.
"""

import dataclasses
import re
import unicodedata

TITLE = "DANH SÁCH"
NUMBERED = re.compile(r"(\d{1,3})[.)]\s+(.+)", re.DOTALL)
HEADER = re.compile(r"(số )?s?tt", re.IGNORECASE)
NAMES = re.compile(r"họ (và )?tên|tập thể", re.IGNORECASE)


@dataclasses.dataclass(frozen=True)
class Item:
    """An item of a list: its number, the text that names, all its cells and their headers."""
    number: int
    name: str
    cells: tuple[str, ...]
    headers: tuple[str, ...]

    def cell(self, pattern: str) -> str | None:
        """The cell under the first header that a pattern finds."""
        for header, cell in zip(self.headers, self.cells):
            if re.search(pattern, header, re.IGNORECASE):
                return cell
        return None


def text_and_list(rows: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """A paper's rows before its list, and those from the title `DANH SÁCH` on."""
    for index, row in enumerate(rows):
        if row == [TITLE]:
            return rows[:index], rows[index:]
    return rows, []


def items(rows: list[list[str]]) -> list[Item]:
    """The items of the lists in some rows, in their order."""
    found, headers = [], ()
    for row in rows:
        if len(row) == 1:
            if numbered := NUMBERED.fullmatch(row[0]):
                found.append(Item(int(numbered[1]), bare(numbered[2]), tuple(row), ()))
        elif HEADER.fullmatch(row[0]):
            headers = tuple(row)
        elif headers and re.fullmatch(r"\d{1,3}\.?", row[0]):
            column = next((i for i, text in enumerate(headers) if NAMES.search(text)), 1)
            found.append(Item(int(row[0].rstrip(".")), bare(row[column]), tuple(row), headers))
    return found


def bare(name: str) -> str:
    """A name without what stands beside it in brackets, such as who signs for a collective."""
    return re.sub(r"\s*\([^()]*\)", "", name)


def named(text: str, names: dict[str, str]) -> list[str]:
    """The keys of the names that a text says, in its order; of two that overlap, the longer."""
    text = unicodedata.normalize("NFC", text).casefold()
    seen: list[tuple[int, int, str]] = []
    for key, name in sorted(names.items(), key=lambda entry: -len(entry[1])):
        folded = re.escape(name.casefold())
        for found in re.finditer(rf"(?<!\w){folded}(?!\w)", text):
            if not any(start < found.end() and found.start() < end for start, end, _ in seen):
                seen.append((*found.span(), key))
    return [key for _, _, key in sorted(seen)]


def subjects(item: Item, people: dict[str, str], units: dict[str, str]) -> list[str]:
    """Whom an item is about: the people it names, or else the first unit."""
    return named(item.name, people) or named(item.name, units)[:1]
