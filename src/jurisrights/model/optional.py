"""Types that may be absent, as the converters of law and of decisions meet them: `X | None`."""

from __future__ import annotations

import functools
from types import UnionType
from typing import Any


def is_optional(kind: object) -> bool:
    """Say whether a type is a union with None."""
    return isinstance(kind, UnionType) and type(None) in kind.__args__


def without_none(kind: Any) -> Any:  # noqa: ANN401  a union of types has no type of its own
    """Give the type without None."""
    return functools.reduce(lambda one, other: one | other, [part for part in kind.__args__ if part is not type(None)])
