"""The readings of one deadline: how each date was counted, by whose days of rest, and what else the law may mean."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from jurisrights.model.findings import Alternative, Counted, Deadline
from jurisrights.model.lengths import BusinessDays
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import CountStep
from jurisrights.showing.teller import Teller

_PLAIN = [CountStep.EVENT, CountStep.ENDS]


@attrs.frozen
class Readings:
    """Tells the readings of one deadline; what is plain from its length and date is not told again."""

    teller: Teller
    clock: Deadline

    def lines(self) -> Iterator[str]:
        """Give the reading that is due, then the others, each with what is open about it; a reason that several share is told once."""
        told: set[Text] = set()
        for item in sorted(self.clock.alternatives, key=lambda item: item.due != self.clock.due):
            because = "" if item.because in told else self.teller.text(item.because)
            told.add(item.because)
            sentences = list(self._sentences(item, because))
            if sentences:
                yield f"    {self.teller.cited(self.teller.say('sentence-separator').join(sentences), item.citations, item.confirmed)}"
                yield from self.teller.unsettled(item.unsettled)
        for text in undecided(self.clock):
            yield from self.teller.unsettled(text)
        for pausing in self.clock.pausing:
            open_since = self.teller.say("pausing", day=self.teller.words.day(pausing.since), text=self.teller.text(pausing.text))
            yield f"    {self.teller.cited(open_since, pausing.citations, pausing.confirmed)}"

    def _sentences(self, item: Alternative, because: str) -> Iterator[str]:
        counted = self.teller.say("count", steps=self._steps(item)) if self._has_steps(item) else ""
        if item.due != self.clock.due:
            calendars = "" if counted else self._calendars(item)
            day = self.teller.aside(self.teller.words.day(item.due), calendars)
            yield self.teller.say("other-reading", day=day, because=because).strip()
        if counted:
            yield counted
        if because and item.due == self.clock.due and len(self.clock.alternatives) > 1:
            yield because

    def _has_steps(self, item: Alternative) -> bool:
        """Say whether there is more to tell than the length and the day on which it ends."""
        by_calendar = len(self.clock.alternatives) > 1 or isinstance(self.clock.length, BusinessDays)
        return [step.what for step in item.counted] != _PLAIN or (item.due == self.clock.due and by_calendar)

    def _steps(self, item: Alternative) -> str:
        """Tell the steps, and beside the one on which days of rest mattered whose they are."""
        found = [step.what for step in item.counted]
        named = next((what for what in (CountStep.ROLLED, CountStep.SUSPENDED) if what in found), CountStep.ENDS)
        told = []
        for step in item.counted:
            key = "then" if step.what is CountStep.ENDS and CountStep.FIRST in found else step.what
            where = self._calendars(item) if step.what is named else ""
            told.append(self.teller.aside(self._step(step, key), self.teller.say("calendar", where=where) if where else ""))
        return self.teller.say("name-separator").join(told)

    def _step(self, step: Counted, key: str) -> str:
        length = step.length or self.clock.length
        return self.teller.say(
            f"count.{key}",
            event=self.teller.say(f"event.{self.clock.runs_from}"),
            day=self.teller.words.day(step.day),
            length=self.teller.words.length(length) if length else "",
        )

    def _calendars(self, item: Alternative) -> str:
        return self.teller.words.listed(self.teller.calendar(name) for name in item.calendars)


def undecided(clock: Deadline) -> list[Text]:
    """Give, each once, why days that a reading looked at may still become days of rest."""
    return list(dict.fromkeys(step.because for item in clock.alternatives for step in item.counted if step.because))
