"""The formatting of an ODT, resolved from its styles (ODF 1.2, Part 1, 16.2)."""

import re

from formatting import (
    DRAW, FO, OFFICE, STYLE, SVG, TABLE, TEXT, Document, Face, Page, Paragraph, Row, Section,
    parts_of,
)


def millimetres(length: str | None) -> float:
    """An ODF length; nothing is 0."""
    if length is None:
        return 0
    found = re.fullmatch(r"(-?[\d.]+)(mm|cm|in|pt)", length)
    assert found, f"{length!r} is not a length"
    return float(found[1]) * {"mm": 1, "cm": 10, "in": 25.4, "pt": 25.4 / 72}[found[2]]


class Odt:
    POINT = 25.4 / 72

    def __init__(self, path):
        parts = parts_of(path)
        self.content, self.common = parts["content.xml"], parts["styles.xml"]
        self.styles = {(s.get(STYLE + "family"), s.get(STYLE + "name")): s
                       for root in (self.common, self.content) for s in root.iter(STYLE + "style")}
        self.defaults = {s.get(STYLE + "family"): s
                         for s in self.common.iter(STYLE + "default-style")}
        self.families = {f.get(STYLE + "name"): f.get(SVG + "font-family").strip("'")
                         for f in self.common.iter(STYLE + "font-face")}
        self.layouts = {p.get(STYLE + "name"): p for p in self.common.iter(STYLE + "page-layout")}
        self.masters = {m.get(STYLE + "name"): m for m in self.common.iter(STYLE + "master-page")}

    def chain(self, family, name) -> list:
        found = []
        while name is not None:
            style = self.styles[family, name]
            found.insert(0, style)
            name = style.get(STYLE + "parent-style-name")
        default = self.defaults.get(family)
        return ([] if default is None else [default]) + found

    @staticmethod
    def value(chain, properties, attribute, default=None):
        for style in chain:
            found = style.find(STYLE + properties)
            if found is not None and found.get(attribute) is not None:
                default = found.get(attribute)
        return default

    def face(self, chain) -> Face:
        get = lambda a, d: self.value(chain, "text-properties", a, d)  # noqa: E731
        names = {get(STYLE + "font-name" + kind, "") for kind in ("", "-asian", "-complex")}
        return Face(
            font="/".join(sorted(self.families.get(n, n) for n in names)),
            size=round(millimetres(get(FO + "font-size", None)) / self.POINT, 3),
            bold=get(FO + "font-weight", "normal") not in ("normal", "400"),
            italic=get(FO + "font-style", "normal") != "normal",
            underlined=get(STYLE + "text-underline-style", "none") != "none",
            colour=get(FO + "color", "#000000").lstrip("#"))

    def inline(self, element, chain, faces) -> str:
        def take(text):
            if text and text.strip():
                faces.add(self.face(chain))
            return re.sub(r"[ \t\r\n]+", " ", text or "")

        text = take(element.text)
        for child in element:
            if child.tag == TEXT + "s":
                text += " " * int(child.get(TEXT + "c", "1"))
            elif child.tag == TEXT + "tab":
                text += "\t"
            elif child.tag == TEXT + "line-break":
                text += "\n"
            elif child.tag == TEXT + "page-number":
                faces.add(self.face(chain))
                text += "#"
            elif child.tag in (TEXT + "span", TEXT + "a"):
                used = child.get(TEXT + "style-name")
                own = [] if used is None else self.chain("text", used)
                text += self.inline(child, chain + own, faces)
            elif child.tag != TEXT + "soft-page-break" and not child.tag.startswith(DRAW):
                raise AssertionError(f"{child.tag} is not read")
            text += take(child.tail)
        return text

    def paragraph(self, element) -> Paragraph:
        chain = self.chain("paragraph", element.get(TEXT + "style-name"))
        faces: set[Face] = set()
        text = self.inline(element, chain, faces)
        get = lambda a, d=None: self.value(chain, "paragraph-properties", a, d)  # noqa: E731
        assert get(STYLE + "contextual-spacing", "false") == "false"
        height = get(FO + "line-height", "100%")
        align = get(FO + "text-align", "start")
        return Paragraph(
            text=text, faces=faces, align={"start": "left"}.get(align, align),
            left=millimetres(get(FO + "margin-left")), right=millimetres(get(FO + "margin-right")),
            indent=millimetres(get(FO + "text-indent")),
            before=round(millimetres(get(FO + "margin-top")) / self.POINT, 3),
            after=round(millimetres(get(FO + "margin-bottom")) / self.POINT, 3),
            line=float(height[:-1]) / 100 if height.endswith("%") else None,
            keep_next=get(FO + "keep-with-next") == "always",
            keep_lines=get(FO + "keep-together") == "always",
            widows=int(get(FO + "widows", "0")) >= 2 and int(get(FO + "orphans", "0")) >= 2,
            drawn=len(list(element.iter(DRAW + "line"))))

    def rows(self, table) -> list[Row]:
        found = []
        for row in table.iter(TABLE + "table-row"):
            style = self.chain("table-row", row.get(TABLE + "style-name"))
            cells, borders = [], set()
            for cell in row.findall(TABLE + "table-cell"):
                cells.append([self.paragraph(p) for p in cell.findall(TEXT + "p")])
                own = self.chain("table-cell", cell.get(TABLE + "style-name"))
                borders.add(self.value(own, "table-cell-properties", FO + "border", "none"))
            assert len(borders) == 1, borders
            found.append(Row(
                cells, self.value(style, "table-row-properties", FO + "keep-together") == "always",
                row.getparent().tag == TABLE + "table-header-rows", borders != {"none"}))
        return found

    def page(self, master) -> Page:
        layout = self.layouts[master.get(STYLE + "page-layout-name")]
        properties = layout.find(STYLE + "page-layout-properties")
        at = {k: millimetres(properties.get(FO + k)) for k in (
            "page-width", "page-height", "margin-top", "margin-bottom", "margin-left",
            "margin-right")}
        header = [self.paragraph(p) for p in master.iterfind(f"{STYLE}header/{TEXT}p")]
        body = at["margin-top"]
        if header:
            own = layout.find(f"{STYLE}header-style/{STYLE}header-footer-properties")
            gap = millimetres(own.get(FO + "margin-bottom"))
            needed = sum(1.15 * p.face.size + p.before + p.after for p in header) * self.POINT
            body += max(millimetres(own.get(FO + "min-height")), needed + gap)
        return Page(
            width=at["page-width"], height=at["page-height"], top=at["margin-top"], body=body,
            bottom=at["margin-bottom"], left=at["margin-left"], right=at["margin-right"],
            header=header,
            footer=[self.paragraph(p) for p in master.iterfind(f"{STYLE}footer/{TEXT}p")])

    def document(self) -> Document:
        body = self.content.find(f"{OFFICE}body/{OFFICE}text")
        found: list[Section] = []
        for element in body:
            if element.tag == TABLE + "table":
                chain = self.chain("table", element.get(TABLE + "style-name"))
                block, properties = self.rows(element), "table-properties"
            elif element.tag in (TEXT + "p", TEXT + "h"):
                chain = self.chain("paragraph", element.get(TEXT + "style-name"))
                block, properties = self.paragraph(element), "paragraph-properties"
            else:
                assert element.tag in self.BARE, f"{element.tag} is not read"
                continue
            named = [s.get(STYLE + "master-page-name") for s in chain]
            named = [name for name in named if name]
            if named or not found:
                # Pages of which nothing is said are of the style that office programs call so.
                number = self.value(chain, properties, STYLE + "page-number", "auto")
                found.append(self.section((named or ["Standard"])[-1], number, not found))
            found[-1].blocks.append(block)
        return Document(found)

    # What stands in a body and has no place on the page.
    BARE = (TEXT + "sequence-decls", TEXT + "soft-page-break", OFFICE + "forms")

    def section(self, name, number, is_first) -> Section:
        """A run of pages that begins with a page of that style."""
        first = self.masters[name]
        later = self.masters[first.get(STYLE + "next-style-name") or name]
        formats = {
            self.layouts[master.get(STYLE + "page-layout-name")]
            .find(STYLE + "page-layout-properties").get(STYLE + "num-format", "1")
            for master in (first, later)}
        start = int(number) if number.isdecimal() and number != "0" else 1 if is_first else None
        return Section([], self.page(first), self.page(later), start, formats == {"1"})
