"""Finds the law folders, reads them once, and hands them out: the index at once, a regime's provisions when asked for."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import attrs

from jurisrights.errors import DataError, Problem
from jurisrights.model.conditions import ALWAYS, AllOf, Condition
from jurisrights.model.law import (
    Authority,
    AuthorityRule,
    Bar,
    Clock,
    Definition,
    Fact,
    LegalException,
    Provision,
    Provisions,
    Regime,
    Release,
    RightName,
    SideRule,
)
from jurisrights.model.scenario import Scenario
from jurisrights.model.vocabulary import Confirmed, Right
from jurisrights.reading.checks import Scope, check_fact, check_item, check_no_circle, check_no_overlap
from jurisrights.reading.kinds import Names
from jurisrights.reading.lines import Path as ItemPath
from jurisrights.reading.structure import TomlFile, structure

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class _FactsFile:
    facts: tuple[Fact, ...] = ()
    definitions: tuple[Definition, ...] = ()
    confirmed: Confirmed | None = None


@attrs.frozen(kw_only=True)
class _RightsFile:
    rights: tuple[RightName, ...]


@attrs.frozen(kw_only=True)
class _ReleaseFile:
    release: str


@attrs.frozen(kw_only=True)
class _LimitsFile:
    confirmed: Confirmed | None = None
    when: Condition = ALWAYS
    bars: tuple[Bar, ...] = ()
    exceptions: tuple[LegalException, ...] = ()
    clocks: tuple[Clock, ...] = ()


@attrs.frozen(kw_only=True)
class _RulesFile:
    confirmed: Confirmed | None = None
    rules: tuple[SideRule, ...] = ()


@attrs.frozen(kw_only=True)
class _AuthoritiesFile:
    confirmed: Confirmed | None = None
    authorities: tuple[Authority, ...] = ()
    roles: tuple[AuthorityRule, ...] = ()


@attrs.frozen(kw_only=True)
class _ScenariosFile:
    scenarios: tuple[Scenario, ...]


def law_folder() -> Path:
    """Give the folder of the law data: inside the installed package, or at the top of a checkout (editable install)."""
    package = Path(__file__).parents[1]
    inside = package / "jurisdictions"
    return inside if inside.is_dir() else package.parents[1] / "jurisdictions"


@functools.cache
def read_law(folder: Path | None = None) -> Law:
    """Read the law data once for the life of the program.

    Raises:
        DataError: with every problem found in the files that are read at once.
    """
    return Law(folder or law_folder())


class Law:
    """All that is known of the law: the neutral rights, the facts, the regimes; provisions are read when first needed."""

    def __init__(self, folder: Path) -> None:
        """Read everything but the provisions.

        Raises:
            DataError: with every problem of these files.
        """
        self._folder = folder
        if not (folder / "release.toml").is_file():
            raise DataError([Problem(file=str(folder), line=None, rule="folder", message="no release.toml here; this is no folder of law data")])
        problems = _Problems()
        self.release = Release(release=structure(self._file("release.toml"), _ReleaseFile).release, digest=_digest(folder))
        self.places: Mapping[str, object] = self._file("places.toml").tables
        with problems:
            self.rights: dict[Right, RightName] = {right.id: right for right in structure(self._file("rights.toml"), _RightsFile).rights}
        with problems:
            shared = _read_facts(self._file("facts.toml"), {}, problems)
            self.facts: dict[str, Fact] = dict(shared)
        problems.stop_if_any()
        self.regimes: dict[str, Regime] = {}
        for regime_id in self._regime_ids():
            with problems:
                self._read_regime(regime_id, shared, problems)
        problems.stop_if_any()
        self._provisions: dict[str, Provisions] = {}

    def provisions(self, regime_id: str) -> Provisions:
        """Give the provisions, side rules and authorities of a regime, read on first use.

        Raises:
            DataError: with every problem of the regime's files.
        """
        if regime_id not in self._provisions:
            self._provisions[regime_id] = _RegimeReader(self, regime_id).read()
        return self._provisions[regime_id]

    def read_everything(self) -> None:
        """Read the provisions and scenarios of every regime, so that every problem of the data shows.

        Raises:
            DataError: with every problem of all files.
        """
        problems = _Problems()
        for regime_id in self.regimes:
            with problems:
                self.provisions(regime_id)
        with problems:
            self.scenarios()
        problems.stop_if_any()

    def scenarios(self) -> dict[str, tuple[Scenario, ...]]:
        """Give the worked cases by regime id; those where several regimes meet stand under the empty id.

        Raises:
            DataError: with every problem of the scenario files.
        """
        problems = _Problems()
        found: dict[str, tuple[Scenario, ...]] = {}
        for regime_id in ("", *self.regimes):
            for path in sorted((self._folder / regime_id / "scenarios").glob("*.toml")):
                with problems:
                    read = structure(self._file(path.relative_to(self._folder)), _ScenariosFile).scenarios
                    found[regime_id] = (*found.get(regime_id, ()), *read)
        problems.stop_if_any()
        return found

    def names(self, regime: Regime) -> Names:
        """Give what the conditions of a regime may name."""
        return _names({**self.facts, **{fact.id: fact for fact in regime.facts}}, regime)

    def _regime_ids(self) -> list[str]:
        return sorted(path.parent.name for path in self._folder.glob("*/regime.toml"))

    def _file(self, name: str | Path) -> TomlFile:
        path = self._folder / name
        shown = f"{self._folder.name}/{Path(name).as_posix()}"
        try:
            return TomlFile(shown, path.read_bytes())
        except FileNotFoundError:
            raise DataError([Problem(file=shown, line=None, rule="folder", message="this file is missing")]) from None

    def _read_regime(self, regime_id: str, shared: Mapping[str, Fact], problems: _Problems) -> None:
        local: dict[str, Fact] = {}
        definitions: tuple[Definition, ...] = ()
        facts_file = None
        if (self._folder / regime_id / "facts.toml").is_file():
            facts_file = self._file(f"{regime_id}/facts.toml")
            read = structure(facts_file, _FactsFile)
            definitions = _confirmed(read.definitions, read.confirmed)
            local = _read_facts(facts_file, self.facts, problems, {item.id for item in definitions})
        file = self._file(f"{regime_id}/regime.toml")
        regime = structure(file, Regime, tables={**file.tables, "id": regime_id, "facts": [], "definitions": []})
        regime = attrs.evolve(
            regime,
            facts=tuple(local.values()),
            definitions=definitions,
            connections=_confirmed(regime.connections, regime.confirmed),
            territories=_confirmed(regime.territories, regime.confirmed),
            counting=_confirmed(regime.counting, regime.confirmed),
            calendars=_confirmed(regime.calendars, regime.confirmed),
            no_right=_confirmed(regime.no_right, regime.confirmed),
            earlier=_confirmed(regime.earlier, regime.confirmed),
            announced=_confirmed(regime.announced, regime.confirmed),
        )
        scope = _scope({**shared, **local}, regime, frozenset())
        problems.add(_check_regime(scope, file, regime))
        if facts_file:
            problems.add(_check_definitions(scope, facts_file, definitions))
        self.facts.update(local)
        self.regimes[regime_id] = regime


class _RegimeReader:
    """Reads the files of one regime that are not needed before it is known whether it can apply."""

    def __init__(self, law: Law, regime_id: str) -> None:
        self._law = law
        self._folder = law._folder / regime_id  # noqa: SLF001  the reader is the second half of Law
        self._regime = law.regimes[regime_id]
        self._rights = sorted(path for path in (self._folder / "rights").glob("*.toml"))
        facts = {**law.facts, **{fact.id: fact for fact in self._regime.facts}}
        self._scope = _scope(facts, self._regime, frozenset(path.stem for path in self._rights))
        self._problems = _Problems()

    def read(self) -> Provisions:
        provisions: list[Provision] = []
        for path in self._rights:
            with self._problems:
                provisions.append(self._provision(path))
        limits = _LimitsFile()
        for path in sorted(self._folder.glob("limits*.toml")):
            with self._problems:
                limits = _joined(limits, self._limits(path))
        rules, authorities = _RulesFile(), _AuthoritiesFile()
        with self._problems:
            rules = self._simple("side-rules.toml", _RulesFile, ("rules",))
        with self._problems:
            authorities = self._simple("authorities.toml", _AuthoritiesFile, ("authorities", "roles"))
        self._problems.stop_if_any()
        return Provisions(
            provisions=tuple(_with_limits(provision, limits) for provision in provisions),
            rules=_confirmed(rules.rules, rules.confirmed or self._regime.confirmed),
            authorities=_confirmed(authorities.authorities, authorities.confirmed or self._regime.confirmed),
            authority_rules=_confirmed(authorities.roles, authorities.confirmed or self._regime.confirmed),
        )

    def _open(self, path: Path) -> TomlFile:
        return self._law._file(path.relative_to(self._law._folder))  # noqa: SLF001

    def _provision(self, path: Path) -> Provision:
        file = self._open(path)
        provision = structure(file, Provision, tables={**file.tables, "id": path.stem})
        self._problems.add(check_item(self._scope, file, (), provision))
        for kind in ("grounds", "bars", "exceptions", "clocks"):
            self._check(file, kind, getattr(provision, kind))
        return _inheriting(provision, provision.confirmed)

    def _limits(self, path: Path) -> _LimitsFile:
        file = self._open(path)
        limits = structure(file, _LimitsFile)
        self._problems.add(check_item(self._scope, file, (), limits))
        for kind in ("bars", "exceptions", "clocks"):
            items = getattr(limits, kind)
            self._check(file, kind, items)
            for index, item in enumerate(items):
                if not item.covers:
                    self._problems.add([file.problem((kind, index), "covers", "say which provisions this reaches: covers = [...]")])
        limits = _inheriting(limits, limits.confirmed)
        if limits.when is ALWAYS:
            return limits
        both = {kind: tuple(attrs.evolve(item, when=_both(limits.when, item.when)) for item in getattr(limits, kind)) for kind in ("bars", "exceptions", "clocks")}
        return attrs.evolve(limits, **both)

    def _simple(self, name: str, cls: type[T], kinds: tuple[str, ...]) -> T:
        path = self._folder / name
        if not path.is_file():
            return cls()
        file = self._open(path)
        read = structure(file, cls)
        for kind in kinds:
            self._check(file, kind, getattr(read, kind))
        return read

    def _check(self, file: TomlFile, kind: str, items: tuple[Any, ...]) -> None:
        for index, item in enumerate(items):
            self._problems.add(check_item(self._scope, file, (kind, index), item))
        if kind in {"grounds", "bars", "exceptions", "rules", "authorities"}:
            self._problems.add(check_no_overlap(file, (kind,), items))


class _Problems:
    """Collects problems of several files, so that all are reported at once."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def __enter__(self) -> None:
        """Begin a piece of reading whose failure must not hide other problems."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        """Keep the problems of a DataError and go on; anything else is a fault of ours and goes up."""
        if isinstance(error, DataError):
            self._found += error.problems
            return True
        return False

    def add(self, problems: Iterable[Problem]) -> None:
        self._found += problems

    def stop_if_any(self) -> None:
        if self._found:
            raise DataError(self._found)


def _read_facts(file: TomlFile, others: Mapping[str, Fact], problems: _Problems, definitions: Iterable[str] = ()) -> dict[str, Fact]:
    facts = structure(file, _FactsFile).facts
    known = {*others, *(fact.id for fact in facts), *definitions}
    found: dict[str, Fact] = {}
    for index, fact in enumerate(facts):
        path: ItemPath = ("facts", index)
        if fact.id in found:
            problems.add([file.problem(path, "duplicate id", f"the fact '{fact.id}' stands twice in this file")])
        elif fact.id in others:
            message = f"the fact '{fact.id}' is declared elsewhere; facts of several laws stand once, in facts.toml of the top folder"
            problems.add([file.problem(path, "duplicate id", message)])
        problems.add(check_fact(file, path, fact, known))
        found[fact.id] = fact
    return found


def _check_regime(scope: Scope, file: TomlFile, regime: Regime) -> Iterator[Problem]:
    yield from check_item(scope, file, (), regime)
    for kind in ("instruments", "connections", "territories", "counting", "calendars", "no_right", "earlier", "announced"):
        for index, item in enumerate(getattr(regime, kind)):
            yield from check_item(scope, file, (kind, index), item)
    for kind in ("connections", "counting"):
        yield from check_no_overlap(file, (kind,), getattr(regime, kind))
    yield from _check_territories(file, regime)
    if not any(connection.effect.value == "include" for connection in regime.connections):
        yield file.problem((), "connections", "a regime needs at least one connection with effect = 'include'")


def _check_territories(file: TomlFile, regime: Regime) -> Iterator[Problem]:
    seen: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for index, row in enumerate(regime.territories):
        days = (row.in_force_from or date.min, row.in_force_until or date.max)
        for code in row.codes:
            earlier = seen.setdefault((row.territory, code), [])
            if any(days[0] <= last and first <= days[1] for first, last in earlier):
                yield file.problem(("territories", index), "dates", f"'{code}' has two rows for the same day; give them dates that do not overlap")
            earlier.append(days)


def _check_definitions(scope: Scope, file: TomlFile, definitions: tuple[Definition, ...]) -> Iterator[Problem]:
    yield from check_no_overlap(file, ("definitions",), definitions)
    uses: dict[str, frozenset[str]] = {}
    for definition in definitions:
        uses[definition.id] = uses.get(definition.id, frozenset()) | definition.when.names
    for index, definition in enumerate(definitions):
        path: ItemPath = ("definitions", index)
        yield from check_item(scope, file, path, definition)
        if definition.id in scope.names.facts:
            yield file.problem(path, "duplicate id", f"'{definition.id}' is a fact already")
        if not check_no_circle(scope.names.facts, uses, definition.id):
            yield file.problem(path, "circle", f"'{definition.id}' leads back to itself")


def _names(facts: Mapping[str, Fact], regime: Regime) -> Names:
    return Names(
        facts=facts,
        definitions=frozenset(definition.id for definition in regime.definitions),
        territories=frozenset(row.territory for row in regime.territories),
    )


def _scope(facts: Mapping[str, Fact], regime: Regime, provisions: frozenset[str]) -> Scope:
    return Scope(
        names=_names(facts, regime),
        instruments=tuple(instrument.id for instrument in regime.instruments),
        languages=regime.languages,
        counting=frozenset(rule.id for rule in regime.counting),
        calendars=frozenset(calendar.id for calendar in regime.calendars),
        provisions=provisions,
    )


def _confirmed(items: tuple[T, ...], default: Confirmed | None) -> tuple[T, ...]:
    inherited: tuple[Any, ...] = tuple(item if item.confirmed else attrs.evolve(item, confirmed=default) for item in items)  # type: ignore[attr-defined]
    return inherited


def _inheriting(owner: T, default: Confirmed | None) -> T:
    kinds = [kind for kind in ("grounds", "bars", "exceptions", "clocks") if hasattr(owner, kind)]
    return attrs.evolve(owner, **{kind: _confirmed(getattr(owner, kind), default) for kind in kinds})  # type: ignore[type-var]


def _both(one: Condition, other: Condition) -> Condition:
    return one if other is ALWAYS else Condition(f"({one.text}) and ({other.text})", AllOf((one.tree, other.tree)))


def _joined(one: _LimitsFile, other: _LimitsFile) -> _LimitsFile:
    return _LimitsFile(bars=one.bars + other.bars, exceptions=one.exceptions + other.exceptions, clocks=one.clocks + other.clocks)


def _with_limits(provision: Provision, limits: _LimitsFile) -> Provision:
    reached = {kind: tuple(item for item in getattr(limits, kind) if provision.id in item.covers) for kind in ("bars", "exceptions", "clocks")}
    return attrs.evolve(
        provision,
        bars=provision.bars + reached["bars"],
        exceptions=provision.exceptions + reached["exceptions"],
        clocks=provision.clocks + reached["clocks"],
    )


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()
