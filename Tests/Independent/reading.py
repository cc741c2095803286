"""The visible paragraphs of a document, read by python-docx and by odfpy.

A paragraph is a text as it stands, its spaces kept; empty paragraphs are left out. Tables are
read row by row and cell by cell; the text of a drawn box follows the paragraph that holds it.
"""

import pathlib
import re

import docx
from docx.oxml.ns import qn
from odf import namespaces, opendocument

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
HEAD = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


def collapsed(text: str) -> str:
    """The text with every run of white space, no-break spaces too, as one space."""
    return re.sub(r"\s+", " ", text).strip()


def paragraphs(path: pathlib.Path) -> list[str]:
    """The visible paragraphs of the body of a document of either format."""
    return docx_paragraphs(path) if path.suffix == ".docx" else odt_paragraphs(path)


def rows(path: pathlib.Path) -> list[list[str]]:
    """What a document says, line by line: a table's row as its cells, a paragraph as one cell.

    White space is collapsed; rows without any text are left out.
    """
    if path.suffix == ".docx":
        found = _docx_rows(docx.Document(str(path)).element.body)
    else:
        found = _odt_rows(opendocument.load(str(path)).text)
    cells = [[collapsed(cell) for cell in row] for row in found]
    return [row for row in cells if any(row)]


def _docx_rows(element) -> list[list[str]]:
    found = []
    for child in element:
        if child.tag == qn("w:tr"):
            found.append([" ".join(_docx_block(cell)) for cell in child.findall(qn("w:tc"))])
        elif child.tag in (qn("w:tbl"), qn("w:sdt"), qn("w:sdtContent")):
            found += _docx_rows(child)
        else:
            found += [[text] for text in _docx_block([child])]
    return found


def _odt_rows(element) -> list[list[str]]:
    found = []
    for child in element.childNodes:
        if child.nodeType != child.ELEMENT_NODE or child.qname in _SKIPPED:
            continue
        if child.qname == (namespaces.TABLENS, "table-row"):
            found.append([" ".join(_odt_block(cell)) for cell in child.childNodes
                          if cell.nodeType == cell.ELEMENT_NODE])
        elif child.qname[0] == namespaces.TABLENS or child.qname == (namespaces.TEXTNS, "section"):
            found += _odt_rows(child)
        else:
            found += [[text] for text in _odt_block(_Alone(child))]
    return found


class _Alone:
    """An element as the only child of something."""

    def __init__(self, element):
        self.childNodes = [element]


def docx_paragraphs(path: pathlib.Path) -> list[str]:
    """The visible paragraphs of the body of a DOCX."""
    return _docx_block(docx.Document(str(path)).element.body)


def docx_margins(path: pathlib.Path) -> list[str]:
    """The typed texts of all headers and footers of a DOCX; fields are left out."""
    texts = []
    for section in docx.Document(str(path)).sections:
        for part in (section.header, section.first_page_header, section.even_page_header,
                     section.footer, section.first_page_footer, section.even_page_footer):
            if not part.is_linked_to_previous:
                texts += _docx_block(part._element)
    return texts


def _docx_block(element) -> list[str]:
    texts = []
    for child in element:
        if child.tag == qn("w:p"):
            boxes: list[str] = []
            text = _docx_inline(child, boxes)
            texts += [text] if text.strip() else []
            texts += boxes
        elif child.tag in (qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:sdt"), qn("w:sdtContent")):
            texts += _docx_block(child)
    return texts


def _docx_inline(element, boxes: list[str]) -> str:
    text = ""
    for child in element:
        if child.tag == qn("w:t"):
            text += child.text or ""
        elif child.tag == qn("w:tab"):
            text += "\t"
        elif child.tag in (qn("w:br"), qn("w:cr")):
            text += "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            text += "-"
        elif child.tag == qn("w:txbxContent"):
            boxes += _docx_block(child)
        elif child.tag in (qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:sdtPr"), MC + "Fallback"):
            continue
        else:
            text += _docx_inline(child, boxes)
    return text


def odt_paragraphs(path: pathlib.Path) -> list[str]:
    """The visible paragraphs of the body of an ODT."""
    return _odt_block(opendocument.load(str(path)).text)


def odt_margins(path: pathlib.Path) -> list[str]:
    """The typed texts of all headers and footers of an ODT; page numbers are left out."""
    texts = []
    for page in opendocument.load(str(path)).masterstyles.childNodes:
        for part in page.childNodes:
            texts += _odt_block(part)
    return texts


_SKIPPED = {
    (namespaces.TEXTNS, "tracked-changes"), (namespaces.TEXTNS, "page-number"),
    (namespaces.TEXTNS, "sequence-decls"), (namespaces.OFFICENS, "annotation"),
    (namespaces.SVGNS, "title"), (namespaces.SVGNS, "desc"),
}


def _odt_block(element) -> list[str]:
    texts = []
    for child in element.childNodes:
        if child.nodeType != child.ELEMENT_NODE or child.qname in _SKIPPED:
            continue
        if child.qname in ((namespaces.TEXTNS, "p"), (namespaces.TEXTNS, "h")):
            boxes: list[str] = []
            text = _odt_inline(child, boxes)
            texts += [text] if text.strip() else []
            texts += boxes
        else:
            texts += _odt_block(child)
    return texts


def _odt_inline(element, boxes: list[str]) -> str:
    text = ""
    # Writer takes a run of white space in the file as one space; text:s carries the others.
    for child in element.childNodes:
        if child.nodeType == child.TEXT_NODE:
            run = re.sub(r"[ \t\r\n]+", " ", child.data)
            text += run.lstrip(" ") if text == "" or text.endswith((" ", "\n")) else run
        elif child.nodeType != child.ELEMENT_NODE or child.qname in _SKIPPED:
            continue
        elif child.qname == (namespaces.TEXTNS, "s"):
            text += " " * int(child.getAttribute("c") or 1)
        elif child.qname == (namespaces.TEXTNS, "tab"):
            text += "\t"
        elif child.qname == (namespaces.TEXTNS, "line-break"):
            text += "\n"
        elif child.qname[0] == namespaces.DRAWNS:
            boxes += _odt_block(child)
        else:
            text += _odt_inline(child, boxes)
    return text
