"""From what a host hands in to a request: names, kinds and places checked, every problem reported at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, TypeVar

import attrs

from jurisrights.deciding.places import Places
from jurisrights.errors import RequestError, UnknownPlaceError
from jurisrights.model.conditions import Value
from jurisrights.model.law import Fact
from jurisrights.model.request import Part, Request, StatedEvent, StatedFact
from jurisrights.model.vocabulary import About, Event, Kind, Right
from jurisrights.reading.kinds import fault_in_value

_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 2200
_ANSWERS: Final = {
    Event.IDENTITY_CONFIRMED: (Event.IDENTITY_ASKED, Event.ACCOUNT_HOLDER_CONTACTED),
    Event.CLARIFICATION_GIVEN: (Event.CLARIFICATION_ASKED,),
    Event.FEE_PAID: (Event.FEE_ASKED,),
}
E = TypeVar("E", bound=StrEnum)


@attrs.frozen
class Intake:
    """Checks what a host states against the declared facts."""

    facts: Mapping[str, Fact]
    regimes: Sequence[str]
    places: Places

    def request(
        self,
        *,
        right: object,
        received: object,
        stated: Sequence[Mapping[str, object]],
        parts: Mapping[str, Mapping[str, object]] | None = None,
        events: Mapping[str, object] | None = None,
        regimes: Sequence[str] | None = None,
        as_of: object = None,
    ) -> Request:
        """Make a request of what was handed in.

        Raises:
            UnknownPlaceError: the only problem is a place that cannot be settled.
            RequestError: with every problem.
        """
        problems: list[Exception | str] = [*_wrong_shapes(stated, parts, events, regimes)]
        if problems:
            raise _error(problems)
        facts = self._facts(stated, problems)
        made_parts = tuple(self._part(name, inner, problems) for name, inner in sorted((parts or {}).items()))
        received_on = _day("received", _day_of(received), problems)
        known_right = _word("right", right, Right, problems) if right is not None else None
        known_events = self._events(events or {}, problems)
        today = _day("as_of", as_of, problems) if as_of is not None else None
        problems += self._unknown_regimes(regimes or ())
        if received_on:
            problems += _wrong_order(received_on, known_events, today)
        if problems or received_on is None:
            raise _error(problems)
        return Request(
            right=known_right,
            received=received_on,
            facts=facts,
            parts=made_parts,
            events=tuple(StatedEvent(event=event, on=day) for event, day in sorted(known_events.items())),
            regimes=tuple(sorted(set(regimes or ()))),
            as_of=today,
        )

    def _facts(self, stated: Sequence[Mapping[str, object]], problems: list[Exception | str]) -> tuple[StatedFact, ...]:
        found: dict[str, StatedFact] = {}
        for mapping in stated:
            for name, value in mapping.items():
                if value is None and name in self.facts:
                    continue
                fact = self._fact(name, value, problems)
                if fact and name in found and found[name].value != fact.value:
                    problems.append(f"{name}: two different values are stated, {found[name].value!r} and {fact.value!r}")
                elif fact:
                    found[name] = fact
        return tuple(found[name] for name in sorted(found))

    def _fact(self, name: object, value: object, problems: list[Exception | str]) -> StatedFact | None:
        fact = self.facts.get(name) if isinstance(name, str) else None
        if fact is None:
            problems.append(f"{name!r} is no fact that any law asks about{_nearest(name, self.facts)}")
            return None
        if fault := fault_in_value(fact, value):
            problems.append(f"{fact.id}={value!r}: {fault}")
            return None
        try:
            return StatedFact(id=fact.id, kind=fact.kind, value=self._value(fact, value))
        except UnknownPlaceError as error:
            problems.append(error)
            return None

    def _value(self, fact: Fact, value: Any) -> Value:  # noqa: ANN401  checked by fault_in_value
        if fact.kind is Kind.PLACE:
            return self.places.resolve(value)
        if fact.kind is Kind.PLACES:
            return tuple(sorted({self.places.resolve(item) for item in value}))
        checked: Value = value
        return checked

    def _part(self, name: str, inner: Mapping[str, object], problems: list[Exception | str]) -> Part:
        for fact_id in inner:
            fact = self.facts.get(fact_id)
            if fact and fact.about is not About.DATA:
                problems.append(f"parts[{name!r}]: {fact_id} is about the {fact.about}, not about data; state it once for the whole request")
        if not name:
            problems.append("parts: a part needs a name")
        found: list[Exception | str] = []
        facts = self._facts([inner], found)
        problems += [f"parts[{name!r}]: {problem}" for problem in found]
        return Part(name=name, facts=facts)

    def _events(self, events: Mapping[str, object], problems: list[Exception | str]) -> dict[Event, date]:
        found: dict[Event, date] = {}
        for name, value in events.items():
            event = _word("events", name, Event, problems)
            if isinstance(value, list | tuple | AbstractSet):
                problems.append(f"events: {name} is stated {len(value)} times; an event has one date")
                continue
            day = _day(f"events[{str(name)!r}]", value, problems)
            if event is Event.RECEIVED:
                problems.append("events: the day of receipt is `received`, not an event")
            elif event and day:
                found[event] = day
        return found

    def _unknown_regimes(self, regimes: Sequence[str]) -> Iterator[str]:
        for regime in regimes:
            if regime not in self.regimes:
                yield f"regimes: {regime!r} is no regime that is encoded{_nearest(regime, self.regimes)}"


def _wrong_shapes(stated: object, parts: object, events: object, regimes: object) -> Iterator[str]:
    """Give what is not even of the right shape, so that everything after it can be looked at piece by piece."""
    for facts in stated if isinstance(stated, Sequence) else ():
        if not isinstance(facts, Mapping):
            yield f"facts={facts!r}: write a mapping of fact to value"
    if parts is not None and not (isinstance(parts, Mapping) and all(isinstance(item, str) for item in parts)):
        yield f"parts={parts!r}: write a mapping of names to facts"
    elif isinstance(parts, Mapping):
        yield from (f"parts[{name!r}]={inner!r}: write a mapping of fact to value" for name, inner in parts.items() if not isinstance(inner, Mapping))
    if events is not None and not isinstance(events, Mapping):
        yield f"events={events!r}: write a mapping of event to date"
    if regimes is not None and (isinstance(regimes, str) or not isinstance(regimes, Sequence | AbstractSet)):
        yield f"regimes={regimes!r}: write a list of regime ids"


def _wrong_order(received: date, events: Mapping[Event, date], as_of: date | None) -> Iterator[str]:
    for event, day in events.items():
        if day < received:
            yield f"events: {event.value} on {day} lies before the receipt on {received}"
        questions = _ANSWERS.get(event, ())
        if questions and not any(question in events and events[question] <= day for question in questions):
            yield f"events: {event.value} on {day} needs {' or '.join(question.value for question in questions)} on the same day or before"
        if as_of and day > as_of:
            yield f"events: {event.value} on {day} lies after as_of, {as_of}"
    if as_of and as_of < received:
        yield f"as_of: {as_of} lies before the receipt on {received}"


def _day_of(moment: object) -> object:
    """Give the day of a moment in its own zone; a moment without a zone stays as it is, and is refused."""
    return moment.date() if isinstance(moment, datetime) and moment.utcoffset() is not None else moment


def _day(name: str, value: object, problems: list[Exception | str]) -> date | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        if _FIRST_YEAR <= value.year <= _LAST_YEAR:
            return value
        problems.append(f"{name}={value!r}: the year lies outside {_FIRST_YEAR} to {_LAST_YEAR}")
        return None
    hint = "write "
    if isinstance(value, datetime):
        hint = "a moment needs its zone (tzinfo), or give the day: " if value.utcoffset() is None else "only `received` may be a moment; give the day: "
    problems.append(f"{name}={value!r} is no date; {hint}datetime.date(2026, 11, 23)")
    return None


def _word(name: str, value: object, kind: type[E], problems: list[Exception | str]) -> E | None:
    words = [word.value for word in kind]
    if isinstance(value, str) and value in words:
        return kind(value)
    problems.append(f"{name}: {value!r} is not known{_nearest(value, words)}")
    return None


def _nearest(given: object, known: Mapping[str, object] | Sequence[str]) -> str:
    near = difflib.get_close_matches(str(given), list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""


def _error(problems: Sequence[Exception | str]) -> Exception:
    if len(problems) == 1 and isinstance(problems[0], UnknownPlaceError):
        return problems[0]
    return RequestError(str(problem) for problem in problems)
