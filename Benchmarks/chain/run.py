#!/usr/bin/env python3
"""Holds a whole run against the physical limit of writing what it wrote, in turn.

    scripts/benchmark chain                       both, three rounds
    scripts/benchmark chain --nominations 3000 --rounds 5

Two runs of the program on two workers: certificates alone (`render --records`), and a large period
from its JSON to the published folder (`build`: rules, composition, filling, lint, publishing). The
limit (limit.c) deflates and writes the same packages on two threads: the parts that the run filled,
ready in memory and deflated at zlib's level 6, and those that it copied out of a template as they
are. All is written to memory (/dev/shm). The figure is the ratio of documents a second of wall
time, of the medians; the processor's time stands beside it, and where it says another thing, other
work was on the machine.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "engine")]

import workloads  # noqa: E402

TEMPLATES = HERE.parent.parent / "Templates"
PERIOD = "2026-hang-nam"
LEVEL, THREADS = "6", "2"
# The recipe holds so many documents at most; the limit walks through them again and again.
SAMPLE = 3000


def timed(command: list, said: Path) -> tuple[float, float, str]:
    """Runs a command: seconds of wall time and of the processor, and what it printed."""
    start = time.monotonic()
    with open(said, "w+b") as file:
        child = subprocess.Popen([str(word) for word in command], stdout=file,
                                 stderr=subprocess.STDOUT)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        file.seek(0)
        text = file.read().decode(errors="replace")
    if child.returncode != 0:
        sys.exit(f"chain: {command[0]} ended with {child.returncode}\n{text[-2000:]}")
    return wall, used.ru_utime + used.ru_stime, text


class Recipe:
    """What the limit is given: entries, each once when it is copied, and packages of them."""

    def __init__(self, templates: list[Path]):
        self.entries: list[bytes] = []
        self.copied: dict[tuple, int] = {}
        self.packages: list[bytes] = []
        self.ready = 0
        self.known = {}
        for path in templates:
            with zipfile.ZipFile(path) as archive:
                self.known[path.name] = {(e.filename, e.CRC) for e in archive.infolist()}

    def add(self, path: Path, template: str) -> None:
        raw = path.read_bytes()
        indices = []
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                key = (entry.filename, entry.CRC)
                if key in self.known.get(template, set()):
                    if (template, key) not in self.copied:
                        self.copied[template, key] = self.entry(entry, packed(raw, entry), False)
                    indices.append(self.copied[template, key])
                else:
                    indices.append(self.entry(entry, archive.read(entry), True))
                    self.ready += entry.file_size
        suffix = path.suffix.encode()
        self.packages.append(struct.pack("<I", len(suffix)) + suffix
                             + struct.pack(f"<I{len(indices)}I", len(indices), *indices))

    def entry(self, entry: zipfile.ZipInfo, data: bytes, is_ready: bool) -> int:
        name = entry.filename.encode()
        self.entries.append(
            struct.pack("<I", len(name)) + name
            + struct.pack("<5I", is_ready, entry.compress_type, entry.CRC, entry.file_size,
                          len(data)) + data)
        return len(self.entries) - 1

    def write(self, path: Path) -> None:
        with open(path, "wb") as file:
            for part in (self.entries, self.packages):
                file.write(struct.pack("<I", len(part)))
                file.writelines(part)


def packed(raw: bytes, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of an entry as they stand in the archive."""
    name, extra = struct.unpack_from("<2H", raw, entry.header_offset + 26)
    start = entry.header_offset + 30 + name + extra
    return raw[start:start + entry.compress_size]


def recipe_of(folder: Path, templates: list[Path], path: Path) -> int:
    """Writes the recipe of a published folder; how many documents there are."""
    documents = json.loads((folder / "manifest.json").read_bytes())["documents"]
    recipe = Recipe(templates)
    # Every so many, so that the sample has each kind in its share.
    step = max(1, -(-len(documents) // SAMPLE))
    for document in documents[::step]:
        # A manifest names the template without the format where both formats have one.
        template = Path(document["template"]).stem + "." + document["format"]
        recipe.add(folder / document["path"], template)
    recipe.write(path)
    print(f"  {len(documents)} documents, {len(recipe.packages)} in the recipe;"
          f" {recipe.ready / len(recipe.packages) / 1024:.1f} KiB of XML filled in each")
    return len(documents)


def compare(what: str, command: list, output: Path, templates: list[Path], options, root: Path,
            goal: float) -> None:
    print(f"== {what}")
    runs: list[tuple[float, float]] = []
    limits: list[tuple[float, float]] = []
    stages = ""
    recipe, count = root / "recipe", 0
    for _ in range(options.rounds):
        shutil.rmtree(output.parent, ignore_errors=True)
        wall, cpu, text = timed(command, root / "said")
        runs.append((wall, cpu))
        stages = ", ".join(f"{stage} {float(seconds):.2f} s" for stage, seconds in
                           re.findall(r"^(\w+) ([\d.e-]+) s$", text, re.MULTILINE))
        if not count:
            count = recipe_of(output, templates, recipe)
        shutil.rmtree(output.parent)
        _, _, text = timed([options.limit, LEVEL, THREADS, count, recipe, root / "limit"],
                           root / "said")
        limits.append(tuple(float(word) for word in text.split()[1:3]))
        shutil.rmtree(root / "limit")
    rates = []
    for name, times in (("thidua, 2 workers", runs), ("limit, 2 threads", limits)):
        wall, cpu = (statistics.median(column) for column in zip(*times))
        rates.append((count / wall, count / cpu))
        print(f"  {name:<18} {wall:8.3f} s wall, {cpu:8.3f} s CPU; {count / wall:8.0f} documents a"
              f" second, {count / cpu:8.0f} a second of CPU")
    if stages:
        print(f"  stages (CPU): {stages}")
    (wall, cpu), (most_wall, most_cpu) = rates
    print(f"  {what}: {wall / most_wall:.3f} of the limit by wall time, {cpu / most_cpu:.3f} by CPU;"
          f" wanted {goal}")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--limit", type=Path, required=True, help="the compiled limit.c")
    parser.add_argument("--nominations", type=int, default=1000)
    parser.add_argument("--certificates", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=["certificates", "chain"])
    options = parser.parse_args()
    root = Path(tempfile.mkdtemp(prefix="thidua-chain-", dir="/dev/shm"))
    try:
        if options.only != "chain":
            for form in (workloads.Word, workloads.Writer):
                template = root / f"certificate{form.suffix}"
                workloads.write_template(template, form(workloads.Ours()), "w1")
                workloads.write_data(root / "data.jsonl",
                                     workloads.certificates(options.certificates))
                compare(f"certificates {form.suffix}",
                        [options.program, "render", template, "--records", root / "data.jsonl",
                         "--output", root / "o" / "out", "--jobs", THREADS],
                        root / "o" / "out", [template], options, root, 0.35)
        if options.only != "certificates":
            subprocess.run([sys.executable, "-B", HERE.parent / "make_period.py", root,
                            "--nominations", str(options.nominations)], check=True,
                           stdout=subprocess.DEVNULL)
            compare("whole chain",
                    [options.program, "build", root / PERIOD, "--output", root / "o",
                     "--templates", TEMPLATES, "--jobs", THREADS, "--timings"],
                    root / "o" / PERIOD, sorted(TEMPLATES.glob("*.*t*")), options, root, 0.1)
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
