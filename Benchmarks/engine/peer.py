#!/usr/bin/env python3
"""One engine of others on one workload: peer.py ENGINE TEMPLATE RECORDS OUT

Each is called as its own documentation shows. RECORDS has one JSON record a line; the files are
named by the record's number, from 000000.
"""

import copy
import json
import re
import sys
from pathlib import Path

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARK = re.compile(r"\{\{(\w+)\}\}")


def docxtpl(template, records, target):
    from docxtpl import DocxTemplate

    for number, record in enumerate(records):
        document = DocxTemplate(template)
        document.render(record, autoescape=True)
        document.save(target(number))


def mailmerge(template, records, target):
    from mailmerge import MailMerge

    for number, record in enumerate(records):
        with MailMerge(template) as document:
            if "rows" in record:
                document.merge_rows("stt", record["rows"])
            document.merge(**{k: v for k, v in record.items() if isinstance(v, str)})
            document.write(target(number))


def python_docx(template, records, target):
    """A replacement as people write it by hand; the one row of a list is copied."""
    import docx

    def fill(element, values):
        for text in element.iter(f"{WORD}t"):
            if text.text and "{{" in text.text:
                text.text = MARK.sub(lambda mark: values.get(mark.group(1), ""), text.text)

    for number, record in enumerate(records):
        document = docx.Document(template)
        if "rows" in record:
            pattern = document.tables[0].rows[-1]._tr
            for values in record["rows"]:
                row = copy.deepcopy(pattern)
                fill(row, values)
                pattern.addprevious(row)
            pattern.getparent().remove(pattern)
        fill(document.element, record)
        document.save(target(number))


def relatorio(template, records, target):
    from relatorio.templates.opendocument import Template

    engine = Template(source=None, filepath=template)
    for number, record in enumerate(records):
        Path(target(number)).write_bytes(engine.generate(**record).render().getvalue())


ENGINES = {
    "docxtpl": docxtpl, "docx-mailmerge2": mailmerge, "python-docx": python_docx,
    "relatorio": relatorio,
}


def main():
    engine, template, data, out = sys.argv[1:5]
    records = [json.loads(line) for line in Path(data).read_text(encoding="utf-8").splitlines()]
    Path(out).mkdir(parents=True, exist_ok=True)
    suffix = Path(template).suffix
    ENGINES[engine](template, records, lambda number: f"{out}/{number:06}{suffix}")


if __name__ == "__main__":
    main()
