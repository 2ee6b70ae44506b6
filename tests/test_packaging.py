"""The wheel and the sdist hold the law data, and the wheel works in an empty folder."""

import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True)  # noqa: S603
    return folder


def law_files() -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / "jurisdictions").rglob("*.toml")}


def test_the_wheel_holds_all_of_the_law_and_nothing_else_beside_the_package(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    assert {name.removeprefix("jurisrights/") for name in names if name.endswith(".toml")} == law_files()
    assert "jurisrights/py.typed" in names
    assert "jurisrights/stated_facts.pyi" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"jurisrights"}


def test_the_sdist_holds_law_tests_docs_and_examples(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.split("/", 1)[1] for name in sdist.getnames() if "/" in name}
    assert law_files() <= names
    assert {"Makefile", "README.md", "LICENSE", "tests/test_packaging.py", "docs/law-format.md", "examples/demo.py"} <= names


def test_the_wheel_decides_in_an_empty_folder(built: Path, tmp_path: Path) -> None:
    installed, empty = tmp_path / "installed", tmp_path / "empty"
    empty.mkdir()
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(installed)  # noqa: S202  our own wheel
    code = """
import datetime, json, jurisrights
decision = jurisrights.Router().decide(residence="NO", right="access", received=datetime.date(2026, 11, 23))
print(json.dumps([jurisrights.__file__, decision.outcome, str(decision.due), len(jurisrights.Router().law.scenarios()) > 3]))
"""
    environment = {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    run = subprocess.run([sys.executable, "-c", code], cwd=empty, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    file, outcome, due, has_cases = json.loads(run.stdout)
    assert file.startswith(str(installed))
    assert (outcome, due, has_cases) == ("fulfil", "2026-12-23", True)
