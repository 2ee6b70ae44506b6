"""Facts about what changes for requesters between two organisation files, or two folders of law: in decisions, not in lines."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jurisrights import Router
from jurisrights.checking.differing import Asked, Change, compare, ordinary_requests, worked_requests
from jurisrights.model.organisation import Organisation
from jurisrights.model.request import Request
from jurisrights.reading.library import Law, read_law
from jurisrights.reading.organisations import read_organisation
from jurisrights.showing.command_line import main
from jurisrights.showing.languages import LANGUAGES
from jurisrights.showing.noticed import Noticing
from jurisrights.showing.reports import changes_json, told_changes

SMALL_LAW = Path(__file__).parent / "small_law"
TODAY = date(2026, 11, 23)
POLICY_OF_MOA = 'case = { residence = "NZ" }\n'
Captured = pytest.CaptureFixture[str]

OLD = """\
name.en = "Example"

[policy]
title.en = "Policy"
language = "en"
holds_data_of = ["customer", "end-user"]

[[desks]]
id = "privacy"
name.en = "Privacy desk"
email = "old@example.com"

[[channels]]
id = "letters"
name.en = "Letters"
desk = "privacy"
rights = ["access"]
steps = [{ en = "Write." }]
answers_by = [{ en = "by post" }]

[[channels.documents]]
text.en = "Identity"
any_of = [{ text.en = "passport" }, { text.en = "licence" }]

[[channels.fees]]
basis = "fixed"
amount = "500"
currency = "JPY"

[[facts]]
facts.controller_seat = "JP"
facts.offers_to_eea = true
facts.monitors_in_eea = false

[[facts]]
when = "relationship == 'end-user'"
facts.role = "processor"
controller.en = "The shop"

[[representatives]]
regime = "eea-gdpr"
name = "Old GmbH"
email = "rep@example.com"

[[statements]]
text.en = "We answer."

[[refusals]]
id = "harm"
text.en = "Harm."
law = ["jp-appi:harm"]

[[targets]]
step = "answer"
within = { days = 14 }
text.en = "Two weeks."
"""


def written(folder: Path, name: str, text: str) -> Path:
    """Write a file, and give its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def organisation(folder: Path, old: str = "", new: str = "") -> Organisation:
    """Read the example with one piece changed."""
    assert OLD.count(old) == 1 or not old
    return read_organisation(written(folder, "my.toml", OLD.replace(old, new) if old else OLD), read_law())


def requests() -> Mapping[Asked | str, Request]:
    """Give three requests: from Japan, from Hamburg, and about data that is held for a shop."""
    router = Router()
    wanted: dict[str, dict[str, Any]] = {
        "Tokyo": {"residence": "JP", "relationship": "customer"},
        "Hamburg": {"residence": "DE-HH", "relationship": "customer"},
        "shop": {"residence": "JP", "relationship": "end-user"},
    }
    return {name: router.decide(right="access", received=TODAY, **facts).request for name, facts in wanted.items()}


def changes(folder: Path, old: str, new: str) -> dict[str, Change]:
    """Give what changes for the three requesters when one piece of the file does."""
    before, after = Router(organisation=organisation(folder)), Router(organisation=organisation(folder, old, new))
    return {change.what: change for change in compare(before, after, requests(), Noticing("en"))}


def told(found: Iterable[Change], language: str = "en") -> str:
    """Tell changes."""
    return told_changes(tuple(found), language, read_law().rights)


# Two versions of a policy


def test_between_equal_versions_nothing_changes(tmp_path: Path) -> None:
    assert changes(tmp_path, "", "") == {}
    assert told([]) == "Nothing changes for requesters.\n"
    assert changes_json([]) == "[]\n"


def test_what_nobody_notices_is_no_change(tmp_path: Path) -> None:
    """An id, a source, the title of the policy."""
    assert changes(tmp_path, 'title.en = "Policy"', 'title.en = "Privacy policy"') == {}


@pytest.mark.parametrize(
    ("old", "new", "heading", "gone", "come"),
    [
        ("old@example.com", "new@example.com", "channels: Letters", ("Privacy desk, old@example.com",), ("Privacy desk, new@example.com",)),
        ('amount = "500"', 'amount = "1000"', "fees: Letters", ("500 JPY",), ("1000 JPY",)),
        ('basis = "fixed"\namount = "500"\ncurrency = "JPY"\n', 'basis = "free"\n', "fees: Letters", ("500 JPY",), ("free of charge",)),
        ('currency = "JPY"', 'currency = "JPY"\ntax = "included"', "fees: Letters", ("500 JPY",), ("500 JPY (tax included)",)),
        ('currency = "JPY"', 'currency = "JPY"\nwhen = "age > 5"', "fees: Letters", ("500 JPY",), ("500 JPY (depending on the case)",)),
        (', { text.en = "licence" }', "", "documents: Letters: Identity", ("licence",), ()),
        ("any_of = [", "# any_of = [", "documents: Letters: Identity", ("passport", "licence"), ()),
        ('text.en = "Identity"', 'text.en = "Identity"\nneeds = 2', "documents: Letters", ("Identity",), ("Identity (2 of these)",)),
        ('text.en = "Identity"', 'text.en = "Identity"\nwhen = "age > 5"', "documents: Letters", ("Identity",), ("Identity (depending on the case)",)),
        (
            '{ text.en = "passport" }',
            '{ text.en = "passport", together_with = [{ en = "photo" }], blacked_out.en = "number", issued_within = { months = 3 } }',
            "documents: Letters: Identity",
            ("passport",),
            ("passport (together with: photo) (black out: number) (issued within 3 months before the request)",),
        ),
        ("Write.", "Call.", "steps: Letters", ("Write.",), ("Call.",)),
        ('[{ en = "Write." }]', '[{ en = "Write." }]\npostage.en = "You pay."', "steps: Letters", (), ("Postage: You pay.",)),
        ('[{ en = "Write." }]', '[{ en = "Write." }]\nnever_accepted = [{ en = "Calls." }]', "steps: Letters", (), ("Not accepted: Calls.",)),
        ('desk = "privacy"', 'desk = "privacy"\nmethods = ["fax"]', "channels: Letters", (), ("by fax",)),
        ('desk = "privacy"', 'desk = "privacy"\nlanguages = ["ja"]', "channels: Letters", (), ("Languages in which it is taken: ja",)),
        ("by post", "by e-mail", "answers: Letters", ("by post",), ("by e-mail",)),
        ("We answer.", "We never answer.", "promises: ", ("We answer.",), ("We never answer.",)),
        ("days = 14", "days = 7", "targets: answer", ("2026-12-07",), ("2026-11-30",)),
        (
            "[[statements]]",
            '[[officers]]\nrole = "manager"\nname.en = "A. Clerk"\nphone = "123"\n\n[[statements]]',
            "officers: Personal information manager",
            (),
            ("A. Clerk, 123",),
        ),
        (
            "[[statements]]",
            '[[officers]]\nrole = "data-protection-officer"\n\n[[statements]]',
            "officers: Data protection officer",
            (),
            ("Data protection officer",),
        ),
    ],
)
def test_a_change_is_told_by_what_went_and_what_came(tmp_path: Path, old: str, new: str, heading: str, gone: tuple[str, ...], come: tuple[str, ...]) -> None:
    changed = changes(tmp_path, old, new)
    changed.pop("rules", None)  # a fixed fee that is published also settles which rules of the law on fees count
    (found,) = changed.values()
    assert f"{found.what}: {found.about}" == heading
    assert (found.gone, found.come, found.asked, found.cases) == (gone, come, (), ("Tokyo", "Hamburg", "shop"))


def test_a_change_names_those_whom_it_reaches(tmp_path: Path) -> None:
    representative = changes(tmp_path, "Old GmbH", "New GmbH")["representatives"]
    assert (representative.gone, representative.come) == (("required (Old GmbH, rep@example.com)",), ("required (New GmbH, rep@example.com)",))
    assert (representative.about, representative.cases) == ("GDPR", ("Hamburg",))
    assert changes(tmp_path, "The shop", "The seller")["controllers"].cases == ("shop",)
    harm = changes(tmp_path, "Harm.", "Danger.")["refusals"]
    assert (harm.gone, harm.come, harm.cases) == (("Harm.",), ("Danger.",), ("Tokyo", "Hamburg"))


def test_a_representative_who_is_no_longer_named_is_still_required(tmp_path: Path) -> None:
    named = '[[representatives]]\nregime = "eea-gdpr"\nname = "Old GmbH"\nemail = "rep@example.com"\n'
    (found,) = changes(tmp_path, named, "").values()
    assert (found.what, found.gone, found.come) == ("representatives", ("required (Old GmbH, rep@example.com)",), ("required",))


def test_a_fact_of_the_policy_changes_what_the_law_says(tmp_path: Path) -> None:
    """Once nothing is offered there any more, the GDPR no longer binds in Hamburg."""
    found = changes(tmp_path, "facts.offers_to_eea = true", "facts.offers_to_eea = false")
    assert {"laws", "assessments", "deadlines", "fees", "authorities", "representatives"} == found.keys() - {"outcome"}
    assert (found["laws"].about, found["laws"].gone, found["laws"].come) == ("GDPR", ("applies, on the assumptions below",), ())
    assert {change.cases for change in found.values()} == {("Hamburg",)}


def test_what_is_asked_is_told_too(tmp_path: Path) -> None:
    """Without its seat, the company is asked where it sits."""
    found = changes(tmp_path, 'facts.controller_seat = "JP"\n', "")
    assert "questions" in found
    assert found["questions"].come


def test_exceptions_and_bars_are_told(tmp_path: Path) -> None:
    found = changes(tmp_path, 'facts.role = "processor"', 'facts.role = "controller"')
    assert ["handled for somebody else" in text for text in found["limits"].gone] == [True]
    assert "Disclosure" in found["limits"].about
    assert found["outcome"].gone == ("somebody else must answer",)


def test_equal_changes_are_told_once_with_the_first_cases_named() -> None:
    many = Change(what="fees", about="Letters", gone=("500 JPY",), come=("free",), cases=tuple("abcdefg"))
    few = Change(what="steps", about="", gone=(), come=("Call.",), cases=("a",))
    assert told([few, many]) == "Fees: Letters\n- 500 JPY\n+ free\n  for: a; b; c; d; e; and 2 more\n\nSteps\n+ Call.\n  for: a\n"
    assert told([many], "ja").startswith("手数料：Letters\n")
    assert json.loads(changes_json([many]))[0]["cases"] == list("abcdefg")


def test_ordinary_requests_are_told_together_and_none_is_added() -> None:
    """People in Japan and Germany alike; agents for erasure only."""
    asked = [Asked(place, right, "customer", asker) for place in ("JP", "DE") for right in ("access", "erasure") for asker in ("person", "agent")]
    asked = [one for one in asked if (one.right, one.asker) != ("access", "agent")]
    change = Change(what="steps", about="", gone=(), come=("Call.",), asked=tuple(asked))
    assert told([change]).splitlines()[2:] == [
        "  for: DE, JP: Access to one's data and a copy of it / customer / person",
        "  for: DE, JP: Erasure / customer / agent, person",
    ]
    assert json.loads(changes_json([change]))[0]["asked"][0] == {"place": "JP", "right": "access", "relationship": "customer", "asker": "person"}


def test_what_is_decided_is_told_first(tmp_path: Path) -> None:
    found = changes(tmp_path, 'facts.role = "processor"', 'facts.role = "controller"')
    headings = [line.split(":")[0] for block in told(found.values()).split("\n\n") for line in block.splitlines()[:1]]
    assert headings == sorted(
        headings,
        key=["Outcome", "What a law says", "Deadlines", "Exceptions and bars", "Rules", "Fees", "Who answers instead", "Reasons to refuse", "Questions"].index,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_changes_are_told_in_the_language_asked_for(tmp_path: Path, language: str) -> None:
    """Nothing but names, and what the file has in one language, is told in another."""
    before, after = (
        Router(organisation=organisation(tmp_path)),
        Router(organisation=organisation(tmp_path, "facts.offers_to_eea = true\n", "facts.offers_to_eea = false\n")),
    )
    text = told(compare(before, after, requests(), Noticing(language)), language)
    assert text
    assert (language == "en") == ("on the assumptions below" in text)


# Which requests


def test_ordinary_requests_ask_for_every_right_of_every_law_whose_policies_are_checked(tmp_path: Path) -> None:
    law = read_law()
    found = ordinary_requests(law, TODAY, organisation(tmp_path))
    checked = [regime for regime in law.regimes if law.policy(regime)]
    assert len(found) == len(checked) * len(law.rights) * 2 * 2
    assert {name.place for name in found if isinstance(name, Asked)} == {"CN", "DE", "JP", "US-CA"}
    one = found[Asked("JP", "erasure", "end-user", "agent")]
    stated = {fact.id: fact.value for fact in one.facts}
    assert (one.right, one.received) == ("erasure", TODAY)
    assert (stated["residence"], stated["relationship"], stated["asker"]) == ("JP", "end-user", "agent")


def test_without_an_organisation_ordinary_requests_come_from_customers() -> None:
    assert {name.relationship for name in ordinary_requests(read_law(), TODAY) if isinstance(name, Asked)} == {"customer"}


def test_worked_requests_are_those_of_the_cases_that_ship() -> None:
    law = Law(SMALL_LAW)
    found = worked_requests([law, law])
    assert list(found) == [f"nz-moa: {scenario.name}" for scenario in law.scenarios()["nz-moa"]]
    assert {request.received for request in found.values()} == {scenario.received for scenario in law.scenarios()["nz-moa"]}


def test_cases_where_several_laws_meet_are_named_by_themselves(tmp_path: Path) -> None:
    folder = shutil.copytree(SMALL_LAW, tmp_path / "law")
    (folder / "scenarios").mkdir()
    text = (folder / "nz-moa/scenarios/requests.toml").read_text(encoding="utf-8").split("[[scenarios]]")[1]
    written(folder / "scenarios", "both.toml", "[[scenarios]]" + text.replace("Whoever", "Everybody who").replace('status = "applies"\n', ""))
    assert str(next(iter(worked_requests([Law(folder)])))).startswith("Everybody who")


# Two folders of law


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Give two copies of the invented law, with a policy law so that there are ordinary requests."""
    old = shutil.copytree(SMALL_LAW, tmp_path / "old")
    written(old, "nz-moa/policy.toml", POLICY_OF_MOA)
    facts = (old / "facts.toml").read_text(encoding="utf-8")
    more = "".join(
        f'\n[[facts]]\nid = "{name}"\nkind = "choice"\nvalues = {values}\nabout = "person"\nasks = "requester"\nsilence = "ask"\nquestion.en = "?"\nquestion.ja = "?"\n'
        for name, values in (("relationship", '["customer"]'), ("asker", '["person", "agent"]'))
    )
    written(old, "facts.toml", facts + more)
    return old, Path(shutil.copytree(old, tmp_path / "new"))


def edited(folder: Path, name: str, old: str, new: str) -> None:
    """Change one piece of a law file."""
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    written(folder, name, text.replace(old, new, 1))


def ran(capsys: Captured, *arguments: object) -> tuple[int, str, str]:
    """Run `jurisrights diff`, and give its status, what it printed and what it complained about."""
    status = main(["diff", *map(str, arguments), "--on", "2026-05-01"])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_between_equal_laws_nothing_changes(capsys: Captured, folders: tuple[Path, Path]) -> None:
    assert ran(capsys, *folders) == (0, "Nothing changes for requesters.\n", "")


def test_a_longer_time_is_told_with_the_requests_that_it_reaches(capsys: Captured, folders: tuple[Path, Path]) -> None:
    edited(folders[1], "nz-moa/rights/sighting.toml", "within = { months = 1 }", "within = { months = 2 }")
    status, out, err = ran(capsys, *folders)
    assert (status, err) == (1, "")
    assert "Deadlines: MDA: Access to one's sightings: answer\n- promptly, 1 month\n+ promptly, 2 months\n  for: " in out
    assert "nz-moa: Whoever sighted" in out
    assert ran(capsys, *folders, "--lang", "ja")[1].startswith("各段階の期限：")


def test_a_time_that_is_counted_otherwise_is_told_by_its_days(capsys: Captured, folders: tuple[Path, Path]) -> None:
    edited(folders[1], "nz-moa/regime.toml", 'roll = "next-working-day"', 'roll = "none"')
    status, out, err = ran(capsys, *folders)
    assert (status, err) == (1, "")
    assert "- 2026-06-02\n+ 2026-06-01\n" in out
    assert "1 month\n" not in out


def test_a_time_that_only_a_recommended_standard_names_is_no_deadline(capsys: Captured, folders: tuple[Path, Path]) -> None:
    for folder in folders:
        edited(folder, "nz-moa/rights/sighting.toml", "within = { months = 1 }", "within = { months = 1 }\nbinding = false")
        shutil.rmtree(folder / "nz-moa/scenarios")
    edited(folders[1], "nz-moa/rights/sighting.toml", "within = { months = 1 }", "within = { months = 2 }")
    assert ran(capsys, *folders) == (0, "Nothing changes for requesters.\n", "")


def test_changes_of_the_law_come_as_json_too(capsys: Captured, folders: tuple[Path, Path]) -> None:
    edited(folders[1], "nz-moa/rights/sighting.toml", "within = { months = 1 }", "within = { months = 2 }")
    status, out, err = ran(capsys, *folders, "--format", "json")
    assert (status, err) == (1, "")
    found = {item["what"]: item for item in json.loads(out)}
    assert (found["deadlines"]["gone"], found["deadlines"]["come"]) == (["promptly, 1 month"], ["promptly, 2 months"])
    assert found["deadlines"].keys() == {"what", "about", "gone", "come", "asked", "cases"}


def test_a_request_that_only_one_law_can_take_is_a_change(capsys: Captured, folders: tuple[Path, Path]) -> None:
    """The new law no longer knows the fact that a case of the old one states."""
    for path in (folders[1] / "nz-moa").rglob("*.toml"):
        path.write_text(path.read_text(encoding="utf-8").replace("moa_sighted", "moa_seen"), encoding="utf-8")
    status, out, _ = ran(capsys, *folders)
    assert status == 1
    assert "A request that can no longer be taken, or can be now" in out
    assert "moa_sighted" in out


# The command line


def test_two_organisation_files_are_held_against_each_other(capsys: Captured, tmp_path: Path) -> None:
    small = OLD.replace('holds_data_of = ["customer", "end-user"]\n', "")
    old, new = written(tmp_path, "old.toml", small), written(tmp_path, "new.toml", small.replace("500", "700"))
    status, out, err = ran(capsys, old, new)
    assert (status, err) == (1, "")
    assert out.startswith("Fees: Letters\n- 500 JPY\n+ 700 JPY\n  for: CN, DE, JP, US-CA: Access to one's data and a copy of it / customer / agent, person\n")


def test_equal_organisation_files_change_nothing(capsys: Captured, tmp_path: Path) -> None:
    path = written(tmp_path, "old.toml", 'name.en = "E"\n[policy]\ntitle.en = "P"\nlanguage = "en"\n')
    assert ran(capsys, path, path, "--format", "json") == (0, "[]\n", "")


def test_a_file_and_a_folder_cannot_be_compared(capsys: Captured, tmp_path: Path) -> None:
    path = written(tmp_path, "old.toml", OLD)
    assert ran(capsys, path, SMALL_LAW) == (2, "", "give two organisation files, or two folders of law data\n")


def test_a_file_that_is_not_there_is_a_mistake(capsys: Captured, tmp_path: Path) -> None:
    status, out, err = ran(capsys, tmp_path / "one.toml", tmp_path / "two.toml")
    assert (status, out) == (2, "")
    assert "one.toml" in err
