"""The closed vocabularies: the words that law files, requests and decisions share.

A new word is a change here; everything else about a law is data. The words are explained in `docs/law-format.md`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Right(StrEnum):
    """The neutral name of what a person asks for, the same for all regimes. Names and cross-walk: `rights.toml`."""

    ACCESS = "access"
    ACCESS_CATEGORIES = "access-categories"
    PROVISION_RECORDS = "provision-records"
    PURPOSE_NOTIFICATION = "purpose-notification"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    CESSATION_OF_USE = "cessation-of-use"
    CESSATION_OF_PROVISION = "cessation-of-provision"
    PORTABILITY = "portability"
    OBJECTION = "objection"
    OBJECTION_DIRECT_MARKETING = "objection-direct-marketing"
    WITHDRAW_CONSENT = "withdraw-consent"
    OPT_OUT_OF_SALE = "opt-out-of-sale"
    LIMIT_SENSITIVE_DATA = "limit-sensitive-data"
    AUTOMATED_DECISION = "automated-decision"
    EXPLANATION_OF_RULES = "explanation-of-rules"
    ACCOUNT_CLOSURE = "account-closure"
    INFORMATION = "information"
    TRANSFER_SAFEGUARDS = "transfer-safeguards"
    NON_RETALIATION = "non-retaliation"
    COMPLAINT = "complaint"
    COMPENSATION = "compensation"


class Outcome(StrEnum):
    """What comes out, for a provision or for the whole decision. Listed from the best for the person downwards."""

    FULFIL = "fulfil"
    FULFIL_IN_PART = "fulfil-in-part"
    SUBSTITUTE = "substitute"
    MAY_REFUSE = "may-refuse"
    MUST_REFUSE = "must-refuse"
    REDIRECT = "redirect"
    NOT_YET_IN_FORCE = "not-yet-in-force"
    NO_RIGHT_HERE = "no-right-here"
    NOT_ENCODED = "not-encoded"
    NO_LAW_APPLIES = "no-law-applies"
    FACTS_NEEDED = "facts-needed"
    CONFLICT = "conflict"


class Effect(StrEnum):
    """What a bar or an exception does. The order is the order in which the first match decides."""

    REDIRECT = "redirect"
    NOT_ENTITLED = "not-entitled"
    OUT_OF_SCOPE = "out-of-scope"
    DISPLACED = "displaced"
    NO_DUTY_YET = "no-duty-yet"
    MUST_REFUSE = "must-refuse"
    TREAT_AS = "treat-as"
    MAY_REFUSE = "may-refuse"
    REFUSE_OR_CHARGE = "refuse-or-charge"
    SUBSTITUTE = "substitute"
    REFUSE_TO_THAT_EXTENT = "refuse-to-that-extent"
    CHARGE = "charge"
    OTHER_FORM = "other-form"
    DELAY = "delay"


BAR_OUTCOMES: Final = {
    Effect.REDIRECT: Outcome.REDIRECT,
    Effect.NOT_ENTITLED: Outcome.NO_RIGHT_HERE,
    Effect.OUT_OF_SCOPE: Outcome.NO_RIGHT_HERE,
    Effect.DISPLACED: Outcome.NO_RIGHT_HERE,
    Effect.NO_DUTY_YET: Outcome.NOT_YET_IN_FORCE,
    Effect.MUST_REFUSE: Outcome.MUST_REFUSE,
    Effect.TREAT_AS: None,  # the bar declares its own outcome
}
EXCEPTION_OUTCOMES: Final = {
    Effect.MAY_REFUSE: Outcome.MAY_REFUSE,
    Effect.REFUSE_OR_CHARGE: Outcome.MAY_REFUSE,
    Effect.SUBSTITUTE: Outcome.SUBSTITUTE,
    Effect.REFUSE_TO_THAT_EXTENT: Outcome.FULFIL_IN_PART,
    Effect.CHARGE: Outcome.FULFIL,
    Effect.OTHER_FORM: Outcome.FULFIL,
    Effect.DELAY: Outcome.FULFIL,
}


class Step(StrEnum):
    """What has to happen by (or not before) the date of a clock."""

    ACKNOWLEDGE = "acknowledge"
    ANSWER = "answer"
    ANSWER_EXTENDED = "answer-extended"
    EXTENSION_NOTICE = "extension-notice"
    REFUSAL_NOTICE = "refusal-notice"
    COMPLY = "comply"
    PASS_ON = "pass-on"  # noqa: S105  a step, not a secret
    SUIT_NOT_BEFORE = "suit-not-before"
    COMPLAINT = "complaint"
    RECORD = "record"


class Standard(StrEnum):
    """A length without a number. No date is ever made from it."""

    WITHOUT_DELAY = "without-delay"
    WITHOUT_UNDUE_DELAY = "without-undue-delay"
    PROMPTLY = "promptly"
    AS_SOON_AS_FEASIBLE = "as-soon-as-feasible"
    IMMEDIATELY = "immediately"
    REASONABLE_TIME = "reasonable-time"


class Event(StrEnum):
    """A dated happening that a clock runs from, or that a host states."""

    RECEIVED = "received"
    IDENTITY_ASKED = "identity-asked"
    ACCOUNT_HOLDER_CONTACTED = "account-holder-contacted"
    IDENTITY_CONFIRMED = "identity-confirmed"
    CLARIFICATION_ASKED = "clarification-asked"
    CLARIFICATION_GIVEN = "clarification-given"
    EXTENSION_NOTIFIED = "extension-notified"
    REFUSED = "refused"
    ANSWERED = "answered"
    FEE_ASKED = "fee-asked"
    FEE_PAID = "fee-paid"
    COMPLAINT_LODGED = "complaint-lodged"


class Unavailable(StrEnum):
    """Why a longer time cannot be used."""

    NO_GROUNDS = "no-grounds"
    NOTIFIED_LATE = "notified-late"
    NOTICE_DAY_PASSED = "notice-day-passed"
    NO_DATE = "no-date"


class CountStep(StrEnum):
    """One step in counting a deadline."""

    EVENT = "event"
    FIRST = "first"
    ENDS = "ends"
    SUSPENDED = "suspended"
    ROLLED = "rolled"
    DAY_AFTER = "day-after"
    ENDED = "ended"
    NO_CALENDAR = "no-calendar"
    PROVISIONAL = "provisional"


class Kind(StrEnum):
    """The kind of value a fact has."""

    YES_NO = "yes-no"
    CHOICE = "choice"
    EXTENT = "extent"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    PLACES = "places"


EXTENTS: Final = ("no", "partly", "entirely")


class About(StrEnum):
    """What a fact, or a bar, is about. Only facts about the data may differ between parts of a request."""

    PERSON = "person"
    ASKER = "asker"
    ORGANISATION = "organisation"
    REQUEST = "request"
    DATA = "data"
    STANDING = "standing"


class Asks(StrEnum):
    """Who can answer a question."""

    REQUESTER = "requester"
    ORGANISATION = "organisation"


class Silence(StrEnum):
    """What it means when nobody states a fact."""

    ASK = "ask"
    OPEN = "open"
    ASSUME = "assume"


class Confirmed(StrEnum):
    """How a value of the law data was confirmed, from the strongest downwards."""

    STATUTE = "statute"
    GUIDANCE = "guidance"
    SECONDARY = "secondary"
    RECALLED = "recalled"


class Rank(StrEnum):
    """The rank of an instrument."""

    CONSTITUTION = "constitution"
    TREATY = "treaty"
    STATUTE = "statute"
    REGULATION = "regulation"
    ORDER = "order"
    RULE = "rule"
    DECISION = "decision"
    CASE = "case"
    GUIDELINE = "guideline"
    STANDARD = "standard"
    NOTICE = "notice"
    DRAFT = "draft"


class RegimeStatus(StrEnum):
    """Whether a regime governs a request."""

    APPLIES = "applies"
    ASSUMED = "assumed"
    POSSIBLE = "possible"
    NO = "no"


class Holds(StrEnum):
    """Whether an item of the law holds in this case. `open`: it hangs on facts that nobody stated."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


class Topic(StrEnum):
    """What a side rule is about."""

    IDENTITY = "identity"
    AGENT = "agent"
    FEE = "fee"
    FORM = "form"
    METHOD = "method"
    NOTICE = "notice"
    REPRESENTATIVE = "representative"
    COMPLAINT = "complaint"
    CONSENT = "consent"
    RECORD = "record"
    ENFORCEMENT = "enforcement"
    NATIONAL_LAW = "national-law"


TOPIC_VALUES: Final = {
    Topic.IDENTITY: (
        "required",
        "if-reasonable-doubt",
        "proportionate",
        "reasonable-degree",
        "reasonably-high-degree",
        "forbidden",
        "not-regulated",
    ),
    Topic.AGENT: ("allowed", "with-proof", "guardian", "national-law", "not-regulated"),
    Topic.FEE: ("free", "reasonable-fee", "cost-fee", "not-regulated"),
    Topic.FORM: (
        "free",
        "required",
        "electronic-if-asked-so",
        "chosen-by-requester",
        "machine-readable",
        "in-writing",
    ),
    Topic.METHOD: ("required", "free", "published-procedure"),
    Topic.NOTICE: ("contents", "reasons", "best-effort-reasons", "in-writing"),
    Topic.REPRESENTATIVE: ("required", "exempt", "not-applicable"),
    Topic.COMPLAINT: ("authority", "court", "mediation", "organisation", "representation"),
    Topic.CONSENT: ("opt-in-required", "no-ask-period", "guardian"),
    Topic.RECORD: ("required",),
    Topic.ENFORCEMENT: ("order", "penalty", "suit", "guidance-only", "none"),
    Topic.NATIONAL_LAW: ("may-restrict", "may-widen", "other-time", "the-dead"),
}


class AuthorityRole(StrEnum):
    """What a supervisory authority has to do with this request."""

    MAY_LODGE = "may-lodge"
    LIKELY_HANDLES = "likely-handles"
    LEADS = "leads"


class Sector(StrEnum):
    """Which controllers an authority supervises."""

    PRIVATE = "private"
    PUBLIC = "public"
    TELECOMS = "telecoms"


class Purpose(StrEnum):
    """Why a question is asked; questions are listed in this order."""

    APPLICABILITY = "applicability"
    STANDING = "standing"
    BARS = "bars"
    GROUNDS = "grounds"
