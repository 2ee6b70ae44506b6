"""The deadlines of a decision for a calendar program: iCalendar (RFC 5545), one all-day event for each dated step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from jurisrights.model.decision import Decision
from jurisrights.model.findings import Deadline
from jurisrights.showing.duties import is_certain
from jurisrights.showing.phrases import Words
from jurisrights.showing.readings import Readings
from jurisrights.showing.teller import Teller

_MOST_OCTETS: Final = 75
_ESCAPED: Final = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))


def to_icalendar(decision: Decision, language: str = "en") -> str:
    """Give the binding dates of a decision as an iCalendar file.

    Extensions that are not in use, steps that an extension in use has moved, the notice of one that was given, benchmarks, and
    steps whose condition is open are left out: a calendar has no room for "perhaps". The time stamp is the day of receipt,
    because a decision knows no clock.
    """
    teller = Teller(decision, Words(language))
    certain = {clock for item in decision.assessments for clock in item.clocks if is_certain(clock, item, decision.request)}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jurisrights//deadlines//EN", "CALSCALE:GREGORIAN"]
    for number, clock in enumerate(clock for clock in decision.deadlines if clock in certain):
        lines += _event(decision, clock, number, teller)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(decision: Decision, clock: Deadline, number: int, teller: Teller) -> Iterator[str]:
    if clock.due is None:  # pragma: no cover  `deadlines` holds dated clocks only
        return
    step = teller.say(f"step.{clock.step}")
    right = teller.text(decision.right_name)
    summary = teller.aside(teller.labelled(step, right) if right else step, teller.shorts([clock.regime]))
    told = [teller.text(clock.text), "; ".join(clock.citations), *Readings(teller, clock).lines(), teller.say("advice")]
    yield "BEGIN:VEVENT"
    yield f"UID:{decision.digest[:32]}-{number}@jurisrights"
    yield f"DTSTAMP:{decision.request.received:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{clock.due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{clock.due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(summary)}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(line.strip() for line in told if line))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for sign, escaped in _ESCAPED:
        text = text.replace(sign, escaped)
    return text


def _folded(line: str) -> str:
    """Break a line after at most 75 octets, never inside a character."""
    pieces: list[str] = []
    piece = ""
    for character in line:
        if len((piece + character).encode()) > _MOST_OCTETS - bool(pieces):
            pieces.append(piece)
            piece = ""
        piece += character
    return "\r\n ".join([*pieces, piece])
