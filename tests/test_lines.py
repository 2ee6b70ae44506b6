"""Every value of a TOML file has a line, and it is the line on which its key stands."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisrights.reading.library import law_folder
from jurisrights.reading.lines import Lines, paths_in

LAW_FILES = sorted(law_folder().rglob("*.toml"))

EXAMPLE = '''# a comment with [brackets], "quotes and = signs
title = "[[not a header]]"  # [nor = this
text.en = "a # b"
text.ja = """
key = "inside a text"
[neither]
"""
'quoted.key' = 1
"other \\"key\\"" . part = 2
codes = [  # ] does not end here
  "IS",  # Iceland
  "L]I",

  'N"O',
]
length = { months = 1, "in words".en = "one" }
lines = \'\'\'
''two'' quotes\'\'\'\'\'
pairs = [{ a = 1 }, { a = [
  2,
  3] }]
when = 2026-01-01 10:00:00.5

[table]
in = true
[table."sub.table"]
in = false

[[items]]
id = "a"
[[items.days]]
on = "x"
[[items.days]]
on = "y"
[items.more]
deep.key = 1

[[items]]
id = "b"
[[items.days]]
on = "z"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("text",), 3),
        (("text", "en"), 3),
        (("text", "ja"), 4),
        (("quoted.key",), 8),
        (('other "key"', "part"), 9),
        (("codes",), 10),
        (("codes", 0), 11),
        (("codes", 1), 12),
        (("codes", 2), 14),
        (("length", "months"), 16),
        (("length", "in words", "en"), 16),
        (("lines",), 17),
        (("pairs", 1, "a"), 19),
        (("pairs", 1, "a", 0), 20),
        (("pairs", 1, "a", 1), 21),
        (("when",), 22),
        (("table",), 24),
        (("table", "in"), 25),
        (("table", "sub.table", "in"), 27),
        (("items",), 29),
        (("items", 0), 29),
        (("items", 0, "days", 0), 31),
        (("items", 0, "days", 1, "on"), 34),
        (("items", 0, "more", "deep", "key"), 36),
        (("items", 1), 38),
        (("items", 1, "days", 0, "on"), 41),
    ],
)
def test_a_value_stands_on_the_line_of_its_key(path: tuple[str | int, ...], line: int) -> None:
    assert Lines(EXAMPLE).of(path) == line


def test_a_path_that_is_not_there_stands_where_the_table_around_it_stands() -> None:
    assert Lines(EXAMPLE).of(("items", 0, "days", 1, "missing", "key")) == 33
    assert Lines(EXAMPLE).of(("nothing",)) == 1


def test_an_empty_file_has_no_lines() -> None:
    assert Lines("# nothing\n").of(("key",)) is None


def test_a_line_ends_where_toml_says_and_nowhere_else() -> None:
    text = 'a = "\u2028 \u0085 \u00a0"\r\nb = 1\r\n'
    assert Lines(text).of(("b",)) == 2


@pytest.mark.parametrize("path", LAW_FILES, ids=[path.relative_to(law_folder()).as_posix() for path in LAW_FILES])
def test_every_value_of_the_shipped_law_has_its_own_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = Lines(text)
    written = text.split("\n")
    for place in paths_in(tomllib.loads(text)):
        line = lines.of(place)
        assert line is not None
        key = next(part for part in reversed(place) if isinstance(part, str))
        assert isinstance(place[-1], int) or key in written[line - 1]


# Documents in the house style, with everything in them that looks like something else

SCALARS = st.sampled_from(
    [
        "1",
        "-2",
        "true",
        "1.5",
        "2026-01-01",
        "2026-01-01T10:00:00.5Z",
        "10:00:00",
        '""',
        "''",
        '"a # b"',
        "'[[x]]'",
        '"say \\"x\\" = [1]"',
        '"日本 = {"',
        "'\\'",
    ],
)
LONG_TEXTS = st.sampled_from(['"""\nkey = 1\n[x]\n"""', '"""a "quoted" # b\n"""', "'''\n[[x]]\n'''", '"""\n"two""""', "'''x\n''two'''''", '"""a \\\n  b\\""""'])


def arrays(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Write arrays on one line and on several, with comments between."""
    between = st.sampled_from([", ", ",\n  ", ", # ] a comment [\n", "\n , "])
    ends = st.sampled_from(["", "\n", ",", ",\n", " # }\n"])
    filled = st.tuples(st.lists(values, min_size=1, max_size=3), between, ends).map(lambda found: f"[{found[1].join(found[0])}{found[2]}]")
    return filled | st.sampled_from(["[]", "[\n]", "[ # empty ]\n]"])


def inline_tables(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Write tables on one line, with plain, dotted and quoted keys."""
    keys = ("a", "b.c", '"d e"', "'f.g'")
    return st.lists(values, max_size=len(keys)).map(lambda found: "{ " + ", ".join(f"{key} = {value}" for key, value in zip(keys, found, strict=False)) + " }")


VALUES = st.recursive(SCALARS | LONG_TEXTS, lambda inner: arrays(inner) | inline_tables(inner), max_leaves=6)
KEYS = st.sampled_from([("plain",), ("with-dash",), ("text", "en"), ("text", "ja"), ("a b",), ("c.d",), ("e", "f g", "h")])
PAIRS = st.lists(st.tuples(KEYS, VALUES), max_size=4, unique_by=lambda pair: pair[0][0])
HEADERS = st.sampled_from([("[", ("table",)), ("[", ("other", "x y")), ("[[", ("items",)), ("[[", ("items", "days")), ("[[", ("c.d", "e"))])
BETWEEN = st.sampled_from(["", "\n", "# a = [comment\n", "  \n\n"])


def written_key(parts: tuple[str, ...]) -> str:
    """Write a key, with quotes where it needs them."""
    return ".".join(part if part.replace("-", "").isalnum() else f'"{part}"' for part in parts)


Where = dict[tuple[str | int, ...], tuple[int, int]]


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, Where, Where]:
    """Write a document, and note from which to which line each header, and each key with its value, stands."""
    text = ""
    headers: Where = {}
    pairs: Where = {}
    counts = {"items": 0, "days": 0, "e": 0}
    for bracket, header in [("", ()), *draw(st.lists(HEADERS, max_size=5))]:
        path: tuple[str | int, ...] = header
        if path in headers or (header == ("items", "days") and not counts["items"]):
            continue
        if header:
            text += f"{draw(BETWEEN)}{bracket}{written_key(header)}{']' * len(bracket)}\n"
        if bracket == "[[":
            path = ("items", counts["items"] - 1, "days", counts["days"]) if header == ("items", "days") else (*header, counts[header[-1]])
            counts[header[-1]] += 1
            counts["days"] *= header != ("items",)
        if header:
            headers[path] = (text.count("\n"), text.count("\n"))
        for key, value in draw(PAIRS):
            if not header and key == ("c.d",):
                continue  # the name of an array of tables further down
            text += draw(BETWEEN)
            first = text.count("\n") + 1
            text += f"{written_key(key)} = {value}{draw(st.sampled_from(['', '  # = [a comment']))}\n"
            pairs[*path, *key] = (first, text.count("\n"))
    return text, headers, pairs


@given(documents())
def test_every_value_of_any_document_has_the_right_line(document: tuple[str, Where, Where]) -> None:
    text, headers, pairs = document
    lines = Lines(text)
    paths = paths_in(tomllib.loads(text))
    for path, (first, _) in {**headers, **pairs}.items():
        assert lines.of(path) == first
    for path, (first, last) in pairs.items():
        for inner in paths:
            if inner[: len(path)] == path:
                line = lines.of(inner)
                assert line is not None
                assert first <= line <= last
    assert all(lines.of(path) is not None for path in paths)
