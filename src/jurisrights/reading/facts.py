"""The facts and definitions of one file: what each may be, what silence means, and that none leads back to itself."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from jurisrights.errors import Problem
from jurisrights.model.law import Definition, Fact
from jurisrights.model.vocabulary import About, Confirmed, Kind, Silence
from jurisrights.reading.checks import Placed, Scope, check_item, check_languages, check_no_overlap
from jurisrights.reading.kinds import fault_in_law_value
from jurisrights.reading.lines import Path
from jurisrights.reading.structure import TomlFile
from jurisrights.reading.words import did_you_mean, shown

_SNAKE: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_RESERVED: Final = {
    **dict.fromkeys(("right", "received", "facts", "events", "parts", "regimes", "as_of", "self"), "a parameter of `decide`"),
    **dict.fromkeys(("date", "inside", "after"), "a word of conditions"),
    **dict.fromkeys(keyword.kwlist, "a word of Python"),
}


@attrs.frozen(kw_only=True)
class FactsFile:
    """What stands in a `facts.toml`; the one at the top has no definitions, because it has no instruments to cite."""

    facts: tuple[Fact, ...] = ()
    definitions: tuple[Definition, ...] = ()
    confirmed: Confirmed | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language in which some question of the file is put."""
        return tuple(sorted({language for fact in self.facts for language in fact.question.languages}))


def check_facts(file: TomlFile, read: FactsFile, shared: Mapping[str, Fact], languages: Iterable[str], table: str = "facts") -> Iterator[Problem]:
    """Give the problems of the facts in a table of a file; `shared` are those of the top folder."""
    facts = {**{fact.id: fact for fact in reversed(read.facts)}, **shared}
    definitions = frozenset(definition.id for definition in read.definitions)
    leads = leads_of(facts, read.definitions)
    for index, fact in enumerate(read.facts):
        path: Path = (table, index)
        yield from _name(file, path, fact)
        if fact.id in {earlier.id for earlier in read.facts[:index]}:
            yield file.problem(path, "duplicate id", f"the fact '{fact.id}' stands twice in this file")
        if fact.id in shared:
            yield file.problem(path, "duplicate id", f"the fact '{fact.id}' stands in facts.toml of the top folder already")
        for field in ("question", "because"):
            if getattr(fact, field):
                yield from check_languages(file, (*path, field), getattr(fact, field), languages)
        yield from _values(file, path, fact)
        yield from _silence(file, path, fact)
        if fact.implied_by and (fact.kind is not Kind.YES_NO or fact.silence is not Silence.ASK):
            yield file.problem(
                (*path, "implied_by"), "implied_by", "what a request says by itself is a yes to a yes-no question that would be asked: `silence = 'ask'`"
            )
        if fact.follow is not None:
            yield from _follow(file, path, fact, facts, definitions)
        if leads_back(leads, fact.id):
            yield file.problem((*path, "follow"), "circle", f"'{fact.id}' leads back to itself")


def check_definitions(file: TomlFile, read: FactsFile, scope: Scope) -> Iterator[Problem]:
    """Give the problems of the definitions in a file."""
    leads = leads_of(scope.names.facts, read.definitions)
    for index, definition in enumerate(read.definitions):
        path: Path = ("definitions", index)
        yield from check_item(scope, file, path, definition)
        yield from _name(file, path, definition)
        if definition.id in scope.names.facts:
            yield file.problem(path, "duplicate id", f"'{definition.id}' is a fact already")
        if leads_back(leads, definition.id):
            yield file.problem((*path, "when"), "circle", f"'{definition.id}' leads back to itself")
    yield from check_no_overlap(Placed(file=file, path=("definitions", index), item=item) for index, item in enumerate(read.definitions))


def _name(file: TomlFile, path: Path, item: Fact | Definition) -> Iterator[Problem]:
    if not _SNAKE.fullmatch(item.id):
        yield file.problem((*path, "id"), "id", f"'{item.id}' is not written like_this, as keyword arguments of Python are")
    if item.id in _RESERVED:
        yield file.problem((*path, "id"), "id", f"'{item.id}' is {_RESERVED[item.id]} already; choose another name")


def _values(file: TomlFile, path: Path, fact: Fact) -> Iterator[Problem]:
    if fact.about is About.STANDING:
        others = ", ".join(f"'{about}'" for about in About if about is not About.STANDING)
        yield file.problem((*path, "about"), "wrong value", f"only a bar is about 'standing'; a fact is about one of {others}")
    if (fact.kind is Kind.CHOICE) != bool(fact.values):
        yield file.problem(path, "values", "a choice has `values`, no other kind has")
    if fact.shown_by_fee and fact.kind is not Kind.YES_NO:
        yield file.problem((*path, "shown_by_fee"), "wrong value", "only a fact of the kind 'yes-no' can be shown by a fee")
    if len(set(fact.values)) < len(fact.values):
        yield file.problem((*path, "values"), "values", "a value stands twice")


def _silence(file: TomlFile, path: Path, fact: Fact) -> Iterator[Problem]:
    if fact.silence is Silence.ASSUME:
        if fact.assume is None and fact.follow is None:
            yield file.problem(path, "silence", "to assume, write `assume = <value>` or `follow = '<fact>'`, or both")
        if not fact.because:
            yield file.problem(path, "silence", "`because` must say why this is assumed")
    elif fact.assume is not None or fact.follow is not None:
        yield file.problem(path, "silence", "`assume` and `follow` go with `silence = 'assume'`, and only with it")
    elif bool(fact.because) != bool(fact.implied_by):
        yield file.problem(path, "silence", "`because` says why something is assumed, or why the rights of `implied_by` say it; neither goes without the other")
    has_values = fact.kind is not Kind.CHOICE or fact.values
    if fact.assume is not None and has_values and (fault := fault_in_law_value(fact, fact.assume)):
        yield file.problem((*path, "assume"), "wrong value", f"'{fact.id}' cannot be {shown(fact.assume)}: {fault}")


def _follow(file: TomlFile, path: Path, fact: Fact, facts: Mapping[str, Fact], definitions: frozenset[str]) -> Iterator[Problem]:
    here = (*path, "follow")
    followed = facts.get(fact.follow or "")
    if followed is None and fact.follow not in definitions:
        known = sorted({*facts, *definitions})
        yield file.problem(here, "follow", f"'{fact.follow}' is no declared fact or definition{did_you_mean(fact.follow or '', known)}")
        return
    kind = followed.kind if followed else Kind.YES_NO
    if kind is not fact.kind and (kind, fact.kind) != (Kind.PLACE, Kind.PLACES):
        yield file.problem(here, "follow", f"'{fact.follow}' is of the kind {kind}, '{fact.id}' of the kind {fact.kind}")
    for value in followed.values if followed and fact.kind is Kind.CHOICE else ():
        if value not in fact.values:
            yield file.problem(here, "follow", f"'{fact.follow}' can be '{value}', which is no value of '{fact.id}'")


# --------------------------------------------------------------------------------------------------------- circles


def leads_of(facts: Mapping[str, Fact], definitions: Iterable[Definition]) -> dict[str, frozenset[str]]:
    """Give, for each fact and definition, the names from which its value comes."""
    leads = {name: frozenset({fact.follow}) for name, fact in facts.items() if fact.follow}
    for definition in definitions:
        leads[definition.id] = leads.get(definition.id, frozenset()) | definition.when.names
    return leads


def leads_back(leads: Mapping[str, frozenset[str]], start: str) -> bool:
    """Say whether a fact or definition gets its value, over however many steps, from itself."""
    reached: set[str] = set()
    todo = set(leads.get(start, ()))
    while todo:
        name = todo.pop()
        reached.add(name)
        todo |= leads.get(name, frozenset()) - reached
    return start in reached
