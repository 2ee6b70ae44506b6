"""What a requester, or who answers one, notices of a decision, aspect by aspect, in one language: what two decisions are compared by."""

from __future__ import annotations

from collections.abc import Iterator

from jurisrights.checking.differing import Aspect
from jurisrights.model.decision import Assessment, Decision
from jurisrights.model.findings import ChannelFinding, Deadline, DocumentFinding, FeeFinding, RuleFinding
from jurisrights.model.vocabulary import Holds, RegimeStatus, Topic
from jurisrights.showing.own_policy import alternative, narrowed
from jurisrights.showing.phrases import Words
from jurisrights.showing.teller import Teller


class Noticing:
    """Gives the aspects of decisions in one language."""

    def __init__(self, language: str) -> None:
        self._words = Words(language)

    def __call__(self, decision: Decision) -> Iterator[Aspect]:
        """Give what is so, each under a heading, with what it is about."""
        teller = Teller(decision, self._words)
        yield from _of_the_law(teller, decision)
        for channel in decision.channels:
            yield from _of_the_channel(teller, channel)
        yield from _of_the_policy(teller, decision)


# ------------------------------------------------------------------------------------------------------------ the law


def _of_the_law(teller: Teller, decision: Decision) -> Iterator[Aspect]:
    yield Aspect("outcome", "", teller.say(f"outcome.{decision.outcome}") if decision.outcome else "")
    for regime in decision.regimes:
        if regime.status is not RegimeStatus.NO:
            yield Aspect("laws", regime.short, teller.say(f"status.{regime.status}"))
    for item in decision.assessments:
        yield from _assessment(teller, item)
    for question in decision.questions:
        yield Aspect("questions", teller.shorts(question.regimes), teller.text(question.text))
    for authority in decision.authorities:
        contacts = (authority.url, authority.email, authority.phone, authority.address)
        reached = teller.words.clauses([part for part in contacts if part])
        yield Aspect("authorities", teller.shorts([authority.regime]), teller.aside(teller.text(authority.name), reached))
    for named in decision.representatives:
        who = teller.words.clauses([part for part in (named.name, named.address, named.email, named.phone) if part])
        yield Aspect("representatives", teller.shorts([named.regime]), teller.aside(teller.say(f"duty.{named.duty}"), who))


def _assessment(teller: Teller, item: Assessment) -> Iterator[Aspect]:
    about = teller.labelled(teller.shorts([item.regime]), teller.text(item.title))
    yield Aspect("assessments", teller.aside(about, item.part), teller.say(f"outcome.{item.outcome}"))
    yield from (Aspect("deadlines", teller.labelled(about, teller.say(f"step.{clock.step}")), *_clock(teller, clock)) for clock in item.clocks if clock.binding)
    law = ("laws", teller.shorts([item.regime]))
    yield from (Aspect("grounds", about, teller.text(ground.text), part_of=law) for ground in item.grounds if ground.holds is not Holds.NO)
    for finding in (*item.bars, *item.exceptions):
        if finding.holds is not Holds.NO:
            yield Aspect("limits", about, teller.text(finding.text), part_of=law)
    yield from (_rule(teller, law, rule) for rule in item.rules)


def _clock(teller: Teller, clock: Deadline) -> tuple[str, str]:
    """Give the time that a clock leaves, and its day: that counts where the time is the same and its counting is not."""
    standard = teller.say(f"standard.{clock.standard}") if clock.standard else ""
    length = teller.words.length(clock.length) if clock.length else ""
    return teller.words.clauses([part for part in (standard, length) if part]), str(clock.due or "")


def _rule(teller: Teller, law: tuple[str, str], rule: RuleFinding) -> Aspect:
    if rule.topic is Topic.FEE:
        return Aspect("fees", law[1], teller.text(rule.text))
    return Aspect("rules", teller.labelled(law[1], teller.say(f"topic.{rule.topic}")), teller.text(rule.text), part_of=law)


# -------------------------------------------------------------------------------------------------- the policy's doors


def _of_the_channel(teller: Teller, channel: ChannelFinding) -> Iterator[Aspect]:
    name = teller.text(channel.name)
    contacts = (teller.text(channel.desk), teller.text(channel.officer), teller.text(channel.address), channel.email, channel.phone, channel.url)
    yield Aspect("channels", name, teller.words.clauses([part for part in (*contacts, teller.text(channel.hours)) if part]))
    yield from (Aspect("channels", name, teller.say(f"method.{method}")) for method in channel.methods)
    yield from (Aspect("channels", name, teller.say("taken-in", text=language)) for language in channel.languages)
    yield from (Aspect("steps", name, teller.text(step)) for step in channel.steps)
    yield from (Aspect("steps", name, teller.say("never-accepted", text=teller.text(text))) for text in channel.never_accepted)
    if channel.postage:
        yield Aspect("steps", name, teller.say("postage", text=teller.text(channel.postage)))
    yield from (Aspect("answers", name, teller.text(text)) for text in channel.answers_by)
    for document in channel.documents:
        yield from _document(teller, name, document)
    yield from (Aspect("fees", name, _fee(teller, fee)) for fee in channel.fees)


def _document(teller: Teller, channel: str, document: DocumentFinding) -> Iterator[Aspect]:
    several = teller.say("any-several-of", count=document.needs).rstrip(" :：") if document.needs > 1 else ""
    perhaps = teller.say("perhaps") if document.holds is Holds.OPEN else ""
    text = teller.text(document.text)
    yield Aspect("documents", channel, teller.aside(text, *narrowed(teller, document.blacked_out, document.issued_within), perhaps, several))
    yield from (Aspect("documents", teller.labelled(channel, text), alternative(teller, option)) for option in document.any_of)


def _fee(teller: Teller, fee: FeeFinding) -> str:
    amount = " ".join(part for part in (fee.amount, fee.currency) if part) or teller.say(f"fee-basis.{fee.basis}")
    aside = [teller.say(f"tax.{fee.tax}") if fee.tax else "", teller.text(fee.way), teller.text(fee.text)]
    return teller.aside(amount, *aside, teller.say("perhaps") if fee.holds is Holds.OPEN else "")


# ------------------------------------------------------------------------------------------------ what else it publishes


def _of_the_policy(teller: Teller, decision: Decision) -> Iterator[Aspect]:
    yield from (Aspect("promises", "", teller.text(promise.text)) for promise in decision.promises)
    yield from (Aspect("targets", teller.say(f"step.{target.step}"), str(target.due)) for target in decision.targets)
    yield from (Aspect("refusals", "", teller.text(refusal.text)) for refusal in decision.refusals)
    yield from (Aspect("controllers", "", teller.text(controller.text)) for controller in decision.controllers)
    yield from (Aspect("complaints", "", teller.text(complaint.text)) for complaint in decision.complaints)
    for officer in decision.officers:
        named = (teller.text(officer.title), teller.text(officer.name), teller.text(officer.address), officer.email, officer.phone)
        role = teller.say(f"officer.{officer.role}")
        yield Aspect("officers", role, teller.words.clauses([part for part in named if part]) or role)
