"""Units of measure, multiplied and divided: `cases/day`, `minutes*cases`, `1/day`, `dmnl`."""

import ast
import re
from collections import Counter

Unit = tuple[tuple[str, int], ...]
"""Powers of the units that others are made of, by name; none of them is 0."""

DIMENSIONLESS: Unit = ()
NOTHING = frozenset({"dmnl", "dimensionless", "unitless"})
SINGULAR = {
    "second": "seconds",
    "minute": "minutes",
    "hour": "hours",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
}
"""The two names of a unit of time are one unit, as in XMILE."""
DAYS: Unit = (("days", 1),)


def parse_unit(text: str) -> Unit:
    """Parse a unit: names, `1`, `*`, `/`, `^` and brackets.

    Raises
    ------
    ValueError
        If it is none.
    """
    joined = re.sub(r"(?<=\w) +(?=\w)", "_", text.strip()).replace("^", "**")
    try:
        return _read(ast.parse(joined, mode="eval").body)
    except (SyntaxError, ValueError):
        raise ValueError(f"no unit: {text}") from None


def multiply(first: Unit, second: Unit, power: int = 1) -> Unit:
    """Multiply a unit by a power of another; by -1 it is divided."""
    powers = Counter(dict(first))
    for name, own in second:
        powers[name] += own * power
    return tuple(sorted((name, own) for name, own in powers.items() if own))


def write_unit(unit: Unit) -> str:
    """Write a unit, as `parse_unit` reads it."""
    above = [_write_power(name, own) for name, own in unit if own > 0]
    below = [_write_power(name, -own) for name, own in unit if own < 0]
    if not unit:
        return "dmnl"
    return "/".join(["*".join(above) or "1", *below])


def _write_power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"


def _read(node: ast.expr) -> Unit:
    match node:
        case ast.Constant(value=1):
            return DIMENSIONLESS
        case ast.Name(id=name):
            return DIMENSIONLESS if name in NOTHING else ((SINGULAR.get(name, name), 1),)
        case ast.BinOp(left, ast.Mult(), right):
            return multiply(_read(left), _read(right))
        case ast.BinOp(left, ast.Div(), right):
            return multiply(_read(left), _read(right), -1)
        case ast.BinOp(left, ast.Pow(), ast.Constant(value=int() as power)):
            return multiply(DIMENSIONLESS, _read(left), power)
    raise ValueError(ast.unparse(node))
