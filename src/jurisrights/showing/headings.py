"""The words of the decision tables: headings, and the vocabularies as a lawyer would say them. They stand in `showing.languages`."""

from __future__ import annotations

from enum import StrEnum

from jurisrights.model.vocabulary import Topic
from jurisrights.showing.languages import spoken


def heading(key: str, language: str, **values: object) -> str:
    """Give a heading or a line of the tables with its values filled in; English where there is no other."""
    return spoken(language).HEADINGS[key].format(**values)


def word(member: StrEnum, language: str) -> str:
    """Give a word of a vocabulary as the tables say it, or else as decisions are told."""
    words = spoken(language)
    key = f"{type(member).__name__}.{member.value}"
    return words.WORDS[key] if key in words.WORDS else words.PHRASES[key.lower()]


def rule_value(topic: Topic, value: str, language: str) -> str:
    """Give the value of a side rule in words; the same value means different things under different topics."""
    return spoken(language).WORDS[value if value == "not-regulated" else f"{topic.value}.{value}"]
