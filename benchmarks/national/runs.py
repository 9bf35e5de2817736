"""What runs of the shipped services take, at their own days, in plausible worlds."""

import time
from collections.abc import Sequence
from typing import NamedTuple

from sim.experiment import RunSettings
from sim.scenario import list_services
from sim.sweep import Plan, ask_of_services
from sim.sweep.plan import Value
from sim.sweep.subject.subject import Subject

POINTS, ENOUGH_S = 30, 4.0
"""Worlds of each service that are run, and after how long no further one is."""


class Service(NamedTuple):
    """A service, and what a run of it takes."""

    name: str
    run_s: tuple[float, ...]
    """Processor time of a run, by world: the mean of its designs."""

    @property
    def mean_s(self) -> float:
        """Processor time of a run on the mean."""
        return sum(self.run_s) / len(self.run_s)


def measure_services(points: int = POINTS) -> list[Service]:
    """Run each shipped service in some worlds."""
    return [measure_service(name, points) for name in list_services()]


def measure_service(name: str, points: int) -> Service:
    """Run a service in some worlds; a run before them, which loads, is not timed."""
    plan = Plan.lhs(name, points=points)
    subject = ask_of_services(plan, RunSettings()).subject
    values = plan.parts[0].points
    _time_run(subject, values[0])
    found: list[float] = []
    for one in values:
        found.append(_time_run(subject, one))
        if sum(found) * len(subject.designs) > ENOUGH_S:
            break
    return Service(name, tuple(found))


def _time_run(subject: Subject, values: Sequence[Value]) -> float:
    began = time.thread_time()
    list(subject.run_point(0, values, range(1)))
    return (time.thread_time() - began) / len(subject.designs)
