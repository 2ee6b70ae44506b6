"""Facts about the check of a published policy: what must be found, what must not, how grave it is, where it stands, and how it is told.

`tests/clean_policy.toml` is a policy without findings. Each pair below changes it twice: so that a finding must come, and, close to that, so that it must not.
"""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest

from jurisrights.errors import DataError
from jurisrights.model.conformance import PolicyFinding, Severity
from jurisrights.model.organisation import Organisation
from jurisrights.reading.library import Law, law_folder, read_law
from jurisrights.reading.organisations import read_organisation
from jurisrights.showing.command_line import main
from jurisrights.showing.languages import LANGUAGES
from jurisrights.showing.reports import findings_json, told_findings

CLEAN = (Path(__file__).parent / "clean_policy.toml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 23)
ALL = ("cn-pipl", "eea-gdpr", "jp-appi", "us-ca-ccpa")
Edits = tuple[tuple[str, str], ...]
Captured = pytest.CaptureFixture[str]


class Pair(NamedTuple):
    """A change that must give a finding, and one close to it that must not."""

    code: str
    severity: Severity
    regimes: tuple[str, ...]
    line: str
    """The line of the changed file to which the finding points."""
    found: Edits
    close: Edits
    also: frozenset[str] = frozenset()
    """Codes of findings that cannot but come with it."""


# Places of the clean policy that the pairs change.
FIRST = "# DOCUMENTS AND FEES OF THE FIRST CHANNEL\n"
SECOND = "# DOCUMENTS OF THE SECOND CHANNEL\n"
END = "# END\n"
COMPANY_ADDRESS = 'main = true\naddress.en = "1 Clear Street, Tokyo"\n'
DESK_ADDRESS = 'name.en = "Privacy desk"\naddress.en = "1 Clear Street, Tokyo"\n'
DESK_EMAIL = 'email = "privacy@example.com"\n'
DPO = '[[officers]]\nrole = "data-protection-officer"\nemail = "officer@example.com"\n'
EU_REPRESENTATIVE = '[[representatives]]\nregime = "eea-gdpr"\nname = "Representative GmbH"\nemail = "eu@example.com"\nsource = "Representatives"\n'
SEAT = 'facts.controller_seat = "JP"\n'
SAID_ONLY = '[[statements]]\nrights = ["{}"]\ntext.en = "This right exists."\n'
NO_RESTRICTION = (('    "restriction",\n', ""), (END, SAID_ONLY.format("restriction")))
IDENTITY = '[[channels.documents]]\nproof = "identity"\ntext.en = "Proof of identity"\n'
FOR_AGENTS = "when = \"asker == 'agent'\"\n"
OLD_CARD = '{ text.en = "card", document = "health-insurance-card-jp" }'
PAPERS = '[[channels.documents]]\ntext.en = "Papers"\nany_of = [{}]\n'
NOTARISED = '[[channels.documents]]\ntext.en = "Affidavit"\ndocument = "notarised-statement"\n'
RIGHTS_OF_THE_FIRST = 'rights = [\n    "purpose-notification"'
NOT_OCCASIONAL = (SEAT, SEAT + "facts.processing_occasional = false\n")
CUSTOMERS = "when = \"relationship == 'customer'\"\n"
FEE = '[[channels.fees]]\nbasis = "fixed"\namount = "500"\ncurrency = "JPY"\nrights = ["{}"]\n'
JP_DOOR = '[[channels]]\nid = "japan"\nname.en = "Requests in Japan"\ndesk = "privacy"\nregimes = ["jp-appi"]\nsource = "Japan"\n'
REFUSAL = '[[refusals]]\nid = "harm"\ntext.en = "Somebody could be harmed."\nregimes = ["jp-appi"]\n'
GROUND = '[[grounds]]\nid = "reason"\ntext.en = "There is a reason."\n'
CESSATION = f'{GROUND}regimes = ["jp-appi"]\nrights = ["cessation-of-use"]\n'
ALL_GROUNDS = ("beyond-the-purpose", "improper-use", "improper-acquisition", "no-longer-needed", "reportable-breach", "rights-at-risk")
CORRECTION = f'{GROUND}regimes = ["us-ca-ccpa"]\nrights = ["rectification"]\n'
PORTABILITY = f'{GROUND}regimes = ["eea-gdpr"]\nrights = ["portability"]\nbeyond = ["eea-gdpr"]\n'
TARGET = '[[targets]]\nstep = "answer"\nregimes = ["eea-gdpr"]\ntext.en = "Soon."\n'
PROCESSOR = '[[facts]]\nwhen = "relationship == \'end-user\'"\nfacts.role = "processor"\n'

PAIRS = (
    Pair(
        "fee-not-allowed",
        Severity.BREACH,
        ("jp-appi",),
        "[[channels.fees]]",
        found=((END, JP_DOOR + FEE.format("erasure")),),
        close=((END, JP_DOOR + FEE.format("access")),),
    ),
    Pair(
        "identity-forbidden",
        Severity.BREACH,
        ("us-ca-ccpa",),
        "[[channels.documents]]",
        found=((SECOND, IDENTITY),),
        close=((SECOND, IDENTITY + FOR_AGENTS),),
    ),
    Pair(
        "identity-always-asked",
        Severity.DOUBT,
        ("eea-gdpr",),
        "[[channels.documents]]",
        found=((FIRST, IDENTITY),),
        close=((FIRST, IDENTITY + FOR_AGENTS),),
    ),
    Pair(
        "document-ended",
        Severity.GAP,
        ("jp-appi",),
        'any_of = [{ text.en = "card", document = "health-insurance-card-jp" }, { text.en = "passport" }]',
        found=((FIRST, PAPERS.format(OLD_CARD + ', { text.en = "passport" }')),),
        close=((FIRST, PAPERS.format('{ text.en = "card", document = "residence-card-jp" }, { text.en = "passport" }')),),
    ),
    Pair(
        "document-impossible",
        Severity.BREACH,
        ("jp-appi",),
        f"any_of = [{OLD_CARD}]",
        found=((FIRST, PAPERS.format(OLD_CARD)),),
        close=((FIRST, PAPERS.format(OLD_CARD + ', { text.en = "passport" }')),),
    ),
    Pair(
        "document-impossible",
        Severity.BREACH,
        ("jp-appi",),
        "[[channels.documents]]",
        found=((FIRST, '[[channels.documents]]\ntext.en = "Paper"\ndocument = "alien-registration-certificate-jp"\n'),),
        close=((FIRST, '[[channels.documents]]\ntext.en = "Paper"\ndocument = "certificate-of-residence-jp"\n'),),
    ),
    Pair(
        "document-not-allowed",
        Severity.DOUBT,
        ("us-ca-ccpa",),
        "[[channels.documents]]",
        found=((FIRST, NOTARISED),),
        close=((FIRST, PAPERS.format('{ text.en = "affidavit", document = "notarised-statement" }, { text.en = "passport" }')),),
    ),
    Pair(
        "refusal-beyond-law",
        Severity.BREACH,
        ("jp-appi",),
        "[[refusals]]",
        found=((END, f'{REFUSAL}rights = ["rectification"]\nlaw = ["jp-appi:harm"]\n'),),
        close=((END, f'{REFUSAL}rights = ["access"]\nlaw = ["jp-appi:harm"]\n'),),
    ),
    Pair(
        "refusal-beyond-law",
        Severity.BREACH,
        ("jp-appi",),
        "[[refusals]]",
        found=((END, f'{REFUSAL}beyond = ["jp-appi"]\n'),),
        close=((END, f'{REFUSAL}beyond = ["jp-appi"]\nwhen = "relationship == \'end-user\'"\n'),),
    ),
    Pair(
        "refusal-beyond-law",
        Severity.BREACH,
        ("jp-appi",),
        "[[refusals]]",
        found=((END, f'{REFUSAL}rights = ["access"]\nlaw = ["jp-appi:not-factual"]\n'),),
        close=((END, f'{REFUSAL}rights = ["rectification"]\nlaw = ["jp-appi:not-factual"]\n'),),
    ),
    Pair(
        "refusal-unmatched",
        Severity.DOUBT,
        ("jp-appi",),
        "[[refusals]]",
        found=((END, REFUSAL),),
        close=((END, f'{REFUSAL}rights = ["access"]\nlaw = ["jp-appi:harm"]\n'),),
    ),
    Pair(
        "refusal-unmatched",
        Severity.DOUBT,
        ("jp-appi",),
        "[[refusals]]",
        found=((END, f'{REFUSAL}rights = ["access"]\n'),),
        close=((END, f'{REFUSAL}rights = ["portability"]\n'),),
    ),
    Pair(
        "grounds-narrower",
        Severity.GAP,
        ("jp-appi",),
        "[[grounds]]",
        found=((END, f'{CESSATION}law = ["jp-appi:beyond-the-purpose"]\n'),),
        close=((END, f"{CESSATION}law = {json.dumps([f'jp-appi:{name}' for name in ALL_GROUNDS])}\n"),),
    ),
    Pair(
        "ground-beyond-law",
        Severity.GAP,
        ("us-ca-ccpa",),
        "[[grounds]]",
        found=((END, f'{CORRECTION}beyond = ["us-ca-ccpa"]\n'),),
        close=((END, f'{CORRECTION}law = ["us-ca-ccpa:inaccurate"]\n'),),
    ),
    Pair(
        "ground-beyond-law",
        Severity.GAP,
        ("eea-gdpr",),
        "[[grounds]]",
        found=((END, PORTABILITY),),
        close=((END, PORTABILITY + "when = \"relationship == 'end-user'\"\n"),),
    ),
    Pair(
        "people-left-out",
        Severity.GAP,
        ALL,
        'may_ask = ["customer"]',
        found=(('may_ask = ["customer", "applicant"]', 'may_ask = ["customer"]'),),
        close=(('may_ask = ["customer", "applicant"]\n', ""),),
    ),
    Pair(
        "people-left-out",
        Severity.GAP,
        ALL,
        'holds_data_of = ["customer", "applicant"]',
        found=((RIGHTS_OF_THE_FIRST, CUSTOMERS + RIGHTS_OF_THE_FIRST),),
        close=((RIGHTS_OF_THE_FIRST, CUSTOMERS.replace("== 'customer'", "in ('customer', 'applicant')") + RIGHTS_OF_THE_FIRST),),
    ),
    Pair(
        "right-not-mentioned",
        Severity.GAP,
        ("jp-appi",),
        "[policy]",
        found=(('    "provision-records",\n', ""),),
        close=(('    "provision-records",\n', ""), (END, SAID_ONLY.format("provision-records"))),
    ),
    Pair(
        "no-method",
        Severity.GAP,
        ("eea-gdpr",),
        "[policy]",
        found=NO_RESTRICTION,
        close=(*NO_RESTRICTION, ('"limit-sensitive-data"]', '"limit-sensitive-data", "restriction"]')),
    ),
    Pair(
        "too-few-methods",
        Severity.BREACH,
        ("us-ca-ccpa",),
        "[policy]",
        found=(('"web-form", "toll-free-phone"', '"web-form"'),),
        close=(('"post", "e-mail", "web-form"', '"web-form"'),),
    ),
    Pair(
        "contact-missing",
        Severity.GAP,
        ("cn-pipl", "eea-gdpr", "us-ca-ccpa"),
        "[policy]",
        found=((COMPANY_ADDRESS, "main = true\n"), (DESK_ADDRESS, 'name.en = "Privacy desk"\n'), (DESK_EMAIL, ""), (DPO + 'source = "Officer"\n', "")),
        close=((DESK_ADDRESS, 'name.en = "Privacy desk"\n'), (DESK_EMAIL, ""), (DPO + 'source = "Officer"\n', "")),
        also=frozenset({"address-missing"}),
    ),
    Pair(
        "controller-name-missing",
        Severity.GAP,
        ("cn-pipl", "eea-gdpr", "jp-appi"),
        "[policy]",
        found=(("main = true\n", ""), (END, '[[companies]]\nid = "other"\nname.en = "Other Ltd."\nseat = "JP"\n')),
        close=(("main = true\n", ""),),
    ),
    Pair(
        "address-missing",
        Severity.GAP,
        ("jp-appi",),
        "[policy]",
        found=((COMPANY_ADDRESS, "main = true\n"), (DESK_ADDRESS, 'name.en = "Privacy desk"\n')),
        close=((COMPANY_ADDRESS, "main = true\n"),),
    ),
    Pair(
        "director-missing",
        Severity.GAP,
        ("jp-appi",),
        "[policy]",
        found=(('role = "director"', 'role = "manager"'),),
        close=((DPO, '[[officers]]\nrole = "manager"\n'),),
    ),
    Pair(
        "director-missing",
        Severity.GAP,
        ("jp-appi",),
        "[policy]",
        found=(('role = "director"\nname.en = "A. Example"\n', 'role = "director"\n'),),
        close=(('role = "director"\nname.en = "A. Example"\n', 'role = "director"\nname.ja = "例太郎"\n'),),
    ),
    Pair(
        "dpo-contact-missing",
        Severity.GAP,
        ("eea-gdpr",),
        "[[officers]]",
        found=(('email = "officer@example.com"\n', ""),),
        close=(('email = "officer@example.com"', 'phone = "+81 3 0000 0000"'),),
    ),
    Pair(
        "complaint-desk-missing",
        Severity.GAP,
        ("jp-appi",),
        "[policy]",
        found=(('desk = "privacy"\nsource = "Complaints"', 'desk = "privacy"\nregimes = ["eea-gdpr"]'),),
        close=(('desk = "privacy"\nsource = "Complaints"', 'desk = "privacy"\nregimes = ["jp-appi"]'),),
    ),
    Pair(
        "complaint-authority-missing",
        Severity.GAP,
        ("eea-gdpr",),
        "[policy]",
        found=(("authority = true\n", 'authority = true\nregimes = ["jp-appi"]\n'),),
        close=(("authority = true\n", 'authority = true\nregimes = ["eea-gdpr"]\n'),),
    ),
    Pair(
        "representative-missing",
        Severity.BREACH,
        ("eea-gdpr",),
        "[policy]",
        found=((EU_REPRESENTATIVE, ""), (SEAT, SEAT + "facts.processing_occasional = false\n")),
        close=((EU_REPRESENTATIVE, ""), (SEAT, SEAT + 'facts.establishments = ["JP", "DE"]\n')),
    ),
    Pair(
        "representative-contact-missing",
        Severity.GAP,
        ("eea-gdpr",),
        "[[representatives]]",
        found=(('email = "eu@example.com"\n', ""), NOT_OCCASIONAL),
        close=(('email = "eu@example.com"\n', 'address = "Berlin"\n'), NOT_OCCASIONAL),
    ),
    Pair(
        "target-too-late",
        Severity.BREACH,
        ("eea-gdpr",),
        "[[targets]]",
        found=((END, TARGET + "within = { days = 45 }\n"),),
        close=((END, TARGET + "within = { months = 1 }\n"),),
    ),
    Pair(
        "policy-out-of-date",
        Severity.BREACH,
        ("us-ca-ccpa",),
        "revised = 2025-11-22",
        found=(("revised = 2026-04-01", "revised = 2025-11-22"),),
        close=(("revised = 2026-04-01", "revised = 2025-11-23"),),
    ),
    Pair(
        "versions-differ",
        Severity.GAP,
        ("",),
        "[[differences]]",
        found=((END, '[[differences]]\ntext.en = "One version names a fee."\nlanguages = ["en", "ja"]\n'),),
        close=(('language = "en"\n', 'language = "en"\nlanguages = ["en", "ja"]\n'),),
    ),
    Pair(
        "controller-not-described",
        Severity.ADVICE,
        ("",),
        "[[facts]]",
        found=((END, PROCESSOR),),
        close=((END, PROCESSOR + 'controller.en = "The customer"\n'),),
    ),
)
IDS = [f"{pair.code} {number}" for number, pair in enumerate(PAIRS)]


def changed(edits: Edits) -> str:
    """Give the clean policy with a few changes; each piece that is changed stands in it once."""
    text = CLEAN + END
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def policy(folder: Path, *edits: tuple[str, str]) -> Organisation:
    """Read the clean policy with a few changes."""
    path = folder / "my.toml"
    path.write_text(changed(edits), encoding="utf-8")
    return read_organisation(path, read_law())


def check(folder: Path, *edits: tuple[str, str], on: date = TODAY) -> tuple[PolicyFinding, ...]:
    """Check the clean policy with a few changes."""
    return policy(folder, *edits).check(read_law(), on)


def codes(findings: tuple[PolicyFinding, ...]) -> set[str]:
    """Give the codes of findings."""
    return {finding.code for finding in findings}


# Every check


def test_the_clean_policy_has_no_finding(tmp_path: Path) -> None:
    assert check(tmp_path) == ()


def test_every_check_has_a_policy_that_must_trigger_it_and_one_that_must_not() -> None:
    assert {pair.code for pair in PAIRS} == set(read_law().checks())


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_a_policy_is_found_wrong_where_it_is_wrong(tmp_path: Path, pair: Pair) -> None:
    found = check(tmp_path, *pair.found)
    mine = [finding for finding in found if finding.code == pair.code]
    lines = changed(pair.found).splitlines()
    assert codes(found) - pair.also == {pair.code}
    assert tuple(dict.fromkeys(finding.regime for finding in mine)) == pair.regimes
    assert {(finding.severity, finding.facts) for finding in mine} == {(pair.severity, ())}
    assert {(finding.file, lines[(finding.line or 0) - 1]) for finding in mine} == {("my.toml", pair.line)}


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_a_policy_close_to_it_is_not_found_wrong(tmp_path: Path, pair: Pair) -> None:
    """Nothing else is found either, but where the neighbour has a finding of its own."""
    found = codes(check(tmp_path, *pair.close))
    assert pair.code not in found
    assert found <= ({"document-ended"} if pair.code == "document-impossible" else set())


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_finding_is_told_in_words_with_its_place_its_law_and_what_to_change(tmp_path: Path, pair: Pair, language: str) -> None:
    found = [finding for finding in check(tmp_path, *pair.found) if finding.code == pair.code]
    told = told_findings(found, language, read_law().facts)
    for finding in found:
        assert {"en", "ja"} <= set(finding.text.languages) & set(finding.fix.languages)
        for text in (finding.text.in_(language), finding.fix.in_(language)):
            assert text in told
            assert not {"{", "}"} & set(text)
        for words in (f"my.toml:{finding.line}", f"[{finding.code}]", finding.regime, *finding.citations, finding.source):
            assert words in told
        assert bool(finding.citations) == bool(finding.regime) or finding.code == "refusal-unmatched"


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_the_same_policy_has_the_same_findings(tmp_path: Path, pair: Pair) -> None:
    organisation = policy(tmp_path, *pair.found)
    assert organisation.check(read_law(), TODAY) == organisation.check(read_law(), TODAY)
    assert findings_json(organisation.check(read_law(), TODAY)) == findings_json(check(tmp_path, *pair.found))


def test_every_text_of_the_checks_is_there_in_every_language() -> None:
    for item in read_law().checks().values():
        assert {*item.text.languages} == {*item.fix.languages} == {*LANGUAGES}


# What hangs on facts that nobody stated


FAULTS = (("may_ask", "# may_ask"), (EU_REPRESENTATIVE, ""), (FIRST, FEE.format("erasure") + IDENTITY), ("revised = 2026-04-01", "revised = 2020-04-01"))


@pytest.mark.parametrize(
    ("fact", "regime"),
    [
        ("offers_to_eea = true", "eea-gdpr"),
        ("ccpa_business = true", "us-ca-ccpa"),
        ("offers_to_mainland_china = true", "cn-pipl"),
        ('controller_kind = "private"', "jp-appi"),
    ],
)
def test_what_hangs_on_an_unstated_fact_about_the_organisation_is_a_doubt_that_names_it(tmp_path: Path, fact: str, regime: str) -> None:
    edits: Edits = (
        *FAULTS,
        (f"facts.{fact}\n", ""),
        ('role = "director"', 'role = "manager"'),
        ("authority = true\n", ""),
        ('email = "officer@example.com"\n', ""),
        ('regime = "cn-pipl"\n', 'regime = "jp-appi"\n'),
    )
    found = [finding for finding in check(tmp_path, *edits) if finding.regime == regime]
    assert found
    for finding in found:
        assert finding.severity is Severity.DOUBT
        assert fact.partition(" ")[0] in finding.facts
        assert fact.partition(" ")[0] in told_findings([finding], "en", read_law().facts)


@pytest.mark.parametrize(
    ("fact", "regime"),
    [("offers_to_eea", "eea-gdpr"), ("ccpa_business", "us-ca-ccpa"), ("offers_to_mainland_china", "cn-pipl"), ('controller_seat = "JP"', "jp-appi")],
)
def test_a_law_that_may_apply_and_is_not_mentioned_gives_nothing(tmp_path: Path, fact: str, regime: str) -> None:
    line = next(line for line in CLEAN.splitlines(keepends=True) if line.startswith(f"facts.{fact}"))
    edits = (*FAULTS, (line, ""), ("facts.offers_to_japan = true\n", ""), (f'"{regime}"', '"jp-appi-public"'))
    text = (CLEAN + END).replace('[[representatives]]\nregime = "cn-pipl"\nname = "Representative Co."\nsource = "Representatives"\n', "")
    for old, new in edits:
        text = text.replace(old, new)
    path = tmp_path / "my.toml"
    path.write_text(text, encoding="utf-8")
    found = read_organisation(path, read_law()).check(read_law(), TODAY)
    assert found
    assert [finding for finding in found if finding.regime == regime] == []


def test_an_exemption_that_the_organisation_may_still_show_makes_a_missing_representative_a_doubt(tmp_path: Path) -> None:
    """GDPR Art. 27(2)(a): whether processing is occasional is nothing that a policy says."""
    (found,) = check(tmp_path, (EU_REPRESENTATIVE, ""))
    assert (found.code, found.severity) == ("representative-missing", Severity.DOUBT)
    assert found.facts == ("large_scale_sensitive", "processing_occasional", "risk_unlikely")


def test_whether_a_representative_is_required_at_all_may_be_open(tmp_path: Path) -> None:
    (found,) = check(tmp_path, (EU_REPRESENTATIVE, ""), (SEAT, ""), (FIRST, ""))
    assert found.severity is Severity.DOUBT
    assert "controller_seat" in found.facts


def test_a_fact_that_follows_a_stated_one_is_no_doubt(tmp_path: Path) -> None:
    """Where no other establishment is named, the stated seat is the place, and a company in Germany is under the GDPR."""
    berlin = (SEAT, 'facts.controller_seat = "DE"\n')
    found = check(tmp_path, berlin, ("facts.offers_to_eea = true\n", ""), ('email = "officer@example.com"\n', ""))
    assert [(finding.code, finding.severity, finding.facts) for finding in found if finding.regime == "eea-gdpr"] == [("dpo-contact-missing", Severity.GAP, ())]


def test_a_right_that_is_owed_only_in_some_cases_is_a_doubt_until_the_case_is_known(tmp_path: Path) -> None:
    """The right to object to marketing has to be named by whoever does marketing."""
    unnamed = ('    "objection-direct-marketing",\n', "")
    said = "facts.direct_marketing = "
    assert check(tmp_path, unnamed) == ()
    (open_,) = check(tmp_path, unnamed, (f"{said}false\n", ""))
    (held,) = check(tmp_path, unnamed, (f"{said}false", f"{said}true"))
    assert (open_.code, open_.severity, open_.facts) == ("right-not-mentioned", Severity.DOUBT, ("direct_marketing",))
    assert (held.code, held.severity, held.facts) == ("right-not-mentioned", Severity.GAP, ())


def test_whether_two_ways_are_needed_is_a_doubt_until_it_is_known_that_not_all_business_is_online(tmp_path: Path) -> None:
    without_phone = ('"web-form", "toll-free-phone"', '"web-form"')
    said = "facts.online_only_direct_relationship = "
    (open_,) = check(tmp_path, without_phone, (f"{said}false\n", ""))
    assert (open_.code, open_.severity, open_.facts) == ("too-few-methods", Severity.DOUBT, ("online_only_direct_relationship",))
    assert check(tmp_path, without_phone, (f"{said}false", f"{said}true")) == ()


def test_what_may_stand_in_an_unread_piece_of_the_policy_is_a_doubt(tmp_path: Path) -> None:
    (found,) = check(tmp_path, ('role = "director"', 'role = "manager"'), ('source = "Opening"', 'unread = ["officer"]'))
    assert (found.code, found.severity) == ("director-missing", Severity.DOUBT)


# What a lawyer would reject


def test_an_amount_that_stands_in_the_policy_is_published(tmp_path: Path) -> None:
    """Japan lets a published fee be charged for disclosure; without an amount nothing is published."""
    fee = '[[channels.fees]]\nbasis = "{}"\n{}rights = ["provision-records"]\n'
    assert check(tmp_path, (END, JP_DOOR + fee.format("fixed", 'amount = "500"\ncurrency = "JPY"\n'))) == ()
    (found,) = check(tmp_path, (END, JP_DOOR + fee.format("actual-cost", "")))
    assert (found.code, found.severity, found.facts) == ("fee-not-allowed", Severity.DOUBT, ("fee_published",))


@pytest.mark.parametrize("right", ["access", "portability"])
def test_a_fee_that_the_law_allows_in_some_cases_is_no_finding(tmp_path: Path, right: str) -> None:
    """China: a credit report is free twice a year, copies beyond a reasonable range cost; whether it is such a case is open."""
    door = JP_DOOR.replace("jp-appi", "cn-pipl")
    assert check(tmp_path, (END, door + FEE.format(right))) == ()


def test_a_rule_whose_own_condition_is_open_forbids_nothing(tmp_path: Path) -> None:
    """If opt-outs were free of proof for children only, a policy could ask everybody whose age is unknown."""
    folder = shutil.copytree(law_folder(), tmp_path / "law")
    path = folder / "us-ca-ccpa" / "side-rules.toml"
    text = path.read_text(encoding="utf-8")
    for name in ("no-verification", "no-verification-limit"):
        assert f'id = "{name}"\n' in text
        text = text.replace(f'id = "{name}"\n', f'id = "{name}"\nwhen = "age < 18"\n')
    path.write_text(text, encoding="utf-8")
    organisation = policy(tmp_path, (SECOND, IDENTITY))
    assert codes(organisation.check(read_law(), TODAY)) == {"identity-forbidden"}
    assert organisation.check(Law(folder), TODAY) == ()


def test_a_fee_rule_whose_own_condition_is_open_makes_nothing_free(tmp_path: Path) -> None:
    folder = shutil.copytree(law_folder(), tmp_path / "law")
    path = folder / "jp-appi" / "side-rules.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('id = "no-basis-for-a-fee"\n', 'id = "no-basis-for-a-fee"\nwhen = "age < 18"\n'), encoding="utf-8")
    organisation = policy(tmp_path, (END, JP_DOOR + FEE.format("erasure")))
    assert codes(organisation.check(read_law(), TODAY)) == {"fee-not-allowed"}
    assert organisation.check(Law(folder), TODAY) == ()


@pytest.mark.parametrize(
    "fee",
    ['[[channels.fees]]\nbasis = "free"\n', f"{FEE.format('erasure')}{FOR_AGENTS}"],
    ids=["free of charge", "only in some cases"],
)
def test_a_fee_that_nobody_in_the_ordinary_case_pays_is_none(tmp_path: Path, fee: str) -> None:
    assert check(tmp_path, (FIRST, fee)) == ()


GDPR_DOOR = JP_DOOR.replace("jp-appi", "eea-gdpr")


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("asker == 'person'", {"fee-not-allowed"}),
        ("inside(residence, 'DE')", {"fee-not-allowed"}),
        ("inside(residence, 'JP')", set()),
        ("further_copy", set()),
        ("manifestly_unfounded_or_excessive", set()),
    ],
)
def test_a_fee_under_a_condition_counts_where_the_condition_certainly_holds(tmp_path: Path, when: str, found: set[str]) -> None:
    """GDPR Art. 15(3) lets a further copy cost something, Art. 12(5) an excessive request."""
    assert codes(check(tmp_path, (END, f'{GDPR_DOOR}{FEE.format("access")}when = "{when}"\n'))) == found


def test_a_fee_that_hangs_on_an_assumption_about_the_organisation_is_a_doubt(tmp_path: Path) -> None:
    unsaid = ('facts.controller_kind = "private"\n', "")
    condition = "when = \"controller_kind == 'private'\"\n"
    (found,) = [item for item in check(tmp_path, unsaid, (END, f"{GDPR_DOOR}{FEE.format('access')}{condition}")) if item.code == "fee-not-allowed"]
    assert (found.severity, found.facts) == (Severity.DOUBT, ("controller_kind",))


def test_a_proof_of_the_person_alone_is_a_proof_of_every_request_of_that_person(tmp_path: Path) -> None:
    """To except agents changes nothing for the person; to ask in doubt only is what the law says."""
    always, in_doubt = "when = \"asker == 'person'\"\n", "when = \"identity == 'in-doubt'\"\n"
    assert codes(check(tmp_path, (SECOND, IDENTITY + always))) == {"identity-forbidden"}
    assert codes(check(tmp_path, (FIRST, IDENTITY + always))) == {"identity-always-asked"}
    assert check(tmp_path, (FIRST, IDENTITY + in_doubt)) == ()


def test_a_door_for_anything_is_not_meant_for_what_has_a_door_of_its_own(tmp_path: Path) -> None:
    """A general desk may want to know who asks; opt-outs have their own form, without proof."""
    desk = '[[channels]]\nid = "{}"\nname.en = "Other requests"\ndesk = "privacy"\n'
    found = check(tmp_path, (END, desk.format("other") + IDENTITY))
    assert {(finding.code, finding.regime) for finding in found} == {("identity-always-asked", "eea-gdpr")}
    assert "Objection to direct marketing" not in found[0].text.in_("en")
    without = ('rights = ["opt-out-of-sale", "limit-sensitive-data"]\n', 'rights = ["complaint"]\n')
    assert "identity-forbidden" in codes(check(tmp_path, without, (END, desk.format("other") + IDENTITY)))


def test_a_proof_that_is_asked_for_other_rights_of_the_channel_is_no_proof_for_this_one(tmp_path: Path) -> None:
    """One door takes opt-outs and access; only for access somebody's identity is checked."""
    both = ('rights = ["opt-out-of-sale", "limit-sensitive-data"]\n', 'rights = ["opt-out-of-sale", "limit-sensitive-data", "access"]\n')
    assert "identity-forbidden" in codes(check(tmp_path, both, (SECOND, IDENTITY)))
    assert "identity-forbidden" not in codes(check(tmp_path, both, (SECOND, IDENTITY + 'rights = ["access"]\n')))


def test_a_law_that_wants_several_reasons_at_once_is_not_narrowed_by_a_policy_that_wants_fewer(tmp_path: Path) -> None:
    """Portability needs consent or contract, and automated means; who asks only for the first is generous."""
    ground = f'{GROUND}regimes = ["eea-gdpr"]\nrights = ["portability"]\nlaw = ["eea-gdpr:consent-or-contract"]\n'
    assert check(tmp_path, (END, ground)) == ()


def test_one_more_reason_of_which_any_will_do_narrows_nothing(tmp_path: Path) -> None:
    """Where the law has several reasons, a further one in the policy lets more people ask."""
    accepted = f"law = {json.dumps([f'jp-appi:{name}' for name in ALL_GROUNDS])}\n"
    further = '[[grounds]]\nid = "wish"\ntext.en = "The person wishes it."\nregimes = ["jp-appi"]\nrights = ["cessation-of-use"]\nbeyond = ["jp-appi"]\n'
    assert check(tmp_path, (END, CESSATION + accepted + further)) == ()


def test_a_reason_for_a_right_that_the_law_does_not_have_is_nothing(tmp_path: Path) -> None:
    assert check(tmp_path, (END, GROUND + 'rights = ["explanation-of-rules"]\nregimes = ["jp-appi"]\nbeyond = ["jp-appi"]\n')) == ()


def test_a_ground_that_nobody_has_held_against_the_law_is_nothing(tmp_path: Path) -> None:
    assert check(tmp_path, (END, CESSATION)) == ()


def test_a_reason_to_refuse_may_rest_on_a_bar_of_the_law(tmp_path: Path) -> None:
    """Nobody has to answer somebody who could not show who he is; and a right of which the policy says when it fails is mentioned."""
    refusal = f'{REFUSAL}rights = ["access", "provision-records"]\nlaw = ["jp-appi:identity-failed"]\n'
    assert check(tmp_path, (END, refusal)) == ()
    assert check(tmp_path, ('    "provision-records",\n', ""), (END, refusal)) == ()


def test_rights_whose_reasons_miss_the_same_are_told_together(tmp_path: Path) -> None:
    rights = f'{GROUND}regimes = ["jp-appi"]\nrights = ["cessation-of-use", "erasure"]\nlaw = ["jp-appi:beyond-the-purpose"]\n'
    (found,) = check(tmp_path, (END, rights))
    assert "Erasure" in found.text.in_("en")
    assert "The business no longer needs to use the data." in found.law.in_("en")


def test_grounds_of_some_businesses_only_are_not_missing(tmp_path: Path) -> None:
    """Act on the Protection of Personal Information Art. 35(3) and (5); Art. 27(2) reaches whoever notified an opt-out, the My Number Act whoever holds numbers."""
    names = ("provided-in-violation", "no-longer-needed", "reportable-breach", "rights-at-risk")
    ground = f'{GROUND}regimes = ["jp-appi"]\nrights = ["cessation-of-provision"]\nlaw = {{}}\n'
    assert check(tmp_path, (END, ground.format(json.dumps([f"jp-appi:{name}" for name in names])))) == ()
    assert codes(check(tmp_path, (END, ground.format(json.dumps([f"jp-appi:{name}" for name in names[:3]]))))) == {"grounds-narrower"}


@pytest.mark.parametrize(("on", "found"), [(date(2022, 3, 31), set()), (date(2022, 4, 1), {"grounds-narrower"})])
def test_only_unlawful_handling_is_too_narrow_a_reason_since_the_law_has_others(tmp_path: Path, on: date, found: set[str]) -> None:
    """Act on the Protection of Personal Information Art. 35(5)."""
    unlawful = [f"jp-appi:{name}" for name in ("beyond-the-purpose", "improper-use", "improper-acquisition")]
    assert codes(check(tmp_path, (END, f"{CESSATION}law = {json.dumps(unlawful)}\n"), on=on)) == found


def test_a_ground_that_cannot_arise_by_what_is_stated_is_not_missing(tmp_path: Path) -> None:
    """Where the controller says that it does no marketing, an objection to marketing is no reason that its policy lacks."""
    folder = shutil.copytree(law_folder(), tmp_path / "law")
    path = folder / "eea-gdpr" / "policy.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"objection-direct-marketing", "direct-marketing", ', "", 1), encoding="utf-8")
    names = ("no-longer-needed", "consent-withdrawn", "objection", "unlawful", "erasure-required-by-law")
    ground = f'{GROUND}regimes = ["eea-gdpr"]\nrights = ["erasure"]\nlaw = {json.dumps([f"eea-gdpr:{name}" for name in names])}\n'
    said = "facts.direct_marketing = "
    assert policy(tmp_path, (END, ground)).check(Law(folder), TODAY) == ()
    assert codes(policy(tmp_path, (END, ground), (f"{said}false", f"{said}true")).check(Law(folder), TODAY)) == {"grounds-narrower"}


def test_a_reason_wanted_whatever_is_asked_is_wanted_for_every_right_that_the_policy_names(tmp_path: Path) -> None:
    (found,) = check(tmp_path, (END, f'{GROUND}regimes = ["jp-appi"]\nbeyond = ["jp-appi"]\n'))
    assert found.code == "ground-beyond-law"
    assert "Access" in found.text.in_("en")
    assert "Compensation" not in found.text.in_("en")


def test_a_reason_to_refuse_that_names_no_requests_and_that_the_law_knows_for_some_is_a_doubt(tmp_path: Path) -> None:
    """Harm is a reason against disclosure, not against correction; whether it is claimed for both has to be read."""
    (found,) = check(tmp_path, (END, f'{REFUSAL}law = ["jp-appi:harm"]\n'))
    assert (found.code, found.severity) == ("refusal-beyond-law", Severity.DOUBT)
    assert "Correction" in found.text.in_("en")
    assert "Access" not in found.text.in_("en")


def test_a_reason_to_refuse_agents_is_held_against_the_law_too(tmp_path: Path) -> None:
    """Act on the Protection of Personal Information Art. 37(3): requests may be made through agents."""
    (found,) = check(tmp_path, (END, f'{REFUSAL}{FOR_AGENTS}beyond = ["jp-appi"]\n'))
    assert (found.code, found.severity) == ("refusal-beyond-law", Severity.BREACH)


def test_a_right_to_withdraw_is_named_where_data_rests_on_consent(tmp_path: Path) -> None:
    """GDPR Art. 13(2)(c)."""
    unnamed = ('    "withdraw-consent",\n', "")
    basis = "facts.legal_basis = {}\n"

    def found(*edits: tuple[str, str]) -> list[tuple[str, Severity]]:
        return [(item.code, item.severity) for item in check(tmp_path, unnamed, *edits) if item.regime == "eea-gdpr"]

    assert found() == [("right-not-mentioned", Severity.DOUBT)]
    assert found((SEAT, SEAT + basis.format('"consent"'))) == [("right-not-mentioned", Severity.GAP)]
    assert found((SEAT, SEAT + basis.format('"contract"'))) == []


def test_a_right_that_only_an_assumption_could_carry_is_a_doubt(tmp_path: Path) -> None:
    """Where data rests on legitimate interests, nothing is portable unless sensitive data rests on consent, of which nothing is said."""
    edits = (('    "portability",\n', ""), (SEAT, SEAT + 'facts.legal_basis = "legitimate-interests"\n'))
    found = {(item.code, item.severity, item.facts) for item in check(tmp_path, *edits) if item.regime == "eea-gdpr"}
    assert found == {(code, Severity.DOUBT, ("sensitive_data_consent",)) for code in ("right-not-mentioned", "no-method")}


@pytest.mark.parametrize(
    ("on", "methods", "found"),
    [
        (date(2026, 12, 31), ("e-mail",), set()),
        (date(2027, 1, 1), ("e-mail",), {"too-few-methods"}),
        (date(2027, 1, 1), ("e-mail", "post"), {"too-few-methods"}),
        (date(2027, 1, 1), ("e-mail", "account"), set()),
    ],
)
def test_a_business_that_is_wholly_online_gives_an_email_address_and_later_an_online_way(
    tmp_path: Path, on: date, methods: tuple[str, ...], found: set[str]
) -> None:
    """Civ. Code 1798.130(a)(1)(A)."""
    online = ("facts.online_only_direct_relationship = false", "facts.online_only_direct_relationship = true")
    ways = ('methods = ["post", "e-mail", "web-form", "toll-free-phone"]', f"methods = {json.dumps(methods)}")
    assert {item.code for item in check(tmp_path, online, ways, on=on) if item.regime == "us-ca-ccpa"} == found


def test_a_way_through_a_log_in_is_a_way_through_the_website(tmp_path: Path) -> None:
    assert check(tmp_path, ('"web-form", "toll-free-phone"', '"account", "toll-free-phone"')) == ()


def test_that_there_is_no_way_at_all_is_told_once(tmp_path: Path) -> None:
    """Two rules of California want ways to ask; for who has none they say the same."""
    closed = (RIGHTS_OF_THE_FIRST, 'regimes = ["jp-appi", "eea-gdpr", "cn-pipl"]\n' + RIGHTS_OF_THE_FIRST)
    found = [item for item in check(tmp_path, closed) if item.code == "no-method"]
    assert [(item.regime, item.severity) for item in found] == [("us-ca-ccpa", Severity.BREACH)]


def test_a_company_of_the_group_in_the_territory_may_be_an_establishment(tmp_path: Path) -> None:
    """GDPR Art. 27(1) binds who has no establishment in the Union; whether a subsidiary is one, the file has to say."""
    none_named = ((EU_REPRESENTATIVE, ""), (SEAT, SEAT + "facts.processing_occasional = false\n"))
    company = '[[companies]]\nid = "other"\nname.en = "Other"\nseat = "{}"\n'
    (abroad,) = check(tmp_path, *none_named, (END, company.format("US-CA")))
    assert (abroad.code, abroad.severity, abroad.facts) == ("representative-missing", Severity.BREACH, ())
    (inside,) = check(tmp_path, *none_named, (END, company.format("DE")))
    assert (inside.code, inside.severity, inside.facts) == ("representative-missing", Severity.DOUBT, ("establishments",))
    stated = (SEAT, SEAT + 'facts.processing_occasional = false\nfacts.establishments = ["JP"]\n')
    (said,) = check(tmp_path, none_named[0], stated, (END, company.format("DE")))
    assert said.severity is Severity.BREACH


def test_whether_a_public_body_needs_no_representative_hangs_on_what_it_is(tmp_path: Path) -> None:
    """GDPR Art. 27(2)(b)."""
    edits = ((EU_REPRESENTATIVE, ""), (SEAT, SEAT + "facts.processing_occasional = false\n"))
    kind = 'facts.controller_kind = "private"\n'
    found = [item for item in check(tmp_path, *edits, (kind, "")) if item.code == "representative-missing"]
    assert [(item.severity, item.facts) for item in found] == [(Severity.DOUBT, ("controller_kind",))]
    assert [item for item in check(tmp_path, *edits, (kind, kind.replace("private", "public"))) if item.code == "representative-missing"] == []


def test_a_representative_is_reached_through_a_desk_that_bears_the_name(tmp_path: Path) -> None:
    desk = 'name.en = "Privacy desk"\n'
    (found,) = check(tmp_path, ('email = "eu@example.com"\n', ""))
    assert (found.severity, found.facts) == (Severity.DOUBT, ("large_scale_sensitive", "processing_occasional", "risk_unlikely"))
    assert check(tmp_path, ('email = "eu@example.com"\n', ""), (desk, 'name.en = "Representative GmbH, for the EEA"\n')) == ()


def test_a_representative_who_is_not_needed_needs_no_contact(tmp_path: Path) -> None:
    assert check(tmp_path, ('email = "eu@example.com"\n', ""), (SEAT, 'facts.controller_seat = "DE"\n')) == ()


def test_a_document_of_one_place_is_no_matter_for_people_of_another(tmp_path: Path) -> None:
    """Whom the channel of Germans asks for a Japanese card, the check does not say; where nobody can be meant, neither."""
    old = PAPERS.format(OLD_CARD + ', { text.en = "passport" }')
    assert check(tmp_path, (END, GDPR_DOOR + old)) == ()
    assert check(tmp_path, (FIRST, old.replace("any_of", "when = \"relationship == 'end-user'\"\nany_of"))) == ()
    assert codes(check(tmp_path, (FIRST, old.replace("any_of", f"{FOR_AGENTS}any_of")))) == {"document-ended"}


def test_a_document_that_the_law_does_not_let_be_demanded_is_one_without_alternative_and_for_some_requests(tmp_path: Path) -> None:
    """California: a notarised affidavit only if the business pays for it."""
    both = '{ text.en = "affidavit", document = "notarised-statement" }, { text.en = "passport" }'
    assert codes(check(tmp_path, (FIRST, PAPERS.format(both) + "needs = 2\n"))) == {"document-not-allowed"}
    assert check(tmp_path, (SECOND, NOTARISED)) == ()
    assert check(tmp_path, (FIRST, NOTARISED + "when = \"relationship == 'end-user'\"\n")) == ()


def test_law_data_without_documents_finds_none_that_is_not_allowed(tmp_path: Path) -> None:
    folder = shutil.copytree(law_folder(), tmp_path / "law")
    (folder / "documents.toml").unlink()
    path = tmp_path / "my.toml"
    path.write_text(changed(((FIRST, NOTARISED),)), encoding="utf-8")
    law = Law(folder)
    assert read_organisation(path, law).check(law, TODAY) == ()


def test_a_target_for_a_step_without_a_date_in_the_law_is_never_late(tmp_path: Path) -> None:
    """Japan's law has "without delay", no number; and a step that the law does not know has no last day."""
    for step, regime in (("answer", "jp-appi"), ("complaint", "us-ca-ccpa")):
        target = TARGET.replace("eea-gdpr", regime).replace('"answer"', f'"{step}"')
        assert check(tmp_path, (END, target + "within = { years = 1 }\n")) == ()


def test_a_target_that_is_late_only_on_some_days_names_such_a_day(tmp_path: Path) -> None:
    """A month from 31 January ends in February; thirty days may end in March."""
    (found,) = check(tmp_path, (END, TARGET + "within = { days = 30 }\n"))
    assert "2027-" in found.text.in_("en")
    assert found.citations
    assert found.severity is Severity.GAP


def test_all_rights_for_which_a_target_is_late_are_named_together(tmp_path: Path) -> None:
    (found,) = check(tmp_path, (END, TARGET + "within = { weeks = 5 }\n"))
    assert found.severity is Severity.BREACH
    assert {"Erasure", "Data portability"} <= {name for name in ("Erasure", "Data portability", "Compensation") if name in found.text.in_("en")}


@pytest.mark.parametrize(("regime", "months", "found"), [("eea-gdpr", 3, set()), ("eea-gdpr", 4, {"target-too-late"}), ("cn-pipl", 12, set())])
def test_a_time_to_extend_may_be_no_longer_than_the_law_lets_it_be(tmp_path: Path, regime: str, months: int, found: set[str]) -> None:
    """GDPR Art. 12(3): two further months. In China only public bodies have a time to extend."""
    target = TARGET.replace("eea-gdpr", regime).replace('"answer"', '"answer-extended"')
    assert codes(check(tmp_path, (END, f"{target}within = {{ months = {months} }}\n"))) == found


@pytest.mark.parametrize(("on", "found"), [(date(2020, 2, 1), True), (date(2019, 3, 1), False)])
def test_a_time_of_the_law_counts_from_the_day_on_which_it_is_in_force(tmp_path: Path, on: date, *, found: bool) -> None:
    """California wants a receipt confirmed since 14 August 2020."""
    target = TARGET.replace("eea-gdpr", "us-ca-ccpa").replace('"answer"', '"acknowledge"') + "within = { months = 1 }\n"
    late = [item for item in check(tmp_path, (END, target), on=on) if item.code == "target-too-late"]
    assert [item.text.in_("en").count("received on 2020-08-14") for item in late] == [1] * found
    assert [item.severity for item in late] == [Severity.GAP] * found


@pytest.mark.parametrize("step", ["suit-not-before", "record", "complaint"])
def test_a_time_to_wait_or_to_keep_is_never_too_late(tmp_path: Path, step: str) -> None:
    target = TARGET.replace("eea-gdpr", "jp-appi").replace('"answer"', f'"{step}"')
    assert check(tmp_path, (END, target + "within = { years = 5 }\n")) == ()


def test_a_policy_of_employees_is_held_against_the_law_for_employees(tmp_path: Path) -> None:
    """Its doors are closed to customers, of whom it holds no data."""
    staff = (('holds_data_of = ["customer", "applicant"]', 'holds_data_of = ["employee"]'), ('may_ask = ["customer", "applicant"]\n', ""))
    door = ('rights = [\n    "purpose-notification"', 'when = "relationship == \'employee\'"\nrights = [\n    "purpose-notification"')
    assert check(tmp_path, *staff, door) == ()
    assert "no-method" in codes(check(tmp_path, door))


def test_duties_of_controllers_are_not_asked_of_somebody_who_processes_for_others(tmp_path: Path) -> None:
    always = '[[facts]]\nfacts.role = "processor"\ncontroller.en = "The customer"\n'
    assert codes(check(tmp_path, *FAULTS, (END, always))) == set()


def test_a_policy_that_holds_data_for_others_and_its_own_is_checked_for_its_own(tmp_path: Path) -> None:
    held = ('holds_data_of = ["customer", "applicant"]', 'holds_data_of = ["end-user", "applicant"]')
    users = PROCESSOR + 'controller.en = "The customer"\n'
    assert check(tmp_path, held, (END, users), ('may_ask = ["customer", "applicant"]\n', "")) == ()
    assert codes(check(tmp_path, held, (END, users), ('may_ask = ["customer", "applicant"]', 'may_ask = ["end-user"]'))) == {"people-left-out"}


def test_a_general_remark_on_a_law_is_no_promise_to_follow_it(tmp_path: Path) -> None:
    """To help customers with the GDPR where it applies to them binds nobody towards the person."""
    remark = '[[statements]]\nregimes = ["eea-gdpr"]\ntext.en = "We help customers with the GDPR."\n'
    unmentioned = ('follows = ["jp-appi", "eea-gdpr"', 'follows = ["jp-appi"')
    unknown = ("facts.offers_to_eea = true\n", "")
    broken = ("authority = true\n", "")
    assert check(tmp_path, unmentioned, unknown, broken, (EU_REPRESENTATIVE, remark)) == ()
    named = remark.replace("text.en", 'rights = ["access"]\ntext.en')
    assert "complaint-authority-missing" in codes(check(tmp_path, unmentioned, unknown, broken, (EU_REPRESENTATIVE, named)))


@pytest.mark.parametrize(("on", "ended"), [(date(2025, 12, 1), False), (date(2025, 12, 2), True)])
def test_a_document_can_be_used_until_its_last_day(tmp_path: Path, on: date, *, ended: bool) -> None:
    found = check(tmp_path, (FIRST, PAPERS.format(OLD_CARD + ', { text.en = "passport" }')), on=on)
    assert ("document-ended" in codes(found)) is ended


def test_a_document_that_has_no_id_is_nothing_and_one_with_an_unknown_id_a_mistake(tmp_path: Path) -> None:
    """A slip of the pen must not hide that the document has ended."""
    assert check(tmp_path, (FIRST, PAPERS.format('{ text.en = "library card" }'))) == ()
    with pytest.raises(DataError, match=r"'health-insurance-card' is no document .* did you mean 'health-insurance-card-jp'"):
        check(tmp_path, (FIRST, PAPERS.format(OLD_CARD.replace("-jp", ""))))
    with pytest.raises(DataError, match="leave `document` out"):
        check(tmp_path, (FIRST, '[[channels.documents]]\ntext.en = "Paper"\ndocument = "library-card"\n'))


def test_people_whose_data_is_held_for_others_are_not_left_out(tmp_path: Path) -> None:
    """It is the customer who answers to them."""
    users = ('holds_data_of = ["customer", "applicant"]', 'holds_data_of = ["customer", "applicant", "end-user"]')
    assert codes(check(tmp_path, users)) == {"people-left-out"}
    assert check(tmp_path, users, (END, PROCESSOR + 'controller.en = "The customer"\n')) == ()


def test_what_is_meant_for_some_people_only_is_held_against_the_law_for_them(tmp_path: Path) -> None:
    """A fee for correction is asked from staff alone; of whom nobody is held, nobody pays."""
    door = JP_DOOR + "when = \"relationship == 'employee'\"\n" + FEE.format("erasure")
    staff = ('holds_data_of = ["customer", "applicant"]', 'holds_data_of = ["customer", "applicant", "employee"]')
    anybody = ('may_ask = ["customer", "applicant"]\n', "")
    assert check(tmp_path, anybody, (END, door)) == ()
    (found,) = check(tmp_path, staff, anybody, (END, door))
    assert (found.code, found.severity, found.regime) == ("fee-not-allowed", Severity.BREACH, "jp-appi")
    (once,) = check(tmp_path, staff, anybody, (END, JP_DOOR + FEE.format("erasure")))
    assert once.code == "fee-not-allowed"


def test_an_officer_is_reached_through_a_desk_that_bears_the_name(tmp_path: Path) -> None:
    officer = ('email = "officer@example.com"\n', 'name.en = "D. Officer"\n')
    desk = 'name.en = "Privacy desk"\n'
    assert codes(check(tmp_path, officer)) == {"dpo-contact-missing"}
    assert codes(check(tmp_path, officer, (desk, f'{desk}officer.en = "Somebody else"\n'))) == {"dpo-contact-missing"}
    assert check(tmp_path, officer, (desk, f'{desk}officer.en = "Data protection officer D. Officer"\n')) == ()
    titled = (officer[0], 'title.en = "Data Protection Officer"\n')
    assert codes(check(tmp_path, titled)) == {"dpo-contact-missing"}
    assert check(tmp_path, titled, (desk, 'name.en = "Office of the Data Protection Officer"\n')) == ()


def test_a_door_for_complaints_is_a_desk_that_takes_them_if_somebody_can_be_reached_there(tmp_path: Path) -> None:
    unsaid = ('[[complaints]]\ntext.en = "The desk takes complaints."\ndesk = "privacy"\nsource = "Complaints"\n', "")
    door = '[[channels]]\nid = "complaints"\nname.en = "Complaints"\ndesk = "{}"\nrights = ["complaint"]\n'
    nowhere = '[[desks]]\nid = "nowhere"\nname.en = "Nobody says where"\n'
    assert codes(check(tmp_path, unsaid)) == {"complaint-desk-missing"}
    assert codes(check(tmp_path, unsaid, (END, nowhere + door.format("nowhere")))) == {"complaint-desk-missing"}
    assert check(tmp_path, unsaid, (END, door.format("privacy"))) == ()


def test_a_right_that_nothing_held_can_carry_need_not_be_named(tmp_path: Path) -> None:
    """Where all data rests on contract there is nothing to object to; where that is not said, or also interests carry data, there is."""
    unnamed = ('    "objection",\n', "")
    basis = 'facts.legal_basis = "{}"\n'
    assert codes(check(tmp_path, unnamed)) == {"right-not-mentioned", "no-method"}
    assert codes(check(tmp_path, unnamed, (SEAT, SEAT + basis.format("legitimate-interests")))) == {"right-not-mentioned", "no-method"}
    assert check(tmp_path, unnamed, (SEAT, SEAT + basis.format("contract"))) == ()


def test_a_time_that_is_set_for_a_law_speaks_of_that_law(tmp_path: Path) -> None:
    unmentioned = ('follows = ["jp-appi", "eea-gdpr"', 'follows = ["jp-appi"')
    unknown = ("facts.offers_to_eea = true\n", "")
    late = TARGET + "within = { days = 45 }\n"
    (found,) = check(tmp_path, unmentioned, unknown, (EU_REPRESENTATIVE, late + 'source = "Times"\n'), (END, EU_REPRESENTATIVE))
    assert (found.code, found.severity) == ("target-too-late", Severity.DOUBT)


def test_a_policy_is_held_against_the_law_of_the_day(tmp_path: Path) -> None:
    """Records of provision came with the amendment of 1 April 2022."""
    without = ('    "provision-records",\n', "")
    assert codes(check(tmp_path, without, on=date(2022, 4, 1))) >= {"right-not-mentioned"}
    jp = [finding for finding in check(tmp_path, without, on=date(2022, 3, 31)) if finding.regime == "jp-appi"]
    assert jp == []


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2019, 12, 31), set()),
        (date(2020, 1, 1), {("too-few-methods", Severity.DOUBT), ("right-not-mentioned", Severity.DOUBT)}),
        (date(2022, 12, 31), {("too-few-methods", Severity.DOUBT), ("right-not-mentioned", Severity.DOUBT)}),
        (date(2023, 1, 1), {("too-few-methods", Severity.BREACH), ("right-not-mentioned", Severity.GAP)}),
    ],
)
def test_an_old_policy_is_held_against_the_law_of_its_time(tmp_path: Path, on: date, found: set[tuple[str, Severity]]) -> None:
    """California wanted the rights named and a toll-free number from its first day; of the first years the text was not read again."""
    edits = (('"web-form", "toll-free-phone"', '"web-form"'), ('rights = ["non-retaliation"]\n', ""))
    assert {(item.code, item.severity) for item in check(tmp_path, *edits, on=on) if item.regime == "us-ca-ccpa"} == found


def test_a_policy_without_dates_is_not_out_of_date_and_one_never_revised_counts_from_its_first_day(tmp_path: Path) -> None:
    assert check(tmp_path, ("revised = 2026-04-01\n", "")) == ()
    (found,) = check(tmp_path, ("revised = 2026-04-01\n", "created = 2020-01-01\n"))
    assert (found.code, found.item) == ("policy-out-of-date", "policy.revised")


# How findings come


def test_the_gravest_findings_come_first_then_law_by_law_in_the_order_of_the_file(tmp_path: Path) -> None:
    edits = (*FAULTS, ('role = "director"', 'role = "manager"'), (END, '[[differences]]\ntext.en = "A fee."\n' + PROCESSOR))
    found = check(tmp_path, *edits)
    order = list(Severity)
    keys = [(order.index(finding.severity), finding.regime, finding.line) for finding in found]
    assert keys == sorted(keys, key=lambda key: (key[0], key[1], key[2] or 0))
    assert {finding.severity for finding in found} == set(Severity)


def test_an_organisation_that_was_read_from_no_file_has_findings_without_place(tmp_path: Path) -> None:
    organisation = attrs.evolve(policy(tmp_path, ('role = "director"', 'role = "manager"')), origin=None)
    (found,) = organisation.check(read_law(), TODAY)
    assert (found.file, found.line) == ("", None)
    assert told_findings([found], "en", read_law().facts).startswith("gap: ") or told_findings([found], "en", read_law().facts).startswith("gap ")


def test_the_item_of_the_file_is_named(tmp_path: Path) -> None:
    found = check(tmp_path, (FIRST, FEE.format("erasure")))
    assert {finding.item for finding in found} == {"channels[0].fees[0]"}


def test_what_was_not_read_in_the_law_itself_is_said(tmp_path: Path) -> None:
    """The end of the health insurance card is known from accounts of it."""
    found = check(tmp_path, (FIRST, PAPERS.format(OLD_CARD)))
    assert "secondary" in {str(finding.confirmed) for finding in found}
    sure = check(tmp_path, ('role = "director"', 'role = "manager"'))
    assert len(told_findings(found[:1], "en", read_law().facts)) > len(
        told_findings([attrs.evolve(found[0], confirmed=sure[0].confirmed)], "en", read_law().facts)
    )


def test_law_data_without_a_text_for_a_finding_is_wrong(tmp_path: Path) -> None:
    """A host's own folder may lack what a check needs."""
    folder = shutil.copytree(law_folder(), tmp_path / "law")
    text = (folder / "checks.toml").read_text(encoding="utf-8")
    (folder / "checks.toml").write_text(text.replace('id = "director-missing"', 'id = "other"'), encoding="utf-8")
    organisation = policy(tmp_path, ('role = "director"', 'role = "manager"'))
    with pytest.raises(DataError, match=r"^checks\.toml: missing check: 'director-missing' is not described here$"):
        organisation.check(Law(folder), TODAY)


def test_unknown_facts_make_nothing_graver(tmp_path: Path) -> None:
    """Advice stays advice, whatever it hangs on."""
    folder = shutil.copytree(law_folder(), tmp_path / "law")
    text = (folder / "checks.toml").read_text(encoding="utf-8")
    old = 'id = "right-not-mentioned"\nseverity = "gap"'
    assert old in text
    (folder / "checks.toml").write_text(text.replace(old, old.replace("gap", "advice")), encoding="utf-8")
    organisation = policy(tmp_path, ('    "objection-direct-marketing",\n', ""), ("facts.direct_marketing = false\n", ""))
    assert [(item.severity, item.facts) for item in organisation.check(Law(folder), TODAY)] == [(Severity.ADVICE, ("direct_marketing",))]


def test_a_duty_about_a_right_that_the_law_does_not_give_asks_for_nothing(tmp_path: Path) -> None:
    folder = shutil.copytree(law_folder(), tmp_path / "law")
    path = folder / "eea-gdpr" / "policy.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('rights = ["access", ', 'rights = ["account-closure", "access", '), encoding="utf-8")
    assert policy(tmp_path).check(Law(folder), TODAY) == ()


def test_a_time_before_the_data_begins_gives_nothing(tmp_path: Path) -> None:
    """The law applies, but the data does not reach back to it."""
    folder = shutil.copytree(law_folder(), tmp_path / "law")
    path = folder / "eea-gdpr" / "regime.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("encoded_from = 2018-05-25", "encoded_from = 2026-11-24"), encoding="utf-8")
    organisation = policy(tmp_path, ('email = "officer@example.com"\n', ""))
    assert codes(organisation.check(Law(folder), TODAY)) == set()
    assert codes(organisation.check(Law(folder), date(2026, 11, 24))) == {"dpo-contact-missing"}


READINGS = """
[[counting]]
id = "first-day-counts"
first_day = "included"
month_end = "clamp"
roll = "none"
citation = "Moa Act s. 5"
text.en = "The first day counts."
text.ja = "初日を算入します。"
"""


CLOCK = 'within = { months = 1 }\nstandard = "promptly"\ncounting = ["moa-days"]'


def found_under_the_invented_law(folder: Path, clock: str, days: int) -> set[str]:
    """Give what is found in a policy that has a target of some days for access, where the invented law's time for it is changed."""
    law_data = Path(shutil.copytree(Path(__file__).parent / "small_law", folder / "law"))
    regime, right = law_data / "nz-moa/regime.toml", law_data / "nz-moa/rights/sighting.toml"
    regime.write_text(regime.read_text(encoding="utf-8").replace("[[counting]]", f"{READINGS}\n[[counting]]", 1), encoding="utf-8")
    text = right.read_text(encoding="utf-8")
    assert CLOCK in text
    right.write_text(text.replace(CLOCK, clock), encoding="utf-8")
    (law_data / "nz-moa/policy.toml").write_text('case = { residence = "NZ", keeps_moa_records = true }\n', encoding="utf-8")
    shutil.copy(law_folder() / "checks.toml", law_data)
    path = folder / "my.toml"
    target = f'[[targets]]\nstep = "answer"\nrights = ["access"]\nwithin = {{ days = {days} }}\ntext.en = "Soon."\n'
    path.write_text(f'name.en = "E"\n[policy]\ntitle.en = "P"\nlanguage = "en"\nfollows = ["nz-moa"]\n{target}', encoding="utf-8")
    law = Law(law_data)
    return codes(read_organisation(path, law).check(law, TODAY))


@pytest.mark.parametrize(("days", "found"), [(31, set()), (32, {"target-too-late"})])
def test_of_several_readings_of_the_law_a_target_has_the_latest(tmp_path: Path, days: int, found: set[str]) -> None:
    """Where it is open whether the first day counts, 31 days may still be in time."""
    clock = CLOCK.replace("{ months = 1 }", "{ days = 31 }").replace('["moa-days"]', '["moa-days", "first-day-counts"]')
    assert found_under_the_invented_law(tmp_path, clock, days) == found


@pytest.mark.parametrize(("more", "found"), [("", {"target-too-late"}), ('when = "age < 18"\n', set()), ("binding = false\n", set())])
def test_a_time_of_the_law_for_some_cases_or_only_recommended_makes_no_target_late(tmp_path: Path, more: str, found: set[str]) -> None:
    assert found_under_the_invented_law(tmp_path, more + CLOCK, 90) == found


def test_law_data_that_says_nothing_of_policies_finds_nothing(tmp_path: Path) -> None:
    law = Law(Path(__file__).parent / "small_law")
    path = tmp_path / "my.toml"
    path.write_text('name.en = "E"\n[policy]\ntitle.en = "P"\nlanguage = "en"\n', encoding="utf-8")
    assert read_organisation(path, law).check(law, TODAY) == ()


# The command line


def ran(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    """Run a command, and give its status, what it printed and what it complained about."""
    status = main(arguments)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def written(folder: Path, *edits: tuple[str, str]) -> str:
    """Write the clean policy with a few changes, and give its path."""
    path = folder / "my.toml"
    path.write_text(changed(edits), encoding="utf-8")
    return str(path)


GAP = (('role = "director"', 'role = "manager"'),)
BREACH = ((FIRST, FEE.format("erasure")),)
DOUBT = ((FIRST, IDENTITY),)
ADVICE = ((END, PROCESSOR),)


def test_a_clean_policy_is_told_and_gives_status_zero(capsys: Captured, tmp_path: Path) -> None:
    status, out, err = ran(capsys, "check", written(tmp_path), "--on", "2026-11-23", "--fail-on", "advice")
    assert (status, err) == (0, "")
    assert "not legal advice" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_are_told_in_the_language_asked_for(capsys: Captured, tmp_path: Path, language: str) -> None:
    status, out, err = ran(capsys, "check", written(tmp_path, *GAP), "--on", "2026-11-23", "--lang", language)
    assert (status, err) == (0, "")
    assert out == told_findings(check(tmp_path, *GAP), language, read_law().facts)
    assert out.startswith("my.toml:")


def test_findings_as_json_have_every_language_and_every_key(capsys: Captured, tmp_path: Path) -> None:
    status, out, err = ran(capsys, "check", written(tmp_path, *BREACH), "--on", "2026-11-23", "--format", "json", "--lang", "ja")
    assert (status, err) == (1, "")
    read: list[dict[str, Any]] = json.loads(out)
    assert out == findings_json(check(tmp_path, *BREACH))
    assert [item["regime"] for item in read] == ["eea-gdpr", "jp-appi", "us-ca-ccpa"]
    first = read[0]
    assert (first["code"], first["severity"], first["file"]) == ("fee-not-allowed", "breach", "my.toml")
    assert first["text"].keys() == {*LANGUAGES}
    assert isinstance(first["line"], int)


def test_no_findings_as_json_are_an_empty_list(capsys: Captured, tmp_path: Path) -> None:
    assert ran(capsys, "check", written(tmp_path), "--on", "2026-11-23", "--format", "json") == (0, "[]\n", "")


@pytest.mark.parametrize(
    ("edits", "fail_on", "status"),
    [
        (BREACH, "breach", 1),
        (GAP, "breach", 0),
        (GAP, "gap", 1),
        (DOUBT, "gap", 0),
        (DOUBT, "doubt", 1),
        (ADVICE, "doubt", 0),
        (ADVICE, "advice", 1),
        (BREACH, "advice", 1),
        (BREACH, "never", 0),
    ],
)
def test_the_exit_status_says_whether_something_as_grave_was_found(capsys: Captured, tmp_path: Path, edits: Edits, fail_on: str, status: int) -> None:
    found, out, err = ran(capsys, "check", written(tmp_path, *edits), "--on", "2026-11-23", "--fail-on", fail_on)
    assert (found, err) == (status, "")
    assert out


def test_without_a_day_the_law_of_today_counts(capsys: Captured, tmp_path: Path) -> None:
    """A policy of 1999 is out of date on every day on which this test can run."""
    path = written(tmp_path, ("revised = 2026-04-01", "revised = 1999-04-01"))
    status, out, _ = ran(capsys, "check", path)
    assert status == 1
    assert "[policy-out-of-date]" in out


def test_what_the_facts_ask_on_which_doubts_hang_is_told_once(capsys: Captured, tmp_path: Path) -> None:
    unknown = (("facts.offers_to_eea = true\n", ""), ("authority = true\n", ""), ('email = "officer@example.com"\n', ""))
    _, out, _ = ran(capsys, "check", written(tmp_path, *unknown), "--on", "2026-11-23")
    assert out.count("It depends on: offers_to_eea.") == 2
    assert out.count(f"- offers_to_eea: {read_law().facts['offers_to_eea'].question.in_('en')}") == 1


def test_rights_are_listed_so_that_their_names_can_be_told_apart(tmp_path: Path) -> None:
    """Names of rights hold commas themselves."""
    (found,) = check(tmp_path, (END, JP_DOOR + FEE.format("rectification").replace('"]', '", "erasure"]')))
    assert "「誤った、または不完全なデータの訂正」「データの消去」" in found.text.in_("ja")
    assert "Correction of wrong or incomplete data; Erasure" in found.text.in_("en")


@pytest.mark.parametrize("day", ["2026-13-01", "tomorrow"])
def test_a_day_that_is_none_is_a_mistake(capsys: Captured, tmp_path: Path, day: str) -> None:
    assert ran(capsys, "check", written(tmp_path), "--on", day) == (2, "", f"--on '{day}' is no date; write 2026-11-23\n")


def test_a_wrong_file_is_a_mistake_with_its_line(capsys: Captured, tmp_path: Path) -> None:
    status, out, err = ran(capsys, "check", written(tmp_path, ('seat = "JP"\nmain', 'seat = "Japan"\nmain')))
    assert (status, out) == (2, "")
    assert err.startswith("my.toml:")
