"""Every provision, ground, exception, bar, connection and date edge of the shipped law has a worked case."""

from jurisrights import Router
from jurisrights.checking.proof import unproved
from jurisrights.reading.library import read_law
from jurisrights.testing.replay import replay


def test_every_item_of_the_law_is_proved_by_a_worked_case() -> None:
    router = Router()
    cases = {regime: [replay(router, scenario, regime) for scenario in scenarios] for regime, scenarios in read_law().scenarios().items()}
    assert unproved(router.law, cases) == ()


def test_without_cases_everything_is_named_as_unproved() -> None:
    law = read_law()
    found = unproved(law, {})
    assert "eea-gdpr: no case is answered by erasure" in found
    assert "eea-gdpr: among the grounds, consent-withdrawn holds in no case" in found
    assert "eea-gdpr: the connection offering decides no case" in found
    assert any("2018-05-25" in line for line in found)
