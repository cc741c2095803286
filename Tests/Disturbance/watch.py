#!/usr/bin/env python3
"""Watches the real program on files that name other files and places in the network.

    Tests/Disturbance/watch.py --program .build/debug/thidua

A tracer (`watch.c`, compiled here) writes down every file the program opens, every program it starts
and every call of sockets, in all its threads. The templates, documents and data given to it name
files that lie ready outside (the bait), addresses of the network, linked pictures, templates of
templates, DOCTYPEs and fields that take in files. Wanted of every run:

- no socket, no connection, no other program;
- every file opened is one that was named, lies in a folder that was named, or is one of the few
  that a program needs to run at all (`SYSTEM`, each with its reason);
- it ends by itself, with 0 or 65.

That the tracer sees what it should is tried first, on a program that does what is forbidden.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
sys.path.insert(0, str(PROJECT / "Benchmarks"))
sys.dont_write_bytecode = True
import attacks  # noqa: E402 - the hostile files of scripts/attacks

# What a program opens to run at all; nothing here is named by a document.
SYSTEM = [
    (r"/etc/ld\.so\.(cache|preload)", "the loader's list of libraries"),
    (r"/.*\.so(\.\d+)*", "the loader: libraries of the program itself"),
    (r"/proc/(self|\d+)/maps", "Swift's runtime looks for the end of the first thread's stack"),
    (r"/proc/\d+/stat", "libdispatch looks whether a thread of its own runs or waits"),
    (r"/proc/sys/vm/overcommit_memory", "glibc's allocator, before it grows"),
    (r"/sys/devices/system/cpu/(online|possible)", "how many processors there are"),
    (r"/sys/fs/cgroup/.*|/proc/(self|\d+)/cgroup", "how many of them the program may use"),
    (r"/usr/share/zoneinfo(/.*)?|/etc/(localtime|timezone)", "Foundation, when it starts"),
    (r"/usr/lib/locale/.*|/usr/share/locale/.*", "glibc's words for system errors"),
    (r"/dev/(null|urandom)", "no input; hashing needs a seed"),
]

FORBIDDEN_TRACING = 125


class Wrong(Exception):
    """A run that did what no run may do."""


class Watch:
    """Runs under the tracer, in a folder of their own."""

    def __init__(self, program: pathlib.Path, work: pathlib.Path):
        self.program = program
        self.work = work
        self.runs = 0
        self.files = 0
        self.tracer = work / "watch"
        compiler = shutil.which("cc") or shutil.which("clang") or shutil.which("gcc")
        if compiler is None:
            sys.exit("watch: no C compiler")
        subprocess.run([compiler, "-O1", "-o", self.tracer, HERE / "watch.c"], check=True)

    def traced(self, command: list) -> tuple[int, str, list[list[str]]]:
        """The end status of a command, what it said, and the calls it made."""
        log = self.work / "calls"
        run = subprocess.run([self.tracer, log, *command], cwd=self.work, capture_output=True,
                             env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
        said = (run.stdout + run.stderr).decode(errors="replace")
        if run.returncode == FORBIDDEN_TRACING:
            raise Wrong(f"this machine forbids tracing, so nothing is proved: {said}")
        text = log.read_text(errors="surrogateescape")
        return run.returncode, said, [line.split("\1") for line in text.splitlines()]

    def strange(self, calls: list[list[str]], named: list[pathlib.Path]) -> list[str]:
        """The calls that nothing explains; the first is the program's own start."""
        found = []
        for number, (what, *rest) in enumerate(calls):
            if what == "net" or what == "exec" and number > 0:
                found.append(f"{what} {rest[0]}")
            if what != "open":
                continue
            asked, opened = rest
            for path in {os.path.normpath(asked), opened} - {""}:
                if not self.explained(path, named):
                    found.append(f"open {path}" + ("" if opened else " (failed)"))
        return sorted(set(found))

    @staticmethod
    def explained(path: str, named: list[pathlib.Path]) -> bool:
        plain = path.removesuffix(" (deleted)")
        if any(re.fullmatch(form, plain) for form, _ in SYSTEM):
            return True
        return any(pathlib.PurePath(plain).is_relative_to(one) for one in named)

    def expect_silence(self, what: str, arguments: list, named: list[pathlib.Path],
                       above: pathlib.Path | None = None):
        """Runs the program; what it opens must lie at or below what is named, or be `above`."""
        status, said, calls = self.traced([self.program, *arguments])
        if status not in (0, 65):
            raise Wrong(f"{what}: status {status}\n{said}")
        found = [call for call in self.strange(calls, named) if call != f"open {above}"]
        if found:
            raise Wrong(f"{what}: " + "; ".join(found) + f"\n{said}")
        opened = {rest[1] for kind, *rest in calls if kind == "open" and rest[1]}
        if not any(self.explained(path, named[:1]) for path in opened):
            raise Wrong(f"{what}: the tracer did not even see {named[0]} opened")
        self.runs += 1
        self.files += len(opened)

    def prove_sight(self, bait: pathlib.Path):
        """What is forbidden must be seen: through a link, in a thread, in a child."""
        link = self.work / "link"
        link.symlink_to(bait)
        deeds = {
            f"open {bait}": f"open({str(link)!r}).read()",
            "net ": "import socket; socket.socket(); socket.create_connection(('127.0.0.1', 9))",
            "exec ": "import os; os.fork() or os.execv('/bin/true', ['true'])",
            f"open {bait} ": f"import os; os.chdir({str(bait.parent)!r});"
                             f" import threading; t = threading.Thread(target=lambda:"
                             f" open({bait.name!r})); t.start(); t.join()",
        }
        for wanted, deed in deeds.items():
            _, _, calls = self.traced([sys.executable, "-S", "-c", deed])
            found = self.strange(calls, [pathlib.Path(sys.prefix), self.work / "named"])
            if not any(call.startswith(wanted.strip()) for call in found):
                raise Wrong(f"the tracer did not see “{wanted.strip()}” in {found}")
        link.unlink()


# MARK: - Files that name other files

def lured(kind: str, bait: str) -> bytes:
    """A template that is taken, with warnings, and names the bait in every way there is."""
    if kind == "docx":
        body = (
            '<w:p><w:r><w:drawing><a:blip r:link="r1"/></w:drawing></w:r></w:p>'
            '<w:p><w:hyperlink r:id="r2"/></w:p><w:p><w:hyperlink r:id="r3"/></w:p>'
            '<w:p><w:subDoc r:id="r4"/></w:p>')
        document = "".join([
            attacks.external("image", f"file://{bait}", 1),
            attacks.external("hyperlink", f"file://{bait}", 2),
            attacks.external("hyperlink", "https://sonla.gov.vn", 3),
            attacks.external("subDocument", f"file://{bait}", 4),
            attacks.external("image", "http://127.0.0.1:9/a.png", 5),
        ])
        settings = f'<w:settings{attacks.SPACES}><w:attachedTemplate r:id="r1"/></w:settings>'
        return attacks.package(
            kind, body, {"word/settings.xml": settings}
            | attacks.relations(kind, attacks.DOCUMENT_RELS, document)
            | attacks.relations(kind, "word/_rels/settings.xml.rels",
                                attacks.external("attachedTemplate", f"file://{bait}")))
    body = (
        f'<text:p><draw:frame><draw:image xlink:href="file://{bait}"/></draw:frame>'
        f'<draw:frame><draw:image xlink:href="../{bait}"/></draw:frame>'
        '<draw:frame><draw:image xlink:href="http://127.0.0.1:9/a.png"/></draw:frame>'
        f'<text:a xlink:href="file://{bait}">a</text:a></text:p>')
    meta = (
        f'<office:document-meta{attacks.SPACES}><office:meta>'
        f'<meta:template xlink:href="file://{bait}"/><meta:auto-reload xlink:href="file://{bait}"/>'
        '</office:meta></office:document-meta>')
    return attacks.package(kind, body, {"meta.xml": meta})


def framed(kind: str) -> bytes:
    """A template that shows the picture which the data names."""
    if kind == "docx":
        body = (
            '<w:p><w:r><w:drawing><wp:inline'
            ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
            ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            '<wp:extent cx="360000" cy="360000"/>'
            '<wp:docPr id="1" name="a" descr="&lt;&lt;anh | vừa khung>>"/><a:graphic><a:graphicData><pic:pic>'
            '<pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></pic:pic></a:graphicData>'
            '</a:graphic></wp:inline></w:drawing></w:r></w:p>')
        own = (f'<Relationship Id="r1" Type="{attacks.OFFICE}/image" Target="media/a.png"/>')
        return attacks.package(
            kind, body, {"word/media/a.png": PICTURE}
            | attacks.relations(kind, attacks.DOCUMENT_RELS, own))
    body = (
        '<text:p><draw:frame xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
        ' svg:width="3cm" svg:height="4cm"><draw:image xlink:href="Pictures/1.png"/>'
        '<svg:desc>&lt;&lt;anh | vừa khung>></svg:desc></draw:frame></text:p>')
    return attacks.package(kind, body, {"Pictures/1.png": PICTURE})


PICTURE = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")
# The rows of scripts/attacks that are about reaching out, by their codes.
REACHING = {"TE006"} | {f"TE0{number}" for number in range(91, 100)}


def reaching() -> list[tuple[str, str, bytes]]:
    """The attacks that name something outside: name, format, bytes."""
    return [(name, kind, make())
            for name, makers, codes in attacks.ROWS
            if set(codes.split("/")) & REACHING or "DOCTYPE" in name or "https" in name
            for kind, make in makers.items() if "20.000" not in name]


def prove(watch: Watch, bait: pathlib.Path):
    folder = watch.work / "named"
    folder.mkdir()
    data = folder / "d.json"
    data.write_text(f'{{"$schema": "file://{bait}", "$ref": "http://127.0.0.1:9/a.json",'
                    f' "ten": "file://{bait}", "co": true}}')
    files = reaching() + [("mọi kiểu trỏ ra ngoài", kind, lured(kind, str(bait)))
                          for kind in ("docx", "odt")]
    for name, kind, contents in files:
        file = folder / f"x.{kind}"
        file.write_bytes(contents)
        for command, more in {
            "inspect": ["--data", data],
            "render": ["--data", data, "--output", folder / f"y.{kind}"],
            "lint": [],
        }.items():
            watch.expect_silence(f"{command}, {name}, {kind}", [command, file, *more], [file, folder])
    prove_pictures(watch, bait, folder)
    prove_build(watch, bait)


def prove_pictures(watch: Watch, bait: pathlib.Path, folder: pathlib.Path):
    """Data that names a picture outside its folder."""
    (folder / "lien-ket.png").symlink_to(bait)
    (folder / "gan.png").write_bytes(PICTURE)
    # From the folder of the data to the bait.
    climbing = os.path.relpath(bait, folder)
    for kind in ("docx", "odt"):
        template = folder / f"anh.{kind}"
        template.write_bytes(framed(kind))
        for path in ["gan.png", str(bait), f"file://{bait}", climbing, "./" + climbing, "lien-ket.png",
                     "http://127.0.0.1:9/a.png", "a\\u0000b.png"]:
            data = folder / "anh.json"
            data.write_text(f'{{"ten": "An", "anh": "{path}"}}')
            watch.expect_silence(
                f"a picture at {path}, {kind}",
                ["render", template, "--data", data, "--output", folder / f"z.{kind}"],
                [template, data, folder])
            filled = folder / f"z.{kind}"
            if filled.exists() != (path == "gan.png"):
                raise Wrong(f"a picture at {path}, {kind}: taken in, or not")
            filled.unlink(missing_ok=True)


def prove_build(watch: Watch, bait: pathlib.Path):
    """A period whose templates and data name the bait."""
    period, output, templates = (watch.work / name for name in ("ky/dot", "ra", "mau"))
    shutil.copytree(PROJECT / "Samples" / "2026-phat-dong", period)
    shutil.copytree(PROJECT / "Samples" / "chung", watch.work / "ky" / "chung")
    for name in ("dot.json", "ke-hoach.json"):
        file = period / name
        file.write_text(re.sub(r'("\$schema": )"[^"]*/', rf'\1"file://{bait}/', file.read_text()))
    shared = watch.work / "ky" / "chung"
    arguments = ["build", period, "--output", output, "--templates", templates, "--only", "ke-hoach"]
    for luring in (True, False):
        templates.mkdir(exist_ok=True)
        for kind in ("docx", "odt"):
            file = templates / f"ke-hoach.{kind}"
            if luring:
                file.write_bytes(lured(kind, str(bait)))
            else:
                shutil.copy(PROJECT / "Templates" / f"ke-hoach.{kind}", file)
        named = [period, shared, templates, output]
        # The folder in which the output's was made is opened to be synced; the bait lies deeper.
        watch.expect_silence("build", arguments, named, above=watch.work)
        watch.expect_silence("check", ["check", period], [period, shared])
    if not any(output.rglob("*.docx")):
        raise Wrong("build: the honest templates made nothing, so nothing was watched")
    watch.expect_silence("verify", ["verify", output / "dot"], [output])
    watch.expect_silence("lint", ["lint", output / "dot"], [output])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=pathlib.Path, required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="thidua-watch-") as folder:
        work = pathlib.Path(folder).resolve()
        bait = work / "bait" / "bi-mat.png"
        bait.parent.mkdir()
        bait.write_bytes(PICTURE)
        watch = Watch(options.program.resolve(), work)
        try:
            watch.prove_sight(bait)
            prove(watch, bait)
        except Wrong as wrong:
            sys.exit(f"watch: {wrong}")
    print(f"{watch.runs} runs on files that name others: no socket, no other program, and of"
          f" {watch.files} files opened none that was not named")


if __name__ == "__main__":
    main()
