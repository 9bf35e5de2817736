"""Switches of the eight conditions, and of the two practices beside them."""

from typing import Any

from sim.eventlog import Event
from tests.mechanisms.switches import (
    ALL_CONTROLLED,
    AWAY,
    BACK,
    BUSY,
    CALLED,
    CONTRACT,
    DEEP,
    DISHONEST,
    DOWN,
    FREE,
    IN_TEAMS,
    LATE,
    NEAR,
    SIMPLE,
    TEMPS,
    UNHELD,
    UP,
    VISITS,
    Switch,
)


def _of(condition: str, key: str, *row: Any) -> Switch:
    return Switch(f"{condition}.{key}", *row)


SWITCHES = [
    # 1 purpose: what is told at a check is mended before it is sent; the check itself is paid
    _of("functionalised.purpose", "check", 0, 1, "failure_demand_share", DOWN),
    _of("functionalised.purpose", "check", 0, 1, "cost_intake_and_checks", UP),
    _of("functionalised.purpose", "check_minutes", 5, 9, "cost_intake_and_checks", UP,
        ("functionalised.purpose.check=1",)),
    # what is noticed is asked for, and need not come back as another attempt
    _of("functionalised.purpose", "notice", 0, 1, Event.CONTACT_OUT, UP),
    _of("functionalised.purpose", "notice", 0, 1, Event.CLOSE, DOWN),
    _of("absorbing.purpose", "notice_familiar", 0, 1, Event.CONTACT_OUT, UP,
        ("absorbing.purpose.check=0", "absorbing.digital.capture_dialogue=0.2")),
    # where the need counts, the exception is tried before the answer is sent
    _of("functionalised.purpose", "done", "activity", "need", Event.CLOSE, DOWN),
    # 2 functions: specialists are faster; each change of hands loses, and reads in
    _of("functionalised.functions", "specialisation_gain", 0, 0.3, "cost_value_work", DOWN),
    _of("functionalised.functions", "convey", 0.5, 1, "failure_contacts_convey", DOWN),
    # what is sent back changes hands once more, there and forward again
    _of("functionalised.functions", "goes_back", 0, 0.3, Event.START, UP),
    _of("functionalised.functions", "goes_back", 0, 0.3, Event.LOSE, UP),
    _of("functionalised.functions", "goes_back", 0, 0.3, "cost_read_in", UP),
    # what goes past a function changes hands less; nobody there knows, nor saves time on its share
    _of("functionalised.functions", "goes_past", 0, 0.5, Event.START, DOWN),
    _of("functionalised.functions", "goes_past", 0, 0.5, Event.LOSE, DOWN),
    _of("functionalised.functions", "goes_past", 0, 0.5, "cost_read_in", DOWN),
    _of("functionalised.functions", "goes_past", 0, 0.5, "cost_value_work", UP, SIMPLE),
    _of("functionalised.functions", "goes_past", 0, 0.5, "failure_contacts_absorb", UP,
        (*DEEP, "functionalised.functions.expertise=0.1",
         "functionalised.functions.pools.1.expert=1")),
    _of("functionalised.functions", "convey", 0.5, 1, Event.LOSE, DOWN),
    _of("functionalised.functions", "read_in_minutes", 0, 9, "cost_read_in", UP),
    _of("functionalised.functions", "read_in_minutes_per_particular", 0, 5, "cost_read_in", UP),
    # what another hand has to take up lies; within one hand it does not, however it is divided
    _of("functionalised.functions", "pools.1.pick_up_days", 0, 5, "end_to_end_days", UP),
    _of("functionalised.functions", "pools.1.pick_up_days", 0, 5, Event.LIE, UP),
    _of("functionalised.functions", "pools.1.pick_up_cv", 0, 3, "end_to_end_days_upper_limit", UP,
        ("functionalised.functions.pools.1.pick_up_days=2",)),
    _of("absorbing.centralisation", "known_face", 0, 1, Event.LIE, DOWN,
        ("absorbing.functions.pools.0.pick_up_days=2",)),
    # 3 budget: what is cut comes back, or falls on another budget; a floor is paid for nothing
    _of("functionalised.budget", "cap_minutes", "none", 15, "failure_contacts_cap", UP),
    _of("functionalised.budget", "floor_minutes", 0, 60, "cost_overservice", UP),
    _of("functionalised.budget", "passes_on", 0, 1, "failure_contacts_cap", DOWN,
        ("functionalised.budget.cap_minutes=15",)),
    _of("functionalised.budget", "passes_on", 0, 1, Event.PASS_ON, UP),
    # 4 standards: an answer that fits does not come back; standard answers are quick
    _of("functionalised.standards", "absorb", 0.3, 0.9, "failure_contacts_absorb", DOWN),
    # what needs an expert fits seldom where nobody is one; one function of experts is enough
    _of("functionalised.functions", "expertise", 0.1, 1, "failure_contacts_absorb", DOWN, DEEP),
    _of("functionalised.functions", "pools.1.expert", 0, 1, "failure_contacts_absorb", DOWN,
        (*DEEP, "functionalised.functions.expertise=0.1")),
    _of("functionalised.standards", "speed_gain", 0, 0.3, "cost_value_work", DOWN),
    _of("functionalised.standards", "discretion", 0, 1, "autonomy", UP),
    _of("absorbing.standards", "judgement_spread", 0.1, 0.5, "unequal_treatment", UP,
        ("absorbing.standards.discretion=1",)),
    # judgement has its prices: who gets little appeals, and what is too much is paid
    _of("absorbing.standards", "skill", 0, 1, "failure_contacts_absorb", DOWN, FREE),
    _of("absorbing.standards", "judgement_spread", 0, 2, "failure_contacts_judgement", UP, FREE),
    _of("absorbing.standards", "judgement_spread", 0, 2, "contacts_per_case", UP, FREE),
    _of("absorbing.standards", "judgement_spread", 0, 2, "end_to_end_days", UP, FREE),
    _of("absorbing.standards", "judgement_spread", 0, 2, "cost_own_budget", UP, FREE),
    _of("absorbing.standards", "judgement_spread", 0, 2, "cost_grants", UP, FREE),
    _of("absorbing.standards", "exception_delay_days", 0, 20, "end_to_end_days", UP),
    _of("absorbing.standards", "exception_minutes", 0, 60, "staff_minutes_per_citizen_helped", UP),
    _of("absorbing.standards", "exception_chance", 0, 1, "failure_contacts_absorb", DOWN),
    # 5 centralisation: more faces; a front office settles; a team or a known face is met again
    _of("functionalised.centralisation", "front_office_staff", 0, 0.2, "faces_per_case", UP),
    _of("functionalised.centralisation", "front_settles", 0, 1, Event.ENTER, DOWN),
    # wages: who takes in is paid as a clerk, who does a function as its staff
    _of("functionalised.centralisation", "front_office_wage", 1, 0.8, "cost_own_budget", DOWN),
    _of("functionalised.centralisation", "front_office_wage", 1, 0.8, "paid_cost_per_month", DOWN),
    _of("functionalised.functions", "pools.1.wage", 1, 1.3, "cost_value_work", UP),
    _of("functionalised.functions", "pools.1.wage", 1, 1.3, "failure_demand_cost_per_year", UP),
    _of("functionalised.functions", "pools.0.wage", 1, 1.3, "unit_cost_per_activity", UP),
    _of("absorbing.centralisation", "teams", 1, 10, "faces_per_case", DOWN,
        ("absorbing.centralisation.known_face=0",)),
    _of("absorbing.centralisation", "known_face", 0, 1, "faces_per_case", DOWN),
    # teams as large as their work make fewer visits late; whoever lends is another face
    _of("absorbing.centralisation", "placed_by_load", 0, 1, "visit_on_time_share", UP, IN_TEAMS),
    _of("absorbing.centralisation", "lends", 0, 1, "visit_on_time_share", UP, IN_TEAMS),
    _of("absorbing.centralisation", "lends", 0, 1, "continuity", DOWN, IN_TEAMS),
    _of("absorbing.centralisation", "lends", 0, 1, "faces_per_case", UP,
        (*BUSY, "absorbing.centralisation.teams=3")),
    _of("absorbing.centralisation", "travel_minutes", 0, 9, "cost_travel", UP, VISITS),
    _of("absorbing.centralisation", "planning_minutes", 0, 9, "cost_planning", UP, VISITS),
    _of("absorbing.centralisation", "cover_by_temps", 0, 1, Event.PRESENT, UP, TEMPS),
    # who calls first is served first, and the work waits the longer
    _of("absorbing.centralisation", "calls_first", 0, 1, "end_to_end_days", UP, CALLED),
    # 6 digital: a form misses what a dialogue catches; minutes are minutes; a call needs no letter
    _of("functionalised.digital", "form_share", 0, 1, "failure_contacts_capture", UP),
    _of("functionalised.digital", "capture_form", 0.2, 1, "failure_contacts_capture", DOWN),
    _of("absorbing.digital", "capture_dialogue", 0.2, 1, "failure_contacts_capture", DOWN),
    _of("functionalised.digital", "form_minutes", 1, 9, "cost_intake_and_checks", UP),
    _of("absorbing.digital", "dialogue_minutes", 5, 30, "cost_intake_and_checks", UP),
    _of("functionalised.digital", "call_minutes", 1, 30, "cost_failure_contacts", UP),
    _of("functionalised.digital", "asks_in_dialogue", 0, 1, "end_to_end_days", DOWN,
        ("functionalised.purpose.notice=1", "demand.answer_days=20")),
    _of("functionalised.digital", "ask_minutes", 1, 30, "staff_minutes_per_citizen_helped", UP),
    _of("functionalised.digital", "refuses_incomplete", 0, 1, Event.REFUSE, UP),
    # 7 targets: held work waits; past due and unfinished, it is closed as it is
    _of("functionalised.targets", "hold_days", 0, 9, "end_to_end_days", UP),
    # planned to its deadline, work waits the longer, the later that is; what is done together
    # is quick
    _of("functionalised.targets", "lead_days", 25, 5, "end_to_end_days", UP, UNHELD),
    _of("functionalised.targets", "days", 15, 30, "end_to_end_days", UP,
        (*UNHELD, "functionalised.targets.lead_days=5")),
    _of("functionalised.targets", "planned_gain", 0, 0.3, "cost_value_work", DOWN),
    # near the due date people go faster and fetch what lies; they bear it
    _of("functionalised.targets", "effort", 0, 1, "cost_value_work", DOWN,
        (*NEAR, "functionalised.targets.near_days=30")),
    _of("functionalised.targets", "effort", 0, 1, "end_to_end_days", DOWN, NEAR),
    _of("functionalised.targets", "effort", 0, 1, Event.ABSENT, UP,
        (*NEAR, "functionalised.targets.near_days=30")),
    _of("functionalised.targets", "near_days", 0, 5, "end_to_end_days", DOWN,
        (*NEAR, "functionalised.targets.effort=1")),
    _of("functionalised.targets", "days", 1, 60, "failure_contacts_premature", DOWN,
        ("functionalised.targets.premature=1",)),
    _of("functionalised.targets", "premature", 0, 1, "failure_contacts_premature", UP, LATE),
    _of("functionalised.targets", "premature", 0, 1, "reported_days", DOWN, (*LATE, *BUSY)),
    _of("functionalised.targets", "clock", "arrival", "complete", "reported_days", DOWN,
        ("functionalised.purpose.notice=1", "functionalised.digital.asks_in_dialogue=0")),
    # what can still meet its deadline goes first, and the tail waits the longer
    _of("functionalised.targets", "order", "arrival", "deadline", "end_to_end_days_upper_limit", UP,
        (*LATE, *BUSY, "functionalised.targets.hold_days=0")),
    # 8 inspection: it takes minutes, days and certificates, and finds some; the others learn
    _of("functionalised.inspection", "share", 0, 1, "cost_control", UP),
    _of("functionalised.inspection", "minutes", 5, 60, "cost_control", UP),
    _of("functionalised.inspection", "waiting_days", 1, 20, "end_to_end_days", UP, ALL_CONTROLLED),
    _of("functionalised.inspection", "certificate_price", 0, 500, "cost_purchases", UP,
        ALL_CONTROLLED),
    _of("functionalised.inspection", "certificate_day", 1, 60, Event.PURCHASE, DOWN,
        ALL_CONTROLLED),
    _of("functionalised.inspection", "detects", 0, 1, Event.DETECT, UP, DISHONEST),
    _of("functionalised.inspection", "detects", 0, 1, Event.DISHONEST, DOWN, DISHONEST),
    _of("functionalised.inspection", "learned", 0, 1, Event.DETECT, DOWN,
        (*DISHONEST, "functionalised.inspection.detects=1")),
    _of("functionalised.inspection", "reporting_minutes", 0, 9, "cost_control", UP),
    # outsourcing: the price is lower; tender, supervision and new faces come on top
    _of("functionalised.outsourcing", "price_advantage", 0, 0.2, "cost_per_citizen_helped", DOWN,
        CONTRACT),
    _of("functionalised.outsourcing", "tender_share", 0, 0.2, "cost_per_citizen_helped", UP,
        CONTRACT),
    _of("functionalised.outsourcing", "supervision_share", 0, 0.2, "cost_per_citizen_helped", UP,
        CONTRACT),
    _of("functionalised.outsourcing", "bankruptcies_per_day", 0, 0.5, "faces_per_case", UP,
        CONTRACT),
    # prevention: who is turned away costs little now; who comes back costs more later
    _of("functionalised.prevention", "turns_away_below_minutes", 0, 60, Event.TURN_AWAY, UP),
    _of("functionalised.prevention", "return_chance", 0, 1, Event.ABANDON, DOWN, AWAY),
    _of("functionalised.prevention", "return_days", 0, 20, "end_to_end_days", UP, BACK),
    _of("functionalised.prevention", "growth", 1, 3, "cost_value_work", UP, BACK),
]  # fmt: skip
