"""Puts a case together: the stated facts, the organisation's own, and the words of one regime."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from jurisrights.deciding.places import Places
from jurisrights.deciding.truth import Case
from jurisrights.model.conditions import ALWAYS, Value
from jurisrights.model.law import Definition, Fact, Regime, TerritoryRow
from jurisrights.model.organisation import Organisation
from jurisrights.model.request import Request
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Silence
from jurisrights.reading.library import Law


@attrs.frozen
class Cases:
    """Makes cases for one router; what hangs on the regime alone is worked out once."""

    law: Law
    facts: Mapping[str, Fact]
    """Those of the law, and those that only the organisation asks about."""
    places: Places
    organisation: Organisation | None
    _definitions: Mapping[str, Mapping[str, tuple[Definition, ...]]] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: {regime.id: _definitions_of(regime) for regime in self.law.regimes.values()}, takes_self=True),
    )
    _territories: Mapping[str, Mapping[str, tuple[TerritoryRow, ...]]] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: {regime.id: _territories_of(regime) for regime in self.law.regimes.values()}, takes_self=True),
    )

    def make(self, request: Request, regime: Regime | None = None) -> Case:
        """Make the case of a request, under a regime or under none."""
        stated: dict[str, Value] = {fact.id: fact.value for fact in request.facts}
        case = Case(
            request.received,
            stated,
            self.facts,
            self._definitions[regime.id] if regime else {},
            self._territories[regime.id] if regime else {},
            self.places,
            request.right,
        )
        return case.with_facts(self._of_the_organisation(case))

    def _of_the_organisation(self, case: Case) -> dict[str, Value]:
        """Give the organisation's facts that hold in this case; what the request states itself comes first."""
        joined: dict[str, Value] = {}
        for group in self.organisation.facts if self.organisation else ():
            if group.when is ALWAYS or case.test(group.when).value:
                joined.update({name: value for name, value in group.facts.items() if name not in case.stated})
        return joined


def facts_of(law: Law, organisation: Organisation | None) -> dict[str, Fact]:
    """Give the facts of the law, those that only the organisation asks about, and as unknown those that it never takes for granted."""
    facts = dict(law.facts)
    if organisation:
        facts |= {fact.id: fact for fact in organisation.questions}
        for name in organisation.policy.never_assume:
            facts[name] = attrs.evolve(facts[name], silence=Silence.ASK, assume=None, follow=None, implied_by=(), because=Text())
    return facts


def _definitions_of(regime: Regime) -> dict[str, tuple[Definition, ...]]:
    found: dict[str, tuple[Definition, ...]] = {}
    for item in regime.definitions:
        found[item.id] = (*found.get(item.id, ()), item)
    return found


def _territories_of(regime: Regime) -> dict[str, tuple[TerritoryRow, ...]]:
    found: dict[str, tuple[TerritoryRow, ...]] = {}
    for row in regime.territories:
        found[row.territory] = (*found.get(row.territory, ()), row)
    return found
