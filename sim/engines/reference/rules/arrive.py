"""A citizen comes: first arrival, and what comes by itself later on."""

from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens, look_up
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.attempt import (
    begin,
    call,
    contact_in,
    divide,
    grow,
    reply,
    start_chasing,
    work_again,
)
from sim.engines.reference.rules.calling import next_call_s
from sim.engines.reference.rules.client import admit
from sim.engines.reference.rules.unanswered import start_doubting
from sim.engines.rules import CORRECTION_CALL, READY_CALL, TURN_AWAY_CALL, Status
from sim.eventlog import Cause, Event, Reason, Waiting
from sim.random import Stream


def arrive(world: World, citizen: int) -> None:
    """Let a citizen come for the first time, and the next one be expected."""
    _expect_next(world, citizen)
    case = world.cases[citizen]
    case.dates.arrival_cal_s = world.now_cal_s
    need = case.need
    need.fresh_s = divide(world, need.content_s)
    need.again_s = [0] * len(need.fresh_s)
    need.passed_s = [0] * len(need.fresh_s)
    case.contact.is_form = happens(world.blueprint.intake.form_share, case.key, Stream.CHANNEL)
    case.contact.is_by_phone = not case.contact.is_form
    world.log_case(Event.ARRIVE, case, step=0 if case.contact.is_form else 1, amount=need.content_s)
    contact_in(world, case, Cause.VALUE)
    if need.content_s < world.blueprint.intake.turn_away_below_s:
        turn_away(world, case)
        return
    come_in(world, case, is_value=True)


def come_in(world: World, case: Case, is_value: bool) -> None:
    """Let a need get into the organisation, and its handling begin."""
    capture(world, case)
    if world.blueprint.citizens.is_visits[case.type]:
        admit(world, case, _intake_s(world, case), is_value)
        return
    _expect_messages(world, case)
    start_chasing(world, case)
    start_doubting(world, case)
    begin(world, case, _intake_s(world, case), is_value)


def _expect_next(world: World, citizen: int) -> None:
    if citizen + 1 < len(world.cases):
        world.clock.at(world.cases[citizen + 1].person.arrival_s, Moment.ARRIVAL, citizen + 1)


def _intake_s(world: World, case: Case) -> int:
    """Return the time to take in a first contact by its channel."""
    intake = world.blueprint.intake
    return intake.form_s if case.contact.is_form else intake.dialogue_s


def capture(world: World, case: Case) -> None:
    """Get particulars into the organisation, by the channel of the first contact."""
    intake = world.blueprint.intake
    chance = intake.capture_form if case.contact.is_form else intake.capture_dialogue
    particulars = case.need.particulars
    missing = [p for p, status in enumerate(particulars) if status == Status.MISSING]
    caught = [p for p in missing if happens(chance, case.key, Stream.CAPTURE, p)]
    for particular in caught:
        particulars[particular] = Status.HELD
    world.log_case(Event.CAPTURE, case, len(missing), len(caught))


def _expect_messages(world: World, case: Case) -> None:
    person = case.person
    if person.ready_delay_s >= 0:
        case.dates.ready_s = next_call_s(world, case, person.ready_delay_s, Stream.READY_DELAY)
        world.clock.at(case.dates.ready_s, Moment.READY, case)
    if person.correction_delay_s >= 0:
        delay_s = person.correction_delay_s
        calls_s = next_call_s(world, case, delay_s, Stream.CORRECTION_DELAY)
        world.clock.at(calls_s, Moment.CORRECTION, case)


def turn_away(world: World, case: Case) -> None:
    """Turn a small need away; it may come back, grown."""
    intake = world.blueprint.intake
    case.is_turned_away = True
    world.log_case(Event.TURN_AWAY, case, amount=case.need.content_s)
    world.log_case(Event.CONTACT_OUT, case, Reason.TURN_AWAY, len(case.need.particulars))
    world.log_case(Event.CLOSE, case, 0, 0)
    reply(world, case, intake.call_s, True, TURN_AWAY_CALL)
    if happens(intake.turn_away_return, case.key, Stream.TURN_AWAY_RETURN, 0):
        delay_s = look_up(intake.turn_away_return_s, case.key, Stream.TURN_AWAY_RETURN, 1)
        world.clock.at(_back_s(world, case, delay_s), Moment.RETURN, case)
    else:
        case.is_over = True
        world.log_case(Event.ABANDON, case, amount=case.need.content_s)


def _back_s(world: World, case: Case, delay_s: int) -> int:
    """Return when one turned away comes back: a form is sent at any time, calls have theirs."""
    if case.contact.is_form:
        return world.later_s(delay_s)
    return next_call_s(world, case, delay_s, Stream.TURN_AWAY_RETURN)


def return_grown(world: World, case: Case) -> None:
    """Let a need that was turned away come back: a need of full size now."""
    case.is_turned_away = False
    grow(world, case, case.need.content_s, world.blueprint.intake.turn_away_growth_ppm)
    come_in(world, case, is_value=False)


def be_ready(world: World, case: Case) -> None:
    """Take the message that the last answer exists: value demand in every design."""
    if case.is_over:
        return
    contact_in(world, case, Cause.VALUE)
    seconds = world.blueprint.intake.call_s
    if case.waiting == Waiting.CITIZEN and not case.contact.asked:
        case.contact.intake_s, case.contact.intake_is_value = seconds, True
        work_again(world, case)
    else:
        call(world, case, seconds, True, READY_CALL)


def correct(world: World, case: Case) -> None:
    """Take a contact that comes from the citizen's own error."""
    contact_in(world, case, Cause.CITIZEN)
    call(world, case, world.blueprint.intake.call_s, False, CORRECTION_CALL)
