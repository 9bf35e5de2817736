"""What the quantities of the shipped services rest on."""

import pytest

from sim.analysis.evidence import count_basis
from sim.experiment import SHIPPED_DESIGNS
from sim.results import count_sources
from sim.scenario import list_services, load_scenario
from tests.builders import build_raw, small_scenario_text


@pytest.mark.parametrize("name", list_services())
def test_all_in_use_are_counted(name):
    scenario = load_scenario(name)
    counts = count_sources(scenario, SHIPPED_DESIGNS)

    basis = count_basis(scenario)
    assert basis.total == sum(counts.values()) - counts["off"]
    assert (basis.assumed, basis.fitted) == (counts["assumed"], counts["fitted"])


def test_what_carries_most_has_no_published_estimate_in_what_is_shipped():
    assert not any(
        count_basis(load_scenario(name)).carries_most_is_published for name in list_services()
    )


def test_one_that_is_published_is_seen(tmp_path):
    raw = build_raw()
    raw["sources"]["paper"] = "A paper"
    raw["designs"]["functionalised"]["standards"]["absorb"]["from"] = "paper"
    (tmp_path / "small.toml").write_text(small_scenario_text(raw))

    assert count_basis(load_scenario(tmp_path / "small.toml")).carries_most_is_published
