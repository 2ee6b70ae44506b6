"""How a length is counted: counting rules and calendars, as frozen values."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import attrs

from jurisrights.model.lengths import Citation
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Confirmed, Event


@attrs.frozen(kw_only=True)
class Suspension:
    """A time that may not count: from one event to another, with its source and whether that binds."""

    id: str
    begins: Event
    ends: Event
    citation: Citation
    text: Text
    binding: bool = False
    confirmed: Confirmed | None = None
    unsettled: Text = Text()
    in_force_from: date | None = None
    in_force_until: date | None = None


class FirstDay(StrEnum):
    """Whether the day of the event is counted."""

    EXCLUDED = "excluded"
    INCLUDED = "included"


class MovedDays(StrEnum):
    """Whether working days that a state swaps by notice (a worked Saturday for a free Friday) are followed or ignored."""

    FOLLOWED = "followed"
    IGNORED = "ignored"


class Roll(StrEnum):
    """What happens when the last day is a day of rest."""

    NEXT_WORKING_DAY = "next-working-day"
    NONE = "none"


class MonthEnd(StrEnum):
    """What happens in a month without the same-numbered day, and whether an extended time is counted in two steps."""

    CLAMP = "clamp"
    CLAMP_EACH_STEP = "clamp-each-step"
    DAY_BEFORE = "day-before"


@attrs.frozen(kw_only=True)
class CountingRule:
    """How a length is counted: first day, month end, rest day at the end, whose days of rest."""

    id: str
    first_day: FirstDay
    month_end: MonthEnd
    roll: Roll
    citation: Citation
    text: Text
    calendars: tuple[str, ...] = ()
    holidays_in: str = ""
    moved_days: MovedDays = MovedDays.FOLLOWED
    confirmed: Confirmed | None = None
    unsettled: Text = Text()
    in_force_from: date | None = None
    in_force_until: date | None = None


@attrs.frozen(kw_only=True)
class CalendarDay:
    """A day of the year, or listed dates, on which no business is done."""

    name: str
    on: str = ""
    dates: tuple[date, ...] = ()
    observed: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None


@attrs.frozen(kw_only=True)
class CorrectedDay:
    """A day on which the library of holidays is wrong about a place, or foretells what nobody has decided."""

    place: str
    rest: bool
    citation: Citation
    text: Text
    on: str = ""
    dates: tuple[date, ...] = ()
    provisional: bool = False
    confirmed: Confirmed | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None


@attrs.frozen(kw_only=True)
class Calendar:
    """A day rule that no library has: weekly rest days and listed days."""

    id: str
    rest_weekdays: tuple[str, ...]
    citation: Citation
    text: Text
    days: tuple[CalendarDay, ...] = ()
    confirmed: Confirmed | None = None
    unsettled: Text = Text()
