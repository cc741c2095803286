"""A package read: its entries, its bytes, its XML; the names of namespaces.

LibreOffice reads almost anything; Word refuses a document whose elements stand in another order
than the schema's. `test_package_docx` and `test_package_odt` ask for what the formats ask for.
"""

import pathlib
import zipfile

import pytest
from conftest import PROJECT, Built, built_files, needed
from lxml import etree

TEMPLATES = PROJECT / "Templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def name(path: pathlib.Path) -> str:
    return f"{path.parent.name}/{path.name}"


def files(suffix: str) -> list:
    """The templates and the built documents of a format, as parameters."""
    templates = sorted(TEMPLATES.glob("*" + suffix))
    return [pytest.param(path, id=name(path)) for path in templates] + built_files(suffix)


class Package:
    """A ZIP file of XML parts: a template, or a document of the build."""

    def __init__(self, source: pathlib.Path | Built | None):
        path = source if isinstance(source, pathlib.Path) else needed(source).path
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            self.entries = archive.infolist()
            self.bytes = {entry.filename: archive.read(entry) for entry in self.entries}
        names = [entry.filename for entry in self.entries]
        assert len(names) == len(set(names)), "an entry stands in the package twice"
        self.xml = {
            part: etree.fromstring(data) for part, data in self.bytes.items()
            if part.endswith((".xml", ".rels"))
        }

    def all(self):
        """Every element of every part, with the name of the part."""
        for part, root in self.xml.items():
            for element in root.iter(etree.Element):
                yield part, element


def parameters(suffix: str):
    """The mark of a test that takes every package of a format."""
    return pytest.mark.parametrize("package", files(suffix), indirect=True)


def local(element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname
