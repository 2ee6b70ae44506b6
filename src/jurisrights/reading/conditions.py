"""From the text of a condition to its tree.

Conditions are written in Python's syntax and parsed with `ast`; only the nodes below are allowed, and nothing is ever run.
"""

from __future__ import annotations

import ast
from datetime import date
from typing import Final

from jurisrights.model.conditions import (
    AllOf,
    AnyOf,
    Choices,
    Compare,
    Condition,
    After,
    Inside,
    Literal,
    Name,
    Node,
    Not,
    Value,
)

MAX_CHARACTERS: Final = 500
MAX_NODES: Final = 60
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
_UNITS: Final = ("days", "weeks", "months", "years")
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
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ConditionError(f"{text!r} is not a condition: {getattr(error, 'msg', None) or error}") from None
    count = sum(1 for node in ast.walk(tree.body) if isinstance(node, ast.expr))
    if count > MAX_NODES:
        raise ConditionError(f"the condition has {count} parts, at most {MAX_NODES} are allowed; name parts of it as definitions")
    return Condition(text, _node(tree.body))


def _node(node: ast.expr) -> Node:
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            return AllOf(tuple(_node(value) for value in values))
        case ast.BoolOp(op=ast.Or(), values=values):
            return AnyOf(tuple(_node(value) for value in values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Not(_node(operand))
        case ast.Compare():
            return _comparison(node)
        case ast.Name(id=name):
            return Name(name)
        case ast.Constant(value=bool() | int() | str() as value):
            return Literal(value)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as value)) if not isinstance(value, bool):
            return Literal(-value)
        case ast.Call(func=ast.Name(id=function)):
            return _call(function, node)
    raise ConditionError(f"{ast.unparse(node)!r} is not allowed in a condition; see docs/law-format.md, Conditions")


def _comparison(node: ast.Compare) -> Node:
    terms: list[Node] = []
    left = node.left
    for operator, right in zip(node.ops, node.comparators, strict=True):
        symbol = _OPERATORS.get(type(operator))
        if symbol is None:
            raise ConditionError(f"{ast.unparse(node)!r}: use == != < <= > >= in")
        if symbol in {"in", "not in"}:
            inside = Compare(_node(left), "in", _choices(right))
            terms.append(Not(inside) if symbol == "not in" else inside)
        else:
            terms.append(Compare(_node(left), symbol, _node(right)))
        left = right
    return terms[0] if len(terms) == 1 else AllOf(tuple(terms))


def _choices(node: ast.expr) -> Choices:
    if not isinstance(node, ast.Tuple | ast.List):
        raise ConditionError(f"{ast.unparse(node)!r}: after `in` stands a list of values: ('a', 'b')")
    values: list[Value] = []
    for element in node.elts:
        value = _node(element)
        if not isinstance(value, Literal):
            raise ConditionError(f"{ast.unparse(element)!r}: after `in` stand values only")
        values.append(value.value)
    return Choices(tuple(values))


def _call(function: str, node: ast.Call) -> Node:
    if function == "date":
        return Literal(_date(node))
    if function == "inside":
        match node:
            case ast.Call(args=[ast.Name(id=place), ast.Constant(value=str() as territory)], keywords=[]):
                return Inside(Name(place), territory)
        raise ConditionError(f"{ast.unparse(node)!r}: write inside(place_fact, 'territory')")
    if function == "after":
        match node:
            case ast.Call(args=[day], keywords=[ast.keyword(arg=str() as unit, value=ast.Constant(value=int() as count))]):
                if unit in _UNITS and not isinstance(count, bool):
                    return After(_node(day), unit, count)
        raise ConditionError(f"{ast.unparse(node)!r}: write after(day, months=6) with one of {', '.join(_UNITS)}")
    raise ConditionError(f"{function!r} is not a word of conditions; there are date, inside and after")


def _date(node: ast.Call) -> date:
    parts = [argument.value for argument in node.args if isinstance(argument, ast.Constant) and type(argument.value) is int]
    if len(parts) != _DATE_PARTS or len(node.args) != _DATE_PARTS or node.keywords:
        raise ConditionError(f"{ast.unparse(node)!r}: write date(2022, 1, 31)")
    try:
        return date(*parts)
    except (ValueError, OverflowError) as error:
        raise ConditionError(f"{ast.unparse(node)!r} is no date: {error}") from None
