"""The pieces of a decision: what holds, what is due, what is to be asked, who is concerned."""

from __future__ import annotations

from datetime import date

import attrs

from jurisrights.model.conditions import Value
from jurisrights.model.lengths import Length
from jurisrights.model.organisation import FeeBasis, Method, OfficerRole, Option, Proof, Tax
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import (
    Asks,
    AuthorityRole,
    Confirmed,
    CountStep,
    Effect,
    Event,
    Holds,
    Kind,
    Outcome,
    Purpose,
    RegimeStatus,
    Sector,
    Standard,
    Step,
    Topic,
    Unavailable,
)


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
    dpv: str = ""


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

    what: CountStep
    day: date
    length: Length | None = None
    """What was added: the whole length, the first part of one that is counted in steps, or the days that do not count."""
    citations: tuple[str, ...] = ()
    calendar: str = ""
    because: Text = Text()


@attrs.frozen(kw_only=True)
class Alternative:
    """A date that one reading of the law gives, why, and how it was counted.

    `calendars` names every calendar that gives this date: codes of places, ids of calendars of the law, or `weekends`.
    """

    due: date
    because: Text
    citations: tuple[str, ...]
    confirmed: Confirmed
    counted: tuple[Counted, ...] = ()
    calendars: tuple[str, ...] = ()
    unsettled: Text = Text()


@attrs.frozen(kw_only=True)
class Pausing:
    """A time that may not count and that has begun but not ended, so that nobody can say yet how long it is."""

    since: date
    text: Text
    citations: tuple[str, ...]
    confirmed: Confirmed


@attrs.frozen(kw_only=True)
class Deadline:
    """One clock in this case.

    `due` is the earliest of the alternatives (for a not-before clock the latest), and None for a standard without a
    number. A deadline that is not `binding` is a benchmark. `unavailable` says why an extension cannot be used; None where
    it can be.
    """

    regime: str
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
    unavailable: Unavailable | None = None
    used: bool = False
    moves: tuple[Step, ...] = ()
    notice_by: date | None = None
    alternatives: tuple[Alternative, ...] = ()
    pausing: tuple[Pausing, ...] = ()
    provisional: bool = False
    facts: tuple[str, ...] = ()
    """What its condition hangs on: facts that are open or assumed."""
    places: tuple[str, ...] = ()
    """Place facts that decide whose days of rest count, and that nobody stated."""
    unsettled: Text = Text()


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
    """Facts that settle the same thing and may be stated instead."""
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
class EndedDocument:
    """An official document that the policy still asks for and that could no longer be used on the day of receipt: its last day, and why."""

    text: Text
    last: date
    because: Text
    citations: tuple[str, ...]
    confirmed: Confirmed


@attrs.frozen(kw_only=True)
class DocumentFinding:
    """What has to be handed in: one thing, or any one (`needs`: any two ...) of several. `open`: perhaps not in this case."""

    text: Text
    proof: Proof
    holds: Holds
    any_of: tuple[Option, ...] = ()
    needs: int = 1
    blacked_out: Text = Text()
    issued_within: Length | None = None
    ended: tuple[EndedDocument, ...] = ()
    """Those among them that nobody can hand in any more."""
    source: str = ""


@attrs.frozen(kw_only=True)
class FeeFinding:
    """What the organisation asks for the request, and beside it what the laws that govern say about a fee."""

    basis: FeeBasis
    holds: Holds
    text: Text = Text()
    amount: str = ""
    currency: str = ""
    tax: Tax | None = None
    way: Text = Text()
    law: tuple[RuleFinding, ...] = ()
    source: str = ""


@attrs.frozen(kw_only=True)
class RefusalFinding:
    """A reason to refuse that the policy publishes and that a law allows here; `law` names the items that say the same."""

    text: Text
    holds: Holds
    law: tuple[str, ...]
    source: str = ""


@attrs.frozen(kw_only=True)
class ComplaintFinding:
    """Where the policy itself says that a person can complain: its own desk, an accredited body, an authority."""

    text: Text
    desk: Text = Text()
    address: Text = Text()
    email: str = ""
    phone: str = ""
    url: str = ""
    source: str = ""


@attrs.frozen(kw_only=True)
class OfficerFinding:
    """Somebody whom the policy names, and for what."""

    role: OfficerRole
    name: Text = Text()
    title: Text = Text()
    address: Text = Text()
    email: str = ""
    phone: str = ""
    source: str = ""


@attrs.frozen(kw_only=True)
class ControllerFinding:
    """Who answers for data that the organisation processes on somebody's behalf."""

    text: Text
    source: str = ""


@attrs.frozen(kw_only=True)
class ChannelFinding:
    """A way in which the organisation takes exactly this request."""

    id: str
    name: Text
    desk: Text
    regimes: tuple[str, ...] = ()
    """The laws that govern the request and under which it may be used."""
    officer: Text = Text()
    steps: tuple[Text, ...] = ()
    address: Text = Text()
    email: str = ""
    phone: str = ""
    url: str = ""
    hours: Text = Text()
    methods: tuple[Method, ...] = ()
    languages: tuple[str, ...] = ()
    documents: tuple[DocumentFinding, ...] = ()
    fees: tuple[FeeFinding, ...] = ()
    postage: Text = Text()
    never_accepted: tuple[Text, ...] = ()
    answers_by: tuple[Text, ...] = ()
    source: str = ""


@attrs.frozen(kw_only=True)
class TargetFinding:
    """A time that the organisation sets itself, counted in calendar days, weeks, months or years from receipt."""

    step: Step
    due: date
    text: Text
    source: str = ""


@attrs.frozen(kw_only=True)
class PromiseFinding:
    """What the organisation's policy itself says about this request: shown as promised, never a legal answer."""

    text: Text
    regimes: tuple[str, ...] = ()
    source: str = ""
