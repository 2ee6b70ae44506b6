"""Whether a condition holds: in three values, never more certain than the facts, and asking no more than matters."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Mapping
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisrights.deciding.places import Places
from jurisrights.deciding.truth import Case, Verdict
from jurisrights.model.conditions import Value
from jurisrights.model.law import Definition, Fact, TerritoryRow, TerritoryStatus
from jurisrights.model.lengths import Citation
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import EXTENTS, About, Asks, Holds, Kind, Right, Silence
from jurisrights.reading.conditions import ConditionError, parse_condition
from jurisrights.reading.kinds import Names

DAY = date(2026, 5, 1)
PLACES = Places.from_tables({})


def fact(name: str, kind: Kind, *values: str, silence: Silence = Silence.ASK, assume: Value | None = None, follow: str | None = None) -> Fact:
    """Make a fact; with a value to assume or a fact to follow, silence assumes."""
    return Fact(
        id=name,
        kind=kind,
        about=About.DATA,
        asks=Asks.REQUESTER,
        silence=silence if assume is None and follow is None else Silence.ASSUME,
        question=Text(),
        values=values,
        assume=assume,
        follow=follow,
    )


def definition(name: str, when: str, first: date | None = None, last: date | None = None) -> Definition:
    """Make a definition."""
    return Definition(id=name, when=parse_condition(when), citation=Citation(), text=Text(), in_force_from=first, in_force_until=last)


def row(status: str, *codes: str, first: date | None = None, last: date | None = None) -> TerritoryRow:
    """Make a row of the territory `land`."""
    return TerritoryRow(territory="land", codes=codes, status=TerritoryStatus(status), citation=Citation(), in_force_from=first, in_force_until=last)


FACTS = {
    item.id: item
    for item in (
        fact("x", Kind.YES_NO),
        fact("y", Kind.YES_NO),
        fact("shown", Kind.YES_NO, silence=Silence.OPEN),
        fact("alive", Kind.YES_NO, assume=True),
        fact("adult", Kind.YES_NO, assume=True),
        fact("kind", Kind.CHOICE, "a", "b", "c"),
        fact("role", Kind.CHOICE, "boss", "helper", assume="boss"),
        fact("extent", Kind.EXTENT),
        fact("age", Kind.NUMBER),
        fact("limit", Kind.NUMBER),
        fact("years", Kind.NUMBER, follow="age"),
        fact("day", Kind.DATE),
        fact("residence", Kind.PLACE),
        fact("location", Kind.PLACE, follow="residence"),
        fact("workplace", Kind.PLACE, follow="location"),
        fact("offices", Kind.PLACES, follow="residence"),
        fact("seat", Kind.PLACE, follow="residence", assume="JP"),
        fact("minor_in_law", Kind.YES_NO, follow="minor"),
        fact("local", Kind.YES_NO, follow="at_home"),
    )
}
DEFINITIONS = {
    "minor": (definition("minor", "age < 18", last=date(2022, 3, 31)), definition("minor", "age < 20", first=date(2026, 1, 1))),
    "at_home": (definition("at_home", "inside(residence, 'land')"),),
    "settled": (definition("settled", "x and alive"),),
}
TERRITORIES = {
    "land": (row("in", "DE", "US-CA"), row("out", "DE-HH"), row("unclear", "SJ"), row("in", "GB", last=date(2020, 12, 31)), row("out", "US-NY")),
}


class OpenOnMondays:
    """A calendar with one working day in the week."""

    def is_working_day(self, day: date) -> bool:
        return day.weekday() == 0

    def is_provisional(self, year: int) -> bool:
        return year > DAY.year


def case(received: date = DAY, /, **stated: Value) -> Case:
    """Make a case under the facts, definitions, territories and calendar above."""
    return Case(received, stated, FACTS, DEFINITIONS, TERRITORIES, PLACES, calendars={"mondays": OpenOnMondays()})


def judged(text: str, received: date = DAY, /, **stated: Value) -> Verdict:
    """Test a condition in a case."""
    return case(received, **stated).test(parse_condition(text))


def unknown(*names: str) -> Verdict:
    """Give the verdict that is open because of these facts alone."""
    return Verdict(None, unknown=frozenset(names))


YES, NO = Verdict(value=True), Verdict(value=False)


def test_a_request_can_say_a_fact_by_itself() -> None:
    asked = attrs.evolve(FACTS["x"], implied_by=(Right.ERASURE,))
    about = {right: Case(DAY, {}, {"x": asked}, {}, {}, PLACES, asked=right).test(parse_condition("x")) for right in (Right.ERASURE, Right.ACCESS, None)}
    assert about == {Right.ERASURE: Verdict(value=True, assumed=frozenset("x")), Right.ACCESS: unknown("x"), None: unknown("x")}
    assert Case(DAY, {"x": False}, {"x": asked}, {}, {}, PLACES, asked=Right.ERASURE).test(parse_condition("x")) == NO


# Three values


@pytest.mark.parametrize(
    ("text", "stated", "verdict"),
    [
        ("x", {"x": True}, YES),
        ("x", {"x": False}, NO),
        ("x", {}, unknown("x")),
        ("not x", {"x": True}, NO),
        ("not x", {}, unknown("x")),
        ("x and y", {"x": False}, NO),
        ("x and y", {"x": True}, unknown("y")),
        ("x or y", {"x": True}, YES),
        ("x or y", {"x": False}, unknown("y")),
        ("x or y", {}, unknown("x", "y")),
        ("x == y", {"x": True}, unknown("y")),
        ("x == y", {"x": True, "y": True}, YES),
        ("x != True", {"x": True}, NO),
        ("True", {}, YES),
        ("False or x", {"x": False}, NO),
        ("kind == 'a'", {"kind": "a"}, YES),
        ("kind in ('a', 'b')", {"kind": "c"}, NO),
        ("kind not in ('a', 'b')", {"kind": "c"}, YES),
        ("kind in ('a', 'b')", {}, unknown("kind")),
        ("extent != 'no'", {"extent": "partly"}, YES),
        ("18 <= age < 20", {"age": 18}, YES),
        ("18 <= age < 20", {"age": 20}, NO),
        ("age > 1 and age <= 3", {"age": 3}, YES),
        ("age < limit", {"age": 3}, unknown("limit")),
        ("age < limit", {"age": 3, "limit": 4}, YES),
        ("day < date(2026, 1, 1)", {"day": date(2025, 12, 31)}, YES),
        ("day < received", {"day": DAY}, NO),
        ("after(day, months=1) >= date(2026, 2, 28)", {"day": date(2026, 1, 31)}, YES),
        ("after(day, months=1) > date(2026, 2, 28)", {"day": date(2026, 1, 31)}, NO),
        ("after(day, weeks=1) < received", {}, unknown("day")),
        ("after(received, years=1) > date(2027, 4, 30)", {}, YES),
        ("working_day(day, 'mondays') == date(2026, 6, 1)", {"day": date(2026, 5, 26)}, YES),
        ("working_day(day, 'mondays') == date(2026, 6, 1)", {"day": date(2026, 6, 1)}, YES),
        ("working_day(after(day, days=1), 'mondays') == date(2026, 6, 8)", {"day": date(2026, 6, 1)}, YES),
        ("working_day(day, 'mondays') < received", {}, unknown("day")),
        ("received >= date(2026, 5, 1)", {}, YES),
    ],
)
def test_what_is_unknown_stays_unknown_unless_the_rest_decides(text: str, stated: Mapping[str, Value], verdict: Verdict) -> None:
    assert judged(text, **stated) == verdict


def test_a_verdict_speaks_the_words_of_a_decision() -> None:
    assert [verdict.holds for verdict in (YES, NO, unknown("x"))] == [Holds.YES, Holds.NO, Holds.OPEN]
    assert Verdict(None, frozenset("b"), frozenset("a")).facts == ("a", "b")


def test_an_open_fact_is_unknown_like_an_asked_one() -> None:
    assert judged("shown") == unknown("shown")


def test_a_definition_is_read_as_its_version_of_the_day_and_is_no_between() -> None:
    assert judged("minor", date(2022, 3, 31), age=18) == NO
    assert judged("minor", date(2026, 1, 1), age=18) == YES
    assert judged("minor", date(2025, 1, 1), age=3) == NO
    assert judged("minor", date(2025, 1, 1)) == NO
    assert judged("minor == True", age=18) == YES
    assert judged("minor") == unknown("age")


# What carries a verdict


@pytest.mark.parametrize(
    ("text", "stated", "assumed"),
    [
        ("alive", {}, {"alive"}),
        ("alive", {"alive": True}, set()),
        ("alive and adult", {}, {"alive", "adult"}),
        ("alive or adult", {"adult": True}, set()),
        ("alive and x or y", {"x": True, "y": True}, set()),
        ("not alive and x", {"x": False}, set()),
        ("not alive and x", {"x": True}, {"alive"}),
        ("alive and adult or role == 'boss'", {}, {"role"}),
        ("role == 'helper' and not alive", {"alive": True}, set()),
        ("settled", {"x": True}, {"alive"}),
        ("not settled", {"x": False}, set()),
        ("alive and x", {}, {"alive"}),
    ],
)
def test_only_the_assumptions_that_carry_a_verdict_are_listed(text: str, stated: Mapping[str, Value], assumed: set[str]) -> None:
    assert judged(text, **stated).assumed == assumed


# Facts that follow others


def test_a_fact_takes_the_value_of_the_one_that_it_follows_and_says_so() -> None:
    assert judged("inside(workplace, 'DE')", residence="DE") == Verdict(value=True, assumed=frozenset({"workplace", "location"}))
    assert judged("inside(workplace, 'DE')", residence="DE", location="JP") == Verdict(value=False, assumed=frozenset({"workplace"}))
    assert judged("inside(workplace, 'DE')", workplace="DE") == YES


def test_while_nothing_is_known_the_first_of_the_chain_is_asked() -> None:
    assert judged("inside(workplace, 'DE')") == unknown("residence")
    everything = [parse_condition("inside(workplace, 'DE') or inside(offices, 'DE') or local or inside(seat, 'JP')").tree]
    assert case().followers("residence", everything) == ("local", "location", "offices", "workplace")
    assert judged("inside(seat, 'JP')").value  # assumed to be there all the same, so to state it settles nothing else
    assert case().followers("location", everything) == ("workplace",)
    assert case().followers("workplace", everything) == ()


def test_only_what_the_condition_itself_uses_can_be_stated_instead() -> None:
    condition = parse_condition("inside(location, 'DE') and minor_in_law")
    assert case().followers("residence", [condition.tree]) == ("location",)
    assert case().hanging_on(condition, case().test(condition)) == ("age", "location", "minor_in_law", "residence")
    assert case(age=3).hanging_on(condition, case(age=3).test(condition)) == ("location", "minor_in_law", "residence")


def test_a_fact_that_follows_and_assumes_falls_back_on_its_value() -> None:
    assert judged("inside(seat, 'JP')") == Verdict(value=True, assumed=frozenset({"seat"}))
    assert judged("inside(seat, 'JP')", residence="DE") == Verdict(value=False, assumed=frozenset({"seat"}))


def test_several_places_follow_one() -> None:
    assert case(residence="DE").value_of("offices").value == ("DE",)
    assert judged("inside(offices, 'DE')", offices=("JP", "DE-BE")) == YES
    assert judged("inside(offices, 'DE')", offices=()) == NO


def test_a_fact_follows_a_definition() -> None:
    assert judged("minor_in_law", age=3) == Verdict(value=True, assumed=frozenset({"minor_in_law"}))
    assert judged("minor_in_law") == unknown("age")
    assert judged("minor_in_law", minor_in_law=False, age=3) == NO


def test_what_could_settle_an_assumption_is_known() -> None:
    assert case().hinges("workplace") == {"workplace", "location", "residence"}
    assert case().hinges("minor_in_law") == {"minor_in_law", "age"}
    assert case(location="DE").hinges("workplace") == {"workplace", "residence"}


# Places


@pytest.mark.parametrize(
    ("residence", "verdict"),
    [
        ("DE", YES),
        ("DE-BE", YES),
        ("DE-HH", NO),
        ("US-CA", YES),
        ("US-NY", NO),
        ("US", unknown("residence")),
        ("FR", NO),
        ("GB", NO),
        ("SJ", Verdict(value=None)),
    ],
)
def test_the_most_specific_row_of_a_territory_decides(residence: str, verdict: Verdict) -> None:
    """A place that is too coarse is open, and a finer one is asked for; where the law is unclear, no question helps."""
    assert judged("inside(residence, 'land')", residence=residence) == verdict


def test_a_territory_is_read_on_the_day_of_receipt() -> None:
    assert judged("inside(residence, 'land')", date(2020, 12, 31), residence="GB") == YES
    assert judged("inside(residence, 'land')", date(2021, 1, 1), residence="GB") == NO


@pytest.mark.parametrize(
    ("code", "residence", "verdict"),
    [("DE", "DE-HH", YES), ("DE-HH", "DE", unknown("residence")), ("DE", "FR", NO), ("DE-HH", "DE-BE", NO), ("DE", None, unknown("residence"))],
)
def test_a_place_lies_in_the_place_of_a_code(code: str, residence: str | None, verdict: Verdict) -> None:
    stated: dict[str, Value] = {"residence": residence} if residence else {}
    assert judged(f"inside(residence, '{code}')", **stated) == verdict


def test_a_coarse_place_is_asked_where_it_was_stated() -> None:
    verdict = judged("inside(workplace, 'US-CA')", residence="US")
    assert verdict == Verdict(None, frozenset({"workplace", "location"}), frozenset({"residence"}))


def test_one_place_inside_is_enough() -> None:
    assert judged("inside(offices, 'land')", offices=("US", "DE")) == YES
    assert judged("inside(offices, 'land')", offices=("US", "FR")) == unknown("offices")
    assert judged("inside(offices, 'land')", offices=("SJ", "FR")) == Verdict(value=None)
    assert case().is_inside("DE", "land")
    assert not case().is_inside("US", "land")
    assert not case().is_inside("SJ", "land")


def test_wholly_inside_means_every_place() -> None:
    assert judged("wholly_inside(offices, 'land')", offices=("GB", "DE")) == NO
    assert judged("wholly_inside(offices, 'land')", offices=("DE", "US-CA")) == YES
    assert judged("wholly_inside(offices, 'land')", offices=("US", "FR")) == NO
    assert judged("wholly_inside(offices, 'land')", offices=("US", "DE")) == unknown("offices")
    assert judged("wholly_inside(offices, 'land')", offices=("SJ", "DE")) == Verdict(value=None)
    assert judged("wholly_inside(offices, 'land')", offices=()) == NO
    assert judged("wholly_inside(offices, 'land')") == unknown("residence")
    assert judged("wholly_inside(workplace, 'DE')", workplace="DE") == YES


# Facts that occur twice


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("x or not x", YES),
        ("x and not x", NO),
        ("(x and y) or (x and not y)", unknown("x")),
        ("(x or y) and (x or not y)", unknown("x")),
        ("x == x", YES),
        ("kind == 'a' or kind != 'a'", YES),
        ("kind == 'a' and kind == 'b'", NO),
        ("kind == 'a' or kind == 'b' or kind == 'c'", YES),
        ("kind == 'a' or kind == 'b'", unknown("kind")),
        ("extent != 'no' or extent == 'no'", YES),
        ("age < 18 or age >= 18", YES),
        ("age < 18 and age > 20", NO),
        ("age < 18 or age > 17", YES),
        ("age < 18 or age > 18", unknown("age")),
        ("minor or not minor", YES),
        ("minor or age >= 20", YES),
        ("minor and x or not minor and x", unknown("x")),
        ("(settled or not x) or not settled", YES),
        ("x and (inside(residence, 'DE') or not x)", unknown("x", "residence")),
    ],
)
def test_a_fact_that_occurs_twice_is_tried_in_all_its_values(text: str, verdict: Verdict) -> None:
    found = judged(text)
    assert (found.value, found.unknown) == (verdict.value, verdict.unknown)


def test_too_many_combinations_are_not_tried() -> None:
    """The verdict then stays open, which is sound."""
    kinds = {f"k{index}": fact(f"k{index}", Kind.CHOICE, "a", "b", "c") for index in range(6)}
    text = " or ".join(f"{name} == 'a' or {name} != 'a'" for name in kinds)
    assert Case(DAY, {}, kinds, {}, {}, PLACES).test(parse_condition(text)).value is None
    assert Case(DAY, {"k5": "b"}, kinds, {}, {}, PLACES).test(parse_condition(text)) == YES


def test_dates_and_places_are_not_tried() -> None:
    """They have too many values; what hangs on them stays open, which is sound."""
    assert judged("day < received or day >= received") == unknown("day")
    assert judged("inside(residence, 'DE') or not inside(residence, 'DE')") == unknown("residence")


# Faults that are known and not yet repaired: take the mark away with the repair


@pytest.mark.parametrize(
    ("text", "stated", "refuted_by"),
    [
        ("age in (2, 3, 4) or age == 3", {}, {"age": 10}),
        ("age < 18 or age < limit", {"limit": 100}, {"age": 150}),
        ("years >= 18 or age == 20", {}, {"age": 5}),
        ("not minor_in_law or age > 30", {}, {"age": 10}),
    ],
)
def test_a_number_is_tried_around_everything_that_it_is_compared_with(text: str, stated: dict[str, Value], refuted_by: dict[str, Value]) -> None:
    assert judged(text, **stated, **refuted_by).value is False
    assert judged(text, **stated).value is None


def test_where_the_law_is_unclear_a_fact_that_follows_it_can_still_be_stated() -> None:
    assert judged("local", residence="SJ").unknown == {"local"}


# Any condition, against every completion of the facts

ATOMS = (
    *("x", "y", "not x", "x == y", "minor", "settled", "alive"),
    *("kind == 'a'", "kind != 'b'", "kind in ('a', 'b')", "kind not in ('c', 'a')"),
    *("extent == 'no'", "extent != 'entirely'", "role == 'helper'"),
    *("age < 18", "age >= 18", "age == 20", "18 <= age < 21", "7 > age"),
)
VALUES: Mapping[str, tuple[Value, ...]] = {
    "x": (True, False),
    "y": (True, False),
    "alive": (True, False),
    "kind": ("a", "b", "c"),
    "extent": EXTENTS,
    "role": ("boss", "helper"),
    "age": tuple(range(5, 25)),
}
SILENT: Mapping[str, Value] = {"alive": True, "role": "boss"}
TEXTS = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(lambda terms: f"({' and '.join(terms)})")
        | st.lists(inner, min_size=2, max_size=3).map(lambda terms: f"({' or '.join(terms)})")
        | inner.map(lambda term: f"not ({term})")
    ),
    max_leaves=7,
)
STATED = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in VALUES.items()})


def by_python(text: str, facts: Mapping[str, Value]) -> bool:
    """Let Python itself evaluate a condition in which every fact is known: another way to the same answer."""
    words = {**facts, "minor": facts["age"] < 20, "settled": facts["x"] and facts["alive"]}  # type: ignore[operator]
    return bool(eval(text, {"__builtins__": {}}, words))  # noqa: S307  the texts are made above


def completions(text: str, stated: Mapping[str, Value]) -> list[dict[str, Value]]:
    """Give every way to fill in the facts that a condition hangs on and that nobody stated or assumes."""
    named = set(parse_condition(text).names)
    named |= {"age"} if "minor" in named else set()
    named |= {"x"} if "settled" in named else set()
    names = [name for name in VALUES if name in named and name not in stated and name not in SILENT]
    fixed = {name: stated.get(name, SILENT.get(name, values[0])) for name, values in VALUES.items()}
    return [{**fixed, **dict(zip(names, combination, strict=True))} for combination in itertools.product(*(VALUES[name] for name in names))]


@given(TEXTS, STATED)
def test_a_verdict_agrees_with_every_completion_of_the_facts(text: str, stated: dict[str, Value]) -> None:
    """It is yes or no exactly if all completions say so, save where there are too many to try or a fact stands once."""
    verdict = judged(text, **stated)
    outcomes = {by_python(text, facts) for facts in completions(text, stated)}
    if verdict.value is not None:
        assert outcomes == {verdict.value}
    elif len(outcomes) == 1:
        assert len(list(itertools.product(*(VALUES[name] for name in verdict.unknown if name != "age")))) * 9 > 512


@given(TEXTS, STATED, st.data())
def test_what_is_not_asked_cannot_settle_a_condition(text: str, stated: dict[str, Value], data: st.DataObject) -> None:
    verdict = judged(text, **stated)
    others = sorted(set(VALUES) - set(stated) - verdict.unknown - verdict.assumed)
    if verdict.value is None and others:
        name = data.draw(st.sampled_from(others))
        for value in VALUES[name]:
            assert judged(text, **stated, **{name: value}).value is None


@given(TEXTS, STATED)
def test_what_is_asked_is_not_known_and_answering_everything_settles_a_condition(text: str, stated: dict[str, Value]) -> None:
    verdict = judged(text, **stated)
    assert not verdict.unknown & set(stated)
    assert (verdict.value is None) == bool(verdict.unknown)
    answers = {name: VALUES[name][0] for name in verdict.unknown}
    assert judged(text, **stated, **answers).value is not None


@given(TEXTS, STATED)
def test_stating_what_was_assumed_changes_nothing_but_the_assumption(text: str, stated: dict[str, Value]) -> None:
    verdict = judged(text, **stated)
    confirmed = judged(text, **stated, **{name: value for name, value in SILENT.items() if name not in stated})
    assert (confirmed.value, confirmed.assumed) == (verdict.value, frozenset())


SIDES = st.sampled_from(
    [
        *FACTS,
        "minor",
        "received",
        "after(day, months=6)",
        "after(received, years=100)",
        "working_day(day, 'mondays')",
        "'a'",
        "'no'",
        "'DE'",
        "'boss'",
        "18",
        "True",
        "date(2200, 12, 31)",
        "nobody",
    ],
)
COMPARISONS = st.tuples(SIDES, st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "in", "not in"]), SIDES).map(
    lambda found: f"{found[0]} {found[1]} ({found[2]}, {found[2]})" if "in" in found[1] else " ".join(found),
)
ANYTHING: Mapping[str, tuple[Value, ...]] = {
    **VALUES,
    "day": (date(1800, 1, 1), DAY, date(2200, 12, 31)),
    "residence": ("DE", "DE-HH", "US", "SJ"),
    "offices": ((), ("US", "JP")),
    "limit": (-1, 10**30),
}


@given(
    st.lists(COMPARISONS | SIDES | SIDES.map(lambda side: f"inside({side}, 'land')"), min_size=1, max_size=4).map(" or ".join),
    st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in ANYTHING.items()}),
)
def test_what_the_reader_lets_in_can_be_judged_whatever_is_stated(text: str, stated: dict[str, Value]) -> None:
    names = Names(FACTS, frozenset(DEFINITIONS), frozenset(TERRITORIES), frozenset({"mondays"}))
    with contextlib.suppress(ConditionError):
        if not list(names.faults(parse_condition(text).tree)):
            assert judged(text, **stated).value in {True, False, None}


@given(TEXTS, STATED)
def test_a_settled_condition_hangs_on_no_fact_outside_its_assumptions(text: str, stated: dict[str, Value]) -> None:
    verdict = judged(text, **stated)
    free = [name for name in SILENT if name not in stated and name not in verdict.assumed]
    if verdict.value is not None:
        for combination in itertools.product(*(VALUES[name] for name in free)):
            assert judged(text, **stated, **dict(zip(free, combination, strict=True))).value is verdict.value
