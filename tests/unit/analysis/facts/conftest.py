from functools import cache

import pytest

from sim.analysis.breakeven import find_breakeven
from sim.analysis.comparison import compare
from sim.analysis.facts.facts import build_compared, build_facts
from sim.analysis.facts.mended import OF_MENDED, Mended
from sim.results import Interval
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


@pytest.fixture
def with_mended(small):
    """The same, as if it had a mended design."""
    first, mended, second = (Interval(mean, mean - 1, mean + 1) for mean in (9.0, 6.0, 4.0))
    compared = {
        name: build_compared(name, small.currency, first, mended, Interval(-3.0, -4.0, -2.0))
        for name in OF_MENDED
    }
    told = Mended("print", True, compared, dict.fromkeys(OF_MENDED, second))
    return small._replace(mended=told)
