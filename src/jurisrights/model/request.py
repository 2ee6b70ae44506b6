"""What goes in: what was asked, when, and all that was stated."""

from __future__ import annotations

from datetime import date

import attrs

from jurisrights.model.conditions import Value
from jurisrights.model.vocabulary import (
    Event,
    Kind,
    Right,
)


@attrs.frozen(kw_only=True)
class StatedFact:
    """A fact as the host, or the organisation's file, stated it; places are ISO codes."""

    id: str
    kind: Kind
    value: Value


@attrs.frozen(kw_only=True)
class StatedEvent:
    """A dated happening that the host knows of."""

    event: Event
    on: date


@attrs.frozen(kw_only=True)
class Part:
    """One part of the data, as the host names it, with the facts that differ there."""

    name: str
    facts: tuple[StatedFact, ...]


@attrs.frozen(kw_only=True)
class Request:
    """What was asked: the right (None: everything), the day of receipt, and all that was stated."""

    right: Right | None
    received: date
    facts: tuple[StatedFact, ...]
    parts: tuple[Part, ...] = ()
    events: tuple[StatedEvent, ...] = ()
    regimes: tuple[str, ...] = ()
    as_of: date | None = None

    def event(self, event: Event) -> date | None:
        """Give the day of an event, if it was stated; `received` always is."""
        if event is Event.RECEIVED:
            return self.received
        return next((stated.on for stated in self.events if stated.event is event), None)
