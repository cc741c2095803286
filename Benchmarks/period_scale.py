#!/usr/bin/env python3
"""Builds periods of several sizes: documents a second by stage, peak memory, and a rebuild.

A period is made by make_period.py and built twice in memory (/dev/shm): from nothing, and again
after one nominee has got another name, when only the papers that speak of her are made anew. The
times by stage are the program's own (`--timings`); those that workers share are sums over workers.
The memory is the largest resident set that the system saw.

    swift build -c release --product thidua
    Benchmarks/period_scale.py --nominations 300 3000
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PERIOD = "2026-hang-nam"


def build(program: Path, root: Path, jobs: int) -> dict:
    """Builds once: wall seconds, peak MiB, the program's stages, documents, how many taken over."""
    command = [str(program), "build", str(root / PERIOD), "--output", str(root / "output"), "--jobs",
               str(jobs), "--templates", str(HERE.parent / "Templates"), "--timings"]
    start = time.monotonic()
    with open(root / "said", "w+b") as said:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        said.seek(0)
        text = said.read().decode()
    if status != 0:
        sys.exit(f"period_scale: status {os.waitstatus_to_exitcode(status)}\n{text[-4000:]}")
    last = text.strip().splitlines()[-1]
    taken = re.search(r"trong đó (\d+) văn bản không đổi", last)
    return {
        "wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss / 1024,
        "stages": re.findall(r"^(\w+) ([\d.e-]+) s$", text, re.MULTILINE),
        "documents": int(re.search(r"đã ghi (\d+) văn bản", last)[1]),
        "taken": int(taken[1]) if taken else 0,
    }


def told(what: str, run: dict) -> None:
    print(f"{what}: {run['documents']} documents in {run['wall']:.1f} s wall, {run['cpu']:.1f} s CPU,"
          f" peak {run['peak']:.0f} MiB; {run['documents'] - run['taken']} made,"
          f" {run['taken']} taken over")
    for stage, seconds in run["stages"]:
        rate = run["documents"] / max(float(seconds), 1e-6)
        print(f"  {stage:<12} {float(seconds):8.2f} s  {rate:10.0f} documents a second")
    sys.stdout.flush()


def rename_one(root: Path) -> str:
    """Gives the first nominee another name; her old one."""
    nominations = (root / PERIOD / "de-nghi.json").read_text(encoding="utf-8")
    people = root / "chung" / "nhan-su.json"
    text = people.read_text(encoding="utf-8")
    for match in re.finditer(r'"nguoi": "([^"]+)"', nominations):
        found = re.search(rf'"ma": "{re.escape(match[1])}",\s*"ho_ten": "([^"]+)"', text)
        if found:
            start, end = found.span(1)
            people.write_text(text[:start] + "Nguyễn Thị Đổi Tên" + text[end:], encoding="utf-8")
            return found[1]
    sys.exit("period_scale: found no nominee to rename")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path,
                        default=HERE.parent / ".build" / "release" / "thidua")
    parser.add_argument("--nominations", type=int, nargs="+", default=[300])
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    for nominations in options.nominations:
        root = Path(tempfile.mkdtemp(prefix="thidua-period-", dir="/dev/shm"))
        try:
            subprocess.run([sys.executable, "-B", HERE / "make_period.py", root, "--nominations",
                            str(nominations)], check=True, stdout=subprocess.DEVNULL)
            size = sum(path.stat().st_size for path in root.rglob("*.json")) / 2**20
            print(f"== {nominations} nominations, {size:.1f} MiB of JSON, {options.jobs} workers")
            told("from nothing", build(options.program, root, options.jobs))
            name = rename_one(root)
            told(f"after “{name}” got another name", build(options.program, root, options.jobs))
        finally:
            shutil.rmtree(root)


if __name__ == "__main__":
    main()
