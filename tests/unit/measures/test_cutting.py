"""A view of all demand types, cut into one of each: nothing is read otherwise than by itself."""

from pathlib import Path

import pytest

from sim.experiment import Run, simulate
from sim.measures import build_view, cut_out, measure_all
from sim.scenario import load_scenario

EVERYTHING = Path(__file__).parents[2] / "mechanisms" / "everything.toml"
WARM_UP_DAY, DAYS = 30, 150


@pytest.fixture(
    scope="module", params=["sickness-benefit", "home-care", "hr-onboarding", EVERYTHING], ids=str
)
def run(request: pytest.FixtureRequest) -> Run:
    scenario = load_scenario(request.param)
    return simulate(scenario, next(iter(scenario.designs)), days=DAYS)


def test_a_type_that_is_cut_out_reads_as_one_that_is_looked_at_alone(run: Run) -> None:
    days = (WARM_UP_DAY, DAYS)
    whole = build_view(run.ledger, run.scenario, run.design, *days)

    assert measure_all(whole) == run.measure(WARM_UP_DAY)
    for name in run.scenario.demand:
        assert measure_all(cut_out(whole, name)) == run.measure(WARM_UP_DAY, name)


def test_it_is_the_same_whichever_is_read_first(run: Run) -> None:
    whole = build_view(run.ledger, run.scenario, run.design, WARM_UP_DAY, DAYS)
    for name in reversed(run.scenario.demand):
        assert measure_all(cut_out(whole, name)) == run.measure(WARM_UP_DAY, name)
    assert measure_all(whole) == run.measure(WARM_UP_DAY)
