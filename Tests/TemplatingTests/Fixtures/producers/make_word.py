"""Writes word.docx and word-theo-doi.docx: the letter as Word saves it after several sittings.

    python3 make_word.py

Word is not at hand where the tests run. What it leaves in a file is: an rsid on each run, a run
border wherever the cursor was, marks of the spelling checker between the runs, a language on some,
`_GoBack`, `lastRenderedPageBreak`, curly quotes by AutoCorrect.
"""

import pathlib
import zipfile
from xml.sax.saxutils import escape

import letter

HERE = pathlib.Path(__file__).resolve().parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MARKS = [
    '<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="spellEnd"/>',
    '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
    '<w:proofErr w:type="gramStart"/>', '<w:proofErr w:type="gramEnd"/>',
]


def curled(text):
    """The text as AutoCorrect leaves it: an opening quote behind a space, a closing one elsewhere."""
    out = ""
    for sign in text:
        out += ("“" if not out or out[-1] == " " else "”") if sign == '"' else sign
    return out


class Writer:
    """Numbers the runs, so that each has an rsid and something between it and the next."""

    def __init__(self):
        self.count = 0

    def run(self, text, bold):
        self.count += 1
        properties = "<w:b/>" if bold else ""
        if self.count % 3 == 0:
            properties += '<w:lang w:val="en-US"/>'
        properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        soft = "<w:lastRenderedPageBreak/>" if self.count == 5 else ""
        return (f'<w:r w:rsidR="00A{self.count:05X}" w:rsidRPr="00B{self.count:05X}">{properties}{soft}'
                f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>')

    def paragraph(self, stretches):
        parts = []
        for text, bold in stretches:
            text = curled(text)
            # The spelling checker stops in the middle of Vietnamese words too.
            middle = len(text) // 2
            for half in (text[:middle], text[middle:]):
                if half:
                    parts.append(self.run(half, bold))
                    parts.append(MARKS[self.count] if self.count < 3 else MARKS[self.count % 2 * 3 % 4])
        return f'<w:p w:rsidR="00C00001" w:rsidRDefault="00D00001">{"".join(parts)}</w:p>'

    def table(self, rows):
        cell = '<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{}</w:tc>'
        body = "".join(
            "<w:tr>" + "".join(cell.format(self.paragraph([(text, False)])) for text in row) + "</w:tr>"
            for row in rows)
        return ('<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>'
                + '<w:gridCol w:w="3000"/>' * 3 + f"</w:tblGrid>{body}</w:tbl>")


def document(tracked):
    writer = Writer()
    body = "".join(writer.paragraph(stretches) for stretches in letter.PARAGRAPHS)
    body += writer.table(letter.TABLE) + writer.paragraph(letter.LAST)
    if tracked:
        runs = "".join(writer.run(text, bold) for text, bold in letter.TRACKED[1:])
        body += (f'<w:p>{writer.run(letter.TRACKED[0][0], False)}<w:ins w:id="9" w:author="{letter.AUTHOR}"'
                 f' w:date="{letter.DAY}">{runs}</w:ins></w:p>')
    body += '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def write(name, tracked):
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    entries = {
        "[Content_Types].xml":
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
            ' ContentType="application/xml"/><Override PartName="/word/document.xml"'
            f' ContentType="{OFFICE}document.main+xml"/></Types>',
        "_rels/.rels":
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship'
            f' Id="rId1" Type="{RELATIONSHIPS}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": document(tracked),
    }
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as package:
        for path, text in entries.items():
            package.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), head + text, zipfile.ZIP_DEFLATED)


write("word.docx", tracked=False)
write("word-theo-doi.docx", tracked=True)
