"""From a TOML value to one of ours, strictly: no silent conversion, and a message that says what to write.

cattrs converts by default (`3` to `"3"`, `"abc"` to letters); every scalar has a strict hook here instead.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, cast

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_mapping_structure_fn, override

from jurisrights.model.conditions import Condition, Value
from jurisrights.model.lengths import LENGTHS, Citation, CitationEntry, Length
from jurisrights.model.optional import is_optional, without_none
from jurisrights.model.organisation import NOT_IN_FILES
from jurisrights.model.scenario import Expectation
from jurisrights.model.text import Text
from jurisrights.reading.conditions import LONGEST, parse_condition
from jurisrights.reading.words import did_you_mean, shown

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LONGEST: Final = {**LONGEST, "business_days": LONGEST["days"]}


def _strict(expected: type, words: str) -> Callable[[object, object], Any]:
    def hook(value: object, _: object) -> object:
        if type(value) is not expected:
            raise TypeError(f"{shown(value)} is not {words}")
        return value

    return hook


def _strict_date(value: object, _: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"{shown(value)} is not a date; write it bare: 2018-05-25")
    return value


def _text(value: object, _: object) -> Text:
    if not isinstance(value, dict) or not value:
        raise TypeError("write one key for each language: text.en, text.ja ...")
    for language, words in value.items():
        if not _LANGUAGE.fullmatch(language):
            raise TypeError(f"'{language}' is no language; write en, ja, zh ...")
        if not isinstance(words, str) or not words.strip():
            raise TypeError(f"the text for '{language}' is {shown(words)}, not a text")
    return Text.of({language: words.strip() for language, words in value.items()})


def _citation(value: object, _: object) -> Citation:
    items = value if isinstance(value, list) else [value]
    if not items:
        raise TypeError("the citation is empty")
    entries = [CitationEntry(text=item) if isinstance(item, str) else CONVERTER.structure(item, CitationEntry) for item in items]
    return Citation(tuple(entries))


def _length(value: object, _: object) -> Length:
    if isinstance(value, dict) and len(value) == 1:
        ((unit, count),) = value.items()
        if type(count) is int and 0 < count <= _LONGEST.get(unit, 0):
            return LENGTHS[unit](count)
    units = ", ".join(f"{{ {unit} = 1 }}" for unit in LENGTHS)
    raise TypeError(f"{shown(value)} is no length; write one of {units}, with 1 or more and at most 100 years")


def _condition(value: object, _: object) -> Condition:
    if not isinstance(value, str):
        raise TypeError(f"{shown(value)} is not a condition in quotes")
    return parse_condition(value)


def _value(value: object, _: object) -> Value:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if type(value) in {bool, int, str, date}:
        return cast("Value", value)
    raise TypeError(f"{shown(value)} is no value of a fact; write true or false, a number, a text, a date or a list of places")


def _day_or_word(value: object, _: object) -> date | str:
    return value if isinstance(value, str) else _strict_date(value, _)


def _word(value: object, cls: type[str]) -> str:
    """Take a text for `str`, and for an enumeration one of its words; cattrs offers both to the hook for `str`."""
    if type(value) is not str:
        raise TypeError(f"{shown(value)} is not a text in quotes")
    if not issubclass(cls, StrEnum):
        return value
    words = [member.value for member in cls]
    if value not in words:
        raise ValueError(f"'{value}' is not known here{did_you_mean(value, words)}")
    return cls(value)


_EXACT: tuple[tuple[object, Callable[[Any, Any], Any]], ...] = (
    (Text, _text),
    (Citation, _citation),
    (Condition, _condition),
    (Length, _length),
    (Value, _value),
    (Value | None, _value),
    (date | str, _day_or_word),
    (date | str | None, _day_or_word),
)
_RENAMED: Mapping[object, Mapping[str, str]] = {CitationEntry: {"from_": "from"}, Expectation: {"not_": "not"}}


def _table_hook(cls: Any, converter: Converter) -> Callable[[object, object], Any]:  # noqa: ANN401
    overrides: Any = {name: override(rename=key) for name, key in _RENAMED.get(cls, {}).items()}
    overrides |= {field.name: override(omit=True) for field in attrs.fields(cls) if field.metadata.get(NOT_IN_FILES)}
    make: Any = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **overrides)
    return _of_table(make)


def _mapping_hook(kind: Any, converter: Converter) -> Callable[[object, object], Any]:  # noqa: ANN401
    make: Any = make_mapping_structure_fn(kind, converter, detailed_validation=True)
    return _of_table(make)


def _of_table(make: Callable[[object, object], Any]) -> Callable[[object, object], Any]:
    def hook(value: object, cls: object) -> object:
        if not isinstance(value, dict):
            raise TypeError(f"{shown(value)} is not a table")
        return make(value, cls)

    return hook


def _tuple_hook(kind: Any, converter: Converter) -> Callable[[object, object], Any]:  # noqa: ANN401
    inner: Any = list[kind.__args__[0]]

    def hook(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise TypeError(f"{shown(value)} is not a list: write [...]")
        return tuple(converter.structure(value, inner))

    return hook


def _make_converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook_factory(attrs.has, _table_hook)
    converter.register_structure_hook_factory(_is_a(dict), _mapping_hook)
    converter.register_structure_hook_factory(_is_a(tuple), _tuple_hook)
    converter.register_structure_hook(str, _word)
    converter.register_structure_hook(int, _strict(int, "a whole number"))
    converter.register_structure_hook(bool, _strict(bool, "true or false"))
    converter.register_structure_hook(date, _strict_date)
    converter.register_structure_hook_func(is_optional, lambda value, kind: converter.structure(value, without_none(kind)))
    for exact, hook in _EXACT:
        converter.register_structure_hook_func(functools.partial(_is_exactly, exact), hook)
    return converter


def _is_exactly(wanted: object, kind: object) -> bool:
    return bool(kind == wanted)


def _is_a(origin: type) -> Callable[[object], bool]:
    return lambda kind: getattr(kind, "__origin__", None) is origin


CONVERTER: Final = _make_converter()
