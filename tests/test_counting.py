"""Facts about a day plus a length: months end where they have no such day, years leap, weeks are seven days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from jurisrights.deciding.counting import add_length, lengths_in_steps
from jurisrights.model.lengths import BusinessDays, Days, Length, Months, Weeks, Years

ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "length", "end"),
    [
        ("2026-03-05", Months(1), "2026-04-05"),
        ("2026-01-31", Months(1), "2026-02-28"),
        ("2024-01-31", Months(1), "2024-02-29"),
        ("2026-08-31", Months(1), "2026-09-30"),
        ("2026-01-31", Months(2), "2026-03-31"),
        ("2026-11-30", Months(3), "2027-02-28"),
        ("2026-12-15", Months(1), "2027-01-15"),
        ("2026-12-31", Months(12), "2027-12-31"),
        ("2025-11-30", Months(27), "2028-02-29"),
        ("2024-02-29", Years(1), "2025-02-28"),
        ("2024-02-29", Years(4), "2028-02-29"),
        ("2023-02-28", Years(1), "2024-02-28"),
        ("2026-02-20", Weeks(2), "2026-03-06"),
        ("2024-02-20", Weeks(2), "2024-03-05"),
        ("2026-11-23", Days(45), "2027-01-07"),
        ("2026-11-23", Days(0), "2026-11-23"),
    ],
)
def test_a_length_ends_on_the_day_worked_out_by_hand(day: str, length: Length, end: str) -> None:
    assert add_length(date.fromisoformat(day), length) == date.fromisoformat(end)


def test_business_days_cannot_be_counted_without_a_calendar() -> None:
    with pytest.raises(TypeError, match="business days are counted with a calendar"):
        add_length(date(2026, 11, 23), BusinessDays(10))


def walked(day: date, months: int) -> date:
    """Walk day by day through the months, and stop on the same number or on the last day of the last month."""
    here = day
    for _ in range(months):
        month = here.month
        while here.month == month:
            here += ONE_DAY
    # `here` is the first day of the month in which the period ends
    while here.day != day.day and (here + ONE_DAY).day != 1:
        here += ONE_DAY
    return here


def test_months_agree_with_walking_through_every_day_of_four_years() -> None:
    for number in range(4 * 365 + 1):
        day = date(2023, 1, 1) + number * ONE_DAY
        for months in (1, 3, 12):
            assert add_length(day, Months(months)) == walked(day, months)


@pytest.mark.parametrize(
    ("whole", "first", "steps"),
    [
        (Months(3), Months(1), (Months(1), Months(2))),
        (Months(1), Months(1), (Months(1),)),
        (Months(1), Months(2), (Months(1),)),
        (Months(3), None, (Months(3),)),
        (Days(90), Days(45), (Days(90),)),
    ],
)
def test_only_months_are_split_into_the_first_and_the_further_ones(whole: Length, first: Length | None, steps: tuple[Length, ...]) -> None:
    assert lengths_in_steps(whole, first) == steps
