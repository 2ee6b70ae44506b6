"""Lengths of time that cannot be mixed up, and citations with their dates."""

from __future__ import annotations

from datetime import date

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


def is_in_force(first: date | None, last: date | None, day: date) -> bool:
    """Say whether a day lies within two dates, both included, an absent one open."""
    return (first is None or first <= day) and (last is None or day <= last)
