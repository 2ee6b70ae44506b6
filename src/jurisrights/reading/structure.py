"""One parsed TOML table into one frozen class, strictly: no unknown keys, no silent conversion, every problem with its line.

cattrs converts by default (`3` to `"3"`, `"abc"` to letters); every scalar has a strict hook here instead.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar, cast

import attrs
from cattrs import Converter
from cattrs.errors import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from jurisrights.errors import DataError, Problem
from jurisrights.model.conditions import Condition, Value
from jurisrights.model.law import LENGTHS, Citation, CitationEntry, Length
from jurisrights.model.scenario import Expectation
from jurisrights.model.text import Text
from jurisrights.reading.conditions import parse_condition
from jurisrights.reading.lines import Lines, Path

T = TypeVar("T")


class TomlFile:
    """One TOML file: its name for messages, its tables, and the line of each value."""

    def __init__(self, name: str, content: bytes) -> None:
        """Parse the file.

        Raises:
            DataError: it is not UTF-8 without a byte order mark, or not TOML.
        """
        self.name = name
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DataError([Problem(file=name, line=None, rule="encoding", message=f"not UTF-8: {error.reason}; save the file as UTF-8")]) from None
        if text.startswith("\ufeff"):
            message = "the file begins with a byte order mark; save it as UTF-8 without one (`UTF-8`, not `UTF-8 with BOM`)"
            raise DataError([Problem(file=name, line=1, rule="encoding", message=message)])
        try:
            self.tables: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line, message = _toml_error(str(error), text)
            raise DataError([Problem(file=name, line=line, rule="toml", message=message)]) from None
        self.lines = Lines(text)

    def problem(self, path: Path, rule: str, message: str) -> Problem:
        """Make a problem at a place in this file."""
        return Problem(file=self.name, line=self.lines.of(path), rule=rule, message=message)


def structure(file: TomlFile, cls: type[T], *, tables: object | None = None, path: Path = ()) -> T:
    """Turn the file's tables (or the given part of them) into a value of the class.

    Raises:
        DataError: with every problem of the file.
    """
    try:
        return _converter.structure(file.tables if tables is None else tables, cls)
    except BaseValidationError as error:
        raise DataError(list(_problems(file, error, path))) from None


def _problems(file: TomlFile, error: BaseException, path: Path) -> Iterator[Problem]:
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            step: Path = ()
            for note in getattr(inner, "__notes__", ()):
                if isinstance(note, AttributeValidationNote):
                    step = (note.name.rstrip("_"),)
                elif isinstance(note, IterableValidationNote):
                    step = (note.index,)
            yield from _problems(file, inner, (*path, *step))
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [attribute.name.rstrip("_") for attribute in attrs.fields(cast("Any", error.cl))]
        for key in sorted(error.extra_fields):
            yield file.problem((*path, key), "unknown key", f"'{key}' is no key of this table{did_you_mean(key, known)}")
    elif isinstance(error, KeyError):
        yield file.problem(path[:-1] or path, "missing key", f"'{error.args[0].rstrip('_')}' is missing")
    else:
        where = ".".join(str(part) for part in path)
        yield file.problem(path, "wrong value", f"{where}: {error}")


def did_you_mean(given: str, known: list[str]) -> str:
    """Give `; did you mean 'x'?` for the nearest known word, or nothing."""
    near = difflib.get_close_matches(given, known, n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else f"; there are {', '.join(known)}"


def _toml_error(message: str, text: str) -> tuple[int | None, str]:
    head, _, place = message.rpartition(" (at ")
    if place.startswith("line "):
        return int(place.split()[1].rstrip(",")), head
    if place.startswith("end of document"):
        return len(text.splitlines()), f"{head} at the end of the file"
    return None, message


# -------------------------------------------------------------------------------------------------------- the hooks


def _strict(expected: type, words: str) -> Callable[[object, object], Any]:
    def hook(value: object, _: object) -> object:
        if type(value) is not expected:
            raise TypeError(f"{value!r} is not {words}")
        return value

    return hook


def _strict_date(value: object, _: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"{value!r} is not a date; write it bare: 2018-05-25")
    return value


def _text(value: object, _: object) -> Text:
    if not isinstance(value, dict) or not value:
        raise TypeError("write one key for each language: text.en, text.ja ...")
    for language, words in value.items():
        if not isinstance(words, str) or not words.strip():
            raise TypeError(f"the text for '{language}' is {words!r}, not a text")
    return Text.of({language: words.strip() for language, words in value.items()})


def _citation(value: object, _: object) -> Citation:
    items = value if isinstance(value, list) else [value]
    if not items:
        raise TypeError("the citation is empty")
    entries = [
        CitationEntry(text=item) if isinstance(item, str) else _converter.structure(item, CitationEntry) for item in items
    ]
    return Citation(tuple(entries))


def _length(value: object, _: object) -> Length:
    if isinstance(value, dict) and len(value) == 1:
        ((unit, count),) = value.items()
        if unit in LENGTHS and type(count) is int and count > 0:
            return LENGTHS[unit](count)
    raise TypeError(f"{value!r} is no length; write one of {', '.join(f'{{ {unit} = 1 }}' for unit in LENGTHS)}")


def _condition(value: object, _: object) -> Condition:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a condition in quotes")
    return parse_condition(value)


def _value(value: object, _: object) -> Value:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if type(value) in {bool, int, str, date}:
        return cast("Value", value)
    raise TypeError(f"{value!r} is no value of a fact; write true or false, a number, a text, a date or a list of places")


def _day_or_word(value: object, _: object) -> date | str:
    return value if isinstance(value, str) else _strict_date(value, _)


def _word(value: object, cls: type[str]) -> str:
    """Take a text for `str`, and for an enumeration one of its words; cattrs offers both to the hook for `str`."""
    if type(value) is not str:
        raise TypeError(f"{value!r} is not a text in quotes")
    if not issubclass(cls, StrEnum):
        return value
    words = [member.value for member in cls]
    if value not in words:
        raise ValueError(f"'{value}' is not known here{did_you_mean(value, words)}")
    return cls(value)


def _tuple_hook(kind: Any, converter: Converter) -> Callable[[object, object], Any]:  # noqa: ANN401
    inner = list[kind.__args__[0]]  # type: ignore[name-defined]

    def hook(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is not a list: write [...]")
        return tuple(converter.structure(value, inner))

    return hook


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


def _make_converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook(str, _word)
    converter.register_structure_hook(int, _strict(int, "a whole number"))
    converter.register_structure_hook(bool, _strict(bool, "true or false"))
    converter.register_structure_hook(date, _strict_date)
    for exact, hook in _EXACT:
        converter.register_structure_hook_func(lambda kind, exact=exact: kind == exact, hook)
    converter.register_structure_hook_func(_is_optional, lambda value, kind: converter.structure(value, _without_none(kind)))
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    for owner, renamed in ((CitationEntry, {"from_": "from"}), (Expectation, {"not_": "not"})):
        overrides: Any = {name: override(rename=key) for name, key in renamed.items()}
        make: Any = make_dict_structure_fn(owner, converter, _cattrs_forbid_extra_keys=True, **overrides)
        converter.register_structure_hook(owner, make)
    return converter


def _is_optional(kind: object) -> bool:
    return isinstance(kind, UnionType) and type(None) in kind.__args__ and kind not in {Value | None, date | str | None}


def _is_tuple(kind: object) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _without_none(kind: UnionType) -> object:
    kept = [part for part in kind.__args__ if part is not type(None)]
    union: Any = kept[0]
    for part in kept[1:]:
        union |= part
    return union


_converter = _make_converter()
