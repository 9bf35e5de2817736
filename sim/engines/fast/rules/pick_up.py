"""The wait at a change of hands: a case lies until another hand takes it up."""

from typing import Any

from sim.engines.fast.machine.arrays import design_of, pick_up_table_of, workers_of
from sim.engines.fast.machine.books import log_lie
from sim.engines.fast.machine.clock import after_delay, for_case
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.draws import happens, look_up
from sim.engines.fast.machine.slots import meet
from sim.engines.fast.machine.staffing import place_of
from sim.engines.fast.rules.effort import fetched_s
from sim.engines.fast.rules.memory import forgets
from sim.engines.fast.rules.queues import function_pool
from sim.engines.order import Moment
from sim.engines.rules import KEY_STEP
from sim.eventlog import NONE, Job, Waiting
from sim.random import Stream


@compiled
def lie(world: Any, case: Any) -> bool:
    """Let a case lie until another hand takes it up; false if it need not."""
    table = pick_up_table_of(world)[world.blueprint, case.function]
    if table == NONE or not case.is_read or has_owner(world, case):
        return False
    about = case.attempt, case.function, case.rounds
    delay_s = look_up(world, table, case.key, Stream.PICK_UP, *about)
    until_s = fetched_s(world, case, after_delay(world, delay_s))
    log_lie(world, case, function_pool(world, case), until_s - world.now_s)
    lie_until(world, case, Waiting.PICK_UP.value, until_s)
    return True


@inlined
def let_lie(world: Any, case: Any, waiting: int, delay_s: int) -> None:
    """Let a case lie for a while, and then be taken up again."""
    lie_until(world, case, waiting, after_delay(world, delay_s))


@inlined
def lie_until(world: Any, case: Any, waiting: int, until_s: int) -> None:
    """Let a case lie until a service time, and then be taken up again."""
    case.waiting, case.release_s = waiting, until_s
    for_case(world, until_s, Moment.RELEASE, case)


@inlined
def has_owner(world: Any, case: Any) -> bool:
    """Tell whether a case lies with who had it last: of this pool, where a known face is asked for.

    Only who works today has it. The draw is the one by which the worker of this very job will be
    chosen.
    """
    design, last = design_of(world), case.last_hand
    worker = workers_of(world)[place_of(world, last)]
    if worker.identity != last or worker.pool != function_pool(world, case):
        return False
    if worker.until_s <= worker.from_s:
        return False
    if design.forgets and forgets(world, case, meet(world, case, last)):
        return False
    about = key_of_work(case)
    return happens(design.known_face, case.key, Stream.PREFER, *about)


@inlined
def key_of_work(case: Any) -> Any:
    """Return what is the part of draw keys of a job that does a function's share of a case."""
    return case.attempt, Job.WORK * KEY_STEP + case.function, case.rounds
