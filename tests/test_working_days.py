"""Facts about days of rest: rules for days of the year, days moved off a weekend, the library's calendars, and a host's own."""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from jurisrights import RequestError, Router
from jurisrights.deciding.places import Places
from jurisrights.deciding.working_days import (
    WEEKDAYS,
    Calendars,
    LibraryCalendar,
    NamedCalendar,
    corrected_between,
    day_in_year,
    next_working_day,
    own_calendars,
    working_days_after,
)
from jurisrights.model.calendars import Calendar, CalendarDay, CorrectedDay, MovedDays
from jurisrights.model.lengths import Citation
from jurisrights.model.text import Text
from jurisrights.reading.library import read_law

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKEND = ("saturday", "sunday")


def named(*days: CalendarDay, rest: tuple[str, ...] = WEEKEND) -> NamedCalendar:
    """Give a calendar of the law data with these days."""
    return NamedCalendar(Calendar(id="office", rest_weekdays=rest, citation=Citation(), text=Text(), days=days))


def rests(calendar: NamedCalendar, day: str) -> bool:
    """Say whether no business is done on this day."""
    return not calendar.is_working_day(date.fromisoformat(day))


# Days of the year


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("02-12", "2026-02-12"),
        ("12-25", "2026-12-25"),
        ("3rd monday january", "2026-01-19"),
        ("1st monday september", "2026-09-07"),
        ("4th friday september", "2026-09-25"),
        ("2nd monday october", "2026-10-12"),
        ("last monday may", "2026-05-25"),
        ("last sunday may", "2026-05-31"),
        ("last thursday december", "2026-12-31"),
        ("5th monday march", "2026-03-30"),
        ("4th thursday november", "2026-11-26"),
        ("friday after 4th thursday november", "2026-11-27"),
        ("monday after last friday february", "2026-03-02"),
    ],
)
def test_a_rule_names_the_day_that_the_calendar_on_the_wall_shows(rule: str, day: str) -> None:
    assert day_in_year(rule, 2026) == date.fromisoformat(day)


def test_weekdays_of_a_month_agree_with_going_through_the_month() -> None:
    for year in (2024, 2025, 2026, 2027):
        for number, month in enumerate(MONTHS, start=1):
            days = [day for count in range(31) if (day := date(year, number, 1) + timedelta(days=count)).month == number]
            for weekday, name in enumerate(WEEKDAYS):
                listed = [day for day in days if day.weekday() == weekday]
                assert [day_in_year(f"{which} {name} {month}", year) for which in ("1st", "2nd", "3rd", "4th", "last")] == [*listed[:4], listed[-1]]


# Days moved off a weekend: 4 July 2026 is a Saturday, 4 July 2027 a Sunday


@pytest.mark.parametrize(
    ("observed", "resting"),
    [
        ("", []),
        ("sunday-to-monday", ["2027-07-05"]),
        ("saturday-to-friday", ["2026-07-03"]),
        ("both", ["2026-07-03", "2027-07-05"]),
    ],
)
def test_a_holiday_on_a_weekend_moves_as_its_rule_says(observed: str, resting: list[str]) -> None:
    calendar = named(CalendarDay(name="Independence Day", on="07-04", observed=observed))
    around = ("2026-07-02", "2026-07-03", "2026-07-06", "2027-07-01", "2027-07-02", "2027-07-05", "2027-07-06")
    assert [day for day in around if rests(calendar, day)] == resting


def test_a_moved_holiday_gives_its_own_day_back() -> None:
    every_day = named(CalendarDay(name="Independence Day", on="07-04", observed="saturday-to-friday"), rest=())
    assert rests(every_day, "2026-07-03")
    assert not rests(every_day, "2026-07-04")


def test_a_new_year_on_a_saturday_is_observed_in_the_year_before() -> None:
    calendar = named(CalendarDay(name="New Year", on="01-01", observed="both"))
    assert rests(calendar, "2027-12-31")
    assert not rests(calendar, "2026-12-31")


def test_the_rest_day_of_the_week_need_not_be_saturday() -> None:
    calendar = named(rest=("sunday",))
    assert not rests(calendar, "2026-11-21")
    assert rests(calendar, "2026-11-22")


def test_listed_dates_rest_and_no_others() -> None:
    calendar = named(CalendarDay(name="Lunar New Year", dates=(date(2025, 1, 29), date(2026, 2, 17))))
    assert [day for day in ("2025-01-29", "2025-02-17", "2026-01-29", "2026-02-17") if rests(calendar, day)] == ["2025-01-29", "2026-02-17"]


def test_a_day_rests_only_while_its_rule_is_in_force() -> None:
    calendar = named(CalendarDay(name="Columbus Day", on="2nd monday october", in_force_from=date(2020, 1, 1), in_force_until=date(2021, 12, 31)))
    assert [day for day in ("2019-10-14", "2020-10-12", "2021-10-11", "2022-10-10") if rests(calendar, day)] == ["2020-10-12", "2021-10-11"]


def test_years_after_the_last_listed_date_are_provisional() -> None:
    calendar = named(CalendarDay(name="Diwali", dates=(date(2026, 11, 8), date(2027, 10, 29))), CalendarDay(name="Christmas", on="12-25"))
    assert [calendar.is_provisional(year) for year in (2025, 2026, 2027, 2028)] == [False, False, False, True]


def test_a_listed_day_that_ended_makes_no_later_year_provisional() -> None:
    calendar = named(CalendarDay(name="Jubilee", dates=(date(2022, 6, 3),), in_force_until=date(2022, 12, 31)))
    assert not calendar.is_provisional(2026)


# The library's calendars


def library(country: str) -> LibraryCalendar:
    """Give a calendar that has not been looked at before."""
    return LibraryCalendar(country)


def test_in_china_working_weekends_work_and_bridging_days_rest() -> None:
    china = library("CN")
    working = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
    resting = ["2026-01-02", "2026-02-16", "2026-02-23", "2026-04-06", "2026-05-05", "2026-06-19", "2026-09-25", "2026-10-07", "2026-11-21"]
    assert [day for day in working + resting if china.is_working_day(date.fromisoformat(day))] == working


def test_holidays_of_a_part_of_the_country_are_not_used() -> None:
    germany = library("DE")
    assert germany.is_working_day(date(2025, 10, 31))
    assert germany.is_working_day(date(2026, 1, 6))
    assert not germany.is_working_day(date(2026, 5, 14))


def test_a_year_for_which_china_has_not_published_is_provisional() -> None:
    years = (2021, 2024, 2025, 2026, 2027, 2033, 2040, 2101, 2200)
    assert [year for year in years if library("CN").is_provisional(year)] == [2027, 2033, 2040, 2101, 2200]


def test_a_country_that_moves_no_days_is_not_provisional_as_long_as_the_library_knows_it() -> None:
    assert not any(library("DE").is_provisional(year) for year in (2019, 2026, 2027, 2035, 2100))


@pytest.mark.parametrize(("country", "moved_days"), [("DE", MovedDays.IGNORED), ("HU", MovedDays.IGNORED), ("JP", MovedDays.FOLLOWED)])
def test_years_after_the_end_of_the_library_are_provisional(country: str, moved_days: MovedDays) -> None:
    calendar = Calendars().of_country(country, moved_days)
    assert calendar is not None
    assert [year for year in (2026, 2099, 2101, 2200) if calendar.is_provisional(year)] == [2101, 2200]


def test_a_library_that_warns_of_the_years_that_it_knows_in_part_warns_nobody_here() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not library("IN").is_provisional(2026)


@pytest.mark.parametrize("year", [2023, 2028])
def test_what_was_asked_before_does_not_change_whether_a_year_is_provisional(year: int) -> None:
    fresh, used = library("HU"), library("HU")
    for earlier in (2022, 2024, 2025, 2026):
        used.is_working_day(date(earlier, 6, 1))
    assert fresh.is_provisional(year) == used.is_provisional(year)


def test_where_swaps_are_ignored_saturdays_rest_and_swapped_free_days_work() -> None:
    hungary = Calendars().of_country("HU", MovedDays.IGNORED)
    assert hungary is not None
    days = ("2026-08-08", "2026-08-20", "2026-08-21", "2026-08-24")
    assert [hungary.is_working_day(date.fromisoformat(day)) for day in days] == [False, False, True, True]
    assert not hungary.is_provisional(2035)


def test_a_code_that_the_library_does_not_know_has_no_calendar() -> None:
    assert Calendars().of_country("XX") is None


def test_a_part_of_a_country_has_the_calendar_of_the_country() -> None:
    bavaria = Calendars().of_country("DE-BY")
    assert bavaria is not None
    assert not bavaria.is_working_day(date(2026, 10, 3))
    assert bavaria is Calendars().of_country("DE")


def places(code: str, day: str, calendars: Calendars | None = None, moved_days: MovedDays = MovedDays.IGNORED) -> dict[str, bool | None]:
    """Give the calendars of a place by name, and whether each works on a day."""
    found = (calendars or Calendars()).of_place(code, moved_days)
    return {name: calendar.is_working_day(date.fromisoformat(day)) if calendar else None for name, calendar in found}


@pytest.mark.parametrize("moved_days", MovedDays)
def test_a_part_that_has_holidays_of_its_own_has_a_calendar_beside_its_countrys(moved_days: MovedDays) -> None:
    assert places("DE-BY", "2027-01-06", moved_days=moved_days) == {"DE": True, "DE-BY": False}
    assert places("DE-HH", "2027-01-06", moved_days=moved_days) == {"DE": True, "DE-HH": True}
    assert places("DE-BY", "2026-12-25", moved_days=moved_days) == {"DE": False, "DE-BY": False}
    assert places("DE", "2027-01-06", moved_days=moved_days) == {"DE": True}
    assert places("FR-75", "2026-12-28", moved_days=moved_days) == {"FR": True}  # a part that the library does not know
    assert places("XX-YY", "2026-12-28", moved_days=moved_days) == {"XX": None}


def test_beside_a_hosts_calendar_there_is_none_of_a_part() -> None:
    wednesdays_off = "2027-01-06"
    assert places("DE-BY", wednesdays_off, Calendars({"DE": FourDayWeek()})) == {"DE": False}
    assert places("DE-BY", wednesdays_off, Calendars({"DE-BY": FourDayWeek()})) == {"DE-BY": False}


def test_the_law_data_puts_right_the_calendar_of_a_part_too() -> None:
    corrected = Calendars(corrected=[row("DE", rest=True, on="06-10"), row("DE-BY", rest=True, on="06-11")])
    assert places("DE-BY", "2026-06-10", corrected) == {"DE": False, "DE-BY": False}
    assert places("DE-BY", "2026-06-11", corrected) == {"DE": False, "DE-BY": False}


def test_importing_the_package_does_not_import_the_holiday_library() -> None:
    code = "import sys, jurisrights; raise SystemExit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603  our own interpreter


# Days that the law data puts right


def row(place: str = "DE", *, rest: bool, **days: Any) -> CorrectedDay:
    """Give a row of `days.toml`."""
    return CorrectedDay(place=place, rest=rest, citation=Citation(), text=Text(), **days)


def working(code: str, days: Iterable[str], *rows: CorrectedDay, moved_days: MovedDays = MovedDays.FOLLOWED) -> list[str]:
    """Give those of the days on which business is done in a place, by the library and these rows."""
    calendar = Calendars(corrected=rows).of_country(code, moved_days)
    assert calendar is not None
    return [day for day in days if calendar.is_working_day(date.fromisoformat(day))]


@pytest.mark.parametrize("moved_days", MovedDays)
def test_the_law_data_comes_before_the_library(moved_days: MovedDays) -> None:
    days = ("2026-06-10", "2027-06-10", "2026-12-25", "2025-12-25")
    rows = (row(rest=True, on="06-10"), row(rest=False, dates=(date(2026, 12, 25),)))
    assert working("DE", days, *rows, moved_days=moved_days) == ["2026-12-25"]
    assert working("DE", days, moved_days=moved_days) == ["2026-06-10", "2027-06-10"]


@pytest.mark.parametrize("moved_days", MovedDays)
def test_a_day_that_is_no_holiday_still_rests_at_the_weekend(moved_days: MovedDays) -> None:
    christmas = row(rest=False, on="12-25")
    assert working("DE", ("2026-12-25", "2027-12-25", "2022-12-25"), christmas, moved_days=moved_days) == ["2026-12-25"]


def test_the_weekend_is_that_of_the_country() -> None:
    days = ("2026-06-05", "2026-06-06", "2026-06-07")  # Friday, Saturday, Sunday
    rows = [row("IL", rest=False, dates=(date.fromisoformat(day),)) for day in days]
    assert working("IL", days, *rows) == ["2026-06-07"]


def test_a_correction_reaches_the_place_and_its_parts_and_nothing_else() -> None:
    everywhere = row("DE", rest=True, on="06-10")
    in_bavaria = row("DE-BY", rest=True, on="06-11")
    days = ("2026-06-10", "2026-06-11")
    found = {code: working(code, days, everywhere, in_bavaria) for code in ("DE", "DE-BY", "DE-HH", "FR")}
    assert found == {"DE": ["2026-06-11"], "DE-BY": [], "DE-HH": ["2026-06-11"], "FR": list(days)}


def test_a_correction_holds_while_it_is_in_force() -> None:
    days = ("2025-06-10", "2026-06-10", "2027-06-10")
    assert working("DE", days, row(rest=True, on="06-10", in_force_from=date(2026, 1, 1), in_force_until=date(2026, 12, 31))) == [days[0], days[2]]


def test_a_corrected_calendar_is_as_provisional_as_the_librarys() -> None:
    calendar = Calendars(corrected=[row("CN", rest=True, on="06-10", provisional=True)]).of_country("CN")
    assert calendar is not None
    assert [calendar.is_provisional(year) for year in (2026, 2027)] == [False, True]


def test_what_is_corrected_between_two_days_counts_both_and_runs_over_years() -> None:
    rows = (row(rest=True, on="01-02"), row(rest=False, on="12-25"), row(rest=True, dates=(date(2026, 6, 10),)))
    calendar = Calendars(corrected=rows).of_country("DE")
    spans = {("12-25", "01-02"): rows[:2], ("12-26", "01-01"): (), ("12-26", "01-02"): rows[:1], ("12-25", "01-01"): rows[1:2]}
    for (first, last), found in spans.items():
        assert corrected_between(calendar, date.fromisoformat(f"2026-{first}"), date.fromisoformat(f"2027-{last}")) == found
    assert corrected_between(Calendars().of_country("DE"), date(2020, 1, 1), date(2030, 1, 1)) == ()
    assert corrected_between(None, date(2020, 1, 1), date(2030, 1, 1)) == ()


def test_a_place_without_a_calendar_gets_none_by_being_corrected() -> None:
    assert Calendars(corrected=[row("XX", rest=True, on="06-10")]).of_country("XX") is None


def test_every_row_that_ships_is_about_a_place_that_the_library_knows_and_says_something_else() -> None:
    rows = read_law().corrected_days.days
    assert {item.place for item in rows} == {"BG", "FI", "GR", "LI", "NL"}
    for item in rows:
        library_says, law_says = (Calendars(corrected=given).of_country(item.place) for given in ((), (item,)))
        assert library_says is not None
        assert law_says is not None
        days = [date(2025, 1, 1) + timedelta(days=number) for number in range(5400)]
        differing = [day for day in days if library_says.is_working_day(day) != law_says.is_working_day(day)]
        assert differing, item
        assert all(law_says.is_working_day(day) is not item.rest for day in differing)
        assert set(item.dates) <= set(differing)


# A host's own


class FourDayWeek:
    """A host's calendar: nothing is done on Wednesdays."""

    def is_working_day(self, day: date) -> bool:
        """Say whether it is not a Wednesday."""
        return day.weekday() != WEEKDAYS.index("wednesday")

    def is_provisional(self, year: int) -> bool:
        """Say that 2030 is not settled."""
        return year == 2030


def test_a_hosts_calendar_comes_before_the_librarys() -> None:
    own = FourDayWeek()
    calendars = Calendars({"DE": own, "DE-BY": FourDayWeek()})
    assert calendars.of_country("DE") is own
    assert calendars.of_country("DE-HH") is own
    assert calendars.of_country("DE-BY") is not own
    assert calendars.of_country("FR") is Calendars().of_country("FR")


def test_a_hosts_calendar_comes_before_one_of_the_law_data() -> None:
    own = FourDayWeek()
    rule = named().rule
    assert Calendars({"office": own}).named(rule) is own
    assert Calendars({"court": own}).named(rule) == named()


PLACES = Places.from_tables(read_law().places)


class NeverOpen(FourDayWeek):
    """A host's calendar by mistake: business is never done."""

    def is_working_day(self, day: date) -> bool:  # noqa: ARG002
        """Say no."""
        return False


def test_a_hosts_calendars_stand_under_places_as_they_are_named_elsewhere_or_under_ids_of_the_law() -> None:
    own = FourDayWeek()
    assert list(own_calendars({"Germany": own, "US-CA": own, "judicial": own}, {"judicial"}, PLACES)) == ["DE", "US-CA", "judicial"]
    assert own_calendars(None, {"judicial"}, PLACES) == {}


def test_what_is_no_calendar_or_stands_under_no_known_name_is_told_at_once() -> None:
    with pytest.raises(RequestError) as caught:
        own_calendars({"judical": FourDayWeek(), "DE": {date(2026, 5, 1)}}, {"judicial", "civ-code-9"}, PLACES)  # type: ignore[dict-item]
    first, second = caught.value.problems
    assert first.startswith("calendars: 'judical'")
    assert first.endswith("calendars of the law are civ-code-9, judicial")
    assert second == "calendars['DE']={datetime.date(2026, 5, 1)} is no calendar; it needs is_working_day(day) and is_provisional(year)"


def test_a_calendar_that_never_works_is_a_mistake_that_is_told() -> None:
    with pytest.raises(RequestError, match="calendars: 'DE' has no working day in the year from 2026-06-10 on"):
        next_working_day(date(2026, 6, 10), NeverOpen(), "DE")
    with pytest.raises(RequestError, match="from 2026-06-11 on"):
        working_days_after(date(2026, 6, 10), 3, NeverOpen(), "DE")


def test_working_days_are_counted_one_by_one() -> None:
    assert next_working_day(date(2026, 6, 10), FourDayWeek(), "") == date(2026, 6, 11)  # a Wednesday
    assert next_working_day(date(2026, 6, 11), FourDayWeek(), "") == date(2026, 6, 11)
    assert working_days_after(date(2026, 6, 8), 2, FourDayWeek(), "") == date(2026, 6, 11)
    assert working_days_after(date(2026, 6, 10), 0, FourDayWeek(), "") == date(2026, 6, 10)


def test_a_router_takes_a_hosts_calendar_and_names_it_in_the_decision() -> None:
    request: dict[str, Any] = {"residence": "DE", "right": "access", "received": date(2026, 5, 10), "controller_seat": "DE", "regimes": ["eea-gdpr"]}
    assert Router().decide(**request).due == date(2026, 6, 10)
    decision = Router(calendars={"DE": FourDayWeek()}).decide(**request)
    (reading,) = next(clock for clock in decision.deadlines if clock.due == decision.due).alternatives
    assert (decision.due, reading.calendars) == (date(2026, 6, 11), ("DE",))
    with pytest.raises(RequestError, match="'Atlantis'"):
        Router(calendars={"Atlantis": FourDayWeek()})
