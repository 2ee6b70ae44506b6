"""The rooms import one way, no Python knows a single law, and heavy libraries stay where they are needed."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import jurisrights

PACKAGE = Path(jurisrights.__file__).parent
ROOMS = ("model", "reading", "deciding", "checking", "showing", "testing")
MAY_IMPORT = {
    "model": {"model"},
    "reading": {"model", "reading"},
    "deciding": {"model", "reading", "deciding"},
    "checking": {"model", "reading", "deciding", "checking"},
    "showing": {"model", "reading", "deciding", "checking", "showing"},
    "testing": {"model", "reading", "deciding", "checking", "testing"},
}
UPWARDS = {"model/organisation": {"checking", "reading"}}
"""The one call upwards: `Organisation.check` is a public face, and imports the check when it is called."""
HEAVY = ("babel", "pycountry", "holidays", "hypothesis", "sphinx")


def modules() -> list[Path]:
    return sorted(path for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def imported(path: Path) -> Iterator[tuple[str, bool]]:
    """Give each imported module and whether it is imported at the top of the file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, id(node) in top
        elif isinstance(node, ast.Import):
            yield from ((name.name, id(node) in top) for name in node.names)


@pytest.mark.parametrize("path", modules(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_room_imports_only_rooms_before_it(path: Path) -> None:
    upwards = UPWARDS.get(f"{path.parent.name}/{path.stem}", set())
    rooms = {name.split(".")[1] for name, _ in imported(path) if name.startswith("jurisrights.") and name.split(".")[1] in ROOMS}
    assert rooms - upwards <= MAY_IMPORT[room_of(path)]


@pytest.mark.parametrize("path", modules(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_heavy_libraries_are_imported_where_they_are_used(path: Path) -> None:
    heavy = [name for name, top in imported(path) if top and name.split(".")[0] in HEAVY]
    assert heavy == (["hypothesis"] if path.name == "strategies.py" else [])


def test_importing_the_package_pulls_in_no_heavy_library() -> None:
    code = f"import sys, jurisrights; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip() == "[]"  # noqa: S603


@pytest.mark.parametrize("path", modules(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_python_knows_a_single_law(path: Path) -> None:
    """Outside docstrings and comments no regime id and no article stands in the code."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation]
    law = re.compile(r"eea-gdpr|jp-appi|us-ca-ccpa|cn-pipl|cn-civil-code|\bArt\. ?\d|1798\.")
    assert not [text for text in texts if law.search(text)]


def test_a_decision_opens_no_file_once_its_laws_are_loaded() -> None:
    """Neither does it import: checked in a process of its own, because an audit hook cannot be taken away."""
    code = """
import sys, datetime, jurisrights
router = jurisrights.Router()
request = dict(residence="DE-HH", right="erasure", received=datetime.date(2026, 11, 23), controller_seat="JP")
router.decide(**request)
seen = []
sys.addaudithook(lambda event, arguments: seen.append(arguments[0]) if event in {"open", "import"} else None)
router.decide(**request)
print(seen)
"""
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip() == "[]"  # noqa: S603


def test_provisions_are_read_only_for_laws_that_govern() -> None:
    code = """
import datetime, sys
opened = []
sys.addaudithook(lambda event, arguments: opened.append(str(arguments[0])) if event == "open" else None)
import jurisrights
from jurisrights.model import lengths
router = jurisrights.Router()
tables = []
from jurisrights.reading import files
loads = files.TomlFile.__init__
def counted(self, name, content):
    tables.append(name)
    loads(self, name, content)
files.TomlFile.__init__ = counted
router.decide(residence="BR", right="erasure", received=datetime.date(2026, 11, 23), controller_seat="BR")
print(len(tables))
router.decide(residence="DE", right="erasure", received=datetime.date(2026, 11, 23), controller_seat="DE")
print({name.split("/")[1] for name in tables})
"""
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split("\n")  # noqa: S603
    assert shown[0] == "0"
    assert shown[1] == "{'eea-gdpr'}"
