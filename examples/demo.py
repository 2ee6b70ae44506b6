"""One decision for each of four residences under one organisation's published policy: `make demo`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from jurisrights import Router, explain

POLICY = Path(__file__).parent / "organisations" / "saison-technology.toml"
RECEIVED = date(2026, 11, 23)


def main() -> None:
    """Print a decision for a person in Hamburg, Tokyo, California and Shanghai."""
    router = Router.load(POLICY)
    decisions = (
        router.decide(
            residence="DE-HH",
            right="erasure",
            received=RECEIVED,
            legal_basis="consent",
            consent_withdrawn=True,
            other_legal_basis=False,
        ),
        router.decide(residence="東京都", right="access", received=RECEIVED),
        router.decide(residence="California", right="erasure", received=RECEIVED, identity="established"),
        router.decide(residence="CN-SH", right="withdraw-consent", received=RECEIVED, legal_basis="consent"),
    )
    for decision in decisions:
        print("=" * 100)
        print(explain(decision, "en"))


if __name__ == "__main__":
    main()
