#!/usr/bin/env python3
"""Measures how much faster two workers build a period than one, and that they write the same.

A period is made by make_period.py and built in turn with one worker and with several, in memory
(/dev/shm), so that the disk is not part of the question. The figure is the ratio of the medians
of the wall times. Runs alternate, so that a load that comes and goes meets both alike.

    swift build -c release --product thidua
    Benchmarks/jobs.py --nominations 200 --runs 7
"""

import argparse
import filecmp
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PERIOD = "2026-hang-nam"


def build(program: Path, root: Path, jobs: int) -> tuple[float, float, Path]:
    """Builds once; the wall time and the CPU time in seconds, and the folder built."""
    output = root / f"output-{jobs}"
    shutil.rmtree(output, ignore_errors=True)
    command = [program, "build", root / PERIOD, "--output", output, "--jobs", str(jobs),
               "--templates", HERE.parent / "Templates"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode != 0:
        sys.exit(f"jobs: thidua build ended with {run.returncode}\n{run.stderr[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, output / PERIOD


def differences(left: Path, right: Path) -> list[str]:
    """What `diff -r` would name: files that only one folder has or whose bytes differ."""
    names = [{str(path.relative_to(root)) for path in root.rglob("*")} for root in (left, right)]
    common = sorted(name for name in names[0] & names[1] if (left / name).is_file())
    _, mismatch, errors = filecmp.cmpfiles(left, right, common, shallow=False)
    return sorted(names[0] ^ names[1]) + mismatch + errors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", type=Path, default=HERE.parent / ".build/release/thidua")
    parser.add_argument("--nominations", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--at-least", type=float, default=0, help="fail below this ratio")
    options = parser.parse_args()
    if not options.program.exists():
        sys.exit(f"jobs: no {options.program}; run swift build -c release --product thidua")
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="thidua-jobs-", dir=memory) as folder:
        root = Path(folder)
        subprocess.run(
            [sys.executable, HERE / "make_period.py", root,
             "--nominations", str(options.nominations)], check=True, stdout=subprocess.DEVNULL)
        walls: dict[int, list[float]] = {1: [], options.jobs: []}
        cpus: dict[int, list[float]] = {1: [], options.jobs: []}
        built: dict[int, Path] = {}
        for jobs in [1, options.jobs] * options.runs:
            wall, cpu, built[jobs] = build(options.program, root, jobs)
            walls[jobs].append(wall)
            cpus[jobs].append(cpu)
        different = differences(built[1], built[options.jobs])
        documents = [path for path in built[1].rglob("*") if path.suffix in (".docx", ".odt")]
    median = {jobs: statistics.median(times) for jobs, times in walls.items()}
    for jobs, wall in median.items():
        print(f"--jobs {jobs}: median of {options.runs} {wall:.3f} s wall, best"
              f" {min(walls[jobs]):.3f} s, CPU {statistics.median(cpus[jobs]):.3f} s;"
              f" {len(documents) / wall:.0f} documents a second")
    ratio = median[1] / median[options.jobs]
    print(f"{len(documents)} documents; {options.jobs} workers are {ratio:.2f} times as fast as 1;"
          f" {len(different)} files differ")
    if different:
        sys.exit("jobs: the folders differ: " + ", ".join(different[:5]))
    if ratio < options.at_least:
        sys.exit(f"jobs: the ratio is below {options.at_least}")


if __name__ == "__main__":
    main()
