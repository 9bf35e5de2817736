"""A small valid scenario for tests: one demand type, and two designs of two and one functions."""

import json
from copy import deepcopy
from typing import Any

from sim.scenario import Scenario
from sim.scenario import build_scenario as read_scenario
from sim.scenario.changes import make_changes

Raw = dict[str, Any]


def q(value: float, low: float | None = None, high: float | None = None) -> Raw:
    """A quantity as a file gives it, with a plausible range if there are bounds."""
    plausible = {} if low is None else {"range": [low, high]}
    return {"is": value, **plausible, "from": "assumed"}


def text(words: str) -> Raw:
    return {"en": words, "sv": words, "da": words}


SERVICE = {
    "name": "small-benefit",
    "title": text("Small benefit"),
    "about": text("A service for tests."),
    "currency": "SEK",
    "days": 60,
    "promised_days": q(30),
}
CALENDAR = {"days_per_week": q(5), "opens_hour": q(8), "hours_per_day": q(8)}
STAFF = {
    "total": q(10),
    "rate_per_hour": q(400),
    "target_utilisation": q(0.8),
    "days_on_per_week": q(5),
    "shifts": [{"starts_hours": q(0), "hours": q(8), "share": q(1)}],
    "absence": q(0.05),
}
COSTS = {
    "management_share": q(0.1),
    "unmet_need": q(5_000),
    "downstream_rate_per_hour": q(300),
}
KNOWN = {
    "kind": "case",
    "label": text("Known need"),
    "arrivals_per_day": q(20),
    "dispersion": q(2),
    "content_minutes": {"is": 60, "range": [30, 90], "from": "report"},
    "content_cv": q(0.5),
    "content_shape": "lognormal",
    "variety": q(1.5, 0, 4),
    "rework_share": q(0.3),
    "tell": q(0.5),
    "answer_days": q(5),
    "reach": q(0.6),
    "return_days": q(7),
    "give_up": q(0.05),
    "chase_per_day": q(0.02),
}
FUNCTIONALISED = {
    "purpose": {
        "done": "activity",
        "check": q(0),
        "check_minutes": q(5),
        "notice": q(0.3),
        "notice_familiar": q(0.6),
    },
    "functions": {
        "pools": [
            {"name": "intake", "share": q(0.4), "staff": q(0.3)},
            {"name": "assess", "share": q(0.6), "staff": q(0.5)},
        ],
        "specialisation_gain": q(0.1),
        "convey": q(0.9),
        "read_in_minutes": q(5),
        "read_in_minutes_per_particular": q(1),
    },
    "budget": {"cap_minutes": q(45)},
    "standards": {
        "absorb": q(0.5, 0.3, 0.9),
        "speed_gain": q(0.1),
        "discretion": q(0.2),
        "judgement_spread": q(0.1),
        "exception_delay_days": q(10),
        "exception_minutes": q(30),
        "exception_chance": q(0.8),
    },
    "centralisation": {"front_office_staff": q(0.2), "teams": q(1), "known_face": q(0)},
    "digital": {
        "form_share": q(0.8),
        "capture_form": q(0.5),
        "capture_dialogue": q(0.9),
        "form_minutes": q(3),
        "dialogue_minutes": q(15),
        "call_minutes": q(6),
        "asks_in_dialogue": q(0.2),
        "ask_minutes": q(5),
    },
    "targets": {"days": q(30), "clock": "complete", "order": "deadline", "hold_days": q(5)},
    "inspection": {"share": q(0.1), "minutes": q(20)},
}
ABSORBING = {
    "purpose": {**FUNCTIONALISED["purpose"], "done": "need", "check": q(0.8)},
    "functions": {
        **FUNCTIONALISED["functions"],
        "pools": [{"name": "whole", "share": q(1), "staff": q(1)}],
        "specialisation_gain": q(0),
    },
    "budget": {},
    "standards": {**FUNCTIONALISED["standards"], "absorb": q(0.9), "speed_gain": q(0)},
    "centralisation": {"teams": q(2), "known_face": q(1)},
    "digital": {**FUNCTIONALISED["digital"], "form_share": q(0.1), "asks_in_dialogue": q(0.9)},
    "targets": {"days": q(30), "clock": "arrival", "order": "arrival"},
    "inspection": {},
}


def build_raw(**overrides: Any) -> Raw:
    """The scenario as its file gives it, with whole top-level tables replaced.

    The result is fresh, so that a test may change it in place.
    """
    raw = {
        "service": SERVICE,
        "calendar": CALENDAR,
        "staff": STAFF,
        "costs": COSTS,
        "demand": {"known": KNOWN},
        "designs": {"functionalised": FUNCTIONALISED, "absorbing": ABSORBING},
        "sources": {"report": "Report version 1.3, table 2"},
    }
    return deepcopy({**raw, **overrides})


def build_scenario(*changes: str) -> Scenario:
    """The scenario itself, with changes such as ``demand.variety=0``."""
    return read_scenario(make_changes(build_raw(), changes), ", ".join(changes) or "test")


def small_scenario_text(raw: Raw | None = None) -> str:
    """The scenario as a TOML file; with ``raw``, that table instead."""
    tables = build_raw() if raw is None else raw
    return "".join(f"{key} = {_toml(value)}\n" for key, value in tables.items())


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        pairs = ", ".join(f"{json.dumps(k)} = {_toml(v)}" for k, v in value.items())
        return f"{{ {pairs} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value)
