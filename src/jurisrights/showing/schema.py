"""The JSON Schema of organisation files, for editors: made from the classes and the words of the law data."""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

import attrs

from jurisrights.model.conditions import Condition, Value
from jurisrights.model.conformance import Need
from jurisrights.model.law import Fact
from jurisrights.model.lengths import LENGTHS, Length
from jurisrights.model.optional import is_optional, without_none
from jurisrights.model.organisation import NOT_IN_FILES, Organisation
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import EXTENTS, Kind
from jurisrights.reading.kinds import PLACE_CODE
from jurisrights.reading.library import Law
from jurisrights.reading.organisations import AMOUNT, CURRENCY

_Schema = dict[str, Any]
_PLAIN: Mapping[object, _Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Condition: {"type": "string", "description": "a condition over facts: asker == 'agent'"},
    Text: {"$ref": "#/$defs/Text"},
    Length: {"$ref": "#/$defs/Length"},
    Value: {"type": ["string", "boolean", "integer", "array"]},
}
_NAMED: Mapping[str, str] = {
    "regime": "Regime",
    "regimes": "Regime",
    "follows": "Regime",
    "beyond": "Regime",
    "document": "KnownDocument",
    "holds_data_of": "Person",
    "may_ask": "Person",
    "unread": "Need",
}
"""Keys whose words stand in the law data, and the list of these words."""
_PLACE: _Schema = {"type": "string", "pattern": f"^{PLACE_CODE.pattern}$", "description": "ISO 3166 code: JP, US-CA"}
_WRITTEN: Mapping[str, _Schema] = {
    "seat": _PLACE,
    "amount": {"type": "string", "pattern": f"^{AMOUNT.pattern}$"},
    "currency": {"type": "string", "pattern": f"^{CURRENCY.pattern}$", "description": "ISO 4217 code: JPY, EUR"},
    "needs": {"type": "integer", "minimum": 1},
}
"""Keys whose values have a form."""


def organisation_schema(law: Law) -> str:
    """Give the schema as JSON: what an editor needs to complete and to check an organisation file."""
    defs: dict[str, _Schema] = {
        "Text": {
            "type": "object",
            "description": "one key for each language",
            "minProperties": 1,
            "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
            "additionalProperties": {"type": "string"},
        },
        "Length": {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
            "properties": {unit: {"type": "integer", "minimum": 1} for unit in LENGTHS},
        },
        "Facts": {"type": "object", "properties": {fact.id: _fact(fact) for fact in sorted(law.facts.values(), key=lambda fact: fact.id)}},
        "Regime": {"type": "string", "enum": sorted(law.regimes)},
        "KnownDocument": {"type": "string", "enum": sorted(law.documents())},
        "Person": {"type": "string", "enum": list(law.facts["relationship"].values)},
        "Need": {"type": "string", "enum": [need.value for need in Need]},
    }
    _table(Organisation, defs)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An organisation's published privacy policy, for jurisrights",
        "$ref": "#/$defs/Organisation",
        "$defs": defs,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _table(cls: Any, defs: dict[str, _Schema]) -> _Schema:  # noqa: ANN401  any attrs class
    """Give the reference to a class, describing it where it was not."""
    name = cls.__name__
    if name not in defs:
        defs[name] = {}
        hints = typing.get_type_hints(cls)
        fields = [field for field in attrs.fields(cls) if not field.metadata.get(NOT_IN_FILES)]
        defs[name] = {
            "type": "object",
            "description": (cls.__doc__ or "").strip().splitlines()[0],
            "additionalProperties": False,
            "required": [field.name for field in fields if field.default is attrs.NOTHING],
            "properties": {field.name: _field(field.name, hints[field.name], defs) for field in fields},
        }
    return {"$ref": f"#/$defs/{name}"}


def _field(name: str, kind: Any, defs: dict[str, _Schema]) -> _Schema:  # noqa: ANN401
    if name == "facts" and typing.get_origin(kind) is dict:
        return {"$ref": "#/$defs/Facts"}
    if name in _NAMED:
        word = {"$ref": f"#/$defs/{_NAMED[name]}"}
        return word if kind is str else {"type": "array", "items": word}
    return _WRITTEN.get(name) or _kind(kind, defs)


def _kind(kind: Any, defs: dict[str, _Schema]) -> _Schema:  # noqa: ANN401
    if is_optional(kind):
        return _kind(without_none(kind), defs)
    if typing.get_origin(kind) is tuple:
        return {"type": "array", "items": _kind(typing.get_args(kind)[0], defs)}
    if attrs.has(kind) and kind not in _PLAIN:
        return _table(kind, defs)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"type": "string", "enum": [word.value for word in kind]}
    return _PLAIN[kind]


def _fact(fact: Fact) -> _Schema:
    kinds: Mapping[Kind, _Schema] = {
        Kind.YES_NO: {"type": "boolean"},
        Kind.NUMBER: {"type": "integer"},
        Kind.DATE: _PLAIN[date],
        Kind.PLACE: {"type": "string", "pattern": _PLACE["pattern"]},
        Kind.PLACES: {"type": "array", "items": _PLACE},
        Kind.EXTENT: {"type": "string", "enum": list(EXTENTS)},
        Kind.CHOICE: {"type": "string", "enum": list(fact.values)},
    }
    return {"description": " ".join(fact.question.in_("en").split()), **kinds[fact.kind]}
