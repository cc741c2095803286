"""Writes python-docx.docx and odfpy.odt: the letter as programs write it.

    .build-python/bin/python make_libraries.py
"""

import pathlib

import docx
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import P, Span

import letter

HERE = pathlib.Path(__file__).resolve().parent


def python_docx():
    document = docx.Document()

    def fill(paragraph, stretches):
        for text, bold in stretches:
            paragraph.add_run(text).bold = bold or None

    for stretches in letter.PARAGRAPHS:
        fill(document.add_paragraph(), stretches)
    table = document.add_table(rows=0, cols=3)
    for texts in letter.TABLE:
        for cell, text in zip(table.add_row().cells, texts):
            cell.text = text
    fill(document.add_paragraph(), letter.LAST)
    document.save(HERE / "python-docx.docx")


def odfpy():
    document = OpenDocumentText()
    bold = Style(name="Dam", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    plain = Style(name="Thuong", family="text")
    document.automaticstyles.addElement(bold)
    document.automaticstyles.addElement(plain)

    def paragraph(stretches):
        element = P()
        for text, is_bold in stretches:
            element.addElement(Span(stylename=bold if is_bold else plain, text=text))
        return element

    for stretches in letter.PARAGRAPHS:
        document.text.addElement(paragraph(stretches))
    table = Table(name="Bang")
    table.addElement(TableColumn(numbercolumnsrepeated=3))
    for texts in letter.TABLE:
        row = TableRow()
        for text in texts:
            cell = TableCell()
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    document.text.addElement(table)
    document.text.addElement(paragraph(letter.LAST))
    document.save(str(HERE / "odfpy.odt"))


python_docx()
odfpy()
