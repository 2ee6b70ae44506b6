"""Each worked case that ships with the law, replayed: the decision holds what the case demands."""

from __future__ import annotations

import pytest

from jurisrights import Router
from jurisrights.model.scenario import Scenario
from jurisrights.testing.replay import differences, replay

pytestmark = pytest.mark.many_cases

ROUTER = Router()
CASES = [
    pytest.param(regime, scenario, id=f"{regime or 'several laws'}: {scenario.name}")
    for regime, scenarios in ROUTER.law.scenarios().items()
    for scenario in scenarios
]


@pytest.mark.parametrize(("regime", "scenario"), CASES)
def test_the_decision_holds_what_the_worked_case_demands(regime: str, scenario: Scenario) -> None:
    assert differences(replay(ROUTER, scenario, regime), scenario.expect, regime) == ()


def test_every_regime_ships_with_worked_cases() -> None:
    assert set(ROUTER.law.regimes) <= set(ROUTER.law.scenarios())
