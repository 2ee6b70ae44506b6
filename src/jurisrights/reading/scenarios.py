"""The worked cases, and whether every word in them is a word of the law: a misspelled id would prove nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import attrs

from jurisrights.errors import DataError, Problem
from jurisrights.model.law import Fact, Provisions, Regime
from jurisrights.model.scenario import Expectation, Scenario
from jurisrights.model.vocabulary import TOPIC_VALUES, About, Step, Topic
from jurisrights.reading.checks import check_citation
from jurisrights.reading.kinds import fault_in_value
from jurisrights.reading.lines import Path
from jurisrights.reading.structure import TomlFile
from jurisrights.reading.words import did_you_mean, shown

_NO_DATE = ("none", "not-available", "absent")
_DUTIES = (*TOPIC_VALUES[Topic.REPRESENTATIVE], "unclear")


@attrs.frozen(kw_only=True)
class ScenariosFile:
    """What stands in one file of `scenarios/`."""

    scenarios: tuple[Scenario, ...]


@attrs.frozen(kw_only=True)
class Words:
    """What scenarios may name: every fact, the regimes, and the provisions of a regime (None: they cannot be read)."""

    facts: Mapping[str, Fact]
    regimes: Mapping[str, Regime]
    provisions: Callable[[str], Provisions]


def check_scenarios(file: TomlFile, scenarios: Iterable[Scenario], words: Words, regime_id: str) -> Iterator[Problem]:
    """Give the problems of the worked cases of one file, which stands in the folder of a regime or (empty id) at the top."""
    names: set[str] = set()
    for index, scenario in enumerate(scenarios):
        path: Path = ("scenarios", index)
        if scenario.name in names:
            yield file.problem((*path, "name"), "duplicate id", f"'{scenario.name}' stands twice in this file")
        names.add(scenario.name)
        yield from _request(file, path, scenario, words)
        looked_at = scenario.regimes or ((regime_id,) if regime_id else tuple(words.regimes))
        citing = [words.regimes[name] for name in ((regime_id,) if regime_id else words.regimes)]
        yield from check_citation([item.id for regime in citing for item in regime.instruments], file, (*path, "citation"), scenario.citation)
        yield from _expectation(file, (*path, "expect"), scenario, words)
        if set(scenario.regimes) <= set(words.regimes):
            yield from _ids(file, (*path, "expect"), scenario.expect, words, looked_at)


def _request(file: TomlFile, path: Path, scenario: Scenario, words: Words) -> Iterator[Problem]:
    for regime in scenario.regimes:
        if regime not in words.regimes:
            hint = did_you_mean(regime, sorted(words.regimes))
            yield file.problem((*path, "regimes"), "regime", f"'{regime}' is no regime that is encoded{hint}")
    yield from _facts(file, (*path, "facts"), scenario.facts, words)
    for part, facts in scenario.parts.items():
        here = (*path, "parts", part)
        yield from _facts(file, here, facts, words)
        for name in facts:
            if name in words.facts and words.facts[name].about is not About.DATA:
                yield file.problem((*here, name), "fact", f"'{name}' is not about data, so it cannot differ between parts")


def _facts(file: TomlFile, path: Path, facts: Mapping[str, object], words: Words) -> Iterator[Problem]:
    for name, value in facts.items():
        fact = words.facts.get(name)
        if fact is None:
            yield file.problem((*path, name), "fact", _unknown(name, words))
        elif fault := fault_in_value(fact, value):
            yield file.problem((*path, name), "wrong value", f"'{name}' cannot be {shown(value)}: {fault}")


def _unknown(name: str, words: Words) -> str:
    return f"'{name}' is no declared fact{did_you_mean(name, sorted(words.facts))}"


def _expectation(file: TomlFile, path: Path, scenario: Scenario, words: Words) -> Iterator[Problem]:
    expect = scenario.expect
    if expect == Expectation():
        yield file.problem(path, "expect", "a scenario expects at least one thing")
    if isinstance(expect.due, str) and expect.due != "none":
        yield file.problem((*path, "due"), "wrong value", f"'{expect.due}' is neither a date nor 'none'")
    yield from _steps(file, path, expect)
    for topic, values in expect.rules.items():
        known = list(TOPIC_VALUES[Topic(topic)]) if topic in list(Topic) else []
        for wrong in [value for value in values if value not in known] if known else [topic]:
            yield file.problem((*path, "rules", topic), "wrong value", f"'{wrong}' is not known{did_you_mean(wrong, known or list(Topic))}")
    if expect.representative and expect.representative not in _DUTIES:
        message = f"'{expect.representative}' is not known{did_you_mean(expect.representative, _DUTIES)}"
        yield file.problem((*path, "representative"), "wrong value", message)
    first = (expect.first_question,) if expect.first_question else ()
    asked: dict[str, tuple[str, ...]] = {"questions": expect.questions, "assumptions": expect.assumptions, "first_question": first}
    for key, names in asked.items():
        for name in names:
            if name not in words.facts:
                yield file.problem((*path, key), "fact", _unknown(name, words))


def _steps(file: TomlFile, path: Path, expect: Expectation) -> Iterator[Problem]:
    for key, steps in (("deadlines", list(expect.deadlines)), ("alternatives", list(expect.alternatives))):
        for step in steps:
            if step not in list(Step):
                yield file.problem((*path, key, step), "wrong value", f"'{step}' is no step{did_you_mean(step, list(Step))}")
    for step, wanted in expect.deadlines.items():
        if not isinstance(wanted, date) and wanted not in _NO_DATE:
            message = f"'{wanted}' is neither a date nor one of {', '.join(_NO_DATE)}"
            yield file.problem((*path, "deadlines", step), "wrong value", message)


def _ids(file: TomlFile, path: Path, expect: Expectation, words: Words, regimes: Iterable[str]) -> Iterator[Problem]:
    try:
        read = [words.provisions(regime) for regime in regimes]
    except DataError:
        return  # reported where it stands; what these names mean is not known until it is repaired
    provisions = [provision for law in read for provision in law.provisions]
    found = {kind: {item.id for provision in provisions for item in getattr(provision, kind)} for kind in ("grounds", "bars", "exceptions")}
    authorities = {authority.id for law in read for authority in law.authorities}
    others = {item.id for law in read for item in law.rules} | {clock.id for provision in provisions for clock in provision.clocks}
    known: dict[str, tuple[Iterable[str], set[str]]] = {
        **{kind: (getattr(expect, kind), ids) for kind, ids in found.items()},
        "open": (expect.open, found["exceptions"]),
        "not": (expect.not_, authorities.union(others, *found.values())),
        "authorities": (expect.authorities, authorities),
        "assessments": (
            (name.partition("/")[0] for name in expect.assessments),
            {"", *(provision.id for provision in provisions)},
        ),
    }
    for key, (names, ids) in known.items():
        for name in names:
            if name not in ids:
                yield file.problem((*path, key), "id", f"'{name}' is the id of nothing there{did_you_mean(name, sorted(ids - {''}))}")
