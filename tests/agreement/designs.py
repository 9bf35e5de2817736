"""Designs of random services: every mechanism switched on and off."""

from tests.agreement.numbers import CHANCE, DELAY, MINUTES, SECOND, SELDOM, USUALLY
from tests.agreement.tape import Tape, Values
from tests.builders import Raw, q

MOST_FUNCTIONS, MOST_TEAMS = 4, 3
DONE, CLOCKS, ORDERS = ("activity", "need"), ("arrival", "complete"), ("arrival", "deadline")
WAGES = (1.0, 1.0, 0.7, 1.6)
CAPS = (None, None, 8.0, 30.0, 1 / 60, 0.0)
LEADS = (None, None, None, 0.0, SECOND, 0.5, 2.0)
OF_FUNCTION: dict[str, Values] = {
    "pick_up_days": (0.0, 0.0, SECOND, 0.05, 0.5, 2.0),
    "pick_up_cv": (0.0, 0.5, 2.0),
    "wage": WAGES,
    "expert": CHANCE,
}

NUMBERS: dict[str, dict[str, Values]] = {
    "purpose": {
        "check": CHANCE,
        "check_minutes": MINUTES,
        "notice": CHANCE,
        "notice_familiar": CHANCE,
    },
    "functions": {
        "specialisation_gain": (0.0, 0.15, 0.5, 1.0),
        "goes_back": SELDOM,
        "training_weeks": (0.0, 1.0, 3.0, 3.0),
        "convey": USUALLY,
        "read_in_minutes": MINUTES,
        "read_in_minutes_per_particular": (0.0, 0.5),
        "expertise": CHANCE,
    },
    "budget": {"floor_minutes": MINUTES, "passes_on": CHANCE},
    "standards": {
        "absorb": CHANCE,
        "speed_gain": (0.0, 0.1, 0.3),
        "discretion": CHANCE,
        "judgement_spread": (0.0, 0.5, 100.0),
        "skill": CHANCE,
        "exception_delay_days": DELAY,
        "exception_minutes": (*MINUTES, 200.0),
        "exception_chance": CHANCE,
    },
    "centralisation": {
        "front_settles": CHANCE,
        "front_office_wage": WAGES,
        "calls_first": USUALLY,
        "placed_by_load": CHANCE,
        "lends": CHANCE,
        "known_face": CHANCE,
        "travel_minutes": MINUTES,
        "planning_minutes": MINUTES,
        "cover_by_temps": CHANCE,
    },
    "digital": {
        "form_share": CHANCE,
        "capture_form": CHANCE,
        "capture_dialogue": CHANCE,
        "form_minutes": MINUTES,
        "dialogue_minutes": MINUTES,
        "call_minutes": MINUTES,
        "asks_in_dialogue": CHANCE,
        "ask_minutes": MINUTES,
        "refuses_incomplete": CHANCE,
    },
    "targets": {
        "days": (2.0, 0.0, 0.5, 30.0),
        "hold_days": (0.0, 0.0, SECOND, 0.5, 2.0),
        "premature": SELDOM,
        "planned_gain": (0.0, 0.2, 1.0),
        "effort": (0.0, 1.0, 0.5, 0.8),
        "near_days": (0.0, 30.0, 1.0, 30.0, 0.5),
    },
    "inspection": {
        "share": CHANCE,
        "minutes": MINUTES,
        "waiting_days": DELAY,
        "certificate_price": (0.0, 100.0),
        "certificate_day": (0.0, SECOND, 1.0),
        "detects": CHANCE,
        "learned": CHANCE,
        "reporting_minutes": (*MINUTES[:-1], 200.0, 200.0, 500.0),
    },
    "outsourcing": {"share": (0.0, 0.4, 1.0), "bankruptcies_per_day": (0.0, 0.2, 1.0)},
    "prevention": {
        "turns_away_below_minutes": (0.0, 0.0, 0.0, 3.0, 12.0),
        "return_chance": USUALLY,
        "return_days": DELAY,
        "growth": (1.0, 1.2, 3.0),
    },
}


def design(tape: Tape, staff: int) -> Raw:
    """A design of so many staff."""
    drawn = {condition: tape.table(numbers) for condition, numbers in NUMBERS.items()}
    drawn["purpose"]["done"] = tape.pick(DONE)
    drawn["targets"] |= {"clock": tape.pick(CLOCKS), "order": tape.pick(ORDERS)}
    cap = tape.pick(CAPS)
    if cap is not None:
        drawn["budget"]["cap_minutes"] = q(cap)
    _divide(tape, drawn, staff)
    lead = tape.pick(LEADS)
    if lead is not None:
        drawn["targets"] |= {"lead_days": q(lead), "hold_days": q(0)}
    drawn["staff"] = {"total": q(staff)}
    # Read last, so that services are in all else what they were without it.
    drawn["functions"]["goes_past"] = q(tape.pick(SELDOM))
    return drawn


def _divide(tape: Tape, drawn: Raw, staff: int) -> None:
    """Divide the staff over teams, front office and functions: a worker at least in each pool."""
    teams = tape.pick(range(1, min(MOST_TEAMS, staff) + 1))
    in_team = staff // teams
    has_front = in_team > 1 and tape.pick((False, True))
    functions = tape.pick(range(1, min(MOST_FUNCTIONS, in_team - has_front) + 1))
    people = tape.heads(in_team, functions + has_front)
    if has_front:
        drawn["centralisation"]["front_office_staff"] = q(people.pop(0))
    drawn["centralisation"]["teams"] = q(teams)
    drawn["functions"]["pools"] = [
        {"name": f"f{place}", "share": q(content), "staff": q(heads), **tape.table(OF_FUNCTION)}
        for place, (content, heads) in enumerate(zip(tape.shares(functions), people, strict=True))
    ]
