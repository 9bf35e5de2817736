"""The engine as a parameter: the laws hold for each that there is."""

import pytest

from sim.engines import ENGINES, Simulate, get_engine
from tests.theory.both import BothEngines


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Simulate:
    """An engine: blueprint, population, luck and calendar days to a log."""
    return get_engine(request.param).simulate


@pytest.fixture(scope="session")
def both_engines() -> BothEngines:
    """An engine for laws judged by statistics, which the engine that can be read keeps to."""
    return BothEngines()
