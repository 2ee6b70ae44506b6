"""Facts about the way of a request: which law governs, what comes out, in parts and as a whole, and what is asked in which order.

Most of it is held against two invented acts, so that no change of real law changes what the engine must do; the rest
against points of the shipped law that no second reader will move.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import pytest

from jurisrights import Decision, Outcome, RegimeStatus, RequestError, Router, explain
from jurisrights.deciding.summary import joined_outcome, summary_outcome
from jurisrights.deciding.truth import Verdict
from jurisrights.model.decision import Assessment, earliest_due
from jurisrights.model.findings import Deadline, RegimeFinding
from jurisrights.model.lengths import Days
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Confirmed, Event, Holds, Purpose, Right, Sector, Step
from jurisrights.reading.library import Law, law_folder
from jurisrights.testing import promises

DAY = date(2026, 5, 4)  # a Monday


# --------------------------------------------------------------------------------------------------- two invented acts


def fact(name: str, kind: str, about: str, silence: str) -> str:
    """Give the table of a fact; `silence` holds the keys that say what silence means."""
    because = 'because.en = "Nothing was said."\nbecause.ja = "情報がありません。"' if "assume" in silence else ""
    asks = "requester" if about in {"person", "asker"} else "organisation"
    return f"""
[[facts]]
id = "{name}"
kind = "{kind}"
about = "{about}"
asks = "{asks}"
silence = {silence}
{because}
question.en = "{name}?"
question.ja = "{name}？"
"""


NO = '"assume"\nassume = false'
SHARED_FACTS = "".join(
    [
        fact("residence", "place", "person", '"ask"'),
        fact("market", "place", "person", '"assume"\nfollow = "residence"'),
        fact("seat", "place", "organisation", '"ask"'),
        fact("household", "yes-no", "organisation", NO),
        fact("statistics", "yes-no", "organisation", '"ask"'),
        fact("controller_kind", "choice", "organisation", '"assume"\nassume = "private"\nvalues = ["private", "public"]'),
        fact("processor", "yes-no", "data", NO),
        fact("agent", "yes-no", "asker", NO),
        fact("empowered", "yes-no", "asker", '"ask"'),
        fact("unverified", "yes-no", "asker", NO),
        fact("secret", "yes-no", "data", NO),
        fact("archived", "yes-no", "data", NO),
        fact("old_system", "yes-no", "data", NO),
        fact("sealed", "yes-no", "data", NO),
        fact("pseudonymous", "yes-no", "data", NO),
        fact("former", "yes-no", "organisation", NO),
        fact("withdrawn", "yes-no", "data", '"ask"'),
        fact("unlawful", "yes-no", "data", '"ask"'),
        fact("wrong", "yes-no", "data", '"ask"'),
        fact("shown", "yes-no", "data", '"ask"'),
        fact("copies", "number", "data", '"ask"'),
        fact("collected", "date", "data", '"ask"'),
        fact("kept", "extent", "data", '"open"'),
        fact("excessive", "yes-no", "request", '"open"'),
        fact("costly", "yes-no", "request", '"open"'),
        fact("small", "yes-no", "organisation", '"open"'),
        fact("seldom", "yes-no", "organisation", '"ask"'),
        fact("local", "yes-no", "data", '"assume"\nfollow = "shown"\nassume = true'),
        fact("branch_places", "places", "organisation", '"assume"\nfollow = "seat"'),
    ]
)


def regime(name: str, rest: str) -> str:
    """Give the file of a regime."""
    return f"""
languages = ["en"]
citation = "{name} 1"
confirmed = "statute"
name.en = "{name} of the land"
short = "{name}"
requester.en = "person"
{rest}

[[instruments]]
id = "{name}"
title.en = "{name}"
rank = "statute"
binding = true
confirmed = "statute"
checked_on = 2026-01-01

[[counting]]
id = "plain"
first_day = "excluded"
month_end = "clamp"
roll = "none"
citation = "{name} 9"
text.en = "Plain days."
"""


def item(table: str, name: str, keys: str, act: str = "Alpha") -> str:
    """Give one item of a law file; the keys stand between semicolons."""
    lines = "\n".join(key.strip() for key in keys.split(";") if key.strip())
    return f'\n[[{table}]]\nid = "{name}"\ncitation = "{act} {name}"\ntext.en = "{name}."\n{lines}\n'


def provision(rights: str, keys: str = "", *items: str, act: str = "Alpha") -> str:
    """Give the file of a provision with a clock to answer in a month."""
    lines = "\n".join(key.strip() for key in keys.split(";") if key.strip())
    head = f'answers = ["{rights}"]\ncitation = "{act} {rights}"\nconfirmed = "statute"\ntitle.en = "{rights}"\n{lines}\n'
    clock = f'\n[[clocks]]\nstep = "answer"\nwithin = {{ months = 1 }}\ncounting = ["plain"]\ncitation = "{act} 8"\ntext.en = "A month."\n'
    refusal = clock.replace('"answer"', '"refusal-notice"').replace("months = 1", "days = 20")
    passing_on = clock.replace('"answer"', '"pass-on"').replace("months = 1", "days = 3")
    return head + "".join(items) + clock + refusal + passing_on


ALPHA = {
    "regime.toml": regime(
        "Alpha",
        """
in_force_from = 2020-01-01
encoded_from = 2021-01-01

[[earlier]]
in_force_from = 2015-01-01
in_force_until = 2019-12-31
citation = "Alpha 99"
text.en = "The old act."

[[no_right]]
right = "objection"
citation = "Alpha 7"
text.en = "There is no objection."
see = ["erasure"]

[[no_right]]
right = "limit-sensitive-data"
citation = "Alpha 7"
text.en = "There was no limit."
in_force_until = 2025-12-31
"""
        + item("connections", "market", "effect = 'include'; when = \"inside(market, 'DE')\"")
        + item("connections", "market-or-copies", "effect = 'include'; when = \"inside(seat, 'FR') and copies > 10\"")
        + item("connections", "household", "effect = 'exclude'; when = 'household'")
        + item(
            "connections", "statistics", "effect = 'exclude'; when = \"controller_kind == 'public' and statistics\"; governed_by.en = 'The Statistics Act.'"
        ),
    ),
    "rights/access.toml": provision(
        "access",
        "",
        item("bars", "processor", "about = 'standing'; when = 'processor'; effect = 'redirect'; governed_by.en = 'The controller answers.'"),
        item("bars", "no-power", "about = 'standing'; when = 'agent and not empowered'; effect = 'not-entitled'"),
        item("bars", "archived", "about = 'data'; when = 'archived'; effect = 'out-of-scope'"),
        item("bars", "not-yet", "about = 'data'; when = 'old_system'; effect = 'no-duty-yet'; starts_on = 2027-01-01"),
        item("bars", "secret", "about = 'data'; when = 'secret'; effect = 'must-refuse'"),
        item("bars", "unverified", "about = 'standing'; when = 'unverified'; effect = 'treat-as'; treat_as = 'access-categories'; outcome = 'must-refuse'"),
        item("bars", "sealed", "about = 'data'; when = 'sealed'; effect = 'treat-as'; treat_as = 'rectification'; outcome = 'must-refuse'"),
        item("bars", "pseudonymous", "about = 'data'; when = 'pseudonymous'; effect = 'treat-as'; treat_as = 'access-categories'; outcome = 'must-refuse'"),
        item("bars", "former", "about = 'standing'; when = 'former'; effect = 'redirect'"),
        item("exceptions", "excessive", "when = 'excessive'; effect = 'refuse-or-charge'; not_enough.en = 'Volume.'"),
        item("exceptions", "kept", "when = \"not small and kept != 'no'\"; effect = 'refuse-to-that-extent'"),
        item("exceptions", "freeze", "when = 'copies > 100'; effect = 'substitute'"),
        item("exceptions", "costly", "when = 'costly'; effect = 'charge'"),
    ),
    "rights/categories.toml": provision("access-categories"),
    "rights/erasure.toml": provision(
        "erasure",
        "",
        item("grounds", "withdrawn", "when = 'withdrawn'"),
        item("grounds", "unlawful", "when = 'unlawful'; remedy.en = 'As far as needed.'"),
        item("grounds", "old", "when = 'after(collected, years=10) <= received'"),
        item("exceptions", "excessive", "when = 'excessive'; effect = 'refuse-or-charge'"),
        item("exceptions", "local", "when = 'local and costly'; effect = 'may-refuse'"),
        item("exceptions", "kept", "when = \"kept != 'no'\"; effect = 'refuse-to-that-extent'"),
        item("bars", "secret", "about = 'data'; when = 'secret'; effect = 'displaced'; governed_by.en = 'The Secrecy Act.'"),
    ),
    "rights/rectification.toml": provision(
        "rectification",
        "grounds_needed = 'all'",
        item("grounds", "wrong", "when = 'wrong'"),
        item("grounds", "shown", "when = 'shown'"),
        item("bars", "too-many", "about = 'data'; when = 'copies > 1000'; effect = 'must-refuse'"),
    ),
    "rights/portability.toml": provision("portability", "in_force_from = 2030-01-01; unsettled.en = 'A first draft.'"),
    "rights/portability-further.toml": provision("portability", "in_force_from = 2031-01-01"),
    "rights/restriction.toml": provision("restriction", "in_force_until = 2025-12-31"),
    "side-rules.toml": item("rules", "proof", "topic = 'identity'; value = 'required'; when = 'agent'; confirmed = 'guidance'")
    + item("rules", "mild", "topic = 'identity'; value = 'if-reasonable-doubt'; when = 'small'")
    + item("rules", "free", "topic = 'fee'; value = 'free'; covers = ['access']")
    + item("rules", "paid", "topic = 'fee'; value = 'cost-fee'; covers = ['erasure']")
    + item("rules", "old-form", "topic = 'form'; value = 'in-writing'; in_force_until = 2025-12-31")
    + item("rules", "small", "topic = 'representative'; value = 'exempt'; when = 'small'; if_unknown = 'skip'")
    + item("rules", "inside", "topic = 'representative'; value = 'not-applicable'; when = \"inside(seat, 'DE')\"")
    + item("rules", "former", "topic = 'representative'; value = 'required'; in_force_until = 2025-12-31")
    + item("rules", "seldom", "topic = 'representative'; value = 'exempt'; when = 'seldom'"),
}
BETA = {
    "regime.toml": regime(
        "Beta",
        """
in_force_from = 2020-01-01
encoded_from = 2020-01-01
"""
        + item("connections", "seat", "effect = 'include'; when = \"inside(seat, 'JP')\"", act="Beta"),
    ),
    "rights/access.toml": provision("access", "", item("bars", "former", "about = 'standing'; when = 'former'; effect = 'redirect'", act="Beta"), act="Beta"),
    "rights/erasure.toml": provision("erasure", "", item("grounds", "unlawful", "when = 'unlawful'", act="Beta"), act="Beta"),
    "authorities.toml": """
[[authorities]]
id = "tokyo"
place = "JP-13"
name.en = "Tokyo"

[[authorities]]
id = "japan"
place = "JP"
sectors = ["private"]
name.en = "Japan"

[[authorities]]
id = "state"
place = "JP"
sectors = ["public"]
name.en = "The state"

[[roles]]
role = "may-lodge"
place = "residence"
citation = "Beta 5"
text.en = "Where the person lives."

[[roles]]
role = "leads"
citation = "Beta 6"
text.en = "All lead."

[[roles]]
role = "likely-handles"
place = "branch_places"
when = "household"
citation = "Beta 7"
text.en = "Never here."
""",
}


@pytest.fixture(scope="module")
def router(tmp_path_factory: pytest.TempPathFactory) -> Router:
    """Decide with the two invented acts."""
    folder = tmp_path_factory.mktemp("law") / "jurisdictions"
    for name, files in (("xx-alpha", ALPHA), ("xx-beta", BETA)):
        for path, text in files.items():
            file = folder / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    (folder / "facts.toml").write_text(SHARED_FACTS, encoding="utf-8")
    for name in ("places.toml", "rights.toml", "release.toml"):
        shutil.copy(law_folder() / name, folder / name)
    law = Law(folder)
    law.read_everything()
    return Router(law=law)


@pytest.fixture(scope="module")
def shipped() -> Router:
    """Decide with the shipped law."""
    return Router()


def decide(router: Router, right: str | None = "access", residence: str | None = "DE", received: date = DAY, **facts: Any) -> Decision:
    """Decide a request of somebody in Germany to an organisation in Germany, unless said otherwise; facts may be None: unknown."""
    options = {name: facts.pop(name) for name in ("events", "parts", "regimes", "as_of") if name in facts}
    stated = {"market": residence, "seat": "DE", **facts}
    return router.decide(residence=residence, right=right, received=received, facts=stated, **options)


def statuses(decision: Decision) -> dict[str, str]:
    """Give the status of each regime."""
    return {finding.regime: finding.status.value for finding in decision.regimes}


def outcomes(decision: Decision) -> dict[str, str]:
    """Give the outcome of each assessment under a readable key."""
    return {f"{item.regime}/{item.provision}{'/' * bool(item.part)}{item.part}": item.outcome.value for item in decision.assessments}


def asked(decision: Decision) -> list[str]:
    """Give the facts that are asked, in order."""
    return [question.fact for question in decision.questions]


# ------------------------------------------------------------------------------------------------ which law governs


def test_a_regime_applies_on_stated_facts_and_is_assumed_on_assumed_ones(router: Router) -> None:
    assert statuses(decide(router)) == {"xx-alpha": "applies", "xx-beta": "no"}
    assumed = decide(router, market=None)
    assert statuses(assumed)["xx-alpha"] == "assumed"
    assert "market" in [assumption.fact for assumption in assumed.assumptions]
    assert assumed.outcome is Outcome.FULFIL


def test_a_regime_that_hangs_on_unknown_facts_is_possible_and_gives_questions_only(router: Router) -> None:
    decision = decide(router, seat=None, residence="FR")
    assert statuses(decision) == {"xx-alpha": "possible", "xx-beta": "possible"}
    assert decision.assessments == ()
    assert decision.outcome is Outcome.FACTS_NEEDED
    assert asked(decision) == ["seat", "copies"]
    assert [question.regimes for question in decision.questions] == [("xx-alpha", "xx-beta"), ("xx-alpha",)]


def test_an_exclusion_that_hangs_on_unknown_facts_makes_a_regime_only_possible(router: Router) -> None:
    decision = decide(router, controller_kind="public")
    assert statuses(decision)["xx-alpha"] == "possible"
    assert asked(decision) == ["statistics"]


def test_another_law_that_governs_is_named_and_not_encoded(router: Router) -> None:
    decision = decide(router, controller_kind="public", statistics=True)
    assert statuses(decision)["xx-alpha"] == "no"
    assert decision.outcome is Outcome.NOT_ENCODED
    assert decision.regimes[0].governed_by.in_("en") == "The Statistics Act."
    elsewhere = decide(router, residence="BR", controller_kind="public", statistics=True)
    assert elsewhere.outcome is Outcome.NO_LAW_APPLIES


def test_an_exclusion_without_another_law_leaves_no_law(router: Router) -> None:
    decision = decide(router, household=True)
    assert (decision.outcome, decision.regimes[0].connection) == (Outcome.NO_LAW_APPLIES, "household")
    assert decision.regimes[0].outcome is Outcome.NO_LAW_APPLIES  # it would have applied
    assert decide(router, residence="BR", household=True).regimes[0].outcome is None
    assert decision.due is None


@pytest.mark.parametrize(
    ("received", "outcome", "citation"),
    [
        (date(2014, 12, 31), Outcome.NO_LAW_APPLIES, "Alpha 1"),
        (date(2015, 1, 1), Outcome.NOT_ENCODED, "Alpha 99"),
        (date(2019, 12, 31), Outcome.NOT_ENCODED, "Alpha 99"),
        (date(2020, 1, 1), Outcome.NOT_ENCODED, "Alpha market"),
        (date(2020, 12, 31), Outcome.NOT_ENCODED, "Alpha market"),
        (date(2021, 1, 1), Outcome.FULFIL, "Alpha market"),
    ],
)
def test_before_a_law_and_before_our_data_the_answer_is_cited(router: Router, received: date, outcome: Outcome, citation: str) -> None:
    decision = decide(router, received=received)
    assert (decision.outcome, decision.regimes[0].citations) == (outcome, (citation,))


def test_several_laws_answer_at_once_and_the_best_outcome_for_the_person_counts(router: Router) -> None:
    decision = decide(router, seat="JP", archived=True)
    assert outcomes(decision) == {"xx-alpha/access": "no-right-here", "xx-beta/access": "fulfil"}
    assert decision.outcome is Outcome.FULFIL


def test_only_the_named_regimes_are_looked_at(router: Router) -> None:
    decision = decide(router, seat="JP", regimes=["xx-beta"])
    assert statuses(decision) == {"xx-beta": "applies"}
    assert outcomes(decision) == {"xx-beta/access": "fulfil"}


def test_where_nobody_knows_where_the_person_lives_it_is_asked_first(router: Router) -> None:
    decision = decide(router, residence=None, seat=None)
    assert decision.outcome is Outcome.FACTS_NEEDED
    assert {question.fact: question.instead for question in decision.questions} == {"residence": ("market",), "seat": (), "copies": ()}
    assert {question.purpose for question in decision.questions} == {Purpose.APPLICABILITY}


def test_a_place_that_is_too_coarse_is_asked_again(shipped: Router) -> None:
    decision = shipped.decide(residence="US", right="erasure", received=DAY, regimes=["us-ca-ccpa"])
    assert statuses(decision) == {"us-ca-ccpa": "possible"}
    assert decision.outcome is Outcome.FACTS_NEEDED
    assert asked(decision) == ["residence"]


# ---------------------------------------------------------------------------------------------- what one provision gives


@pytest.mark.parametrize(
    ("facts", "outcome", "due"),
    [
        ({}, Outcome.FULFIL, "2026-06-04"),
        ({"processor": True}, Outcome.REDIRECT, None),
        ({"agent": True, "empowered": False}, Outcome.NO_RIGHT_HERE, "2026-05-24"),
        ({"archived": True}, Outcome.NO_RIGHT_HERE, "2026-05-24"),
        ({"old_system": True}, Outcome.NOT_YET_IN_FORCE, None),
        ({"secret": True}, Outcome.MUST_REFUSE, "2026-05-24"),
        ({"excessive": True}, Outcome.MAY_REFUSE, "2026-05-24"),
        ({"kept": "entirely", "small": False}, Outcome.MAY_REFUSE, "2026-05-24"),
        ({"kept": "partly", "small": False}, Outcome.FULFIL_IN_PART, "2026-05-24"),
        ({"kept": "no"}, Outcome.FULFIL, "2026-06-04"),
        ({"copies": 101}, Outcome.SUBSTITUTE, "2026-05-24"),
        ({"copies": 100}, Outcome.FULFIL, "2026-06-04"),
        ({"costly": True}, Outcome.FULFIL, "2026-06-04"),
        ({"agent": True}, Outcome.FACTS_NEEDED, "2026-05-24"),
        # several at once: the order of effects decides
        ({"processor": True, "secret": True}, Outcome.REDIRECT, None),
        ({"archived": True, "secret": True}, Outcome.NO_RIGHT_HERE, "2026-05-24"),
        ({"secret": True, "excessive": True}, Outcome.MUST_REFUSE, "2026-05-24"),
        ({"excessive": True, "copies": 101}, Outcome.MAY_REFUSE, "2026-05-24"),
        ({"copies": 101, "kept": "partly", "small": False}, Outcome.SUBSTITUTE, "2026-05-24"),
    ],
)
def test_the_first_effect_that_bites_decides(router: Router, facts: Mapping[str, Any], outcome: Outcome, due: str | None) -> None:
    decision = decide(router, **facts)
    assert decision.outcome is outcome
    assert decision.due == (date.fromisoformat(due) if due else None)


def test_a_bar_that_is_open_behind_one_that_bites_is_not_asked(router: Router) -> None:
    """The missing power would give nothing either, so an archive needs no answer about it; a secret does."""
    assert decide(router, agent=True, archived=True).outcome is Outcome.NO_RIGHT_HERE
    assert asked(decide(router, agent=True, archived=True)) == []
    assert asked(decide(router, agent=True, secret=True)) == ["empowered"]


def test_what_comes_later_says_from_when(router: Router) -> None:
    (assessment,) = decide(router, old_system=True).assessments
    assert (assessment.starts_on, assessment.clocks) == (date(2027, 1, 1), ())
    (portability,) = decide(router, "portability").assessments
    assert (portability.outcome, portability.starts_on, portability.provision) == (Outcome.NOT_YET_IN_FORCE, date(2030, 1, 1), "portability")
    assert portability.unsettled


def test_a_right_that_the_law_does_not_know_is_answered_with_its_source(router: Router) -> None:
    (assessment,) = decide(router, "objection").assessments
    assert (assessment.outcome, assessment.citations, assessment.see) == (Outcome.NO_RIGHT_HERE, ("Alpha 7",), (Right.ERASURE,))


@pytest.mark.parametrize("right", ["account-closure", "restriction", "limit-sensitive-data"])
def test_a_right_of_which_the_data_says_nothing_that_day_is_not_encoded(router: Router, right: str) -> None:
    decision = decide(router, right)
    assert (decision.outcome, [item.outcome for item in decision.assessments]) == (Outcome.NOT_ENCODED, [Outcome.NOT_ENCODED])


def test_a_request_that_is_treated_as_another_gets_both_answers_and_the_refusal_counts(router: Router) -> None:
    decision = decide(router, unverified=True)
    assert outcomes(decision) == {"xx-alpha/access": "must-refuse", "xx-alpha/categories": "fulfil"}
    assert [item.instead_of for item in decision.assessments] == [None, Right.ACCESS]
    assert decision.outcome is Outcome.MUST_REFUSE
    everything = decide(router, None, unverified=True)
    assert [item.instead_of for item in everything.assessments if item.provision == "categories"] == [None]


def test_one_ground_is_enough(router: Router) -> None:
    assert decide(router, "erasure", withdrawn=True).outcome is Outcome.FULFIL
    assert decide(router, "erasure", withdrawn=False, unlawful=True).outcome is Outcome.FULFIL
    assert decide(router, "erasure", withdrawn=False, unlawful=False, collected=date(2016, 5, 4)).outcome is Outcome.FULFIL
    assert decide(router, "erasure", withdrawn=False, unlawful=False, collected=date(2016, 5, 5)).outcome is Outcome.NO_RIGHT_HERE


def test_unknown_grounds_are_asked(router: Router) -> None:
    decision = decide(router, "erasure", withdrawn=False)
    assert decision.outcome is Outcome.FACTS_NEEDED
    assert asked(decision) == ["unlawful", "collected"]
    assert {question.purpose for question in decision.questions} == {Purpose.GROUNDS}


def test_grounds_are_not_asked_for_where_everything_may_be_refused_in_any_case(router: Router) -> None:
    for facts in ({"excessive": True}, {"kept": "entirely"}, {"costly": True, "shown": True}):
        decision = decide(router, "erasure", **facts)
        assert (decision.outcome, asked(decision)) == (Outcome.MAY_REFUSE, [])
        assert {"withdrawn", "unlawful", "collected"} <= decision.open_facts
        assert [item.id for item in decision.assessments[0].open_grounds] == ["withdrawn", "unlawful", "old"]


def test_grounds_are_asked_for_where_a_part_is_owed_or_an_answer_may_correct_what_refuses(router: Router) -> None:
    for facts in ({"kept": "partly"}, {"costly": True}):
        decision = decide(router, "erasure", **facts)
        assert (decision.outcome, asked(decision)) == (Outcome.FACTS_NEEDED, ["withdrawn", "unlawful", "collected"])


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"wrong": True, "shown": True}, Outcome.FULFIL),
        ({"wrong": True, "shown": False}, Outcome.NO_RIGHT_HERE),
        ({"shown": False}, Outcome.NO_RIGHT_HERE),
        ({"wrong": True}, Outcome.FACTS_NEEDED),
    ],
)
def test_where_the_law_says_so_all_grounds_are_needed(router: Router, facts: Mapping[str, Any], outcome: Outcome) -> None:
    assert decide(router, "rectification", copies=1, **facts).outcome is outcome


def test_an_exception_that_nobody_claimed_stays_open_and_changes_nothing(router: Router) -> None:
    decision = decide(router)
    assert decision.outcome is Outcome.FULFIL
    assert [item.id for item in decision.assessments[0].open_exceptions] == ["excessive", "kept", "freeze", "costly"]
    assert {"excessive", "kept", "costly", "copies", "small"} <= decision.open_facts


def test_the_findings_carry_what_the_law_says_beside_them(router: Router) -> None:
    (assessment,) = decide(router, excessive=True, kept="partly", small=False).assessments
    found = {finding.id: finding for finding in (*assessment.bars, *assessment.exceptions)}
    assert found["excessive"].not_enough.in_("en") == "Volume."
    assert (found["kept"].holds, found["kept"].extent) == (Holds.YES, "partly")
    assert found["processor"].governed_by.in_("en") == "The controller answers."
    (erasure,) = decide(router, "erasure", unlawful=True).assessments
    assert {finding.id: finding.remedy.in_("en") for finding in erasure.grounds} == {"withdrawn": "", "unlawful": "As far as needed.", "old": ""}


# ------------------------------------------------------------------------------------------------ one word for all of it


def test_one_law_forbids_what_another_demands(router: Router) -> None:
    decision = decide(router, seat="JP", secret=True)
    assert outcomes(decision) == {"xx-alpha/access": "must-refuse", "xx-beta/access": "fulfil"}
    assert decision.outcome is Outcome.CONFLICT


def test_an_open_assessment_counts_only_where_it_could_be_better(router: Router) -> None:
    assert decide(router, "erasure", seat="JP", unlawful=True).outcome is Outcome.FULFIL
    assert decide(router, "erasure", seat="JP", unlawful=False, withdrawn=False).outcome is Outcome.FACTS_NEEDED
    assert decide(router, "erasure", seat="JP", unlawful=False, withdrawn=True).outcome is Outcome.FULFIL


def test_without_a_right_everything_is_answered_and_nothing_is_summed_up(router: Router) -> None:
    decision = decide(router, None)
    assert (decision.outcome, decision.due, decision.right_name) == (None, None, Text())
    assert [item.provision for item in decision.assessments] == ["access", "categories", "erasure", "rectification"]


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.CONFLICT])
def test_parts_that_agree_give_their_own_outcome(outcome: Outcome) -> None:
    assert joined_outcome([outcome, outcome]) is outcome


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (("fulfil", "may-refuse"), "fulfil-in-part"),
        (("no-right-here", "fulfil"), "fulfil-in-part"),
        (("fulfil-in-part", "must-refuse"), "fulfil-in-part"),
        (("substitute", "may-refuse"), "substitute"),
        (("no-right-here", "must-refuse"), "must-refuse"),
        (("fulfil", "facts-needed"), "facts-needed"),
    ],
)
def test_parts_that_differ_are_fulfilled_in_part(parts: tuple[str, ...], joined: str) -> None:
    assert joined_outcome([Outcome(part) for part in parts]).value == joined


def finding(status: RegimeStatus, outcome: Outcome | None = None) -> RegimeFinding:
    """Give a finding on a regime."""
    return RegimeFinding(
        regime="xx", name=Text(), short="", status=status, connection="", text=Text(), citations=(), confirmed=Confirmed.STATUTE, outcome=outcome
    )


def test_without_assessments_the_regimes_give_the_word() -> None:
    no, elsewhere = finding(RegimeStatus.NO), finding(RegimeStatus.NO, Outcome.NOT_ENCODED)
    possible, before_our_data = finding(RegimeStatus.POSSIBLE), finding(RegimeStatus.ASSUMED, Outcome.NOT_ENCODED)
    assert summary_outcome([no], []) is Outcome.NO_LAW_APPLIES
    assert summary_outcome([no, elsewhere], []) is Outcome.NOT_ENCODED
    assert summary_outcome([elsewhere, possible], []) is Outcome.FACTS_NEEDED
    assert summary_outcome([possible, before_our_data], []) is Outcome.NOT_ENCODED


def assessment(provision: str, outcome: Outcome, part_of: str = "") -> Assessment:
    """Give an assessment."""
    return Assessment(regime="xx", provision=provision, title=Text(), rights=(), outcome=outcome, citations=(), confirmed=Confirmed.STATUTE, part_of=part_of)


def test_what_is_owed_as_one_right_decides_together() -> None:
    access, copy = assessment("access", Outcome.FULFIL), assessment("copy", Outcome.MAY_REFUSE, part_of="access")
    assert summary_outcome([], [access, copy]) is Outcome.FULFIL_IN_PART
    assert summary_outcome([], [access, attrs.evolve(copy, part_of="")]) is Outcome.FULFIL


# ---------------------------------------------------------------------------------------------------------------- parts


def test_each_part_of_the_data_is_assessed_with_its_own_facts(router: Router) -> None:
    decision = decide(router, "erasure", unlawful=False, collected=DAY, parts={"newsletter": {"withdrawn": True}, "invoices": {"withdrawn": False}})
    assert outcomes(decision) == {"xx-alpha/erasure/invoices": "no-right-here", "xx-alpha/erasure/newsletter": "fulfil"}
    assert decision.outcome is Outcome.FULFIL_IN_PART
    assert decision.due == date(2026, 5, 24)


def test_a_question_about_a_part_names_the_part(router: Router) -> None:
    decision = decide(router, "erasure", unlawful=False, collected=DAY, parts={"newsletter": {"withdrawn": True}, "invoices": {}})
    assert [(question.fact, question.part) for question in decision.questions] == [("withdrawn", "invoices")]
    assert decision.outcome is Outcome.FACTS_NEEDED


def test_a_question_about_the_asker_is_asked_once_for_all_parts(router: Router) -> None:
    decision = decide(router, agent=True, parts={"newsletter": {}, "invoices": {}})
    assert [(question.fact, question.part) for question in decision.questions] == [("empowered", "")]


def test_only_the_parts_concerned_are_treated_as_another_request(router: Router) -> None:
    decision = decide(router, copies=1, parts={"newsletter": {}, "invoices": {"sealed": True, "wrong": True, "shown": True}, "logs": {"sealed": True}})
    assert outcomes(decision) == {
        "xx-alpha/access/invoices": "must-refuse",
        "xx-alpha/access/logs": "must-refuse",
        "xx-alpha/access/newsletter": "fulfil",
        "xx-alpha/rectification/invoices": "fulfil",
        "xx-alpha/rectification/logs": "facts-needed",
    }
    assert {(item.provision, item.instead_of) for item in decision.assessments} == {("access", None), ("rectification", Right.ACCESS)}
    assert {(question.fact, question.part) for question in decision.questions} == {("wrong", "logs"), ("shown", "logs")}


def test_parts_may_be_treated_as_different_requests(router: Router) -> None:
    decision = decide(router, copies=1, parts={"a": {"sealed": True, "wrong": True, "shown": False}, "b": {"pseudonymous": True}, "c": {}})
    assert outcomes(decision) == {
        "xx-alpha/access/a": "must-refuse",
        "xx-alpha/access/b": "must-refuse",
        "xx-alpha/access/c": "fulfil",
        "xx-alpha/rectification/a": "no-right-here",
        "xx-alpha/categories/b": "fulfil",
    }


def test_where_the_asker_is_what_it_hangs_on_every_part_is_treated_as_another_request(router: Router) -> None:
    """The other right is assessed once for each part."""
    decision = decide(router, unverified=True, parts={"newsletter": {}, "invoices": {"secret": True}})
    assert outcomes(decision) == {
        "xx-alpha/access/invoices": "must-refuse",
        "xx-alpha/access/newsletter": "must-refuse",
        "xx-alpha/categories/invoices": "fulfil",
        "xx-alpha/categories/newsletter": "fulfil",
    }


def test_a_fact_that_is_not_about_data_cannot_differ_between_parts(router: Router) -> None:
    with pytest.raises(RequestError, match=r"parts\['newsletter'\]: agent is about the asker, not about data"):
        decide(router, parts={"newsletter": {"agent": True}})


def test_answering_a_question_about_a_part_settles_it(router: Router) -> None:
    request = {
        "residence": "DE",
        "right": "erasure",
        "received": DAY,
        "facts": {"seat": "DE", "unlawful": False, "collected": DAY},
        "parts": {"newsletter": {}},
    }
    promises.assert_answer_settles(router, request, answer=True, number=0)


# ------------------------------------------------------------------------------------------------------- what is asked


def test_questions_come_in_the_order_in_which_they_decide(router: Router) -> None:
    """Applicability, standing, bars, then grounds; Beta hangs on the seat."""
    decision = decide(router, None, seat=None, agent=True)
    assert [question.purpose.value for question in decision.questions] == ["applicability", "standing", "bars", *["grounds"] * 5]
    assert asked(decision)[:3] == ["seat", "empowered", "copies"]
    assert asked(decision)[3:] == ["withdrawn", "unlawful", "wrong", "shown", "collected"]


def test_questions_of_one_purpose_come_as_their_facts_are_declared(router: Router) -> None:
    declared = list(router.law.facts)
    for right in (None, "access", "erasure", "rectification"):
        decision = decide(router, right, residence="FR", seat="JP", agent=True, parts={"b": {}, "a": {}})
        places = [(list(Purpose).index(question.purpose), declared.index(question.fact), question.part) for question in decision.questions]
        assert places == sorted(places)


def test_an_assumption_names_every_law_that_rests_on_it_also_on_not_applying(router: Router) -> None:
    regimes = {item.fact: item.regimes for item in decide(router, residence="DE", market=None, seat="JP").assumptions}
    assert regimes["market"] == ("xx-alpha",)
    away = {item.fact: item.regimes for item in decide(router, residence="FR", market=None, copies=1).assumptions}
    assert away["market"] == ("xx-alpha",)
    shared = {item.fact: item.regimes for item in decide(router, None, seat="JP").assumptions}
    assert shared["former"] == ("xx-alpha", "xx-beta")


def test_a_fact_that_is_asked_for_twice_keeps_its_first_purpose_and_names_both_laws(router: Router) -> None:
    """Whether more than 10 copies are held decides if Alpha applies; Beta asks nothing about them."""
    decision = decide(router, "erasure", residence="FR", seat=None)
    (copies,) = [question for question in decision.questions if question.fact == "copies"]
    assert (copies.purpose, copies.regimes) == (Purpose.APPLICABILITY, ("xx-alpha",))
    both = decide(router, "erasure", seat="JP")
    (unlawful,) = [question for question in both.questions if question.fact == "unlawful"]
    assert (unlawful.purpose, unlawful.regimes) == (Purpose.GROUNDS, ("xx-alpha", "xx-beta"))


def test_a_question_says_who_can_answer_and_what_there_is_to_choose(shipped: Router) -> None:
    decision = shipped.decide(residence="DE", right="erasure", received=DAY, establishments=["DE"])
    question = next(question for question in decision.questions if question.fact == "legal_basis")
    assert (question.asks.value, question.regimes) == ("organisation", ("eea-gdpr",))
    assert "consent" in question.values


# ------------------------------------------------------------------------------------------------- what stands around it


def test_side_rules_are_those_of_the_provision_that_hold_or_may_hold(router: Router) -> None:
    (access,) = decide(router, agent=True, empowered=True).assessments
    assert {rule.id: rule.holds.value for rule in access.rules} == {"proof": "yes", "mild": "open", "free": "yes"}
    assert [rule.value for rule in access.identity] == ["required", "if-reasonable-doubt"]
    assert [rule.value for rule in access.fee] == ["free"]
    assert (access.agent, access.form, access.notices) == ((), (), ())
    (erasure,) = decide(router, "erasure", withdrawn=True, small=False).assessments
    assert {rule.id for rule in erasure.rules} == {"paid"}


@pytest.mark.parametrize(
    ("facts", "duty"),
    [
        ({"small": True}, "exempt"),
        ({}, "not-applicable"),
        ({"seat": None}, "unclear"),
        ({"seat": "JP"}, "unclear"),
        ({"seat": "JP", "seldom": True}, "exempt"),
        ({"seat": "JP", "seldom": False}, "none"),
    ],
)
def test_the_first_rule_on_a_representative_that_holds_is_the_answer(router: Router, facts: Mapping[str, Any], duty: str) -> None:
    found = {item.regime: item.duty for item in decide(router, **facts).representatives}
    assert found.get("xx-alpha", "none") == duty


@pytest.mark.parametrize(
    ("residence", "kind", "expected"),
    [
        ("JP-13", "private", {("tokyo", "may-lodge", True), ("tokyo", "leads", True), ("japan", "leads", True)}),
        ("JP-27", "private", {("japan", "may-lodge", True), ("tokyo", "leads", True), ("japan", "leads", True)}),
        ("JP", "public", {("state", "may-lodge", True), ("tokyo", "leads", True), ("state", "leads", True)}),
        ("BR", "private", {("tokyo", "leads", True), ("japan", "leads", True)}),
        (None, "private", {("tokyo", "leads", True), ("japan", "leads", True)}),
    ],
)
def test_the_nearest_authority_for_the_sector_is_named(router: Router, residence: str | None, kind: str, expected: set[tuple[str, str, bool]]) -> None:
    decision = decide(router, residence=residence, seat="JP", controller_kind=kind, regimes=["xx-beta"])
    assert {(item.id, item.role.value, item.certain) for item in decision.authorities} == expected


def test_where_a_place_is_too_coarse_every_authority_inside_may_be_the_one(shipped: Router) -> None:
    decision = shipped.decide(residence="DE", right="access", received=DAY, establishments=["DE"], controller_seat="DE", regimes=["eea-gdpr"])
    lodging = [item for item in decision.authorities if item.role.value == "may-lodge" and item.place.startswith("DE-")]
    assert len(lodging) >= 16
    assert not any(item.certain for item in lodging)


def test_telecoms_have_authorities_of_their_own(shipped: Router) -> None:
    decision = shipped.decide(residence="DE-HH", right="access", received=DAY, controller_seat="DE-HH", sector="telecoms", regimes=["eea-gdpr"])
    assert decision.authorities
    assert all(Sector.TELECOMS in item.sectors for item in decision.authorities)


@pytest.mark.parametrize(
    ("establishments", "leading"),
    [
        (["US-CA", "IE"], {"dpc"}),  # the only one in the territory
        (["US-CA", "IE", "NL"], set()),  # which of them decides is not known
        (["US-CA"], set()),
    ],
)
def test_a_role_for_a_single_place_is_given_only_where_one_place_has_an_authority(shipped: Router, establishments: list[str], leading: set[str]) -> None:
    decision = shipped.decide(residence="FR", right="access", received=DAY, controller_seat="US-CA", establishments=establishments, regimes=["eea-gdpr"])
    assert {item.id for item in decision.authorities if item.role.value == "leads"} == leading


def test_what_only_matters_once_a_narrower_question_is_answered_is_not_asked_yet(shipped: Router) -> None:
    def asked(residence: str | None = None, **facts: object) -> list[str]:
        decision = shipped.decide(residence=residence, right="access", received=DAY, facts={"controller_seat": "JP", **facts}, regimes=["eea-gdpr"])
        return [item.fact for item in decision.questions]

    assert asked() == ["residence"]
    assert asked(offers_to_eea=False) == ["residence", "monitors_in_eea"]
    assert asked("FR", offers_to_eea=False) == ["monitors_in_eea"]
    assert asked("US-NY", offers_to_eea=False) == []


def test_where_the_law_leaves_a_place_open_the_source_is_named_and_nothing_is_asked(shipped: Router) -> None:
    decision = shipped.decide(residence="NO-21", right="access", received=DAY, controller_seat="NO-21", regimes=["eea-gdpr"])
    (found,) = decision.regimes
    assert (found.status.value, decision.questions) == ("possible", ())
    assert "EEA Agreement Protocol 40" in found.citations
    assert "Svalbard" in found.unsettled.in_("en")
    assert "No fact would settle what is open" in explain(decision, "en")
    settled = shipped.decide(residence="NO-21", right="access", received=DAY, controller_seat="NO-03", regimes=["eea-gdpr"])
    assert not settled.regimes[0].unsettled


def test_without_an_organisation_there_are_no_channels_and_promises(router: Router) -> None:
    decision = decide(router)
    assert (decision.channels, decision.promises, decision.organisation) == ((), (), Text())
    assert router.organisation is None


# ------------------------------------------------------------------------------------------------------------ again


def test_a_request_that_was_decided_before_gives_the_same_decision_again(router: Router) -> None:
    decision = decide(router, "erasure", market=None, parts={"a": {"withdrawn": True}, "b": {"kept": "partly"}}, events={"refused": DAY}, as_of=DAY)
    assert router.decide_request(decision.request) == decision
    again = Decision.from_json(decision.to_json())
    assert router.decide_request(again.request).digest == decision.digest


def test_a_request_of_another_law_is_refused_with_every_name_that_is_missing(router: Router, shipped: Router) -> None:
    made = shipped.decide(residence="DE", right="access", received=DAY, controller_seat="DE", regimes=["eea-gdpr"]).request
    with pytest.raises(RequestError) as caught:
        router.decide_request(made)
    assert list(caught.value.problems) == ["'controller_seat' is not in this law data", "'eea-gdpr' is not in this law data"]


def test_deadlines_are_listed_once_in_order_of_date(router: Router) -> None:
    found = [(clock.step.value, str(clock.due)) for clock in decide(router, None).deadlines]
    assert found == [("pass-on", "2026-05-07"), ("refusal-notice", "2026-05-24"), ("answer", "2026-06-04")]


def test_a_text_that_is_no_decision_is_refused(router: Router) -> None:
    good = decide(router).to_json()
    for wrong in ("", "[]", "null", "{}", good[:-1], good.replace('"fulfil"', '"bliss"', 1), good.replace('"due"', '"when"', 1)):
        with pytest.raises(RequestError, match="this is no decision in JSON"):
            Decision.from_json(wrong)


@pytest.mark.parametrize(
    ("good", "wrong"), [('"certain":true', '"certain":"no"'), ('"name":{"en":"Japan"}', '"name":{"en":5}'), ('"value":"DE"', '"value":{"a":1}')]
)
def test_a_value_of_a_wrong_kind_is_no_decision(router: Router, good: str, wrong: str) -> None:
    text = decide(router, seat="JP").to_json()
    assert good in text
    with pytest.raises(RequestError):
        Decision.from_json(text.replace(good, wrong, 1))


def test_a_decision_of_the_invented_law_survives_json(router: Router) -> None:
    decision = decide(router, "erasure", collected=date(2016, 5, 5), branch_places=["JP", "DE"], market=None, parts={"a": {"copies": 7}})
    assert Decision.from_json(decision.to_json()) == decision


# -------------------------------------------------------------------------------------------------- earliest date due


def clock(step: Step, due: str | None, **more: Any) -> Deadline:
    """Give a clock of a decision."""
    basis: dict[str, Any] = {
        "regime": "xx-act",
        "standard": None,
        "length": Days(1),
        "runs_from": Event.RECEIVED,
        "binding": True,
        "text": Text(),
        "citations": (),
        "confirmed": Confirmed.STATUTE,
    }
    return Deadline(step=step, due=date.fromisoformat(due) if due else None, **basis | more)


@pytest.mark.parametrize(
    ("outcome", "due"),
    [
        (Outcome.FULFIL, "2026-06-02"),
        (Outcome.MAY_REFUSE, "2026-06-01"),
        (Outcome.FACTS_NEEDED, "2026-06-01"),
        (Outcome.NO_RIGHT_HERE, "2026-06-01"),
        (Outcome.REDIRECT, None),
    ],
)
def test_the_date_due_is_that_of_what_the_outcome_leaves_to_do(outcome: Outcome, due: str | None) -> None:
    clocks = (
        clock(Step.ACKNOWLEDGE, "2026-05-01"),
        clock(Step.REFUSAL_NOTICE, "2026-06-01"),
        clock(Step.COMPLY, "2026-06-02"),
        clock(Step.ANSWER, "2026-06-03"),
        clock(Step.ANSWER, "2026-05-02", binding=False),
        clock(Step.ANSWER, "2026-05-03", holds=Holds.OPEN),
        clock(Step.ANSWER, None),
    )
    assert earliest_due(clocks, outcome) == (date.fromisoformat(due) if due else None)


def test_an_assessment_is_found_by_its_own_date(router: Router) -> None:
    first: Assessment = decide(router).assessments[0]
    assert first.due == date(2026, 6, 4)
    assert attrs.evolve(first, clocks=()).due is None


def test_a_verdict_says_everything_it_hangs_on() -> None:
    assert Verdict(None, frozenset({"b"}), frozenset({"a"})).facts == ("a", "b")


# ---------------------------------------------------------------------------------- the shipped law, in its surest points


@pytest.mark.parametrize(
    ("right", "request_", "outcome"),
    [
        ("access", {"residence": "DE", "establishments": ["DE"]}, Outcome.FULFIL),
        ("access", {"residence": "CN", "processing_places": ["CN"]}, Outcome.FULFIL),
        ("erasure", {"residence": "FR", "establishments": ["FR"], "role": "processor"}, Outcome.REDIRECT),
        ("erasure", {"residence": "US-CA", "law_enforcement_hold": True}, Outcome.MUST_REFUSE),
        ("portability", {"residence": "JP", "establishments": ["JP"]}, Outcome.NO_RIGHT_HERE),
        ("access", {"residence": "BR", "controller_seat": "BR"}, Outcome.NO_LAW_APPLIES),
        ("erasure", {"residence": "DE", "establishments": ["DE"]}, Outcome.FACTS_NEEDED),
    ],
)
def test_the_shipped_law_gives_what_everybody_knows_of_it(shipped: Router, right: str, request_: Mapping[str, Any], outcome: Outcome) -> None:
    assert shipped.decide(right=right, received=DAY, **request_).outcome is outcome


def test_a_japanese_company_with_a_customer_in_hamburg_answers_under_two_laws(shipped: Router) -> None:
    decision = shipped.decide(residence="DE-HH", right="access", received=DAY, controller_seat="JP", offers_to_eea=True)
    governing = {regime for regime, status in statuses(decision).items() if status in {"applies", "assumed"}}
    assert governing == {"eea-gdpr", "jp-appi"}
