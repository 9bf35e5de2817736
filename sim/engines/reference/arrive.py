"""A citizen comes: first arrival, and what comes by itself later on."""

from sim.engines.reference.attempt import (
    begin,
    call,
    contact_in,
    delay,
    divide,
    grow,
    start_chasing,
    work_again,
)
from sim.engines.reference.client import admit
from sim.engines.reference.state import Case, Status, World
from sim.eventlog import Cause, Event, Moment, Reason, Waiting
from sim.random import Purpose, uniform

READY_CALL, CORRECTION_CALL, TURN_AWAY_CALL = 1_000_001, 1_000_002, 1_000_003
"""Numbers of calls that are not links of a chain, in the draw of who answers them."""


def arrive(world: World, citizen: int) -> None:
    """Let a citizen come for the first time, and the next one be expected."""
    _expect_next(world, citizen)
    case = world.cases[citizen]
    case.arrival_cal_s = world.now_cal_s
    case.fresh_s = divide(world, case, case.content_s)
    case.again_s = [0] * len(case.fresh_s)
    case.passed_s = [0] * len(case.fresh_s)
    case.is_form = uniform(case.key, Purpose.CHANNEL) < world.blueprint.intake.form_share
    world.log_case(Event.ARRIVE, case, step=0 if case.is_form else 1, amount=case.content_s)
    contact_in(world, case, Cause.VALUE)
    if case.content_s < world.blueprint.intake.turn_away_below_s:
        turn_away(world, case)
        return
    _come_in(world, case, is_value=True)


def _come_in(world: World, case: Case, is_value: bool) -> None:
    """Let a need get into the organisation, and its handling begin."""
    capture(world, case)
    if world.blueprint.citizens.is_visits[case.type]:
        admit(world, case, intake_s(world, case), is_value)
        return
    _expect_messages(world, case)
    start_chasing(world, case)
    begin(world, case, intake_s(world, case), is_value)


def _expect_next(world: World, citizen: int) -> None:
    if citizen + 1 < len(world.cases):
        world.clock.at(world.arrival_s[citizen + 1], Moment.ARRIVAL, citizen + 1)


def intake_s(world: World, case: Case) -> int:
    """Return the time to take in a first contact by its channel."""
    intake = world.blueprint.intake
    return intake.form_s if case.is_form else intake.dialogue_s


def capture(world: World, case: Case) -> None:
    """Get particulars into the organisation, by the channel of the first contact."""
    intake = world.blueprint.intake
    chance = intake.capture_form if case.is_form else intake.capture_dialogue
    missing = [p for p, status in enumerate(case.particulars) if status == Status.MISSING]
    caught = [p for p in missing if uniform(case.key, Purpose.CAPTURE, p) < chance]
    for particular in caught:
        case.particulars[particular] = Status.HELD
    world.log_case(Event.CAPTURE, case, len(missing), len(caught))


def _expect_messages(world: World, case: Case) -> None:
    ready_s, correction_s = world.ready_s[case.citizen], world.correction_s[case.citizen]
    if ready_s >= 0:
        case.ready_s = world.blueprint.calendar.after_delay(world.clock.now_s, ready_s)
        world.clock.at(case.ready_s, Moment.READY, case)
    if correction_s >= 0:
        world.after_delay(correction_s, Moment.CORRECTION, case)


def turn_away(world: World, case: Case) -> None:
    """Turn a small need away; it may come back, grown."""
    intake = world.blueprint.intake
    case.is_turned_away = True
    world.log_case(Event.TURN_AWAY, case, amount=case.content_s)
    world.log_case(Event.CONTACT_OUT, case, Reason.TURN_AWAY, len(case.particulars))
    world.log_case(Event.CLOSE, case, 0, 0)
    call(world, case, intake.call_s, True, TURN_AWAY_CALL)
    if uniform(case.key, Purpose.TURN_AWAY_RETURN, 0) < intake.turn_away_return:
        drawn = uniform(case.key, Purpose.TURN_AWAY_RETURN, 1)
        world.after_delay(delay(intake.turn_away_return_s, drawn), Moment.RETURN, case)
    else:
        case.is_over = True
        world.log_case(Event.ABANDON, case, amount=case.content_s)


def return_grown(world: World, case: Case) -> None:
    """Let a need that was turned away come back: a need of full size now."""
    case.is_turned_away = False
    grow(world, case, case.content_s, world.blueprint.intake.turn_away_growth_ppm)
    _come_in(world, case, is_value=False)


def be_ready(world: World, case: Case) -> None:
    """Take the message that the last answer exists: value demand in every design."""
    if case.is_over:
        return
    contact_in(world, case, Cause.VALUE)
    seconds = world.blueprint.intake.call_s
    if case.waiting == Waiting.CITIZEN and not case.asked:
        case.intake_s, case.intake_is_value = seconds, True
        work_again(world, case)
    else:
        call(world, case, seconds, True, READY_CALL)


def correct(world: World, case: Case) -> None:
    """Take a contact that comes from the citizen's own error."""
    contact_in(world, case, Cause.CITIZEN)
    call(world, case, world.blueprint.intake.call_s, False, CORRECTION_CALL)
