r"""On which line of a TOML file a value stands; `tomllib` does not keep that.

It reads text that `tomllib` has accepted, so it looks for the shape alone: headers, keys, arrays, inline tables, ends of values.

>>> Lines('[[grounds]]\nid = "a"\ntext.en = "..."').of(("grounds", 0, "text", "en"))
3
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]

_PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'  # texts over several lines; up to two quotes may stand before the closing three
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'"
    r"|#[^\n]*"
    r"|[\n\[\]{},=.]"
    r"""|[^\s\[\]{},=.#"']+""",
    re.DOTALL,
)
_END = ""


class Lines:
    """The line of every key, table and array element of one TOML text."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._pieces = _pieces(text)
        self._step()
        table: Path = ()
        while self._piece != _END:
            if self._piece == "\n":
                self._step()
            elif self._piece == "[":
                table = self._header()
            else:
                self._pair(table)

    def of(self, path: Path) -> int | None:
        """Give the line of a path, or of the nearest table around it, or None for an empty file."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._lines:
                return self._lines[path[:length]]
        return 1 if self._lines else None

    def _step(self) -> str:
        """Go to the next piece; give the one that was left."""
        left = getattr(self, "_piece", _END)
        self._piece, self._line = next(self._pieces)
        return left

    def _header(self) -> Path:
        line = self._line
        self._step()
        is_array = self._piece == "["
        if is_array:
            self._step()
        *before, last = self._key()
        path: Path = ()
        for part in before:
            path = (*path, part)
            self._lines.setdefault(path, line)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, last)
        self._lines.setdefault(path, line)
        if is_array:
            index = self._counts.get(path, 0)
            self._counts[path] = index + 1
            path = (*path, index)
            self._lines[path] = line
        self._to_end_of_value()
        while self._piece == "]":
            self._step()
        return path

    def _key(self) -> list[str]:
        parts = [_bare(self._step())]
        while self._piece == ".":
            self._step()
            parts.append(_bare(self._step()))
        return parts

    def _pair(self, path: Path) -> None:
        line = self._line
        for part in self._key():
            path = (*path, part)
            self._lines.setdefault(path, line)
        self._step()  # the sign =
        self._value(path)

    def _value(self, path: Path) -> None:
        if self._piece == "[":
            self._array(path)
        elif self._piece == "{":
            self._inline_table(path)
        else:
            self._to_end_of_value()

    def _array(self, path: Path) -> None:
        self._step()
        index = 0
        while self._piece != "]":
            if self._piece in {",", "\n"}:
                self._step()
                continue
            self._lines[(*path, index)] = self._line
            self._value((*path, index))
            index += 1
        self._step()

    def _inline_table(self, path: Path) -> None:
        self._step()
        while self._piece != "}":
            if self._piece in {",", "\n"}:
                self._step()
            else:
                self._pair(path)
        self._step()

    def _to_end_of_value(self) -> None:
        while self._piece not in {",", "]", "}", "\n", _END}:
            self._step()


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    line = 1
    for match in _PIECE.finditer(text):
        piece = match[0]
        if not piece.startswith("#"):
            yield piece, line
        line += piece.count("\n")
    while True:
        yield _END, line


def _bare(piece: str) -> str:
    """Give the key that a piece writes."""
    return str(tomllib.loads(f"key = {piece}")["key"]) if piece[0] in "\"'" else piece


def paths_in(value: object, path: Path = ()) -> Mapping[Path, object]:
    """Give every path of a parsed TOML value; used to prove that each has a line."""
    found: dict[Path, object] = {path: value} if path else {}
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        found.update(paths_in(inner, (*path, key)))
    return found
