"""The languages in which decisions, tables and reports are told: one module of plain data each, to be read beside `en`.

A module has the same keys in the same order as `en`, with the same words in braces. Where number matters, the form for one
stands before a `|`, that for all others behind it. `date` is a pattern of Unicode's CLDR, whose number is the day of the month.
A further language is a further module and its BCP 47 tag here.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import import_module
from typing import Final, Protocol, cast

LANGUAGES: Final = ("en", "ja", "zh", "de", "fr")


class Language(Protocol):
    """What the module of a language has."""

    PHRASES: Mapping[str, str]
    """What a decision and a report are told in."""
    HEADINGS: Mapping[str, str]
    """Headings and lines of the decision tables."""
    WORDS: Mapping[str, str]
    """The vocabularies as the decision tables say them, where they say them otherwise than a decision does."""


@functools.cache
def spoken(language: str) -> Language:
    """Give the words of a language, read when it is first spoken; English where there is none."""
    return cast("Language", import_module(f"{__name__}.{language if language in LANGUAGES else 'en'}"))
