"""The findings of a policy's check, and the changes between two versions, in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from jurisrights.checking.differing import Change
from jurisrights.model.conformance import PolicyFinding
from jurisrights.model.vocabulary import Confirmed
from jurisrights.model.wire import to_plain
from jurisrights.showing.phrases import Words

_MOST_REQUESTS = 5


def told_findings(findings: Sequence[PolicyFinding], language: str) -> str:
    """Tell the findings, each with its place, code, law, and what to change."""
    words = Words(language)
    blocks = ["\n".join(_finding(words, finding)) for finding in findings]
    counted = words.say("findings", count=len(findings)) if findings else words.say("no-findings")
    return "\n\n".join([*blocks, f"{counted}\n{words.say('advice')}"]) + "\n"


def _finding(words: Words, finding: PolicyFinding) -> Iterator[str]:
    place = ":".join(str(part) for part in (finding.file, finding.line) if part)
    law = words.say("aside", text="", aside="; ".join(finding.citations)).strip() if finding.citations else ""
    code = f"[{finding.code}]"
    yield " ".join(part for part in (f"{place}:" if place else "", words.say(f"severity.{finding.severity}"), code, finding.regime, law) if part)
    yield f"  {words.text(finding.text)}"
    if finding.law:
        cited = words.say("fee-law", text=words.text(finding.law))
        unread = finding.confirmed not in {None, Confirmed.STATUTE}
        yield f"  {words.say('aside', text=cited, aside=words.say(f'confirmed.{finding.confirmed}')) if unread else cited}"
    yield f"  {words.say('to-do', text=words.text(finding.fix))}"
    if finding.facts:
        yield f"  {words.say('depends', facts=words.listed(list(finding.facts)))}"
    if finding.source:
        yield f"  {words.say('source', text=finding.source)}"


def findings_json(findings: Iterable[PolicyFinding]) -> str:
    """Give the findings as JSON, with every language that the data has."""
    return _json([to_plain(finding) for finding in findings])


def told_changes(changes: Sequence[Change], language: str) -> str:
    """Tell what went and what came, and for which requests."""
    words = Words(language)
    blocks = ["\n".join(_change(words, change)) for change in changes]
    return "\n\n".join(blocks or [words.say("no-changes")]) + "\n"


def _change(words: Words, change: Change) -> Iterator[str]:
    yield words.say(f"changed.{change.what}")
    yield from (f"- {value}" for value in change.gone)
    yield from (f"+ {value}" for value in change.come)
    more = len(change.requests) - _MOST_REQUESTS
    shown = [*change.requests[:_MOST_REQUESTS], *([words.say("and-more", count=more)] if more > 0 else [])]
    yield f"  {words.say('for-requests', text=words.say('name-separator').join(shown))}"


def changes_json(changes: Iterable[Change]) -> str:
    """Give the changes as JSON, with all requests."""
    return _json([to_plain(change) for change in changes])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
