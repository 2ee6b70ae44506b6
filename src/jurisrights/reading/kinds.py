"""Whether a condition makes sense: its names are declared and its comparisons compare like with like."""

from __future__ import annotations

import re
from datetime import date, datetime
from collections.abc import Iterator, Mapping

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
)
from jurisrights.model.law import Fact
from jurisrights.model.vocabulary import EXTENTS, Kind
from jurisrights.reading.structure import did_you_mean

PLACE_CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
RECEIVED = "received"
_WORDS = {Kind.YES_NO: bool, Kind.NUMBER: int}
_ORDERED = (Kind.NUMBER, Kind.DATE)


@attrs.frozen
class Names:
    """What a condition may name: facts, definitions (which are yes-no), and territories."""

    facts: Mapping[str, Fact]
    definitions: frozenset[str]
    territories: frozenset[str]

    def faults(self, node: Node) -> Iterator[str]:
        """Give what is wrong with a condition, in words."""
        yield from self._truth(node)

    def _truth(self, node: Node) -> Iterator[str]:
        match node:
            case AllOf(terms=terms) | AnyOf(terms=terms):
                for term in terms:
                    yield from self._truth(term)
            case Not(term=term):
                yield from self._truth(term)
            case Compare(left=left, operator=operator, right=right):
                yield from self._comparison(left, operator, right)
            case Inside(place=place, territory=territory):
                yield from self._inside(place, territory)
            case Name(id=name):
                kind = self._kind(node)
                if kind is None:
                    yield self._undeclared(name)
                elif kind is not Kind.YES_NO:
                    yield f"'{name}' is no yes-no fact; compare it with something"
            case Literal(value=bool()):
                return
            case _:
                yield f"{_show(node)} is neither true nor false"

    def _comparison(self, left: Node, operator: str, right: Node) -> Iterator[str]:
        undeclared = [name.id for name in (left, right) if isinstance(name, Name) and self._kind(name) is None]
        if undeclared:
            yield from (self._undeclared(name) for name in undeclared)
            return
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
        problem = fault_in_value(fact, value) if fact else None
        if problem:
            yield f"{_show(left)} cannot be {value!r}: {problem}"
        elif not fact and kind is not _kind_of_literal(value):
            yield f"{_show(left)} cannot be compared with {value!r}"

    def _inside(self, place: Name, territory: str) -> Iterator[str]:
        kind = self._kind(place)
        if kind is None:
            yield self._undeclared(place.id)
        elif kind not in {Kind.PLACE, Kind.PLACES}:
            yield f"'{place.id}' is no place"
        if territory not in self.territories and not PLACE_CODE.fullmatch(territory):
            yield f"'{territory}' is no territory of this regime and no ISO code{did_you_mean(territory, sorted(self.territories))}"

    def _kind(self, node: Node) -> Kind | None:
        match node:
            case Name(id=name):
                if name == RECEIVED:
                    return Kind.DATE
                if name in self.facts:
                    return self.facts[name].kind
                return Kind.YES_NO if name in self.definitions else None
            case After():
                return Kind.DATE
            case Literal(value=value):
                return _kind_of_literal(value)
        return None

    def _undeclared(self, name: str) -> str:
        known = sorted({*self.facts, *self.definitions})
        return f"'{name}' is no declared fact or definition{did_you_mean(name, known) if len(known) else ''}"[:300]


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
            return None if isinstance(value, date) and not isinstance(value, datetime) else "it is a date"
        case Kind.PLACE:
            return None if isinstance(value, str) else "it is a place"
        case Kind.PLACES:
            fits = isinstance(value, tuple | list) and all(isinstance(item, str) for item in value)
            return None if fits else "it is a list of places"


def _show(node: Node) -> str:
    match node:
        case Name(id=name):
            return f"'{name}'"
        case Literal(value=value):
            return repr(value)
        case _:
            return "the expression"
