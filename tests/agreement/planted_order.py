"""Errors planted in the order of things: each a slip that whoever writes an engine may make.

Each changes the reference engine while it runs as the engine on trial.
"""

import itertools
from bisect import insort
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from sim.engines.order import Moment
from sim.engines.reference.machine import clock
from sim.engines.reference.machine.staff import Task, Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules import finish, jobs, queues, reform, roster
from sim.engines.rules import Priority
from sim.eventlog import Job
from sim.random import Stream

Plant = Callable[[pytest.MonkeyPatch], None]


def swapped(one: Moment, other: Moment) -> Plant:
    """Two kinds of moment in each other's place in the order of a second."""

    class Order(int):
        """The first priority, to which the number of a moment is added."""

        def __add__(self, moment: int) -> int:
            return int(self) + {one: other, other: one}.get(Moment(moment), moment)

    return lambda patch: patch.setattr(clock, "FIRST_PRIORITY", Order(clock.FIRST_PRIORITY))


def last_scheduled_first(patch: pytest.MonkeyPatch) -> None:
    """Moments of one kind and second in the reverse of the order in which they were scheduled."""
    begin = clock.SimulationClock.__init__

    def backwards(self: clock.SimulationClock) -> None:
        begin(self)
        self._env._eid = itertools.count(0, -1)

    patch.setattr(clock.SimulationClock, "__init__", backwards)


def faces_by_number(patch: pytest.MonkeyPatch) -> None:
    """Known faces not by how long they are known, but by their number."""
    choose = queues.choose

    def chosen(world: World, pool: Any, task: Task) -> Worker:
        staff = task.case.staff
        staff.faces = dict(sorted(staff.faces.items()))
        return choose(world, pool, task)

    patch.setattr(jobs, "choose", chosen)


def last_face_first(patch: pytest.MonkeyPatch) -> None:
    """A face met again counted as new."""
    start = jobs.start

    def started(world: World, task: Task, worker: Worker) -> None:
        task.case.staff.faces.pop(worker.identity, None)
        start(world, task, worker)

    patch.setattr(jobs, "start", started)


def free_in_order_of_finishing(patch: pytest.MonkeyPatch) -> None:
    """Free workers as they came free, not by their number."""
    patch.setattr(queues, "insort", list.append)


def free_after_reform_unsorted(patch: pytest.MonkeyPatch) -> None:
    """Free workers taken over into a new design in another order."""
    patch.setattr(reform, "sorted", lambda free: sorted(free, reverse=True), raising=False)


def free_after_the_shift(patch: pytest.MonkeyPatch) -> None:
    """A worker who has stayed beyond the shift for one job is there for the next one, too."""

    def release(world: World, worker: Worker) -> None:
        worker.in_hand = None
        if worker.until_s > 0:
            free = world.pools[worker.pool].free
            insort(free, worker.place)

    patch.setattr(finish, "release", release)


def due_in_its_last_second(patch: pytest.MonkeyPatch) -> None:
    """A case past due from the second on in which it is due."""
    class_of = queues.class_of

    def classed(world: World, task: Task) -> int:
        task.case.dates.due_cal_s -= 1
        number = class_of(world, task)
        task.case.dates.due_cal_s += 1
        return number

    patch.setattr(queues, "class_of", classed)


def first_calls_first(patch: pytest.MonkeyPatch) -> None:
    """A first contact queued as work, not as a call."""
    class_of = queues.class_of
    patch.setattr(
        queues,
        "class_of",
        lambda world, task: Priority.WORK if task.kind == Job.INTAKE else class_of(world, task),
    )


def past_due_after_all_priorities(patch: pytest.MonkeyPatch) -> None:
    """What is past due taken after work of all demand types, not of its own priority alone."""

    def queue_of(world: World, task: Task) -> int:
        citizens, about = world.blueprint.citizens, queues.class_of(world, task)
        return citizens.ranks * about + int(citizens.rank[task.case.type])

    patch.setattr(queues, "queue_of", queue_of)


def work_before_calls_of_less(patch: pytest.MonkeyPatch) -> None:
    """Work of a higher priority taken before calls about what has less."""

    def queue_of(world: World, task: Task) -> int:
        rank = int(world.blueprint.citizens.rank[task.case.type])
        return len(Priority) * rank + queues.class_of(world, task)

    patch.setattr(queues, "queue_of", queue_of)


def lowest_priority_first(patch: pytest.MonkeyPatch) -> None:
    """The lowest priority taken for the highest."""
    queue_of = queues.queue_of

    def turned(world: World, task: Task) -> int:
        citizens = world.blueprint.citizens
        ranks = np.subtract(citizens.ranks - 1, citizens.rank)
        last = citizens._replace(rank=ranks)
        blueprint = world.blueprint
        world.blueprint = blueprint._replace(citizens=last)
        queue = queue_of(world, task)
        world.blueprint = blueprint
        return queue

    patch.setattr(queues, "queue_of", turned)


def temps_from_the_first(patch: pytest.MonkeyPatch) -> None:
    """Temps called in their order, not by lot."""
    lot = roster.uniform

    def drawn(key: int, purpose: int, *about: int) -> float:
        return 0.0 if purpose == Stream.TEMP else lot(key, purpose, *about)

    patch.setattr(roster, "uniform", drawn)


PLANTS: dict[str, Plant] = {
    **{
        f"{one.name} and {other.name}": swapped(one, other)
        for one, other in itertools.pairwise(Moment)
    },
    **{
        plant.__name__: plant
        for plant in (
            last_scheduled_first,
            faces_by_number,
            last_face_first,
            free_in_order_of_finishing,
            free_after_reform_unsorted,
            free_after_the_shift,
            due_in_its_last_second,
            first_calls_first,
            past_due_after_all_priorities,
            work_before_calls_of_less,
            lowest_priority_first,
            temps_from_the_first,
        )
    },
}
"""Each neighbouring pair of moments in each other's place, and the other errors."""
