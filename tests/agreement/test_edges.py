"""Where a chance is exactly the number drawn, both engines take the same side of it."""

from functools import cache
from pathlib import Path

import pytest

from sim.blueprint import Blueprint, build_blueprint
from sim.engines import Simulate
from sim.engines.reference import simulate_reference
from sim.eventlog import EventLog
from sim.population import Population, draw_citizens
from sim.random import Stream
from sim.scenario import load_scenario
from tests.agreement import found
from tests.agreement.difference import first_difference
from tests.agreement.edges import EDGES, Edge, draws_of
from tests.agreement.found import search

EVERYTHING = Path(__file__).parents[1] / "mechanisms" / "everything.toml"
SEED, DAYS = 1, 21
CHANGES = (
    "loops.absence_gain=0",
    "designs.targets.clock=arrival",
    "designs.all.staff.total=36",
    "designs.standards.judgement_spread=100",
    "demand.expert=0.1",
)
"""Absence has its edge where nothing is multiplied with it, and so have appeals, where nothing is
granted, and exceptions, where no expert is needed; a face is preferred among several."""
CANDIDATES = 80
"""How many of the numbers drawn are tried for one on which something hangs."""


@cache
def service() -> tuple[Blueprint, Population]:
    """The service in which every mechanism is on, and its citizens."""
    scenario = load_scenario(EVERYTHING, CHANGES)
    return build_blueprint(scenario, "all"), draw_citizens(scenario, SEED, 0, DAYS)


def play(engine: Simulate, blueprint: Blueprint) -> EventLog:
    return engine(blueprint, service()[1], SEED, DAYS)


@cache
def drawn() -> dict[Stream, list[float]]:
    """The numbers drawn in a run."""
    return draws_of(lambda: play(simulate_reference, service()[0]))


def on_edge(edge: Edge) -> tuple[Blueprint, EventLog]:
    """A chance set to a number drawn, such that its side makes a difference; and what happens."""
    numbers = drawn()[edge.stream]
    tried = numbers[:: len(numbers) // CANDIDATES + 1]
    for place in search(range(len(tried)), found.EDGES.get(name_of(edge), 0)):
        blueprint = edge.at(service()[0], tried[place])
        right = play(simulate_reference, blueprint)
        with pytest.MonkeyPatch.context() as patch:
            edge.plant(patch)
            wrong = play(simulate_reference, blueprint)
        if first_difference(right, wrong):
            print(f"{name_of(edge)}: found at {place}")
            return blueprint, right
    raise LookupError(f"nothing hangs on {edge}")


def name_of(edge: Edge) -> str:
    return f"{edge.chance}-{edge.stream.name}"


@pytest.mark.parametrize("edge", EDGES, ids=name_of)
def test_both_engines_take_the_same_side_of_an_edge(fast: Simulate, edge: Edge) -> None:
    blueprint, expected = on_edge(edge)
    difference = first_difference(expected, play(fast, blueprint))
    assert difference is None, f"\none is the reference, other the fast engine: {difference}"


def test_where_an_edge_was_found_is_of_edges_that_there_are() -> None:
    assert set(found.EDGES) <= set(map(name_of, EDGES))
