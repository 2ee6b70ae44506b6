"""The findings of a policy's check, and the changes between two versions, in words and as JSON; rights and facts as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from jurisrights.checking.differing import Change
from jurisrights.model.conformance import PolicyFinding
from jurisrights.model.law import Fact, RightName
from jurisrights.model.vocabulary import Confirmed, Right
from jurisrights.model.wire import to_plain
from jurisrights.reading.library import Law
from jurisrights.showing.phrases import Words

_MOST_NAMED = 5
_HEADINGS = (
    *("refused", "outcome", "laws", "assessments", "deadlines", "grounds", "limits", "rules", "fees", "documents", "channels", "steps", "answers"),
    *("representatives", "controllers", "refusals", "promises", "targets", "officers", "authorities", "questions"),
)
"""The order in which changes are told: what is decided first, then how it is asked for, then who is concerned."""


def told_findings(findings: Sequence[PolicyFinding], language: str, facts: Mapping[str, Fact]) -> str:
    """Tell the findings, each with its place, code, law, and what to change; then what the facts ask on which the doubts hang."""
    words = Words(language)
    blocks = ["\n".join(_finding(words, finding)) for finding in findings]
    if unstated := sorted({name for finding in findings for name in finding.facts}):
        asked = (words.say("labelled", what=name, text=words.text(facts[name].question)) for name in unstated)
        blocks.append("\n".join([words.say("ask"), *(f"- {line}" for line in asked)]))
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


def told_changes(changes: Sequence[Change], language: str, rights: Mapping[Right, RightName]) -> str:
    """Tell what went and what came, heading by heading, and for which requests."""
    words = Words(language)
    blocks = ["\n".join(_change(words, change, rights)) for change in sorted(changes, key=lambda change: _HEADINGS.index(change.what))]
    return "\n\n".join(blocks or [words.say("no-changes")]) + "\n"


def _change(words: Words, change: Change, rights: Mapping[Right, RightName]) -> Iterator[str]:
    heading = words.say(f"changed.{change.what}")
    yield words.say("labelled", what=heading, text=change.about) if change.about else heading
    yield from (f"- {value}" for value in change.gone)
    yield from (f"+ {value}" for value in change.come)
    for dimensions in _factored([attrs.astuple(asked) for asked in sorted(change.asked)]):
        places, asked, people, askers = dimensions
        named = [words.text(rights[Right(right)].name) for right in asked]
        requests = words.say("labelled", what=words.listed(places), text=_shortened(words, named))
        yield f"  {words.say('for-requests', text=' / '.join((requests, words.listed(people), words.listed(askers))))}"
    if change.cases:
        yield f"  {words.say('for-requests', text=_shortened(words, change.cases))}"


def _shortened(words: Words, names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return words.say("name-separator").join([*names[:_MOST_NAMED], *([words.say("and-more", count=more)] if more > 0 else [])])


def _factored(rows: Sequence[tuple[str, ...]]) -> list[tuple[tuple[str, ...], ...]]:
    """Give rows as products of what their columns may be: no row is lost, and none is added."""
    if not rows[:1] or not rows[0]:
        return [()] * len(rows[:1])
    rests: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in rows:
        rests.setdefault(first, []).append(tuple(rest))
    same: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for first, found in rests.items():
        same.setdefault(tuple(found), []).append(first)
    return [(tuple(firsts), *others) for remaining, firsts in same.items() for others in _factored(remaining)]


def changes_json(changes: Iterable[Change]) -> str:
    """Give the changes as JSON, with all requests."""
    return _json([to_plain(change) for change in changes])


def rights_json(law: Law) -> str:
    """Give the neutral rights as JSON, each with the provisions that answer it, law by law."""
    found = []
    for right, item in law.rights.items():
        answering = {regime: [provision.id for provision in law.provisions(regime).provisions if right in provision.answers] for regime in law.regimes}
        found.append({**to_plain(item), "answered_by": {regime: provisions for regime, provisions in answering.items() if provisions}})
    return _json(found)


def facts_json(law: Law) -> str:
    """Give the facts that may be stated as JSON."""
    return _json([to_plain(law.facts[name]) for name in sorted(law.facts)])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
