"""What is assumed and what is to be asked, collected while a decision is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from jurisrights.deciding.truth import Case
from jurisrights.model.conditions import Node
from jurisrights.model.findings import Assumption, Question
from jurisrights.model.law import Fact
from jurisrights.model.organisation import OrganisationFacts
from jurisrights.model.vocabulary import EXTENTS, About, Kind, Purpose

_ORDER = tuple(Purpose)


@attrs.define
class Notes:
    """The assumptions and questions of one decision, each once."""

    facts: Mapping[str, Fact]
    _assumptions: dict[str, Assumption] = attrs.field(factory=dict, init=False)
    _questions: dict[tuple[str, str], Question] = attrs.field(factory=dict, init=False)

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """The assumptions, by fact."""
        return tuple(self._assumptions[name] for name in sorted(self._assumptions))

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions: applicability first, then standing, bars and grounds; within these as the facts are declared."""
        declared = {name: number for number, name in enumerate(self.facts)}
        return tuple(sorted(self._questions.values(), key=lambda item: (_ORDER.index(item.purpose), declared[item.fact], item.part)))

    def rests_on(self, names: Iterable[str]) -> bool:
        """Say whether one of these facts is assumed or asked: whether it could still change something."""
        return any(name in self._assumptions or any(asked == name for asked, _ in self._questions) for name in names)

    def assume(self, case: Case, names: Iterable[str], regime: str) -> None:
        """Note the facts whose assumed value carries a finding; names that are merely open are passed over."""
        for name in names:
            value = case.value_of(name).value
            known = self._assumptions.get(name)
            hinges = case.hinges(name)  # a definition that is followed belongs to one regime
            if known:
                hinges, regimes = hinges.union(known.hinges), {*known.regimes, regime}
                self._assumptions[name] = attrs.evolve(known, hinges=tuple(sorted(hinges)), regimes=tuple(sorted(regimes)))
            elif value is not None:
                self._assumptions[name] = Assumption(
                    fact=name,
                    kind=self.facts[name].kind,
                    value=value,
                    because=self.facts[name].because,
                    hinges=tuple(sorted(hinges)),
                    regimes=(regime,),
                )

    def ask(self, case: Case, purpose: Purpose, name: str, regime: str, trees: Iterable[Node], part: str = "") -> None:
        """Note a question that these conditions put; asked twice, it keeps its earliest purpose and names both regimes."""
        fact, key = self.facts[name], self._key(name, part)
        known = self._questions.get(key)
        if known:
            self._questions[key] = attrs.evolve(
                known,
                purpose=min(known.purpose, purpose, key=_ORDER.index),
                instead=tuple(sorted({*known.instead, *case.followers(name, trees)})),
                regimes=tuple(dict.fromkeys([*known.regimes, regime])),
            )
            return
        self._questions[key] = Question(
            fact=name,
            kind=fact.kind,
            text=fact.question,
            asks=fact.asks,
            purpose=purpose,
            values=EXTENTS if fact.kind is Kind.EXTENT else fact.values,
            part=key[1],
            instead=case.followers(name, trees),
            regimes=(regime,),
        )

    def ask_behind(self, case: Case, group: OrganisationFacts, names: Sequence[str], regime: str, part: str = "") -> None:
        """Note what decides whether a group of facts joins: it takes the place of the questions about those facts, which may be stated instead."""
        replaced = {key: item for key, item in self._questions.items() if key[0] in {*group.facts} - {*names} and key[1] in {"", part}}
        purpose = min((item.purpose for item in replaced.values()), key=_ORDER.index, default=Purpose.STANDING)
        regimes = tuple(dict.fromkeys([*(name for item in replaced.values() for name in item.regimes), regime]))
        for name in names:
            for asking in regimes:
                self.ask(case, purpose, name, asking, [group.when.tree], part)
        noted = [key for name in names if (key := self._key(name, part)) in self._questions]
        for key in noted:
            known = self._questions[key]
            self._questions[key] = attrs.evolve(known, instead=tuple(dict.fromkeys((*known.instead, *(fact for fact, _ in replaced)))))
        for key in replaced if noted else ():
            del self._questions[key]

    def _key(self, name: str, part: str) -> tuple[str, str]:
        """Give what a question is known by: its fact and, for a fact about data, the part of the data."""
        return name, part if self.facts[name].about is About.DATA else ""
