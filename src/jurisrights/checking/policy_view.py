"""A policy beside one law on one day: the questions that the single checks ask of the two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from jurisrights.deciding.deadlines import Timekeeper
from jurisrights.deciding.truth import Case, Verdict
from jurisrights.deciding.working_days import Calendars
from jurisrights.model.conditions import Condition
from jurisrights.model.conformance import KnownDocument, PolicyDuty, PolicyLaw, Severity
from jurisrights.model.law import Clock, Fact, GroundsNeeded, Provision, Provisions, Regime, SideRule
from jurisrights.model.lengths import in_force
from jurisrights.model.organisation import Channel, Company, Desk, Method, Officer, Organisation, Reason
from jurisrights.model.request import Request
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import About, Asks, Confirmed, Holds, Right, Topic

ItemPath = tuple[str | int, ...]
_ASKER = "asker"
_AGENT = "agent"
_BY_CONTACT = {"address": Method.POST, "email": Method.EMAIL, "phone": Method.PHONE, "url": Method.WEB_FORM}


@attrs.frozen(kw_only=True)
class Point:
    """What a check found: the code of the finding, the item of the file, and what the law says there."""

    code: str
    path: ItemPath = ()
    values: Mapping[str, Text | str] = attrs.field(factory=dict)
    citations: tuple[str, ...] = ()
    law: Text = Text()
    confirmed: Confirmed | None = None
    severity: Severity | None = None
    facts: frozenset[str] = frozenset()
    source: str = ""


@attrs.frozen(kw_only=True)
class View:
    """One policy, one law, one day, one ordinary person under that law."""

    organisation: Organisation
    regime: Regime
    provisions: Provisions
    policy: PolicyLaw
    case: Case
    people: Mapping[str, Case]
    """The cases of all kinds of people whose data is held on the organisation's own account."""
    facts: Mapping[str, Fact]
    names: Mapping[Right, Text]
    documents: Mapping[str, KnownDocument]

    def doubts(self, verdict: Verdict) -> frozenset[str]:
        """Give the facts about the organisation on which a verdict rests and that nobody stated."""
        return frozenset(name for name in verdict.assumed | verdict.unknown if self._is_about_the_organisation(name) and not self._follows_a_stated_fact(name))

    def _is_about_the_organisation(self, name: str) -> bool:
        fact = self.facts[name]
        return fact.about is About.ORGANISATION or (fact.asks is Asks.ORGANISATION and fact.about is About.DATA)

    def _follows_a_stated_fact(self, name: str) -> bool:
        followed = self.facts[name].follow
        return followed is not None and followed in self.case.stated

    def named(self, rights: Iterable[Right]) -> Text:
        """Give the names of rights as a list, in every language in which all have one."""
        names = [self.names[right] for right in rights]
        languages = set.intersection(*(set(name.languages) for name in names))
        return Text.of({language: _listed(language, [name.in_(language) for name in names]) for language in languages})

    # ------------------------------------------------------------------------------------------------------- the law

    def answering(self, right: Right) -> list[Provision]:
        """Give the provisions that answer a right on this day."""
        return [item for item in in_force(self.provisions.provisions, self.case.received) if right in item.answers]

    def answered(self) -> list[Right]:
        """Give the rights that this law gives on this day."""
        return [right for right in Right if self.answering(right)]

    def may_be_due(self, right: Right) -> Verdict:
        """Say whether the law gives a right on this day, and what the file states does not rule out what it rests on.

        Where one way to the right is ruled out by stated facts, an assumption is enough to rule out the others; where none
        is, the verdict rests on the assumptions.
        """
        lacking = [self._lacking(item) for item in self.answering(right)]
        if not lacking or (all(lacking) and any(not verdict.assumed for verdicts in lacking for verdict in verdicts)):
            return Verdict(value=False)
        assumed = frozenset().union(*(verdict.assumed for verdicts in lacking for verdict in verdicts)) if all(lacking) else frozenset()
        return Verdict(value=True, assumed=assumed)

    def _lacking(self, provision: Provision) -> list[Verdict]:
        """Give the verdicts on the grounds for want of which a provision gives nothing; none where it may give something."""
        verdicts = [self.case.test(ground.when) for ground in in_force(provision.grounds, self.case.received)]
        failing = [verdict for verdict in verdicts if verdict.holds is Holds.NO]
        return failing if provision.grounds_needed is GroundsNeeded.ALL or len(failing) == len(verdicts) else []

    def rules(self, topic: Topic, provision: Provision) -> Iterator[tuple[SideRule, Verdict]]:
        """Give the side rules of a topic that cover a provision and are not known to fail."""
        for rule in in_force(self.provisions.rules, self.case.received):
            verdict = self.case.test(rule.when)
            if rule.topic is topic and (not rule.covers or provision.id in rule.covers) and verdict.holds is not Holds.NO:
                yield rule, verdict

    def last_day(self, clock: Clock, received: date) -> date | None:
        """Give the last day of a clock for a request received on a day, by the most generous reading; None for a bare standard."""
        request = Request(right=None, received=received, facts=())
        deadline = Timekeeper(self.regime, request, attrs.evolve(self.case, received=received), Calendars()).deadline(clock)
        return max((item.due for item in deadline.alternatives), default=None) if deadline else None

    def duties(self) -> Iterator[tuple[PolicyDuty, Verdict]]:
        """Give the duties on policies that are not known to fail."""
        for duty in in_force(self.policy.duties, self.case.received):
            verdict = self.case.test(duty.when)
            if verdict.holds is not Holds.NO:
                yield duty, verdict

    # ---------------------------------------------------------------------------------------------------- the policy

    def concerns(self, regimes: Sequence[str]) -> bool:
        """Say whether an item of the policy is said under this law; one that names none is said under every law."""
        return not regimes or self.regime.id in regimes

    def reaches_somebody(self, when: Condition) -> bool:
        """Say whether an item of the policy is meant for the person, or for an agent of the person."""
        cases = (self.case, self.case.with_facts({_ASKER: _AGENT})) if _ASKER in self.facts else (self.case,)
        return any(case.test(when).holds is not Holds.NO for case in cases)

    def is_said(self, reason: Reason) -> bool:
        """Say whether the policy gives a reason under this law, to the person or to an agent."""
        return self.concerns(reason.regimes) and self.reaches_somebody(reason.when)

    def channels(self, right: Right | None = None) -> Iterator[tuple[int, Channel]]:
        """Give the channels that are open to the person under this law, for a right."""
        for index, channel in enumerate(self.organisation.channels):
            takes = right is None or not channel.rights or right in channel.rights
            if takes and self.concerns(channel.regimes) and self.case.test(channel.when).holds is not Holds.NO:
                yield index, channel

    def taken(self, channel: Channel) -> list[Right]:
        """Give the rights that a channel is for; one that names none is for those that no other channel names."""
        elsewhere = {right for _, other in self.channels() for right in other.rights}
        return list(channel.rights) or [right for right in self.answered() if right not in elsewhere]

    def methods(self, channel: Channel) -> frozenset[Method]:
        """Give the ways in which a channel takes requests: those it names, or those that its desk's contact details allow."""
        desk = next(desk for desk in self.organisation.desks if desk.id == channel.desk)
        return frozenset(channel.methods) or contacts(desk)

    def mentioned(self) -> frozenset[Right]:
        """Give the rights that the policy names under this law."""
        own = self.organisation
        named = [*((item.regimes, item.rights) for item in own.channels), *((item.regimes, item.rights) for item in own.statements)]
        named += [(item.regimes, item.rights) for item in (*own.grounds, *own.refusals)]
        return frozenset(right for regimes, rights in named if self.concerns(regimes) for right in rights)

    def meant(self, rights: Sequence[Right]) -> list[Right]:
        """Give the rights of this law for which an item is said: those that it names, else those of which the policy speaks, else all."""
        answered, mentioned = self.answered(), self.mentioned()
        if rights:
            return [right for right in rights if right in answered]
        return [right for right in answered if right in mentioned] or answered

    def is_mentioned(self) -> bool:
        """Say whether the policy speaks of this law by name to the people whom it protects; a remark that names no right does not."""
        own = self.organisation
        named = {*own.policy.follows, *(item.regime for item in own.representatives)}
        for items in (own.channels, [item for item in own.statements if item.rights], own.refusals, own.grounds, own.complaints, own.targets):
            named.update(regime for item in items for regime in item.regimes)
        return self.regime.id in named


def _listed(language: str, names: Sequence[str]) -> str:
    """List names that hold commas themselves."""
    if language == "ja":
        return "".join(f"「{name}」" for name in names)
    return {"zh": "；", "fr": " ; "}.get(language, "; ").join(names)


def contacts(place: Desk | Officer | Company) -> frozenset[Method]:
    """Give the ways in which a desk, an officer or a company can be reached."""
    return frozenset(method for key, method in _BY_CONTACT.items() if getattr(place, key, None))
