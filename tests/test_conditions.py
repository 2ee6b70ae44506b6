"""Conditions: what may be written, what is refused and with which words, and that no text does anything else."""

from __future__ import annotations

import contextlib
import time
import warnings
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jurisrights.model.conditions import (
    After,
    AllOf,
    AnyOf,
    Choices,
    Compare,
    Inside,
    Literal,
    Name,
    Node,
    Not,
    WorkingDay,
)
from jurisrights.model.law import Fact
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import About, Asks, Kind, Silence
from jurisrights.reading.conditions import MAX_CHARACTERS, ConditionError, parse_condition
from jurisrights.reading.kinds import Names, fault_in_law_value, fault_in_value
from jurisrights.reading.library import Law

SMALL_LAW = Path(__file__).parent / "small_law"


# What may be written


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a", Name("a")),
        ("  a  ", Name("a")),
        ("(a)", Name("a")),
        ("True", Literal(value=True)),
        ("False", Literal(value=False)),
        ("not a", Not(Name("a"))),
        ("a and b and c", AllOf((Name("a"), Name("b"), Name("c")))),
        ("a or b", AnyOf((Name("a"), Name("b")))),
        ("a and (b or not c)", AllOf((Name("a"), AnyOf((Name("b"), Not(Name("c"))))))),
        ("(a\n or b)", AnyOf((Name("a"), Name("b")))),
        ("a == 'x'", Compare(Name("a"), "==", Literal("x"))),
        ('a != "x"', Compare(Name("a"), "!=", Literal("x"))),
        ("a == '# 1st'", Compare(Name("a"), "==", Literal("# 1st"))),
        ("a == b", Compare(Name("a"), "==", Name("b"))),
        ("a < 18", Compare(Name("a"), "<", Literal(18))),
        ("a <= -18", Compare(Name("a"), "<=", Literal(-18))),
        ("a > 0", Compare(Name("a"), ">", Literal(0))),
        ("a >= 1", Compare(Name("a"), ">=", Literal(1))),
        ("18 > a", Compare(Name("a"), "<", Literal(18))),
        ("18 <= a", Compare(Name("a"), ">=", Literal(18))),
        ("'x' == a", Compare(Name("a"), "==", Literal("x"))),
        ("1 < a < 5", AllOf((Compare(Name("a"), ">", Literal(1)), Compare(Name("a"), "<", Literal(5))))),
        ("1 == 2", Compare(Literal(1), "==", Literal(2))),
        ("a in ('x', 'y')", Compare(Name("a"), "in", Choices(("x", "y")))),
        ("a in ['x']", Compare(Name("a"), "in", Choices(("x",)))),
        ("a not in (1, 2)", Not(Compare(Name("a"), "in", Choices((1, 2))))),
        ("a < date(2022, 1, 31)", Compare(Name("a"), "<", Literal(date(2022, 1, 31)))),
        ("date(2022, 1, 31) < a", Compare(Name("a"), ">", Literal(date(2022, 1, 31)))),
        ("a in (date(2022, 1, 1), date(2023, 1, 1))", Compare(Name("a"), "in", Choices((date(2022, 1, 1), date(2023, 1, 1))))),
        ("inside(a, 'eea')", Inside(Name("a"), "eea")),
        ("wholly_inside(a, 'eea')", Inside(Name("a"), "eea", wholly=True)),
        ("after(a, months=6) < received", Compare(After(Name("a"), "months", 6), "<", Name("received"))),
        ("received > after(after(a, days=1), years=100)", Compare(Name("received"), ">", After(After(Name("a"), "days", 1), "years", 100))),
        ("received > working_day(after(a, days=90), 'rest')", Compare(Name("received"), ">", WorkingDay(After(Name("a"), "days", 90), "rest"))),
    ],
)
def test_a_condition_is_read(text: str, tree: Node) -> None:
    condition = parse_condition(text)
    assert (condition.text, condition.tree) == (text, tree)


def test_the_names_in_a_condition_are_known() -> None:
    condition = parse_condition(
        "a and (b == c or not inside(d, 'eea')) and e in ('x',) and after(f, weeks=2) < received and g == 1 and received > working_day(h, 'i')"
    )
    assert condition.names == {"a", "b", "c", "d", "e", "f", "received", "g", "h"}


# What is refused, and with which words

_SEE = " is not allowed in a condition; see docs/law-format.md, Conditions"
_AFTER = ": write after(day, months=6), with one of days, weeks, months, years and at most 100 years"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' is not a condition: invalid syntax"),
        ("a and", "'a and' is not a condition: invalid syntax"),
        ("a = 'b'", "\"a = 'b'\" is not a condition: invalid syntax; to compare, write == with two signs"),
        ("a = 1", None),
        ("a\nb", "'a\\nb' is not a condition: invalid syntax"),
        ("a\x00", None),
        ("a\ud800", None),
        ("lambda: True", f"'lambda: True'{_SEE}"),
        ("a.b", f"'a.b'{_SEE}"),
        ("a['b']", f"\"a['b']\"{_SEE}"),
        ("a.b()", f"'a.b()'{_SEE}"),
        ("f'{a}'", f"\"f'{{a}}'\"{_SEE}"),
        ("b'a'", f"\"b'a'\"{_SEE}"),
        ("(a := True)", f"'a := True'{_SEE}"),
        ("[x for x in a]", f"'[x for x in a]'{_SEE}"),
        ("{x for x in a}", f"'{{x for x in a}}'{_SEE}"),
        ("a if b else c", f"'a if b else c'{_SEE}"),
        ("a + 1 > 2", f"'a + 1'{_SEE}"),
        ("a & b", f"'a & b'{_SEE}"),
        ("~a", f"'~a'{_SEE}"),
        ("-a > 1", f"'-a'{_SEE}"),
        ("-True", f"'-True'{_SEE}"),
        ("a == 1.5", f"'1.5'{_SEE}"),
        ("None", f"'None'{_SEE}"),
        ("...", f"'...'{_SEE}"),
        ("await a", None),
        ("*a", None),
        ("(yield)", f"'yield'{_SEE}"),
        ("a == ('x', 'y')", f"\"('x', 'y')\"{_SEE}"),
        ("a is b", "'a is b': use == != < <= > >= in"),
        ("a is not b is c", "'a is not b is c': use == != < <= > >= in"),
        ("a < b is True", "'a < b is True': use == != < <= > >= in"),
        ("a in b", "'b': after `in` stands a list of values: ('a', 'b')"),
        ("a in ('x')", "\"'x'\": after `in` stands a list of values: ('a', 'b')"),
        ("a in ()", "'()': after `in` stands a list of values: ('a', 'b')"),
        ("a in ('x', b)", "'b': after `in` stand values only"),
        ("exec('a')", "'exec' is not a word of conditions; there are date, inside, wholly_inside, after and working_day"),
        ("__import__('os')", "'__import__' is not a word of conditions; there are date, inside, wholly_inside, after and working_day"),
        ("date(2022, 13, 1) < a", None),
        ("date(2022, 1) < a", "'date(2022, 1)': write date(2022, 1, 31)"),
        ("date(2022, 1, b) < a", "'date(2022, 1, b)': write date(2022, 1, 31)"),
        ("date(2022, 1, True) < a", "'date(2022, 1, True)': write date(2022, 1, 31)"),
        ("date(2022, 1, day=1) < a", "'date(2022, 1, day=1)': write date(2022, 1, 31)"),
        (f"date({'9' * 40}, 1, 1) < a", None),
        ("inside('DE', 'eea')", "\"inside('DE', 'eea')\": write inside(place_fact, 'territory')"),
        ("wholly_inside(a)", "'wholly_inside(a)': write wholly_inside(place_fact, 'territory')"),
        ("inside(a, eea)", "'inside(a, eea)': write inside(place_fact, 'territory')"),
        ("inside(a)", "'inside(a)': write inside(place_fact, 'territory')"),
        ("after(a) < b", f"'after(a)'{_AFTER}"),
        ("after(a, 6) < b", f"'after(a, 6)'{_AFTER}"),
        ("after(a, months=0) < b", f"'after(a, months=0)'{_AFTER}"),
        ("after(a, months=-6) < b", f"'after(a, months=-6)'{_AFTER}"),
        ("after(a, months=True) < b", f"'after(a, months=True)'{_AFTER}"),
        ("after(a, months=1, days=1) < b", f"'after(a, months=1, days=1)'{_AFTER}"),
        ("after(a, years=101) < b", f"'after(a, years=101)'{_AFTER}"),
        ("after(a, hours=1) < b", f"'after(a, hours=1)'{_AFTER}"),
        ("after(a, **b) < c", f"'after(a, **b)'{_AFTER}"),
        ("working_day(a) < b", "'working_day(a)': write working_day(day, 'calendar')"),
        ("working_day(a, b) < c", "'working_day(a, b)': write working_day(day, 'calendar')"),
        ("a # and not b", "'a # and not b': a comment stands outside the condition"),
        ("a == '\\d'", "\"a == '\\\\d'\": a condition has no backslash"),
        ("a \\\n and b", "'a \\\\\\n and b': a condition has no backslash"),
        ("a == 1or b", "'a == 1or b': write numbers in figures alone, with a space behind them"),
        ("a == 0x10", "'a == 0x10': write numbers in figures alone, with a space behind them"),
        ("a == 1_000", "'a == 1_000': write numbers in figures alone, with a space behind them"),
        ("a == 1e3", "'a == 1e3': write numbers in figures alone, with a space behind them"),
        ("a" * 501, "the condition has 501 characters, at most 500 are allowed; name parts of it as definitions"),
        (" or ".join("a" * 61), "the condition has 62 parts, at most 60 are allowed; name parts of it as definitions"),
        ("(" * 250 + "a" + ")" * 249, None),
        ("not " * 124 + "a", "the condition has 125 parts, at most 60 are allowed; name parts of it as definitions"),
    ],
)
def test_what_is_no_condition_is_refused_with_its_reason(text: str, message: str | None) -> None:
    """Where the words are Python's own, and differ between its versions, no message is held."""
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)
    if message is not None:
        assert str(caught.value) == message


_WORDS = """
a b received True False None and or not in is if else for lambda == != < <= > >= = := ( ) [ ] { } , . : ; * ** - + ~ @ 1 0 1.5 0x1 1j 99999 'x' 'eea'
f'{a}' b'x' \\ # date(2022,1,1) inside(a,'eea') after(a,months=6) working_day(a,'x') date inside after exec( __import__ await yield 日本 ａ
"""
WORDS = st.sampled_from([*_WORDS.split(), "\n", "\t"])


@given(st.text(max_size=600) | st.lists(WORDS, max_size=60).map(" ".join) | st.lists(WORDS, max_size=30).map("".join))
@example("'" * 400)
@example("(" * 499)
@example("-" * 499 + "1")
@example("[" * 250 + "]" * 250)
@example("{" * 499)
@example("f'" + "{" * 400)
@example("9" * 499)
@example("a==" * 160 + "a")
@example("\ufeffa")
def test_any_text_is_a_condition_or_is_refused_at_once(text: str) -> None:
    """Warnings are errors here: Python itself would only warn of some of what is refused."""
    began = time.perf_counter()
    with warnings.catch_warnings(), contextlib.suppress(ConditionError):
        warnings.simplefilter("error")
        assert len(parse_condition(text).text) <= MAX_CHARACTERS
    assert time.perf_counter() - began < 1


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_condition_makes_sense_under_a_law_or_its_faults_are_said(text: str) -> None:
    try:
        condition = parse_condition(text)
    except ConditionError:
        return
    assert all(NAMES.faults(condition.tree))


# What makes sense


def fact(name: str, kind: Kind, *values: str) -> Fact:
    """Make a fact about which nothing else matters."""
    return Fact(id=name, kind=kind, about=About.DATA, asks=Asks.REQUESTER, silence=Silence.ASK, question=Text(), values=values)


FACTS = {kind.value.replace("-", "_"): fact(kind.value.replace("-", "_"), kind, *(("x", "y") if kind is Kind.CHOICE else ())) for kind in Kind}
NAMES = Names({**FACTS, "a": fact("a", Kind.PLACE), "other": fact("other", Kind.CHOICE, "x")}, frozenset({"minor"}), frozenset({"eea"}), frozenset({"rest"}))


@pytest.mark.parametrize(
    "text",
    [
        "True",
        "yes_no",
        "minor and not yes_no",
        "minor == yes_no",
        "minor != True",
        "choice == 'x' or choice in ('x', 'y')",
        "choice == other",
        "extent != 'no'",
        "18 <= number < 20",
        "date < date(2022, 1, 1)",
        "date in (date(2022, 1, 1), date(2023, 1, 1))",
        "received >= date(2022, 1, 1)",
        "after(date, months=6) < received",
        "after(received, days=1) == after(date, days=1)",
        "after(after(date, days=1), days=1) > date(2022, 1, 1)",
        "received > working_day(after(date, days=90), 'rest')",
        "inside(place, 'eea') and inside(places, 'DE-HH')",
        "place == 'DE-HH' or place in ('DE', 'FR')",
    ],
)
def test_a_sensible_condition_has_no_fault(text: str) -> None:
    assert list(NAMES.faults(parse_condition(text).tree)) == []


_SIDES = "a comparison has facts and values on its sides; `and`, `or`, `not`, inside(...) and other comparisons stand alone"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("number and choice", ["'number' is no yes-no fact; compare it with something", "'choice' is no yes-no fact; compare it with something"]),
        ("after(date, days=1)", ["after('date', ...) is neither true nor false"]),
        ("received", ["'received' is no yes-no fact; compare it with something"]),
        ("1 or 'x'", ["1 is neither true nor false", "'x' is neither true nor false"]),
        (
            "numbr < othr",
            ["'numbr' is no declared fact or definition; did you mean 'number'?", "'othr' is no declared fact or definition; did you mean 'other'?"],
        ),
        ("yes_no == 'x'", ["'yes_no' cannot be 'x': it is yes or no (true or false)"]),
        ("number == True", ["'number' cannot be true: it is a whole number"]),
        ("yes_no > True", ["'yes_no' has no order; use == or !="]),
        ("date == 2022", ["'date' cannot be 2022: it is a date"]),
        ("place == 1", ["'place' cannot be 1: it is a place"]),
        ("after(number, days=1) < received", ["'number' is no date; after(...) needs one"]),
        ("after(5, days=1) < received", ["5 is no date; after(...) needs one"]),
        ("after('today', days=1) < received", ["'today' is no date; after(...) needs one"]),
        ("after(minor and yes_no, days=1) < received", [_SIDES]),
        ("(yes_no or minor) == yes_no", [_SIDES]),
        ("after(yesno, days=1) < received", ["'yesno' is no declared fact or definition; did you mean 'yes_no'?"]),
        ("after(date, days=1) == 5", ["after('date', ...) cannot be compared with 5"]),
        ("working_day(number, 'rest') < received", ["'number' is no date; working_day(...) needs one"]),
        ("working_day(date, 'rets') < received", ["'rets' is no calendar of this regime; did you mean 'rest'?"]),
        ("working_day(date, 'rest')", ["working_day('date', ...) is neither true nor false"]),
        ("received == 'today'", ["'received' cannot be compared with 'today'"]),
        ("inside(received, 'eea')", ["'received' is no place"]),
    ],
)
def test_a_senseless_condition_has_its_faults_said(text: str, faults: list[str]) -> None:
    assert list(NAMES.faults(parse_condition(text).tree)) == faults


# The values of facts


@pytest.mark.parametrize(
    ("kind", "sound", "faulty"),
    [
        ("yes_no", [True, False], [1, "yes", None]),
        ("number", [0, -1, 10**30], [True, 1.0, "1"]),
        ("choice", ["x"], ["z", True, ["x"]]),
        ("extent", ["no", "partly", "entirely"], ["yes", False]),
        ("date", [date(1800, 1, 1), date(2200, 12, 31)], [date(1799, 12, 31), date.max, "2026-01-01", 2026]),
        ("place", ["DE", "Germany"], [1, ["DE"]]),
        ("places", [["DE", "FR"], ("DE",), []], ["DE", [1]]),
    ],
)
def test_a_value_fits_its_fact_or_the_reason_is_said(kind: str, sound: list[object], faulty: list[object]) -> None:
    assert [fault_in_value(FACTS[kind], value) for value in sound] == [None] * len(sound)
    assert all(fault_in_value(FACTS[kind], value) for value in faulty)


def test_in_the_law_a_place_is_a_code() -> None:
    assert fault_in_law_value(FACTS["place"], "DE-HH") is None
    assert fault_in_law_value(FACTS["places"], ("DE", "US-CA")) is None
    assert fault_in_law_value(FACTS["place"], "Germany") == "'Germany' is no ISO 3166 code; write 'DE' or 'DE-HH'"
    assert fault_in_law_value(FACTS["number"], 3) is None


def test_the_conditions_of_a_law_file_are_read_once_and_keep_their_text() -> None:
    grounds = Law(SMALL_LAW).provisions("nz-moa").provisions[1].grounds
    assert [ground.when.text for ground in grounds] == ["moa_sighted or chick"]
