"""What comes out: the assessment of each provision and the decision, frozen, hashable, self-contained.

A decision carries its texts and citations in every language that the data has, so that an old one explains itself.
"""

from __future__ import annotations

import hashlib
from datetime import date

import attrs

from jurisrights.model.findings import (
    Assumption,
    AuthorityFinding,
    ChannelFinding,
    ComplaintFinding,
    ControllerFinding,
    Deadline,
    Finding,
    OfficerFinding,
    PromiseFinding,
    Question,
    RefusalFinding,
    RegimeFinding,
    RepresentativeFinding,
    RuleFinding,
    TargetFinding,
)
from jurisrights.model.law import Release
from jurisrights.model.request import Request
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import (
    Confirmed,
    Effect,
    Holds,
    Outcome,
    Right,
    Step,
    Topic,
)


@attrs.frozen(kw_only=True)
class Assessment:
    """What one provision says about this request, or about one part of it."""

    regime: str
    provision: str
    title: Text
    rights: tuple[Right, ...]
    outcome: Outcome
    citations: tuple[str, ...]
    confirmed: Confirmed
    part: str = ""
    part_of: str = ""
    instead_of: Right | None = None
    starts_on: date | None = None
    grounds: tuple[Finding, ...] = ()
    bars: tuple[Finding, ...] = ()
    exceptions: tuple[Finding, ...] = ()
    clocks: tuple[Deadline, ...] = ()
    rules: tuple[RuleFinding, ...] = ()
    text: Text = Text()
    see: tuple[Right, ...] = ()
    unsettled: Text = Text()
    dpv: str = ""

    @property
    def due(self) -> date | None:
        """The earliest binding date to answer, comply or refuse."""
        return earliest_due(self.clocks, self.outcome)

    @property
    def open_exceptions(self) -> tuple[Finding, ...]:
        """The exceptions that nobody claimed and that may yet be shown."""
        return tuple(item for item in self.exceptions if item.holds is Holds.OPEN)

    @property
    def open_grounds(self) -> tuple[Finding, ...]:
        """The grounds of which nobody knows whether they are met; asked for, unless everything may be refused in any case."""
        return tuple(item for item in self.grounds if item.holds is Holds.OPEN)

    def topic(self, topic: Topic) -> tuple[RuleFinding, ...]:
        """Give the side rules of one topic."""
        return tuple(rule for rule in self.rules if rule.topic is topic)

    @property
    def identity(self) -> tuple[RuleFinding, ...]:
        """How the requester's identity may be checked, or that it may not."""
        return self.topic(Topic.IDENTITY)

    @property
    def agent(self) -> tuple[RuleFinding, ...]:
        """Who may ask for the person."""
        return self.topic(Topic.AGENT)

    @property
    def fee(self) -> tuple[RuleFinding, ...]:
        """What the request may cost."""
        return self.topic(Topic.FEE)

    @property
    def form(self) -> tuple[RuleFinding, ...]:
        """In which form the answer is due."""
        return self.topic(Topic.FORM)

    @property
    def notices(self) -> tuple[RuleFinding, ...]:
        """What the organisation has to tell the person."""
        return self.topic(Topic.NOTICE)


_DUE_STEPS = {
    Outcome.FULFIL: (Step.ANSWER, Step.COMPLY),
    Outcome.NO_RIGHT_HERE: (Step.REFUSAL_NOTICE,),
    Outcome.REDIRECT: (),
    Outcome.NOT_YET_IN_FORCE: (),
}
_ANY_ANSWER = (Step.ANSWER, Step.COMPLY, Step.REFUSAL_NOTICE)


def earliest_due(clocks: tuple[Deadline, ...], outcome: Outcome) -> date | None:
    """Give the earliest binding date to answer, comply or, where the outcome leaves room for it, refuse.

    An extension in use moves the answer; a refusal notice only where the law says so.
    """
    steps = _DUE_STEPS.get(outcome, _ANY_ANSWER)
    moved = {step for clock in clocks if clock.used for step in clock.moves}
    counting = [clock for clock in clocks if clock.binding and clock.holds is Holds.YES and (clock.used or clock.step in set(steps) - moved)]
    return min((clock.due for clock in counting if clock.due), default=None)


@attrs.frozen(kw_only=True)
class Decision:
    """The whole answer to one request. Information, not legal advice."""

    request: Request
    outcome: Outcome | None
    due: date | None
    law: Release
    regimes: tuple[RegimeFinding, ...]
    assessments: tuple[Assessment, ...]
    questions: tuple[Question, ...]
    assumptions: tuple[Assumption, ...]
    representatives: tuple[RepresentativeFinding, ...] = ()
    authorities: tuple[AuthorityFinding, ...] = ()
    channels: tuple[ChannelFinding, ...] = ()
    promises: tuple[PromiseFinding, ...] = ()
    targets: tuple[TargetFinding, ...] = ()
    refusals: tuple[RefusalFinding, ...] = ()
    controllers: tuple[ControllerFinding, ...] = ()
    officers: tuple[OfficerFinding, ...] = ()
    complaints: tuple[ComplaintFinding, ...] = ()
    organisation: Text = Text()
    right_name: Text = Text()

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Every dated clock of every assessment, in order of date."""
        found = dict.fromkeys(clock for assessment in self.assessments for clock in assessment.clocks if clock.due)
        return tuple(sorted(found, key=lambda clock: (clock.due or date.max, clock.step.value, clock.citations)))

    @property
    def open_facts(self) -> frozenset[str]:
        """Every fact that could still change an outcome or a date; any other one, stated now, changes nothing."""
        named: set[str] = set()
        for question in self.questions:
            named |= {question.fact, *question.instead}
        for assumption in self.assumptions:
            named |= {assumption.fact, *assumption.hinges}
        for finding in self.regimes:
            named |= set(finding.facts)
        for assessment in self.assessments:
            instead = (bar for bar in assessment.bars if bar.effect is Effect.TREAT_AS and bar.holds is Holds.OPEN)
            findings = (*assessment.open_exceptions, *assessment.open_grounds, *instead)
            named.update(*(item.facts for item in findings), *((*clock.facts, *clock.places) for clock in assessment.clocks))
        return frozenset(named)

    @property
    def digest(self) -> str:
        """SHA-256 of the decision's JSON, hexadecimal: equal for equal decisions."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def to_json(self) -> str:
        """Give the whole decision as canonical JSON."""
        from jurisrights.model.wire import decision_to_json  # noqa: PLC0415  the converter is built on first use

        return decision_to_json(self)

    @classmethod
    def from_json(cls, text: str) -> Decision:
        """Read a decision back.

        Raises:
            RequestError: the text is no decision of this library.
        """
        from jurisrights.model.wire import decision_from_json  # noqa: PLC0415

        return decision_from_json(text)
