"""From a raw table to a lesson, or to all of its problems at once."""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sim.errors import ScenarioError, mismatch
from sim.lessons.check import find_problems
from sim.lessons.schema import Lesson
from sim.message import Message
from sim.scenario.keys import (
    Key,
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
from sim.scenario.rules_raw import check_texts

BOUNDS = {
    "greater_than_equal": ("ge", Message("at least {bound}")),
    "less_than_equal": ("le", Message("at most {bound}")),
    "greater_than": ("gt", Message("more than {bound}")),
    "too_short": ("min_length", Message("at least {bound} in it")),
    "too_long": ("max_length", Message("at most {bound} in it")),
}
"""How Pydantic calls a bound that is broken, where it keeps the bound, and how that is said."""


def build_lesson(raw: dict[str, Any], where: str) -> Lesson:
    """Turn a raw table into a lesson that keeps all rules; `where` is what problems name.

    Raises
    ------
    ScenarioError
        If there is a problem, with all of them at once.
    """
    texts: list[str] = list(check_texts(raw))
    try:
        lesson = Lesson.model_validate(raw)
    except ValidationError as error:
        problems = [_line(details["loc"], details) for details in error.errors()]
        raise ScenarioError(where, [*texts, *problems]) from error
    if problems := [*texts, *find_problems(lesson)]:
        raise ScenarioError(where, problems)
    return lesson


def _line(keys: Sequence[Key], details: ErrorDetails) -> str:
    key = dotted(keys) or Message("the file")
    match details["type"]:
        case "missing":
            return Message("{key}: missing, expected {expected}", key=key, expected=_wanted(keys))
        case "extra_forbidden":
            above = kind_at(Lesson, keys[:-1])
            known = fields(above) if is_table(above) else ()
            hint = nearest(str(keys[-1]), known)
            return Message("{key}: unknown key, {hint}", key=key, hint=hint)
    return mismatch(key, found(details["input"]), _expected(keys, details))


def _expected(keys: Sequence[Key], details: ErrorDetails) -> Message:
    kind = details["type"]
    if kind == "string_pattern_mismatch":
        return Message("lower-case letters, digits and hyphens, a letter first")
    if kind in BOUNDS:
        name, bound = BOUNDS[kind]
        return Message(bound.template, bound=details["ctx"][name])
    return _wanted(keys)


def _wanted(keys: Sequence[Key]) -> Message:
    """Say in words what may stand under some keys."""
    kind = bare(kind_at(Lesson, keys))
    if origin(kind) is tuple and not is_table(kind.__args__[0]):
        return Message("a list of texts")
    return expected(kind)
