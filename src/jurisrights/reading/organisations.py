"""From an organisation's TOML file to its policy as values, checked against the law's words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs

from jurisrights.errors import DataError, Problem
from jurisrights.model.conditions import Condition
from jurisrights.model.law import Fact
from jurisrights.model.organisation import Organisation, OrganisationFacts
from jurisrights.reading.kinds import Names, PLACE_CODE, fault_in_value
from jurisrights.reading.library import Law
from jurisrights.reading.lines import Path as ItemPath
from jurisrights.reading.structure import TomlFile, did_you_mean, structure
from jurisrights.model.vocabulary import Kind

_TABLES = ("companies", "desks", "channels", "facts", "representatives", "statements", "retention", "marks")


def read_organisation(path: Path, law: Law) -> Organisation:
    """Read an organisation's file.

    Raises:
        DataError: the file is missing, or with every problem in it.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataError([Problem(file=str(path), line=None, rule="file", message=f"cannot be read: {error.strerror}")]) from None
    file = TomlFile(path.name, content)
    organisation = structure(file, Organisation)
    problems = [*_references(file, organisation, law), *_conditions(file, organisation, law)]
    for index, group in enumerate(organisation.facts):
        problems += _facts(file, ("facts", index), group, law)
    if problems:
        raise DataError(problems)
    return attrs.evolve(organisation, facts=tuple(_with_tuples(group) for group in organisation.facts))


def _references(file: TomlFile, organisation: Organisation, law: Law) -> Iterator[Problem]:
    desks = [desk.id for desk in organisation.desks]
    for index, channel in enumerate(organisation.channels):
        if channel.desk not in desks:
            yield file.problem(("channels", index, "desk"), "desk", f"'{channel.desk}' is no desk of this file{did_you_mean(channel.desk, desks)}")
        for regime in channel.regimes:
            yield from _regime(file, ("channels", index, "regimes"), regime, law)
    for kind in ("representatives", "statements"):
        for index, item in enumerate(getattr(organisation, kind)):
            yield from _regime(file, (kind, index, "regime"), item.regime, law)
    for kind in ("companies", "desks", "channels"):
        yield from _twice(file, kind, [item.id for item in getattr(organisation, kind)])


def _regime(file: TomlFile, path: ItemPath, regime: str, law: Law) -> Iterator[Problem]:
    if regime not in law.regimes:
        yield file.problem(path, "regime", f"'{regime}' is no regime that is encoded{did_you_mean(regime, sorted(law.regimes))}")


def _twice(file: TomlFile, kind: str, ids: list[str]) -> Iterator[Problem]:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            yield file.problem((kind, index, "id"), "duplicate id", f"'{name}' stands twice among the {kind}")


def _conditions(file: TomlFile, organisation: Organisation, law: Law) -> Iterator[Problem]:
    names = Names(facts=law.facts, definitions=frozenset(), territories=frozenset())
    for kind in _TABLES:
        for index, item in enumerate(getattr(organisation, kind)):
            when = getattr(item, "when", None)
            if isinstance(when, Condition):
                for fault in names.faults(when.tree):
                    yield file.problem((kind, index, "when"), "condition", fault)


def _facts(file: TomlFile, path: ItemPath, group: OrganisationFacts, law: Law) -> Iterator[Problem]:
    for name, value in group.facts.items():
        here: ItemPath = (*path, "facts", name)
        fact = law.facts.get(name)
        if fact is None:
            yield file.problem(here, "fact", f"'{name}' is no fact that any law asks about{did_you_mean(name, sorted(law.facts))[:120]}")
        elif fault := fault_in_value(fact, value) or _fault_in_codes(fact, value):
            yield file.problem(here, "wrong value", f"{name} = {value!r}: {fault}")


def _fault_in_codes(fact: Fact, value: object) -> str | None:
    if fact.kind not in {Kind.PLACE, Kind.PLACES}:
        return None
    codes = value if isinstance(value, list) else [value]
    wrong = [code for code in codes if not PLACE_CODE.fullmatch(str(code))]
    return f"{wrong[0]!r} is no ISO 3166 code" if wrong else None


def _with_tuples(group: OrganisationFacts) -> OrganisationFacts:
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in group.facts.items()}
    return attrs.evolve(group, facts=values)
