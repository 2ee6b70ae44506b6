"""A decision in words: what a privacy officer reads and acts on, in English or Japanese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from jurisrights.deciding.places import Places
from jurisrights.errors import RequestError
from jurisrights.model.decision import (
    Assessment,
    AuthorityFinding,
    ChannelFinding,
    Deadline,
    Decision,
    Finding,
    Question,
    RegimeFinding,
    RepresentativeFinding,
    RuleFinding,
)
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Confirmed, Holds, Outcome, RegimeStatus, Right, Step, Topic
from jurisrights.reading.library import read_law
from jurisrights.showing.phrases import LANGUAGES, Words

_REFUSING: Final = (Outcome.MAY_REFUSE, Outcome.MUST_REFUSE, Outcome.FULFIL_IN_PART, Outcome.SUBSTITUTE, Outcome.NO_RIGHT_HERE)
_TO_DO: Final = (Step.ACKNOWLEDGE, Step.ANSWER, Step.COMPLY, Step.REFUSAL_NOTICE, Step.PASS_ON)


def explain(decision: Decision, language: str = "en") -> str:
    """Tell a decision in words.

    Args:
        decision: any decision, also one that was read back from JSON.
        language: "en" or "ja". Texts that the data does not have in that language are shown in English.

    Raises:
        RequestError: the language is not one of these.
    """
    if language not in LANGUAGES:
        raise RequestError([f"language {language!r} is not there; there are {', '.join(LANGUAGES)}"])
    return _Page(decision, Words(language)).text()


class _Page:
    def __init__(self, decision: Decision, words: Words) -> None:
        self._decision = decision
        self._words = words
        self._say = words.say
        self._names = {finding.regime: finding.name for finding in decision.regimes}
        self._shorts = {finding.regime: finding.short for finding in decision.regimes}
        self._rights = {right: name.name for right, name in read_law().rights.items()}

    def text(self) -> str:
        blocks: list[tuple[str, Iterable[str]]] = [
            ("", self._head()),
            (self._say("laws"), self._laws()),
            (self._say("next"), self._next()),
            (self._say("ask"), self._questions()),
            (self._say("channel"), self._lines_of(self._channel(item) for item in self._decision.channels)),
            (self._say("promised"), self._promises()),
            (self._say("representatives"), self._lines_of(self._representative(item) for item in self._decision.representatives)),
            (self._say("authorities"), self._lines_of(self._authority(item) for item in self._authorities())),
            *((self._say("under", name=self._words.text(self._names[regime])), self._under(regime)) for regime in self._assessed()),
            (self._say("assumed"), (f"- {self._words.text(item.because)} [{item.fact}]" for item in self._decision.assumptions)),
            (self._say("sources"), self._sources()),
        ]
        shown = [_block(title, list(lines)) for title, lines in blocks]
        return "\n\n".join(block for block in shown if block) + "\n"

    # ------------------------------------------------------------------------------------------------------ the head

    def _head(self) -> Iterator[str]:
        request, decision = self._decision.request, self._decision
        right = self._words.text(decision.right_name) if request.right else self._say("everything")
        separator = self._say("list-separator")
        yield separator.join([right, self._say("received", day=self._words.day(request.received)), self._residence()])
        if decision.organisation:
            yield self._say("organisation", name=self._words.text(decision.organisation))
        if decision.outcome:
            yield self._say("outcome", outcome=self._say(f"outcome.{decision.outcome}"))
            yield self._say("due", day=self._words.day(decision.due)) if decision.due else self._say("no-due")
        if decision.outcome is Outcome.CONFLICT:
            yield self._say("conflict")

    def _residence(self) -> str:
        code = next((str(fact.value) for fact in self._decision.request.facts if fact.id == "residence"), "")
        return self._say("place", place=self._place(code)) if code else self._say("place-unknown")

    def _place(self, code: str) -> str:
        return f"{Places.from_tables(read_law().places).name(code, self._words.language)} ({code})"

    def _laws(self) -> Iterator[str]:
        silent: list[str] = []
        for finding in self._decision.regimes:
            if finding.status is RegimeStatus.NO and not finding.outcome:
                silent.append(self._words.text(finding.name))
                continue
            yield from self._law(finding)
        if silent:
            yield f"- {self._say('not-governing', names=self._words.listed(silent))}"

    def _law(self, finding: RegimeFinding) -> Iterator[str]:
        status = self._say(f"outcome.{finding.outcome}") if finding.outcome else self._say(f"status.{finding.status}")
        told = self._say("told", what=self._words.text(finding.name), how=status, text=self._words.text(finding.text))
        yield f"- {told} {self._cited(finding.citations, finding.confirmed)}"
        if finding.governed_by:
            yield f"  {self._say('governed', text=self._words.text(finding.governed_by))}"
        yield from self._unsettled(finding.unsettled)

    # ------------------------------------------------------------------------------------------ what to do, what to ask

    def _next(self) -> Iterator[str]:
        dated = [
            (clock, assessment)
            for assessment in self._decision.assessments
            for clock in assessment.clocks
            if clock.step in _TO_DO
            and clock.binding
            and clock.holds is not Holds.NO
            and (clock.step is not Step.REFUSAL_NOTICE or assessment.outcome in _REFUSING)
        ]
        seen: set[str] = set()
        for clock, assessment in sorted(dated, key=lambda pair: (pair[0].due is None, pair[0].due or self._decision.request.received)):
            line = f"- {self._when(clock)}: {self._say(f'step.{clock.step}')} ({self._shorts[assessment.regime]})"
            if line not in seen:
                seen.add(line)
                yield line
        if not seen and self._decision.assessments:
            yield f"- {self._say('nothing-to-do')}"

    def _when(self, clock: Deadline) -> str:
        if clock.due:
            return self._say("by", day=self._words.day(clock.due))
        return self._say(f"standard.{clock.standard}") if clock.standard else self._say("waits", event=self._say(f"event.{clock.runs_from}"))

    def _questions(self) -> Iterator[str]:
        if not self._decision.questions:
            yield self._say("no-question")
        for number, question in enumerate(self._decision.questions, start=1):
            yield from self._question(number, question)

    def _question(self, number: int, question: Question) -> Iterator[str]:
        part = f"{self._say('for-part', part=question.part)} " if question.part else ""
        yield f"{number}. {part}{self._words.text(question.text)} ({self._say(f'asks.{question.asks}')}) [{question.fact}]"
        if question.values:
            yield f"   {self._say('answers', values=', '.join(question.values))}"
        if question.instead:
            yield f"   {self._say('either', facts=', '.join(question.instead))}"

    # ---------------------------------------------------------------------------------------------------- one law

    def _assessed(self) -> list[str]:
        return list(dict.fromkeys(assessment.regime for assessment in self._decision.assessments))

    def _under(self, regime: str) -> Iterator[str]:
        assessments = [item for item in self._decision.assessments if item.regime == regime]
        for assessment in assessments:
            yield from self._assessment(assessment)
        first = next((item for item in assessments if item.rules or item.clocks), None)
        yield from self._shared(assessments) if first else ()

    def _assessment(self, item: Assessment) -> Iterator[str]:
        part = f" – {self._say('part', part=item.part)}" if item.part else ""
        instead = f" – {self._say('instead', right=self._right(item.instead_of))}" if item.instead_of else ""
        yield f"* {self._words.text(item.title)}{part}{instead}: {self._say(f'outcome.{item.outcome}')} {self._cited(item.citations, item.confirmed)}"
        if item.starts_on:
            yield f"  {self._say('starts', day=self._words.day(item.starts_on))}"
        if item.text:
            yield f"  {self._words.text(item.text)}"
        if item.see:
            yield f"  {self._say('see', names=self._words.listed([self._right(right) for right in item.see]))}"
        yield from self._reasons(item)
        yield from self._unsettled(item.unsettled)

    def _reasons(self, item: Assessment) -> Iterator[str]:
        """Tell what decides: the bars; failing them the grounds that are missing; else the exceptions and the grounds."""
        bars = _holding(item.bars)
        missing = item.outcome is Outcome.NO_RIGHT_HERE and not bars
        for finding in bars if bars or missing else (*_holding(item.exceptions), *_holding(item.grounds)):
            yield from self._reason("because", finding)
        for finding in item.grounds if missing else ():
            if finding.holds is Holds.NO:
                yield from self._reason("missing-ground", finding)
        if item.outcome in {Outcome.FULFIL, Outcome.FULFIL_IN_PART, Outcome.SUBSTITUTE} and item.open_exceptions:
            yield f"  {self._say('open-exceptions')}"
            for finding in item.open_exceptions:
                effect = self._say(f"effect.{finding.effect}")
                yield f"  - {self._words.text(finding.text)} ({effect}) {self._cited(finding.citations, finding.confirmed)}"

    def _reason(self, key: str, finding: Finding) -> Iterator[str]:
        yield f"  {self._say(key, text=self._words.text(finding.text))} {self._cited(finding.citations, finding.confirmed)}"
        for name, text in (("reach", finding.remedy), ("not-enough", finding.not_enough), ("governed", finding.governed_by)):
            if text:
                yield f"    {self._say(name, text=self._words.text(text))}"
        yield from self._unsettled(finding.unsettled)

    def _shared(self, assessments: list[Assessment]) -> Iterator[str]:
        """Tell deadlines and side rules once for all assessments of a law; most of them are the same."""
        clocks = list(dict.fromkeys(clock for item in assessments for clock in item.clocks))
        for clock in clocks:
            yield from self._clock(clock)
        rules = list(dict.fromkeys(rule for item in assessments for rule in item.rules))
        for topic in Topic:
            about = [rule for rule in rules if rule.topic is topic]
            if about:
                yield f"{self._say(f'topic.{topic}')}:"
            for rule in about:
                yield from self._rule(rule)

    def _clock(self, clock: Deadline) -> Iterator[str]:
        label = self._say(f"step.{clock.step}")
        when = self._date_of(clock)
        notes = [self._say("not-binding")] if not clock.binding else []
        notes += [self._say("provisional")] if clock.provisional else []
        others = [self._words.day(item.due) for item in clock.alternatives if item.due != clock.due]
        notes += [self._say("other-readings", days=self._words.listed(others))] if others else []
        notes += self._extension(clock)
        if clock.holds is Holds.OPEN and clock.step is not Step.ANSWER_EXTENDED:
            notes.append(self._say("only-if", facts=_codes(clock.facts)))
        suffix = "".join(f"; {note}" if self._words.language == "en" else f"（{note}）" for note in notes)
        yield f"{label}: {when}{suffix} {self._cited(clock.citations, clock.confirmed)}"
        yield from self._unsettled(clock.unsettled)

    def _date_of(self, clock: Deadline) -> str:
        standard = self._say(f"standard.{clock.standard}") if clock.standard else ""
        if not clock.length:
            return f"{standard} ({self._say('no-number')})"
        event = self._say(f"event.{clock.runs_from}")
        counted = self._say("counted", length=self._words.length(clock.length), event=event)
        if not clock.due:
            return f"{counted}; {self._say('waits', event=event)}"
        day = self._say("from" if clock.step is Step.SUIT_NOT_BEFORE else "by", day=self._words.day(clock.due))
        return self._words.listed([day, *([standard] if standard else []), counted])

    def _extension(self, clock: Deadline) -> list[str]:
        if clock.step is not Step.ANSWER_EXTENDED or not clock.notice_by:
            return []
        key = "extension-used" if clock.used else "extension-open" if clock.available else "extension-gone"
        return [self._say(key, day=self._words.day(clock.notice_by))]

    def _rule(self, rule: RuleFinding) -> Iterator[str]:
        only = f" ({self._say('only-if', facts=_codes(rule.facts))})" if rule.holds is Holds.OPEN else ""
        yield f"  - {self._words.text(rule.text)}{only} {self._cited(rule.citations, rule.confirmed)}"
        yield from self._unsettled(rule.unsettled)

    # --------------------------------------------------------------------------------- organisation, representative, authority

    def _channel(self, item: ChannelFinding) -> Iterator[str]:
        yield f"- {self._words.text(item.name)}"
        yield f"  {self._say('desk', desk=self._words.text(item.desk))}"
        if item.officer:
            yield f"  {self._say('officer', name=self._words.text(item.officer))}"
        contacts = [self._words.text(item.address), item.email, item.phone, item.url]
        yield from (f"  {line}" for line in contacts if line)
        yield from (f"  {number}. {self._words.text(step)}" for number, step in enumerate(item.steps, start=1))
        for key, texts in (("forms", item.forms), ("documents", item.documents), ("answered-by", item.answers_by)):
            if texts:
                yield f"  {self._say(key, text=self._words.listed([self._words.text(text) for text in texts]))}"
        if item.fee:
            yield f"  {self._say('fee-published', text=self._words.text(item.fee))}"

    def _promises(self) -> Iterator[str]:
        for promise in self._decision.promises:
            yield f"- {self._words.text(promise.text)}"

    def _representative(self, item: RepresentativeFinding) -> Iterator[str]:
        text = self._say("depends", facts=_codes(item.facts)) if item.duty == "unclear" else self._words.text(item.text)
        told = self._say("told", what=self._words.text(self._names[item.regime]), how=self._say(f"duty.{item.duty}"), text=text)
        yield f"- {told} {self._cited(item.citations, item.confirmed)}"
        if item.name:
            yield f"  {self._say('named', name=item.name)}"
            yield from (f"  {line}" for line in (item.address, item.email, item.phone) if line)
        elif item.duty in {"required", "unclear"} and self._decision.organisation:
            yield f"  {self._say('not-named')}"

    def _authorities(self) -> list[AuthorityFinding]:
        seen: dict[tuple[str, str], AuthorityFinding] = {}
        for item in self._decision.authorities:
            seen.setdefault((item.regime, item.id), item)
        return list(seen.values())

    def _authority(self, item: AuthorityFinding) -> Iterator[str]:
        native = [text for language, text in item.name.entries if language not in {"en", self._words.language}]
        name = self._words.text(item.name)
        name = f"{name} ({native[0]})" if native and native[0] != name else name
        uncertain = f" – {self._say('one-of')}" if not item.certain else ""
        yield f"- {name}{uncertain} {self._cited(item.citations, item.confirmed)}"
        contacts = [line for line in (item.url, item.email, item.phone, item.address) if line]
        if item.contact_confirmed is not Confirmed.STATUTE and contacts:
            contacts.append(self._say(f"contact.{item.contact_confirmed}"))
        yield f"  {self._words.listed(contacts)}"
        if item.note:
            yield f"  {self._words.text(item.note)}"

    # ----------------------------------------------------------------------------------------------------------- the end

    def _sources(self) -> Iterator[str]:
        law = self._decision.law
        yield self._say("release", release=law.release, digest=law.digest[:12])
        yield self._say("advice")

    def _cited(self, citations: Iterable[str], confirmed: Confirmed) -> str:
        shown = "; ".join(citations)
        if shown and confirmed is not Confirmed.STATUTE:
            shown = self._say("confirmed", citation=shown, how=self._say(f"confirmed.{confirmed}"))
        return f"[{shown}]" if shown else ""

    def _unsettled(self, text: Text) -> Iterator[str]:
        if text:
            yield f"    {self._say('unsettled', text=self._words.text(text))}"

    def _right(self, right: Right) -> str:
        return self._words.text(self._rights[right])

    def _lines_of(self, groups: Iterable[Iterable[str]]) -> Iterator[str]:
        for group in groups:
            yield from group


def _codes(facts: Iterable[str]) -> str:
    """Give the ids of facts, as what a host states them by."""
    return f"[{', '.join(facts)}]"


def _holding(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.holds is Holds.YES]


def _block(title: str, lines: list[str]) -> str:
    kept = [line.rstrip() for line in lines if line.strip()]
    if not kept:
        return ""
    return "\n".join([title, *kept] if title else kept)
