"""What the law asks of a published policy: a regime's `policy.toml`, and the `checks.toml` and `documents.toml` of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from jurisrights.errors import Problem
from jurisrights.model.conformance import Check, KnownDocument, Need, PolicyDuty, PolicyLaw
from jurisrights.model.law import Fact, Instrument, Provisions, Regime
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Confirmed
from jurisrights.reading.checks import KEBAB, Placed, check_citation, check_dates, check_item, check_languages, check_no_overlap
from jurisrights.reading.files import LawFolder, Problems
from jurisrights.reading.kinds import PLACE_CODE, fault_in_law_value
from jurisrights.reading.regimes import confirmed, scope_of
from jurisrights.reading.structure import TomlFile, did_you_mean, structure

_WITH_RIGHTS = (Need.RIGHTS, Need.METHODS, Need.EVERYBODY, Need.DOCUMENTS_NOT_ASKED)


@attrs.frozen(kw_only=True)
class _PolicyFile:
    case: dict[str, Any]
    special_grounds: tuple[str, ...] = ()
    duties: tuple[PolicyDuty, ...] = ()
    confirmed: Confirmed | None = None


@attrs.frozen(kw_only=True)
class _ChecksFile:
    checks: tuple[Check, ...]


@attrs.frozen(kw_only=True)
class _DocumentsFile:
    instruments: tuple[Instrument, ...]
    documents: tuple[KnownDocument, ...]


def read_policy_law(folder: LawFolder, regime: Regime, shared: Mapping[str, Fact]) -> PolicyLaw | None:
    """Read what a regime asks of a policy; None if its folder does not say.

    Raises:
        DataError: with every problem of the file.
    """
    name = f"{regime.id}/policy.toml"
    if not folder.has(name):
        return None
    file = folder.read(name)
    read = structure(file, _PolicyFile)
    scope = scope_of(regime, shared)
    problems = Problems()
    for index, duty in enumerate(read.duties):
        problems.add(check_item(scope, file, ("duties", index), duty))
        problems.add(_duty(file, index, duty))
    problems.add(check_no_overlap(Placed(file=file, path=("duties", index), item=duty) for index, duty in enumerate(read.duties)))
    problems.add(_case(file, read.case, scope.names.facts))
    problems.stop_if_any()
    case = {name: tuple(value) if isinstance(value, list) else value for name, value in read.case.items()}
    return PolicyLaw(case=case, special_grounds=read.special_grounds, duties=confirmed(read.duties, read.confirmed or regime.confirmed))


def _duty(file: TomlFile, index: int, duty: PolicyDuty) -> Iterator[Problem]:
    path = ("duties", index)
    if not KEBAB.fullmatch(duty.id):
        yield file.problem((*path, "id"), "id", f"'{duty.id}' is not written like-this")
    if bool(duty.rights) != (duty.needs in _WITH_RIGHTS):
        yield file.problem(path, "duty", f"`rights` goes with needs = {', '.join(need.value for need in _WITH_RIGHTS)}, and only with them")
    if bool(duty.documents) != (duty.needs is Need.DOCUMENTS_NOT_ASKED):
        yield file.problem(path, "duty", f"`documents` goes with needs = {Need.DOCUMENTS_NOT_ASKED.value}, and only with it")
    if (duty.within is None) == (duty.needs is Need.REVISED):
        yield file.problem(path, "duty", f"`within` goes with needs = {Need.REVISED.value}, and only with it")
    if duty.at_least < 1:
        yield file.problem((*path, "at_least"), "wrong value", "at least one")
    if (duty.including or duty.one_of or duty.at_least > 1) and duty.needs is not Need.METHODS:
        yield file.problem(path, "duty", f"`at_least`, `including` and `one_of` go with needs = {Need.METHODS.value}, and only with it")


def names_in_policy(folder: LawFolder, regime_id: str, policy: PolicyLaw, provisions: Provisions, documents: Mapping[str, KnownDocument]) -> Iterator[Problem]:
    """Check the names in a regime's `policy.toml` that other files declare: grounds of its provisions, documents."""
    file = folder.read(f"{regime_id}/policy.toml")
    grounds = sorted({ground.id for provision in provisions.provisions for ground in provision.grounds})
    for name in policy.special_grounds:
        if name not in grounds:
            yield file.problem(("special_grounds",), "ground", f"'{name}' is no ground of this regime{did_you_mean(name, grounds)}")
    for index, duty in enumerate(policy.duties):
        for name in duty.documents:
            if name not in documents:
                yield file.problem(
                    ("duties", index, "documents"), "document", f"'{name}' is no document of documents.toml{did_you_mean(name, list(documents))}"
                )


def _case(file: TomlFile, case: Mapping[str, object], facts: Mapping[str, Fact]) -> Iterator[Problem]:
    for name, value in case.items():
        fact = facts.get(name)
        if fact is None:
            yield file.problem(("case", name), "fact", f"'{name}' is no fact of this regime{did_you_mean(name, sorted(facts))}")
        elif fault := fault_in_law_value(fact, tuple(value) if isinstance(value, list) else value):
            yield file.problem(("case", name), "wrong value", f"{name} = {value!r}: {fault}")


def read_checks(folder: LawFolder) -> dict[str, Check]:
    """Read the kinds of findings by their codes; none if the folder has no such file.

    Raises:
        DataError: with every problem of the file.
    """
    if not folder.has("checks.toml"):
        return {}
    file = folder.read("checks.toml")
    checks = structure(file, _ChecksFile).checks
    problems = Problems()
    for index, check in enumerate(checks):
        problems.add(_named(file, ("checks", index), check.id, [other.id for other in checks[:index]]))
        for key in ("text", "fix"):
            problems.add(_texts(file, ("checks", index, key), getattr(check, key), checks[0].text.languages))
    problems.stop_if_any()
    return {check.id: check for check in checks}


def read_documents(folder: LawFolder) -> dict[str, KnownDocument]:
    """Read the official documents that policies ask for, by id; none if the folder has no such file.

    Raises:
        DataError: with every problem of the file.
    """
    if not folder.has("documents.toml"):
        return {}
    file = folder.read("documents.toml")
    read = structure(file, _DocumentsFile)
    instruments = [instrument.id for instrument in read.instruments]
    problems = Problems()
    for index, item in enumerate(read.documents):
        path = ("documents", index)
        problems.add(_named(file, path, item.id, [other.id for other in read.documents[:index]]))
        problems.add(check_citation(instruments, file, (*path, "citation"), item.citation))
        problems.add(check_dates(file, path, item))
        if item.place and not PLACE_CODE.fullmatch(item.place):
            problems.add([file.problem((*path, "place"), "place", f"'{item.place}' is no ISO 3166 code; write JP, US-CA ...")])
        for key in ("name", "text"):
            problems.add(_texts(file, (*path, key), getattr(item, key), read.documents[0].name.languages))
    problems.stop_if_any()
    return {item.id: item for item in read.documents}


def _named(file: TomlFile, path: tuple[str | int, ...], name: str, before: list[str]) -> Iterator[Problem]:
    if not KEBAB.fullmatch(name):
        yield file.problem((*path, "id"), "id", f"'{name}' is not written like-this")
    if name in before:
        yield file.problem((*path, "id"), "duplicate id", f"'{name}' stands twice in this file")


def _texts(file: TomlFile, path: tuple[str | int, ...], text: Text, languages: tuple[str, ...]) -> Iterator[Problem]:
    return check_languages(file, path, text, languages)
