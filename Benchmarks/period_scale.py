#!/usr/bin/env python3
"""Builds periods of several sizes: documents a second by stage, memory beyond the input, a rebuild.

A period is made by make_period.py, checked, and built in memory (/dev/shm): from nothing with each
number of workers, then once more after one nominee has got another name, when only the papers that
speak of her are made anew. The times by stage are the program's own (`--timings`): CPU seconds, sums
over workers. Memory is the largest resident set that the system saw; that of `thidua check`, which
reads and judges the same period and composes its papers, is the memory of the input, and what a
build takes beyond it should not grow by more than a few hundred bytes a document.

    scripts/benchmark scale --nominations 180 1800 9000

A nomination gives between five and six documents: these are 1,000, 10,000 and 50,000. On two free
processors that takes half an hour.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
PERIOD = "2026-hang-nam"


def run(command: list, root: Path) -> tuple[dict, str]:
    """Runs the program: wall and CPU seconds, peak MiB, and what it printed for a person."""
    start = time.monotonic()
    with open(root / "said", "w+b") as said:
        child = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL,
                                 stderr=said)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        said.seek(0)
        text = said.read().decode()
    if child.returncode != 0:
        sys.exit(f"period_scale: status {child.returncode}\n{text[-4000:]}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime,
            "peak": usage.ru_maxrss / 1024}, text


def check(program: Path, root: Path) -> float:
    """Checks the period, says what that took, and gives its peak MiB."""
    took, _ = run([program, "check", root / PERIOD], root)
    print(f"check: {took['wall']:.1f} s wall, {took['cpu']:.1f} s CPU, peak {took['peak']:.0f} MiB")
    return took["peak"]


def build(what: str, program: Path, root: Path, jobs: int, checked: float) -> None:
    """Builds once and says what it took."""
    took, text = run(
        [program, "build", root / PERIOD, "--output", root / "output", "--jobs", jobs,
         "--templates", HERE.parent / "Templates", "--timings"], root)
    last = text.strip().splitlines()[-1]
    documents = int(re.search(r"đã ghi (\d+) văn bản", last)[1])
    taken = re.search(r"trong đó (\d+) văn bản không đổi", last)
    taken = int(taken[1]) if taken else 0
    beyond = took["peak"] - checked
    print(f"{what}, {jobs} workers: {documents} documents in {took['wall']:.1f} s wall,"
          f" {took['cpu']:.1f} s CPU ({documents / took['wall']:.0f} a second); {documents - taken}"
          f" made, {taken} taken over\n  peak {took['peak']:.0f} MiB, {beyond:.0f} MiB beyond check"
          f" ({beyond * 2**20 / documents:.0f} bytes a document)")
    for stage, seconds in re.findall(r"^(\w+) ([\d.e-]+) s$", text, re.MULTILINE):
        rate = documents / max(float(seconds), 1e-6)
        print(f"  {stage:<12} {float(seconds):8.2f} s  {rate:10.0f} documents a second")
    sys.stdout.flush()


def rename_one(root: Path) -> str:
    """Gives a nominee who leads nothing, and so signs nothing, another name; her old one."""
    rows = json.loads((root / PERIOD / "de-nghi.json").read_bytes())["de_nghi"]
    people = root / "chung" / "nhan-su.json"
    content = json.loads(people.read_bytes())
    known = {row["ma"]: row for row in content["nguoi"]}
    person = next(known[row["nguoi"]] for row in rows if "nguoi" in row and "trang_thai" not in row
                  and known[row["nguoi"]]["chuc_vu"] == "Chuyên viên")
    name, person["ho_ten"] = person["ho_ten"], "Nguyễn Thị Đổi Tên"
    people.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return name


def ledger(root: Path) -> dict[str, str]:
    """What the program wrote down of its documents: the path of each key."""
    text = (root / "output" / f".{PERIOD}.thidua-ledger").read_text(encoding="utf-8")
    return {line.split(" ", 3)[0]: line.split(" ", 3)[3] for line in text.splitlines()[1:]}


def counted(paths) -> str:
    kinds = Counter(path.split("/")[0] for path in paths)
    return ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())) or "none"


def say_remade(root: Path, before: dict[str, str]) -> None:
    """Which kinds were made anew: those with other inputs, and those of which something is said,
    which stand in no ledger."""
    after = ledger(root)
    print(f"  of other inputs: {counted(path for key, path in after.items() if key not in before)}")
    there = {str(path.relative_to(root / "output" / PERIOD))
             for path in (root / "output" / PERIOD).rglob("*") if path.suffix in (".docx", ".odt")}
    print(f"  of which something is said: {counted(there - set(after.values()))}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path,
                        default=HERE.parent / ".build" / "release" / "thidua")
    parser.add_argument("--nominations", type=int, nargs="+", default=[180, 1800])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    for nominations in options.nominations:
        root = Path(tempfile.mkdtemp(prefix="thidua-period-", dir="/dev/shm"))
        try:
            subprocess.run([sys.executable, "-B", HERE / "make_period.py", root, "--nominations",
                            str(nominations)], check=True, stdout=subprocess.DEVNULL)
            size = sum(path.stat().st_size for path in root.rglob("*.json")) / 2**20
            print(f"== {nominations} nominations, {size:.1f} MiB of JSON")
            checked = check(options.program, root)
            for jobs in options.jobs:
                shutil.rmtree(root / "output", ignore_errors=True)
                build("from nothing", options.program, root, jobs, checked)
            before = ledger(root)
            name = rename_one(root)
            build(f"after “{name}” got another name", options.program, root, options.jobs[-1],
                  checked)
            say_remade(root, before)
        finally:
            shutil.rmtree(root)


if __name__ == "__main__":
    main()
