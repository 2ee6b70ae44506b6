"""What is assumed and what is to be asked, collected while a decision is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from jurisrights.deciding.truth import Case
from jurisrights.model.decision import Assumption, Question
from jurisrights.model.law import Fact
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
        """The questions: applicability first, then standing, bars and grounds."""
        return tuple(sorted(self._questions.values(), key=lambda question: _ORDER.index(question.purpose)))

    def assume(self, case: Case, names: Iterable[str]) -> None:
        """Note the facts whose assumed value carries a finding."""
        for name in names:
            value = case.value_of(name).value
            if name not in self._assumptions and value is not None:
                self._assumptions[name] = Assumption(
                    fact=name,
                    kind=self.facts[name].kind,
                    value=value,
                    because=self.facts[name].because,
                    hinges=tuple(sorted(case.hinges(name))),
                )

    def ask(self, case: Case, purpose: Purpose, name: str, regime: str, part: str = "") -> None:
        """Note a question; asked twice, it keeps its earliest purpose and names both regimes."""
        fact = self.facts[name]
        key = (name, part if fact.about is About.DATA else "")
        known = self._questions.get(key)
        if known:
            earlier = min(known.purpose, purpose, key=_ORDER.index)
            regimes = tuple(dict.fromkeys([*known.regimes, regime]))
            self._questions[key] = attrs.evolve(known, purpose=earlier, regimes=regimes)
            return
        self._questions[key] = Question(
            fact=name,
            kind=fact.kind,
            text=fact.question,
            asks=fact.asks,
            purpose=purpose,
            values=EXTENTS if fact.kind is Kind.EXTENT else fact.values,
            part=key[1],
            instead=case.followers(name),
            regimes=(regime,),
        )
