"""What holds for every dated clock and every rolling rule of the shipped law, whatever the day of receipt and the controller's place.

That the dates are those of an independent naive counter stands in `test_naive_counters.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jurisrights import Deadline, Router
from jurisrights.deciding.cases import Cases
from jurisrights.deciding.deadlines import Timekeeper
from jurisrights.deciding.places import Places
from jurisrights.deciding.working_days import Calendars
from jurisrights.model.calendars import CountingRule, Roll, Suspension
from jurisrights.model.conditions import ALWAYS
from jurisrights.model.law import Clock, Regime
from jurisrights.model.lengths import Citation, Days, Length, Months, Weeks, Years, in_force
from jurisrights.model.request import Request, StatedEvent
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import CountStep, Event, Step
from jurisrights.reading.kinds import PLACE_CODE
from jurisrights.testing.strategies import NASTY_DAYS

pytestmark = pytest.mark.many_cases

LAW = Router().law
CASES = Cases(LAW, LAW.facts, Places.from_tables(LAW.places), None)
CALENDARS = Calendars(corrected=LAW.corrected_days.days)
ONE_DAY = timedelta(days=1)
LAST = date(2029, 12, 31)
SATURDAY = 5
MEMBER_STATES = ("DE", "FR", "GR", "IE", "PL", "DK", "NL", "BG", "RO", "CY", "IT", "AT", "ES", "HU", "SE")
OUTSIDE = ("JP", "CN", "US-CA", "IN")


def dated_clocks() -> dict[str, tuple[Regime, Clock]]:
    """Give each clock of the shipped law that has a length, once; what it hangs on is taken to hold."""
    return {
        f"{regime.id}: {clock.id}": (regime, attrs.evolve(clock, when=ALWAYS))
        for regime in LAW.regimes.values()
        for provision in LAW.provisions(regime.id).provisions
        for clock in provision.clocks
        if clock.within
    }


CLOCKS = dated_clocks()
ROLLING = {f"{regime.id}: {rule.id}": (regime, rule) for regime in LAW.regimes.values() for rule in regime.counting if rule.roll is Roll.NEXT_WORKING_DAY}
every_clock = pytest.mark.parametrize("name", CLOCKS)
every_rolling_rule = pytest.mark.parametrize("name", ROLLING)

seats = st.sampled_from(MEMBER_STATES + OUTSIDE)
lengths: st.SearchStrategy[Length] = st.one_of(
    st.integers(1, 120).map(Days), st.integers(1, 12).map(Weeks), st.integers(1, 24).map(Months), st.integers(1, 3).map(Years)
)


def receipts(regime: Regime, clock: Clock | None = None) -> st.SearchStrategy[date]:
    """Give days of receipt on which the clock is law, with those around which counting goes wrong."""
    first = max(regime.encoded_from, (clock.in_force_from if clock else None) or date.min)
    last = max(first, min(LAST, (clock.in_force_until if clock else None) or date.max))
    return st.sampled_from([day for day in NASTY_DAYS if first <= day <= last] + [first]) | st.dates(first, last)


def computed(regime: Regime, clock: Clock, received: date, seat: str | None, events: Mapping[Event, int] | None = None) -> Deadline:
    """Give the deadline of a clock for a controller and a person in a place; events are said in days after the receipt."""
    waited_for = {} if clock.runs_from is Event.RECEIVED else {clock.runs_from: 0}
    stated = tuple(StatedEvent(event=event, on=received + days * ONE_DAY) for event, days in (waited_for | dict(events or {})).items())
    request = Request(right=None, received=received, facts=(), events=stated)
    case = CASES.make(request, regime).with_facts(dict.fromkeys(("controller_seat", "residence"), seat) if seat else {})
    deadline = Timekeeper(regime, request, case, CALENDARS).deadline(clock)
    assert deadline is not None
    return deadline


def rests(rule: CountingRule, regime: Regime, day: date, where: str) -> bool:
    """Say whether a day is one of rest in the calendar that a reading names."""
    if where == "weekends":
        return day.weekday() >= SATURDAY
    named = [CALENDARS.named(item) for item in regime.calendars if item.id == where]
    calendar = CALENDARS.of_country(where, rule.moved_days) if PLACE_CODE.fullmatch(where) else named[0]
    assert calendar is not None
    return not calendar.is_working_day(day)


def test_every_regime_with_a_length_is_tried() -> None:
    assert {regime.id for regime, _ in CLOCKS.values()} >= {"eea-gdpr", "us-ca-ccpa", "cn-pipl", "jp-appi"}
    assert {regime.id for regime, _ in ROLLING.values()} >= {"eea-gdpr", "us-ca-ccpa", "cn-pipl", "jp-appi"}


@every_rolling_rule
@given(data=st.data())
def test_rolling_never_lands_on_a_rest_day_and_never_passes_a_working_day(name: str, data: st.DataObject) -> None:
    regime, rule = ROLLING[name]
    seat = data.draw(seats)
    clock = Clock(step=Step.ANSWER, citation=Citation(), within=data.draw(lengths), counting=(rule.id,))
    received = data.draw(receipts(regime))
    assume(rule in in_force(regime.counting, received))
    deadline = computed(regime, clock, received, seat)
    known = [reading for reading in deadline.alternatives if reading.counted[-1].what is not CountStep.NO_CALENDAR]
    assert known
    for reading in known:
        end = next(item for item in reading.counted if item.what is CountStep.ENDS)
        assert not rests(rule, regime, reading.due, end.calendar)
        between = [end.day + number * ONE_DAY for number in range((reading.due - end.day).days)]
        assert all(rests(rule, regime, day, end.calendar) for day in between)
        assert any(item.what is CountStep.ROLLED for item in reading.counted) == bool(between)


@every_clock
@given(data=st.data())
def test_the_earliest_reading_is_due_and_for_a_suit_and_for_records_the_latest(name: str, data: st.DataObject) -> None:
    regime, clock = CLOCKS[name]
    deadline = computed(regime, clock, data.draw(receipts(regime, clock)), data.draw(st.none() | seats))
    dates = [item.due for item in deadline.alternatives]
    assert dates == sorted(set(dates))
    assert deadline.due == (dates[-1] if clock.step in {Step.SUIT_NOT_BEFORE, Step.RECORD} else dates[0])


@every_clock
@given(data=st.data())
def test_a_later_receipt_never_gives_an_earlier_date_by_any_clock(name: str, data: st.DataObject) -> None:
    regime, clock = CLOCKS[name]
    seat = data.draw(st.none() | seats)
    received = data.draw(receipts(regime, clock))
    later = received + data.draw(st.integers(1, 40)) * ONE_DAY
    assume(in_force(regime.counting, received) == in_force(regime.counting, later))  # one version of the law
    before, after = (computed(regime, clock, day, seat) for day in (received, later))
    assert before.due is not None
    assert after.due is not None
    assert before.due <= after.due
    assert max(item.due for item in before.alternatives) <= max(item.due for item in after.alternatives)


@every_clock
@given(data=st.data())
def test_every_reading_lies_after_receipt_and_tells_its_steps_in_order(name: str, data: st.DataObject) -> None:
    regime, clock = CLOCKS[name]
    received = data.draw(receipts(regime, clock))
    begun = 0 if clock.runs_from is Event.RECEIVED else data.draw(st.integers(0, 60))
    deadline = computed(regime, clock, received, data.draw(st.none() | seats), {} if clock.runs_from is Event.RECEIVED else {clock.runs_from: begun})
    assert deadline.alternatives
    for item in deadline.alternatives:
        days = [step.day for step in item.counted]
        assert days == sorted(days)
        assert days[0] == received + begun * ONE_DAY < item.due
        assert item.citations


@pytest.mark.parametrize("name", [name for name, (_, clock) in CLOCKS.items() if clock.step is Step.ANSWER_EXTENDED])
@given(data=st.data())
def test_the_notice_of_more_time_is_due_before_the_longer_time_ends(name: str, data: st.DataObject) -> None:
    regime, clock = CLOCKS[name]
    deadline = computed(regime, clock, data.draw(receipts(regime, clock)), data.draw(st.none() | seats))
    assert deadline.notice_by is not None
    assert deadline.due is not None
    assert deadline.notice_by < deadline.due


# Time that may not count: the law's own suspensions, and others on every clock, binding or not

PAIRS = (
    (Event.IDENTITY_ASKED, Event.IDENTITY_CONFIRMED),
    (Event.CLARIFICATION_ASKED, Event.CLARIFICATION_GIVEN),
    (Event.FEE_ASKED, Event.FEE_PAID),
)


def suspension(number: int, *, binding: bool) -> Suspension:
    """Give a suspension between one of the questions and its answer."""
    begins, ends = PAIRS[number]
    return Suspension(id=f"pause-{number}", begins=begins, ends=ends, citation=Citation(), text=Text(), binding=binding)


@every_clock
@given(data=st.data())
def test_a_suspension_never_shortens_and_moves_the_due_date_only_where_it_binds(name: str, data: st.DataObject) -> None:
    regime, clock = CLOCKS[name]
    binding = data.draw(st.booleans())
    chosen = data.draw(st.lists(st.sampled_from(range(len(PAIRS))), min_size=1, unique=True))
    regime = attrs.evolve(regime, suspensions=tuple(suspension(number, binding=binding) for number in chosen))
    clock = attrs.evolve(clock, suspended_by=tuple(item.id for item in regime.suspensions), runs_from=Event.RECEIVED)
    received, seat = data.draw(receipts(regime, clock)), data.draw(st.none() | seats)
    asked = {PAIRS[number][0]: data.draw(st.integers(0, 20)) for number in chosen}
    answered = {PAIRS[number][1]: asked[PAIRS[number][0]] + data.draw(st.integers(0, 40)) for number in chosen}
    plain, open_, ended = (computed(regime, clock, received, seat, events) for events in ({}, asked, asked | answered))
    before, after = ([item.due for item in deadline.alternatives] for deadline in (plain, ended))
    assert open_.alternatives == plain.alternatives  # nobody knows yet how long it lasts
    assert min(before) <= min(after)
    assert max(before) <= max(after)
    if not binding:
        assert set(before) <= set(after)
        assert min(before) == min(after)
    passed = {number for event, last in zip(asked.values(), answered.values(), strict=True) for number in range(event, last)}
    if not passed:
        assert before == after


@every_clock
@given(data=st.data())
def test_a_longer_suspension_never_gives_an_earlier_date(name: str, data: st.DataObject) -> None:
    regime, clock = CLOCKS[name]
    regime = attrs.evolve(regime, suspensions=(suspension(0, binding=True),))
    clock = attrs.evolve(clock, suspended_by=("pause-0",), runs_from=Event.RECEIVED)
    received, seat = data.draw(receipts(regime, clock)), data.draw(st.none() | seats)
    first, more = data.draw(st.integers(0, 30)), data.draw(st.integers(1, 30))
    shorter, longer = (computed(regime, clock, received, seat, {Event.IDENTITY_ASKED: 3, Event.IDENTITY_CONFIRMED: 3 + days}) for days in (first, first + more))
    assert shorter.due is not None
    assert longer.due is not None
    assert shorter.due <= longer.due


def test_the_laws_own_suspensions_are_tried() -> None:
    tried = [(regime, clock) for regime, clock in CLOCKS.values() if clock.suspended_by]
    assert tried
    moved = 0
    for regime, clock in tried:
        for item in regime.suspensions:
            if item.id in clock.suspended_by:
                plain, paused = (computed(regime, clock, date(2026, 3, 2), "DE", events) for events in ({}, {item.begins: 1, item.ends: 11}))
                before, after = ({reading.due for reading in deadline.alternatives} for deadline in (plain, paused))
                assert item.binding or before <= after
                moved += max(after) > max(before)
    assert moved
