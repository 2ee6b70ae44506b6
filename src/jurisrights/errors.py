"""The errors of jurisrights: one short tree, for mistakes only.

Every legal answer, even "no law applies", is a value of `Decision`. These are raised when something handed in is wrong::

    JurisRightsError
    ├── DataError              a TOML file is wrong; carries every Problem found, with file and line
    └── RequestError           what was asked is not a valid request; carries every problem in words
        └── UnknownPlaceError  a place that cannot be settled; carries the candidates
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs


class JurisRightsError(Exception):
    """Root of everything that this library raises on purpose."""


@attrs.frozen(kw_only=True)
class Problem:
    """One thing that is wrong in a file: where, which rule, what was found and what to do."""

    file: str
    line: int | None
    rule: str
    message: str

    def __str__(self) -> str:
        """`file:line: rule: message`, the form that editors jump to."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.rule}: {self.message}"


class DataError(JurisRightsError):
    """One or more files of law or of an organisation are wrong. Nothing of them was loaded."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(
            sorted(problems, key=lambda problem: (problem.file, problem.line or 0, problem.message)),
        )
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RequestError(JurisRightsError, ValueError):
    """The request cannot be decided as it was handed in: an unknown name, a wrong kind of value, a contradiction."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems: tuple[str, ...] = tuple(problems)
        super().__init__("\n".join(self.problems))


class UnknownPlaceError(RequestError):
    """A place that is not known, or that could be several."""

    def __init__(self, given: str, message: str, candidates: Iterable[str] = ()) -> None:
        self.given = given
        self.candidates: tuple[str, ...] = tuple(candidates)
        super().__init__([message])
