"""`thidua lint` as a stranger runs it: its verdicts and the values it says it saw.

The program is `THIDUA_PROGRAM`, or what `swift build` left in the project.
"""

import html
import json
import os
import pathlib
import re
import subprocess

from conftest import PROJECT, Built, skip_or_fail

ROW = re.compile(r'<tr class="(\w+)"><td>(\w+)</td><td>.*?</td><td>.*?</td><td>(.*?)</td>')


def checker() -> pathlib.Path:
    """The program."""
    named = os.environ.get("THIDUA_PROGRAM")
    found = [pathlib.Path(named)] if named else [
        PROJECT / ".build" / mode / "thidua" for mode in ("debug", "release")]
    program = next((path for path in found if path.exists()), None)
    if program is None:
        skip_or_fail("thidua is not built")
    return program


class Verdict:
    """What the checker says of a document."""

    def __init__(self, path: pathlib.Path, built: Built, *options: str):
        report = path.with_name(path.name + ".html")
        run = subprocess.run(
            [checker(), "lint", path, "--kind", built.kind, "--state", built.state, "--medium", built.medium, "--format", "json", "--report", report, *options],
            capture_output=True, text=True)
        assert run.returncode in (0, 65), run.stdout + run.stderr
        self.findings = [json.loads(line) for line in run.stdout.splitlines() if line.strip()]
        self.rows = {code: (outcome, html.unescape(seen))
                     for outcome, code, seen in ROW.findall(report.read_text(encoding="utf-8"))}

    def outcome(self, code: str) -> str:
        return self.rows[code][0]

    def failed(self, *severities: str) -> list[str]:
        """The codes of its findings of these severities (errors unless said), notes left out."""
        return sorted(f["code"] for f in self.findings
                      if f.get("severity") in (severities or ("error",)))

    def numbers(self, code: str) -> list[float]:
        """The numbers among the values seen."""
        return [float(n.replace(",", ".")) for n in re.findall(r"\d+(?:,\d+)?", self.rows[code][1])]
