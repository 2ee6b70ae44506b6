"""Supervisory authorities and their roles, as frozen values."""

from __future__ import annotations

from datetime import date

import attrs

from jurisrights.model.conditions import ALWAYS, Condition
from jurisrights.model.lengths import Citation
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import (
    AuthorityRole,
    Confirmed,
    Sector,
)


@attrs.frozen(kw_only=True)
class Authority:
    """A supervisory authority: its place and further places, sectors, contact."""

    id: str
    name: Text
    confirmed: Confirmed | None = None
    place: str = ""
    also: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = tuple(Sector)
    when: Condition = ALWAYS
    url: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    text: Text = Text()
    in_force_from: date | None = None
    in_force_until: date | None = None

    @property
    def places(self) -> tuple[str, ...]:
        """Every place for which it is competent."""
        return (self.place, *self.also)


@attrs.frozen(kw_only=True)
class AuthorityRule:
    """Which authorities have which role: those of the place that a fact names."""

    role: AuthorityRole
    citation: Citation
    text: Text
    place: str = ""
    single: bool = False
    """Only where just one of the places that the fact names has an authority."""
    when: Condition = ALWAYS
    confirmed: Confirmed | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
