"""The formatting of a DOCX, resolved from its styles (ECMA-376, Part 1, 17.7.2)."""

from formatting import Document, Face, Page, Paragraph, R, Row, Section, W, WPS, parts_of
from lxml import etree


class Docx:
    TWIP = 25.4 / 1440

    def __init__(self, path):
        self.parts = parts_of(path)
        root = self.parts["word/styles.xml"]
        self.styles = {s.get(W + "styleId"): s for s in root.findall(W + "style")}
        self.default = next(s.get(W + "styleId") for s in self.styles.values()
                            if s.get(W + "type") == "paragraph" and s.get(W + "default") == "1")
        defaults = root.find(W + "docDefaults")
        self.text_default = defaults.find(f"{W}rPrDefault/{W}rPr")
        self.paragraph_default = defaults.find(f"{W}pPrDefault/{W}pPr")
        for style in self.styles.values():
            if style.get(W + "type") == "table":
                assert style.find(W + "pPr") is None and style.find(W + "rPr") is None

    def chain(self, identifier) -> list:
        """A style after those it is based on."""
        found = []
        while identifier is not None:
            style = self.styles[identifier]
            found.insert(0, style)
            based = style.find(W + "basedOn")
            identifier = None if based is None else based.get(W + "val")
        return found

    @staticmethod
    def on(element) -> bool:
        return element.get(W + "val", "1") not in ("0", "false", "off", "none")

    def value(self, sources, element, attribute, default):
        """The last word of the sources about an attribute of an element."""
        for source in sources:
            found = None if source is None else source.find(W + element)
            if found is not None and found.get(W + attribute) is not None:
                default = found.get(W + attribute)
        return default

    def flag(self, sources, element, default=False) -> bool:
        for source in sources:
            found = None if source is None else source.find(W + element)
            default = default if found is None else self.on(found)
        return default

    def face(self, run, chain) -> Face:
        direct = run.find(W + "rPr")
        used = None if direct is None else direct.find(W + "rStyle")
        letters = [] if used is None else self.chain(used.get(W + "val"))
        below = [self.text_default] + [s.find(W + "rPr") for s in chain]
        above = [s.find(W + "rPr") for s in letters]
        sources = below + above + [direct]

        def toggle(element):
            # A style of letters that says the same as the paragraph's takes it back.
            result = self.flag(below, element) != self.flag(above, element)
            return self.flag([direct], element, result)

        fonts = {self.value(sources, "rFonts", a, None) for a in ("ascii", "hAnsi", "cs")}
        for source in sources:
            theme = None if source is None else source.find(W + "rFonts")
            assert theme is None or not any(k.endswith("Theme") for k in theme.attrib)
        return Face(
            font="/".join(sorted(str(f) for f in fonts)),
            size=int(self.value(sources, "sz", "val", "20")) / 2,
            bold=toggle("b"), italic=toggle("i"),
            underlined=self.value(sources, "u", "val", "none") != "none",
            colour=self.value(sources, "color", "val", "auto").replace("auto", "000000"))

    def paragraph(self, element) -> Paragraph:
        direct = element.find(W + "pPr")
        used = None if direct is None else direct.find(W + "pStyle")
        chain = self.chain(self.default if used is None else used.get(W + "val"))
        sources = [self.paragraph_default] + [s.find(W + "pPr") for s in chain] + [direct]
        assert all(s is None or s.find(W + "numPr") is None for s in sources)
        text, faces, cached = "", set(), False
        for run in element.iter(W + "r"):
            mark = run.find(W + "fldChar")
            if mark is not None:
                # Word keeps what the field showed last.
                cached = mark.get(W + "fldCharType") == "separate"
            if cached:
                continue
            part = "".join(
                t.text or "" if t.tag == W + "t" else "\t" if t.tag == W + "tab" else "\n"
                for t in run.iterchildren(W + "t", W + "tab", W + "br")
                if t.get(W + "type") not in ("page", "column"))
            field = "".join(t.text for t in run.iterchildren(W + "instrText")).split()
            assert field in ([], ["PAGE"]), f"{field} is not read"
            part += "#" if field else ""
            if part.strip():
                faces.add(self.face(run, chain))
            text += part
        get = lambda e, a, d="0": self.value(sources, e, a, d)  # noqa: E731
        rule, line = get("spacing", "lineRule", "auto"), int(get("spacing", "line", "240"))
        contextual = self.flag(sources, "contextualSpacing")
        assert not contextual
        first = int(get("ind", "firstLine")) - int(get("ind", "hanging"))
        return Paragraph(
            text=text, faces=faces,
            align={"both": "justify", "start": "left"}.get(get("jc", "val", "left"),
                                                         get("jc", "val", "left")),
            left=int(get("ind", "left")) * self.TWIP, right=int(get("ind", "right")) * self.TWIP,
            indent=first * self.TWIP,
            before=int(get("spacing", "before")) / 20, after=int(get("spacing", "after")) / 20,
            line=line / 240 if rule == "auto" else None,
            keep_next=self.flag(sources, "keepNext"), keep_lines=self.flag(sources, "keepLines"),
            widows=self.flag(sources, "widowControl", True),
            drawn=len(list(element.iter(WPS + "wsp"))))

    def rows(self, table) -> list[Row]:
        style = table.find(f"{W}tblPr/{W}tblStyle")
        sources = [s.find(W + "tblPr") for s in self.chain(style.get(W + "val"))]
        sources.append(table.find(W + "tblPr"))
        edges = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = dict.fromkeys(edges, "nil")
        for borders in (s.find(W + "tblBorders") for s in sources if s is not None):
            for edge in borders if borders is not None else ():
                lines[etree.QName(edge).localname] = edge.get(W + "val")
        found = []
        for row in table.findall(W + "tr"):
            properties = [row.find(W + "trPr")]
            # An office program may write the borders into each cell.
            drawn = set()
            for cell in row.findall(W + "tc"):
                own = cell.find(f"{W}tcPr/{W}tcBorders")
                edge = lines | {etree.QName(e).localname: e.get(W + "val")
                                for e in (own if own is not None else ())}
                # The line above a row may be that of the row before.
                drawn |= {edge[side] not in ("nil", "none") for side in ("left", "bottom", "right")}
            assert len(drawn) == 1, f"a row has some of its borders: {lines}"
            cells = [[self.paragraph(p) for p in cell.findall(W + "p")]
                     for cell in row.findall(W + "tc")]
            found.append(Row(cells, self.flag(properties, "cantSplit"),
                             self.flag(properties, "tblHeader"), True in drawn))
        return found

    def margin(self, sections, kind, wanted) -> list[Paragraph]:
        """The header or footer of the last of the sections; what it does not say goes on."""
        relations = {r.get("Id"): r.get("Target")
                     for r in self.parts["word/_rels/document.xml.rels"]}
        for section in reversed(sections):
            for reference in section.findall(W + kind):
                if reference.get(W + "type") == wanted:
                    part = self.parts["word/" + relations[reference.get(R + "id")]]
                    return [self.paragraph(p) for p in part.findall(W + "p")]
        return []

    def page(self, sections, wanted) -> Page:
        size, margins = sections[-1].find(W + "pgSz"), sections[-1].find(W + "pgMar")
        at = {k: int(margins.get(W + k)) * self.TWIP for k in
              ("top", "bottom", "left", "right", "header", "gutter")}
        header = self.margin(sections, "headerReference", wanted)
        # What the header needs: a line of 1.15 times its size for each paragraph.
        needed = sum(1.15 * p.face.size + p.before + p.after for p in header) * 25.4 / 72
        return Page(
            width=int(size.get(W + "w")) * self.TWIP, height=int(size.get(W + "h")) * self.TWIP,
            top=at["top"], body=max(at["top"], at["header"] + needed), bottom=at["bottom"],
            left=at["left"] + at["gutter"], right=at["right"], header=header,
            footer=self.margin(sections, "footerReference", wanted))

    def section(self, blocks, before, properties) -> Section:
        sections = before + [properties]
        different = self.flag([properties], "titlePg")
        number = properties.find(W + "pgNumType")
        start = None if number is None else number.get(W + "start")
        return Section(
            blocks, first=self.page(sections, "first" if different else "default"),
            later=self.page(sections, "default"),
            # The first section of a document starts at 1 unless it says otherwise.
            start=int(start) if start is not None else None if before else 1,
            decimal=number is None or number.get(W + "fmt", "decimal") == "decimal")

    def document(self) -> Document:
        body = self.parts["word/document.xml"].find(W + "body")
        assert self.parts["word/settings.xml"].find(W + "evenAndOddHeaders") is None
        found: list[Section] = []
        seen: list[etree._Element] = []
        blocks: list = []
        for element in body:
            if element.tag in (W + "tbl", W + "p"):
                blocks.append(
                    self.rows(element) if element.tag == W + "tbl" else self.paragraph(element))
            ends = element if element.tag == W + "sectPr" else element.find(f"{W}pPr/{W}sectPr")
            if ends is not None:
                found.append(self.section(blocks, seen, ends))
                seen, blocks = seen + [ends], []
            assert element.tag in (W + "tbl", W + "p", W + "sectPr"), f"{element.tag} is not read"
        assert found and not blocks, "the body does not end with a section"
        return Document(found)
