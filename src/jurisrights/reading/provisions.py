"""What is read of a regime once it can apply: its provisions with their limits, side rules, authorities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import PurePosixPath
from typing import Any

import attrs

from jurisrights.errors import Problem
from jurisrights.model.authorities import Authority, AuthorityRule
from jurisrights.model.conditions import ALWAYS, AllOf, Condition
from jurisrights.model.law import Bar, Clock, Fact, LegalException, Provision, Provisions, Regime, SideRule
from jurisrights.model.vocabulary import Confirmed
from jurisrights.reading.checks import KEBAB, Placed, check_item, check_no_overlap, days_of, extents_in
from jurisrights.reading.files import LawFolder, Problems
from jurisrights.reading.lines import Path
from jurisrights.reading.regimes import confirmed, scope_of
from jurisrights.reading.structure import TomlFile, did_you_mean, structure

_KINDS = ("grounds", "bars", "exceptions", "clocks")
_RULES_FILES = ("side-rules.toml", "side-rules-<subject>.toml")
_LIMITS_FILES = ("limits.toml", "limits-<place>.toml")
_LIMITS = ("bars", "exceptions", "clocks")


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


def read_provisions(folder: LawFolder, regime: Regime, shared: Mapping[str, Fact]) -> Provisions:
    """Read the provisions, limits, side rules and authorities of a regime.

    Raises:
        DataError: with every problem of these files.
    """
    return _Reader(folder, regime, shared).read()


class _Reader:
    """Reads the files of one regime, keeping where each item stands for the checks that look across files."""

    def __init__(self, folder: LawFolder, regime: Regime, shared: Mapping[str, Fact]) -> None:
        self._folder = folder
        self._regime = regime
        self._names = sorted(folder.names(f"{regime.id}/rights/<provision>.toml"), key=lambda name: PurePosixPath(name).stem)
        self._scope = scope_of(regime, shared, frozenset(PurePosixPath(name).stem for name in self._names))
        self._problems = Problems()
        self._placed: dict[str, list[Placed]] = {}

    def read(self) -> Provisions:
        provisions: list[Provision] = []
        for name in self._names:
            with self._problems:
                provisions.append(self._provision(name))
        limits = _LimitsFile()
        for name in sorted(name for pattern in _LIMITS_FILES for name in self._folder.names(f"{self._regime.id}/{pattern}")):
            with self._problems:
                limits = _joined(limits, self._limits(name))
        rules: tuple[SideRule, ...] = ()
        authorities = _AuthoritiesFile()
        for name in sorted(name for pattern in _RULES_FILES for name in self._folder.names(f"{self._regime.id}/{pattern}")):
            with self._problems:
                rules = self._rules(rules, name)
        with self._problems:
            authorities = self._authorities()
        for placed in self._placed.values():
            self._problems.add(check_no_overlap(placed))
        self._problems.stop_if_any()
        self._problems.add(self._check_treated_as(provisions))
        self._problems.stop_if_any()
        return Provisions(
            provisions=tuple(_with_limits(provision, limits) for provision in provisions),
            rules=rules,
            authorities=confirmed(authorities.authorities, authorities.confirmed or self._regime.confirmed),
            authority_rules=confirmed(authorities.roles, authorities.confirmed or self._regime.confirmed),
        )

    def _provision(self, name: str) -> Provision:
        file = self._folder.read(name)
        provision = structure(file, Provision, given={"id": PurePosixPath(name).stem})
        self._problems.add(check_item(self._scope, file, (), provision))
        self._problems.add(_check_itself(file, provision))
        if provision.part_of and provision.part_of not in self._scope.provisions - {provision.id}:
            known = sorted(self._scope.provisions)
            self._problems.add([file.problem(("part_of",), "part of", f"'{provision.part_of}' is no other provision{did_you_mean(provision.part_of, known)}")])
        for kind in _KINDS:
            self._check(file, kind, getattr(provision, kind), provision.id)
        default = provision.confirmed
        return attrs.evolve(
            provision,
            grounds=confirmed(provision.grounds, default),
            bars=confirmed(provision.bars, default),
            exceptions=confirmed(provision.exceptions, default),
            clocks=confirmed(provision.clocks, default),
        )

    def _limits(self, name: str) -> _LimitsFile:
        file = self._folder.read(name)
        limits = structure(file, _LimitsFile)
        self._problems.add(check_item(self._scope, file, (), limits))
        if extents := extents_in(limits.when, self._scope.names.facts):
            message = f"the condition of a whole file names no extent; move '{extents[0]}' to the items"
            self._problems.add([file.problem(("when",), "condition", message)])
        for kind in _LIMITS:
            items = getattr(limits, kind)
            self._check(file, kind, items)
            for index, item in enumerate(items):
                if not item.covers:
                    self._problems.add([file.problem((kind, index), "covers", "say which provisions this reaches: covers = [...]")])
        default = limits.confirmed
        return _LimitsFile(
            bars=tuple(attrs.evolve(item, when=_both(limits.when, item.when)) for item in confirmed(limits.bars, default)),
            exceptions=tuple(attrs.evolve(item, when=_both(limits.when, item.when)) for item in confirmed(limits.exceptions, default)),
            clocks=tuple(attrs.evolve(item, when=_both(limits.when, item.when)) for item in confirmed(limits.clocks, default)),
        )

    def _rules(self, before: tuple[SideRule, ...], name: str) -> tuple[SideRule, ...]:
        file = self._folder.read(name)
        read = structure(file, _RulesFile)
        self._check(file, "rules", read.rules)
        return before + confirmed(read.rules, read.confirmed or self._regime.confirmed)

    def _authorities(self) -> _AuthoritiesFile:
        path = f"{self._regime.id}/authorities.toml"
        if not self._folder.has(path):
            return _AuthoritiesFile()
        file = self._folder.read(path)
        read = structure(file, _AuthoritiesFile)
        for kind in ("authorities", "roles"):
            self._check(file, kind, getattr(read, kind))
        return read

    def _check(self, file: TomlFile, kind: str, items: tuple[Any, ...], provision: str = "") -> None:
        """Check the items of one table; those inside a provision reach it, the others what they cover."""
        for index, item in enumerate(items):
            path = (kind, index)
            self._problems.add(check_item(self._scope, file, path, item))
            covers = getattr(item, "covers", ())
            if provision and covers:
                message = "what stands in the file of a provision reaches it alone; `covers` belongs in limits.toml"
                self._problems.add([file.problem((*path, "covers"), "covers", message)])
            if kind == "clocks":
                self._problems.add(_check_counted(file, path, item, self._regime))
            if kind not in {"clocks", "roles"}:
                reach = frozenset({provision}) if provision else frozenset(covers)
                self._placed.setdefault(kind, []).append(Placed(file=file, path=path, item=item, reach=reach))

    def _check_treated_as(self, provisions: list[Provision]) -> Iterator[Problem]:
        answered = {right for provision in provisions for right in provision.answers}
        for placed in self._placed.get("bars", ()):
            right = placed.item.treat_as
            if right and right not in answered:
                yield placed.file.problem((*placed.path, "treat_as"), "effect", f"no provision of this regime answers '{right}'")


def _check_itself(file: TomlFile, provision: Provision) -> Iterator[Problem]:
    if not KEBAB.fullmatch(provision.id):
        yield file.problem((), "id", f"the file '{provision.id}.toml' is not named like-this.toml")
    if not provision.answers:
        yield file.problem(("answers",), "answers", "a provision answers at least one right")


def _check_counted(file: TomlFile, path: Path, clock: Clock, regime: Regime) -> Iterator[Problem]:
    """Give a problem if on some day the clock is in force and none of its counting rules is: it would have no date."""
    first, last = days_of(clock)
    day = max(first, regime.in_force_from)
    rules = [rule for rule in regime.counting if rule.id in clock.counting]
    for begins, ends in sorted(days_of(rule) for rule in rules):
        if begins <= day <= ends:
            if ends >= last:
                return
            day = ends + timedelta(days=1)
    if rules and day <= last:  # where no rule is known at all, that is said elsewhere
        yield file.problem((*path, "counting"), "dates", f"none of its counting rules is in force on {day}, while the clock is")


def _both(one: Condition, other: Condition) -> Condition:
    if one is ALWAYS or other is ALWAYS:
        return other if one is ALWAYS else one
    return Condition(f"({one.text}) and ({other.text})", AllOf((one.tree, other.tree)))


def _joined(one: _LimitsFile, other: _LimitsFile) -> _LimitsFile:
    return _LimitsFile(bars=one.bars + other.bars, exceptions=one.exceptions + other.exceptions, clocks=one.clocks + other.clocks)


def _with_limits(provision: Provision, limits: _LimitsFile) -> Provision:
    return attrs.evolve(
        provision,
        bars=provision.bars + tuple(item for item in limits.bars if provision.id in item.covers),
        exceptions=provision.exceptions + tuple(item for item in limits.exceptions if provision.id in item.covers),
        clocks=provision.clocks + tuple(item for item in limits.clocks if provision.id in item.covers),
    )
