"""The promises of `docs/promises.md`, held for generated requests over all the shipped law."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jurisrights import JurisRightsError, Router
from jurisrights.model.vocabulary import Kind
from jurisrights.testing import promises
from jurisrights.testing.strategies import received_days, requests, rights, values_of

ROUTER = Router()
DAY = date(2026, 11, 23)
POLICIES = [Router.load(path, law=ROUTER.law) for path in sorted((Path(__file__).parents[1] / "examples" / "organisations").glob("*.toml"))]
FEWER = settings(max_examples=max(1, settings().max_examples // 3))
PEOPLE = st.sampled_from(("customer", "end-user", "employee"))
FACTS = [fact for name, fact in sorted(ROUTER.law.facts.items()) if name != "residence"]
EEA_STATES = ("DE", "FR", "IE", "NO", "LI", "PL", "GR", "ES", "FI")


@given(requests())
def test_same_request_gives_the_same_decision_whatever_the_order(request: dict[str, Any]) -> None:
    promises.assert_same_again(ROUTER, request)


@given(requests())
def test_a_decision_survives_json(request: dict[str, Any]) -> None:
    promises.assert_round_trip(ROUTER, request)


@given(requests())
def test_refusals_are_cited(request: dict[str, Any]) -> None:
    promises.assert_refusals_cited(ROUTER, request)


@given(requests())
def test_dates_are_honest(request: dict[str, Any]) -> None:
    promises.assert_honest_dates(ROUTER, request)


@given(requests(), st.sampled_from(FACTS).flatmap(lambda fact: st.tuples(st.just(fact.id), values_of(fact))))
def test_a_fact_that_is_not_named_as_open_changes_nothing(request: dict[str, Any], stated: tuple[str, object]) -> None:
    promises.assert_irrelevant(ROUTER, request, *stated)


# Each was once a fact that could change a decision which did not name it.
HIDDEN: dict[str, tuple[str, str | None, dict[str, Any]]] = {
    "a fact that follows an asked one under one of two laws": ("california_resident", None, {}),
    "a fact behind a law that is possible but has nothing to answer": ("processing_places", "IT", {"right": "withdraw-consent", "received": date(2018, 9, 19)}),
    "an exclusion that names another law, beside one after which none governs": ("left_to_other_law", "DE", {"household_use": True, "controller_seat": "DE"}),
    "whether an excluded law would have applied at all": ("residence", None, {"person_alive": False, "regimes": ["eea-gdpr"]}),
    "an assumption about whether an excluded law would have applied": ("offers_to_eea", "DE", {"person_alive": False, "regimes": ["eea-gdpr"]}),
    "an assumption behind what a fact follows": ("collected_from_person", "CN", {"right": "portability", "controller_seat": "CN", "regimes": ["cn-pipl"]}),
    "whether a clock runs": ("through_app", "CN", {"controller_seat": "CN", "right": "erasure"}),
    "what a refused request is treated as": (
        "verified_to_high_degree",
        "US-CA",
        {"exempt_data": "household", "household_conditions_met": False, "received": date(2022, 5, 5)},
    ),
}


@pytest.mark.parametrize("case", HIDDEN)
def test_a_fact_that_can_change_the_decision_is_named(case: str) -> None:
    fact, residence, more = HIDDEN[case]
    request: dict[str, Any] = {"received": DAY, "right": "access", "residence": residence, **more}
    assert fact in ROUTER.decide(**request).open_facts


def test_an_exclusion_that_names_another_law_comes_before_one_after_which_none_governs() -> None:
    request: dict[str, Any] = {
        "received": DAY,
        "right": "access",
        "residence": "DE",
        "regimes": ["eea-gdpr"],
        "facts": {"left_to_other_law": "law-enforcement"},
    }
    promises.assert_irrelevant(ROUTER, request, "household_use", value=True)


def test_what_contradicts_the_organisation_breaks_no_promise() -> None:
    router = Router.load(Path(__file__).parent.parent / "examples" / "organisations" / "azpocket.toml")
    request: dict[str, Any] = {"received": DAY, "right": "access", "residence": "JP"}
    assert router.decide(**request).regimes != router.decide(**request, controller_kind="public").regimes
    promises.assert_irrelevant(router, request, "controller_kind", "public")


@given(requests(), st.data())
def test_answering_a_question_never_brings_it_back_nor_unsettles(request: dict[str, Any], data: st.DataObject) -> None:
    questions = ROUTER.decide(**request).questions
    assume(questions)
    number = data.draw(st.integers(0, len(questions) - 1))
    fact = ROUTER.law.facts[questions[number].fact]
    # A place may be asked for again where the first answer was too coarse; fine codes settle it.
    fine = st.sampled_from(("DE-HH", "US-CA", "JP-13", "CN-SH", "BR"))
    answers = {Kind.PLACE: fine, Kind.PLACES: fine.map(lambda code: (code,))}.get(fact.kind, values_of(fact))
    promises.assert_answer_settles(ROUTER, request, data.draw(answers), number)


@given(requests(), st.integers(1, 40))
def test_a_later_receipt_never_gives_an_earlier_date(request: dict[str, Any], days: int) -> None:
    promises.assert_later_is_not_earlier(ROUTER, request, days)


@FEWER
@given(
    right=rights(),
    received=received_days(),
    residences=st.tuples(st.sampled_from(EEA_STATES), st.sampled_from(EEA_STATES)),
    seat=st.sampled_from(("DE", "FR", "JP")),
)
def test_another_eea_residence_changes_no_outcome(right: str | None, received: Any, residences: tuple[str, str], seat: str) -> None:
    request = {"right": right, "received": received, "facts": {"controller_seat": seat}}
    in_force = received.year > 2018
    assume(in_force)
    promises.assert_residence_does_not_matter(ROUTER, request, residences, "eea-gdpr")


@FEWER
@given(st.sampled_from(POLICIES), PEOPLE, requests(), st.sampled_from(FACTS).flatmap(lambda fact: st.tuples(st.just(fact.id), values_of(fact))))
def test_under_a_policy_too_a_fact_that_is_not_named_as_open_changes_nothing(
    router: Router, person: str, request: dict[str, Any], stated: tuple[str, object]
) -> None:
    promises.assert_irrelevant(router, _by(person, request), *stated)


@FEWER
@given(st.sampled_from(POLICIES), PEOPLE, requests(), st.data())
def test_under_a_policy_too_answering_a_question_never_brings_it_back(router: Router, person: str, request: dict[str, Any], data: st.DataObject) -> None:
    asked = _by(person, request)
    questions = router.decide(**asked).questions
    assume(questions)
    number = data.draw(st.integers(0, len(questions) - 1))
    fact = router.facts[questions[number].fact]
    fine = st.sampled_from(("DE-HH", "US-CA", "JP-13", "CN-SH", "BR"))
    answers = {Kind.PLACE: fine, Kind.PLACES: fine.map(lambda code: (code,))}.get(fact.kind, values_of(fact))
    promises.assert_answer_settles(router, asked, data.draw(answers), number)


def _by(person: str, request: dict[str, Any]) -> dict[str, Any]:
    """Give the same request from somebody who is this to the organisation."""
    return {**request, "facts": {**request.get("facts", {}), "relationship": person}}


ALIASES = [("GB", "UK"), ("GR", "EL"), ("US-CA", "us_ca"), ("US-CA", "California"), ("JP-13", "東京都"), ("US", "USA"), ("HK", "CN-HK"), ("RE", "FR-974")]


@pytest.mark.parametrize(("code", "alias"), ALIASES)
def test_an_alias_gives_the_same_decision(code: str, alias: str) -> None:
    assert ROUTER.decide(residence=code, right="access", received=DAY) == ROUTER.decide(residence=alias, right="access", received=DAY)


@given(st.dictionaries(st.text(max_size=12), st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates(), max_size=4), st.text(max_size=8))
def test_nothing_but_our_own_errors_comes_out(facts: dict[str, object], residence: str) -> None:
    try:
        ROUTER.decide(residence=residence, right="access", received=DAY, facts=facts)
    except JurisRightsError:
        return
