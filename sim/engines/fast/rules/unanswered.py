"""Who waits in vain: a caller hangs up, a citizen gives up waiting."""

from typing import Any

import numpy as np

from sim.engines.fast.machine.arrays import cases_of, tasks_of, type_of
from sim.engines.fast.machine.books import log_hang_up, log_task
from sim.engines.fast.machine.clock import after_delay, at, for_case
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.draws import happens, look_up
from sim.engines.fast.machine.slots import give_back_task, still_waits
from sim.engines.fast.machine.steps import NOTHING
from sim.engines.fast.rules.attempt import call, contact_in, give_up, let_in
from sim.engines.fast.rules.calling import next_call_s
from sim.engines.fast.rules.queues import withdraw
from sim.engines.order import Moment
from sim.engines.rules import CALL_AGAIN
from sim.eventlog import NONE, Cause, Event, Job, Waiting
from sim.random import Stream

CAUSE_BITS, KIND_BITS, SIZE_BITS = 4, 16, 20
"""A call again is one number, laid out as a client's call is."""


@compiled
def hang_up(world: Any, task: Any) -> int:
    """Let a caller hang up who still waits; who asked how it goes may ask again another day."""
    if not still_waits(world, task):
        return NOTHING
    case = cases_of(world)[task.case]
    world.case = case.slot
    withdraw(world, task)
    log_hang_up(world, task, case)
    case.hang_ups += 1
    if task.is_chase:
        case.is_calling = False
    elif task.kind == Job.INTAKE:
        _leave_unheard(world, task, case)
    else:
        _expect_again(world, task, case)
    give_back_task(world, task, case)
    return NOTHING


@inlined
def _leave_unheard(world: Any, task: Any, case: Any) -> None:
    """Let who was not taken in call again, or give up."""
    case.waiting = Waiting.NOTHING
    chance = type_of(world, case).calls_back
    if happens(chance, case.key, Stream.CALLS_BACK, case.hang_ups):
        _expect_again(world, task, case)
    else:
        case.is_unanswered = True
        give_up(world, case)


@inlined
def _expect_again(world: Any, task: Any, case: Any) -> None:
    table, hang_ups = type_of(world, case).call_back_s_table, case.hang_ups
    delay_s = look_up(world, table, case.key, Stream.CALL_BACK_DELAY, hang_ups)
    calls_s = next_call_s(world, case, delay_s, Stream.CALL_BACK_DELAY, hang_ups)
    about: Any = np.int64(case.slot) << CAUSE_BITS | Cause.UNANSWERED.value
    about = about << KIND_BITS | (2 * (task.kind == Job.INTAKE) + task.is_value)
    about = about << SIZE_BITS | task.size_s
    case.pending += at(world, calls_s, Moment.CALL, about)


@compiled
def call_again(world: Any, case: Any, size_s: int, kind: int) -> int:
    """Let a citizen call again whom nobody had answered: failure demand."""
    contact_in(world, case, Cause.UNANSWERED.value)
    if kind >= 2:
        return let_in(world, case)
    return call(world, size_s, kind == 1, CALL_AGAIN + case.hang_ups)


@inlined
def start_doubting(world: Any, case: Any) -> None:
    """Start the chain of moments at which a citizen may give up waiting, or take its next link."""
    case.is_doubting = type_of(world, case).tires_of_waiting != 0
    if case.is_doubting:
        _expect_doubt(world, case)


@compiled
def _expect_doubt(world: Any, case: Any) -> None:
    table = type_of(world, case).waiting_s_table
    delay_s = look_up(world, table, case.key, Stream.WAITING_DELAY, case.doubts)
    for_case(world, after_delay(world, delay_s), Moment.WITHDRAW, case)


@compiled
def give_up_waiting(world: Any, case: Any) -> int:
    """Let a citizen give up waiting, if the case waits on the service and nobody has it in hand."""
    case.doubts += 1
    if case.is_over:
        case.is_doubting = False
        return NOTHING
    if case.is_in_hand or case.waiting == Waiting.NOTHING or case.waiting == Waiting.CITIZEN:
        start_doubting(world, case)
        return NOTHING
    case.is_doubting = False
    if case.waiting == Waiting.FRONT or case.waiting == Waiting.POOL:
        _withdraw_job(world, case, tasks_of(world)[case.job])
    case.waiting, case.release_s = Waiting.NOTHING, NONE
    case.is_unanswered = True
    give_up(world, case)
    return NOTHING


@inlined
def _withdraw_job(world: Any, case: Any, task: Any) -> None:
    withdraw(world, task)
    log_task(world, Event.WITHDRAW, task, task.kind, world.now_s - task.entered_s)
    give_back_task(world, task, case)
