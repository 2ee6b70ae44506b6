"""Text that people read, in one or more languages."""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen
class Text:
    """The same statement in several languages: pairs of BCP 47 tag and text, sorted by tag, hashable.

    >>> Text.of({"en": "Erasure", "ja": "消去"}).in_("ja")
    '消去'
    """

    entries: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, table: Mapping[str, str]) -> Text:
        """Make a text from a mapping of language tag to text."""
        return cls(tuple(sorted(table.items())))

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags for which there is a text."""
        return tuple(language for language, _ in self.entries)

    def has(self, language: str) -> bool:
        """Say whether there is a text in exactly this language."""
        return language in self.languages

    def in_(self, *languages: str) -> str:
        """Give the text in the first of these languages that there is, then in English, then in any; never fails."""
        table = dict(self.entries)
        for language in (*languages, "en", *table):
            if language in table:
                return table[language]
        return ""

    def __bool__(self) -> bool:
        """Be false when there is no text at all."""
        return bool(self.entries)
