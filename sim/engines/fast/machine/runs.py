"""From what is asked for to a world in which it can be simulated."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import Blueprint
from sim.engines.fast.machine import records
from sim.engines.fast.machine.blueprints import build_blueprints
from sim.engines.fast.machine.world import Array, BatchWorld
from sim.engines.request import RunRequest
from sim.errors import RunError
from sim.message import Message
from sim.population import Population


def prepare(
    requests: Sequence[RunRequest], stop_sign: NDArray[np.int64], *, is_logged: bool
) -> BatchWorld:
    """Build the world of some runs; what several of them share is in it once.

    Parameters
    ----------
    requests
        The runs, at least one.
    stop_sign
        Runs done, and whether to stop: for other threads to read and write.
    is_logged
        Whether to keep a log, of a single run.

    Raises
    ------
    RunError
        If a reform would change places of staff, opening hours or demand, or comes before the one
        that it follows.
    """
    for request in requests:
        _check_reforms(request)
    blueprints = list({id(b): b for request in requests for b in request.blueprints}.values())
    populations = list({id(s.population): s.population for s in requests}.values())
    runs = _list_runs(requests, blueprints, populations)
    reforms = _list_reforms(requests, blueprints)
    citizens = _join(populations)
    return BatchWorld(build_blueprints(blueprints), citizens, runs, reforms, stop_sign, is_logged)


def _check_reforms(request: RunRequest) -> None:
    """Check that reforms change the design alone: workers keep their places."""
    days = [reform.day for reform in request.reforms]
    if any(_what_stays(b) != _what_stays(request.blueprint) for b in request.blueprints):
        raise RunError(Message("a reform changes the design; staff, opening hours and demand stay"))
    if days != sorted(set(days)):
        raise RunError(Message("reforms come one after another: found {days}", days=str(days)))


def _what_stays(blueprint: Blueprint) -> tuple[object, ...]:
    workers, types = len(blueprint.layout.worker_pool), len(blueprint.citizens.is_visits)
    return blueprint.calendar, workers, blueprint.roster.temps, types


def _list_runs(
    requests: Sequence[RunRequest], blueprints: list[Blueprint], populations: list[Population]
) -> Array:
    """Return what each run is asked for."""
    row_of = {id(blueprint): row for row, blueprint in enumerate(blueprints)}
    counts = [len(population.key) for population in populations]
    first_of = dict(zip(map(id, populations), np.cumsum([0, *counts]).tolist(), strict=False))
    runs = np.zeros(len(requests), records.RUN)
    courses = reforms = 0
    for run, request in zip(runs, requests, strict=True):
        calendar = request.blueprint.calendar
        run.blueprint, run.luck = row_of[id(request.blueprint)], request.luck
        run.first, run.citizens = first_of[id(request.population)], len(request.population.key)
        run.first_course, courses = courses, courses + run.citizens
        run.ends_s = calendar.open_days(request.days) * calendar.day_s
        run.all_workers = len(request.blueprint.layout.worker_pool) + request.blueprint.roster.temps
        run.first_reform, reforms = reforms, reforms + len(request.reforms)
        run.reforms_end = reforms
    return runs


def _list_reforms(requests: Sequence[RunRequest], blueprints: list[Blueprint]) -> Array:
    """Return the reforms of all runs."""
    row_of = {id(blueprint): row for row, blueprint in enumerate(blueprints)}
    reforms = [
        (row_of[id(reform.blueprint)], calendar.open_days(reform.day) * calendar.day_s)
        for request in requests
        for calendar in [request.blueprint.calendar]
        for reform in request.reforms
    ]
    return np.array(reforms, records.REFORM)


def _join(populations: Sequence[Population]) -> Population:
    """Return the citizens of all runs, one after the other."""
    if len(populations) == 1:
        return populations[0]
    return Population(*(np.concatenate(column) for column in zip(*populations, strict=True)))
