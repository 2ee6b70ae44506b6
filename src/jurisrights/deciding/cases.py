"""Puts a case together: the stated facts, the organisation's own, and the words of one regime."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from jurisrights.deciding.places import Places
from jurisrights.deciding.truth import Case
from jurisrights.deciding.working_days import Calendars
from jurisrights.model.conditions import ALWAYS, Value
from jurisrights.model.law import Definition, Fact, Regime, TerritoryRow
from jurisrights.model.organisation import FeeBasis, Organisation, OrganisationFacts
from jurisrights.model.request import Part, Request
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import About, Holds, Silence
from jurisrights.reading.library import Law


@attrs.frozen
class Cases:
    """Makes cases for one router; what hangs on the regime alone is worked out once."""

    law: Law
    facts: Mapping[str, Fact]
    """Those of the law, and those that only the organisation asks about."""
    places: Places
    organisation: Organisation | None
    calendars: Calendars = attrs.field(factory=Calendars)
    _definitions: Mapping[str, Mapping[str, tuple[Definition, ...]]] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: {regime.id: _definitions_of(regime) for regime in self.law.regimes.values()}, takes_self=True),
    )
    _territories: Mapping[str, Mapping[str, tuple[TerritoryRow, ...]]] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: {regime.id: _territories_of(regime) for regime in self.law.regimes.values()}, takes_self=True),
    )
    _shown: dict[str, Value] = attrs.field(init=False, default=attrs.Factory(lambda self: shown_by_a_fee(self.facts), takes_self=True))

    def make(self, request: Request, regime: Regime | None = None, part: Part | None = None) -> Case:
        """Make the case of a request, or of one part of its data, under a regime or under none."""
        stated: dict[str, Value] = {fact.id: fact.value for fact in request.facts}
        case = Case(
            request.received,
            stated,
            self.facts,
            self._definitions[regime.id] if regime else {},
            self._territories[regime.id] if regime else {},
            self.places,
            frozenset(self.organisation.policy.never_assume if self.organisation else ()),
            {calendar.id: self.calendars.named(calendar) for calendar in regime.calendars} if regime else {},
            request.right,
        )
        every = (*self._shown_by_fees(regime), *self.organisation.facts) if self.organisation else ()
        groups = [group for group in every if group.may_join(request.right)]
        whole = _joined(groups, case)
        return self._of_a_part(case, groups, whole, part) if part else case.with_facts(whole.given).without(whole.open)

    def _shown_by_fees(self, regime: Regime | None) -> Iterator[OrganisationFacts]:
        """Give what the organisation's fixed fees show: that one was set and made known."""
        for channel in self.organisation.channels if self.organisation and self._shown else ():
            meant = regime is None or not channel.regimes or regime.id in channel.regimes
            for fee in channel.fees:
                if meant and fee.basis is FeeBasis.FIXED and fee.when is ALWAYS:
                    yield OrganisationFacts(facts=self._shown, when=channel.when, rights=fee.rights or channel.rights)

    def _of_a_part(self, case: Case, groups: Iterable[OrganisationFacts], whole: _Joined, part: Part) -> Case:
        """Give the case of one part: what the organisation says about data is looked up anew there, the rest holds for all parts alike."""
        here = case.with_facts({fact.id: fact.value for fact in part.facts})
        own = _joined(groups, here)
        given = {name: value for name, value in whole.given.items() if not self._is_about_data(name)}
        given |= {name: value for name, value in own.given.items() if self._is_about_data(name)}
        unknown = {name for name in whole.open if not self._is_about_data(name)} | {name for name in own.open if self._is_about_data(name)}
        return here.with_facts(given).without(frozenset(unknown))

    def _is_about_data(self, name: str) -> bool:
        return self.facts[name].about is About.DATA


@attrs.frozen
class _Joined:
    """What an organisation's groups of facts come to in one case: the facts that they give, and those that hang on an open condition."""

    given: Mapping[str, Value]
    open: frozenset[str]


def _joined(groups: Iterable[OrganisationFacts], case: Case) -> _Joined:
    """Join the groups in their order; what the request states itself comes first.

    A group that may hold makes unknown whatever it would change: better asked than guessed.
    """
    given: dict[str, Value] = {}
    unknown: set[str] = set()
    for group in groups:
        holds = Holds.YES if group.when is ALWAYS else case.test(group.when).holds
        for name, value in group.facts.items():
            if name in case.stated or holds is Holds.NO:
                continue
            if holds is Holds.YES:
                given[name] = value
                unknown.discard(name)
            elif given.get(name, case.value_of(name).value) != value:
                given.pop(name, None)
                unknown.add(name)
    return _Joined(given, frozenset(unknown))


def shown_by_a_fee(facts: Mapping[str, Fact]) -> dict[str, Value]:
    """Give the facts that a fixed fee in a policy shows: an amount that stands there was set and made known."""
    return {fact.id: True for fact in facts.values() if fact.shown_by_fee}


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
