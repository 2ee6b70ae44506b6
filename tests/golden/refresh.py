"""Writes the golden texts anew: `make golden`, or `PYTHONPATH=src python tests/golden/refresh.py` in a checkout.

Telling requests, told in English and Japanese, and one in each further language. Read the difference before it is committed: a
golden text that changed is a decision, or a sentence of law, that changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs

from jurisrights import Decision, Router, explain
from jurisrights.model.law import Release

FOLDER: Final = Path(__file__).parent
_SAISON: Final = FOLDER.parents[1] / "examples" / "organisations" / "saison-technology.toml"
_DAY: Final = date(2026, 11, 23)
_ANY_RELEASE: Final = Release(release="(release)", digest="(digest)")  # any edit of the law data changes the real one

# The laws that are looked at, so that a further one changes no golden text
_LAWS: Final = ("cn-civil-code", "cn-pipl", "eea-gdpr", "jp-appi", "us-ca-ccpa")

_LANGUAGES: Final = ("en", "ja")
_IN: Final = {"hamburg-erasure": (*_LANGUAGES, "de"), "china-deletion-frozen": (*_LANGUAGES, "zh"), "paris-access": ("fr",)}
"""The cases that are told in other languages than English and Japanese."""

# The name of the case, whether Saison's file is used, and the request
CASES: Final[dict[str, tuple[bool, dict[str, Any]]]] = {
    "hamburg-erasure": (
        True,
        {"residence": "DE-HH", "right": "erasure", "legal_basis": "consent", "consent_withdrawn": True, "other_legal_basis": False, "offers_to_eea": True},
    ),
    "japan-disclosure": (True, {"residence": "JP", "right": "access"}),
    "california-delete": (True, {"residence": "US-CA", "right": "erasure"}),
    "california-opt-out": (False, {"residence": "US-CA", "right": "opt-out-of-sale", "sells_data": True}),
    "china-deletion-frozen": (
        False,
        {
            "residence": "CN",
            "right": "erasure",
            "controller_seat": "CN",
            "processing_places": ["CN"],
            "no_longer_needed": True,
            "law_requires_keeping": "entirely",
        },
    ),
    "paris-access": (False, {"residence": "FR-75C", "right": "access", "controller_seat": "FR", "complex_or_many_requests": True}),
    "facts-needed": (False, {"residence": "DE", "right": "erasure", "controller_seat": "DE"}),
    "no-law-applies": (False, {"residence": "BR", "right": "access", "controller_seat": "BR"}),
}


def decisions() -> Iterator[tuple[str, Decision]]:
    """Decide each case."""
    routers = {True: Router.load(_SAISON), False: Router()}
    for name, (saison, request) in CASES.items():
        yield name, attrs.evolve(routers[saison].decide(received=_DAY, regimes=_LAWS, **request), law=_ANY_RELEASE)


def texts() -> Iterator[tuple[Path, str]]:
    """Give each golden file and the text that belongs into it."""
    for name, decision in decisions():
        for language in _IN.get(name, _LANGUAGES):
            yield FOLDER / f"explain-{name}.{language}.txt", explain(decision, language)


def main() -> None:
    """Write every file, and remove those of cases that are gone."""
    written = dict(texts())
    for old in set(FOLDER.glob("*.txt")) - set(written):
        old.unlink()
    for path, text in written.items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
