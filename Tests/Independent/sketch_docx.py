"""A sketch as a DOCX: direct formatting only, no style sheet, as Word reads it."""

import pathlib

from sketch import Paragraph, Picture, Section, Sheet, Table
from sketch_files import escape, media, package

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" '
    f'xmlns:wps="{SHAPE}" xmlns:pic="{DRAWING}/picture"')
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
UNDERLINE = '<w:u w:val="single"/>'


def twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    return round(millimetres * 36000)


def write(sections: list[Section], path: pathlib.Path) -> pathlib.Path:
    return package(path, Writer(sections).parts)


class Writer:
    def __init__(self, sections: list[Section]):
        self.parts: dict[str, bytes | str] = {"[Content_Types].xml": ""}
        self.relations = self.types = ""
        self.drawings = 0
        files = media()
        for name, data in files.items():
            self.parts[f"word/media/{name}"] = data
            self.relate("image", f"media/{name}", name.partition(".")[0])
        body = ""
        for index, section in enumerate(sections):
            for block in section.blocks:
                body += self.table(block) if isinstance(block, Table) else self.paragraph(block)
            setting = self.section(section.sheet)
            last = index == len(sections) - 1
            body += setting if last else f"<w:p><w:pPr>{setting}</w:pPr></w:p>"
        self.parts["word/document.xml"] = (
            f"{PROLOGUE}<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        rels = f'<Relationships xmlns="{PACKAGE}/relationships">'
        self.parts["word/_rels/document.xml.rels"] = (
            f"{PROLOGUE}{rels}{self.relations}</Relationships>")
        self.parts["_rels/.rels"] = (
            f'{PROLOGUE}{rels}<Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>')
        self.parts["[Content_Types].xml"] = (
            f'{PROLOGUE}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
            f"{self.types}</Types>")

    def relate(self, kind: str, target: str, name: str):
        self.relations += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'

    def section(self, sheet: Sheet) -> str:
        stories = "".join(
            self.story(kind, which, paragraphs)
            for kind, which, paragraphs in (
                ("header", "default", sheet.header), ("header", "first", sheet.first_header),
                ("footer", "default", sheet.footer), ("footer", "first", sheet.first_footer))
            if paragraphs)
        start = f'<w:pgNumType w:start="{sheet.starts}"/>' if sheet.starts else ""
        across = ' w:orient="landscape"' if sheet.width > sheet.height else ""
        return (
            f'<w:sectPr>{stories}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{twips(sheet.width)}" w:h="{twips(sheet.height)}"{across}/>'
            f'<w:pgMar w:top="{twips(sheet.top)}" w:right="{twips(sheet.right)}"'
            f' w:bottom="{twips(sheet.bottom)}" w:left="{twips(sheet.left)}" w:header="567"'
            f' w:footer="567" w:gutter="0"/>{start}<w:titlePg/></w:sectPr>')

    def story(self, kind: str, which: str, paragraphs: list[Paragraph]) -> str:
        name = f"{kind}{len(self.parts)}"
        tag = {"header": "hdr", "footer": "ftr"}[kind]
        body = "".join(map(self.paragraph, paragraphs))
        self.parts[f"word/{name}.xml"] = f"{PROLOGUE}<w:{tag} {NAMES}>{body}</w:{tag}>"
        self.types += f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        self.relate(kind, f"{name}.xml", name)
        return f'<w:{kind}Reference w:type="{which}" r:id="{name}"/>'

    def table(self, table: Table) -> str:
        look = 'w:val="single" w:sz="4" w:space="0" w:color="000000"' if table.bordered else 'w:val="nil"'
        edges = "".join(f"<w:{edge} {look}/>" for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in table.widths)
        rows = ""
        for row in table.rows:
            rows += "<w:tr>"
            for width, cell in zip(table.widths, row):
                body = "".join(map(self.paragraph, cell))
                rows += f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{body}</w:tc>'
            rows += "</w:tr>"
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(table.widths))}" w:type="dxa"/>'
            f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")

    def paragraph(self, p: Paragraph) -> str:
        look = (
            f'<w:rPr><w:rFonts w:ascii="{p.font}" w:hAnsi="{p.font}" w:cs="{p.font}"/>'
            f'{"<w:b/>" * p.bold}{"<w:i/>" * p.italic}<w:color w:val="{p.colour}"/>'
            f'<w:sz w:val="{round(p.size * 2)}"/>'
            f"{UNDERLINE * p.underlined}</w:rPr>")
        edge = "top" if p.ruled else "bottom" if p.border is not None else None
        border = f'<w:pBdr><w:{edge} w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>' if edge else ""
        side, jc = twips(p.border or 0), {"justify": "both"}.get(p.align, p.align)
        setting = (
            f'<w:pPr>{"<w:pageBreakBefore/>" * p.breaks}{border}<w:spacing w:before="{round(p.before * 20)}"'
            f' w:after="0" w:line="{round(p.line * 240)}" w:lineRule="auto"/><w:ind w:left="{side}"'
            f' w:right="{side}" w:firstLine="{twips(p.indent)}"/><w:jc w:val="{jc}"/>{look}</w:pPr>')
        parts = [f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in p.text.split("\t")]
        words = f'<w:r>{look}{"<w:tab/>".join(parts)}</w:r>' if p.text else ""
        if p.frame:
            words = self.framed(p, setting.replace(border, ""), words)
        if p.numbered:
            words += f'<w:fldSimple w:instr=" PAGE "><w:r>{look}<w:t>2</w:t></w:r></w:fldSimple>'
        if p.rule:
            words += self.anchor(
                "Kẻ ngang", p.rule.length, 0, f"<wp:align>{p.rule.side}</wp:align>", 1,
                self.shape("line", p.rule.length, 0, "dash" if p.rule.dashed else "solid"))
        for picture in p.pictures:
            words += self.picture(picture)
        return f"<w:p>{setting}{words}</w:p>"

    def framed(self, p: Paragraph, setting: str, words: str) -> str:
        width, height, drawn = p.frame
        box = f"<wps:txbx><w:txbxContent><w:p>{setting}{words}</w:p></w:txbxContent></wps:txbx>"
        return self.anchor(
            "Dấu", width, height, "<wp:align>center</wp:align>", 0,
            self.shape("rect", width, height, "solid" if drawn else None, box))

    def anchor(self, name: str, width: float, height: float, across: str, down: float, inside: str) -> str:
        self.drawings += 1
        return (
            '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
            f' relativeHeight="{self.drawings}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">{across}</wp:positionH>'
            f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{emu(down)}</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:wrapNone/><wp:docPr id="{self.drawings}" name="{name}"/><wp:cNvGraphicFramePr/>'
            f"<a:graphic>{inside}</a:graphic></wp:anchor></w:drawing></w:r>")

    def shape(self, form: str, width: float, height: float, dash: str | None, inside: str = "") -> str:
        stroke = (
            f'<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:prstDash val="{dash}"/></a:ln>'
            if dash else "<a:ln><a:noFill/></a:ln>")
        kind = '<wps:cNvSpPr txBox="1"/>' if inside else "<wps:cNvCnPr/>"
        room = '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>'
        return (
            f'<a:graphicData uri="{SHAPE}"><wps:wsp>{kind}<wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm><a:prstGeom prst="{form}"><a:avLst/>'
            f"</a:prstGeom>{stroke}</wps:spPr>{inside}{room}</wps:wsp></a:graphicData>")

    def picture(self, picture: Picture) -> str:
        size = f'cx="{emu(picture.width)}" cy="{emu(picture.height)}"'
        return self.anchor(
            "Ảnh", picture.width, picture.height, f"<wp:posOffset>{emu(picture.left)}</wp:posOffset>", 0,
            f'<a:graphicData uri="{DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="Ảnh"/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{picture.file}"/><a:stretch><a:fillRect/>'
            f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>')
