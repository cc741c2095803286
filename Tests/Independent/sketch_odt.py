"""A sketch as an ODT: an automatic style for each paragraph, as a stranger's program writes it."""

import pathlib

from sketch import Paragraph, Picture, Section, Sheet, Table
from sketch_files import escape, media, package

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    f'xmlns:{name}="{OASIS}:{space}:1.0"' for name, space in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible"))
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n'
MIME = "application/vnd.oasis.opendocument.text"
BARE = ' fo:padding="0mm" fo:margin="0mm" style:wrap="run-through" style:run-through="foreground"'


def write(sections: list[Section], path: pathlib.Path) -> pathlib.Path:
    return package(path, Writer(sections).parts)


class Writer:
    def __init__(self, sections: list[Section]):
        self.count, self.automatic, self.styles, self.masters = 0, "", "", ""
        body = ""
        for index, section in enumerate(sections):
            self.pages(section.sheet, index)
            asked = f' style:master-page-name="F{index}"'
            start = f' style:page-number="{section.sheet.starts}"' if section.sheet.starts else ""
            for place, block in enumerate(section.blocks):
                # The first block of a section asks for its kind of page.
                page = (asked, start) if place == 0 else ("", "")
                body += self.table(block, page) if isinstance(block, Table) else self.paragraph(block, page)
        files = {f"Pictures/{name}": data for name, data in media().items()}
        entries = "".join(
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
            for name, kind in (("/", MIME), ("content.xml", "text/xml"), ("styles.xml", "text/xml"),
                               *((name, "image/png" if name.endswith("png") else "image/jpeg") for name in files)))
        self.parts: dict[str, bytes | str] = {
            "mimetype": MIME,
            "content.xml": (
                f"{PROLOGUE}<office:document-content {NAMES}><office:automatic-styles>{self.automatic}"
                f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
                "</office:document-content>"),
            "styles.xml": (
                f"{PROLOGUE}<office:document-styles {NAMES}><office:automatic-styles>{self.styles}"
                f"</office:automatic-styles><office:master-styles>{self.masters}</office:master-styles>"
                "</office:document-styles>"),
            **files,
            "META-INF/manifest.xml": (
                f'{PROLOGUE}<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0" manifest:version="1.3">'
                f"{entries}</manifest:manifest>"),
        }

    def pages(self, sheet: Sheet, index: int):
        body, self.automatic = self.automatic, ""
        stories = [
            f"<style:{kind}>{''.join(map(self.paragraph, paragraphs))}</style:{kind}>" if paragraphs else ""
            for kind, paragraphs in (("header", sheet.first_header), ("footer", sheet.first_footer),
                                     ("header", sheet.header), ("footer", sheet.footer))]
        self.styles, self.automatic = self.styles + self.automatic, body
        self.layout(f"LF{index}", sheet, sheet.first_header, sheet.first_footer)
        self.layout(f"LN{index}", sheet, sheet.header, sheet.footer)
        self.masters += (
            f'<style:master-page style:name="F{index}" style:page-layout-name="LF{index}"'
            f' style:next-style-name="N{index}">{stories[0]}{stories[1]}</style:master-page>'
            f'<style:master-page style:name="N{index}" style:page-layout-name="LN{index}">'
            f"{stories[2]}{stories[3]}</style:master-page>")

    def layout(self, name: str, sheet: Sheet, header: list, footer: list):
        """A header takes ten millimetres of the margin, so that the body begins where it is said to."""
        across = "landscape" if sheet.width > sheet.height else "portrait"
        room = '<style:{0}-style><style:header-footer-properties fo:min-height="10mm" fo:margin-{1}="0mm"/></style:{0}-style>'
        self.styles += (
            f'<style:page-layout style:name="{name}"><style:page-layout-properties'
            f' fo:page-width="{sheet.width}mm" fo:page-height="{sheet.height}mm" style:print-orientation="{across}"'
            f' fo:margin-top="{sheet.top - 10 * bool(header)}mm"'
            f' fo:margin-bottom="{sheet.bottom - 10 * bool(footer)}mm" fo:margin-left="{sheet.left}mm"'
            f' fo:margin-right="{sheet.right}mm" style:num-format="1"/>'
            f'{room.format("header", "bottom") if header else ""}{room.format("footer", "top") if footer else ""}'
            "</style:page-layout>")

    def table(self, table: Table, page=("", "")) -> str:
        self.count += 1
        name, columns, rows = f"T{self.count}", "", ""
        border = "0.5pt solid #000000" if table.bordered else "none"
        self.automatic += (
            f'<style:style style:name="{name}" style:family="table"{page[0]}><style:table-properties'
            f' style:width="{sum(table.widths)}mm" table:align="left"{page[1]}/></style:style>'
            f'<style:style style:name="{name}C" style:family="table-cell"><style:table-cell-properties'
            f' fo:border="{border}" fo:padding="0mm"/></style:style>')
        for index, width in enumerate(table.widths):
            self.automatic += (
                f'<style:style style:name="{name}.{index}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width}mm"/></style:style>')
            columns += f'<table:table-column table:style-name="{name}.{index}"/>'
        for row in table.rows:
            cells = "".join(
                f'<table:table-cell table:style-name="{name}C">{"".join(map(self.paragraph, cell))}</table:table-cell>'
                for cell in row)
            rows += f"<table:table-row>{cells}</table:table-row>"
        return f'<table:table table:name="{name}" table:style-name="{name}">{columns}{rows}</table:table>'

    def paragraph(self, p: Paragraph, page=("", "")) -> str:
        self.count += 1
        name = f"P{self.count}"
        align = {"left": "start", "right": "end"}.get(p.align, p.align)
        edge = "top" if p.ruled else "bottom" if p.border is not None else None
        border = f' fo:border-{edge}="0.75pt solid #000000"' if edge else ""
        self.automatic += (
            f'<style:style style:name="{name}" style:family="paragraph"{page[0]}><style:paragraph-properties'
            f' fo:text-align="{align}" fo:text-indent="{p.indent}mm" fo:margin-left="{p.border or 0}mm"'
            f' fo:margin-right="{p.border or 0}mm" fo:margin-top="{p.before}pt" fo:margin-bottom="0pt"'
            f' fo:line-height="{round(p.line * 100)}%"{border}{page[1]}'
            f'{BREAK * p.breaks}/><style:text-properties fo:font-family="{p.font}" fo:font-size="{p.size}pt"'
            f' fo:color="#{p.colour}"{BOLD * p.bold}{ITALIC * p.italic}{UNDERLINE * p.underlined}/></style:style>')
        # Spaces beyond the first are elements of their own.
        words = escape(p.text).replace("\t", "<text:tab/>").replace("  ", " <text:s/>")
        if p.frame:
            words = self.framed(p, name, words)
        if p.numbered:
            words += "<text:page-number>2</text:page-number>"
        if p.rule:
            self.graphic(f"{name}G", f'draw:stroke="{"dash" if p.rule.dashed else "solid"}"'
                         f' svg:stroke-width="0.75pt" svg:stroke-color="#000000"{DASH * p.rule.dashed}', p.rule.side)
            words += (f'<draw:line draw:style-name="{name}G" text:anchor-type="char" svg:x1="0mm"'
                      f' svg:x2="{p.rule.length}mm" svg:y1="1mm" svg:y2="1mm"/>')
        for number, picture in enumerate(p.pictures):
            words += self.picture(picture, f"{name}B{number}")
        return f'<text:p text:style-name="{name}">{words}</text:p>'

    def graphic(self, name: str, look: str, side: str):
        self.automatic += (
            f'<style:style style:name="{name}" style:family="graphic"><style:graphic-properties {look}{BARE}'
            f' style:horizontal-rel="paragraph" style:horizontal-pos="{side}" style:vertical-rel="paragraph"'
            ' style:vertical-pos="from-top"/></style:style>')

    def framed(self, p: Paragraph, name: str, words: str) -> str:
        width, height, drawn = p.frame
        # What is not said of a frame's line is the program's own thin blue one.
        line = 'fo:border="0.75pt solid #000000"' if drawn else 'fo:border="none" draw:stroke="none"'
        self.graphic(f"{name}F", f'draw:fill="none" {line}', "center")
        return (
            f'<draw:frame draw:style-name="{name}F" text:anchor-type="char" svg:y="0mm" svg:width="{width}mm"'
            f' svg:height="{height}mm"><draw:text-box><text:p text:style-name="{name}">{words}</text:p>'
            "</draw:text-box></draw:frame>")

    def picture(self, picture: Picture, name: str) -> str:
        file = f"Pictures/{picture.file}.{'jpg' if picture.file == 'jpeg' else 'png'}"
        self.graphic(name, 'fo:border="none"', "from-left")
        return (
            f'<draw:frame draw:style-name="{name}" text:anchor-type="paragraph" svg:x="{picture.left}mm" svg:y="0mm"'
            f' svg:width="{picture.width}mm" svg:height="{picture.height}mm"><draw:image xlink:href="{file}"'
            ' xlink:type="simple"/></draw:frame>')


BREAK = ' fo:break-before="page"'
BOLD, ITALIC = ' fo:font-weight="bold"', ' fo:font-style="italic"'
UNDERLINE = ' style:text-underline-style="solid" style:text-underline-width="auto"'
DASH = ' draw:stroke-dash="Nét"'
