"""How a language's phrases are filled in: numbers, lengths, dates, lists, and the data's own texts.

The phrases stand in `showing.languages`; the law's own texts come from the data. What the data lacks in a language is told in English.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from jurisrights.model.lengths import BusinessDays, Days, Length, Months, Weeks, Years
from jurisrights.model.text import Text
from jurisrights.showing.languages import spoken

_UNITS: Final = {Months: "months", Years: "years", Weeks: "weeks", Days: "days", BusinessDays: "business-days"}


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._phrases = spoken(language).PHRASES

    def say(self, key: str, **values: object) -> str:
        """Give a phrase with its values filled in; where it has two forms, that of the number `count`."""
        one, _, others = self._phrases[key].partition("|")
        return (others if others and values["count"] != 1 else one).format(**values)

    def text(self, text: Text) -> str:
        """Give a text of the data on one line: sentences stand on lines of their own, joined as the language does it."""
        language = self.language if text.has(self.language) else "en"
        separator = spoken(language).PHRASES["sentence-separator"]
        return separator.join(line.strip() for line in text.in_(self.language).splitlines())

    def day(self, day: date) -> str:
        """Give a date in full, with its weekday."""
        from babel.dates import format_date  # noqa: PLC0415  slow to import, only needed to show a date

        return format_date(day, format=self.say("date", count=day.day), locale=self.language)

    def length(self, length: Length) -> str:
        """Give a length with its unit; Babel's long unit names are English in Japanese and Chinese."""
        return self.say(f"unit.{_UNITS[type(length)]}", count=length.count)

    def listed(self, items: Iterable[str]) -> str:
        """Join items of a list."""
        return self.say("list-separator").join(items)

    def clauses(self, parts: Iterable[str]) -> str:
        """Join parts of a sentence."""
        return self.say("clause-separator").join(parts)
