"""Replays a worked case and says in words where the decision differs from what the law demands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from jurisrights.deciding.router import Router
from jurisrights.model.decision import Assessment, Decision
from jurisrights.model.findings import Deadline, DocumentFinding, FeeFinding
from jurisrights.model.lengths import UNITS
from jurisrights.model.scenario import Expectation, Scenario
from jurisrights.model.vocabulary import Holds, RegimeStatus


def replay(router: Router, scenario: Scenario, regime: str) -> Decision:
    """Decide the request of a scenario; without regimes of its own it looks at the regime whose folder it stands in."""
    return router.decide(
        residence=scenario.residence,
        right=scenario.right,
        received=scenario.received,
        facts=scenario.facts,
        parts=scenario.parts,
        events={event.value: day for event, day in scenario.events.items()},
        regimes=scenario.regimes or ([regime] if regime else None),
        as_of=scenario.as_of,
    )


def differences(decision: Decision, expect: Expectation, regime: str) -> tuple[str, ...]:
    """Give every way in which a decision differs from an expectation; none means that it holds."""
    return tuple(line for check in _CHECKS for line in check(decision, expect, regime))


def _summary(decision: Decision, expect: Expectation, regime: str) -> Iterator[str]:
    if expect.outcome and decision.outcome is not expect.outcome:
        yield f"outcome: {decision.outcome}, not {expect.outcome}"
    if expect.due is not None and _shown(decision.due) != _shown(expect.due):
        yield f"due: {_shown(decision.due)}, not {_shown(expect.due)}"
    status = next((item.status for item in decision.regimes if item.regime == regime), None)
    if expect.status and status is not expect.status:
        yield f"status of {regime}: {status}, not {expect.status}"


def _assessments(decision: Decision, expect: Expectation, regime: str) -> Iterator[str]:  # noqa: ARG001
    for name, outcome in expect.assessments.items():
        provision, _, part = name.partition("/")
        found = [item.outcome for item in decision.assessments if item.provision == provision and item.part == part]
        if outcome not in found:
            yield f"assessment {name}: {', '.join(found) or 'none'}, not {outcome}"


def _holding(decision: Decision, expect: Expectation, regime: str) -> Iterator[str]:  # noqa: ARG001
    items = [(kind, item) for one in decision.assessments for kind in ("grounds", "bars", "exceptions") for item in getattr(one, kind)]
    for kind in ("grounds", "bars", "exceptions"):
        held = {item.id for where, item in items if where == kind and item.holds is Holds.YES}
        yield from _missing(f"{kind} that hold", getattr(expect, kind), held)
    yield from _missing("open exceptions", expect.open, {item.id for kind, item in items if kind == "exceptions" and item.holds is Holds.OPEN})
    rules = {rule.id for one in decision.assessments for rule in one.rules if rule.holds is Holds.YES}
    named = rules | {authority.id for authority in decision.authorities}
    for name in expect.not_:
        if name in named or any(item.id == name and item.holds is Holds.YES for _, item in items):
            yield f"{name} holds and must not"


def _clocks(decision: Decision, expect: Expectation, regime: str) -> Iterator[str]:  # noqa: ARG001
    clocks = [clock for assessment in decision.assessments for clock in assessment.clocks]
    for step, wanted in expect.deadlines.items():
        found = {_deadline(clock) for clock in clocks if clock.step == step} or {"absent"}
        if _shown(wanted) not in found:
            yield f"deadline {step}: {', '.join(sorted(found))}, not {_shown(wanted)}"
    for step, days in expect.alternatives.items():
        dates = {item.due for clock in clocks if clock.step == step for item in clock.alternatives}
        yield from _missing(f"alternatives of {step}", days, dates)


def _deadline(clock: Deadline) -> str:
    return "not-available" if clock.unavailable else _shown(clock.due)


def _around(decision: Decision, expect: Expectation, regime: str) -> Iterator[str]:
    first: tuple[Assessment, ...] = decision.assessments[:1]
    for topic, values in expect.rules.items():
        yield from _missing(
            f"rules on {topic}", values, {rule.value for item in first for rule in item.rules if rule.topic == topic and rule.holds is Holds.YES}
        )
    duty = next((item.duty for item in decision.representatives if item.regime == regime), "none")
    if expect.representative and duty != expect.representative:
        yield f"representative: {duty}, not {expect.representative}"
    yield from _missing("authorities", expect.authorities, {item.id for item in decision.authorities})


def _to_find_out(decision: Decision, expect: Expectation, regime: str) -> Iterator[str]:  # noqa: ARG001
    asked = [question.fact for question in decision.questions]
    yield from _missing("questions", expect.questions, asked)
    if expect.first_question and asked[:1] != [expect.first_question]:
        yield f"first question: {asked[:1]}, not {expect.first_question}"
    yield from _missing("assumptions", expect.assumptions, [item.fact for item in decision.assumptions])
    yield from _missing("citations", expect.cites, set(citations_in(decision)))


def _own_policy(decision: Decision, expect: Expectation, regime: str) -> Iterator[str]:  # noqa: ARG001
    """Compare what the organisation itself publishes: these keys say everything that is expected, so nothing more may come."""
    documents = [document for channel in decision.channels for document in channel.documents]
    fees = [fee for channel in decision.channels for fee in channel.fees]
    found: dict[str, Iterable[str]] = {
        "laws": [item.regime for item in decision.regimes if item.status in {RegimeStatus.APPLIES, RegimeStatus.ASSUMED} and not item.outcome],
        "channels": [channel.id for channel in decision.channels],
        "methods": [_paired(channel.id, *channel.methods) for channel in decision.channels if channel.methods],
        "steps": [_paired(channel.id, str(len(channel.steps))) for channel in decision.channels if channel.steps],
        "answers": [_paired(channel.id, *(text.in_("en") for text in channel.answers_by)) for channel in decision.channels if channel.answers_by],
        "documents": [_document(document) for document in documents],
        "fees": [_fee(fee) for fee in fees],
        "fee_law": sorted({_paired(rule.value, rule.citations[0]) for fee in fees for rule in fee.law if rule.holds is Holds.YES}),
        "refusals": sorted({name for refusal in decision.refusals for name in refusal.law}),
        "controllers": [controller.text.in_("en") for controller in decision.controllers],
        "officers": [_paired(officer.role, officer.name.in_("en")) for officer in decision.officers],
        "represented_by": [item.name for item in decision.representatives if item.name],
        "duties": [_paired(item.regime, item.duty) for item in decision.representatives],
        "complain_to": sorted({item.id for item in decision.authorities}),
    }
    for key, have in found.items():
        expected = getattr(expect, key)
        if expected is not None:
            wanted = [_paired(name, *_listed(value)) for name, value in expected.items()] if isinstance(expected, dict) else list(expected)
            if sorted(wanted) != sorted(have):
                yield f"{key}: {'; '.join(have) or 'none'}, not {'; '.join(wanted) or 'none'}"


def _paired(name: str, *values: str) -> str:
    """Give a name with what it has, as one text."""
    return f"{name}: {', '.join(values)}" if any(values) else name


def _listed(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, tuple) else (str(value),)


def _document(document: DocumentFinding) -> str:
    """Give what a document is for, how many of how many alternatives will do, how old it may be, how many are no more."""
    return _paired(
        document.proof,
        *([f"{document.needs} of {len(document.any_of)}"] if document.any_of else []),
        *([f"within {document.issued_within.count} {UNITS[type(document.issued_within)]}"] if document.issued_within else []),
        *([f"{len(document.ended)} ended"] if document.ended else []),
        *(["perhaps"] if document.holds is Holds.OPEN else []),
    )


def _fee(fee: FeeFinding) -> str:
    """Give the amount, or how the fee is measured, whether it holds the tax, and whether it is certain."""
    amount = f"{fee.amount} {fee.currency}" if fee.amount else fee.basis.value
    return ", ".join([amount, *([f"tax {fee.tax}"] if fee.tax else []), *(["perhaps"] if fee.holds is Holds.OPEN else [])])


def citations_in(decision: Decision) -> Iterator[str]:
    """Give every citation that stands in a decision."""
    for regime in decision.regimes:
        yield from regime.citations
    for representative in decision.representatives:
        yield from representative.citations
    for authority in decision.authorities:
        yield from authority.citations
    for assessment in decision.assessments:
        yield from assessment.citations
        for item in (*assessment.grounds, *assessment.bars, *assessment.exceptions):
            yield from item.citations
        for rule in assessment.rules:
            yield from rule.citations
        for clock in assessment.clocks:
            yield from clock.citations
            yield from (citation for reading in clock.alternatives for citation in reading.citations)
            yield from (citation for pause in clock.pausing for citation in pause.citations)


def _missing(what: str, wanted: Iterable[object], found: Iterable[object]) -> Iterator[str]:
    have = list(found)
    for item in wanted:
        if item not in have:
            yield f"{what}: {_shown(item)} is missing, there are {', '.join(_shown(one) for one in have) or 'none'}"


def _shown(value: object) -> str:
    return "none" if value is None else value.isoformat() if isinstance(value, date) else str(value)


_CHECKS: tuple[Callable[[Decision, Expectation, str], Iterator[str]], ...] = (
    _summary,
    _assessments,
    _holding,
    _clocks,
    _around,
    _to_find_out,
    _own_policy,
)
