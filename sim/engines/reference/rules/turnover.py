"""Who leaves and who comes: a new person, whom nobody knows and who has to learn."""

from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Worker
from sim.engines.reference.machine.world import World
from sim.random import Stream


def draw_leaving(world: World, worker: Worker) -> None:
    """Let a worker leave, where drawn; who has a job in hand finishes it first."""
    chance = world.blueprint.roster.turnover
    if chance <= 0 or worker.in_hand is not None:
        return
    if happens(chance, worker.key, Stream.LEAVE, world.open_day):
        worker.identity += len(world.workers)
        worker.trained_day = world.open_day + world.blueprint.work.training_days


def is_in_training(world: World, worker: Worker) -> bool:
    """Tell whether a worker is still learning: present and paid, but nobody to give work to."""
    return world.open_day < worker.trained_day
