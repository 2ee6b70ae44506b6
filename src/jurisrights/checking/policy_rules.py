"""The single checks of a policy against one law. Each is a small function that gives the points it finds.

A point that a lawyer would reject is worse than one that is missed: a check speaks only where the law's data is certain,
and what hangs on facts about the organisation that nobody stated carries those facts.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final

import attrs

from jurisrights.checking.policy_view import ItemPath, Point, View, contacts
from jurisrights.deciding.counting import add_length
from jurisrights.deciding.surroundings import find_representative
from jurisrights.deciding.truth import Verdict
from jurisrights.model.conditions import ALWAYS
from jurisrights.model.conformance import Need, PolicyDuty, Severity
from jurisrights.model.law import Ground, GroundsNeeded, SideRule
from jurisrights.model.lengths import in_force
from jurisrights.model.organisation import Channel, Company, Desk, Document, Fee, FeeBasis, Officer, OfficerRole, Option, Proof, Reason, Target
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Right, Topic

_A_YEAR: Final = 366
_FEE_PUBLISHED: Final = "fee_published"
_PROOFS_OF_THE_PERSON: Final = (Proof.IDENTITY, Proof.ADDRESS)


def _of_rule(code: str, path: ItemPath, rule: SideRule, view: View, *rights: Right, source: str = "") -> Point:
    return Point(
        code=code,
        path=path,
        values={"rights": view.named(rights)} if rights else {},
        citations=rule.citation.on(view.case.received),
        law=rule.text,
        confirmed=rule.confirmed,
        facts=view.doubts(view.case.test(rule.when)),
        source=source,
    )


# ------------------------------------------------------------------------------------------------------------- fees


def fees(view: View) -> Iterator[Point]:
    """A fee for a right for which the law lets none be charged."""
    for index, channel in view.channels():
        for number, fee in enumerate(channel.fees):
            if fee.basis is not FeeBasis.FREE and fee.when is ALWAYS:
                yield from _fee(view, ("channels", index, "fees", number), channel, fee)


def _fee(view: View, path: ItemPath, channel: Channel, fee: Fee) -> Iterator[Point]:
    # A law may let only a published fee be charged; an amount that stands in the policy is published.
    known = attrs.evolve(view, case=view.case.with_facts({_FEE_PUBLISHED: True})) if fee.basis is FeeBasis.FIXED else view
    free = {right: rule for right in fee.rights or view.taken(channel) if (rule := _free(known, right))}
    for rule in dict.fromkeys(free.values()):
        rights = [right for right, found in free.items() if found == rule]
        yield _of_rule("fee-not-allowed", path, rule, view, *rights, source=fee.source or channel.source)


def _free(view: View, right: Right) -> SideRule | None:
    """Give the rule that makes a right free of charge, if every provision that answers it is free for certain."""
    found: SideRule | None = None
    for provision in view.answering(right):
        rules = list(view.rules(Topic.FEE, provision))
        certain = [rule for rule, verdict in rules if rule.value == "free" and verdict.value]
        if not certain or any(rule.value == "cost-fee" for rule, _ in rules):
            return None
        found = found or certain[0]
    return found


# --------------------------------------------------------------------------------------------------------- identity


def identity(view: View) -> Iterator[Point]:
    """Proof of identity asked where the law forbids it, or always where the law wants a doubt first."""
    for index, channel in view.channels():
        for number, document in enumerate(channel.documents):
            if document.proof in _PROOFS_OF_THE_PERSON and document.when is ALWAYS:
                yield from _identity(view, ("channels", index, "documents", number), channel, document)


def _identity(view: View, path: ItemPath, channel: Channel, document: Document) -> Iterator[Point]:
    codes = {"forbidden": "identity-forbidden", "if-reasonable-doubt": "identity-always-asked"}
    found: dict[SideRule, list[Right]] = {}
    for right in document.rights or view.taken(channel):
        for provision in view.answering(right):
            for rule, verdict in view.rules(Topic.IDENTITY, provision):
                if rule.value in codes and verdict.value and right not in found.setdefault(rule, []):
                    found[rule].append(right)
    for rule, rights in found.items():
        yield _of_rule(codes[rule.value], path, rule, view, *rights, source=document.source or channel.source)


# --------------------------------------------------------------------------------------------------- documents in use


def documents(view: View) -> Iterator[Point]:
    """An official document that could no longer be used on this day, among those asked for under this law."""
    for index, channel in view.channels():
        for number, document in enumerate(channel.documents):
            path: ItemPath = ("channels", index, "documents", number)
            ended = [(position, option) for position, option in enumerate(document.any_of) if _has_ended(view, option.document)]
            all_ended = bool(document.any_of) and len(document.any_of) - len(ended) < document.needs
            code = "document-impossible" if all_ended else "document-ended"
            for position, option in ended:
                yield _ended(view, code, (*path, "any_of", position), option, channel)
            if _has_ended(view, document.document):
                yield _ended(view, "document-impossible", path, document, channel)


def _has_ended(view: View, document: str) -> bool:
    last = view.documents[document].in_force_until if document in view.documents else None
    return last is not None and last < view.case.received


def _ended(view: View, code: str, path: ItemPath, item: Option | Document, channel: Channel) -> Point:
    known = view.documents[item.document]
    values: dict[str, Text | str] = {"document": known.name, "last": str(known.in_force_until)}
    return Point(
        code=code,
        path=path,
        values=values,
        citations=known.citation.on(view.case.received),
        law=known.text,
        confirmed=known.confirmed,
        source=item.source or channel.source,
    )


# ------------------------------------------------------------------------------------------------------------ reasons


def refusals(view: View) -> Iterator[Point]:
    """A reason to refuse that goes beyond the law, or that nobody has held against it."""
    for index, reason in enumerate(view.organisation.refusals):
        if view.is_said(reason):
            yield from _refusal(view, ("refusals", index), reason)


def _refusal(view: View, path: ItemPath, reason: Reason) -> Iterator[Point]:
    mapped = {name.partition(":")[2] for name in reason.law if name.partition(":")[0] == view.regime.id}
    claimed = [right for right in reason.rights or view.answered() if view.answering(right)]
    if view.regime.id in reason.beyond:
        without = claimed
    elif mapped:
        without = [right for right in claimed if reason.rights and not mapped & set(_limits(view, right))]
    else:
        if claimed:
            yield Point(code="refusal-unmatched", path=path, values={"reason": reason.text}, source=reason.source)
        return
    if without:
        values: dict[str, Text | str] = {"reason": reason.text, "rights": view.named(without)}
        yield Point(code="refusal-beyond-law", path=path, values=values, citations=_citations(view, without), source=reason.source)


def _limits(view: View, right: Right) -> Iterator[str]:
    for provision in view.answering(right):
        # That a ground of the law is lacking is a reason to refuse as well.
        yield from (item.id for item in in_force(provision.exceptions, view.case.received))
        yield from (item.id for item in in_force(provision.bars, view.case.received))
        yield from (item.id for item in in_force(provision.grounds, view.case.received))


def grounds(view: View) -> Iterator[Point]:
    """Reasons wanted from the person that are narrower than the law's, or that the law does not want at all."""
    for index, reason in enumerate(view.organisation.grounds):
        rights = [right for right in reason.rights if _wants_no_other_reason(view, right)]
        if view.is_said(reason) and view.regime.id in reason.beyond and rights:
            citations = _citations(view, rights)
            values: dict[str, Text | str] = {"reason": reason.text, "rights": view.named(rights)}
            yield Point(code="ground-beyond-law", path=("grounds", index), values=values, citations=citations, source=reason.source)
    yield from _narrower(view)


def _wants_no_other_reason(view: View, right: Right) -> bool:
    """Say whether the law gives a right without one of several reasons; where it has several, one more that will do is no harm."""
    found = view.answering(right)
    return bool(found) and all(item.grounds_needed is GroundsNeeded.ALL or len(in_force(item.grounds, view.case.received)) <= 1 for item in found)


def _citations(view: View, rights: Iterable[Right]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for right in rights for item in view.answering(right) for text in item.citation.on(view.case.received)))


def _narrower(view: View) -> Iterator[Point]:
    wanted = [(index, reason) for index, reason in enumerate(view.organisation.grounds) if view.is_said(reason)]
    found: dict[tuple[int, tuple[Ground, ...]], list[Right]] = {}
    for right in dict.fromkeys(right for _, reason in wanted for right in reason.rights):
        about = [(index, reason) for index, reason in wanted if right in reason.rights]
        accepted = {name.partition(":")[2] for _, reason in about for name in reason.law if name.partition(":")[0] == view.regime.id}
        missing = tuple(item for item in _alternative_grounds(view, right) if item.id not in accepted)
        if accepted and missing:
            found.setdefault((about[0][0], missing), []).append(right)
    for (index, missing), rights in found.items():
        citations = tuple(dict.fromkeys(text for item in missing for text in item.citation.on(view.case.received)))
        source = view.organisation.grounds[index].source
        yield Point(
            code="grounds-narrower", path=("grounds", index), values={"rights": view.named(rights)}, citations=citations, law=_joined(missing), source=source
        )


def _alternative_grounds(view: View, right: Right) -> Iterator[Ground]:
    """Give the grounds of which one is enough; where the law wants all, to want fewer is generous."""
    for provision in view.answering(right):
        if provision.grounds_needed is GroundsNeeded.ANY:
            yield from in_force(provision.grounds, view.case.received)


def _joined(items: Sequence[Ground]) -> Text:
    texts = [item.text for item in items]
    languages = set.intersection(*(set(text.languages) for text in texts))
    return Text.of({language: "\n".join(text.in_(language) for text in texts) for language in languages})


# ---------------------------------------------------------------------------------------------------------- targets


def targets(view: View) -> Iterator[Point]:
    """A time that the organisation sets itself and that can end after the law's last day."""
    for index, target in enumerate(view.organisation.targets):
        if view.concerns(target.regimes):
            yield from itertools.islice(_too_late(view, index, target), 1)


def _too_late(view: View, index: int, target: Target) -> Iterator[Point]:
    clocks = [(right, clock) for right in target.rights or view.answered() for item in view.answering(right) for clock in item.clocks]
    for right, clock in clocks:
        if clock.step is not target.step or not clock.binding or clock.when is not ALWAYS:
            continue
        for received in (view.case.received + timedelta(days=number) for number in range(_A_YEAR)):
            own, last = add_length(received, target.within), view.last_day(clock, received)
            if last and own > last:
                values: dict[str, Text | str] = {"rights": view.named([right]), "received": str(received), "own": str(own), "last": str(last)}
                citations = clock.citation.on(received)
                yield Point(
                    code="target-too-late",
                    path=("targets", index),
                    values=values,
                    citations=citations,
                    law=clock.text,
                    confirmed=clock.confirmed,
                    source=target.source,
                )


# ----------------------------------------------------------------------------------------------------------- duties


def duties(view: View) -> Iterator[Point]:
    """What a policy has to hold and does not."""
    for duty, verdict in view.duties():
        for point in _DUTIES[duty.needs](view, duty):
            yield attrs.evolve(
                point,
                citations=duty.citation.on(view.case.received),
                law=duty.text,
                confirmed=duty.confirmed,
                severity=Severity.DOUBT if duty.needs in view.organisation.policy.unread else duty.severity,
                facts=point.facts | view.doubts(verdict),
            )


def _controller_name(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    companies = view.organisation.companies
    if len(companies) != 1 and not any(company.main for company in companies):
        yield Point(code="controller-name-missing")


def _address(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    own = view.organisation
    if not any(company.address for company in own.companies) and not any(desk.address for desk in own.desks):
        yield Point(code="address-missing")


def _officer(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    if not any(officer.role is OfficerRole.DIRECTOR and officer.name for officer in view.organisation.officers):
        yield Point(code="director-missing")


def _dpo_contact(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    """A data protection officer who is said to exist, and whom nobody can reach."""
    for index, officer in enumerate(view.organisation.officers):
        reached = officer.email or officer.phone or officer.address or _has_a_desk(view, officer)
        if officer.role is OfficerRole.DATA_PROTECTION_OFFICER and not reached:
            yield Point(code="dpo-contact-missing", path=("officers", index), source=officer.source)


def _has_a_desk(view: View, officer: Officer) -> bool:
    """Say whether a desk that can be reached bears the officer's name."""
    names = [name for _, name in officer.name.entries]
    return any(contacts(desk) and name in told for desk in view.organisation.desks for _, told in desk.officer.entries for name in names)


def _contact(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    own = view.organisation
    places: list[Desk | Officer | Company] = [*own.desks, *own.officers, *own.companies]
    if not any(contacts(place) for place in places):
        yield Point(code="contact-missing")


def _complaint_desk(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    said = any(view.concerns(item.regimes) and item.desk for item in view.organisation.complaints)
    if not said and not any(Right.COMPLAINT in channel.rights and view.methods(channel) for _, channel in view.channels()):
        yield Point(code="complaint-desk-missing")


def _complaint_authority(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    if not any(view.concerns(item.regimes) and item.authority for item in view.organisation.complaints):
        yield Point(code="complaint-authority-missing")


def _rights(view: View, duty: PolicyDuty) -> Iterator[Point]:
    """Rights that the law gives and the policy does not name."""
    missing = [right for right in duty.rights if view.may_be_due(right) and right not in view.mentioned()]
    if missing:
        yield Point(code="right-not-mentioned", values={"rights": view.named(missing)})


def _methods(view: View, duty: PolicyDuty) -> Iterator[Point]:
    """No way to make a request, or fewer or other ways than the law wants."""
    found: dict[str, list[Right]] = {}
    for right in duty.rights:
        if view.may_be_due(right):
            methods = frozenset().union(*(view.methods(channel) for _, channel in view.channels(right)))
            enough = len(methods) >= duty.at_least and set(duty.including) <= methods
            if not enough:
                found.setdefault("too-few-methods" if methods else "no-method", []).append(right)
    for code, rights in found.items():
        yield Point(code=code, values={"rights": view.named(rights), "count": str(duty.at_least)})


def _representative(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    """No representative named, though the law requires one."""
    finding = find_representative(view.regime, view.provisions.rules, view.case, view.organisation)
    if finding and not finding.name and finding.duty in {"required", "unclear"}:
        unclear = frozenset(finding.facts) if finding.duty == "unclear" else frozenset()
        facts = unclear | view.doubts(Verdict(value=True, assumed=frozenset(finding.facts))) | _open_exemptions(view)
        yield Point(code="representative-missing", facts=facts)


def _open_exemptions(view: View) -> frozenset[str]:
    """Give the facts of exemptions from the duty to have a representative that the organisation might still show."""
    rules = [rule for rule in in_force(view.provisions.rules, view.case.received) if rule.topic is Topic.REPRESENTATIVE and rule.if_unknown == "skip"]
    return frozenset().union(*(view.case.test(rule.when).unknown for rule in rules))


def _everybody(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    """People whose data is held, not for others who would have to answer, and whom the policy does not let ask."""
    policy = view.organisation.policy
    left_out = [person for person in policy.holds_data_of if person in view.people and person not in policy.may_ask]
    if policy.may_ask and left_out:
        yield Point(code="people-left-out", path=("policy", "may_ask"), values={"people": ", ".join(left_out)}, source=policy.source)


def _revised(view: View, duty: PolicyDuty) -> Iterator[Point]:
    policy = view.organisation.policy
    last = policy.revised or policy.created
    if last and duty.within and add_length(last, duty.within) < view.case.received:
        yield Point(code="policy-out-of-date", path=("policy", "revised"), values={"last": str(last)}, source=policy.source)


_DUTIES: Final[Mapping[Need, Callable[[View, PolicyDuty], Iterator[Point]]]] = {
    Need.CONTROLLER_NAME: _controller_name,
    Need.ADDRESS: _address,
    Need.OFFICER: _officer,
    Need.DPO_CONTACT: _dpo_contact,
    Need.CONTACT: _contact,
    Need.COMPLAINT_DESK: _complaint_desk,
    Need.COMPLAINT_AUTHORITY: _complaint_authority,
    Need.RIGHTS: _rights,
    Need.METHODS: _methods,
    Need.REPRESENTATIVE: _representative,
    Need.EVERYBODY: _everybody,
    Need.REVISED: _revised,
}

CHECKS_OF_ITEMS: Final[tuple[Callable[[View], Iterable[Point]], ...]] = (fees, identity, documents, refusals, grounds)
"""Held against everybody whose data is held: an item may be meant for some people only."""

CHECKS: Final = (*CHECKS_OF_ITEMS, targets, duties)
