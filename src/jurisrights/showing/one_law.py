"""The section of a told decision on one law: what each provision says, the deadlines, the side rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from jurisrights.model.decision import Assessment
from jurisrights.model.findings import Deadline, Finding, RuleFinding
from jurisrights.model.vocabulary import Effect, Holds, Outcome, Step, Topic
from jurisrights.showing.readings import Readings, undecided
from jurisrights.showing.teller import Teller, codes

_WITH_TEXT = (Step.ANSWER_EXTENDED, Step.EXTENSION_NOTICE, Step.PASS_ON, Step.SUIT_NOT_BEFORE, Step.COMPLAINT, Step.RECORD)
_DAY_OF = {Step.SUIT_NOT_BEFORE: "from", Step.RECORD: "at-least-until"}
_GRANTING = (Outcome.FULFIL, Outcome.FULFIL_IN_PART, Outcome.SUBSTITUTE)


@attrs.frozen
class OneLaw:
    """Tells the assessments of one regime; deadlines and side rules, mostly the same for all, are told once."""

    teller: Teller
    assessments: Sequence[Assessment]

    def lines(self) -> Iterator[str]:
        """Give the section, line by line."""
        for item in self.assessments:
            yield from self._assessment(item)
        clocks = dict.fromkeys(clock for item in self.assessments for clock in item.clocks)
        yield from dict.fromkeys(line for clock in clocks for line in self._clock(clock))
        rules = list(dict.fromkeys(rule for item in self.assessments for rule in item.rules))
        for topic in Topic:
            yield from self._topic(topic, [rule for rule in rules if rule.topic is topic])

    def _assessment(self, item: Assessment) -> Iterator[str]:
        say = self.teller.say
        title = self.teller.aside(
            self.teller.text(item.title),
            say("part", part=item.part) if item.part else "",
            say("instead", right=self.teller.right(item.instead_of)) if item.instead_of else "",
        )
        told = self.teller.labelled(title, say(f"outcome.{item.outcome}"))
        yield f"* {self.teller.cited(told, item.citations, item.confirmed)}"
        if item.starts_on:
            yield f"  {say('starts', day=self.teller.words.day(item.starts_on))}"
        if item.text:
            yield f"  {self.teller.text(item.text)}"
        if item.see:
            yield f"  {say('see', names=self.teller.words.listed([self.teller.right(right) for right in item.see]))}"
        yield from self._reasons(item)
        yield from self.teller.unsettled(item.unsettled)

    def _reasons(self, item: Assessment) -> Iterator[str]:
        """Tell what decides: the bars; failing them the grounds that are missing; else the exceptions and the grounds."""
        bars = _holding(item.bars)
        missing = item.outcome is Outcome.NO_RIGHT_HERE and not bars
        for finding in bars if bars or missing else (*_holding(item.exceptions), *_holding(item.grounds)):
            yield from self._reason("because", finding)
        for finding in item.grounds if missing else ():
            if finding.holds is Holds.NO:
                yield from self._reason("missing-ground", finding)
        if item.outcome in _GRANTING and item.open_exceptions:
            yield f"  {self.teller.say('open-exceptions')}"
            for finding in item.open_exceptions:
                told = self.teller.aside(self.teller.text(finding.text), self.teller.say(f"effect.{finding.effect}"))
                yield f"  - {self.teller.cited(told, finding.citations, finding.confirmed)}"

    def _reason(self, key: str, finding: Finding) -> Iterator[str]:
        told = self.teller.say(key, text=self.teller.text(finding.text))
        yield f"  {self.teller.cited(told, finding.citations, finding.confirmed)}"
        instead = "answers-instead" if finding.effect is Effect.REDIRECT else "governed"
        for name, text in (("reach", finding.remedy), ("not-enough", finding.not_enough), (instead, finding.governed_by)):
            if text:
                yield f"    {self.teller.say(name, text=self.teller.text(text))}"
        yield from self.teller.unsettled(finding.unsettled)

    # ---------------------------------------------------------------------------------------------------- deadlines

    def _clock(self, clock: Deadline) -> Iterator[str]:
        when = self.teller.aside(self._date_of(clock), *self._notes(clock))
        told = self.teller.labelled(self.teller.say(f"step.{clock.step}"), when)
        yield self.teller.cited(told, clock.citations, clock.confirmed)
        if clock.step in _WITH_TEXT and clock.text:
            yield f"    {self.teller.text(clock.text)}"
        yield from Readings(self.teller, clock).lines()
        yield from self.teller.unsettled(clock.unsettled)

    def _date_of(self, clock: Deadline) -> str:
        say = self.teller.say
        standard = say(f"standard.{clock.standard}") if clock.standard else ""
        if not clock.length:
            return self.teller.aside(standard, say("no-number"))
        counted = say("counted", length=self.teller.words.length(clock.length), event=say(f"event.{clock.runs_from}"))
        if not clock.due:
            return self.teller.aside(counted, say("waits"))
        day = say(_DAY_OF.get(clock.step, "by"), day=self.teller.words.day(clock.due))
        if standard:
            day = say("at-the-latest", standard=standard, day=day)
        return self.teller.words.clauses([day, counted])

    def _notes(self, clock: Deadline) -> Iterator[str]:
        say = self.teller.say
        if not clock.binding:
            yield say("not-binding")
        if clock.provisional:
            yield say("provisional-day") if undecided(clock) else say("provisional")
        if clock.step is Step.ANSWER_EXTENDED and clock.notice_by:
            key = "extension-used" if clock.used else f"unavailable.{clock.unavailable}" if clock.unavailable else "extension-open"
            yield say(key, day=self.teller.words.day(clock.notice_by))
        if clock.holds is Holds.OPEN:
            yield say("only-if", facts=codes(clock.facts))

    # --------------------------------------------------------------------------------------------------- side rules

    def _topic(self, topic: Topic, rules: Iterable[RuleFinding]) -> Iterator[str]:
        for number, rule in enumerate(rules):
            if not number:
                yield self.teller.labelled(self.teller.say(f"topic.{topic}"), "")
            told = self.teller.text(rule.text)
            if rule.holds is Holds.OPEN:
                told = self.teller.aside(told, self.teller.say("only-if", facts=codes(rule.facts)))
            yield f"  - {self.teller.cited(told, rule.citations, rule.confirmed)}"
            yield from self.teller.unsettled(rule.unsettled)


def _holding(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.holds is Holds.YES]
