"""One parsed TOML table into one frozen class, strictly: no unknown keys, no silent conversion, every problem with its line.

`values` says how each kind of value is read; here stand the file, and the way from what cattrs reports to our problems.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

import attrs
from cattrs.errors import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError, IterableValidationNote

from jurisrights.errors import DataError, Problem
from jurisrights.reading.lines import Lines, Path
from jurisrights.reading.values import CONVERTER
from jurisrights.reading.words import did_you_mean, shown

__all__ = ["TomlFile", "did_you_mean", "shown", "structure"]

T = TypeVar("T")

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})
_ELSEWHERE: Final = {
    "id": "a provision is named by its file, a regime by its folder",
    "facts": "facts stand in facts.toml",
    "definitions": "definitions stand in facts.toml",
}


class TomlFile:
    """One TOML file: its name for messages, its tables, and the line of each value."""

    def __init__(self, name: str, content: bytes) -> None:
        """Parse the file.

        Raises:
            DataError: it is not UTF-8 without a byte order mark, or not TOML.
        """
        self.name = name
        self._text = _decoded(name, content)
        self.tables: dict[str, Any] = _parsed(name, self._text)

    @functools.cached_property
    def lines(self) -> Lines:
        """The line of each value; looked for when there is a problem to report."""
        return Lines(self._text)

    def line_of(self, path: Path) -> int | None:
        """Give the line of a value, or of the nearest table around it."""
        return self.lines.of(path)

    def problem(self, path: Path, rule: str, message: str) -> Problem:
        """Make a problem at a place in this file."""
        return Problem(file=self.name, line=self.lines.of(path), rule=rule, message=message)


def _decoded(name: str, content: bytes) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"the byte {content[error.start]:#04x} is not UTF-8; save the file as UTF-8"
        raise DataError([Problem(file=name, line=line, rule="encoding", message=message)]) from None
    if text.startswith("\ufeff"):
        message = "the file begins with a byte order mark; save it as UTF-8 without one (`UTF-8`, not `UTF-8 with BOM`)"
        raise DataError([Problem(file=name, line=1, rule="encoding", message=message)])
    return text


def _parsed(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, message = _toml_error(str(error), text)
    except RecursionError:
        line, message = None, "the brackets are nested too deeply"
    except ValueError:  # Python reads no number of thousands of digits
        line, message = None, "a number has too many digits"
    raise DataError([Problem(file=name, line=line, rule="toml", message=message)])


def _toml_error(message: str, text: str) -> tuple[int | None, str]:
    head, _, place = message.rpartition(" (at ")
    if place.startswith("line "):
        return int(place.split()[1].rstrip(",")), head
    return text.rstrip("\n").count("\n") + 1, f"{head} at the end of the file"


def structure(file: TomlFile, cls: type[T], *, given: Mapping[str, object] = _NOTHING) -> T:
    """Turn the file's tables into a value of the class; `given` are fields that stand elsewhere (see `_ELSEWHERE`).

    Raises:
        DataError: with every problem of the file.
    """
    problems = [file.problem((key,), "unknown key", f"'{key}' does not stand in this file: {_ELSEWHERE[key]}") for key in given if key in file.tables]
    try:
        made = CONVERTER.structure({**file.tables, **given}, cls)
    except BaseValidationError as error:
        raise DataError([*problems, *_problems(file, error, ())]) from None
    if problems:
        raise DataError(problems)
    return made


def _problems(file: TomlFile, error: BaseException, path: Path) -> Iterator[Problem]:
    match error:
        case BaseValidationError(exceptions=inner_errors):
            for inner in inner_errors:
                yield from _problems(file, inner, (*path, *_step_of(inner)))
        case ForbiddenExtraKeysError(cl=cls, extra_fields=keys):
            known = [attribute.name.rstrip("_") for attribute in attrs.fields(cast("Any", cls))]
            for key in sorted(keys):
                yield file.problem((*path, key), "unknown key", f"'{key}' is no key of this table{did_you_mean(key, known)}")
        case KeyError(args=(name, *_)):
            yield file.problem(path[:-1], "missing key", f"'{str(name).rstrip('_')}' is missing")
        case _:
            where = ".".join(str(part) for part in path)
            yield file.problem(path, "wrong value", f"{where}: {error}")


def _step_of(error: BaseException) -> Path:
    """Give the key or index that cattrs notes on an error."""
    notes = [note for note in getattr(error, "__notes__", ()) if isinstance(note, AttributeValidationNote | IterableValidationNote)]
    return tuple(note.name.rstrip("_") if isinstance(note, AttributeValidationNote) else note.index for note in notes[:1])
