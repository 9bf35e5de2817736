"""The texts and claims of a lesson, and whose run each is filled from or judged by."""

from collections.abc import Iterator
from typing import NamedTuple

from sim.design import Frozen
from sim.lessons.schema import Claim, Lesson, Setup
from sim.scenario import Text

OTHER_SIDE = "other_side"


class TextPlace(NamedTuple):
    """A text of a lesson, and its dotted key."""

    key: str
    text: Text


class ClaimPlace(NamedTuple):
    """A claim of a lesson, and its dotted key."""

    key: str
    claim: Claim


def list_texts(part: object, key: str = "") -> Iterator[TextPlace]:
    """List every text below a part of a lesson."""
    if isinstance(part, Text):
        yield TextPlace(key, part)
    else:
        for name, below in _list_below(part):
            yield from list_texts(below, f"{key}.{name}" if key else name)


def list_claims(part: object, key: str = "") -> Iterator[ClaimPlace]:
    """List every claim below a part of a lesson."""
    if isinstance(part, Claim):
        yield ClaimPlace(key, part)
    else:
        for name, below in _list_below(part):
            yield from list_claims(below, f"{key}.{name}" if key else name)


def _list_below(part: object) -> Iterator[tuple[str, object]]:
    if isinstance(part, Frozen):
        yield from ((name, getattr(part, name)) for name in type(part).model_fields)
    elif isinstance(part, tuple):
        yield from ((str(number), item) for number, item in enumerate(part))


def setup_of(lesson: Lesson, key: str) -> Setup:
    """Return the setup whose run a text or a claim is about."""
    is_other = key.split(".", maxsplit=1)[0] == OTHER_SIDE
    return lesson.other_side.setup if is_other else lesson.setup
