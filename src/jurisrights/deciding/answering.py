"""What one regime that governs a request answers: an assessment for each provision and part, or why there is none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import attrs

from jurisrights.deciding.assessing import Judgement, judge
from jurisrights.deciding.deadlines import Timekeeper
from jurisrights.deciding.notes import Notes
from jurisrights.deciding.surroundings import find_rules
from jurisrights.deciding.truth import Case
from jurisrights.deciding.working_days import Calendars
from jurisrights.model.decision import Assessment
from jurisrights.model.findings import Deadline
from jurisrights.model.law import NoRight, Provision, Provisions, Regime
from jurisrights.model.lengths import in_force
from jurisrights.model.request import Request
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Outcome, Right, Step

# Where the person gets nothing from the provision, only the clocks that run all the same are shown.
_STEPS_SHOWN: dict[Outcome, tuple[Step, ...]] = {
    Outcome.NO_RIGHT_HERE: (Step.ACKNOWLEDGE, Step.REFUSAL_NOTICE, Step.SUIT_NOT_BEFORE, Step.COMPLAINT, Step.RECORD),
    Outcome.REDIRECT: (Step.PASS_ON,),
    Outcome.NOT_YET_IN_FORCE: (),
}


@attrs.frozen(kw_only=True)
class Answering:
    """Answers one request under one regime."""

    regime: Regime
    law: Provisions
    case: Case
    parts: Sequence[tuple[str, Case]]
    request: Request
    calendars: Calendars
    notes: Notes

    def assessments(self, right_name: Text) -> list[Assessment]:
        """Give the assessments; a named right always gets at least one."""
        right = self.request.right
        found = [assessment for provision in self._current() if right is None or right in provision.answers for assessment in self._provision(provision)]
        return found or ([self._without_provision(right, right_name)] if right else [])

    def _current(self) -> list[Provision]:
        return in_force(self.law.provisions, self.case.received)

    def _provision(self, provision: Provision, instead_of: Right | None = None, only: Collection[str] = ()) -> Iterator[Assessment]:
        parts = [(name, case) for name, case in self.parts if not only or name in only] or [("", self.case)]
        clocks = tuple(self._clocks(provision))
        rules, assumed = find_rules(self.regime, self.law.rules, provision.id, self.case)
        self.notes.assume(self.case, assumed, self.regime.id)
        replaced: dict[Right, list[str]] = {}
        for name, case in parts:
            judgement = judge(provision, case)
            self.notes.assume(case, judgement.assumed, self.regime.id)
            for purpose, fact, tree in judgement.asked:
                self.notes.ask(case, purpose, fact, self.regime.id, [tree], name)
            if judgement.treat_as:
                replaced.setdefault(judgement.treat_as, []).append(name)
            assessment = self._assessment(provision, judgement, clocks)
            yield attrs.evolve(assessment, part=name, rules=rules, instead_of=instead_of)
        if instead_of is None and self.request.right:
            for right, names in sorted(replaced.items()):
                yield from self._instead(right, self.request.right, names)

    def _instead(self, right: Right, asked: Right, names: Collection[str]) -> Iterator[Assessment]:
        """Assess another right from the same receipt, for the parts where the law treats the request as one for it."""
        for provision in self._current():
            if right in provision.answers:
                yield from self._provision(provision, instead_of=asked, only=names)

    def _clocks(self, provision: Provision) -> Iterator[Deadline]:
        timekeeper = Timekeeper(self.regime, self.request, self.case, self.calendars)
        clocks = in_force(provision.clocks, self.case.received)
        for clock in clocks:
            self.notes.assume(self.case, sorted(self.case.test(clock.when).assumed), self.regime.id)  # one that does not run may yet run
        found = [deadline for clock in clocks if (deadline := timekeeper.deadline(clock))]
        dated = {deadline.step for deadline in found if deadline.length and deadline.binding}
        for deadline in found:
            if not deadline.moves or dated & set(deadline.moves):  # without a time there is none to extend
                self.notes.assume(self.case, (*deadline.facts, *deadline.places), self.regime.id)
                yield deadline

    def _assessment(self, provision: Provision, judgement: Judgement, clocks: Sequence[Deadline]) -> Assessment:
        steps = _STEPS_SHOWN.get(judgement.outcome, tuple(Step))
        return Assessment(
            regime=self.regime.id,
            provision=provision.id,
            title=provision.title,
            rights=provision.answers,
            outcome=judgement.outcome,
            citations=provision.citation.on(self.case.received),
            confirmed=provision.confirmed,
            part_of=provision.part_of,
            starts_on=judgement.starts_on,
            grounds=judgement.grounds,
            bars=judgement.bars,
            exceptions=judgement.exceptions,
            clocks=tuple(clock for clock in clocks if clock.step in steps or set(clock.moves) & set(steps)),
            unsettled=provision.unsettled,
            dpv=provision.dpv,
        )

    # ------------------------------------------------------------------------------ a right without a provision in force

    def _without_provision(self, right: Right, right_name: Text) -> Assessment:
        """Answer a right for which nothing is in force: not yet, not in this law, or not in our data."""
        coming = [item for item in self.law.provisions if right in item.answers and _begins_after(item, self.case.received)]
        if coming:
            return self._not_yet(right, min(coming, key=lambda item: item.in_force_from or date.max))
        for entry in in_force(self.regime.no_right, self.case.received):
            if entry.right is right:
                return self._not_here(entry, right_name)
        return self._bare(right, right_name, Outcome.NOT_ENCODED, self.regime.citation.on(self.case.received))

    def _not_yet(self, right: Right, first: Provision) -> Assessment:
        citations = first.citation.on(first.in_force_from or self.case.received)
        bare = self._bare(right, first.title, Outcome.NOT_YET_IN_FORCE, citations)
        return attrs.evolve(bare, provision=first.id, confirmed=first.confirmed, starts_on=first.in_force_from, unsettled=first.unsettled)

    def _not_here(self, entry: NoRight, right_name: Text) -> Assessment:
        bare = self._bare(entry.right, right_name, Outcome.NO_RIGHT_HERE, entry.citation.on(self.case.received))
        return attrs.evolve(bare, confirmed=entry.confirmed or self.regime.confirmed, text=entry.text, see=entry.see)

    def _bare(self, right: Right, title: Text, outcome: Outcome, citations: tuple[str, ...]) -> Assessment:
        return Assessment(
            regime=self.regime.id,
            provision="",
            title=title,
            rights=(right,),
            outcome=outcome,
            citations=citations,
            confirmed=self.regime.confirmed,
        )


def _begins_after(provision: Provision, day: date) -> bool:
    return provision.in_force_from is not None and provision.in_force_from > day
