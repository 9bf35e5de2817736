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
from sim.eventlog import NONE
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
        If a reform would change staff, opening hours or demand.
    """
    for request in requests:
        _check_reform(request)
    both = [b for s in requests for b in (s.blueprint, s.reform_to) if b is not None]
    blueprints = list({id(blueprint): blueprint for blueprint in both}.values())
    populations = list({id(s.population): s.population for s in requests}.values())
    runs = _list_runs(requests, blueprints, populations)
    return BatchWorld(build_blueprints(blueprints), _join(populations), runs, stop_sign, is_logged)


def _check_reform(request: RunRequest) -> None:
    """Check that a reform changes the design alone: workers keep their places."""
    before, after = request.blueprint, request.reform_to
    if after is not None and _what_stays(before) != _what_stays(after):
        stays = Message("a reform changes the design; staff, opening hours and demand stay")
        raise RunError(stays)


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
    courses = 0
    for run, request in zip(runs, requests, strict=True):
        calendar = request.blueprint.calendar
        run.blueprint, run.luck = row_of[id(request.blueprint)], request.luck
        run.first, run.citizens = first_of[id(request.population)], len(request.population.key)
        run.first_course, courses = courses, courses + run.citizens
        run.ends_s = calendar.open_days(request.days) * calendar.day_s
        run.all_workers = len(request.blueprint.layout.worker_pool) + request.blueprint.roster.temps
        run.reform_to = NONE
        if request.reform_to is not None:
            run.reform_to = row_of[id(request.reform_to)]
            run.reform_s = calendar.open_days(request.reform_day) * calendar.day_s
    return runs


def _join(populations: Sequence[Population]) -> Population:
    """Return the citizens of all runs, one after the other."""
    if len(populations) == 1:
        return populations[0]
    return Population(*(np.concatenate(column) for column in zip(*populations, strict=True)))
