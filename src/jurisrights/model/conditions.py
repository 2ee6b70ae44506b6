"""Conditions as values: the tree that the text of a `when` is read into, once.

`reading.conditions` makes them, `deciding.truth` evaluates them in three values.
"""

from __future__ import annotations

from datetime import date

import attrs

Value = bool | int | str | date | tuple[str, ...]
"""What a fact can be: yes-no, number, choice/extent/place, date, places."""


@attrs.frozen
class Literal:
    """A value written in the condition."""

    value: Value


@attrs.frozen
class Name:
    """A fact, a definition, or `received`."""

    id: str


@attrs.frozen
class After:
    """`after(day, months=6)`: a day plus a length. Month ends clamp."""

    day: Node
    unit: str
    count: int


@attrs.frozen
class WorkingDay:
    """`working_day(day, 'calendar')`: that day, or if it is a day of rest the next that is none."""

    day: Node
    calendar: str


@attrs.frozen
class Compare:
    """`left operator right`, the operator one of `== != < <= > >= in`."""

    left: Node
    operator: str
    right: Node


@attrs.frozen
class Choices:
    """The right side of `in`: the listed values."""

    values: tuple[Value, ...]


@attrs.frozen
class Inside:
    """`inside(place, 'territory')`; with `wholly`, `wholly_inside(places, 'territory')`: every place of the set."""

    place: Name
    territory: str
    wholly: bool = False


@attrs.frozen
class Not:
    """Negation."""

    term: Node


@attrs.frozen
class AllOf:
    """`and`."""

    terms: tuple[Node, ...]


@attrs.frozen
class AnyOf:
    """`or`."""

    terms: tuple[Node, ...]


Node = Literal | Name | After | WorkingDay | Compare | Choices | Inside | Not | AllOf | AnyOf


@attrs.frozen
class Condition:
    """A condition: its text as written, and the tree."""

    text: str
    tree: Node = attrs.field(eq=False, repr=False)

    @property
    def names(self) -> frozenset[str]:
        """The facts and definitions that it names."""
        return names_in(self.tree)


def names_in(node: Node) -> frozenset[str]:
    """Give the ids of facts and definitions in a tree."""
    match node:
        case Name(id=name):
            return frozenset({name})
        case Literal() | Choices():
            return frozenset()
        case After(day=inner) | WorkingDay(day=inner) | Not(term=inner) | Inside(place=inner):
            return names_in(inner)
        case Compare(left=left, right=right):
            return names_in(left) | names_in(right)
    return frozenset().union(*(names_in(term) for term in node.terms))


ALWAYS = Condition("True", Literal(value=True))
"""The condition of an item without a `when`."""
