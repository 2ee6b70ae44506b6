"""What goes in and what comes out: the request and the decision, frozen, hashable, self-contained.

A decision carries its texts and citations in every language that the data has, so that an old one explains itself.
"""

from __future__ import annotations

import hashlib
from datetime import date

import attrs

from jurisrights.model.conditions import Value
from jurisrights.model.law import Length, Release
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import (
    Asks,
    AuthorityRole,
    Confirmed,
    Effect,
    Event,
    Holds,
    Kind,
    Outcome,
    Purpose,
    RegimeStatus,
    Right,
    Sector,
    Standard,
    Step,
    Topic,
)

# ------------------------------------------------------------------------------------------------------ the request


@attrs.frozen(kw_only=True)
class StatedFact:
    """A fact as the host, or the organisation's file, stated it; places are ISO codes."""

    id: str
    kind: Kind
    value: Value


@attrs.frozen(kw_only=True)
class StatedEvent:
    """A dated happening that the host knows of."""

    event: Event
    on: date


@attrs.frozen(kw_only=True)
class Part:
    """One part of the data, as the host names it, with the facts that differ there."""

    name: str
    facts: tuple[StatedFact, ...]


@attrs.frozen(kw_only=True)
class Request:
    """What was asked: the right (None: everything), the day of receipt, and all that was stated."""

    right: Right | None
    received: date
    facts: tuple[StatedFact, ...]
    parts: tuple[Part, ...] = ()
    events: tuple[StatedEvent, ...] = ()
    regimes: tuple[str, ...] = ()
    as_of: date | None = None

    def event(self, event: Event) -> date | None:
        """Give the day of an event, if it was stated; `received` always is."""
        if event is Event.RECEIVED:
            return self.received
        return next((stated.on for stated in self.events if stated.event is event), None)


# ----------------------------------------------------------------------------------------------------- the findings


@attrs.frozen(kw_only=True)
class Finding:
    """A ground, bar, exception or connection as it stands in this case."""

    id: str
    holds: Holds
    text: Text
    citations: tuple[str, ...]
    confirmed: Confirmed
    effect: Effect | None = None
    facts: tuple[str, ...] = ()
    """What it hangs on: facts that are open or assumed."""
    extent: str = ""
    not_enough: Text = Text()
    governed_by: Text = Text()
    remedy: Text = Text()
    unsettled: Text = Text()


@attrs.frozen(kw_only=True)
class RuleFinding:
    """A side rule that holds, or that is open, in this case."""

    topic: Topic
    id: str
    value: str
    holds: Holds
    text: Text
    citations: tuple[str, ...]
    confirmed: Confirmed
    facts: tuple[str, ...] = ()
    unsettled: Text = Text()


@attrs.frozen(kw_only=True)
class Counted:
    """One step of counting a deadline: what was done, the day it led to, and under which rule."""

    what: str
    day: date
    citations: tuple[str, ...] = ()
    calendar: str = ""


@attrs.frozen(kw_only=True)
class Alternative:
    """One of several dates that the law leaves open, and why."""

    due: date
    because: Text
    citations: tuple[str, ...]
    counted: tuple[Counted, ...] = ()


@attrs.frozen(kw_only=True)
class Deadline:
    """One clock in this case.

    `due` is the earliest of the alternatives (for a not-before clock the latest), and None for a standard without a
    number. A deadline that is not `binding` is a benchmark. `available` is false for an extension that cannot be used.
    """

    step: Step
    due: date | None
    standard: Standard | None
    length: Length | None
    runs_from: Event
    binding: bool
    text: Text
    citations: tuple[str, ...]
    confirmed: Confirmed
    holds: Holds = Holds.YES
    available: bool = True
    used: bool = False
    notice_by: date | None = None
    alternatives: tuple[Alternative, ...] = ()
    provisional: bool = False
    facts: tuple[str, ...] = ()
    unsettled: Text = Text()


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

    An extension in use moves the answer; a refusal notice is never moved by it.
    """
    steps = _DUE_STEPS.get(outcome, _ANY_ANSWER)
    extended = any(clock.used for clock in clocks)
    counting = [
        clock
        for clock in clocks
        if clock.binding and clock.holds is Holds.YES and (clock.used or (clock.step in steps and not (extended and clock.step is Step.ANSWER)))
    ]
    return min((clock.due for clock in counting if clock.due), default=None)


@attrs.frozen(kw_only=True)
class RegimeFinding:
    """Whether a regime governs the request, with the connection that decides and what it hangs on."""

    regime: str
    name: Text
    short: str
    status: RegimeStatus
    connection: str
    text: Text
    citations: tuple[str, ...]
    confirmed: Confirmed
    outcome: Outcome | None = None
    """Set where nothing of the regime can answer: `no-law-applies` or `not-encoded` for this day."""
    governed_by: Text = Text()
    facts: tuple[str, ...] = ()
    unsettled: Text = Text()


@attrs.frozen(kw_only=True)
class Question:
    """A fact to find out next: why, who can say, which answers there are, and what hangs on it."""

    fact: str
    kind: Kind
    text: Text
    asks: Asks
    purpose: Purpose
    values: tuple[str, ...] = ()
    part: str = ""
    instead: tuple[str, ...] = ()
    """Facts that settle the same thing; stating one of them answers the question too."""
    regimes: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Assumption:
    """A fact that nobody stated and that carries the answer: its assumed value, and why."""

    fact: str
    kind: Kind
    value: Value
    because: Text
    hinges: tuple[str, ...] = ()
    """Facts that would settle it if they were stated."""
    regimes: tuple[str, ...] = ()
    """The regimes whose findings rest on it, also the finding that one does not apply."""


@attrs.frozen(kw_only=True)
class RepresentativeFinding:
    """Whether a regime requires a representative there, and whom the organisation names."""

    regime: str
    duty: str
    text: Text
    citations: tuple[str, ...]
    confirmed: Confirmed
    facts: tuple[str, ...] = ()
    name: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""


@attrs.frozen(kw_only=True)
class AuthorityFinding:
    """An authority and its role in this request. Not `certain`: one of several, the place is too coarse to say which."""

    regime: str
    id: str
    role: AuthorityRole
    name: Text
    text: Text
    citations: tuple[str, ...]
    confirmed: Confirmed
    contact_confirmed: Confirmed
    certain: bool = True
    place: str = ""
    sectors: tuple[Sector, ...] = ()
    url: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    note: Text = Text()


@attrs.frozen(kw_only=True)
class ChannelFinding:
    """A way in which the organisation takes exactly this request."""

    id: str
    name: Text
    desk: Text
    officer: Text = Text()
    steps: tuple[Text, ...] = ()
    address: Text = Text()
    email: str = ""
    phone: str = ""
    url: str = ""
    forms: tuple[Text, ...] = ()
    documents: tuple[Text, ...] = ()
    answers_by: tuple[Text, ...] = ()
    fee: Text = Text()
    source: str = ""


@attrs.frozen(kw_only=True)
class PromiseFinding:
    """What the organisation's policy itself says about this request: shown as promised, never a legal answer."""

    regime: str
    text: Text
    source: str = ""


# ----------------------------------------------------------------------------------------------------- the decision


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
            named.update(*(item.facts for item in assessment.open_exceptions), *(clock.facts for clock in assessment.clocks))
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
