"""Single values of the law as Markdown: what stands in a cell of a decision table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Final

from jurisrights.model.calendars import CalendarDay, CountingRule, MonthEnd
from jurisrights.model.conditions import ALWAYS, Condition
from jurisrights.model.law import Clock, Fact
from jurisrights.model.lengths import Citation
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import EXTENTS, About, Confirmed, Kind, Right, Silence
from jurisrights.reading.library import Law
from jurisrights.showing.headings import heading, rule_value, word
from jurisrights.showing.phrases import Words

Item = Any
"""An item of the law: each kind carries some of the same keys (id, text, citation, dates, when ...)."""


class Pen:
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
        return self.words.listed(items)

    def name(self, right: Right) -> str:
        return self.text(self.law.rights[right].name)

    def generated(self, command: str) -> str:
        return self.say("generated", command=command, release=self.law.release.release)

    def dates(self, first: date | None, last: date | None) -> str:
        key = "from-until" if first and last else "from-on" if first else "up-to"
        return self.say(key, first=first, last=last) if first or last else ""

    def noted(self, text: str, *notes: str) -> str:
        kept = [note for note in notes if note]
        return self.say("noted", text=text, notes=self.words.clauses(kept)) if kept else text

    def cite(self, item: Item, *, dated: bool = True) -> str:
        """Give the citations with their dates, the tag of a value that was not read in the law's text, and the item's dates."""
        citation: Citation = getattr(item, "citation", Citation())
        cited = "; ".join(self.noted(self.safe(entry.text), self.dates(entry.from_, entry.until)) for entry in citation.entries)
        confirmed = item.confirmed or self.confirmed
        tag = "" if confirmed is Confirmed.STATUTE else self.say("tag", text=word(confirmed, self.language))
        dates = self.dates(getattr(item, "in_force_from", None), getattr(item, "in_force_until", None)) if dated else ""
        return lines(f"{cited} {tag}".strip(), dates)

    def what(self, item: Item) -> str:
        """Give an item's text with everything that narrows it, its condition, and the mark of an open point."""
        more = (self.say(key, text=self.text(text)) for key in ("remedy", "not_enough", "governed_by") if (text := getattr(item, key, Text())))
        starts_on, treat_as = getattr(item, "starts_on", None), getattr(item, "treat_as", None)
        return lines(
            self.text(item.text),
            *more,
            self.say("starts_on", day=starts_on) if starts_on else "",
            self.say("treat_as", text=self.name(treat_as), outcome=word(item.outcome, self.language)) if treat_as else "",
            self.say("skip") if getattr(item, "if_unknown", "") == "skip" else "",
            self.condition(getattr(item, "when", ALWAYS)),
            self.say("open") if getattr(item, "unsettled", Text()) else "",
        )

    def condition(self, when: Condition) -> str:
        return "" if when is ALWAYS else self.say("if", code=code(" ".join(when.text.split())))

    def time(self, clock: Clock) -> str:
        """Give a clock's length and standard, and whether they bind."""
        standard = word(clock.standard, self.language) if clock.standard else ""
        length = self.words.length(clock.within) if clock.within else ""
        return self.words.clauses(part for part in (length, standard, "" if clock.binding else self.say("not-binding")) if part)

    def silence(self, fact: Fact) -> str:
        """Say what is done when nobody states a fact."""
        if fact.silence is not Silence.ASSUME:
            asked = word(fact.silence, self.language)
            return lines(asked, self.say("implied", rights=self.listed(map(self.name, fact.implied_by))), self.text(fact.because)) if fact.implied_by else asked
        follows = self.say("follows", code=code(fact.follow)) if fact.follow else ""
        value = self.say("yes" if fact.assume else "no") if isinstance(fact.assume, bool) else code(str(fact.assume))
        return lines(follows, self.say("assumed", value=value) if fact.assume is not None else "", self.text(fact.because))

    def kind(self, fact: Fact) -> str:
        values = EXTENTS if fact.kind is Kind.EXTENT else fact.values
        parts = self.say("per-part") if fact.about is About.DATA else ""
        return lines(word(fact.kind, self.language), self.listed(code(value) for value in values), parts)

    def table(self, items: Iterable[Item], *columns: str) -> str:
        """Give a table with a row for each item; nothing for no items."""
        rows = [[_COLUMNS[column](self, item) for column in columns] for item in items]
        return markdown([self.say(column) for column in columns], rows) if rows else ""

    def section(self, level: int, title: str, *blocks: str) -> list[str]:
        """Give a section with its heading; nothing if it would be empty."""
        return [f"{'#' * level} {title}", *blocks] if any(blocks) else []


_COLUMNS: Final[dict[str, Callable[[Pen, Item], str]]] = {
    "id": lambda _, item: code(item.id),
    "what": lambda pen, item: pen.what(item),
    "citation": lambda pen, item: pen.cite(item),
    "effect": lambda pen, item: word(item.effect, pen.language),
    "title": lambda pen, item: f"[{pen.text(item.title)}]({item.url})" if item.url else pen.text(item.title),
    "rank": lambda pen, item: word(item.rank, pen.language),
    "binding": lambda pen, item: pen.say("binds" if item.binding else "binds-not"),
    "dates": lambda pen, item: pen.dates(item.in_force_from, item.in_force_until),
    "checked": lambda pen, item: " ".join(part for part in (_checked_on(item), pen.cite(item, dated=False)) if part),
    "territory": lambda _, item: code(item.territory),
    "codes": lambda pen, item: pen.listed(item.codes),
    "status": lambda pen, item: word(item.status, pen.language),
    "how": lambda pen, item: points((word(item.first_day, pen.language), *_months(pen, item), word(item.roll, pen.language), _rest(pen, item))),
    "days": lambda pen, item: "; ".join((*map(code, item.rest_weekdays), *(_day(pen, day) for day in item.days))),
    "right": lambda pen, item: pen.name(item.right),
    "see": lambda pen, item: pen.listed(pen.name(right) for right in item.see),
    "expected": lambda pen, item: pen.safe(item.expected),
    "step": lambda pen, item: lines(word(item.step, pen.language), code(item.id) if item.id else ""),
    "length": lambda pen, item: lines(pen.time(item), pen.say("notice-by", length=pen.words.length(item.notice_by)) if item.notice_by else ""),
    "from": lambda pen, item: lines(
        word(item.runs_from, pen.language), pen.say("ends-with", event=word(item.ends_with, pen.language)) if item.ends_with else ""
    ),
    "counted": lambda pen, item: lines(*(code(rule) for rule in item.counting), pen.say("alternatives") if len(item.counting) > 1 else ""),
    "topic": lambda pen, item: lines(word(item.topic, pen.language), code(item.id)),
    "value": lambda pen, item: rule_value(item.topic, item.value, pen.language),
    "reaches": lambda pen, item: pen.listed(code(provision) for provision in item.covers) or pen.say("every"),
    "place": lambda pen, item: pen.listed(place for place in item.places if place) or pen.say("whole"),
    "name": lambda pen, item: lines(*dict.fromkeys(pen.safe(name) for name in (item.name.in_(pen.language), *(text for _, text in item.name.entries)))),
    "sectors": lambda pen, item: lines(pen.listed(word(sector, pen.language) for sector in item.sectors), pen.condition(item.when)),
    "contact": lambda pen, item: lines(*(pen.safe(text) for text in (item.url, item.email, item.phone, item.address)), pen.text(item.text)),
    "role": lambda pen, item: word(item.role, pen.language),
    "kind": lambda pen, item: pen.kind(item),
    "asks": lambda pen, item: word(item.asks, pen.language),
    "silence": lambda pen, item: pen.silence(item),
    "question": lambda pen, item: pen.text(item.question),
}


def _checked_on(item: Item) -> str:
    """Give the day on which a source was looked at; for one that was not, there is none."""
    return "" if item.confirmed is Confirmed.RECALLED else str(item.checked_on)


def _months(pen: Pen, rule: CountingRule) -> Iterable[str]:
    return [word(rule.month_end, pen.language)] if rule.month_end is MonthEnd.DAY_BEFORE else []


def _rest(pen: Pen, rule: CountingRule) -> str:
    calendars = pen.listed(code(name) for name in rule.calendars)
    rest = pen.say("rest-days", text=calendars) if calendars else ""
    return pen.noted(rest, pen.say("holidays-in", text=code(rule.holidays_in))) if rule.holidays_in else rest


def _day(pen: Pen, day: CalendarDay) -> str:
    when = [code(day.on)] if day.on else [listed.isoformat() for listed in day.dates]
    observed = code(day.observed) if day.observed else ""
    return pen.noted(pen.safe(day.name), *when, observed, pen.dates(day.in_force_from, day.in_force_until))


def code(text: str) -> str:
    """Give a text as code."""
    return f"`{text}`".replace("|", "\\|")


def lines(*parts: str) -> str:
    """Join lines inside a cell."""
    return "<br>".join(part for part in parts if part)


def points(parts: Iterable[str]) -> str:
    """Give the different parts as points on lines of their own within a cell; a single one stands alone."""
    kept = [part for part in dict.fromkeys(parts) if part]
    return "<br>".join(f"• {part}" for part in kept) if len(kept) > 1 else "".join(kept)


def bullets(*lines: str) -> str:
    """Give lines as bullet points."""
    return "\n".join(f"- {line}" for line in lines if line)


def markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give a table."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows))


def joined(parts: Iterable[str]) -> str:
    """Join blocks of a page."""
    return "\n\n".join(part for part in parts if part) + "\n"
