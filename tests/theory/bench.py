"""A plain service to try laws on: everything that a law does not speak of is switched off."""

from copy import deepcopy
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.eventlog import EventLog
from sim.scenario import Scenario, build_scenario
from sim.scenario.changes import make_changes

SEED = 20_250_701
"""The seed of every law: a test that passed once passes again."""

DEMAND_KEYS = """dispersion=1 arrivals_per_day=100 content_minutes=1 content_cv=1 variety=0
    rework_share=0 tell=0 answer_days=1 reach=1 return_days=1 give_up=0 chase_per_day=0"""
STAFF_KEYS = "rate_per_hour=300 target_utilisation=1 days_on_per_week=7 absence=0 total=1"
COST_KEYS = "management_share=0 unmet_need=0 downstream_rate_per_hour=0"
DESIGN_KEYS = {
    "purpose": "check=0 check_minutes=0 notice=0 notice_familiar=0",
    "functions": "specialisation_gain=0 convey=1 read_in_minutes=0 "
    "read_in_minutes_per_particular=0",
    "standards": "absorb=1 speed_gain=0 discretion=0 judgement_spread=0 exception_delay_days=0 "
    "exception_minutes=0 exception_chance=0",
    "centralisation": "teams=1 known_face=0",
    "digital": "form_share=1 capture_form=1 capture_dialogue=1 form_minutes=0 "
    "dialogue_minutes=0 call_minutes=0 asks_in_dialogue=0 ask_minutes=0",
    "targets": "days=3660",
}
Raw = dict[str, Any]


def quantity(value: float) -> Raw:
    return {"is": value, "from": "assumed"}


def table(pairs: str) -> Raw:
    """Read pairs such as ``a=1 b=2`` as quantities."""
    split = (pair.split("=") for pair in pairs.split())
    return {key: quantity(float(value)) for key, value in split}


def text(words: str) -> Raw:
    return {"en": words, "sv": words, "da": words}


def divide(functions: int, has_front: bool) -> list[Raw]:
    """Functions of equal shares, each with as many staff as the front office, if there is one."""
    each = 1 / (functions + has_front)
    return [
        {"name": f"f{i}", "share": quantity(1 / functions), "staff": quantity(each)}
        for i in range(functions)
    ]


def plain_design(functions: int = 1, has_front: bool = False) -> Raw:
    """A design without loss, price or gain."""
    design = {name: table(pairs) for name, pairs in DESIGN_KEYS.items()}
    design["purpose"]["done"] = "activity"
    design["functions"]["pools"] = divide(functions, has_front)
    design["targets"] |= {"clock": "arrival", "order": "arrival"}
    if has_front:
        design["centralisation"]["front_office_staff"] = quantity(1 / (functions + 1))
    return {**design, "budget": {}, "inspection": {}}


def plain_demand() -> Raw:
    kind = {"kind": "case", "label": text("Need"), "content_shape": "gamma"}
    return {**kind, **table(DEMAND_KEYS)}


def plain_service(*changes: str, **designs: Raw) -> Scenario:
    """Open eight hours on every day of the week, with staff for all of it; then the changes.

    Without other designs it has one, named ``plain``: one function and no front office.
    """
    shift = {"starts_hours": quantity(0), "hours": quantity(8), "share": quantity(1)}
    raw = {
        "service": _SERVICE,
        "calendar": table("days_per_week=7 opens_hour=8 hours_per_day=8"),
        "staff": {**table(STAFF_KEYS), "shifts": [shift]},
        "costs": table(COST_KEYS),
        "demand": {"need": plain_demand(), "other": plain_demand()},
        "designs": designs or {"plain": plain_design()},
    }
    raw["demand"]["other"]["arrivals_per_day"] = quantity(0)
    return build_scenario(make_changes(deepcopy(raw), changes), ", ".join(changes))


_SERVICE = {
    "name": "plain",
    "title": text("Plain"),
    "about": text("A service for laws."),
    "currency": "SEK",
    "days": 60,
    "promised_days": quantity(3_660),
}


def per_citizen(rows: EventLog, citizens: int, weights: Any = None) -> NDArray[np.float64]:
    """Count rows by citizen, or add up weights such as their amounts."""
    counts = np.bincount(rows.citizen, weights=weights, minlength=citizens)
    return np.asarray(counts, np.float64)


def batches(values: NDArray[Any], count: int) -> NDArray[np.float64]:
    """Means of batches of neighbours."""
    return np.array([part.mean() for part in np.array_split(values, count)])


remember = cache
"""Runs that several tests judge are made once."""
