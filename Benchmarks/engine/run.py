#!/usr/bin/env python3
"""Holds the template engine against others and against the physical limit, in one run.

    scripts/benchmark engine                  everything, three rounds
    scripts/benchmark engine --only w2 --rounds 5

Three workloads (see workloads.py), DOCX and ODT. Engines take turns, so that a load that comes and
goes meets all alike; output goes to memory (/dev/shm). A figure is the median of the rounds of CPU
seconds a document (user and system, start-up included), for that is the same on a busy machine and
on a quiet one but for what the caches lose; wall time stands beside it. Peak memory is that of the
largest process. What each engine wrote is read back: the files are there, their main part is
well-formed, the record's own values are in it, no tag is left. Every engine works on one thread.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from xml.etree import ElementTree

import workloads
from workloads import Jinja, Marks, Merge, Ours, Relatorio, Word, Writer

HERE = Path(__file__).resolve().parent
DIALECTS = {
    "docxtpl": Jinja, "docx-mailmerge2": Merge, "python-docx": Marks, "relatorio": Relatorio,
}
# What is measured: workload, format, records of ours, {peer: records of its own}. Peers get fewer,
# so that a round ends; what they cost a document is what is compared.
MEASURED = [
    ("w1", Word, 5000, {"docxtpl": 200, "docx-mailmerge2": 200, "python-docx": 200}),
    ("w1", Writer, 5000, {"relatorio": 200}),
    ("w2", Word, 10_000, {"docxtpl": 10_000, "docx-mailmerge2": 2_000, "python-docx": 10_000}),
    ("w2", Writer, 10_000, {"relatorio": 10_000}),
    ("w2", Word, 100_000, {}),
    ("w2", Writer, 100_000, {}),
    ("w3", Word, 100, {"docxtpl": 5}),
    ("w3", Writer, 100, {}),
]


def apart(work, *words) -> None:
    """Does heavy work in a child, so that this process stays small: a program started from here
    is never said to need less memory than its parent had."""
    child = get_context("fork").Process(target=work, args=words)
    child.start()
    child.join()
    if child.exitcode != 0:
        sys.exit(child.exitcode)

# The writers and levels of the limit: 6 is zlib's own choice and that of the other engines, 3 is
# near to what ThiDua asks of zlib.
LIMITS = [("libzip", "6"), ("plain", "6"), ("plain", "3")]


@dataclass
class Contender:
    """One engine on one workload; a list counts its rows, so that peers may have fewer."""

    name: str
    command: list
    out: Path
    documents: int
    units: int
    cpu: list = field(default_factory=list)
    wall: list = field(default_factory=list)
    memory: int = 0

    def run(self) -> None:
        shutil.rmtree(self.out, ignore_errors=True)
        if "--data" in self.command:
            self.out.mkdir()  # `render --records` makes its folder itself.
        start = time.monotonic()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(
                [str(word) for word in self.command], stdout=said, stderr=subprocess.STDOUT)
            _, status, used = os.wait4(process.pid, 0)
            self.wall.append(time.monotonic() - start)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                said.seek(0)
                sys.exit(f"{self.name}: ended with {process.returncode}\n"
                         + said.read().decode(errors="replace")[-2000:])
        self.cpu.append(used.ru_utime + used.ru_stime)
        self.memory = max(self.memory, used.ru_maxrss // 1024)

    def check(self, form, data: Path) -> None:
        """Reads the first and the last document back."""
        lines = data.read_text(encoding="utf-8").splitlines()
        records = [json.loads(lines[0]), json.loads(lines[-1])]
        if len(records[0].get("rows", [])) > MOST_PARSED:
            return check_long(self, form, records[0])
        files = sorted(path for path in self.out.rglob("*") if path.suffix == form.suffix)
        if len(files) != self.documents:
            sys.exit(f"{self.name}: {len(files)} files, {self.documents} were asked for")
        for path, record in zip([files[0], files[-1]], records):
            with zipfile.ZipFile(path) as archive:
                part = archive.read(form.main)
            text = "".join(ElementTree.fromstring(part).itertext())
            rows = record.get("rows") or [{}]
            values = [value for source in (record, rows[0], rows[-1]) for value in source.values()
                      if isinstance(value, str)]
            missing = [value for value in values if value not in text]
            left = [tag for tag in ("<<", "{{", "{%", "for each=") if tag in text]
            if missing or left:
                sys.exit(f"{self.name}: {path.name}: missing {missing[:3]}, left {left}")


# A list of more rows is not parsed again: a tree of it takes many gigabytes.
MOST_PARSED = 20_000


def check_long(entrant, form, record: dict) -> None:
    """Reads a very long list back piece by piece: its rows are counted, its ends and tags looked for."""
    sign = b"<w:tr " if form is Word else b"<table:table-row"
    wanted = {record["rows"][0]["ma"].encode(), record["rows"][-1]["ma"].encode()}
    rows, rest = 0, b""
    with zipfile.ZipFile(next(entrant.out.iterdir())) as archive:
        with archive.open(form.main) as part:
            while piece := part.read(1 << 20):
                text = rest + piece
                rest = text[-64:]
                rows += text.count(sign) - rest.count(sign)
                wanted = {value for value in wanted if value not in text}
                if b"&lt;&lt;" in text:
                    sys.exit(f"{entrant.name}: a tag is left")
    rows += rest.count(sign)
    if wanted or rows != len(record["rows"]) + 1:
        sys.exit(f"{entrant.name}: {rows} rows, missing {sorted(wanted)}")


def records_of(workload: str, count: int) -> list[dict]:
    if workload == "w2":
        return [workloads.listing(count)]
    return workloads.certificates(count) if workload == "w1" else workloads.reports(count)


def prepare(workload, form, count, data: Path, finished: Path) -> None:
    records = records_of(workload, count)
    workloads.write_data(data, records)
    if workload != "w2" or count <= MOST_PARSED:
        workloads.write_finished(finished, form, workload, records)


def contender(root, name, workload, form, count, command) -> tuple[Contender, Path]:
    """Writes the template and the records of one engine; `command` is given their paths."""
    stem = root / f"{workload}.{count}.{name}"
    template = stem.with_name(stem.name + form.suffix)
    data = stem.with_name(f"{workload}.{count}.jsonl")
    workloads.write_template(template, form(DIALECTS.get(name, Ours)()), workload)
    if not data.exists():
        apart(prepare, workload, form, count, data, data.with_suffix(".bin"))
    out = root / f"out-{name}"
    documents = 1 if workload == "w2" else count
    return Contender(name, command(template, data, out), out, documents, count), data


def limit(root, writer, level, workload, form, count, program) -> Contender:
    """The limit on the finished parts that `prepare` wrote, in the template of ours."""
    out = root / "out-limit"
    template = root / f"{workload}.{count}.thidua{form.suffix}"
    command = [program, writer, level, "1", template, form.main, root / f"{workload}.{count}.bin", out]
    return Contender(f"limit, {writer} {level}", command, out, 1 if workload == "w2" else count, count)


def reading(root, form, count, data: Path, command) -> Contender:
    """ThiDua reading the same JSON for a paper of one line: what the data cost by themselves."""
    template = root / f"line.{count}{form.suffix}"
    shape = form(Ours())
    workloads.write_part(template, shape, shape.paragraph(shape.text("<<tieu_de>>")))
    return Contender("thidua, JSON only", command(template, data, root / "out-line"),
                     root / "out-line", 1, count)


def measure(root: Path, options, workload, form, count, peers) -> None:
    def ours(template, data, out):
        if workload == "w2":
            # One document; one of 100,000 rows is larger than a document may be unless one says so.
            return [options.program, "render", template, "--data", data, "--output",
                    out / f"000000{form.suffix}", "--limit", "dien-byte=1024M"]
        return [options.program, "render", template, "--records", data, "--output", out,
                "--jobs", "1"]

    def peer(name):
        return lambda template, data, out: [
            options.python, "-B", HERE / "peer.py", name, template, data, out]

    entrants = [contender(root, "thidua", workload, form, count, ours)]
    entrants += [
        contender(root, name, workload, form, number, peer(name))
        for name, number in peers.items() if options.python]
    # The longest list is held against the shorter one: its finished part is larger than the memory
    # in which the limit would hold it.
    has_limit = (root / f"{workload}.{count}.bin").exists()
    limits = [
        limit(root, writer, level, workload, form, count, options.limit)
        for writer, level in LIMITS if has_limit]
    if workload == "w2":
        limits.append(reading(root, form, count, entrants[0][1], ours))
    for number in range(options.rounds):
        for entrant, data in entrants:
            entrant.run()
            if number == 0:
                apart(entrant.check, form, data)
            shutil.rmtree(entrant.out)
        for entrant in limits:
            entrant.run()
            shutil.rmtree(entrant.out)
    own = entrants[0][0]
    unit = "row" if workload == "w2" else "document"
    data = (root / f"{workload}.{count}.jsonl").stat().st_size / 2**20
    print(f"\n{workload.upper()} {form.suffix[1:]}, {count} {unit}s, {data:.0f} MiB of JSON")
    print(f"  {'':18} {'CPU µs a ' + unit:>18} {'wall s':>9} {'MiB':>6}   thidua is")
    for entrant in [own] + [entrant for entrant, _ in entrants[1:]] + limits:
        cost = statistics.median(entrant.cpu) / entrant.units
        ratio = cost / (statistics.median(own.cpu) / own.units)
        said = "" if entrant is own else f"{ratio:8.2f} times as fast"
        print(f"  {entrant.name:18} {cost * 1e6:18.1f} {statistics.median(entrant.wall):9.2f} "
              f"{entrant.memory:6}   {said}", flush=True)
    if workload == "w2":
        print(f"  memory beyond the JSON: {own.memory - limits[-1].memory} MiB above reading it alone, "
              f"{own.memory - data:.0f} MiB above the file", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--limit", type=Path, required=True, help="limit.c, compiled")
    parser.add_argument("--python", type=Path, help="a Python that has the peers of requirements.txt")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", help="w1, w2 or w3")
    parser.add_argument("--scale", type=float, default=1, help="of the number of records")
    options = parser.parse_args()
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    for workload, form, count, peers in MEASURED:
        if options.only in (None, workload):
            count = max(1, int(count * options.scale))
            peers = {name: max(1, int(number * options.scale)) for name, number in peers.items()}
            with tempfile.TemporaryDirectory(prefix="thidua-engine-", dir=memory) as folder:
                measure(Path(folder), options, workload, form, count, peers)


if __name__ == "__main__":
    main()
