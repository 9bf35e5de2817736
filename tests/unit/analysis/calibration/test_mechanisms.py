"""Where a file states a constant otherwise than the shared set, that is told."""

import pytest

from sim.analysis.calibration.mechanisms import Departure, list_departures
from sim.scenario import build_scenario, list_services, load_scenario
from sim.scenario.completing import read_mechanisms
from tests.builders import build_raw, q

SHARED_GAIN = read_mechanisms()["designs"]["case"]["functionalised"]["functions"][
    "specialisation_gain"
]["is"]


def build(gain: float):
    """Build the small service, which takes nothing from the shared set, with some gain."""
    raw = build_raw()
    raw["designs"]["functionalised"]["functions"]["specialisation_gain"] = q(gain)
    return build_scenario(raw, "test")


def gains(scenario) -> list[Departure]:
    return [one for one in list_departures(scenario) if one.key.endswith("specialisation_gain")]


def test_what_a_file_states_as_the_shared_set_does_is_no_departure():
    key = "designs.functionalised.functions.specialisation_gain"
    assert key not in {one.key for one in gains(build(SHARED_GAIN))}


def test_what_it_states_otherwise_is_told_beside_the_shared_value():
    key = "designs.functionalised.functions.specialisation_gain"
    assert Departure(key, 0.01, SHARED_GAIN) in gains(build(0.01))


def test_what_the_shared_set_does_not_state_may_be_anything():
    keys = {one.key for one in list_departures(build(0.01))}

    assert not {key for key in keys if key.endswith(("variety", "arrivals_per_day", ".share"))}


@pytest.mark.parametrize("name", list_services())
def test_shipped_services_depart_in_little(name):
    """What each departs in is on its page; a sixth that is not told would be no shared set."""
    assert len(list_departures(load_scenario(name))) <= 6
