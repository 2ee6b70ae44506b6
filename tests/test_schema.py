"""Facts about the JSON Schema of organisation files: it is valid, fresh, accepts what the reader accepts, and refuses what an editor should mark."""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest

from jurisrights.errors import DataError
from jurisrights.model import organisation as model
from jurisrights.model.law import Fact
from jurisrights.reading.library import read_law
from jurisrights.reading.organisations import read_organisation
from jurisrights.showing.command_line import main
from jurisrights.showing.schema import organisation_schema

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples" / "organisations").glob("*.toml"))
EXAMPLES = [path for path in EXAMPLES if path.stem != "findings"]
CLEAN = Path(__file__).parent / "clean_policy.toml"
SCHEMA: dict[str, Any] = json.loads(organisation_schema(read_law()))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
EVERYTHING: dict[str, Any] = {
    "name": {"en": "Example"},
    "policy": {"title": {"en": "Policy"}, "language": "en"},
    "companies": [{"id": "a", "name": {"en": "A"}, "seat": "JP"}],
    "officers": [{"role": "director"}],
    "desks": [{"id": "a", "name": {"en": "A"}}],
    "channels": [
        {
            "id": "a",
            "name": {"en": "A"},
            "desk": "a",
            "documents": [{"text": {"en": "A"}, "any_of": [{"text": {"en": "A"}, "issued_within": {"days": 30}}]}],
            "fees": [{"basis": "free"}],
        }
    ],
    "questions": [{"id": "a", "kind": "yes-no", "about": "request", "asks": "requester", "silence": "ask", "question": {"en": "A?"}}],
    "facts": [{"facts": {"controller_seat": "JP"}}],
    "representatives": [{"regime": "eea-gdpr", "name": "A"}],
    "statements": [{"text": {"en": "A"}}],
    "refusals": [{"id": "a", "text": {"en": "A"}}],
    "grounds": [{"id": "a", "text": {"en": "A"}}],
    "complaints": [{"text": {"en": "A"}}],
    "joint_uses": [{"text": {"en": "A"}}],
    "differences": [{"text": {"en": "A"}}],
    "targets": [{"step": "answer", "within": {"days": 1}, "text": {"en": "A"}}],
    "retention": [{"text": {"en": "A"}}],
    "marks": [{"name": {"en": "A"}}],
}
"""A file that has every table, and of each only what is needed."""


def plain(value: Any) -> Any:
    """Give a TOML value as JSON has it: dates as texts."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def faults(tables: dict[str, Any]) -> list[str]:
    """Give what the schema finds wrong."""
    return [error.message for error in VALIDATOR.iter_errors(plain(tables))]


def toml_of(value: Any) -> str:
    """Write a value as TOML, on one line."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {toml_of(inner)}' for key, inner in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(toml_of(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False)


def refused(folder: Path, tables: dict[str, Any]) -> str:
    """Give what the reader finds wrong."""
    path = folder / "my.toml"
    path.write_text("".join(f"{key} = {toml_of(value)}\n" for key, value in tables.items()), encoding="utf-8")
    try:
        read_organisation(path, read_law())
    except DataError as error:
        return str(error)
    return ""


def with_value(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """Give the file of everything with one value set, or taken away where it is None."""
    tables = copy.deepcopy(EVERYTHING)
    around: Any = tables
    for step in path[:-1]:
        around = around[step]
    if value is None:
        del around[path[-1]]
    else:
        around[path[-1]] = value
    return tables


def needed(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the place of every key of the file that the model marks as needed."""
    names = {field.name for cls in vars(model).values() if attrs.has(cls) for field in attrs.fields(cls) if field.default is attrs.NOTHING}
    names |= {field.name for field in attrs.fields(Fact) if field.default is attrs.NOTHING}
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in names and path[-1:] != ("facts",):
                yield (*path, key)
            yield from needed(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from needed(inner, (*path, index))


def test_the_schema_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_in_the_docs_is_fresh() -> None:
    assert json.loads((ROOT / "docs" / "organisation.schema.json").read_text(encoding="utf-8")) == SCHEMA


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == organisation_schema(read_law())


@pytest.mark.parametrize("path", [*EXAMPLES, CLEAN], ids=lambda path: path.stem)
def test_the_schema_accepts_every_file_that_we_ship(path: Path) -> None:
    assert faults(tomllib.loads(path.read_text(encoding="utf-8"))) == []


def test_schema_and_reader_accept_a_file_with_every_table(tmp_path: Path) -> None:
    assert set(EVERYTHING) == set(SCHEMA["$defs"]["Organisation"]["properties"])
    assert (faults(EVERYTHING), refused(tmp_path, EVERYTHING)) == ([], "")


PLACES = sorted(needed(EVERYTHING), key=str)


def test_every_needed_key_is_tried() -> None:
    required = [key for table in SCHEMA["$defs"].values() for key in table.get("required", ())]
    assert len(PLACES) >= len(required) - 1  # a reason is one table of the schema and two of the file


@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)))
def test_schema_and_reader_agree_on_what_is_needed(tmp_path: Path, path: tuple[str | int, ...]) -> None:
    tables = with_value(path, None)
    assert any("required" in fault for fault in faults(tables)) == ("missing key" in refused(tmp_path, tables))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("nam",), {"en": "A"}),
        (("policy", "langauge"), "en"),
        (("policy", "language"), 3),
        (("policy", "revised"), True),
        (("policy", "follows"), ["gdpr"]),
        (("companies", 0, "main"), "yes"),
        (("officers", 0, "role"), "boss"),
        (("desks", 0, "name"), "A"),
        (("desks", 0, "name"), {}),
        (("desks", 0, "name"), {"English": "A"}),
        (("channels", 0, "rigths"), ["access"]),
        (("channels", 0, "rights"), ["acess"]),
        (("channels", 0, "rights"), "access"),
        (("channels", 0, "methods"), ["pigeon"]),
        (("channels", 0, "regimes"), ["jp-apppi"]),
        (("channels", 0, "documents", 0, "needs"), "two"),
        (("channels", 0, "documents", 0, "any_of", 0, "txt"), {"en": "A"}),
        (("channels", 0, "documents", 0, "issued_within"), {"days": 0}),
        (("channels", 0, "documents", 0, "issued_within"), {"days": 1, "weeks": 1}),
        (("channels", 0, "documents", 0, "issued_within"), {"fortnights": 1}),
        (("channels", 0, "fees", 0, "basis"), "much"),
        (("channels", 0, "fees", 0, "amount"), "500 yen"),
        (("channels", 0, "fees", 0, "currency"), "yen"),
        (("channels", 0, "documents", 0, "needs"), 0),
        (("companies", 0, "seat"), "Japan"),
        (("facts", 0, "facts", "controller_seat"), "Japan"),
        (("facts", 0, "facts", "establishments"), ["JP", "Germany"]),
        (("questions", 0, "kind"), "maybe"),
        (("facts", 0, "facts", "controller_seat"), 3),
        (("facts", 0, "facts", "household_use"), "no"),
        (("facts", 0, "facts", "role"), "boss"),
        (("facts", 0, "facts", "age"), "12"),
        (("facts", 0, "facts", "establishments"), "JP"),
        (("facts", 0, "facts", "needed_for_legal_claims"), "a bit"),
        (("representatives", 0, "regime"), "gdpr"),
        (("refusals", 0, "beyond"), ["gdpr"]),
        (("targets", 0, "step"), "anser"),
    ],
    ids=str,
)
def test_what_an_editor_should_mark_is_refused_by_schema_and_reader(tmp_path: Path, path: tuple[str | int, ...], value: object) -> None:
    tables = with_value(path, value)
    assert faults(tables)
    assert refused(tmp_path, tables)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("policy", "languages"), ["en", "zh-Hans"]),
        (("facts", 0, "facts", "collected_on"), date(2026, 1, 1)),
        (("facts", 0, "facts", "establishments"), ["JP", "DE"]),
        (("facts", 0, "facts", "needed_for_legal_claims"), "partly"),
        (("facts", 0, "facts", "a"), True),
        (("channels", 0, "when"), "asker == 'agent'"),
        (("companies", 0, "seat"), "CN-SH"),
        (("channels", 0, "fees", 0, "amount"), "12.50"),
        (("channels", 0, "fees", 0, "currency"), "EUR"),
        (("questions", 0, "assume"), False),
        (("retention", 0, "years"), 3),
    ],
    ids=str,
)
def test_what_is_right_is_accepted(path: tuple[str | int, ...], value: object) -> None:
    """Facts of the organisation's own questions are not known to the schema, and not marked."""
    assert faults(with_value(path, value)) == []


def test_every_table_says_what_it_is_for() -> None:
    tables = {name: table for name, table in SCHEMA["$defs"].items() if table["type"] == "object" and name not in {"Length", "Facts"}}
    assert [name for name, table in tables.items() if not table.get("description")] == []
    assert [name for name, fact in SCHEMA["$defs"]["Facts"]["properties"].items() if not fact["description"]] == []
