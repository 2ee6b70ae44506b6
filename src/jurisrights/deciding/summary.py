"""From all findings to one word: the outcome of the whole decision."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from jurisrights.model.decision import Assessment
from jurisrights.model.findings import RegimeFinding
from jurisrights.model.vocabulary import Outcome, RegimeStatus

_BEST_FIRST = tuple(Outcome)
_GRANTED = frozenset({Outcome.FULFIL, Outcome.FULFIL_IN_PART})


def summary_outcome(findings: Sequence[RegimeFinding], assessments: Sequence[Assessment]) -> Outcome:
    """Give the best outcome for the person that is settled, or what stands in the way of one; with parts, the best for each of them, joined.

    Assessments of another right that the law looks at instead are shown, but do not count: to be refused what was asked
    is not to be granted it.
    """
    if _conflict(_joined(assessments)):
        return Outcome.CONFLICT
    if assessments:
        return joined_outcome([_best(_joined(of_part).values()) for of_part in _parts(assessments)])
    if any(finding.outcome and finding.status is not RegimeStatus.NO for finding in findings):
        return Outcome.NOT_ENCODED
    if any(finding.status is RegimeStatus.POSSIBLE for finding in findings):
        return Outcome.FACTS_NEEDED
    elsewhere = any(finding.outcome is Outcome.NOT_ENCODED for finding in findings)
    return Outcome.NOT_ENCODED if elsewhere else Outcome.NO_LAW_APPLIES


def summary_due(assessments: Sequence[Assessment]) -> date | None:
    """Give the earliest date of all that is still to be done.

    What a law grants under one provision is not refused under another: one that gives nothing sets no date beside it.
    """
    granting: set[tuple[str, str]] = set()
    for of_part in _parts(assessments):
        joined = _joined(of_part)
        granting |= {(item.regime, item.part) for item in of_part if joined.get(_key(item)) in _GRANTED}
    return min(
        (item.due for item in assessments if item.due and not (item.outcome is Outcome.NO_RIGHT_HERE and (item.regime, item.part) in granting)),
        default=None,
    )


def _parts(assessments: Sequence[Assessment]) -> list[list[Assessment]]:
    """Give the assessments of each part of the data; what is said of all of it is said of each."""
    names = sorted({item.part for item in assessments if item.part}) or [""]
    return [[item for item in assessments if item.part in {name, ""}] for name in names]


def _best(outcomes: Collection[Outcome]) -> Outcome:
    settled = [outcome for outcome in outcomes if outcome is not Outcome.FACTS_NEEDED]
    best = min(settled, key=_BEST_FIRST.index, default=Outcome.FACTS_NEEDED)
    return Outcome.FACTS_NEEDED if len(settled) < len(outcomes) and best is not Outcome.FULFIL else best


def _joined(assessments: Sequence[Assessment]) -> dict[tuple[str, str], Outcome]:
    """Give the outcome of each provision, with what is owed together with it."""
    outcomes: dict[tuple[str, str], list[Outcome]] = {}
    for assessment in assessments:
        if assessment.instead_of is None:
            outcomes.setdefault(_key(assessment), []).append(assessment.outcome)
    return {key: joined_outcome(parts) for key, parts in outcomes.items()}


def _key(assessment: Assessment) -> tuple[str, str]:
    return assessment.regime, assessment.part_of or assessment.provision


def joined_outcome(parts: Sequence[Outcome]) -> Outcome:
    """Join what is owed as one right, part by part and provision by provision: parts that differ make it partial.

    >>> joined_outcome([Outcome.FULFIL, Outcome.NO_RIGHT_HERE]).value
    'fulfil-in-part'
    """
    if Outcome.FACTS_NEEDED in parts:
        return Outcome.FACTS_NEEDED
    best = min(parts, key=_BEST_FIRST.index)
    return Outcome.FULFIL_IN_PART if best in _GRANTED and len(set(parts)) > 1 else best


def _conflict(by_provision: Mapping[tuple[str, str], Outcome]) -> bool:
    """Say whether one law forbids what another demands."""
    forbidding = {regime for (regime, _), outcome in by_provision.items() if outcome is Outcome.MUST_REFUSE}
    demanding = {regime for (regime, _), outcome in by_provision.items() if outcome in _GRANTED}
    return any(one != other for one in forbidding for other in demanding)
