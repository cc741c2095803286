"""The parts of every ODT, of templates and of the build.

What ODF allows is asked of odfpy, whose tables come from the schema of ODF 1.2.
"""

import re

import pytest
from lxml import etree
from odf import grammar
from package import DRAW, MANIFEST, OFFICE, STYLE, TABLE, TEXT, XML, Package, local, parameters

odt = parameters(".odt")


@pytest.fixture(scope="module")
def package(request) -> Package:
    return Package(request.param)


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


def wrong_rows(table) -> list[str]:
    """The rows of a table that leave a column empty or hold one too many.

    A cell may reach over columns and rows; what it covers stands there as a covered cell.
    """
    columns = sum(int(c.get(TABLE + "number-columns-repeated", "1"))
                  for c in table.iter(TABLE + "table-column"))
    wrong, below = [], {}
    for index, row in enumerate(table.iter(TABLE + "table-row")):
        reached, below = below, {}
        place = 0
        across = 0  # columns that a cell of this row still covers
        for cell in row:
            assert cell.get(TABLE + "number-columns-repeated", "1") == "1", "not read"
            covered = cell.tag == TABLE + "covered-table-cell"
            if covered != (across > 0 or place in reached):
                wrong.append(f"row {index}: column {place} is {'' if covered else 'not '}covered")
            across = max(0, across - 1)
            if not covered:
                wide = int(cell.get(TABLE + "number-columns-spanned", "1"))
                high = int(cell.get(TABLE + "number-rows-spanned", "1"))
                across = wide - 1
                below |= {place + i: high - 1 for i in range(wide)} if high > 1 else {}
            elif reached.get(place, 0) > 1:
                below[place] = reached[place] - 1
            place += 1
        if place != columns:
            wrong.append(f"row {index}: {place} cells in {columns} columns")
    return wrong + (["a cell reaches below the table"] if below else [])


@odt
def test_rows_fill_the_columns_of_their_table(package):
    tables = package.xml["content.xml"].iter(TABLE + "table")
    assert {t.get(TABLE + "name"): wrong_rows(t) for t in tables if wrong_rows(t)} == {}


def test_check_of_rows_sees_what_is_wrong():
    def wrong(*rows: str) -> bool:
        """Of a table of two columns: `c` a cell, `w` a wide, `h` a high one, `-` a covered one."""
        cells = {"c": "<t:table-cell/>", "w": '<t:table-cell t:number-columns-spanned="2"/>',
                 "h": '<t:table-cell t:number-rows-spanned="2"/>', "-": "<t:covered-table-cell/>"}
        body = "".join(f"<t:table-row>{''.join(cells[c] for c in row)}</t:table-row>" for row in rows)
        return bool(wrong_rows(etree.fromstring(
            f'<t:table xmlns:t="{TABLE[1:-1]}"><t:table-column t:number-columns-repeated="2"/>'
            f"{body}</t:table>")))

    assert not wrong("cc", "w-", "hc", "-c", "cc")
    assert wrong("c") and wrong("ccc") and wrong("wc") and wrong("c-") and wrong("hc", "cc")
    assert wrong("hc")
