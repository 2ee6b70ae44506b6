"""Worked cases that stand beside the law: a request, and what is expected of the decision."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from jurisrights.model.lengths import Citation
from jurisrights.model.vocabulary import Event, Outcome, RegimeStatus, Right


@attrs.frozen(kw_only=True)
class Expectation:
    """What the decision must say. Absent keys are not looked at; `docs/law-format.md` and `docs/organisation-format.md` explain each."""

    outcome: Outcome | None = None
    due: date | str | None = None
    status: RegimeStatus | None = None
    assessments: dict[str, Outcome] = attrs.field(factory=dict)
    grounds: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    deadlines: dict[str, date | str] = attrs.field(factory=dict)
    alternatives: dict[str, tuple[date, ...]] = attrs.field(factory=dict)
    rules: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    representative: str | None = None
    authorities: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    first_question: str | None = None
    assumptions: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    laws: tuple[str, ...] | None = None
    channels: tuple[str, ...] | None = None
    methods: dict[str, tuple[str, ...]] | None = None
    steps: dict[str, int] | None = None
    answers: dict[str, tuple[str, ...]] | None = None
    documents: tuple[str, ...] | None = None
    fees: tuple[str, ...] | None = None
    fee_law: tuple[str, ...] | None = None
    refusals: tuple[str, ...] | None = None
    controllers: tuple[str, ...] | None = None
    officers: tuple[str, ...] | None = None
    represented_by: tuple[str, ...] | None = None
    duties: dict[str, str] | None = None
    complain_to: tuple[str, ...] | None = None


@attrs.frozen(kw_only=True)
class Scenario:
    """One worked case: a sentence of law, the request, the expectation."""

    name: str
    citation: Citation
    received: date
    expect: Expectation
    residence: str | None = None
    right: Right | None = None
    facts: dict[str, Any] = attrs.field(factory=dict)
    parts: dict[str, dict[str, Any]] = attrs.field(factory=dict)
    events: dict[Event, date] = attrs.field(factory=dict)
    regimes: tuple[str, ...] = ()
    as_of: date | None = None
