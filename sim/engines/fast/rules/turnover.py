"""Who leaves, is let go and comes: a new person, whom nobody knows and who has to learn."""

from typing import Any

from sim.engines.fast.machine.arrays import design_of, workers_of
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import happens
from sim.eventlog import NONE
from sim.random import Stream


@inlined
def draw_leaving(world: Any, worker: Any) -> None:
    """Let a worker leave, where drawn; who has a job in hand finishes it first."""
    design = design_of(world)
    if design.turnover <= 0 or worker.in_hand != NONE:
        return
    if happens(design.turnover, worker.key, Stream.LEAVE, world.open_day):
        begin_anew(world, worker)


@inlined
def begin_anew(world: Any, worker: Any) -> None:
    """Let a new person take a worker's place."""
    worker.identity += world.all_workers
    worker.trained_day = world.open_day + design_of(world).training_days


@inlined
def take_on(world: Any, design: Any, before: int) -> None:
    """Let new persons take the places that a reform fills; so many were filled before it."""
    for place in range(before, design.employed):
        worker = workers_of(world)[place]
        if worker.in_hand == NONE:
            begin_anew(world, worker)
            worker.trained_day += 1  # the first day of who is taken on is the next one


@inlined
def is_employed(worker: Any, roster: Any) -> bool:
    """Tell whether there is anybody in a place: who is let go finishes first what is in hand."""
    return worker.place < roster.employed or worker.in_hand != NONE


@inlined
def is_in_training(world: Any, worker: Any) -> bool:
    """Tell whether a worker is still learning: present and paid, but nobody to give work to."""
    return world.open_day < worker.trained_day
