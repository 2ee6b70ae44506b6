"""The command line: `jurisrights decide | rights | facts | table | check | diff | schema`.

Exit status: 0 an answer was given; 1 facts are needed before there is one, a policy has findings, or something changes;
2 what was given is wrong.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

from jurisrights.checking.differing import compare, ordinary_requests, worked_requests
from jurisrights.deciding.router import Router
from jurisrights.errors import JurisRightsError, RequestError
from jurisrights.model.conformance import Severity
from jurisrights.model.law import Fact
from jurisrights.model.vocabulary import Kind, Outcome
from jurisrights.reading.library import Law, read_law
from jurisrights.reading.organisations import read_organisation
from jurisrights.showing.calendar_file import to_icalendar
from jurisrights.showing.languages import LANGUAGES
from jurisrights.showing.noticed import Noticing
from jurisrights.showing.reports import changes_json, findings_json, told_changes, told_findings
from jurisrights.showing.schema import organisation_schema
from jurisrights.showing.tables import facts_table, rights_table, table
from jurisrights.showing.words import explain

_YES_NO: Final = {"yes": True, "true": True, "no": False, "false": False}
_UNKNOWN: Final = "unknown"
_WRONG: Final = 2
_SEVERITIES: Final = [severity.value for severity in Severity]
_NEVER: Final = "never"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # names in Japanese or Chinese do not fit every console's own encoding
    try:
        status: int = options.run(options)
    except JurisRightsError as error:
        print(error, file=sys.stderr)
        return _WRONG
    return status


def _decide(options: argparse.Namespace) -> int:
    law = read_law()
    router = Router.load(options.organisation, law=law) if options.organisation else Router(law=law)
    decision = router.decide(
        residence=None if options.residence == _UNKNOWN else options.residence,
        right=options.right,
        received=_day("--received", options.received),
        facts=_facts(options.fact, router.facts),
        parts=_parts(options.part_fact, router.facts),
        events=_events(options.event),
        regimes=options.regime or None,
        as_of=_day("--as-of", options.as_of) if options.as_of else None,
    )
    told = to_icalendar(decision, options.lang) if options.calendar else f"{decision.to_json()}\n" if options.json else explain(decision, options.lang)
    print(told, end="")
    return int(decision.outcome is Outcome.FACTS_NEEDED)


def _rights(options: argparse.Namespace) -> int:
    print(rights_table(read_law(), options.lang), end="")
    return 0


def _facts_command(options: argparse.Namespace) -> int:
    print(facts_table(read_law(), options.lang), end="")
    return 0


def _table(options: argparse.Namespace) -> int:
    print(table(read_law(), options.regime, options.lang, _day("--on", options.on) if options.on else None), end="")
    return 0


def _check(options: argparse.Namespace) -> int:
    """Read all the law data and say that it is sound, or hold an organisation's file against it; errors come out as they are."""
    law = Law(Path(options.law)) if options.law else read_law()
    law.read_everything()
    if options.organisation:
        return _check_policy(options, law)
    scenarios = sum(len(found) for found in law.scenarios().values())
    print(f"{len(law.regimes)} regimes, {len(law.facts)} facts and {scenarios} scenarios are sound; release {law.release.release}")
    return 0


def _check_policy(options: argparse.Namespace, law: Law) -> int:
    organisation = read_organisation(Path(options.organisation), law)
    findings = organisation.check(law, _day_or_today(options.on))
    print(findings_json(findings) if options.format == "json" else told_findings(findings, options.lang), end="")
    grave = _SEVERITIES[: _SEVERITIES.index(options.fail_on) + 1] if options.fail_on != _NEVER else []
    return int(any(finding.severity in grave for finding in findings))


def _diff(options: argparse.Namespace) -> int:
    """Tell what changes for requesters between two organisation files, or between two folders of law data."""
    old, new, on = Path(options.old), Path(options.new), _day_or_today(options.on)
    if old.is_dir() != new.is_dir():
        raise RequestError(["give two organisation files, or two folders of law data"])
    laws = [Law(old), Law(new)] if old.is_dir() else [read_law()]
    routers = [Router(law=law) for law in laws] if old.is_dir() else [Router.load(path) for path in (old, new)]
    requests = worked_requests(laws) if old.is_dir() else {}
    requests |= ordinary_requests(laws[-1], on, *(router.organisation for router in routers if router.organisation))
    changes = compare(routers[0], routers[1], requests, Noticing(options.lang))
    print(changes_json(changes) if options.format == "json" else told_changes(changes, options.lang, laws[-1].rights), end="")
    return int(bool(changes))


def _schema(options: argparse.Namespace) -> int:  # noqa: ARG001
    print(organisation_schema(read_law()), end="")
    return 0


def _day_or_today(given: str | None) -> date:
    """Give a stated day, or today: only the command line looks at the clock."""
    return _day("--on", given) if given else datetime.now().astimezone().date()


# ------------------------------------------------------------------------------------------------- reading arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jurisrights",
        description="Which privacy laws bind an organisation when a person asks for something, and what they give. Information, not legal advice.",
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    decide = commands.add_parser("decide", help="decide one request")
    decide.add_argument("--organisation", metavar="FILE", help="the organisation's published policy, a TOML file")
    decide.add_argument("--residence", required=True, metavar="PLACE", help="ISO 3166 code or name, or 'unknown'")
    decide.add_argument("--right", metavar="RIGHT", help="what is asked for (see `jurisrights rights`); left out: everything")
    decide.add_argument("--received", required=True, metavar="YYYY-MM-DD", help="the day the request arrived")
    decide.add_argument(
        "--fact",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="what is known (see `jurisrights facts`): yes, no, a choice, a number, a date, places with commas",
    )
    decide.add_argument("--part-fact", action="append", default=[], metavar="PART:NAME=VALUE", help="a fact about one part of the data")
    decide.add_argument(
        "--event", action="append", default=[], metavar="NAME=YYYY-MM-DD", help="a date that is known, for example extension-notified=2026-12-01"
    )
    decide.add_argument("--regime", action="append", default=[], metavar="ID", help="look at this regime only; may be repeated")
    decide.add_argument("--as-of", metavar="YYYY-MM-DD", help="the day on which the decision is looked at")
    decide.add_argument("--json", action="store_true", help="the decision as JSON")
    decide.add_argument("--calendar", action="store_true", help="the deadlines as an iCalendar file")
    decide.set_defaults(run=_decide)
    rights = commands.add_parser("rights", help="list the neutral rights and which law answers them")
    rights.set_defaults(run=_rights)
    facts = commands.add_parser("facts", help="list the facts, what they ask and what silence means")
    facts.set_defaults(run=_facts_command)
    tables = commands.add_parser("table", help="print a law as decision tables in Markdown")
    tables.add_argument("regime", help="the id of a regime, the name of its folder")
    tables.add_argument("--on", metavar="YYYY-MM-DD", help="only what is in force on this day")
    tables.set_defaults(run=_table)
    check = commands.add_parser("check", help="check the law data, or hold an organisation's file against it")
    check.add_argument("organisation", nargs="?", metavar="FILE", help="an organisation's file")
    check.add_argument("--law", metavar="FOLDER", help="a folder of law data of your own")
    check.add_argument("--fail-on", choices=[*_SEVERITIES, _NEVER], default="breach", help="exit with 1 for a finding as grave as this (default: breach)")
    check.set_defaults(run=_check)
    diff = commands.add_parser("diff", help="what changes for requesters between two organisation files, or two folders of law data")
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    diff.set_defaults(run=_diff)
    schema = commands.add_parser("schema", help="print the JSON Schema of organisation files, for editors")
    schema.set_defaults(run=_schema)
    for command in (check, diff):
        command.add_argument("--on", metavar="YYYY-MM-DD", help="the day whose law counts (default: today)")
        command.add_argument("--format", choices=("text", "json"), default="text", help="how to print")
    for command in (decide, rights, facts, tables, check, diff):
        command.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the output")
    return parser


def _pairs(option: str, given: Sequence[str]) -> list[tuple[str, str]]:
    wrong = [item for item in given if "=" not in item]
    if wrong:
        raise RequestError(f"{option} {item!r}: write NAME=VALUE" for item in wrong)
    return [(name, value) for name, _, value in (item.partition("=") for item in given)]


def _facts(given: Sequence[str], known: Mapping[str, Fact]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in _pairs("--fact", given):
        read = _value(known.get(name), value)
        if name in found and found[name] != read:
            raise RequestError([f"--fact {name}: two different values are stated, {found[name]!r} and {read!r}"])
        found[name] = read
    return found


def _events(given: Sequence[str]) -> dict[str, date]:
    found: dict[str, date] = {}
    for name, value in _pairs("--event", given):
        day = _day("--event", value)
        if name in found:
            raise RequestError([f"--event {name}: stated twice, for {found[name]} and {day}; an event has one date"])
        found[name] = day
    return found


def _parts(given: Sequence[str], known: Mapping[str, Fact]) -> Mapping[str, Mapping[str, object]]:
    parts: dict[str, list[str]] = {}
    for item in given:
        part, colon, fact = item.partition(":")
        if not colon:
            raise RequestError([f"--part-fact {item!r}: write PART:NAME=VALUE"])
        parts.setdefault(part, []).append(fact)
    return {part: _facts(facts, known) for part, facts in parts.items()}


def _value(fact: Fact | None, value: str) -> object:
    """Read a value by the kind of its fact; what does not fit is left as it is, for the router to refuse with its reason."""
    kind = fact.kind if fact else None
    if value == _UNKNOWN:
        return None
    if kind is Kind.YES_NO:
        return _YES_NO.get(value.lower(), value)
    if kind is Kind.NUMBER and value.removeprefix("-").isdecimal():
        return int(value)
    if kind is Kind.DATE:
        return _day(f"--fact {fact.id if fact else ''}", value)
    return [item.strip() for item in value.split(",")] if kind is Kind.PLACES else value


def _day(option: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise RequestError([f"{option} {value!r} is no date; write 2026-11-23"]) from None
