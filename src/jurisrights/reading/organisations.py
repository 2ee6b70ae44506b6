"""From an organisation's TOML file to its policy as values, checked against the law's words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs

from jurisrights.errors import DataError, Problem
from jurisrights.model.law import Fact
from jurisrights.model.lengths import BusinessDays
from jurisrights.model.organisation import Organisation, OrganisationFacts
from jurisrights.model.vocabulary import Kind
from jurisrights.reading.kinds import PLACE_CODE, Names, fault_in_value
from jurisrights.reading.library import Law
from jurisrights.reading.lines import Path as ItemPath
from jurisrights.reading.structure import TomlFile, did_you_mean, structure

_MOST_LISTED = 10


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
    problems = [*_references(file, organisation, law), *_conditions(file, organisation, law), *_targets(file, organisation)]
    for index, group in enumerate(organisation.facts):
        problems += _facts(file, ("facts", index), group, law)
    if problems:
        raise DataError(problems)
    return attrs.evolve(organisation, facts=tuple(_with_tuples(group) for group in organisation.facts))


def _references(file: TomlFile, organisation: Organisation, law: Law) -> Iterator[Problem]:
    companies = [company.id for company in organisation.companies]
    desks = [desk.id for desk in organisation.desks]
    for index, company in enumerate(organisation.companies):
        if not PLACE_CODE.fullmatch(company.seat):
            yield file.problem(("companies", index, "seat"), "seat", f"'{company.seat}' is no ISO 3166 code; write JP, US-CA ...")
    for index, desk in enumerate(organisation.desks):
        if desk.company and desk.company not in companies:
            yield file.problem(("desks", index, "company"), "company", f"'{desk.company}' is no company of this file{_nearest(desk.company, companies)}")
    for index, channel in enumerate(organisation.channels):
        if channel.desk not in desks:
            yield file.problem(("channels", index, "desk"), "desk", f"'{channel.desk}' is no desk of this file{_nearest(channel.desk, desks)}")
    yield from _regimes(file, organisation, law)
    for kind in ("companies", "desks", "channels"):
        yield from _twice(file, kind, "id", [item.id for item in getattr(organisation, kind)])
    yield from _twice(file, "representatives", "regime", [item.regime for item in organisation.representatives])


def _regimes(file: TomlFile, organisation: Organisation, law: Law) -> Iterator[Problem]:
    named: list[tuple[ItemPath, str]] = []
    for kind in ("representatives", "statements"):
        named += [((kind, index, "regime"), item.regime) for index, item in enumerate(getattr(organisation, kind))]
    for kind in ("channels", "retention", "targets"):
        named += [((kind, index, "regimes"), regime) for index, item in enumerate(getattr(organisation, kind)) for regime in item.regimes]
    for path, regime in named:
        if regime not in law.regimes:
            yield file.problem(path, "regime", f"'{regime}' is no regime that is encoded{_nearest(regime, sorted(law.regimes))}")


def _targets(file: TomlFile, organisation: Organisation) -> Iterator[Problem]:
    for index, target in enumerate(organisation.targets):
        if isinstance(target.within, BusinessDays):
            message = "business days need a calendar, which a policy does not name; write days, weeks, months or years"
            yield file.problem(("targets", index, "within"), "target", message)


def _twice(file: TomlFile, kind: str, key: str, values: list[str]) -> Iterator[Problem]:
    for index, value in enumerate(values):
        if value in values[:index]:
            yield file.problem((kind, index, key), f"duplicate {key}", f"'{value}' stands twice among the {kind}")


def _conditions(file: TomlFile, organisation: Organisation, law: Law) -> Iterator[Problem]:
    names = Names(facts=law.facts, definitions=frozenset(), territories=frozenset())
    for kind in ("channels", "facts"):
        for index, item in enumerate(getattr(organisation, kind)):
            path: ItemPath = (kind, index, "when")
            for fault in names.faults(item.when.tree):
                yield file.problem(path, "condition", fault)
            for name in sorted(item.when.names):
                if definition := _definition_behind(name, law):
                    yield file.problem(
                        path, "condition", f"'{name}' takes its value from '{definition}', which one law alone defines; name the facts behind it"
                    )


def _definition_behind(name: str, law: Law) -> str | None:
    """Give the definition that a fact follows in silence; outside its own law that would read as no."""
    fact = law.facts.get(name)
    while fact and fact.follow:
        if fact.follow not in law.facts:
            return fact.follow
        fact = law.facts[fact.follow]
    return None


def _facts(file: TomlFile, path: ItemPath, group: OrganisationFacts, law: Law) -> Iterator[Problem]:
    for name, value in group.facts.items():
        here: ItemPath = (*path, "facts", name)
        fact = law.facts.get(name)
        if fact is None:
            yield file.problem(here, "fact", f"'{name}' is no fact that any law asks about{_nearest(name, list(law.facts))}")
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


def _nearest(given: str, known: list[str]) -> str:
    """Give the nearest known word, or all of them where they are few enough to read."""
    hint = did_you_mean(given, known)
    return hint if known and (len(known) <= _MOST_LISTED or hint.endswith("?")) else ""
