"""The public face is small, sorted and typed."""

import subprocess
import sys
from pathlib import Path

import jurisrights

STUB = Path(jurisrights.__file__).parent / "stated_facts.pyi"


def test_the_public_names_are_sorted_and_there() -> None:
    assert jurisrights.__all__ == sorted(jurisrights.__all__)
    assert all(hasattr(jurisrights, name) for name in jurisrights.__all__)


def test_every_public_class_and_function_is_documented() -> None:
    assert all(getattr(jurisrights, name).__doc__ for name in jurisrights.__all__)


def test_a_type_checker_finds_a_wrong_fact(tmp_path: Path) -> None:
    """The typing of facts is generated; a misspelt name and a wrong kind are found before the program runs."""
    code = """
from datetime import date
from jurisrights import Router
Router().decide(residence="DE", right="erasure", received=date(2026, 11, 23), consent_withdrawn=True)
Router().decide(residence="DE", right="erasure", received=date(2026, 11, 23), consent_withdrwn=True)
Router().decide(residence="DE", right="erasure", received=date(2026, 11, 23), role="boss")
"""
    path = tmp_path / "host.py"
    path.write_text(code, encoding="utf-8")
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file", "", str(path)], capture_output=True, text=True, check=False
    )
    errors = [line for line in run.stdout.splitlines() if "error" in line and str(path) in line]
    assert [line.split(":")[1] for line in errors] == ["5", "6"]
