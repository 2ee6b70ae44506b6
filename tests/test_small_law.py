"""One more regime is one more folder: an invented law beside the shipped ones, and no Python touched."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from jurisrights import Router
from jurisrights.model.vocabulary import Holds, Outcome, RegimeStatus, Right
from jurisrights.reading.library import Law, law_folder
from jurisrights.testing.replay import differences, replay

SMALL_LAW = Path(__file__).parent / "small_law"
SOURCES = Path(__file__).parents[1] / "src"
MAY = date(2026, 5, 1)


@pytest.fixture(scope="module")
def shipped() -> Router:
    """Decide with the law that is shipped."""
    return Router(law=Law(law_folder()))


@pytest.fixture(scope="module")
def with_moa(tmp_path_factory: pytest.TempPathFactory) -> Router:
    """Decide with the shipped law and one more folder, copied there and nothing else done."""
    folder = tmp_path_factory.mktemp("law") / "jurisdictions"
    shutil.copytree(law_folder(), folder)
    shutil.copytree(SMALL_LAW / "nz-moa", folder / "nz-moa")
    return Router(law=Law(folder))


def test_no_python_knows_the_invented_law() -> None:
    assert [path for path in SOURCES.rglob("*.py") if "moa" in path.read_text(encoding="utf-8").lower()] == []


def test_without_the_folder_no_law_applies_there(shipped: Router) -> None:
    decision = shipped.decide(residence="NZ", right="access", received=MAY, controller_seat="NZ")
    assert decision.outcome is Outcome.NO_LAW_APPLIES
    assert "nz-moa" not in [finding.regime for finding in decision.regimes]


def test_with_the_folder_the_law_answers_with_its_own_words(with_moa: Router) -> None:
    facts = {"moa_sighted": True, "controller_seat": "NZ"}
    decision = with_moa.decide(residence="NZ", right="access", received=MAY, facts=facts)
    (assessment,) = decision.assessments
    assert decision.outcome is Outcome.FULFIL
    assert decision.due == date(2026, 6, 2)  # 1 June is Moa Day
    assert assessment.citations == ("Moa Act s. 20",)
    assert [ground.id for ground in assessment.grounds if ground.holds is Holds.YES] == ["sighted"]
    assert [authority.id for authority in decision.authorities] == ["moa-commissioner"]
    assert [finding.duty for finding in decision.representatives] == ["not-applicable"]


def test_its_facts_are_asked_and_its_silence_counts(with_moa: Router) -> None:
    decision = with_moa.decide(residence="NZ", right="access", received=MAY, controller_seat="NZ")
    assert decision.outcome is Outcome.FACTS_NEEDED
    assert {question.fact for question in decision.questions} >= {"moa_sighted", "age"}
    assert "keeps_moa_records" in [assumption.fact for assumption in decision.assumptions]


def test_its_dates_count(with_moa: Router) -> None:
    outcomes = [with_moa.decide(residence="NZ", right="erasure", received=date(year, 7, 1), controller_seat="NZ").outcome for year in (2005, 2015, 2020, 2021)]
    assert outcomes == [Outcome.NO_LAW_APPLIES, Outcome.NOT_ENCODED, Outcome.NOT_ENCODED, Outcome.NOT_YET_IN_FORCE]


def test_a_right_that_it_does_not_know_is_said_with_its_source(with_moa: Router) -> None:
    decision = with_moa.decide(residence="NZ", right="portability", received=MAY, controller_seat="NZ")
    (assessment,) = decision.assessments
    assert (assessment.outcome, assessment.citations, assessment.see) == (Outcome.NO_RIGHT_HERE, ("Moa Act s. 7",), (Right.ACCESS,))


def test_a_place_whose_belonging_the_law_left_open_is_possible_only_while_it_did(with_moa: Router) -> None:
    def status(day: date) -> RegimeStatus:
        decision = with_moa.decide(residence="NZ-CIT", right="access", received=day, regimes=["nz-moa"])
        return decision.regimes[0].status

    assert status(date(2024, 12, 31)) is RegimeStatus.POSSIBLE
    assert status(date(2025, 1, 1)) is RegimeStatus.APPLIES


def test_national_limits_hang_on_the_condition_of_their_file(with_moa: Router) -> None:
    def reefs(seat: str) -> list[Holds]:
        decision = with_moa.decide(residence="NZ", right="access", received=MAY, facts={"moa_sighted": True}, controller_seat=seat)
        return [item.holds for item in decision.assessments[0].exceptions if item.id == "reef"]

    assert reefs("CK") == [Holds.YES]
    assert reefs("NZ") == [Holds.NO]


def test_its_worked_cases_hold(with_moa: Router) -> None:
    scenarios = with_moa.law.scenarios()["nz-moa"]
    assert len(scenarios) > 1
    assert [differences(replay(with_moa, scenario, "nz-moa"), scenario.expect, "nz-moa") for scenario in scenarios] == [()] * len(scenarios)


def test_the_other_laws_decide_as_before(shipped: Router, with_moa: Router) -> None:
    for residence in ("DE-HH", "JP", "US-CA", "CN", "BR"):
        before = shipped.decide(residence=residence, right="erasure", received=MAY, controller_seat="JP")
        after = with_moa.decide(residence=residence, right="erasure", received=MAY, controller_seat="JP")
        assert (after.outcome, after.due, after.assessments) == (before.outcome, before.due, before.assessments)


def test_another_folder_has_another_digest(shipped: Router, with_moa: Router) -> None:
    assert with_moa.law.release.release == shipped.law.release.release
    assert with_moa.law.release.digest != shipped.law.release.digest
