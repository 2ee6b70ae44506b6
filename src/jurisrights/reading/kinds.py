"""Whether a condition makes sense: its names are declared and its comparisons compare like with like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

import attrs

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
    Value,
    WorkingDay,
)
from jurisrights.model.law import Fact
from jurisrights.model.vocabulary import EXTENTS, Kind
from jurisrights.reading.words import did_you_mean, shown

PLACE_CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
RECEIVED: Final = "received"
_FIRST_YEAR: Final = 1800
_LAST_YEAR: Final = 2200
_WORDS = {Kind.YES_NO: bool, Kind.NUMBER: int}
_ORDERED = (Kind.NUMBER, Kind.DATE)


@attrs.frozen
class Names:
    """What a condition may name: facts, definitions (which are yes-no), territories, and calendars."""

    facts: Mapping[str, Fact]
    definitions: frozenset[str]
    territories: frozenset[str]
    calendars: frozenset[str] = frozenset()

    def faults(self, node: Node) -> Iterator[str]:
        """Give what is wrong with a condition, in words."""
        match node:
            case AllOf(terms=terms) | AnyOf(terms=terms):
                for term in terms:
                    yield from self.faults(term)
            case Not(term=term):
                yield from self.faults(term)
            case Compare(left=left, operator=operator, right=right):
                yield from self._comparison(left, operator, right)
            case Inside(place=place, territory=territory):
                yield from self._inside(place, territory)
            case Name(id=name):
                yield from self._stands_alone(name)
            case Literal(value=bool()):
                return
            case _:
                yield f"{_show(node)} is neither true nor false"

    def _stands_alone(self, name: str) -> Iterator[str]:
        kind = self._kind(Name(name))
        if kind is None:
            yield self._undeclared(name)
        elif kind is not Kind.YES_NO:
            yield f"'{name}' is no yes-no fact; compare it with something"

    def _comparison(self, left: Node, operator: str, right: Node) -> Iterator[str]:
        sides = [left] if isinstance(right, Choices) else [left, right]
        faults = [fault for side in sides for fault in self._side(side)]
        if faults:
            yield from faults
        elif isinstance(left, Literal):
            yield f"{_show(left)}: write a fact on the left of the comparison"
        else:
            yield from self._like_with_like(left, operator, right)

    def _side(self, node: Node) -> Iterator[str]:
        """Give what is wrong with one side of a comparison, looked at alone."""
        match node:
            case Literal():
                return
            case Name(id=name):
                kind = self._kind(node)
                if kind is None:
                    yield self._undeclared(name)
                elif kind is Kind.PLACES:
                    yield f"'{name}' holds several places; write inside({name}, '...')"
            case After(day=day):
                yield from self._day(day, "after")
            case WorkingDay(day=day, calendar=calendar):
                yield from self._day(day, "working_day")
                if calendar not in self.calendars:
                    yield f"'{calendar}' is no calendar of this regime{did_you_mean(calendar, sorted(self.calendars))}"
            case _:
                yield "a comparison has facts and values on its sides; `and`, `or`, `not`, inside(...) and other comparisons stand alone"

    def _day(self, day: Node, word: str) -> Iterator[str]:
        faults = list(self._side(day))
        yield from faults
        if not faults and self._kind(day) is not Kind.DATE:
            yield f"{_show(day)} is no date; {word}(...) needs one"

    def _like_with_like(self, left: Node, operator: str, right: Node) -> Iterator[str]:
        kind = self._kind(left)
        if isinstance(right, Choices):
            for value in right.values:
                yield from self._fits(left, kind, value)
        elif isinstance(right, Literal):
            yield from self._fits(left, kind, right.value)
        elif kind is not self._kind(right):
            yield f"{_show(left)} and {_show(right)} are of different kinds"
        if operator in {"<", "<=", ">", ">="} and kind not in _ORDERED:
            yield f"{_show(left)} has no order; use == or !="

    def _fits(self, left: Node, kind: Kind | None, value: Value) -> Iterator[str]:
        fact = self.facts.get(left.id) if isinstance(left, Name) else None
        problem = fault_in_law_value(fact, value) if fact else None
        if problem:
            yield f"{_show(left)} cannot be {shown(value)}: {problem}"
        elif not fact and kind is not _kind_of_literal(value):
            yield f"{_show(left)} cannot be compared with {shown(value)}"

    def _inside(self, place: Name, territory: str) -> Iterator[str]:
        kind = self._kind(place)
        if kind is None:
            yield self._undeclared(place.id)
        elif kind not in {Kind.PLACE, Kind.PLACES}:
            yield f"'{place.id}' is no place"
        if territory not in self.territories and not PLACE_CODE.fullmatch(territory):
            yield f"'{territory}' is no territory of this regime and no ISO code{did_you_mean(territory, sorted(self.territories))}"

    def _kind(self, node: Node) -> Kind | None:
        """Give the kind of a name, a literal or a day that is counted; None if it has none."""
        if isinstance(node, Literal):
            return _kind_of_literal(node.value)
        if not isinstance(node, Name) or node.id == RECEIVED:
            return Kind.DATE
        if node.id in self.facts:
            return self.facts[node.id].kind
        return Kind.YES_NO if node.id in self.definitions else None

    def _undeclared(self, name: str) -> str:
        return f"'{name}' is no declared fact or definition{did_you_mean(name, sorted({*self.facts, *self.definitions}))}"


def _kind_of_literal(value: Value) -> Kind | None:
    if isinstance(value, bool):
        return Kind.YES_NO
    if isinstance(value, int):
        return Kind.NUMBER
    return None if isinstance(value, str | tuple) else Kind.DATE


def fault_in_value(fact: Fact, value: object) -> str | None:
    """Say why a value does not fit a fact, or None if it does. Places are looked at by their form only."""
    match fact.kind:
        case Kind.YES_NO | Kind.NUMBER:
            words = {Kind.YES_NO: "yes or no (true or false)", Kind.NUMBER: "a whole number"}[fact.kind]
            return None if type(value) is _WORDS[fact.kind] else f"it is {words}"
        case Kind.CHOICE | Kind.EXTENT:
            allowed = EXTENTS if fact.kind is Kind.EXTENT else fact.values
            return None if value in allowed else f"it is one of {', '.join(allowed)}"
        case Kind.DATE:
            if not isinstance(value, date) or isinstance(value, datetime):
                return "it is a date"
            return None if _FIRST_YEAR <= value.year <= _LAST_YEAR else f"it is a date of the years {_FIRST_YEAR} to {_LAST_YEAR}"
        case Kind.PLACE:
            return None if isinstance(value, str) else "it is a place"
    several = isinstance(value, tuple | list) and all(isinstance(item, str) for item in value)
    return None if several else "it is a list of places"


def fault_in_law_value(fact: Fact, value: object) -> str | None:
    """Say why a value does not fit a fact in the law data, where a place is always a code."""
    fault = fault_in_value(fact, value)
    if fault or fact.kind not in {Kind.PLACE, Kind.PLACES}:
        return fault
    codes = value if isinstance(value, tuple) else (str(value),)
    wrong = [code for code in codes if not PLACE_CODE.fullmatch(code)]
    return f"'{wrong[0]}' is no ISO 3166 code; write 'DE' or 'DE-HH'" if wrong else None


def _show(node: Node) -> str:
    match node:
        case Name(id=name):
            return f"'{name}'"
        case Literal(value=value):
            return shown(value)
        case After(day=day):
            return f"after({_show(day)}, ...)"
        case WorkingDay(day=day):
            return f"working_day({_show(day)}, ...)"
    return "the expression"  # pragma: no cover  nothing else comes here
