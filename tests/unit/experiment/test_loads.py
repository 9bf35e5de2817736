"""The busiest pool of a design is found by name."""

import pytest

from sim.experiment import Cell, Frame, RunSettings, find_busiest, replicate
from sim.experiment.executors import open_executor
from sim.scenario import load_scenario

FRAME = Frame(warm_up_day=14, follow_up_days=30)
SETTINGS = RunSettings(days=60)


def find(*changes):
    scenario = load_scenario("sickness-benefit", changes)
    cells = [Cell(scenario, design) for design in ("functionalised", "absorbing")]
    with open_executor(SETTINGS.engine) as workers:
        return find_busiest(cells, SETTINGS, FRAME, workers)


@pytest.mark.parametrize("share", [0.07, 0.6])
def test_a_front_office_is_the_busiest_if_it_has_few_staff(share):
    busiest, _ = find(f"functionalised.centralisation.front_office_staff={share}")

    assert (busiest.function is None) == (share == 0.07)
    assert 0 < busiest.utilisation <= 1


def test_the_busiest_pool_is_found_in_the_pilot_as_in_a_run_of_its_own():
    scenario = load_scenario("sickness-benefit")
    cells = [Cell(scenario, design) for design in ("functionalised", "absorbing")]
    replicated = replicate(cells, RunSettings(days=60, replications=2), {None: ()})
    with open_executor(SETTINGS.engine) as workers:
        found = find_busiest(cells, SETTINGS, replicated.frame, workers)

    assert replicated.busiest == tuple(found) != (None, None)


def test_a_design_with_one_pool_a_team_has_none():
    assert find()[1] is None
