"""Whether a regime governs the request: its connections, on the day received."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from jurisrights.deciding.truth import Case, Verdict
from jurisrights.model.findings import RegimeFinding
from jurisrights.model.law import Connection, ConnectionEffect, Earlier, Regime
from jurisrights.model.lengths import in_force
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Kind, Outcome, RegimeStatus

_MOST_TRIED: Final = 6  # more facts than this are not tried out together; they are then all asked


@attrs.frozen
class Applicability:
    """The finding on one regime, with the assumptions that carry it and the facts that would settle it."""

    finding: RegimeFinding
    assumed: frozenset[str]
    unknown: frozenset[str]

    @property
    def governs(self) -> bool:
        """Say whether the regime answers: it applies, perhaps by assumption, and its data reaches this day."""
        return self.finding.status in {RegimeStatus.APPLIES, RegimeStatus.ASSUMED} and self.finding.outcome is None


def find_applicability(regime: Regime, case: Case) -> Applicability:
    """Say whether a regime governs a case; before it began, whether it would have, so that the answer can be cited."""
    received = case.received
    in_time = attrs.evolve(case, received=max(received, regime.in_force_from))
    tested = [(connection, in_time.test(connection.when)) for connection in in_force(regime.connections, in_time.received)]
    includes = [(connection, verdict) for connection, verdict in tested if connection.effect is ConnectionEffect.INCLUDE]
    excludes = [(connection, verdict) for connection, verdict in tested if connection.effect is ConnectionEffect.EXCLUDE]
    status, deciding = _status(includes, excludes)
    if status is RegimeStatus.NO:
        support = _no_support(includes, excludes)
        finding = _finding(regime, case, status, deciding, support.unknown)
        if _best(includes, value=True):
            # It would have applied and is excluded. Where another law governs that is encoded too, its own assessments answer.
            finding = attrs.evolve(finding, outcome=Outcome.NOT_ENCODED if finding.governed_by else Outcome.NO_LAW_APPLIES)
        return Applicability(finding, support.assumed, frozenset())
    assumed = _assumed(includes, excludes)
    unknown = _open(in_time, includes, excludes) if status is RegimeStatus.POSSIBLE else frozenset()
    finding = _finding(regime, case, status, deciding, unknown)
    if received < regime.in_force_from:
        finding = _before(regime, case, finding)
    elif received < regime.encoded_from and status is not RegimeStatus.POSSIBLE:
        finding = attrs.evolve(finding, outcome=Outcome.NOT_ENCODED)
    if finding.status is not RegimeStatus.POSSIBLE:
        return Applicability(finding, assumed, frozenset())
    return Applicability(_with_unclear(finding, in_time), assumed, unknown)


_Tested = Sequence[tuple[Connection, Verdict]]


def _status(includes: _Tested, excludes: _Tested) -> tuple[RegimeStatus, Connection | None]:
    if all(verdict.value is False for _, verdict in includes):
        return RegimeStatus.NO, includes[0][0] if includes else None
    excluding = _excluding(excludes)
    if excluding:
        return RegimeStatus.NO, excluding[0]
    including = _best(includes, value=True)
    open_excludes = _best(excludes, value=None)
    if including and not open_excludes:
        status = RegimeStatus.ASSUMED if including[1].assumed else RegimeStatus.APPLIES
        return status, including[0]
    possible = open_excludes or _best(includes, value=None)
    return RegimeStatus.POSSIBLE, possible[0] if possible else None


def _best(tested: _Tested, *, value: bool | None) -> tuple[Connection, Verdict] | None:
    """Give the connection with this verdict that rests on the fewest assumptions."""
    matching = [pair for pair in tested if pair[1].value is value]
    return min(matching, key=lambda pair: len(pair[1].assumed), default=None)


def _excluding(excludes: _Tested) -> tuple[Connection, Verdict] | None:
    """Give the exclusion that decides: one that names what governs instead comes before one after which nothing governs."""
    naming = [pair for pair in excludes if pair[0].governed_by]
    return _best(naming, value=True) or _best(excludes, value=True)


def _assumed(includes: _Tested, excludes: _Tested) -> frozenset[str]:
    """Give the assumptions that carry a regime's application: those of its best connection, and of every exclusion."""
    return frozenset().union(*(verdict.assumed for _, verdict in (*_carrying(includes), *excludes)))


def _no_support(includes: _Tested, excludes: _Tested) -> Verdict:
    """Give what a regime's staying away rests on: its connections and, where one may hold, the exclusion that decides.

    An exclusion that names another law hangs on whether the regime would have applied; one that names none, on those that do.
    """
    excluding = _excluding(excludes)
    kept = list(includes)
    if excluding and any(verdict.value is not False for _, verdict in includes):
        naming = [pair for pair in excludes if pair[0].governed_by]
        kept = [excluding, *(_carrying(includes) if excluding[0].governed_by else naming)]
    assumed = frozenset().union(*(verdict.assumed for _, verdict in kept))
    return Verdict(value=False, assumed=assumed, unknown=frozenset().union(*(verdict.unknown for _, verdict in kept)))


def _carrying(includes: _Tested) -> _Tested:
    """Give the connection that carries a regime's application; while none does, all of them."""
    carrying = _best(includes, value=True)
    return [carrying] if carrying else includes


def _open(case: Case, includes: _Tested, excludes: _Tested) -> frozenset[str]:
    """Give the facts that would settle whether the regime governs, leaving out what only a narrower question can make matter."""
    pairs = list(excludes) if _best(includes, value=True) else [*_narrowest(case, includes), *excludes]
    return frozenset().union(*(verdict.unknown for _, verdict in pairs if verdict.value is None))


def _narrowest(case: Case, includes: _Tested) -> Iterator[tuple[Connection, Verdict]]:
    """Leave out a connection that asks for more than another one, if what it asks for besides cannot make it hold alone."""
    open_ones = [(connection, verdict) for connection, verdict in includes if verdict.value is None]
    for connection, verdict in open_ones:
        besides = [verdict.unknown - other.unknown for _, other in open_ones if other.unknown < verdict.unknown]
        if not any(_only_besides(case, connection, more) for more in besides):
            yield connection, verdict


def _only_besides(case: Case, connection: Connection, more: frozenset[str]) -> bool:
    """Say whether these are a few yes-no facts, and the connection stays open or falls whatever they are."""
    combinations = itertools.product((True, False), repeat=len(more))
    return (
        len(more) <= _MOST_TRIED
        and all(case.facts[fact].kind is Kind.YES_NO for fact in more)
        and all(case.with_facts(dict(zip(more, values, strict=True))).test(connection.when).value is not True for values in combinations)
    )


def _finding(
    regime: Regime,
    case: Case,
    status: RegimeStatus,
    connection: Connection | None,
    unknown: frozenset[str] = frozenset(),
) -> RegimeFinding:
    source: Connection | Regime = connection or regime
    trees = [item.when.tree for item in regime.connections]
    return RegimeFinding(
        regime=regime.id,
        name=regime.name,
        short=regime.short,
        status=status,
        connection=connection.id if connection else "",
        text=connection.text if connection else Text(),
        citations=source.citation.on(case.received),
        confirmed=(connection.confirmed if connection else None) or regime.confirmed,
        governed_by=connection.governed_by if connection else Text(),
        facts=tuple(sorted(unknown.union(*(case.followers(name, trees) for name in unknown)))),
        unsettled=connection.unsettled if connection else Text(),
    )


def _with_unclear(finding: RegimeFinding, case: Case) -> RegimeFinding:
    """Say of a law that may govern what it leaves open about a place of this case: no fact would settle that."""
    texts = [row.text for row in case.unclear if row.text]
    cited = [citation for row in case.unclear for citation in row.citation.on(case.received)]
    return attrs.evolve(
        finding,
        unsettled=finding.unsettled or next(iter(texts), Text()),
        citations=tuple(dict.fromkeys((*finding.citations, *cited))),
    )


def _before(regime: Regime, case: Case, finding: RegimeFinding) -> RegimeFinding:
    """Say that the regime had not begun, and what applied instead where the data knows it."""
    if finding.status is RegimeStatus.POSSIBLE:
        return attrs.evolve(finding, status=RegimeStatus.NO, citations=regime.citation.on(case.received), facts=())
    earlier: Earlier | None = next(iter(in_force(regime.earlier, case.received)), None)
    return attrs.evolve(
        finding,
        status=RegimeStatus.NO,
        outcome=earlier.outcome if earlier else Outcome.NO_LAW_APPLIES,
        citations=earlier.citation.on(case.received) if earlier else regime.citation.on(case.received),
        governed_by=earlier.text if earlier else finding.governed_by,
        facts=(),
    )
