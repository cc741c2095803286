"""Finished documents broken on purpose, to see that a check can fail."""

import pathlib
import re
import zipfile

from lxml import etree

BODIES = ("word/document.xml", "content.xml")


def rewritten(path: pathlib.Path, folder: pathlib.Path, change, *parts: str) -> pathlib.Path:
    """A copy of a document whose named parts (its body unless said) went through a change.

    `change` takes the root element of a part and gives how many things it changed.
    """
    result, changed = folder / path.name, 0
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(result, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename in (parts or BODIES):
                root = etree.fromstring(data)
                changed += change(root)
                data = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            target.writestr(entry, data)
    assert changed, f"nothing was changed in {path.name}"
    return result


def replacing(old: str, new: str, count: int | None = 1):
    """A change of the first places (of all: None) where a text stands, with spaces of any kind."""
    pattern = re.compile(re.escape(old).replace(r"\ ", r"[ \u00a0]"))

    def change(root) -> int:
        left = 10**6 if count is None else count
        done = 0
        for element in root.iter(etree.Element):
            for key in ("text", "tail"):
                text = getattr(element, key)
                if text and done < left and pattern.search(text):
                    text, made = pattern.subn(lambda _: new, text, count=left - done)
                    setattr(element, key, text)
                    done += made
        return done

    return change


def broken(path: pathlib.Path, folder: pathlib.Path, old: str, new: str,
           count: int | None = 1) -> pathlib.Path:
    """A copy of a document in which a text was replaced."""
    return rewritten(path, folder, replacing(old, new, count))


def replaced_in(path: pathlib.Path, result: pathlib.Path, part: str, pattern: re.Pattern,
                new: str) -> None:
    """Writes a copy of a document in one part of which a pattern was replaced everywhere."""
    made = 0
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(result, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == part:
                text, made = pattern.subn(new, data.decode("utf-8"))
                data = text.encode("utf-8")
            target.writestr(entry, data)
    assert made, f"{pattern.pattern} is not in {part} of {path.name}"
