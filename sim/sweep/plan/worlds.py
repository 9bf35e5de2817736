"""Plausible worlds: every quantity drawn within its declared range.

Worlds are a Latin hypercube: with 200 of them each quantity takes each 200th part of its range once
(McKay, Beckman & Conover 1979, "A comparison of three methods for selecting values of input
variables in the analysis of output from a computer code", *Technometrics* 21(2), 239-245). What a
rule of scenarios refuses is drawn again, and of it only what the rule names: to drop such worlds
would leave out corners of the ranges that have nothing to do with the rule.
"""

import re
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.errors import RunError, ScenarioError
from sim.message import Message
from sim.scenario import Scenario, build_scenario
from sim.scenario.changes import fit_staff
from sim.scenario.parse import Raw
from sim.sweep.plan.apply import fill
from sim.sweep.plan.ranged import Ranged, find_ranged
from sim.sweep.plan.sampling import LHS, LUCK, Sampling, draw_shares

NARROW_TRIES, MOST_TRIES = 20, 100
"""So often what a rule names itself is drawn again, and then all in the tables that it names; after
so many tries in all the ranges have no room."""
PROBLEM = Message("a plausible world")
_KEY = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+")


class PlausibleWorld(NamedTuple):
    """One draw of all quantities."""

    scenario: Scenario
    """The scenario with them, and with these designs alone."""
    values: tuple[float, ...]
    """What was drawn, in the order of the quantities."""
    redrawn: tuple[str, ...]
    """Keys of what was drawn again, since a rule refused it."""


def draw_worlds(
    scenario: Scenario, designs: tuple[str, ...], worlds: int, seed: int
) -> Iterator[PlausibleWorld]:
    """Draw plausible worlds for some designs of a scenario.

    Raises
    ------
    RunError
        If nothing has a range, or the rules leave no room in the ranges.
    """
    ranged = find_ranged(scenario, designs)
    if not ranged:
        raise RunError(Message("{where}: no quantity has a range", where=scenario.where))
    raw = _keep_designs(scenario, designs)
    every = draw_shares(LHS, len(ranged), Sampling(points=worlds), seed)
    for number, shares in enumerate(every):
        yield _draw_one(raw, ranged, shares, np.random.default_rng((seed, LUCK, number)))


def _keep_designs(scenario: Scenario, designs: tuple[str, ...]) -> Raw:
    """Return a raw table of some designs; evidence may be about others, and is left out."""
    raw: Raw = scenario.to_table()
    return {**raw, "designs": {name: raw["designs"][name] for name in designs}, "evidence": []}


def _draw_one(
    raw: Raw, ranged: list[Ranged], shares: NDArray[np.float64], luck: np.random.Generator
) -> PlausibleWorld:
    """Draw one world, and what the rules refuse of it again."""
    redrawn: set[int] = set()
    for tried in count():
        values = [one.at(share) for one, share in zip(ranged, shares, strict=True)]
        try:
            scenario = build_scenario(_fill(raw, ranged, values), PROBLEM)
        except ScenarioError as error:
            again = find_named(error.problems, ranged, widely=tried >= NARROW_TRIES)
            if not again or tried >= MOST_TRIES:
                raise _refuse(error) from error
            shares[again] = luck.random(len(again))
            redrawn |= set(again)
        else:
            break
    keys = tuple(ranged[place].key for place in sorted(redrawn))
    return PlausibleWorld(scenario, tuple(values), keys)


def _refuse(error: ScenarioError) -> RunError:
    return RunError(
        Message(
            "the ranges leave no room for what the rules ask for: {problem}",
            problem=error.problems[0],
        )
    )


def find_named(problems: list[str], ranged: list[Ranged], *, widely: bool = False) -> list[int]:
    """Return the places of the quantities that problems name, themselves or by their table.

    A whole design counts only where a problem names nothing smaller, or `widely`.
    """
    found: set[int] = set()
    for problem in problems:
        keys = set(_KEY.findall(problem))
        parts = {key for key in keys if key.count(".") > 1}
        named = _find_at_or_below(ranged, keys if widely else keys & _places(ranged) | parts)
        found |= named or _find_at_or_below(ranged, keys)
    return sorted(found)


def _places(ranged: list[Ranged]) -> set[str]:
    return {place for one in ranged for place in one.places}


def _find_at_or_below(ranged: list[Ranged], keys: set[str]) -> set[int]:
    tables = tuple(f"{key}." for key in keys)
    return {
        nth
        for nth, one in enumerate(ranged)
        if any(f"{place}.".startswith(tables) for place in one.places)
    }


def _fill(raw: Raw, ranged: list[Ranged], values: list[float]) -> Raw:
    """Return a raw table with values; shares of the staff are scaled so that they add up to 1."""
    filled = fill(raw, [one.factor for one in ranged], values)
    for design in filled["designs"]:
        fit_staff(filled, design)
    return filled
