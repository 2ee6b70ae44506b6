"""What is read of every regime at once: its facts, definitions, and `regime.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

import attrs

from jurisrights.errors import Problem
from jurisrights.model.authorities import Authority, AuthorityRule
from jurisrights.model.calendars import Calendar, CorrectedDay, CountingRule
from jurisrights.model.conformance import PolicyDuty
from jurisrights.model.law import (
    Announced,
    Bar,
    Clock,
    Connection,
    ConnectionEffect,
    Definition,
    Earlier,
    Fact,
    Ground,
    LegalException,
    NoRight,
    Regime,
    SideRule,
    TerritoryRow,
)
from jurisrights.model.vocabulary import Confirmed
from jurisrights.reading.checks import KEBAB, Placed, Scope, check_item, check_no_overlap, days_of
from jurisrights.reading.facts import FactsFile, check_definitions, check_facts
from jurisrights.reading.files import LawFolder, Problems
from jurisrights.reading.kinds import Names
from jurisrights.reading.structure import TomlFile, structure

Confirmable = TypeVar(
    "Confirmable",
    Announced,
    Authority,
    AuthorityRule,
    Bar,
    Calendar,
    Clock,
    Connection,
    CorrectedDay,
    CountingRule,
    Definition,
    Earlier,
    Ground,
    LegalException,
    NoRight,
    PolicyDuty,
    SideRule,
    TerritoryRow,
)
_TABLES = ("instruments", "connections", "territories", "counting", "calendars", "suspensions", "no_right", "earlier", "announced")
_WITH_IDS = ("instruments", "connections", "counting", "calendars", "suspensions")


@attrs.frozen(kw_only=True)
class Head:
    """A regime as it is known before its provisions are read, and the file in which its facts stand."""

    regime: Regime
    facts_file: TomlFile


def read_head(folder: LawFolder, regime_id: str, shared: Mapping[str, Fact] | None, problems: Problems) -> Head | None:
    """Read a regime's facts and `regime.toml`; None if one of the two is wrong, or the shared facts (None) are."""
    facts = index = None
    with problems:
        facts_file = _facts_file(folder, regime_id)
        facts = facts_file, structure(facts_file, FactsFile)
    with problems:
        file = folder.read(f"{regime_id}/regime.toml")
        index = file, structure(file, Regime, given={"id": regime_id, "facts": [], "definitions": []})
    if facts is None or index is None or shared is None:
        return None
    facts_file, read = facts
    file, alone = index
    definitions = confirmed(read.definitions, read.confirmed or alone.confirmed)
    regime = attrs.evolve(_with_confirmed(alone), facts=read.facts, definitions=definitions)
    scope = scope_of(regime, shared)
    problems.add(check_facts(facts_file, read, shared, regime.languages))
    problems.add(check_definitions(facts_file, read, scope))
    problems.add(_check_regime(scope, file, regime))
    return Head(regime=regime, facts_file=facts_file)


def _facts_file(folder: LawFolder, regime_id: str) -> TomlFile:
    name = f"{regime_id}/facts.toml"
    return folder.read(name) if folder.has(name) else TomlFile(name, b"")


def confirmed(items: tuple[Confirmable, ...], default: Confirmed | None) -> tuple[Confirmable, ...]:
    """Give each item that does not say how it was confirmed what its file says."""
    return tuple(item if item.confirmed else attrs.evolve(item, confirmed=default) for item in items)


def _with_confirmed(regime: Regime) -> Regime:
    default = regime.confirmed
    return attrs.evolve(
        regime,
        connections=confirmed(regime.connections, default),
        territories=confirmed(regime.territories, default),
        counting=confirmed(regime.counting, default),
        calendars=confirmed(regime.calendars, default),
        no_right=confirmed(regime.no_right, default),
        earlier=confirmed(regime.earlier, default),
        announced=confirmed(regime.announced, default),
    )


def names_of(regime: Regime, shared: Mapping[str, Fact]) -> Names:
    """Give what the conditions of a regime may name."""
    return Names(
        facts={**{fact.id: fact for fact in regime.facts}, **shared},
        definitions=frozenset(definition.id for definition in regime.definitions),
        territories=frozenset(row.territory for row in regime.territories),
        calendars=frozenset(calendar.id for calendar in regime.calendars),
    )


def scope_of(regime: Regime, shared: Mapping[str, Fact], provisions: frozenset[str] = frozenset()) -> Scope:
    """Give what the items of a regime may refer to."""
    return Scope(
        names=names_of(regime, shared),
        instruments=tuple(dict.fromkeys(instrument.id for instrument in regime.instruments)),
        languages=regime.languages,
        counting=frozenset(rule.id for rule in regime.counting),
        suspensions=frozenset(item.id for item in regime.suspensions),
        calendars=frozenset(calendar.id for calendar in regime.calendars),
        provisions=provisions,
    )


def check_declared_once(heads: Mapping[str, Head]) -> Iterator[Problem]:
    """Give a problem for each fact or definition whose name another regime has given to a fact."""
    owners: dict[str, str] = {}
    for regime_id, head in heads.items():
        for index, fact in enumerate(head.regime.facts):
            owner = owners.setdefault(fact.id, regime_id)
            if owner != regime_id:
                message = f"the fact '{fact.id}' is declared in {owner} too; a fact of several laws stands once, in facts.toml of the top folder"
                yield head.facts_file.problem(("facts", index), "duplicate id", message)
    for regime_id, head in heads.items():
        for index, definition in enumerate(head.regime.definitions):
            if owners.get(definition.id, regime_id) != regime_id:
                message = f"'{definition.id}' is a fact of {owners[definition.id]} already; give the definition another name"
                yield head.facts_file.problem(("definitions", index), "duplicate id", message)


# -------------------------------------------------------------------------------------------------- `regime.toml`


def _check_regime(scope: Scope, file: TomlFile, regime: Regime) -> Iterator[Problem]:
    yield from check_item(scope, file, (), regime)
    for kind in _TABLES:
        for index, item in enumerate(getattr(regime, kind)):
            yield from check_item(scope, file, (kind, index), item)
    for kind in _WITH_IDS:
        yield from check_no_overlap(Placed(file=file, path=(kind, index), item=item) for index, item in enumerate(getattr(regime, kind)))
    yield from _check_itself(file, regime)
    yield from _check_territories(file, regime)
    yield from _check_no_right(file, regime)


def _check_itself(file: TomlFile, regime: Regime) -> Iterator[Problem]:
    if not (KEBAB.fullmatch(regime.id) and "-" in regime.id):
        yield file.problem((), "id", f"the folder '{regime.id}' is not named place-law, in small letters")
    if "en" not in regime.languages:
        yield file.problem(("languages",), "languages", "'en' is missing; English is what every reader falls back to")
    for language in regime.official_languages:
        if language not in regime.languages:
            yield file.problem(("official_languages",), "languages", f"'{language}' is official, so the texts are needed in it; add it to `languages`")
    if regime.encoded_from < regime.in_force_from:
        yield file.problem(("encoded_from",), "dates", f"encoded from {regime.encoded_from}, before the law begins on {regime.in_force_from}")
    if not any(connection.effect is ConnectionEffect.INCLUDE for connection in regime.connections):
        yield file.problem((), "connections", "a regime needs at least one connection with effect = 'include'")


def _check_territories(file: TomlFile, regime: Regime) -> Iterator[Problem]:
    seen: dict[tuple[str, str], list[TerritoryRow]] = {}
    for index, row in enumerate(regime.territories):
        first, last = days_of(row)
        for code in row.codes:
            rows = seen.setdefault((row.territory, code), [])
            if any(first <= days_of(other)[1] and days_of(other)[0] <= last for other in rows):
                message = f"'{code}' has two rows for the same day; give them dates that do not overlap"
                yield file.problem(("territories", index), "dates", message)
            rows.append(row)


def _check_no_right(file: TomlFile, regime: Regime) -> Iterator[Problem]:
    for index, entry in enumerate(regime.no_right):
        first, last = days_of(entry)
        for other in regime.no_right[:index]:
            if other.right is entry.right and first <= days_of(other)[1] and days_of(other)[0] <= last:
                yield file.problem(("no_right", index), "duplicate id", f"'{entry.right}' stands twice for the same days")
