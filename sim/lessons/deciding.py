"""Which measures answer a lesson's question, which stand beside them, and which tell the turn."""

from collections.abc import Iterable
from typing import NamedTuple

from sim.lessons.schema import Claim, Lesson
from sim.lessons.terms import read_term


class Asked(NamedTuple):
    """A measure, of all citizens or of one demand type."""

    measure: str
    demand_type: str | None = None


def list_deciding(lesson: Lesson) -> list[Asked]:
    """List the measures by which the choices, or the number, are judged."""
    number = lesson.predict.number
    if number is not None:
        return _list_asked([number.term])
    return _list_asked_by([claim for choice in lesson.predict.choices for claim in choice.claims])


def list_beside(lesson: Lesson) -> list[Asked]:
    """List what is shown besides, once the question is answered."""
    deciding = list_deciding(lesson)
    shown = [Asked(measure) for measure in lesson.reveal.measures]
    return [asked for asked in shown if asked not in deciding]


def list_turning(lesson: Lesson) -> list[Asked]:
    """List the measures in which the other side shows, the first of its claims first."""
    return _list_asked_by(lesson.other_side.claims)


def _list_asked_by(claims: Iterable[Claim]) -> list[Asked]:
    return _list_asked([term for claim in claims for term in claim.terms])


def _list_asked(terms: Iterable[str]) -> list[Asked]:
    read = [read_term(term) for term in terms]
    return list(dict.fromkeys(Asked(term.measure, term.demand_type) for term in read))
