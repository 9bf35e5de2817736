"""A design in which nothing is gained, lost, asked, controlled or left undone."""

from tests.builders import Raw, q

PLAIN: Raw = {
    "purpose": {
        "done": "activity",
        "check": q(0),
        "check_minutes": q(0),
        "notice": q(0),
        "notice_familiar": q(0),
    },
    "functions": {
        "pools": [{"name": "whole", "share": q(1), "staff": q(1)}],
        "specialisation_gain": q(0),
        "convey": q(1),
        "read_in_minutes": q(0),
        "read_in_minutes_per_particular": q(0),
    },
    "budget": {},
    "standards": {
        "absorb": q(1),
        "speed_gain": q(0),
        "discretion": q(0),
        "judgement_spread": q(0),
        "exception_delay_days": q(0),
        "exception_minutes": q(0),
        "exception_chance": q(0),
    },
    "centralisation": {"teams": q(1), "known_face": q(0)},
    "digital": {
        "form_share": q(0),
        "capture_form": q(1),
        "capture_dialogue": q(1),
        "form_minutes": q(3),
        "dialogue_minutes": q(1),
        "call_minutes": q(5),
        "asks_in_dialogue": q(0),
        "ask_minutes": q(2),
    },
    "targets": {"days": q(30), "clock": "arrival", "order": "arrival"},
    "inspection": {},
}
