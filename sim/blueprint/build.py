"""Scenario x design -> blueprint."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.blueprint.groups import Blueprint, Citizens, Decision, Intake, Pressure, Work
from sim.blueprint.staffing import backlog_s, build_layout, build_roster, real, whole
from sim.calendar import Calendar
from sim.design import Design, Quantity
from sim.design.conditions import Function, Functions, Standards
from sim.errors import RunError
from sim.message import Message
from sim.opening_hours import build_calendar
from sim.population import VISITS
from sim.random import (
    exponential_table,
    factor_table,
    judgement_table,
    poisson_table,
    profile_table,
)
from sim.scenario import Demand, Scenario
from sim.scenario.schema import Loops
from sim.units import (
    DAY_S,
    HOUR_S,
    MILLION,
    MINUTE_S,
    MONTH_DAYS,
    ppm,
    seconds_of_days,
    seconds_of_minutes,
)

NO_CAP = NO_LEAD = -1
NO_LIMIT = -1
NEXT_TO_NEVER_DAYS = 1e9
"""Longer than any run, and short enough to be counted in seconds."""
PRESSURE_STEPS = 1_001
"""Pressure is looked up in hundredths, from 0 to 10."""


def build_blueprint(
    scenario: Scenario,
    design_name: str,
    *,
    staff: int | None = None,
    places: int | None = None,
) -> Blueprint:
    """Build the blueprint of one design.

    Parameters
    ----------
    scenario, design_name
        The service, and one of its designs.
    staff
        Members of staff; as many as the design has if not given.
    places
        Places for staff to lay out, of which they have the first ones; as many as they are if not
        given. Designs that follow one another in a run have as many places.

    Raises
    ------
    RequisiteError
        If the scenario has no design of that name, or too few staff for it.
    """
    if design_name not in scenario.designs:
        service, known = scenario.service.name, ", ".join(scenario.designs)
        asked = {"name": design_name, "service": service, "known": known}
        raise RunError(Message("no design named {name!r}; {service} has: {known}", **asked))
    if staff is None:
        scenario.check_manned([design_name])
    design = scenario.designs[design_name]
    calendar, staff = build_calendar(scenario), staff or scenario.count_staff(design_name)
    return Blueprint(
        calendar=calendar,
        citizens=_build_citizens(scenario),
        layout=build_layout(design, staff, places or staff),
        roster=build_roster(scenario, design, calendar, staff),
        intake=_build_intake(design),
        work=_build_work(scenario, design, calendar),
        decision=_build_decision(design, scenario.loops),
        pressure=_build_pressure(scenario, calendar),
    )


def _build_citizens(scenario: Scenario) -> Citizens:
    types = list(scenario.demand.values())
    ranks = sorted({d.priority.value for d in types}, reverse=True)
    return Citizens(
        is_visits=whole([int(d.kind == VISITS) for d in types]),
        rank=whole([ranks.index(d.priority.value) for d in types]),
        ranks=len(ranks),
        expert=real([d.expert.value for d in types]),
        rework_ppm=whole([ppm(d.rework_share.value) for d in types]),
        growth_ppm=whole([ppm(d.growth.value) for d in types]),
        window_s=whole([_limit_s(d.window_minutes) for d in types]),
        on_time_s=whole([_limit_s(d.on_time_minutes) for d in types]),
        tell=real([d.tell.value for d in types]),
        reach=real([d.reach.value for d in types]),
        give_up=real([d.give_up.value for d in types]),
        appeals=real([d.appeals.value for d in types]),
        resumes=real([d.resumes.value for d in types]),
        value_call=real([_on_a_day(d.value_calls_per_month.value, scenario) for d in types]),
        changes=real([_on_a_day(d.changes_per_month.value, scenario) for d in types]),
        missed_call=real([d.missed_call.value for d in types]),
        missed_extra=real([d.missed_extra_visit.value for d in types]),
        answer_s=_delays([d.answer_days.value for d in types]),
        return_s=_delays([d.return_days.value for d in types]),
        resume_s=_delays([d.resume_days.value for d in types]),
        chase_s=_delays([_days_between(d) for d in types]),
        chase_tires=real([d.chase_tires.value for d in types]),
        calls_back=real([d.calls_back.value for d in types]),
        patience_s=_delays([d.patience_minutes.value * MINUTE_S / DAY_S for d in types]),
        call_back_s=_delays([d.call_back_hours.value * HOUR_S / DAY_S for d in types]),
        waiting_s=_delays([d.give_up_waiting_days.value for d in types]),
        day_particulars=_day_particulars([d.day_variety.value * d.variety.value for d in types]),
        day_content_ppm=whole(np.stack([factor_table(d.day_content_cv.value) for d in types])),
        promised_s=seconds_of_days(scenario.service.promised_days.value),
        has_call_times=int(bool(scenario.calendar.calls_by_hour)),
        call_time_s=_call_times(scenario),
    )


def _call_times(scenario: Scenario) -> NDArray[np.int64]:
    """Return the seconds of the open day at which people call; 0 where they have no hours."""
    weights = tuple(weight.value for weight in scenario.calendar.calls_by_hour)
    day_s = build_calendar(scenario).day_s
    return profile_table(weights, day_s) if weights else exponential_table(0.0)


def _delays(mean_days: list[float]) -> NDArray[np.int64]:
    return whole(np.stack([exponential_table(days * DAY_S) for days in mean_days]))


def _limit_s(minutes: Quantity | None) -> int:
    return NO_LIMIT if minutes is None else seconds_of_minutes(minutes.value)


def _on_a_day(per_month: float, scenario: Scenario) -> float:
    """Return the chance on an open day of what comes so often: on closed ones it does not."""
    open_days = MONTH_DAYS * build_calendar(scenario).open_days_per_week / 7
    return min(per_month / open_days, 1.0)


def _days_between(demand: Demand) -> float:
    rate = demand.chase_per_day.value
    return min(1.0 / rate, NEXT_TO_NEVER_DAYS) if rate > 0 else 0.0


def _day_particulars(means: list[float]) -> NDArray[np.float64]:
    tables = [poisson_table(mean) for mean in means]
    width = max(len(table) for table in tables)
    return real(np.stack([np.pad(t, (0, width - len(t)), constant_values=2.0) for t in tables]))


def _build_intake(design: Design) -> Intake:
    digital, prevention = design.digital, design.prevention
    return Intake(
        form_share=digital.form_share.value,
        capture_form=digital.capture_form.value,
        capture_dialogue=digital.capture_dialogue.value,
        refuses=digital.refuses_incomplete.value,
        settles=design.centralisation.front_settles.value,
        form_s=seconds_of_minutes(digital.form_minutes.value),
        dialogue_s=seconds_of_minutes(digital.dialogue_minutes.value),
        call_s=seconds_of_minutes(digital.call_minutes.value),
        turn_away_below_s=seconds_of_minutes(prevention.turns_away_below_minutes.value),
        turn_away_return=prevention.return_chance.value,
        turn_away_growth_ppm=ppm(prevention.growth.value),
        turn_away_return_s=exponential_table(seconds_of_days(prevention.return_days.value)),
        calls_first=design.centralisation.calls_first.value,
    )


def _build_work(scenario: Scenario, design: Design, calendar: Calendar) -> Work:
    functions, budget, central = design.functions, design.budget, design.centralisation
    by_standard = 1 - design.standards.speed_gain.value
    gains = (1 - functions.specialisation_gain.value) * by_standard
    cap, memory = budget.cap_minutes, scenario.staff.memory_days
    return Work(
        training_days=round(functions.training_weeks.value * calendar.open_days_per_week),
        convey=functions.convey.value,
        goes_back=functions.goes_back.value,
        goes_past=functions.goes_past.value,
        read_in_s=seconds_of_minutes(functions.read_in_minutes.value),
        read_in_particular_s=seconds_of_minutes(functions.read_in_minutes_per_particular.value),
        pace_ppm=ppm(gains),
        unspecialised_ppm=ppm(by_standard),
        planned_gain_ppm=ppm(design.targets.planned_gain.value),
        cap_s=NO_CAP if cap is None else seconds_of_minutes(cap.value),
        floor_s=seconds_of_minutes(budget.floor_minutes.value),
        passes_on=budget.passes_on.value,
        notice=design.purpose.notice.value,
        notice_familiar=design.purpose.notice_familiar.value,
        asks_in_dialogue=design.digital.asks_in_dialogue.value,
        ask_s=seconds_of_minutes(design.digital.ask_minutes.value),
        known_face=central.known_face.value,
        forgets=int(memory is not None),
        memory_s=exponential_table(memory.value * DAY_S if memory is not None else 0.0),
        travel_s=seconds_of_minutes(central.travel_minutes.value),
        plan_s=seconds_of_minutes(central.planning_minutes.value),
    )


def _build_decision(design: Design, loops: Loops) -> Decision:
    standards, purpose = design.standards, design.purpose
    targets, inspection = design.targets, design.inspection
    lead = targets.lead_days
    return Decision(
        absorb=_absorb(standards),
        expertise=_expertise(design.functions, design.functions.pools),
        lacks_expertise=_lacks_expertise(design.functions),
        visit_expertise=_expertise(design.functions, design.functions.pools[:1]),
        discretion=standards.discretion.value,
        judgement_ppm=judgement_table(standards.judgement_spread.value),
        done_is_need=int(purpose.done == "need"),
        exception_delay_s=seconds_of_days(standards.exception_delay_days.value),
        exception_s=seconds_of_minutes(standards.exception_minutes.value),
        exception_chance=standards.exception_chance.value,
        check=purpose.check.value,
        check_s=seconds_of_minutes(purpose.check_minutes.value),
        report_s=seconds_of_minutes(inspection.reporting_minutes.value),
        target_s=seconds_of_days(targets.days.value),
        clock_is_complete=int(targets.clock == "complete"),
        order_is_deadline=int(targets.order == "deadline"),
        hold_s=seconds_of_days(targets.hold_days.value),
        lead_s=NO_LEAD if lead is None else seconds_of_days(lead.value),
        effort=targets.effort.value,
        effort_ppm=ppm(targets.effort.value * loops.speed_limit.value),
        near_s=seconds_of_days(targets.near_days.value),
        premature=targets.premature.value,
        control=inspection.share.value,
        control_s=seconds_of_minutes(inspection.minutes.value),
        control_wait_s=seconds_of_days(inspection.waiting_days.value),
        asks_certificate=int(
            inspection.certificate_price.value > 0 or inspection.waiting_days.value > 0
        ),
        certificate_from_s=seconds_of_days(inspection.certificate_day.value),
        detects=inspection.detects.value,
        learned=inspection.learned.value,
    )


def _absorb(standards: Standards) -> float:
    """Return what the rules absorb, and of the rest what skill does within discretion."""
    by_rule = standards.absorb.value
    return by_rule + (1 - by_rule) * standards.discretion.value * standards.skill.value


def _expertise(functions: Functions, passed: Sequence[Function]) -> float:
    """Return how often what needs an expert is answered well, of how often anything else is.

    By whether somebody knows in the functions that are passed before the answer.
    """
    nobody_knows = math.prod(1 - function.expert.value for function in passed)
    return 1 - nobody_knows + nobody_knows * functions.expertise.value


def _lacks_expertise(functions: Functions) -> NDArray[np.float64]:
    """Return the factors of what lacks, by function: that nobody knows is in the first one's."""
    first, *others = (1 - function.expert.value for function in functions.pools)
    return real([first * (1 - functions.expertise.value), *others])


def _build_pressure(scenario: Scenario, calendar: Calendar) -> Pressure:
    loops = scenario.loops
    pressure = np.maximum(np.arange(PRESSURE_STEPS) / 100, 1.0)
    time = np.maximum(pressure**-loops.alpha.value, loops.floor.value)
    week = calendar.open_days_per_week
    return Pressure(
        time_ppm=whole(np.rint(time * MILLION).astype(np.int64)),
        speed_floor_ppm=ppm(1 - loops.speed_limit.value),
        backlog_s=backlog_s(loops.pressure_days.value, calendar),
        erosion_days=round(loops.erosion_weeks.value * week),
        recovery_days=round(loops.recovery_weeks.value * week),
        absence_days=round(loops.absence_weeks.value * week),
        absence_gain=loops.absence_gain.value,
        dip_days=round(loops.dip_days.value * week / 7),
        dip_ppm=ppm(loops.dip_slowdown.value),
    )
