"""The DOCX and the ODT of a document say the same, to the last space."""

import reading


def test_both_formats_have_the_same_visible_paragraphs(documents):
    different = {}
    for docx, odt in documents:
        left, right = reading.docx_paragraphs(docx.path), reading.odt_paragraphs(odt.path)
        assert left, f"{docx.name} holds no text"
        if left != right:
            pairs = [(a, b) for a, b in zip(left, right) if a != b]
            different[docx.pair] = pairs[:1] or [len(left), len(right)]
    assert different == {}


def test_no_tag_of_a_template_is_left(documents):
    left = []
    for docx, odt in documents:
        for text in reading.docx_paragraphs(docx.path) + reading.odt_paragraphs(odt.path):
            left += [text] if any(mark in text for mark in ("<<", ">>", "«", "»", "{{")) else []
    assert left == []
