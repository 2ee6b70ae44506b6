"""Time that may not count: which suspensions have begun and ended, and what they do to the end of a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from jurisrights.model.calendars import Suspension
from jurisrights.model.findings import Counted
from jurisrights.model.request import Request
from jurisrights.model.vocabulary import CountStep

_Suspending = tuple[Suspension, date, date]


@attrs.frozen
class Pauses:
    """The suspensions that a clock may have, as they stand in one request."""

    suspensions: tuple[Suspension, ...]
    request: Request

    def readings(self) -> Iterator[Pause]:
        """Give the readings of the time that may not count: none of it, and with what suspends; only the latter if it binds."""
        suspending = [(item, begun, ended) for item, begun in self._begun() if (ended := self.request.event(item.ends))]
        binding = [entry for entry in suspending if entry[0].binding]
        yield Pause.of(binding)
        if len(binding) < len(suspending):
            yield Pause.of(suspending)

    def running(self, last: date) -> Iterator[tuple[Suspension, date]]:
        """Give what has begun before the last day of a period and has not ended, and since when."""
        return ((item, begun) for item, begun in self._begun() if begun <= last and self.request.event(item.ends) is None)

    def _begun(self) -> Iterator[tuple[Suspension, date]]:
        return ((item, begun) for item in self.suspensions if (begun := self.request.event(item.begins)))


@attrs.frozen
class Pause:
    """The suspensions of one reading, each with the days on which it began and ended, in the order in which they began."""

    suspending: tuple[_Suspending, ...]

    @classmethod
    def of(cls, suspending: Sequence[_Suspending]) -> Pause:
        """Put suspensions in their order; one that ends on the day on which it begins, or before, suspends nothing."""
        return cls(tuple(sorted((entry for entry in suspending if entry[1] < entry[2]), key=lambda entry: entry[1:])))

    def after(self, end: date) -> date:
        """Give the end of a period with the days that do not count; what began after the period was over suspends nothing."""
        counted_until = date.min
        for _, begun, ended in self.suspending:
            if begun <= end:
                end += max(ended - max(begun, counted_until), timedelta())  # a day on which two of them run counts once
                counted_until = max(ended, counted_until)
        return end

    def in_use(self, counted: Sequence[Counted]) -> tuple[Suspension, ...]:
        """Give the suspensions that moved the end of a counted period."""
        ends = [step.day for step in counted if step.what is CountStep.SUSPENDED]
        return tuple(item for item, begun, _ in self.suspending if ends and begun <= ends[0])
