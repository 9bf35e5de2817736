"""A guess as somebody types it: the number of a choice, or a number in the unit that is asked."""

from math import isfinite

from sim.lessons.schema import Lesson
from sim.lessons.terms import read_term
from sim.measures import MEASURES
from sim.measures.declaration import Unit

MOST_TYPED, MOST = 24, 1e9
"""Characters of a guess, and how large one may be: enough for any that is meant."""
PERCENT = 100.0


def is_share(lesson: Lesson) -> bool:
    """Tell whether a share is to be guessed, which is typed in percent."""
    number = lesson.predict.number
    return number is not None and MEASURES[read_term(number.term).measure].unit is Unit.SHARE


def read_guess(lesson: Lesson, typed: str) -> float | None:
    """Return a guess as it was typed: from 1 of choices, a share in percent; `None` if it is none.

    A comma is read as a decimal point, and a sign of percent is left out.
    """
    text = "".join(typed.split()).removesuffix("%").replace(",", ".")
    if not text or len(text) > MOST_TYPED or not text.isascii() or "_" in text:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) and _is_possible(lesson, value) else None


def _is_possible(lesson: Lesson, value: float) -> bool:
    if lesson.predict.number is None:
        return value in range(1, len(lesson.predict.choices) + 1)
    return 0 <= value <= (PERCENT if is_share(lesson) else MOST)
