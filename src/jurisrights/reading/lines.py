"""On which line of a TOML file a value stands; `tomllib` does not keep that.

Relies on the house style, one key a line and headers alone on a line; what it cannot place falls back to the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")
_STRING = re.compile(r'"(?:\\.|[^"\\])*"' + r"|'[^']*'")
_FENCES = ('"""', "'''")


class Lines:
    """The line of every key and table of one TOML text."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        self._open: str | int = 0  # a fence that is open, or how many brackets are
        for number, line in enumerate(text.splitlines(), start=1):
            self._read(number, line)

    def of(self, path: Path) -> int | None:
        """Give the line of a path, or of the nearest table around it, or None for an empty file."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._lines:
                return self._lines[path[:length]]
        return 1 if self._lines else None

    def _read(self, number: int, line: str) -> None:
        if isinstance(self._open, str):
            if self._open in line:
                self._open = 0
        elif self._open:
            self._open = max(0, self._open + _depth(line))
        elif header := _HEADER.match(line):
            self._enter(number, header[1] == "[[", _parts(header[2]))
        elif key := _KEY.match(line):
            path = self._table
            for part in _parts(key[1]):
                path = (*path, part)
                self._lines.setdefault(path, number)
            self._open = _left_open(line[key.end() :])

    def _enter(self, number: int, is_array: bool, parts: list[str]) -> None:  # noqa: FBT001
        path: Path = ()
        for part in parts[:-1]:
            path = (*path, part)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, parts[-1])
        if is_array:
            index = self._counts.get(path, 0)
            self._counts[path] = index + 1
            self._lines.setdefault(path, number)
            path = (*path, index)
        self._table = path
        self._lines.setdefault(path, number)


def _parts(key: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(key)]


def _depth(line: str) -> int:
    bare = _STRING.sub("", line).split("#", 1)[0]
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")


def _left_open(value: str) -> str | int:
    for fence in _FENCES:
        if value.strip().startswith(fence):
            return 0 if value.count(fence) > 1 else fence
    return max(0, _depth(value))


def paths_in(value: object, path: Path = ()) -> Mapping[Path, object]:
    """Give every path of a parsed TOML value; used to prove that each has a line."""
    found: dict[Path, object] = {path: value} if path else {}
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        found.update(paths_in(inner, (*path, key)))
    return found
