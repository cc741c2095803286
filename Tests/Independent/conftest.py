"""What the independent tests share: the project's folders, a build's documents, LibreOffice.

Nothing here builds anything or calls our program. `THIDUA_OUTPUT` names the folder that a build
left (`output`, which holds `2026-phat-dong`); without it the tests that need one are skipped, on
a CI machine (`CI=true`) they fail.
"""

import os
import pathlib
import shutil
import subprocess

import pytest

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SAMPLES = PROJECT / "Samples"
PERIOD = "2026-phat-dong"


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


def named_build() -> pathlib.Path | None:
    """The folder of the launch of 2026 in the build that `THIDUA_OUTPUT` names."""
    named = os.environ.get("THIDUA_OUTPUT")
    if not named:
        return None
    folder = PROJECT / named
    return folder if folder.name == PERIOD else folder / PERIOD


def built_files(*suffixes: str) -> list:
    """The documents of the build as parameters of a test; one that says why there is none."""
    folder = named_build()
    files = sorted(path for path in folder.glob("*/*") if path.suffix in suffixes) if folder else []
    if not files:
        return [pytest.param(None, id="no build")]
    return [pytest.param(path, id=f"{path.parent.name}/{path.name}") for path in files]


@pytest.fixture(scope="session")
def built() -> pathlib.Path:
    """The folder of the built launch of 2026."""
    folder = named_build()
    if folder is None:
        skip_or_fail("THIDUA_OUTPUT does not name the folder of a build")
    if not (folder / "manifest.json").is_file():
        # A folder that was named and holds no build is a fault, on every machine.
        pytest.fail(f"{folder} holds no build: manifest.json is missing")
    return folder


@pytest.fixture(scope="session")
def documents(built) -> list[tuple[pathlib.Path, pathlib.Path]]:
    """Every document of the build, as its DOCX and its ODT, in the order of their paths."""
    docx = sorted(built.glob("*/*.docx"))
    assert docx, f"{built} holds no DOCX"
    pairs = [(path, path.with_suffix(".odt")) for path in docx]
    lonely = [str(odt) for _, odt in pairs if not odt.is_file()]
    lonely += [str(o) for o in built.glob("*/*.odt") if not o.with_suffix(".docx").is_file()]
    assert not lonely, f"a document is missing in one of the two formats: {lonely}"
    return pairs


class Office:
    """LibreOffice with a profile and with fonts of its own."""

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
        """Converts files of one format; gives the results in the same order."""
        folder = self.folder / name
        folder.mkdir()
        results = []
        suffix = target.split(":")[0]
        # One call for each kind: two documents of one name must not overwrite each other.
        for kind in sorted({file.parent.name for file in files}):
            part = [file for file in files if file.parent.name == kind]
            done = subprocess.run(
                [self.executable, f"-env:UserInstallation=file://{self.folder}/profile",
                 "--headless", "--norestore", "--convert-to", target,
                 "--outdir", str(folder / kind), *map(str, part)],
                env=self.environment, capture_output=True, text=True, timeout=300, check=False,
            )
            assert done.returncode == 0, done.stderr
            results += [folder / kind / f"{file.stem}.{suffix}" for file in part]
        missing = [str(path) for path in results if not path.is_file()]
        assert not missing, f"LibreOffice made no {missing}"
        return results


@pytest.fixture(scope="session")
def office(tmp_path_factory) -> Office:
    """LibreOffice, started once for each conversion and left with nothing running."""
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def pdfs(documents, office) -> dict[pathlib.Path, pathlib.Path]:
    """The PDF that LibreOffice makes of every document, of both formats."""
    result = {}
    for index, suffix in enumerate(("docx", "odt")):
        files = [pair[index] for pair in documents]
        result |= zip(files, office.convert(files, "pdf", "pdf-" + suffix))
    return result
