"""Rules for single items of a regime, each a small function; the page for writers is `docs/law-format.md`.

A check looks at one item where it stands (file and path) and yields every problem it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from jurisrights.errors import Problem
from jurisrights.model.authorities import Authority, AuthorityRule
from jurisrights.model.calendars import Calendar, CorrectedDay, CountingRule
from jurisrights.model.conditions import Condition
from jurisrights.model.law import Bar, Clock, Connection, Fact, Ground, Instrument, LegalException, SideRule, TerritoryRow
from jurisrights.model.lengths import Citation
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import BAR_OUTCOMES, EXCEPTION_OUTCOMES, TOPIC_VALUES, Effect, Event, Kind, Step, Topic
from jurisrights.reading.days import check_calendar, check_when
from jurisrights.reading.kinds import PLACE_CODE, Names
from jurisrights.reading.lines import Path
from jurisrights.reading.structure import TomlFile
from jurisrights.reading.words import did_you_mean

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAMED_LIKE_THIS = Ground | Bar | LegalException | SideRule | Connection | CountingRule | Calendar | Authority | Clock
_FREE_TEXTS = {Authority: ("name", "text"), Instrument: ("title",)}
"""Names of authorities and instruments, and remarks on authorities: any languages, English among them."""

_KEYS_OF_EFFECTS = {"treat_as": Effect.TREAT_AS, "outcome": Effect.TREAT_AS, "starts_on": Effect.NO_DUTY_YET}


@attrs.frozen(kw_only=True)
class Scope:
    """What the items of a regime may refer to."""

    names: Names
    instruments: tuple[str, ...]
    languages: tuple[str, ...]
    counting: frozenset[str]
    suspensions: frozenset[str]
    calendars: frozenset[str]
    provisions: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class Placed:
    """An item where it stands, and the provisions that it reaches (none: all of the regime)."""

    file: TomlFile
    path: Path
    item: Any
    reach: frozenset[str] = frozenset()


def check_item(scope: Scope, file: TomlFile, path: Path, item: Any) -> Iterator[Problem]:  # noqa: ANN401  one of many classes
    """Give the problems of one item: its id, dates, texts, citations, conditions, and what is special to its class."""
    free = _FREE_TEXTS.get(type(item), ())
    for field in attrs.fields(type(item)):
        value = getattr(item, field.name)
        here: Path = (*path, field.name)
        if isinstance(value, Text) and value:
            yield from check_languages(file, here, value, ("en",) if field.name in free else scope.languages)
        elif isinstance(value, Citation):
            yield from check_citation(scope.instruments, file, here, value)
        elif isinstance(value, Condition):
            for fault in scope.names.faults(value.tree):
                yield file.problem(here, "condition", fault)
    yield from check_dates(file, path, item)
    yield from _id(file, path, item)
    special = _SPECIAL.get(type(item))
    if special:
        yield from special(scope, file, path, item)
    covers: tuple[str, ...] = getattr(item, "covers", ())
    for missing in sorted(set(covers) - scope.provisions):
        message = f"'{missing}' is no provision of this regime{did_you_mean(missing, sorted(scope.provisions))}"
        yield file.problem((*path, "covers"), "covers", message)


def check_no_overlap(items: Iterable[Placed]) -> Iterator[Problem]:
    """Give a problem for each item that meets another one of the same id: the same provision, the same day."""
    seen: dict[str, list[Placed]] = {}
    for placed in items:
        name = placed.item.id
        for other in seen.setdefault(name, []):
            same_place = not placed.reach or not other.reach or placed.reach & other.reach
            if same_place and _meet(placed.item, other.item):
                first = other.file.problem(other.path, "", "")
                where = f"line {first.line}" if other.file is placed.file else f"{first.file}:{first.line}"
                message = f"'{name}' stands in {where} for the same days; give it another id, or dates that do not overlap"
                yield placed.file.problem(placed.path, "duplicate id", message)
                break
        seen[name].append(placed)


def _meet(one: Any, other: Any) -> bool:  # noqa: ANN401  one of many classes
    first, last = zip(days_of(one), days_of(other), strict=True)
    return max(first) <= min(last)


def days_of(item: Any) -> tuple[date, date]:  # noqa: ANN401  one of many classes
    """Give the first and the last day on which an item is in force."""
    return getattr(item, "in_force_from", None) or date.min, getattr(item, "in_force_until", None) or date.max


def check_languages(file: TomlFile, path: Path, text: Text, languages: Iterable[str]) -> Iterator[Problem]:
    """Give a problem for each language in which a text is missing."""
    for language in languages:
        if not text.has(language):
            yield file.problem(path, "missing text", f"'{path[-1]}.{language}' is missing")


def check_citation(instruments: Iterable[str], file: TomlFile, path: Path, citation: Citation) -> Iterator[Problem]:
    """Give the problems of a citation: it begins with an instrument, and its dates are in order."""
    for entry in citation.entries:
        if not any(entry.text == name or entry.text.startswith(f"{name} ") for name in instruments):
            message = f"'{entry.text}' names no instrument that is declared here; begin with one of {', '.join(instruments)}"
            yield file.problem(path, "citation", message)
        if entry.from_ and entry.until and entry.from_ > entry.until:
            yield file.problem(path, "dates", f"'{entry.text}' ends before it begins")


def check_dates(file: TomlFile, path: Path, item: Any) -> Iterator[Problem]:  # noqa: ANN401  one of many classes
    """Give a problem if an item ends before it begins."""
    first, last = days_of(item)
    if first > last:
        yield file.problem((*path, "in_force_until"), "dates", f"in force until {last}, before it begins on {first}")


def _id(file: TomlFile, path: Path, item: Any) -> Iterator[Problem]:  # noqa: ANN401  one of many classes
    name = getattr(item, "id", "")
    optional = isinstance(item, Clock) and not name
    if isinstance(item, _NAMED_LIKE_THIS) and not optional and not KEBAB.fullmatch(name):
        yield file.problem((*path, "id"), "id", f"'{name}' is not written like-this")


def extents_in(when: Condition, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """Give the facts of kind `extent` that a condition names."""
    return tuple(sorted(name for name in when.names if name in facts and facts[name].kind is Kind.EXTENT))


# ------------------------------------------------------------------------------------- what is special to one class


def _bar(scope: Scope, file: TomlFile, path: Path, bar: Bar) -> Iterator[Problem]:  # noqa: ARG001
    if bar.effect not in BAR_OUTCOMES:
        message = f"'{bar.effect}' is an effect of exceptions; a bar has one of {', '.join(BAR_OUTCOMES)}"
        yield file.problem((*path, "effect"), "effect", message)
    if bar.effect is Effect.TREAT_AS and (bar.treat_as is None or bar.outcome is None):
        yield file.problem(path, "effect", "treat-as needs `treat_as = '<right>'` and `outcome = '<outcome>'`")
    if bar.effect is Effect.NO_DUTY_YET and bar.starts_on is None:
        yield file.problem(path, "effect", "no-duty-yet needs `starts_on = <date>`")
    for key, effect in _KEYS_OF_EFFECTS.items():
        if getattr(bar, key) is not None and bar.effect is not effect:
            yield file.problem((*path, key), "effect", f"`{key}` goes with the effect {effect}, and only with it")
    if bar.about.value not in {"standing", "data"}:
        yield file.problem((*path, "about"), "wrong value", "a bar is about 'standing' or 'data'")


def _exception(scope: Scope, file: TomlFile, path: Path, item: LegalException) -> Iterator[Problem]:
    if item.effect not in EXCEPTION_OUTCOMES:
        message = f"'{item.effect}' is an effect of bars; an exception has one of {', '.join(EXCEPTION_OUTCOMES)}"
        yield file.problem((*path, "effect"), "effect", message)
    if item.effect is Effect.REFUSE_TO_THAT_EXTENT and len(extents_in(item.when, scope.names.facts)) != 1:
        message = "refuse-to-that-extent needs a condition that names exactly one fact of kind 'extent'"
        yield file.problem((*path, "when"), "effect", message)


def _clock(scope: Scope, file: TomlFile, path: Path, clock: Clock) -> Iterator[Problem]:
    if clock.within is None and clock.standard is None:
        yield file.problem(path, "clock", "a clock needs `within` or `standard`, or both")
    if (clock.within is not None) != bool(clock.counting):
        yield file.problem(path, "clock", "a clock with `within` needs `counting`, one without has none")
    for rule in clock.counting:
        if rule not in scope.counting:
            message = f"'{rule}' is no counting rule of this regime{did_you_mean(rule, sorted(scope.counting))}"
            yield file.problem((*path, "counting"), "clock", message)
    if (clock.step is Step.ANSWER_EXTENDED) != (clock.notice_by is not None):
        yield file.problem(path, "clock", "`notice_by` goes with the step answer-extended, and only with it")
    if clock.step is not Step.ANSWER_EXTENDED and clock.moves != (Step.ANSWER,):
        yield file.problem((*path, "moves"), "clock", "`moves` goes with the step answer-extended, and only with it")
    for name in clock.suspended_by:
        if name not in scope.suspensions:
            message = f"'{name}' is no suspension of this regime{did_you_mean(name, sorted(scope.suspensions))}"
            yield file.problem((*path, "suspended_by"), "clock", message)
    if clock.ends_with is Event.RECEIVED:
        yield file.problem((*path, "ends_with"), "clock", "a waiting time cannot end with the receipt, from which it begins at the earliest")


def _rule(scope: Scope, file: TomlFile, path: Path, rule: SideRule) -> Iterator[Problem]:  # noqa: ARG001
    if rule.value not in TOPIC_VALUES[rule.topic]:
        message = f"'{rule.value}' is no value of {rule.topic}; there are {', '.join(TOPIC_VALUES[rule.topic])}"
        yield file.problem((*path, "value"), "wrong value", message)
    if rule.if_unknown not in {"unclear", "skip"}:
        yield file.problem((*path, "if_unknown"), "wrong value", "if_unknown is 'skip' or left out")
    elif rule.if_unknown == "skip" and rule.topic is not Topic.REPRESENTATIVE:
        yield file.problem((*path, "if_unknown"), "wrong value", "if_unknown goes with the topic representative, and only with it")


def _counting(scope: Scope, file: TomlFile, path: Path, rule: CountingRule) -> Iterator[Problem]:
    if rule.holidays_in and rule.holidays_in not in scope.names.territories and not PLACE_CODE.fullmatch(rule.holidays_in):
        yield file.problem((*path, "holidays_in"), "territory", f"'{rule.holidays_in}' is no territory of this regime and no ISO code")
    for calendar in rule.calendars:
        kind, _, name = calendar.partition(":")
        known = {"place": _is_place(scope, name), "library": PLACE_CODE.fullmatch(name) is not None}
        if not known.get(kind, calendar in scope.calendars):
            message = f"'{calendar}' is no calendar; write 'place:<place fact>', 'library:<ISO code>' or the id of a calendar of this regime"
            yield file.problem((*path, "calendars"), "calendar", message)


def _is_place(scope: Scope, name: str) -> bool:
    return name in scope.names.facts and scope.names.facts[name].kind in {Kind.PLACE, Kind.PLACES}


def _calendar(scope: Scope, file: TomlFile, path: Path, calendar: Calendar) -> Iterator[Problem]:  # noqa: ARG001
    yield from check_calendar(file, path, calendar)
    for index, day in enumerate(calendar.days):
        yield from check_dates(file, (*path, "days", index), day)


def _corrected_day(scope: Scope, file: TomlFile, path: Path, day: CorrectedDay) -> Iterator[Problem]:  # noqa: ARG001
    yield from check_when(file, path, day, day.place)
    if not PLACE_CODE.fullmatch(day.place):
        yield file.problem((*path, "place"), "wrong value", f"'{day.place}' is no ISO 3166 code")


def _codes(scope: Scope, file: TomlFile, path: Path, item: TerritoryRow | Authority) -> Iterator[Problem]:  # noqa: ARG001
    places = {"codes": item.codes} if isinstance(item, TerritoryRow) else {"place": (item.place,) if item.place else (), "also": item.also}
    for key, codes in places.items():
        for code in codes:
            if not PLACE_CODE.fullmatch(code):
                yield file.problem((*path, key), "wrong value", f"'{code}' is no ISO 3166 code")


def _authority_rule(scope: Scope, file: TomlFile, path: Path, rule: AuthorityRule) -> Iterator[Problem]:
    if rule.place and not _is_place(scope, rule.place):
        places = sorted(name for name in scope.names.facts if _is_place(scope, name))
        yield file.problem((*path, "place"), "wrong value", f"'{rule.place}' is no place fact{did_you_mean(rule.place, places)}")


_SPECIAL: dict[type, Any] = {
    Bar: _bar,
    LegalException: _exception,
    Clock: _clock,
    CountingRule: _counting,
    Calendar: _calendar,
    CorrectedDay: _corrected_day,
    SideRule: _rule,
    TerritoryRow: _codes,
    Authority: _codes,
    AuthorityRule: _authority_rule,
}
