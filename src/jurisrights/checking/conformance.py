"""A published policy held against every law it falls under, on one day.

Which laws those are is decided as for a request, for the ordinary case that each law's `policy.toml` names. Where that,
or a finding itself, hangs on facts about the organisation that nobody stated, the finding is a doubt and names them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

import attrs

from jurisrights.checking.policy_demands import documents, fees, identity
from jurisrights.checking.policy_duties import duties
from jurisrights.checking.policy_reasons import grounds, refusals
from jurisrights.checking.policy_times import targets
from jurisrights.checking.policy_view import Point, View
from jurisrights.deciding.applicability import find_applicability
from jurisrights.deciding.cases import Cases, facts_of
from jurisrights.deciding.places import Places
from jurisrights.deciding.truth import Case, Verdict
from jurisrights.errors import DataError, Problem
from jurisrights.model.conformance import Check, PolicyFinding, PolicyLaw, Severity
from jurisrights.model.law import Regime
from jurisrights.model.organisation import Organisation
from jurisrights.model.request import Request, StatedFact
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import RegimeStatus
from jurisrights.reading.library import Law

_ORDER: Final = tuple(Severity)
_RELATIONSHIP: Final = "relationship"
_ROLE: Final = "role"
_PROCESSOR: Final = "processor"
_CHECKS_OF_ITEMS: Final = (fees, identity, documents, refusals, grounds)
"""Held against everybody whose data is held: an item may be meant for some people only."""
_CHECKS: Final = (*_CHECKS_OF_ITEMS, targets, duties)


def check_policy(organisation: Organisation, law: Law, on: date) -> tuple[PolicyFinding, ...]:
    """Hold a policy against the law as it stands on a day; see `Organisation.check`."""
    checks = law.checks()
    points = [("", point) for point in _of_the_policy_itself(organisation)]
    for view, doubts in _views(organisation, law, on):
        points += [(view.regime.id, attrs.evolve(point, facts=point.facts | doubts)) for point in _points(view)]
    missing = sorted({point.code for _, point in points} - checks.keys())
    if missing:
        raise DataError(Problem(file="checks.toml", line=None, rule="missing check", message=f"'{code}' is not described here") for code in missing)
    found = dict.fromkeys(_finding(checks[point.code], regime, point, organisation) for regime, point in points)
    return tuple(sorted(found, key=lambda item: (_ORDER.index(item.severity), item.regime, item.line or 0, item.code)))


def _views(organisation: Organisation, law: Law, on: date) -> Iterator[tuple[View, frozenset[str]]]:
    """Give the laws that the policy falls under, each with the unstated facts on which that hangs."""
    facts = facts_of(law, organisation)
    cases = Cases(law, facts, Places.from_tables(law.places), organisation)
    for regime in law.regimes.values():
        policy = law.policy(regime.id)
        if policy is None:
            continue
        people = _ordinary_cases(cases, regime, policy, on)
        if not people:
            continue
        case = next(iter(people.values()))
        found = find_applicability(regime, case)
        view = View(
            organisation=organisation,
            regime=regime,
            provisions=law.provisions(regime.id),
            policy=policy,
            case=case,
            people=people,
            facts=facts,
            names={right: item.name for right, item in law.rights.items()},
            documents=law.documents(),
        )
        doubts = view.doubts(Verdict(value=None, assumed=found.assumed, unknown=found.unknown))
        applies = found.finding.status is not RegimeStatus.NO and found.finding.outcome is None
        # A law that may or may not apply, and of which the policy does not speak, is no matter for a finding.
        if applies and (not doubts or view.is_mentioned()):
            yield view, doubts


def _ordinary_cases(cases: Cases, regime: Regime, policy: PolicyLaw, on: date) -> dict[str, Case]:
    """Give the cases of ordinary people whose data the policy holds, the usual person first; not where it is held for others, who answer under the law."""
    held = cases.organisation.policy.holds_data_of if cases.organisation else ()
    usual = str(policy.case.get(_RELATIONSHIP, ""))
    found: dict[str, Case] = {}
    for person in sorted(held, key=lambda person: person != usual) or (usual,):
        given = {**policy.case, _RELATIONSHIP: person} if person else policy.case
        facts = tuple(StatedFact(id=name, kind=cases.facts[name].kind, value=value) for name, value in sorted(given.items()))
        case = cases.make(Request(right=None, received=on, facts=facts), regime)
        if case.stated.get(_ROLE) != _PROCESSOR:
            found[person] = case
    return found


def _points(view: View) -> Iterator[Point]:
    """Give what is found for the usual person, and what else the items of the file that are meant for others hold."""
    found = [point for check in _CHECKS for point in check(view)]
    yield from found
    known = {(point.code, point.path) for point in found}
    for case in itertools.islice(view.people.values(), 1, None):  # the first is the usual person
        other = attrs.evolve(view, case=case)
        more = [point for check in _CHECKS_OF_ITEMS for point in check(other) if (point.code, point.path) not in known]
        yield from more
        known |= {(point.code, point.path) for point in more}


def _of_the_policy_itself(organisation: Organisation) -> Iterator[Point]:
    """Give what is wrong whatever the law: versions that contradict each other, a processor that names no controller."""
    for index, difference in enumerate(organisation.differences):
        yield Point(code="versions-differ", path=("differences", index), values={"what": difference.text}, source=difference.source)
    for index, group in enumerate(organisation.facts):
        if group.facts.get(_ROLE) == _PROCESSOR and not group.controller:
            yield Point(code="controller-not-described", path=("facts", index), source=group.source)


def _finding(check: Check, regime: str, point: Point, organisation: Organisation) -> PolicyFinding:
    severity = point.severity or check.severity
    if point.facts and _ORDER.index(severity) < _ORDER.index(Severity.DOUBT):
        severity = Severity.DOUBT
    origin = organisation.origin
    return PolicyFinding(
        code=check.id,
        severity=severity,
        text=_filled(check.text, point.values),
        fix=_filled(check.fix, point.values),
        regime=regime,
        citations=point.citations,
        law=point.law,
        confirmed=point.confirmed,
        facts=tuple(sorted(point.facts)),
        item=_shown(point.path),
        file=origin.name if origin else "",
        line=origin.line_of(point.path or ("policy",)) if origin else None,
        source=point.source,
    )


def _filled(template: Text, values: Mapping[str, Text | str]) -> Text:
    """Fill the words in braces, language by language."""
    told = {
        language: words.format(**{key: value.in_(language) if isinstance(value, Text) else value for key, value in values.items()})
        for language, words in template.entries
    }
    return Text.of(told)


def _shown(path: tuple[str | int, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
