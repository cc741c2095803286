"""Runs the program on one hostile file for each attack, DOCX, ODT or JSON, and tells what it cost.

The files are made here, in a temporary folder. `--write FILE` writes the table of verdicts, which
is the same on every machine, and `--check FILE` fails when it is another; time and peak memory are
printed only. Time is the processor's, which on a machine shared with others still differs by half:
what is beyond --seconds runs twice more, and the least of the three counts. A row beyond it or beyond
--mebibytes, or a verdict that is not the one meant, is a failure, and then nothing is written.
"""

import argparse
import io
import json
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SPACES = (
    f' xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    ' xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
MIME = "application/vnd.oasis.opendocument.text"
BODY = {"docx": "word/document.xml", "odt": "content.xml"}


def root(kind: str, body: str, head: str = "") -> str:
    """A text part around a body, with one tag in it."""
    if kind == "docx":
        text = "<w:p><w:r><w:t>&lt;&lt;ten>></w:t></w:r></w:p>"
        return f"<w:document{SPACES}><w:body>{text}{body}<w:sectPr/></w:body></w:document>"
    return (
        f"<office:document-content{SPACES}>{head}<office:body><office:text>"
        f"<text:p>&lt;&lt;ten>></text:p>{body}</office:text></office:body></office:document-content>"
    )


def package(kind: str, body: str = "", others: dict[str, str | bytes] | None = None,
            head: str = "", stored: tuple[str, ...] = ()) -> bytes:
    """A document with this body, and other parts beside it, which replace its own."""
    parts: dict[str, str | bytes] = {}
    if kind == "docx":
        parts["[Content_Types].xml"] = (
            f'<Types xmlns="{TYPES}"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Override'
            ' PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/></Types>'
        )
    else:
        parts["mimetype"] = MIME
    parts[BODY[kind]] = root(kind, body, head)
    parts |= others or {}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = (
                zipfile.ZIP_STORED if name == "mimetype" or name in stored else zipfile.ZIP_DEFLATED
            )
            archive.writestr(info, content)
    return out.getvalue()


def at(data: bytes, signature: bytes, number: int = 0) -> int:
    """Where the nth signature begins; the last one for -1."""
    if number < 0:
        return data.rindex(signature)
    place = -1
    for _ in range(number + 1):
        place = data.index(signature, place + 1)
    return place


def patched(data: bytes, place: int, form: str, value: int) -> bytes:
    changed = bytearray(data)
    struct.pack_into("<" + form, changed, place, value)
    return bytes(changed)


LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def renamed(kind: str, old: str, new: str) -> bytes:
    """A package whose entry `old` is called `new`, of the same length, in both its headers."""
    assert len(old.encode()) == len(new.encode())
    return package(kind, others={old: "x"}).replace(old.encode(), new.encode())


def overlapping(kind: str) -> bytes:
    """Two directory entries over the same bytes, as in the bombs of Fifield."""
    data = package(kind, others={"a.bin": "x" * 40, "b.bin": "x" * 40})
    first = struct.unpack_from("<I", data, at(data, CENTRAL, 2) + 42)[0]
    data = patched(data, at(data, CENTRAL, 3) + 42, "I", first)
    return data.replace(b"b.bin", b"a.bi2", 0)


def twice(kind: str) -> bytes:
    return package(kind, others={"a.bin": "x", "b.bin": "y"}).replace(b"b.bin", b"a.bin")


def many(kind: str) -> bytes:
    return package(kind, others={f"x/{n}.bin": "x" for n in range(20_000)})


def relations(kind: str, target: str, content: str) -> dict[str, str]:
    return {target: f'<Relationships xmlns="{PACKAGE}">{content}</Relationships>'}


def external(kind_of: str, target: str, number: int = 1) -> str:
    return (
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind_of}" Target="{target}"'
        ' TargetMode="External"/>'
    )


DOCUMENT_RELS = "word/_rels/document.xml.rels"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 10))
    + "]><l>&a9;</l>"
)
XXE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def each(word: object, writer: object):
    """The same attack in each format."""
    return {"docx": word, "odt": writer}


def both(make):
    return {"docx": lambda: make("docx"), "odt": lambda: make("odt")}


def deep(kind: str) -> bytes:
    word = "<w:sdt><w:sdtContent>" * 60_000 + "</w:sdtContent></w:sdt>" * 60_000
    writer = "<text:section>" * 120_000 + "</text:section>" * 120_000
    return package(kind, word if kind == "docx" else writer, stored=(BODY[kind],))


def wide(kind: str) -> bytes:
    name = "w:p" if kind == "docx" else "text:p"
    return package(kind, f"<{name}/>" * 3_000_000, stored=(BODY[kind],))


def noise(count: int) -> str:
    """Names that do not compress as one."""
    return "".join(f' a{n}="{n * 7919 % 9973}"' for n in range(count))


def attributes(kind: str) -> bytes:
    name = "w:p" if kind == "docx" else "text:p"
    return package(kind, f"<{name}{noise(200_000)}/>")


def long_text(kind: str) -> bytes:
    words = "".join(f"{n * 7919 % 99991} " for n in range(1_500_000))
    text = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" if kind == "docx" else f"<text:p>{words}</text:p>"
    return package(kind, text)


def almost(kind: str) -> bytes:
    """Just under the limits: what is taken must be bounded as well."""
    one = "<w:p><w:r/></w:p>" if kind == "docx" else "<text:p><text:span/></text:p>"
    return package(kind, one * 69_000, stored=(BODY[kind],))


def loops(kind: str) -> bytes:
    text = "&lt;&lt;nếu co>>" * 200 + "x" + "&lt;&lt;hết>>" * 200
    return package(
        kind, f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" if kind == "docx" else f"<text:p>{text}</text:p>"
    )


def links(kind: str) -> bytes:
    count = 20_000
    if kind == "docx":
        body = "".join(f'<w:p><w:hyperlink r:id="r{n}"/></w:p>' for n in range(count))
        rels = "".join(external("hyperlink", f"file:///c/{n}", n) for n in range(count))
        return package(kind, body, relations(kind, DOCUMENT_RELS, rels))
    return package(
        kind,
        "<text:p>" + "".join(f'<text:a xlink:href="file:///c/{n}">a</text:a>' for n in range(count))
        + "</text:p>",
    )


TABLE = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
HUGE = 2**63 - 1


def cell(kind: str, text: str, span: object = "", repeated: int = 1) -> str:
    if kind == "docx":
        properties = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span else ""
        return f"<w:tc>{properties}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" * repeated
    spanned = f' table:number-columns-spanned="{span}"' if span else ""
    return (f'<table:table-cell{spanned} table:number-columns-repeated="{repeated}">'
            f"<text:p>{text}</text:p></table:table-cell>")


def table(kind: str, rows: list[str], columns: int = 3) -> str:
    if kind == "docx":
        return (f'<w:tbl><w:tblGrid>{"<w:gridCol/>" * columns}</w:tblGrid>'
                + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
    return (f'<table:table {TABLE}><table:table-column table:number-columns-repeated="{columns}"/>'
            + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>")


LOOP = "&lt;&lt;mỗi cột m trong ds>>&lt;&lt;m>>&lt;&lt;hết>>"


def span(kind: str) -> bytes:
    return package(kind, table(kind, [cell(kind, LOOP) + cell(kind, "a", HUGE) + cell(kind, "b", HUGE)]))


def blown(kind: str) -> bytes:
    """In a table whose columns come and go, one cell that stands for very many."""
    content = "</w:t><w:tab/><w:t>" * 30 if kind == "docx" else "<text:tab/>" * 20_000
    return package(kind, table(kind, [cell(kind, LOOP) + cell(kind, content, repeated=1_024)], 1_025))


def conditions(kind: str) -> bytes:
    """Column conditions, beside very many cells."""
    row = cell(kind, "&lt;&lt;cột chỉ khi co>>") * 200
    return package(kind, table(kind, [row] + [cell(kind, "") * 60] * 500, 200), stored=(BODY[kind],))


def blanks(kind: str) -> bytes:
    """Signs that stand for very many."""
    one = '<w:r><w:tab/><w:t xml:space="preserve">   </w:t></w:r>' if kind == "docx" else 'a<text:s text:c="1000000"/>'
    body = one * 20_000
    return package(kind, f"<w:p>{body}</w:p>" if kind == "docx" else f"<text:p>{body}</text:p>", stored=(BODY[kind],))


def data(make) -> dict:
    """An attack by data, in JSON."""
    return {"json": lambda: make().encode() if isinstance(made := make(), str) else made}


# The attack, its files, and the code that each must get; nothing where the file is taken.
ROWS: list[tuple[str, dict, str]] = [
    ("bom nén: một mục phình 1000 lần", both(lambda k: package(k, others={"x.bin": b" " * (40 << 20)})), "TE001"),
    ("bom nén: một mục dài 200 MiB", both(lambda k: package(k, others={"x.bin": b"ab\n" * (70 << 20)})), "TE001"),
    ("hai mục chồng lên nhau", both(overlapping), "TE001"),
    ("dữ liệu thừa ở đầu tệp", both(lambda k: b"MZ" * 50 + package(k)), "TE001"),
    ("dữ liệu thừa ở cuối tệp", both(lambda k: package(k) + b"x" * 5000), "TE001"),
    ("tệp bị cắt cụt", both(lambda k: package(k)[:-30]), "TE001"),
    ("20.000 mục", both(many), "TE001"),
    ("hai mục cùng tên", both(twice), "TE001"),
    ("hai tên chỉ khác hoa thường", both(lambda k: package(k, others={"a/b.bin": "x", "A/B.bin": "y"})), "TE001"),
    ("tên leo ra ngoài (../)", both(lambda k: renamed(k, "a/bcd.bin", "../bd.bin")), "TE001"),
    ("tên tuyệt đối", both(lambda k: package(k, others={"/etc/passwd": "x"})), "TE001"),
    ("tên có \\", both(lambda k: renamed(k, "a/b.bin", "a\\b.bin")), "TE001"),
    ("tên có byte 0", both(lambda k: renamed(k, "abc.bin", "a\0c.bin")), "TE001"),
    ("tên có ổ đĩa (C:)", both(lambda k: renamed(k, "Cxa.bin", "C:a.bin")), "TE001"),
    ("mục bị khóa mật khẩu", both(lambda k: patched(package(k), at(package(k), CENTRAL, 1) + 8, "H", 1)), "TE001"),
    ("ZIP64", both(lambda k: patched(package(k), at(package(k), END) + 16, "I", 0xFFFFFFFF)), "TE001"),
    ("cách nén lạ (LZMA)", both(lambda k: patched(package(k), at(package(k), CENTRAL, 1) + 10, "H", 14)), "TE001"),
    ("bộ nhiều tệp", both(lambda k: patched(package(k), at(package(k), END) + 4, "H", 1)), "TE001"),
    ("hai phần đầu mục nói khác nhau", both(lambda k: patched(package(k), at(package(k), LOCAL, 1) + 22, "I", 7)), "TE001"),
    ("DOCTYPE: tệp ngoài (XXE)", both(lambda k: package(k, others={BODY[k]: XXE})), "TE003"),
    ("DOCTYPE: tỷ tiếng cười", both(lambda k: package(k, others={BODY[k]: LAUGHS})), "TE003"),
    ("DOCTYPE trong phần không có chữ", each(lambda: package("docx", others={"word/settings.xml": XXE}), lambda: package("odt", others={"settings.xml": XXE})), "TE003"),
    ("thực thể lạ", both(lambda k: package(k, "&lt;".replace("lt", "xyz"))), "TE003"),
    ("lồng nhau 120.000 tầng", both(deep), "TE003"),
    ("ba triệu phần tử", both(wide), "TE003"),
    ("200.000 thuộc tính", both(attributes), "TE003"),
    ("một đoạn chữ 8 MiB", both(long_text), "TE003"),
    ("một tên dài 2 KiB", both(lambda k: package(k, f"<{'a' * 2048}/>")), "TE003"),
    ("byte không phải UTF-8", both(lambda k: package(k, others={BODY[k]: b"<a>\xff</a>"})), "TE003"),
    ("bảng mã UTF-16", both(lambda k: package(k, others={BODY[k]: '<a/>'.encode("utf-16")})), "TE003"),
    ("200 khối lồng nhau", both(loops), "TE051"),
    ("ô trùm vô số cột (phải nhận)", both(span), ""),
    ("ô lặp thành quá nhiều ô", both(blown), "TE052"),
    ("200 cột có điều kiện, 30.000 ô", both(conditions), "TE052"),
    ("20.000 chỗ trống, mỗi chỗ một triệu dấu cách (phải nhận)", both(blanks), ""),
    ("macro", each(lambda: package("docx", others={"word/vbaProject.bin": "x"}), lambda: package("odt", others={"Basic/Standard/M.xml": "<m/>"})), "TE006"),
    ("đối tượng OLE", each(lambda: package("docx", '<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.8"/></w:object></w:r></w:p>'), lambda: package("odt", '<text:p><draw:frame><draw:object-ole xlink:href="./O"/></draw:frame></text:p>')), "TE091"),
    ("văn bản kéo vào (altChunk; section)", each(lambda: package("docx", '<w:altChunk r:id="r1"/>'), lambda: package("odt", '<text:section><text:section-source xlink:href="http://x.vn/a.odt"/><text:p/></text:section>')), "TE092/TE093"),
    ("DDE", each(lambda: package("docx", FIELD.format('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')), lambda: package("odt", '<text:dde-connection-decls><text:dde-connection-decl office:dde-application="soffice"/></text:dde-connection-decls>')), "TE093"),
    ("trường lấy tệp, ảnh từ ngoài", each(lambda: package("docx", FIELD.format('INCLUDEPICTURE "http://x.vn/a.png"')), lambda: package("odt", '<text:p><draw:frame><draw:floating-frame xlink:href="http://x.vn"/></draw:frame></text:p>')), "TE093"),
    ("mã lệnh: sự kiện, macro của ô nhập", each(lambda: package("docx", '<w:p><w:r><w:ffData><w:entryMacro w:val="M"/></w:ffData></w:r></w:p>'), lambda: package("odt", '<office:event-listeners><script:event-listener xlink:href="vnd.sun.star.script:M"/></office:event-listeners>')), "TE094"),
    ("liên kết javascript:", each(lambda: package("docx", '<w:p><w:hyperlink r:id="r1"/></w:p>', relations("docx", DOCUMENT_RELS, external("hyperlink", "javascript:alert(1)"))), lambda: package("odt", '<text:p><text:a xlink:href="javascript:alert(1)">a</text:a></text:p>')), "TE094"),
    ("mẫu gốc đính kèm", each(lambda: package("docx", others={"word/settings.xml": f'<w:settings{SPACES}><w:attachedTemplate r:id="r1"/></w:settings>'} | relations("docx", "word/_rels/settings.xml.rels", external("attachedTemplate", "http://x.vn/m.dotm"))), lambda: package("odt", others={"meta.xml": f'<office:document-meta{SPACES}><office:meta><meta:template xlink:href="http://x.vn/m.ott"/></office:meta></office:document-meta>'})), "TE095"),
    ("ảnh lấy từ ngoài", each(lambda: package("docx", '<w:p><w:r><w:drawing><a:blip r:link="r1"/></w:drawing></w:r></w:p>', relations("docx", DOCUMENT_RELS, external("image", "http://x.vn/a.png"))), lambda: package("odt", '<text:p><draw:frame><draw:image xlink:href="http://x.vn/a.png"/></draw:frame></text:p>')), "TE096"),
    ("liên kết tới tệp, ổ mạng", each(lambda: package("docx", '<w:p><w:hyperlink r:id="r1"/></w:p>', relations("docx", DOCUMENT_RELS, external("hyperlink", "file://may/chung"))), lambda: package("odt", '<text:p><text:a xlink:href="file://may/chung">a</text:a></text:p>')), "TE097"),
    ("phần khác trỏ ra ngoài", each(lambda: package("docx", '<w:p><w:subDoc r:id="r1"/></w:p>', relations("docx", DOCUMENT_RELS, external("subDocument", "file:///c/a.docx"))), lambda: package("odt", others={"meta.xml": f'<office:document-meta{SPACES}><office:meta><meta:auto-reload xlink:href="http://x.vn"/></office:meta></office:document-meta>'})), "TE099"),
    ("20.000 liên kết ra ngoài", both(links), "TE097"),
    ("liên kết https, mailto (phải giữ)", each(lambda: package("docx", '<w:p><w:hyperlink r:id="r1"/></w:p>', relations("docx", DOCUMENT_RELS, external("hyperlink", "https://sonla.gov.vn"))), lambda: package("odt", '<text:p><text:a xlink:href="mailto:a@b.vn">a</text:a></text:p>')), ""),
    ("15.000 hàng, hàng nào cũng có lỗi chữ (phải nhận)",
     both(lambda k: package(k, table(k, [cell(k, "hai  dấu cách")] * 15_000), stored=(BODY[k],))), ""),
    ("văn bản lớn sát giới hạn (phải nhận)", both(almost), ""),
    ("100.000 ngoặc lồng nhau", data(lambda: "[" * 100_000), "JS024"),
    ("100.000 ngoặc lồng nhau, mỗi ngoặc có tên", data(lambda: '{"a":' * 100_000), "JS024"),
    ("40 ngoặc không đóng", data(lambda: "[" * 40), "JS010"),
    ("tệp 65 MiB", data(lambda: b" " * (65 << 20)), "JS024"),
    ("sáu triệu giá trị", data(lambda: "[" + "0," * 6_000_000 + "0]"), "JS024"),
    ("một đoạn chữ 9 MiB", data(lambda: '"' + "a" * (9 << 20) + '"'), "JS024"),
    ("một đoạn chữ 9 MiB toàn mã \\u", data(lambda: '"' + "\\u0061" * (9 << 20 >> 2) + '"'), "JS024"),
    ("một số dài 1 MiB", data(lambda: "1" * (1 << 20)), "JS024"),
    ("một khóa dài 9 MiB", data(lambda: '{"' + "a" * (9 << 20) + '": 1}'), "JS024"),
    ("300.000 khóa trùng nhau", data(lambda: "{" + '"a": 1,' * 300_000 + '"a": 1}'), "JS017"),
    ("hai khóa chỉ khác dạng Unicode", data(lambda: '{"tế": 1, "te\u0302\u0301": 2}'), "JS017"),
    ("hai khóa, một viết bằng mã", data(lambda: '{"a": 1, "\\u0061": 2}'), "JS017"),
    ("một triệu lỗi trên một dòng", data(lambda: "[" + "01," * 1_000_000 + "0]"), "JS016"),
    ("một triệu lỗi, mỗi lỗi một dòng", data(lambda: "[" + "01,\n" * 1_000_000 + "0]"), "JS016"),
    ("một triệu dấu nháy lạ", data(lambda: "[" + "“" * 1_000_000), "JS013"),
    ("một triệu dòng ghi chú", data(lambda: "//\n" * 1_000_000), "JS012"),
    ("byte không phải UTF-8", data(lambda: b'{"a": "\xff"}'), "JS001"),
    ("bảng mã UTF-16", data(lambda: '{"a": 1}'.encode("utf-16")), "JS003"),
    ("nửa ký tự", data(lambda: '{"a": "\\uDC00\\uD800"}'), "JS015"),
    ("ký tự điều khiển", data(lambda: '{"a": "\x01"}'), "JS014"),
    ("dữ liệu lớn (phải nhận)", data(lambda: '{"ten": "An", "ds": [' + "0," * 450_000 + "0]}"), ""),
]


def run(command: list[str], folder: str) -> tuple[int, list[dict], float, float]:
    """Runs a command: its status, its findings, the processor seconds and the mebibytes it took."""
    # A process inherits the peak of the one that starts it, so a small one stands between.
    told = subprocess.run([sys.executable, "-S", "-c", RUNNER, *command], cwd=folder,
                          capture_output=True, check=True, timeout=600)
    text = Path(folder, "out").read_text()
    status, seconds, peak = told.stdout.split()
    findings = []
    for line in text.splitlines():
        if line.startswith('{"code"'):
            findings.append(json.loads(line))
    return int(status), findings, float(seconds), int(peak) / 1024


RUNNER = """
import os, resource, sys
pid = os.fork()
if pid == 0:
    os.dup2(os.open("out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    # What stalls is a failure of its row, not of the machine.
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    os.execv(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""


class Place:
    """The folder in which the program meets the files: a period, and small files beside it."""

    def __init__(self, folder: str):
        self.folder = Path(folder)
        Path(folder, "d.json").write_text('{"ten": "An", "co": true, "ds": [1]}')
        Path(folder, "t.docx").write_bytes(package("docx"))
        shutil.copytree(SAMPLES / "2026-phat-dong", self.folder / "ky" / "dot")
        shutil.copytree(SAMPLES / "chung", self.folder / "ky" / "chung")
        self.dot = (self.folder / "ky" / "dot" / "dot.json").read_bytes()

    def lay(self, kind: str, contents: bytes):
        """Puts an attack where each command meets it."""
        self.folder.joinpath(f"x.{kind}").write_bytes(contents)
        templates = self.folder / "mau"
        shutil.rmtree(templates, ignore_errors=True)
        templates.mkdir()
        if kind != "json":
            templates.joinpath(f"ke-hoach.{kind}").write_bytes(contents)
        period = self.folder / "ky" / "dot" / "dot.json"
        period.write_bytes(contents if kind == "json" else self.dot)

    @staticmethod
    def command(command: str, kind: str) -> list[str]:
        if kind == "json":
            return {"render": ["render", "t.docx", "--data", "x.json", "--output", "y.docx"],
                    "check": ["check", "ky/dot"]}[command]
        more = {"render": ["--data", "d.json", "--output", f"y.{kind}"]}.get(command, [])
        build = ["ky/dot", "--templates", "mau", "--only", "ke-hoach", "--output", "ra",
                 "--formats", kind]
        return [command, *(build if command == "build" else [f"x.{kind}", *more])]


SAMPLES = Path(__file__).resolve().parent.parent / "Samples"
# What the table of verdicts promises of every row in a release build.
PROMISED = (1.0, 256.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--write", type=Path,
                        help="the file of the table of verdicts, written when every row passes")
    parser.add_argument("--check", type=Path, help="the file that must hold that table")
    parser.add_argument("--commands", default="inspect,render,lint,build,check",
                        help="what runs; the table comes from inspect, of JSON from render")
    parser.add_argument("--rows", default="", help="only rows with these words in their names")
    parser.add_argument("--seconds", type=float, default=PROMISED[0], help="of the processor")
    parser.add_argument("--mebibytes", type=float, default=PROMISED[1])
    given = parser.parse_args()
    program = str(given.program.resolve())
    commands = given.commands.split(",")
    # JSON is no template: it is filled in, or read as a file of a period.
    own = {"json": ["render"] + [one for one in commands if one == "check"]}
    templates = [one for one in commands if one != "check"]
    table, failures = [], []
    print(f"{'giây':>6} {'MiB':>6}  dạng  lệnh     việc thử")
    with tempfile.TemporaryDirectory() as folder:
        place = Place(folder)
        for name, makers, expected in ROWS:
            for kind, make in makers.items():
                if given.rows not in name:
                    continue
                place.lay(kind, make())
                verdicts = []
                for command in own.get(kind, templates):
                    words = [program, *place.command(command, kind), "--format", "json"]
                    status, findings, seconds, peak = run(words, folder)
                    if given.seconds < seconds < 2 * given.seconds:
                        seconds = min(seconds, *(run(words, folder)[2] for _ in range(2)))
                    print(f"{seconds:6.2f} {peak:6.0f}  {kind:<5} {command:<8} {name}", flush=True)
                    if seconds > given.seconds or peak > given.mebibytes:
                        failures.append(f"{name}, {kind}, {command}: {seconds:.2f} s, {peak:.0f} MiB")
                    if status not in (0, 65):
                        failures.append(f"{name}, {kind}, {command}: exit {status}")
                    verdicts.append((command, status, findings))
                codes = expected.split("/")
                wanted = codes[0] if kind == "docx" else codes[-1]
                _, status, findings = verdicts[0]
                first = next((f for f in findings if f["code"] == wanted), None)
                if wanted and first is None or not wanted and (status or findings):
                    failures.append(f"{name}, {kind}: {wanted or 'nothing'} meant, got {findings[:2]}")
                refused = status != 0
                rendered = next((v[1] for v in verdicts if v[0] == "render"), None)
                if rendered is not None and refused != (rendered != 0):
                    failures.append(f"{name}, {kind}: inspect and render disagree")
                table.append((name, kind, wanted, refused, first))
    if given.check and given.check.read_text() != page(table):
        failures.append(f"{given.check} says something else: run scripts/attacks")
    print(f"{len(table)} hàng, {len(failures)} không đạt")
    for failure in failures:
        print("✘ " + failure)
    if given.write and not failures and not given.rows:
        if (given.seconds, given.mebibytes) > PROMISED:
            sys.exit("the table promises less: no --seconds, no --mebibytes with --write")
        given.write.write_text(page(table))
    sys.exit(1 if failures else 0)


def page(table: list[tuple]) -> str:
    """The table of verdicts in Markdown."""
    lines = [
        "# Bảng các kiểu tệp gây hại",
        "",
        "Tệp này do `scripts/attacks` viết: mỗi hàng là một tệp thật. Mẫu và văn bản, dạng DOCX và ODT, đi qua",
        "`inspect`, `render`, `lint` và `build`; dữ liệu JSON đi qua `render` và `check`. `scripts/attacks` đo bản",
        "release và báo hàng nào quá 1 giây của bộ xử lý hay 256 MiB bộ nhớ; CI chạy lại bảng này và đòi đúng từng",
        "lời. Giới hạn và cách nới: [gioi-han.md](gioi-han.md). Giải thích từng mã: `thidua explain MÃ`.",
        "",
        "| Kiểu | Dạng | Xử lý | Mã | Chương trình nói | Việc cần làm |",
        "|---|---|---|---|---|---|",
    ]
    for name, kind, code, refused, finding in table:
        verdict = "từ chối" if refused else "bỏ, cảnh báo" if finding else "nhận"
        # As a terminal shows it: what has no shape by its number.
        said = "".join(
            sign if sign.isprintable() else f"\\u{ord(sign):04X}"
            for sign in (finding or {}).get("message", "").replace("|", "\\|"))
        act = (finding or {}).get("help", "").replace("|", "\\|")
        lines.append(f"| {name} | {kind.upper()} | {verdict} | {code} | {said} | {act} |")
    return "\n".join(lines + OFFICE) + "\n"


# What no run of this program can show within a second; each has a test of its own.
OFFICE = [
    "",
    "## Điều do phép thử khác giữ",
    "",
    "| Kiểu | Xử lý | Mã | Phép thử |",
    "|---|---|---|---|",
    "| văn bản làm LibreOffice bận mãi khi lập PDF (26 triệu dấu cách trong một tệp 12 KB) | hết giờ thì cả nhóm"
    " tiến trình bị dừng, không ghi gì, mã thoát 75 | PR003 | `Tests/PrintingTests/HangingOfficeTests.swift`, với"
    " LibreOffice thật |",
    "| mẫu, văn bản, dữ liệu trỏ tới tệp khác hoặc lên mạng | không mở tệp nào không được nêu tên, không dùng mạng,"
    " không chạy chương trình khác | TE091–TE099, TE048 | `Tests/Disturbance/watch.py`, ghi lại mọi lời gọi hệ"
    " thống |",
    "| tệp bất kỳ, do máy bịa | dừng có lời, không bao giờ hỏng | | `scripts/fuzz`, sáu đích"
    " ([Fuzz](../Fuzz/README.md)) |",
]


if __name__ == "__main__":
    main()
