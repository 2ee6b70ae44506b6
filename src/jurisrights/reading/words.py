"""How messages speak of what was written: the nearest known word, and a value as it stands in a file."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import date
from typing import Final

_MOST_LISTED: Final = 25
_MOST_SHOWN: Final = 80


def did_you_mean(given: str, known: Sequence[str]) -> str:
    """Give `; did you mean 'x'?` for the nearest known word; failing that the words themselves, if they are few."""
    near = difflib.get_close_matches(given, known, n=1, cutoff=0.6)
    if near:
        return f"; did you mean '{near[0]}'?"
    return f"; there are {', '.join(known)}" if 0 < len(known) <= _MOST_LISTED else ""


def shown(value: object) -> str:
    """Give a value as it stands in a law file, shortened where it is long."""
    match value:
        case bool():
            text = str(value).lower()
        case date():
            text = value.isoformat()
        case list() | tuple():
            text = f"[{', '.join(shown(item) for item in value)}]"
        case dict():
            text = f"{{ {', '.join(f'{key} = {shown(inner)}' for key, inner in value.items())} }}"
        case _:
            text = repr(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}..."
