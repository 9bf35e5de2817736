"""Formulas: the few operations that every tool of the field knows.

A formula is written as in Python: numbers, names, ``+ - * /``, ``min(a, b)``, ``max(a, b)``,
``mod(a, b)`` (of the sign of ``b``), ``whole(a)`` (cut down to a whole number) and
``where(a < b, c, d)``.
"""

import ast
from functools import lru_cache
from typing import NamedTuple

FUNCTIONS = {"min": 2, "max": 2, "mod": 2, "whole": 1}
WHERE = "where"
OPERATIONS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}


class Number(NamedTuple):
    """A number as it stands."""

    value: float


class Name(NamedTuple):
    """A stock or another quantity."""

    name: str


class Operation(NamedTuple):
    """One operation: of `+ - * / < min max mod whole where`, on its terms."""

    kind: str
    terms: "tuple[Term, ...]"


Term = Number | Name | Operation


class Formula(NamedTuple):
    """A formula, and the names that stand in it."""

    term: Term
    names: frozenset[str]


@lru_cache(maxsize=8_192)
def parse_formula(text: str) -> Formula:
    """Parse a formula.

    Raises
    ------
    ValueError
        If it holds anything but what formulas may hold.
    """
    term = _read(ast.parse(text, mode="eval").body, text)
    return Formula(term, frozenset(_list_names(term)))


def _read(node: ast.expr, text: str) -> Term:
    match node:
        case ast.Constant(value=int() | float() as value):
            return Number(float(value))
        case ast.Name(id=name):
            return Name(name)
        case ast.BinOp(left, op, right) if type(op) in OPERATIONS:
            return Operation(OPERATIONS[type(op)], (_read(left, text), _read(right, text)))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Operation("-", (Number(0.0), _read(operand, text)))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _read_call(name, args, text)
    raise ValueError(f"no formula: {text}")


def _read_call(name: str, args: list[ast.expr], text: str) -> Operation:
    if FUNCTIONS.get(name) == len(args):
        return Operation(name, tuple(_read(arg, text) for arg in args))
    match name, args:
        case "where", [ast.Compare(left, [ast.Lt()], [right]), then, otherwise]:
            terms = tuple(_read(arg, text) for arg in (left, right, then, otherwise))
            return Operation(WHERE, terms)
    raise ValueError(f"no formula: {text}")


def _list_names(term: Term) -> list[str]:
    match term:
        case Name(name):
            return [name]
        case Operation(_, terms):
            return [name for inner in terms for name in _list_names(inner)]
    return []
