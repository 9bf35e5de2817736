"""A scenario that is written as a file is the same when it is loaded again."""

import pytest

from sim.scenario import list_counter_cases, list_services, load_scenario, write_toml
from tests.builders import build_scenario


def load_again(scenario, folder):
    file = folder / "written.toml"
    file.write_text(write_toml(scenario), encoding="utf-8")
    return load_scenario(file)


@pytest.mark.parametrize("service", [*list_services(), *list_counter_cases()])
def test_every_shipped_scenario_is_the_same_again(service, tmp_path):
    scenario = load_scenario(service)

    assert load_again(scenario, tmp_path) == scenario


def test_a_changed_one_has_its_changes_and_says_so(tmp_path):
    filed = load_scenario("sickness-benefit")
    scenario = filed.changed("demand.variety=0.5", "staff.total=\n99")

    assert load_again(scenario, tmp_path) == scenario
    assert load_again(scenario, tmp_path) != filed
    head = write_toml(scenario).split("\n\n")[0].splitlines()
    assert head[0] == f"# From sickness-benefit.toml (SHA-256 {filed.origin.sha256})."
    assert head[1:] == ["# Changed: demand.variety=0.5", "# Changed: staff.total= 99"]


def test_one_made_in_memory_has_no_file(tmp_path):
    scenario = build_scenario()

    assert load_again(scenario, tmp_path) == scenario
    assert "(SHA-256 none)" in write_toml(scenario)
