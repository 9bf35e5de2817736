from functools import cache

import pytest

from sim.analysis.breakeven import find_breakeven
from sim.analysis.comparison import compare
from sim.analysis.facts.facts import build_facts
from sim.scenario import load_scenario


@cache
def find_small():
    """A counter-case in short: what would be kept of it."""
    scenario = load_scenario("structured-record")
    comparison = compare(scenario, days=60, replications=3)
    turn = find_breakeven(scenario, days=60, replications=3, points=3)
    return build_facts("print", scenario.service.currency, comparison, turn)


@pytest.fixture(scope="session")
def small():
    return find_small()
