"""The wait at a change of hands: a case lies until another hand takes it up.

In event logs most waiting is ended by another person than the one who had the case, while the load
is low: no queue makes it ("extraneous delay", Chapela-Campa & Dumas 2024). It is a price of
dividing the work, and none is paid within one hand.
"""

from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens, look_up
from sim.engines.reference.machine.staff import Who
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.effort import fetched_s
from sim.engines.reference.rules.memory import forgets
from sim.engines.reference.rules.queues import function_pool
from sim.engines.rules import KEY_STEP
from sim.eventlog import Event, Job, Waiting
from sim.random import Stream


def lie(world: World, case: Case) -> bool:
    """Let a case lie until another hand takes it up; false if it need not."""
    function = case.handling.function
    table = world.blueprint.layout.pick_up_s[function]
    if table[-1] == 0 or not case.staff.is_read or has_owner(world, case):
        return False
    about = (case.attempt, function, case.handling.rounds)
    delay_s = look_up(table, case.key, Stream.PICK_UP, *about)
    until_s = fetched_s(world, case, world.later_s(delay_s))
    who = Who(case.citizen, pool=function_pool(world, case), attempt=case.attempt)
    world.log(Event.LIE, who, function, until_s - world.clock.now_s)
    lie_until(world, case, Waiting.PICK_UP, until_s)
    return True


def let_lie(world: World, case: Case, waiting: Waiting, delay_s: int) -> None:
    """Let a case lie for a while, and then be taken up again."""
    lie_until(world, case, waiting, world.later_s(delay_s))


def lie_until(world: World, case: Case, waiting: Waiting, until_s: int) -> None:
    """Let a case lie until a service time, and then be taken up again."""
    case.waiting, case.dates.release_s = waiting, until_s
    world.clock.at(until_s, Moment.RELEASE, case)


def has_owner(world: World, case: Case) -> bool:
    """Tell whether a case lies with who had it last: of this pool, where a known face is asked for.

    Only who works today has it. The draw is the one by which the worker of this very job will be
    chosen.
    """
    known_face, last = world.blueprint.work.known_face, case.staff.last_hand
    worker = world.workers[last % len(world.workers)]
    if worker.identity != last or worker.pool != function_pool(world, case):
        return False
    if worker.until_s <= worker.from_s:
        return False
    if forgets(world, case, last):
        return False
    return known_face > 0 and happens(known_face, case.key, Stream.PREFER, *key_of_work(case))


def key_of_work(case: Case) -> tuple[int, int, int]:
    """Return what is the part of draw keys of a job that does a function's share of a case."""
    handling = case.handling
    return case.attempt, Job.WORK * KEY_STEP + handling.function, handling.rounds
