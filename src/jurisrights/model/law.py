"""The law as frozen values, one class for one kind of table in `jurisdictions/`.

Field names are the keys of the TOML tables; `docs/law-format.md` says what each means. Dates include both ends.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import attrs

from jurisrights.model.authorities import Authority, AuthorityRule
from jurisrights.model.calendars import Calendar, CorrectedDay, CountingRule, Suspension
from jurisrights.model.conditions import ALWAYS, Condition, Value
from jurisrights.model.lengths import Citation, Length
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import (
    About,
    Asks,
    Confirmed,
    Effect,
    Event,
    Kind,
    Outcome,
    Rank,
    Right,
    Silence,
    Standard,
    Step,
    Topic,
)

# ------------------------------------------------------------------------------------------------------- the facts


@attrs.frozen(kw_only=True)
class Fact:
    """Something that is so or not so in a case, and what silence about it means."""

    id: str
    kind: Kind
    about: About
    asks: Asks
    silence: Silence
    question: Text
    values: tuple[str, ...] = ()
    shown_by_fee: bool = False
    """So where an organisation's file holds a fixed fee for the request: what is set and made known there needs no other statement."""
    assume: Value | None = None
    follow: str | None = None
    because: Text = Text()
    implied_by: tuple[Right, ...] = ()
    """A request for one of these rights says yes, unless something else is stated."""


@attrs.frozen(kw_only=True)
class Definition:
    """A dated, cited condition with a name, used like a fact."""

    id: str
    when: Condition
    citation: Citation
    text: Text
    confirmed: Confirmed | None = None
    unsettled: Text = Text()
    in_force_from: date | None = None
    in_force_until: date | None = None


# ------------------------------------------------------------------------------------------------- the provisions


@attrs.frozen(kw_only=True)
class Ground:
    """What makes a provision bite."""

    id: str
    citation: Citation
    text: Text
    when: Condition = ALWAYS
    remedy: Text = Text()
    dpv: str = ""
    confirmed: Confirmed | None = None
    unsettled: Text = Text()
    in_force_from: date | None = None
    in_force_until: date | None = None


@attrs.frozen(kw_only=True)
class Bar:
    """What bites by itself: no standing, no such data, another law, somebody else, not yet, forbidden."""

    id: str
    about: About
    effect: Effect
    citation: Citation
    text: Text
    when: Condition = ALWAYS
    covers: tuple[str, ...] = ()
    governed_by: Text = Text()
    starts_on: date | None = None
    treat_as: Right | None = None
    outcome: Outcome | None = None
    dpv: str = ""
    confirmed: Confirmed | None = None
    unsettled: Text = Text()
    in_force_from: date | None = None
    in_force_until: date | None = None


@attrs.frozen(kw_only=True)
class LegalException:
    """What the organisation may claim, and must show, in order to do less."""

    id: str
    effect: Effect
    citation: Citation
    text: Text
    when: Condition = ALWAYS
    covers: tuple[str, ...] = ()
    not_enough: Text = Text()
    dpv: str = ""
    confirmed: Confirmed | None = None
    unsettled: Text = Text()
    in_force_from: date | None = None
    in_force_until: date | None = None


@attrs.frozen(kw_only=True)
class Clock:
    """One deadline: its step, its trigger, its length or standard, its counting rules, whether it binds."""

    step: Step
    citation: Citation
    id: str = ""
    text: Text = Text()
    when: Condition = ALWAYS
    covers: tuple[str, ...] = ()
    within: Length | None = None
    standard: Standard | None = None
    runs_from: Event = Event.RECEIVED
    counting: tuple[str, ...] = ()
    binding: bool = True
    notice_by: Length | None = None
    moves: tuple[Step, ...] = (Step.ANSWER,)
    """The steps whose time an extension in use replaces; a refusal is not among them unless the law says so."""
    ends_with: Event | None = None
    suspended_by: tuple[str, ...] = ()
    confirmed: Confirmed | None = None
    unsettled: Text = Text()
    in_force_from: date | None = None
    in_force_until: date | None = None


class GroundsNeeded(StrEnum):
    """Whether one ground is enough or all are needed."""

    ANY = "any"
    ALL = "all"


@attrs.frozen(kw_only=True)
class Provision:
    """A regime's own rule that answers one or more rights, with everything that reaches it from the limits files."""

    id: str
    answers: tuple[Right, ...]
    citation: Citation
    title: Text
    confirmed: Confirmed
    in_force_from: date | None = None
    in_force_until: date | None = None
    grounds_needed: GroundsNeeded = GroundsNeeded.ANY
    part_of: str = ""
    """The provision with which this one is owed as one right: both together decide, not the better of the two."""
    dpv: str = ""
    unsettled: Text = Text()
    grounds: tuple[Ground, ...] = ()
    bars: tuple[Bar, ...] = ()
    exceptions: tuple[LegalException, ...] = ()
    clocks: tuple[Clock, ...] = ()


@attrs.frozen(kw_only=True)
class SideRule:
    """Identity, agent, fee, form and the like: a topic, its value, when, and which provisions it covers (none: all)."""

    id: str
    topic: Topic
    value: str
    citation: Citation
    text: Text
    when: Condition = ALWAYS
    covers: tuple[str, ...] = ()
    if_unknown: str = "unclear"
    confirmed: Confirmed | None = None
    unsettled: Text = Text()
    in_force_from: date | None = None
    in_force_until: date | None = None


# ----------------------------------------------------------------------------------------------- the regime itself


@attrs.frozen(kw_only=True)
class Instrument:
    """An official text with its rank, dates and link, and whether it binds."""

    id: str
    title: Text
    rank: Rank
    binding: bool
    confirmed: Confirmed
    checked_on: date
    url: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None


class ConnectionEffect(StrEnum):
    """Whether a connection makes a regime apply or keeps it away."""

    INCLUDE = "include"
    EXCLUDE = "exclude"


@attrs.frozen(kw_only=True)
class Connection:
    """One connecting factor that makes a regime apply or excludes it."""

    id: str
    effect: ConnectionEffect
    when: Condition
    citation: Citation
    text: Text
    governed_by: Text = Text()
    confirmed: Confirmed | None = None
    unsettled: Text = Text()
    in_force_from: date | None = None
    in_force_until: date | None = None


class TerritoryStatus(StrEnum):
    """Whether a place lies in a territory."""

    IN = "in"
    OUT = "out"
    UNCLEAR = "unclear"


@attrs.frozen(kw_only=True)
class TerritoryRow:
    """Some places, and whether they lie in a named territory between two dates."""

    territory: str
    codes: tuple[str, ...]
    status: TerritoryStatus
    citation: Citation
    text: Text = Text()
    confirmed: Confirmed | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None


@attrs.frozen(kw_only=True)
class NoRight:
    """A right that this law does not know, said with its source."""

    right: Right
    citation: Citation
    text: Text
    see: tuple[Right, ...] = ()
    confirmed: Confirmed | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None


@attrs.frozen(kw_only=True)
class Earlier:
    """What applied before the regime began and is not in this data, and what a decision then says."""

    citation: Citation
    text: Text
    outcome: Outcome = Outcome.NOT_ENCODED
    confirmed: Confirmed | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None


@attrs.frozen(kw_only=True)
class Announced:
    """Law that is coming without a fixed text and date: shown, never applied."""

    expected: str
    citation: Citation
    text: Text
    confirmed: Confirmed | None = None


@attrs.frozen(kw_only=True)
class Regime:
    """One law in one place: everything that is read before it is known whether the law applies."""

    id: str
    name: Text
    short: str
    requester: Text
    languages: tuple[str, ...]
    in_force_from: date
    encoded_from: date
    citation: Citation
    confirmed: Confirmed
    instruments: tuple[Instrument, ...]
    connections: tuple[Connection, ...]
    official_languages: tuple[str, ...] = ()
    """The languages in which the law itself is authentic: titles in them are its own words, in others a courtesy."""
    dpv: str = ""
    in_force_until: date | None = None
    territories: tuple[TerritoryRow, ...] = ()
    counting: tuple[CountingRule, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    no_right: tuple[NoRight, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    announced: tuple[Announced, ...] = ()
    facts: tuple[Fact, ...] = ()
    definitions: tuple[Definition, ...] = ()


@attrs.frozen(kw_only=True)
class Provisions:
    """The rest of a regime, read once it can apply: provisions with their limits, side rules, authorities."""

    provisions: tuple[Provision, ...]
    rules: tuple[SideRule, ...]
    authorities: tuple[Authority, ...]
    authority_rules: tuple[AuthorityRule, ...]


@attrs.frozen(kw_only=True)
class CorrectedDays:
    """The days of rest that the law data puts right for every regime, and the instruments that they cite."""

    confirmed: Confirmed = Confirmed.RECALLED
    instruments: tuple[Instrument, ...] = ()
    days: tuple[CorrectedDay, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language in which some day is explained, and English."""
        return tuple(sorted({"en", *(language for day in self.days for language in day.text.languages)}))


@attrs.frozen(kw_only=True)
class RightName:
    """A neutral right with its names and its cross-walk to other vocabularies."""

    id: Right
    name: Text
    dpv: str = ""
    opendsr: str = ""
    drp: str = ""


@attrs.frozen(kw_only=True)
class Release:
    """Which law data decided: its release (CalVer) and the digest of its content (SHA-256, hexadecimal)."""

    release: str
    digest: str
