"""Hypothesis strategies for requests: drive your intake with places, dates and facts that break naive code.

    from hypothesis import given
    from jurisrights.testing.strategies import requests

    @given(requests())
    def test_my_intake(request): my_intake.handle(**request)

Each request is the keyword arguments of `Router.decide`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from jurisrights.model.law import Fact
from jurisrights.model.vocabulary import EXTENTS, About, Event, Kind, Right
from jurisrights.reading.library import Law, read_law

# Codes that naive tables get wrong: territories, former members, coarse and mixed places, look-alikes of US states.
NASTY_PLACES: Final = (
    *("DE-HH", "DE", "NO", "IS", "LI", "SJ", "NO-21", "NO-22", "FI", "AX", "FR", "RE", "GP", "MF", "BL", "NC", "PF", "ES-CN", "ES-CE"),
    *("PT-20", "CY", "GR", "IE", "NL", "AW", "GL", "FO", "DK", "GB", "GB-NIR", "GI", "JE", "CH", "MC", "AD", "XK"),
    *("US", "US-CA", "US-DE", "US-GA", "PR", "CA", "IN", "GE", "JP", "JP-13", "CN", "CN-SH", "HK", "MO", "TW", "SG", "BR", "AQ"),
)
# Days around which counting and versions of laws go wrong.
NASTY_DAYS: Final = (
    *(date(2018, 5, 24), date(2018, 5, 25), date(2018, 7, 19), date(2018, 7, 20), date(2020, 1, 31), date(2020, 2, 29)),
    *(date(2020, 12, 31), date(2021, 1, 1), date(2021, 10, 31), date(2021, 11, 1), date(2022, 3, 31), date(2022, 4, 1)),
    *(date(2022, 12, 31), date(2023, 1, 1), date(2024, 1, 31), date(2024, 12, 31), date(2025, 1, 1), date(2025, 11, 19)),
    *(date(2026, 1, 31), date(2026, 4, 28), date(2026, 8, 31), date(2026, 11, 23), date(2026, 12, 31), date(2027, 1, 1)),
)
_FIRST: Final = date(2015, 1, 1)
_LAST: Final = date(2029, 12, 31)
_MOST_FACTS: Final = 12
_AFTER: Final = 120


def places() -> st.SearchStrategy[str]:
    """Give ISO 3166 codes, mostly those that naive tables get wrong."""
    return st.sampled_from(NASTY_PLACES)


def residences() -> st.SearchStrategy[str | None]:
    """Give where a person lives, sometimes unknown."""
    return st.none() | places()


def received_days() -> st.SearchStrategy[date]:
    """Give days of receipt, with the edges of laws and months among them."""
    return st.sampled_from(NASTY_DAYS) | st.dates(_FIRST, _LAST)


def rights() -> st.SearchStrategy[str | None]:
    """Give what is asked for; None asks for everything."""
    return st.none() | st.sampled_from([right.value for right in Right])


def values_of(fact: Fact) -> st.SearchStrategy[Any]:  # noqa: PLR0911  one line for each kind
    """Give values that a fact can have."""
    match fact.kind:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.CHOICE:
            return st.sampled_from(fact.values)
        case Kind.EXTENT:
            return st.sampled_from(EXTENTS)
        case Kind.NUMBER:
            return st.sampled_from((0, 1, 12, 13, 15, 16, 17, 18, 20, 50, 49_999, 50_000, 99_999, 100_000, 25_000_000, 26_625_000, 26_625_001))
        case Kind.DATE:
            return st.sampled_from((date(2021, 12, 31), date(2022, 1, 1))) | received_days()
        case Kind.PLACE:
            return places()
    return st.lists(places(), max_size=3, unique=True).map(tuple)


@st.composite
def facts(draw: st.DrawFn, law: Law | None = None, *, about: About | None = None) -> dict[str, Any]:
    """Give some stated facts, of all kinds or about one thing only."""
    known: Mapping[str, Fact] = (law or read_law()).facts
    names = sorted(name for name, fact in known.items() if name != "residence" and about in {None, fact.about})
    chosen = draw(st.lists(st.sampled_from(names), max_size=_MOST_FACTS, unique=True))
    return {name: draw(values_of(known[name])) for name in chosen}


@st.composite
def requests(draw: st.DrawFn, law: Law | None = None) -> dict[str, Any]:
    """Give the keyword arguments of `Router.decide` for a valid request."""
    received = draw(received_days())
    request: dict[str, Any] = {
        "residence": draw(residences()),
        "received": received,
        "right": draw(rights()),
        "facts": draw(facts(law)),
    }
    if draw(st.booleans()):
        request["events"] = {Event.EXTENSION_NOTIFIED.value: received + timedelta(days=draw(st.integers(0, _AFTER)))}
    if draw(st.integers(0, 3)) == 0:
        names = draw(st.lists(st.sampled_from(("newsletter", "invoices", "account")), min_size=1, max_size=2, unique=True))
        request["parts"] = {name: draw(facts(law, about=About.DATA)) for name in names}
    return request
