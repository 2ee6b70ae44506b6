"""An organisation's published policy as frozen values. `docs/organisation-format.md` says what each key means.

What a policy does not publish is absent. Texts carry the languages that the policy, or this file, has.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from jurisrights.model.conditions import ALWAYS, Condition
from jurisrights.model.law import Fact
from jurisrights.model.lengths import Length
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Right, Step

if TYPE_CHECKING:
    from jurisrights.model.conformance import PolicyFinding
    from jurisrights.reading.library import Law

NOT_IN_FILES = "not in files"
"""Marks a field that no file can hold."""

# ------------------------------------------------------------------------------------------ the words of the file


class Method(StrEnum):
    """How a request can come in."""

    POST = "post"
    EMAIL = "e-mail"
    WEB_FORM = "web-form"
    ACCOUNT = "account"
    PHONE = "phone"
    TOLL_FREE_PHONE = "toll-free-phone"
    FAX = "fax"
    IN_PERSON = "in-person"
    SIGNAL = "signal"


class Proof(StrEnum):
    """What a document is for."""

    FORM = "form"
    IDENTITY = "identity"
    ADDRESS = "address"
    AUTHORITY = "authority"
    PAYMENT = "payment"
    OTHER = "other"


class FeeBasis(StrEnum):
    """How a fee is measured."""

    FIXED = "fixed"
    ACTUAL_COST = "actual-cost"
    FREE = "free"


class Tax(StrEnum):
    """Whether a published amount holds the consumption tax; a policy may leave it open."""

    INCLUDED = "included"
    EXCLUDED = "excluded"


class OfficerRole(StrEnum):
    """What somebody is named for."""

    DATA_PROTECTION_OFFICER = "data-protection-officer"
    MANAGER = "manager"
    DIRECTOR = "director"


# ------------------------------------------------------------------------------------------------ who, and which text


@attrs.frozen(kw_only=True)
class Policy:
    """The document that the facts come from: its languages, the laws it says it follows, whose data it speaks of, who may ask."""

    title: Text
    language: str
    languages: tuple[str, ...] = ()
    created: date | None = None
    revised: date | None = None
    url: str = ""
    scope: Text = Text()
    follows: tuple[str, ...] = ()
    holds_data_of: tuple[str, ...] = ()
    may_ask: tuple[str, ...] = ()
    never_assume: tuple[str, ...] = ()
    """Facts about which silence means nothing here: they are asked, whatever the law's data assumes."""
    unread: tuple[str, ...] = ()
    """What the check looks for and what stands, perhaps, in a piece of the policy that the writer of this file could not read."""
    source: str = ""


@attrs.frozen(kw_only=True)
class Company:
    """A company of the group, and its seat as an ISO 3166 code."""

    id: str
    name: Text
    seat: str
    main: bool = False
    address: Text = Text()
    source: str = ""


@attrs.frozen(kw_only=True)
class Officer:
    """Somebody whom the policy names, and for what."""

    role: OfficerRole
    name: Text = Text()
    title: Text = Text()
    address: Text = Text()
    email: str = ""
    phone: str = ""
    regimes: tuple[str, ...] = ()
    when: Condition = ALWAYS
    source: str = ""


@attrs.frozen(kw_only=True)
class Desk:
    """Where requests are taken."""

    id: str
    name: Text
    company: str = ""
    address: Text = Text()
    officer: Text = Text()
    email: str = ""
    phone: str = ""
    url: str = ""
    hours: Text = Text()
    source: str = ""


# ------------------------------------------------------------------------------------------------ how a request is made


@attrs.frozen(kw_only=True)
class Option:
    """One of several documents that will do: what must come with it, what is blacked out, how old it may be."""

    text: Text
    document: str = ""
    together_with: tuple[Text, ...] = ()
    blacked_out: Text = Text()
    issued_within: Length | None = None
    source: str = ""


@attrs.frozen(kw_only=True)
class Document:
    """What has to be handed in: one thing, or any one (`needs`: any two ...) of several."""

    text: Text
    proof: Proof = Proof.OTHER
    rights: tuple[Right, ...] = ()
    when: Condition = ALWAYS
    document: str = ""
    any_of: tuple[Option, ...] = ()
    needs: int = 1
    blacked_out: Text = Text()
    issued_within: Length | None = None
    source: str = ""


@attrs.frozen(kw_only=True)
class Fee:
    """What a request costs: `amount` in `currency` (ISO 4217) for a fixed fee, and the way to pay."""

    basis: FeeBasis
    text: Text = Text()
    amount: str = ""
    currency: str = ""
    tax: Tax | None = None
    way: Text = Text()
    rights: tuple[Right, ...] = ()
    when: Condition = ALWAYS
    source: str = ""


@attrs.frozen(kw_only=True)
class Channel:
    """A way to make a request: which rights under which regimes, through which desk, in which steps."""

    id: str
    name: Text
    desk: str
    regimes: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()
    when: Condition = ALWAYS
    methods: tuple[Method, ...] = ()
    languages: tuple[str, ...] = ()
    steps: tuple[Text, ...] = ()
    documents: tuple[Document, ...] = ()
    fees: tuple[Fee, ...] = ()
    postage: Text = Text()
    never_accepted: tuple[Text, ...] = ()
    answers_by: tuple[Text, ...] = ()
    source: str = ""


# --------------------------------------------------------------------------------------------- what the policy says


@attrs.frozen(kw_only=True)
class Representative:
    """Somebody whom the organisation names as its representative under a regime."""

    regime: str
    name: str
    address: str = ""
    email: str = ""
    phone: str = ""
    source: str = ""


@attrs.frozen(kw_only=True)
class Statement:
    """What the policy says about rights: shown as promised. It mentions the rights that it names."""

    text: Text
    regimes: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()
    when: Condition = ALWAYS
    source: str = ""


@attrs.frozen(kw_only=True)
class Reason:
    """A reason that the policy gives, to refuse or to ask: `law` names the items of the laws that say the same."""

    id: str
    text: Text
    regimes: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()
    when: Condition = ALWAYS
    law: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    source: str = ""


@attrs.frozen(kw_only=True)
class Complaint:
    """Where the policy says that a person can complain: its own desk, an accredited body, an authority."""

    text: Text
    desk: str = ""
    authority: bool = False
    regimes: tuple[str, ...] = ()
    source: str = ""


@attrs.frozen(kw_only=True)
class JointUse:
    """With whom data is used jointly, which data, what for, and who is responsible."""

    text: Text
    with_whom: Text = Text()
    items: Text = Text()
    purposes: Text = Text()
    responsible: Text = Text()
    source: str = ""


@attrs.frozen(kw_only=True)
class Difference:
    """Where the published language versions say different things."""

    text: Text
    languages: tuple[str, ...] = ()
    source: str = ""


@attrs.frozen(kw_only=True)
class Target:
    """A time that the organisation sets itself: shown beside the statutory date, never instead of it."""

    step: Step
    within: Length
    text: Text
    regimes: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()
    source: str = ""


@attrs.frozen(kw_only=True)
class Retention:
    """How long the policy says data is kept; `regimes` where it says so for the people of some laws only."""

    text: Text
    years: int | None = None
    regimes: tuple[str, ...] = ()
    source: str = ""


@attrs.frozen(kw_only=True)
class Mark:
    """A privacy mark or certification."""

    name: Text
    number: str = ""
    since: date | None = None
    body: Text = Text()
    standard: str = ""
    source: str = ""


@attrs.frozen(kw_only=True)
class OrganisationFacts:
    """Facts about the organisation that join every request, or those for the `rights` and those for which `when` holds.

    `controller` says for whom it acts where the facts make it a processor: who answers instead.
    """

    facts: dict[str, Any] = attrs.field(eq=False)
    when: Condition = ALWAYS
    rights: tuple[Right, ...] = ()
    controller: Text = Text()
    source: str = ""

    def may_join(self, right: Right | None) -> bool:
        """Say whether they speak of requests for a right; of a request for everything they all speak."""
        return right is None or not self.rights or right in self.rights


class Origin(Protocol):
    """Where an organisation was read from: gives the line of an item, for messages."""

    name: str

    def line_of(self, path: tuple[str | int, ...]) -> int | None:
        """Give the line of a value by its path."""
        ...


@attrs.frozen(kw_only=True)
class Organisation:
    """A host's published policy."""

    name: Text
    policy: Policy
    companies: tuple[Company, ...] = ()
    officers: tuple[Officer, ...] = ()
    desks: tuple[Desk, ...] = ()
    channels: tuple[Channel, ...] = ()
    questions: tuple[Fact, ...] = ()
    facts: tuple[OrganisationFacts, ...] = ()
    representatives: tuple[Representative, ...] = ()
    statements: tuple[Statement, ...] = ()
    refusals: tuple[Reason, ...] = ()
    grounds: tuple[Reason, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    joint_uses: tuple[JointUse, ...] = ()
    differences: tuple[Difference, ...] = ()
    targets: tuple[Target, ...] = ()
    retention: tuple[Retention, ...] = ()
    marks: tuple[Mark, ...] = ()
    origin: Origin | None = attrs.field(default=None, eq=False, repr=False, metadata={NOT_IN_FILES: True})

    def check(self, law: Law, on: date) -> tuple[PolicyFinding, ...]:
        """Hold the policy against the law as it stands on a day.

        Returns:
            The findings, the gravest first. Information, not legal advice.

        Raises:
            DataError: the law data is wrong.
        """
        from jurisrights.checking.conformance import check_policy  # noqa: PLC0415  the one call upwards: the public face of the check

        return check_policy(self, law, on)
