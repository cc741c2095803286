"""What the independent tests share: the project's folders, a build's documents, LibreOffice.

Nothing here builds anything or calls our program. `THIDUA_OUTPUT` names the folder that a build
left (`output`, which holds a folder for each sample); without it the tests that need one are
skipped, on a CI machine (`CI=true`) they fail. Which documents a check is about follows from their
`form` and `kind` in the manifest.
"""

import dataclasses
import functools
import json
import os
import pathlib
import shutil
import subprocess

import pytest

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SAMPLES = PROJECT / "Samples"
PERIOD, YEARLY = "2026-phat-dong", "2026-hang-nam"
INTERIM, FINAL = "2027-so-ket", "2030-tong-ket"
PERIODS = (PERIOD, YEARLY, INTERIM, FINAL)
# Where `scripts/test` builds the copy of the yearly review that was decided before 01/7/2026.
EARLIER = "truoc-01-7-2026"


@functools.cache
def shared(period: str) -> dict:
    """The files of the folder that `dot.json` of a period names, by their names."""
    own = SAMPLES / period
    folder = own / json.loads((own / "dot.json").read_text(encoding="utf-8"))["dung_chung"]
    return {path.stem: json.loads(path.read_text(encoding="utf-8"))
            for path in sorted(folder.glob("*.json"))}


def skip_or_fail(reason: str):
    """Skips on a person's machine; fails where everything is supposed to be installed."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def program(name: str) -> str:
    """The path of an installed program."""
    path = shutil.which(name)
    if path is None:
        skip_or_fail(f"{name} is not installed")
    return path


@dataclasses.dataclass(frozen=True)
class Built:
    """A document of a build, in one of its formats, with what the manifest says of it."""
    path: pathlib.Path
    period: str
    kind: str
    form: str
    state: str
    medium: str
    subject: str | None

    @property
    def name(self) -> str:
        return f"{self.period}/{self.kind}/{self.path.name}"

    @property
    def pair(self) -> str:
        """What the document's two formats have in common."""
        return self.name.rpartition(".")[0]


def build_folder(period: str, side: str = "") -> pathlib.Path | None:
    """The folder of a sample in the build that `THIDUA_OUTPUT` names; none when it is not built."""
    named = os.environ.get("THIDUA_OUTPUT")
    if not named:
        return None
    folder = PROJECT / named
    if folder.name not in PERIODS:
        folder = folder / side / period
    elif side or folder.name != period:
        return None  # One sample alone was named.
    return folder if (folder / "manifest.json").is_file() else None


def manifest_of(folder: pathlib.Path) -> dict:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def built_documents(*suffixes: str, periods=PERIODS, side: str = "") -> list[Built]:
    """The documents of the build in the order of the manifests."""
    found = []
    for period in periods:
        folder = build_folder(period, side)
        for row in manifest_of(folder)["documents"] if folder else []:
            path = folder / row["path"]
            if path.suffix in suffixes:
                found.append(Built(path, period, row["kind"], row["form"], row["state"],
                                   row["medium"], row.get("subject")))
    return found


def built_files(*suffixes: str, forms=None, but=()) -> list:
    """The documents of some forms as parameters of a test; one that says why there is none."""
    files = [built for built in built_documents(*suffixes)
             if (forms is None or built.form in forms) and built.form not in but]
    if not files:
        return [pytest.param(None, id="no build")]
    return [pytest.param(built, id=built.name) for built in files]


def needed(built: Built | None) -> Built:
    """The document of a parameter; skips or fails where it stands for the lack of a build."""
    if built is None:
        skip_or_fail("THIDUA_OUTPUT does not name the folder of a build with such a document")
    return built


@pytest.fixture(scope="session")
def samples() -> dict[str, pathlib.Path]:
    """The folder of every built sample."""
    if not os.environ.get("THIDUA_OUTPUT"):
        skip_or_fail("THIDUA_OUTPUT does not name the folder of a build")
    folders = {period: build_folder(period) for period in PERIODS}
    # A folder that was named and holds no build is a fault, on every machine.
    assert any(folders.values()), f"{os.environ['THIDUA_OUTPUT']} holds no build"
    return {period: folder for period, folder in folders.items() if folder}


@pytest.fixture(scope="session")
def built(samples) -> pathlib.Path:
    """The folder of the built launch of 2026."""
    if PERIOD not in samples:
        skip_or_fail(f"{PERIOD} is not built")
    return samples[PERIOD]


@pytest.fixture(scope="session")
def documents(samples) -> list[tuple[Built, Built]]:
    """Every document of the build, as its DOCX and its ODT."""
    for period, folder in samples.items():
        listed = {row["path"] for row in manifest_of(folder)["documents"]}
        held = {str(path.relative_to(folder)) for path in folder.glob("*/*") if path.is_file()}
        assert held == listed, f"{period}: the manifest and the folder differ: {held ^ listed}"
    docx = {built.pair: built for built in built_documents(".docx")}
    odt = {built.pair: built for built in built_documents(".odt")}
    assert docx and docx.keys() == odt.keys(), (
        f"a document is missing in one of the two formats: {sorted(docx.keys() ^ odt.keys())}")
    return [(docx[name], odt[name]) for name in docx]


class Office:
    """LibreOffice with a profile and with fonts of its own."""

    # It stops somewhere behind the 250th file of one start, and says that all went well.
    AT_ONCE = 100

    def __init__(self, folder: pathlib.Path):
        self.executable = program("soffice")
        self.folder = folder
        self.environment = dict(
            os.environ,
            FONTCONFIG_FILE=str(HERE / "fonts.conf"),
            XDG_CACHE_HOME=str(folder / "cache"),
            HOME=str(folder),
            LC_ALL="C.UTF-8",
        )
        faces = subprocess.run(
            [program("fc-list"), "--format", "%{family[0]} %{fontversion}\n"],
            env=self.environment, capture_output=True, text=True, check=True,
        ).stdout.splitlines()
        serif = "Liberation Serif "
        versions = [face.removeprefix(serif) for face in faces if face.startswith(serif)]
        # Four faces of version 2 or later; fontconfig counts in 1/65536.
        usable = len(versions) == 4 and all(v.isdecimal() and int(v) >= 0x20000 for v in versions)
        if not usable:
            skip_or_fail(f"Liberation Serif 2 is not installed (fonts-liberation2); seen: {faces}")

    def convert(self, files: list[pathlib.Path], target: str, name: str) -> list[pathlib.Path]:
        """Converts files in few starts of LibreOffice; gives the results in the same order."""
        folder = self.folder / name
        (folder / "in").mkdir(parents=True)
        copies = []
        for index, file in enumerate(files):
            # Two documents of one name must not overwrite each other.
            copies.append(folder / "in" / f"{index:04}{file.suffix}")
            shutil.copyfile(file, copies[-1])
        for start in range(0, len(copies), self.AT_ONCE):
            self.start(copies[start:start + self.AT_ONCE], target, folder)
        results = [folder / f"{copy.stem}.{target.split(':')[0]}" for copy in copies]
        missing = [str(f) for f, result in zip(files, results) if not result.is_file()]
        assert not missing, f"LibreOffice converted no {missing}"
        return results

    def start(self, files: list[pathlib.Path], target: str, folder: pathlib.Path):
        """Starts LibreOffice once."""
        done = subprocess.run(
            [self.executable, f"-env:UserInstallation=file://{self.folder}/profile",
             "--headless", "--norestore", "--convert-to", target,
             "--outdir", str(folder), *map(str, files)],
            env=self.environment, capture_output=True, text=True, check=False,
            timeout=120 + 5 * len(files),
        )
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def office(tmp_path_factory) -> Office:
    """LibreOffice, started once for each conversion and left with nothing running."""
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def pdfs(documents, office) -> dict[pathlib.Path, pathlib.Path]:
    """The PDF that LibreOffice makes of every document, of both formats."""
    files = [built.path for pair in documents for built in pair]
    return dict(zip(files, office.convert(files, "pdf", "pdf")))
