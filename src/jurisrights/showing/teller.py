"""What every section of a told decision needs: the words of a language, names of laws and rights, citations."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from jurisrights.deciding.places import Places
from jurisrights.deciding.working_days import WEEKENDS
from jurisrights.model.decision import Decision
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Confirmed, Right
from jurisrights.reading.kinds import PLACE_CODE
from jurisrights.reading.library import read_law
from jurisrights.showing.phrases import Words


class Teller:
    """Tells the pieces of one decision in one language."""

    def __init__(self, decision: Decision, words: Words) -> None:
        self.words = words
        self.say = words.say
        self.text = words.text
        self._names = {finding.regime: finding.name for finding in decision.regimes}
        self._shorts = {finding.regime: finding.short for finding in decision.regimes}

    def regime(self, regime: str) -> str:
        """Give the name of a regime."""
        return self.text(self._names[regime])

    def shorts(self, regimes: Iterable[str]) -> str:
        """Give the short names of regimes."""
        return self.words.listed([self._shorts[regime] for regime in regimes])

    def right(self, right: Right) -> str:
        """Give the name of a neutral right."""
        return self.text(read_law().rights[right].name)

    def place(self, code: str) -> str:
        """Give the name of a place and its code."""
        return self.aside(_places().name(code, self.words.language), code)

    def calendar(self, name: str) -> str:
        """Give the name of the place whose days of rest were used, or the id of a calendar of the law data."""
        if name == WEEKENDS.rule.id:
            return self.say("weekends")
        return _places().name(name, self.words.language) if PLACE_CODE.fullmatch(name) else codes([name])

    def aside(self, text: str, *asides: str) -> str:
        """Add what stands in brackets behind a text."""
        for aside in asides:
            text = self.say("aside", text=text, aside=aside) if aside else text
        return text

    def labelled(self, what: str, text: str) -> str:
        """Put a label before a text."""
        return self.say("labelled", what=what, text=text)

    def cited(self, text: str, citations: Iterable[str], confirmed: Confirmed) -> str:
        """Put the citations behind a text, and say where they were not read in the law's own text."""
        shown = "; ".join(citations)
        if shown and confirmed is not Confirmed.STATUTE:
            shown = self.aside(shown, self.say(f"confirmed.{confirmed}"))
        return f"{text} [{shown}]" if shown else text

    def unsettled(self, text: Text) -> Iterator[str]:
        """Say what the law leaves open."""
        if text:
            yield f"    {self.say('unsettled', text=self.text(text))}"


@functools.cache
def _places() -> Places:
    return Places.from_tables(read_law().places)


def codes(facts: Iterable[str]) -> str:
    """Give the ids of facts, as what a host states them by."""
    return f"[{', '.join(facts)}]"
