"""Decisions as JSON and back: canonical (sorted keys, no blanks), strict on the way in."""

from __future__ import annotations

import functools
import json
from datetime import date
from typing import Any

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from jurisrights.errors import RequestError
from jurisrights.model.conditions import Value
from jurisrights.model.decision import Decision
from jurisrights.model.findings import Assumption
from jurisrights.model.lengths import LENGTHS, UNITS, Length
from jurisrights.model.optional import is_optional, without_none
from jurisrights.model.request import StatedFact
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Kind


def decision_to_json(decision: Decision) -> str:
    """Give a decision as canonical JSON."""
    return json.dumps(_converter().unstructure(decision), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_plain(value: object) -> Any:  # noqa: ANN401  whatever JSON can hold
    """Give any value of the model as lists, tables, texts and numbers."""
    return _converter().unstructure(value)


def decision_from_json(text: str) -> Decision:
    """Read a decision back.

    Raises:
        RequestError: the text is no JSON, or no decision of this version's form.
    """
    try:
        return _converter().structure(json.loads(text), Decision)
    except (ValueError, TypeError, KeyError, AttributeError, BaseValidationError, ForbiddenExtraKeysError, RecursionError) as error:
        raise RequestError([f"this is no decision in JSON: {error}"]) from error


@functools.cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=False)
    converter.register_unstructure_hook(date, lambda day: day.isoformat())
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_unstructure_hook(Text, lambda text: dict(text.entries))
    converter.register_structure_hook(Text, _text)
    for scalar in (str, int, bool):
        # cattrs would turn "no" into True and 5 into "5"; enumerations come here too, as texts.
        converter.register_structure_hook(scalar, lambda value, kind, scalar=scalar: _scalar(value, kind, scalar))
    for cls in LENGTHS.values():
        converter.register_unstructure_hook(cls, lambda length: {UNITS[type(length)]: length.count})
    converter.register_structure_hook_func(lambda kind: kind == Length, _length)
    converter.register_structure_hook_func(is_optional, lambda value, kind: None if value is None else converter.structure(value, without_none(kind)))
    converter.register_structure_hook_func(lambda kind: kind == Value, lambda value, _: value)
    converter.register_unstructure_hook_func(lambda kind: kind == Value, _plain)
    for owner in (StatedFact, Assumption):
        # The kind of the fact says how its value is read: "2026-11-23" may be a date or a text.
        make: Any = make_dict_structure_fn(owner, converter, _cattrs_forbid_extra_keys=True)
        converter.register_structure_hook(owner, lambda table, kind, make=make: _with_value(make, table, kind))
        converter.register_unstructure_hook(owner, make_dict_unstructure_fn(owner, converter))
    return converter


def _with_value(make: Any, table: dict[str, Any], kind: Any) -> Any:  # noqa: ANN401
    made = make(table, kind)
    return attrs.evolve(made, value=_read_value(made.kind, made.value))


def _read_value(kind: Kind, value: Any) -> Value:  # noqa: ANN401
    match kind:
        case Kind.DATE:
            return date.fromisoformat(value)
        case Kind.PLACES:
            return tuple(str(_scalar(item, str, str)) for item in value)
        case Kind.YES_NO:
            return bool(_scalar(value, bool, bool))
        case Kind.NUMBER:
            return int(_scalar(value, int, int))
    return str(_scalar(value, str, str))


def _scalar(value: Any, kind: Any, scalar: type) -> Any:  # noqa: ANN401
    """Take a text, number or truth value as it is, or as the word of an enumeration; convert nothing."""
    if type(value) is not scalar:
        raise TypeError(f"{value!r} is no {scalar.__name__}")
    return kind(value)


def _text(table: Any, _: object) -> Text:  # noqa: ANN401
    return Text.of({_scalar(language, str, str): _scalar(words, str, str) for language, words in table.items()})


def _plain(value: Value) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _length(table: dict[str, int], _: object) -> Length:
    ((unit, count),) = table.items()
    return LENGTHS[unit](count)
