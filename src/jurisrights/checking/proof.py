"""Whether every item of the law is proved by a worked case: it holds in one, and its first and last days are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from jurisrights.model.decision import Decision
from jurisrights.model.law import Bar, ConnectionEffect, Ground, LegalException, Provision, Regime
from jurisrights.model.vocabulary import Holds, RegimeStatus
from jurisrights.reading.library import Law

_DAY = timedelta(days=1)


def unproved(law: Law, cases: Mapping[str, Sequence[Decision]]) -> tuple[str, ...]:
    """Give what no worked case proves, in words; none means that the data is proved.

    Args:
        law: the law data.
        cases: the decisions on the worked cases, by regime id; those of several regimes under the empty id.
    """
    found: list[str] = []
    for regime in law.regimes.values():
        decisions = [*cases.get(regime.id, ()), *cases.get("", ())]
        provisions = law.provisions(regime.id).provisions
        found += _items(regime, provisions, decisions)
        found += _connections(regime, decisions)
        found += _edges(regime, provisions, {decision.request.received for decision in decisions})
    return tuple(found)


def _items(regime: Regime, provisions: Iterable[Provision], decisions: Iterable[Decision]) -> Iterator[str]:
    assessments = [item for decision in decisions for item in decision.assessments if item.regime == regime.id]
    answered = {item.provision for item in assessments}
    held = {
        (kind, finding.id)
        for item in assessments
        for kind in ("grounds", "bars", "exceptions")
        for finding in getattr(item, kind)
        if finding.holds is Holds.YES
    }
    for provision in provisions:
        if provision.id not in answered:
            yield f"{regime.id}: no case is answered by {provision.id}"
    wanted = {(kind, item.id) for provision in provisions for kind in ("grounds", "bars", "exceptions") for item in getattr(provision, kind)}
    for kind, name in sorted(wanted - held):
        yield f"{regime.id}: among the {kind}, {name} holds in no case"


def _connections(regime: Regime, decisions: Iterable[Decision]) -> Iterator[str]:
    findings = [finding for decision in decisions for finding in decision.regimes if finding.regime == regime.id]
    excluding = {finding.connection for finding in findings if finding.status is RegimeStatus.NO}
    including = {finding.connection for finding in findings if finding.status is not RegimeStatus.NO or finding.outcome}
    for connection in regime.connections:
        decided = including if connection.effect is ConnectionEffect.INCLUDE else excluding
        if connection.id not in decided:
            yield f"{regime.id}: the connection {connection.id} decides no case"


def _edges(regime: Regime, provisions: Iterable[Provision], received: set[date]) -> Iterator[str]:
    """Each first day needs a case on it or the day before, each last day one on it or the day after."""
    dated: dict[date, set[str]] = {regime.in_force_from: {"the regime"}, regime.encoded_from: {"the regime"}}
    for name, first, last in _periods(regime, provisions):
        for day in (first, last + _DAY if last else None):
            if day:
                dated.setdefault(day, set()).add(name)
    for day in sorted(dated):
        if day not in received and day - _DAY not in received:
            yield f"{regime.id}: no case is received on {day} or the day before, where {', '.join(sorted(dated[day]))} begins or ends"


def _periods(regime: Regime, provisions: Iterable[Provision]) -> Iterator[tuple[str, date | None, date | None]]:
    for connection in regime.connections:
        yield connection.id, connection.in_force_from, connection.in_force_until
    for provision in provisions:
        yield provision.id, provision.in_force_from, provision.in_force_until
        for clock in provision.clocks:
            yield clock.step.value, clock.in_force_from, clock.in_force_until
        items: tuple[Ground | Bar | LegalException, ...] = (*provision.grounds, *provision.bars, *provision.exceptions)
        for item in items:
            yield item.id, item.in_force_from, item.in_force_until
