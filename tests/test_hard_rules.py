"""Every case that `docs/hard-rules.md` names ships with the law."""

import re
from pathlib import Path

from jurisrights.reading.library import read_law

PAGE = Path(__file__).parents[1] / "docs" / "hard-rules.md"


def test_every_named_case_ships() -> None:
    shipped = {scenario.name for scenarios in read_law().scenarios().values() for scenario in scenarios}
    named = re.findall(r'"([^"]+)"', PAGE.read_text(encoding="utf-8"))
    assert len(named) > 20
    assert set(named) <= shipped
