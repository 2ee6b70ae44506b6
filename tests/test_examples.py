"""Facts about the example policies: they load, their worked cases hold, and what the check finds in them is documented, each finding with its why."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from jurisrights import Router
from jurisrights.model.scenario import Scenario
from jurisrights.reading.library import read_law
from jurisrights.reading.organisations import read_organisation, read_policy_scenarios
from jurisrights.testing.replay import differences, replay

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "examples" / "organisations"
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))
FIVE = ["azpocket", "gmo-commerce", "jma-systems", "saison-technology", "unnamed-company"]
FEWEST_CASES = 8


def tools() -> ModuleType:
    """Give `tools/generate.py`, which writes what this page of the docs says."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "tools" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATE = tools()


def worked(name: str) -> tuple[Scenario, ...]:
    """Give the worked cases of an organisation."""
    law = read_law()
    return read_policy_scenarios(FOLDER / "scenarios" / f"{name}.toml", law, read_organisation(FOLDER / f"{name}.toml", law))


CASES = [pytest.param(name, scenario, id=f"{name}: {scenario.name}") for name in NAMES for scenario in worked(name)]


def test_the_five_policies_are_there() -> None:
    assert set(FIVE) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_policy_has_worked_cases_from_different_places_relationships_and_rights(name: str) -> None:
    cases = worked(name)
    assert len(cases) >= FEWEST_CASES
    assert len({case.name for case in cases}) == len(cases)
    assert len({case.residence for case in cases}) > 1
    assert len({case.facts.get("relationship") for case in cases}) > 1
    assert len({case.right for case in cases}) > 2


@pytest.mark.parametrize(("name", "scenario"), CASES)
def test_the_decision_holds_what_the_worked_case_demands(name: str, scenario: Scenario) -> None:
    router = Router.load(FOLDER / f"{name}.toml", law=read_law())
    assert differences(replay(router, scenario, ""), scenario.expect, "") == ()


@pytest.mark.parametrize("name", NAMES)
def test_eight_worked_cases_say_in_full_what_the_policy_adds(name: str) -> None:
    """Laws, ways with their steps, documents and fees judged by law, refusals, who answers instead, is named, represents, and takes complaints."""
    keys: tuple[str, ...] = ("outcome", "due", "laws", "channels", "methods", "steps", "answers", "documents", "fees", "fee_law", "refusals")
    keys += ("controllers", "officers", "represented_by", "duties", "complain_to")
    full = [case.name for case in worked(name) if all(getattr(case.expect, key) is not None for key in keys)]
    assert len(full) >= FEWEST_CASES


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_has_its_why_and_every_why_its_finding(name: str) -> None:
    found = {(name, item.code, item.regime, item.item) for item in GENERATE.example_findings(read_law())[name]}
    assert {key for key in GENERATE.whys() if key[0] == name} == found


def test_no_why_stands_twice_or_speaks_of_no_organisation() -> None:
    rows = tomllib.loads((ROOT / "examples" / "findings.toml").read_text(encoding="utf-8"))["findings"]
    assert len(GENERATE.whys()) == len(rows)
    assert {row["organisation"] for row in rows} <= set(NAMES)
    assert [row for row in rows if not row["why"]["en"].endswith((".", ")"))] == []


def test_the_docs_show_every_finding_with_its_why() -> None:
    page = (ROOT / "docs" / "policy-check.md").read_text(encoding="utf-8")
    assert [why for why in GENERATE.whys().values() if why not in page] == []
    assert "not written yet" not in page
    assert page == GENERATE.policy_check(read_law()), "run `make generate`"


def test_the_docs_show_every_check() -> None:
    page = (ROOT / "docs" / "policy-check.md").read_text(encoding="utf-8")
    assert [code for code in read_law().checks() if f"| `{code}` | " not in page] == []
