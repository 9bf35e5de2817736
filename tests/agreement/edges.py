"""Chances that are exactly the number drawn, where `<` and `<=` part.

A draw is one of 2^53 numbers, so no random service ever meets the edge of a chance by itself. Here
the draws of a run are listened to, and a chance is then set to one of them.
"""

import math
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple

import numpy as np
import pytest

from sim.blueprint import Blueprint
from sim.engines import reference
from sim.random import Purpose, uniform

MODULES = [
    import_module(f"{reference.__name__}.{m.name}") for m in iter_modules(reference.__path__)
]


class Edge(NamedTuple):
    """A chance of the blueprint, and a draw that is compared with it."""

    group: str
    chance: str
    purpose: Purpose

    def at(self, blueprint: Blueprint, drawn: float) -> Blueprint:
        """Return the blueprint with the chance set to a number drawn."""
        group = getattr(blueprint, self.group)
        present = getattr(group, self.chance)
        value = np.full_like(present, drawn) if isinstance(present, np.ndarray) else drawn
        return blueprint._replace(**{self.group: group._replace(**{self.chance: value})})

    def plant(self, patch: pytest.MonkeyPatch) -> None:
        """Plant an error: `<=` in place of `<` wherever this purpose is drawn."""

        def drawn(key: int, purpose: int, *about: int) -> float:
            number = uniform(key, purpose, *about)
            return math.nextafter(number, -1.0) if purpose == self.purpose else number

        _replace_uniform(patch, drawn)


EDGES = [
    Edge("citizens", "tell", Purpose.TELL),
    Edge("citizens", "reach", Purpose.REACH),
    Edge("citizens", "give_up", Purpose.GIVE_UP),
    Edge("citizens", "resumes", Purpose.RESUME),
    Edge("citizens", "missed_call", Purpose.MISSED_CALL),
    Edge("citizens", "missed_extra", Purpose.MISSED_EXTRA),
    Edge("layout", "bankruptcy", Purpose.BANKRUPTCY),
    Edge("roster", "absence", Purpose.ABSENCE),
    Edge("roster", "cover", Purpose.COVER),
    Edge("intake", "form_share", Purpose.CHANNEL),
    Edge("intake", "capture_form", Purpose.CAPTURE),
    Edge("intake", "capture_dialogue", Purpose.CAPTURE),
    Edge("intake", "refuses", Purpose.REFUSE),
    Edge("intake", "settles", Purpose.SETTLE),
    Edge("intake", "turn_away_return", Purpose.TURN_AWAY_RETURN),
    Edge("work", "convey", Purpose.CONVEY),
    Edge("work", "passes_on", Purpose.PASS_ON),
    Edge("work", "notice", Purpose.NOTICE),
    Edge("work", "notice", Purpose.NOTICE_DAY),
    Edge("work", "notice", Purpose.NOTICE_STANDING),
    Edge("work", "notice_familiar", Purpose.NOTICE),
    Edge("work", "notice_familiar", Purpose.NOTICE_DAY),
    Edge("work", "asks_in_dialogue", Purpose.ASK_IN_DIALOGUE),
    Edge("work", "known_face", Purpose.PREFER),
    Edge("decision", "absorb", Purpose.ABSORB),
    Edge("decision", "absorb", Purpose.ABSORB_AT_CHECK),
    Edge("decision", "absorb", Purpose.ABSORB_DAY),
    Edge("decision", "discretion", Purpose.DISCRETION),
    Edge("decision", "exception_chance", Purpose.EXCEPTION),
    Edge("decision", "check", Purpose.CHECK),
    Edge("decision", "premature", Purpose.PREMATURE),
    Edge("decision", "control", Purpose.CONTROL),
    Edge("decision", "detects", Purpose.DETECT),
    Edge("decision", "learned", Purpose.LEARNED),
]


def draws_of(run: Callable[[], Any]) -> dict[Purpose, list[float]]:
    """Every number that the reference engine draws in a run, by what it decides."""
    drawn: dict[Purpose, list[float]] = defaultdict(list)

    def heard(key: int, purpose: int, *about: int) -> float:
        number = uniform(key, purpose, *about)
        drawn[Purpose(purpose)].append(number)
        return number

    with pytest.MonkeyPatch.context() as patch:
        _replace_uniform(patch, heard)
        run()
    return drawn


def _replace_uniform(patch: pytest.MonkeyPatch, draw: Callable[..., float]) -> None:
    for module in MODULES:
        if hasattr(module, "uniform"):
            patch.setattr(module, "uniform", draw)
