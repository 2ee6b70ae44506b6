"""Rules that hold across the tables of a regime, each a small function; the page for writers is `docs/law-format.md`.

A check looks at one item where it stands (file and path) and yields every problem it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from jurisrights.errors import Problem
from jurisrights.model.conditions import Condition, names_in
from jurisrights.model.law import (
    Bar,
    Calendar,
    Citation,
    Clock,
    CountingRule,
    Fact,
    LegalException,
    SideRule,
    TerritoryRow,
)
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import BAR_OUTCOMES, EXCEPTION_OUTCOMES, TOPIC_VALUES, Effect, Kind, Silence, Step
from jurisrights.reading.kinds import PLACE_CODE, Names, fault_in_value
from jurisrights.reading.lines import Path
from jurisrights.reading.structure import TomlFile, did_you_mean

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_ON = re.compile(
    r"\d\d-\d\d"
    r"|((monday|tuesday|wednesday|thursday|friday|saturday|sunday) after )?(1st|2nd|3rd|4th|5th|last) "
    r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday) "
    r"(january|february|march|april|may|june|july|august|september|october|november|december)",
)
_OBSERVED = ("", "sunday-to-monday", "saturday-to-friday", "both")
_FREE_TEXTS = ("name", "title")  # names of authorities and instruments: any languages, English among them


@attrs.frozen(kw_only=True)
class Scope:
    """What the items of a regime may refer to."""

    names: Names
    instruments: tuple[str, ...]
    languages: tuple[str, ...]
    counting: frozenset[str]
    calendars: frozenset[str]
    provisions: frozenset[str] = frozenset()


def check_item(scope: Scope, file: TomlFile, path: Path, item: Any) -> Iterator[Problem]:  # noqa: ANN401
    """Give the problems of one item: its id, dates, texts, citations, conditions, and what is special to its class."""
    for field in attrs.fields(type(item)):
        value = getattr(item, field.name)
        here: Path = (*path, field.name)
        if isinstance(value, Text) and value:
            yield from _languages(scope, file, here, value, field.name)
        elif isinstance(value, Citation):
            yield from _citation(scope, file, here, value)
        elif isinstance(value, Condition):
            for fault in scope.names.faults(value.tree):
                yield file.problem(here, "condition", fault)
    yield from _dates(file, path, item)
    yield from _id(file, path, item)
    special = _SPECIAL.get(type(item))
    if special:
        yield from special(scope, file, path, item)
    covers: tuple[str, ...] = getattr(item, "covers", ())
    for missing in sorted(set(covers) - scope.provisions):
        message = f"'{missing}' is no provision of this regime{did_you_mean(missing, sorted(scope.provisions))}"
        yield file.problem((*path, "covers"), "covers", message)


def check_no_overlap(file: TomlFile, path: Path, items: Iterable[Any]) -> Iterator[Problem]:
    """Give a problem for two items of the same id that are in force on the same day."""
    seen: dict[tuple[str, ...], list[Any]] = {}
    for index, item in enumerate(items):
        key = (item.id, *sorted(getattr(item, "covers", ())))
        for other in seen.setdefault(key, []):
            if _meet(item, other):
                message = f"'{item.id}' stands twice for the same days; give it another id or dates that do not overlap"
                yield file.problem((*path, index), "duplicate id", message)
                break
        seen[key].append(item)


def _meet(one: Any, other: Any) -> bool:  # noqa: ANN401
    first = max(one.in_force_from or date.min, other.in_force_from or date.min)
    last = min(one.in_force_until or date.max, other.in_force_until or date.max)
    return first <= last


def _languages(scope: Scope, file: TomlFile, path: Path, text: Text, field: str) -> Iterator[Problem]:
    required = ("en",) if field in _FREE_TEXTS else scope.languages
    for language in required:
        if not text.has(language):
            yield file.problem(path, "missing text", f"'{field}.{language}' is missing")


def _citation(scope: Scope, file: TomlFile, path: Path, citation: Citation) -> Iterator[Problem]:
    for entry in citation.entries:
        if not any(entry.text == name or entry.text.startswith(f"{name} ") for name in scope.instruments):
            message = f"'{entry.text}' names no instrument of this regime; begin with one of {', '.join(scope.instruments)}"
            yield file.problem(path, "citation", message)
        if entry.from_ and entry.until and entry.from_ > entry.until:
            yield file.problem(path, "dates", f"'{entry.text}' ends before it begins")


def _dates(file: TomlFile, path: Path, item: Any) -> Iterator[Problem]:  # noqa: ANN401
    first, last = getattr(item, "in_force_from", None), getattr(item, "in_force_until", None)
    if first and last and first > last:
        yield file.problem((*path, "in_force_until"), "dates", f"in force until {last}, before it begins on {first}")


def _id(file: TomlFile, path: Path, item: Any) -> Iterator[Problem]:  # noqa: ANN401
    if not isinstance(item, SideRule | Bar | LegalException):
        return
    if not _KEBAB.fullmatch(item.id):
        yield file.problem((*path, "id"), "id", f"'{item.id}' is not written like-this")


def check_fact(file: TomlFile, path: Path, fact: Fact, known: Iterable[str]) -> Iterator[Problem]:
    """Give the problems that only a fact can have."""
    if not _SNAKE.fullmatch(fact.id):
        yield file.problem((*path, "id"), "id", f"'{fact.id}' is not written like_this; it becomes a Python keyword")
    if (fact.kind is Kind.CHOICE) != bool(fact.values):
        yield file.problem(path, "values", "a choice has `values`, no other kind has")
    if fact.silence is Silence.ASSUME:
        if fact.assume is None and fact.follow is None:
            yield file.problem(path, "silence", "to assume, write `assume = <value>` or `follow = '<fact>'`, or both")
        if not fact.because:
            yield file.problem(path, "silence", "`because` must say why this is assumed")
    elif fact.assume is not None or fact.follow is not None:
        yield file.problem(path, "silence", "`assume` and `follow` go with `silence = 'assume'` only")
    if fact.assume is not None and (fault := fault_in_value(fact, fact.assume)):
        yield file.problem((*path, "assume"), "wrong value", f"{fact.assume!r}: {fault}")
    if fact.follow is not None and fact.follow not in set(known):
        yield file.problem((*path, "follow"), "follow", f"'{fact.follow}' is no declared fact or definition{did_you_mean(fact.follow, sorted(known))}")


def check_no_circle(
    facts: Mapping[str, Fact],
    definitions: Mapping[str, frozenset[str]],
    start: str,
) -> bool:
    """Say whether following a fact or definition from `start` comes back to it."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        name = todo.pop()
        fact = facts.get(name)
        following = set(definitions.get(name, ())) | ({fact.follow} if fact and fact.follow else set())
        if start in following:
            return False
        todo += following - seen
        seen |= following
    return True


def _bar(scope: Scope, file: TomlFile, path: Path, bar: Bar) -> Iterator[Problem]:  # noqa: ARG001
    if bar.effect not in BAR_OUTCOMES:
        yield file.problem((*path, "effect"), "effect", f"'{bar.effect}' is an effect of exceptions; a bar has one of {', '.join(BAR_OUTCOMES)}")
    if bar.effect is Effect.TREAT_AS and (bar.treat_as is None or bar.outcome is None):
        yield file.problem(path, "effect", "treat-as needs `treat_as = '<right>'` and `outcome = '<outcome>'`")
    if bar.effect is Effect.NO_DUTY_YET and bar.starts_on is None:
        yield file.problem(path, "effect", "no-duty-yet needs `starts_on = <date>`")
    if bar.about.value not in {"standing", "data"}:
        yield file.problem((*path, "about"), "wrong value", "a bar is about 'standing' or 'data'")


def _exception(scope: Scope, file: TomlFile, path: Path, item: LegalException) -> Iterator[Problem]:
    if item.effect not in EXCEPTION_OUTCOMES:
        yield file.problem((*path, "effect"), "effect", f"'{item.effect}' is an effect of bars; an exception has one of {', '.join(EXCEPTION_OUTCOMES)}")
    if item.effect is Effect.REFUSE_TO_THAT_EXTENT and len(extents_in(item.when, scope.names.facts)) != 1:
        yield file.problem((*path, "when"), "effect", "refuse-to-that-extent needs a condition that names exactly one fact of kind 'extent'")


def extents_in(when: Condition, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """Give the facts of kind `extent` that a condition names."""
    return tuple(sorted(name for name in names_in(when.tree) if name in facts and facts[name].kind is Kind.EXTENT))


def _clock(scope: Scope, file: TomlFile, path: Path, clock: Clock) -> Iterator[Problem]:
    if clock.within is None and clock.standard is None:
        yield file.problem(path, "clock", "a clock needs `within` or `standard`, or both")
    if (clock.within is not None) != bool(clock.counting):
        yield file.problem(path, "clock", "a clock with `within` needs `counting`, one without has none")
    for rule in clock.counting:
        if rule not in scope.counting:
            yield file.problem((*path, "counting"), "clock", f"'{rule}' is no counting rule of this regime{did_you_mean(rule, sorted(scope.counting))}")
    if (clock.step is Step.ANSWER_EXTENDED) != (clock.notice_by is not None):
        yield file.problem(path, "clock", "`notice_by` goes with the step answer-extended, and only with it")


def _counting(scope: Scope, file: TomlFile, path: Path, rule: CountingRule) -> Iterator[Problem]:
    if rule.holidays_in and rule.holidays_in not in scope.names.territories and not PLACE_CODE.fullmatch(rule.holidays_in):
        yield file.problem((*path, "holidays_in"), "territory", f"'{rule.holidays_in}' is no territory of this regime and no ISO code")
    for calendar in rule.calendars:
        kind, _, name = calendar.partition(":")
        known = (kind == "place" and name in scope.names.facts) or kind == "library" or calendar in scope.calendars
        if not known:
            message = f"'{calendar}' is no calendar; write 'place:<fact>', 'library:<ISO code>' or the id of a calendar of this regime"
            yield file.problem((*path, "calendars"), "calendar", message)


def _calendar(scope: Scope, file: TomlFile, path: Path, calendar: Calendar) -> Iterator[Problem]:  # noqa: ARG001
    for index, day in enumerate(calendar.days):
        here: Path = (*path, "days", index)
        if bool(day.on) == bool(day.dates):
            yield file.problem(here, "calendar", f"'{day.name}' needs `on` or `dates`, not both")
        if day.on and not _ON.fullmatch(day.on):
            yield file.problem(here, "calendar", f"'{day.on}' is no day; write '02-12', '3rd monday january' or 'friday after 4th thursday november'")
        if day.observed not in _OBSERVED:
            yield file.problem(here, "calendar", f"'{day.observed}' is not known; there are {', '.join(_OBSERVED[1:])}")
        yield from _dates(file, here, day)


def _rule(scope: Scope, file: TomlFile, path: Path, rule: SideRule) -> Iterator[Problem]:  # noqa: ARG001
    if rule.value not in TOPIC_VALUES[rule.topic]:
        yield file.problem((*path, "value"), "wrong value", f"'{rule.value}' is no value of {rule.topic}; there are {', '.join(TOPIC_VALUES[rule.topic])}")
    if rule.if_unknown not in {"unclear", "skip"}:
        yield file.problem((*path, "if_unknown"), "wrong value", "if_unknown is 'skip' or left out")


def _territory(scope: Scope, file: TomlFile, path: Path, row: TerritoryRow) -> Iterator[Problem]:  # noqa: ARG001
    for code in row.codes:
        if not PLACE_CODE.fullmatch(code):
            yield file.problem((*path, "codes"), "wrong value", f"'{code}' is no ISO 3166 code")


_SPECIAL: dict[type, Any] = {
    Bar: _bar,
    LegalException: _exception,
    Clock: _clock,
    CountingRule: _counting,
    Calendar: _calendar,
    SideRule: _rule,
    TerritoryRow: _territory,
}
