"""A world of the reference engine to look into, and jobs to put into its queues."""

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World, build_world
from sim.engines.reference.simulate import MODEL
from sim.eventlog import Job
from tests.unit.engines.stories import Citizen, people, service

LUCK = 9


def world_of(*changes: str, citizens: int = 3) -> World:
    """The world of a story before anything happens."""
    population = people(*(Citizen(0, key=n + 1) for n in range(citizens)))
    return build_world(MODEL, service(*changes), population, LUCK)


def job(case: Case, kind: Job = Job.WORK, size_s: int = 0) -> Task:
    """A job about a case, for the first pool."""
    return Task(kind, case, 0, size_s, (1, 0, 0))
