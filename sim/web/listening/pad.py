"""The pad: its script, its style, and what it says in the language that is spoken."""

from importlib.resources import files
from typing import Any

from sim.own.tally.reading import CAUSE_NAMES, COLUMNS, KIND_NAMES
from sim.words import hour as words
from sim.words import say
from sim.words.designs import name_condition


def _read(name: str) -> str:
    return (files("sim.web.listening") / name).read_text(encoding="utf-8")


SCRIPT = _read("contacts.js") + _read("saved.js") + _read("pad.js")
CSS = _read("pad.css")


def list_settings() -> dict[str, Any]:
    """List what the script is told: words, kinds and causes by name, and what files may say."""
    return {
        "words": {name: say(text) for name, text in words.PAD.items()},
        "kinds": [(kind, say(name)) for kind, name in words.KINDS.items()],
        "causes": [(cause, say(name_condition(cause))) for cause in CAUSE_NAMES],
        "columns": [column.called[0] for column in COLUMNS],
        "called": {
            "columns": {name: one.called[0] for one in COLUMNS for name in one.called},
            "kinds": {
                name: kind.name.lower() for kind, names in KIND_NAMES.items() for name in names
            },
            "causes": {"": ""}
            | {name: cause for cause, names in CAUSE_NAMES.items() for name in names},
        },
    }
