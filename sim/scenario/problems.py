"""Problems of a scenario in words: key, what was found, what is expected."""

from collections.abc import Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sim.scenario.keys import Key, expected, fields, found, is_table, kind_at, nearest
from sim.scenario.schema import Scenario


def dotted(keys: Sequence[Key]) -> str:
    """Join keys as they are written in a change, such as ``designs.split.functions.pools.0``."""
    return ".".join(str(key) for key in keys)


def describe(error: ValidationError, prefix: Sequence[Key] = ()) -> list[str]:
    """Return one line for each problem that the schema found.

    Parameters
    ----------
    error
        What the schema raised.
    prefix
        Keys under which the part that was validated stands.
    """
    return [_line((*prefix, *details["loc"]), details) for details in error.errors()]


def _line(keys: Sequence[Key], details: ErrorDetails) -> str:
    key = dotted(keys) or "the file"
    context = details.get("ctx", {})
    match details["type"]:
        case "missing":
            return f"{key}: missing, expected {expected(kind_at(Scenario, keys))}"
        case "extra_forbidden":
            return f"{key}: unknown key, {_nearest_key(keys)}"
        case "value_error":
            return f"{key}: {context['error']}"
    return f"{key}: found {found(details['input'])}, expected {_expected(keys, details)}"


def _expected(keys: Sequence[Key], details: ErrorDetails) -> str:
    context = details.get("ctx", {})
    match details["type"]:
        case "greater_than":
            return f"more than {context['gt']}"
        case "less_than_equal":
            return f"at most {context['le']}"
        case "too_short":
            return f"at least {context['min_length']} in it"
        case "string_pattern_mismatch":
            return "lower-case letters, digits and hyphens, a letter first"
    return expected(kind_at(Scenario, keys))


def _nearest_key(keys: Sequence[Key]) -> str:
    above = kind_at(Scenario, keys[:-1])
    return nearest(str(keys[-1]), fields(above) if is_table(above) else ())
