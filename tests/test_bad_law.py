"""What the writer of a law file sees: each fault by itself, with its exact message.

`tests/small_law` is an invented law without faults. Each case below changes one piece of text in one of its files.
"""

from __future__ import annotations

import json
import shutil
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisrights.errors import DataError, Problem
from jurisrights.model.vocabulary import Confirmed, Right
from jurisrights.reading.library import Law, read_law
from jurisrights.reading.lines import paths_in

SMALL_LAW = Path(__file__).parent / "small_law"

RELEASE = "release.toml"
RIGHTS = "rights.toml"
SHARED_FACTS = "facts.toml"
DAYS = "days.toml"
REGIME = "nz-moa/regime.toml"
FACTS = "nz-moa/facts.toml"
SIGHTING = "nz-moa/rights/sighting.toml"
FORGETTING = "nz-moa/rights/forgetting.toml"
LIMITS = "nz-moa/limits.toml"
NATIONAL = "nz-moa/limits-ck.toml"
RULES = "nz-moa/side-rules.toml"
AUTHORITIES = "nz-moa/authorities.toml"
CASES = "nz-moa/scenarios/requests.toml"


class Fault(NamedTuple):
    """One fault: what it is, in which file, the sound text, the faulty text, and what the reader says."""

    what: str
    file: str
    sound: str
    faulty: str
    says: str


FAULTS = (
    # The text of the file
    Fault(
        "TOML that is broken",
        SIGHTING,
        'answers = ["access"]',
        'answers = ["access"',
        "law/nz-moa/rights/sighting.toml:5: toml: Unclosed array",
    ),
    Fault(
        "a key without a value",
        SIGHTING,
        'answers = ["access"]',
        "answers =",
        "law/nz-moa/rights/sighting.toml:4: toml: Invalid value",
    ),
    Fault(
        "a step that only an extension moves",
        SIGHTING,
        'standard = "promptly"',
        'standard = "promptly"\nmoves = ["refusal-notice"]',
        "law/nz-moa/rights/sighting.toml:20: clock: `moves` goes with the step answer-extended, and only with it",
    ),
    Fault(
        "a part of a provision that is not there",
        SIGHTING,
        'answers = ["access"]',
        'answers = ["access"]\npart_of = "forgeting"',
        "law/nz-moa/rights/sighting.toml:5: part of: 'forgeting' is no other provision; did you mean 'forgetting'?",
    ),
    Fault(
        "a key that stands twice",
        SIGHTING,
        'answers = ["access"]',
        'answers = ["access"]\nanswers = ["erasure"]',
        "law/nz-moa/rights/sighting.toml:5: toml: Cannot overwrite a value",
    ),
    Fault(
        "a day that is in no calendar",
        FORGETTING,
        "in_force_from = 2022-01-01",
        "in_force_from = 2022-02-30",
        "law/nz-moa/rights/forgetting.toml:6: toml: Invalid date or datetime",
    ),
    Fault(
        "a text that does not end",
        SIGHTING,
        'text.ja = "1か月以内に通知すれば3か月。"',
        'text.ja = """1か月以内に通知すれば3か月。',
        "law/nz-moa/rights/sighting.toml:32: toml: Unterminated string at the end of the file",
    ),
    # Keys and the kinds of their values
    Fault(
        "an unknown key",
        SIGHTING,
        'standard = "promptly"',
        'standart = "promptly"',
        "law/nz-moa/rights/sighting.toml:19: unknown key: 'standart' is no key of this table; did you mean 'standard'?",
    ),
    Fault(
        "an unknown key at the top of a file",
        FORGETTING,
        'answers = ["erasure"]',
        'answers = ["erasure"]\nanswer = "erasure"',
        "law/nz-moa/rights/forgetting.toml:5: unknown key: 'answer' is no key of this table; did you mean 'answers'?",
    ),
    Fault(
        "a key that is missing",
        SIGHTING,
        'citation = "Moa Act s. 21"\n',
        "",
        "law/nz-moa/rights/sighting.toml:16: missing key: 'citation' is missing",
    ),
    Fault(
        "an id in the file of a provision",
        SIGHTING,
        'answers = ["access"]',
        'id = "sighting"\nanswers = ["access"]',
        "law/nz-moa/rights/sighting.toml:4: unknown key: 'id' does not stand in this file: a provision is named by its file, a regime by its folder",
    ),
    Fault(
        "an id in regime.toml",
        REGIME,
        'short = "MDA"',
        'id = "nz-moa"\nshort = "MDA"',
        "law/nz-moa/regime.toml:10: unknown key: 'id' does not stand in this file: a provision is named by its file, a regime by its folder",
    ),
    Fault(
        "facts in regime.toml",
        REGIME,
        'short = "MDA"',
        'short = "MDA"\nfacts = []',
        "law/nz-moa/regime.toml:11: unknown key: 'facts' does not stand in this file: facts stand in facts.toml",
    ),
    Fault(
        "definitions among the shared facts",
        SHARED_FACTS,
        "# Facts that several laws would ask about: a few of the shipped ones, with the same ids and kinds.",
        "definitions = []",
        "law/facts.toml:1: unknown key: 'definitions' is no key of this table; there are facts",
    ),
    Fault(
        "a number where a text belongs",
        REGIME,
        'short = "MDA"',
        "short = 3",
        "law/nz-moa/regime.toml:10: wrong value: short: 3 is not a text in quotes",
    ),
    Fault(
        "a text where a date belongs",
        FORGETTING,
        "in_force_from = 2022-01-01",
        'in_force_from = "2022-01-01"',
        "law/nz-moa/rights/forgetting.toml:6: wrong value: in_force_from: '2022-01-01' is not a date; write it bare: 2018-05-25",
    ),
    Fault(
        "a moment where a date belongs",
        FORGETTING,
        "in_force_from = 2022-01-01",
        "in_force_from = 2022-01-01T00:00:00",
        "law/nz-moa/rights/forgetting.toml:6: wrong value: in_force_from: 2022-01-01T00:00:00 is not a date; write it bare: 2018-05-25",
    ),
    Fault(
        "a text where yes or no belongs",
        REGIME,
        'rank = "statute"\nbinding = true',
        'rank = "statute"\nbinding = "yes"',
        "law/nz-moa/regime.toml:25: wrong value: instruments.0.binding: 'yes' is not true or false",
    ),
    Fault(
        "a text where a list belongs",
        SIGHTING,
        'answers = ["access"]',
        'answers = "access"',
        "law/nz-moa/rights/sighting.toml:4: wrong value: answers: 'access' is not a list: write [...]",
    ),
    Fault(
        "a text where a table belongs",
        CASES,
        "facts = { collected_on = 2026-01-01 }",
        'facts = "none"',
        "law/nz-moa/scenarios/requests.toml:29: wrong value: scenarios.1.facts: 'none' is not a table",
    ),
    Fault(
        "a text that is no table of the list",
        AUTHORITIES,
        '[[authorities]]\nid = "moa-commissioner"\nplace = "NZ"\nname.en = "Moa Commissioner (invented)"\nurl = "https://example.org/moa-commissioner"',
        'authorities = ["moa-commissioner"]',
        "law/nz-moa/authorities.toml:5: wrong value: authorities.0: 'moa-commissioner' is not a table",
    ),
    Fault(
        "a word that the vocabulary does not have",
        SIGHTING,
        'step = "answer"',
        'step = "anser"',
        "law/nz-moa/rights/sighting.toml:17: wrong value: clocks.0.step: 'anser' is not known here; did you mean 'answer'?",
    ),
    Fault(
        "a right that is no word of ours",
        FORGETTING,
        'answers = ["erasure"]',
        'answers = ["forgetting"]',
        "law/nz-moa/rights/forgetting.toml:4: wrong value: answers.0: 'forgetting' is not known here; there are access, access-categories, provision-records, purpose-notification, rectification, erasure, restriction, cessation-of-use, cessation-of-provision, portability, objection, objection-direct-marketing, withdraw-consent, opt-out-of-sale, limit-sensitive-data, automated-decision, explanation-of-rules, account-closure, information, transfer-safeguards, non-retaliation, complaint, compensation",
    ),
    Fault(
        "a length of nothing",
        SIGHTING,
        "within = { months = 1 }",
        "within = { months = 0 }",
        "law/nz-moa/rights/sighting.toml:18: wrong value: clocks.0.within: { months = 0 } is no length; write one of { months = 1 }, { years = 1 }, { weeks = 1 }, { days = 1 }, { business_days = 1 }, with 1 or more and at most 100 years",
    ),
    Fault(
        "a negative length",
        SIGHTING,
        "within = { months = 1 }",
        "within = { months = -1 }",
        "law/nz-moa/rights/sighting.toml:18: wrong value: clocks.0.within: { months = -1 } is no length; write one of { months = 1 }, { years = 1 }, { weeks = 1 }, { days = 1 }, { business_days = 1 }, with 1 or more and at most 100 years",
    ),
    Fault(
        "a length of more than a century",
        SIGHTING,
        "within = { months = 1 }",
        "within = { years = 101 }",
        "law/nz-moa/rights/sighting.toml:18: wrong value: clocks.0.within: { years = 101 } is no length; write one of { months = 1 }, { years = 1 }, { weeks = 1 }, { days = 1 }, { business_days = 1 }, with 1 or more and at most 100 years",
    ),
    Fault(
        "a length in a unit that does not exist",
        SIGHTING,
        "within = { months = 1 }",
        "within = { fortnights = 2 }",
        "law/nz-moa/rights/sighting.toml:18: wrong value: clocks.0.within: { fortnights = 2 } is no length; write one of { months = 1 }, { years = 1 }, { weeks = 1 }, { days = 1 }, { business_days = 1 }, with 1 or more and at most 100 years",
    ),
    Fault(
        "a length in two units",
        SIGHTING,
        "within = { months = 1 }",
        "within = { months = 1, days = 15 }",
        "law/nz-moa/rights/sighting.toml:18: wrong value: clocks.0.within: { months = 1, days = 15 } is no length; write one of { months = 1 }, { years = 1 }, { weeks = 1 }, { days = 1 }, { business_days = 1 }, with 1 or more and at most 100 years",
    ),
    Fault(
        "a half month",
        SIGHTING,
        "within = { months = 1 }",
        "within = { months = 0.5 }",
        "law/nz-moa/rights/sighting.toml:18: wrong value: clocks.0.within: { months = 0.5 } is no length; write one of { months = 1 }, { years = 1 }, { weeks = 1 }, { days = 1 }, { business_days = 1 }, with 1 or more and at most 100 years",
    ),
    Fault(
        "a text without a language",
        SIGHTING,
        'title.en = "Access to one\'s sightings"\ntitle.ja = "目撃記録の開示"',
        'title = "Access"',
        "law/nz-moa/rights/sighting.toml:6: wrong value: title: write one key for each language: text.en, text.ja ...",
    ),
    Fault(
        "a text that is empty",
        SIGHTING,
        'title.en = "Access to one\'s sightings"',
        'title.en = " "',
        "law/nz-moa/rights/sighting.toml:6: wrong value: title: the text for 'en' is ' ', not a text",
    ),
    Fault(
        "a text in a language that is no language tag",
        SIGHTING,
        'title.en = "Access to one\'s sightings"',
        'title.english = "Access"',
        "law/nz-moa/rights/sighting.toml:6: wrong value: title: 'english' is no language; write en, ja, zh ...",
    ),
    Fault(
        "a citation that is empty",
        FORGETTING,
        'citation = "Moa Act s. 30"',
        "citation = []",
        "law/nz-moa/rights/forgetting.toml:5: wrong value: citation: the citation is empty",
    ),
    Fault(
        "a citation with an unknown key",
        FORGETTING,
        'citation = "Moa Act s. 30"',
        'citation = [{ text = "Moa Act s. 30", since = 2022-01-01 }]',
        "law/nz-moa/rights/forgetting.toml:5: unknown key: 'since' is no key of this table; there are text, from, until",
    ),
    Fault(
        "an assumed value of no kind",
        SHARED_FACTS,
        'assume = "controller"',
        "assume = 1.5",
        "law/facts.toml:52: wrong value: facts.4.assume: 1.5 is no value of a fact; write true or false, a number, a text, a date or a list of places",
    ),
    Fault(
        "a condition that is no text",
        SIGHTING,
        'when = "moa_sighted or chick"',
        "when = true",
        "law/nz-moa/rights/sighting.toml:11: wrong value: grounds.0.when: true is not a condition in quotes",
    ),
    # Ids
    Fault(
        "two facts of one id",
        SHARED_FACTS,
        'id = "location"',
        'id = "residence"',
        "law/facts.toml:12: duplicate id: the fact 'residence' stands twice in this file",
    ),
    Fault(
        "a fact of the regime that is a shared fact already",
        FACTS,
        'id = "moa_sighted"',
        'id = "age"',
        "law/nz-moa/facts.toml:17: duplicate id: the fact 'age' stands in facts.toml of the top folder already",
    ),
    Fault(
        "a definition that is a fact already",
        FACTS,
        'id = "chick"\nwhen = "age < 7"',
        'id = "age"\nwhen = "age < 7"',
        "law/nz-moa/facts.toml:35: duplicate id: 'age' is a fact already\nlaw/nz-moa/facts.toml:37: circle: 'age' leads back to itself",
    ),
    Fault(
        "two definitions of one id for the same days",
        FACTS,
        "in_force_until = 2023-12-31",
        "in_force_until = 2024-01-01",
        "law/nz-moa/facts.toml:43: duplicate id: 'chick' stands in line 35 for the same days; give it another id, or dates that do not overlap",
    ),
    Fault(
        "two instruments of one id",
        REGIME,
        'id = "Moa Rules"',
        'id = "Moa Act"',
        "law/nz-moa/regime.toml:17: citation: 'Moa Rules r. 1' names no instrument that is declared here; begin with one of Moa Act\n"
        "law/nz-moa/regime.toml:30: duplicate id: 'Moa Act' stands in line 21 for the same days; give it another id, or dates that do not overlap",
    ),
    Fault(
        "two connections of one id",
        REGIME,
        'id = "no-records"',
        'id = "at-home"',
        "law/nz-moa/regime.toml:47: duplicate id: 'at-home' stands in line 39 for the same days; give it another id, or dates that do not overlap",
    ),
    Fault(
        "two side rules of one id",
        RULES,
        'id = "free-for-chicks"',
        'id = "feather"',
        "law/nz-moa/side-rules.toml:13: duplicate id: 'feather' stands in line 5 for the same days; give it another id, or dates that do not overlap",
    ),
    Fault(
        "an exception in limits.toml of the same id as one in the provision that it covers",
        LIMITS,
        'id = "claims"',
        'id = "nest"',
        "law/nz-moa/limits.toml:15: duplicate id: 'nest' stands in law/nz-moa/rights/forgetting.toml:21 for the same days; give it another id, or dates that do not overlap",
    ),
    Fault(
        "a limit in two files",
        NATIONAL,
        'id = "reef"\neffect = "delay"\ncovers = ["sighting"]',
        'id = "claims"\neffect = "delay"\ncovers = ["sighting", "forgetting"]',
        "law/nz-moa/limits.toml:15: duplicate id: 'claims' stands in law/nz-moa/limits-ck.toml:6 for the same days; give it another id, or dates that do not overlap",
    ),
    Fault(
        "a right that this law does not know, twice",
        REGIME,
        "[[announced]]",
        '[[no_right]]\nright = "portability"\ncitation = "Moa Act s. 7"\ntext.en = "Again."\ntext.ja = "再び。"\n\n[[announced]]',
        "law/nz-moa/regime.toml:96: duplicate id: 'portability' stands twice for the same days",
    ),
    Fault(
        "two rights of one id",
        RIGHTS,
        'id = "account-closure"',
        'id = "access"',
        "law/rights.toml:1: missing right: 'account-closure' has no name here\nlaw/rights.toml:71: duplicate id: the right 'access' stands twice in this file",
    ),
    Fault(
        "an id that is not written like-this",
        SIGHTING,
        'id = "sighted"',
        'id = "Sighted It"',
        "law/nz-moa/rights/sighting.toml:10: id: 'Sighted It' is not written like-this",
    ),
    Fault(
        "a fact that is not written like_this",
        FACTS,
        'id = "nest_disturbed"',
        'id = "nest-disturbed"',
        "law/nz-moa/facts.toml:27: id: 'nest-disturbed' is not written like_this, as keyword arguments of Python are",
    ),
    Fault(
        "a fact with the name of a parameter",
        FACTS,
        'id = "moa_sighted"',
        'id = "received"',
        "law/nz-moa/facts.toml:18: id: 'received' is a parameter of `decide` already; choose another name",
    ),
    Fault(
        "a fact with the name of a Python word",
        FACTS,
        'id = "moa_sighted"',
        'id = "class"',
        "law/nz-moa/facts.toml:18: id: 'class' is a word of Python already; choose another name",
    ),
    # Facts
    Fault(
        "a choice without values",
        SHARED_FACTS,
        'values = ["controller", "joint-controller", "processor"]\n',
        "",
        "law/facts.toml:45: values: a choice has `values`, no other kind has",
    ),
    Fault(
        "values on a fact that is no choice",
        SHARED_FACTS,
        'kind = "number"',
        'kind = "number"\nvalues = ["7", "9"]',
        "law/facts.toml:58: values: a choice has `values`, no other kind has",
    ),
    Fault(
        "a value that stands twice",
        SHARED_FACTS,
        '"joint-controller", "processor"]',
        '"controller", "processor"]',
        "law/facts.toml:48: values: a value stands twice",
    ),
    Fault(
        "an extent that a fee would show",
        FACTS,
        'kind = "extent"\n',
        'kind = "extent"\nshown_by_fee = true\n',
        "law/nz-moa/facts.toml:29: wrong value: only a fact of the kind 'yes-no' can be shown by a fee",
    ),
    Fault(
        "a fact about standing",
        FACTS,
        'about = "organisation"',
        'about = "standing"',
        "law/nz-moa/facts.toml:8: wrong value: only a bar is about 'standing'; a fact is about one of 'person', 'asker', 'organisation', 'request', 'data'",
    ),
    Fault(
        "an assumption without a reason",
        FACTS,
        'because.en = "Everybody keeps some record of a moa."\nbecause.ja = "誰でもモアの記録をいくらか持っています。"\n',
        "",
        "law/nz-moa/facts.toml:5: silence: `because` must say why this is assumed",
    ),
    Fault(
        "an assumption without a value",
        FACTS,
        "assume = true\n",
        "",
        "law/nz-moa/facts.toml:5: silence: to assume, write `assume = <value>` or `follow = '<fact>'`, or both",
    ),
    Fault(
        "an assumed value that does not fit",
        FACTS,
        "assume = true",
        'assume = "true"',
        "law/nz-moa/facts.toml:11: wrong value: 'keeps_moa_records' cannot be 'true': it is yes or no (true or false)",
    ),
    Fault(
        "an assumed value that is no choice",
        SHARED_FACTS,
        'assume = "controller"',
        'assume = "boss"',
        "law/facts.toml:52: wrong value: 'role' cannot be 'boss': it is one of controller, joint-controller, processor",
    ),
    Fault(
        "an assumed place that is no code",
        SHARED_FACTS,
        'silence = "assume"\nfollow = "controller_seat"',
        'silence = "assume"\nassume = ["NZ", "New Zealand"]\nfollow = "controller_seat"',
        "law/facts.toml:39: wrong value: 'establishments' cannot be ['NZ', 'New Zealand']: 'New Zealand' is no ISO 3166 code; write 'DE' or 'DE-HH'",
    ),
    Fault(
        "a value assumed where silence asks",
        SHARED_FACTS,
        'kind = "number"\nabout = "person"\nasks = "requester"\nsilence = "ask"',
        'kind = "number"\nabout = "person"\nasks = "requester"\nsilence = "ask"\nassume = 18',
        "law/facts.toml:58: silence: `assume` and `follow` go with `silence = 'assume'`, and only with it",
    ),
    Fault(
        "a reason for a value that nothing assumes",
        FACTS,
        'id = "moa_sighted"\nkind = "yes-no"\nabout = "data"\nasks = "requester"\nsilence = "ask"',
        'id = "moa_sighted"\nkind = "yes-no"\nabout = "data"\nasks = "requester"\nsilence = "ask"\nbecause.en = "Why?"\nbecause.ja = "なぜ。"',
        "law/nz-moa/facts.toml:17: silence: `because` says why something is assumed, or why the rights of `implied_by` say it; neither goes without the other",
    ),
    Fault(
        "a request that says what nobody would ask",
        FACTS,
        'kind = "extent"\nabout = "data"\nasks = "organisation"\nsilence = "open"',
        'kind = "extent"\nabout = "data"\nasks = "organisation"\nsilence = "open"\nimplied_by = ["erasure"]\nbecause.en = "Why?"\nbecause.ja = "なぜ。"',
        "law/nz-moa/facts.toml:32: implied_by: what a request says by itself is a yes to a yes-no question that would be asked: `silence = 'ask'`",
    ),
    Fault(
        "a fact that follows nothing",
        SHARED_FACTS,
        'follow = "residence"',
        'follow = "residense"',
        "law/facts.toml:18: follow: 'residense' is no declared fact or definition; did you mean 'residence'?",
    ),
    Fault(
        "a fact that follows one of another kind",
        SHARED_FACTS,
        'follow = "residence"',
        'follow = "age"',
        "law/facts.toml:18: follow: 'age' is of the kind number, 'location' of the kind place",
    ),
    Fault(
        "a choice that follows one with other values",
        FACTS,
        'kind = "yes-no"\nabout = "organisation"\nasks = "organisation"\nsilence = "assume"\nassume = true',
        'kind = "choice"\nvalues = ["controller", "nobody"]\nabout = "organisation"\nasks = "organisation"\nsilence = "assume"\nfollow = "role"',
        "law/nz-moa/facts.toml:12: follow: 'role' can be 'joint-controller', which is no value of 'keeps_moa_records'\n"
        "law/nz-moa/facts.toml:12: follow: 'role' can be 'processor', which is no value of 'keeps_moa_records'\n"
        "law/nz-moa/regime.toml:50: condition: 'keeps_moa_records' is no yes-no fact; compare it with something",
    ),
    Fault(
        "facts that follow each other",
        SHARED_FACTS,
        'asks = "requester"\nsilence = "ask"\nquestion.en = "Where does the person live?"',
        'asks = "requester"\nsilence = "assume"\nfollow = "location"\nbecause.en = "At home."\nbecause.ja = "家。"\nquestion.en = "Where does the person live?"',
        "law/facts.toml:9: circle: 'residence' leads back to itself\nlaw/facts.toml:21: circle: 'location' leads back to itself",
    ),
    Fault(
        "definitions that go in a circle",
        FACTS,
        'when = "age < 9"',
        'when = "not chick"',
        "law/nz-moa/facts.toml:37: circle: 'chick' leads back to itself\nlaw/nz-moa/facts.toml:45: circle: 'chick' leads back to itself",
    ),
    Fault(
        "a fact that follows a definition that names the fact",
        FACTS,
        '[[definitions]]\nid = "chick"\nwhen = "age < 7"',
        '[[facts]]\nid = "egg"\nkind = "yes-no"\nabout = "person"\nasks = "requester"\nsilence = "assume"\nfollow = "chick"\nbecause.en = "Eggs are chicks."\nbecause.ja = "卵は雛です。"\nquestion.en = "Is it an egg?"\nquestion.ja = "卵ですか。"\n\n[[definitions]]\nid = "chick"\nwhen = "egg"',
        "law/nz-moa/facts.toml:41: circle: 'egg' leads back to itself\n"
        "law/nz-moa/facts.toml:49: circle: 'chick' leads back to itself\n"
        "law/nz-moa/facts.toml:57: circle: 'chick' leads back to itself",
    ),
    Fault(
        "a question that is missing in a language",
        FACTS,
        'question.ja = "回答すると巣が乱されますか。"\n',
        "",
        "law/nz-moa/facts.toml:32: missing text: 'question.ja' is missing",
    ),
    Fault(
        "a shared question that is missing in a language of the file",
        SHARED_FACTS,
        'question.ja = "本人は何歳ですか。"\n',
        "",
        "law/facts.toml:64: missing text: 'question.ja' is missing",
    ),
    # Dates
    Fault(
        "an item that ends before it begins",
        FORGETTING,
        "in_force_from = 2022-01-01",
        "in_force_from = 2022-01-01\nin_force_until = 2021-12-31",
        "law/nz-moa/rights/forgetting.toml:7: dates: in force until 2021-12-31, before it begins on 2022-01-01",
    ),
    Fault(
        "a citation that ends before it begins",
        SIGHTING,
        "from = 2023-01-01 }",
        "from = 2023-01-01, until = 2022-12-31 }",
        "law/nz-moa/rights/sighting.toml:5: dates: 'Moa Act s. 20' ends before it begins",
    ),
    Fault(
        "two rows of a territory for the same day",
        REGIME,
        'codes = ["NZ-CIT"]',
        'codes = ["NZ", "NZ-CIT"]',
        "law/nz-moa/regime.toml:61: dates: 'NZ' has two rows for the same day; give them dates that do not overlap",
    ),
    Fault(
        "data that reaches further back than the law",
        REGIME,
        "encoded_from = 2021-01-01",
        "encoded_from = 2019-12-31",
        "law/nz-moa/regime.toml:5: dates: encoded from 2019-12-31, before the law begins on 2020-01-01",
    ),
    # References within a regime
    Fault(
        "a citation of no instrument",
        SIGHTING,
        'citation = "Moa Act s. 22"',
        'citation = "Kiwi Act s. 22"',
        "law/nz-moa/rights/sighting.toml:30: citation: 'Kiwi Act s. 22' names no instrument that is declared here; begin with one of Moa Act, Moa Rules",
    ),
    Fault(
        "a citation of a name that only begins like an instrument",
        SIGHTING,
        'citation = "Moa Act s. 22"',
        'citation = "Moa Acts s. 22"',
        "law/nz-moa/rights/sighting.toml:30: citation: 'Moa Acts s. 22' names no instrument that is declared here; begin with one of Moa Act, Moa Rules",
    ),
    Fault(
        "a text that is missing in a language of the regime",
        LIMITS,
        'text.ja = "法的主張のために必要です。"\n',
        "",
        "law/nz-moa/limits.toml:21: missing text: 'text.ja' is missing",
    ),
    Fault(
        "a title without English",
        AUTHORITIES,
        "name.en",
        "name.mi",
        "law/nz-moa/authorities.toml:8: missing text: 'name.en' is missing",
    ),
    Fault(
        "languages without English",
        REGIME,
        'languages = ["en", "ja"]',
        'languages = ["ja"]',
        "law/nz-moa/regime.toml:3: languages: 'en' is missing; English is what every reader falls back to",
    ),
    Fault(
        "covers that names no provision",
        LIMITS,
        'covers = ["forgetting"]',
        'covers = ["forgeting"]',
        "law/nz-moa/limits.toml:19: covers: 'forgeting' is no provision of this regime; did you mean 'forgetting'?",
    ),
    Fault(
        "a limit that covers nothing",
        LIMITS,
        'covers = ["forgetting"]\n',
        "",
        "law/nz-moa/limits.toml:15: covers: say which provisions this reaches: covers = [...]",
    ),
    Fault(
        "covers inside a provision",
        FORGETTING,
        'id = "nest"',
        'id = "nest"\ncovers = ["sighting"]',
        "law/nz-moa/rights/forgetting.toml:23: covers: what stands in the file of a provision reaches it alone; `covers` belongs in limits.toml",
    ),
    Fault(
        "a suspension that does not exist",
        SIGHTING,
        'counting = ["moa-days"]\ncitation = "Moa Act s. 21"',
        'counting = ["moa-days"]\nsuspended_by = ["sleep"]\ncitation = "Moa Act s. 21"',
        "law/nz-moa/rights/sighting.toml:21: clock: 'sleep' is no suspension of this regime",
    ),
    Fault(
        "a counting rule that does not exist",
        SIGHTING,
        'counting = ["moa-days"]\ncitation = "Moa Act s. 21"',
        'counting = ["moa-day"]\ncitation = "Moa Act s. 21"',
        "law/nz-moa/rights/sighting.toml:20: clock: 'moa-day' is no counting rule of this regime; did you mean 'moa-days'?",
    ),
    Fault(
        "a calendar that does not exist",
        REGIME,
        'calendars = ["moa-calendar"]',
        'calendars = ["moa-calender", "place:age", "library:Aotearoa"]',
        "law/nz-moa/regime.toml:73: calendar: 'library:Aotearoa' is no calendar; write 'place:<place fact>', 'library:<ISO code>' or the id of a calendar of this regime\n"
        "law/nz-moa/regime.toml:73: calendar: 'moa-calender' is no calendar; write 'place:<place fact>', 'library:<ISO code>' or the id of a calendar of this regime\n"
        "law/nz-moa/regime.toml:73: calendar: 'place:age' is no calendar; write 'place:<place fact>', 'library:<ISO code>' or the id of a calendar of this regime",
    ),
    Fault(
        "holidays of a territory that does not exist",
        REGIME,
        'roll = "next-working-day"',
        'roll = "next-working-day"\nholidays_in = "oceania"',
        "law/nz-moa/regime.toml:73: territory: 'oceania' is no territory of this regime and no ISO code",
    ),
    Fault(
        "a weekday that does not exist",
        REGIME,
        'rest_weekdays = ["saturday", "sunday"]',
        'rest_weekdays = ["saturday", "sonday"]',
        "law/nz-moa/regime.toml:80: calendar: 'sonday' is no weekday; did you mean 'sunday'?",
    ),
    Fault(
        "a day that does not come every year",
        REGIME,
        'on = "1st monday june"',
        'on = "02-29"',
        "law/nz-moa/regime.toml:87: calendar: '02-29' is no day of every year; write '02-12', '3rd monday january', 'last monday may' or 'friday after 4th thursday november'",
    ),
    Fault(
        "a day in a month that does not exist",
        REGIME,
        'on = "1st monday june"',
        'on = "1st monday juno"',
        "law/nz-moa/regime.toml:87: calendar: '1st monday juno' is no day of every year; write '02-12', '3rd monday january', 'last monday may' or 'friday after 4th thursday november'",
    ),
    Fault(
        "a day without a date",
        REGIME,
        'on = "1st monday june"\n',
        "",
        "law/nz-moa/regime.toml:85: calendar: 'Moa Day' needs either `on` or `dates`",
    ),
    Fault(
        "an observance that does not exist",
        REGIME,
        'on = "1st monday june"',
        'on = "1st monday june"\nobserved = "sunday-to-munday"',
        "law/nz-moa/regime.toml:88: calendar: 'sunday-to-munday' is not known; did you mean 'sunday-to-monday'?",
    ),
    Fault(
        "a place of a territory that is no code",
        REGIME,
        'codes = ["NZ-CIT"]',
        'codes = ["Chatham"]',
        "law/nz-moa/regime.toml:63: wrong value: 'Chatham' is no ISO 3166 code",
    ),
    Fault(
        "an authority at no code",
        AUTHORITIES,
        'place = "NZ"',
        'place = "New Zealand"',
        "law/nz-moa/authorities.toml:7: wrong value: 'New Zealand' is no ISO 3166 code",
    ),
    Fault(
        "a role at a fact that is no place",
        AUTHORITIES,
        'place = "residence"',
        'place = "age"',
        "law/nz-moa/authorities.toml:13: wrong value: 'age' is no place fact; there are controller_seat, establishments, location, residence",
    ),
    Fault(
        "a regime without a connection that includes",
        REGIME,
        'effect = "include"',
        'effect = "exclude"',
        "law/nz-moa/regime.toml:1: connections: a regime needs at least one connection with effect = 'include'",
    ),
    Fault(
        "a provision that answers nothing",
        SIGHTING,
        'answers = ["access"]',
        "answers = []",
        "law/nz-moa/rights/sighting.toml:4: answers: a provision answers at least one right",
    ),
    # Effects, clocks, rules
    Fault(
        "the effect of an exception on a bar",
        LIMITS,
        'effect = "redirect"',
        'effect = "may-refuse"',
        "law/nz-moa/limits.toml:9: effect: 'may-refuse' is an effect of exceptions; a bar has one of redirect, not-entitled, out-of-scope, displaced, no-duty-yet, must-refuse, treat-as",
    ),
    Fault(
        "the effect of a bar on an exception",
        FORGETTING,
        'effect = "refuse-to-that-extent"',
        'effect = "redirect"',
        "law/nz-moa/rights/forgetting.toml:24: effect: 'redirect' is an effect of bars; an exception has one of may-refuse, refuse-or-charge, substitute, refuse-to-that-extent, charge, other-form, delay",
    ),
    Fault(
        "a bar about a person",
        LIMITS,
        'about = "standing"',
        'about = "person"',
        "law/nz-moa/limits.toml:7: wrong value: a bar is about 'standing' or 'data'",
    ),
    Fault(
        "treat-as without an outcome",
        FORGETTING,
        'outcome = "must-refuse"\n',
        "",
        "law/nz-moa/rights/forgetting.toml:10: effect: treat-as needs `treat_as = '<right>'` and `outcome = '<outcome>'`",
    ),
    Fault(
        "treat-as a right that no provision answers",
        FORGETTING,
        'treat_as = "access"',
        'treat_as = "restriction"',
        "law/nz-moa/rights/forgetting.toml:15: effect: no provision of this regime answers 'restriction'",
    ),
    Fault(
        "an outcome without treat-as",
        LIMITS,
        'effect = "redirect"',
        'effect = "redirect"\noutcome = "redirect"',
        "law/nz-moa/limits.toml:10: effect: `outcome` goes with the effect treat-as, and only with it",
    ),
    Fault(
        "no-duty-yet without a day",
        LIMITS,
        'effect = "redirect"',
        'effect = "no-duty-yet"',
        "law/nz-moa/limits.toml:5: effect: no-duty-yet needs `starts_on = <date>`",
    ),
    Fault(
        "refuse-to-that-extent without an extent",
        FORGETTING,
        "when = \"nest_disturbed != 'no'\"",
        'when = "moa_sighted"',
        "law/nz-moa/rights/forgetting.toml:23: effect: refuse-to-that-extent needs a condition that names exactly one fact of kind 'extent'",
    ),
    Fault(
        "refuse-to-that-extent with two extents",
        LIMITS,
        "when = \"needed_for_legal_claims != 'no'\"",
        "when = \"needed_for_legal_claims != 'no' or nest_disturbed != 'no'\"",
        "law/nz-moa/limits.toml:17: effect: refuse-to-that-extent needs a condition that names exactly one fact of kind 'extent'",
    ),
    Fault(
        "an extent in the condition of a whole file",
        NATIONAL,
        "when = \"inside(controller_seat, 'CK')\"",
        "when = \"nest_disturbed != 'no'\"",
        "law/nz-moa/limits-ck.toml:4: condition: the condition of a whole file names no extent; move 'nest_disturbed' to the items",
    ),
    Fault(
        "a clock without a length or a standard",
        LIMITS,
        'standard = "reasonable-time"\n',
        "",
        "law/nz-moa/limits.toml:24: clock: a clock needs `within` or `standard`, or both",
    ),
    Fault(
        "a length without a counting rule",
        SIGHTING,
        'counting = ["moa-days"]\ncitation = "Moa Act s. 21"',
        'citation = "Moa Act s. 21"',
        "law/nz-moa/rights/sighting.toml:16: clock: a clock with `within` needs `counting`, one without has none",
    ),
    Fault(
        "an extension without its notice",
        SIGHTING,
        "notice_by = { months = 1 }\n",
        "",
        "law/nz-moa/rights/sighting.toml:25: clock: `notice_by` goes with the step answer-extended, and only with it",
    ),
    Fault(
        "a notice without an extension",
        SIGHTING,
        'standard = "promptly"',
        "notice_by = { months = 1 }",
        "law/nz-moa/rights/sighting.toml:16: clock: `notice_by` goes with the step answer-extended, and only with it",
    ),
    Fault(
        "a waiting time that ends with the receipt",
        SIGHTING,
        'standard = "promptly"',
        'ends_with = "received"',
        "law/nz-moa/rights/sighting.toml:19: clock: a waiting time cannot end with the receipt, from which it begins at the earliest",
    ),
    Fault(
        "a value that its topic does not have",
        RULES,
        'value = "proportionate"',
        'value = "free"',
        "law/nz-moa/side-rules.toml:8: wrong value: 'free' is no value of identity; there are required, if-reasonable-doubt, proportionate, reasonable-degree, reasonably-high-degree, forbidden, not-regulated",
    ),
    Fault(
        "an answer to the unknown that does not exist",
        RULES,
        'id = "needed"',
        'id = "needed"\nif_unknown = "ask"',
        "law/nz-moa/side-rules.toml:35: wrong value: if_unknown is 'skip' or left out",
    ),
    Fault(
        "an answer to the unknown on another topic",
        RULES,
        'id = "feather"',
        'id = "feather"\nif_unknown = "skip"',
        "law/nz-moa/side-rules.toml:8: wrong value: if_unknown goes with the topic representative, and only with it",
    ),
    Fault(
        "a release that is no calendar version",
        RELEASE,
        '"2026.1.0"',
        '"1.0"',
        "law/release.toml:2: wrong value: '1.0' is not written like '2026.11.0': year, month, number",
    ),
    # Counting rules that leave days uncovered, languages
    Fault(
        "a clock that is in force before its counting rule",
        REGIME,
        'id = "moa-days"\n',
        'id = "moa-days"\nin_force_from = 2022-01-02\n',
        "law/nz-moa/rights/forgetting.toml:32: dates: none of its counting rules is in force on 2020-01-01, while the clock is\n"
        "law/nz-moa/rights/sighting.toml:20: dates: none of its counting rules is in force on 2020-01-01, while the clock is\n"
        "law/nz-moa/rights/sighting.toml:29: dates: none of its counting rules is in force on 2020-01-01, while the clock is",
    ),
    Fault(
        "a clock whose counting rule ends one day before it",
        REGIME,
        'id = "moa-days"\n',
        'id = "moa-days"\nin_force_until = 2030-06-30\n',
        "law/nz-moa/rights/forgetting.toml:32: dates: none of its counting rules is in force on 2030-07-01, while the clock is\n"
        "law/nz-moa/rights/sighting.toml:20: dates: none of its counting rules is in force on 2030-07-01, while the clock is\n"
        "law/nz-moa/rights/sighting.toml:29: dates: none of its counting rules is in force on 2030-07-01, while the clock is",
    ),
    Fault(
        "an official language in which the texts are not there",
        REGIME,
        'languages = ["en", "ja"]',
        'languages = ["en", "ja"]\nofficial_languages = ["en", "mi"]',
        "law/nz-moa/regime.toml:4: languages: 'mi' is official, so the texts are needed in it; add it to `languages`",
    ),
    # Corrected days
    Fault(
        "an unknown key in a row of days",
        DAYS,
        "rest = true",
        "rests = true",
        "law/days.toml:14: missing key: 'rest' is missing\nlaw/days.toml:17: unknown key: 'rests' is no key of this table; did you mean 'rest'?",
    ),
    Fault(
        "a day that rests in words",
        DAYS,
        "rest = true",
        'rest = "yes"',
        "law/days.toml:17: wrong value: days.0.rest: 'yes' is not true or false",
    ),
    Fault(
        "a day of a place that is no code",
        DAYS,
        'place = "NZ"\non',
        'place = "New Zealand"\non',
        "law/days.toml:15: wrong value: 'New Zealand' is no ISO 3166 code",
    ),
    Fault(
        "a corrected day that comes every fourth year",
        DAYS,
        'on = "06-18"',
        'on = "02-29"',
        "law/days.toml:16: calendar: '02-29' is no day of every year; write '02-12', '3rd monday january', 'last monday may' or 'friday after 4th thursday november'",
    ),
    Fault(
        "a corrected day with a rule and dates",
        DAYS,
        'on = "06-18"',
        'on = "06-18"\ndates = [2026-06-19]',
        "law/days.toml:14: calendar: 'NZ' needs either `on` or `dates`",
    ),
    Fault(
        "a corrected day that is no day",
        DAYS,
        'on = "06-18"\n',
        "",
        "law/days.toml:14: calendar: 'NZ' needs either `on` or `dates`",
    ),
    Fault(
        "a corrected day that cites no instrument",
        DAYS,
        'citation = "Moa Holidays Act s. 1"',
        'citation = "Moa Act s. 1"',
        "law/days.toml:18: citation: 'Moa Act s. 1' names no instrument that is declared here; begin with one of Moa Holidays Act",
    ),
    Fault(
        "a corrected day that is not explained in a language of the file",
        DAYS,
        'text.ja = "卵の日は休日です。"\n',
        "",
        "law/days.toml:19: missing text: 'text.ja' is missing",
    ),
    Fault(
        "a corrected day that ends before it begins",
        DAYS,
        "rest = true",
        "rest = true\nin_force_from = 2026-01-02\nin_force_until = 2026-01-01",
        "law/days.toml:19: dates: in force until 2026-01-01, before it begins on 2026-01-02",
    ),
    Fault(
        "an instrument of the corrected days with a rank of its own making",
        DAYS,
        'rank = "statute"',
        'rank = "tale"',
        "law/days.toml:8: wrong value: instruments.0.rank: 'tale' is not known here; there are constitution, treaty, statute, regulation, order, rule, decision, case, guideline, standard, notice, draft",
    ),
    Fault(
        "an instrument of the corrected days without an English title",
        DAYS,
        "title.en",
        "title.mi",
        "law/days.toml:7: missing text: 'title.en' is missing",
    ),
    Fault(
        "two rows for one rule of days",
        DAYS,
        "dates = [2027-02-08]",
        'on = "06-18"',
        "law/days.toml:22: duplicate id: a day of 'NZ' stands in an earlier row already",
    ),
    Fault(
        "two rows for one day, by its rule and by its date",
        DAYS,
        "dates = [2027-02-08]",
        "dates = [2027-02-08, 2027-06-18]",
        "law/days.toml:22: duplicate id: a day of 'NZ' stands in an earlier row already",
    ),
    Fault(
        "two rows for one date",
        DAYS,
        'on = "06-18"',
        "dates = [2027-02-08]",
        "law/days.toml:22: duplicate id: a day of 'NZ' stands in an earlier row already",
    ),
    # Worked cases
    Fault(
        "a worked case with an undeclared fact",
        CASES,
        "moa_sighted = true",
        "moa_sigted = true",
        "law/nz-moa/scenarios/requests.toml:9: fact: 'moa_sigted' is no declared fact; did you mean 'moa_sighted'?",
    ),
    Fault(
        "a worked case with a value that does not fit",
        CASES,
        "moa_sighted = true",
        'moa_sighted = "yes"',
        "law/nz-moa/scenarios/requests.toml:9: wrong value: 'moa_sighted' cannot be 'yes': it is yes or no (true or false)",
    ),
    Fault(
        "a part with a fact that is not about data",
        CASES,
        'nest_disturbed = "partly"',
        'nest_disturbed = "partly"\nage = 7',
        "law/nz-moa/scenarios/requests.toml:33: fact: 'age' is not about data, so it cannot differ between parts",
    ),
    Fault(
        "a worked case that expects nothing",
        CASES,
        'outcome = "fulfil-in-part"\nassessments = { "forgetting/nests" = "fulfil-in-part", "forgetting/flights" = "fulfil" }\nexceptions = ["nest"]\nnot = ["treated-as-access"]\n',
        "",
        "law/nz-moa/scenarios/requests.toml:37: expect: a scenario expects at least one thing",
    ),
    Fault(
        "a worked case with ids that nothing has",
        CASES,
        'not = ["treated-as-access"]',
        'not = ["treated-as-acess"]\nopen = ["treated-as-access"]\nbars = ["sighted"]',
        "law/nz-moa/scenarios/requests.toml:41: id: 'treated-as-acess' is the id of nothing there; did you mean 'treated-as-access'?\n"
        "law/nz-moa/scenarios/requests.toml:42: id: 'treated-as-access' is the id of nothing there; there are claims, nest, reef\n"
        "law/nz-moa/scenarios/requests.toml:43: id: 'sighted' is the id of nothing there; there are processor, treated-as-access",
    ),
    Fault(
        "a worked case with an assessment by no provision",
        CASES,
        '"forgetting/nests" =',
        '"forgeting/nests" =',
        "law/nz-moa/scenarios/requests.toml:39: id: 'forgeting' is the id of nothing there; did you mean 'forgetting'?",
    ),
    Fault(
        "a worked case with steps that do not exist",
        CASES,
        'deadlines = { answer = 2026-06-02, complaint = "none" }',
        'deadlines = { anwser = 2026-06-02, complaint = "never" }\nalternatives = { answers = [2026-06-02] }',
        "law/nz-moa/scenarios/requests.toml:16: wrong value: 'anwser' is no step; did you mean 'answer'?\n"
        "law/nz-moa/scenarios/requests.toml:16: wrong value: 'never' is neither a date nor one of none, not-available, absent\n"
        "law/nz-moa/scenarios/requests.toml:17: wrong value: 'answers' is no step; did you mean 'answer'?",
    ),
    Fault(
        "a worked case with a due date that is no date",
        CASES,
        "due = 2026-06-02",
        'due = "soon"',
        "law/nz-moa/scenarios/requests.toml:13: wrong value: 'soon' is neither a date nor 'none'",
    ),
    Fault(
        "a worked case with rules that do not exist",
        CASES,
        'rules = { identity = ["proportionate"] }',
        'rules = { identity = ["free"], fees = ["free"] }',
        "law/nz-moa/scenarios/requests.toml:17: wrong value: 'fees' is not known; did you mean 'fee'?\n"
        "law/nz-moa/scenarios/requests.toml:17: wrong value: 'free' is not known; there are required, if-reasonable-doubt, proportionate, reasonable-degree, reasonably-high-degree, forbidden, not-regulated",
    ),
    Fault(
        "a worked case with a duty that does not exist",
        CASES,
        'representative = "not-applicable"',
        'representative = "none"',
        "law/nz-moa/scenarios/requests.toml:18: wrong value: 'none' is not known; there are required, exempt, not-applicable, unclear",
    ),
    Fault(
        "a worked case with questions that nobody asks",
        CASES,
        'assumptions = ["keeps_moa_records", "role"]',
        'assumptions = ["keeps_records"]\nquestions = ["moa"]\nfirst_question = "chick"',
        "law/nz-moa/scenarios/requests.toml:20: fact: 'keeps_records' is no declared fact; did you mean 'keeps_moa_records'?\n"
        "law/nz-moa/scenarios/requests.toml:21: fact: 'moa' is no declared fact; there are age, collected_on, controller_seat, establishments, keeps_moa_records, location, moa_sighted, needed_for_legal_claims, nest_disturbed, residence, role\n"
        "law/nz-moa/scenarios/requests.toml:22: fact: 'chick' is no declared fact; there are age, collected_on, controller_seat, establishments, keeps_moa_records, location, moa_sighted, needed_for_legal_claims, nest_disturbed, residence, role",
    ),
    Fault(
        "a worked case for a regime that does not exist",
        CASES,
        "received = 2026-05-01\nfacts = { collected",
        'received = 2026-05-01\nregimes = ["nz-mao"]\nfacts = { collected',
        "law/nz-moa/scenarios/requests.toml:29: regime: 'nz-mao' is no regime that is encoded; did you mean 'nz-moa'?",
    ),
    Fault(
        "a worked case that cites no instrument",
        CASES,
        'citation = "Moa Act s. 32"',
        'citation = "GDPR Art. 17"',
        "law/nz-moa/scenarios/requests.toml:25: citation: 'GDPR Art. 17' names no instrument that is declared here; begin with one of Moa Act, Moa Rules",
    ),
    Fault(
        "an event that does not exist",
        CASES,
        "facts = { collected",
        "events = { askd = 2026-05-02 }\nfacts = { collected",
        "law/nz-moa/scenarios/requests.toml:29: wrong value: scenarios.1.events.askd: 'askd' is not known here; did you mean 'fee-asked'?",
    ),
    Fault(
        "two worked cases of one name",
        CASES,
        'name = "A nest that would be disturbed in part is spared in part"',
        'name = "Whoever sighted a moa sees the record of it, within a month that Moa Day makes longer"',
        "law/nz-moa/scenarios/requests.toml:24: duplicate id: 'Whoever sighted a moa sees the record of it, within a month that Moa Day makes longer' stands twice in this file",
    ),
)

CONDITION = "moa_sighted or chick"
"""The condition in line 11 of `sighting.toml`."""

CONDITIONS = (
    # Names and kinds in conditions
    ("a condition that names an undeclared fact", "moa_sigted", "condition: 'moa_sigted' is no declared fact or definition; did you mean 'moa_sighted'?"),
    ("a condition that compares an undeclared fact", "moa_age > 3", "condition: 'moa_age' is no declared fact or definition; did you mean 'moa_sighted'?"),
    ("a choice value that does not exist", "role == 'boss'", "condition: 'role' cannot be 'boss': it is one of controller, joint-controller, processor"),
    (
        "a choice value in a list that does not exist",
        "role in ('controller', 'boss')",
        "condition: 'role' cannot be 'boss': it is one of controller, joint-controller, processor",
    ),
    ("a number compared with a text", "age == 'seven'", "condition: 'age' cannot be 'seven': it is a whole number"),
    ("two facts of different kinds compared", "age == collected_on", "condition: 'age' and 'collected_on' are of different kinds"),
    ("an order among choices", "role < 'processor'", "condition: 'role' has no order; use == or !="),
    ("a number that stands alone", "age", "condition: 'age' is no yes-no fact; compare it with something"),
    ("a text that stands alone", "'yes'", "condition: 'yes' is neither true nor false"),
    ("two values compared", "1 == 1", "condition: 1: write a fact on the left of the comparison"),
    (
        "a comparison of a comparison",
        "(age > 3) == moa_sighted",
        "condition: a comparison has facts and values on its sides; `and`, `or`, `not`, inside(...) and other comparisons stand alone",
    ),
    ("a definition compared with a number", "chick == 3", "condition: 'chick' cannot be compared with 3"),
    ("a date of the stone age", "collected_on < date(1500, 1, 1)", "condition: 'collected_on' cannot be 1500-01-01: it is a date of the years 1800 to 2200"),
    (
        "a place that is no code",
        "residence == 'New Zealand'",
        "condition: 'residence' cannot be 'New Zealand': 'New Zealand' is no ISO 3166 code; write 'DE' or 'DE-HH'",
    ),
    ("several places compared", "establishments == 'NZ'", "condition: 'establishments' holds several places; write inside(establishments, '...')"),
    (
        "a territory that does not exist",
        "inside(residence, 'moa-lend')",
        "condition: 'moa-lend' is no territory of this regime and no ISO code; did you mean 'moa-land'?",
    ),
    ("a number that lies inside", "inside(age, 'NZ')", "condition: 'age' is no place"),
    (
        "an undeclared place",
        "inside(home, 'NZ')",
        "condition: 'home' is no declared fact or definition; there are age, chick, collected_on, controller_seat, establishments, keeps_moa_records, location, moa_sighted, needed_for_legal_claims, nest_disturbed, residence, role",
    ),
    ("a length after a number", "after(age, months=6) < received", "condition: 'age' is no date; after(...) needs one"),
    ("an extent that does not exist", "nest_disturbed == 'wholly'", "condition: 'nest_disturbed' cannot be 'wholly': it is one of no, partly, entirely"),
    # Expressions that are no conditions
    ("a condition that is no expression", "moa_sighted or", "wrong value: grounds.0.when: 'moa_sighted or' is not a condition: invalid syntax"),
    ("an attribute", "chick.__class__", "wrong value: grounds.0.when: 'chick.__class__' is not allowed in a condition; see docs/law-format.md, Conditions"),
    ("a lambda", "(lambda: True)()", "wrong value: grounds.0.when: '(lambda: True)()' is not allowed in a condition; see docs/law-format.md, Conditions"),
    (
        "a function that is no word of conditions",
        "exec('chick')",
        "wrong value: grounds.0.when: 'exec' is not a word of conditions; there are date, inside, wholly_inside, after and working_day",
    ),
    ("chained `is`", "chick is True", "wrong value: grounds.0.when: 'chick is True': use == != < <= > >= in"),
    ("a walrus", "(chick := True)", "wrong value: grounds.0.when: 'chick := True' is not allowed in a condition; see docs/law-format.md, Conditions"),
    (
        "a comprehension",
        "[fact for fact in chick]",
        "wrong value: grounds.0.when: '[fact for fact in chick]' is not allowed in a condition; see docs/law-format.md, Conditions",
    ),
    ("a list that is no list of values", "role in chick", "wrong value: grounds.0.when: 'chick': after `in` stands a list of values: ('a', 'b')"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the invented law to where it can be broken."""
    return Path(shutil.copytree(SMALL_LAW, tmp_path / "law"))


def change(folder: Path, file: str, sound: str, faulty: str) -> None:
    """Write something else in one place of one file."""
    text = (folder / file).read_text(encoding="utf-8")
    assert sound in text
    (folder / file).write_text(text.replace(sound, faulty, 1), encoding="utf-8")


def said_of(folder: Path) -> str:
    """Give what is said when all of a folder is read."""
    with pytest.raises(DataError) as caught:
        Law(folder).read_everything()
    return str(caught.value)


def test_the_invented_law_has_no_fault() -> None:
    Law(SMALL_LAW).read_everything()


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.what for fault in FAULTS])
def test_a_fault_is_said_with_file_line_and_rule(folder: Path, fault: Fault) -> None:
    change(folder, fault.file, fault.sound, fault.faulty)
    assert said_of(folder) == fault.says


@pytest.mark.parametrize(("condition", "says"), [case[1:] for case in CONDITIONS], ids=[case[0] for case in CONDITIONS])
def test_a_fault_in_a_condition_is_said(folder: Path, condition: str, says: str) -> None:
    change(folder, SIGHTING, CONDITION, condition)
    assert said_of(folder) == f"law/nz-moa/rights/sighting.toml:11: {says}"


def test_every_fault_has_its_own_name() -> None:
    names = [fault.what for fault in FAULTS] + [case[0] for case in CONDITIONS]
    assert len(names) == len(set(names))


# What cannot be read at all


def test_a_byte_order_mark_is_refused(folder: Path) -> None:
    (folder / FORGETTING).write_bytes(b"\xef\xbb\xbf" + (folder / FORGETTING).read_bytes())
    says = "the file begins with a byte order mark; save it as UTF-8 without one (`UTF-8`, not `UTF-8 with BOM`)"
    assert said_of(folder) == f"law/nz-moa/rights/forgetting.toml:1: encoding: {says}"


def test_what_is_not_utf_8_is_refused_with_its_line(folder: Path) -> None:
    change(folder, FORGETTING, "Forgetting a moa", "Oublier un moa, cédille")
    (folder / FORGETTING).write_bytes((folder / FORGETTING).read_text(encoding="utf-8").encode("shift_jisx0213"))
    assert said_of(folder) == "law/nz-moa/rights/forgetting.toml:7: encoding: the byte 0x85 is not UTF-8; save the file as UTF-8"


def test_utf_16_is_refused(folder: Path) -> None:
    (folder / FORGETTING).write_bytes((folder / FORGETTING).read_text(encoding="utf-8").encode("utf-16"))
    assert said_of(folder) == "law/nz-moa/rights/forgetting.toml:1: encoding: the byte 0xff is not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 5000], ids=["thousands of digits", "thousands of brackets"])
def test_what_python_cannot_parse_is_a_fault_of_the_file(folder: Path, value: str) -> None:
    change(folder, SIGHTING, "{ months = 1 }", value)
    assert said_of(folder).startswith("law/nz-moa/rights/sighting.toml")
    assert ": toml: " in said_of(folder)


@pytest.mark.parametrize("condition", [" or ".join([CONDITION] * 25), " or ".join(["age > 1"] * 20)], ids=["too long", "too many parts"])
def test_a_condition_has_bounds(folder: Path, condition: str) -> None:
    change(folder, SIGHTING, CONDITION, condition)
    assert "at most" in said_of(folder)
    assert "name parts of it as definitions" in said_of(folder)


# Files


def test_a_folder_without_a_release_is_no_law(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        Law(tmp_path)
    assert str(caught.value) == f"{tmp_path}: folder: no release.toml here; this is no folder of law data"


@pytest.mark.parametrize("file", [RIGHTS, SHARED_FACTS, "places.toml"])
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert said_of(folder) == f"law/{file}: file: this file is missing"


def test_a_folder_without_regime_toml_is_not_passed_over(folder: Path) -> None:
    (folder / REGIME).unlink()
    assert said_of(folder) == "law/nz-moa: file: this folder has no regime.toml, so nothing in it is read"


@pytest.mark.parametrize("file", [RULES, LIMITS, NATIONAL, CASES])
def test_a_regime_may_be_without(folder: Path, file: str) -> None:
    (folder / file).unlink()
    if file == RULES:
        (folder / CASES).unlink()  # its cases expect rules
    Law(folder).read_everything()


def test_a_regime_may_consist_of_its_index_alone(folder: Path) -> None:
    for path in (folder / "nz-moa").rglob("*.toml"):
        if path.name != "regime.toml":
            path.unlink()
    change(folder, REGIME, "not keeps_moa_records", "role == 'processor'")
    law = Law(folder)
    law.read_everything()
    assert law.provisions("nz-moa").provisions == ()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nz-moa/siderules.toml", "law/nz-moa/siderules.toml: file: no file of the law data has this name; did you mean 'nz-moa/side-rules.toml'?"),
        ("nz-moa/right/access.toml", "law/nz-moa/right/access.toml: file: no file of the law data has this name"),
        ("nz-moa/rights/access.TOML", "law/nz-moa/rights/access.TOML: file: no file of the law data has this name"),
        ("fact.toml", "law/fact.toml: file: no file of the law data has this name; did you mean 'facts.toml'?"),
        ("nz-kiwi/rights/access.toml", "law/nz-kiwi: file: this folder has no regime.toml, so nothing in it is read"),
    ],
)
def test_a_file_that_nothing_reads_is_not_passed_over(folder: Path, name: str, says: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("", encoding="utf-8")
    assert said_of(folder).startswith(says)


def test_hidden_files_and_other_kinds_of_files_do_not_matter(folder: Path) -> None:
    digest = Law(folder).release.digest
    for name in ("nz-moa/rights/._access.toml", "nz-moa/notes.md", "nz-moa/.draft/access.toml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"\xff")
    law = Law(folder)
    law.read_everything()
    assert law.release.digest == digest


def test_the_digest_is_the_same_with_windows_line_endings(folder: Path) -> None:
    digest = Law(folder).release.digest
    for path in folder.rglob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    law = Law(folder)
    law.read_everything()
    assert law.release.digest == digest


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    for file in (RIGHTS, SIGHTING):
        (folder / file).unlink()
        (folder / file).mkdir()
    with pytest.raises(DataError) as caught:
        Law(folder)
    assert str(caught.value).split("\n") == [
        "law/nz-moa/rights/sighting.toml: file: cannot be read: Is a directory",
        "law/rights.toml: file: cannot be read: Is a directory",
    ]


def test_provisions_and_folders_are_named_like_this(folder: Path) -> None:
    (folder / "nz-moa/rights/Egg Count.toml").write_bytes((folder / SIGHTING).read_bytes())
    (folder / "nz-moa").rename(folder / "moa")
    says = "law/moa/regime.toml:1: id: the folder 'moa' is not named place-law, in small letters"
    with pytest.raises(DataError) as caught:
        Law(folder)
    assert str(caught.value) == says
    (folder / "moa").rename(folder / "nz-moa")
    assert said_of(folder) == "law/nz-moa/rights/Egg Count.toml:1: id: the file 'Egg Count.toml' is not named like-this.toml"


# Corrected days, and rules in several files


@pytest.mark.parametrize(
    ("sound", "other"),
    [
        ("dates = [2027-02-08]", "dates = [2027-06-19]"),
        ('place = "NZ"\ndates = [2027-02-08]', 'place = "AU"\non = "06-18"'),
        ("rest = false", "rest = false\nin_force_from = 2026-01-01\nin_force_until = 2026-12-31"),
    ],
)
def test_rows_of_other_days_places_or_years_stand_side_by_side(folder: Path, sound: str, other: str) -> None:
    change(folder, DAYS, sound, other)
    assert len(Law(folder).corrected_days.days) == 2


def test_rows_of_one_day_stand_side_by_side_where_their_years_do_not_meet(folder: Path) -> None:
    change(folder, DAYS, "dates = [2027-02-08]", 'on = "06-18"\nin_force_from = 2026-01-01')
    change(folder, DAYS, "rest = true", "rest = true\nin_force_until = 2025-12-31")
    assert len(Law(folder).corrected_days.days) == 2


def test_a_corrected_day_is_confirmed_as_its_file_says_or_as_it_says_itself(folder: Path) -> None:
    change(folder, DAYS, "provisional = true", 'provisional = true\nconfirmed = "statute"')
    assert [day.confirmed for day in Law(folder).corrected_days.days] == [Confirmed.RECALLED, Confirmed.STATUTE]


def test_law_data_may_be_without_corrected_days_and_they_are_in_the_digest(folder: Path) -> None:
    digest = Law(folder).release.digest
    change(folder, DAYS, "2027-02-08", "2027-02-09")
    changed = Law(folder).release.digest
    (folder / DAYS).unlink()
    law = Law(folder)
    assert law.corrected_days.days == ()
    assert len({digest, changed, law.release.digest}) == 3


def test_a_clock_needs_its_counting_rule_for_its_own_days_only(folder: Path) -> None:
    change(folder, REGIME, 'id = "moa-days"\n', 'id = "moa-days"\nin_force_until = 2030-06-30\n')
    for file in (SIGHTING, SIGHTING, FORGETTING):
        change(folder, file, 'counting = ["moa-days"]\n', 'counting = ["moa-days" ]\nin_force_until = 2030-06-30\n')
    Law(folder).read_everything()
    change(folder, FORGETTING, "in_force_until = 2030-06-30", "in_force_until = 2030-07-01")
    assert said_of(folder) == "law/nz-moa/rights/forgetting.toml:32: dates: none of its counting rules is in force on 2030-07-01, while the clock is"


def test_a_clock_is_covered_by_rules_that_follow_each_other_and_not_by_rules_with_a_gap(folder: Path) -> None:
    text = (folder / REGIME).read_text(encoding="utf-8")
    rule = text[text.index("[[counting]]") : text.index("[[calendars]]")]
    halves = rule.replace("[[counting]]", "[[counting]]\nin_force_from = 2025-01-01") + rule.replace(
        "[[counting]]", "[[counting]]\nin_force_until = 2024-12-31"
    )
    (folder / REGIME).write_text(text.replace(rule, halves), encoding="utf-8")
    Law(folder).read_everything()
    change(folder, REGIME, "in_force_from = 2025-01-01", "in_force_from = 2025-01-02")
    assert {line.split(": ", 1)[1] for line in said_of(folder).split("\n")} == {
        "dates: none of its counting rules is in force on 2025-01-01, while the clock is"
    }


FEE = """
[[rules]]
topic = "fee"
id = "feather"
value = "free"
citation = "Moa Act s. 63"
text.en = "A feather is free."
text.ja = "羽根は無料です。"
"""


def test_side_rules_may_stand_in_a_file_for_each_subject(folder: Path) -> None:
    (folder / "nz-moa/side-rules-fees.toml").write_text(FEE.replace("feather", "free-feather"), encoding="utf-8")
    law = Law(folder)
    law.read_everything()
    rules = {rule.id: rule.confirmed for rule in law.provisions("nz-moa").rules}
    assert rules.keys() == {"feather", "free-for-chicks", "none-with-a-seat", "needed", "free-feather"}
    assert rules["free-feather"] is law.regimes["nz-moa"].confirmed


def test_side_rules_of_two_files_share_no_id_on_the_same_days(folder: Path) -> None:
    (folder / "nz-moa/side-rules-fees.toml").write_text(FEE, encoding="utf-8")
    says = "law/nz-moa/side-rules.toml:5: duplicate id: 'feather' stands in law/nz-moa/side-rules-fees.toml:2 for the same days; give it another id, or dates that do not overlap"
    assert said_of(folder) == says
    (folder / "nz-moa/side-rules-plumes.toml").write_text(FEE, encoding="utf-8")
    (folder / RULES).unlink()
    (folder / CASES).unlink()  # its cases expect rules
    assert said_of(folder).startswith("law/nz-moa/side-rules-plumes.toml:2: duplicate id: 'feather' stands in law/nz-moa/side-rules-fees.toml:2")


def test_a_fault_in_a_file_of_side_rules_hides_none_in_another(folder: Path) -> None:
    (folder / "nz-moa/side-rules-fees.toml").write_text(FEE.replace('"free"', '"cheap"').replace('"feather"', '"plume"'), encoding="utf-8")
    change(folder, RULES, 'value = "proportionate"', 'value = "vague"')
    assert [line.split(": ")[0] for line in said_of(folder).split("\n")] == ["law/nz-moa/side-rules-fees.toml:5", "law/nz-moa/side-rules.toml:8"]


# Several files, several faults


def test_all_faults_of_a_file_are_said_at_once(folder: Path) -> None:
    change(folder, SIGHTING, 'answers = ["access"]', 'answers = ["acess"]\nin_force_from = "today"')
    change(folder, SIGHTING, 'step = "answer"', 'stepp = "answer"')
    change(folder, SIGHTING, "{ months = 3 }", "{ months = 0 }")
    assert [line.split(": ")[0] for line in said_of(folder).split("\n")] == [f"law/nz-moa/rights/sighting.toml:{line}" for line in (4, 5, 17, 18, 28)]


def test_the_faults_of_all_files_are_said_at_once(folder: Path) -> None:
    for file in (REGIME, FACTS):
        change(folder, file, 'citation = "Moa Act s. ', 'citation = "Kiwi Act s. ')
    change(folder, RIGHTS, 'id = "access"', 'id = "acess"')
    change(folder, RELEASE, "2026.1.0", "1")
    change(folder, SHARED_FACTS, 'follow = "residence"', 'follow = "age"')
    with pytest.raises(DataError) as caught:
        Law(folder)
    assert [(problem.file, problem.rule) for problem in caught.value.problems] == [
        ("law/facts.toml", "follow"),
        ("law/nz-moa/facts.toml", "citation"),
        ("law/nz-moa/regime.toml", "citation"),
        ("law/release.toml", "wrong value"),
        ("law/rights.toml", "wrong value"),
    ]


def test_a_broken_file_hides_no_fault_of_the_others(folder: Path) -> None:
    change(folder, SHARED_FACTS, 'kind = "place"', 'kind = "planet"')
    change(folder, REGIME, 'short = "MDA"', "short = 3")
    change(folder, FACTS, 'kind = "extent"', 'kind = "extend"')
    assert [line.split(": ")[0] for line in said_of(folder).split("\n")] == ["law/facts.toml:5", "law/nz-moa/facts.toml:28", "law/nz-moa/regime.toml:10"]


def test_the_faults_of_all_provisions_and_cases_are_said_at_once(folder: Path) -> None:
    for file in (SIGHTING, FORGETTING, LIMITS, NATIONAL, RULES, AUTHORITIES, CASES):
        change(folder, file, 'citation = "Moa Act', 'citation = "Kiwi Act')
    assert len(said_of(folder).split("\n")) == 7
    assert Law(folder).regimes.keys() == {"nz-moa"}


def test_a_case_is_read_though_what_it_names_cannot_be(folder: Path) -> None:
    change(folder, LIMITS, 'effect = "redirect"', 'effect = "misdirect"')
    change(folder, CASES, 'exceptions = ["nest"]', 'exceptions = ["anything"]')
    assert [line.split(":")[0] for line in said_of(folder).split("\n")] == ["law/nz-moa/limits.toml"]
    assert len(Law(SMALL_LAW).scenarios()["nz-moa"]) == 2


# Several regimes


@pytest.fixture
def two_regimes(folder: Path) -> Path:
    """Add a second regime with a fact of its own, and nothing but its index."""
    (folder / "nz-kiwi").mkdir()
    shutil.copy(folder / REGIME, folder / "nz-kiwi/regime.toml")
    change(folder, "nz-kiwi/regime.toml", "not keeps_moa_records", "not kiwi_seen")
    facts = (folder / FACTS).read_text(encoding="utf-8").split("[[facts]]")
    (folder / "nz-kiwi/facts.toml").write_text("[[facts]]" + facts[1].replace("keeps_moa_records", "kiwi_seen"), encoding="utf-8")
    Law(folder).read_everything()
    return folder


def test_a_fact_stands_in_one_regime_only(two_regimes: Path) -> None:
    change(two_regimes, "nz-kiwi/facts.toml", "kiwi_seen", "keeps_moa_records")
    change(two_regimes, "nz-kiwi/regime.toml", "not kiwi_seen", "not keeps_moa_records")
    says = "the fact 'keeps_moa_records' is declared in nz-kiwi too; a fact of several laws stands once, in facts.toml of the top folder"
    assert said_of(two_regimes) == f"law/nz-moa/facts.toml:5: duplicate id: {says}"


def test_a_definition_has_no_name_that_another_regime_gave_to_a_fact(two_regimes: Path) -> None:
    change(two_regimes, "nz-kiwi/facts.toml", "kiwi_seen", "chick")
    change(two_regimes, "nz-kiwi/regime.toml", "not kiwi_seen", "not chick")
    says = "duplicate id: 'chick' is a fact of nz-kiwi already; give the definition another name"
    assert said_of(two_regimes).split("\n") == [f"law/nz-moa/facts.toml:35: {says}", f"law/nz-moa/facts.toml:43: {says}"]


def test_a_condition_names_no_fact_of_another_regime(two_regimes: Path) -> None:
    change(two_regimes, SIGHTING, CONDITION, "kiwi_seen")
    assert said_of(two_regimes).startswith("law/nz-moa/rights/sighting.toml:11: condition: 'kiwi_seen' is no declared fact or definition")


def test_a_case_at_the_top_may_cite_every_regime(two_regimes: Path) -> None:
    (two_regimes / "scenarios").mkdir()
    case = '[[scenarios]]\nname = "Both"\ncitation = "Moa Act s. 1"\nreceived = 2026-01-01\nexpect.due = "none"\n'
    (two_regimes / "scenarios/both.toml").write_text(case, encoding="utf-8")
    assert [scenario.name for scenario in Law(two_regimes).scenarios()[""]] == ["Both"]


def test_every_right_has_a_name_once_and_in_every_language_of_the_file(folder: Path) -> None:
    change(folder, RIGHTS, 'id = "account-closure"', 'id = "access"')
    change(folder, RIGHTS, 'name.en = "Erasure"', 'name.en = "Erasure"\nname.ja = "消去"')
    lines = said_of(folder).split("\n")
    assert "law/rights.toml:1: missing right: 'account-closure' has no name here" in lines
    assert "law/rights.toml:72: duplicate id: the right 'access' stands twice in this file" in lines
    assert len([line for line in lines if line.endswith("missing text: 'name.ja' is missing")]) == len(Right) - 1


# Nothing is half-loaded


def test_after_an_error_the_repaired_law_is_read(folder: Path) -> None:
    change(folder, REGIME, 'short = "MDA"', "short = 3")
    with pytest.raises(DataError):
        read_law(folder)
    change(folder, REGIME, "short = 3", 'short = "MDA"')
    law = read_law(folder)
    assert law is read_law(folder)
    assert law.regimes["nz-moa"].short == "MDA"


def test_after_an_error_the_repaired_provisions_are_read(folder: Path) -> None:
    law = Law(folder)
    change(folder, SIGHTING, CONDITION, "nobody_knows")
    for _ in range(2):
        with pytest.raises(DataError):
            law.provisions("nz-moa")
    change(folder, SIGHTING, "nobody_knows", CONDITION)
    assert [provision.id for provision in law.provisions("nz-moa").provisions] == ["forgetting", "sighting"]
    assert law.names(law.regimes["nz-moa"]).definitions == {"chick"}


# Whatever stands there


ODD: tuple[object, ...] = (
    0,
    -1,
    3,
    0.5,
    True,
    "",
    "x",
    "moa",
    "2026-01-01",
    [],
    ["x"],
    [3],
    [[]],
    [{}],
    {},
    {"en": 3},
    {"x": "y"},
    {"months": 0},
    date(2026, 1, 1),
)


def files_and_paths() -> list[tuple[str, tuple[str | int, ...]]]:
    """Give every value of every file of the invented law."""
    files = [path.relative_to(SMALL_LAW).as_posix() for path in sorted(SMALL_LAW.rglob("*.toml"))]
    tables = {file: tomllib.loads((SMALL_LAW / file).read_text(encoding="utf-8")) for file in files if file != "places.toml"}
    return [(file, path) for file, table in tables.items() for path in paths_in(table)]


def toml_of(value: object) -> str:
    """Write a value as TOML, on one line."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(key)} = {toml_of(inner)}' for key, inner in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(toml_of(item) for item in value)}]"
    return value.isoformat() if isinstance(value, date) else json.dumps(value)


@given(place=st.sampled_from(files_and_paths()), odd=st.sampled_from(ODD))
def test_whatever_stands_in_a_place_the_law_is_read_or_the_fault_is_said(
    tmp_path_factory: pytest.TempPathFactory,
    place: tuple[str, tuple[str | int, ...]],
    odd: object,
) -> None:
    folder = Path(shutil.copytree(SMALL_LAW, tmp_path_factory.mktemp("odd") / "law"))
    file, path = place
    tables: dict[str, Any] = tomllib.loads((folder / file).read_text(encoding="utf-8"))
    around: Any = tables
    for step in path[:-1]:
        around = around[step]
    around[path[-1]] = odd
    (folder / file).write_text("".join(f"{key} = {toml_of(value)}\n" for key, value in tables.items()), encoding="utf-8")
    problems: tuple[Problem, ...] = ()
    try:
        Law(folder).read_everything()
    except DataError as error:
        problems = error.problems
    assert all(problem.line and problem.message for problem in problems)
