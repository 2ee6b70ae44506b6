"""What one provision says about a request, or about one part of it: bars, grounds, exceptions, first match decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from jurisrights.deciding.truth import Case, Verdict
from jurisrights.model.conditions import AllOf, AnyOf, Condition, Node
from jurisrights.model.findings import Finding
from jurisrights.model.law import Bar, Ground, GroundsNeeded, LegalException, Provision
from jurisrights.model.lengths import in_force
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import (
    BAR_OUTCOMES,
    EXCEPTION_OUTCOMES,
    About,
    Effect,
    Kind,
    Outcome,
    Purpose,
    Right,
)

_EFFECTS = tuple(Effect)
_REPLACING = (Effect.MUST_REFUSE, Effect.TREAT_AS)
Tested = Sequence[tuple[Bar, Verdict]]


@attrs.frozen(kw_only=True)
class Judgement:
    """The outcome of one provision for one set of facts, with all that was looked at and what it rests on."""

    outcome: Outcome
    grounds: tuple[Finding, ...]
    bars: tuple[Finding, ...]
    exceptions: tuple[Finding, ...]
    assumed: frozenset[str]
    asked: tuple[tuple[Purpose, str, Node], ...] = ()
    starts_on: date | None = None
    treat_as: Right | None = None


def judge(provision: Provision, case: Case) -> Judgement:
    """Apply a provision to a case."""
    day = case.received
    bars = [(bar, case.test(bar.when)) for bar in in_force(provision.bars, day)]
    grounds = [(ground, case.test(ground.when)) for ground in in_force(provision.grounds, day)]
    exceptions = [(item, case.test(item.when)) for item in in_force(provision.exceptions, day)]
    bars.sort(key=lambda pair: _EFFECTS.index(pair[0].effect))
    grounds_tree = _joined(provision, [ground for ground, _ in grounds])
    met = case.test(Condition("", grounds_tree)) if provision.grounds else Verdict(value=True)

    deciding, before = _first_that_bites(bars)
    pending = [(bar, verdict) for bar, verdict in before if verdict.value is None]
    carried = frozenset().union(*(verdict.assumed for _, verdict in before))
    if deciding:
        bar, verdict = deciding
        candidate = _outcome_of(bar) or Outcome.MUST_REFUSE
        replacing = [other for other in bars if other[0].treat_as] if bar.effect in _REPLACING else []
        carried |= verdict.assumed.union(*(other.assumed for _, other in replacing))
    elif met.value is False:
        candidate = Outcome.NO_RIGHT_HERE
        carried |= met.assumed
    else:
        candidate = _by_exceptions(exceptions, case)
        carried |= met.assumed.union(*(verdict.assumed for _, verdict in exceptions))
    pending = [(bar, verdict) for bar, verdict in pending if _outcome_of(bar) is not candidate]
    grounds_open = deciding is None and met.value is None and not _refused_anyway(exceptions, case)
    asked = [*_asked(pending), *((Purpose.GROUNDS, fact, grounds_tree) for fact in sorted(met.unknown) if grounds_open)]
    return Judgement(
        outcome=Outcome.FACTS_NEEDED if pending or grounds_open else candidate,
        grounds=tuple(_finding(case, item, verdict, provision) for item, verdict in grounds),
        bars=tuple(_finding(case, item, verdict, provision) for item, verdict in bars),
        exceptions=tuple(_finding(case, item, verdict, provision) for item, verdict in exceptions),
        assumed=carried,
        asked=tuple(asked),
        starts_on=deciding[0].starts_on if deciding and not pending else None,
        treat_as=_treated_as(bars) if deciding and deciding[0].effect in _REPLACING and not pending else None,
    )


def _first_that_bites(bars: Tested) -> tuple[tuple[Bar, Verdict] | None, list[tuple[Bar, Verdict]]]:
    before: list[tuple[Bar, Verdict]] = []
    for bar, verdict in bars:
        if verdict.value:
            return (bar, verdict), before
        before.append((bar, verdict))
    return None, before


def _treated_as(bars: Tested) -> Right | None:
    """Give the right that is looked at instead, also where another bar forbids what was asked."""
    return next((bar.treat_as for bar, verdict in bars if verdict.value and bar.treat_as), None)


def _outcome_of(bar: Bar) -> Outcome | None:
    return bar.outcome or BAR_OUTCOMES[bar.effect]


def _joined(provision: Provision, grounds: Sequence[Ground]) -> Node:
    """Join the grounds to one condition, so that a fact which can no longer change the result is not asked for: one is enough, or all are needed."""
    terms = tuple(ground.when.tree for ground in grounds)
    needs_all = provision.grounds_needed is GroundsNeeded.ALL and bool(grounds)
    return AllOf(terms) if needs_all else AnyOf(terms)


def _by_exceptions(exceptions: Sequence[tuple[LegalException, Verdict]], case: Case) -> Outcome:
    outcomes = [_exception_outcome(item, case) for item, verdict in exceptions if verdict.value]
    for outcome in (Outcome.MAY_REFUSE, Outcome.SUBSTITUTE, Outcome.FULFIL_IN_PART):
        if outcome in outcomes:
            return outcome
    return Outcome.FULFIL


def _refused_anyway(exceptions: Sequence[tuple[LegalException, Verdict]], case: Case) -> bool:
    """Say whether everything may be refused even if a ground is met, so that no ground need be asked for.

    What rests on an assumption that an answer may yet correct is not enough for that.
    """
    return any(
        verdict.value and _exception_outcome(item, case) is Outcome.MAY_REFUSE and not case.may_be_answered(verdict.assumed) for item, verdict in exceptions
    )


def _exception_outcome(item: LegalException, case: Case) -> Outcome:
    covers_all = item.effect is Effect.REFUSE_TO_THAT_EXTENT and _extent(item, case) == "entirely"
    return Outcome.MAY_REFUSE if covers_all else EXCEPTION_OUTCOMES[item.effect]


def _extent(item: LegalException, case: Case) -> str:
    extents = [name for name in sorted(item.when.names) if name in case.facts and case.facts[name].kind is Kind.EXTENT]
    return str(case.value_of(extents[0]).value or "") if extents else ""


def _asked(pending: Tested) -> Iterator[tuple[Purpose, str, Node]]:
    for bar, verdict in pending:
        purpose = Purpose.STANDING if bar.about is About.STANDING else Purpose.BARS
        yield from ((purpose, fact, bar.when.tree) for fact in sorted(verdict.unknown))


def _finding(case: Case, item: Ground | Bar | LegalException, verdict: Verdict, provision: Provision) -> Finding:
    effect = getattr(item, "effect", None)
    return Finding(
        id=item.id,
        holds=verdict.holds,
        text=item.text,
        citations=item.citation.on(case.received),
        confirmed=item.confirmed or provision.confirmed,
        effect=effect,
        facts=case.hanging_on(item.when, verdict),
        extent=_extent(item, case) if isinstance(item, LegalException) and verdict.value and effect is Effect.REFUSE_TO_THAT_EXTENT else "",
        not_enough=item.not_enough if isinstance(item, LegalException) else Text(),
        governed_by=item.governed_by if isinstance(item, Bar) else Text(),
        remedy=item.remedy if isinstance(item, Ground) else Text(),
        unsettled=item.unsettled,
        dpv=item.dpv,
    )
