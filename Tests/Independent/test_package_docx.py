"""The parts of every DOCX, of templates and of the build: what the schema and OPC ask for.

Word refuses a document whose elements stand in another order than the schema's.
"""

import posixpath
import re

import pytest
from ecma376 import ATTRIBUTES, ONCE, ORDER, REQUIRED, VALUES
from lxml import etree
from package import CT, MC, R, REL, W, WP, XML, Package, local, parameters

docx = parameters(".docx")


@pytest.fixture(scope="module")
def package(request) -> Package:
    return Package(request.param)


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
        if element.tag == W + "spacing" and element.getparent().tag == W + "rPr":
            allowed = "val"  # The distance of letters bears the name of that of paragraphs.
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


def test_order_checker_sees_what_is_wrong():
    def fault(xml: str) -> str | None:
        return out_of_order(etree.fromstring(f'<w:x xmlns:w="{W[1:-1]}">{xml}</w:x>')[0])

    assert fault("<w:pPr><w:pStyle/><w:keepNext/><w:jc/></w:pPr>") is None
    assert fault("<w:pPr><w:jc/><w:keepNext/></w:pPr>") == "order ['jc', 'keepNext']"
    assert fault("<w:rPr><w:b/><w:b/></w:rPr>") == "repeated ['b', 'b']"
    assert fault("<w:tcPr><w:tcW/><w:jc/></w:tcPr>") == "unknown ['jc']"
