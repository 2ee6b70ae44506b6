"""The commands of the README do what it says; its Python example is run as a doctest."""

import re
import shlex
from pathlib import Path

import pytest

from jurisrights.showing.command_line import main

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8").replace("\\\n", " ")
COMMANDS = re.findall(r"^\$ jurisrights (.+)$", TEXT, flags=re.MULTILINE)
POLICY = """
name.en = "Example"
[policy]
title.en = "Policy"
language = "en"
[[desks]]
id = "desk"
name.en = "Desk"
email = "{}"
[[channels]]
id = "door"
name.en = "Door"
desk = "desk"
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_readme_answers(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The two files of the comparison are the reader's own; here the new one has another desk."""
    monkeypatch.chdir(ROOT)
    for name, email in (("old.toml", "a@example.com"), ("new.toml", "b@example.com")):
        (tmp_path / name).write_text(POLICY.format(email), encoding="utf-8")
        command = command.replace(name, str(tmp_path / name))
    status = main(shlex.split(command, comments=True))
    shown = capsys.readouterr()
    assert (status, shown.err) == (int(command.startswith("diff") or "consent_withdrawn=yes" in command), "")
    assert shown.out


def test_the_readme_shows_every_command() -> None:
    assert {command.split()[0] for command in COMMANDS} == {"decide", "table", "rights", "facts", "check", "diff", "schema"}


def test_every_link_of_the_readme_and_the_docs_leads_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            assert link.startswith("http") or (page.parent / link).exists(), f"{page.name}: {link}"


def test_the_readme_names_every_law() -> None:
    laws = {path.parent.name for path in (ROOT / "jurisdictions").glob("*/regime.toml")}
    assert laws == set(re.findall(r"^\| `([a-z-]+)` \|", TEXT, flags=re.MULTILINE))
