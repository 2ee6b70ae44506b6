"""The command line: `jurisrights decide | rights | facts | table | check | diff | schema`.

Exit status: 0 an answer was given; 1 facts are needed before there is one, a policy has findings, or something changes;
2 what was given is wrong; 141 whoever read the output has gone away, as `head` does.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from jurisrights.checking.differing import compare, ordinary_requests, worked_requests
from jurisrights.deciding.cases import facts_of
from jurisrights.deciding.router import Router
from jurisrights.errors import JurisRightsError, RequestError
from jurisrights.model.conformance import Severity
from jurisrights.model.vocabulary import Outcome
from jurisrights.reading.library import Law, read_law
from jurisrights.reading.organisations import read_organisation
from jurisrights.showing.arguments import NEVER, SEVERITIES, UNKNOWN, Command, day, day_or_today, events, facts, parser, parts
from jurisrights.showing.calendar_file import to_icalendar
from jurisrights.showing.noticed import Noticing
from jurisrights.showing.reports import changes_json, facts_json, findings_json, rights_json, told_changes, told_findings
from jurisrights.showing.schema import organisation_schema
from jurisrights.showing.tables import facts_table, rights_table, table
from jurisrights.showing.words import explain

_WRONG: Final = 2
_CUT_OFF: Final = 141
"""What a shell reports of a program that a closed pipe ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    options = parser(_COMMANDS).parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # names in Japanese or Chinese do not fit every console's own encoding
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except JurisRightsError as error:
        print(error, file=sys.stderr)
        return _WRONG
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains once more when it ends
        return _CUT_OFF
    return status


def _decide(options: argparse.Namespace) -> int:
    law = read_law()
    router = Router.load(options.organisation, law=law) if options.organisation else Router(law=law)
    decision = router.decide(
        residence=None if options.residence == UNKNOWN else options.residence,
        right=options.right,
        received=day("--received", options.received),
        facts=facts(options.fact, router.facts),
        parts=parts(options.part_fact, router.facts),
        events=events(options.event),
        regimes=options.regime or None,
        as_of=day("--as-of", options.as_of) if options.as_of else None,
    )
    told = to_icalendar(decision, options.lang) if options.calendar else f"{decision.to_json()}\n" if options.json else explain(decision, options.lang)
    print(told, end="")
    return int(decision.outcome is Outcome.FACTS_NEEDED)


def _rights(options: argparse.Namespace) -> int:
    law = read_law()
    print(rights_json(law) if options.json else rights_table(law, options.lang), end="")
    return 0


def _facts(options: argparse.Namespace) -> int:
    law = read_law()
    print(facts_json(law) if options.json else facts_table(law, options.lang), end="")
    return 0


def _table(options: argparse.Namespace) -> int:
    print(table(read_law(), options.regime, options.lang, day("--on", options.on) if options.on else None), end="")
    return 0


def _check(options: argparse.Namespace) -> int:
    """Read all the law data and say that it is sound, or hold an organisation's file against it; errors come out as they are."""
    law = Law(Path(options.law)) if options.law else read_law()
    if options.organisation:
        return _check_policy(options, law)
    law.read_everything()
    if options.on or options.format or options.fail_on:
        raise RequestError(["--on, --format and --fail-on go with an organisation's FILE; none is given"])
    scenarios = sum(len(found) for found in law.scenarios().values())
    print(f"{len(law.regimes)} regimes, {len(law.facts)} facts and {scenarios} scenarios are sound; release {law.release.release}")
    return 0


def _check_policy(options: argparse.Namespace, law: Law) -> int:
    organisation = read_organisation(Path(options.organisation), law)
    findings = organisation.check(law, day_or_today(options.on))
    print(findings_json(findings) if options.format == "json" else told_findings(findings, options.lang, facts_of(law, organisation)), end="")
    fail_on = options.fail_on or Severity.BREACH
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != NEVER else ()
    return int(any(finding.severity in grave for finding in findings))


def _diff(options: argparse.Namespace) -> int:
    """Tell what changes for requesters between two organisation files, or between two folders of law data."""
    old, new, on = Path(options.old), Path(options.new), day_or_today(options.on)
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


_COMMANDS: Final[Mapping[str, Command]] = {
    "decide": _decide,
    "rights": _rights,
    "facts": _facts,
    "table": _table,
    "check": _check,
    "diff": _diff,
    "schema": _schema,
}
