"""From the text of a condition to its tree.

Conditions are written in Python's syntax and parsed with `ast`; only the nodes below are allowed, and nothing is ever run.

>>> parse_condition("18 <= age and not inside(residence, 'JP')").tree
AllOf(terms=(Compare(left=Name(id='age'), operator='>=', right=Literal(value=18)), Not(term=Inside(place=Name(id='residence'), territory='JP', wholly=False))))
"""

from __future__ import annotations

import ast
import re
from datetime import date
from typing import Final

import attrs

from jurisrights.model.conditions import (
    After,
    AllOf,
    AnyOf,
    Choices,
    Compare,
    Condition,
    Inside,
    Literal,
    Name,
    Node,
    Not,
    Value,
    WorkingDay,
)

MAX_CHARACTERS: Final = 500
MAX_NODES: Final = 60
LONGEST: Final = {"days": 36_525, "weeks": 5_218, "months": 1_200, "years": 100}
"""The longest length in each unit, a century: what is longer is a slip of the pen, and leaves the calendar."""

_OPERATORS: Final = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
}
_MIRRORED: Final = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_QUOTED: Final = re.compile(r"'[^']*'|\"[^\"]*\"")
_NUMBER_WITH_LETTERS: Final = re.compile(r"\b\d[\d.]*[A-Za-z_]")
_ONE_SIGN: Final = re.compile(r"[^=!<>]=[^=]")
_DATE_PARTS: Final = 3


class ConditionError(ValueError):
    """The text is no allowed condition; the message says why and what to write."""


def parse_condition(text: str) -> Condition:
    """Read a condition.

    Raises:
        ConditionError: it is too long, no Python expression, or uses something that conditions do not have.
    """
    if len(text) > MAX_CHARACTERS:
        raise ConditionError(f"the condition has {len(text)} characters, at most {MAX_CHARACTERS} are allowed; name parts of it as definitions")
    if fault := _fault_in_spelling(text):
        raise ConditionError(f"{text!r}: {fault}")
    source = text.strip()
    try:
        tree = ast.parse(source, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        hint = "; to compare, write == with two signs" if _ONE_SIGN.search(source) else ""
        raise ConditionError(f"{text!r} is not a condition: {getattr(error, 'msg', None) or error}{hint}") from None
    count = sum(1 for node in ast.walk(tree.body) if isinstance(node, ast.expr))
    if count > MAX_NODES:
        raise ConditionError(f"the condition has {count} parts, at most {MAX_NODES} are allowed; name parts of it as definitions")
    return Condition(text, _Reader(source).node(tree.body))


def _fault_in_spelling(text: str) -> str | None:
    """Say what Python would read with a warning, or not read at all, though it looks like a part of the condition."""
    unquoted = _QUOTED.sub("''", text)
    if "\\" in text:
        return "a condition has no backslash"
    if "#" in unquoted:
        return "a comment stands outside the condition"
    return "write numbers in figures alone, with a space behind them" if _NUMBER_WITH_LETTERS.search(unquoted) else None


@attrs.frozen
class _Reader:
    """Turns the nodes of Python's tree into ours; keeps the text in order to quote it in messages."""

    source: str

    def node(self, node: ast.expr) -> Node:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return AllOf(tuple(self.node(value) for value in values))
            case ast.BoolOp(values=values):
                return AnyOf(tuple(self.node(value) for value in values))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self.node(operand))
            case ast.Compare():
                return self._comparison(node)
            case ast.Call(func=ast.Name(id=function)):
                return self._call(function, node)
        return self._leaf(node)

    def _leaf(self, node: ast.expr) -> Node:
        match node:
            case ast.Name(id=name):
                return Name(name)
            case ast.Constant(value=bool() | int() | str() as value):
                return Literal(value)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as value)) if not isinstance(value, bool):
                return Literal(-value)
        raise self._error(node, " is not allowed in a condition; see docs/law-format.md, Conditions")

    def _error(self, node: ast.expr, message: str) -> ConditionError:
        return ConditionError(f"{ast.get_source_segment(self.source, node)!r}{message}")

    def _comparison(self, node: ast.Compare) -> Node:
        terms: list[Node] = []
        left = node.left
        for operator, right in zip(node.ops, node.comparators, strict=True):
            symbol = _OPERATORS.get(type(operator))
            if symbol is None:
                raise self._error(node, ": use == != < <= > >= in")
            if symbol in {"in", "not in"}:
                inside = Compare(self.node(left), "in", self._choices(right))
                terms.append(Not(inside) if symbol == "not in" else inside)
            else:
                terms.append(_fact_first(self.node(left), symbol, self.node(right)))
            left = right
        return terms[0] if len(terms) == 1 else AllOf(tuple(terms))

    def _choices(self, node: ast.expr) -> Choices:
        if not isinstance(node, ast.Tuple | ast.List) or not node.elts:
            raise self._error(node, ": after `in` stands a list of values: ('a', 'b')")
        values: list[Value] = []
        for element in node.elts:
            value = self.node(element)
            if not isinstance(value, Literal):
                raise self._error(element, ": after `in` stand values only")
            values.append(value.value)
        return Choices(tuple(values))

    def _call(self, function: str, node: ast.Call) -> Node:
        match function, node:
            case "date", _:
                return Literal(self._date(node))
            case "inside" | "wholly_inside", ast.Call(args=[ast.Name(id=place), ast.Constant(value=str() as territory)], keywords=[]):
                return Inside(Name(place), territory, wholly=function == "wholly_inside")
            case "inside" | "wholly_inside", _:
                raise self._error(node, f": write {function}(place_fact, 'territory')")
            case "after", ast.Call(args=[day], keywords=[ast.keyword(arg=str() as unit, value=ast.Constant(value=count))]):
                if type(count) is int and 0 < count <= LONGEST.get(unit, 0):
                    return After(self.node(day), unit, count)
            case "working_day", ast.Call(args=[day, ast.Constant(value=str() as calendar)], keywords=[]):
                return WorkingDay(self.node(day), calendar)
            case "working_day", _:
                raise self._error(node, ": write working_day(day, 'calendar')")
        if function == "after":
            raise self._error(node, f": write after(day, months=6), with one of {', '.join(LONGEST)} and at most 100 years")
        raise ConditionError(f"{function!r} is not a word of conditions; there are date, inside, wholly_inside, after and working_day")

    def _date(self, node: ast.Call) -> date:
        parts = [argument.value for argument in node.args if isinstance(argument, ast.Constant) and type(argument.value) is int]
        if len(parts) != _DATE_PARTS or len(node.args) != _DATE_PARTS or node.keywords:
            raise self._error(node, ": write date(2022, 1, 31)")
        try:
            return date(*parts)
        except (ValueError, OverflowError) as error:
            raise self._error(node, f" is no date: {error}") from None


def _fact_first(left: Node, operator: str, right: Node) -> Compare:
    """Write `18 <= age` as `age >= 18`, so that whoever reads the tree finds the fact on the left."""
    if isinstance(left, Literal) and not isinstance(right, Literal):
        return Compare(right, _MIRRORED[operator], left)
    return Compare(left, operator, right)
