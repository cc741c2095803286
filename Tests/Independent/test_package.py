"""The parts of the files: what their schemas and their packages ask for.

LibreOffice reads almost anything; Word refuses a document whose elements stand in another order
than the schema's. The order below is that of ECMA-376, Part 1 (transitional); what ODF allows is
asked of odfpy, whose tables come from the schema of ODF 1.2.
"""

import pathlib
import posixpath
import re
import zipfile

import pytest
from conftest import PROJECT, built_files, skip_or_fail
from lxml import etree
from odf import grammar

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
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

# The children of an element in the order of the schema. Every child must be in the list.
ORDER = {
    W + "document": "background body",
    W + "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
               "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap "
               "overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid "
               "spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
               "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    W + "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
               "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs "
               "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
               "specVanish oMath rPrChange",
    W + "tbl": "tblPr tblGrid tr",
    W + "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize "
                 "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook "
                 "tblCaption tblDescription tblPrChange",
    W + "tblGrid": "gridCol tblGridChange",
    W + "tr": "tblPrEx trPr tc",
    # One group of choices in the schema: any order, these names.
    W + "trPr": None,
    W + "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
                "tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    W + "tblBorders": "top left start bottom right end insideH insideV",
    W + "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    W + "tblCellMar": "top left start bottom right end",
    W + "tcMar": "top left start bottom right end",
    W + "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
                  "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg "
                  "textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
    W + "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
                 "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr "
                 "rPr tblPr trPr tcPr tblStylePr",
    W + "styles": "docDefaults latentStyles style",
    W + "docDefaults": "rPrDefault pPrDefault",
    W + "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime "
                    "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
                    "printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
                    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins "
                    "alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter "
                    "gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle "
                    "proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter "
                    "stylePaneSortMethod documentType mailMerge revisionView trackRevisions "
                    "doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
                    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation "
                    "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope "
                    "summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
                    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets "
                    "drawingGridHorizontalSpacing drawingGridVerticalSpacing "
                    "displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
                    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin "
                    "drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning "
                    "characterSpacingControl printTwoOnOne strictFirstAndLastChars "
                    "noLineBreaksAfter noLineBreaksBefore savePreviewPicture "
                    "doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent "
                    "alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly "
                    "useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace "
                    "updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids "
                    "mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
                    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown "
                    "smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol "
                    "listSeparator",
    W + "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold "
                "embedItalic embedBoldItalic",
    WP + "anchor": "simplePos positionH positionV extent effectExtent wrapNone wrapSquare "
                   "wrapTight wrapThrough wrapTopAndBottom docPr cNvGraphicFramePr graphic",
    WP + "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    WPS + "wsp": "cNvPr cNvSpPr cNvCnPr spPr style extLst txbx linkedTxbx bodyPr",
    MC + "AlternateContent": "Choice Fallback",
}
ONCE = {W + "pPr", W + "rPr", W + "tblPr", W + "tcPr", WP + "anchor", WPS + "wsp"}
REQUIRED = {
    WP + "anchor": "simplePos positionH positionV extent docPr graphic",
    WPS + "wsp": "spPr bodyPr",
    W + "tbl": "tblPr tblGrid tr",
    W + "tc": "p",
}
# Of the elements that our templates use: the attributes the schema allows.
ATTRIBUTES = {
    "spacing": "before beforeLines beforeAutospacing after afterLines afterAutospacing line lineRule",
    "ind": "start startChars end endChars left leftChars right rightChars hanging hangingChars "
           "firstLine firstLineChars",
    "pgSz": "w h orient code",
    "pgMar": "top right bottom left header footer gutter",
    "pgNumType": "fmt start chapStyle chapSep",
    "cols": "equalWidth space num sep",
    "rFonts": "hint ascii hAnsi eastAsia cs asciiTheme hAnsiTheme eastAsiaTheme cstheme",
    "color": "val themeColor themeTint themeShade",
    "lang": "val eastAsia bidi",
    "tblW": "w type", "tcW": "w type", "tblInd": "w type", "gridCol": "w",
    "style": "type styleId default customStyle",
    "p": "rsidRPr rsidR rsidDel rsidP rsidRDefault", "r": "rsidRPr rsidDel rsidR",
    "fldChar": "fldCharType fldLock dirty", "headerReference": "type", "footerReference": "type",
    "jc": "val", "sz": "val", "szCs": "val", "outlineLvl": "val", "vAlign": "val",
    "gridSpan": "val", "pStyle": "val", "rStyle": "val", "tblStyle": "val", "basedOn": "val",
    "b": "val", "bCs": "val", "i": "val", "iCs": "val", "keepNext": "val", "keepLines": "val",
    "widowControl": "val", "cantSplit": "val", "tblHeader": "val", "titlePg": "val",
    "vanish": "val", "noProof": "val", "qFormat": "val", "tblLayout": "type",
}
VALUES = {
    "jc": {"both", "center", "left", "right", "start", "end"},
    "lineRule": {"auto", "exact", "atLeast"},
    "fldCharType": {"begin", "separate", "end"},
}


def name(path: pathlib.Path) -> str:
    return f"{path.parent.name}/{path.name}"


def files(suffix: str) -> list:
    """The templates and the built documents of a format, as parameters."""
    templates = sorted(TEMPLATES.glob("*" + suffix))
    return [pytest.param(path, id=name(path)) for path in templates] + built_files(suffix)


class Package:
    """A ZIP file of XML parts."""

    def __init__(self, path: pathlib.Path | None):
        if path is None:
            skip_or_fail("THIDUA_OUTPUT does not name the folder of a build")
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


@pytest.fixture
def package(request) -> Package:
    return Package(request.param)


docx = pytest.mark.parametrize("package", files(".docx"), indirect=True)
odt = pytest.mark.parametrize("package", files(".odt"), indirect=True)


def local(element) -> str:
    return etree.QName(element).localname


def out_of_order(element) -> str | None:
    """What is wrong with the children of an element of `ORDER`."""
    sequence = ORDER[element.tag]
    if sequence is None:
        return None
    order = sequence.split()
    space = element.tag.partition("}")[0]
    children = [child.tag for child in element.iterchildren(etree.Element)]
    # A drawing holds one element of DrawingML among its own.
    names = [etree.QName(tag).localname for tag in children
             if tag.startswith(space) or etree.QName(tag).localname == "graphic"]
    if len(names) != len(children):
        return "a child of another namespace"
    strange = [child for child in names if child not in order]
    if strange:
        return f"unknown {strange}"
    if names != sorted(names, key=order.index):
        return f"order {names}"
    if element.tag in ONCE and len(names) != len(set(names)):
        return f"repeated {names}"
    return None


@docx
def test_children_stand_in_the_order_of_the_schema(package):
    seen, wrong = set(), []
    for part, element in package.all():
        if element.tag in ORDER:
            seen.add(element.tag)
            fault = out_of_order(element)
            wrong += [f"{part}: {local(element)}: {fault}"] if fault else []
        for needed in REQUIRED.get(element.tag, "").split():
            if not any(local(child) == needed for child in element.iterchildren(etree.Element)):
                wrong.append(f"{part}: {local(element)} has no {needed}")
    assert wrong == []
    assert {W + "pPr", W + "rPr", W + "tblPr", W + "tcPr", W + "sectPr", WP + "anchor"} <= seen


@docx
def test_attributes_are_those_of_the_schema(package):
    wrong = []
    for part, element in package.all():
        if not element.tag.startswith(W) or part in ("word/fontTable.xml", "word/settings.xml"):
            continue
        allowed = ATTRIBUTES.get(local(element))
        for key, value in element.attrib.items():
            attribute = etree.QName(key).localname
            if not key.startswith("{"):
                wrong.append(f"{part}: {local(element)}@{key} has no namespace")
            if allowed is not None and key.startswith(W) and attribute not in allowed.split():
                wrong.append(f"{part}: {local(element)}@{attribute}")
            kind = attribute if attribute in VALUES else local(element)
            if kind in VALUES and value not in VALUES[kind]:
                wrong.append(f"{part}: {local(element)}@{attribute}={value}")
    assert wrong == []


@docx
def test_cells_end_with_a_paragraph_and_rows_fill_the_grid(package):
    wrong = []
    for part, table in ((p, e) for p, e in package.all() if e.tag == W + "tbl"):
        grid = [int(column.get(W + "w")) for column in table.find(W + "tblGrid")]
        total = int(table.find(f"{W}tblPr/{W}tblW").get(W + "w"))
        # An office program rounds each column.
        if abs(sum(grid) - total) > len(grid):
            wrong.append(f"{part}: grid {sum(grid)} in a table of {total}")
        for row in table.findall(W + "tr"):
            column = 0
            for cell in row.findall(W + "tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                count = 1 if span is None else int(span.get(W + "val"))
                width = int(cell.find(f"{W}tcPr/{W}tcW").get(W + "w"))
                if abs(width - sum(grid[column:column + count])) > count:
                    wrong.append(f"{part}: a cell of {width} over columns {column}+{count}")
                column += count
                wrong += [] if cell[-1].tag == W + "p" else [f"{part}: a cell ends with no w:p"]
            wrong += [f"{part}: a row of {column} columns"] if column != len(grid) else []
    assert wrong == []


@docx
def test_relations_and_content_types_resolve(package):
    types = package.xml["[Content_Types].xml"]
    defaults = {e.get("Extension").lower() for e in types.findall(CT + "Default")}
    overrides = [e.get("PartName") for e in types.findall(CT + "Override")]
    assert len(overrides) == len(set(overrides))
    missing = [o for o in overrides if o.lstrip("/") not in package.bytes]
    assert missing == []
    typed = {o.lstrip("/") for o in overrides}
    untyped = [part for part in package.bytes if part not in typed and part != "[Content_Types].xml"
               and part.rpartition(".")[2].lower() not in defaults]
    assert untyped == []
    reached = {"[Content_Types].xml"}
    for part, root in package.xml.items():
        if not part.endswith(".rels"):
            continue
        reached.add(part)
        owner = part.replace("_rels/", "").removesuffix(".rels")
        identifiers = [relation.get("Id") for relation in root]
        assert len(identifiers) == len(set(identifiers)), f"{part}: an Id stands twice"
        for relation in root.findall(REL + "Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(
                posixpath.join("/" + posixpath.dirname(owner), relation.get("Target"))).lstrip("/")
            assert target in package.bytes, f"{part}: {target} is missing"
            reached.add(target)
        if owner in package.xml:
            used = {value for e in package.xml[owner].iter(etree.Element)
                    for key, value in e.attrib.items() if key.startswith(R)}
            assert used <= set(identifiers), f"{owner} names a relation that {part} lacks"
    assert set(package.bytes) == reached, "a part that nothing leads to"


@docx
def test_styles_that_are_used_exist_and_identifiers_are_unique(package):
    styles = package.xml["word/styles.xml"].findall(W + "style")
    identifiers = [(s.get(W + "type"), s.get(W + "styleId")) for s in styles]
    assert len({i for _, i in identifiers}) == len(identifiers)
    names = [s.find(W + "name").get(W + "val") for s in styles]
    assert len({n.casefold() for n in names}) == len(names)
    kind = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table", "basedOn": None,
            "next": "paragraph", "link": None}
    known = set(identifiers) | {(None, i) for _, i in identifiers}
    missing = {(local(e), e.get(W + "val")) for _, e in package.all()
               if e.tag.startswith(W) and local(e) in kind
               and (kind[local(e)], e.get(W + "val")) not in known}
    assert missing == set()
    drawings = [e.get("id") for _, e in package.all() if e.tag == WP + "docPr"]
    assert drawings and len(drawings) == len(set(drawings))
    assert all(re.fullmatch(r"[1-9]\d*", d) and int(d) < 2**31 for d in drawings), drawings


@docx
def test_what_alternate_content_requires_is_declared(package):
    for part, element in package.all():
        if element.tag == MC + "Choice":
            assert set(element.get("Requires").split()) <= set(element.nsmap), part
        ignorable = element.get(MC + "Ignorable")
        assert ignorable is None or set(ignorable.split()) <= set(element.nsmap), part


@docx
def test_spaces_at_the_borders_of_a_text_are_preserved(package):
    lost = [e.text for _, e in package.all()
            if e.tag in (W + "t", W + "instrText") and e.text and e.text != e.text.strip()
            and e.get(XML + "space") != "preserve"]
    assert lost == []


def odf_name(tag: str) -> tuple[str, str]:
    """A name as odfpy's tables write it."""
    space, _, rest = tag[1:].partition("}")
    return space, rest


@odt
def test_mimetype_is_first_stored_and_plain(package):
    first = package.entries[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
    assert package.bytes["mimetype"] == b"application/vnd.oasis.opendocument.text"


@odt
def test_manifest_lists_every_file(package):
    root = package.xml["META-INF/manifest.xml"]
    listed = [entry.get(MANIFEST + "full-path") for entry in root]
    assert len(listed) == len(set(listed))
    held = {part for part in package.bytes if not part.endswith("/")}
    held -= {"mimetype", "META-INF/manifest.xml"}
    assert {part for part in listed if part == "/" or not part.endswith("/")} == held | {"/"}
    types = {entry.get(MANIFEST + "full-path"): entry.get(MANIFEST + "media-type") for entry in root}
    assert types["/"] == package.bytes["mimetype"].decode()
    assert all(types[part] for part in held)
    versions = {root.get(MANIFEST + "version")} | {
        package.xml[part].get(OFFICE + "version") for part in held if part.endswith(".xml")}
    assert len(versions) == 1, versions


@odt
def test_elements_and_attributes_are_those_of_odf(package):
    wrong = []
    known = {space for space, _ in grammar.allowed_attributes}
    later = {"contextual-spacing"}  # of ODF 1.3, which LibreOffice writes
    for part, element in package.all():
        qname = odf_name(element.tag)
        # What an office program adds stands in namespaces of its own (ODF 1.2, 1.5).
        if part.startswith("META-INF/") or qname[0] not in known:
            continue
        allowed = grammar.allowed_attributes.get(qname, ())
        # None stands for an element whose content or attributes are free, as in the metadata.
        for key in element.attrib if allowed is not None else ():
            if odf_name(key)[0] in known and odf_name(key) not in allowed \
                    and odf_name(key)[1] not in later:
                wrong.append(f"{part}: {local(element)}@{etree.QName(key).localname}")
        for key in grammar.required_attributes.get(qname, ()):
            if element.get(f"{{{key[0]}}}{key[1]}") is None:
                wrong.append(f"{part}: {local(element)} lacks {key[1]}")
        children = grammar.allowed_children.get(qname, ())
        for child in element.iterchildren(etree.Element) if children is not None else ():
            if odf_name(child.tag)[0] in known and odf_name(child.tag) not in children:
                wrong.append(f"{part}: {local(child)} in {local(element)}")
        texts = [element.text] + [child.tail for child in element]
        if qname not in grammar.allows_text and any(t and t.strip() for t in texts):
            wrong.append(f"{part}: text in {local(element)}")
    assert sorted(set(wrong)) == []


@odt
def test_lengths_and_shares_are_well_formed(package):
    length = re.compile(r"-?\d+(\.\d+)?(mm|cm|in|pt|pc|px)")
    keys = re.compile(r"(margin|padding|page-|min-|font-size|text-indent|line-height|width|height"
                      r"|tab-stop-distance)")
    wrong = []
    for part, element in package.all():
        for key, value in element.attrib.items():
            plain = etree.QName(key).localname
            drawn = element.tag == DRAW + "line" and plain in ("x1", "x2", "y1", "y2")
            if drawn or (key.startswith("{urn:oasis:names:tc:opendocument:xmlns:xsl-fo") and
                         keys.match(plain)):
                if not (length.fullmatch(value) or re.fullmatch(r"\d+%|normal|auto", value)):
                    wrong.append(f"{part}: {plain}={value}")
    assert wrong == []


@odt
def test_names_that_are_used_exist_and_are_unique(package):
    content, styles = package.xml["content.xml"], package.xml["styles.xml"]
    common = {(s.get(STYLE + "family"), s.get(STYLE + "name"))
              for s in styles.iter(STYLE + "style")}
    own = [(s.get(STYLE + "family"), s.get(STYLE + "name")) for s in content.iter(STYLE + "style")]
    assert len(own) == len(set(own))
    assert common.isdisjoint(own)
    known = common | set(own)
    layouts = {p.get(STYLE + "name") for p in styles.iter(STYLE + "page-layout")}
    masters = {p.get(STYLE + "name") for p in styles.iter(STYLE + "master-page")}
    faces = {f.get(STYLE + "name") for root in (content, styles)
             for f in root.iter(STYLE + "font-face")}
    family = {"p": "paragraph", "h": "paragraph", "span": "text", "table": "table",
              "table-column": "table-column", "table-row": "table-row",
              "table-cell": "table-cell"}
    missing = set()
    for part, element in package.all():
        for key, value in element.attrib.items():
            attribute = etree.QName(key).localname
            if key in (TEXT + "style-name", TABLE + "style-name"):
                if (family.get(local(element)), value) not in known:
                    missing.add((local(element), value))
            elif key == DRAW + "style-name":
                kind = "drawing-page" if local(element) == "master-page" else "graphic"
                missing |= set() if (kind, value) in known else {(local(element), value)}
            elif attribute in ("parent-style-name", "next-style-name"):
                where = masters if local(element) == "master-page" else {
                    n for f, n in known if f == element.get(STYLE + "family")}
                missing |= set() if value in where else {(attribute, value)}
            elif attribute == "page-layout-name" and value not in layouts:
                missing.add((attribute, value))
            elif attribute == "master-page-name" and value and value not in masters:
                missing.add((attribute, value))
            elif attribute.startswith("font-name") and value not in faces:
                missing.add((attribute, value))
    assert missing == set()
    for key in (TABLE + "name", DRAW + "name", XML + "id"):
        names = [e.get(key) for e in content.iter(etree.Element) if e.get(key) is not None]
        assert len(names) == len(set(names)), f"{key} is not unique: {names}"


@odt
def test_rows_fill_the_columns_of_their_table(package):
    wrong = []
    for table in package.xml["content.xml"].iter(TABLE + "table"):
        columns = sum(int(c.get(TABLE + "number-columns-repeated", "1"))
                      for c in table.iter(TABLE + "table-column"))
        spanned = set()
        for y, row in enumerate(table.iter(TABLE + "table-row")):
            cells = [c for c in row if c.tag in (TABLE + "table-cell", TABLE + "covered-table-cell")]
            for x, cell in enumerate(cells):
                # A place is covered exactly where a cell to the left or above spans it.
                if (cell.tag == TABLE + "covered-table-cell") != ((x, y) in spanned):
                    wrong.append((table.get(TABLE + "name"), x, y))
                wide, high = (int(cell.get(TABLE + f"number-{way}-spanned", "1"))
                              for way in ("columns", "rows"))
                spanned |= {(x + i, y + j) for i in range(wide) for j in range(high)} - {(x, y)}
            if len(cells) != columns:
                wrong.append((table.get(TABLE + "name"), len(cells), columns))
        if any(x >= columns or y > len(table.findall(".//" + TABLE + "table-row")) - 1
               for x, y in spanned):
            wrong.append((table.get(TABLE + "name"), "a span leaves the table"))
    assert wrong == []


def test_order_checker_sees_what_is_wrong():
    def fault(xml: str) -> str | None:
        return out_of_order(etree.fromstring(f'<w:x xmlns:w="{W[1:-1]}">{xml}</w:x>')[0])

    assert fault("<w:pPr><w:pStyle/><w:keepNext/><w:jc/></w:pPr>") is None
    assert fault("<w:pPr><w:jc/><w:keepNext/></w:pPr>") == "order ['jc', 'keepNext']"
    assert fault("<w:rPr><w:b/><w:b/></w:rPr>") == "repeated ['b', 'b']"
    assert fault("<w:tcPr><w:tcW/><w:jc/></w:tcPr>") == "unknown ['jc']"
