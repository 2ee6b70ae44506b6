"""What the organisation itself publishes, in words: documents, fees, its reasons to refuse, who answers instead."""

from __future__ import annotations

from collections.abc import Iterator

from jurisrights.model.decision import Decision
from jurisrights.model.findings import ChannelFinding, DocumentFinding, FeeFinding
from jurisrights.model.lengths import Length
from jurisrights.model.organisation import Option
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Holds
from jurisrights.showing.teller import Teller, codes


def published(teller: Teller, channel: ChannelFinding) -> Iterator[str]:
    """Tell how a request comes in through a channel, what it asks for and costs, line by line."""
    if channel.methods:
        yield teller.say("ways-in", text=teller.words.listed([teller.say(f"method.{method}") for method in channel.methods]))
    if channel.languages:
        yield teller.say("taken-in", text=codes(channel.languages))
    for document in channel.documents:
        yield from _document(teller, document)
    for fee in channel.fees:
        yield from _fee(teller, fee)
    labelled = [("postage", channel.postage), *(("never-accepted", text) for text in channel.never_accepted)]
    labelled += [("answered-by", text) for text in channel.answers_by]
    yield from (teller.say(key, text=teller.text(text)) for key, text in labelled if text)


def _document(teller: Teller, document: DocumentFinding) -> Iterator[str]:
    aside = teller.say("perhaps") if document.holds is Holds.OPEN else ""
    told = teller.aside(teller.text(document.text), *narrowed(teller, document.blacked_out, document.issued_within), aside)
    yield teller.say(f"proof.{document.proof}", text=told)
    if document.any_of:
        yield f"  {teller.say('any-of' if document.needs == 1 else 'any-several-of', count=document.needs)}"
    yield from (f"  - {alternative(teller, option)}" for option in document.any_of)
    for ended in document.ended:
        told = teller.say("document-ended", text=teller.text(ended.text), because=teller.text(ended.because))
        yield f"  {teller.cited(told, ended.citations, ended.confirmed)}"


def alternative(teller: Teller, option: Option) -> str:
    """Give one of several documents that will do, with what must come with it."""
    with_it = teller.words.listed([teller.text(text) for text in option.together_with])
    together = teller.say("together-with", text=with_it) if with_it else ""
    return teller.aside(teller.text(option.text), together, *narrowed(teller, option.blacked_out, option.issued_within))


def narrowed(teller: Teller, blacked_out: Text, issued_within: Length | None) -> Iterator[str]:
    """Give what is blacked out in a document, and how old it may be."""
    if blacked_out:
        yield teller.say("blacked-out", text=teller.text(blacked_out))
    if issued_within:
        yield teller.say("issued-within", length=teller.words.length(issued_within))


def _fee(teller: Teller, fee: FeeFinding) -> Iterator[str]:
    amount = " ".join(part for part in (fee.amount, fee.currency) if part) or teller.say(f"fee-basis.{fee.basis}")
    aside = [teller.say(f"tax.{fee.tax}") if fee.tax else "", teller.text(fee.way), teller.say("perhaps") if fee.holds is Holds.OPEN else ""]
    told = teller.aside(amount, *aside)
    yield teller.say("fee-published", text=teller.labelled(told, teller.text(fee.text)) if fee.text else told)
    for rule in fee.law:
        if rule.holds is Holds.YES:
            yield f"  {teller.cited(teller.say('fee-law', text=teller.text(rule.text)), rule.citations, rule.confirmed)}"


def refusals(teller: Teller, decision: Decision) -> Iterator[str]:
    """Tell the reasons to refuse that the policy publishes, each with the laws that allow it here; another law that governs may not."""
    for item in decision.refusals:
        laws = teller.shorts(dict.fromkeys(name.partition(":")[0] for name in item.law))
        yield f"- {teller.aside(teller.text(item.text), laws, teller.say('must-show') if item.holds is Holds.OPEN else '')}"


def others(teller: Teller, decision: Decision) -> Iterator[str]:
    """Tell who answers for data that is processed on somebody's behalf."""
    yield from (f"- {teller.text(item.text)}" for item in decision.controllers)


def complaints(teller: Teller, decision: Decision) -> Iterator[str]:
    """Tell where the policy says that the person can complain; the contact of a desk that a channel has told already is not told again."""
    told = {channel.desk for channel in decision.channels}
    for item in decision.complaints:
        yield f"- {teller.say('complaint-published', text=teller.text(item.text))}"
        contacts = (teller.text(item.desk), teller.text(item.address), item.email, item.phone, item.url)
        yield from (f"  {line}" for line in contacts if line and item.desk not in told)


def officers(teller: Teller, decision: Decision) -> Iterator[str]:
    """Tell whom the policy names, and how to reach them."""
    for item in decision.officers:
        name = teller.words.clauses([part for part in (teller.text(item.title), teller.text(item.name)) if part])
        yield f"- {teller.labelled(teller.say(f'officer.{item.role}'), name)}" if name else f"- {teller.say(f'officer.{item.role}')}"
        yield from (f"  {line}" for line in (teller.text(item.address), item.email, item.phone) if line)
