"""The days on which the library of holidays is put right: `days.toml` of the top folder, for every regime."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from jurisrights.errors import Problem
from jurisrights.model.calendars import CorrectedDay
from jurisrights.model.law import CorrectedDays
from jurisrights.reading.checks import Placed, Scope, check_item, check_no_overlap, days_of
from jurisrights.reading.files import LawFolder, Problems
from jurisrights.reading.kinds import Names
from jurisrights.reading.regimes import confirmed
from jurisrights.reading.structure import TomlFile, structure

_FILE: Final = "days.toml"


def read_corrected_days(folder: LawFolder, problems: Problems) -> CorrectedDays:
    """Read the corrected days; none where there is no such file, or where it is wrong."""
    if folder.has(_FILE):
        with problems:
            file = folder.read(_FILE)
            read = structure(file, CorrectedDays)
            problems.add(_check(file, read))
            return attrs.evolve(read, days=confirmed(read.days, read.confirmed))
    return CorrectedDays()


def _check(file: TomlFile, read: CorrectedDays) -> Iterator[Problem]:
    scope = Scope(
        names=Names({}, frozenset(), frozenset()),
        instruments=tuple(dict.fromkeys(instrument.id for instrument in read.instruments)),
        languages=read.languages,
        counting=frozenset(),
        suspensions=frozenset(),
        calendars=frozenset(),
    )
    for index, instrument in enumerate(read.instruments):
        yield from check_item(scope, file, ("instruments", index), instrument)
    yield from check_no_overlap(Placed(file=file, path=("instruments", index), item=item) for index, item in enumerate(read.instruments))
    for index, day in enumerate(read.days):
        yield from check_item(scope, file, ("days", index), day)
        if any(_meet(day, earlier) for earlier in read.days[:index]):
            yield file.problem(("days", index), "duplicate id", f"a day of '{day.place}' stands in an earlier row already")


def _meet(one: CorrectedDay, other: CorrectedDay) -> bool:
    """Say whether two rows speak of one day of one place. Rules like `3rd monday january` meet only the same rule."""
    first, last = zip(days_of(one), days_of(other), strict=True)
    listed = set(one.dates) & set(other.dates) or any(f"{day:%m-%d}" in {one.on, other.on} for day in (*one.dates, *other.dates))
    return one.place == other.place and max(first) <= min(last) and bool(listed or (one.on and one.on == other.on))
