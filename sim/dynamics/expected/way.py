"""What a demand type meets in a design: what stays as it is while its cases are followed."""

from typing import NamedTuple

import numpy as np

from sim.blueprint import Blueprint
from sim.dynamics.expected.content import Worked
from sim.dynamics.expected.elapsed import Target
from sim.dynamics.expected.faces import Faces
from sim.dynamics.expected.lying import Lying, measure_lying
from sim.dynamics.expected.news import News
from sim.dynamics.expected.node import Node, Place
from sim.dynamics.expected.tally import Tally
from sim.scenario import Demand
from sim.units import MILLION


class Chances(NamedTuple):
    """Chances that a demand type has in a design.

    Attributes
    ----------
    tell
        That a particular is told.
    answers
        That who is asked answers at once.
    fit, fit_exception
        That an answer fits a particular on file: within the standard, and outside of it.
    appeals
        That a citizen appeals against a decision.
    """

    tell: float
    answers: float
    fit: float
    fit_exception: float
    appeals: float


class Way(NamedTuple):
    """The way of a demand type through a design.

    Attributes
    ----------
    blueprint, demand
        The design, and the demand type.
    chances
        What may happen.
    faces
        The staff of each function.
    lying
        How long cases lie before each function, if they do.
    answering
        How long the answer to a letter takes.
    target
        The target that people make an effort for.
    """

    blueprint: Blueprint
    demand: Demand
    chances: Chances
    faces: tuple[Faces, ...]
    lying: tuple[Lying | None, ...]
    answering: Lying
    target: Target

    @property
    def last(self) -> int:
        """The last function."""
        return self.blueprint.layout.functions - 1

    def wait(self, news: News, lying: Lying) -> News:
        """Return which cases have no last answer after a wait."""
        is_told_late = bool(self.blueprint.citizens.has_call_times)
        return news.wait(lying, self.demand.ready_days.value, is_told_late=is_told_late)


class Attempt(NamedTuple):
    """An attempt at the needs of a demand type.

    Attributes
    ----------
    way
        What they meet.
    number
        Which attempt it is, from 1.
    worked
        What there is to do, and what becomes of it.
    tally
        What happens; it is added to.
    pending
        Cases that are on their way to a function; it becomes empty.
    """

    way: Way
    number: int
    worked: Worked
    tally: Tally
    pending: dict[Place, Node]

    def add(self, name: str, amount: float, function: int = 0) -> None:
        """Add to what happens in this attempt."""
        self.tally.add(name, self.number, amount, function)

    def knows(self, place: Place) -> float:
        """Return the chance that who gets a case in hand knows it."""
        return self.way.faces[place.function].know(min(place.visit, 1) + (self.number - 1))


def find_way(blueprint: Blueprint, demand: Demand, number: int, faces: tuple[Faces, ...]) -> Way:
    """Find the way of a demand type through a design.

    Parameters
    ----------
    blueprint, demand, number
        The design, and the demand type with its place among all.
    faces
        The staff of each function.
    """
    lying = tuple(
        measure_lying(table, blueprint.calendar) if table[-1] > 0 else None
        for table in blueprint.layout.pick_up_s
    )
    chances = _find_chances(blueprint, number)
    answering = measure_lying(blueprint.citizens.answer_s[number], blueprint.calendar)
    return Way(blueprint, demand, chances, faces, lying, answering, Target.of(blueprint))


def _find_chances(blueprint: Blueprint, number: int) -> Chances:
    citizens, decision = blueprint.citizens, blueprint.decision
    expert = float(citizens.expert[number])
    knows = 1 - expert + expert * decision.expertise
    granted = decision.judgement_ppm / MILLION
    lacking = float(np.maximum(1 - granted, 0).mean())
    return Chances(
        tell=float(citizens.tell[number]),
        answers=blueprint.work.asks_in_dialogue * float(citizens.reach[number]),
        fit=decision.absorb * knows,
        fit_exception=decision.exception_chance * knows,
        appeals=decision.discretion * float(citizens.appeals[number]) * lacking,
    )
