"""What changes for requesters between two versions of an organisation file, or of the law: in decisions, not in lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import attrs

from jurisrights.deciding.router import Router
from jurisrights.errors import RequestError
from jurisrights.model.decision import Decision
from jurisrights.model.organisation import Organisation
from jurisrights.model.request import Request, StatedFact
from jurisrights.reading.library import Law

_ASKERS = ("person", "agent")
_RELATIONSHIP = "relationship"
_ASKER = "asker"
_NOTHING = ("", "")


@attrs.frozen(order=True)
class Asked:
    """An ordinary request: from where, what for, who the person is to the organisation, and who asks."""

    place: str
    right: str
    relationship: str
    asker: str


@attrs.frozen
class Aspect:
    """One thing that a requester notices: a heading, what it is about, and what is so; `detail` counts where nothing else differs.

    `part_of` is what the aspect goes and comes with: where that is new or gone, the aspect is not told by itself.
    """

    what: str
    about: str
    value: str
    detail: str = ""
    part_of: tuple[str, str] = _NOTHING


@attrs.frozen(kw_only=True)
class Change:
    """One thing that is decided differently, what went and what came, and for whom: ordinary requests, and worked cases by name."""

    what: str
    about: str
    gone: tuple[str, ...]
    come: tuple[str, ...]
    asked: tuple[Asked, ...] = ()
    cases: tuple[str, ...] = ()


_Noticed = Mapping[tuple[str, str], list[Aspect]]


def compare(old: Router, new: Router, requests: Mapping[Asked | str, Request], notice: Callable[[Decision], Iterable[Aspect]]) -> tuple[Change, ...]:
    """Decide each request by both and give what differs; equal changes are told once. A request that one side cannot take is a change too."""
    found: dict[tuple[str, str, tuple[str, ...], tuple[str, ...]], list[Asked | str]] = {}
    for name, request in requests.items():
        before, after = _noticed(old, request, notice), _noticed(new, request, notice)
        for key in dict.fromkeys((*before, *after)):
            gone, come = _differing(_staying(before.get(key, []), after), _staying(after.get(key, []), before))
            if gone or come:
                found.setdefault((*key, gone, come), []).append(name)
    return tuple(
        Change(
            what=what,
            about=about,
            gone=gone,
            come=come,
            asked=tuple(name for name in names if isinstance(name, Asked)),
            cases=tuple(name for name in names if isinstance(name, str)),
        )
        for (what, about, gone, come), names in found.items()
    )


def _noticed(router: Router, request: Request, notice: Callable[[Decision], Iterable[Aspect]]) -> _Noticed:
    try:
        aspects = list(notice(router.decide_request(request)))
    except RequestError as error:
        aspects = [Aspect("refused", "", problem) for problem in error.problems]
    found: dict[tuple[str, str], list[Aspect]] = {}
    for aspect in aspects:
        found.setdefault((aspect.what, aspect.about), []).append(aspect)
    return found


def _staying(aspects: Iterable[Aspect], there: _Noticed) -> list[Aspect]:
    """Give the aspects that are part of nothing, or of something that the other side has too."""
    return [aspect for aspect in aspects if aspect.part_of == _NOTHING or aspect.part_of in there]


def _differing(before: Iterable[Aspect], after: Iterable[Aspect]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give what went and what came; the details only where they are all that differs."""
    values = _only_in([aspect.value for aspect in before], [aspect.value for aspect in after])
    return values if any(values) else _only_in([aspect.detail for aspect in before], [aspect.detail for aspect in after])


def _only_in(old: Iterable[str], new: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    were, are = dict.fromkeys(filter(None, old)), dict.fromkeys(filter(None, new))
    return tuple(value for value in were if value not in are), tuple(value for value in are if value not in were)


# ------------------------------------------------------------------------------------------------------ which requests


def ordinary_requests(law: Law, on: date, *organisations: Organisation) -> dict[Asked | str, Request]:
    """Give a request for every right of every law, from each kind of person that the organisations speak of, and through an agent."""
    people = tuple(dict.fromkeys(person for own in organisations for person in own.policy.holds_data_of)) or ("customer",)
    found: dict[Asked | str, Request] = {}
    for regime_id in law.regimes:
        policy = law.policy(regime_id)
        for right in law.rights if policy else ():
            for person in people:
                for asker in _ASKERS:
                    facts = {**(policy.case if policy else {}), _RELATIONSHIP: person, _ASKER: asker}
                    stated = tuple(StatedFact(id=name, kind=law.facts[name].kind, value=value) for name, value in sorted(facts.items()))
                    found[Asked(str(facts["residence"]), right, person, asker)] = Request(right=right, received=on, facts=stated)
    return found


def worked_requests(laws: Iterable[Law]) -> dict[Asked | str, Request]:
    """Give the requests of all worked cases that ship with these laws, by regime and name."""
    found: dict[Asked | str, Request] = {}
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
