"""Whether the days of a calendar are days: `02-12`, `3rd monday january`, the words for weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from jurisrights.errors import Problem
from jurisrights.model.calendars import Calendar, CalendarDay, CorrectedDay
from jurisrights.reading.lines import Path
from jurisrights.reading.structure import TomlFile
from jurisrights.reading.words import did_you_mean

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY: Final = f"({'|'.join(_WEEKDAYS)})"
_NTH: Final = re.compile(
    rf"({_WEEKDAY} after )?(1st|2nd|3rd|4th|last) {_WEEKDAY} "
    r"(january|february|march|april|may|june|july|august|september|october|november|december)",
)
_OBSERVED: Final = ("sunday-to-monday", "saturday-to-friday", "both")
_A_YEAR: Final = 2001  # not a leap year: a day that does not come every year is no day of every year


def check_calendar(file: TomlFile, path: Path, calendar: Calendar) -> Iterator[Problem]:
    """Give the problems of a calendar's weekdays and listed days."""
    for weekday in calendar.rest_weekdays:
        if weekday not in _WEEKDAYS:
            yield file.problem((*path, "rest_weekdays"), "calendar", f"'{weekday}' is no weekday{did_you_mean(weekday, _WEEKDAYS)}")
    for index, day in enumerate(calendar.days):
        here = (*path, "days", index)
        yield from check_when(file, here, day, day.name)
        if day.observed and day.observed not in _OBSERVED:
            yield file.problem((*here, "observed"), "calendar", f"'{day.observed}' is not known{did_you_mean(day.observed, _OBSERVED)}")


def check_when(file: TomlFile, path: Path, day: CalendarDay | CorrectedDay, name: str) -> Iterator[Problem]:
    """Give the problems of the rule or the dates by which a day is found."""
    if bool(day.on) == bool(day.dates):
        yield file.problem(path, "calendar", f"'{name}' needs either `on` or `dates`")
    if day.on and not (_NTH.fullmatch(day.on) or _is_day_of_every_year(day.on)):
        message = f"'{day.on}' is no day of every year; write '02-12', '3rd monday january', 'last monday may' or 'friday after 4th thursday november'"
        yield file.problem((*path, "on"), "calendar", message)


def _is_day_of_every_year(text: str) -> bool:
    if not re.fullmatch(r"\d\d-\d\d", text, re.ASCII):
        return False
    try:
        date(_A_YEAR, int(text[:2]), int(text[3:]))
    except ValueError:
        return False
    return True
