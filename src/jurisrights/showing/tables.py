"""Decision tables: a law as a lawyer reads it, in Markdown, made from the very values that decide.

Every value stands once: what reaches one provision in that provision's section, what reaches several in a section of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final, TypeVar, cast

import attrs

from jurisrights.errors import RequestError
from jurisrights.model.conditions import ALWAYS, Condition
from jurisrights.model.law import CalendarDay, Citation, CitationEntry, Clock, CountingRule, Fact, Provision, Provisions, Regime, SideRule, is_in_force
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import EXTENTS, About, Confirmed, Kind, Right, Silence, Step, Topic
from jurisrights.reading.library import Law
from jurisrights.showing.headings import heading, rule_value, word
from jurisrights.showing.phrases import Words

T = TypeVar("T")
Item = Any
"""An item of the law: each kind carries some of the same keys (id, text, citation, dates, when ...)."""
_LIMITS: Final = ("bars", "exceptions", "clocks")
_REGIME_PARTS: Final = ("instruments", "connections", "territories", "counting", "calendars", "definitions", "no_right", "earlier", "announced")


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
    return _joined(_page(_Pen(law, language, regime.confirmed), regime, provisions, on))


def facts_table(law: Law, language: str = "en") -> str:
    """Give every fact that the laws ask about: those of several laws first, then those of one law each."""
    own = {fact.id for regime in law.regimes.values() for fact in regime.facts}
    groups = [(heading("facts-shared", language), [fact for fact in law.facts.values() if fact.id not in own])]
    groups += [(regime.name.in_(language), list(regime.facts)) for regime in law.regimes.values()]
    pen = _Pen(law, language)
    parts = [f"# {pen.say('facts')}", pen.generated("jurisrights facts")]
    for title, facts in groups:
        parts += pen.section(2, pen.safe(title), pen.table(sorted(facts, key=lambda fact: fact.id), "id", "kind", "asks", "silence", "question"))
    return _joined(parts)


def rights_table(law: Law, language: str = "en") -> str:
    """Give every neutral right with the provisions that answer it under each law, and its names in other vocabularies."""
    pen = _Pen(law, language)
    where = [
        [pen.name(right), _code(right), *(_answering(pen, regime, law.provisions(regime.id), right) for regime in law.regimes.values())] for right in law.rights
    ]
    other = [[pen.name(right), *(pen.safe(text) for text in (item.dpv, item.opendsr, item.drp))] for right, item in law.rights.items()]
    parts = [f"# {pen.say('rights')}", pen.generated("jurisrights rights")]
    parts += [_markdown([pen.say("right"), pen.say("id"), *(pen.safe(regime.short) for regime in law.regimes.values())], where)]
    parts += pen.section(2, pen.say("crosswalk"), _markdown([pen.say("right"), "DPV", "OpenDSR", "DRP"], other))
    return _joined(parts)


def _answering(pen: _Pen, regime: Regime, provisions: Provisions, right: Right) -> str:
    answering = [pen.noted(pen.text(item.title), pen.cite(item, dated=False)) for item in provisions.provisions if right in item.answers]
    return _points(answering) or "; ".join(pen.say("named-as", name=pen.say("none"), text=pen.cite(item)) for item in regime.no_right if item.right is right)


# --------------------------------------------------------------------------------------------------------- the page


def _page(pen: _Pen, regime: Regime, law: Provisions, on: date | None) -> Iterator[str]:
    name = pen.text(regime.name)
    yield f"# {name}" if regime.short in name else f"# {name} ({regime.short})"
    yield pen.generated(f"jurisrights table {regime.id}")
    yield pen.say("as-of", day=on) if on else ""
    yield "" if pen.language in regime.languages else pen.say("fallback")
    yield _bullets(
        pen.say("person", text=pen.text(regime.requester)),
        pen.say("since", text=f"{pen.dates(regime.in_force_from, regime.in_force_until)}. {pen.cite(regime, dated=False)}"),
        pen.say("encoded", day=regime.encoded_from),
    )
    yield from pen.section(2, pen.say("reading"), _bullets(*(pen.say(key) for key in ("read-tags", "read-condition", "read-binding"))))
    for part, columns in _BEFORE.items():
        yield from pen.section(2, pen.say(part), pen.table(getattr(regime, part), *columns))
    yield from pen.section(2, pen.say("overview"), _overview(pen, law))
    yield from pen.section(2, pen.say("provisions"), *(block for number, item in enumerate(law.provisions, 1) for block in _provision(pen, law, number, item)))
    yield from pen.section(2, pen.say("shared"), *(block for kind in _LIMITS for block in _limits(pen, kind, _shared(law, kind), "reaches")))
    yield from pen.section(2, pen.say("rules"), pen.table(_rules(filter(_is_shared, law.rules)), "topic", "value", "what", "reaches", "citation"))
    representative = pen.table([rule for rule in law.rules if rule.topic is Topic.REPRESENTATIVE], "id", "value", "what", "citation")
    yield from pen.section(2, pen.say("representative"), representative and pen.say("in-order"), representative)
    for part, columns in _AFTER.items():
        yield from pen.section(2, pen.say(part), pen.table(getattr(law if hasattr(law, part) else regime, part), *columns))
    yield from pen.section(2, pen.say("unsettled"), _open_points(pen, regime, law))
    yield from pen.section(2, pen.say("counts"), _counts(pen, regime, law))


_BEFORE: Final = {
    "instruments": ("id", "title", "rank", "binding", "dates", "checked"),
    "earlier": ("what", "citation"),
    "connections": ("id", "effect", "what", "citation"),
    "territories": ("territory", "codes", "status", "what", "citation"),
    "counting": ("id", "how", "what", "citation"),
    "calendars": ("id", "what", "days", "citation"),
    "definitions": ("id", "what", "citation"),
}
_AFTER: Final = {
    "no_right": ("right", "what", "see", "citation"),
    "announced": ("expected", "what", "citation"),
    "authority_rules": ("role", "what", "citation"),
    "authorities": ("place", "name", "sectors", "contact", "citation"),
}
_ITEMS: Final = {
    "grounds": ("id", "what", "citation"),
    "bars": ("id", "effect", "what", "citation"),
    "exceptions": ("id", "effect", "what", "citation"),
    "clocks": ("step", "length", "from", "counted", "what", "citation"),
}


def _overview(pen: _Pen, law: Provisions) -> str:
    heads = ("provision", "right", "in-short", "deadline", "fee", "identity", "citation")
    rows = [
        [
            f"{number}. {pen.text(item.title)}",
            _points(pen.name(right) for right in item.answers),
            _grounds_in_short(pen, item),
            _points(_deadline(pen, clock, item) for clock in sorted(item.clocks, key=lambda clock: list(Step).index(clock.step))),
            *(_values_in_short(pen, law, topic, item) for topic in (Topic.FEE, Topic.IDENTITY)),
            pen.cite(item),
        ]
        for number, item in enumerate(law.provisions, 1)
    ]
    return _markdown([pen.say(key) for key in heads], rows)


def _grounds_in_short(pen: _Pen, provision: Provision) -> str:
    names = dict.fromkeys(_code(ground.id) for ground in provision.grounds)
    if len(names) == 1:
        return "".join(names)
    return pen.say(provision.grounds_needed.value, text=pen.listed(names)) if names else pen.say("everyone")


def _deadline(pen: _Pen, clock: Clock, provision: Provision) -> str:
    depends = clock.when is not ALWAYS and clock.step is not Step.ANSWER_EXTENDED
    first, last = clock.in_force_from, clock.in_force_until
    notes = [pen.say("sometimes") if depends else "", pen.dates(None if first == provision.in_force_from else first, last)]
    return pen.noted(pen.say("named-as", name=word(clock.step, pen.language), text=pen.time(clock)), *notes)


def _values_in_short(pen: _Pen, law: Provisions, topic: Topic, provision: Provision) -> str:
    rules = [rule for rule in law.rules if rule.topic is topic and (not rule.covers or provision.id in rule.covers)]
    return _points(pen.noted(rule_value(topic, rule.value, pen.language), pen.say("sometimes") if rule.when is not ALWAYS else "") for rule in rules)


def _provision(pen: _Pen, law: Provisions, number: int, item: Provision) -> Iterator[str]:
    yield f"### {number}. {pen.text(item.title)}"
    yield _bullets(
        pen.say("answers", text=pen.listed(f"{pen.name(right)} {_code(right)}" for right in item.answers)),
        pen.say("cited", text=pen.cite(item, dated=False)),
        pen.say("since", text=dates) if (dates := pen.dates(item.in_force_from, item.in_force_until)) else "",
        pen.say("named", text=_code(item.id) + (f", <{item.dpv}>" if item.dpv else "")),
        pen.say("open") if item.unsettled else "",
        *_reaching(pen, law, item),
    )
    needed = pen.say(f"needs-{item.grounds_needed.value}" if item.grounds else "no-grounds") if len(item.grounds) != 1 else ""
    yield from _labelled(pen, "grounds", needed, pen.table(item.grounds, *_ITEMS["grounds"]))
    for kind in _LIMITS:
        yield from _limits(pen, kind, [limit for limit in getattr(item, kind) if not _is_shared(limit)])
    own = _rules(rule for rule in law.rules if rule.covers == (item.id,))
    yield from _labelled(pen, "own-rules", pen.table(own, "topic", "value", "what", "citation"))


def _reaching(pen: _Pen, law: Provisions, provision: Provision) -> Iterator[str]:
    """Name what is stated in the sections on several provisions and reaches this one too."""
    for kind in _LIMITS:
        names = dict.fromkeys(_code(limit.id) for limit in getattr(provision, kind) if _is_shared(limit))
        yield pen.say("reached", kind=pen.say(kind), text=pen.listed(names)) if names else ""
    by_topic: dict[Topic, list[str]] = {}
    for rule in _rules(rule for rule in law.rules if _is_shared(rule) and (not rule.covers or provision.id in rule.covers)):
        by_topic.setdefault(rule.topic, []).append(_code(rule.id))
    text = "; ".join(f"{word(topic, pen.language)} {pen.listed(dict.fromkeys(names))}" for topic, names in by_topic.items())
    yield pen.say("reached", kind=pen.say("topics"), text=text) if text else ""


def _limits(pen: _Pen, kind: str, items: Sequence[Item], *more: str) -> Iterator[str]:
    *columns, last = _ITEMS[kind]
    yield from _labelled(pen, kind, pen.table(items, *columns, *more, last))


def _labelled(pen: _Pen, key: str, *blocks: str) -> list[str]:
    return [f"**{pen.say(key)}**", *blocks] if any(blocks) else []


def _rules(rules: Iterable[SideRule]) -> list[SideRule]:
    return sorted((rule for rule in rules if rule.topic is not Topic.REPRESENTATIVE), key=lambda rule: list(Topic).index(rule.topic))


def _is_shared(item: Item) -> bool:
    return len(item.covers) > 1 or (isinstance(item, SideRule) and not item.covers)


def _shared(law: Provisions, kind: str) -> list[Item]:
    return list(dict.fromkeys(item for provision in law.provisions for item in getattr(provision, kind) if _is_shared(item)))


def _every_item(pen: _Pen, regime: Regime, law: Provisions) -> Iterator[tuple[str, str, Item]]:
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


def _open_points(pen: _Pen, regime: Regime, law: Provisions) -> str:
    found = [(kind, place, item) for kind, place, item in _every_item(pen, regime, law) if getattr(item, "unsettled", Text())]
    rows = [
        [_lines(place, pen.say("named-as", name=pen.say(kind), text=_code(item.id))), pen.text(item.unsettled), pen.cite(item)] for kind, place, item in found
    ]
    return _markdown([pen.say(key) for key in ("where", "unsettled", "citation")], rows) if rows else ""


def _counts(pen: _Pen, regime: Regime, law: Provisions) -> str:
    counted = Counter((kind, item.confirmed or regime.confirmed) for kind, _, item in _every_item(pen, regime, law))
    kinds = dict.fromkeys(kind for kind, _ in counted)
    rows = [[pen.say(kind), *(str(counted[kind, how]) for how in Confirmed)] for kind in kinds]
    return _markdown([pen.say("kind"), *(word(how, pen.language) for how in Confirmed)], rows)


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


class _Pen:
    """Writes single values of the law in one language; what it gives is safe inside a Markdown table."""

    def __init__(self, law: Law, language: str, confirmed: Confirmed = Confirmed.STATUTE) -> None:
        self.law = law
        self.language = language
        self.confirmed = confirmed
        self.words = Words(language)

    def say(self, key: str, **values: object) -> str:
        return heading(key, self.language, **values)

    def safe(self, text: str) -> str:
        for sign in "\\|*`":
            text = text.replace(sign, f"\\{sign}")
        return text.replace("<", "&lt;").replace("\n", " ")

    def text(self, text: Text) -> str:
        return self.safe(self.words.text(text))

    def listed(self, items: Iterable[str]) -> str:
        return self.words.listed(list(items))

    def name(self, right: Right) -> str:
        return self.text(self.law.rights[right].name)

    def generated(self, command: str) -> str:
        return self.say("generated", command=command, release=self.law.release.release)

    def dates(self, first: date | None, last: date | None) -> str:
        key = "from-until" if first and last else "from-on" if first else "up-to"
        return self.say(key, first=first, last=last) if first or last else ""

    def noted(self, text: str, *notes: str) -> str:
        kept = [note for note in notes if note]
        return self.say("noted", text=text, notes=self.listed(kept)) if kept else text

    def cite(self, item: Item, *, dated: bool = True) -> str:
        """Give the citations with their dates, the tag of a value that was not read in the law's text, and the item's dates."""
        citation: Citation = getattr(item, "citation", Citation())
        cited = "; ".join(self.noted(self.safe(entry.text), self.dates(entry.from_, entry.until)) for entry in citation.entries)
        confirmed = item.confirmed or self.confirmed
        tag = "" if confirmed is Confirmed.STATUTE else self.say("tag", text=word(confirmed, self.language))
        dates = self.dates(getattr(item, "in_force_from", None), getattr(item, "in_force_until", None)) if dated else ""
        return _lines(f"{cited} {tag}".strip(), dates)

    def what(self, item: Item) -> str:
        """Give an item's text with everything that narrows it, its condition, and the mark of an open point."""
        more = (self.say(key, text=self.text(text)) for key in ("remedy", "not_enough", "governed_by") if (text := getattr(item, key, Text())))
        starts_on, treat_as = getattr(item, "starts_on", None), getattr(item, "treat_as", None)
        return _lines(
            self.text(item.text),
            *more,
            self.say("starts_on", day=starts_on) if starts_on else "",
            self.say("treat_as", text=self.name(treat_as), outcome=word(item.outcome, self.language)) if treat_as else "",
            self.say("skip") if getattr(item, "if_unknown", "") == "skip" else "",
            self.condition(getattr(item, "when", ALWAYS)),
            self.say("open") if getattr(item, "unsettled", Text()) else "",
        )

    def condition(self, when: Condition) -> str:
        return "" if when is ALWAYS else self.say("if", code=_code(" ".join(when.text.split())))

    def time(self, clock: Clock) -> str:
        """Give a clock's length and standard, and whether they bind."""
        standard = word(clock.standard, self.language) if clock.standard else ""
        length = self.words.length(clock.within) if clock.within else ""
        return self.listed(part for part in (length, standard, "" if clock.binding else self.say("not-binding")) if part)

    def silence(self, fact: Fact) -> str:
        """Say what is done when nobody states a fact."""
        if fact.silence is not Silence.ASSUME:
            return word(fact.silence, self.language)
        follows = self.say("follows", code=_code(fact.follow)) if fact.follow else ""
        value = self.say("yes" if fact.assume else "no") if isinstance(fact.assume, bool) else _code(str(fact.assume))
        return _lines(follows, self.say("assumed", value=value) if fact.assume is not None else "", self.text(fact.because))

    def kind(self, fact: Fact) -> str:
        values = EXTENTS if fact.kind is Kind.EXTENT else fact.values
        parts = self.say("per-part") if fact.about is About.DATA else ""
        return _lines(word(fact.kind, self.language), self.listed(_code(value) for value in values), parts)

    def table(self, items: Iterable[Item], *columns: str) -> str:
        """Give a table with a row for each item; nothing for no items."""
        rows = [[_COLUMNS[column](self, item) for column in columns] for item in items]
        return _markdown([self.say(column) for column in columns], rows) if rows else ""

    def section(self, level: int, title: str, *blocks: str) -> list[str]:
        """Give a section with its heading; nothing if it would be empty."""
        return [f"{'#' * level} {title}", *blocks] if any(blocks) else []


_COLUMNS: Final[dict[str, Callable[[_Pen, Item], str]]] = {
    "id": lambda _, item: _code(item.id),
    "what": lambda pen, item: pen.what(item),
    "citation": lambda pen, item: pen.cite(item),
    "effect": lambda pen, item: word(item.effect, pen.language),
    "title": lambda pen, item: f"[{pen.text(item.title)}]({item.url})" if item.url else pen.text(item.title),
    "rank": lambda pen, item: word(item.rank, pen.language),
    "binding": lambda pen, item: pen.say("binds" if item.binding else "binds-not"),
    "dates": lambda pen, item: pen.dates(item.in_force_from, item.in_force_until),
    "checked": lambda pen, item: f"{item.checked_on} {pen.cite(item, dated=False)}".strip(),
    "territory": lambda _, item: _code(item.territory),
    "codes": lambda pen, item: pen.listed(item.codes),
    "status": lambda pen, item: word(item.status, pen.language),
    "how": lambda pen, item: _points((word(item.first_day, pen.language), word(item.roll, pen.language), _rest(pen, item))),
    "days": lambda pen, item: "; ".join((*map(_code, item.rest_weekdays), *(_day(pen, day) for day in item.days))),
    "right": lambda pen, item: pen.name(item.right),
    "see": lambda pen, item: pen.listed(pen.name(right) for right in item.see),
    "expected": lambda pen, item: pen.safe(item.expected),
    "step": lambda pen, item: _lines(word(item.step, pen.language), _code(item.id) if item.id else ""),
    "length": lambda pen, item: _lines(pen.time(item), pen.say("notice-by", length=pen.words.length(item.notice_by)) if item.notice_by else ""),
    "from": lambda pen, item: _lines(
        word(item.runs_from, pen.language), pen.say("ends-with", event=word(item.ends_with, pen.language)) if item.ends_with else ""
    ),
    "counted": lambda pen, item: _lines(*(_code(rule) for rule in item.counting), pen.say("alternatives") if len(item.counting) > 1 else ""),
    "topic": lambda pen, item: _lines(word(item.topic, pen.language), _code(item.id)),
    "value": lambda pen, item: rule_value(item.topic, item.value, pen.language),
    "reaches": lambda pen, item: pen.listed(_code(provision) for provision in item.covers) or pen.say("every"),
    "place": lambda pen, item: pen.listed(place for place in item.places if place) or pen.say("whole"),
    "name": lambda pen, item: _lines(*dict.fromkeys(pen.safe(name) for name in (item.name.in_(pen.language), *(text for _, text in item.name.entries)))),
    "sectors": lambda pen, item: pen.listed(word(sector, pen.language) for sector in item.sectors),
    "contact": lambda pen, item: _lines(*(pen.safe(text) for text in (item.url, item.email, item.phone, item.address)), pen.text(item.text)),
    "role": lambda pen, item: word(item.role, pen.language),
    "kind": lambda pen, item: pen.kind(item),
    "asks": lambda pen, item: word(item.asks, pen.language),
    "silence": lambda pen, item: pen.silence(item),
    "question": lambda pen, item: pen.text(item.question),
}


def _rest(pen: _Pen, rule: CountingRule) -> str:
    calendars = pen.listed(_code(name) for name in rule.calendars)
    rest = pen.say("rest-days", text=calendars) if calendars else ""
    return pen.noted(rest, pen.say("holidays-in", text=_code(rule.holidays_in))) if rule.holidays_in else rest


def _day(pen: _Pen, day: CalendarDay) -> str:
    when = [_code(day.on)] if day.on else [listed.isoformat() for listed in day.dates]
    observed = _code(day.observed) if day.observed else ""
    return pen.noted(pen.safe(day.name), *when, observed, pen.dates(day.in_force_from, day.in_force_until))


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")


def _lines(*parts: str) -> str:
    return "<br>".join(part for part in parts if part)


def _points(parts: Iterable[str]) -> str:
    """Give the different parts as points on lines of their own within a cell; a single one stands alone."""
    kept = [part for part in dict.fromkeys(parts) if part]
    return "<br>".join(f"• {part}" for part in kept) if len(kept) > 1 else "".join(kept)


def _bullets(*lines: str) -> str:
    return "\n".join(f"- {line}" for line in lines if line)


def _markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows))


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
