"""Chances that are exactly the number drawn, where `<` and `<=` part.

A draw is one of 2^53 numbers, so no random service ever meets the edge of a chance by itself. Here
the draws of a run are listened to, and a chance is then set to one of them.
"""

import math
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, NamedTuple

import numpy as np
import pytest

from sim.blueprint import Blueprint
from sim.engines import reference
from sim.random import Stream, uniform

MODULES = [
    import_module(module.name)
    for module in walk_packages(reference.__path__, f"{reference.__name__}.")
]


class Edge(NamedTuple):
    """A chance of the blueprint, and a draw that is compared with it."""

    group: str
    chance: str
    stream: Stream

    def at(self, blueprint: Blueprint, drawn: float) -> Blueprint:
        """Return the blueprint with the chance set to a number drawn."""
        group = getattr(blueprint, self.group)
        present = getattr(group, self.chance)
        value = np.full_like(present, drawn) if isinstance(present, np.ndarray) else drawn
        return blueprint._replace(**{self.group: group._replace(**{self.chance: value})})

    def plant(self, patch: pytest.MonkeyPatch) -> None:
        """Plant an error: `<=` in place of `<` wherever this stream is drawn."""

        def drawn(key: int, stream: int, *about: int) -> float:
            number = uniform(key, stream, *about)
            return math.nextafter(number, -1.0) if stream == self.stream else number

        _replace_uniform(patch, drawn)


EDGES = [
    Edge("citizens", "tell", Stream.TELL),
    Edge("citizens", "reach", Stream.REACH),
    Edge("citizens", "give_up", Stream.GIVE_UP),
    Edge("citizens", "resumes", Stream.RESUME),
    Edge("citizens", "appeals", Stream.APPEAL),
    Edge("citizens", "expert", Stream.EXPERT),
    Edge("citizens", "value_call", Stream.VALUE_CALL),
    Edge("citizens", "changes", Stream.CHANGE),
    Edge("citizens", "missed_call", Stream.MISSED_CALL),
    Edge("citizens", "missed_extra", Stream.MISSED_EXTRA),
    Edge("citizens", "chase_tires", Stream.CHASE_TIRES),
    Edge("citizens", "calls_back", Stream.CALLS_BACK),
    Edge("layout", "bankruptcy", Stream.BANKRUPTCY),
    Edge("layout", "placed_by_load", Stream.PLACE),
    Edge("layout", "lends", Stream.LEND),
    Edge("roster", "absence", Stream.ABSENCE),
    Edge("roster", "share_of_time", Stream.AT_SERVICE),
    Edge("roster", "cover", Stream.COVER),
    Edge("roster", "turnover", Stream.LEAVE),
    Edge("roster", "shock_chance", Stream.SHOCK),
    Edge("intake", "form_share", Stream.CHANNEL),
    Edge("intake", "capture_form", Stream.CAPTURE),
    Edge("intake", "capture_dialogue", Stream.CAPTURE),
    Edge("intake", "refuses", Stream.REFUSE),
    Edge("intake", "settles", Stream.SETTLE),
    Edge("intake", "calls_first", Stream.CALLS_FIRST),
    Edge("intake", "turn_away_return", Stream.TURN_AWAY_RETURN),
    Edge("work", "convey", Stream.CONVEY),
    Edge("work", "goes_back", Stream.GO_BACK),
    Edge("work", "goes_past", Stream.GO_PAST),
    Edge("work", "passes_on", Stream.PASS_ON),
    Edge("work", "notice", Stream.NOTICE),
    Edge("work", "notice", Stream.NOTICE_DAY),
    Edge("work", "notice", Stream.NOTICE_STANDING),
    Edge("work", "notice_familiar", Stream.NOTICE),
    Edge("work", "notice_familiar", Stream.NOTICE_DAY),
    Edge("work", "asks_in_dialogue", Stream.ASK_IN_DIALOGUE),
    Edge("work", "known_face", Stream.PREFER),
    Edge("decision", "absorb", Stream.ABSORB),
    Edge("decision", "absorb", Stream.ABSORB_AT_CHECK),
    Edge("decision", "absorb", Stream.ABSORB_DAY),
    Edge("decision", "discretion", Stream.DISCRETION),
    Edge("decision", "exception_chance", Stream.EXCEPTION),
    Edge("decision", "check", Stream.CHECK),
    Edge("decision", "effort", Stream.FETCH),
    Edge("decision", "premature", Stream.PREMATURE),
    Edge("decision", "control", Stream.CONTROL),
    Edge("decision", "detects", Stream.DETECT),
    Edge("decision", "learned", Stream.LEARNED),
]


def draws_of(run: Callable[[], Any]) -> dict[Stream, list[float]]:
    """Every number that the reference engine draws in a run, by what it decides."""
    drawn: dict[Stream, list[float]] = defaultdict(list)

    def heard(key: int, stream: int, *about: int) -> float:
        number = uniform(key, stream, *about)
        drawn[Stream(stream)].append(number)
        return number

    with pytest.MonkeyPatch.context() as patch:
        _replace_uniform(patch, heard)
        run()
    return drawn


def _replace_uniform(patch: pytest.MonkeyPatch, draw: Callable[..., float]) -> None:
    for module in MODULES:
        if hasattr(module, "uniform"):
            patch.setattr(module, "uniform", draw)
