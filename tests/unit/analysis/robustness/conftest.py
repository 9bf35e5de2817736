import pytest

from sim.analysis.robustness.ranged import find_ranged
from tests.builders import build_raw, q
from tests.builders import read_scenario as build

PAIR = ("functionalised", "absorbing")


def build_ranged_raw():
    """A small service with ranges of every kind."""
    raw = build_raw()
    raw["calendar"]["hours_per_day"] = q(8, 7, 9)
    raw["staff"]["shifts"][0]["hours"] = q(8, 7, 9)
    raw["staff"]["total"] = q(10, 8, 12)
    raw["costs"]["unmet_need"] = q(5_000, 100, 10_000)
    raw["demand"]["known"]["arrivals_per_day"] = q(6, 2, 12)
    for design in PAIR:
        raw["designs"][design]["digital"]["call_minutes"] = q(6, 3, 9)
        raw["designs"][design]["digital"]["ask_minutes"] = q(5, 1, 9)
    raw["designs"]["absorbing"]["digital"]["ask_minutes"] = q(4, 1, 9)
    return raw


@pytest.fixture
def service():
    return build(build_ranged_raw(), "test")


@pytest.fixture
def ranged(service):
    return {one.key: one for one in find_ranged(service, PAIR)}
