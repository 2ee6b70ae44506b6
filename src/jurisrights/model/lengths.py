"""Lengths of time that cannot be mixed up, and citations with their dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

import attrs


@attrs.frozen
class Months:
    """Calendar months. A month has no number of days."""

    count: int


@attrs.frozen
class Years:
    """Calendar years."""

    count: int


@attrs.frozen
class Weeks:
    """Weeks of seven calendar days."""

    count: int


@attrs.frozen
class Days:
    """Calendar days."""

    count: int


@attrs.frozen
class BusinessDays:
    """Days on which business is done, by the calendar that the counting rule names."""

    count: int


Length = Months | Years | Weeks | Days | BusinessDays
LENGTHS: dict[str, type[Length]] = {
    "months": Months,
    "years": Years,
    "weeks": Weeks,
    "days": Days,
    "business_days": BusinessDays,
}
UNITS = {kind: unit for unit, kind in LENGTHS.items()}


@attrs.frozen(kw_only=True)
class CitationEntry:
    """One wording of a citation and the days on which it is the right one."""

    text: str
    from_: date | None = None
    until: date | None = None


@attrs.frozen
class Citation:
    """Where the law says it. Renumbered articles have several dated entries."""

    entries: tuple[CitationEntry, ...] = ()

    def on(self, day: date) -> tuple[str, ...]:
        """Give the citations that are right on this day."""
        return tuple(entry.text for entry in self.entries if is_in_force(entry.from_, entry.until, day))


class Dated(Protocol):
    """What has a first and a last day, both included, an absent one open."""

    @property
    def in_force_from(self) -> date | None:
        """The first day."""
        ...

    @property
    def in_force_until(self) -> date | None:
        """The last day."""
        ...


D = TypeVar("D", bound=Dated)


def in_force(items: Iterable[D], day: date) -> list[D]:
    """Give the items that are in force on a day, in their order."""
    return [item for item in items if is_in_force(item.in_force_from, item.in_force_until, day)]


def is_in_force(first: date | None, last: date | None, day: date) -> bool:
    """Say whether a day lies within two dates, both included, an absent one open."""
    return (first is None or first <= day) and (last is None or day <= last)
