"""What a policy demands of the person, held against one law: fees, proof of identity, documents.

A point that a lawyer would reject is worse than one that is missed: a check speaks only where the law's data is certain,
and what hangs on facts about the organisation that nobody stated carries those facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from jurisrights.checking.policy_view import ItemPath, Point, View
from jurisrights.deciding.cases import shown_by_a_fee
from jurisrights.deciding.truth import Verdict
from jurisrights.model.law import SideRule
from jurisrights.model.organisation import Channel, Document, Fee, FeeBasis, Option, Proof
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Right, Topic

_RESIDENCE: Final = "residence"
_PROOFS_OF_THE_PERSON: Final = (Proof.IDENTITY, Proof.ADDRESS)
_TOO_MUCH: Final = {"forbidden": "identity-forbidden", "if-reasonable-doubt": "identity-always-asked"}


def _of_rule(code: str, path: ItemPath, rule: SideRule, view: View, rights: Sequence[Right], demanded: Verdict, source: str) -> Point:
    return Point(
        code=code,
        path=path,
        values={"rights": view.named(rights)},
        citations=rule.citation.on(view.case.received),
        law=rule.text,
        confirmed=rule.confirmed,
        facts=view.doubts(view.case.test(rule.when)) | view.doubts(demanded),
        source=source,
    )


# ------------------------------------------------------------------------------------------------------------- fees


def fees(view: View) -> Iterator[Point]:
    """A fee for a right for which the law lets none be charged."""
    for index, channel in view.channels():
        for number, fee in enumerate(channel.fees):
            charged = view.case.test(fee.when)
            if fee.basis is not FeeBasis.FREE and charged.value:
                yield from _fee(view, ("channels", index, "fees", number), channel, fee, charged)


def _fee(view: View, path: ItemPath, channel: Channel, fee: Fee, charged: Verdict) -> Iterator[Point]:
    # A law may let only a published fee be charged; an amount that stands in the policy is published.
    known = attrs.evolve(view, case=view.case.with_facts(shown_by_a_fee(view.facts))) if fee.basis is FeeBasis.FIXED else view
    free = {right: rule for right in fee.rights or view.taken(channel) if (rule := _free(known, right))}
    for rule in dict.fromkeys(free.values()):
        rights = [right for right, found in free.items() if found == rule]
        yield _of_rule("fee-not-allowed", path, rule, view, rights, charged, fee.source or channel.source)


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
            demanded = view.case.test(document.when)
            if document.proof in _PROOFS_OF_THE_PERSON and demanded.value:
                yield from _identity(view, ("channels", index, "documents", number), channel, document, demanded)


def _identity(view: View, path: ItemPath, channel: Channel, document: Document, demanded: Verdict) -> Iterator[Point]:
    found: dict[SideRule, list[Right]] = {}
    for right in document.rights or view.taken(channel):
        for provision in view.answering(right):
            for rule, verdict in view.rules(Topic.IDENTITY, provision):
                if rule.value in _TOO_MUCH and verdict.value and right not in found.setdefault(rule, []):
                    found[rule].append(right)
    for rule, rights in found.items():
        yield _of_rule(_TOO_MUCH[rule.value], path, rule, view, rights, demanded, document.source or channel.source)


# --------------------------------------------------------------------------------------------------- documents in use


def documents(view: View) -> Iterator[Point]:
    """An official document of the person's own place that could no longer be used on this day."""
    for index, channel in view.channels():
        for number, document in enumerate(channel.documents):
            if view.reaches_somebody(document.when):
                yield from _documents(view, ("channels", index, "documents", number), channel, document)


def _documents(view: View, path: ItemPath, channel: Channel, document: Document) -> Iterator[Point]:
    ended = [(position, option) for position, option in enumerate(document.any_of) if _has_ended(view, option.document)]
    too_few_left = len(document.any_of) - len(ended) < document.needs
    for position, option in ended:
        yield _ended(view, "document-impossible" if too_few_left else "document-ended", (*path, "any_of", position), option, channel)
    if _has_ended(view, document.document):
        yield _ended(view, "document-impossible", path, document, channel)


def _has_ended(view: View, document: str) -> bool:
    known = view.documents.get(document)
    if known is None or known.in_force_until is None or known.place != str(view.case.stated.get(_RESIDENCE)).partition("-")[0]:
        return False
    return known.in_force_until < view.case.received


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
