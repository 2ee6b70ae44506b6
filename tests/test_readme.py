"""The commands of the README do what it says; its Python example is run as a doctest."""

import re
import shlex
from pathlib import Path

import pytest

from jurisrights.showing.command_line import main

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8").replace("\\\n", " ")
COMMANDS = re.findall(r"^\$ jurisrights (.+)$", TEXT, flags=re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_readme_answers(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    status = main(shlex.split(command, comments=True))
    shown = capsys.readouterr()
    assert (status, shown.err) == (1 if "consent_withdrawn=yes" in command else 0, "")
    assert shown.out


def test_the_readme_shows_every_command() -> None:
    assert {command.split()[0] for command in COMMANDS} == {"decide", "table", "rights", "facts", "check"}


def test_every_link_of_the_readme_and_the_docs_leads_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            assert link.startswith("http") or (page.parent / link).exists(), f"{page.name}: {link}"


def test_the_readme_names_every_law() -> None:
    laws = {path.parent.name for path in (ROOT / "jurisdictions").glob("*/regime.toml")}
    assert laws == set(re.findall(r"^\| `([a-z-]+)` \|", TEXT, flags=re.MULTILINE))
