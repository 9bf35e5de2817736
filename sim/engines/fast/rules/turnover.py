"""Who leaves and who comes: a new person, whom nobody knows and who has to learn."""

from typing import Any

from sim.engines.fast.machine.arrays import design_of
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
        worker.identity += world.all_workers
        worker.trained_day = world.open_day + design.training_days


@inlined
def is_in_training(world: Any, worker: Any) -> bool:
    """Tell whether a worker is still learning: present and paid, but nobody to give work to."""
    return world.open_day < worker.trained_day
