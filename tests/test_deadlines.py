"""Facts about deadlines: how a length becomes a date, which date is due where the law is unsettled, and when an extension can be used.

That every date of ten years agrees with counting day by day is stated in `test_naive_counters.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from jurisrights import Deadline, Decision, Outcome, Router
from jurisrights.deciding.deadlines import Timekeeper
from jurisrights.deciding.places import Places
from jurisrights.deciding.truth import Case
from jurisrights.deciding.working_days import Calendars
from jurisrights.model.calendars import Calendar, CalendarDay, CorrectedDay, CountingRule, FirstDay, MonthEnd, Roll, Suspension
from jurisrights.model.conditions import Condition, Name, Value
from jurisrights.model.decision import earliest_due
from jurisrights.model.findings import Alternative
from jurisrights.model.law import Clock, Fact, Regime, TerritoryRow, TerritoryStatus
from jurisrights.model.lengths import BusinessDays, Citation, CitationEntry, Days, Length, Months, Weeks, Years
from jurisrights.model.request import Request, StatedEvent
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import About, Asks, Confirmed, Event, Holds, Kind, Silence, Standard, Step, Unavailable
from jurisrights.testing import promises

ROUTER = Router()
LAW = ROUTER.law
PLACES = Places.from_tables(LAW.places)
ONE_DAY = timedelta(days=1)
SOMEWHERE = Citation((CitationEntry(text="Act 1"),))
GROUND = Condition("busy", Name("busy"))
MANY = Condition("many", Name("many"))


def day(text: str) -> date:
    """Give a date."""
    return date.fromisoformat(text)


# ------------------------------------------------------------------------------------------- a small law of our own


def fact(name: str, kind: Kind, silence: Silence, assume: Value | None = None) -> Fact:
    """Give a fact."""
    return Fact(id=name, kind=kind, about=About.ORGANISATION, asks=Asks.ORGANISATION, silence=silence, question=Text(), assume=assume)


FACTS = {
    item.id: item
    for item in (
        fact("seat", Kind.PLACE, Silence.ASK),
        fact("branch", Kind.PLACE, Silence.ASSUME, assume="DE"),
        fact("seats", Kind.PLACES, Silence.ASK),
        fact("busy", Kind.YES_NO, Silence.OPEN),
        fact("many", Kind.YES_NO, Silence.ASSUME, assume=True),
    )
}
OFFICE = Calendar(
    id="office",
    rest_weekdays=("saturday", "sunday"),
    citation=SOMEWHERE,
    text=Text(),
    days=(CalendarDay(name="Fair", dates=(day("2026-06-10"),)),),
)
COURTS = attrs.evolve(OFFICE, id="courts", citation=Citation((CitationEntry(text="Rules of Court 3"),)), confirmed=Confirmed.SECONDARY)


def rule(name: str = "plain", **changes: Any) -> CountingRule:
    """Give a counting rule: the first day excluded, no rest days, unless said otherwise."""
    basis: dict[str, Any] = {
        "first_day": FirstDay.EXCLUDED,
        "month_end": MonthEnd.CLAMP,
        "roll": Roll.NONE,
        "citation": SOMEWHERE,
        "text": Text.of({"en": name}),
    }
    return CountingRule(id=name, **basis | changes)


def rolling(*calendars: str, name: str = "rolling", **changes: Any) -> CountingRule:
    """Give a counting rule that rolls over the rest days of these calendars."""
    return rule(name, roll=Roll.NEXT_WORKING_DAY, calendars=calendars, **changes)


def count(
    within: Length | None,
    *rules: CountingRule,
    received: str,
    stated: Mapping[str, Value] | None = None,
    events: Mapping[Event, str] | None = None,
    as_of: str | None = None,
    calendars: Calendars | None = None,
    suspensions: Sequence[Suspension] = (),
    **clock: Any,
) -> Deadline | None:
    """Give the deadline of a clock of the small law."""
    regime = Regime(
        id="xx-act",
        name=Text(),
        short="Act",
        requester=Text(),
        languages=("en",),
        in_force_from=day("2000-01-01"),
        encoded_from=day("2000-01-01"),
        citation=SOMEWHERE,
        confirmed=Confirmed.STATUTE,
        instruments=(),
        connections=(),
        counting=rules,
        calendars=(OFFICE, COURTS),
        suspensions=tuple(suspensions),
    )
    home = TerritoryRow(territory="home", codes=("DE",), status=TerritoryStatus.IN, citation=SOMEWHERE)
    request = Request(
        right=None,
        received=day(received),
        facts=(),
        events=tuple(StatedEvent(event=event, on=day(on)) for event, on in (events or {}).items()),
        as_of=day(as_of) if as_of else None,
    )
    case = Case(request.received, stated or {}, FACTS, {}, {"home": (home,)}, PLACES)
    full: dict[str, Any] = {"step": Step.ANSWER, "citation": SOMEWHERE, "within": within, "counting": tuple(item.id for item in rules)}
    return Timekeeper(regime, request, case, calendars or Calendars()).deadline(Clock(**full | clock))


def due(*arguments: Any, **more: Any) -> str:
    """Give the date that is due, as text."""
    deadline = count(*arguments, **more)
    assert deadline is not None
    return str(deadline.due)


def readings(*arguments: Any, **more: Any) -> list[str]:
    """Give the dates of all readings of the law."""
    deadline = count(*arguments, **more)
    assert deadline is not None
    return [str(item.due) for item in deadline.alternatives]


def steps(alternative: Alternative) -> list[tuple[str, str]]:
    """Give how an alternative was counted."""
    return [(step.what, str(step.day)) for step in alternative.counted]


# --------------------------------------------------------------------------------------- the length and the first day


@pytest.mark.parametrize(
    ("within", "received", "excluded", "included"),
    [
        (Days(45), "2026-01-01", "2026-02-15", "2026-02-14"),
        (Weeks(2), "2026-04-01", "2026-04-15", "2026-04-14"),
        (Months(1), "2026-01-15", "2026-02-15", "2026-02-14"),
        (Years(3), "2024-02-29", "2027-02-28", None),
        (Months(1), "2026-01-31", "2026-02-28", None),
        (Months(1), "2024-01-31", "2024-02-29", None),
    ],
)
def test_the_first_day_counts_only_where_the_rule_says_so(within: Length, received: str, excluded: str, included: str | None) -> None:
    assert due(within, rule(), received=received) == excluded
    if included:
        assert due(within, rule(first_day=FirstDay.INCLUDED), received=received) == included


@pytest.mark.parametrize(
    ("within", "received", "ends"),
    [
        (Months(6), "2026-11-30", "2027-05-31"),  # counted from 1 December: to the end of May
        (Months(3), "2026-02-28", "2026-05-31"),  # counted from 1 March
        (Months(1), "2026-01-15", "2026-02-15"),
        (Months(1), "2026-01-30", "2026-02-28"),  # counted from 31 January; February has no such day
        (Months(1), "2026-01-31", "2026-02-28"),  # counted from 1 February
        (Years(1), "2024-02-28", "2025-02-28"),  # counted from 29 February; 2025 has no such day
        (Weeks(2), "2026-04-01", "2026-04-15"),
    ],
)
def test_months_may_be_counted_from_the_day_after_to_the_day_before(within: Length, received: str, ends: str) -> None:
    assert due(within, rule(month_end=MonthEnd.DAY_BEFORE), received=received) == ends


@pytest.mark.parametrize(
    ("received", "excluded", "included"),
    [
        ("2026-06-01", "2026-06-08", "2026-06-05"),  # Monday: five days on are the next Monday, or this Friday
        ("2026-06-06", "2026-06-15", "2026-06-15"),  # Saturday: it does not count anyway; Wednesday 10 June rests
        ("2026-06-05", "2026-06-15", "2026-06-12"),
    ],
)
def test_business_days_are_counted_in_the_calendar_that_the_rule_names(received: str, excluded: str, included: str) -> None:
    assert due(BusinessDays(5), rule(calendars=("office",)), received=received) == excluded
    assert due(BusinessDays(5), rule(calendars=("office",), first_day=FirstDay.INCLUDED), received=received) == included


def test_business_days_never_roll_again() -> None:
    assert due(BusinessDays(5), rolling("office"), received="2026-06-01") == "2026-06-08"


def test_business_days_without_a_calendar_are_counted_as_days_because_early_is_safe() -> None:
    assert due(BusinessDays(10), rule(calendars=("place:seat",)), received="2026-06-01") == "2026-06-11"


# ------------------------------------------------------------------------------------------------- days of rest at the end


def test_an_end_on_a_weekend_or_holiday_rolls_to_the_next_working_day() -> None:
    deadline = count(Days(2), rolling("library:DE"), received="2026-12-23")
    assert deadline is not None
    assert steps(deadline.alternatives[0]) == [("event", "2026-12-23"), ("ends", "2026-12-25"), ("rolled", "2026-12-28")]


def test_an_end_on_a_working_day_stays() -> None:
    deadline = count(Days(1), rolling("library:DE"), received="2026-12-23")
    assert deadline is not None
    assert steps(deadline.alternatives[0]) == [("event", "2026-12-23"), ("ends", "2026-12-24")]


def test_without_a_rule_to_roll_an_end_on_a_sunday_stays() -> None:
    assert due(Days(3), rule(calendars=("library:DE",)), received="2026-11-19") == "2026-11-22"


def test_the_holidays_are_those_of_the_place_that_a_fact_names() -> None:
    found = {seat: due(Months(1), rolling("place:seat"), received="2026-04-01", stated={"seat": seat}) for seat in ("DE", "NL", "FR-75")}
    assert found == {"DE": "2026-05-04", "NL": "2026-05-01", "FR-75": "2026-05-04"}


def test_where_the_place_is_unknown_nothing_rolls_and_the_place_is_named_as_open() -> None:
    deadline = count(Months(1), rolling("place:seat"), received="2026-04-01")
    assert deadline is not None
    assert steps(deadline.alternatives[0]) == [("event", "2026-04-01"), ("ends", "2026-05-01"), ("no-calendar", "2026-05-01")]
    assert (deadline.facts, deadline.places) == ((), ("seat",))


def test_a_place_that_is_assumed_is_named_as_open() -> None:
    deadline = count(Months(1), rolling("place:branch"), received="2026-04-01")
    assert deadline is not None
    assert (str(deadline.due), deadline.places) == ("2026-05-04", ("branch",))


def test_where_no_library_knows_the_place_nothing_rolls() -> None:
    assert due(Months(1), rolling("place:seat"), received="2026-04-01", stated={"seat": "XX"}) == "2026-05-01"


def test_of_several_places_each_is_a_reading_that_names_it_and_the_earliest_is_due() -> None:
    of_both: dict[str, Any] = {"received": "2026-04-01", "stated": {"seats": ("DE", "FR", "NL")}}
    deadline = count(Months(1), rolling("place:seats"), **of_both)
    assert deadline is not None
    assert [(str(item.due), item.calendars) for item in deadline.alternatives] == [("2026-05-01", ("NL",)), ("2026-05-04", ("DE", "FR"))]
    assert due(Months(1), rolling("place:seats"), **of_both) == "2026-05-01"
    assert due(Months(1), rolling("place:seats"), received="2026-04-01", stated={"seats": ()}) == "2026-05-01"


def test_holidays_of_a_part_of_the_country_give_another_reading() -> None:
    deadline = count(Months(1), rolling("place:seat"), received="2026-12-06", stated={"seat": "DE-BY"})
    assert deadline is not None
    assert [(str(item.due), item.calendars) for item in deadline.alternatives] == [("2027-01-06", ("DE",)), ("2027-01-07", ("DE-BY",))]


@pytest.mark.parametrize(
    ("holidays_in", "seat", "end"),
    [
        ("", "JP", "2026-11-24"),  # Monday 23 November is Labour Thanksgiving Day in Japan
        ("home", "JP", "2026-11-23"),
        ("JP", "JP", "2026-11-24"),
        ("home", "DE", "2026-11-23"),
    ],
)
def test_holidays_count_only_in_the_territory_that_the_rule_names(holidays_in: str, seat: str, end: str) -> None:
    assert due(Months(1), rolling("place:seat", holidays_in=holidays_in), received="2026-10-23", stated={"seat": seat}) == end


def test_outside_the_territory_weekends_still_roll_and_are_named_as_such() -> None:
    outside = rolling("place:seat", holidays_in="home")
    deadline = count(Months(1), outside, received="2026-10-21", stated={"seat": "JP"})
    assert deadline is not None
    assert deadline.alternatives[0].calendars == ("weekends",)
    assert due(Months(1), outside, received="2026-10-21", stated={"seat": "JP"}) == "2026-11-23"
    assert due(Months(1), outside, received="2026-11-01", stated={"seat": "DE"}) == "2026-12-01"


class Closed:
    """A host's calendar: closed through June 2026, and 2027 is not settled."""

    def is_working_day(self, day: date) -> bool:
        """Say whether it is not June 2026."""
        return (day.year, day.month) != (2026, 6)

    def is_provisional(self, year: int) -> bool:
        """Say that 2027 may change."""
        return year == 2027


def test_a_hosts_own_calendar_is_used_by_country_and_by_the_id_of_a_calendar_of_the_law() -> None:
    own = Calendars({"DE": Closed(), "office": Closed()})
    assert due(Days(1), rolling("library:DE"), received="2026-06-05", calendars=own) == "2026-07-01"
    assert due(Days(1), rolling("place:seat"), received="2026-06-05", stated={"seat": "DE-HH"}, calendars=own) == "2026-07-01"
    assert due(BusinessDays(2), rule(calendars=("office",)), received="2026-06-05", calendars=own) == "2026-07-02"


def test_a_calendar_that_is_not_published_makes_the_date_provisional() -> None:
    found = [
        count(Days(30), rolling("office"), received=received, calendars=Calendars({"office": Closed()}))
        for received in ("2026-11-23", "2026-12-15", "2027-02-01", "2028-02-01")
    ]
    assert [item.provisional for item in found if item] == [False, True, True, False]


# Days of rest that the law data puts right


def corrected(place: str, on: str, *, rest: bool, provisional: bool = False, **more: Any) -> CorrectedDay:
    """Give a row of `days.toml`."""
    days: dict[str, Any] = {"dates": (day(on),)} if on.startswith("20") else {"on": on}
    text = Text.of({"en": f"{place} {on}"})
    return CorrectedDay(place=place, rest=rest, provisional=provisional, citation=Citation((CitationEntry(text="Days Act 2"),)), text=text, **days | more)


def test_a_day_that_rests_by_the_law_data_is_waited_out_and_its_source_is_cited() -> None:
    at_home: dict[str, Any] = {"received": "2026-06-08", "stated": {"seat": "DE-HH"}}
    assert due(Days(2), rolling("place:seat"), **at_home) == "2026-06-10"
    deadline = count(Days(2), rolling("place:seat"), calendars=Calendars(corrected=[corrected("DE", "06-10", rest=True)]), **at_home)
    assert deadline is not None
    (only,) = deadline.alternatives
    assert steps(only) == [("event", "2026-06-08"), ("ends", "2026-06-10"), ("rolled", "2026-06-11")]
    assert (only.citations, deadline.provisional) == (("Act 1", "Days Act 2"), False)


def test_a_day_that_does_not_rest_by_the_law_data_is_no_holiday() -> None:
    christmas = [corrected("DE", "2026-12-25", rest=False)]
    assert due(Days(2), rolling("library:DE"), received="2026-12-23", calendars=Calendars(corrected=christmas)) == "2026-12-25"
    assert due(Days(2), rolling("library:DE"), received="2025-12-23", calendars=Calendars(corrected=christmas)) == "2025-12-29"


def test_a_corrected_day_that_was_not_looked_at_is_not_cited() -> None:
    for on in ("06-09", "06-11"):
        deadline = count(
            Days(2), rolling("library:DE"), received="2026-06-08", calendars=Calendars(corrected=[corrected("DE", on, rest=True, provisional=True)])
        )
        assert deadline is not None
        assert (str(deadline.due), deadline.alternatives[0].citations, deadline.provisional) == ("2026-06-10", ("Act 1",), False)


@pytest.mark.parametrize(("first_day", "end"), [(FirstDay.EXCLUDED, "2026-06-15"), (FirstDay.INCLUDED, "2026-06-12")])
def test_of_business_days_every_day_is_looked_at(first_day: FirstDay, end: str) -> None:
    within: tuple[Length, CountingRule] = (BusinessDays(4), rule(calendars=("library:DE",), first_day=first_day))
    deadline = count(*within, received="2026-06-08", calendars=Calendars(corrected=[corrected("DE", "06-10", rest=True), corrected("FR", "06-11", rest=True)]))
    assert deadline is not None
    assert (str(deadline.due), deadline.alternatives[0].citations) == (end, ("Act 1", "Days Act 2"))
    on_the_first = count(*within, received="2026-06-08", calendars=Calendars(corrected=[corrected("DE", "06-08", rest=False)]))
    assert on_the_first is not None
    assert len(on_the_first.alternatives[0].citations) == (2 if first_day is FirstDay.INCLUDED else 1)


def test_a_day_that_nobody_has_decided_makes_the_date_provisional_and_says_why() -> None:
    foretold = corrected("DE", "2026-06-10", rest=False, provisional=True)
    deadline = count(Days(2), rolling("library:DE"), received="2026-06-08", calendars=Calendars(corrected=[foretold]))
    assert deadline is not None
    assert (str(deadline.due), deadline.provisional) == ("2026-06-10", True)
    last = deadline.alternatives[0].counted[-1]
    assert (last.what, last.because.in_("en"), last.citations, last.calendar) == ("provisional", "DE 2026-06-10", ("Days Act 2",), "DE")


def test_an_open_day_on_the_way_is_looked_at_after_the_time_that_does_not_count() -> None:
    foretold = corrected("DE", "2026-06-10", rest=False, provisional=True)
    given: dict[str, Any] = {"suspensions": [attrs.evolve(CHECK, binding=True)], "suspended_by": ("check",)}
    asked = {Event.IDENTITY_ASKED: "2026-06-05", Event.IDENTITY_CONFIRMED: "2026-06-08"}
    deadline = count(Days(3), rolling("library:DE"), received="2026-06-04", events=asked, calendars=Calendars(corrected=[foretold]), **given)
    assert deadline is not None
    assert (str(deadline.due), deadline.provisional) == ("2026-06-10", True)


def test_a_hosts_own_calendar_and_the_bare_weekend_are_not_corrected() -> None:
    resting = [corrected("DE", "07-02", rest=True), corrected("JP", "07-02", rest=True)]
    assert due(Days(1), rolling("library:DE"), received="2026-07-01", calendars=Calendars({"DE": Closed()}, resting)) == "2026-07-02"
    outside = rolling("place:seat", holidays_in="home")
    assert due(Days(1), outside, received="2026-07-01", stated={"seat": "JP"}, calendars=Calendars(corrected=resting)) == "2026-07-02"
    assert due(Days(1), outside, received="2026-07-01", stated={"seat": "DE"}, calendars=Calendars(corrected=resting)) == "2026-07-03"


# ---------------------------------------------------------------------------------------------------- several readings


def test_of_several_readings_the_earliest_is_due() -> None:
    both = (rule(), rolling("library:DE"))
    assert readings(Days(2), *both, received="2026-12-23") == ["2026-12-25", "2026-12-28"]
    assert due(Days(2), *both, received="2026-12-23") == "2026-12-25"


def test_for_a_suit_the_latest_reading_is_safe_and_it_begins_the_day_after() -> None:
    both = (rule(), rolling("library:DE"))
    assert readings(Days(2), *both, received="2026-12-23", step=Step.SUIT_NOT_BEFORE) == ["2026-12-26", "2026-12-29"]
    deadline = count(Days(2), *both, received="2026-12-23", step=Step.SUIT_NOT_BEFORE)
    assert deadline is not None
    assert str(deadline.due) == "2026-12-29"
    assert steps(deadline.alternatives[1]) == [("event", "2026-12-23"), ("ends", "2026-12-25"), ("rolled", "2026-12-28"), ("day-after", "2026-12-29")]


def test_what_must_be_kept_is_kept_until_the_latest_reading() -> None:
    both = (rule(), rolling("library:DE"))
    assert readings(Days(2), *both, received="2026-12-23", step=Step.RECORD) == ["2026-12-25", "2026-12-28"]
    assert due(Days(2), *both, received="2026-12-23", step=Step.RECORD) == "2026-12-28"


def test_readings_that_lead_to_the_same_day_are_one_the_first_explains_it_and_all_their_calendars_are_named() -> None:
    deadline = count(Days(1), rule(), rolling("library:DE"), rolling("library:FR", "library:DE"), received="2026-12-23")
    assert deadline is not None
    assert [(item.because.in_("en"), item.calendars) for item in deadline.alternatives] == [("plain", ("DE", "FR"))]


def test_a_reading_carries_what_its_rule_leaves_open_and_the_weakest_way_in_which_its_sources_were_confirmed() -> None:
    openly = rolling("library:DE", unsettled=Text.of({"en": "Nobody has said so"}), confirmed=Confirmed.GUIDANCE)
    day_off = attrs.evolve(corrected("DE", "06-10", rest=True), confirmed=Confirmed.RECALLED)
    for rows, confirmed in (([], Confirmed.GUIDANCE), ([day_off], Confirmed.RECALLED)):
        deadline = count(Days(2), openly, received="2026-06-08", calendars=Calendars(corrected=rows))
        assert deadline is not None
        (only,) = deadline.alternatives
        assert (only.confirmed, only.unsettled.in_("en")) == (confirmed, "Nobody has said so")
    plain = count(Days(2), rule(), received="2026-06-08")
    assert plain is not None
    assert plain.alternatives[0].confirmed is Confirmed.STATUTE  # as its regime


def test_a_day_rule_of_the_law_is_a_source_of_the_reading_that_was_counted_by_it() -> None:
    deadline = count(BusinessDays(2), rule(calendars=("courts",)), received="2026-06-08")
    assert deadline is not None
    (only,) = deadline.alternatives
    assert (only.citations, only.confirmed) == (("Act 1", "Rules of Court 3"), Confirmed.SECONDARY)
    own = count(BusinessDays(2), rule(calendars=("courts",)), received="2026-06-08", calendars=Calendars({"courts": Closed()}))
    assert own is not None
    assert own.alternatives[0].citations == ("Act 1",)  # the host's own calendar is no law


def test_only_rules_in_force_on_the_day_of_receipt_are_read() -> None:
    later = rule("later", first_day=FirstDay.INCLUDED, in_force_from=day("2026-07-01"))
    earlier = rule("earlier", in_force_until=day("2026-06-30"))
    assert readings(Days(10), earlier, later, received="2026-06-30") == ["2026-07-10"]
    assert readings(Days(10), earlier, later, received="2026-07-01") == ["2026-07-10"]


def test_months_may_be_read_at_once_or_in_two_steps() -> None:
    both = (rule(), rule("steps", month_end=MonthEnd.CLAMP_EACH_STEP))
    extended: dict[str, Any] = {"step": Step.ANSWER_EXTENDED, "notice_by": Months(1), "stated": {"busy": True}, "when": GROUND}
    assert readings(Months(3), *both, received="2026-01-31", **extended) == ["2026-04-28", "2026-04-30"]
    assert due(Months(3), *both, received="2026-01-31", **extended) == "2026-04-28"
    assert readings(Months(3), *both, received="2026-01-15", **extended) == ["2026-04-15"]
    deadline = count(Months(3), *both, received="2026-01-31", **extended)
    assert deadline is not None
    assert [(step.what, str(step.day), step.length) for step in deadline.alternatives[0].counted] == [
        ("event", "2026-01-31", None),
        ("first", "2026-02-28", Months(1)),
        ("ends", "2026-04-28", Months(2)),
    ]


# ------------------------------------------------------------------------------------------------------------ triggers


def test_a_deadline_names_its_law_so_that_those_of_a_decision_can_be_told_apart() -> None:
    decision = ROUTER.decide(residence="DE", right="access", received=day("2026-03-02"), controller_seat="JP", offers_to_eea=True)
    assert {deadline.regime for deadline in decision.deadlines} == {"eea-gdpr", "jp-appi"}


def test_a_standard_alone_never_becomes_a_date() -> None:
    deadline = count(None, received="2026-11-23", standard=Standard.WITHOUT_DELAY)
    assert deadline is not None
    assert (deadline.due, deadline.alternatives, deadline.standard) == (None, (), Standard.WITHOUT_DELAY)


def test_a_clock_waits_for_its_event() -> None:
    waiting = count(Days(10), rule(), received="2026-11-23", runs_from=Event.IDENTITY_CONFIRMED)
    assert waiting is not None
    assert (waiting.due, waiting.runs_from) == (None, Event.IDENTITY_CONFIRMED)
    running = {
        "received": "2026-11-23",
        "runs_from": Event.IDENTITY_CONFIRMED,
        "events": {Event.IDENTITY_ASKED: "2026-11-24", Event.IDENTITY_CONFIRMED: "2026-11-30"},
    }
    assert due(Days(10), rule(), **running) == "2026-12-10"


def test_a_clock_whose_condition_does_not_hold_is_not_there_and_an_open_one_says_so() -> None:
    assert count(Days(10), rule(), received="2026-11-23", when=GROUND, stated={"busy": False}) is None
    deadline = count(Days(10), rule(), received="2026-11-23", when=GROUND)
    assert deadline is not None
    assert (deadline.holds, deadline.facts) == (Holds.OPEN, ("busy",))


def test_a_condition_on_an_assumed_fact_names_it() -> None:
    deadline = count(Days(10), rule(), received="2026-11-23", when=MANY)
    assert deadline is not None
    assert (deadline.holds, deadline.facts) == (Holds.YES, ("many",))


@pytest.mark.parametrize(
    ("refused", "from_"),
    [(None, "2023-04-18"), ("2023-04-05", "2023-04-05"), ("2023-04-01", "2023-04-01"), ("2023-04-20", "2023-04-18")],
)
def test_a_waiting_time_ends_early_with_its_event(refused: str | None, from_: str) -> None:
    """Two weeks after 1 April 2023 are a Saturday: the suit is open from the 16th or, rolled, from the 18th."""
    waiting = {"step": Step.SUIT_NOT_BEFORE, "ends_with": Event.REFUSED, "events": {Event.REFUSED: refused} if refused else {}}
    assert due(Weeks(2), rule(), rolling("library:JP"), received="2023-04-01", **waiting) == from_


def test_a_waiting_time_ends_with_its_event_under_the_longer_reading_too() -> None:
    waiting = {"step": Step.SUIT_NOT_BEFORE, "ends_with": Event.REFUSED, "events": {Event.REFUSED: "2023-04-17"}}
    assert due(Weeks(2), rule(), rolling("library:JP"), received="2023-04-01", **waiting) == "2023-04-17"


# ------------------------------------------------------------------------------------------------------ more time


def extended(**more: Any) -> tuple[str, str]:
    """Give the notice-by date of an extension from 45 to 90 days, and whether it is used, open, or why it cannot be used."""
    clock: dict[str, Any] = {"step": Step.ANSWER_EXTENDED, "notice_by": Days(45), "when": GROUND}
    deadline = count(Days(90), rule(), received="2026-01-01", **clock, **more)
    assert deadline is not None
    assert str(deadline.due) == "2026-04-01"
    assert not (deadline.unavailable and deadline.used)
    return str(deadline.notice_by), "used" if deadline.used else deadline.unavailable or "open"


@pytest.mark.parametrize(
    ("stated", "notified", "as_of", "expected"),
    [
        ({"busy": True}, "2026-02-15", None, "used"),
        ({"busy": True}, "2026-02-16", None, "notified-late"),
        ({"busy": True}, None, None, "open"),
        ({"busy": True}, None, "2026-02-15", "open"),
        ({"busy": True}, None, "2026-02-16", "notice-day-passed"),
        ({"busy": True}, "2026-02-15", "2026-03-01", "used"),
        ({"busy": True}, "2026-02-16", "2026-03-01", "notified-late"),
        ({"busy": False}, "2026-02-15", None, "no-grounds"),
        ({"busy": False}, "2026-02-16", None, "no-grounds"),
        ({"busy": False}, None, None, "no-grounds"),
        ({}, "2026-02-15", None, "open"),
        ({}, "2026-02-16", None, "notified-late"),
        ({}, None, "2026-02-16", "notice-day-passed"),
    ],
)
def test_more_time_needs_its_ground_and_a_notice_within_the_first_period(
    stated: dict[str, Value], notified: str | None, as_of: str | None, expected: str
) -> None:
    events = {Event.EXTENSION_NOTIFIED: notified} if notified else {}
    assert extended(stated=stated, events=events, as_of=as_of) == ("2026-02-15", expected)


def test_an_extension_whose_counting_rules_are_not_in_force_has_no_date() -> None:
    later = rule(in_force_from=day("2027-01-01"))
    deadline = count(Days(90), later, received="2026-01-01", step=Step.ANSWER_EXTENDED, notice_by=Days(45))
    assert deadline is not None
    assert (deadline.due, deadline.notice_by, deadline.unavailable, deadline.used) == (None, None, Unavailable.NO_DATE, False)


def test_an_extension_in_use_moves_the_answer_but_no_refusal() -> None:
    request: dict[str, Any] = {"residence": "DE", "right": "access", "received": day("2026-03-05"), "controller_seat": "DE", "complex_or_many_requests": True}
    assert ROUTER.decide(**request).due == day("2026-04-07")  # 5 April is Easter Sunday, the Monday after a holiday
    told = ROUTER.decide(**request, events={"extension-notified": day("2026-04-07")})
    assert (told.outcome, told.due) == (Outcome.FULFIL, day("2026-06-05"))
    refusing = ROUTER.decide(**request, events={"extension-notified": day("2026-04-07")}, manifestly_unfounded_or_excessive=True)
    assert (refusing.outcome, refusing.due) == (Outcome.MAY_REFUSE, day("2026-04-07"))
    late = ROUTER.decide(**request, events={"extension-notified": day("2026-04-08")})
    assert late.due == day("2026-04-07")
    promises.assert_honest_dates(ROUTER, {**request, "events": {"extension-notified": day("2026-04-07")}})


def test_an_extension_moves_a_refusal_where_the_law_says_so() -> None:
    plain = count(Days(30), rule(), received="2026-06-01")
    refusal = count(Days(30), rule(), received="2026-06-01", step=Step.REFUSAL_NOTICE)
    for moves, expected in (((Step.ANSWER,), "2026-07-01"), ((Step.ANSWER, Step.REFUSAL_NOTICE), "2026-07-31")):
        notified = {Event.EXTENSION_NOTIFIED: "2026-06-20"}
        longer = count(Days(60), rule(), received="2026-06-01", events=notified, step=Step.ANSWER_EXTENDED, notice_by=Days(30), moves=moves)
        assert plain
        assert refusal
        assert longer
        assert str(earliest_due((plain, refusal, longer), Outcome.MAY_REFUSE)) == expected


# --------------------------------------------------------------------------------- the examples of the fact sheets


def dates(decision: Decision, step: Step) -> set[str]:
    """Give the dates of all readings of one step."""
    return {str(item.due) for assessment in decision.assessments for clock in assessment.clocks if clock.step is step for item in clock.alternatives}


@pytest.mark.parametrize(
    ("received", "end"),
    [("2024-03-05", "2024-04-05"), ("2026-08-31", "2026-09-30"), ("2023-08-31", "2023-10-02")],
)
def test_the_boards_examples_5_march_and_31_august(received: str, end: str) -> None:
    decision = ROUTER.decide(residence="DE", right="access", received=day(received), controller_seat="DE")
    assert decision.due == day(end)


def test_gdpr_without_a_known_seat_does_not_roll_and_asks_for_nothing_less() -> None:
    decision = ROUTER.decide(residence="DE", right="access", received=day("2026-01-14"), regimes=["eea-gdpr"], offers_to_eea=True)
    assert decision.due == day("2026-02-14")  # a Saturday
    assert "controller_seat" in decision.open_facts


def test_the_commissions_example_1_april_opens_the_suit_on_16_april() -> None:
    decision = ROUTER.decide(residence="JP", right="access", received=day("2026-04-01"), controller_seat="JP")
    assert dates(decision, Step.SUIT_NOT_BEFORE) == {"2026-04-16"}
    refused = ROUTER.decide(residence="JP", right="access", received=day("2026-04-01"), controller_seat="JP", events={"refused": day("2026-04-08")})
    assert dates(refused, Step.SUIT_NOT_BEFORE) == {"2026-04-08"}


def in_each_calendar(length: Length, received: date) -> dict[str, str]:
    """Count in each of California's four candidate calendars."""
    names = {
        "civ-code-9": "business-days-civil-code",
        "gov-code-6700": "business-days-state",
        "judicial": "business-days-judicial",
        "federal": "business-days-federal",
    }
    return {name: shipped("us-ca-ccpa", length, rule_id, received) for name, rule_id in names.items()}


def shipped(regime_id: str, length: Length, rule_id: str, received: date) -> str:
    """Count a length by one counting rule of the shipped law, and mark a provisional date with a question mark."""
    regime = LAW.regimes[regime_id]
    request = Request(right=None, received=received, facts=())
    case = Case(received, {}, LAW.facts, {}, {}, PLACES)
    deadline = Timekeeper(regime, request, case, Calendars()).deadline(Clock(step=Step.ANSWER, citation=SOMEWHERE, within=length, counting=(rule_id,)))
    assert deadline is not None
    return f"{deadline.due}{'?' * deadline.provisional}"


def test_californias_example_of_19_november_2025() -> None:
    expected = {"federal": "2025-12-04", "gov-code-6700": "2025-12-04", "judicial": "2025-12-05", "civ-code-9": "2025-12-02"}
    assert in_each_calendar(BusinessDays(10), day("2025-11-19")) == expected
    decision = ROUTER.decide(residence="US-CA", right="erasure", received=day("2025-11-19"))
    assert dates(decision, Step.ACKNOWLEDGE) == set(expected.values())


def test_californias_example_of_4_february_2026() -> None:
    expected = {"federal": "2026-02-19", "gov-code-6700": "2026-02-23", "judicial": "2026-02-20", "civ-code-9": "2026-02-19"}
    assert in_each_calendar(BusinessDays(10), day("2026-02-04")) == expected
    decision = ROUTER.decide(residence="US-CA", right="erasure", received=day("2026-02-04"))
    assert dates(decision, Step.ACKNOWLEDGE) == set(expected.values())


@pytest.mark.parametrize(
    ("length", "received", "end"),
    [
        (BusinessDays(15), "2026-01-30", "2026-02-27"),
        (BusinessDays(15), "2026-09-18", "2026-10-15"),
        (Days(20), "2026-09-11", "2026-10-08"),
        (Days(30), "2026-08-20", "2026-09-20"),
    ],
)
def test_chinas_worked_examples(length: Length, received: str, end: str) -> None:
    assert shipped("cn-pipl", length, "civil-code", day(received)) == end


# ------------------------------------------------------------------------------------------------ time that may not count


def pause(name: str, begins: Event, ends: Event, *, binding: bool = False) -> Suspension:
    return Suspension(id=name, begins=begins, ends=ends, citation=SOMEWHERE, text=Text.of({"en": name}), binding=binding)


CHECK = pause("check", Event.IDENTITY_ASKED, Event.IDENTITY_CONFIRMED)
NARROW = pause("narrow", Event.CLARIFICATION_ASKED, Event.CLARIFICATION_GIVEN)
CHECKED = {Event.IDENTITY_ASKED: "2026-03-04", Event.IDENTITY_CONFIRMED: "2026-03-13"}
NARROWED = {Event.CLARIFICATION_ASKED: "2026-03-10", Event.CLARIFICATION_GIVEN: "2026-03-15"}
BOTH = ("check", "narrow")


def test_a_suspension_that_does_not_bind_gives_a_second_reading_and_the_first_stays_due() -> None:
    given: dict[str, Any] = {"received": "2026-03-02", "events": CHECKED, "suspensions": [CHECK, NARROW], "suspended_by": BOTH}
    assert readings(Months(1), rule(), **given) == ["2026-04-02", "2026-04-11"]
    assert due(Months(1), rule(), **given) == "2026-04-02"


def test_a_suspension_that_binds_moves_the_date() -> None:
    binding = attrs.evolve(CHECK, binding=True, unsettled=Text.of({"en": "No longest time is named"}))
    deadline = count(Months(1), rule(), received="2026-03-02", events=CHECKED, suspensions=[binding], suspended_by=("check",))
    assert deadline is not None
    (only,) = deadline.alternatives
    assert [(step.what, str(step.day), step.length) for step in only.counted][2] == ("suspended", "2026-04-11", Days(9))
    assert (only.because, only.unsettled) == (binding.text, binding.unsettled)


def test_a_day_on_which_two_suspensions_run_counts_once() -> None:
    found = readings(Months(1), rule(), received="2026-03-02", events=CHECKED | NARROWED, suspensions=[CHECK, NARROW], suspended_by=BOTH)
    assert found == ["2026-04-02", "2026-04-13"]  # 4 to 15 March are eleven days


def test_a_suspension_that_has_not_ended_moves_nothing() -> None:
    begun = {Event.IDENTITY_ASKED: "2026-03-04"}
    deadline = count(Months(1), rule(), received="2026-03-02", events=begun, suspensions=[CHECK, NARROW], suspended_by=BOTH)
    assert deadline is not None
    assert [str(item.due) for item in deadline.alternatives] == ["2026-04-02"]
    assert [(str(item.since), item.text, item.citations, item.confirmed) for item in deadline.pausing] == [
        ("2026-03-04", CHECK.text, ("Act 1",), Confirmed.STATUTE)
    ]


@pytest.mark.parametrize(
    ("events", "suspended_by", "since"),
    [
        ({Event.IDENTITY_ASKED: "2026-04-02"}, BOTH, ["2026-04-02"]),
        ({Event.IDENTITY_ASKED: "2026-04-03"}, BOTH, []),  # the month is over
        ({Event.IDENTITY_ASKED: "2026-03-04"}, ("narrow",), []),
        (CHECKED, BOTH, []),
        (CHECKED | {Event.CLARIFICATION_ASKED: "2026-04-11"}, BOTH, ["2026-04-11"]),  # in the time that the first one may have gained
    ],
)
def test_what_has_begun_and_not_ended_is_named_while_it_can_still_suspend(events: dict[Event, str], suspended_by: tuple[str, ...], since: list[str]) -> None:
    deadline = count(Months(1), rule(), received="2026-03-02", events=events, suspensions=[CHECK, NARROW], suspended_by=suspended_by)
    assert deadline is not None
    assert [str(item.since) for item in deadline.pausing] == since


def test_a_suspension_reaches_only_the_clocks_that_name_it() -> None:
    assert readings(Months(1), rule(), received="2026-03-02", events=CHECKED, suspensions=[CHECK]) == ["2026-04-02"]


BINDING: Any = {"suspensions": [attrs.evolve(CHECK, binding=True), attrs.evolve(NARROW, binding=True)], "suspended_by": BOTH}


@pytest.mark.parametrize(
    ("begun", "end"), [("2026-04-01", "2026-04-12"), ("2026-04-02", "2026-04-12"), ("2026-04-03", "2026-04-02"), ("2026-05-04", "2026-04-02")]
)
def test_what_is_over_cannot_be_suspended(begun: str, end: str) -> None:
    asked = {Event.IDENTITY_ASKED: begun, Event.IDENTITY_CONFIRMED: str(day(begun) + 10 * ONE_DAY)}
    deadline = count(Months(1), rule(), received="2026-03-02", events=asked, **BINDING)
    assert deadline is not None
    assert str(deadline.due) == end
    because = deadline.alternatives[0].because
    assert (because == CHECK.text) == (end != "2026-04-02")


def test_a_second_suspension_may_begin_in_the_time_that_the_first_one_gained() -> None:
    first = {Event.IDENTITY_ASKED: "2026-04-02", Event.IDENTITY_CONFIRMED: "2026-04-07"}
    for begun, end in (("2026-04-07", "2026-04-10"), ("2026-04-08", "2026-04-07")):
        second = {Event.CLARIFICATION_ASKED: begun, Event.CLARIFICATION_GIVEN: str(day(begun) + 3 * ONE_DAY)}
        assert due(Months(1), rule(), received="2026-03-02", events=first | second, **BINDING) == end


def test_a_question_after_its_own_answer_suspends_nothing() -> None:
    events = {Event.IDENTITY_ASKED: "2026-03-20", Event.IDENTITY_CONFIRMED: "2026-03-10"}
    assert due(Months(1), rule(), received="2026-03-02", events=events, **BINDING) == "2026-04-02"
