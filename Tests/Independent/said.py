"""Everything a document says to whoever holds the file: not its text alone.

Margins, properties, comments, hidden text, what a screen reader speaks, the file's name.
"""

import pathlib
import re
import zipfile

import reading
from lxml import etree
from package import DRAW, OFFICE, STYLE, TEXT, W

DC = "{http://purl.org/dc/elements/1.1/}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
PROPERTIES = re.compile(r"docProps/.*\.xml|meta\.xml")
# Notes are text on the page; everything else of these is for the authors' eyes.
ASIDE = re.compile(r"word/comments.*\.xml|customXml/.*|word/people\.xml|word/glossary/.*")
SPOKEN = ("descr", "title", "alt", "name", "tooltip")


def parts(path: pathlib.Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(path: pathlib.Path) -> list[tuple[str, str]]:
    """The texts of a document with the place of each, the spaces inside kept."""
    margins = reading.docx_margins if path.suffix == ".docx" else reading.odt_margins
    found = [("text", text) for text in reading.paragraphs(path)]
    found += [("margin", text) for text in margins(path)]
    found.append(("file name", path.stem))
    for name, data in parts(path).items():
        if not name.endswith((".xml", ".rels")):
            continue
        root = etree.fromstring(data)
        if PROPERTIES.fullmatch(name):
            found += [(name, value) for element in root.iter(etree.Element)
                      for value in (element.text, *element.attrib.values())
                      if value and value.strip() and not value.startswith("http")]
        else:
            found += [("alternative text", text) for text in spoken(root)]
    return found


def spoken(root) -> list[str]:
    """What a screen reader says of the drawings of a part."""
    found = []
    for element in root.iter(etree.Element):
        name = etree.QName(element)
        if name.localname in ("docPr", "cNvPr", "tblCaption", "tblDescription"):
            keys = (*SPOKEN, W + "val")
            found += [element.get(key) for key in keys if element.get(key)]
        elif element.tag in (SVG + "title", SVG + "desc") and element.text:
            found.append(element.text)
        elif element.tag.startswith(DRAW) and element.get(DRAW + "name"):
            found.append(element.get(DRAW + "name"))
    return found


def unseen(path: pathlib.Path) -> list[str]:
    """What a document holds that is not on its pages: comments, hidden text, traces of changes."""
    held = parts(path)
    faults = [f"{name} is not for the reader" for name in held if ASIDE.fullmatch(name)]
    roots = {name: etree.fromstring(data) for name, data in held.items() if name.endswith(".xml")}
    hidden = hiding_styles(roots.values())
    for name, root in roots.items():
        for element in root.iter(etree.Element):
            if element.tag in TRACES:
                faults.append(f"{name}: {etree.QName(element).localname}")
            if element.tag in (TEXT + "p", TEXT + "h", TEXT + "span"):
                used, said = {element.get(TEXT + "style-name")}, "".join(element.itertext())
            elif element.tag == W + "r":
                above = element.xpath("ancestor::*[local-name()='p'][1]")
                used = {e.get(W + "val") for p in (element, *above)
                        for e in p.xpath("*[local-name()='rPr' or local-name()='pPr']/*")
                        if e.tag in (W + "rStyle", W + "pStyle")}
                used |= {"direct"} if any(is_hiding(e) for e in element.iter()) else set()
                said = "".join(t.text or "" for t in element.iter(W + "t"))
            else:
                continue
            if used & (hidden | {"direct"}) and said.strip():
                faults.append(f"{name}: hidden: {said!r}")
    return faults


TRACES = {W + tag for tag in (
    "ins", "del", "moveFrom", "moveTo", "commentReference", "commentRangeStart")} | {
    OFFICE + "annotation", TEXT + "tracked-changes", TEXT + "hidden-text",
    TEXT + "hidden-paragraph", TEXT + "conditional-text"}


def is_hiding(element) -> bool:
    """True of a property that takes letters from the page."""
    if element.tag in (W + "vanish", W + "webHidden", W + "specVanish"):
        return element.get(W + "val", "1") not in ("0", "false", "off")
    return element.tag == STYLE + "text-properties" and element.get(TEXT + "display") in (
        "none", "condition")


def hiding_styles(roots) -> set[str]:
    """The names of the styles that hide letters, and of those that are based on them."""
    parent, hidden = {}, set()
    for root in roots:
        for style in root.iter(W + "style", STYLE + "style"):
            name = style.get(W + "styleId") or style.get(STYLE + "name")
            based = style.find(W + "basedOn")
            parent[name] = style.get(STYLE + "parent-style-name") if based is None else based.get(
                W + "val")
            if any(is_hiding(e) for e in style.iter()):
                hidden.add(name)
    for _ in parent:
        hidden |= {name for name, above in parent.items() if above in hidden}
    return hidden
