"""What the writer of `policy.toml`, `checks.toml` and `documents.toml` sees: each fault by itself, with its message and its line.

The three files below stand beside a copy of the invented law. Each fault changes one piece of one of them.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from jurisrights.errors import DataError
from jurisrights.model.conformance import Need, Severity
from jurisrights.model.vocabulary import Confirmed, Right
from jurisrights.reading.library import Law

SMALL_LAW = Path(__file__).parent / "small_law"
POLICY = "nz-moa/policy.toml"
CHECKS = "checks.toml"
DOCUMENTS = "documents.toml"
SOUND = {
    POLICY: """\
confirmed = "statute"

[case]
residence = "NZ"
establishments = ["NZ"]
keeps_moa_records = true

[[duties]]
id = "rights"
needs = "rights"
rights = ["access"]
citation = "Moa Act s. 20"
text.en = "The right is named."
text.ja = "権利を記載します。"

[[duties]]
id = "methods"
needs = "methods"
rights = ["access", "erasure"]
at_least = 2
including = ["post"]
when = "keeps_moa_records"
severity = "doubt"
confirmed = "recalled"
citation = "Moa Act s. 21"
text.en = "Two ways."
text.ja = "2つの方法。"

[[duties]]
id = "fresh"
needs = "revised"
within = { months = 12 }
in_force_from = 2020-01-01
citation = "Moa Act s. 22"
text.en = "Once a year."
text.ja = "年1回。"
""",
    CHECKS: """\
[[checks]]
id = "one"
severity = "gap"
text.en = "One."
text.ja = "一。"
fix.en = "Do one."
fix.ja = "一をする。"

[[checks]]
id = "two"
severity = "breach"
text.en = "Two."
text.ja = "二。"
fix.en = "Do two."
fix.ja = "二をする。"
""",
    DOCUMENTS: """\
[[instruments]]
id = "Card Act"
title.en = "Card Act"
rank = "statute"
binding = true
confirmed = "statute"
checked_on = 2026-11-23

[[documents]]
id = "card"
name.en = "Card"
name.ja = "カード"
in_force_from = 2000-01-01
in_force_until = 2020-12-31
citation = "Card Act s. 1"
confirmed = "statute"
text.en = "It ended."
text.ja = "終わりました。"

[[documents]]
id = "paper"
name.en = "Paper"
name.ja = "紙"
citation = "Card Act s. 2"
confirmed = "recalled"
text.en = "It is used."
text.ja = "使われています。"
""",
}


class Fault(NamedTuple):
    """One fault: what it is, in which file, the sound piece, the faulty piece, and what the reader says, or how that begins."""

    what: str
    file: str
    sound: str
    faulty: str
    says: str


RIGHTS = "`rights` goes with needs = rights, methods, everybody, documents-not-asked, and only with them"
WITHIN = "`within` goes with needs = revised, and only with it"
AT_LEAST = "`at_least`, `including` and `one_of` go with needs = methods, and only with it"
NOT_ASKED = "`documents` goes with needs = documents-not-asked, and only with it"
FAULTS = (
    # policy.toml
    Fault("an unknown key", POLICY, "needs =", "need =", "law/nz-moa/policy.toml:8: missing key: 'needs' is missing"),
    Fault("no case", POLICY, "[case]", "[cases]", "law/nz-moa/policy.toml:1: missing key: 'case' is missing"),
    Fault("a need that is no check", POLICY, 'needs = "revised"', 'needs = "youth"', "law/nz-moa/policy.toml:31: wrong value: duties.2.needs: 'youth'"),
    Fault("an id that is not written like-this", POLICY, 'id = "fresh"', 'id = "Fresh"', "law/nz-moa/policy.toml:30: id: 'Fresh' is not written like-this"),
    Fault("no rights where rights are needed", POLICY, 'rights = ["access"]\n', "", f"law/nz-moa/policy.toml:8: duty: {RIGHTS}"),
    Fault("no rights where methods are needed", POLICY, 'rights = ["access", "erasure"]\n', "", f"law/nz-moa/policy.toml:16: duty: {RIGHTS}"),
    Fault("rights with another need", POLICY, "within =", 'rights = ["access"]\nwithin =', f"law/nz-moa/policy.toml:29: duty: {RIGHTS}"),
    Fault("no length where one is needed", POLICY, "within = { months = 12 }\n", "", f"law/nz-moa/policy.toml:29: duty: {WITHIN}"),
    Fault("a length with another need", POLICY, "at_least = 2", "at_least = 2\nwithin = { days = 1 }", f"law/nz-moa/policy.toml:16: duty: {WITHIN}"),
    Fault("less than one way", POLICY, "at_least = 2", "at_least = 0", "law/nz-moa/policy.toml:20: wrong value: at least one"),
    Fault("ways with another need", POLICY, "within =", "at_least = 2\nwithin =", f"law/nz-moa/policy.toml:29: duty: {AT_LEAST}"),
    Fault("kinds of ways with another need", POLICY, "within =", 'including = ["post"]\nwithin =', f"law/nz-moa/policy.toml:29: duty: {AT_LEAST}"),
    Fault("alternative ways with another need", POLICY, "within =", 'one_of = ["post"]\nwithin =', f"law/nz-moa/policy.toml:29: duty: {AT_LEAST}"),
    Fault("documents with another need", POLICY, "within =", 'documents = ["card"]\nwithin =', f"law/nz-moa/policy.toml:29: duty: {NOT_ASKED}"),
    Fault("no documents where some are needed", POLICY, 'needs = "rights"', 'needs = "documents-not-asked"', f"law/nz-moa/policy.toml:8: duty: {NOT_ASKED}"),
    Fault(
        "a document that is none",
        POLICY,
        'needs = "rights"',
        'needs = "documents-not-asked"\ndocuments = ["card", "crad"]',
        "law/nz-moa/policy.toml:11: document: 'crad' is no document of documents.toml; did you mean 'card'?",
    ),
    Fault(
        "a special ground that is none",
        POLICY,
        'confirmed = "statute"\n',
        'confirmed = "statute"\nspecial_grounds = ["kept-in-error"]\n',
        "law/nz-moa/policy.toml:2: ground: 'kept-in-error' is no ground of this regime",
    ),
    Fault("a way that is none", POLICY, '["post"]', '["pigeon"]', "law/nz-moa/policy.toml:21: wrong value: duties.1.including.0: 'pigeon' is not known here"),
    Fault("a right that is none", POLICY, '"erasure"]', '"erase"]', "law/nz-moa/policy.toml:19: wrong value: duties.1.rights.1: 'erase' is not known here"),
    Fault("a severity that is none", POLICY, '"doubt"', '"doubtful"', "law/nz-moa/policy.toml:23: wrong value: duties.1.severity: 'doubtful'"),
    Fault(
        "a citation of another law",
        POLICY,
        "Moa Act s. 22",
        "Kiwi Act s. 22",
        "law/nz-moa/policy.toml:34: citation: 'Kiwi Act s. 22' names no instrument that is declared here",
    ),
    Fault(
        "a condition over an unknown fact",
        POLICY,
        'when = "keeps_moa_records"',
        'when = "keeps_records"',
        "law/nz-moa/policy.toml:22: condition: 'keeps_records' is no declared fact or definition",
    ),
    Fault("a language that is missing", POLICY, 'text.ja = "年1回。"\n', "", "law/nz-moa/policy.toml:35: missing text: 'text.ja' is missing"),
    Fault(
        "dates the wrong way round",
        POLICY,
        "in_force_from = 2020-01-01",
        "in_force_from = 2020-01-01\nin_force_until = 2019-12-31",
        "law/nz-moa/policy.toml:34: dates: in force until 2019-12-31, before it begins on 2020-01-01",
    ),
    Fault(
        "two duties of one id on the same days",
        POLICY,
        'id = "methods"',
        'id = "rights"',
        "law/nz-moa/policy.toml:16: duplicate id: 'rights' stands in line 8 for the same days",
    ),
    Fault(
        "a case with an unknown fact",
        POLICY,
        "keeps_moa_records = true",
        "keeps_moa_record = true",
        "law/nz-moa/policy.toml:6: fact: 'keeps_moa_record' is no fact of this regime; did you mean 'keeps_moa_records'?",
    ),
    Fault(
        "a case with a value of another kind",
        POLICY,
        "keeps_moa_records = true",
        'keeps_moa_records = "yes"',
        "law/nz-moa/policy.toml:6: wrong value: keeps_moa_records = 'yes': it is yes or no (true or false)",
    ),
    Fault(
        "a case with one place where several belong",
        POLICY,
        'establishments = ["NZ"]',
        'establishments = "NZ"',
        "law/nz-moa/policy.toml:5: wrong value: establishments = 'NZ': it is a list of places",
    ),
    # checks.toml
    Fault("an unknown key of a check", CHECKS, "fix.en", "fixes.en", "law/checks.toml:6: unknown key: 'fixes' is no key of this table; did you mean 'fix'?"),
    Fault("a severity that is no word", CHECKS, '"breach"', '"crime"', "law/checks.toml:11: wrong value: checks.1.severity: 'crime'"),
    Fault("a code that is not written like-this", CHECKS, 'id = "two"', 'id = "Two_2"', "law/checks.toml:10: id: 'Two_2' is not written like-this"),
    Fault("two checks of one code", CHECKS, 'id = "two"', 'id = "one"', "law/checks.toml:10: duplicate id: 'one' stands twice in this file"),
    Fault("a text without a language of the others", CHECKS, 'text.ja = "二。"\n', "", "law/checks.toml:12: missing text: 'text.ja' is missing"),
    Fault("a remedy without a language of the others", CHECKS, 'fix.ja = "二をする。"\n', "", "law/checks.toml:14: missing text: 'fix.ja' is missing"),
    # documents.toml
    Fault(
        "an unknown key of a document",
        DOCUMENTS,
        "name.ja",
        "nam.ja",
        "law/documents.toml:12: unknown key: 'nam' is no key of this table; did you mean 'name'?",
    ),
    Fault(
        "an id of a document that is not written like-this", DOCUMENTS, '"paper"', '"Paper!"', "law/documents.toml:21: id: 'Paper!' is not written like-this"
    ),
    Fault("two documents of one id", DOCUMENTS, '"paper"', '"card"', "law/documents.toml:21: duplicate id: 'card' stands twice in this file"),
    Fault(
        "a document that cites nothing",
        DOCUMENTS,
        "Card Act s. 2",
        "Paper Act s. 2",
        "law/documents.toml:24: citation: 'Paper Act s. 2' names no instrument that is declared here; begin with one of Card Act",
    ),
    Fault(
        "a document that ends before it begins",
        DOCUMENTS,
        "2020-12-31",
        "1999-12-31",
        "law/documents.toml:14: dates: in force until 1999-12-31, before it begins on 2000-01-01",
    ),
    Fault("a place that is no code", DOCUMENTS, 'id = "paper"', 'id = "paper"\nplace = "Japan"', "law/documents.toml:22: place: 'Japan' is no ISO 3166 code"),
    Fault("a document without its name in a language", DOCUMENTS, 'name.ja = "紙"\n', "", "law/documents.toml:22: missing text: 'name.ja' is missing"),
    Fault(
        "a document without its text in a language",
        DOCUMENTS,
        'text.ja = "使われています。"\n',
        "",
        "law/documents.toml:26: missing text: 'text.ja' is missing",
    ),
    Fault("an instrument without a title", DOCUMENTS, 'title.en = "Card Act"\n', "", "law/documents.toml:1: missing key: 'title' is missing"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the invented law and put the three files beside it."""
    found = Path(shutil.copytree(SMALL_LAW, tmp_path / "law"))
    for name, text in SOUND.items():
        (found / name).write_text(text, encoding="utf-8")
    return found


def change(folder: Path, file: str, sound: str, faulty: str) -> None:
    """Write something else in one place of one file."""
    text = (folder / file).read_text(encoding="utf-8")
    assert sound in text
    (folder / file).write_text(text.replace(sound, faulty, 1), encoding="utf-8")


def said_of(folder: Path) -> list[str]:
    """Give what is said when all of a folder is read."""
    with pytest.raises(DataError) as caught:
        Law(folder).read_everything()
    return str(caught.value).split("\n")


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.what for fault in FAULTS])
def test_a_fault_is_said_with_file_line_and_rule(folder: Path, fault: Fault) -> None:
    change(folder, fault.file, fault.sound, fault.faulty)
    said = said_of(folder)
    assert [line for line in said if line.startswith(fault.says)] != [], said
    assert {line.split(":")[0] for line in said} == {f"law/{fault.file}"}


def test_sound_files_are_read(folder: Path) -> None:
    law = Law(folder)
    law.read_everything()
    policy = law.policy("nz-moa")
    assert policy
    assert policy.case == {"residence": "NZ", "establishments": ("NZ",), "keeps_moa_records": True}
    assert [(duty.id, duty.needs, duty.severity, duty.confirmed) for duty in policy.duties] == [
        ("rights", Need.RIGHTS, None, Confirmed.STATUTE),
        ("methods", Need.METHODS, Severity.DOUBT, Confirmed.RECALLED),
        ("fresh", Need.REVISED, None, Confirmed.STATUTE),
    ]
    assert policy.duties[1].rights == (Right.ACCESS, Right.ERASURE)
    assert {code: check.severity for code, check in law.checks().items()} == {"one": Severity.GAP, "two": Severity.BREACH}
    assert {name: item.in_force_until for name, item in law.documents().items()} == {"card": date(2020, 12, 31), "paper": None}


def test_without_the_files_nothing_is_asked_of_policies(folder: Path) -> None:
    for name in SOUND:
        (folder / name).unlink()
    law = Law(folder)
    law.read_everything()
    assert (law.policy("nz-moa"), law.checks(), law.documents()) == (None, {}, {})


def test_a_duty_is_confirmed_like_its_law_where_its_file_does_not_say(folder: Path) -> None:
    change(folder, POLICY, 'confirmed = "statute"\n', "")
    law = Law(folder)
    policy = law.policy("nz-moa")
    assert policy
    assert policy.duties[0].confirmed is law.regimes["nz-moa"].confirmed


def test_duties_of_one_id_may_follow_each_other(folder: Path) -> None:
    text = SOUND[POLICY]
    fresh = text[text.index('[[duties]]\nid = "fresh"') :]
    later = fresh.replace("in_force_from = 2020-01-01", "in_force_until = 2019-12-31")
    (folder / POLICY).write_text(f"{text}\n{later}", encoding="utf-8")
    Law(folder).read_everything()
    (folder / POLICY).write_text(f"{text}\n{later.replace('2019-12-31', '2020-01-01')}", encoding="utf-8")
    assert [line.split(": ")[1] for line in said_of(folder)] == ["duplicate id"]


def test_all_faults_of_the_three_files_are_said_at_once(folder: Path) -> None:
    change(folder, POLICY, "at_least = 2", "at_least = 0")
    change(folder, POLICY, "keeps_moa_records = true", "keeps = true")
    change(folder, CHECKS, 'id = "two"', 'id = "one"')
    change(folder, DOCUMENTS, "Card Act s. 2", "Paper Act s. 2")
    assert sorted(line.split(": ")[0] for line in said_of(folder)) == [
        "law/checks.toml:10",
        "law/documents.toml:24",
        "law/nz-moa/policy.toml:20",
        "law/nz-moa/policy.toml:6",
    ]


@pytest.mark.parametrize("name", ["check.toml", "document.toml", "nz-moa/policies.toml"])
def test_a_misspelt_file_is_not_passed_over(folder: Path, name: str) -> None:
    (folder / name).write_text("", encoding="utf-8")
    assert said_of(folder)[0].startswith(f"law/{name}: file: no file of the law data has this name; did you mean")


def test_the_three_files_are_in_the_digest(folder: Path) -> None:
    digests = {Law(folder).release.digest}
    for file, sound in ((POLICY, "Two ways."), (CHECKS, "Do one."), (DOCUMENTS, "It ended.")):
        change(folder, file, sound, "Otherwise.")
        digests.add(Law(folder).release.digest)
    assert len(digests) == 4
