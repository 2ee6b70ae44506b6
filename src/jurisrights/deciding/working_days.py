"""Which days are days of rest: public holidays from the `holidays` library, put right where it errs, and day rules that no library has.

A host may pass calendars of its own: anything with `is_working_day` and `is_provisional` (see `WorkingDays`).
"""

from __future__ import annotations

import functools
import re
import warnings
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Protocol

import attrs

from jurisrights.model.calendars import Calendar, CalendarDay, CorrectedDay, MovedDays
from jurisrights.model.lengths import is_in_force

if TYPE_CHECKING:
    from holidays import HolidayBase

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NTH: Final = re.compile(r"(?:(\w+) after )?(1st|2nd|3rd|4th|5th|last) (\w+) (\w+)")
_FIRST_YEAR: Final = 1991  # no country's moved days are in the library before
_SATURDAY: Final = 5
_SUNDAY: Final = 6


class WorkingDays(Protocol):
    """A calendar: the seam where a host can put its own."""

    def is_working_day(self, day: date) -> bool:
        """Say whether business is done on this day."""
        ...

    def is_provisional(self, year: int) -> bool:
        """Say whether the calendar of this year is not yet published, so that dates in it may move."""
        ...


def working_day_from(day: date, calendar: WorkingDays) -> date:
    """Give the day itself, or if it is a day of rest the next that is none."""
    while not calendar.is_working_day(day):
        day += timedelta(days=1)
    return day


@attrs.define(eq=False)
class LibraryCalendar:
    """The national public holidays of one country, from the `holidays` library, and the country's weekly rest days."""

    country: str
    _days: HolidayBase | None = attrs.field(default=None, init=False)

    def is_working_day(self, day: date) -> bool:
        """Say whether it is neither a weekly rest day nor a public holiday; China's working weekends count as working."""
        return bool(self._loaded().is_working_day(day))

    def is_weekly_rest(self, day: date) -> bool:
        """Say whether it is a rest day of the week, whatever else it is."""
        return bool(self._loaded().is_weekend(day))

    def is_provisional(self, year: int) -> bool:
        """Say whether holidays, or days moved by notice, are not known for this year: in China the State Council fixes them late."""
        return year > _last_known_year(self.country)

    def _loaded(self) -> HolidayBase:
        if self._days is None:
            import holidays  # noqa: PLC0415  slow to import, and only needed where a day of rest matters

            self._days = holidays.country_holidays(self.country)
        return self._days


@attrs.define(eq=False)
class PublicHolidays:
    """The public holidays of one country and Saturdays and Sundays, whatever working days the country swaps by notice."""

    country: str
    _days: HolidayBase | None = attrs.field(default=None, init=False)
    _swapped: str = attrs.field(default="", init=False)

    def is_working_day(self, day: date) -> bool:
        """Say whether it is neither a Saturday, a Sunday nor a public holiday; a free day that was swapped is none."""
        if day.weekday() >= _SATURDAY:
            return False
        name = self._loaded().get(day)
        return name is None or bool(self._swapped and name.startswith(self._swapped))

    def is_weekly_rest(self, day: date) -> bool:
        """Say whether it is a Saturday or a Sunday."""
        return day.weekday() >= _SATURDAY

    def is_provisional(self, year: int) -> bool:
        """Say whether the library ends before this year: public holidays stand in the law, and what is swapped does not matter here."""
        return year > int(self._loaded().end_year)

    def _loaded(self) -> HolidayBase:
        if self._days is None:
            import holidays  # noqa: PLC0415  see LibraryCalendar

            days = holidays.country_holidays(self.country)
            # In the country's own language, because the label of swapped days is known in that language.
            self._days = holidays.country_holidays(self.country, language=days.default_language)
            self._swapped = (getattr(days, "substituted_label", None) or "").split("%s", maxsplit=1)[0]
        return self._days


@functools.cache
def _last_known_year(country: str) -> int:
    """Give the last year of the library, or for a country that works on weekends by notice the last year of which it knows some."""
    import holidays  # noqa: PLC0415  see LibraryCalendar

    last = int(holidays.country_holidays(country).end_year)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # India's calendar warns of every year that it knows in part
        found = holidays.country_holidays(country, years=range(_FIRST_YEAR, last + 1)).weekend_workdays
    return max((day.year for day in found), default=last)


@attrs.frozen
class CorrectedCalendar:
    """A calendar of the library, in which the law data puts some days right."""

    calendar: LibraryCalendar | PublicHolidays
    days: tuple[CorrectedDay, ...]

    def is_working_day(self, day: date) -> bool:
        """Say what the law data says of this day; where it says nothing, what the library says."""
        corrected = self.between(day, day)
        if not corrected:
            return self.calendar.is_working_day(day)
        return not (corrected[0].rest or self.calendar.is_weekly_rest(day))

    def is_provisional(self, year: int) -> bool:
        """Say what the library's calendar says; a single day that is not decided makes no year provisional."""
        return self.calendar.is_provisional(year)

    def between(self, first: date, last: date) -> tuple[CorrectedDay, ...]:
        """Give what the law data puts right between two days, both included."""
        years = range(first.year, last.year + 1)
        return tuple(item for item in self.days if any(first <= day <= last for year in years for day in _occurs(item, year)))


def corrected_between(calendar: WorkingDays | None, first: date, last: date) -> tuple[CorrectedDay, ...]:
    """Give what the law data puts right in a calendar between two days; a host's own is not corrected."""
    return calendar.between(first, last) if isinstance(calendar, CorrectedCalendar) else ()


@attrs.frozen
class NamedCalendar:
    """A day rule from the law data, for example one of California's four candidates for a business day."""

    rule: Calendar

    def is_working_day(self, day: date) -> bool:
        """Say whether it is neither a weekly rest day nor one of the listed days."""
        return WEEKDAYS[day.weekday()] not in self.rule.rest_weekdays and day not in _rest_days(self.rule.days, day.year)

    def is_provisional(self, year: int) -> bool:
        """Say whether some listed days of this year are not listed yet."""
        return any(
            item.dates and is_in_force(item.in_force_from, item.in_force_until, date(year, 12, 31)) and year > max(item.dates).year for item in self.rule.days
        )


@functools.lru_cache(maxsize=1024)
def _rest_days(days: tuple[CalendarDay, ...], year: int) -> frozenset[date]:
    """Give the listed days that fall in a year; one of 1 January may be observed on 31 December before."""
    found = {moved for item in days for around in (year, year + 1) for day in _occurs(item, around) if (moved := _observed(day, item.observed)).year == year}
    return frozenset(found)


def _occurs(item: CalendarDay | CorrectedDay, year: int) -> tuple[date, ...]:
    days = tuple(day for day in item.dates if day.year == year) if item.dates else (day_in_year(item.on, year),)
    return tuple(day for day in days if is_in_force(item.in_force_from, item.in_force_until, day))


def day_in_year(rule: str, year: int) -> date:
    """Give the date of `02-12`, `3rd monday january`, `last monday may` or `friday after 4th thursday november` in a year."""
    nth = _NTH.fullmatch(rule)
    if nth is None:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    after, which, weekday, month_name = nth.groups()
    found = _nth_weekday(year, _MONTHS.index(month_name) + 1, WEEKDAYS.index(weekday), which)
    return found + timedelta(days=(WEEKDAYS.index(after) - found.weekday()) % 7) if after else found


def _nth_weekday(year: int, month: int, weekday: int, which: str) -> date:
    if which == "last":
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=(following.weekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (int(which[0]) - 1))


def _observed(day: date, rule: str) -> date:
    if day.weekday() == _SUNDAY and rule in {"sunday-to-monday", "both"}:
        return day + timedelta(days=1)
    if day.weekday() == _SATURDAY and rule in {"saturday-to-friday", "both"}:
        return day - timedelta(days=1)
    return day


class Calendars:
    """Gives the calendar for a name; what the host passed comes first, as it is."""

    def __init__(self, own: Mapping[str, WorkingDays] | None = None, corrected: Sequence[CorrectedDay] = ()) -> None:
        self._own = dict(own or {})
        self._corrected = tuple(corrected)

    def of_country(self, code: str, moved_days: MovedDays = MovedDays.FOLLOWED) -> WorkingDays | None:
        """Give the calendar of the country of an ISO code, or None where no library has one."""
        country = code.split("-", maxsplit=1)[0]
        return self._own.get(code) or self._own.get(country) or self._of_library(code, country, moved_days)

    def _of_library(self, code: str, country: str, moved_days: MovedDays) -> WorkingDays | None:
        calendar = _library_calendar(country, moved_days)
        corrected = tuple(item for item in self._corrected if item.place in {code, country})
        return CorrectedCalendar(calendar, corrected) if calendar and corrected else calendar

    def named(self, rule: Calendar) -> WorkingDays:
        """Give the calendar of a day rule of the law data."""
        return self._own.get(rule.id) or NamedCalendar(rule)


@functools.cache
def _library_calendar(country: str, moved_days: MovedDays) -> LibraryCalendar | PublicHolidays | None:
    import holidays  # noqa: PLC0415  see LibraryCalendar

    if country not in holidays.list_supported_countries():
        return None
    return LibraryCalendar(country) if moved_days is MovedDays.FOLLOWED else PublicHolidays(country)
