"""From an organisation's TOML file to its policy as values, checked against the law's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

from jurisrights.errors import DataError, Problem
from jurisrights.model.conditions import Condition
from jurisrights.model.conformance import Need
from jurisrights.model.law import Fact
from jurisrights.model.lengths import BusinessDays
from jurisrights.model.organisation import Document, Fee, FeeBasis, Organisation, OrganisationFacts, Reason
from jurisrights.model.scenario import Scenario
from jurisrights.model.vocabulary import Kind
from jurisrights.reading.facts import FactsFile, check_facts
from jurisrights.reading.kinds import PLACE_CODE, Names, fault_in_value
from jurisrights.reading.library import Law
from jurisrights.reading.lines import Path as ItemPath
from jurisrights.reading.scenarios import ScenariosFile, Words, check_scenarios
from jurisrights.reading.structure import TomlFile, did_you_mean, structure

_MOST_LISTED: Final = 10
_RELATIONSHIP: Final = "relationship"
AMOUNT: Final = re.compile(r"[0-9]+(\.[0-9]+)?")
CURRENCY: Final = re.compile(r"[A-Z]{3}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_organisation(path: Path, law: Law) -> Organisation:
    """Read an organisation's file.

    Raises:
        DataError: the file is missing, or with every problem in it.
    """
    file = _file(path)
    organisation = structure(file, Organisation)
    facts = {**law.facts, **{fact.id: fact for fact in organisation.questions}}
    problems = [
        *_references(file, organisation, law),
        *_questions(file, organisation, law),
        *_conditions(file, organisation, facts),
        *_values(file, organisation, facts),
    ]
    for index, group in enumerate(organisation.facts):
        problems += _facts(file, ("facts", index), group, facts)
    if problems:
        raise DataError(problems)
    return attrs.evolve(organisation, facts=tuple(_with_tuples(group) for group in organisation.facts), origin=file)


def read_policy_scenarios(path: Path, law: Law, organisation: Organisation) -> tuple[Scenario, ...]:
    """Read worked cases for an organisation: requests to it, and everything that the decision must then say.

    Raises:
        DataError: the file is missing, or with every problem in it.
    """
    file = _file(path)
    scenarios = structure(file, ScenariosFile).scenarios
    facts = {**law.facts, **{fact.id: fact for fact in organisation.questions}}
    problems = list(check_scenarios(file, scenarios, Words(facts=facts, regimes=law.regimes, provisions=law.provisions), ""))
    if problems:
        raise DataError(problems)
    return scenarios


def _file(path: Path) -> TomlFile:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataError([Problem(file=str(path), line=None, rule="file", message=f"cannot be read: {error.strerror}")]) from None
    return TomlFile(path.name, content)


def _references(file: TomlFile, organisation: Organisation, law: Law) -> Iterator[Problem]:
    companies = [company.id for company in organisation.companies]
    desks = [desk.id for desk in organisation.desks]
    for index, company in enumerate(organisation.companies):
        if not PLACE_CODE.fullmatch(company.seat):
            yield file.problem(("companies", index, "seat"), "seat", f"'{company.seat}' is no ISO 3166 code; write JP, US-CA ...")
    named = [("desks", index, "company", desk.company, companies) for index, desk in enumerate(organisation.desks) if desk.company]
    named += [("channels", index, "desk", channel.desk, desks) for index, channel in enumerate(organisation.channels)]
    named += [("complaints", index, "desk", item.desk, desks) for index, item in enumerate(organisation.complaints) if item.desk]
    for kind, index, key, name, known in named:
        if name not in known:
            yield file.problem((kind, index, key), key, f"'{name}' is no {key} of this file{_nearest(name, known)}")
    yield from _regimes(file, organisation, law)
    yield from _known_documents(file, organisation, list(law.documents()))
    for kind in ("companies", "desks", "channels", "refusals", "grounds"):
        yield from _twice(file, kind, "id", [item.id for item in getattr(organisation, kind)])
    yield from _twice(file, "representatives", "regime", [item.regime for item in organisation.representatives])


def _known_documents(file: TomlFile, organisation: Organisation, known: list[str]) -> Iterator[Problem]:
    """Check that official documents are named by an id of the law data, where it has such documents."""
    for path, document in _documents(organisation):
        named = [(path, document.document), *(((*path, "any_of", number), option.document) for number, option in enumerate(document.any_of))]
        for place, name in named:
            if known and name and name not in known:
                message = f"'{name}' is no document of documents.toml{did_you_mean(name, known)}; leave `document` out for one that is not listed"
                yield file.problem((*place, "document"), "document", message)


def _regimes(file: TomlFile, organisation: Organisation, law: Law) -> Iterator[Problem]:
    named: list[tuple[ItemPath, str]] = [(("policy", "follows"), regime) for regime in organisation.policy.follows]
    named += [(("representatives", index, "regime"), item.regime) for index, item in enumerate(organisation.representatives)]
    for kind in ("officers", "channels", "statements", "refusals", "grounds", "complaints", "retention", "targets"):
        named += [((kind, index, "regimes"), regime) for index, item in enumerate(getattr(organisation, kind)) for regime in item.regimes]
    for path, regime in named:
        if regime not in law.regimes:
            yield file.problem(path, "regime", f"'{regime}' is no regime that is encoded{_nearest(regime, sorted(law.regimes))}")
    for kind, reasons in (("refusals", organisation.refusals), ("grounds", organisation.grounds)):
        for index, reason in enumerate(reasons):
            yield from _reason(file, (kind, index), reason, law)


def _reason(file: TomlFile, path: ItemPath, reason: Reason, law: Law) -> Iterator[Problem]:
    """Check that a reason names items that the laws have: `<regime>:<id>`."""
    for name in reason.law:
        regime, _, item = name.partition(":")
        if regime not in law.regimes:
            yield file.problem((*path, "law"), "regime", f"'{name}' does not begin with a regime; write <regime>:<id of an exception, bar or ground>")
            continue
        known: set[str] = set()
        for provision in law.provisions(regime).provisions:
            known.update(*({found.id for found in items} for items in (provision.grounds, provision.bars, provision.exceptions)))
        if item not in known:
            yield file.problem((*path, "law"), "law", f"'{item}' is no exception, bar or ground of {regime}{did_you_mean(item, sorted(known))}")
    for regime in reason.beyond:
        if regime not in law.regimes:
            yield file.problem((*path, "beyond"), "regime", f"'{regime}' is no regime that is encoded{_nearest(regime, sorted(law.regimes))}")


def _questions(file: TomlFile, organisation: Organisation, law: Law) -> Iterator[Problem]:
    """Check the facts that only this organisation asks about: their names are its own."""
    for index, fact in enumerate(organisation.questions):
        if fact.id in law.facts:
            yield file.problem(("questions", index, "id"), "fact", f"'{fact.id}' is a fact of the law already; use it, or take another name")
    read = FactsFile(facts=organisation.questions)
    others = {name: fact for name, fact in law.facts.items() if name not in {own.id for own in organisation.questions}}
    yield from check_facts(file, read, others, read.languages, "questions")


def _values(file: TomlFile, organisation: Organisation, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    yield from _languages(file, organisation)
    yield from _words(file, organisation, facts)
    for path, fee in _fees(organisation):
        yield from _fee(file, path, fee)
    for path, document in _documents(organisation):
        if document.needs < 1 or document.needs > max(1, len(document.any_of)):
            yield file.problem((*path, "needs"), "wrong value", f"{document.needs} of {len(document.any_of)} documents cannot be handed in")


def _languages(file: TomlFile, organisation: Organisation) -> Iterator[Problem]:
    policy = organisation.policy
    named: list[tuple[ItemPath, str]] = [(("policy", "language"), policy.language), *((("policy", "languages"), tag) for tag in policy.languages)]
    for kind in ("channels", "differences"):
        named += [((kind, index, "languages"), tag) for index, item in enumerate(getattr(organisation, kind)) for tag in item.languages]
    for path, tag in named:
        if not _LANGUAGE.fullmatch(tag):
            yield file.problem(path, "language", f"'{tag}' is no language tag; write ja, en, zh-Hans ...")


def _words(file: TomlFile, organisation: Organisation, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    for index, target in enumerate(organisation.targets):
        if isinstance(target.within, BusinessDays):
            message = "business days need a calendar, which a policy does not name; write days, weeks, months or years"
            yield file.problem(("targets", index, "within"), "target", message)
    needs = [need.value for need in Need]
    for name in organisation.policy.unread:
        if name not in needs:
            yield file.problem(("policy", "unread"), "wrong value", f"'{name}' is nothing that the check looks for{did_you_mean(name, needs)}")
    for name in organisation.policy.never_assume:
        if name not in facts:
            yield file.problem(("policy", "never_assume"), "fact", f"'{name}' is no fact that any law asks about{_nearest(name, list(facts))}")
    known = [str(value) for value in facts[_RELATIONSHIP].values] if _RELATIONSHIP in facts else []
    for key in ("holds_data_of", "may_ask"):
        for word in getattr(organisation.policy, key):
            if word not in known:
                yield file.problem(("policy", key), "wrong value", f"'{word}' is no {_RELATIONSHIP}{_nearest(word, known)}")


def _fee(file: TomlFile, path: ItemPath, fee: Fee) -> Iterator[Problem]:
    if (fee.basis is FeeBasis.FIXED) != bool(fee.amount and fee.currency):
        yield file.problem(path, "fee", "a fixed fee has an `amount` and a `currency`, another one has none")
    if fee.amount and not AMOUNT.fullmatch(fee.amount):
        yield file.problem((*path, "amount"), "wrong value", f"'{fee.amount}' is no amount; write '1000' or '12.50'")
    if fee.currency and not CURRENCY.fullmatch(fee.currency):
        yield file.problem((*path, "currency"), "wrong value", f"'{fee.currency}' is no ISO 4217 code; write JPY, EUR ...")


def _fees(organisation: Organisation) -> Iterator[tuple[ItemPath, Fee]]:
    for index, channel in enumerate(organisation.channels):
        yield from ((("channels", index, "fees", number), fee) for number, fee in enumerate(channel.fees))


def _documents(organisation: Organisation) -> Iterator[tuple[ItemPath, Document]]:
    for index, channel in enumerate(organisation.channels):
        yield from ((("channels", index, "documents", number), document) for number, document in enumerate(channel.documents))


def _twice(file: TomlFile, kind: str, key: str, values: list[str]) -> Iterator[Problem]:
    for index, value in enumerate(values):
        if value in values[:index]:
            yield file.problem((kind, index, key), f"duplicate {key}", f"'{value}' stands twice among the {kind}")


def _conditions(file: TomlFile, organisation: Organisation, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    names = Names(facts=facts, definitions=frozenset(), territories=frozenset())
    placed: list[tuple[ItemPath, Condition]] = []
    for kind in ("officers", "channels", "facts", "statements", "refusals", "grounds"):
        placed += [((kind, index), item.when) for index, item in enumerate(getattr(organisation, kind))]
    placed += [(path, fee.when) for path, fee in _fees(organisation)]
    placed += [(path, document.when) for path, document in _documents(organisation)]
    for path, when in placed:
        for fault in names.faults(when.tree):
            own = "; a fact of your own is declared in [[questions]]" if "no declared fact" in fault else ""
            yield file.problem((*path, "when"), "condition", f"{fault}{own}")
        for name in sorted(when.names):
            if definition := _definition_behind(name, facts):
                message = f"'{name}' takes its value from '{definition}', which one law alone defines; name the facts behind it"
                yield file.problem((*path, "when"), "condition", message)


def _definition_behind(name: str, facts: Mapping[str, Fact]) -> str | None:
    """Give the definition that a fact follows in silence; outside its own law that would read as no."""
    fact = facts.get(name)
    while fact and fact.follow:
        if fact.follow not in facts:
            return fact.follow
        fact = facts[fact.follow]
    return None


def _facts(file: TomlFile, path: ItemPath, group: OrganisationFacts, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    for name, value in group.facts.items():
        here: ItemPath = (*path, "facts", name)
        fact = facts.get(name)
        if fact is None:
            yield file.problem(here, "fact", f"'{name}' is no fact that any law asks about{_nearest(name, list(facts))}")
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
    hint = did_you_mean(given.lower(), known)
    return hint if known and (len(known) <= _MOST_LISTED or hint.endswith("?")) else ""
