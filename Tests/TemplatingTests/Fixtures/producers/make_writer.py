"""Writes the letter with LibreOffice Writer: typed, formatted, saved, opened again, edited, saved.

    /usr/bin/python3 make_writer.py

leaves writer.odt, writer.docx, writer-theo-doi.odt, writer-theo-doi.docx (a second author with
changes tracked) and word-qua-writer.docx (the letter of Word, saved again by Writer). AutoCorrect
is applied as the menu does, so quotes are curled by Writer itself; the languages of the halves of
a tag differ, as they do where the spelling checker was told to look again.
"""

import pathlib
import subprocess
import tempfile
import time

import uno
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

import letter

HERE = pathlib.Path(__file__).resolve().parent
ODT, DOCX = "writer8", "MS Word 2007 XML"


def value(name, content):
    return PropertyValue(Name=name, Value=content)


class Office:
    """A headless office of its own, ended with the block."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        pipe = f"thidua{time.time_ns()}"
        self.process = subprocess.Popen([
            "soffice", f"-env:UserInstallation=file://{self.folder.name}", "--headless", "--norestore",
            f"--accept=pipe,name={pipe};urp;"])
        context = uno.getComponentContext()
        resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        for _ in range(120):
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:  # noqa: BLE001 - the office is not up yet
                time.sleep(0.5)
        self.desktop = self.create("com.sun.star.frame.Desktop")
        return self

    def __exit__(self, *_):
        self.desktop.terminate()
        self.process.wait(60)
        self.folder.cleanup()

    def create(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def set_author(self):
        provider = self.create("com.sun.star.configuration.ConfigurationProvider")
        access = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess",
            (value("nodepath", "/org.openoffice.UserProfile/Data"),))
        family, given = letter.AUTHOR.rsplit(" ", 1)
        access.setPropertyValue("givenname", family)
        access.setPropertyValue("sn", given)
        access.commitChanges()

    def open(self, url):
        return self.desktop.loadComponentFromURL(url, "_blank", 0, (value("Hidden", True),))

    def dispatch(self, document, command):
        helper = self.create("com.sun.star.frame.DispatchHelper")
        helper.executeDispatch(document.CurrentController.Frame, command, "", 0, ())


def save(document, name, kind):
    document.storeToURL((HERE / name).as_uri(), (value("FilterName", kind),))


def type_stretches(text, cursor, stretches):
    """Types a paragraph stretch by stretch, in two languages by turns."""
    for index, (words, bold) in enumerate(stretches):
        cursor.CharWeight = BOLD if bold else 100.0
        cursor.CharLocale = Locale("vi", "VN", "") if index % 2 == 0 else Locale("en", "US", "")
        text.insertString(cursor, words, False)


def type_letter(office):
    document = office.open("private:factory/swriter")
    text = document.Text
    cursor = text.createTextCursor()
    for stretches in letter.PARAGRAPHS:
        type_stretches(text, cursor, stretches)
        text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    table = document.createInstance("com.sun.star.text.TextTable")
    table.initialize(len(letter.TABLE), len(letter.TABLE[0]))
    text.insertTextContent(cursor, table, False)
    for row, texts in enumerate(letter.TABLE):
        for column, words in enumerate(texts):
            table.getCellByPosition(column, row).setString(words)
    cursor.gotoEnd(False)
    type_stretches(text, cursor, letter.LAST)
    office.dispatch(document, ".uno:AutoFormatApply")
    return document


def edit(document):
    """Goes back into the first tag and makes two letters of it bold, as a slip of the mouse does.

    Half of a tag of the second paragraph is marked as English, as a click on “ignore” can do.
    """
    cursor = document.Text.createTextCursor()
    cursor.gotoStart(False)
    cursor.goRight(len("Kính gửi: <"), False)
    cursor.goRight(2, True)
    cursor.CharWeight = BOLD
    cursor.gotoStart(False)
    cursor.gotoNextParagraph(False)
    cursor.goRight(len("Ông (bà): <<họ tên>>, <<ch"), False)
    cursor.goRight(3, True)
    cursor.CharLocale = Locale("en", "US", "")


def track(document):
    document.RecordChanges = True
    cursor = document.Text.createTextCursor()
    cursor.gotoEnd(False)
    document.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    type_stretches(document.Text, cursor, letter.TRACKED)


with Office() as office:
    office.set_author()
    first = type_letter(office)
    save(first, "writer.odt", ODT)
    first.close(True)
    for name, kind, tracked in [
        ("writer.docx", DOCX, False), ("writer-theo-doi.odt", ODT, True),
        ("writer-theo-doi.docx", DOCX, True), ("writer.odt", ODT, False),
    ]:
        document = office.open((HERE / "writer.odt").as_uri())
        edit(document)
        if tracked:
            track(document)
        save(document, name, kind)
        document.close(True)
    word = office.open((HERE / "word.docx").as_uri())
    save(word, "word-qua-writer.docx", DOCX)
    word.close(True)
