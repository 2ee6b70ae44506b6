"""Decision tables: a law as a lawyer reads it, in Markdown, made from the very values that decide.

Every value stands once: what reaches one provision in that provision's section, what reaches several in a section of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeVar, cast

import attrs

from jurisrights.errors import RequestError
from jurisrights.model.conditions import ALWAYS, Condition
from jurisrights.model.law import Clock, Provision, Provisions, Regime, SideRule
from jurisrights.model.lengths import CitationEntry, is_in_force
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Confirmed, Right, Step, Topic
from jurisrights.reading.library import Law
from jurisrights.showing.cells import Item, Pen, bullets, code, joined, lines, markdown, points
from jurisrights.showing.headings import heading, rule_value, word

T = TypeVar("T")
_LIMITS: Final = ("bars", "exceptions", "clocks")
_REGIME_PARTS: Final = ("instruments", "connections", "territories", "counting", "calendars", "suspensions", "definitions", "no_right", "earlier", "announced")


def table(law: Law, regime_id: str, language: str = "en", on: date | None = None) -> str:
    """Give a law as Markdown: all its versions with their dates, or only what is in force on a day.

    Raises:
        RequestError: there is no such regime.
        DataError: the regime's files are wrong.
    """
    if regime_id not in law.regimes:
        raise RequestError([f"{regime_id!r} is no regime that is encoded; there are {', '.join(law.regimes)}"])
    regime, provisions = law.regimes[regime_id], law.provisions(regime_id)
    if on:
        regime, provisions = _in_force(regime, on), _in_force(provisions, on)
    return joined(_page(Pen(law, language, regime.confirmed), regime, provisions, on))


def facts_table(law: Law, language: str = "en") -> str:
    """Give every fact that the laws ask about: those of several laws first, then those of one law each."""
    own = {fact.id for regime in law.regimes.values() for fact in regime.facts}
    groups = [(heading("facts-shared", language), [fact for fact in law.facts.values() if fact.id not in own])]
    groups += [(regime.name.in_(language), list(regime.facts)) for regime in law.regimes.values()]
    pen = Pen(law, language)
    parts = [f"# {pen.say('facts')}", pen.generated("jurisrights facts")]
    for title, facts in groups:
        parts += pen.section(2, pen.safe(title), pen.table(sorted(facts, key=lambda fact: fact.id), "id", "kind", "asks", "silence", "question"))
    return joined(parts)


def rights_table(law: Law, language: str = "en") -> str:
    """Give every neutral right with the provisions that answer it under each law, and its names in other vocabularies."""
    pen = Pen(law, language)
    where = [
        [pen.name(right), code(right), *(_answering(pen, regime, law.provisions(regime.id), right) for regime in law.regimes.values())] for right in law.rights
    ]
    other = [[pen.name(right), *(pen.safe(text) for text in (item.dpv, item.opendsr, item.drp))] for right, item in law.rights.items()]
    parts = [f"# {pen.say('rights')}", pen.generated("jurisrights rights")]
    parts += [markdown([pen.say("right"), pen.say("id"), *(pen.safe(regime.short) for regime in law.regimes.values())], where)]
    parts += pen.section(2, pen.say("crosswalk"), markdown([pen.say("right"), "DPV", "OpenDSR", "DRP"], other))
    return joined(parts)


def _answering(pen: Pen, regime: Regime, provisions: Provisions, right: Right) -> str:
    answering = [pen.noted(pen.text(item.title), pen.cite(item, dated=False)) for item in provisions.provisions if right in item.answers]
    return points(answering) or "; ".join(pen.say("named-as", name=pen.say("none"), text=pen.cite(item)) for item in regime.no_right if item.right is right)


# --------------------------------------------------------------------------------------------------------- the page


def _page(pen: Pen, regime: Regime, law: Provisions, on: date | None) -> Iterator[str]:
    name = pen.text(regime.name)
    yield f"# {name if regime.short in name else pen.noted(name, regime.short)}"
    yield pen.generated(f"jurisrights table {regime.id}")
    yield pen.say("as-of", day=on) if on else ""
    yield "" if pen.language in regime.languages else pen.say("fallback")
    yield bullets(
        pen.say("person", text=pen.text(regime.requester)),
        pen.say("since", text=pen.noted(pen.dates(regime.in_force_from, regime.in_force_until), pen.cite(regime, dated=False))),
        pen.say("encoded", day=regime.encoded_from),
        pen.say("official", text=pen.listed(map(code, regime.official_languages))) if regime.official_languages else "",
        pen.say("dpv", text=f"<{regime.dpv}>") if regime.dpv else "",
    )
    yield from pen.section(2, pen.say("reading"), bullets(*(pen.say(key) for key in ("read-tags", "read-condition", "read-binding"))))
    yield from pen.section(2, pen.say("overview"), _overview(pen, regime, law))
    yield from _parts(pen, regime, law, _BEFORE)
    yield from pen.section(
        2, pen.say("provisions"), *(block for number, item in enumerate(in_order(regime, law), 1) for block in _provision(pen, law, number, item))
    )
    yield from pen.section(2, pen.say("shared"), *(block for kind in _LIMITS for block in _limits(pen, kind, _shared(law, kind), "reaches")))
    yield from pen.section(2, pen.say("rules"), *_by_topic(pen, _rules(filter(_is_shared, law.rules))))
    representative = pen.table([rule for rule in law.rules if rule.topic is Topic.REPRESENTATIVE], "id", "value", "what", "citation")
    yield from pen.section(2, pen.say("representative"), representative and pen.say("in-order"), representative)
    yield from _parts(pen, regime, law, _AFTER)
    yield from pen.section(2, pen.say("unsettled"), _open_points(pen, regime, law))
    yield from _parts(pen, regime, law, _SOURCES)
    yield from pen.section(2, pen.say("counts"), _counts(pen, regime, law))


def _parts(pen: Pen, regime: Regime, law: Provisions, parts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for part, columns in parts.items():
        yield from pen.section(2, pen.say(part), pen.table(getattr(law if hasattr(law, part) else regime, part), *columns))


_BEFORE: Final = {
    "connections": ("id", "effect", "what", "citation"),
    "territories": ("territory", "codes", "status", "what", "citation"),
    "earlier": ("what", "citation"),
    "definitions": ("id", "what", "citation"),
}
_AFTER: Final = {
    "no_right": ("right", "what", "see", "citation"),
    "announced": ("expected", "what", "citation"),
    "counting": ("id", "how", "what", "citation"),
    "calendars": ("id", "what", "days", "citation"),
    "suspensions": ("id", "binding", "what", "citation"),
    "authority_rules": ("role", "what", "citation"),
    "authorities": ("place", "name", "sectors", "contact", "citation"),
}
_SOURCES: Final = {"instruments": ("id", "title", "rank", "binding", "dates", "checked")}
_ITEMS: Final = {
    "grounds": ("id", "what", "citation"),
    "bars": ("id", "effect", "what", "citation"),
    "exceptions": ("id", "effect", "what", "citation"),
    "clocks": ("step", "length", "from", "counted", "what", "citation"),
}


def in_order(regime: Regime, law: Provisions) -> list[Provision]:
    """Give the provisions in the order of the law's own text: its first instrument first, and article 7 before article 13."""
    instruments = [instrument.id for instrument in regime.instruments]

    def instrument(entry: CitationEntry) -> int:
        found = [name for name in instruments if f"{entry.text} ".startswith(f"{name} ")]
        return instruments.index(max(found, key=len))  # `APPI Order` begins with `APPI` too

    def place(item: Provision) -> tuple[int, list[tuple[int, str]]]:
        foremost = min(map(instrument, item.citation.entries))
        entries = [entry for entry in item.citation.entries if instrument(entry) == foremost]
        newest = max(entries, key=lambda entry: entry.from_ or date.min)
        return foremost, [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", newest.text)]

    return sorted(law.provisions, key=place)


def _overview(pen: Pen, regime: Regime, law: Provisions) -> str:
    heads = ("provision", "right", "in-short", "deadline", "fee", "identity", "citation")
    rows = [
        [
            f"{number}. {pen.text(item.title)}",
            points(pen.name(right) for right in item.answers),
            _grounds_in_short(pen, item),
            points(_deadline(pen, clock, item) for clock in sorted(_in_short(item.clocks), key=lambda clock: list(Step).index(clock.step))),
            *(_values_in_short(pen, law, topic, item) for topic in (Topic.FEE, Topic.IDENTITY)),
            pen.cite(item, dated=item.in_force_from != regime.in_force_from or item.in_force_until is not None),
        ]
        for number, item in enumerate(in_order(regime, law), 1)
    ]
    return markdown([pen.say(key) for key in heads], rows)


def _in_short(clocks: Iterable[Clock]) -> list[Clock]:
    """Leave out what comes after the answer and is the same for several provisions: times to complain, records."""
    return [clock for clock in clocks if not (_is_shared(clock) and clock.step in {Step.COMPLAINT, Step.RECORD})]


def _grounds_in_short(pen: Pen, provision: Provision) -> str:
    names = dict.fromkeys(code(ground.id) for ground in provision.grounds)
    if len(names) == 1:
        return "".join(names)
    return pen.say(provision.grounds_needed.value, text=pen.listed(names)) if names else pen.say("everyone")


def _deadline(pen: Pen, clock: Clock, provision: Provision) -> str:
    depends = clock.when is not ALWAYS and clock.step is not Step.ANSWER_EXTENDED
    first, last = clock.in_force_from, clock.in_force_until
    notes = [pen.say("sometimes") if depends else "", pen.dates(None if first == provision.in_force_from else first, last)]
    return pen.noted(pen.say("named-as", name=word(clock.step, pen.language), text=pen.time(clock)), *notes)


def _values_in_short(pen: Pen, law: Provisions, topic: Topic, provision: Provision) -> str:
    rules = [rule for rule in law.rules if rule.topic is topic and (not rule.covers or provision.id in rule.covers)]
    return points(pen.noted(rule_value(topic, rule.value, pen.language), pen.say("sometimes") if rule.when is not ALWAYS else "") for rule in rules)


def _provision(pen: Pen, law: Provisions, number: int, item: Provision) -> Iterator[str]:
    yield f"### {number}. {pen.text(item.title)}"
    yield bullets(
        pen.say("answers", text=pen.listed(f"{pen.name(right)} {code(right)}" for right in item.answers)),
        pen.say("cited", text=pen.cite(item, dated=False)),
        pen.say("since", text=dates) if (dates := pen.dates(item.in_force_from, item.in_force_until)) else "",
        pen.say("named", text=code(item.id) + (f", <{item.dpv}>" if item.dpv else "")),
        pen.say("open") if item.unsettled else "",
        *_reaching(pen, law, item),
    )
    needed = pen.say(f"needs-{item.grounds_needed.value}" if item.grounds else "no-grounds") if len(item.grounds) != 1 else ""
    yield from _labelled(pen, "grounds", needed, pen.table(item.grounds, *_ITEMS["grounds"]))
    for kind in _LIMITS:
        yield from _limits(pen, kind, [limit for limit in getattr(item, kind) if not _is_shared(limit)])
    own = _rules(rule for rule in law.rules if rule.covers == (item.id,))
    yield from _labelled(pen, "own-rules", pen.table(own, "topic", "value", "what", "citation"))


def _reaching(pen: Pen, law: Provisions, provision: Provision) -> Iterator[str]:
    """Name what is stated in the sections on several provisions and reaches this one too."""
    for kind in _LIMITS:
        names = dict.fromkeys(code(limit.id) for limit in getattr(provision, kind) if _is_shared(limit))
        yield pen.say("reached", kind=pen.say(kind), text=pen.listed(names)) if names else ""
    by_topic: dict[Topic, list[str]] = {}
    for rule in _rules(rule for rule in law.rules if _is_shared(rule) and (not rule.covers or provision.id in rule.covers)):
        by_topic.setdefault(rule.topic, []).append(code(rule.id))
    text = "; ".join(f"{word(topic, pen.language)} {pen.listed(dict.fromkeys(names))}" for topic, names in by_topic.items())
    yield pen.say("reached", kind=pen.say("topics"), text=text) if text else ""


def _limits(pen: Pen, kind: str, items: Sequence[Item], *more: str) -> Iterator[str]:
    *columns, last = _ITEMS[kind]
    yield from _labelled(pen, kind, pen.table(items, *columns, *more, last))


def _labelled(pen: Pen, key: str, *blocks: str) -> list[str]:
    return [f"**{pen.say(key)}**", *blocks] if any(blocks) else []


def _rules(rules: Iterable[SideRule]) -> list[SideRule]:
    return sorted((rule for rule in rules if rule.topic is not Topic.REPRESENTATIVE), key=lambda rule: list(Topic).index(rule.topic))


def _by_topic(pen: Pen, rules: Sequence[SideRule]) -> Iterator[str]:
    """Give a table for each topic, so that a reader finds it in the contents."""
    for topic in dict.fromkeys(rule.topic for rule in rules):
        of_topic = [rule for rule in rules if rule.topic is topic]
        yield from pen.section(3, word(topic, pen.language), pen.table(of_topic, "id", "value", "what", "reaches", "citation"))


def _is_shared(item: Item) -> bool:
    return len(item.covers) > 1 or (isinstance(item, SideRule) and not item.covers)


def _shared(law: Provisions, kind: str) -> list[Item]:
    return list(dict.fromkeys(item for provision in law.provisions for item in getattr(provision, kind) if _is_shared(item)))


def _every_item(pen: Pen, regime: Regime, law: Provisions) -> Iterator[tuple[str, str, Item]]:
    """Give every value of a law once: its kind, the provision it belongs to alone, and itself."""
    for part in _REGIME_PARTS:
        yield from ((part, "", item) for item in getattr(regime, part))
    for provision in law.provisions:
        title = pen.text(provision.title)
        yield "provisions", title, provision
        yield from (("grounds", title, ground) for ground in provision.grounds)
        yield from ((kind, title, item) for kind in _LIMITS for item in getattr(provision, kind) if not _is_shared(item))
    yield from ((kind, "", item) for kind in _LIMITS for item in _shared(law, kind))
    yield from (("topics", "", rule) for rule in law.rules)
    yield from ((part, "", item) for part in ("authority_rules", "authorities") for item in getattr(law, part))


def _open_points(pen: Pen, regime: Regime, law: Provisions) -> str:
    """Give each open point once, with all the places that it concerns."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, place, item in _every_item(pen, regime, law):
        if text := pen.text(getattr(item, "unsettled", Text())):
            found.setdefault(text, []).append((lines(place, pen.say("named-as", name=pen.say(kind), text=code(item.id))), pen.cite(item)))
    rows = [[points(where for where, _ in places), text, points(cited for _, cited in places)] for text, places in found.items()]
    return markdown([pen.say(key) for key in ("where", "unsettled", "citation")], rows) if rows else ""


def _counts(pen: Pen, regime: Regime, law: Provisions) -> str:
    counted = Counter((kind, item.confirmed or regime.confirmed) for kind, _, item in _every_item(pen, regime, law))
    kinds = dict.fromkeys(kind for kind, _ in counted)
    rows = [[pen.say(kind), *(str(counted[kind, how]) for how in Confirmed)] for kind in kinds]
    return markdown([pen.say("kind"), *(word(how, pen.language) for how in Confirmed)], rows)


def _in_force(value: T, day: date) -> T:
    """Leave out, at every depth, what is not in force on a day; citations too."""
    if isinstance(value, tuple):
        return cast("T", tuple(_in_force(item, day) for item in value if _is_current(item, day)))
    if isinstance(value, (Text, Condition)) or not attrs.has(type(value)):
        return value
    kept = {field.name: _in_force(getattr(value, field.name), day) for field in attrs.fields(cast("Any", type(value)))}
    return cast("T", attrs.evolve(cast("Any", value), **kept))


def _is_current(item: Item, day: date) -> bool:
    names = ("from_", "until") if isinstance(item, CitationEntry) else ("in_force_from", "in_force_until")
    first, last = (getattr(item, name, None) for name in names)
    return is_in_force(first, last, day)


# ------------------------------------------------------------------------------------------------------- the writing
