"""A decision in words: what a privacy officer reads and acts on, in each language of `showing.languages`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jurisrights.errors import RequestError
from jurisrights.model.decision import Decision
from jurisrights.model.findings import AuthorityFinding, ChannelFinding, Deadline, Question, RegimeFinding, RepresentativeFinding
from jurisrights.model.vocabulary import AuthorityRole, Confirmed, Holds, Outcome, RegimeStatus
from jurisrights.showing import own_policy
from jurisrights.showing.duties import to_act_on
from jurisrights.showing.languages import LANGUAGES
from jurisrights.showing.one_law import OneLaw
from jurisrights.showing.phrases import Words
from jurisrights.showing.teller import Teller, codes


def explain(decision: Decision, language: str = "en") -> str:
    """Tell a decision in words.

    Args:
        decision: any decision, also one that was read back from JSON.
        language: "en", "ja", "zh" (simplified), "de" or "fr". Texts that the data does not have in that language are shown in English.

    Raises:
        RequestError: the language is not one of these.
    """
    if language not in LANGUAGES:
        raise RequestError([f"language {language!r} is not there; there are {', '.join(LANGUAGES)}"])
    return _Page(decision, Teller(decision, Words(language))).text()


class _Page:
    def __init__(self, decision: Decision, teller: Teller) -> None:
        self._decision = decision
        self._teller = teller
        self._say = teller.say

    def text(self) -> str:
        """Tell what to act on first, then law by law why, then what it rests on."""
        decision = self._decision
        blocks: list[tuple[str, Iterable[str]]] = [
            ("", self._head()),
            (self._say("laws"), self._laws()),
            (self._say("next"), self._next()),
            (self._say("ask"), self._questions()),
            (self._say("channel"), self._channels()),
            (self._say("others"), own_policy.others(self._teller, decision)),
            (self._say("promised"), self._promises()),
            (self._say("refusals"), own_policy.refusals(self._teller, decision)),
            (self._say("officers"), own_policy.officers(self._teller, decision)),
            (self._say("representatives"), _joined(self._representative(item) for item in decision.representatives)),
            (self._say("authorities"), _joined([own_policy.complaints(self._teller, decision), self._authorities()])),
            *((self._say("under", name=self._teller.regime(regime)), self._one_law(regime)) for regime in self._assessed()),
            (self._say("assumed"), self._assumed()),
            (self._say("sources"), self._sources()),
        ]
        shown = [_block(title, list(lines)) for title, lines in blocks]
        return "\n\n".join(block for block in shown if block) + "\n"

    def _assessed(self) -> list[str]:
        return list(dict.fromkeys(assessment.regime for assessment in self._decision.assessments))

    def _one_law(self, regime: str) -> Iterator[str]:
        return OneLaw(self._teller, [item for item in self._decision.assessments if item.regime == regime]).lines()

    # ------------------------------------------------------------------------------------------- the head, the laws

    def _head(self) -> Iterator[str]:
        request, decision = self._decision.request, self._decision
        right = self._teller.text(decision.right_name) if request.right else self._say("everything")
        received = self._say("received", day=self._teller.words.day(request.received))
        yield self._teller.words.clauses([right, received, self._residence()])
        if decision.organisation:
            yield self._say("organisation", name=self._teller.text(decision.organisation))
        if decision.outcome:
            yield self._say("outcome", outcome=self._say(f"outcome.{decision.outcome}"))
            if decision.due:
                yield self._say("due", day=self._teller.words.day(decision.due))
            elif decision.assessments:
                yield self._say("no-due")
        if decision.outcome is Outcome.CONFLICT:
            yield self._say("conflict")

    def _residence(self) -> str:
        code = next((str(fact.value) for fact in self._decision.request.facts if fact.id == "residence"), "")
        return self._say("place", place=self._teller.place(code)) if code else self._say("place-unknown")

    def _laws(self) -> Iterator[str]:
        silent: list[str] = []
        for finding in self._decision.regimes:
            # That another law governs is news only where nothing here answers.
            if finding.status is RegimeStatus.NO and (not finding.outcome or self._decision.assessments):
                silent.append(self._teller.text(finding.name))
            else:
                yield from self._law(finding)
        if silent:
            yield f"- {self._say('not-governing', names=self._say('name-separator').join(silent))}"

    def _law(self, finding: RegimeFinding) -> Iterator[str]:
        nothing_else = finding.outcome in {None, Outcome.NO_LAW_APPLIES}
        status = self._say(f"status.{finding.status}" if nothing_else else f"outcome.{finding.outcome}")
        told = self._say("told", what=self._teller.text(finding.name), how=status, text=self._teller.text(finding.text))
        yield f"- {self._teller.cited(told, finding.citations, finding.confirmed)}"
        if finding.governed_by:
            yield f"  {self._say('governed', text=self._teller.text(finding.governed_by))}"
        yield from self._teller.unsettled(finding.unsettled)

    # ------------------------------------------------------------------------------------------ what to do, what to ask

    def _next(self) -> Iterator[str]:
        decision = self._decision
        clocks = [clock for item in decision.assessments for clock in to_act_on(item, decision.request)]
        clocks.sort(key=lambda clock: (clock.due is None, clock.due or decision.request.received))
        lines = dict.fromkeys(self._to_do(clock) for clock in clocks)
        yield from lines
        if not lines and decision.assessments:
            yield f"- {self._say('nothing-to-do')}"

    def _to_do(self, clock: Deadline) -> str:
        what = self._teller.labelled(self._when(clock), self._say(f"step.{clock.step}"))
        open_on = self._say("only-if", facts=codes(clock.facts)) if clock.holds is Holds.OPEN else ""
        return f"- {self._teller.aside(what, self._teller.shorts([clock.regime]), open_on)}"

    def _when(self, clock: Deadline) -> str:
        if clock.due:
            return self._say("by", day=self._teller.words.day(clock.due))
        once = self._say("once", event=self._say(f"event.{clock.runs_from}"))
        return self._say(f"standard.{clock.standard}") if clock.standard else once

    def _questions(self) -> Iterator[str]:
        if not self._decision.questions:
            possible = any(finding.status is RegimeStatus.POSSIBLE for finding in self._decision.regimes)
            yield self._say("no-fact-settles" if possible else "no-question")
        for number, question in enumerate(self._decision.questions, start=1):
            yield from self._question(number, question)

    def _question(self, number: int, question: Question) -> Iterator[str]:
        part = f"{self._say('for-part', part=question.part)} " if question.part else ""
        who = self._say("for-law", laws=self._teller.shorts(question.regimes), who=self._say(f"asks.{question.asks}"))
        told = self._teller.aside(self._teller.text(question.text), who)
        yield f"{number}. {part}{told} {codes([question.fact])}"
        if question.values:
            yield f"   {self._say('answers', values=codes(question.values))}"
        if question.instead:
            yield f"   {self._say('either', facts=codes(question.instead))}"

    # --------------------------------------------------------------------------------- organisation, representative, authority

    def _channels(self) -> Iterator[str]:
        """Tell the channels; a desk that several share is told once."""
        told: list[str] = []
        for channel in self._decision.channels:
            yield f"- {self._teller.aside(self._teller.text(channel.name), self._only_under(channel))}"
            desk = list(self._desk(channel))
            yield from desk if desk != told else ()
            told = desk
            yield from (f"  {number}. {self._teller.text(step)}" for number, step in enumerate(channel.steps, start=1))
            yield from (f"  {line}" for line in own_policy.published(self._teller, channel))

    def _only_under(self, channel: ChannelFinding) -> str:
        """Give the laws under which a channel may be used, where others govern too."""
        governing = {regime for other in self._decision.channels for regime in other.regimes} | {*self._assessed()}
        return self._teller.shorts(channel.regimes) if governing - set(channel.regimes) else ""

    def _promises(self) -> Iterator[str]:
        yield from (f"- {self._teller.text(promise.text)}" for promise in self._decision.promises)
        for target in self._decision.targets:
            when = self._say("by", day=self._teller.words.day(target.due))
            yield f"- {self._say('target', step=self._say(f'step.{target.step}'), when=when, text=self._teller.text(target.text))}"

    def _desk(self, channel: ChannelFinding) -> Iterator[str]:
        yield f"  {self._say('desk', desk=self._teller.text(channel.desk))}"
        if channel.officer:
            yield f"  {self._say('officer', name=self._teller.text(channel.officer))}"
        contacts = (self._teller.text(channel.address), channel.email, channel.phone, channel.url, self._teller.text(channel.hours))
        yield from (f"  {line}" for line in contacts if line)

    def _representative(self, item: RepresentativeFinding) -> Iterator[str]:
        text = self._say("depends", facts=codes(item.facts)) if item.duty == "unclear" else self._teller.text(item.text)
        told = self._say("told", what=self._teller.regime(item.regime), how=self._say(f"duty.{item.duty}"), text=text)
        yield f"- {self._teller.cited(told, item.citations, item.confirmed)}"
        if item.name:
            yield f"  {self._say('named', name=item.name)}"
            yield from (f"  {line}" for line in (item.address, item.email, item.phone) if line)
        elif item.duty in {"required", "unclear"} and self._decision.organisation:
            yield f"  {self._say('not-named')}"

    def _authorities(self) -> Iterator[str]:
        """Tell the authorities, the roles of one together, also under several laws; of those that only a finer place would settle, the names."""
        found: dict[tuple[object, ...], list[AuthorityFinding]] = {}
        for item in self._decision.authorities:
            same = (item.name, item.certain, item.url, item.email, item.phone, item.address, item.contact_confirmed)
            found.setdefault(same, []).append(item)
        for items in found.values():
            if items[0].certain:
                yield from self._authority(items)
        one_of = [items[0] for items in found.values() if not items[0].certain]
        if one_of:
            yield f"- {self._say('one-of')}"
            yield from (f"  - {self._teller.aside(self._authority_name(item), item.url)}" for item in one_of)

    def _authority(self, items: list[AuthorityFinding]) -> Iterator[str]:
        item = items[0]
        cited: dict[tuple[AuthorityRole, Confirmed], list[str]] = {}
        for found in items:
            cited.setdefault((found.role, found.confirmed), []).extend(found.citations)
        roles = [self._teller.cited(self._say(f"role.{role}"), tuple(dict.fromkeys(texts)), confirmed) for (role, confirmed), texts in cited.items()]
        notes = [self._teller.text(found.note) for found in items if found.note]
        yield f"- {self._teller.labelled(self._authority_name(item), self._say('name-separator').join(roles))}"
        contacts = [line for line in (item.url, item.email, item.phone, item.address) if line]
        checked = "" if item.contact_confirmed is Confirmed.STATUTE else self._say(f"contact.{item.contact_confirmed}")
        if contacts:
            yield f"  {self._teller.aside(' | '.join(contacts), checked)}"
        yield from (f"  {note}" for note in dict.fromkeys(notes))

    def _authority_name(self, item: AuthorityFinding) -> str:
        """Give the name as told, and beside a translation the authority's own."""
        told = self._teller.text(item.name)
        own = [item.name.in_(language) for language in _spoken_at(item.place or item.regime) if item.name.has(language)]
        return self._teller.aside(told, "" if told in own else next(iter(own), ""))

    # ----------------------------------------------------------------------------------------------------------- the end

    def _assumed(self) -> Iterator[str]:
        """Tell what carries the laws that answer, and in one line what keeps the others away."""
        answering = set(self._assessed())
        elsewhere: list[str] = []
        for item in self._decision.assumptions:
            if answering and not answering & set(item.regimes):
                elsewhere.append(item.fact)
            else:
                yield f"- {self._teller.text(item.because)} {codes([item.fact])}"
        if elsewhere:
            yield f"- {self._say('assumed-elsewhere', facts=codes(elsewhere))}"

    def _sources(self) -> Iterator[str]:
        law = self._decision.law
        yield self._say("release", release=law.release, digest=law.digest[:12])
        yield self._say("advice")


def _joined(groups: Iterable[Iterable[str]]) -> Iterator[str]:
    for group in groups:
        yield from group


def _block(title: str, lines: list[str]) -> str:
    kept = [line.rstrip() for line in lines if line.strip()]
    if not kept:
        return ""
    return "\n".join([title, *kept] if title else kept)


def _spoken_at(place: str) -> tuple[str, ...]:
    """Give the official languages of the country of a place (or of a regime, whose id begins with it), the chief one first."""
    from babel.languages import get_official_languages  # noqa: PLC0415  needed only where an authority is named

    return get_official_languages(place.partition(",")[0].partition("-")[0].upper(), regional=True)
