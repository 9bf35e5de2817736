"""A citizen comes: first arrival, and what comes by itself later on."""

from typing import Any

from sim.engines.fast.machine.arrays import (
    again_s_of,
    asked_of,
    changed_of,
    content_s_of,
    correction_delay_s_of,
    demand_type_of,
    design_of,
    fresh_s_of,
    key_of,
    particulars_count_of,
    particulars_of,
    passed_s_of,
    portions_of,
    ready_delay_s_of,
    team_of,
    type_of,
    visits_per_day_of,
)
from sim.engines.fast.machine.books import log_case
from sim.engines.fast.machine.clock import after_delay, expect_arrival, for_case
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import happens, look_up
from sim.engines.fast.machine.slots import take_case_slot
from sim.engines.fast.machine.steps import BEGIN, COME_IN, NOTHING
from sim.engines.fast.rules.attempt import (
    call,
    contact_in,
    divide,
    grow,
    reply,
    start_chasing,
    work_again,
)
from sim.engines.fast.rules.calling import next_call_s
from sim.engines.fast.rules.client import admit
from sim.engines.fast.rules.unanswered import start_doubting
from sim.engines.order import Moment
from sim.engines.rules import CORRECTION_CALL, READY_CALL, TURN_AWAY_CALL, Status
from sim.eventlog import NONE, Cause, Event, Reason, Waiting
from sim.random import Stream


@inlined
def arrive(world: Any, citizen: int) -> int:
    """Let a citizen come for the first time, and the next one be expected."""
    world.next_citizen = citizen + 1
    expect_arrival(world)
    case = _take_case(world, citizen)
    world.case = case.slot
    intake = design_of(world)
    case.is_form = happens(intake.form_share, case.key, Stream.CHANNEL)
    case.is_by_phone = not case.is_form
    log_case(world, Event.ARRIVE, case, 0 if case.is_form else 1, case.content_s)
    contact_in(world, case, Cause.VALUE.value)
    if case.content_s < intake.turn_away_below_s:
        return turn_away(world, case)
    case.intake_is_value = True
    return COME_IN


@inlined
def _take_case(world: Any, citizen: int) -> Any:
    """Return the case of a citizen, as yet untouched."""
    person = world.first + citizen
    case = take_case_slot(world)
    case.citizen, case.person, case.key = citizen, person, key_of(world)[person]
    case.course = world.first_course + citizen
    case.type, case.content_s = demand_type_of(world)[person], content_s_of(world)[person]
    case.is_client = visits_per_day_of(world)[person] > 0
    case.particulars_count = particulars_count_of(world)[person]
    case.arrival_cal_s = world.now_cal_s
    place_in_team(world, case)
    case.attempt, case.reforms = 1, world.reforms
    case.rounds = case.function = case.waiting = case.intake_s = 0
    case.hands_count = case.asked_count = 0
    case.clock_cal_s = case.due_cal_s = case.ready_s = case.chases = case.grown_rest = 0
    case.ends_cal_s = case.pending = case.hang_ups = case.doubts = 0
    case.first_known = case.last_known = case.last_hand = case.account = NONE
    case.job = case.release_s = NONE
    case.intake_is_value = True
    case.is_over = case.is_turned_away = case.is_detected = case.is_cut = False
    case.is_closed_early = case.is_controlled = case.is_excepted = case.is_appealed = False
    case.has_certificate = case.is_admitted = False
    case.is_read = case.is_in_hand = case.is_calling = case.is_chasing = case.is_refused = False
    case.is_planned = case.is_doubting = case.is_unanswered = False
    _begin_content(world, case)
    return case


@inlined
def place_in_team(world: Any, case: Any) -> None:
    """Let a citizen belong to one of the design's teams."""
    teams = design_of(world).teams
    case.team = int(team_of(world)[case.person] * teams)


@inlined
def _begin_content(world: Any, case: Any) -> None:
    divide(world, case.content_s)
    functions = design_of(world).functions
    for function in range(world.fresh_s_columns):
        portion_s = portions_of(world)[0, function] if function < functions else 0
        fresh_s_of(world)[case.slot, function] = portion_s
        again_s_of(world)[case.slot, function] = 0
        passed_s_of(world)[case.slot, function] = 0
    for particular in range(case.particulars_count):
        particulars_of(world)[case.slot, particular] = Status.MISSING
        changed_of(world)[case.slot, particular] = NONE
        asked_of(world)[case.slot, particular] = False


@inlined
def come_in(world: Any, case: Any) -> int:
    """Let a need get into the organisation, and its handling begin."""
    capture(world, case)
    intake = design_of(world)
    case.intake_s = intake.form_s if case.is_form else intake.dialogue_s
    if type_of(world, case).is_visits:
        return admit(world, case)
    _expect_messages(world, case)
    start_chasing(world, case)
    start_doubting(world, case)
    return BEGIN


@inlined
def capture(world: Any, case: Any) -> None:
    """Get particulars into the organisation, by the channel of the first contact."""
    intake, particulars = design_of(world), particulars_of(world)
    chance = intake.capture_form if case.is_form else intake.capture_dialogue
    missing = caught = 0
    for p in range(case.particulars_count):
        if particulars[case.slot, p] == Status.MISSING:
            missing += 1
            if happens(chance, case.key, Stream.CAPTURE, p):
                particulars[case.slot, p] = Status.HELD
                caught += 1
    log_case(world, Event.CAPTURE, case, missing, caught)


@inlined
def _expect_messages(world: Any, case: Any) -> None:
    ready_s = ready_delay_s_of(world)[case.person]
    correction_s = correction_delay_s_of(world)[case.person]
    if ready_s >= 0:
        case.ready_s = next_call_s(world, case, ready_s, Stream.READY_DELAY)
        for_case(world, case.ready_s, Moment.READY, case)
    if correction_s >= 0:
        calls_s = next_call_s(world, case, correction_s, Stream.CORRECTION_DELAY)
        for_case(world, calls_s, Moment.CORRECTION, case)


@inlined
def turn_away(world: Any, case: Any) -> int:
    """Turn a small need away; it may come back, grown. Who never does is noted after the call."""
    intake = design_of(world)
    case.is_turned_away = True
    log_case(world, Event.TURN_AWAY, case, amount=case.content_s)
    log_case(world, Event.CONTACT_OUT, case, Reason.TURN_AWAY, case.particulars_count)
    log_case(world, Event.CLOSE, case, 0, 0)
    if happens(intake.turn_away_return, case.key, Stream.TURN_AWAY_RETURN, 0):
        delay_s = look_up(
            world, intake.turn_away_return_table, case.key, Stream.TURN_AWAY_RETURN, 1
        )
        for_case(world, _back_s(world, case, delay_s), Moment.RETURN, case)
    else:
        case.is_over = True
        world.abandons = case.slot
    return reply(world, case, intake.call_s, True, TURN_AWAY_CALL)


@inlined
def _back_s(world: Any, case: Any, delay_s: int) -> int:
    """Return when one turned away comes back: a form is sent at any time, calls have theirs."""
    if case.is_form:
        return after_delay(world, delay_s)
    return next_call_s(world, case, delay_s, Stream.TURN_AWAY_RETURN)


@inlined
def return_grown(world: Any, case: Any) -> int:
    """Let a need that was turned away come back: a need of full size now."""
    case.is_turned_away = False
    growth_ppm = design_of(world).turn_away_growth_ppm
    grow(world, case, case.content_s, growth_ppm)
    case.intake_is_value = False
    return COME_IN


@inlined
def be_ready(world: Any, case: Any) -> int:
    """Take the message that the last answer exists: value demand in every design."""
    if case.is_over:
        return NOTHING
    contact_in(world, case, Cause.VALUE.value)
    seconds = design_of(world).call_s
    if case.waiting == Waiting.CITIZEN and not case.asked_count:
        case.intake_s, case.intake_is_value = seconds, True
        return work_again(world, case)
    return call(world, seconds, True, READY_CALL)


@inlined
def correct(world: Any, case: Any) -> int:
    """Take a contact that comes from the citizen's own error."""
    contact_in(world, case, Cause.CITIZEN.value)
    seconds = design_of(world).call_s
    return call(world, seconds, False, CORRECTION_CALL)
