"""From a clock to its date or dates: every step that was counted, and under which rule.

A standard alone never becomes a date. Where the law is unsettled every reading is shown; the earliest is due, and for a
step that may not happen *before* a date the latest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import attrs

from jurisrights.deciding.counting import add_length, lengths_in_steps
from jurisrights.deciding.pauses import Pause, Pauses
from jurisrights.deciding.truth import Case
from jurisrights.deciding.working_days import WEEKENDS, Calendars, NamedCalendar, WorkingDays, corrected_between, next_working_day, working_days_after
from jurisrights.model.calendars import Calendar, CorrectedDay, CountingRule, FirstDay, MonthEnd, Roll, Suspension
from jurisrights.model.findings import Alternative, Counted, Deadline, Pausing
from jurisrights.model.law import Clock, Regime
from jurisrights.model.lengths import BusinessDays, Days, Length, Months, Years, in_force
from jurisrights.model.request import Request
from jurisrights.model.vocabulary import Confirmed, CountStep, Event, Holds, Step, Unavailable

_DAY = timedelta(days=1)
_NOT_BEFORE = (Step.SUIT_NOT_BEFORE,)
_AT_LEAST = (*_NOT_BEFORE, Step.RECORD)
_STRONGEST_FIRST = tuple(Confirmed)
_Source = CountingRule | Calendar | CorrectedDay | Suspension


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
            regime=self.regime.id,
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
            pausing=tuple(self._pausing(clock, max((item.due for item in alternatives), default=date.min))),
            provisional=any(counted.what is CountStep.PROVISIONAL for item in alternatives for counted in item.counted),
            facts=self.case.hanging_on(clock.when, verdict),
            places=tuple(sorted(set(self._open_places(clock)))),
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
        pauses = list(self._pauses(clock).readings())
        for rule in self._rules(clock):
            lengths = lengths_in_steps(clock.within, clock.notice_by) if rule.month_end is MonthEnd.CLAMP_EACH_STEP else (clock.within,)
            for pause in pauses:
                for alternative in self._by_rule(rule, lengths, trigger, pause):
                    reading = _day_after(alternative) if clock.step in _NOT_BEFORE else alternative
                    first = found.setdefault(reading.due, reading)
                    found[reading.due] = attrs.evolve(first, calendars=tuple(dict.fromkeys((*first.calendars, *reading.calendars))))
        ended = self.request.event(clock.ends_with) if clock.ends_with else None
        if ended and ended < max(found, default=date.max):
            return (self._ended(clock, ended),)
        return tuple(found[due] for due in sorted(found))

    def _ended(self, clock: Clock, day: date) -> Alternative:
        """Give the only reading that is left when an event has ended a waiting time."""
        return Alternative(
            due=day,
            because=clock.text,
            citations=clock.citation.on(self.request.received),
            confirmed=clock.confirmed or self.regime.confirmed,
            counted=(Counted(what=CountStep.ENDED, day=day),),
        )

    def _pauses(self, clock: Clock) -> Pauses:
        return Pauses(tuple(item for item in in_force(self.regime.suspensions, self.request.received) if item.id in clock.suspended_by), self.request)

    def _pausing(self, clock: Clock, last: date) -> Iterator[Pausing]:
        """Give what has begun to suspend a clock before its last day and has not ended."""
        for item, begun in self._pauses(clock).running(last):
            yield Pausing(since=begun, text=item.text, citations=self._cited([item]), confirmed=item.confirmed or self.regime.confirmed)

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
            day_rule = [calendar.rule] if isinstance(calendar, NamedCalendar) else []
            sources: list[_Source] = [rule, *day_rule, *corrected, *suspended]
            reason = suspended[0] if suspended else rule
            yield Alternative(
                due=counted[-1].day,
                because=reason.text,
                citations=self._cited(sources),
                confirmed=_weakest(item.confirmed or self.regime.confirmed for item in sources),
                counted=counted,
                calendars=(name,) if name else (),
                unsettled=reason.unsettled,
            )

    def _provisional(self, name: str, calendar: WorkingDays, counted: Sequence[Counted], corrected: Sequence[CorrectedDay]) -> Iterator[Counted]:
        """Give a step that says so where a year's calendar, or one of the days that were looked at, is not decided."""
        last = counted[-1].day
        undecided = [item for item in corrected if item.provisional]
        if undecided:
            yield Counted(what=CountStep.PROVISIONAL, day=last, citations=self._cited(undecided), calendar=name, because=undecided[0].text)
        elif any(calendar.is_provisional(year) for year in {counted[0].day.year, last.year}):
            yield Counted(what=CountStep.PROVISIONAL, day=last, calendar=name)

    def _cited(self, items: Sequence[_Source]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for item in items for text in item.citation.on(self.request.received)))

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
        *first, last = lengths
        if isinstance(last, BusinessDays):
            before = trigger - _DAY if rule.first_day is FirstDay.INCLUDED else trigger
            end = working_days_after(before, last.count, calendar, name) if calendar else trigger + last.count * _DAY
        else:
            start = end = trigger + _DAY if rule.month_end is MonthEnd.DAY_BEFORE else trigger
            for length in first:
                end = add_length(end, length)
                yield Counted(what=CountStep.FIRST, day=end, length=length, citations=citations)
            end = add_length(end, last)
            if (rule.first_day is FirstDay.INCLUDED or start != trigger) and not _is_clamped(start, end, lengths):
                end -= _DAY
        yield Counted(what=CountStep.ENDS, day=end, length=last, citations=citations, calendar=name)
        resumed = pause.after(end)
        if resumed != end:
            yield Counted(what=CountStep.SUSPENDED, day=resumed, length=Days((resumed - end).days), citations=citations)
            end = resumed
        if calendar and rule.roll is Roll.NEXT_WORKING_DAY and not isinstance(last, BusinessDays):
            rolled = next_working_day(end, calendar, name)
            if rolled != end:
                yield Counted(what=CountStep.ROLLED, day=rolled, citations=citations, calendar=name)

    def _calendars(self, rule: CountingRule) -> Iterator[tuple[str, WorkingDays | None]]:
        for name in rule.calendars:
            kind, _, what = name.partition(":")
            if kind == "place":
                value = self.case.value_of(what).value
                for code in value if isinstance(value, tuple) else [value]:
                    yield from self._of_place(rule, str(code)) if code else [("", None)]
            elif kind == "library":
                yield what, self.calendars.of_country(what, rule.moved_days)
            else:
                yield from ((name, self.calendars.named(calendar)) for calendar in self.regime.calendars if calendar.id == name)

    def _of_place(self, rule: CountingRule, code: str) -> Iterable[tuple[str, WorkingDays | None]]:
        """Give the calendars of a place by name; where its public holidays do not count for this rule, weekends alone."""
        if rule.holidays_in and not self.case.is_inside(code, rule.holidays_in):
            return [(WEEKENDS.rule.id, WEEKENDS)]
        return self.calendars.of_place(code, rule.moved_days)


def _day_after(alternative: Alternative) -> Alternative:
    """Give the day after a waiting time: the first one on which the step may happen."""
    opens = alternative.due + _DAY
    return attrs.evolve(alternative, due=opens, counted=(*alternative.counted, Counted(what=CountStep.DAY_AFTER, day=opens)))


def _weakest(found: Iterable[Confirmed]) -> Confirmed:
    return max(found, key=_STRONGEST_FIRST.index)


def _looked_at_from(rule: CountingRule, lengths: tuple[Length, ...], counted: Sequence[Counted]) -> date:
    """Give the first day of which it mattered whether it is a day of rest: of all business days, or of the end alone."""
    if isinstance(lengths[0], BusinessDays):
        return counted[0].day if rule.first_day is FirstDay.INCLUDED else counted[0].day + _DAY
    return next(step.day for step in reversed(counted) if step.what is not CountStep.ROLLED)


def _is_clamped(trigger: date, end: date, lengths: tuple[Length, ...]) -> bool:
    """Say whether the month had no such day, so that its last day already ends the period."""
    return isinstance(lengths[0], Months | Years) and end.day != trigger.day
