"""What the organisation itself has published for exactly this request: doors, documents, fees, promises, reasons to refuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from jurisrights.deciding.counting import add_length
from jurisrights.deciding.truth import Case
from jurisrights.model.conditions import Condition
from jurisrights.model.conformance import KnownDocument
from jurisrights.model.decision import Assessment, Decision
from jurisrights.model.findings import (
    ChannelFinding,
    ComplaintFinding,
    ControllerFinding,
    DocumentFinding,
    EndedDocument,
    FeeFinding,
    OfficerFinding,
    PromiseFinding,
    RefusalFinding,
    RuleFinding,
    TargetFinding,
)
from jurisrights.model.organisation import Channel, Document, Option, Organisation, Reason
from jurisrights.model.vocabulary import Holds, Outcome, Right


@attrs.frozen(kw_only=True)
class OwnPolicy:
    """Adds to a decision what the organisation has published, for the regimes that govern and the right asked for."""

    organisation: Organisation
    case: Case
    parts: Mapping[str, Case]
    """The case of each part of the data, by its name; none where the request speaks of all data alike."""
    documents: Mapping[str, KnownDocument]
    """The official documents that the law data knows, and until when each could be used."""
    regimes: Sequence[str]
    right: Right | None

    def added_to(self, decision: Decision) -> Decision:
        """Give the decision with the organisation's own part."""
        assessments = decision.assessments
        return attrs.evolve(
            decision,
            organisation=self.organisation.name,
            channels=tuple(self._channels(assessments)),
            promises=tuple(self._promises()),
            targets=tuple(self._targets()),
            refusals=tuple(self._refusals(assessments)),
            controllers=tuple(self._controllers(assessments)),
            officers=tuple(self._officers()),
            complaints=tuple(self._complaints()),
        )

    def _channels(self, assessments: Sequence[Assessment]) -> Iterator[ChannelFinding]:
        for channel in self.organisation.channels:
            if self._is_meant(channel.regimes, channel.rights) and self._holds(channel.when) is not Holds.NO:
                yield self._channel(channel, assessments)

    def _channel(self, channel: Channel, assessments: Sequence[Assessment]) -> ChannelFinding:
        desk = next(desk for desk in self.organisation.desks if desk.id == channel.desk)
        return ChannelFinding(
            id=channel.id,
            name=channel.name,
            desk=desk.name,
            regimes=tuple(regime for regime in self.regimes if not channel.regimes or regime in channel.regimes),
            officer=desk.officer,
            address=desk.address,
            email=desk.email,
            phone=desk.phone,
            url=desk.url,
            hours=desk.hours,
            methods=channel.methods,
            languages=channel.languages,
            steps=channel.steps,
            documents=tuple(self._documents(channel.documents)),
            fees=tuple(self._fees(channel, assessments)),
            postage=channel.postage,
            never_accepted=channel.never_accepted,
            answers_by=channel.answers_by,
            source=channel.source or desk.source,
        )

    def _documents(self, documents: Iterable[Document]) -> Iterator[DocumentFinding]:
        for item in documents:
            holds = self._holds(item.when)
            if holds is not Holds.NO and self._is_meant((), item.rights):
                yield DocumentFinding(
                    text=item.text,
                    proof=item.proof,
                    holds=holds,
                    any_of=item.any_of,
                    needs=item.needs,
                    blacked_out=item.blacked_out,
                    issued_within=item.issued_within,
                    ended=tuple(self._ended(item)),
                    source=item.source,
                )

    def _ended(self, document: Document) -> Iterator[EndedDocument]:
        """Give what nobody can hand in any more, of the document or of its alternatives."""
        received = self.case.received
        named: tuple[Document | Option, ...] = (document, *document.any_of)
        for item in named:
            known = self.documents.get(item.document)
            if known and known.in_force_until and known.in_force_until < received:
                yield EndedDocument(
                    text=item.text,
                    last=known.in_force_until,
                    because=known.text,
                    citations=known.citation.on(received),
                    confirmed=known.confirmed,
                )

    def _fees(self, channel: Channel, assessments: Sequence[Assessment]) -> Iterator[FeeFinding]:
        for fee in channel.fees:
            holds = self._holds(fee.when)
            if holds is not Holds.NO and self._is_meant((), fee.rights):
                yield FeeFinding(
                    basis=fee.basis,
                    holds=holds,
                    text=fee.text,
                    amount=fee.amount,
                    currency=fee.currency,
                    tax=fee.tax,
                    way=fee.way,
                    law=tuple(_law_on_fees(fee.rights or channel.rights, assessments)),
                    source=fee.source or channel.source,
                )

    def _officers(self) -> Iterator[OfficerFinding]:
        for item in self.organisation.officers:
            if self._is_meant(item.regimes, ()) and self._holds(item.when) is not Holds.NO:
                yield OfficerFinding(
                    role=item.role,
                    name=item.name,
                    title=item.title,
                    address=item.address,
                    email=item.email,
                    phone=item.phone,
                    source=item.source,
                )

    def _complaints(self) -> Iterator[ComplaintFinding]:
        desks = {desk.id: desk for desk in self.organisation.desks}
        for item in self.organisation.complaints:
            if self._is_meant(item.regimes, ()):
                desk = desks.get(item.desk)
                found = ComplaintFinding(text=item.text, source=item.source)
                yield attrs.evolve(found, desk=desk.name, address=desk.address, email=desk.email, phone=desk.phone, url=desk.url) if desk else found

    def _promises(self) -> Iterator[PromiseFinding]:
        for statement in self.organisation.statements:
            if self._is_meant(statement.regimes, statement.rights) and self._holds(statement.when) is not Holds.NO:
                yield PromiseFinding(regimes=statement.regimes, text=statement.text, source=statement.source)

    def _targets(self) -> Iterator[TargetFinding]:
        for target in self.organisation.targets:
            if self._is_meant(target.regimes, target.rights):
                yield TargetFinding(step=target.step, due=add_length(self.case.received, target.within), text=target.text, source=target.source)

    def _refusals(self, assessments: Sequence[Assessment]) -> Iterator[RefusalFinding]:
        """Give the published reasons that a law allows here, or may yet allow; the others are findings of the check."""
        for reason in self.organisation.refusals:
            if self._is_meant(reason.regimes, reason.rights) and self._holds(reason.when) is not Holds.NO:
                allowed = dict(_allowed(reason, assessments))
                if allowed:
                    holds = Holds.YES if Holds.YES in allowed.values() else Holds.OPEN
                    yield RefusalFinding(text=reason.text, holds=holds, law=tuple(allowed), source=reason.source)

    def _controllers(self, assessments: Sequence[Assessment]) -> Iterator[ControllerFinding]:
        """Give those for whom the data is processed, for the parts that the law sends on to them."""
        sent_on = {item.part for item in assessments if item.outcome is Outcome.REDIRECT}
        cases = [case for name, case in self.parts.items() if name in sent_on] or ([self.case] if sent_on else [])
        named: dict[ControllerFinding, None] = {}
        for group in self.organisation.facts:
            if group.controller and group.may_join(self.right) and any(case.test(group.when).holds is not Holds.NO for case in cases):
                named[ControllerFinding(text=group.controller, source=group.source)] = None
        yield from named

    def _holds(self, when: Condition) -> Holds:
        """Say whether a condition holds for the request, or for some part of the data."""
        found = {case.test(when).holds for case in self.parts.values()} or {self.case.test(when).holds}
        return next(holds for holds in (Holds.YES, Holds.OPEN, Holds.NO) if holds in found)

    def _is_meant(self, regimes: Sequence[str], rights: Sequence[Right]) -> bool:
        """Say whether an item of a policy speaks of this request; where it names no regime or no right, of every one."""
        return (not regimes or bool(set(regimes) & set(self.regimes))) and (self.right is None or not rights or self.right in rights)


def _law_on_fees(rights: Sequence[Right], assessments: Iterable[Assessment]) -> Iterator[RuleFinding]:
    rules = (rule for item in assessments if not rights or set(rights) & set(item.rights) for rule in item.fee)
    yield from dict.fromkeys(rules)


def _allowed(reason: Reason, assessments: Iterable[Assessment]) -> Iterator[tuple[str, Holds]]:
    for item in assessments:
        barred = any(bar.holds is Holds.YES for bar in item.bars)  # then no exception is reached any more
        for finding in item.bars if barred else (*item.bars, *item.exceptions):
            name = f"{item.regime}:{finding.id}"
            if name in reason.law and finding.holds is not Holds.NO:
                yield name, finding.holds
        for ground in item.grounds if item.outcome is Outcome.NO_RIGHT_HERE and not barred else ():
            name = f"{item.regime}:{ground.id}"
            if name in reason.law and ground.holds is Holds.NO:
                yield name, Holds.YES
