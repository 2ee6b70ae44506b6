"""What the law asks of a published policy, and what is found when a policy is held against it.

Field names are the keys of `checks.toml`, `documents.toml` and of a regime's `policy.toml`; `docs/law-format.md` says what each means.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

import attrs

from jurisrights.model.conditions import ALWAYS, Condition
from jurisrights.model.lengths import Citation, Length
from jurisrights.model.organisation import Method
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Confirmed, Right


class Severity(StrEnum):
    """How grave a finding is, the gravest first. What hangs on unknown facts is a doubt at most."""

    BREACH = "breach"
    GAP = "gap"
    DOUBT = "doubt"
    ADVICE = "advice"


class Need(StrEnum):
    """What a policy has to hold; each word is one check."""

    CONTROLLER_NAME = "controller-name"
    ADDRESS = "address"
    OFFICER = "officer"
    DPO_CONTACT = "dpo-contact"
    CONTACT = "contact"
    COMPLAINT_DESK = "complaint-desk"
    COMPLAINT_AUTHORITY = "complaint-authority"
    RIGHTS = "rights"
    METHODS = "methods"
    DOCUMENTS_NOT_ASKED = "documents-not-asked"
    REPRESENTATIVE = "representative"
    REPRESENTATIVE_CONTACT = "representative-contact"
    EVERYBODY = "everybody"
    REVISED = "revised"


@attrs.frozen(kw_only=True)
class PolicyDuty:
    """One thing that a law demands of a published policy."""

    id: str
    needs: Need
    citation: Citation
    text: Text
    when: Condition = ALWAYS
    rights: tuple[Right, ...] = ()
    at_least: int = 1
    including: tuple[Method, ...] = ()
    one_of: tuple[Method, ...] = ()
    documents: tuple[str, ...] = ()
    within: Length | None = None
    severity: Severity | None = None
    confirmed: Confirmed | None = None
    unsettled: Text = Text()
    in_force_from: date | None = None
    in_force_until: date | None = None


@attrs.frozen(kw_only=True)
class PolicyLaw:
    """How a policy is held against one law: in which ordinary case, and what it has to hold."""

    case: dict[str, Any] = attrs.field(eq=False)
    special_grounds: tuple[str, ...] = ()
    """Grounds that arise in some businesses only; a policy is not too narrow for want of them."""
    duties: tuple[PolicyDuty, ...] = ()


@attrs.frozen(kw_only=True)
class Check:
    """One kind of finding: its stable code, its severity, what it says, and what to change."""

    id: str
    severity: Severity
    text: Text
    fix: Text


@attrs.frozen(kw_only=True)
class KnownDocument:
    """A document that policies ask for, and until when it could be used; `place`: whose official document it is."""

    id: str
    name: Text
    citation: Citation
    text: Text
    confirmed: Confirmed
    place: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None


@attrs.frozen(kw_only=True)
class PolicyFinding:
    """Where a policy and a law part ways: a stable code, where it stands, the law, and what to change."""

    code: str
    severity: Severity
    text: Text
    fix: Text
    regime: str = ""
    citations: tuple[str, ...] = ()
    law: Text = Text()
    """What the law says, in the words of its data."""
    confirmed: Confirmed | None = None
    facts: tuple[str, ...] = ()
    """Facts about the organisation that nobody stated; they make it a doubt."""
    item: str = ""
    """The item of the file: `channels[2].fees[0]`."""
    file: str = ""
    line: int | None = None
    source: str = ""
