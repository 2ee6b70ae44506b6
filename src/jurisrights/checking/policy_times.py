"""The times that an organisation sets itself, held against one law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from jurisrights.checking.policy_view import Point, View
from jurisrights.deciding.counting import add_length
from jurisrights.model.conditions import ALWAYS
from jurisrights.model.conformance import Severity
from jurisrights.model.law import Clock
from jurisrights.model.lengths import is_in_force
from jurisrights.model.organisation import Target
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Holds, Right, Step

_A_YEAR: Final = 365
_MOST: Final = 0.5
_NOT_TOO_LATE: Final = frozenset({Step.SUIT_NOT_BEFORE, Step.RECORD, Step.COMPLAINT})
"""Steps of which the law says how long to wait, or of which the organisation is not the one who takes them."""


class _Late(NamedTuple):
    clock: Clock
    received: date
    own: date
    last: date
    mostly: bool


def targets(view: View) -> Iterator[Point]:
    """A time that the organisation sets itself and that can end after the law's last day: a breach where it mostly does, else a gap."""
    for index, target in enumerate(view.organisation.targets):
        if view.concerns(target.regimes) and target.step not in _NOT_TOO_LATE:
            yield from _too_late(view, index, target)


def _too_late(view: View, index: int, target: Target) -> Iterator[Point]:
    clocks: dict[Clock, list[Right]] = {}
    for right in view.meant(target.rights):
        for clock in dict.fromkeys(clock for item in view.answering(right) for clock in item.clocks):
            if clock.step is target.step and clock.binding and _is_certain(view, clock):
                clocks.setdefault(clock, []).append(right)
    found: dict[tuple[tuple[str, ...], date, date], tuple[_Late, list[Right]]] = {}
    for clock, rights in clocks.items():
        if late := _late(view, clock, target):
            key = (clock.citation.on(late.received), late.received, late.last)
            found.setdefault(key, (late, []))[1].extend(right for right in rights if right not in found[key][1])
    for (citations, received, last), (late, rights) in found.items():
        values: dict[str, Text | str] = {"rights": view.named(rights), "received": str(received), "own": str(late.own), "last": str(last)}
        yield Point(
            code="target-too-late",
            path=("targets", index),
            values=values,
            citations=citations,
            law=late.clock.text,
            confirmed=late.clock.confirmed,
            severity=None if late.mostly else Severity.GAP,
            source=target.source,
        )


def _is_certain(view: View, clock: Clock) -> bool:
    """Say whether a clock runs in every case; an extension never does, and to extend for longer than it says is late in any."""
    return clock.when is ALWAYS or (clock.step is Step.ANSWER_EXTENDED and view.case.test(clock.when).holds is not Holds.NO)


def _late(view: View, clock: Clock, target: Target) -> _Late | None:
    """Give a day of the coming year on which a request would be handled too late, the first; None where there is no such day."""
    days = [view.case.received + timedelta(days=number) for number in range(_A_YEAR)]
    late = [
        (received, own, last)
        for received in days
        if is_in_force(clock.in_force_from, clock.in_force_until, received)
        and (last := view.last_day(clock, received))
        and (own := add_length(received, target.within)) > last
    ]
    return _Late(clock, *late[0], mostly=len(late) > _MOST * len(days)) if late else None
