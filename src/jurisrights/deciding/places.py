"""Which place is meant, and does one place lie in another? For whoever takes a residence from a form or a letter.

A place is an ISO 3166 code as plain text. What ISO leaves open stands in `jurisdictions/places.toml`; no country is named here.
A form that could be several places is refused with the codes to choose from: a guess would decide by the wrong law.

>>> places = Places.from_tables({"codes": {"GB": ["UK"]}, "endings": ["都"]})
>>> places.resolve("UK"), places.resolve("us_ca"), places.resolve("東京都")
('GB', 'US-CA', 'JP-13')
>>> places.contains("DE", "DE-HH"), places.contains("DE-HH", "DE"), places.contains("FR", "DE")
(True, None, False)
"""

from __future__ import annotations

import difflib
import functools
import gettext
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from jurisrights.errors import DataError, Problem, UnknownPlaceError

_CATALOGUES = {"en": "en", "ja": "ja", "zh": "zh_CN", "de": "de", "fr": "fr"}
"""The languages of names, and the folder in which pycountry keeps each."""

_TABLES: Mapping[str, object] = {
    "refused": [{"because": "", "forms": [""]}],
    "names": {"*": {"*": ""}},
    **{table: [""] for table in ("beginnings", "endings", "abbreviated")},
    **{table: {"*": [""]} for table in ("ambiguous", "codes", "aliases")},
    **{table: {"*": ""} for table in ("more", "wholes")},
}
"""An example of each table of `places.toml`; `*` is any key."""

_LONGEST = 100
_REMEMBERED = 4096
_CODE = re.compile(r"\s*([a-z]{2,3})(?:[\s_/\-\u2010-\u2015\u2212]+([a-z0-9]{1,3}))?\s*", re.ASCII | re.IGNORECASE)
_ACCENTS = re.compile("[\u0300-\u036f]")
_NO_ACCENTS = str.maketrans("øłđı", "oldi")
_REMARK = re.compile(r"\s*(\[.*\]|\([^)]*\)|†)\s*$")
_BETWEEN_NAMES = re.compile(r"[\[\]/;†]|\([^)]*\)\s*$|\b[A-Z]{2}-[A-Z0-9]+\b")


@attrs.frozen(kw_only=True)
class _Iso:
    """ISO 3166 as pycountry holds it: the names of countries and of their parts, three-letter codes, parts of parts."""

    countries: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[str, ...]]
    three_letters: Mapping[str, str]
    wholes: Mapping[str, str]


@attrs.frozen(kw_only=True)
class _Names:
    """Folded names with the codes that bear them: countries, parts, and parts by a shorter name (`Jilin` of `Jilin Sheng`)."""

    countries: Mapping[str, set[str]]
    parts: Mapping[str, set[str]]
    shorter: Mapping[str, set[str]]


@attrs.frozen(kw_only=True, eq=False)
class Places:
    """Every place that ISO 3166 knows, in the forms in which people give it. The fields are the tables of `places.toml`."""

    forms: Mapping[str, tuple[str, ...]]
    refused: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]
    more: Mapping[str, str]
    wholes: Mapping[str, str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    abbreviated: tuple[str, ...]

    @classmethod
    def from_tables(cls, tables: Mapping[str, object]) -> Places:
        """Build from the parsed `places.toml`. Every table may be missing; one that is wrong raises `DataError`."""
        if wrong := [f"the table {name!r} is not as described" for name in tables if not _fits(tables[name], _TABLES.get(name))]:
            raise _data_error(wrong)
        read: Mapping[str, Any] = defaultdict(dict, tables)
        others = [(form, (code,)) for table in ("codes", "aliases") for code, forms in read[table].items() for form in forms]
        forms = others + [(form, tuple(codes)) for form, codes in read["ambiguous"].items()]
        refused = [(form, refusal["because"]) for refusal in read["refused"] for form in refusal["forms"]]
        counts = Counter(_key(form) for form, _ in (*forms, *refused))
        if twice := [f"{form!r} stands there twice" for form, count in counts.items() if count > 1]:
            raise _data_error(twice)
        return cls(
            forms={_key(form): codes for form, codes in forms},
            refused={_key(form): because for form, because in refused},
            names=read["names"],
            more=read["more"],
            wholes=read["wholes"],
            beginnings=tuple(read["beginnings"]),
            endings=tuple(read["endings"]),
            abbreviated=tuple(read["abbreviated"]),
        )

    def resolve(self, given: str) -> str:
        """Return the one code that is meant, or raise `UnknownPlaceError` with the places that could be."""
        return self._remembered(given)

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Return the place and every place in which it lies, the most specific first."""
        line = [code]
        while (whole := self._whole(line[-1])) and whole not in line:
            line.append(whole)
        return tuple(line)

    def contains(self, outer: str, inner: str) -> bool | None:
        """Tell whether `inner` lies in `outer` (codes as `resolve` gives them): None where it is the larger one, so may or may not."""
        if outer in self.ancestors(inner):
            return True
        return None if inner in self.ancestors(outer) else False

    def name(self, code: str, language: str = "en") -> str:
        """Return the place's name in the language, else in English, else the code: never an error."""
        spoken = language if language in _CATALOGUES else "en"
        own = self.names.get(code, {})
        if spoken in own:
            return own[spoken]
        if "-" not in code:
            return _territory(code, spoken)
        raw = self._iso.parts.get(code, (code,))[0]
        said = _translation("iso3166-2", spoken)(raw)
        return _REMARK.sub("", own.get("en", raw) if said == raw else said)

    @functools.cached_property
    def _remembered(self) -> Callable[[str], str]:
        """Settle with a bounded memory; errors are not remembered."""
        return functools.lru_cache(maxsize=_REMEMBERED)(self._settle)

    @functools.cached_property
    def _iso(self) -> _Iso:
        """ISO 3166 with the places that it lacks."""
        countries, parts = ({code: (self.more[code],) for code in self.more if ("-" in code) is part} for part in (False, True))
        return attrs.evolve(_read_iso(), countries=_read_iso().countries | countries, parts=_read_iso().parts | parts)

    def _settle(self, given: str) -> str:
        """Find the code, or raise with the reason why there is not exactly one."""
        if len(given) > _LONGEST:
            raise self._error(given[:_LONGEST] + "...", "is too long for a place")
        words = _folded(given)
        if because := self.refused.get(_key(words)):
            raise self._error(given, because)
        found = self.forms.get(_key(words)) or self._code(given) or self._named(words)
        if len(found) == 1:
            return found[0]
        why = "could be several places" if found else "is not a place that is known"
        raise self._error(given, why, found or self._nearest(given, words))

    def _code(self, given: str) -> tuple[str, ...]:
        """Read the form as a code of any case, width and separator. A bare part (`TX`) is none."""
        if not (match := _CODE.fullmatch(unicodedata.normalize("NFKC", given))):
            return ()
        country, part = match[1].upper(), match[2]
        country = self._canonical(self._iso.three_letters.get(country, country))
        code = self._canonical(f"{country}-{part.upper()}") if part else country
        return (code,) if code in self._iso.countries or code in self._iso.parts else ()

    def _canonical(self, code: str) -> str:
        """Return the code that stands for this one: a territory with a code of its own is not named by its parent's."""
        return found[0] if len(found := self.forms.get(_key(code), ())) == 1 else code

    def _named(self, words: str) -> tuple[str, ...]:
        """Read the form as a name: a country comes before a part, the whole name before a shorter one."""
        parts = (self._names.parts, self._names.shorter)
        tries = [(words, (self._names.countries, *parts)), *((bare, parts) for bare in self._bare(words))]
        found = next((layer[_key(form)] for form, layers in tries for layer in layers if _key(form) in layer), set())
        return tuple(code for code in sorted(found) if found.isdisjoint(self.ancestors(code)[1:]))

    def _bare(self, words: str) -> Iterator[str]:
        """Yield the name without the word for its kind: `State of`, `Prefecture`, `県`."""
        yield from (words.removeprefix(beginning) for beginning in self.beginnings if words.startswith(beginning))
        yield from (words.removesuffix(ending) for ending in self.endings if words.endswith(ending))

    def _whole(self, code: str) -> str | None:
        """Return the next larger place, or None for a country."""
        if code in self.wholes or "-" not in code:
            return self.wholes.get(code)
        return self._iso.wholes.get(code) or code.partition("-")[0]

    @functools.cached_property
    def _names(self) -> _Names:
        """Collect every name in every language that `name` speaks."""
        countries, parts, shorter = (defaultdict[str, set[str]](set) for _ in range(3))
        for code, raw in self._iso.countries.items():
            _enter(countries, code, self._said(code, raw, "iso3166-1"))
        for code, raw in self._iso.parts.items():
            said, canonical = self._said(code, raw, "iso3166-2"), self._canonical(code)
            _enter(parts, canonical, said)
            if canonical == code:
                _enter(shorter, code, (short for name in said for short in self._shorter(name)))
        for key, codes in self.forms.items():
            if len(codes) == 1:
                (parts if "-" in codes[0] else countries)[key] = {codes[0]}
        return _Names(countries=countries, parts=parts, shorter=shorter)

    def _said(self, code: str, raw: tuple[str, ...], domain: str) -> set[str]:
        """Return what the place is called in all languages, and each of several names in one text apart."""
        said = {_translation(domain, language)(name) for language in _CATALOGUES for name in raw}
        said |= {self.name(code, language) for language in _CATALOGUES}
        pieces = {piece.strip() for name in said for piece in _BETWEEN_NAMES.split(name)}
        return said | {*raw} | {piece for piece in pieces if not piece[:1].islower()}

    def _shorter(self, name: str) -> Iterator[str]:
        """Yield the name without what stands behind its comma, and without the word for its kind."""
        proper, comma, kind = name.partition(", ")
        yield from (proper, f"{kind} {proper}") if comma else self._bare(_folded(name))

    def _nearest(self, given: str, words: str) -> tuple[str, ...]:
        """Return up to three places that might have been meant."""
        if (code := _CODE.fullmatch(given)) and code[2]:
            return self._code(code[1])
        unabridged = (f"{country}-{words.upper()}" for country in self.abbreviated)
        if found := tuple(part for part in unabridged if part in self._iso.parts):
            return found
        for layer in (self._names.countries, self._names.parts):
            if close := difflib.get_close_matches(_key(words), layer, cutoff=0.8):
                return tuple(dict.fromkeys(place for key in close for place in sorted(layer[key])))[:3]
        return ()

    def _error(self, given: str, why: str, candidates: tuple[str, ...] = ()) -> UnknownPlaceError:
        """Build the error. Parts are named with their country, so that namesakes differ: `Georgia, United States (US-GA)`."""
        wholes = {code: dict.fromkeys([code, self.ancestors(code)[-1]]) for code in candidates}
        labels = [f"{', '.join(map(self.name, wholes[code]))} ({code})" for code in candidates]
        listed = " or ".join(", ".join(some) for some in (labels[:-1], labels[-1:]) if some)
        advice = f"Did you mean {listed}?" if listed else "Give an ISO 3166 code or the name of a country, state or region."
        return UnknownPlaceError(given, f"{given!r} {why}. {advice}", candidates)


def _folded(text: str) -> str:
    """Return lower-case words with one space between them, without accents, points and other signs."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", plain)).translate(_NO_ACCENTS)
    words = "".join(char if char.isalnum() else " " for char in plain)
    return " ".join(words.split()).removeprefix("the ")


def _key(text: str) -> str:
    """Return the text as it is looked up: spaces do not tell names apart."""
    return _folded(text).replace(" ", "")


def _enter(names: dict[str, set[str]], code: str, said: Iterable[str]) -> None:
    """Enter a code under its names. Two Latin letters are always a code, never a name."""
    for key in map(_key, said):
        if key[2:] or not key.isascii():
            names[key].add(code)


@functools.cache
def _read_iso() -> _Iso:
    """Read pycountry once, when a place is first asked for."""
    import pycountry  # noqa: PLC0415  importing jurisrights stays light

    countries, parts = list(pycountry.countries), list(pycountry.subdivisions)
    return _Iso(
        countries={country.alpha_2: tuple(text for field, text in country if field.endswith("name")) for country in countries},
        parts={part.code: (part.name,) for part in parts},
        three_letters={country.alpha_3: country.alpha_2 for country in countries},
        wholes={part.code: part.parent_code for part in parts if part.parent_code},
    )


@functools.cache
def _translation(domain: str, language: str) -> Callable[[str], str]:
    """Return pycountry's translation of a raw name into the language, else into English, else unchanged."""
    import pycountry  # noqa: PLC0415  importing jurisrights stays light

    return gettext.translation(domain, pycountry.LOCALES_DIR, [_CATALOGUES[language], "en"], fallback=True).gettext


def _territory(code: str, language: str) -> str:
    """Return a country's name by Babel, or the code."""
    import babel  # noqa: PLC0415  importing jurisrights stays light

    return str(babel.Locale.parse(language).territories.get(code, code))


def _fits(value: object, example: object) -> bool:
    """Tell whether a parsed table looks like its example."""
    match example, value:
        case {"*": each}, dict():
            return all(_fits(item, each) for item in value.values())
        case dict(), dict():
            return value.keys() == example.keys() and all(_fits(value[key], example[key]) for key in example)
        case [each], list():
            return all(_fits(item, each) for item in value)
    return isinstance(example, str) and isinstance(value, str)


def _data_error(messages: Iterable[str]) -> DataError:
    """Build the error that names what is wrong in the file."""
    return DataError(Problem(file="places.toml", line=None, rule="places", message=message) for message in messages)
