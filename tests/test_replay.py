"""Facts about replay: each way in which a decision can differ from a worked case is named, and nothing is said where it holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from jurisrights import Decision, Outcome, RegimeStatus, Right, Router
from jurisrights.model.lengths import Citation
from jurisrights.model.scenario import Expectation, Scenario
from jurisrights.model.vocabulary import Event
from jurisrights.testing.replay import citations_in, differences, replay

ROUTER = Router()
HAMBURG = Scenario(
    name="Consent was withdrawn",
    citation=Citation(),
    residence="DE-HH",
    right=Right.ERASURE,
    received=date(2026, 11, 23),
    facts={
        "controller_seat": "DE-HH",
        "establishments": ["DE-HH"],
        "legal_basis": "consent",
        "consent_withdrawn": True,
        "other_legal_basis": False,
        "complex_or_many_requests": False,
    },
    expect=Expectation(),
)
UNKNOWN = attrs.evolve(HAMBURG, facts={"controller_seat": "DE-HH", "establishments": ["DE-HH"]})
SACRAMENTO = Scenario(name="Ten business days", citation=Citation(), residence="US-CA", right=Right.ERASURE, received=date(2025, 11, 19), expect=Expectation())


def differing(scenario: Scenario, regime: str = "eea-gdpr", **expect: Any) -> list[str]:
    """Give how the decision on a scenario differs from what is expected."""
    return list(differences(replay(ROUTER, scenario, regime), Expectation(**expect), regime))


def test_what_the_organisation_publishes_must_be_all_that_is_expected() -> None:
    there = {"laws": "eea-gdpr", "complain_to": "hmbbfdi"}
    for key in ("laws", "channels", "documents", "fees", "fee_law", "refusals", "controllers", "officers", "represented_by", "complain_to"):
        expect: dict[str, Any] = {key: ("sale",)}
        assert differing(HAMBURG, **expect) == [f"{key}: {there.get(key, 'none')}, not sale"]
    for key in ("methods", "steps", "answers"):
        expect = {key: {"sale": ("post", "fax") if key != "steps" else 2}}
        assert differing(HAMBURG, **expect) == [f"{key}: none, not sale: {'2' if key == 'steps' else 'post, fax'}"]
    assert differing(HAMBURG, duties={"eea-gdpr": "required"}) == ["duties: eea-gdpr: not-applicable, not eea-gdpr: required"]
    assert not differing(HAMBURG, laws=("eea-gdpr",), channels=(), methods={}, duties={"eea-gdpr": "not-applicable"})


POLICY = """
name.en = "E"
[policy]
title.en = "P"
language = "en"
[[officers]]
role = "manager"
[[desks]]
id = "desk"
name.en = "Desk"
[[channels]]
id = "letters"
name.en = "Letters"
desk = "desk"
methods = ["post"]
steps = [{ en = "one" }, { en = "two" }]
answers_by = [{ en = "by post" }]
[[channels.documents]]
proof = "identity"
text.en = "Two of"
needs = 2
issued_within = { months = 3 }
any_of = [{ text.en = "a" }, { text.en = "b" }, { text.en = "c", document = "alien-registration-certificate-jp" }]
[[channels.documents]]
proof = "authority"
text.en = "For children"
when = "age < 18"
[[channels.fees]]
basis = "fixed"
amount = "300"
currency = "JPY"
tax = "included"
when = "age < 18"
[[channels.fees]]
basis = "actual-cost"
[[facts]]
facts.controller_seat = "JP"
"""


def test_what_a_channel_asks_for_and_costs_is_compared_in_short_words(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(POLICY, encoding="utf-8")
    scenario = attrs.evolve(HAMBURG, residence="JP", right=Right.ACCESS, facts={})
    expect: dict[str, Any] = {
        "methods": {"letters": ("post",)},
        "steps": {"letters": 2},
        "answers": {"letters": ("by post",)},
        "documents": ("identity: 2 of 3, within 3 months, 1 ended", "authority: perhaps"),
        "fees": ("300 JPY, tax included, perhaps", "actual-cost"),
        "fee_law": ("free: APPI Art. 38(2)",),
        "officers": ("manager",),
    }
    assert differences(replay(Router.load(path), scenario, ""), Expectation(**expect), "") == ()


def test_nothing_is_said_where_everything_holds() -> None:
    holding = Expectation(
        outcome=Outcome.FULFIL,
        due=date(2026, 12, 23),
        status=RegimeStatus.APPLIES,
        assessments={"erasure": Outcome.FULFIL},
        grounds=("consent-withdrawn",),
        open=("legal-claims",),
        not_=("processor", "legal-claims"),
        deadlines={"answer": date(2026, 12, 23), "comply": "none", "answer-extended": "not-available", "suit-not-before": "absent"},
        alternatives={"answer": (date(2026, 12, 23),)},
        rules={"fee": ("free",)},
        representative="not-applicable",
        authorities=("hmbbfdi",),
        assumptions=("role",),
        cites=("GDPR Art. 17(1)(b)",),
    )
    assert differences(replay(ROUTER, HAMBURG, "eea-gdpr"), holding, "eea-gdpr") == ()


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ({"outcome": Outcome.MAY_REFUSE}, "outcome: fulfil, not may-refuse"),
        ({"due": date(2026, 12, 24)}, "due: 2026-12-23, not 2026-12-24"),
        ({"due": "none"}, "due: 2026-12-23, not none"),
        ({"status": RegimeStatus.POSSIBLE}, "status of eea-gdpr: applies, not possible"),
        ({"assessments": {"erasure": Outcome.MAY_REFUSE}}, "assessment erasure: fulfil, not may-refuse"),
        ({"assessments": {"erasure/newsletter": Outcome.FULFIL}}, "assessment erasure/newsletter: none, not fulfil"),
        ({"deadlines": {"answer": date(2026, 12, 24)}}, "deadline answer: 2026-12-23, not 2026-12-24"),
        ({"deadlines": {"comply": date(2026, 12, 24)}}, "deadline comply: none, not 2026-12-24"),
        ({"deadlines": {"suit-not-before": date(2026, 12, 24)}}, "deadline suit-not-before: absent, not 2026-12-24"),
        ({"deadlines": {"answer-extended": date(2027, 2, 23)}}, "deadline answer-extended: not-available, not 2027-02-23"),
        ({"alternatives": {"answer": (date(2026, 12, 24),)}}, "alternatives of answer: 2026-12-24 is missing, there are 2026-12-23"),
        ({"alternatives": {"comply": (date(2026, 12, 24),)}}, "alternatives of comply: 2026-12-24 is missing, there are none"),
        ({"rules": {"fee": ("cost-fee",)}}, "rules on fee: cost-fee is missing, there are"),
        ({"representative": "required"}, "representative: not-applicable, not required"),
        ({"authorities": ("cnil",)}, "authorities: cnil is missing, there are"),
        ({"grounds": ("unlawful",)}, "grounds that hold: unlawful is missing, there are"),
        ({"bars": ("processor",)}, "bars that hold: processor is missing, there are"),
        ({"exceptions": ("legal-claims",)}, "exceptions that hold: legal-claims is missing, there are"),
        ({"open": ("no-such-exception",)}, "open exceptions: no-such-exception is missing, there are"),
        ({"not_": ("consent-withdrawn",)}, "consent-withdrawn holds and must not"),
        ({"questions": ("age",)}, "questions: age is missing, there are"),
        ({"first_question": "age"}, "first question: [], not age"),
        ({"assumptions": ("age",)}, "assumptions: age is missing, there are"),
        ({"cites": ("GDPR Art. 15",)}, "citations: GDPR Art. 15 is missing, there are"),
    ],
)
def test_a_difference_is_named_with_what_is_there_instead(expect: dict[str, Any], said: str) -> None:
    (line,) = differing(HAMBURG, **expect)
    assert line.startswith(said)


def test_a_rule_that_holds_and_must_not_is_named() -> None:
    rule = replay(ROUTER, HAMBURG, "eea-gdpr").assessments[0].fee[0]
    assert differing(HAMBURG, not_=(rule.id,)) == [f"{rule.id} holds and must not"]


def test_every_difference_is_named_at_once() -> None:
    assert len(differing(HAMBURG, outcome=Outcome.MAY_REFUSE, due="none", representative="required")) == 3


def test_the_first_question_is_the_first() -> None:
    first = replay(ROUTER, UNKNOWN, "eea-gdpr").questions[0].fact
    assert differing(UNKNOWN, first_question=first, questions=(first,), outcome=Outcome.FACTS_NEEDED) == []
    assert differing(UNKNOWN, first_question="age") == [f"first question: ['{first}'], not age"]


def test_a_regime_that_was_not_looked_at_has_no_status_and_no_representative() -> None:
    decision = replay(ROUTER, HAMBURG, "eea-gdpr")
    expect = Expectation(status=RegimeStatus.APPLIES, representative="required")
    assert list(differences(decision, expect, "jp-appi")) == ["status of jp-appi: None, not applies", "representative: none, not required"]


def test_several_readings_of_one_deadline_are_all_looked_at() -> None:
    both = {"acknowledge": (date(2025, 12, 2), date(2025, 12, 5))}
    assert differing(SACRAMENTO, "us-ca-ccpa", alternatives=both) == []


def test_a_scenario_looks_at_its_own_regimes_else_at_that_of_its_folder_else_at_all() -> None:
    def looked_at(scenario: Scenario, regime: str) -> list[str]:
        return [finding.regime for finding in replay(ROUTER, scenario, regime).regimes]

    assert looked_at(HAMBURG, "eea-gdpr") == ["eea-gdpr"]
    assert looked_at(attrs.evolve(HAMBURG, regimes=("jp-appi", "cn-pipl")), "eea-gdpr") == ["cn-pipl", "jp-appi"]
    assert looked_at(HAMBURG, "") == sorted(ROUTER.law.regimes)


def test_a_scenario_brings_its_parts_events_and_day_of_looking() -> None:
    scenario = attrs.evolve(
        HAMBURG, parts={"newsletter": {"other_legal_basis": False}}, events={Event.EXTENSION_NOTIFIED: date(2026, 12, 1)}, as_of=date(2026, 12, 2)
    )
    request = replay(ROUTER, scenario, "eea-gdpr").request
    assert ([part.name for part in request.parts], request.event(Event.EXTENSION_NOTIFIED), request.as_of) == (
        ["newsletter"],
        date(2026, 12, 1),
        date(2026, 12, 2),
    )


def test_every_citation_of_a_decision_is_found() -> None:
    decision: Decision = replay(ROUTER, HAMBURG, "eea-gdpr")
    found = set(citations_in(decision))
    assert {"GDPR Art. 17(1)(b)", "GDPR Art. 17(3)(e)", "GDPR Art. 12(3)", "GDPR Art. 77(1)", "Regulation 1182/71 Art. 3(4)"} <= found
    written = decision.to_json()
    assert all(f'"{citation}"' in written for citation in found)
