"""The promises of every decision, as assertions: for our own tests and for those of hosts.

Each takes a router and the keyword arguments of `Router.decide`, and raises AssertionError with what was broken.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from jurisrights.deciding.router import Router
from jurisrights.model.decision import Assessment, Decision
from jurisrights.model.findings import Deadline
from jurisrights.model.vocabulary import Outcome, RegimeStatus, Step

_CITED = (Outcome.MAY_REFUSE, Outcome.MUST_REFUSE, Outcome.NO_RIGHT_HERE)


def assert_same_again(router: Router, request: dict[str, Any]) -> None:
    """Same request, same law, same organisation: equal decision, equal digest, whatever the order of facts."""
    one = router.decide(**request)
    turned = _changed(request, facts=dict(reversed(request.get("facts", {}).items())))
    other = router.decide(**turned)
    assert one == other, "two decisions on the same request differ"
    assert hash(one) == hash(other), "equal decisions have different hashes"
    assert one.digest == other.digest, "equal decisions have different digests"


def assert_round_trip(router: Router, request: dict[str, Any]) -> None:
    """A decision written as JSON and read back is equal."""
    decision = router.decide(**request)
    assert Decision.from_json(decision.to_json()) == decision, "JSON and back is not the same decision"


def assert_refusals_cited(router: Router, request: dict[str, Any]) -> None:
    """No refusal and no "no right here" without a citation."""
    for assessment in router.decide(**request).assessments:
        if assessment.outcome in _CITED:
            assert assessment.citations, f"{assessment.regime}: {assessment.outcome} without a citation"


def assert_honest_dates(router: Router, request: dict[str, Any]) -> None:
    """No date before receipt, none from a standard alone, no extension without grounds or after its notice-by date."""
    decision = router.decide(**request)
    received = decision.request.received
    assert decision.due is None or decision.due >= received, f"due {decision.due} lies before receipt {received}"
    for assessment in decision.assessments:
        for clock in assessment.clocks:
            _assert_honest(clock, decision)


def _assert_honest(clock: Deadline, decision: Decision) -> None:
    assert clock.due is None or clock.due >= decision.request.received, f"{clock.step} on {clock.due} lies before receipt"
    if clock.length is None:
        assert clock.due is None, f"{clock.step} has a date from a standard alone"
    if clock.alternatives:
        later = max if clock.step is Step.SUIT_NOT_BEFORE else min
        assert clock.due == later(item.due for item in clock.alternatives), f"{clock.step} does not take the safe alternative"
    if clock.used:
        notified = next(item.on for item in decision.request.events if item.event == "extension-notified")
        assert clock.notice_by is not None, "an extension is used that has no notice-by date"
        assert notified <= clock.notice_by, f"an extension notified on {notified}, after {clock.notice_by}, is used"


def assert_irrelevant(router: Router, request: dict[str, Any], fact: str, value: object) -> None:
    """A fact that the decision does not name as open changes no outcome and no date, unless it contradicts what was stated already."""
    before = router.decide(**request)
    groups = router.organisation.facts if router.organisation else ()
    if fact in {*before.open_facts, *request.get("facts", {}), *(name for group in groups for name in group.facts)}:
        return
    after = router.decide(**_changed(request, facts={**request.get("facts", {}), fact: value}))
    assert _essence(before) == _essence(after), f"{fact}={value!r} changes the decision, which does not name it as open"


def assert_answer_settles(router: Router, request: dict[str, Any], answer: object, number: int) -> None:
    """Answering a question never brings it back, and unsettles nothing that was settled."""
    before = router.decide(**request)
    question = before.questions[number]
    after = router.decide(**_answered(request, question.fact, question.part, answer))
    assert not any((item.fact, item.part) == (question.fact, question.part) for item in after.questions), f"{question.fact} is asked again"
    settled = {key: outcome for key, outcome in _outcomes(before).items() if outcome is not Outcome.FACTS_NEEDED}
    later = _outcomes(after)
    unsettled = [key for key in settled if later.get(key) is Outcome.FACTS_NEEDED]
    assert not unsettled, f"answering {question.fact} unsettles {unsettled}"


def _answered(request: dict[str, Any], fact: str, part: str, answer: object) -> dict[str, Any]:
    if part:
        parts = dict(request.get("parts", {}))
        parts[part] = {**parts[part], fact: answer}
        return _changed(request, parts=parts)
    if fact == "residence":
        return _changed(request, residence=answer)
    return _changed(request, facts={**request.get("facts", {}), fact: answer})


def _changed(request: dict[str, Any], **changes: Any) -> dict[str, Any]:  # noqa: ANN401  whatever `Router.decide` takes
    return {**request, **changes}


def assert_later_is_not_earlier(router: Router, request: dict[str, Any], days: int) -> None:
    """For one clock under one version of the law, a later receipt never gives an earlier date."""
    first: date = request["received"]
    moved = {key: value for key, value in request.items() if key != "events"}
    before, after = (_clocks(router.decide(**_changed(moved, received=day))) for day in (first, first + timedelta(days=days)))
    for key in before.keys() & after.keys():
        assert before[key] <= after[key], f"{key}: {before[key]} for the earlier receipt, {after[key]} for the later"


def _clocks(decision: Decision) -> dict[tuple[object, ...], date]:
    """Give each dated clock under a key that names its rules, so that only the same version of the law compares."""
    return {
        (item.regime, item.provision, item.part, clock.step, clock.length, clock.runs_from, clock.citations, clock.binding, _rules(clock)): clock.due
        for item in decision.assessments
        for clock in item.clocks
        if clock.due
    }


def _rules(clock: Deadline) -> tuple[object, ...]:
    return tuple(sorted({(item.because, item.citations) for item in clock.alternatives}, key=repr))


def assert_residence_does_not_matter(router: Router, request: dict[str, Any], residences: tuple[str, str], regime: str) -> None:
    """With the controller fixed, another place of residence inside the regime changes no outcome of that regime."""
    one, other = (router.decide(**_changed(request, residence=code, regimes=[regime])) for code in residences)
    assert _outcomes(one) == _outcomes(other), f"{residences[0]} and {residences[1]} give different outcomes"


def _key(item: Assessment) -> tuple[object, ...]:
    return (item.regime, item.provision, item.part, item.instead_of)


def _outcomes(decision: Decision) -> dict[tuple[object, ...], Outcome]:
    return {_key(item): item.outcome for item in decision.assessments}


def _essence(decision: Decision) -> tuple[object, ...]:
    governing = [finding.regime for finding in decision.regimes if finding.status in {RegimeStatus.APPLIES, RegimeStatus.ASSUMED}]
    dates = {(_key(item), clock.step, clock.due, clock.used) for item in decision.assessments for clock in item.clocks}
    return (decision.outcome, decision.due, _outcomes(decision), dates, governing)
