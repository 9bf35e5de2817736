"""Who waits in vain: a caller hangs up, a citizen gives up waiting."""

from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens, look_up
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.attempt import call, contact_in, give_up, let_in
from sim.engines.reference.rules.calling import next_call_s
from sim.engines.reference.rules.queues import withdraw
from sim.engines.rules import CALL_AGAIN
from sim.eventlog import NONE, Cause, Event, Job, Waiting
from sim.random import Stream


def hang_up(world: World, task: Task) -> None:
    """Let a caller hang up who still waits; who asked how it goes may ask again another day."""
    if task.queue == NONE:
        return
    case = task.case
    withdraw(world, task)
    world.log(Event.HANG_UP, task.who, task.kind, world.clock.now_s - task.entered_s)
    case.contact.hang_ups += 1
    if task.is_chase:
        case.chase.is_calling = False
    elif task.kind == Job.INTAKE:
        _leave_unheard(world, task)
    else:
        _expect_again(world, task)


def _leave_unheard(world: World, task: Task) -> None:
    """Let who was not taken in call again, or give up."""
    case = task.case
    case.waiting = Waiting.NOTHING
    chance = world.blueprint.citizens.calls_back[case.type]
    if happens(chance, case.key, Stream.CALLS_BACK, case.contact.hang_ups):
        _expect_again(world, task)
    else:
        case.handling.is_unanswered = True
        give_up(world, case)


def _expect_again(world: World, task: Task) -> None:
    case, hang_ups = task.case, task.case.contact.hang_ups
    table = world.blueprint.citizens.call_back_s[case.type]
    delay_s = look_up(table, case.key, Stream.CALL_BACK_DELAY, hang_ups)
    calls_s = next_call_s(world, case, delay_s, Stream.CALL_BACK_DELAY, hang_ups)
    world.clock.at(calls_s, Moment.CALL, (case, Cause.UNANSWERED, _say_again(task)))


def _say_again(task: Task) -> tuple[int, int]:
    """Return what the next call is about: which kind of job, and its seconds if it is no intake."""
    return task.size_s, 2 * (task.kind == Job.INTAKE) + task.is_value


def call_again(world: World, case: Case, again: tuple[int, int]) -> None:
    """Let a citizen call again whom nobody had answered: failure demand."""
    size_s, kind = again
    contact_in(world, case, Cause.UNANSWERED)
    if kind >= 2:
        let_in(world, case)
    else:
        call(world, case, size_s, bool(kind), CALL_AGAIN + case.contact.hang_ups)


def start_doubting(world: World, case: Case) -> None:
    """Start the chain of moments at which a citizen may give up waiting, or take its next link."""
    table = world.blueprint.citizens.waiting_s[case.type]
    case.chase.is_doubting = table[-1] > 0
    if case.chase.is_doubting:
        delay_s = look_up(table, case.key, Stream.WAITING_DELAY, case.chase.doubts)
        world.after_delay(delay_s, Moment.WITHDRAW, case)


def give_up_waiting(world: World, case: Case) -> None:
    """Let a citizen give up waiting, if the case waits on the service and nobody has it in hand."""
    case.chase.doubts += 1
    if case.is_over:
        case.chase.is_doubting = False
        return
    if case.is_in_hand or case.waiting in (Waiting.NOTHING, Waiting.CITIZEN):
        start_doubting(world, case)
        return
    case.chase.is_doubting = False
    if case.waiting in (Waiting.FRONT, Waiting.POOL):
        _withdraw_job(world, case.job)
    case.waiting, case.dates.release_s = Waiting.NOTHING, NONE
    case.handling.is_unanswered = True
    give_up(world, case)


def _withdraw_job(world: World, task: Task) -> None:
    withdraw(world, task)
    world.log(Event.WITHDRAW, task.who, task.kind, world.clock.now_s - task.entered_s)
