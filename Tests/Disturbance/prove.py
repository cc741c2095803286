#!/usr/bin/env python3
"""Disturbs the real program at every call that changes a file, and looks at what it leaves.

    Tests/Disturbance/prove.py --program .build/debug/thidua

A library that is loaded before the system's (`disturb.c`, compiled here) counts the calls of a
build that write, make, rename, remove or sync, and stops the process at the n-th of them by SIGKILL,
or lets the disk be full from there on. For every n, with a folder of a former edition in the place
(edited by hand, with a file of somebody else's in it) and with none:

- what stands in the target is wholly old or wholly new, byte for byte;
- a build that says it failed has left nothing beside it;
- the next run ends well, with the bytes of a build that nothing disturbed, and tidies up.

It prints how many points there were and how they ended, and ends with 1 at the first that is wrong.
"""

import argparse
import collections
import hashlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
# What each mode of disturb.c is, for the report.
MODES = {
    "kill": "killed before the call",
    "half": "killed behind half a write, or behind the call",
    "full": "disk full from the call on",
    "once": "one call fails",
}


class Wrong(Exception):
    """A point at which the program did not do what it promises."""


def compiled(folder: pathlib.Path) -> pathlib.Path:
    """The library that disturbs, compiled into a folder."""
    library = folder / "disturb.so"
    compiler = shutil.which("cc") or shutil.which("clang") or shutil.which("gcc")
    if compiler is None:
        sys.exit("prove: no C compiler")
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", library, HERE / "disturb.c", "-ldl"],
                   check=True)
    return library


def snapshot(folder: pathlib.Path) -> dict[str, str] | None:
    """The files below a folder with their hashes; None where there is no folder."""
    if not folder.exists():
        return None
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class Proof:
    """The builds of one period, in a folder of their own."""

    def __init__(self, options: argparse.Namespace, work: pathlib.Path):
        self.options = options
        self.work = work
        self.library = compiled(work)
        self.period = work / "data" / options.period
        self.output = work / "output"
        self.target = self.output / options.period
        self.ledger = f".{options.period}.thidua-ledger"
        shutil.copytree(PROJECT / "Samples" / "chung", work / "data" / "chung")
        shutil.copytree(PROJECT / "Samples" / options.period, self.period)

    def build(self, disturb: str | None = None) -> subprocess.CompletedProcess:
        """Runs the program, always with the library, so that it is the same program to itself."""
        environment = dict(os.environ, LD_PRELOAD=str(self.library),
                           DISTURB_COUNT=str(self.work / "count"))
        if disturb:
            environment["DISTURB"] = disturb
        command = [self.options.program, "build", self.period, "--output", self.output,
                   "--templates", PROJECT / "Templates", "--jobs", str(self.options.jobs)]
        if self.options.only:
            command += ["--only", self.options.only]
        return subprocess.run(command, env=environment, capture_output=True, text=True)

    def expect_done(self, run: subprocess.CompletedProcess, what: str):
        if run.returncode != 0:
            raise Wrong(f"{what}: status {run.returncode}\n{run.stderr}")

    def change_data(self):
        """The second edition: one text is another, so that some papers change and others do not."""
        own = self.period / f"{self.options.only}.json"
        files = [own] if own.exists() else sorted(self.period.glob("*.json"))
        for path, key in [(path, "trich_yeu") for path in files] + [
                (self.work / "data" / "chung" / "co-quan.json", "dia_danh")]:
            before = path.read_text(encoding="utf-8")
            after = re.sub(rf'("{key}": ")', r"\1Sửa đổi ", before, count=1)
            if after != before:
                path.write_text(after, encoding="utf-8")
                return

    def prepare(self):
        """The two editions, and the folders from which every disturbed run begins."""
        self.expect_done(self.build(), "first edition")
        document = next(path for path in sorted(self.target.rglob("*.docx")))
        document.write_bytes(document.read_bytes() + b"edited by hand")
        (self.target / "ghi-chu.txt").write_text("of somebody else's", encoding="utf-8")
        self.states = {"former edition": self.work / "former", "nothing": self.work / "nothing"}
        shutil.copytree(self.output, self.states["former edition"])
        self.states["nothing"].mkdir()
        self.change_data()

    def restore(self, state: str):
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.copytree(self.states[state], self.output)

    def beside(self) -> set[str]:
        return {path.name for path in self.output.iterdir()} - {self.ledger}

    def prove(self, state: str, mode: str) -> collections.Counter:
        """Disturbs a build at each of its calls in turn; how the runs ended."""
        self.restore(state)
        old = snapshot(self.target)
        self.expect_done(self.build("count"), "undisturbed")
        points = int((self.work / "count").read_text())
        new = snapshot(self.target)
        ends = collections.Counter(points=points)
        for number in range(1, points + 1):
            self.restore(state)
            what = f"{state}, {MODES[mode]}, call {number} of {points}"
            self.judge(self.build(f"{mode}:{number}"), mode, old, new, ends, what)
            following = self.build()
            self.expect_done(following, f"{what}: the next run")
            if snapshot(self.target) != new:
                raise Wrong(f"{what}: the next run left other bytes than a build from nothing")
            if self.beside() != {self.options.period}:
                raise Wrong(f"{what}: the next run left {sorted(self.beside())}")
            ends["next runs that took over documents"] += "lấy lại từ lần trước" in following.stderr
        return ends

    def judge(self, run, mode: str, old, new, ends: collections.Counter, what: str):
        """What a disturbed run left."""
        killed = run.returncode == -signal.SIGKILL
        if killed != (mode in ("kill", "half")):
            raise Wrong(f"{what}: status {run.returncode}\n{run.stderr}")
        seen = snapshot(self.target)
        if seen not in (old, new):
            raise Wrong(f"{what}: neither the old folder nor the new one")
        ends["wholly new" if seen == new else "wholly old"] += 1
        if killed:
            return
        if (run.returncode == 0) != (seen == new):
            raise Wrong(f"{what}: status {run.returncode} with the wrong folder\n{run.stderr}")
        if run.returncode not in (0, 66, 73, 74):
            raise Wrong(f"{what}: status {run.returncode}\n{run.stderr}")
        extra = self.beside() - {self.options.period}
        if run.returncode != 0 and extra:
            raise Wrong(f"{what}: failed and left {sorted(extra)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--period", default="2026-phat-dong", help="a sample (default: %(default)s)")
    parser.add_argument("--only", help="build these kinds only, for a shorter proof")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--modes", default=",".join(MODES), help="default: %(default)s")
    options = parser.parse_args()
    options.program = options.program.resolve()
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    total = 0
    with tempfile.TemporaryDirectory(prefix="thidua-disturb-", dir=memory) as folder:
        proof = Proof(options, pathlib.Path(folder))
        try:
            proof.prepare()
            for state in proof.states:
                for mode in options.modes.split(","):
                    ends = proof.prove(state, mode)
                    total += ends["points"]
                    counts = ", ".join(f"{count} {name}" for name, count in ends.items())
                    print(f"{state}, {MODES[mode]}: {counts}", flush=True)
        except Wrong as wrong:
            sys.exit(f"prove: {wrong}")
    print(f"{total} injection points; each left the old folder or the new one, and each next run the"
          " bytes of an undisturbed build")


if __name__ == "__main__":
    main()
