"""Facts about the command line: what each command prints, what its exit status says, and how mistakes are told."""

from __future__ import annotations

import io
import json
import os
import runpy
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from jurisrights import Decision, Outcome, Router, explain
from jurisrights.model.vocabulary import Event, Right
from jurisrights.reading.library import law_folder
from jurisrights.showing.command_line import main
from jurisrights.showing.languages import LANGUAGES

SAISON = Path(__file__).parents[1] / "examples" / "organisations" / "saison-technology.toml"
REQUEST = ("decide", "--residence", "DE-HH", "--right", "access", "--received", "2026-11-23")
DAY = date(2026, 11, 23)
Captured = pytest.CaptureFixture[str]


def ran(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    """Run a command, and give its status, what it printed and what it complained about."""
    status = main(arguments)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def decided(capsys: Captured, *more: str, residence: str = "DE-HH", right: str = "erasure") -> Decision:
    """Decide on the command line, and read the decision back."""
    _, out, err = ran(capsys, "decide", "--residence", residence, "--right", right, "--received", "2026-11-23", "--json", *more)
    assert err == ""
    return Decision.from_json(out)


def facts(decision: Decision) -> dict[str, object]:
    """Give what was stated beside the residence."""
    return {fact.id: fact.value for fact in decision.request.facts if fact.id != "residence"}


# decide


def test_a_decision_is_told_in_words(capsys: Captured) -> None:
    status, out, err = ran(capsys, *REQUEST)
    assert (status, err) == (0, "")
    assert out == explain(Router().decide(residence="DE-HH", right="access", received=DAY))


def test_a_decision_is_told_in_japanese(capsys: Captured) -> None:
    _, out, _ = ran(capsys, *REQUEST, "--lang", "ja")
    assert out == explain(Router().decide(residence="DE-HH", right="access", received=DAY), "ja")


def test_the_json_is_the_whole_decision(capsys: Captured) -> None:
    _, out, _ = ran(capsys, *REQUEST, "--json")
    assert out.count("\n") == 1
    assert Decision.from_json(out) == Router().decide(residence="DE-HH", right="access", received=DAY)


def test_the_status_is_one_while_facts_are_needed(capsys: Captured) -> None:
    status, out, err = ran(capsys, "decide", "--residence", "unknown", "--right", "access", "--received", "2026-11-23")
    assert (status, err) == (1, "")
    assert "What to ask" in out


def test_without_a_right_everything_is_told_with_status_zero(capsys: Captured) -> None:
    status, out, _ = ran(capsys, "decide", "--residence", "unknown", "--received", "2026-11-23", "--json")
    assert status == 0
    decision = Decision.from_json(out)
    assert (decision.outcome, decision.request.right) == (None, None)
    assert decision.request.facts == ()


def test_no_law_is_an_answer(capsys: Captured) -> None:
    status, out, _ = ran(capsys, "decide", "--residence", "Brazil", "--right", "access", "--received", "2026-11-23", "--fact", "controller_seat=BR")
    assert status == 0
    assert "none of the laws in this data applies" in out


def test_facts_of_every_kind_are_read(capsys: Captured) -> None:
    stated = {
        "consent_withdrawn=yes": True,
        "other_legal_basis=FALSE": False,
        "unlawful_processing=no": False,
        "direct_marketing=True": True,
        "legal_basis=consent": "consent",
        "needed_for_legal_claims=partly": "partly",
        "age=12": 12,
        "collected_on=2022-01-31": date(2022, 1, 31),
        "controller_seat=Germany": "DE",
        "establishments=Japan, DE": ("DE", "JP"),
    }
    decision = decided(capsys, *(argument for fact in stated for argument in ("--fact", fact)))
    assert facts(decision) == {fact.split("=")[0]: value for fact, value in stated.items()}


def test_unknown_as_a_value_means_that_it_is_not_known(capsys: Captured) -> None:
    assert facts(decided(capsys, "--fact", "age=unknown", "--fact", "age=unknown")) == {}


def test_a_value_may_hold_an_equals_sign(capsys: Captured) -> None:
    status, out, err = ran(capsys, *REQUEST, "--fact", "legal_basis=a=b")
    assert (status, out) == (2, "")
    assert "legal_basis='a=b'" in err


def test_facts_of_parts_are_read(capsys: Captured) -> None:
    more = ("--part-fact", "newsletter:legal_basis=consent", "--part-fact", "newsletter:consent_withdrawn=yes", "--part-fact", "invoices:legal_basis=contract")
    parts = {part.name: {fact.id: fact.value for fact in part.facts} for part in decided(capsys, *more).request.parts}
    assert parts == {"invoices": {"legal_basis": "contract"}, "newsletter": {"consent_withdrawn": True, "legal_basis": "consent"}}


def test_events_the_day_of_looking_and_regimes_are_read(capsys: Captured) -> None:
    more = ("--event", "extension-notified=2026-12-01", "--event", "refused=2026-12-02", "--as-of", "2026-12-03", "--regime", "jp-appi", "--regime", "eea-gdpr")
    request = decided(capsys, *more).request
    assert (request.event(Event.EXTENSION_NOTIFIED), request.event(Event.REFUSED)) == (date(2026, 12, 1), date(2026, 12, 2))
    assert request.as_of == date(2026, 12, 3)
    assert request.regimes == ("eea-gdpr", "jp-appi")


def test_an_organisations_file_joins_in(capsys: Captured) -> None:
    decision = decided(capsys, "--organisation", str(SAISON), residence="JP", right="access")
    assert decision.organisation.in_("ja") == "株式会社セゾンテクノロジー"
    assert decision.channels


# What is wrong


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (("--fact", "age"), "--fact 'age': write NAME=VALUE\n"),
        (("--fact", "age", "--fact", "role"), "--fact 'age': write NAME=VALUE\n--fact 'role': write NAME=VALUE\n"),
        (("--fact", "age=12", "--fact", "age=13"), "--fact age: two different values are stated, 12 and 13\n"),
        (("--fact", "age=twelve"), "age='twelve': it is a whole number\n"),
        (("--fact", "age=-"), "age='-': it is a whole number\n"),
        (("--fact", "consent_withdrawn=maybe"), "consent_withdrawn='maybe': it is yes or no (true or false)\n"),
        (("--fact", "collected_on=yesterday"), "--fact collected_on 'yesterday' is no date; write 2026-11-23\n"),
        (("--fact", "consent_withdrwn=yes"), "'consent_withdrwn' is no fact that any law asks about; did you mean 'consent_withdrawn'?\n"),
        (("--part-fact", "age=12"), "--part-fact 'age=12': write PART:NAME=VALUE\n"),
        (("--part-fact", "newsletter:age=12"), "parts['newsletter']: age is about the person, not about data; state it once for the whole request\n"),
        (("--part-fact", "newsletter:role"), "--fact 'role': write NAME=VALUE\n"),
        (("--event", "refused"), "--event 'refused': write NAME=VALUE\n"),
        (("--event", "refused=soon"), "--event 'soon' is no date; write 2026-11-23\n"),
        (
            ("--event", "refused=2026-11-24", "--event", "refused=2026-11-25"),
            "--event refused: stated twice, for 2026-11-24 and 2026-11-25; an event has one date\n",
        ),
        (("--event", "refused=2026-11-25", "--as-of", "2026-11-24"), "events: refused on 2026-11-25 lies after as_of, 2026-11-24\n"),
        (("--part-fact", ":consent_withdrawn=yes"), "parts: a part needs a name\n"),
        (("--event", "refuse=2026-11-24"), "events: 'refuse' is not known; did you mean 'refused'?\n"),
        (("--as-of", "2026-13-01"), "--as-of '2026-13-01' is no date; write 2026-11-23\n"),
        (("--as-of", "2026-11-22"), "as_of: 2026-11-22 lies before the receipt on 2026-11-23\n"),
        (("--regime", "gdpr"), "regimes: 'gdpr' is no regime that is encoded; did you mean 'eea-gdpr'?\n"),
        (("--right", "acces"), "right: 'acces' is not known; did you mean 'access'?\n"),
        (("--received", "today"), "--received 'today' is no date; write 2026-11-23\n"),
        (("--residence", "Georgia"), "'Georgia' could be several places. Did you mean Georgia (GE) or Georgia, United States (US-GA)?\n"),
    ],
)
def test_a_mistake_is_told_on_the_error_stream_with_status_two(capsys: Captured, more: tuple[str, ...], message: str) -> None:
    assert ran(capsys, *REQUEST, *more) == (2, "", message)


def test_a_file_that_is_not_there_is_told(capsys: Captured) -> None:
    status, out, err = ran(capsys, *REQUEST, "--organisation", "nowhere.toml")
    assert (status, out) == (2, "")
    assert "nowhere.toml" in err


def test_a_number_with_two_signs_is_a_mistake_like_any_other(capsys: Captured) -> None:
    assert ran(capsys, *REQUEST, "--fact", "age=--5") == (2, "", "age='--5': it is a whole number\n")


def test_the_deadlines_come_as_a_calendar_file(capsys: Captured) -> None:
    status, out, err = ran(capsys, *REQUEST, "--calendar")
    assert (status, err) == (0, "")
    assert out.startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize("arguments", [(), ("decide",), ("decide", "--lang", "xx"), ("judge",), ("decide", "--residence")])
def test_a_command_that_is_not_understood_shows_its_usage(capsys: Captured, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    printed = capsys.readouterr()
    assert (caught.value.code, printed.out) == (2, "")
    assert printed.err.startswith("usage: jurisrights")


def test_help_says_what_it_is_for_and_that_it_is_no_legal_advice(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    assert "not legal advice" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["decide", "rights", "facts", "table", "check", "diff", "schema"])
def test_every_command_says_what_its_exit_status_means(capsys: Captured, command: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert "Exit status: 0 an answer was given; 1 " in " ".join(capsys.readouterr().out.split())


def test_a_decision_is_printed_in_one_way(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        main([*REQUEST, "--json", "--calendar"])
    assert (caught.value.code, "not allowed with" in capsys.readouterr().err) == (2, True)


# rights, facts, table, check


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rights_and_the_facts_are_listed(capsys: Captured, language: str) -> None:
    status, out, err = ran(capsys, "rights", "--lang", language)
    assert (status, err) == (0, "")
    assert [right for right in Right if right.value not in out] == []
    status, out, err = ran(capsys, "facts", "--lang", language)
    assert (status, err) == (0, "")
    assert [name for name in Router().law.facts if name not in out] == []


def test_the_rights_and_the_facts_come_as_json_too(capsys: Captured) -> None:
    status, out, err = ran(capsys, "rights", "--json")
    assert (status, err) == (0, "")
    rights = {item["id"]: item for item in json.loads(out)}
    assert list(rights) == [right.value for right in Router().law.rights]
    assert rights["access"]["answered_by"]["eea-gdpr"] == ["access", "copy"]
    assert "jp-appi" not in rights["portability"]["answered_by"]
    status, out, err = ran(capsys, "facts", "--json")
    assert (status, err) == (0, "")
    facts = {item["id"]: item for item in json.loads(out)}
    assert facts.keys() == Router().law.facts.keys()
    assert (facts["location"]["kind"], facts["location"]["silence"], facts["location"]["follow"]) == ("place", "assume", "residence")


@pytest.mark.parametrize("option", [("--on", "2026-11-23"), ("--format", "json"), ("--json",), ("--fail-on", "gap")])
def test_a_check_that_lacks_its_file_is_a_mistake_and_no_success(capsys: Captured, option: tuple[str, ...]) -> None:
    """A script whose variable is empty must not pass."""
    status, out, err = ran(capsys, "check", *option)
    assert (status, out) == (2, "")
    assert "none is given" in err


BAD_FILES = {
    "bom": (b"\xef\xbb\xbfname.en = 'E'\n", "my.toml:1: encoding: the file begins with a byte order mark"),
    "shift-jis": ("name.ja = '日本'\n".encode("shift_jis"), "my.toml:1: encoding: the byte 0x93 is not UTF-8"),
    "no toml": (b"name.en = 'E'\nname.ja = \n", "my.toml:2: toml: "),
    "empty": (b"", "my.toml: missing key: 'name' is missing\nmy.toml: missing key: 'policy' is missing\n"),
}


@pytest.mark.parametrize("command", ["check", "diff", "decide"])
@pytest.mark.parametrize(("content", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_cannot_be_read_is_told_alike_by_every_command(capsys: Captured, tmp_path: Path, command: str, content: bytes, message: str) -> None:
    path = tmp_path / "my.toml"
    path.write_bytes(content)
    arguments = {"check": [str(path)], "diff": [str(path), str(SAISON)], "decide": [*REQUEST[1:], "--organisation", str(path)]}
    status, out, err = ran(capsys, command, *arguments[command])
    assert (status, out) == (2, "")
    assert err.startswith(message)


def test_a_folder_is_no_organisation_file(capsys: Captured, tmp_path: Path) -> None:
    status, out, err = ran(capsys, "check", str(tmp_path))
    assert (status, out) == (2, "")
    assert "cannot be read" in err


def test_a_law_is_printed_as_tables_also_as_of_a_day(capsys: Captured) -> None:
    status, today, err = ran(capsys, "table", "jp-appi")
    assert (status, err) == (0, "")
    status, then, err = ran(capsys, "table", "jp-appi", "--on", "2020-01-01", "--lang", "ja")
    assert (status, err) == (0, "")
    assert today != then


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("table", "gdpr"), "'gdpr' is no regime that is encoded; there are cn-civil-code, cn-"),
        (("table", "jp-appi", "--on", "then"), "--on 'then' is no date; write 2026-11-23"),
        (("check", "nowhere.toml"), "nowhere.toml"),
        (("check", "--law", "nowhere"), "nowhere"),
    ],
)
def test_other_commands_tell_mistakes_alike(capsys: Captured, arguments: tuple[str, ...], message: str) -> None:
    status, out, err = ran(capsys, *arguments)
    assert (status, out) == (2, "")
    assert message in err


def test_the_shipped_law_is_sound(capsys: Captured) -> None:
    status, out, err = ran(capsys, "check")
    assert (status, err) == (0, "")
    law = Router().law
    assert out.startswith(f"{len(law.regimes)} regimes, {len(law.facts)} facts and ")
    assert law.release.release in out


def test_a_folder_of_ones_own_is_checked(capsys: Captured, tmp_path: Path) -> None:
    folder = tmp_path / "jurisdictions"
    shutil.copytree(law_folder(), folder)
    assert ran(capsys, "check", "--law", str(folder))[0] == 0
    shutil.rmtree(folder / "jp-appi")
    status, out, err = ran(capsys, "check", "--law", str(folder))
    assert (status, out) == (2, "")
    assert "'jp-appi' is no regime that is encoded" in err  # the cases in which several laws meet name it
    for cases in [*folder.rglob("scenarios")]:
        shutil.rmtree(cases)
    (folder / "release.toml").write_text('release = "2030.1.0"\n', encoding="utf-8")
    status, out, _ = ran(capsys, "check", "--law", str(folder))
    assert status == 0
    assert f"{len(Router().law.regimes) - 1} regimes" in out
    assert "2030.1.0" in out
    (folder / "release.toml").unlink()
    status, out, err = ran(capsys, "check", "--law", str(folder))
    assert (status, out) == (2, "")
    assert "release.toml" in err


# As a program


def test_what_is_printed_may_go_anywhere_that_text_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that puts a stream of its own in the place of the standard output has no encoding to set."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main([*REQUEST, "--lang", "ja"]) == 0
    assert stream.getvalue() == explain(Router().decide(residence="DE-HH", right="access", received=DAY), "ja")


def test_a_reader_who_has_had_enough_is_no_mistake(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """As `head` does: it closes the pipe."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert main(["facts"]) == 141
    assert capsys.readouterr().err == ""


def test_nothing_is_complained_about_when_the_pipe_closes() -> None:
    with subprocess.Popen([sys.executable, "-m", "jurisrights", "facts"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_it_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys, "argv", ["jurisrights", *REQUEST, "--json"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("jurisrights", run_name="__main__")
    assert caught.value.code == 0
    assert Decision.from_json(capsys.readouterr().out).outcome is Outcome.FULFIL


def test_it_runs_as_a_program_of_its_own() -> None:
    done = subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, "-m", "jurisrights", *REQUEST, "--lang", "ja"], capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"}
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "データの開示" in done.stdout.decode("utf-8")
