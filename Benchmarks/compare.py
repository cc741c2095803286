#!/usr/bin/env python3
"""Runs a benchmark on two commits by turns, and prints the ratio of what each took.

    scripts/benchmark compare main HEAD                 a period of 300 nominations
    scripts/benchmark compare main HEAD --nominations 1000 --rounds 5
    scripts/benchmark compare main HEAD --command check

Each commit is built in release mode in a worktree of its own under .build-benchmark, which is kept,
so that the next comparison is quick. The program of a commit uses the templates of that commit; the
period is made by this folder's make_period.py. Runs alternate, and the ratios are those of the
medians; where wall time and the processor's time disagree, other work was on the machine.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PERIOD = "2026-hang-nam"


def git(*words: str) -> str:
    return subprocess.run(["git", "-C", ROOT, *words], check=True, capture_output=True,
                          text=True).stdout.strip()


def built(commit: str) -> Path:
    """The worktree of a commit with its program in .build/release."""
    sha = git("rev-parse", "--verify", f"{commit}^{{commit}}")
    tree = ROOT / ".build-benchmark" / f"commit-{sha[:12]}"
    if not tree.exists():
        git("worktree", "add", "--detach", str(tree), sha)
        # The libraries that were fetched for this folder need not be fetched again.
        for name in ("checkouts", "repositories"):
            if (ROOT / ".build" / name).exists():
                shutil.copytree(ROOT / ".build" / name, tree / ".build" / name, symlinks=True)
        if (ROOT / ".build" / "workspace-state.json").exists():
            shutil.copy(ROOT / ".build" / "workspace-state.json", tree / ".build")
    print(f"compare: {commit} is {sha[:12]}, built in {tree}", flush=True)
    subprocess.run(["scripts/build", "-c", "release", "--product", "thidua"], cwd=tree, check=True,
                   stdout=subprocess.DEVNULL)
    return tree


def measured(tree: Path, command: str, root: Path) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds, peak MiB of one run."""
    shutil.rmtree(root / "output", ignore_errors=True)
    words = [tree / ".build" / "release" / "thidua", command, root / PERIOD]
    if command == "build":
        words += ["--output", root / "output", "--templates", tree / "Templates", "--jobs", "2"]
    start = time.monotonic()
    child = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"compare: {' '.join(map(str, words))} ended with {child.returncode}")
    return (time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("before")
    parser.add_argument("after")
    parser.add_argument("--command", choices=["build", "check"], default="build")
    parser.add_argument("--nominations", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    trees = {name: built(name) for name in (options.before, options.after)}
    with tempfile.TemporaryDirectory(prefix="thidua-compare-", dir="/dev/shm") as folder:
        root = Path(folder)
        subprocess.run([sys.executable, "-B", HERE / "make_period.py", root, "--nominations",
                        str(options.nominations)], check=True, stdout=subprocess.DEVNULL)
        runs: dict[str, list] = {name: [] for name in trees}
        for _ in range(options.rounds):
            for name, tree in trees.items():
                runs[name].append(measured(tree, options.command, root))
    medians = {name: [statistics.median(column) for column in zip(*rows)]
               for name, rows in runs.items()}
    for name, (wall, cpu, peak) in medians.items():
        print(f"{name:<20} {wall:8.3f} s wall  {cpu:8.3f} s CPU  {peak:7.0f} MiB")
    ratios = [new / old for old, new in zip(medians[options.before], medians[options.after])]
    print(f"{options.after} to {options.before}: {ratios[0]:.2f} of the wall time,"
          f" {ratios[1]:.2f} of the CPU time, {ratios[2]:.2f} of the memory")


if __name__ == "__main__":
    main()
