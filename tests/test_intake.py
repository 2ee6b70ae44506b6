"""Facts about intake: what is wrong in a request is said in plain words, all of it at once, and nothing is decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any

import pytest

from jurisrights import JurisRightsError, RequestError, Right, Router, UnknownPlaceError
from jurisrights.deciding.intake import Intake
from jurisrights.deciding.places import Places
from jurisrights.model.law import Fact
from jurisrights.model.request import Part, Request, StatedEvent, StatedFact
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import About, Asks, Event, Kind, Silence
from jurisrights.reading.library import read_law

DAY = date(2026, 11, 23)


def fact(name: str, kind: Kind, about: About = About.DATA, values: tuple[str, ...] = ()) -> Fact:
    """Give a fact that is asked for."""
    return Fact(id=name, kind=kind, about=about, asks=Asks.REQUESTER, silence=Silence.ASK, question=Text(), values=values)


FACTS = {
    item.id: item
    for item in (
        fact("residence", Kind.PLACE, About.PERSON),
        fact("consent_withdrawn", Kind.YES_NO),
        fact("role", Kind.CHOICE, values=("controller", "processor")),
        fact("kept_by_law", Kind.EXTENT),
        fact("age", Kind.NUMBER, About.PERSON),
        fact("collected_on", Kind.DATE),
        fact("seat", Kind.PLACE, About.ORGANISATION),
        fact("establishments", Kind.PLACES, About.ORGANISATION),
    )
}
INTAKE = Intake(FACTS, ("eea-gdpr", "jp-appi"), Places.from_tables(read_law().places))


def take(*stated: Mapping[str, object], right: object = "erasure", received: object = DAY, **more: Any) -> Request:
    """Take a request in."""
    return INTAKE.request(right=right, received=received, stated=stated, **more)


def problems(*stated: Mapping[str, object], **more: Any) -> list[str]:
    """Give what is wrong with a request."""
    with pytest.raises(RequestError) as caught:
        take(*stated, **more)
    assert str(caught.value) == "\n".join(caught.value.problems)
    return list(caught.value.problems)


# What comes in


def test_a_request_holds_what_was_stated_in_one_order() -> None:
    request = take(
        {"seat": "Germany", "role": "controller"},
        {"establishments": ["Japan", "DE", "Deutschland"], "collected_on": date(2022, 1, 1)},
        events={"refused": date(2026, 12, 1), "answered": date(2026, 11, 30)},
        parts={"newsletter": {"role": "processor"}, "invoices": {}},
        regimes=["jp-appi", "eea-gdpr"],
        as_of=date(2026, 12, 2),
    )
    assert request == Request(
        right=Right.ERASURE,
        received=DAY,
        facts=(
            StatedFact(id="collected_on", kind=Kind.DATE, value=date(2022, 1, 1)),
            StatedFact(id="establishments", kind=Kind.PLACES, value=("DE", "JP")),
            StatedFact(id="role", kind=Kind.CHOICE, value="controller"),
            StatedFact(id="seat", kind=Kind.PLACE, value="DE"),
        ),
        parts=(Part(name="invoices", facts=()), Part(name="newsletter", facts=(StatedFact(id="role", kind=Kind.CHOICE, value="processor"),))),
        events=(StatedEvent(event=Event.ANSWERED, on=date(2026, 11, 30)), StatedEvent(event=Event.REFUSED, on=date(2026, 12, 1))),
        regimes=("eea-gdpr", "jp-appi"),
        as_of=date(2026, 12, 2),
    )


def test_no_right_asks_for_everything() -> None:
    assert take({}, right=None).right is None


def test_none_as_a_value_means_unknown() -> None:
    assert take({"age": None, "seat": None}).facts == ()


def test_a_name_that_nobody_knows_is_a_mistake_even_if_its_value_is_unknown() -> None:
    assert problems({"consent_withdrwn": None})


def test_a_regime_named_twice_is_looked_at_once() -> None:
    assert take({}, regimes=["eea-gdpr", "eea-gdpr"]).regimes == ("eea-gdpr",)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"parts": {"newsletter": None}}, "parts['newsletter']=None: write a mapping of fact to value"),
        ({"parts": {"newsletter": {}, 1: {}}}, "parts={'newsletter': {}, 1: {}}: write a mapping of names to facts"),
        ({"parts": ["newsletter"]}, "parts=['newsletter']: write a mapping of names to facts"),
        ({"events": ["refused"]}, "events=['refused']: write a mapping of event to date"),
        ({"regimes": 5}, "regimes=5: write a list of regime ids"),
        ({"regimes": "eea-gdpr"}, "regimes='eea-gdpr': write a list of regime ids"),
    ],
)
def test_a_wrong_shape_is_a_mistake_like_any_other(more: dict[str, Any], message: str) -> None:
    assert problems({}, **more) == [message]


def test_facts_that_are_no_mapping_are_a_mistake_like_any_other() -> None:
    wrong: Any = ["age", 12]
    assert problems({"age": 12}, wrong) == ["facts=['age', 12]: write a mapping of fact to value"]
    with pytest.raises(RequestError, match="facts=5: write a mapping of fact to value"):
        Router().decide(residence="DE", received=DAY, facts=5)  # type: ignore[arg-type]


def test_every_wrong_shape_is_told_at_once() -> None:
    assert len(problems({}, parts=5, events=5, regimes=5)) == 3


def test_regimes_may_be_a_set() -> None:
    assert take({}, regimes={"jp-appi", "eea-gdpr"}).regimes == ("eea-gdpr", "jp-appi")


def test_the_same_value_stated_twice_is_stated_once() -> None:
    assert [stated.value for stated in take({"seat": "Germany"}, {"seat": "DE"}).facts] == ["DE"]


# What is wrong with a fact


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("consent_withdrwn", "'consent_withdrwn' is no fact that any law asks about; did you mean 'consent_withdrawn'?"),
        ("shoe_size", "'shoe_size' is no fact that any law asks about"),
        (5, "5 is no fact that any law asks about"),
    ],
)
def test_an_unknown_fact_is_named_with_the_nearest_known_one(name: str, message: str) -> None:
    assert problems({name: True}) == [message]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("consent_withdrawn", "yes", "consent_withdrawn='yes': it is yes or no (true or false)"),
        ("consent_withdrawn", 1, "consent_withdrawn=1: it is yes or no (true or false)"),
        ("age", True, "age=True: it is a whole number"),
        ("age", 12.5, "age=12.5: it is a whole number"),
        ("role", "owner", "role='owner': it is one of controller, processor"),
        ("role", ["owner"], "role=['owner']: it is one of controller, processor"),
        ("kept_by_law", "some", "kept_by_law='some': it is one of no, partly, entirely"),
        ("collected_on", "2026-01-01", "collected_on='2026-01-01': it is a date"),
        ("collected_on", datetime(2026, 1, 1, tzinfo=UTC), "collected_on=datetime.datetime(2026, 1, 1, 0, 0, tzinfo=datetime.timezone.utc): it is a date"),
        ("collected_on", date.max, "collected_on=datetime.date(9999, 12, 31): it is a date of the years 1800 to 2200"),
        ("seat", 49, "seat=49: it is a place"),
        ("establishments", "DE", "establishments='DE': it is a list of places"),
        ("establishments", ["DE", 49], "establishments=['DE', 49]: it is a list of places"),
    ],
)
def test_a_wrong_kind_is_told_with_what_it_should_be(name: str, value: object, message: str) -> None:
    assert problems({name: value}) == [message]


def test_two_different_values_for_one_fact_are_a_contradiction() -> None:
    assert problems({"age": 12}, {"age": 13}) == ["age: two different values are stated, 12 and 13"]
    assert problems({"residence": "FR"}, {"residence": "Germany"}) == ["residence: two different values are stated, 'FR' and 'DE'"]


def test_the_parameter_and_the_fact_must_agree() -> None:
    with pytest.raises(RequestError, match="residence: two different values are stated, 'DE' and 'FR'"):
        Router().decide(residence="DE", received=DAY, facts={"residence": "FR"})


# What is wrong with a word or a day


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"right": "erase"}, "right: 'erase' is not known; did you mean 'erasure'?"),
        ({"right": ""}, "right: '' is not known"),
        ({"right": 17}, "right: 17 is not known"),
        ({"regimes": ["eu-gdpr"]}, "regimes: 'eu-gdpr' is no regime that is encoded; did you mean 'eea-gdpr'?"),
        ({"regimes": ["zz"]}, "regimes: 'zz' is no regime that is encoded"),
        ({"events": {"extension-notifed": DAY}}, "events: 'extension-notifed' is not known; did you mean 'extension-notified'?"),
        ({"events": {"received": DAY}}, "events: the day of receipt is `received`, not an event"),
        ({"events": {"refused": "today"}}, "events['refused']='today' is no date; write datetime.date(2026, 11, 23)"),
        ({"as_of": "today"}, "as_of='today' is no date; write datetime.date(2026, 11, 23)"),
        ({"received": "2026-11-23"}, "received='2026-11-23' is no date; write datetime.date(2026, 11, 23)"),
        ({"received": None}, "received=None is no date; write datetime.date(2026, 11, 23)"),
        ({"received": date(1969, 12, 31)}, "received=datetime.date(1969, 12, 31): the year lies outside 1970 to 2200"),
        ({"received": date(2201, 1, 1)}, "received=datetime.date(2201, 1, 1): the year lies outside 1970 to 2200"),
    ],
)
def test_an_unknown_word_or_day_is_told(more: dict[str, Any], message: str) -> None:
    assert problems({}, **more) == [message]


class Nowhere(tzinfo):
    """A zone that does not know how far it is from UTC, so that a moment in it is naive."""

    def utcoffset(self, _: datetime | None) -> timedelta | None:
        """Give nothing."""
        return None

    def dst(self, _: datetime | None) -> timedelta | None:
        """Give nothing."""
        return None

    def tzname(self, _: datetime | None) -> str | None:
        """Give nothing."""
        return None


def test_a_moment_with_a_zone_counts_as_the_day_in_that_zone() -> None:
    tokyo = timezone(timedelta(hours=9))
    moment = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert take({}, received=moment).received == date(2026, 11, 23)
    assert take({}, received=moment.astimezone(tokyo)).received == date(2026, 11, 24)


def test_a_moment_without_a_zone_is_no_day() -> None:
    moment = datetime(2026, 11, 23, 23, 30)  # noqa: DTZ001  the mistake that is looked for
    (message,) = problems({}, received=moment)
    assert message == f"received={moment!r} is no date; a moment needs its zone (tzinfo), or give the day: datetime.date(2026, 11, 23)"
    (message,) = problems({}, received=moment.replace(tzinfo=Nowhere()))
    assert "a moment needs its zone" in message


def test_only_the_receipt_may_be_a_moment() -> None:
    moment = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    for more, name in (({"as_of": moment}, "as_of"), ({"events": {"refused": moment}}, "events['refused']")):
        assert problems({}, **more) == [f"{name}={moment!r} is no date; only `received` may be a moment; give the day: datetime.date(2026, 11, 23)"]


def test_an_event_that_is_stated_twice_is_told() -> None:
    twice = [date(2026, 11, 24), date(2026, 11, 25)]
    assert problems({}, events={"extension-notified": twice}) == ["events: extension-notified is stated 2 times; an event has one date"]


@pytest.mark.parametrize("received", [date(1970, 1, 1), date(2200, 12, 31)])
def test_the_first_and_the_last_day_are_taken(received: date) -> None:
    assert take({}, received=received).received == received


# What is out of order


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ({"refused": "2026-11-22"}, "events: refused on 2026-11-22 lies before the receipt on 2026-11-23"),
        (
            {"identity-confirmed": "2026-11-24"},
            "events: identity-confirmed on 2026-11-24 needs identity-asked or account-holder-contacted on the same day or before",
        ),
        (
            {"account-holder-contacted": "2026-11-25", "identity-confirmed": "2026-11-24"},
            "events: identity-confirmed on 2026-11-24 needs identity-asked or account-holder-contacted on the same day or before",
        ),
        (
            {"clarification-asked": "2026-11-26", "clarification-given": "2026-11-25"},
            "events: clarification-given on 2026-11-25 needs clarification-asked on the same day or before",
        ),
        ({"fee-paid": "2026-11-24"}, "events: fee-paid on 2026-11-24 needs fee-asked on the same day or before"),
    ],
)
def test_nothing_happens_before_the_receipt_and_no_answer_before_its_question(events: dict[str, str], message: str) -> None:
    assert problems({}, events={name: date.fromisoformat(on) for name, on in events.items()}) == [message]


def test_question_and_answer_on_the_day_of_receipt_are_in_order() -> None:
    assert len(take({}, events={"identity-asked": DAY, "identity-confirmed": DAY}).events) == 2


@pytest.mark.parametrize(
    "questions",
    [
        {"account-holder-contacted": "2026-11-25"},
        {"account-holder-contacted": "2026-11-24", "identity-asked": "2026-11-27"},
        {"account-holder-contacted": "2026-11-27", "identity-asked": "2026-11-24"},
    ],
)
def test_one_question_before_is_enough_for_the_answer_about_identity(questions: dict[str, str]) -> None:
    events = {name: date.fromisoformat(on) for name, on in questions.items()} | {"identity-confirmed": date(2026, 11, 25)}
    assert len(take({}, events=events).events) == len(events)


def test_a_complaint_and_the_message_to_the_account_holder_need_nothing_before_them() -> None:
    assert [stated.event for stated in take({}, events={"complaint-lodged": DAY, "account-holder-contacted": DAY}).events] == [
        Event.ACCOUNT_HOLDER_CONTACTED,
        Event.COMPLAINT_LODGED,
    ]


def test_nobody_looks_at_a_request_before_it_came() -> None:
    assert problems({}, as_of=date(2026, 11, 22)) == ["as_of: 2026-11-22 lies before the receipt on 2026-11-23"]
    assert take({}, as_of=DAY).as_of == DAY


def test_nothing_has_happened_yet_that_lies_after_the_day_of_looking() -> None:
    events = {"identity-asked": date(2026, 11, 24), "refused": date(2026, 11, 26)}
    assert problems({}, events=events, as_of=date(2026, 11, 25)) == ["events: refused on 2026-11-26 lies after as_of, 2026-11-25"]
    assert len(take({}, events=events, as_of=date(2026, 11, 26)).events) == 2


# Parts


def test_only_facts_about_the_data_may_differ_between_parts() -> None:
    message = "parts['newsletter']: age is about the person, not about data; state it once for the whole request"
    assert problems({}, parts={"newsletter": {"age": 12}}) == [message]


def test_a_fact_of_a_part_is_checked_like_any_other() -> None:
    assert problems({}, parts={"newsletter": {"role": "owner", "rolle": "processor"}}) == [
        "parts['newsletter']: role='owner': it is one of controller, processor",
        "parts['newsletter']: 'rolle' is no fact that any law asks about; did you mean 'role'?",
    ]


def test_the_same_mistake_in_two_parts_is_told_for_each() -> None:
    assert problems({}, parts={"b": {"role": "owner"}, "a": {"role": "owner"}}) == [
        "parts['a']: role='owner': it is one of controller, processor",
        "parts['b']: role='owner': it is one of controller, processor",
    ]


def test_a_part_needs_a_name() -> None:
    assert problems({}, parts={"": {"role": "processor"}}) == ["parts: a part needs a name"]


# Places, and several problems


def test_a_place_that_is_the_only_problem_comes_with_its_candidates() -> None:
    with pytest.raises(UnknownPlaceError) as caught:
        take({"residence": "Georgia"})
    assert (caught.value.given, set(caught.value.candidates)) == ("Georgia", {"GE", "US-GA"})
    with pytest.raises(UnknownPlaceError):
        take({"establishments": ["DE", "Georgia"]})


def test_every_problem_is_told_at_once() -> None:
    found = problems(
        {"residence": "Georgia", "age": "12", "shoe_size": 42},
        right="erase",
        received="today",
        parts={"newsletter": {"seat": "DE"}},
        events={"refuse": DAY},
        regimes=["zz"],
        as_of="today",
    )
    assert [message.split(" ")[0] for message in found] == [
        "'Georgia'",
        "age='12':",
        "'shoe_size'",
        "parts['newsletter']:",
        "received='today'",
        "right:",
        "events:",
        "as_of='today'",
        "regimes:",
    ]


def test_every_mistake_is_a_value_error_and_one_of_ours() -> None:
    for wrong in ({"residence": "Georgia"}, {"age": "12"}):
        with pytest.raises(ValueError) as caught:  # noqa: PT011  the message is looked at elsewhere
            take(wrong)
        assert isinstance(caught.value, JurisRightsError)
