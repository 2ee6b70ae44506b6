"""Pure arithmetic on dates: a day plus a length. Rest days are the matter of `working_days`."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from jurisrights.model.lengths import Days, Length, Months, Weeks, Years

_MONTHS_A_YEAR = 12


def add_length(day: date, length: Length) -> date:
    """Give the day that lies a length after another; a month without that day ends on its last day.

    >>> add_length(date(2026, 1, 31), Months(1))
    datetime.date(2026, 2, 28)

    Raises:
        TypeError: business days need a calendar.
    """
    match length:
        case Days(count):
            return day + timedelta(days=count)
        case Weeks(count):
            return day + timedelta(weeks=count)
        case Months(count):
            return _add_months(day, count)
        case Years(count):
            return _add_months(day, count * _MONTHS_A_YEAR)
    raise TypeError("business days are counted with a calendar")


def lengths_in_steps(whole: Length, first: Length | None) -> tuple[Length, ...]:
    """Split months into the first ones and the further ones: three months after one are one month and then two.

    >>> lengths_in_steps(Months(3), Months(1))
    (Months(count=1), Months(count=2))
    """
    if isinstance(whole, Months) and isinstance(first, Months) and first.count < whole.count:
        return (first, Months(whole.count - first.count))
    return (whole,)


def _add_months(day: date, count: int) -> date:
    years, month = divmod(day.month - 1 + count, _MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
