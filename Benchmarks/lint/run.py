"""Linting a document of one page against libxml2 parsing the same parts: run.py [--at-most N] FILE…

Builds the benchmark in release mode, takes out of each document the parts that the linter reads,
and prints both medians and their ratio. A ratio above N ends with status 1.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
READ = re.compile(
    r"(word/(document|styles|settings|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml"
    r"|word/theme/[^/]*\.xml|word/_rels/document\.xml\.rels|_rels/\.rels|docProps/app\.xml"
    r"|content\.xml|styles\.xml|meta\.xml)")


def program(build: bool) -> pathlib.Path:
    """The benchmark, built unless it is known to be."""
    command = ["swift", "build", "-c", "release", "--package-path", str(HERE)]
    if build:
        subprocess.run(command, check=True, stdout=sys.stderr)
    folder = subprocess.run([*command, "--show-bin-path"], check=True, capture_output=True, text=True)
    return pathlib.Path(folder.stdout.strip()) / "lint-benchmark"


def ratio(binary: pathlib.Path, document: pathlib.Path) -> float:
    """Runs the benchmark on a document, and prints what it says."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(document) as package:
        parts = []
        for number, name in enumerate(filter(READ.fullmatch, package.namelist())):
            part = pathlib.Path(folder) / f"{number}.xml"
            part.write_bytes(package.read(name))
            parts.append(part)
        said = subprocess.run([binary, document, *parts], check=True, capture_output=True, text=True)
    print(said.stdout.strip())
    return float(said.stdout.rsplit("ratio ", 1)[1])


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="+", type=pathlib.Path)
    arguments.add_argument("--at-most", type=float)
    arguments.add_argument("--program", type=pathlib.Path, help="a benchmark that is built already")
    options = arguments.parse_args()
    binary = options.program or program(build=True)
    ratios = [ratio(binary, file) for file in options.files]
    return 1 if options.at_most is not None and max(ratios) > options.at_most else 0


if __name__ == "__main__":
    sys.exit(main())
