"""The engine that is to agree with the reference."""

import pytest

from sim.engines import Simulate, get_engine


@pytest.fixture(scope="session")
def fast() -> Simulate:
    """The compiled engine: the one place that says which engine is on trial."""
    return get_engine("fast").simulate
