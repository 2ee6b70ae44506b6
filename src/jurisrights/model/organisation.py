"""An organisation's published policy as frozen values. `docs/organisation-format.md` says what each key means.

What a policy does not publish is absent. Texts carry the languages that the policy, or this file, has.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from jurisrights.model.conditions import ALWAYS, Condition
from jurisrights.model.lengths import Length
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Right, Step


@attrs.frozen(kw_only=True)
class Policy:
    """The document that the facts come from."""

    title: Text
    language: str
    created: date | None = None
    revised: date | None = None
    url: str = ""
    source: str = ""


@attrs.frozen(kw_only=True)
class Company:
    """A company of the group, and its seat as an ISO 3166 code."""

    id: str
    name: Text
    seat: str
    main: bool = False
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


@attrs.frozen(kw_only=True)
class Channel:
    """A way to make a request: which rights under which regimes, through which desk, in which steps."""

    id: str
    name: Text
    desk: str
    regimes: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()
    when: Condition = ALWAYS
    steps: tuple[Text, ...] = ()
    forms: tuple[Text, ...] = ()
    documents: tuple[Text, ...] = ()
    answers_by: tuple[Text, ...] = ()
    fee: Text = Text()
    source: str = ""


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
    """What the policy says about rights under a regime: shown as promised."""

    regime: str
    text: Text
    rights: tuple[Right, ...] = ()
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
    """Facts about the organisation that join every request, or those for which `when` holds."""

    facts: dict[str, Any] = attrs.field(eq=False)
    when: Condition = ALWAYS
    source: str = ""


@attrs.frozen(kw_only=True)
class Organisation:
    """A host's published policy."""

    name: Text
    policy: Policy
    companies: tuple[Company, ...] = ()
    desks: tuple[Desk, ...] = ()
    channels: tuple[Channel, ...] = ()
    facts: tuple[OrganisationFacts, ...] = ()
    representatives: tuple[Representative, ...] = ()
    statements: tuple[Statement, ...] = ()
    targets: tuple[Target, ...] = ()
    retention: tuple[Retention, ...] = ()
    marks: tuple[Mark, ...] = ()
