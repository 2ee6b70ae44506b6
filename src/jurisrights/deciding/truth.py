"""Whether a condition holds, in three values, and what that rests on.

Unknown stays unknown unless the rest decides. Each verdict says on which assumed facts it rests and, where it is open,
which facts would settle it: so a decision can list its assumptions and ask only what matters.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Final, Protocol

import attrs

from jurisrights.deciding.counting import add_length
from jurisrights.deciding.working_days import WorkingDays, next_working_day
from jurisrights.model.conditions import (
    ALWAYS,
    After,
    AllOf,
    AnyOf,
    Choices,
    Compare,
    Condition,
    Inside,
    Literal,
    Name,
    Node,
    Not,
    Value,
    WorkingDay,
    names_in,
)
from jurisrights.model.law import Definition, Fact, TerritoryRow, TerritoryStatus
from jurisrights.model.lengths import LENGTHS, in_force
from jurisrights.model.vocabulary import EXTENTS, Holds, Kind, Right, Silence

_NONE: Final[frozenset[str]] = frozenset()
_MOST_CASES: Final = 512  # more combinations than this are not tried; the verdict then stays as it is


class PlaceKnowledge(Protocol):
    """What is needed of places: whether one lies in another, and the chain of wholes."""

    def contains(self, outer: str, inner: str) -> bool | None:
        """Say whether `inner` lies in `outer`; None if `inner` is too coarse to tell."""
        ...

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Give the place and the places around it, the most specific first."""
        ...


@attrs.frozen
class Verdict:
    """True, False or None (open), the assumed facts that carry it, and the facts that would settle it."""

    value: bool | None
    assumed: frozenset[str] = _NONE
    unknown: frozenset[str] = _NONE

    @property
    def holds(self) -> Holds:
        """The verdict in the words of a decision."""
        return Holds.OPEN if self.value is None else Holds.YES if self.value else Holds.NO

    @property
    def facts(self) -> tuple[str, ...]:
        """Everything it hangs on, sorted."""
        return tuple(sorted(self.assumed | self.unknown))


@attrs.frozen
class Known:
    """The value of a fact or expression (None: unknown), with what it rests on."""

    value: Value | None
    assumed: frozenset[str] = _NONE
    unknown: frozenset[str] = _NONE


@attrs.define(eq=False)
class Case:
    """One case under one regime: the stated facts, and the regime's definitions, territories and calendars on the day of receipt."""

    received: date
    stated: Mapping[str, Value]
    facts: Mapping[str, Fact]
    definitions: Mapping[str, tuple[Definition, ...]]
    territories: Mapping[str, tuple[TerritoryRow, ...]]
    places: PlaceKnowledge
    never_assumed: frozenset[str] = _NONE
    """Facts about which silence means nothing in this case, and so nothing that follows them either."""
    calendars: Mapping[str, WorkingDays] = attrs.field(factory=dict)
    asked: Right | None = None
    _met: Counter[str] = attrs.field(factory=Counter, init=False)
    _settled: dict[str, Known] = attrs.field(factory=dict, init=False)
    _defined: dict[str, Verdict] = attrs.field(factory=dict, init=False)
    """What silence about facts, and what definitions have come to so far; what is unknown is looked at anew, because it is counted how often it is met."""
    unclear: list[TerritoryRow] = attrs.field(factory=list, init=False)
    """The rows met so far by which the law itself leaves open where a place lies."""

    def with_facts(self, more: Mapping[str, Value]) -> Case:
        """Give the same case with some facts stated otherwise."""
        return self._with({**self.stated, **more}, self.never_assumed)

    def without(self, names: frozenset[str]) -> Case:
        """Give the same case with some facts unknown where they are not stated, whatever silence about them means otherwise."""
        return self._with(self.stated, self.never_assumed | names) if names else self

    def _with(self, stated: Mapping[str, Value], never_assumed: frozenset[str]) -> Case:
        return Case(self.received, stated, self.facts, self.definitions, self.territories, self.places, never_assumed, self.calendars, self.asked)

    def test(self, condition: Condition) -> Verdict:
        """Say whether a condition holds."""
        if condition is ALWAYS:
            return Verdict(value=True)
        self._met.clear()
        verdict = self._truth(condition.tree)
        if verdict.value is None and any(count > 1 for count in self._met.values()):
            # Only a fact that occurs twice can make the three-valued reading too cautious.
            return self._tried_out(condition.tree, verdict)
        return verdict

    def value_of(self, fact_id: str) -> Known:
        """Give the value of a fact: stated, assumed, or unknown."""
        if fact_id in self.stated:
            return Known(self.stated[fact_id])
        known = self._settled.get(fact_id)
        if known is None:
            known = self._in_silence(self.facts[fact_id])
            if known.value is not None:
                self._settled[fact_id] = known
        return known

    def _in_silence(self, fact: Fact) -> Known:
        """Give what silence about a fact means: that it is so, that it is as something else is, or that it is unknown."""
        implied = self.asked in fact.implied_by
        if fact.id in self.never_assumed or (fact.silence is not Silence.ASSUME and not implied):
            self._met[fact.id] += 1
            return Known(None, unknown=frozenset({fact.id}))
        if implied:
            return Known(value=True, assumed=frozenset({fact.id}))
        followed = self._followed(fact) if fact.follow else None
        if followed and followed.value is not None:
            return Known(_as_kind(followed.value, fact.kind), followed.assumed | {fact.id})
        if followed and followed.unknown & self.never_assumed:
            return Known(None, unknown=followed.unknown & self.never_assumed)
        if fact.assume is not None:
            return Known(fact.assume, frozenset({fact.id}))
        # Where the law leaves open what is followed, there is nothing to ask behind it, but the fact itself can be stated.
        followed = followed or Known(None)
        return Known(None, followed.assumed, followed.unknown or frozenset({fact.id}))

    def hinges(self, fact_id: str) -> frozenset[str]:
        """Give the facts through which an assumption could be settled: itself, what it follows, what that is made of."""
        return frozenset(name for name in self._reached([fact_id]) if name not in self.stated)

    def is_inside(self, code: str, territory: str) -> bool:
        """Say whether a place certainly lies in a territory on the day of receipt."""
        return self._place_inside(code, territory) is True

    def followers(self, fact_id: str, trees: Iterable[Node]) -> tuple[str, ...]:
        """Give the facts in these conditions that are unknown because in silence they follow this one; stating one of them settles the same thing."""
        reached = self._reached(name for tree in trees for name in names_in(tree))
        following = (name for name in reached if self.facts[name].follow and name != fact_id and name not in self.stated)
        return tuple(sorted(name for name in following if fact_id in self.hinges(name) and self.value_of(name).value is None))

    def hanging_on(self, condition: Condition, verdict: Verdict) -> tuple[str, ...]:
        """Give the facts on which a verdict hangs; where it is open, also those that would settle it in the place of what they follow."""
        instead = (name for fact_id in verdict.unknown for name in self.followers(fact_id, [condition.tree]))
        return tuple(sorted({*verdict.facts, *instead}))

    def _reached(self, names: Iterable[str]) -> frozenset[str]:
        """Give these facts, what they follow, and what the definitions on the way are made of."""
        found: set[str] = set()
        todo = list(names)
        while todo:
            name = todo.pop()
            if name in found:
                continue
            found.add(name)
            if name in self.facts and self.facts[name].follow:
                todo.append(self.facts[name].follow or "")
            for definition in self.definitions.get(name, ()):
                todo += names_in(definition.when.tree)
        return frozenset(name for name in found if name in self.facts)

    def may_be_answered(self, assumed: Collection[str]) -> bool:
        """Say whether one of these assumptions hangs on a fact that is asked, so that an answer may correct it."""
        return any(self.facts[name].silence is Silence.ASK for fact_id in assumed for name in self.hinges(fact_id))

    def _followed(self, fact: Fact) -> Known:
        name = fact.follow or ""
        if name in self.facts:
            return self.value_of(name)
        verdict = self._definition(name)
        return Known(verdict.value, verdict.assumed, verdict.unknown)

    # -------------------------------------------------------------------------------------------------- evaluation

    def _truth(self, node: Node) -> Verdict:  # noqa: PLR0911  one case for each kind of node
        match node:
            case AllOf(terms=terms):
                return _joined((self._truth(term) for term in terms), decisive=False)
            case AnyOf(terms=terms):
                return _joined((self._truth(term) for term in terms), decisive=True)
            case Not(term=term):
                inner = self._truth(term)
                return inner if inner.value is None else attrs.evolve(inner, value=not inner.value)
            case Inside(place=place, territory=territory, wholly=wholly):
                return self._inside(place.id, territory, wholly=wholly)
            case Compare(left=left, operator=operator, right=right):
                return self._compare(left, operator, right)
            case Name(id=name) if name in self.facts:
                known = self.value_of(name)
                return Verdict(None if known.value is None else bool(known.value), known.assumed, known.unknown)
            case Name(id=name):
                return self._definition(name)
            case Literal(value=value):
                return Verdict(bool(value))
        raise AssertionError(node)  # pragma: no cover  the reader lets nothing else in

    def _definition(self, name: str) -> Verdict:
        known = self._defined.get(name)
        if known is None:
            known = next((self._truth(item.when.tree) for item in in_force(self.definitions.get(name, ()), self.received)), Verdict(value=False))
            if known.value is not None:
                self._defined[name] = known
        return known

    def _value(self, node: Node) -> Known:
        match node:
            case Literal(value=value):
                return Known(value)
            case Name(id="received"):
                return Known(self.received)
            case Name(id=name) if name in self.facts:
                return self.value_of(name)
            case After(day=inner) | WorkingDay(day=inner):
                known = self._value(inner)
                return attrs.evolve(known, value=self._counted(node, known.value)) if isinstance(known.value, date) else known
        verdict = self._truth(node)
        return Known(verdict.value, verdict.assumed, verdict.unknown)

    def _counted(self, node: After | WorkingDay, day: date) -> date:
        if isinstance(node, WorkingDay):
            return next_working_day(day, self.calendars[node.calendar], node.calendar)
        return add_length(day, LENGTHS[node.unit](node.count))

    def _compare(self, left: Node, operator: str, right: Node) -> Verdict:
        one = self._value(left)
        if isinstance(right, Choices):
            value = None if one.value is None else one.value in right.values
            return Verdict(value, one.assumed, one.unknown)
        other = self._value(right)
        assumed, unknown = one.assumed | other.assumed, one.unknown | other.unknown
        if one.value is None or other.value is None:
            return Verdict(None, assumed, unknown)
        return Verdict(_OPERATIONS[operator](one.value, other.value), assumed)

    def _inside(self, place_fact: str, territory: str, *, wholly: bool = False) -> Verdict:
        known = self.value_of(place_fact)
        if known.value is None:
            return Verdict(None, known.assumed, known.unknown)
        codes = known.value if isinstance(known.value, tuple) else (str(known.value),)
        found = [self._place_inside(code, territory) for code in codes]
        decisive = not wholly  # one place inside settles `inside`, one outside settles `wholly_inside`
        if decisive in found:
            return Verdict(value=decisive, assumed=known.assumed)
        if "coarse" in found:
            return Verdict(None, known.assumed, self._root(place_fact))
        return Verdict(None if None in found else wholly and bool(found), known.assumed)

    def _place_inside(self, code: str, territory: str) -> bool | str | None:
        """Say True or False, `coarse` where a finer place would tell, None where the law itself is unclear."""
        if territory not in self.territories:
            contained = self.places.contains(territory, code)
            return "coarse" if contained is None else contained
        rows = in_force(self.territories[territory], self.received)
        for around in self.places.ancestors(code):
            for row in rows:
                if around in row.codes:
                    if row.status is TerritoryStatus.UNCLEAR and row not in self.unclear:
                        self.unclear.append(row)
                    status = {TerritoryStatus.IN: True, TerritoryStatus.OUT: False}.get(row.status)
                    return "coarse" if status is False and self._may_hold(code, rows) else status
        return "coarse" if self._may_hold(code, rows) else False

    def _may_hold(self, code: str, rows: list[TerritoryRow]) -> bool:
        """Say whether some place within a place that is itself outside lies inside."""
        return any(row.status is TerritoryStatus.IN and any(self.places.contains(inner, code) is None for inner in row.codes) for row in rows)

    def _root(self, fact_id: str) -> frozenset[str]:
        follow = self.facts[fact_id].follow
        if fact_id in self.stated or not follow or follow not in self.facts:
            return frozenset({fact_id})
        return self._root(follow)

    # --------------------------------------------------------------------------------------------------- refinement

    def _tried_out(self, tree: Node, verdict: Verdict) -> Verdict:
        """Try every combination of the unknown facts that occur twice; drop those that change nothing.

        With these fixed every other fact occurs once, and for such a condition the three-valued reading is exact.
        """
        twice = sorted(name for name in verdict.unknown if self._met[name] > 1)
        domains = {name: values for name in twice if (values := self._domain(name, tree))}
        combinations = 1
        for values in domains.values():
            combinations *= len(values)
        if not domains or combinations > _MOST_CASES:
            return verdict
        names = list(domains)
        results: dict[tuple[Value, ...], Verdict] = {}
        for combination in itertools.product(*domains.values()):
            results[combination] = self.with_facts(dict(zip(names, combination, strict=True)))._truth(tree)  # noqa: SLF001
        outcomes = {result.value for result in results.values()}
        assumed = frozenset().union(*(result.assumed for result in results.values()))
        if len(outcomes) == 1 and None not in outcomes:
            return Verdict(outcomes.pop(), assumed)
        pivotal = {name for index, name in enumerate(names) if _matters(index, results)}
        still = frozenset().union(*(result.unknown for result in results.values()))
        return Verdict(None, assumed, frozenset(pivotal) | still)

    def _domain(self, fact_id: str, tree: Node) -> tuple[Value, ...]:
        fact = self.facts[fact_id]
        match fact.kind:
            case Kind.YES_NO:
                return (True, False)
            case Kind.CHOICE:
                return fact.values
            case Kind.EXTENT:
                return EXTENTS
            case Kind.NUMBER:
                limits = set(self._numbers(tree))
                return tuple(sorted({limit + step for limit in limits for step in (-1, 0, 1)}))
        return ()

    def _numbers(self, node: Node) -> Iterator[int]:
        """Give every number that the facts of a tree are compared with: written in it, or known of another fact."""
        match node:
            case Literal(value=int() as value) if not isinstance(value, bool):
                yield value
            case Choices(values=values):
                yield from (value for value in values if isinstance(value, int))
            case AllOf(terms=terms) | AnyOf(terms=terms):
                yield from itertools.chain.from_iterable(self._numbers(term) for term in terms)
            case Not(term=term):
                yield from self._numbers(term)
            case Compare(left=left, right=right):
                yield from (*self._numbers(left), *self._numbers(right))
            case Name(id=name):
                known = self.stated[name] if name in self.stated else self.facts[name].assume if name in self.facts else None
                if isinstance(known, int):
                    yield known
                for part in self._behind(name):
                    yield from self._numbers(part)

    def _behind(self, name: str) -> Iterator[Node]:
        """Give what a name stands for: what the fact follows, what the definition says."""
        if name in self.facts and name not in self.stated and self.facts[name].follow:
            yield Name(self.facts[name].follow or "")
        yield from (definition.when.tree for definition in self.definitions.get(name, ()))


def _matters(index: int, results: Mapping[tuple[Value, ...], Verdict]) -> bool:
    groups: dict[tuple[Value, ...], set[tuple[bool | None, frozenset[str]]]] = {}
    for combination, result in results.items():
        groups.setdefault(combination[:index] + combination[index + 1 :], set()).add((result.value, result.unknown))
    return any(len(found) > 1 for found in groups.values())


def _joined(verdicts: Iterator[Verdict], *, decisive: bool) -> Verdict:
    """Join `and` (decisive False) or `or` (decisive True): one decisive term is enough, and the best supported one carries it."""
    every = list(verdicts)
    deciding = [verdict for verdict in every if verdict.value is decisive]
    if deciding:
        return min(deciding, key=lambda verdict: len(verdict.assumed))
    value = None if any(verdict.value is None for verdict in every) else not decisive
    assumed = frozenset().union(*(verdict.assumed for verdict in every))
    return Verdict(value, assumed, frozenset().union(*(verdict.unknown for verdict in every)))


_OPERATIONS = {
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
}


def _as_kind(value: Value, kind: Kind) -> Value:
    return (value,) if kind is Kind.PLACES and isinstance(value, str) else value
