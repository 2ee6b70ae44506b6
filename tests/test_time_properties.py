"""What holds for every dated clock and every rolling rule of the shipped law, whatever the day of receipt and the controller's place."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisrights import Deadline, Router
from jurisrights.deciding.cases import Cases
from jurisrights.deciding.deadlines import Timekeeper
from jurisrights.deciding.places import Places
from jurisrights.deciding.working_days import Calendars
from jurisrights.model.calendars import CountingRule, Roll
from jurisrights.model.conditions import ALWAYS
from jurisrights.model.law import Clock, Regime
from jurisrights.model.lengths import Citation, Days, Length, Months, Weeks, Years
from jurisrights.model.request import Request
from jurisrights.model.vocabulary import CountStep, Step
from jurisrights.testing.strategies import NASTY_DAYS

LAW = Router().law
CASES = Cases(LAW, Places.from_tables(LAW.places), None)
CALENDARS = Calendars()
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
    return st.sampled_from([day for day in NASTY_DAYS if day >= first] + [first]) | st.dates(first, LAST)


def computed(regime: Regime, clock: Clock, received: date, seat: str | None) -> Deadline:
    """Give the deadline of a clock for a controller in a place."""
    request = Request(right=None, received=received, facts=())
    case = CASES.make(request, regime).with_facts({"controller_seat": seat} if seat else {})
    deadline = Timekeeper(regime, request, case, CALENDARS).deadline(clock)
    assert deadline is not None
    return deadline


def rests(rule: CountingRule, regime: Regime, day: date, seat: str) -> bool:
    """Say whether a day is one of rest for a rule whose calendars are all of one place."""
    name = rule.calendars[0]  # the others name the same place as long as nothing is stated
    kind, _, code = name.partition(":")
    if kind == "place":
        if rule.holidays_in and seat in OUTSIDE:
            return day.weekday() >= SATURDAY
        calendar = CALENDARS.of_country(seat, rule.moved_days)
    elif kind == "library":
        calendar = CALENDARS.of_country(code, rule.moved_days)
    else:
        calendar = CALENDARS.named(next(item for item in regime.calendars if item.id == name))
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
    deadline = computed(regime, clock, data.draw(receipts(regime)), seat)
    (only,) = deadline.alternatives
    end = next(item.day for item in only.counted if item.what is CountStep.ENDS)
    assert not rests(rule, regime, only.due, seat)
    between = [end + number * ONE_DAY for number in range((only.due - end).days)]
    assert all(rests(rule, regime, day, seat) for day in between)
    assert any(item.what is CountStep.ROLLED for item in only.counted) == bool(between)


@every_clock
@given(data=st.data())
def test_the_earliest_reading_is_due_and_for_a_suit_the_latest(name: str, data: st.DataObject) -> None:
    regime, clock = CLOCKS[name]
    deadline = computed(regime, clock, data.draw(receipts(regime, clock)), data.draw(st.none() | seats))
    dates = [item.due for item in deadline.alternatives]
    assert dates == sorted(set(dates))
    assert deadline.due == (dates[-1] if clock.step is Step.SUIT_NOT_BEFORE else dates[0])


@every_clock
@given(data=st.data())
def test_a_later_receipt_never_gives_an_earlier_date_by_any_clock(name: str, data: st.DataObject) -> None:
    regime, clock = CLOCKS[name]
    seat = data.draw(st.none() | seats)
    received = data.draw(receipts(regime, clock))
    later = received + data.draw(st.integers(1, 40)) * ONE_DAY
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
    for item in computed(regime, clock, received, data.draw(st.none() | seats)).alternatives:
        days = [step.day for step in item.counted]
        assert days == sorted(days)
        assert days[0] == received < item.due
        assert item.citations


@pytest.mark.parametrize("name", [name for name, (_, clock) in CLOCKS.items() if clock.step is Step.ANSWER_EXTENDED])
@given(data=st.data())
def test_the_notice_of_more_time_is_due_before_the_longer_time_ends(name: str, data: st.DataObject) -> None:
    regime, clock = CLOCKS[name]
    deadline = computed(regime, clock, data.draw(receipts(regime, clock)), data.draw(st.none() | seats))
    assert deadline.notice_by is not None
    assert deadline.due is not None
    assert deadline.notice_by < deadline.due
