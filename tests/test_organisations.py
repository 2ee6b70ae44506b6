"""Facts about organisation files: what the example says and leaves out, what it adds to a decision, and how a wrong file is refused."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from jurisrights import explain
from jurisrights.deciding.cases import Cases
from jurisrights.deciding.places import Places
from jurisrights.deciding.router import Router
from jurisrights.errors import DataError, Problem, RequestError
from jurisrights.model import organisation as model
from jurisrights.model.decision import Decision
from jurisrights.model.organisation import Organisation
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Holds, Outcome, RegimeStatus, Right
from jurisrights.reading.library import Law, read_law
from jurisrights.reading.organisations import read_organisation, read_policy_scenarios

ROOT = Path(__file__).parents[1]
SAISON = ROOT / "examples" / "organisations" / "saison-technology.toml"
SMALL_LAW = Path(__file__).parent / "small_law"
GUIDE = ROOT / "docs" / "organisation-format.md"
RECEIVED = date(2026, 11, 23)
RESIDENCES = ("DE-HH", "JP", "US-CA", "CN")
TABLES = tuple(field.name for field in attrs.fields(Organisation) if field.name not in {"name", "policy", "origin"})
RARE_TABLES = {"officers", "questions", "grounds", "joint_uses", "differences"}
"""What most policies do not need, and the template leaves out."""
CLASSES = (
    model.Policy,
    model.Company,
    model.Officer,
    model.Desk,
    model.Channel,
    model.Document,
    model.Option,
    model.Fee,
    model.OrganisationFacts,
    model.Representative,
    model.Statement,
    model.Reason,
    model.Complaint,
    model.JointUse,
    model.Difference,
    model.Target,
    model.Retention,
    model.Mark,
)


@pytest.fixture(scope="module")
def law() -> Law:
    """Give the law data that is shipped."""
    return read_law()


@pytest.fixture(scope="module")
def saison(law: Law) -> Organisation:
    """Give the example organisation."""
    return read_organisation(SAISON, law)


@pytest.fixture(scope="module")
def router() -> Router:
    """Give a router for the example organisation."""
    return Router.load(SAISON)


def governing(decision: Decision) -> set[str]:
    """Give the regimes that apply, or are assumed to."""
    return {finding.regime for finding in decision.regimes if finding.status in {RegimeStatus.APPLIES, RegimeStatus.ASSUMED}}


def channel_ids(decision: Decision) -> list[str]:
    """Give the ids of the channels, in order."""
    return [channel.id for channel in decision.channels]


def promised(decision: Decision, regime: str) -> list[str]:
    """Give what the policy promises under a regime, in English."""
    return [promise.text.in_("en") for promise in decision.promises if regime in promise.regimes]


def asked(decision: Decision) -> set[str]:
    """Give the facts that are asked for."""
    return {question.fact for question in decision.questions}


def stated(router: Router, decision: Decision) -> Mapping[str, object]:
    """Give the facts that a decided case rests on without assuming: those of the request and those of the organisation."""
    cases = Cases(router.law, router.facts, Places.from_tables(router.law.places), router.organisation)
    return cases.make(decision.request).stated


def value(router: Router, decision: Decision, fact: str) -> object:
    """Give the value of one of these facts, or None."""
    return stated(router, decision).get(fact)


def items(organisation: Organisation) -> Iterator[Any]:
    """Give everything that a file says under a table."""
    yield organisation.policy
    for table in TABLES:
        yield from getattr(organisation, table)


# What the example file says


def test_the_policy_of_saison_technology_is_in_japanese_of_1999_revised_in_2024(saison: Organisation) -> None:
    """Name, language and dates stand as published; the company publishes no English name of its own."""
    assert saison.name == Text.of({"ja": "株式会社セゾンテクノロジー"})
    assert saison.policy.language == "ja"
    assert (saison.policy.created, saison.policy.revised) == (date(1999, 7, 5), date(2024, 4, 1))


def test_the_group_has_four_companies_of_which_the_japanese_one_is_the_main(saison: Organisation) -> None:
    """The policy does not say in which state of the United States its company sits."""
    assert [(company.id, company.seat, company.main) for company in saison.companies] == [
        ("saison-technology", "JP", True),
        ("shanghai", "CN-SH", False),
        ("singapore", "SG", False),
        ("international", "US", False),
    ]


def test_one_desk_in_tokyo_takes_every_request(saison: Organisation) -> None:
    """All channels lead to the privacy manager in Akasaka."""
    (desk,) = saison.desks
    assert {channel.desk for channel in saison.channels} == {desk.id}
    assert "赤坂" in desk.address.in_("ja")
    assert "片桐" in desk.officer.in_("ja")
    assert "リスク管理部" in desk.name.in_("ja")


def test_retention_is_five_years_and_the_mark_is_of_1999(saison: Organisation) -> None:
    """The general rule has a number of years, those for California and China have none."""
    assert [(rule.years, rule.regimes) for rule in saison.retention] == [(5, ()), (None, ("us-ca-ccpa",)), (None, ("cn-pipl",))]
    (mark,) = saison.marks
    assert (mark.number, mark.since, mark.standard) == ("11820059(13)", date(1999, 12, 3), "JISQ15001:2017")
    assert mark.body.in_("ja") == "一般社団法人情報サービス産業協会"


def test_everything_in_the_file_names_the_heading_it_comes_from(saison: Organisation) -> None:
    """No value stands without its source; a question is no value of the policy."""
    assert [item for item in items(saison) if item not in saison.questions and not item.source] == []


def test_what_people_read_is_there_in_japanese_and_english(saison: Organisation) -> None:
    """Only names stand as published."""
    texts = [saison.policy.title, *(said.text for said in saison.statements), *(rule.text for rule in saison.retention)]
    for desk in saison.desks:
        texts += [desk.name, desk.address, desk.officer]
    for channel in saison.channels:
        texts += [channel.name, *channel.steps, *channel.answers_by, *(document.text for document in channel.documents)]
    assert {text.languages for text in texts} == {("en", "ja")}


def test_gaps_of_the_policy_stay_gaps(saison: Organisation) -> None:
    """No e-mail, telephone, page or hours of the desk, no fee, no representative but that in the EEA."""
    (desk,) = saison.desks
    assert (desk.email, desk.phone, desk.url, desk.hours) == ("", "", "", Text())
    assert [channel.fees for channel in saison.channels if channel.fees] == []
    assert [representative.regime for representative in saison.representatives] == ["eea-gdpr"]
    assert not saison.policy.url
    assert not saison.representatives[0].phone


def test_the_file_states_no_conclusion_of_law_and_nothing_that_differs_by_data(saison: Organisation) -> None:
    """Thresholds, roles, legal bases and the adequacy of its procedure are asked or assumed, not believed; two groups give a role that was stated or asked."""
    own = {question.id for question in saison.questions}
    named = {name for group in saison.facts for name in group.facts if name not in group.when.names and not own & group.when.names}
    doubtful = {"ccpa_business", "role", "legal_basis", "establishments", "processing_places", "procedure_published", "fee_published"}
    assert not named & doubtful


# What it adds to a decision


@pytest.mark.parametrize(
    ("residence", "regimes", "channels"),
    [
        ("DE-HH", {"eea-gdpr", "jp-appi"}, ["japan", "eea", "inquiries"]),
        ("JP", {"jp-appi"}, ["japan", "inquiries"]),
        ("US-CA", {"us-ca-ccpa", "jp-appi"}, ["japan", "california", "inquiries"]),
        ("CN", {"cn-pipl", "jp-appi"}, ["japan", "china", "inquiries"]),
    ],
)
def test_residence_decides_which_laws_and_channels_an_access_request_meets(
    router: Router,
    residence: str,
    regimes: set[str],
    channels: list[str],
) -> None:
    """A Hamburg customer of a Tokyo company meets the GDPR and the APPI, and so on; each law has its channel and its promise."""
    decision = router.decide(residence=residence, right="access", received=RECEIVED)
    assert governing(decision) == regimes
    assert channel_ids(decision) == channels
    assert {regime for promise in decision.promises for regime in promise.regimes} >= regimes
    assert decision.organisation == Text.of({"ja": "株式会社セゾンテクノロジー"})
    for channel in decision.channels:
        assert "片桐" in channel.officer.in_("ja")
        assert "Akasaka" in channel.address.in_("en")
        assert (channel.email, channel.phone, channel.url, channel.fees) == ("", "", "", ())


def test_japanese_requests_travel_by_desk_post_return_and_written_answer(router: Router) -> None:
    """Four steps, the company's own documents, an answer in writing or by e-mail."""
    decision = router.decide(residence="JP", right="access", received=RECEIVED)
    channel = decision.channels[0]
    assert [step.in_("en").split()[-1] for step in channel.steps] == ["desk.", "person.", "them.", "answers."]
    assert [answer.in_("en") for answer in channel.answers_by] == ["in writing", "by e-mail"]
    assert [document.proof for document in channel.documents] == ["form"]


def test_californian_requests_must_be_verifiable(router: Router) -> None:
    """The channel asks for information about who asks and for what."""
    decision = router.decide(residence="US-CA", right="erasure", received=RECEIVED)
    channel = next(channel for channel in decision.channels if channel.id == "california")
    assert [document.proof for document in channel.documents] == ["identity", "other"]
    assert any("conservator" in text for text in promised(decision, "us-ca-ccpa"))


def test_the_eu_representative_stands_beside_the_duty_to_have_one(router: Router) -> None:
    """Hamburg: required, and a law firm in Hamburg is named."""
    decision = router.decide(residence="DE-HH", right="access", received=RECEIVED)
    (found,) = [item for item in decision.representatives if item.regime == "eea-gdpr"]
    assert found.duty == "required"
    assert found.name == "PLANIT // LEGAL Rechtsanwaltsgesellschaft mbH"
    assert (found.email, found.phone) == ("mail@planit.legal", "")
    assert found.address.endswith("Hamburg, Germany")


@pytest.mark.parametrize("residence", ["JP", "US-CA", "CN"])
def test_elsewhere_the_policy_names_no_representative(router: Router, residence: str) -> None:
    """Not in mainland China either, where the law wants one."""
    decision = router.decide(residence=residence, right="access", received=RECEIVED)
    assert [item.name for item in decision.representatives if item.name] == []


def test_consent_of_a_hamburg_customer_is_withdrawn_at_the_desk(router: Router) -> None:
    """Channel and promise are there for exactly this right."""
    decision = router.decide(residence="DE-HH", right="withdraw-consent", received=RECEIVED)
    assert channel_ids(decision) == ["eea", "inquiries"]
    assert "Consent can be withdrawn at the desk; until then it counts as given." in promised(decision, "eea-gdpr")


def test_a_right_that_the_policy_does_not_name_has_the_desk_but_no_channel_of_its_own(router: Router) -> None:
    """Automated decisions are not mentioned for people in the EEA, nor records of provision for Japan."""
    assert channel_ids(router.decide(residence="DE-HH", right="automated-decision", received=RECEIVED)) == ["inquiries"]
    assert channel_ids(router.decide(residence="JP", right="provision-records", received=RECEIVED)) == ["inquiries"]


@pytest.mark.parametrize("residence", RESIDENCES)
def test_no_right_named_shows_every_channel_and_promise_of_the_laws_that_govern(router: Router, saison: Organisation, residence: str) -> None:
    """Promises of other laws stay out."""
    decision = router.decide(residence=residence, received=RECEIVED)
    regimes = governing(decision)
    assert len(decision.promises) == sum(not statement.regimes or bool(set(statement.regimes) & regimes) for statement in saison.statements)
    assert channel_ids(decision) == [channel.id for channel in saison.channels if not channel.regimes or set(channel.regimes) & regimes]


@pytest.mark.parametrize("residence", RESIDENCES)
@pytest.mark.parametrize("right", list(Right))
def test_every_request_finds_the_desk_and_what_the_policy_states_is_never_asked(
    router: Router,
    residence: str,
    right: Right,
) -> None:
    """Nor is it listed as assumed: the organisation said so."""
    decision = router.decide(residence=residence, right=right, received=RECEIVED)
    known = set(stated(router, decision))
    assert channel_ids(decision)[-1] == "inquiries"
    assert not known & {question.fact for question in decision.questions}
    assert not known & {assumption.fact for assumption in decision.assumptions}
    assert {"controller_seat", "controller_kind", "offers_to_eea", "offers_to_mainland_china"} <= known


@pytest.mark.parametrize(
    ("residence", "received", "expected"),
    [
        ("US-CA", date(2026, 11, 23), False),
        ("US-CA", date(2023, 4, 1), False),
        ("US-CA", date(2023, 3, 31), None),
        ("DE-HH", date(2026, 11, 23), None),
        (None, date(2026, 11, 23), None),
    ],
)
def test_nothing_sold_is_said_of_californians_and_of_the_time_that_the_policy_covers(
    router: Router,
    residence: str | None,
    received: date,
    expected: object,
) -> None:
    """The twelve months before the last revision, and after it."""
    decision = router.decide(residence=residence, right="opt-out-of-sale", received=received)
    assert value(router, decision, "sells_data") is expected
    assert value(router, decision, "shares_for_advertising") is expected


def test_facts_of_the_request_win_over_those_of_the_file(router: Router) -> None:
    """For the whole request and for a part of the data."""
    plain = router.decide(residence="US-CA", right="opt-out-of-sale", received=RECEIVED)
    other = router.decide(residence="US-CA", right="opt-out-of-sale", received=RECEIVED, facts={"controller_seat": "US", "sells_data": True})
    parts = router.decide(residence="US-CA", right="opt-out-of-sale", received=RECEIVED, parts={"ads": {"sells_data": True}, "rest": {}})
    assert (value(router, plain, "controller_seat"), value(router, plain, "sells_data")) == ("JP", False)
    assert (value(router, other, "controller_seat"), value(router, other, "sells_data")) == ("US", True)
    sold = {
        item.part: {ground.holds for ground in item.grounds if "sells_data" in ground.facts or ground.id == "sells"}
        for item in parts.assessments
        if item.regime == "us-ca-ccpa"
    }
    assert sold == {"ads": {Holds.YES}, "rest": {Holds.NO}}


def test_a_decision_with_an_organisation_comes_back_from_json(router: Router) -> None:
    """Channels, promises and representatives are part of the record."""
    decision = router.decide(residence="DE-HH", right="access", received=RECEIVED)
    assert Decision.from_json(decision.to_json()) == decision


# Small files

START = """\
name.en = "Example"

[policy]
title.en = "Policy"
language = "en"
"""
DESK = """\
[[desks]]
id = "privacy"
name.en = "Privacy desk"
"""


def load(folder: Path, text: str) -> Organisation:
    """Write an organisation file and read it."""
    path = folder / "my.toml"
    path.write_text(text, encoding="utf-8")
    return read_organisation(path, read_law())


def refusals(folder: Path, text: str) -> list[str]:
    """Give the problems for which a file is refused."""
    with pytest.raises(DataError) as caught:
        load(folder, text)
    return [str(problem) for problem in caught.value.problems]


def test_a_target_stands_beside_the_statutory_date_never_instead_of_it(tmp_path: Path) -> None:
    target = '[[targets]]\nstep = "answer"\nwithin = { days = 14 }\nregimes = ["eea-gdpr"]\nrights = ["access"]\ntext.en = "Within two weeks."\n'
    router = Router(organisation=load(tmp_path, START + target), law=read_law())
    decision = router.decide(residence="DE", right="access", received=date(2026, 11, 23), controller_seat="DE")
    assert decision.due == date(2026, 12, 23)
    assert [(item.step, item.due) for item in decision.targets] == [("answer", date(2026, 12, 7))]
    assert "its own target, beside the law's date: answer by Monday 7 December 2026. Within two weeks." in explain(decision)
    assert router.decide(residence="DE", right="erasure", received=date(2026, 11, 23), controller_seat="DE").targets == ()
    assert router.decide(residence="CN", right="access", received=date(2026, 11, 23), controller_seat="CN").targets == ()


def test_a_name_and_a_policy_are_enough(tmp_path: Path) -> None:
    """Some policies publish neither a desk nor a channel."""
    organisation = load(tmp_path, START)
    assert [getattr(organisation, table) for table in TABLES] == [()] * len(TABLES)
    decision = Router(organisation=organisation).decide(residence="JP", right="access", received=RECEIVED)
    assert (decision.channels, decision.promises) == ((), ())


def test_facts_join_where_their_condition_holds_and_the_later_group_wins(tmp_path: Path) -> None:
    """One firm is controller for its customers and processor for their users."""
    groups = """
[[facts]]
facts.controller_seat = "JP"
facts.establishments = ["JP", "DE"]
facts.role = "joint-controller"

[[facts]]
when = "relationship == 'end-user'"
facts.role = "processor"
"""
    router = Router(organisation=load(tmp_path, START + groups))
    customer = router.decide(residence="JP", right="access", received=RECEIVED)
    user = router.decide(residence="JP", right="access", received=RECEIVED, facts={"relationship": "end-user"})
    assert value(router, customer, "role") == "joint-controller"
    assert value(router, user, "role") == "processor"
    assert value(router, user, "establishments") == ("JP", "DE")


def test_an_open_condition_keeps_the_channel_and_leaves_the_facts_out(tmp_path: Path) -> None:
    """Better shown than hidden, better asked than guessed."""
    tables = """
[[channels]]
id = "minors"
name.en = "Minors"
desk = "privacy"
when = "age < 18"

[[facts]]
when = "age < 18"
facts.sector = "education"
"""
    router = Router(organisation=load(tmp_path, START + DESK + tables))
    unknown = router.decide(residence="JP", right="access", received=RECEIVED)
    adult = router.decide(residence="JP", right="access", received=RECEIVED, facts={"age": 30})
    child = router.decide(residence="JP", right="access", received=RECEIVED, facts={"age": 12})
    assert [channel_ids(decision) for decision in (unknown, adult, child)] == [["minors"], [], ["minors"]]
    assert [value(router, decision, "sector") for decision in (unknown, adult, child)] == [None, None, "education"]


DOOR = """\
[[channels]]
id = "letters"
name.en = "Letters"
desk = "privacy"
"""
SERVICE = """
[[questions]]
id = "service"
kind = "choice"
values = ["shop", "club"]
about = "request"
asks = "requester"
silence = "ask"
question.en = "Which service is it about?"

[[facts]]
when = "service == 'shop'"
facts.role = "processor"
controller.en = "The shop."
source = "Roles"

[[facts]]
when = "relationship == 'end-user'"
facts.role = "processor"
controller.en = "The customer."
"""


def routed(folder: Path, text: str) -> Router:
    """Give a router for a small organisation of Japan."""
    return Router(organisation=load(folder, START + '[[facts]]\nfacts.controller_seat = "JP"\n' + text))


def decided(router: Router, right: str = "access", residence: str = "JP", **facts: Any) -> Decision:
    """Decide a request to it."""
    return router.decide(residence=residence, right=right, received=RECEIVED, facts=facts)


def proofs(decision: Decision) -> list[str]:
    """Give what the documents asked for are to prove."""
    return [document.proof for channel in decision.channels for document in channel.documents]


def controllers(decision: Decision) -> list[str]:
    """Give who answers instead."""
    return [controller.text.in_("en") for controller in decision.controllers]


# Questions of its own, and who answers instead


def test_a_question_of_its_own_is_asked_where_the_answer_hangs_on_it(tmp_path: Path) -> None:
    """For which service the person asks decides whether the organisation itself must answer."""
    router = routed(tmp_path, SERVICE)
    assert "service" in asked(decided(router))
    assert router.facts["service"].question.in_("en") == "Which service is it about?"


@pytest.mark.parametrize("facts", [{"service": "club"}, {"service": "shop"}, {"role": "controller"}])
def test_a_question_of_its_own_is_not_asked_where_nothing_hangs_on_it(tmp_path: Path, facts: dict[str, Any]) -> None:
    """It was answered, or the request states what it would settle."""
    assert "service" not in asked(decided(routed(tmp_path, SERVICE), **facts))


def test_a_question_of_its_own_is_not_asked_where_no_law_governs(tmp_path: Path) -> None:
    """A person in Brazil, a company in Brazil: its answer would change nothing."""
    router = routed(tmp_path, SERVICE)
    decision = decided(router, residence="BR", controller_seat="BR", offers_to_japan=False)
    assert (governing(decision), asked(decision) & {"service"}) == (set(), set())


def test_a_question_of_its_own_is_unknown_to_other_organisations(tmp_path: Path) -> None:
    """Its name means nothing elsewhere."""
    with pytest.raises(RequestError, match="service"):
        decided(routed(tmp_path, ""), service="shop")


def test_a_group_of_facts_whose_condition_is_open_is_asked_for(tmp_path: Path) -> None:
    """Also by a fact of the law."""
    router = routed(tmp_path, '[[facts]]\nwhen = "age < 18"\nfacts.role = "processor"\ncontroller.en = "The school."\n')
    assert "age" in asked(decided(router))
    assert "age" not in asked(decided(router, age=30))


def test_what_an_open_condition_would_change_is_not_taken_for_granted(tmp_path: Path) -> None:
    """Neither the law's assumption nor an earlier group of the file settles the role while the service is unknown."""
    for earlier in ("", '[[facts]]\nfacts.role = "controller"\n'):
        router = routed(tmp_path, earlier + SERVICE)
        decision = decided(router)
        assert (decision.outcome, asked(decision)) == (Outcome.FACTS_NEEDED, {"service"})
        assert "role" not in {assumption.fact for assumption in decision.assumptions}
        assert decided(router, service="club").outcome is Outcome.FULFIL
        assert decided(router, service="shop").outcome is Outcome.REDIRECT


def test_an_open_condition_that_would_change_nothing_leaves_everything_as_it_is(tmp_path: Path) -> None:
    """The group gives what is assumed anyway, or what an earlier one says."""
    same = SERVICE.replace('facts.role = "processor"', 'facts.role = "controller"')
    for earlier in ("", '[[facts]]\nfacts.role = "controller"\n'):
        assert decided(routed(tmp_path, earlier + same)).outcome is Outcome.FULFIL


def test_a_later_group_that_certainly_holds_settles_what_an_open_one_left_unknown(tmp_path: Path) -> None:
    """The later group wins, as among groups that hold."""
    router = routed(tmp_path, SERVICE + '[[facts]]\nfacts.role = "controller"\n')
    assert (decided(router).outcome, asked(decided(router))) == (Outcome.FULFIL, set())


def test_without_an_organisation_the_facts_are_those_of_the_law(law: Law) -> None:
    """A router for the law alone."""
    assert Router(law=law).facts == law.facts


def test_what_is_never_assumed_is_asked(tmp_path: Path) -> None:
    """The law takes everybody for a customer; where the controller hangs on it, that is no safe guess."""
    plain = decided(routed(tmp_path, SERVICE), service="club")
    text = SERVICE.replace("[[questions]]", 'policy.never_assume = ["relationship"]\n[[questions]]', 1)
    careful = Router(organisation=load(tmp_path, 'policy.title.en = "P"\npolicy.language = "en"\nname.en = "E"\n' + text))
    assert "relationship" not in asked(plain)
    assert "relationship" in asked(decided(careful, service="club", controller_seat="JP"))
    assert "relationship" not in asked(decided(careful, service="club", controller_seat="JP", relationship="customer"))


def test_data_held_for_somebody_else_is_redirected_to_that_one(tmp_path: Path) -> None:
    """By the group whose condition holds, with its words and source."""
    decision = decided(routed(tmp_path, SERVICE), service="shop")
    assert decision.outcome is Outcome.REDIRECT
    assert [(item.text.in_("en"), item.source) for item in decision.controllers] == [("The shop.", "Roles")]
    assert "The shop." in explain(decision)
    assert controllers(decided(routed(tmp_path, SERVICE), service="shop", relationship="end-user")) == ["The shop.", "The customer."]


BY_SERVICE = """
[[questions]]
id = "service"
kind = "choice"
values = ["shop", "mail"]
about = "data"
asks = "organisation"
silence = "ask"
question.en = "Which service holds the data?"

[[facts]]
when = "service == 'mail'"
facts.role = "processor"
controller.en = "Whoever gave the mailbox."

[[channels]]
id = "shop"
name.en = "Shop"
desk = "privacy"
when = "service == 'shop'"

[[channels.documents]]
text.en = "Order number"
when = "service == 'shop'"

[[channels]]
id = "club"
name.en = "Club"
desk = "privacy"
when = "service != 'shop' and service != 'mail'"
"""


def in_parts(folder: Path, **services: dict[str, Any]) -> Decision:
    """Decide a request about data of several services."""
    return routed(folder, DESK + BY_SERVICE).decide(residence="JP", right="access", received=RECEIVED, parts=services)


def test_what_the_organisation_says_about_data_differs_between_the_parts_of_a_request(tmp_path: Path) -> None:
    """Its own data in the shop, the mailbox giver's in the mail: the first is disclosed, for the second somebody else answers."""
    decision = in_parts(tmp_path, orders={"service": "shop"}, letters={"service": "mail"})
    assert {item.part: item.outcome for item in decision.assessments} == {"orders": Outcome.FULFIL, "letters": Outcome.REDIRECT}
    assert (decision.outcome, controllers(decision), asked(decision)) == (Outcome.FULFIL_IN_PART, ["Whoever gave the mailbox."], set())


def test_a_part_that_is_sent_on_needs_no_controller_of_the_other_parts(tmp_path: Path) -> None:
    """No mail among the parts, so nobody is named."""
    decision = in_parts(tmp_path, orders={"service": "shop"}, ledger={"role": "processor", "service": "shop"})
    assert (decision.outcome, controllers(decision)) == (Outcome.FULFIL_IN_PART, [])


def test_a_channel_is_open_to_a_request_that_concerns_it_in_part(tmp_path: Path) -> None:
    """One door for the shop; none is shown that no part needs."""
    decision = in_parts(tmp_path, orders={"service": "shop"}, letters={"service": "mail"})
    assert channel_ids(decision) == ["shop"]
    assert [document.holds for channel in decision.channels for document in channel.documents] == [Holds.YES]


def test_what_decides_about_one_part_is_asked_for_that_part(tmp_path: Path) -> None:
    """The service of the other is known."""
    decision = in_parts(tmp_path, orders={"service": "shop"}, rest={})
    assert [(question.fact, question.part) for question in decision.questions] == [("service", "rest")]


def test_what_the_organisation_says_about_itself_holds_for_all_parts(tmp_path: Path) -> None:
    """The seat is no matter of the data."""
    decision = in_parts(tmp_path, orders={"service": "shop"}, letters={"service": "mail"})
    assert governing(decision) == {"jp-appi"}
    assert "controller_seat" not in asked(decision)


GROUP = """
[[questions]]
id = "company"
kind = "choice"
values = ["bank", "europe"]
about = "request"
asks = "organisation"
silence = "ask"
question.en = "Which company of the group is asked?"

[[facts]]
when = "company == 'bank'"
facts.controller_seat = "JP"

[[facts]]
when = "company == 'europe'"
facts.controller_seat = "DE-HE"
facts.establishments = ["DE-HE"]
"""


def test_one_question_of_the_organisation_stands_for_the_facts_that_it_settles(tmp_path: Path) -> None:
    """Which company, and with it the seat; who knows the seat may state it instead."""
    router = Router(organisation=load(tmp_path, START + GROUP))
    question = router.decide(residence="DE", right="access", received=RECEIVED).questions[0]
    assert (question.fact, question.instead) == ("company", ("controller_seat", "establishments"))
    assert "controller_seat" not in asked(router.decide(residence="DE", right="access", received=RECEIVED))
    assert asked(router.decide(residence="DE", right="access", received=RECEIVED, facts={"company": "europe"})) == set()
    assert governing(router.decide(residence="DE", right="access", received=RECEIVED, facts={"company": "europe"})) == {"eea-gdpr"}


def test_a_fact_that_decides_about_itself_stays_a_question(tmp_path: Path) -> None:
    """The group only names who answers."""
    text = 'policy.never_assume = ["role"]\n[[facts]]\nwhen = "role == \'processor\'"\nfacts.role = "processor"\ncontroller.en = "X."\n'
    router = Router(organisation=load(tmp_path, 'policy.title.en = "P"\npolicy.language = "en"\nname.en = "E"\n' + text))
    assert "role" in asked(decided(router, residence="DE", controller_seat="DE-HH", establishments=["DE-HH"]))
    assert "role" in asked(decided(router, controller_seat="JP"))  # also where the law lets another fact follow it


def test_nobody_else_answers_for_its_own_data(tmp_path: Path) -> None:
    """No redirect, no controller."""
    decision = decided(routed(tmp_path, SERVICE), service="club")
    assert (decision.outcome, decision.controllers) == (Outcome.FULFIL, ())


def test_a_group_without_condition_speaks_of_every_request(tmp_path: Path) -> None:
    """A pure processor."""
    router = routed(tmp_path, '[[facts]]\nfacts.role = "processor"\ncontroller.en = "The customer."\n')
    assert controllers(decided(router)) == ["The customer."]


# Documents, fees, methods


def test_documents_are_those_that_the_case_needs(tmp_path: Path) -> None:
    """A power of attorney from agents alone; where the condition is open, it stands there as open."""
    documents = """
[[channels.documents]]
text.en = "The form"
proof = "form"

[[channels.documents]]
text.en = "Power of attorney"
proof = "authority"
when = "asker == 'agent'"

[[channels.documents]]
text.en = "Consent of a parent"
when = "age < 18"
any_of = [{ text.en = "letter", together_with = [{ en = "copy of a passport" }], issued_within = { days = 30 } }, { text.en = "form" }]
needs = 2
blacked_out.en = "numbers"
issued_within = { months = 3 }
source = "Minors"
"""
    router = routed(tmp_path, DESK + DOOR + documents)
    assert proofs(decided(router, age=30)) == ["form"]
    assert proofs(decided(router, age=30, asker="agent")) == ["form", "authority"]
    (channel,) = decided(router).channels
    form, minor = channel.documents
    assert (form.holds, minor.holds, minor.needs, minor.source) == (Holds.YES, Holds.OPEN, 2, "Minors")
    assert [option.text.in_("en") for option in minor.any_of] == ["letter", "form"]
    told = explain(decided(router))
    for words in ("The form", "Consent of a parent", "letter", "copy of a passport", "numbers", "30 days", "3 months"):
        assert words in told


def test_each_right_may_have_a_form_of_its_own(tmp_path: Path) -> None:
    """One door, two forms; asked for everything, both."""
    forms = (
        '[[channels.documents]]\nproof = "form"\ntext.en = "Form 1"\nrights = ["access"]\n'
        '[[channels.documents]]\nproof = "form"\ntext.en = "Form 2"\nrights = ["rectification"]\n'
    )
    router = routed(tmp_path, DESK + DOOR + forms)
    found = {right: [item.text.in_("en") for channel in decided(router, right=right).channels for item in channel.documents] for right in ("access", "erasure")}
    assert found == {"access": ["Form 1"], "erasure": []}
    everything = router.decide(residence="JP", received=RECEIVED).channels
    assert [item.text.in_("en") for channel in everything for item in channel.documents] == ["Form 1", "Form 2"]


def test_a_fee_stands_beside_what_the_law_says_about_fees(tmp_path: Path) -> None:
    """The law's rules are those of the assessments for the right that is paid for."""
    fees = """
[[channels.fees]]
basis = "fixed"
amount = "1000"
currency = "JPY"
tax = "included"
way.en = "by stamps"
rights = ["access"]

[[channels.fees]]
basis = "actual-cost"
text.en = "for copies"
rights = ["rectification"]
when = "asker == 'agent'"
source = "Fees"
"""
    router = routed(tmp_path, DESK + DOOR + 'source = "Letters"\n' + fees + "[[facts]]\nfacts.fee_published = true\n")
    (fee,) = decided(router).channels[0].fees
    assert (fee.basis, fee.amount, fee.currency, fee.tax, fee.source) == ("fixed", "1000", "JPY", "included", "Letters")
    assert [(rule.value, rule.holds) for rule in fee.law] == [("cost-fee", Holds.YES)]
    assert "APPI Art. 38" in fee.law[0].citations[0]
    (other,) = decided(router, "rectification", asker="agent", authority_proven=True).channels[0].fees
    assert (other.basis, other.amount, other.source) == ("actual-cost", "", "Fees")
    assert {rule.value for rule in other.law} == {"free"}
    assert decided(router, "rectification").channels[0].fees == ()
    told = explain(decided(router))
    assert "1000 JPY" in told
    assert "by stamps" in told


def test_of_the_law_on_fees_only_what_holds_is_told(tmp_path: Path) -> None:
    """In Hamburg access is free; that a fee may be charged for abuse is kept in the decision as open."""
    router = routed(tmp_path, DESK + DOOR + '[[channels.fees]]\nbasis = "actual-cost"\ntext.en = "for copies"\nwhen = "age < 18"\n')
    decision = decided(router, residence="DE-HH", offers_to_eea=True)
    (fee,) = decision.channels[0].fees
    assert {rule.holds for rule in fee.law if rule.id == "abuse"} == {Holds.OPEN}
    told = explain(decision)
    assert "for copies" in told
    (line,) = [line for line in told.splitlines() if "for copies" in line]
    assert "depending on the case" in line


FEE = """
[[channels.fees]]
basis = "fixed"
amount = "500"
currency = "JPY"
rights = ["access"]
"""


def test_a_fixed_fee_shows_that_one_was_set_and_made_known(tmp_path: Path) -> None:
    """For the rights for which it is charged, where the channel is open; what the request or the file says comes first."""

    def fee_rules(text: str, right: str = "access", **facts: Any) -> list[str]:
        return [rule.value for rule in decided(routed(tmp_path, DESK + DOOR + text), right=right, **facts).assessments[0].fee if rule.holds is Holds.YES]

    assert fee_rules(FEE) == ["cost-fee"]
    assert fee_rules("") == fee_rules(FEE, right="purpose-notification") == ["free"]
    assert fee_rules(FEE, fee_published=False) == fee_rules(FEE + "[[facts]]\nfacts.fee_published = false\n") == ["free"]
    assert fee_rules("when = \"relationship == 'employee'\"\n" + FEE) == ["free"]
    assert fee_rules('regimes = ["eea-gdpr"]\n' + FEE) == ["free"]
    assert fee_rules(FEE + 'when = "further_copy"\n') == ["free"]
    assert fee_rules('[[channels.fees]]\nbasis = "actual-cost"\n') == ["free"]


def test_of_the_law_on_fees_that_for_the_rights_of_the_channel_is_told(tmp_path: Path) -> None:
    """Asked for everything, the fee of the door for access is held against the law on access, not on correction."""
    fee = 'rights = ["access"]\n[[channels.fees]]\nbasis = "fixed"\namount = "500"\ncurrency = "JPY"\n'
    decision = routed(tmp_path, DESK + DOOR + fee + "[[facts]]\nfacts.fee_published = true\n").decide(residence="JP", received=RECEIVED)
    assert [rule.value for channel in decision.channels for found in channel.fees for rule in found.law] == ["cost-fee"]


def test_a_channel_says_how_requests_come_in_and_how_answers_go_out(tmp_path: Path) -> None:
    """As published, in the order of the file."""
    door = """
methods = ["post", "web-form"]
languages = ["ja"]
postage.en = "The person pays."
never_accepted = [{ en = "telephone" }]
answers_by = [{ en = "by letter" }]
"""
    (channel,) = decided(routed(tmp_path, DESK + 'hours.en = "9 to 5"\n' + DOOR + door)).channels
    assert (channel.methods, channel.languages) == (("post", "web-form"), ("ja",))
    assert (channel.postage.in_("en"), channel.hours.in_("en")) == ("The person pays.", "9 to 5")
    assert [text.in_("en") for text in (*channel.never_accepted, *channel.answers_by)] == ["telephone", "by letter"]


# Reasons to refuse, officers, promises

REFUSALS = """
[[refusals]]
id = "harm"
text.en = "Somebody could be harmed."
law = ["jp-appi:harm", "eea-gdpr:rights-of-others"]
source = "Limits"

[[refusals]]
id = "no-wish"
text.en = "We do not wish to."
beyond = ["jp-appi", "eea-gdpr"]

[[refusals]]
id = "not-ours"
text.en = "It is not ours to answer."
law = ["jp-appi:entrusted"]
when = "relationship == 'end-user'"
"""


def refused_for(decision: Decision) -> list[tuple[str, Holds]]:
    """Give the published reasons that stand in a decision, and whether they hold."""
    return [(item.text.in_("en"), item.holds) for item in decision.refusals]


def test_a_reason_to_refuse_is_shown_where_a_law_that_governs_allows_it(tmp_path: Path) -> None:
    """What the organisation would have to show first stands there as open."""
    router = routed(tmp_path, REFUSALS)
    assert refused_for(decided(router)) == [("Somebody could be harmed.", Holds.OPEN)]
    assert decided(router).refusals[0].law == ("jp-appi:harm",)
    assert "Somebody could be harmed." in explain(decided(router))


def test_a_reason_to_refuse_is_not_shown_where_no_law_allows_it(tmp_path: Path) -> None:
    """Correction knows no such exception; in Brazil no law of ours governs; and wishes are no reason."""
    router = routed(tmp_path, REFUSALS)
    assert decided(router, "rectification").refusals == ()
    assert decided(router, residence="BR", controller_seat="BR").refusals == ()


def test_a_reason_to_refuse_waits_for_its_own_condition(tmp_path: Path) -> None:
    """Once a bar holds, no exception is reached any more."""
    router = routed(tmp_path, REFUSALS)
    assert refused_for(decided(router, relationship="end-user", role="processor")) == [("It is not ours to answer.", Holds.YES)]
    assert refused_for(decided(router, relationship="customer", role="processor")) == []


def test_that_a_ground_of_the_law_is_missing_is_a_reason_to_refuse_once_it_is_missing(tmp_path: Path) -> None:
    """Correction needs data that is wrong."""
    router = routed(tmp_path, '[[refusals]]\nid = "right"\ntext.en = "The data is right."\nlaw = ["jp-appi:not-factual"]\n')
    assert refused_for(decided(router, "rectification", inaccurate=False)) == [("The data is right.", Holds.YES)]
    assert refused_for(decided(router, "rectification", inaccurate=True)) == []
    assert refused_for(decided(router, "rectification")) == []


def test_whom_the_policy_names_stands_in_every_decision(tmp_path: Path) -> None:
    """Somebody who is said to exist but not named has a role only."""
    officers = '[[officers]]\nrole = "director"\nname.en = "A. Example"\ntitle.en = "CEO"\nemail = "a@example.com"\n[[officers]]\nrole = "manager"\n'
    decision = decided(routed(tmp_path, officers), "erasure")
    assert [(item.role, item.name.in_("en")) for item in decision.officers] == [("director", "A. Example"), ("manager", "")]
    assert "A. Example" in explain(decision)
    assert "a@example.com" in explain(decision)


OFFICERS = """
[[officers]]
role = "manager"
name.en = "For Japan"
regimes = ["jp-appi"]

[[officers]]
role = "data-protection-officer"
email = "dpo@example.com"
regimes = ["eea-gdpr"]

[[officers]]
role = "director"
name.en = "For staff"
when = "relationship == 'employee'"
"""


def test_an_officer_for_one_law_or_for_some_people_is_named_where_that_holds(tmp_path: Path) -> None:
    """A group names its data protection officer for Europe, and somebody for its staff."""
    router = routed(tmp_path, OFFICERS)
    assert [officer.role for officer in decided(router).officers] == ["manager"]
    assert [officer.role for officer in decided(router, residence="DE", offers_to_eea=True).officers] == ["manager", "data-protection-officer"]
    assert [officer.role for officer in decided(router, relationship="employee").officers] == ["manager", "director"]


def test_facts_for_some_rights_join_requests_for_these_and_for_everything(tmp_path: Path) -> None:
    """A fee was set for access alone."""
    router = routed(tmp_path, '[[facts]]\nrights = ["access"]\nfacts.fee_published = true\n')
    found = {right: [rule.value for rule in decided(router, right=right).assessments[0].fee] for right in ("access", "purpose-notification")}
    assert found == {"access": ["cost-fee"], "purpose-notification": ["free"]}
    everything = router.decide(residence="JP", received=RECEIVED)
    assert {rule.value for item in everything.assessments if Right.ACCESS in item.rights for rule in item.fee} == {"cost-fee"}


def test_who_answers_instead_for_some_rights_is_named_for_these(tmp_path: Path) -> None:
    """Of access alone the policy says for whom it acts."""
    router = routed(tmp_path, '[[facts]]\nrights = ["access"]\nfacts.role = "processor"\ncontroller.en = "The customer."\n')
    assert controllers(decided(router)) == ["The customer."]
    assert controllers(decided(router, right="purpose-notification", role="processor")) == []


LAWS = """
[[channels]]
id = "japan"
name.en = "By post"
desk = "privacy"
regimes = ["jp-appi"]

[[channels]]
id = "europe"
name.en = "By form"
desk = "privacy"
regimes = ["eea-gdpr"]

[[channels]]
id = "all"
name.en = "By e-mail"
desk = "privacy"
"""


def test_a_channel_says_under_which_of_the_laws_that_govern_it_may_be_used(tmp_path: Path) -> None:
    """Where two laws govern one request, each may have its own door."""
    decision = decided(routed(tmp_path, DESK + LAWS), residence="DE", offers_to_eea=True)
    assert {channel.id: channel.regimes for channel in decision.channels} == {
        "japan": ("jp-appi",),
        "europe": ("eea-gdpr",),
        "all": ("eea-gdpr", "jp-appi"),
    }
    told = explain(decision)
    assert "- By post (APPI)" in told
    assert "- By form (GDPR)" in told
    assert "- By e-mail\n" in told
    assert "- By post\n" in explain(decided(routed(tmp_path, DESK + LAWS)))


ENDED = """
[[channels.documents]]
text.en = "Proof of identity"
proof = "identity"
any_of = [{ text.en = "insurance card", document = "health-insurance-card-jp" }, { text.en = "licence", document = "driving-licence-jp" }]

[[channels.documents]]
text.en = "alien registration"
document = "alien-registration-certificate-jp"
"""


def test_a_document_that_nobody_can_hand_in_any_more_is_told_with_its_last_day_and_why(tmp_path: Path) -> None:
    """On the day of receipt: the last insurance cards ended on 1 December 2025."""
    router = routed(tmp_path, DESK + DOOR + ENDED)
    ended = {
        day: [(item.text.in_("en"), item.last) for channel in found.channels for document in channel.documents for item in document.ended]
        for day in (date(2025, 12, 1), date(2025, 12, 2))
        for found in (router.decide(residence="JP", right="access", received=day),)
    }
    registration = ("alien registration", date(2012, 7, 8))
    assert ended == {date(2025, 12, 1): [registration], date(2025, 12, 2): [("insurance card", date(2025, 12, 1)), registration]}
    decision = router.decide(residence="JP", right="access", received=date(2025, 12, 2))
    assert Decision.from_json(decision.to_json()) == decision
    assert "Can no longer be used: insurance card. No card has been issued since 2 December 2024" in explain(decision)
    assert "[JP Act 48 of 2023" in explain(decision)


def test_nobody_represents_where_the_law_knows_no_such_duty(tmp_path: Path) -> None:
    """A company of the group in the Union needs none there, whoever represents the others."""
    router = routed(tmp_path, '[[representatives]]\nregime = "eea-gdpr"\nname = "Rep GmbH"\n')
    abroad = decided(router, residence="DE", offers_to_eea=True).representatives
    inside = decided(router, residence="DE", controller_seat="DE-HE", establishments=["DE-HE"]).representatives
    assert [(item.duty, item.name) for item in abroad if item.regime == "eea-gdpr"] == [("required", "Rep GmbH")]
    assert [(item.duty, item.name) for item in inside] == [("not-applicable", "")]


COMPLAINTS = """
[[desks]]
id = "ombuds"
name.en = "Ombuds office"
phone = "+81 3 0000 0001"

[[complaints]]
text.en = "The ombuds office takes complaints."
desk = "ombuds"

[[complaints]]
text.en = "An accredited body takes them too."
authority = true
regimes = ["jp-appi"]
source = "Complaints"

[[complaints]]
text.en = "The authority of the home."
regimes = ["eea-gdpr"]
"""


def test_where_the_policy_takes_complaints_stands_beside_the_authorities_of_the_law(tmp_path: Path) -> None:
    """A desk with its contact, unless a channel has told it; what is said under other laws is left out."""
    router = routed(tmp_path, COMPLAINTS + DESK + DOOR)
    decision = decided(router)
    assert [(item.text.in_("en"), item.phone, item.source) for item in decision.complaints] == [
        ("The ombuds office takes complaints.", "+81 3 0000 0001", ""),
        ("An accredited body takes them too.", "", "Complaints"),
    ]
    told = explain(decision)
    assert "- The policy: The ombuds office takes complaints.\n  Ombuds office\n  +81 3 0000 0001\n- The policy: An accredited" in told
    assert "Personal Information Protection Commission" in told
    assert Decision.from_json(decision.to_json()) == decision


def test_a_promise_holds_for_the_people_to_whom_it_is_made(tmp_path: Path) -> None:
    """`when` on a statement."""
    router = routed(tmp_path, '[[statements]]\ntext.en = "Users write to the shop."\nwhen = "relationship == \'end-user\'"\n')
    assert decided(router).promises == ()
    assert [item.text.in_("en") for item in decided(router, relationship="end-user").promises] == ["Users write to the shop."]


def test_all_that_an_organisation_adds_comes_back_from_json(tmp_path: Path) -> None:
    """Documents, fees, refusals, controllers, officers, targets, promises."""
    officers = '[[officers]]\nrole = "director"\nname.en = "A. Example"\n'
    router = Router(organisation=load(tmp_path, template() + officers + SERVICE))
    seen: set[str] = set()
    for facts in ({}, {"service": "shop", "relationship": "end-user"}):
        for residence in RESIDENCES:
            decision = decided(router, residence=residence, **facts)
            assert Decision.from_json(decision.to_json()) == decision
            assert hash(Decision.from_json(decision.to_json())) == hash(decision)
            seen |= {name for name in ("channels", "promises", "targets", "refusals", "controllers", "officers") if getattr(decision, name)}
            seen |= {name for channel in decision.channels for name in ("documents", "fees", "steps", "answers_by") if getattr(channel, name)}
    assert len(seen) == 10


# What is refused


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param(
            DESK + '[[channels]]\nid = "letters"\nname.en = "Letters"\ndesk = "privcy"\n',
            ["my.toml:12: desk: 'privcy' is no desk of this file; did you mean 'privacy'?"],
            id="unknown desk",
        ),
        pytest.param(
            DESK + '[[channels]]\nid = "letters"\nname.en = "Letters"\ndesk = "front"\n',
            ["my.toml:12: desk: 'front' is no desk of this file; there are privacy"],
            id="unknown desk unlike any",
        ),
        pytest.param(
            '[[channels]]\nid = "letters"\nname.en = "Letters"\ndesk = "front"\n',
            ["my.toml:9: desk: 'front' is no desk of this file"],
            id="no desk at all",
        ),
        pytest.param(
            DESK + 'company = "example"\n',
            ["my.toml:9: company: 'example' is no company of this file"],
            id="unknown company",
        ),
        pytest.param(
            '[[companies]]\nid = "example"\nname.en = "Example"\nseat = "Japan"\n',
            ["my.toml:9: seat: 'Japan' is no ISO 3166 code; write JP, US-CA ..."],
            id="seat that is no code",
        ),
        pytest.param(
            DESK + '[[channels]]\nid = "letters"\nname.en = "Letters"\ndesk = "privacy"\nregimes = ["jp-appi", "eea-gpdr"]\n',
            ["my.toml:13: regime: 'eea-gpdr' is no regime that is encoded; did you mean 'eea-gdpr'?"],
            id="unknown regime of a channel",
        ),
        pytest.param(
            '[[statements]]\nregimes = ["eea-gpdr"]\ntext.en = "Said."\n[[retention]]\ntext.en = "Kept."\nregimes = ["jp-apppi"]\n',
            [
                "my.toml:7: regime: 'eea-gpdr' is no regime that is encoded; did you mean 'eea-gdpr'?",
                "my.toml:11: regime: 'jp-apppi' is no regime that is encoded; did you mean 'jp-appi'?",
            ],
            id="unknown regimes elsewhere",
        ),
        pytest.param(
            '[[representatives]]\nregime = "eea-gdpr"\nname = "One"\n[[representatives]]\nregime = "eea-gdpr"\nname = "Two"\n',
            ["my.toml:10: duplicate regime: 'eea-gdpr' stands twice among the representatives"],
            id="two representatives for one law",
        ),
        pytest.param(
            DESK + DESK,
            ["my.toml:10: duplicate id: 'privacy' stands twice among the desks"],
            id="duplicate ids",
        ),
        pytest.param(
            '[[targets]]\nstep = "answer"\nwithin = { business_days = 5 }\ntext.en = "Soon."\n',
            ["my.toml:8: target: business days need a calendar, which a policy does not name; write days, weeks, months or years"],
            id="a target in business days",
        ),
        pytest.param(
            DESK + '[[complaints]]\ntext.en = "There."\ndesk = "front"\n',
            ["my.toml:11: desk: 'front' is no desk of this file; there are privacy"],
            id="unknown desk of a complaint",
        ),
        pytest.param(
            '[[refusals]]\nid = "a"\ntext.en = "A."\nregimes = ["eea"]\n[[grounds]]\nid = "b"\ntext.en = "B."\nregimes = ["appi"]\n'
            '[[complaints]]\ntext.en = "C."\nregimes = ["pipl"]\n[[targets]]\nstep = "answer"\nwithin = { days = 1 }\ntext.en = "D."\nregimes = ["ccpa"]\n'
            '[[representatives]]\nregime = "gdpr"\nname = "E"\n',
            [f"my.toml:{line}: regime" for line in (9, 13, 16, 21, 23)],
            id="unknown regimes of reasons, complaints, targets, representatives",
        ),
        pytest.param(
            DESK
            + '[[channels]]\nid = "a"\nname.en = "A"\ndesk = "privacy"\nlanguages = ["German"]\n[[differences]]\ntext.en = "D."\nlanguages = ["ja", "JP_x"]\n',
            ["my.toml:13: language: 'German' is no language tag; write ja, en, zh-Hans ...", "my.toml:16: language: 'JP_x'"],
            id="language that is no tag",
        ),
        pytest.param(
            '[[facts]]\nwhen = "shop == 1"\nfacts.role = "processor"\n',
            ["my.toml:7: condition: 'shop' is no declared fact or definition"],
            id="fact of its own that is not declared",
        ),
        pytest.param(
            '[[officers]]\nrole = "manager"\nregimes = ["gdpr"]\nwhen = "relatoin == \'employee\'"\n',
            ["my.toml:8: regime: 'gdpr' is no regime", "my.toml:9: condition: 'relatoin'"],
            id="officer for an unknown law and unknown people",
        ),
        pytest.param(
            '[[refusals]]\nid = "a"\ntext.en = "A."\nlaw = ["harm"]\nbeyond = ["eea-gpdr"]\n',
            [
                "my.toml:9: regime: 'harm' does not begin with a regime; write <regime>:<id of an exception, bar or ground>",
                "my.toml:10: regime: 'eea-gpdr' is no regime that is encoded; did you mean 'eea-gdpr'?",
            ],
            id="a reason that names no regime, and one that does not exist",
        ),
        pytest.param(
            '[[grounds]]\nid = "a"\ntext.en = "A."\nlaw = ["jp-appi:not-factal", "eea-gdpr:objection"]\n',
            ["my.toml:9: law: 'not-factal' is no exception, bar or ground of jp-appi; did you mean 'not-factual'?"],
            id="a reason that names no item of the law",
        ),
        pytest.param(
            '[[refusals]]\nid = "a"\ntext.en = "A."\n[[refusals]]\nid = "a"\ntext.en = "B."\n[[grounds]]\nid = "a"\ntext.en = "C."\n'
            '[[grounds]]\nid = "a"\ntext.en = "D."\n',
            ["my.toml:10: duplicate id: 'a' stands twice among the refusals", "my.toml:16: duplicate id: 'a' stands twice among the grounds"],
            id="duplicate ids of reasons",
        ),
        pytest.param(
            DESK + DOOR + '[[channels.fees]]\nbasis = "fixed"\namount = "1000"\n[[channels.fees]]\nbasis = "free"\namount = "0"\ncurrency = "JPY"\n',
            [
                "my.toml:13: fee: a fixed fee has an `amount` and a `currency`, another one has none",
                "my.toml:16: fee: a fixed fee has an `amount` and a `currency`, another one has none",
            ],
            id="a fixed fee without its currency, a free one with an amount",
        ),
        pytest.param(
            DESK + DOOR + '[[channels.fees]]\nbasis = "fixed"\namount = "1,000"\ncurrency = "yen"\n',
            [
                "my.toml:15: wrong value: '1,000' is no amount; write '1000' or '12.50'",
                "my.toml:16: wrong value: 'yen' is no ISO 4217 code; write JPY, EUR ...",
            ],
            id="an amount and a currency that are none",
        ),
        pytest.param(
            DESK
            + DOOR
            + '[[channels.documents]]\ntext.en = "Two"\nneeds = 2\n[[channels.documents]]\ntext.en = "None"\nneeds = 0\nany_of = [{ text.en = "A" }]\n',
            ["my.toml:15: wrong value: 2 of 0 documents cannot be handed in", "my.toml:18: wrong value: 0 of 1 documents cannot be handed in"],
            id="more documents than there are, or none",
        ),
        pytest.param(
            DESK + DOOR + '[[channels.documents]]\ntext.en = "A"\nwhen = "agd < 18"\n[[channels.fees]]\nbasis = "free"\nwhen = "agd > 65"\n',
            [
                "my.toml:15: condition: 'agd' is no declared fact or definition; did you mean 'age'?",
                "my.toml:18: condition: 'agd' is no declared fact or definition; did you mean 'age'?",
            ],
            id="conditions of documents and fees",
        ),
        pytest.param(
            "".join(
                f'[[{kind}]]\n{head}text.en = "A."\nwhen = "agd < 18"\n'
                for kind, head in (("statements", ""), ("refusals", 'id = "a"\n'), ("grounds", 'id = "b"\n'))
            ),
            [f"my.toml:{line}: condition: 'agd' is no declared fact or definition; did you mean 'age'?" for line in (8, 12, 16)],
            id="conditions of what is said",
        ),
        pytest.param(
            SERVICE.replace('id = "service"', 'id = "sector"').replace("service ==", "sector =="),
            ["my.toml:8: fact: 'sector' is a fact of the law already; use it, or take another name"],
            id="a question that the law asks already",
        ),
        pytest.param(
            SERVICE.replace('values = ["shop", "club"]\n', ""),
            ["my.toml:7: values: a choice has `values`, no other kind has", "my.toml:16: condition: 'service' cannot be 'shop'"],
            id="a question without its values",
        ),
        pytest.param(
            "[[facts]]\nfacts.service = 3\n" + SERVICE,
            ["my.toml:7: wrong value: service = 3: it is one of shop, club"],
            id="an answer that its own question does not have",
        ),
        pytest.param(
            '[[facts]]\nfacts.controler_seat = "JP"\n',
            ["my.toml:7: fact: 'controler_seat' is no fact that any law asks about; did you mean 'controller_seat'?"],
            id="unknown fact",
        ),
        pytest.param(
            '[[facts]]\nfacts.qqqqq = "JP"\n',
            ["my.toml:7: fact: 'qqqqq' is no fact that any law asks about"],
            id="unknown fact unlike any",
        ),
        pytest.param(
            '[[facts]]\nfacts.household_use = "no"\nfacts.age = 12.5\nfacts.role = "boss"\nfacts.collected_on = 2024-04-01T12:00:00\nfacts.establishments = "JP"\n',
            [
                "my.toml:7: wrong value: household_use = 'no': it is yes or no (true or false)",
                "my.toml:8: wrong value: age = 12.5: it is a whole number",
                "my.toml:9: wrong value: role = 'boss': it is one of controller, joint-controller, processor",
                "my.toml:10: wrong value: collected_on = datetime.datetime(2024, 4, 1, 12, 0): it is a date",
                "my.toml:11: wrong value: establishments = 'JP': it is a list of places",
            ],
            id="facts of the wrong kind",
        ),
        pytest.param(
            '[[facts]]\nfacts.controller_seat = "Japan"\nfacts.establishments = ["JP", "Germany"]\n',
            [
                "my.toml:7: wrong value: controller_seat = 'Japan': 'Japan' is no ISO 3166 code",
                "my.toml:8: wrong value: establishments = ['JP', 'Germany']: 'Germany' is no ISO 3166 code",
            ],
            id="places that are no codes",
        ),
        pytest.param(
            '[[facts]]\nwhen = "relatonship == \'employee\'"\nfacts.role = "controller"\n',
            ["my.toml:7: condition: 'relatonship' is no declared fact or definition; did you mean 'relationship'?"],
            id="condition with an undeclared fact",
        ),
        pytest.param(
            '[[facts]]\nwhen = "relationship == \'worker\'"\nfacts.role = "controller"\n',
            [
                "my.toml:7: condition: 'relationship' cannot be 'worker': it is one of customer, end-user, contact-person, applicant, employee, contractor, shareholder, visitor, other",
            ],
            id="condition with a value that the fact cannot have",
        ),
        pytest.param(
            DESK + '[[channels]]\nid = "letters"\nname.en = "Letters"\ndesk = "privacy"\nwen = "asker == \'agent\'"\n',
            ["my.toml:13: unknown key: 'wen' is no key of this table; did you mean 'when'?"],
            id="unknown key",
        ),
        pytest.param(
            '[[statements]]\nregimes = ["jp-appi"]\nrights = ["erase"]\ntext = "Said."\n',
            [
                "my.toml:8: wrong value: statements.0.rights.0: 'erase' is not known here; did you mean 'erasure'?",
                "my.toml:9: wrong value: statements.0.text: write one key for each language: text.en, text.ja ...",
            ],
            id="unknown right and a text without its language",
        ),
        pytest.param(
            '[[desks]]\nid = "privacy"\nemail = 3\n',
            ["my.toml:6: missing key: 'name' is missing", "my.toml:8: wrong value: desks.0.email: 3 is not a text in quotes"],
            id="missing key and wrong kind",
        ),
        pytest.param(
            '[[marks]]\nname.en = "Mark"\nsince = "1999-12-03"\n',
            ["my.toml:8: wrong value: marks.0.since: '1999-12-03' is not a date; write it bare: 2018-05-25"],
            id="date in quotes",
        ),
        pytest.param(
            '[[marks]]\nname.en = "Mark\n',
            ["my.toml:7: toml: Illegal character '\\n'"],
            id="broken TOML",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_every_problem_and_its_line(tmp_path: Path, tables: str, expected: list[str]) -> None:
    """The message names the nearest known word; the tables begin on line 6. Long messages are given by their beginning."""
    found = refusals(tmp_path, START + tables)
    assert len(found) == len(expected)
    assert [problem[: len(start)] for problem, start in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('follows = ["gdpr"]', "my.toml:6: regime: 'gdpr' is no regime that is encoded; did you mean 'eea-gdpr'?"),
        ('holds_data_of = ["applicants"]', "my.toml:6: wrong value: 'applicants' is no relationship; did you mean 'applicant'?"),
        ('may_ask = ["everybody"]', "my.toml:6: wrong value: 'everybody' is no relationship"),
        ('never_assume = ["relation"]', "my.toml:6: fact: 'relation' is no fact that any law asks about"),
        ('unread = ["contacts"]', "my.toml:6: wrong value: 'contacts' is nothing that the check looks for; did you mean 'contact'?"),
    ],
)
def test_what_the_policy_says_of_itself_is_checked_too(tmp_path: Path, line: str, expected: str) -> None:
    """The key is on line 6."""
    (found,) = refusals(tmp_path, f"{START}{line}\n")
    assert found.startswith(expected)


def test_law_data_that_knows_no_relationship_refuses_one_by_name(tmp_path: Path) -> None:
    """A host may bring other law data than ours."""
    path = tmp_path / "my.toml"
    path.write_text(START + 'may_ask = ["customer"]\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"^my\.toml:6: wrong value: 'customer' is no relationship$"):
        read_organisation(path, Law(SMALL_LAW))


CASE = """
[[scenarios]]
name = "One"
citation = "APPI Art. 33(1)"
right = "access"
received = 2026-11-23
facts = { service = "club" }
expect = { channels = [], fees = [], documents = [], refusals = [], controllers = [], represented_by = [] }
"""


def test_worked_cases_of_an_organisation_may_state_its_own_facts(tmp_path: Path) -> None:
    """They are read with its questions."""
    organisation = load(tmp_path, START + SERVICE)
    path = tmp_path / "cases.toml"
    path.write_text(CASE, encoding="utf-8")
    (case,) = read_policy_scenarios(path, read_law(), organisation)
    assert case.facts == {"service": "club"}
    assert case.expect.channels == ()


def test_worked_cases_of_an_organisation_are_refused_with_their_lines(tmp_path: Path) -> None:
    """A fact that nobody declares."""
    path = tmp_path / "cases.toml"
    path.write_text(CASE, encoding="utf-8")
    with pytest.raises(DataError, match=r"^cases\.toml:7: .*'service'"):
        read_policy_scenarios(path, read_law(), load(tmp_path, START))
    with pytest.raises(DataError, match="absent"):
        read_policy_scenarios(tmp_path / "absent.toml", read_law(), load(tmp_path, START))


def test_a_condition_may_not_name_a_fact_that_only_one_laws_definition_settles(tmp_path: Path, law: Law) -> None:
    """Outside that law it would silently read as no: residence is to be named, not the resident."""
    definition = law.facts["california_resident"].follow
    refused = refusals(tmp_path, START + '[[facts]]\nwhen = "california_resident and inside(location, \'US-CA\')"\nfacts.role = "controller"\n')
    assert refused == [
        f"my.toml:7: condition: 'california_resident' takes its value from '{definition}', which one law alone defines; name the facts behind it"
    ]


def test_a_missing_file_is_refused_by_its_whole_path(tmp_path: Path, law: Law) -> None:
    """There is no line to name."""
    path = tmp_path / "absent.toml"
    with pytest.raises(DataError) as caught:
        read_organisation(path, law)
    assert str(caught.value) == f"{path}: file: cannot be read: {os.strerror(errno.ENOENT)}"


def test_a_file_that_begins_with_a_byte_order_mark_is_refused(tmp_path: Path) -> None:
    """Some editors write one in silence."""
    message = "the file begins with a byte order mark; save it as UTF-8 without one (`UTF-8`, not `UTF-8 with BOM`)"
    assert refusals(tmp_path, "\ufeff" + START) == [f"my.toml:1: encoding: {message}"]


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path, law: Law) -> None:
    """Japanese files are still saved as Shift JIS here and there."""
    path = tmp_path / "my.toml"
    path.write_bytes(START.replace("Example", "例").encode("shift_jis"))
    with pytest.raises(DataError, match=r"^my\.toml:1: encoding: the byte 0x97 is not UTF-8; save the file as UTF-8$"):
        read_organisation(path, law)


def test_whatever_line_is_lost_the_file_loads_or_is_refused_by_name(tmp_path: Path, law: Law) -> None:
    """Nothing but a `DataError` ever comes out, and each problem has its line."""
    lines = SAISON.read_text(encoding="utf-8").splitlines(keepends=True)
    path = tmp_path / "my.toml"
    for lost in (index for index, line in enumerate(lines) if line.strip() and not line.startswith("#")):
        path.write_text("".join(lines[:lost] + lines[lost + 1 :]), encoding="utf-8")
        problems: tuple[Problem, ...] = ()
        try:
            read_organisation(path, law)
        except DataError as error:
            problems = error.problems
        assert all(problem.file == "my.toml" and problem.line for problem in problems)


# The guide


def template() -> str:
    """Give the template at the end of the guide."""
    (found,) = re.findall(r"^```toml\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_template_of_the_guide_loads_and_uses_every_table(tmp_path: Path) -> None:
    """A privacy officer can begin with it."""
    organisation = load(tmp_path, template())
    assert {table for table in TABLES if not getattr(organisation, table)} == RARE_TABLES
    router = Router(organisation=organisation)
    own = router.decide(residence="JP", right="access", received=RECEIVED)
    agent = router.decide(residence="JP", right="access", received=RECEIVED, facts={"asker": "agent"})
    assert [proofs(own), proofs(agent)] == [["identity"], ["identity", "authority"]]
    assert [channel.email for channel in own.channels] == ["privacy@example.com"]
    assert [(target.step, target.due) for target in own.targets] == [("answer", date(2026, 12, 7))]


def test_the_guide_names_every_table_and_every_key() -> None:
    """And marks those that are needed; a table below a channel is named by its header."""
    guide = GUIDE.read_text(encoding="utf-8")
    assert [table for table in ("policy", *TABLES) if f"[{table}]" not in guide] == []
    for cls in CLASSES:
        for field in attrs.fields(cls):
            key = f"**`{field.name}`**" if field.default is attrs.NOTHING else f"`{field.name}`"
            assert key in guide or f"[[channels.{field.name}]]" in guide, (cls.__name__, field.name)
