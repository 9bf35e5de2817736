"""The five plain levers: how much needs vary, and four conditions taken from the other design."""

from typing import Any

from sim.scenario import Scenario
from sim.web.session.asked import Changes, as_texts, change, changes_of, reset
from sim.web.session.stand import Stand
from sim.words import changed, say, say_sentence
from sim.words import explore as words
from sim.words.designs import ABOUT, mention_design

VARIETY, VARIETY_KEY = "variety", changed.VARIETY_KEY
MOST_VARIETY, STEP = 3.0, 0.1


def list_levers(service: str, stand: Stand) -> list[dict[str, Any]]:
    """List the levers as the board has them, and how they stand."""
    changes, (first, second) = changes_of(service), stand.designs
    differing = _differing(stand.scenario.filed, first, second)
    taken = [_build_taken(name, changes, (first, second)) for name in differing]
    return [_build_variety(changes), *taken]


def _build_variety(changes: Changes) -> dict[str, Any]:
    return {
        "name": VARIETY,
        "label": say(words.VARIETY),
        "most": MOST_VARIETY,
        "step": STEP,
        "value": read_factor(changes.get(VARIETY_KEY, "1")),
        "says": say(words.FACTOR, factor="#"),
        "help": "",
    }


def _build_taken(condition: str, changes: Changes, designs: tuple[str, str]) -> dict[str, Any]:
    """Build the lever of a condition that the first design takes from the second."""
    (first, second), about = designs, ABOUT[condition]
    return {
        "name": condition,
        "label": say_sentence(words.TAKEN[condition]),
        "most": 1,
        "step": 1,
        "value": int(changes.get(f"{first}.{condition}") == second),
        "says": [say(words.AS_IT_IS), say(words.AS_IN_OTHER, design=mention_design(second))],
        "help": f"{say(about.gain)} {say(about.price)}",
    }


def _differing(filed: Scenario, first: str, second: str) -> list[str]:
    """Return the conditions with a lever in which the two designs differ."""
    a, b = filed.designs[first], filed.designs[second]
    return [name for name in words.TAKEN if getattr(a, name) != getattr(b, name)]


def read_factor(text: str) -> float:
    """Read how many times as much needs vary as the file says."""
    try:
        return float(text)
    except ValueError:
        return 1.0


def move(service: str, designs: tuple[str, str], name: str, value: float) -> None:
    """Move a lever: what else was changed stays."""
    if name == VARIETY:
        reset(service, VARIETY_KEY)
        factor = round(min(max(value, 0.0), MOST_VARIETY), 1)
        if factor != 1:
            change(service, VARIETY_KEY, f"{factor:g}")
    elif name in words.TAKEN:
        key = f"{designs[0]}.{name}"
        reset(service, key)
        if value >= 1:
            change(service, key, designs[1])


def name_changes(service: str, stand: Stand) -> list[str]:
    """Say what is changed, lever by lever; what has no lever is counted."""
    named, others = changed.name_levers(as_texts(changes_of(service)), stand.designs)
    return [*named, words.name_others(len(others))] if others else named


def say_design(design: str) -> str:
    """Say which design four of the levers change."""
    return say_sentence(words.LEVERS_HELP, design=mention_design(design))
