"""The public holidays of every state of the EEA as its own law has them, typed in here, against the days of rest that dates are counted by.

Saturdays and Sundays rest everywhere, so only weekdays are looked at. Days that a state swaps or gives off once are no public holidays.
Where the law leaves open whether a day is one, the program takes the earlier date; such days stand here with a note.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from jurisrights import Router
from jurisrights.deciding.working_days import Calendars
from jurisrights.model.calendars import MovedDays

CALENDARS = Calendars(corrected=Router().law.corrected_days.days)
YEARS = range(2018, 2028)
MONDAY, THURSDAY, FRIDAY, SATURDAY = 0, 3, 4, 5
GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY, CORPUS_CHRISTI = -2, 1, 39, 50, 60

FIXED = {
    "AT": "01-01 01-06 05-01 08-15 10-26 11-01 12-08 12-25 12-26",
    "BE": "01-01 05-01 07-21 08-15 11-01 11-11 12-25",
    "BG": "01-01 03-03 05-01 05-06 05-24 09-06 09-22 12-24 12-25 12-26",
    "CY": "01-01 01-06 03-25 04-01 05-01 08-15 10-01 10-28 12-25 12-26",  # not 24 December and Easter Tuesday, days of banks and offices
    "CZ": "01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26",
    "DE": "01-01 05-01 10-03 12-25 12-26",
    "DK": "01-01 12-25 12-26",
    "EE": "01-01 02-24 05-01 06-23 06-24 08-20 12-24 12-25 12-26",
    "ES": "01-01 01-06 05-01 08-15 10-12 11-01 12-06 12-08 12-25",
    "FI": "01-01 01-06 05-01 12-06 12-25 12-26",  # not the eves of Christmas and midsummer
    "FR": "01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25",
    "GR": "01-01 01-06 03-25 08-15 10-28 12-25 12-26",
    "HR": "01-01 01-06 05-01 06-22 08-05 08-15 11-01 12-25 12-26",
    "HU": "01-01 03-15 05-01 08-20 10-23 11-01 12-25 12-26",
    "IE": "01-01 03-17 12-25 12-26",
    "IS": "01-01 05-01 06-17 12-25 12-26",
    "IT": "01-01 01-06 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26",
    "LI": "01-01 01-06 05-01 08-15 09-08 11-01 12-08 12-25 12-26",  # Labour Act Art. 18(2): neither 2 February nor 19 March
    "LT": "01-01 02-16 03-11 05-01 06-24 07-06 08-15 11-01 12-24 12-25 12-26",
    "LU": "01-01 05-01 06-23 08-15 11-01 12-25 12-26",
    "LV": "01-01 05-01 05-04 06-23 06-24 11-18 12-24 12-25 12-26 12-31",
    "MT": "01-01 02-10 03-19 03-31 05-01 06-07 06-29 08-15 09-08 09-21 12-08 12-13 12-25",
    "NL": "01-01 05-05 12-25 12-26",
    "NO": "01-01 05-01 05-17 12-25 12-26",
    "PL": "01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-25 12-26",
    "PT": "01-01 04-25 05-01 06-10 08-15 10-05 11-01 12-01 12-08 12-25",
    "RO": "01-01 01-02 01-24 05-01 06-01 08-15 11-30 12-01 12-25 12-26",
    "SE": "01-01 01-06 05-01 06-06 12-25 12-26",  # not the eves
    "SI": "01-01 01-02 02-08 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26",
    "SK": "01-01 01-06 05-01 07-05 08-29 11-01 12-24 12-25 12-26",
}
DAYS_FROM_EASTER = {
    "AT": (EASTER_MONDAY, ASCENSION, WHIT_MONDAY, CORPUS_CHRISTI),
    "BE": (EASTER_MONDAY, ASCENSION, WHIT_MONDAY),
    "CZ": (GOOD_FRIDAY, EASTER_MONDAY),
    "DE": (GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY),
    "DK": (-3, GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY),
    "EE": (GOOD_FRIDAY,),
    "ES": (GOOD_FRIDAY,),
    "FI": (GOOD_FRIDAY, EASTER_MONDAY, ASCENSION),
    "FR": (EASTER_MONDAY, ASCENSION, WHIT_MONDAY),
    "HR": (EASTER_MONDAY, CORPUS_CHRISTI),
    "HU": (GOOD_FRIDAY, EASTER_MONDAY, WHIT_MONDAY),
    "IE": (EASTER_MONDAY,),
    "IS": (-3, GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY),
    "IT": (EASTER_MONDAY,),
    "LI": (EASTER_MONDAY, ASCENSION, WHIT_MONDAY, CORPUS_CHRISTI),
    "LT": (EASTER_MONDAY,),
    "LU": (EASTER_MONDAY, ASCENSION, WHIT_MONDAY),
    "LV": (GOOD_FRIDAY, EASTER_MONDAY),
    "MT": (GOOD_FRIDAY,),
    "NL": (GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY),
    "NO": (-3, GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY),
    "PL": (EASTER_MONDAY, CORPUS_CHRISTI),
    "PT": (GOOD_FRIDAY, CORPUS_CHRISTI),
    "SE": (GOOD_FRIDAY, EASTER_MONDAY, ASCENSION),
    "SI": (EASTER_MONDAY,),
    "SK": (GOOD_FRIDAY, EASTER_MONDAY),
}
DAYS_FROM_ORTHODOX_EASTER = {
    "BG": (GOOD_FRIDAY, EASTER_MONDAY),
    "CY": (-48, GOOD_FRIDAY, EASTER_MONDAY, WHIT_MONDAY),
    "GR": (-48, GOOD_FRIDAY, EASTER_MONDAY, WHIT_MONDAY),
    "RO": (GOOD_FRIDAY, EASTER_MONDAY, WHIT_MONDAY),
}
# Days that came, went, or were moved: place, years, days
CHANGES = (
    ("GR", {year for year in YEARS if year not in {2021, 2022, 2024}}, "05-01"),  # else moved out of Holy Week or off a Sunday
    ("GR", {2021}, "05-04"),
    ("GR", {2022}, "05-02"),
    ("GR", {2024}, "05-07"),
    ("HR", {2018, 2019}, "06-25 10-08"),
    ("HR", set(YEARS) - {2018, 2019}, "05-30 11-18"),
    ("HU", {2026, 2027}, "12-24"),
    ("IE", {2022}, "03-18"),
    ("IT", {2026, 2027}, "10-04"),
    ("LT", set(YEARS) - {2018, 2019}, "11-02"),
    ("LU", set(YEARS) - {2018}, "05-09"),
    ("LV", {2018}, "07-09 09-24"),
    ("LV", {2023}, "05-29 07-10"),
    ("PL", {2018}, "11-12"),
    ("PL", {2025, 2026, 2027}, "12-24"),
    ("RO", {2024, 2025, 2026, 2027}, "01-06 01-07"),
    ("SI", {2023}, "08-14"),
    ("SK", {2018}, "10-30"),
    ("SK", set(YEARS) - {2024, 2025, 2026, 2027}, "09-01"),
    ("SK", set(YEARS) - {2025, 2026, 2027}, "11-17"),
    ("SK", set(YEARS) - {2026}, "05-08 09-15"),
)
EASTER = {2018: "04-01", 2019: "04-21", 2020: "04-12", 2021: "04-04", 2022: "04-17", 2023: "04-09", 2024: "03-31", 2025: "04-20", 2026: "04-05", 2027: "03-28"}
ORTHODOX_EASTER = EASTER | {
    2018: "04-08",
    2019: "04-28",
    2020: "04-19",
    2021: "05-02",
    2022: "04-24",
    2023: "04-16",
    2024: "05-05",
    2026: "04-12",
    2027: "05-02",
}


def on(year: int, day: str) -> date:
    """Give a day of a year: `on(2026, "05-01")`."""
    return date.fromisoformat(f"{year}-{day}")


def from_(day: date, weekday: int) -> date:
    """Give the first such weekday on a day or after it."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def moving(place: str, year: int) -> Iterable[date]:
    """Give the days that hang on a weekday; midsummer's day and All Saints' in Finland and Sweden are Saturdays."""
    if place == "DK":
        return [on(year, EASTER[year]) + timedelta(days=26)] if year <= 2023 else []
    if place == "IE":
        first = on(year, "02-01")
        brigid = first if first.weekday() == FRIDAY else from_(first, MONDAY)
        return [*(from_(on(year, first), MONDAY) for first in ("05-01", "06-01", "08-01", "10-25")), *([brigid] if year >= 2023 else [])]
    if place == "IS":
        return [from_(on(year, "04-19"), THURSDAY), from_(on(year, "08-01"), MONDAY)]
    if place == "LV":  # two days that are kept on the Monday after a weekend
        return [from_(day, MONDAY) for day in (on(year, "05-04"), on(year, "11-18")) if day.weekday() >= SATURDAY]
    if place == "NL":
        return [on(year, "04-27")]  # a Sunday is kept on the Saturday before
    return []


def kept_in_bulgaria(days: set[date], fixed: Iterable[date]) -> set[date]:
    """Add the working days after a weekend on which holidays of a fixed date are kept instead (Labour Code Art. 154(2))."""
    found = set(days)
    for day in sorted(fixed):
        if day.weekday() >= SATURDAY:
            instead = day
            while instead.weekday() >= SATURDAY or instead in found:
                instead += timedelta(days=1)
            found.add(instead)
    return found


def holidays(place: str) -> set[date]:
    """Give the holidays of a state in all years."""
    found: set[date] = set()
    for year in YEARS:
        fixed = [on(year, day) for day in FIXED[place].split()]
        days = {*fixed, *moving(place, year)}
        days |= {on(year, EASTER[year]) + timedelta(days=count) for count in DAYS_FROM_EASTER.get(place, ())}
        days |= {on(year, ORTHODOX_EASTER[year]) + timedelta(days=count) for count in DAYS_FROM_ORTHODOX_EASTER.get(place, ())}
        days |= {on(year, day) for where, years, listed in CHANGES if where == place and year in years for day in listed.split()}
        found |= kept_in_bulgaria(days, fixed) if place == "BG" else days
    return found


def test_every_state_of_the_eea_is_there() -> None:
    rows = [row for row in Router().law.regimes["eea-gdpr"].territories if row.territory == "eea" and row.status == "in"]
    states = {code for row in rows for code in row.codes if len(code) == 2} - {"GB", "GI", "AX", "GP", "MQ", "GF", "RE", "YT", "MF"}
    assert set(FIXED) == states


@pytest.mark.parametrize("place", FIXED)
def test_dates_are_counted_by_the_public_holidays_that_the_states_own_law_has(place: str) -> None:
    calendar = CALENDARS.of_country(place, MovedDays.IGNORED)
    assert calendar is not None
    resting = holidays(place)
    days = [on(YEARS[0], "01-01") + timedelta(days=count) for count in range((on(YEARS[-1], "12-31") - on(YEARS[0], "01-01")).days + 1)]
    differing = {str(day): calendar.is_working_day(day) for day in days if calendar.is_working_day(day) != (day.weekday() < SATURDAY and day not in resting)}
    assert differing == {}
