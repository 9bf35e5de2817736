"""Who leaves, is let go and comes: a new person, whom nobody knows and who has to learn."""

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
        begin_anew(world, worker)


def begin_anew(world: World, worker: Worker) -> None:
    """Let a new person take a worker's place."""
    worker.identity += len(world.workers)
    worker.trained_day = world.open_day + world.blueprint.work.training_days


def take_on(world: World, before: int) -> None:
    """Let new persons take the places that a reform fills; so many were filled before it."""
    for worker in world.workers[before : world.blueprint.roster.employed]:
        if worker.in_hand is None:
            begin_anew(world, worker)
            worker.trained_day += 1  # the first day of who is taken on is the next one


def is_employed(world: World, worker: Worker) -> bool:
    """Tell whether there is anybody in a place: who is let go finishes first what is in hand."""
    return worker.place < world.blueprint.roster.employed or worker.in_hand is not None


def is_in_training(world: World, worker: Worker) -> bool:
    """Tell whether a worker is still learning: present and paid, but nobody to give work to."""
    return world.open_day < worker.trained_day
