"""The router: one request in, one decision out. Here a request can be followed from end to end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jurisrights.deciding.answering import Answering
from jurisrights.deciding.applicability import find_applicability
from jurisrights.deciding.cases import Cases, facts_of
from jurisrights.deciding.intake import Intake
from jurisrights.deciding.notes import Notes
from jurisrights.deciding.own_policy import OwnPolicy
from jurisrights.deciding.places import Places
from jurisrights.deciding.summary import summary_due, summary_outcome
from jurisrights.deciding.surroundings import find_authorities, find_representative
from jurisrights.deciding.truth import Case
from jurisrights.deciding.working_days import Calendars, WorkingDays, own_calendars
from jurisrights.errors import RequestError
from jurisrights.model.decision import Assessment, Decision
from jurisrights.model.findings import AuthorityFinding, RegimeFinding, RepresentativeFinding
from jurisrights.model.law import Fact, Regime
from jurisrights.model.lengths import in_force
from jurisrights.model.organisation import Organisation, OrganisationFacts
from jurisrights.model.request import Request
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import About, Purpose, Right
from jurisrights.reading.library import Law, read_law
from jurisrights.reading.organisations import read_organisation

if TYPE_CHECKING:
    from typing import Unpack

    from jurisrights.stated_facts import StatedFacts

_Governing = Sequence[tuple[Regime, Case]]


class Router:
    """Decides requests under the law data, and under one organisation's published policy if it has one.

    Holds no state of a request.
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
            organisation: a policy that was read before; `Router.load` reads one.
            law: other law data than the one that is shipped.
            calendars: calendars of the host's own, by place or by the id of a calendar of the law data.

        Raises:
            DataError: the law data is wrong.
            RequestError: a calendar is none, or stands under a name that is neither a place nor a calendar of the law.
        """
        self.law = law or read_law()
        self.organisation = organisation
        self._places = Places.from_tables(self.law.places)
        self.facts: Mapping[str, Fact] = facts_of(self.law, organisation)
        self._intake = Intake(self.facts, tuple(self.law.regimes), self._places)
        named = {calendar.id for regime in self.law.regimes.values() for calendar in regime.calendars}
        self._calendars = Calendars(own_calendars(calendars, named, self._places), self.law.corrected_days.days)
        self._cases = Cases(self.law, self.facts, self._places, organisation, self._calendars)

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
            received: the day the request arrived; a moment with a zone counts as the day in that zone, so give it in the
                zone of the place where requests arrive.
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
            RequestError: it names a regime or a fact that this law data does not have.
            DataError: the law data of a regime that can apply is wrong.
        """
        stated = (*request.facts, *(fact for part in request.parts for fact in part.facts))
        missing = sorted({*request.regimes} - {*self.law.regimes} | {fact.id for fact in stated} - {*self.facts})
        if missing:
            raise RequestError(f"{name!r} is not in this law data" for name in missing)
        notes = Notes(self.facts)
        findings, governing = self._regimes(request, notes)
        assessments = [item for regime, case in governing for item in self._assessments(regime, case, request, notes)]
        representatives = [item for regime, case in governing for item in self._representative(regime, case, notes)]
        self._note_groups(request, governing, notes)
        return self._decision(request, notes, findings, governing, assessments, representatives)

    def _regimes(self, request: Request, notes: Notes) -> tuple[list[RegimeFinding], list[tuple[Regime, Case]]]:
        """Find which regimes govern, noting what that rests on and what would have to be known."""
        findings: list[RegimeFinding] = []
        governing: list[tuple[Regime, Case]] = []
        possible: list[tuple[Regime, Case, Sequence[str]]] = []
        for regime_id in request.regimes or sorted(self.law.regimes):
            regime = self.law.regimes[regime_id]
            case = self._cases.make(request, regime)
            found = find_applicability(regime, case)
            findings.append(found.finding)
            notes.assume(case, sorted(found.assumed), regime.id)
            if found.unknown:
                possible.append((regime, case, sorted(found.unknown)))
            if found.governs:
                governing.append((regime, case))
        for regime, case, unknown in possible:
            if not governing or self._may_answer(regime, request):
                for fact in unknown:
                    notes.ask(case, Purpose.APPLICABILITY, fact, regime.id, [connection.when.tree for connection in regime.connections])
        return findings, governing

    def _may_answer(self, regime: Regime, request: Request) -> bool:
        """Say whether a regime has anything for what is asked; where another law answers, one that has not is no reason to ask."""
        provisions = self.law.provisions(regime.id).provisions
        return request.right is None or any(request.right in item.answers for item in in_force(provisions, request.received))

    def _assessments(self, regime: Regime, case: Case, request: Request, notes: Notes) -> list[Assessment]:
        answering = Answering(
            regime=regime,
            law=self.law.provisions(regime.id),
            case=case,
            parts=self._parts(request, regime),
            request=request,
            calendars=self._calendars,
            notes=notes,
        )
        return answering.assessments(self._name(request.right))

    def _parts(self, request: Request, regime: Regime | None = None) -> list[tuple[str, Case]]:
        return [(part.name, self._cases.make(request, regime, part)) for part in request.parts]

    def _decision(
        self,
        request: Request,
        notes: Notes,
        findings: Sequence[RegimeFinding],
        governing: _Governing,
        assessments: Sequence[Assessment],
        representatives: Sequence[RepresentativeFinding],
    ) -> Decision:
        regimes = [regime.id for regime, _ in governing]
        decision = Decision(
            request=request,
            outcome=summary_outcome(findings, assessments) if request.right else None,
            due=summary_due(assessments) if request.right else None,
            law=self.law.release,
            regimes=tuple(findings),
            assessments=tuple(assessments),
            questions=notes.questions,
            assumptions=notes.assumptions,
            representatives=tuple(representatives),
            authorities=tuple(self._authorities(governing)),
            right_name=self._name(request.right),
        )
        if self.organisation is None:
            return decision
        own = OwnPolicy(
            organisation=self.organisation,
            case=self._cases.make(request),
            parts=dict(self._parts(request)),
            documents=self.law.documents(),
            regimes=regimes,
            right=request.right,
        )
        return own.added_to(decision)

    def _note_groups(self, request: Request, governing: _Governing, notes: Notes) -> None:
        """Note what decides which of the organisation's own facts join, where the answer rests on those facts."""
        own = self.organisation.facts if self.organisation else ()
        for group in [group for group in own if group.may_join(request.right)]:
            of_data = all(self.facts[name].about is About.DATA for name in group.facts)
            for regime, case in governing:
                for part, here in (of_data and self._parts(request, regime)) or [("", case)]:
                    self._note_group(group, regime, here, part, notes)

    def _note_group(self, group: OrganisationFacts, regime: Regime, case: Case, part: str, notes: Notes) -> None:
        verdict = case.test(group.when)
        if verdict.value or notes.rests_on(group.facts):
            notes.assume(case, sorted(verdict.assumed), regime.id)
        if verdict.value is None and notes.rests_on(name for name in group.facts if name not in case.stated):
            notes.ask_behind(case, group, sorted(verdict.unknown), regime.id, part)

    def _representative(self, regime: Regime, case: Case, notes: Notes) -> Iterator[RepresentativeFinding]:
        finding = find_representative(regime, self.law.provisions(regime.id).rules, case, self.organisation)
        if finding:
            notes.assume(case, finding.facts, regime.id)
            yield finding

    def _authorities(self, governing: _Governing) -> Iterator[AuthorityFinding]:
        for regime, case in governing:
            yield from find_authorities(regime, self.law.provisions(regime.id), case, self._places)

    def _name(self, right: Right | None) -> Text:
        return self.law.rights[right].name if right else Text()
