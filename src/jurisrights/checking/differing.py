"""What changes for requesters between two versions of an organisation file, or of the law: in decisions, not in lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from jurisrights.deciding.router import Router
from jurisrights.errors import RequestError
from jurisrights.model.decision import Decision
from jurisrights.model.findings import ChannelFinding, DocumentFinding
from jurisrights.model.lengths import UNITS, Length
from jurisrights.model.organisation import Option, Organisation
from jurisrights.model.request import Request, StatedFact
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Holds, RegimeStatus
from jurisrights.reading.library import Law

_ASKERS = ("person", "agent")


@attrs.frozen(kw_only=True)
class Change:
    """One thing that is decided differently, what went and what came, and the requests for which it is so."""

    what: str
    gone: tuple[str, ...]
    come: tuple[str, ...]
    requests: tuple[str, ...]


def compare(old: Router, new: Router, requests: Mapping[str, Request], language: str) -> tuple[Change, ...]:
    """Decide each request by both and give what differs; equal changes are told once. A request that one side cannot take is a change too."""
    found: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for name, request in requests.items():
        before, after = _aspects(old, request, language), _aspects(new, request, language)
        for what in dict.fromkeys((*before, *after)):
            gone, come = _only_in(before, after, what), _only_in(after, before, what)
            if gone or come:
                found.setdefault((what, gone, come), []).append(name)
    return tuple(Change(what=what, gone=gone, come=come, requests=tuple(names)) for (what, gone, come), names in found.items())


def _only_in(one: Mapping[str, list[str]], other: Mapping[str, list[str]], what: str) -> tuple[str, ...]:
    return tuple(value for value in one.get(what, ()) if value not in other.get(what, ()))


def _aspects(router: Router, request: Request, language: str) -> Mapping[str, list[str]]:
    """Give what a requester notices, as words by their heading."""
    try:
        decision = router.decide_request(request)
    except RequestError as error:
        return {"refused": list(error.problems)}
    found: dict[str, list[str]] = {}
    for what, value in (*_of_the_law(decision, language), *_of_the_policy(decision, language)):
        if value and value not in found.setdefault(what, []):
            found[what].append(value)
    return found


def _of_the_law(decision: Decision, language: str) -> Iterator[tuple[str, str]]:
    yield "outcome", decision.outcome or ""
    yield "due", str(decision.due or "")
    for regime in decision.regimes:
        if regime.status is not RegimeStatus.NO:
            yield "laws", f"{regime.short}: {regime.status}"
    for item in decision.assessments:
        title = f"{item.regime}: {item.title.in_(language)}"
        for heading, rules in (("fees", item.fee), ("documents", (*item.identity, *item.agent))):
            yield from ((heading, f"{item.regime}: {rule.text.in_(language)}") for rule in rules if rule.holds is not Holds.NO)
        yield "assessments", f"{title}: {item.outcome}"
        yield from (("deadlines", f"{title}: {clock.step} {clock.due}") for clock in item.clocks if clock.due and clock.binding)
        for finding in (*item.exceptions, *item.bars):
            if finding.holds is not Holds.NO:
                yield "limits", f"{title}: {finding.text.in_(language)}"
    yield from (("questions", question.text.in_(language)) for question in decision.questions)
    yield from (("authorities", authority.name.in_(language)) for authority in decision.authorities)


def _of_the_policy(decision: Decision, language: str) -> Iterator[tuple[str, str]]:
    for channel in decision.channels:
        yield from _of_the_channel(channel, language)
    yield from (("promises", promise.text.in_(language)) for promise in decision.promises)
    yield from (("targets", f"{target.step} {target.due}") for target in decision.targets)
    yield from (("refusals", refusal.text.in_(language)) for refusal in decision.refusals)
    yield from (("controllers", controller.text.in_(language)) for controller in decision.controllers)
    yield from (("complaints", complaint.text.in_(language)) for complaint in decision.complaints)
    for item in decision.representatives:
        yield "representatives", ", ".join(part for part in (item.name, item.address, item.email, item.phone) if part)
    for officer in decision.officers:
        named = (officer.title.in_(language), officer.name.in_(language), officer.address.in_(language), officer.email, officer.phone)
        yield "officers", ", ".join(part for part in named if part)


def _of_the_channel(channel: ChannelFinding, language: str) -> Iterator[tuple[str, str]]:
    name = channel.name.in_(language)
    contacts = (channel.address.in_(language), channel.email, channel.phone, channel.url, channel.hours.in_(language), *channel.methods, *channel.languages)
    yield "channels", ", ".join(part for part in (name, *contacts) if part)
    yield from (("steps", f"{name}: {step.in_(language)}") for step in (*channel.steps, *channel.never_accepted, channel.postage) if step)
    yield from (("answers", f"{name}: {text.in_(language)}") for text in channel.answers_by)
    for document in channel.documents:
        options = " / ".join(_narrowed(option, language, *option.together_with) for option in document.any_of)
        count = f"{document.needs}: " if document.needs > 1 else ""
        yield "documents", f"{name}: {_narrowed(document, language)}{f' ({count}{options})' if options else ''}"
    for fee in channel.fees:
        amount = " ".join(part for part in (fee.amount, fee.currency) if part) or fee.basis
        yield "fees", ", ".join(part for part in (f"{name}: {amount}", fee.tax, fee.way.in_(language), fee.text.in_(language)) if part)


def _narrowed(item: DocumentFinding | Option, language: str, *more: Text) -> str:
    """Give a document with what must come with it, what is blacked out and how old it may be."""
    words = [text.in_(language) for text in (item.text, *more)]
    told = " + ".join(words)
    aged = f"≤ {_shown(item.issued_within)}" if item.issued_within else ""
    aside = ", ".join(part for part in (f"■ {item.blacked_out.in_(language)}" if item.blacked_out else "", aged) if part)
    return f"{told} [{aside}]" if aside else told


def _shown(length: Length) -> str:
    return f"{length.count} {UNITS[type(length)]}"


# ------------------------------------------------------------------------------------------------------ which requests


def ordinary_requests(law: Law, on: date, *organisations: Organisation) -> dict[str, Request]:
    """Give a request for every right of every law, from each kind of person that the organisations speak of, and through an agent."""
    people = tuple(dict.fromkeys(person for own in organisations for person in own.policy.holds_data_of)) or ("customer",)
    found: dict[str, Request] = {}
    for regime_id in law.regimes:
        policy = law.policy(regime_id)
        for right in law.rights if policy else ():
            for person in people:
                for asker in _ASKERS:
                    facts = {**(policy.case if policy else {}), "relationship": person, "asker": asker}
                    stated = tuple(StatedFact(id=name, kind=law.facts[name].kind, value=value) for name, value in sorted(facts.items()))
                    found[f"{regime_id}, {right}, {person}, {asker}"] = Request(right=right, received=on, facts=stated)
    return found


def worked_requests(laws: Iterable[Law]) -> dict[str, Request]:
    """Give the requests of the worked cases that ship with the laws, by their names."""
    found: dict[str, Request] = {}
    for law in laws:
        router = Router(law=law)
        for regime_id, scenarios in law.scenarios().items():
            for scenario in scenarios:
                found.setdefault(
                    f"{regime_id}: {scenario.name}".removeprefix(": "),
                    router.decide(
                        residence=scenario.residence,
                        right=scenario.right,
                        received=scenario.received,
                        facts=scenario.facts,
                        parts=scenario.parts,
                        events={event.value: day for event, day in scenario.events.items()},
                        regimes=scenario.regimes or ([regime_id] if regime_id else None),
                        as_of=scenario.as_of,
                    ).request,
                )
    return found
