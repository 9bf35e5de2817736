"""Formulas worked out in plain Python, at many moments at once.

The compiled loop of `sim.dynamics.system.loop` is what runs a model. This says what a formula
would come to if what it names were a little different, and is what the loop is tested against.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from sim.dynamics.system.equations import Quantity, Table, formula_of
from sim.dynamics.system.formula import Name, Number, Operation, Term

Reals = NDArray[np.float64]
Values = Mapping[str, Reals]
"""What is known of each name, one number for each moment."""


def evaluate_quantity(quantity: Quantity | Table, values: Values) -> Reals:
    """Work out a quantity from what it names."""
    result = evaluate_term(formula_of(quantity).term, values)
    if isinstance(quantity, Table):
        return look_up(quantity, result)
    return result


def look_up(table: Table, at: Reals) -> Reals:
    """Read values off a table, in the loop's own order of operations."""
    x, y = np.array(table.x), np.array(table.y)
    low = np.clip(np.searchsorted(x, at, "right") - 1, 0, max(len(x) - 2, 0))
    high = np.minimum(low + 1, len(x) - 1)
    with np.errstate(all="ignore"):
        between = y[low] + (at - x[low]) / (x[high] - x[low]) * (y[high] - y[low])
    result: Reals = np.where(at <= x[0], y[0], np.where(at >= x[-1], y[-1], between))
    return result


def evaluate_term(term: Term, values: Values) -> Reals:
    """Work out a term.

    Where the loop divides by nothing and stops, this gives an infinity or what is no number.
    """
    match term:
        case Number(value):
            return np.asarray(value, np.float64)
        case Name(name):
            return np.asarray(values[name], np.float64)
        case Operation(kind, terms):
            with np.errstate(all="ignore"):
                return _operate(kind, *(evaluate_term(inner, values) for inner in terms))
    raise AssertionError(term)


def _operate(kind: str, a: Reals, *rest: Reals) -> Reals:  # noqa: PLR0911 - one for each kind
    if kind == "whole":
        return np.trunc(a)
    b = rest[0]
    match kind:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "/":
            return a / b
        case "min":
            return np.minimum(a, b)
        case "max":
            return np.maximum(a, b)
        case "mod":
            return a - np.floor(a / b) * b
        case "where":
            return np.where(a < b, rest[1], rest[2])
    raise AssertionError(kind)
