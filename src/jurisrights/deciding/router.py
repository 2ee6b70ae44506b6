"""The router: one request in, one decision out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from jurisrights.deciding.applicability import Applicability, find_applicability
from jurisrights.deciding.assessing import Judgement, best_outcome, joined_outcome, judge
from jurisrights.deciding.deadlines import Timekeeper
from jurisrights.deciding.intake import Intake
from jurisrights.deciding.places import Places
from jurisrights.deciding.surroundings import (
    find_authorities,
    find_channels,
    find_promises,
    find_representative,
    find_rules,
)
from jurisrights.deciding.truth import Case
from jurisrights.deciding.working_days import Calendars, WorkingDays
from jurisrights.model.conditions import ALWAYS, Value
from jurisrights.model.decision import (
    Assessment,
    Assumption,
    Deadline,
    Decision,
    Question,
    RepresentativeFinding,
    Request,
)
from jurisrights.model.law import Provision, Provisions, Regime, is_in_force
from jurisrights.model.organisation import Organisation
from jurisrights.model.vocabulary import EXTENTS, Kind, Outcome, Purpose, RegimeStatus, Right, Step
from jurisrights.reading.library import Law, read_law
from jurisrights.reading.organisations import read_organisation

if TYPE_CHECKING:
    from typing import Unpack

    from jurisrights.stated_facts import StatedFacts

_GRANTED = (Outcome.FULFIL, Outcome.FULFIL_IN_PART)
_STEPS_SHOWN: dict[Outcome, tuple[Step, ...]] = {
    Outcome.NO_RIGHT_HERE: (Step.ACKNOWLEDGE, Step.REFUSAL_NOTICE, Step.SUIT_NOT_BEFORE, Step.COMPLAINT, Step.RECORD),
    Outcome.REDIRECT: (Step.PASS_ON,),
    Outcome.NOT_YET_IN_FORCE: (),
}
_PURPOSES = tuple(Purpose)


class Router:
    """Decides requests under the law data, and under one organisation's published policy if it has one.

    Safe to share between threads; holds no state of a request.
    """

    def __init__(
        self,
        *,
        organisation: Organisation | None = None,
        law: Law | None = None,
        calendars: Mapping[str, WorkingDays] | None = None,
    ) -> None:
        """Make a router for the law alone, or for an organisation.

        Args:
            organisation: a policy that was read with `Router.load` or `read_organisation`.
            law: other law data than the one that is shipped.
            calendars: calendars of the host's own, by ISO code or by the id of a calendar of the law data.

        Raises:
            DataError: the law data is wrong.
        """
        self.law = law or read_law()
        self.organisation = organisation
        self._places = Places.from_tables(self.law.places)
        self._intake = Intake(self.law.facts, tuple(self.law.regimes), self._places)
        self._calendars = Calendars(calendars)

    @classmethod
    def load(cls, path: str | Path, *, law: Law | None = None, calendars: Mapping[str, WorkingDays] | None = None) -> Router:
        """Make a router for the organisation whose file is at `path`.

        Raises:
            DataError: with every problem of the file.
        """
        law = law or read_law()
        return cls(organisation=read_organisation(Path(path), law), law=law, calendars=calendars)

    def decide(  # noqa: PLR0913  each parameter is a word of the public face
        self,
        *,
        residence: str | None,
        received: date,
        right: Right | str | None = None,
        facts: Mapping[str, object] | None = None,
        events: Mapping[str, date] | None = None,
        parts: Mapping[str, Mapping[str, object]] | None = None,
        regimes: Sequence[str] | None = None,
        as_of: date | None = None,
        **more: Unpack[StatedFacts],
    ) -> Decision:
        """Decide one request.

        Args:
            residence: where the person lives: an ISO 3166 code, a name in English or Japanese, or None if unknown.
            received: the day the request arrived.
            right: what is asked for; None for everything that the person may ask for.
            facts: what is known, by fact id; the same as keyword arguments. None as a value means unknown.
            events: dates that the host knows, for example `{"extension-notified": date(...)}`.
            parts: facts about the data that differ between purposes or data sets, by a name of the host's own.
            regimes: look at these regimes only.
            as_of: the day on which the decision is looked at; there is no hidden clock.
            more: facts.

        Raises:
            RequestError: with everything that is wrong in the request.
            DataError: the law data of a regime that can apply is wrong.
        """
        stated: list[Mapping[str, object]] = [{"residence": residence}, facts or {}, dict(more)]
        request = self._intake.request(
            right=right,
            received=received,
            stated=stated,
            parts=parts,
            events=events,
            regimes=regimes,
            as_of=as_of,
        )
        return self.decide_request(request)

    def decide_request(self, request: Request) -> Decision:
        """Decide a request that was made before, for example the one inside an old decision.

        Raises:
            DataError: the law data of a regime that can apply is wrong.
        """
        return _Deciding(self, request).decision()

    def case(self, request: Request, regime: Regime | None = None) -> Case:
        """Put the stated facts, the organisation's facts and a regime's words together."""
        case = Case(
            request.received,
            {fact.id: fact.value for fact in request.facts},
            self.law.facts,
            _by_id(regime.definitions) if regime else {},
            _by_territory(regime) if regime else {},
            self._places,
        )
        return case.with_facts(self._organisation_facts(case))

    def _organisation_facts(self, case: Case) -> dict[str, Value]:
        """Give the organisation's facts that hold in this case; what the request states itself comes first."""
        joined: dict[str, Value] = {}
        for group in self.organisation.facts if self.organisation else ():
            if group.when is ALWAYS or case.test(group.when).value:
                joined.update({name: value for name, value in group.facts.items() if name not in case.stated})
        return joined

    @property
    def places(self) -> Places:
        """The places, for names of codes."""
        return self._places

    @property
    def calendars(self) -> Calendars:
        """The calendars that count days of rest."""
        return self._calendars


class _Deciding:
    """The making of one decision: collects findings, assumptions and questions on the way."""

    def __init__(self, router: Router, request: Request) -> None:
        self._router = router
        self._law = router.law
        self._request = request
        self._assumed: dict[str, Assumption] = {}
        self._questions: dict[tuple[str, str], Question] = {}
        self._assessments: list[Assessment] = []
        self._outcomes: dict[str, list[Outcome]] = {}

    def decision(self) -> Decision:
        found = [(regime, self._router.case(self._request, regime)) for regime in self._regimes()]
        findings = [(regime, case, find_applicability(regime, case)) for regime, case in found]
        for _, case, finding in findings:
            self._note(case, finding.assumed)
            for fact_id in sorted(finding.unknown):
                self._ask(case, Purpose.APPLICABILITY, fact_id, finding.finding.regime)
        governing = [(regime, case) for regime, case, finding in findings if finding.governs]
        for regime, case in governing:
            self._assess(regime, case)
        right = self._request.right
        outcome = self._outcome([finding for _, _, finding in findings]) if right else None
        organisation = self._router.organisation
        governing_ids = [regime.id for regime, _ in governing]
        case = self._router.case(self._request)
        return Decision(
            request=self._request,
            outcome=outcome,
            due=min((item.due for item in self._assessments if item.due), default=None) if right else None,
            law=self._law.release,
            regimes=tuple(finding.finding for _, _, finding in findings),
            assessments=tuple(self._assessments),
            questions=tuple(sorted(self._questions.values(), key=lambda question: _PURPOSES.index(question.purpose))),
            assumptions=tuple(self._assumed[name] for name in sorted(self._assumed)),
            representatives=tuple(self._representatives(governing)),
            authorities=tuple(
                authority
                for regime, regime_case in governing
                for authority in find_authorities(regime, self._law.provisions(regime.id), regime_case, self._router.places)
            ),
            channels=find_channels(organisation, governing_ids, right, case) if organisation else (),
            promises=find_promises(organisation, governing_ids, right) if organisation else (),
            organisation=organisation.name if organisation else attrs.fields(Decision).organisation.default,
            right_name=self._law.rights[right].name if right else attrs.fields(Decision).right_name.default,
        )

    def _regimes(self) -> Iterator[Regime]:
        wanted = self._request.regimes or tuple(self._law.regimes)
        for regime_id in sorted(wanted):
            regime = self._law.regimes[regime_id]
            if regime.in_force_until is None or self._request.received <= regime.in_force_until:
                yield regime

    def _representatives(self, governing: Sequence[tuple[Regime, Case]]) -> Iterator[RepresentativeFinding]:
        for regime, case in governing:
            finding = find_representative(regime, self._law.provisions(regime.id).rules, case, self._router.organisation)
            if finding:
                yield finding

    # ------------------------------------------------------------------------------------------------- assessments

    def _assess(self, regime: Regime, case: Case) -> None:
        law = self._law.provisions(regime.id)
        right = self._request.right
        before = len(self._assessments)
        for provision in law.provisions:
            if _is_current(provision, self._request.received) and (right is None or right in provision.answers):
                self._assess_provision(regime, law, provision, case)
        if right and len(self._assessments) == before:
            self._add(self._without_provision(regime, law, right))

    def _assess_provision(
        self,
        regime: Regime,
        law: Provisions,
        provision: Provision,
        case: Case,
        instead_of: Right | None = None,
    ) -> None:
        parts = [(part.name, case.with_facts({fact.id: fact.value for fact in part.facts})) for part in self._request.parts]
        judgements = [(name, part_case, judge(provision, part_case)) for name, part_case in parts or [("", case)]]
        timekeeper = Timekeeper(regime, self._request, case, self._router.calendars)
        clocks = tuple(deadline for clock in provision.clocks if is_in_force(clock.in_force_from, clock.in_force_until, case.received) and (deadline := timekeeper.deadline(clock)))
        rules, assumed = find_rules(regime, law.rules, provision.id, case)
        self._note(case, assumed)
        for name, part_case, judgement in judgements:
            self._note(part_case, judgement.assumed)
            for purpose, fact_id in judgement.asked:
                self._ask(part_case, purpose, fact_id, regime.id, name)
            assessment = Assessment(
                regime=regime.id,
                provision=provision.id,
                title=provision.title,
                rights=provision.answers,
                outcome=judgement.outcome,
                citations=provision.citation.on(case.received),
                confirmed=provision.confirmed,
                part=name,
                instead_of=instead_of,
                starts_on=judgement.starts_on,
                grounds=judgement.grounds,
                bars=judgement.bars,
                exceptions=judgement.exceptions,
                clocks=_shown(clocks, judgement.outcome),
                rules=rules,
                unsettled=provision.unsettled,
                dpv=provision.dpv,
            )
            self._add(assessment)
        if instead_of is None:
            self._treat_as(regime, law, case, provision, [judgement for _, _, judgement in judgements])

    def _treat_as(self, regime: Regime, law: Provisions, case: Case, provision: Provision, judgements: Sequence[Judgement]) -> None:
        for right in sorted({judgement.treat_as for judgement in judgements if judgement.treat_as}):
            if self._request.right is None:
                continue  # that right is assessed for itself
            for other in law.provisions:
                if right in other.answers and _is_current(other, self._request.received):
                    self._assess_provision(regime, law, other, case, instead_of=self._request.right or provision.answers[0])

    def _add(self, assessment: Assessment) -> None:
        self._assessments.append(assessment)
        if assessment.instead_of is None:
            self._outcomes.setdefault(f"{assessment.regime}/{assessment.provision}", []).append(assessment.outcome)

    def _without_provision(self, regime: Regime, law: Provisions, right: Right) -> Assessment:
        """Answer a named right for which no provision is in force: not yet, not in this law, or not in our data."""
        received = self._request.received
        name = self._law.rights[right].name
        coming = [item for item in law.provisions if right in item.answers and item.in_force_from and item.in_force_from > received]
        if coming:
            first = min(coming, key=lambda item: item.in_force_from or received)
            return Assessment(
                regime=regime.id,
                provision=first.id,
                title=first.title,
                rights=(right,),
                outcome=Outcome.NOT_YET_IN_FORCE,
                citations=first.citation.on(first.in_force_from or received),
                confirmed=first.confirmed,
                starts_on=first.in_force_from,
                unsettled=first.unsettled,
            )
        for entry in regime.no_right:
            if entry.right is right and is_in_force(entry.in_force_from, entry.in_force_until, received):
                return Assessment(
                    regime=regime.id,
                    provision="",
                    title=name,
                    rights=(right,),
                    outcome=Outcome.NO_RIGHT_HERE,
                    citations=entry.citation.on(received),
                    confirmed=entry.confirmed or regime.confirmed,
                    text=entry.text,
                    see=entry.see,
                )
        return Assessment(
            regime=regime.id,
            provision="",
            title=name,
            rights=(right,),
            outcome=Outcome.NOT_ENCODED,
            citations=regime.citation.on(received),
            confirmed=regime.confirmed,
        )

    # -------------------------------------------------------------------------------------- assumptions and questions

    def _note(self, case: Case, assumed: frozenset[str]) -> None:
        for fact_id in assumed - set(self._assumed):
            known = case.value_of(fact_id)
            if fact_id not in case.stated and known.value is not None:
                fact = self._law.facts[fact_id]
                hinges = tuple(sorted(case.hinges(fact_id)))
                self._assumed[fact_id] = Assumption(fact=fact_id, kind=fact.kind, value=known.value, because=fact.because, hinges=hinges)

    def _ask(self, case: Case, purpose: Purpose, fact_id: str, regime_id: str, part: str = "") -> None:
        fact = self._law.facts[fact_id]
        key = (fact_id, part if fact.about.value == "data" else "")
        known = self._questions.get(key)
        if known:
            earlier = min(known.purpose, purpose, key=_PURPOSES.index)
            regimes = known.regimes if regime_id in known.regimes else (*known.regimes, regime_id)
            self._questions[key] = attrs.evolve(known, purpose=earlier, regimes=regimes)
            return
        self._questions[key] = Question(
            fact=fact_id,
            kind=fact.kind,
            text=fact.question,
            asks=fact.asks,
            purpose=purpose,
            values=EXTENTS if fact.kind is Kind.EXTENT else fact.values,
            part=key[1],
            instead=case.followers(fact_id),
            regimes=(regime_id,),
        )

    # ------------------------------------------------------------------------------------------------- the summary

    def _outcome(self, findings: Sequence[Applicability]) -> Outcome:
        joined = {key: joined_outcome(outcomes) for key, outcomes in self._outcomes.items()}
        by_regime: dict[str, set[Outcome]] = {}
        for key, outcome in joined.items():
            by_regime.setdefault(key.split("/")[0], set()).add(outcome)
        if _conflict(by_regime):
            return Outcome.CONFLICT
        settled = [outcome for outcome in joined.values() if outcome is not Outcome.FACTS_NEEDED]
        settled += [finding.finding.outcome for finding in findings if finding.finding.outcome is Outcome.NOT_ENCODED and finding.finding.status is not RegimeStatus.NO]
        if settled:
            best = best_outcome(settled)
            is_open = len(settled) < len(joined)
            return Outcome.FACTS_NEEDED if is_open and best is not Outcome.FULFIL else best
        if joined or any(finding.finding.status is RegimeStatus.POSSIBLE for finding in findings):
            return Outcome.FACTS_NEEDED
        earlier = [finding.finding.outcome for finding in findings if finding.finding.outcome]
        return Outcome.NOT_ENCODED if Outcome.NOT_ENCODED in earlier else Outcome.NO_LAW_APPLIES


def _conflict(by_regime: Mapping[str, set[Outcome]]) -> bool:
    """Say whether one law forbids what another demands."""
    forbidding = {regime for regime, outcomes in by_regime.items() if Outcome.MUST_REFUSE in outcomes}
    demanding = {regime for regime, outcomes in by_regime.items() if outcomes & set(_GRANTED)}
    return any(one != other for one in forbidding for other in demanding)


def _is_current(provision: Provision, day: date) -> bool:
    return is_in_force(provision.in_force_from, provision.in_force_until, day)


def _shown(clocks: Sequence[Deadline], outcome: Outcome) -> tuple[Deadline, ...]:
    steps = _STEPS_SHOWN.get(outcome)
    return tuple(clock for clock in clocks if steps is None or clock.step in steps)


def _by_id(items: Sequence[Any]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for item in items:
        found[item.id] = (*found.get(item.id, ()), item)
    return found


def _by_territory(regime: Regime) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for row in regime.territories:
        found[row.territory] = (*found.get(row.territory, ()), row)
    return found
