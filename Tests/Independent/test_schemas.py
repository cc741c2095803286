"""The schemas against the samples and the bad inputs, by a validator that is not ours.

Each folder `Tests/IntakeTests/Fixtures/bad/<situation>/` has a file `schema-verdict.txt`:
`valid`, where the fault is one that a schema cannot see, or `invalid <file> …`. The folders `good`
and `review` beside it hold a valid file of every kind.
"""

import json
import pathlib

import pytest
from conftest import PROJECT, SAMPLES
from jsonschema import Draft202012Validator

SCHEMAS = sorted((SAMPLES / "schemas").glob("*.schema.json"))
INPUTS = sorted(p for p in SAMPLES.glob("*/*.json") if p.parent.name != "schemas")
FIXTURES = PROJECT / "Tests/IntakeTests/Fixtures"
GOOD = sorted(p for folder in ("good", "review") for p in (FIXTURES / folder).rglob("*.json"))
BAD = sorted(p for p in (FIXTURES / "bad").glob("*") if p.is_dir())

# Letters that Vietnamese has and English lacks.
MARKED = set("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ")


def load(path: pathlib.Path):
    """The JSON of a file."""
    return json.loads(path.read_text(encoding="utf-8"))


def schema_named(stem: str):
    """The schema of the input file of that name."""
    return load(SAMPLES / "schemas" / f"{stem}.schema.json")


def is_valid(path: pathlib.Path) -> bool:
    """True when the file is JSON and its schema has no objection."""
    try:
        value = load(path)
    except ValueError:
        return False
    return Draft202012Validator(schema_named(path.stem)).is_valid(value)


def name(path: pathlib.Path) -> str:
    return f"{path.parent.name}/{path.name}"


def test_every_schema_has_a_valid_file_and_every_file_a_schema():
    assert SCHEMAS and INPUTS and BAD
    described = {path.name.removesuffix(".schema.json") for path in SCHEMAS}
    assert {path.stem for path in INPUTS + GOOD} == described


@pytest.mark.parametrize("path", SCHEMAS, ids=name)
def test_schema_is_a_schema_of_draft_2020_12(path):
    schema = load(path)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def properties(schema, pointer=""):
    """Every property that a schema describes, with its pointer."""
    if isinstance(schema, list):
        for index, item in enumerate(schema):
            yield from properties(item, f"{pointer}/{index}")
    elif isinstance(schema, dict):
        for key, value in schema.items():
            here = f"{pointer}/{key}"
            if key == "properties" and not pointer.endswith("/properties"):
                for property_name, described in value.items():
                    yield f"{here}/{property_name}", described
                    yield from properties(described, f"{here}/{property_name}")
            else:
                yield from properties(value, here)


@pytest.mark.parametrize("path", SCHEMAS, ids=name)
def test_every_property_has_a_vietnamese_description(path):
    schema = load(path)
    silent = [
        pointer for pointer, described in properties(schema)
        if not pointer.endswith("/$schema")
        and not MARKED & set(described.get("description", "").lower())
    ]
    assert silent == []
    assert MARKED & set(schema.get("description", "").lower()), "the file has no description"


@pytest.mark.parametrize("path", INPUTS, ids=name)
def test_sample_is_valid_and_names_its_schema(path):
    value = load(path)
    assert value["$schema"] == f"../schemas/{path.stem}.schema.json"
    errors = Draft202012Validator(schema_named(path.stem)).iter_errors(value)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_good_fixture_is_valid(path):
    errors = Draft202012Validator(schema_named(path.stem)).iter_errors(load(path))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_bad_input_gets_the_verdict_written_beside_it(folder):
    verdict = (folder / "schema-verdict.txt").read_text(encoding="utf-8").split()
    known = {path.name.removesuffix(".schema.json") for path in SCHEMAS}
    files = sorted(path for path in folder.rglob("*.json") if path.stem in known)
    # A situation may lie in the name of a file alone; no schema speaks of that.
    assert files or (verdict == ["valid"] and any(folder.rglob("*.json"))), "no input file"
    refused = [str(path.relative_to(folder)) for path in files if not is_valid(path)]
    assert verdict[0] in ("valid", "invalid")
    assert refused == (verdict[1:] if verdict[0] == "invalid" else [])
