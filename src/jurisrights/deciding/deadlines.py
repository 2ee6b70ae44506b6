"""From a clock to its date or dates: every step that was counted, and under which rule.

A standard alone never becomes a date. Where the law is unsettled every reading is shown; the earliest is due, and for a
step that may not happen *before* a date the latest.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from jurisrights.deciding.counting import add_length, lengths_in_steps
from jurisrights.deciding.truth import Case
from jurisrights.deciding.working_days import Calendars, NamedCalendar, WorkingDays, corrected_between, working_day_from
from jurisrights.model.calendars import Calendar, CorrectedDay, CountingRule, FirstDay, MonthEnd, Roll, Suspension
from jurisrights.model.findings import Alternative, Counted, Deadline
from jurisrights.model.law import Clock, Regime
from jurisrights.model.lengths import BusinessDays, Citation, Length, Months, Years, in_force
from jurisrights.model.request import Request
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import CountStep, Event, Holds, Step, Unavailable

_DAY = timedelta(days=1)
_NOT_BEFORE = (Step.SUIT_NOT_BEFORE,)
_AT_LEAST = (*_NOT_BEFORE, Step.RECORD)


@attrs.frozen
class Timekeeper:
    """Computes the deadlines of one regime for one request."""

    regime: Regime
    request: Request
    case: Case
    calendars: Calendars

    def deadline(self, clock: Clock) -> Deadline | None:
        """Give the deadline of a clock, or None where its condition does not hold."""
        verdict = self.case.test(clock.when)
        if verdict.holds is Holds.NO and clock.step is not Step.ANSWER_EXTENDED:
            return None
        trigger = self.request.event(clock.runs_from)
        alternatives = self._alternatives(clock, trigger) if trigger else ()
        later = max if clock.step in _AT_LEAST else min
        deadline = Deadline(
            step=clock.step,
            due=later((item.due for item in alternatives), default=None),
            standard=clock.standard,
            length=clock.within,
            runs_from=clock.runs_from,
            binding=clock.binding,
            text=clock.text,
            citations=clock.citation.on(self.request.received),
            confirmed=clock.confirmed or self.regime.confirmed,
            holds=verdict.holds,
            alternatives=alternatives,
            provisional=any(counted.what is CountStep.PROVISIONAL for item in alternatives for counted in item.counted),
            facts=tuple(sorted({*verdict.facts, *self._open_places(clock)})),
            unsettled=clock.unsettled,
            moves=clock.moves if clock.step is Step.ANSWER_EXTENDED else (),
        )
        return self._extension(clock, deadline) if clock.step is Step.ANSWER_EXTENDED else deadline

    def _extension(self, clock: Clock, deadline: Deadline) -> Deadline:
        """Say whether the longer time can be used: only with its grounds, and with a notice inside the first period."""
        if clock.notice_by is None:  # pragma: no cover  the reader demands it
            return deadline
        notices = self._alternatives(attrs.evolve(clock, within=clock.notice_by), self.request.received)
        if not notices:
            return attrs.evolve(deadline, unavailable=Unavailable.NO_DATE)
        notice_by = min(item.due for item in notices)
        notified, as_of = self.request.event(Event.EXTENSION_NOTIFIED), self.request.as_of
        unavailable = None
        if deadline.holds is Holds.NO:
            unavailable = Unavailable.NO_GROUNDS
        elif notified and notified > notice_by:
            unavailable = Unavailable.NOTIFIED_LATE
        elif not notified and as_of and as_of > notice_by:
            unavailable = Unavailable.NOTICE_DAY_PASSED
        used = unavailable is None and notified is not None and deadline.holds is Holds.YES
        return attrs.evolve(deadline, notice_by=notice_by, unavailable=unavailable, used=used)

    def _alternatives(self, clock: Clock, trigger: date) -> tuple[Alternative, ...]:
        if clock.within is None:
            return ()
        found: dict[date, Alternative] = {}
        pauses = list(self._pauses(clock))
        for rule in self._rules(clock):
            lengths = lengths_in_steps(clock.within, clock.notice_by) if rule.month_end is MonthEnd.CLAMP_EACH_STEP else (clock.within,)
            for pause in pauses:
                for alternative in self._by_rule(rule, lengths, trigger, pause):
                    due = alternative.due + _DAY if clock.step in _NOT_BEFORE else alternative.due
                    found.setdefault(due, attrs.evolve(alternative, due=due))
        ended = self.request.event(clock.ends_with) if clock.ends_with else None
        if ended and ended < max(found, default=date.max):
            citations = clock.citation.on(self.request.received)
            return (Alternative(due=ended, because=clock.text, citations=citations, counted=(Counted(what=CountStep.ENDED, day=ended),)),)
        return tuple(found[due] for due in sorted(found))

    def _pauses(self, clock: Clock) -> Iterator[Pause]:
        """Give the readings of the time that may not count: none of it, and with what suspends; only the latter if it binds."""
        suspending = [
            (item, begun, ended)
            for item in in_force(self.regime.suspensions, self.request.received)
            if item.id in clock.suspended_by
            if (begun := self.request.event(item.begins)) and (ended := self.request.event(item.ends))
        ]
        binding = [entry for entry in suspending if entry[0].binding]
        yield _pause(binding)
        if len(binding) < len(suspending):
            yield _pause(suspending)

    def _open_places(self, clock: Clock) -> Iterator[str]:
        """Give the place facts that decide about days of rest and that nobody stated."""
        for rule in self._rules(clock):
            for name in rule.calendars:
                kind, _, fact = name.partition(":")
                if kind == "place":
                    known = self.case.value_of(fact)
                    yield from known.assumed | known.unknown

    def _rules(self, clock: Clock) -> Iterator[CountingRule]:
        for name in clock.counting:
            yield from (rule for rule in in_force(self.regime.counting, self.request.received) if rule.id == name)

    def _by_rule(self, rule: CountingRule, lengths: tuple[Length, ...], trigger: date, pause: Pause) -> Iterator[Alternative]:
        needs_calendar = rule.roll is Roll.NEXT_WORKING_DAY or isinstance(lengths[0], BusinessDays)
        calendars = list(self._calendars(rule)) if needs_calendar else []
        for name, calendar in calendars or [("", None)]:
            counted = tuple(self._count(rule, lengths, trigger, name, calendar, pause))
            corrected = corrected_between(calendar, _looked_at_from(rule, lengths, counted), counted[-1].day)
            if calendar:
                counted = (*counted, *self._provisional(name, calendar, counted, corrected))
            elif needs_calendar:
                counted = (*counted, Counted(what=CountStep.NO_CALENDAR, day=counted[-1].day))
            suspended = pause.in_use(counted)
            citations = (*rule.citation.on(self.request.received), *self._cited(corrected), *self._cited(suspended))
            because = suspended[0].text if suspended else rule.text
            yield Alternative(due=counted[-1].day, because=because, citations=citations, counted=counted)

    def _provisional(self, name: str, calendar: WorkingDays, counted: Sequence[Counted], corrected: Sequence[CorrectedDay]) -> Iterator[Counted]:
        """Give a step that says so where a year's calendar, or one of the days that were looked at, is not decided."""
        last = counted[-1].day
        undecided = [item for item in corrected if item.provisional]
        if undecided:
            yield Counted(what=CountStep.PROVISIONAL, day=last, citations=self._cited(undecided), calendar=name, because=undecided[0].text)
        elif any(calendar.is_provisional(year) for year in {counted[0].day.year, last.year}):
            yield Counted(what=CountStep.PROVISIONAL, day=last, calendar=name)

    def _cited(self, items: Sequence[Suspension | CorrectedDay]) -> tuple[str, ...]:
        return tuple(text for item in items for text in item.citation.on(self.request.received))

    def _count(
        self,
        rule: CountingRule,
        lengths: tuple[Length, ...],
        trigger: date,
        name: str,
        calendar: WorkingDays | None,
        pause: Pause,
    ) -> Iterator[Counted]:
        citations = rule.citation.on(self.request.received)
        yield Counted(what=CountStep.EVENT, day=trigger)
        business = isinstance(lengths[0], BusinessDays)
        if isinstance(lengths[0], BusinessDays):
            count = lengths[0].count
            end = _after_business_days(trigger, count, calendar, rule.first_day) if calendar else trigger + count * _DAY
        else:
            start = trigger + _DAY if rule.month_end is MonthEnd.DAY_BEFORE else trigger
            end = functools.reduce(add_length, lengths, start)
            if (rule.first_day is FirstDay.INCLUDED or start != trigger) and not _is_clamped(start, end, lengths):
                end -= _DAY
        yield Counted(what=CountStep.ENDS, day=end, citations=citations, calendar=name)
        resumed = pause.after(end)
        if resumed != end:
            end = resumed
            yield Counted(what=CountStep.SUSPENDED, day=end, citations=citations)
        if calendar and rule.roll is Roll.NEXT_WORKING_DAY and not business:
            rolled = working_day_from(end, calendar)
            if rolled != end:
                yield Counted(what=CountStep.ROLLED, day=rolled, citations=citations, calendar=name)

    def _calendar_of(self, rule: CountingRule, code: str) -> WorkingDays | None:
        """Give the calendar of a place; where its public holidays do not count for this rule, weekends alone."""
        if rule.holidays_in and not self.case.is_inside(code, rule.holidays_in):
            return _weekend()
        return self.calendars.of_country(code, rule.moved_days)

    def _calendars(self, rule: CountingRule) -> Iterator[tuple[str, WorkingDays | None]]:
        for name in rule.calendars:
            kind, _, what = name.partition(":")
            if kind == "place":
                value = self.case.value_of(what).value
                for code in value if isinstance(value, tuple) else [value]:
                    yield str(code or ""), self._calendar_of(rule, str(code)) if code else None
            elif kind == "library":
                yield what, self.calendars.of_country(what, rule.moved_days)
            else:
                yield from ((name, self.calendars.named(calendar)) for calendar in self.regime.calendars if calendar.id == name)


_Suspending = tuple[Suspension, date, date]


@attrs.frozen
class Pause:
    """The suspensions of one reading, each with the days on which it began and ended, in the order in which they began."""

    suspending: tuple[_Suspending, ...]

    def after(self, end: date) -> date:
        """Give the end of a period with the days that do not count; what began after the period was over suspends nothing."""
        counted_until = date.min
        for _, begun, ended in self.suspending:
            if begun <= end:
                end += max(ended - max(begun, counted_until), timedelta())  # a day on which two of them run counts once
                counted_until = max(ended, counted_until)
        return end

    def in_use(self, counted: Sequence[Counted]) -> tuple[Suspension, ...]:
        """Give the suspensions that moved the end of a counted period."""
        ends = [step.day for step in counted if step.what is CountStep.SUSPENDED]
        return tuple(item for item, begun, _ in self.suspending if ends and begun <= ends[0])


def _pause(suspending: Sequence[_Suspending]) -> Pause:
    return Pause(tuple(sorted((entry for entry in suspending if entry[1] < entry[2]), key=lambda entry: entry[1:])))


def _looked_at_from(rule: CountingRule, lengths: tuple[Length, ...], counted: Sequence[Counted]) -> date:
    """Give the first day of which it mattered whether it is a day of rest: of all business days, or of the end alone."""
    if isinstance(lengths[0], BusinessDays):
        return counted[0].day if rule.first_day is FirstDay.INCLUDED else counted[0].day + _DAY
    return next(step.day for step in reversed(counted) if step.what is not CountStep.ROLLED)


def _is_clamped(trigger: date, end: date, lengths: tuple[Length, ...]) -> bool:
    """Say whether the month had no such day, so that its last day already ends the period."""
    return isinstance(lengths[0], Months | Years) and end.day != trigger.day


@functools.cache
def _weekend() -> WorkingDays:
    rule = Calendar(id="weekend", rest_weekdays=("saturday", "sunday"), citation=Citation(), text=Text())
    return NamedCalendar(rule)


def _after_business_days(trigger: date, count: int, calendar: WorkingDays, first_day: FirstDay) -> date:
    day = trigger - _DAY if first_day is FirstDay.INCLUDED else trigger
    while count:
        day += _DAY
        count -= calendar.is_working_day(day)
    return day
