"""Facts about the decision tables: nothing of the law is missing, nothing stands twice, every row is whole, every language is complete."""

from __future__ import annotations

import importlib.util
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

from jurisrights.errors import RequestError
from jurisrights.model.calendars import FirstDay, Roll
from jurisrights.model.conditions import Condition
from jurisrights.model.law import ConnectionEffect, TerritoryStatus
from jurisrights.model.lengths import Citation
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import (
    TOPIC_VALUES,
    Asks,
    AuthorityRole,
    Confirmed,
    Effect,
    Event,
    Kind,
    Outcome,
    Rank,
    Right,
    Sector,
    Silence,
    Standard,
    Step,
    Topic,
)
from jurisrights.reading.library import Law, law_folder, read_law
from jurisrights.showing.headings import heading, rule_value, word
from jurisrights.showing.languages import LANGUAGES, spoken
from jurisrights.showing.tables import facts_table, in_order, rights_table, table

ROOT = Path(__file__).parents[1]
LAW = read_law()
REGIMES = sorted(LAW.regimes)
LIMITS = ("bars", "exceptions", "clocks")
TODAY = date(2026, 11, 23)

INVENTED = {
    "regime.toml": """
languages = ["en"]
in_force_from = 2001-01-01
in_force_until = 2098-12-31
encoded_from = 2001-01-01
citation = "Moon Act s. 99"
confirmed = "recalled"
name.en = "Moon Data Act"
short = "Moon"
requester.en = "moon dweller"
[[instruments]]
id = "Moon Act"
title.en = "Act on data | on the Moon"
rank = "statute"
binding = true
checked_on = 2026-11-23
confirmed = "statute"
[[connections]]
id = "on-the-moon"
effect = "include"
when = "moon_base"
citation = "Moon Act s. 1"
text.en = "The base is *there* <b>|\\nand nowhere else."
""",
    "facts.toml": """
[[facts]]
id = "moon_base"
kind = "yes-no"
about = "organisation"
asks = "organisation"
silence = "ask"
question.en = "Is there a base on the Moon?"
[[facts]]
id = "craters"
kind = "number"
about = "data"
asks = "requester"
silence = "assume"
assume = 1
because.en = "There is always one."
question.en = "How many craters are there?"
""",
    "limits.toml": """
[[bars]]
id = "eclipse"
about = "data"
when = "craters > 2"
effect = "out-of-scope"
covers = ["forgetting", "seeing"]
citation = "Moon Act s. 5"
text.en = "Not during an eclipse."
[[exceptions]]
id = "dust"
when = "craters > 3"
effect = "delay"
covers = ["seeing"]
citation = "Moon Act s. 6"
text.en = "Dust must settle first."
""",
    "rights/forgetting.toml": """
answers = ["erasure"]
citation = "Moon Act s. 3"
confirmed = "statute"
title.en = "Right to be forgotten on the Moon"
[[grounds]]
id = "only-ground"
citation = "Moon Act s. 3(1)"
text.en = "There is only this ground."
""",
    "rights/seeing.toml": """
answers = ["access"]
citation = "Moon Act s. 4"
confirmed = "statute"
title.en = "Right to see"
""",
}


def sections(page: str, level: int = 2) -> dict[str, str]:
    """Return the text under each heading of a level, up to the next heading of it or of a higher one."""
    found: dict[str, str] = {}
    title = ""
    for line in page.splitlines():
        marks, _, rest = line.partition(" ")
        if set(marks) == {"#"}:
            title = rest if len(marks) == level else title if len(marks) > level else ""
            assert len(marks) != level or rest not in found
        found[title] = found.get(title, "") + line + "\n"
    return found


def tables(text: str) -> Iterator[list[list[str]]]:
    """Yield each table of a text as rows of cells, the heads first."""
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line.startswith("|")]
        if lines:
            assert len(lines) == len(block.strip().splitlines())
            rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
            assert set(rows.pop(1)) == {"---"}
            yield rows


def rows_under(text: str, label: str) -> list[list[str]]:
    """Return the rows of the table that follows a bold label, without the heads."""
    _, found, after = text.partition(f"**{label}**\n")
    return [row for rows in tables(after.partition("\n**")[0]) for row in rows[1:]] if found else []


def ids(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the short names in the first cells."""
    return [re.findall(r"`([^`]*)`", row[0])[-1] for row in rows]


def safe(text: Text, language: str = "en") -> str:
    """Return a text as it stands in a cell."""
    used = language if text.has(language) else "en"
    joined = ("" if used in {"ja", "zh"} else " ").join(line.strip() for line in text.in_(used).splitlines())
    return joined.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")


def own(provision: Any, kind: str) -> list[Any]:
    """Return the limits that reach this provision alone."""
    return [item for item in getattr(provision, kind) if len(item.covers) < 2]


def shared(regime: str, kind: str) -> list[Any]:
    """Return the limits that reach several provisions, each once."""
    return list(dict.fromkeys(item for provision in LAW.provisions(regime).provisions for item in getattr(provision, kind) if len(item.covers) > 1))


def inner(value: object, kind: type) -> Iterator[Any]:
    """Yield every value of a kind inside a value of the law."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from inner(item, kind)
    elif attrs.has(type(value)) and not isinstance(value, (Condition, Text)):
        kept: Any = type(value)
        for field in attrs.fields(kept):
            yield from inner(getattr(value, field.name), kind)


@pytest.fixture(scope="module")
def moon(tmp_path_factory: pytest.TempPathFactory) -> Law:
    """Return the law with one more, invented, regime: a folder and nothing else."""
    folder = tmp_path_factory.mktemp("law") / "jurisdictions"
    shutil.copytree(law_folder(), folder)
    for name, text in INVENTED.items():
        (folder / "xx-moon" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "xx-moon" / name).write_text(text, encoding="utf-8")
    return Law(folder)


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """Return `tools/generate.py`, set to write into an empty checkout."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "tools" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    shutil.copytree(law_folder(), tmp_path / "jurisdictions")
    (tmp_path / "src" / "jurisrights").mkdir(parents=True)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    (tmp_path / "docs").mkdir()
    for page in ("README.md", "docs/policy-check.md"):
        shutil.copy(ROOT / page, tmp_path / page)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return module


# Nothing is missing, nothing stands twice


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_provision_has_a_section_with_all_that_is_its_own(regime: str, language: str) -> None:
    """A provision's section holds its grounds and its own limits, each once, with their texts, and nothing of the shared limits."""
    found = sections(table(LAW, regime, language), 3)
    for number, provision in enumerate(in_order(LAW.regimes[regime], LAW.provisions(regime)), 1):
        section = found[f"{number}. {safe(provision.title, language)}"]
        assert f"`{provision.id}`" in section
        for kind, items in [("grounds", list(provision.grounds)), *((kind, own(provision, kind)) for kind in LIMITS)]:
            rows = rows_under(section, heading(kind, language))
            assert len(rows) == len(items)
            for row, item in zip(rows, items, strict=True):
                assert f"`{item.id}`" in row[0] or not item.id
                assert row[-2].startswith(safe(item.text, language))


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_limits_that_reach_several_provisions_stand_once(regime: str, language: str) -> None:
    """A shared limit has one row, with the provisions that it reaches; each of these names it."""
    page = table(LAW, regime, language)
    section = sections(page).get(heading("shared", language), "")
    for kind in LIMITS:
        items = shared(regime, kind)
        rows = rows_under(section, heading(kind, language))
        assert ids(rows) == [item.id for item in items]
        for row, item in zip(rows, items, strict=True):
            assert row[-3].startswith(safe(item.text, language))
            assert re.findall(r"`([^`]*)`", row[-2]) == list(item.covers)
    for number, provision in enumerate(in_order(LAW.regimes[regime], LAW.provisions(regime)), 1):
        named = sections(page, 3)[f"{number}. {safe(provision.title, language)}"].partition("\n**")[0]
        assert all(f"`{item.id}`" in named for kind in LIMITS for item in getattr(provision, kind) if len(item.covers) > 1)


@pytest.mark.parametrize("regime", REGIMES)
def test_every_side_rule_stands_once(regime: str) -> None:
    """A side rule has one row: with its provision, with the shared rules, or with the representative."""
    page = table(LAW, regime)
    rules = Counter((rule.id, rule.value) for rule in LAW.provisions(regime).rules)
    values = {rule_value(rule.topic, rule.value, "en"): rule.value for rule in LAW.provisions(regime).rules}
    found = [row for rows in tables(page) if rows[0][:2] in (["Topic", "Rule"], ["Short name", "Rule"]) for row in rows[1:]]
    assert len(found) == rules.total()
    assert all(row[1] in values for row in found)
    assert Counter(ids(found)) == Counter(rule.id for rule in LAW.provisions(regime).rules)


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_citation_and_every_open_point_is_shown(regime: str, language: str) -> None:
    """What the law is cited for, and where it is open, is never left out."""
    page = table(LAW, regime, language)
    law = (LAW.regimes[regime], LAW.provisions(regime))
    for citation in inner(attrs.evolve(law[0], facts=()), Citation):
        assert all(entry.text in page for entry in citation.entries)
    for citation in inner(law[1], Citation):
        assert all(entry.text in page for entry in citation.entries)
    points = sections(page).get(heading("unsettled", language), "")
    for kind in ("connections", "definitions", "counting", "calendars"):
        assert all(safe(item.unsettled, language) in points for item in getattr(law[0], kind))
    for provision in law[1].provisions:
        items: tuple[Any, ...] = (provision, *provision.grounds, *provision.bars, *provision.exceptions, *provision.clocks, *law[1].rules)
        assert all(safe(item.unsettled, language) in points for item in items)


@pytest.mark.parametrize("regime", REGIMES)
def test_the_overview_has_a_row_for_each_provision(regime: str) -> None:
    """The overview numbers the provisions as their sections do."""
    rows = next(tables(sections(table(LAW, regime))["Overview"]))
    assert rows[0] == ["Provision", "Right", "Grounds in short", "Deadline", "Fee", "Identity", "Citation"]
    assert [row[0] for row in rows[1:]] == [
        f"{number}. {safe(item.title)}" for number, item in enumerate(in_order(LAW.regimes[regime], LAW.provisions(regime)), 1)
    ]


def test_the_overview_leaves_times_to_complain_to_the_limits_that_reach_several_provisions() -> None:
    rows = next(tables(sections(table(LAW, "eea-gdpr"))["Overview"]))[1:]
    assert [row[0] for row in rows if "complaint:" in row[3]] == []
    assert "complaint" in sections(table(LAW, "eea-gdpr"))["Limits that reach several provisions"]


@pytest.mark.parametrize("regime", REGIMES)
def test_an_open_point_stands_once_with_all_the_places_that_it_concerns(regime: str) -> None:
    found: list[list[list[str]]] = list(tables(sections(table(LAW, regime)).get("Open points", "")))
    rows = found[0][1:] if found else []
    texts = [row[1] for row in rows]
    assert len(texts) == len(set(texts))
    assert all(all(row) for row in rows)


@pytest.mark.parametrize(
    ("regime", "first", "last"),
    [
        ("eea-gdpr", ["withdraw-consent", "information-direct"], "compensation"),  # article 7 before article 13
        ("jp-appi", ["opt-out", "transfer-safeguards"], "complaint-handling"),  # Art. 27(2) today, not Art. 23(2) of the old text
        ("us-ca-ccpa", ["notice", "know-specific"], "admt-opt-out"),  # the Civil Code before the regulations
    ],
)
def test_the_provisions_stand_in_the_order_of_the_law(regime: str, first: list[str], last: str) -> None:
    order = [item.id for item in in_order(LAW.regimes[regime], LAW.provisions(regime))]
    assert (order[:2], order[-1]) == (first, last)


@pytest.mark.parametrize("regime", REGIMES)
def test_each_value_is_counted_once_by_how_it_was_confirmed(regime: str) -> None:
    """The counts add up to the values of the law."""
    heads, *rows = next(tables(sections(table(LAW, regime))["How these values were confirmed"]))
    assert heads == ["Kind", "statute", "guidance", "secondary", "recalled"]
    counted = {row[0]: sum(map(int, row[1:])) for row in rows}
    law = LAW.provisions(regime)
    assert counted["The provisions"] == len(law.provisions)
    assert counted["Rules"] == len(law.rules)
    for kind in LIMITS:
        items = [item for provision in law.provisions for item in own(provision, kind)] + shared(regime, kind)
        assert counted.get(heading(kind, "en"), 0) == len(items)


# The form


def pages(law: Law) -> Iterator[tuple[str, str]]:
    """Yield every page in every language."""
    for language in LANGUAGES:
        yield language, facts_table(law, language)
        yield language, rights_table(law, language)
        for regime in law.regimes:
            yield language, table(law, regime, language)
            yield language, table(law, regime, language, TODAY)


def test_every_row_has_the_cells_of_its_heads(moon: Law) -> None:
    """No text breaks a table, whatever signs it holds."""
    for _, page in pages(moon):
        for heads, *rows in tables(page):
            assert rows
            assert all(heads)
            assert all(len(row) == len(heads) for row in rows)
        assert ">>>" not in page  # the documentation is run as doctests


def test_pages_have_no_english_headings() -> None:
    """Headings, labels and heads of columns are all in the page's language."""
    english = spoken("en").HEADINGS
    for language, page in pages(LAW):
        foreign = {phrase for key, phrase in english.items() if phrase != spoken(language).HEADINGS[key]}
        heads = {cell for rows in tables(page) for cell in rows[0]} - {regime.short for regime in LAW.regimes.values()}
        titles = set(re.findall(r"^#+ (.*)$", page, re.MULTILINE)) | set(re.findall(r"^\*\*(.*)\*\*$", page, re.MULTILINE))
        assert not (heads | titles) & foreign


@pytest.mark.parametrize(
    "kind",
    [Effect, Step, Standard, Event, Outcome, Topic, Rank, Confirmed, Kind, Asks, Sector, AuthorityRole, ConnectionEffect, TerritoryStatus, FirstDay, Roll],
)
def test_every_word_of_a_vocabulary_has_a_name_in_every_language(kind: type[StrEnum]) -> None:
    """A new word needs a name before it can stand in a table."""
    for member in kind:
        if member is not Outcome.FACTS_NEEDED:
            assert all(word(member, language) for language in LANGUAGES)


def test_every_value_of_a_side_rule_has_a_name_in_every_language() -> None:
    """The same value may mean another thing under another topic."""
    assert all(rule_value(topic, value, language) for topic, values in TOPIC_VALUES.items() for value in values for language in LANGUAGES)
    assert all(word(silence, language) for silence in (Silence.ASK, Silence.OPEN) for language in LANGUAGES)


def test_a_page_is_the_same_each_time() -> None:
    """Nothing depends on the order of a set or on the day."""
    assert table(Law(law_folder()), "eea-gdpr") == table(LAW, "eea-gdpr")


def test_the_top_says_where_the_page_comes_from() -> None:
    """Release, command and what the page is not."""
    top = table(LAW, "jp-appi").split("\n\n")[1]
    assert top == f"Generated by `jurisrights table jp-appi` from release {LAW.release.release} of the law data. **Information, not legal advice.**"


# Marks


def test_what_was_not_read_in_the_law_is_tagged() -> None:
    """Every value carries its tag beside its citation; the law's own text carries none."""
    rows = {row[0]: row for row in next(tables(sections(table(LAW, "eea-gdpr"))["Sources of law"]))[1:]}
    for instrument in LAW.regimes["eea-gdpr"].instruments:
        day = "" if instrument.confirmed is Confirmed.RECALLED else str(instrument.checked_on)  # nobody looked at it on that day
        tag = "" if instrument.confirmed is Confirmed.STATUTE else f"*({instrument.confirmed})*"
        assert rows[f"`{instrument.id}`"][-1] == f"{day} {tag}".strip()


def test_a_benchmark_is_marked_as_not_binding() -> None:
    """A number from a recommended standard can be told from the law's own."""
    rows = rows_under(sections(table(LAW, "cn-pipl"))["Limits that reach several provisions"], "Deadlines")
    for row, clock in zip(rows, shared("cn-pipl", "clocks"), strict=True):
        assert ("**not binding**" in row[1]) is not clock.binding


def test_a_day_leaves_out_what_is_not_in_force() -> None:
    """On a day each article has one number, and each place one status."""
    page = table(LAW, "jp-appi", on=date(2022, 3, 31))
    assert "The law as it stands on 2022-03-31." in page
    assert "APPI Art. 30" in page
    assert "APPI Art. 33(1)-(4)" not in page
    territory = sections(table(LAW, "eea-gdpr", on=date(2019, 1, 1)))["Territory"]
    assert [row[2] for rows in tables(territory) for row in rows if "GB" in row[1].split(", ")] == ["inside"]


def test_an_unknown_regime_is_a_mistake_of_the_caller() -> None:
    """The error names the regimes that there are."""
    with pytest.raises(RequestError, match="there are cn-civil-code"):
        table(LAW, "gdpr")


def test_every_fact_and_every_right_has_one_row() -> None:
    """The lists are complete, and no fact stands twice."""
    assert Counter(name for rows in tables(facts_table(LAW)) for name in ids(rows[1:])) == Counter(LAW.facts.keys())
    assert [row[1] for row in next(tables(rights_table(LAW)))[1:]] == [f"`{right}`" for right in LAW.rights]


# One more law is one more folder


def test_an_invented_law_appears_without_touching_python(moon: Law) -> None:
    """The tables, the facts and the rights take up a new folder."""
    page = table(moon, "xx-moon")
    assert page.startswith("# Moon Data Act\n")
    assert "In force: 2001-01-01 to 2098-12-31 (Moon Act s. 99 *(recalled)*)" in page
    assert "| `on-the-moon` | applies | The base is \\*there\\* &lt;b>\\| and nowhere else.<br>*If* `moon_base` | Moon Act s. 1 *(recalled)* |" in page
    assert "No grounds are needed: the right is owed to everyone." in sections(page, 3)["2. Right to see"]
    assert ids(rows_under(sections(page, 3)["2. Right to see"], heading("exceptions", "en"))) == ["dust"]
    assert ids(rows_under(sections(page)["Limits that reach several provisions"], heading("bars", "en"))) == ["eclipse"]
    assert "How many craters are there?" in sections(facts_table(moon))["Moon Data Act"]
    assert "taken to be: `1`" in facts_table(moon)
    assert next(tables(rights_table(moon)))[0][-1] == "Moon"


def test_a_law_without_texts_in_the_language_says_so(moon: Law) -> None:
    """A missing language falls back openly."""
    assert heading("fallback", "ja") in table(moon, "xx-moon", "ja")
    assert heading("fallback", "ja") not in table(moon, "jp-appi", "ja")
    assert "\n## 概览\n" in table(moon, "cn-pipl", "zh")
    assert heading("fallback", "zh") not in table(moon, "cn-pipl", "zh")
    assert "\n## Overview\n" in table(moon, "cn-pipl", "xx")
    assert table(moon, "cn-pipl", "zh").startswith(f"# {moon.regimes['cn-pipl'].name.in_('zh')}")


# The generated files


def test_generated_files_are_fresh(generator: ModuleType) -> None:
    """`make generate` has been run since the law data or the tables changed."""
    stale = generator.stale_files(ROOT, generator.generated_files(Law(ROOT / "jurisdictions")))
    assert not stale, f"run `make generate`: {', '.join(map(str, stale))}"


def test_the_generator_writes_only_what_differs(generator: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run writes nothing; a check names what is stale, and the page of a law that is gone; other pages are left alone."""
    assert generator.main(["--check"]) == 1
    assert "docs/law/jp-appi.md: stale" in capsys.readouterr().err
    assert generator.main([]) == 0
    assert generator.main(["--check"]) == 0
    page = tmp_path / "docs" / "law" / "jp-appi.md"
    gone = page.with_name("xx-gone.md")
    gone.write_text("Generated by `jurisrights table xx-gone`", encoding="utf-8")
    page.with_name("index.md").write_text("By hand", encoding="utf-8")
    page.write_text("changed", encoding="utf-8")
    capsys.readouterr()
    assert generator.main([]) == 0
    assert capsys.readouterr().out.split() == ["docs/law/jp-appi.md", "docs/law/xx-gone.md"]
    assert not gone.exists()
    assert page.with_name("index.md").exists()


def test_the_stub_names_every_fact_with_its_type(generator: ModuleType) -> None:
    """Editors and type checkers know every keyword argument; the residence is a parameter of its own."""
    stub = generator.stated_facts(LAW.facts)
    entries = dict(re.findall(r"^    (\w+): (.*) \| None$", stub, re.MULTILINE))
    assert list(entries) == sorted(set(LAW.facts) - {"residence"})
    assert entries["role"].startswith('Literal["controller", ')
    assert entries["needed_for_legal_claims"] == 'Literal["no", "partly", "entirely"]'
    assert {entries[name] for name in ("person_alive", "age", "collected_on", "location", "establishments")} == {"bool", "int", "date", "str", "Sequence[str]"}


def test_every_neutral_right_is_named() -> None:
    """The list of rights is the vocabulary."""
    assert set(LAW.rights) == set(Right)
