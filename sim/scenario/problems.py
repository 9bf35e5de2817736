"""What is wrong with a file that Pydantic has read by some schema: a line for each problem."""

from collections.abc import Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sim.errors import mismatch
from sim.message import Message
from sim.scenario.keys import (
    Key,
    Kind,
    bare,
    dotted,
    expected,
    fields,
    found,
    is_table,
    kind_at,
    nearest,
    origin,
)

BOUNDS = {
    "greater_than_equal": ("ge", Message("at least {bound}")),
    "less_than_equal": ("le", Message("at most {bound}")),
    "greater_than": ("gt", Message("more than {bound}")),
    "too_short": ("min_length", Message("at least {bound} in it")),
    "too_long": ("max_length", Message("at most {bound} in it")),
}
"""How Pydantic calls a bound that is broken, where it keeps the bound, and how that is said."""


def list_problems(error: ValidationError, schema: Kind) -> list[str]:
    """Return one line for each problem: key, what was found, what the schema expects."""
    return [_line(details["loc"], details, schema) for details in error.errors()]


def _line(keys: Sequence[Key], details: ErrorDetails, schema: Kind) -> str:
    key = dotted(keys) or Message("the file")
    match details["type"]:
        case "missing":
            return Message(
                "{key}: missing, expected {expected}", key=key, expected=_wanted(keys, schema)
            )
        case "extra_forbidden":
            above = kind_at(schema, keys[:-1])
            known = fields(above) if is_table(above) else ()
            hint = nearest(str(keys[-1]), known)
            return Message("{key}: unknown key, {hint}", key=key, hint=hint)
    return mismatch(key, found(details["input"]), _expected(keys, details, schema))


def _expected(keys: Sequence[Key], details: ErrorDetails, schema: Kind) -> Message:
    kind = details["type"]
    if kind == "string_pattern_mismatch":
        return Message("lower-case letters, digits and hyphens, a letter first")
    if kind in BOUNDS:
        name, bound = BOUNDS[kind]
        return Message(bound.template, bound=details["ctx"][name])
    return _wanted(keys, schema)


def _wanted(keys: Sequence[Key], schema: Kind) -> Message:
    """Say in words what may stand under some keys."""
    kind = bare(kind_at(schema, keys))
    if origin(kind) is tuple and not is_table(kind.__args__[0]):
        return Message("a list of texts")
    return expected(kind)
