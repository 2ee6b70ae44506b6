"""What the command line takes: its commands with their options, and how the values of options are read."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from jurisrights.errors import RequestError
from jurisrights.model.conformance import Severity
from jurisrights.model.law import Fact
from jurisrights.model.vocabulary import Kind
from jurisrights.showing.languages import LANGUAGES

UNKNOWN: Final = "unknown"
"""How it is said that something is not known."""
SEVERITIES: Final = tuple(severity.value for severity in Severity)
"""The gravest first."""
NEVER: Final = "never"
_YES_NO: Final = {"yes": True, "true": True, "no": False, "false": False}
_DAY: Final = "YYYY-MM-DD"
_STATUS: Final = "Exit status: 0 an answer was given; 1 {one}; 2 what was given is wrong, and the error stream says why."

Command = Callable[[argparse.Namespace], int]


def parser(commands: Mapping[str, Command]) -> argparse.ArgumentParser:
    """Give the parser; what each command does stands in `commands`."""
    every = "facts are needed before there is one, a policy has findings, or something changes"
    found = argparse.ArgumentParser(
        prog="jurisrights",
        description="Which privacy laws bind an organisation when a person asks for something, and what they give. Information, not legal advice.",
        epilog=_STATUS.format(one=every),
    )
    several = found.add_subparsers(required=True, metavar="command")
    for name, run in commands.items():
        help_, one, add = _COMMANDS[name]
        command = several.add_parser(name, help=help_, description=help_[0].upper() + help_[1:] + ".", epilog=_STATUS.format(one=one))
        add(command)
        command.set_defaults(run=run)
    return found


def _decide(command: argparse.ArgumentParser) -> None:
    command.add_argument("--organisation", metavar="FILE", help="the organisation's published policy, a TOML file")
    command.add_argument("--residence", required=True, metavar="PLACE", help="where the person lives: ISO 3166 code or name, or 'unknown'")
    command.add_argument("--right", metavar="RIGHT", help="what is asked for (see `jurisrights rights`); left out: everything")
    command.add_argument("--received", required=True, metavar=_DAY, help="the day the request arrived")
    known = "what is known (see `jurisrights facts`): yes, no, unknown, a choice, a number, a date, places with commas; may be repeated"
    command.add_argument("--fact", action="append", default=[], metavar="NAME=VALUE", help=known)
    command.add_argument("--part-fact", action="append", default=[], metavar="PART:NAME=VALUE", help="a fact about one part of the data; may be repeated")
    event = "a date that is known, for example extension-notified=2026-12-01; may be repeated"
    command.add_argument("--event", action="append", default=[], metavar=f"NAME={_DAY}", help=event)
    command.add_argument("--regime", action="append", default=[], metavar="ID", help="look at this regime only; may be repeated")
    command.add_argument("--as-of", metavar=_DAY, help="the day on which the decision is looked at")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="the decision as JSON")
    how.add_argument("--calendar", action="store_true", help="the deadlines as an iCalendar file")
    _language(command)


def _list(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="as JSON, with every language, instead of a Markdown table")
    _language(command)


def _table(command: argparse.ArgumentParser) -> None:
    command.add_argument("regime", help="the id of a regime, the name of its folder")
    command.add_argument("--on", metavar=_DAY, help="only what is in force on this day")
    _language(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("organisation", nargs="?", metavar="FILE", help="an organisation's file; left out: only the law data is checked")
    command.add_argument("--law", metavar="FOLDER", help="a folder of law data of your own")
    command.add_argument("--fail-on", choices=[*SEVERITIES, NEVER], help="exit with 1 for a finding as grave as this, or graver (default: breach)")
    _report(command)


def _diff(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", metavar="OLD", help="an organisation's file, or a folder of law data")
    command.add_argument("new", metavar="NEW", help="the same, as it is to be")
    _report(command)


def _report(command: argparse.ArgumentParser) -> None:
    command.add_argument("--on", metavar=_DAY, help="the day whose law counts (default: today)")
    command.add_argument("--format", choices=("text", "json"), help="how to print (default: text)")
    command.add_argument("--json", action="store_const", const="json", dest="format", help="the same as --format json")
    _language(command)


def _language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the output (default: en)")


def _nothing(command: argparse.ArgumentParser) -> None:
    """Add no option."""


_NO_OTHER: Final = "never"
_COMMANDS: Final[Mapping[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]]] = {
    "decide": ("decide one request", "facts are needed before there is one", _decide),
    "rights": ("list the neutral rights and which law answers them", _NO_OTHER, _list),
    "facts": ("list the facts, what they ask and what silence means", _NO_OTHER, _list),
    "table": ("print a law as decision tables in Markdown", _NO_OTHER, _table),
    "check": ("check the law data, or hold an organisation's file against it", "the policy has a finding as grave as --fail-on", _check),
    "diff": ("tell what changes for requesters between two organisation files, or two folders of law data", "something changes", _diff),
    "schema": ("print the JSON Schema of organisation files, for editors", _NO_OTHER, _nothing),
}


# ------------------------------------------------------------------------------------------------- values of options


def _pairs(option: str, given: Sequence[str]) -> list[tuple[str, str]]:
    wrong = [item for item in given if "=" not in item]
    if wrong:
        raise RequestError(f"{option} {item!r}: write NAME=VALUE" for item in wrong)
    return [(name, value) for name, _, value in (item.partition("=") for item in given)]


def facts(given: Sequence[str], known: Mapping[str, Fact]) -> dict[str, object]:
    """Read the facts that are stated, each by its kind.

    Raises:
        RequestError: with what is wrong.
    """
    found: dict[str, object] = {}
    for name, value in _pairs("--fact", given):
        read = _value(known.get(name), value)
        if name in found and found[name] != read:
            raise RequestError([f"--fact {name}: two different values are stated, {found[name]!r} and {read!r}"])
        found[name] = read
    return found


def events(given: Sequence[str]) -> dict[str, date]:
    """Read the events that are stated.

    Raises:
        RequestError: with what is wrong.
    """
    found: dict[str, date] = {}
    for name, value in _pairs("--event", given):
        stated = day("--event", value)
        if name in found:
            raise RequestError([f"--event {name}: stated twice, for {found[name]} and {stated}; an event has one date"])
        found[name] = stated
    return found


def parts(given: Sequence[str], known: Mapping[str, Fact]) -> Mapping[str, Mapping[str, object]]:
    """Read the facts that are stated for parts of the data.

    Raises:
        RequestError: with what is wrong.
    """
    found: dict[str, list[str]] = {}
    for item in given:
        part, colon, fact = item.partition(":")
        if not colon:
            raise RequestError([f"--part-fact {item!r}: write PART:NAME=VALUE"])
        found.setdefault(part, []).append(fact)
    return {part: facts(stated, known) for part, stated in found.items()}


def _value(fact: Fact | None, value: str) -> object:
    """Read a value by the kind of its fact; what does not fit is left as it is, for the router to refuse with its reason."""
    kind = fact.kind if fact else None
    if value == UNKNOWN:
        return None
    if kind is Kind.YES_NO:
        return _YES_NO.get(value.lower(), value)
    if kind is Kind.NUMBER and value.removeprefix("-").isdecimal():
        return int(value)
    if kind is Kind.DATE:
        return day(f"--fact {fact.id if fact else ''}", value)
    return [item.strip() for item in value.split(",")] if kind is Kind.PLACES else value


def day_or_today(given: str | None) -> date:
    """Give a stated day, or today: only the command line looks at the clock."""
    return day("--on", given) if given else datetime.now().astimezone().date()


def day(option: str, value: str) -> date:
    """Read a day.

    Raises:
        RequestError: it is none.
    """
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise RequestError([f"{option} {value!r} is no date; write 2026-11-23"]) from None
