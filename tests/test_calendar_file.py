"""A calendar program reads the deadlines of a decision."""

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from jurisrights import Decision, Router
from jurisrights.showing.calendar_file import to_icalendar

ROUTER = Router()


def decided(**more: Any) -> Decision:
    request: dict[str, Any] = {"residence": "DE", "right": "access", "received": date(2026, 1, 31), "controller_seat": "DE", "regimes": ["eea-gdpr"]}
    return ROUTER.decide(**request | more)


def events(decision: Decision, language: str = "en") -> list[tuple[date, str]]:
    return [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in read(to_icalendar(decision, language))]


def read(text: str) -> list[Any]:
    """Read the events as another program does."""
    calendar: Any = Calendar.from_ical(text)
    return list(calendar.walk("VEVENT"))


def test_each_binding_date_is_an_all_day_event() -> None:
    assert events(decided()) == [
        (date(2026, 3, 2), "answer: Access to one's data and a copy of it (GDPR)"),
        (date(2026, 3, 2), "if refused, tell the person: Access to one's data and a copy of it (GDPR)"),
    ]


def test_an_extension_is_there_only_when_it_is_in_use() -> None:
    used = decided(complex_or_many_requests=True, events={"extension-notified": date(2026, 2, 20)})
    assert events(used) == [
        (date(2026, 3, 2), "if refused, tell the person: Access to one's data and a copy of it (GDPR)"),
        (date(2026, 4, 28), "answer, extended: Access to one's data and a copy of it (GDPR)"),
    ]
    assert not [summary for _, summary in events(decided(complex_or_many_requests=True)) if "answer, extended" in summary]


def test_the_notice_of_an_extension_is_there_while_there_are_grounds_and_it_has_not_been_given() -> None:
    notice = (date(2026, 3, 2), "if extended, tell the person: Access to one's data and a copy of it (GDPR)")
    assert notice in events(decided(complex_or_many_requests=True))
    assert notice not in events(decided())
    assert notice not in events(decided(complex_or_many_requests=False))
    assert notice not in events(decided(complex_or_many_requests=True, events={"extension-notified": date(2026, 2, 20)}))


def test_another_reading_and_a_calendar_that_may_change_are_told_with_the_date() -> None:
    used = decided(complex_or_many_requests=True, events={"extension-notified": date(2026, 2, 20)})
    refusal, extended = read(to_icalendar(used))
    assert "Another reading: Thursday 30 April 2026 (Germany)." in extended["DESCRIPTION"]
    assert "Another reading" not in refusal["DESCRIPTION"]
    greek = decided(received=date(2027, 4, 1), controller_seat="GR", residence="GR")
    assert all("the calendar may still change" in event["DESCRIPTION"] for event in read(to_icalendar(greek)))
    assert "may still change" not in to_icalendar(decided())


def test_how_a_date_was_counted_is_told_with_it() -> None:
    description = read(to_icalendar(decided()))[0]["DESCRIPTION"].splitlines()
    assert description[2] == (
        "Counted: receipt on Saturday 31 January 2026; the period of 1 month ends on Saturday 28 February 2026; "
        "a day of rest; the next working day is Monday 2 March 2026 (calendar: Germany). "
        "[Regulation 1182/71 Art. 2(1); Regulation 1182/71 Art. 3(1); Regulation 1182/71 Art. 3(2)(c); Regulation 1182/71 Art. 3(4)]"
    )


def test_each_event_names_its_law() -> None:
    both = ROUTER.decide(residence="DE", right="access", received=date(2026, 1, 31), controller_seat="JP", offers_to_eea=True)
    assert {summary.rpartition(" ")[2] for _, summary in events(both)} == {"(GDPR)", "(APPI)"}


def test_a_benchmark_is_no_event() -> None:
    decision = ROUTER.decide(residence="CN", right="access", received=date(2026, 11, 23), controller_seat="CN")
    assert [clock.binding for clock in decision.deadlines] == [False]
    assert events(decision) == []


def test_without_a_named_right_the_step_alone_is_told() -> None:
    assert events(decided(right=None))[0][1] == "answer (GDPR)"


@pytest.mark.parametrize(
    ("language", "advice"), [("en", "legal advice"), ("ja", "法的助言"), ("zh", "法律意见"), ("de", "Rechtsberatung"), ("fr", "conseil juridique")]
)
def test_long_lines_are_folded_and_the_text_survives(language: str, advice: str) -> None:
    decision = decided()
    text = to_icalendar(decision, language)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    event = read(text)[0]
    assert "GDPR Art. 12(3)" in event["DESCRIPTION"]
    assert advice in event["DESCRIPTION"]


def test_the_same_decision_gives_the_same_file() -> None:
    assert to_icalendar(decided()) == to_icalendar(decided())
    uids = [event["UID"] for event in read(to_icalendar(decided()))]
    assert len(set(uids)) == len(uids)
