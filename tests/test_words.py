"""Facts about decisions told in words: the golden texts, every language whole, and every kind of thing that a decision can say.

The golden texts are written anew with `make golden`; read the difference before it is committed.
"""

from __future__ import annotations

import importlib.util
import itertools
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

from jurisrights import Decision, Outcome, RegimeStatus, RequestError, Router, explain
from jurisrights.deciding.places import Places
from jurisrights.model.conformance import Severity
from jurisrights.model.decision import Assessment
from jurisrights.model.findings import (
    Alternative,
    Assumption,
    AuthorityFinding,
    ChannelFinding,
    ControllerFinding,
    Counted,
    Deadline,
    DocumentFinding,
    FeeFinding,
    Finding,
    Pausing,
    PromiseFinding,
    Question,
    RefusalFinding,
    RegimeFinding,
    RepresentativeFinding,
    RuleFinding,
    TargetFinding,
)
from jurisrights.model.law import Release
from jurisrights.model.lengths import BusinessDays, Days, Length, Months, Weeks, Years
from jurisrights.model.organisation import FeeBasis, Method, Officer, OfficerRole, Option, Proof, Tax
from jurisrights.model.request import Request
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import (
    EXCEPTION_OUTCOMES,
    Asks,
    AuthorityRole,
    Confirmed,
    CountStep,
    Effect,
    Event,
    Holds,
    Kind,
    Purpose,
    Right,
    Standard,
    Step,
    Topic,
    Unavailable,
)
from jurisrights.showing import languages
from jurisrights.showing.languages import LANGUAGES, spoken
from jurisrights.showing.phrases import Words
from jurisrights.testing.replay import citations_in, replay

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2026, 11, 23)
ROUTER = Router()
PLACES = Places.from_tables(ROUTER.law.places)
DECISIONS = [replay(ROUTER, scenario, regime) for regime, scenarios in ROUTER.law.scenarios().items() for scenario in scenarios[::5]]


def refresher() -> ModuleType:
    """Load the script that writes the golden texts."""
    spec = importlib.util.spec_from_file_location("refresh", GOLDEN / "refresh.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TEXTS: dict[Path, str] = dict(refresher().texts())


# ------------------------------------------------------------------------------------------------------- golden texts


@pytest.mark.parametrize("path", sorted(TEXTS), ids=lambda path: path.stem)
def test_the_text_is_the_golden_one(path: Path) -> None:
    assert TEXTS[path] == path.read_text(encoding="utf-8"), "if the change is meant: make golden, and read the difference"


def test_no_golden_text_is_left_over() -> None:
    assert set(GOLDEN.glob("*.txt")) == set(TEXTS)


# ----------------------------------------------------------------------------------------------------- every language whole

PARTS = ("PHRASES", "HEADINGS", "WORDS")
OTHERS = [language for language in LANGUAGES if language != "en"]
BLANK = re.compile(r"\{\w+\}")

# What reads as it does in English; what has no letters beside its blanks may always be the same
LIKE_ENGLISH = {("de", "organisation"), ("de", "name"), ("fr", "sources"), ("fr", "Rank.constitution")}


def words_of(language: str, part: str) -> Mapping[str, str]:
    """Give one of the tables of a language."""
    table: Mapping[str, str] = getattr(spoken(language), part)
    return table


def test_each_language_is_one_module() -> None:
    folder = Path(languages.__file__).parent
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == set(LANGUAGES)


def test_a_language_that_is_not_spoken_is_told_in_english() -> None:
    assert spoken("xx") is spoken("en")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_keys_of_english_in_their_order_with_the_same_blanks(language: str, part: str) -> None:
    english, own = words_of("en", part), words_of(language, part)
    assert list(own) == list(english)
    for key, phrase in own.items():
        blanks = {frozenset(BLANK.findall(form)) for form in (*phrase.split("|"), *english[key].split("|"))} - {frozenset()}
        assert len(blanks) <= 1, key


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", OTHERS)
def test_no_phrase_is_left_in_english(language: str, part: str) -> None:
    english = words_of("en", part)
    same = {key for key, phrase in words_of(language, part).items() if phrase == english[key] and re.search(r"[^\W\d_]", BLANK.sub("", phrase))}
    assert {key for key in same if (language, key) not in LIKE_ENGLISH} == set()


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", ["ja", "zh"])
def test_no_phrase_of_a_language_in_its_own_script_has_latin_words(language: str, part: str) -> None:
    names = {"Data", "Privacy", "Vocabulary", "DPV", "DPO"}
    kept = {key: re.sub(r"\{\w+\}|`[^`]*`", "", phrase) for key, phrase in words_of(language, part).items() if key != "date"}
    assert {key: phrase for key, phrase in kept.items() if set(re.findall(r"[A-Za-z]+", phrase)) - names} == {}


def test_french_signs_are_never_torn_from_their_words() -> None:
    texts = [phrase for part in PARTS for phrase in words_of("fr", part).values()]
    assert [text for text in texts if re.search("[^\u00a0][:;»]|«[^\u00a0]", text)] == []


def test_every_word_of_the_vocabularies_that_is_told_has_a_phrase() -> None:
    told: dict[str, Any] = {
        "outcome": Outcome,
        "status": RegimeStatus,
        "step": Step,
        "standard": Standard,
        "event": Event,
        "topic": set(Topic) - {Topic.REPRESENTATIVE},
        "asks": Asks,
        "effect": EXCEPTION_OUTCOMES,
        "confirmed": set(Confirmed) - {Confirmed.STATUTE},
        "contact": set(Confirmed) - {Confirmed.STATUTE},
        "role": AuthorityRole,
        "unavailable": set(Unavailable) - {Unavailable.NO_DATE},  # then there is no day to tell about
        "count": CountStep,
        "method": Method,
        "proof": Proof,
        "fee-basis": FeeBasis,
        "tax": Tax,
        "officer": OfficerRole,
        "severity": Severity,
        "duty": ("required", "exempt", "not-applicable", "unclear"),
    }
    assert [f"{kind}.{word}" for kind, words in told.items() for word in words if f"{kind}.{word}" not in spoken("en").PHRASES] == []


def source() -> str:
    """Give the source of everything that tells a decision or a report."""
    folder = Path(languages.__file__).parents[1]
    names = ("words.py", "one_law.py", "teller.py", "readings.py", "duties.py", "own_policy.py", "reports.py", "calendar_file.py", "phrases.py")
    return "".join((folder / name).read_text(encoding="utf-8") for name in names)


def test_every_phrase_that_the_page_asks_for_is_there() -> None:
    asked = set(re.findall(r"""\bsay\(\s*["']([a-z.-]+)["']""", source().replace("_say(", " say(")))
    assert len(asked) > 45
    assert asked <= set(spoken("en").PHRASES)


def test_every_phrase_is_asked_for_by_the_page() -> None:
    asked = set(re.findall(r"""["']([a-z-]+)["']""", source()))
    assert {key for key in spoken("en").PHRASES if "." not in key} - asked == set()
    kinds = set(re.findall(r"""f["']([a-z-]+)\.\{""", source()))
    assert {key.partition(".")[0] for key in spoken("en").PHRASES if "." in key} == kinds


def told(decision: Decision) -> str:
    """Give the Japanese text without what may stand in Latin letters: sources, codes, names, addresses, words to be typed."""
    text = explain(decision, "ja")
    names = [item.short for item in decision.regimes] + [finding.name.in_("ja") for finding in decision.regimes]
    for authority in decision.authorities:
        native = [name for _, name in authority.name.entries]
        names += [*native, authority.url, authority.email, authority.phone, authority.address]
    for item in decision.representatives:
        names += [item.name, item.address, item.email, item.phone]
    names += list(citations_in(decision))
    names += [part.name for part in decision.request.parts]
    for name in sorted(set(names) - {""}, key=len, reverse=True):
        text = text.replace(name, "")
    text = re.sub(r"\[[^\]]*\]", "", text)  # citations, fact ids and the values that they take
    text = re.sub(r"https?://\S+|\S+@\S+|[\w.]+\.(gov|es)[\w/]*", "", text)
    text = re.sub(r"「[A-Za-z ]+」", "", text)  # words that a law prescribes
    text = re.sub(r"（[A-Z]{2}(-[A-Z0-9]{1,3})?）", "", text)  # codes of places
    text = re.sub(r"（[A-Za-z ]+）", "", text)  # a foreign law's own word behind its translation
    return re.sub(r"ダイジェスト [0-9a-f]{12}", "", text)


# Names that Japanese writes in Latin letters; abbreviations are all capitals
NAMES = {"CalPrivacy", "Datainspektionen", "Ágion", "Óros"}


def test_the_japanese_text_has_no_english_words() -> None:
    found = {word: line for decision in DECISIONS for line in told(decision).splitlines() for word in re.findall(r"[A-Za-zÀ-ÿ]{2,}", line)}
    assert {word: line for word, line in found.items() if not word.isupper() and word not in NAMES} == {}


def blanked(value: Any) -> Any:
    """Give a decision with a sign for every text of the data, in every language: what is left are the phrases."""
    if isinstance(value, Text):
        return Text.of(dict.fromkeys(LANGUAGES, "※")) if value else value
    if isinstance(value, tuple):
        return tuple(map(blanked, value))
    if not attrs.has(type(value)):
        return value
    return attrs.evolve(value, **{field.name: blanked(getattr(value, field.name)) for field in attrs.fields(type(value)) if field.init})


def letters(text: str) -> set[str]:
    """Give the words of a text in Latin letters; what stands in square brackets are citations and ids."""
    return set(re.findall(r"[A-Za-zÀ-ÿ]+", re.sub(r"\[[^\[\]]*\]", "", text)))


def own_words(language: str) -> set[str]:
    """Give every word that a language has of its own: its phrases, its names of rights, of days and of months."""
    words = Words(language)
    days = [words.day(date(2026, month, day)) for month in range(1, 13) for day in range(1, 8)]
    rights = [item.name.in_(language) for item in ROUTER.law.rights.values() if item.name.has(language)]
    return letters(" ".join([*words_of(language, "PHRASES").values(), *days, *rights]))


def names_in(decision: Decision, language: str) -> set[str]:
    """Give the words of a decision that no language changes, and the names of its places."""
    names = [*citations_in(decision), *(item.short for item in decision.regimes), *(part.name for part in decision.request.parts)]
    for authority in decision.authorities:
        names += [authority.address, authority.email, authority.phone, authority.url]
    for item in decision.representatives:
        names += [item.name, item.address, item.email, item.phone]
    codes = [str(fact.value) for fact in decision.request.facts if fact.kind is Kind.PLACE]
    codes += [name for clock in decision.deadlines for reading in clock.alternatives for name in reading.calendars]
    return letters(" ".join([*names, *codes, *(PLACES.name(code, language) for code in codes)]))


@pytest.mark.parametrize("language", OTHERS)
def test_beside_the_texts_of_the_data_nothing_is_told_in_english(language: str) -> None:
    known = own_words(language)
    for decision in DECISIONS:
        shown = letters(explain(blanked(decision), language)) - known - names_in(decision, language)
        assert {word for word in shown if not re.fullmatch("[a-f]+", word)} == set()  # letters of the digest


def test_no_blank_is_left_unfilled() -> None:
    for decision, language in itertools.product(DECISIONS, LANGUAGES):
        assert "{" not in explain(decision, language)


def test_every_text_ends_with_its_sources_and_one_line_break() -> None:
    for decision, language in itertools.product(DECISIONS[::7], LANGUAGES):
        text = explain(decision, language)
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert decision.law.digest[:12] in text
        assert all(line == line.rstrip() for line in text.splitlines())


def test_an_old_decision_is_told_as_it_was() -> None:
    decision = DECISIONS[0]
    assert explain(Decision.from_json(decision.to_json()), "ja") == explain(decision, "ja")


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(RequestError, match="language 'xx' is not there; there are en, ja, zh, de, fr"):
        explain(DECISIONS[0], "xx")


# ------------------------------------------------------------------------------------------------------------ words


@pytest.mark.parametrize(
    ("length", "told"),
    [
        (Days(1), ("1 day", "1日", "1日", "1 Tag", "1 jour")),
        (Days(45), ("45 days", "45日", "45日", "45 Tage", "45 jours")),
        (BusinessDays(10), ("10 business days", "10営業日", "10个工作日", "10 Arbeitstage", "10 jours ouvrés")),
        (BusinessDays(1), ("1 business day", "1営業日", "1个工作日", "1 Arbeitstag", "1 jour ouvré")),
        (Weeks(2), ("2 weeks", "2週間", "2周", "2 Wochen", "2 semaines")),
        (Months(1), ("1 month", "1か月", "1个月", "1 Monat", "1 mois")),
        (Months(3), ("3 months", "3か月", "3个月", "3 Monate", "3 mois")),
        (Years(3), ("3 years", "3年", "3年", "3 Jahre", "3 ans")),
    ],
)
def test_a_length_is_told_with_its_unit(length: Length, told: tuple[str, ...]) -> None:
    assert tuple(Words(language).length(length) for language in LANGUAGES) == told


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (DAY, ("Monday 23 November 2026", "2026年11月23日月曜日", "2026年11月23日星期一", "Montag, 23. November 2026", "lundi 23 novembre 2026")),
        (
            date(2026, 12, 1),
            ("Tuesday 1 December 2026", "2026年12月1日火曜日", "2026年12月1日星期二", "Dienstag, 1. Dezember 2026", "mardi 1er décembre 2026"),
        ),
    ],
)
def test_a_day_is_told_in_full_with_its_weekday(day: date, told: tuple[str, ...]) -> None:
    assert tuple(Words(language).day(day) for language in LANGUAGES) == told


def test_one_is_told_otherwise_than_many() -> None:
    assert [Words(language).say("findings", count=1) for language in ("en", "de", "fr")] == ["1 finding.", "1 Feststellung.", "1 constat."]
    assert [Words(language).say("findings", count=2) for language in ("en", "zh", "de")] == ["2 findings.", "共2项意见。", "2 Feststellungen."]


def test_sentences_on_lines_of_their_own_are_joined_as_the_language_does_it() -> None:
    text = Text.of({"en": "One.\nTwo.", "ja": "一。\n二。", "zh": "一。\n二。", "fr": "Un.\nDeux."})
    assert [Words(language).text(text) for language in ("en", "ja", "zh", "fr")] == ["One. Two.", "一。二。", "一。二。", "Un. Deux."]


def test_what_the_data_does_not_have_in_a_language_is_told_in_english() -> None:
    assert {Words(language).text(Text.of({"en": "One.\nTwo."})) for language in LANGUAGES} == {"One. Two."}
    assert Words("ja").text(Text()) == ""


# ------------------------------------------------------------------- everything that a decision can say, made by hand


def both(text: str) -> Text:
    """Give a text of the data."""
    return Text.of({"en": text, "ja": f"{text}。"})


def clock(step: Step = Step.ANSWER, due: str | None = "2026-12-23", **more: Any) -> Deadline:
    """Give a clock of a decision."""
    basis: dict[str, Any] = {
        "regime": "xx-act",
        "standard": None,
        "length": Months(1),
        "runs_from": Event.RECEIVED,
        "binding": True,
        "text": both("A clock"),
        "citations": ("Act 9",),
    }
    return Deadline(step=step, due=date.fromisoformat(due) if due else None, **{"confirmed": Confirmed.STATUTE} | basis | more)


def finding(name: str, holds: Holds = Holds.YES, **more: Any) -> Finding:
    """Give a ground, bar or exception of a decision."""
    return Finding(id=name, holds=holds, text=both(name), citations=(f"Act {name}",), confirmed=Confirmed.STATUTE, **more)


def assessment(outcome: Outcome = Outcome.FULFIL, **more: Any) -> Assessment:
    """Give an assessment."""
    basis: dict[str, Any] = {"provision": "erasure", "title": both("Right to erasure"), "rights": (Right.ERASURE,), "citations": ("Act 1",)}
    return Assessment(regime="xx-act", outcome=outcome, confirmed=Confirmed.STATUTE, **basis | more)


def decision(*assessments: Assessment, **more: Any) -> Decision:
    """Give a decision under one act."""
    act = RegimeFinding(
        regime="xx-act",
        name=both("The Act"),
        short="Act",
        status=RegimeStatus.APPLIES,
        connection="c",
        text=both("It applies"),
        citations=(),
        confirmed=Confirmed.STATUTE,
    )
    basis: dict[str, Any] = {"outcome": assessments[0].outcome if assessments else None, "due": None, "regimes": (act,), "questions": (), "assumptions": ()}
    request = Request(right=Right.ERASURE, received=DAY, facts=())
    return Decision(request=request, law=Release(release="2026.11.0", digest="0" * 64), assessments=assessments, right_name=both("Erasure"), **basis | more)


def lines(given: Decision, language: str = "en") -> list[str]:
    """Give the lines of the text."""
    return explain(given, language).splitlines()


def test_the_head_says_what_was_asked_and_what_comes_out() -> None:
    conflict = decision(outcome=Outcome.CONFLICT, due=date(2026, 12, 23), organisation=both("The firm"))
    assert lines(conflict)[:5] == [
        "Erasure, received Monday 23 November 2026, where the person lives is not known",
        "Organisation: The firm",
        "Outcome: the laws conflict",
        "Due: Wednesday 23 December 2026 at the latest",
        "One law forbids what another demands: take advice before acting.",
    ]
    everything = attrs.evolve(decision(), request=Request(right=None, received=DAY, facts=()), right_name=Text())
    assert lines(everything)[:2] == ["Everything the person may ask for, received Monday 23 November 2026, where the person lives is not known", ""]


def test_each_clock_tells_its_date_its_standard_and_what_it_waits_for() -> None:
    clocks = {
        clock(): "answer: by Wednesday 23 December 2026, 1 month from receipt [Act 9]",
        clock(standard=Standard.WITHOUT_DELAY): "answer: without delay, at the latest by Wednesday 23 December 2026, 1 month from receipt [Act 9]",
        clock(due=None, length=None, standard=Standard.PROMPTLY): "answer: promptly (no fixed number of days) [Act 9]",
        clock(due=None, runs_from=Event.FEE_PAID): "answer: 1 month from payment of the fee (no date known yet) [Act 9]",
        clock(binding=False): "answer: by Wednesday 23 December 2026, 1 month from receipt (a benchmark, not binding) [Act 9]",
        clock(Step.SUIT_NOT_BEFORE): "the person may sue: from Wednesday 23 December 2026, 1 month from receipt [Act 9]",
        clock(Step.RECORD): "keep a record: at least until Wednesday 23 December 2026, 1 month from receipt [Act 9]",
        clock(runs_from=Event.COMPLAINT_LODGED): "answer: by Wednesday 23 December 2026, 1 month from the complaint [Act 9]",
        clock(confirmed=Confirmed.RECALLED): "answer: by Wednesday 23 December 2026, 1 month from receipt [Act 9 (not checked against the text)]",
    }
    for given, line in clocks.items():
        assert line in lines(decision(assessment(clocks=(given,))))


def counted(*steps: tuple[CountStep, str], calendar: str = "", because: str = "") -> Alternative:
    """Give a reading that was counted in these steps."""
    last = len(steps) - 1
    made = tuple(
        Counted(what=what, day=date.fromisoformat(day), calendar=calendar, because=both(because) if because and number == last else Text())
        for number, (what, day) in enumerate(steps)
    )
    calendars = (calendar,) if calendar else ()
    return Alternative(due=made[-1].day, because=both("Rolled"), citations=("Rule 3",), confirmed=Confirmed.STATUTE, counted=made, calendars=calendars)


START = (CountStep.EVENT, "2026-01-31"), (CountStep.ENDS, "2026-02-28")


@pytest.mark.parametrize(
    ("calendar", "told", "japanese"),
    [
        ("", "", ""),
        ("DE-HH", " (calendar: Hamburg)", "（暦：ハンブルク）"),
        ("gov-code-6700", " (calendar: [gov-code-6700])", "（暦：[gov-code-6700]）"),
        ("weekends", " (calendar: Saturdays and Sundays only)", "（暦：土曜日・日曜日のみ）"),
    ],
)
def test_the_steps_of_counting_are_told_with_the_length_and_the_place_whose_rest_days_were_used(calendar: str, told: str, japanese: str) -> None:
    rolled = counted(*START, (CountStep.ROLLED, "2026-03-02"), calendar=calendar)
    given = decision(assessment(clocks=(clock(due="2026-03-02", alternatives=(rolled,)),)))
    before = "    Counted: receipt on Saturday 31 January 2026; the period of 1 month ends on Saturday 28 February 2026; "
    assert f"{before}a day of rest; the next working day is Monday 2 March 2026{told}. [Rule 3]" in lines(given)
    before = "    数え方：2026年1月31日土曜日に受領、1か月の期間が2026年2月28日土曜日に満了、休日のため、次の就業日である2026年3月2日月曜日"
    assert f"{before}{japanese}。 [Rule 3]" in lines(given, "ja")


def test_where_nothing_but_the_length_was_counted_no_steps_are_told() -> None:
    given = decision(assessment(clocks=(clock(due="2026-02-28", alternatives=(counted(*START),)),)))
    assert not [line for line in lines(given) if "Counted" in line]


def test_business_days_are_always_told_with_their_calendar() -> None:
    given = decision(assessment(clocks=(clock(due="2026-02-28", length=BusinessDays(20), alternatives=(counted(*START, calendar="CN"),)),)))
    told = "    Counted: receipt on Saturday 31 January 2026; the period of 20 business days ends on Saturday 28 February 2026 (calendar: China). [Rule 3]"
    assert told in lines(given)


def test_a_reading_says_how_its_rule_was_confirmed_and_what_is_open_about_it() -> None:
    rolled = attrs.evolve(counted(*START, (CountStep.ROLLED, "2026-03-02")), confirmed=Confirmed.RECALLED, unsettled=both("Nobody has said so"))
    told = lines(decision(assessment(clocks=(clock(due="2026-03-02", alternatives=(rolled,)),))))
    number = next(number for number, line in enumerate(told) if line.startswith("    Counted"))
    assert told[number].endswith("[Rule 3 (not checked against the text)]")
    assert told[number + 1] == "    Unsettled: Nobody has said so"


def test_every_step_of_a_longer_count_is_told() -> None:
    made = (
        Counted(what=CountStep.EVENT, day=date(2026, 1, 31)),
        Counted(what=CountStep.FIRST, day=date(2026, 2, 28), length=Months(1)),
        Counted(what=CountStep.ENDS, day=date(2026, 4, 28), length=Months(2)),
        Counted(what=CountStep.SUSPENDED, day=date(2026, 5, 1), length=Days(3)),
        Counted(what=CountStep.DAY_AFTER, day=date(2026, 5, 2)),
    )
    reading = Alternative(due=date(2026, 5, 2), because=both("Why"), citations=(), confirmed=Confirmed.STATUTE, counted=made)
    given = decision(assessment(clocks=(clock(due="2026-05-02", length=Months(3), alternatives=(reading,)),)))
    steps = (
        "receipt on Saturday 31 January 2026; first 1 month, to Saturday 28 February 2026; then 2 months, to Tuesday 28 April 2026; "
        "3 days not counted, so the period ends on Friday 1 May 2026; so from Saturday 2 May 2026"
    )
    assert f"    Counted: {steps}." in lines(given)


def test_of_several_readings_the_one_that_is_due_comes_first_with_its_calendars_and_its_reason() -> None:
    irish = attrs.evolve(counted((CountStep.EVENT, "2026-04-01"), (CountStep.ENDS, "2026-05-01")), calendars=("IE", "DK"))
    german = counted((CountStep.EVENT, "2026-04-01"), (CountStep.ENDS, "2026-05-01"), (CountStep.ROLLED, "2026-05-04"), calendar="DE")
    told = lines(decision(assessment(clocks=(clock(due="2026-05-01", alternatives=(irish, german)),))))
    start = next(number for number, line in enumerate(told) if line.startswith("answer: "))
    begins = "receipt on Wednesday 1 April 2026; the period of 1 month ends on Friday 1 May 2026"
    assert told[start + 1 : start + 3] == [
        f"    Counted: {begins} (calendar: Ireland, Denmark). Rolled [Rule 3]",
        f"    Another reading: Monday 4 May 2026. Counted: {begins}; a day of rest; the next working day is Monday 4 May 2026 (calendar: Germany). [Rule 3]",
    ]


def test_where_the_latest_reading_is_due_it_still_comes_first() -> None:
    early, late = counted(*START), attrs.evolve(counted(*START), due=date(2026, 3, 2), because=both("By the other rule"))
    given = clock(Step.SUIT_NOT_BEFORE, due="2026-03-02", alternatives=(early, late))
    told = [line for line in lines(decision(assessment(clocks=(given,)))) if line.startswith(("    Counted", "    Another"))]
    assert [line.split(":")[0].strip() for line in told] == ["Counted", "Another reading"]


def test_every_other_reading_is_told_with_its_reason() -> None:
    first = counted(*START)
    later = attrs.evolve(first, due=date(2026, 3, 2), because=both("By the state's calendar"), citations=("Rule 4", "Guide 5"), calendars=("gov-code-6700",))
    latest = attrs.evolve(first, due=date(2026, 3, 9), because=both("With the time of the check"), citations=())
    given = decision(assessment(clocks=(clock(due="2026-02-28", alternatives=(first, later, latest)),)))
    told = lines(given)
    start = next(number for number, line in enumerate(told) if line.startswith("answer: "))
    assert told[start + 1 : start + 4] == [
        "    Counted: receipt on Saturday 31 January 2026; the period of 1 month ends on Saturday 28 February 2026. Rolled [Rule 3]",
        "    Another reading: Monday 2 March 2026 ([gov-code-6700]). By the state's calendar [Rule 4; Guide 5]",
        "    Another reading: Monday 9 March 2026. With the time of the check",
    ]
    assert "    ほかの解釈：2026年3月2日月曜日（[gov-code-6700]）。By the state's calendar。 [Rule 4; Guide 5]" in lines(given, "ja")


def test_a_clock_tells_what_is_not_certain_about_it() -> None:
    given = clock(provisional=True, holds=Holds.OPEN, facts=("busy",), unsettled=both("Nobody knows"))
    text = lines(decision(assessment(clocks=(given,))))
    (line,) = [line for line in text if line.startswith("answer: ")]
    assert line == (
        "answer: by Wednesday 23 December 2026, 1 month from receipt (provisional: the calendar of that year is not published yet)"
        " (open; it depends on: [busy]) [Act 9]"
    )
    assert text[text.index(line) + 1] == "    Unsettled: Nobody knows"
    (japanese,) = [line for line in lines(decision(assessment(clocks=(given,))), "ja") if line.startswith("回答：")]
    assert japanese == "回答：2026年12月23日水曜日まで、受領から1か月（暫定：その年の暦がまだ公表されていません）（未確定、次の点による：[busy]） [Act 9]"


def test_time_that_has_begun_not_to_count_is_told_with_its_source() -> None:
    pausing = Pausing(since=date(2026, 3, 4), text=both("The check"), citations=("Guide 5",), confirmed=Confirmed.SECONDARY)
    told = lines(decision(assessment(clocks=(clock(pausing=(pausing,)),))))
    assert "    Open since Wednesday 4 March 2026; its end will give another date: The check [Guide 5 (read in a secondary source)]" in told


def test_an_extension_whose_reason_is_open_names_the_fact_that_would_state_it() -> None:
    given = clock(Step.ANSWER_EXTENDED, notice_by=date(2026, 11, 30), holds=Holds.OPEN, facts=("complex_or_many_requests",))
    (line,) = [line for line in lines(decision(assessment(clocks=(given,)))) if line.startswith("answer, extended: ")]
    assert "(only with its reason, and if the person is told by Monday 30 November 2026) (open; it depends on: [complex_or_many_requests])" in line


def test_a_day_that_is_not_decided_is_told_once_as_the_reason_why_a_date_is_provisional() -> None:
    open_day = counted(*START, (CountStep.PROVISIONAL, "2026-02-28"), calendar="GR", because="The Minister decides")
    given = clock(due="2026-02-28", provisional=True, alternatives=(open_day, attrs.evolve(open_day, due=date(2026, 3, 2))))
    text = lines(decision(assessment(clocks=(given,))))
    note = "(provisional: whether a day on the way is one of rest is not decided yet)"
    assert f"answer: by Saturday 28 February 2026, 1 month from receipt {note} [Act 9]" in text
    assert text.count("    Unsettled: The Minister decides") == 1
    (japanese,) = [line for line in lines(decision(assessment(clocks=(given,))), "ja") if line.startswith("回答：")]
    assert "（暫定：途中の一日が休日となるか、まだ決まっていません）" in japanese


@pytest.mark.parametrize(
    ("more", "note", "japanese"),
    [
        ({"used": True}, "the extension was notified in time", "延長は期限内に通知されています"),
        ({}, "only with its reason, and if the person is told by Wednesday 23 December 2026", "理由があり、2026年12月23日水曜日までに本人に通知した場合のみ"),
        ({"unavailable": Unavailable.NO_GROUNDS}, "not available: there is no reason for it", "利用できません（延長の理由がありません）"),
        (
            {"unavailable": Unavailable.NOTIFIED_LATE},
            "not available: the person was told after Wednesday 23 December 2026",
            "利用できません（本人への通知が2026年12月23日水曜日より後でした）",
        ),
        (
            {"unavailable": Unavailable.NOTICE_DAY_PASSED},
            "not available: the person had to be told by Wednesday 23 December 2026",
            "利用できません（2026年12月23日水曜日までに本人への通知が必要でした）",
        ),
    ],
)
def test_an_extension_says_whether_it_can_be_used(more: dict[str, Any], note: str, japanese: str) -> None:
    given = clock(Step.ANSWER_EXTENDED, "2027-02-23", notice_by=date(2026, 12, 23), length=Months(3), **more)
    assert f"answer, extended: by Tuesday 23 February 2027, 3 months from receipt ({note}) [Act 9]" in lines(decision(assessment(clocks=(given,))))
    assert [line for line in lines(decision(assessment(clocks=(given,))), "ja") if f"（{japanese}）" in line]


def test_an_extension_without_a_date_tells_no_day_of_notice() -> None:
    given = clock(Step.ANSWER_EXTENDED, None, length=Months(3), unavailable=Unavailable.NO_DATE)
    assert "answer, extended: 3 months from receipt (no date known yet) [Act 9]" in lines(decision(assessment(clocks=(given,))))


def test_what_to_do_next_is_listed_once_by_date_and_nothing_that_is_not_due() -> None:
    first = assessment(
        clocks=(
            clock(Step.COMPLY, None, length=None, standard=Standard.WITHOUT_DELAY),
            clock(Step.ANSWER, "2026-12-23"),
            clock(Step.ACKNOWLEDGE, "2026-12-05"),
            clock(Step.ANSWER, None, runs_from=Event.FEE_PAID),
            clock(Step.REFUSAL_NOTICE, "2026-12-01"),
            clock(Step.COMPLY, "2026-12-02", binding=False),
            clock(Step.COMPLY, "2026-12-03", holds=Holds.NO),
            clock(Step.SUIT_NOT_BEFORE, "2026-12-07"),
        )
    )
    text = explain(decision(first, attrs.evolve(first, part="b")))
    block = text[text.index("What to do next") :].split("\n\n")[0].splitlines()
    assert block == [
        "What to do next",
        "- by Saturday 5 December 2026: confirm receipt (Act)",
        "- by Wednesday 23 December 2026: answer (Act)",
        "- without delay: carry it out (Act)",
        "- once payment of the fee is known: answer (Act)",
    ]
    refusing = attrs.evolve(first, outcome=Outcome.MAY_REFUSE)
    assert "- by Tuesday 1 December 2026: if refused, tell the person (Act)" in lines(decision(refusing))
    assert not [line for line in lines(decision(refusing)) if line.endswith(": carry it out (Act)")]


def test_what_to_do_next_says_of_a_step_that_is_not_certain_on_what_it_hangs() -> None:
    perhaps = assessment(clocks=(clock(Step.ANSWER, "2026-12-23", holds=Holds.OPEN, facts=("sector",)),))
    assert "- by Wednesday 23 December 2026: answer (Act) (open; it depends on: [sector])" in lines(decision(perhaps))


def test_where_nothing_is_due_it_says_so() -> None:
    assert "- Nothing is due under these laws." in lines(decision(assessment(Outcome.NO_RIGHT_HERE)))


def test_a_question_names_its_part_its_answers_and_what_else_would_settle_it() -> None:
    question = Question(
        fact="kept",
        kind=Kind.EXTENT,
        text=both("Is it kept?"),
        asks=Asks.ORGANISATION,
        purpose=Purpose.BARS,
        values=("no", "partly"),
        part="invoices",
        instead=("archived",),
        regimes=("xx-act",),
    )
    text = lines(decision(questions=(question,)))
    start = next(number for number, line in enumerate(text) if line.startswith("1. "))
    assert text[start : start + 3] == [
        "1. for “invoices” Is it kept? (Act; find out in the organisation) [kept]",
        "   answers: [no, partly]",
        "   or state: [archived]",
    ]
    assert "Nothing more is needed for this answer." in lines(decision())


def test_a_question_names_every_law_that_asks_it() -> None:
    act = decision().regimes[0]
    other = attrs.evolve(act, regime="yy-act", name=both("Other Act"), short="OA")
    question = Question(fact="age", kind=Kind.NUMBER, text=both("How old?"), asks=Asks.REQUESTER, purpose=Purpose.BARS, regimes=("yy-act", "xx-act"))
    told = decision(regimes=(act, other), questions=(question,))
    assert "1. How old? (OA, Act; ask the requester) [age]" in lines(told)
    assert "1. How old?。（OA、Act、請求者に確認） [age]" in lines(told, "ja")


def test_a_law_that_does_not_answer_says_what_governs() -> None:
    act = decision().regimes[0]
    elsewhere = attrs.evolve(
        act, status=RegimeStatus.NO, outcome=Outcome.NOT_ENCODED, governed_by=both("The Archive Act"), unsettled=both("Doubtful"), citations=("Act 3",)
    )
    text = lines(decision(regimes=(elsewhere, attrs.evolve(act, regime="yy", name=both("Other Act"), status=RegimeStatus.NO))))
    assert "  What governs instead: The Archive Act" in text
    assert "    Unsettled: Doubtful" in text
    assert "- Not applicable: Other Act." in text


def test_why_a_law_that_would_have_applied_does_not_is_told_where_none_answers() -> None:
    act = attrs.evolve(decision().regimes[0], status=RegimeStatus.NO, outcome=Outcome.NO_LAW_APPLIES, text=both("The person is dead"))
    text = lines(decision(regimes=(act,)))
    assert text[text.index("Laws") + 1].startswith("- The Act: does not apply. The person is dead")


def test_where_a_law_answers_the_others_are_only_named() -> None:
    act = decision().regimes[0]
    elsewhere = attrs.evolve(
        act, regime="yy", name=both("Archive Act"), status=RegimeStatus.NO, outcome=Outcome.NOT_ENCODED, governed_by=both("The Secrecy Act")
    )
    text = lines(decision(assessment(), regimes=(act, elsewhere, attrs.evolve(elsewhere, regime="zz", name=both("Other Act"), outcome=None))))
    assert text[text.index("Laws") + 1 :][:3] == ["- The Act: applies. It applies", "- Not applicable: Archive Act; Other Act.", ""]
    assert "The Secrecy Act" not in "".join(text)


def test_an_assumption_is_told_with_its_reason_where_it_carries_a_law_that_answers() -> None:
    age = Assumption(fact="age", kind=Kind.NUMBER, value=30, because=both("Taken to be grown up"), regimes=("xx-act", "yy"))
    seat = attrs.evolve(age, fact="seat", kind=Kind.PLACE, value="DE", because=both("Taken to sit there"), regimes=("yy",))
    market = attrs.evolve(seat, fact="market", regimes=("yy", "zz"))
    answered = lines(decision(assessment(), assumptions=(age, market, seat)))
    start = answered.index("Assumed, because nothing else was said")
    assert answered[start + 1 :][:3] == ["- Taken to be grown up [age]", "- For the laws that do not apply, also: [market, seat].", ""]
    carried = lines(decision(assessment(), assumptions=(age,)))
    assert "do not apply, also" not in "".join(carried)


def test_where_no_law_answers_every_assumption_is_told_with_its_reason() -> None:
    seat = Assumption(fact="seat", kind=Kind.PLACE, value="DE", because=both("Taken to sit there"), regimes=("yy",))
    text = lines(decision(assumptions=(seat,)))
    assert text[text.index("Assumed, because nothing else was said") + 1 :][:2] == ["- Taken to sit there [seat]", ""]


def test_an_assessment_says_its_part_what_it_replaces_and_from_when() -> None:
    text = lines(decision(assessment(part="invoices", instead_of=Right.ACCESS, starts_on=date(2027, 1, 1), unsettled=both("Doubtful"))))
    assert "* Right to erasure (part “invoices”) (looked at instead of “Access to one's data and a copy of it”): fulfil [Act 1]" in text
    assert "  From Friday 1 January 2027." in text
    assert "    Unsettled: Doubtful" in text


def test_a_right_that_the_law_lacks_points_to_what_it_has() -> None:
    text = explain(decision(assessment(Outcome.NO_RIGHT_HERE, text=both("There is none"), see=(Right.ERASURE,))))
    assert "\n  There is none\n" in text
    assert "This law has instead: Erasure." in text


def test_reasons_come_with_how_far_they_reach_and_what_is_not_enough() -> None:
    given = assessment(
        Outcome.FULFIL_IN_PART,
        bars=(finding("bar", Holds.NO, governed_by=both("Never told")),),
        exceptions=(
            finding("kept", not_enough=both("House policy"), effect=Effect.REFUSE_TO_THAT_EXTENT),
            finding("claims", Holds.OPEN, effect=Effect.MAY_REFUSE),
        ),
        grounds=(finding("unlawful", remedy=both("As far as needed"), unsettled=both("Doubtful")),),
    )
    text = explain(decision(given))
    for part in ("Because: kept [Act kept]", "Not enough: House policy", "Because: unlawful", "How far: As far as needed", "Unsettled: Doubtful"):
        assert part in text
    assert "  - claims (may refuse) [Act claims]" in text.splitlines()
    assert "Never told" not in text
    refused = assessment(Outcome.NO_RIGHT_HERE, bars=(finding("archive", governed_by=both("The Archive Act")),))
    assert "    What governs instead: The Archive Act" in lines(decision(refused))
    redirected = assessment(Outcome.REDIRECT, bars=(finding("processor", governed_by=both("The controller"), effect=Effect.REDIRECT),))
    assert "    Who answers instead: The controller" in lines(decision(redirected))


def test_where_no_ground_holds_each_is_named() -> None:
    text = explain(decision(assessment(Outcome.NO_RIGHT_HERE, grounds=(finding("withdrawn", Holds.NO), finding("unlawful", Holds.NO)))))
    assert "withdrawn [Act withdrawn]" in text
    assert "unlawful [Act unlawful]" in text
    assert "Because" not in text


def test_where_all_grounds_are_needed_the_missing_one_is_the_reason() -> None:
    text = explain(decision(assessment(Outcome.NO_RIGHT_HERE, grounds=(finding("consent"), finding("automated", Holds.NO)))))
    assert "automated" in text
    assert "Because: consent" not in text


def test_rules_stand_under_their_topic_once_and_open_ones_name_their_facts() -> None:
    rule = RuleFinding(
        topic=Topic.IDENTITY,
        id="doubt",
        value="required",
        holds=Holds.OPEN,
        text=both("Check"),
        citations=("Act 5",),
        confirmed=Confirmed.STATUTE,
        facts=("minor",),
    )
    sure = attrs.evolve(rule, id="sure", topic=Topic.FEE, holds=Holds.YES, text=both("Free"), unsettled=both("Doubtful"))
    text = lines(decision(assessment(rules=(rule, sure)), assessment(rules=(rule,), part="b")))
    assert text.count("Identity:") == 1
    assert len([line for line in text if line.startswith("  - Check (") and "minor" in line]) == 1
    assert text[text.index("Fee:") + 1 :][:2] == ["  - Free [Act 5]", "    Unsettled: Doubtful"]


def test_the_organisations_way_is_told_with_all_that_it_publishes() -> None:
    channel = ChannelFinding(
        id="web",
        name=both("Web form"),
        desk=both("Privacy desk"),
        officer=both("A. Clerk"),
        steps=(both("Write"), both("Wait")),
        address=both("1 High Street"),
        email="desk@example.org",
        phone="123",
        url="https://example.org",
        methods=(Method.WEB_FORM, Method.TOLL_FREE_PHONE),
        languages=("en", "ja"),
        postage=both("The sender's"),
        never_accepted=(both("Fax"),),
        answers_by=(both("Post"),),
    )
    bare = ChannelFinding(id="post", name=both("Letter"), desk=both("Mail room"))
    again = attrs.evolve(bare, id="fax", name=both("Fax"), steps=(both("Dial"),))
    promise = PromiseFinding(regimes=("xx-act",), text=both("We always answer"))
    target = TargetFinding(step=Step.ANSWER, due=date(2026, 12, 1), text=both("We are quick"))
    text = explain(decision(channels=(channel, bare, again), promises=(promise,), targets=(target,)))
    wanted = [
        "- Web form",
        "  Desk: Privacy desk",
        "  Officer: A. Clerk",
        "  1 High Street",
        "  desk@example.org",
        "  123",
        "  https://example.org",
        "  1. Write",
        "  2. Wait",
        "  Ways to send it: by web form, by toll-free telephone",
        "  Languages in which it is taken: [en, ja]",
        "  Postage: The sender's",
        "  Not accepted: Fax",
        "  Answer: Post",
        "- Letter",
        "  Desk: Mail room",
        "- We always answer",
        "- its own target, beside the law's date: answer by Tuesday 1 December 2026. We are quick",
    ]
    assert [line for line in wanted if line not in text.splitlines()] == []
    assert "- Letter\n  Desk: Mail room\n- Fax\n  1. Dial\n" in text  # a desk that several share is told once


def test_documents_are_told_with_what_narrows_them() -> None:
    passport = Option(text=both("Passport"), together_with=(both("Photo"),), blacked_out=both("Number"), issued_within=Months(3))
    papers = DocumentFinding(text=both("Papers"), proof=Proof.IDENTITY, holds=Holds.OPEN, any_of=(passport, Option(text=both("Licence"))), needs=2)
    form = DocumentFinding(text=both("Form A"), proof=Proof.FORM, holds=Holds.YES, any_of=(Option(text=both("Printed")),))
    channel = ChannelFinding(id="web", name=both("Web form"), desk=both("Desk"), documents=(papers, form))
    text = lines(decision(channels=(channel,)))
    start = text.index("  Proof of identity: Papers (depending on the case)")
    assert text[start + 1 :][:5] == [
        "    2 of these:",
        "    - Passport (together with: Photo) (black out: Number) (issued within 3 months before the request)",
        "    - Licence",
        "  Form: Form A",
        "    One of these:",
    ]


def test_a_fee_is_told_with_its_tax_and_what_the_law_says_of_it() -> None:
    rule = RuleFinding(
        topic=Topic.FEE, id="fee", value="cost-fee", holds=Holds.YES, text=both("Within the cost"), citations=("Act 38",), confirmed=Confirmed.STATUTE
    )
    fixed = FeeFinding(
        basis=FeeBasis.FIXED,
        holds=Holds.YES,
        amount="300",
        currency="JPY",
        tax=Tax.INCLUDED,
        way=both("Stamps"),
        text=both("For each request"),
        law=(rule, attrs.evolve(rule, holds=Holds.OPEN, text=both("Never told"))),
    )
    perhaps = FeeFinding(basis=FeeBasis.ACTUAL_COST, holds=Holds.OPEN)
    channel = ChannelFinding(id="web", name=both("Web form"), desk=both("Desk"), fees=(fixed, perhaps))
    text = lines(decision(channels=(channel,)))
    start = text.index("  Fee: 300 JPY (tax included) (Stamps): For each request")
    assert text[start + 1 :][:2] == ["    The law: Within the cost [Act 38]", "  Fee: the actual cost (depending on the case)"]
    assert "Never told" not in "".join(text)


def test_what_else_the_policy_says_is_told() -> None:
    refusals = tuple(
        RefusalFinding(text=both(name), holds=holds, law=("xx-act:claims", "xx-act:more")) for name, holds in (("Claims", Holds.OPEN), ("Secrets", Holds.YES))
    )
    named = Officer(role=OfficerRole.MANAGER, title=both("Head"), name=both("A. Clerk"), email="a@example.org")
    more = {"controllers": (ControllerFinding(text=both("Ask the client")),), "officers": (named, Officer(role=OfficerRole.DIRECTOR))}
    text = lines(decision(refusals=refusals, **more))
    assert text[text.index("Who answers instead") + 1] == "- Ask the client"
    assert text[text.index("Reasons to refuse that the policy names and the law allows here") + 1 :][:2] == [
        "- Claims (Act) (only if the organisation shows it)",
        "- Secrets (Act)",
    ]
    assert text[text.index("Whom the policy names") + 1 :][:3] == ["- Personal information manager: Head, A. Clerk", "  a@example.org", "- Director"]


def test_a_representative_is_named_or_missed() -> None:
    item = RepresentativeFinding(regime="xx-act", duty="required", text=both("One is needed"), citations=("Act 27",), confirmed=Confirmed.STATUTE)
    named = attrs.evolve(item, name="Agent Ltd", address="2 Low Street", email="agent@example.org")
    unclear = attrs.evolve(item, duty="unclear", facts=("small",))
    text = lines(decision(representatives=(item, named, unclear, attrs.evolve(item, duty="exempt")), organisation=both("The firm")))
    assert text.count("  The organisation names nobody.") == 2
    assert "- The Act: required. One is needed [Act 27]" in text
    assert "  Named by the organisation: Agent Ltd" in text
    assert "  agent@example.org" in text
    assert any("unclear" in line and "small" in line for line in text)
    assert "names nobody" not in explain(decision(representatives=(item,)))


def test_an_authority_is_told_once_with_its_contact() -> None:
    item = AuthorityFinding(
        regime="xx-act",
        id="dpa",
        place="DE-HH",
        role=AuthorityRole.MAY_LODGE,
        name=Text.of({"en": "Commissioner", "de": "Beauftragter"}),
        text=both("Where the person lives"),
        citations=("Act 77",),
        confirmed=Confirmed.STATUTE,
        contact_confirmed=Confirmed.STATUTE,
        url="https://example.org",
        email="dpa@example.org",
        note=both("Mornings only"),
    )
    coarse = attrs.evolve(item, id="other", name=both("Other office"), certain=False, note=Text(), url="", email="")
    leading = attrs.evolve(item, role=AuthorityRole.LEADS, citations=("Act 56",), confirmed=Confirmed.SECONDARY)
    silent = attrs.evolve(item, id="silent", name=both("Silent office"), note=Text(), url="", email="")
    text = lines(decision(authorities=(item, leading, coarse, silent)))
    start = text.index("Where the person can complain")
    assert text[start + 1 :][:6] == [
        "- Commissioner (Beauftragter): takes complaints [Act 77]; leads [Act 56 (read in a secondary source)]",
        "  https://example.org | dpa@example.org",
        "  Mornings only",
        "- Silent office: takes complaints [Act 77]",
        "- One of these, depending on the exact place:",
        "  - Other office",
    ]


def test_an_authority_under_two_laws_is_told_once() -> None:
    item = AuthorityFinding(
        regime="xx-act",
        id="dpa",
        role=AuthorityRole.MAY_LODGE,
        name=both("Commissioner"),
        text=both("Complaints"),
        citations=("Act 77",),
        confirmed=Confirmed.STATUTE,
        contact_confirmed=Confirmed.STATUTE,
        url="https://example.org",
        note=both("Mornings only"),
    )
    other = attrs.evolve(item, regime="xx-other", citations=("Other Act 5",))
    same = attrs.evolve(item, regime="xx-third", note=both("By post too"))
    text = lines(decision(authorities=(item, other, same)))
    start = text.index("Where the person can complain")
    assert text[start + 1 :][:4] == [
        "- Commissioner: takes complaints [Act 77; Other Act 5]",
        "  https://example.org",
        "  Mornings only",
        "  By post too",
    ]
    assert sum("Commissioner" in line for line in text) == 1


def test_an_authoritys_own_name_stands_once() -> None:
    item = AuthorityFinding(
        regime="xx-act",
        id="dpa",
        place="DE-HH",
        role=AuthorityRole.MAY_LODGE,
        name=Text.of({"en": "Commissioner", "ja": "監察官", "de": "Beauftragter"}),
        text=both("Where the person lives"),
        citations=(),
        confirmed=Confirmed.STATUTE,
        contact_confirmed=Confirmed.STATUTE,
    )
    told = decision(authorities=(item,))
    assert "- Beauftragter: nimmt Beschwerden entgegen" in lines(told, "de")
    assert "- Commissioner (Beauftragter)\u00a0: reçoit les réclamations" in lines(told, "fr")
    assert "- 監察官（Beauftragter）：申立先" in lines(told, "ja")


def test_the_own_name_of_an_authority_is_that_in_the_language_of_its_place() -> None:
    names = {"de": "Nationale Kommission", "en": "National Commission", "fr": "Commission nationale"}
    item = AuthorityFinding(
        regime="xx-act",
        id="dpa",
        place="FR, GP",
        role=AuthorityRole.MAY_LODGE,
        name=Text.of(names),
        text=both("Where the person lives"),
        citations=(),
        confirmed=Confirmed.STATUTE,
        contact_confirmed=Confirmed.STATUTE,
    )
    assert "- National Commission (Commission nationale): takes complaints" in lines(decision(authorities=(item,)), "en")
    of_the_only_place = attrs.evolve(item, regime="fr-act", place="")
    assert "- National Commission (Commission nationale): takes complaints" in lines(decision(authorities=(of_the_only_place,)), "en")


def test_a_contact_that_no_law_gives_says_where_it_is_from() -> None:
    item = AuthorityFinding(
        regime="xx-act",
        id="dpa",
        role=AuthorityRole.LIKELY_HANDLES,
        name=both("Commissioner"),
        text=both("Where the person lives"),
        citations=("Act 77",),
        confirmed=Confirmed.GUIDANCE,
        contact_confirmed=Confirmed.SECONDARY,
        phone="12377",
    )
    told = decision(authorities=(item,))
    assert "- Commissioner: is likely to handle it [Act 77 (read in an authority's guidance)]" in lines(told)
    assert "  12377 (as other sources give it)" in lines(told)
    assert "  12377（ほかの資料による）" in lines(told, "ja")
