"""Finds the law folders, reads them once, and hands them out: the index at once, a regime's provisions when asked for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from jurisrights.errors import DataError, Problem
from jurisrights.model.conformance import Check, KnownDocument, PolicyLaw
from jurisrights.model.law import Fact, Provisions, Regime, Release, RightName
from jurisrights.model.scenario import Scenario
from jurisrights.model.vocabulary import Right
from jurisrights.reading.checks import check_languages
from jurisrights.reading.corrected_days import read_corrected_days
from jurisrights.reading.facts import FactsFile, check_facts
from jurisrights.reading.files import LawFolder, Problems
from jurisrights.reading.kinds import Names
from jurisrights.reading.policies import names_in_policy, read_checks, read_documents, read_policy_law
from jurisrights.reading.provisions import read_provisions
from jurisrights.reading.regimes import Head, check_declared_once, names_of, read_head
from jurisrights.reading.scenarios import ScenariosFile, Words, check_scenarios
from jurisrights.reading.structure import TomlFile, structure


@attrs.frozen(kw_only=True)
class _SharedFactsFile:
    facts: tuple[Fact, ...]


@attrs.frozen(kw_only=True)
class _RightsFile:
    rights: tuple[RightName, ...]


@attrs.frozen(kw_only=True)
class _ReleaseFile:
    release: str


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
        if not (folder / "release.toml").is_file():
            raise DataError([Problem(file=str(folder), line=None, rule="folder", message="no release.toml here; this is no folder of law data")])
        self._folder = LawFolder(folder.resolve())
        problems = Problems()
        problems.add(self._folder.strangers())
        with problems:
            self.release = _release(self._folder)
        with problems:
            self.places: Mapping[str, object] = self._folder.read("places.toml").tables
        with problems:
            self.rights: dict[Right, RightName] = _rights(self._folder, problems)
        self.corrected_days = read_corrected_days(self._folder, problems)
        shared = _shared_facts(self._folder, problems)
        heads: dict[str, Head] = {}
        for regime_id in self._folder.regimes():
            head = read_head(self._folder, regime_id, shared, problems)
            if head:
                heads[regime_id] = head
        problems.add(check_declared_once(heads))
        problems.stop_if_any()
        self._shared: Mapping[str, Fact] = shared or {}
        self.regimes: dict[str, Regime] = {regime_id: head.regime for regime_id, head in heads.items()}
        self.facts: dict[str, Fact] = {**self._shared, **{fact.id: fact for head in heads.values() for fact in head.regime.facts}}
        self._provisions: dict[str, Provisions] = {}
        self._policies: dict[str, PolicyLaw | None] = {}

    def provisions(self, regime_id: str) -> Provisions:
        """Give the provisions, side rules and authorities of a regime, read on first use.

        Raises:
            DataError: with every problem of the regime's files.
        """
        if regime_id not in self._provisions:
            self._provisions[regime_id] = read_provisions(self._folder, self.regimes[regime_id], self._shared)
        return self._provisions[regime_id]

    def policy(self, regime_id: str) -> PolicyLaw | None:
        """Give what a regime asks of a published policy, read on first use; None if its data does not say.

        Raises:
            DataError: with every problem of the regime's file.
        """
        if regime_id not in self._policies:
            self._policies[regime_id] = read_policy_law(self._folder, self.regimes[regime_id], self._shared)
        return self._policies[regime_id]

    @functools.cache  # noqa: B019  the law lives as long as the program
    def checks(self) -> dict[str, Check]:
        """Give the kinds of findings about policies, by code.

        Raises:
            DataError: with every problem of the file.
        """
        return read_checks(self._folder)

    @functools.cache  # noqa: B019
    def documents(self) -> dict[str, KnownDocument]:
        """Give the official documents that policies ask for, by id.

        Raises:
            DataError: with every problem of the file.
        """
        return read_documents(self._folder)

    def read_everything(self) -> None:
        """Read the provisions and scenarios of every regime, so that every problem of the data shows.

        Raises:
            DataError: with every problem of all files.
        """
        problems = Problems()
        for regime_id in self.regimes:
            with problems:
                self.provisions(regime_id)
            with problems:
                self.policy(regime_id)
        for read in (self.checks, self.documents, self.scenarios):
            with problems:
                read()
        problems.stop_if_any()
        for regime_id in self.regimes:
            if policy := self.policy(regime_id):
                problems.add(names_in_policy(self._folder, regime_id, policy, self.provisions(regime_id), self.documents()))
        problems.stop_if_any()

    def scenarios(self) -> dict[str, tuple[Scenario, ...]]:
        """Give the worked cases by regime id; those where several regimes meet stand under the empty id.

        Raises:
            DataError: with every problem of the scenario files.
        """
        problems = Problems()
        words = Words(facts=self.facts, regimes=self.regimes, provisions=self.provisions)
        found: dict[str, tuple[Scenario, ...]] = {}
        for regime_id in ("", *self.regimes):
            for name in self._folder.names(f"{regime_id}/scenarios/<any name>.toml".removeprefix("/")):
                with problems:
                    file = self._folder.read(name)
                    read = structure(file, ScenariosFile).scenarios
                    problems.add(check_scenarios(file, read, words, regime_id))
                    found[regime_id] = (*found.get(regime_id, ()), *read)
        problems.stop_if_any()
        return found

    def names(self, regime: Regime) -> Names:
        """Give what the conditions of a regime may name."""
        return names_of(regime, self._shared)


def _release(folder: LawFolder) -> Release:
    file = folder.read("release.toml")
    release = structure(file, _ReleaseFile).release
    if not re.fullmatch(r"\d{4}\.\d{1,2}\.\d+", release, re.ASCII):
        raise DataError([file.problem(("release",), "wrong value", f"'{release}' is not written like '2026.11.0': year, month, number")])
    return Release(release=release, digest=folder.digest())


def _rights(folder: LawFolder, problems: Problems) -> dict[Right, RightName]:
    file = folder.read("rights.toml")
    rights = structure(file, _RightsFile).rights
    problems.add(_check_rights(file, rights))
    return {right.id: right for right in rights}


def _check_rights(file: TomlFile, rights: tuple[RightName, ...]) -> Iterator[Problem]:
    languages = sorted({language for right in rights for language in right.name.languages})
    for index, right in enumerate(rights):
        if right.id in {earlier.id for earlier in rights[:index]}:
            yield file.problem(("rights", index), "duplicate id", f"the right '{right.id}' stands twice in this file")
        yield from check_languages(file, ("rights", index, "name"), right.name, languages)
    for missing in [right for right in Right if right not in {named.id for named in rights}]:
        yield file.problem((), "missing right", f"'{missing}' has no name here")


def _shared_facts(folder: LawFolder, problems: Problems) -> dict[str, Fact] | None:
    """Give the facts of the top folder, whose texts have all the languages that the file has; None if they cannot be read."""
    with problems:
        file = folder.read("facts.toml")
        read = FactsFile(facts=structure(file, _SharedFactsFile).facts)
        problems.add(check_facts(file, read, {}, read.languages))
        return {fact.id: fact for fact in read.facts}
    return None
