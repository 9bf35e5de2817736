import pytest

from tests.builders import read_scenario
from tests.unit.analysis.robustness.conftest import build_ranged_raw


@pytest.fixture
def service():
    """A small service with ranges of every kind."""
    return read_scenario(build_ranged_raw(), "test")


@pytest.fixture
def two_types():
    raw = build_ranged_raw()
    raw["service"]["name"] = "two-types"
    raw["demand"]["other"] = dict(raw["demand"]["known"])
    return read_scenario(raw, "test")
