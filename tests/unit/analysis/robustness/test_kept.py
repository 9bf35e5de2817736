"""What is kept is read as it was written, and told of the unchanged scenario only."""

import pytest

from sim.analysis.robustness import find_cheapest_mix, find_kept, find_robustness, kept
from sim.analysis.robustness.fingerprint import take_fingerprint
from sim.analysis.robustness.keep import list_wanted
from sim.analysis.robustness.kept import build_kept, load_kept, write_kept
from sim.experiment import RunSettings
from sim.scenario import list_services, load_scenario
from tests.builders import build_raw, q, small_scenario_text
from tests.unit.analysis.robustness.conftest import PAIR


@pytest.fixture(scope="module")
def scenario(tmp_path_factory):
    raw = build_raw()
    raw["demand"]["known"]["arrivals_per_day"] = q(2)
    path = tmp_path_factory.mktemp("kept") / "small.toml"
    path.write_text(small_scenario_text(raw))
    return load_scenario(path)


@pytest.fixture(scope="module")
def entry(scenario):
    worlds = find_robustness(scenario, worlds=10, days=14)
    small = load_scenario(
        "sickness-benefit", ["absorbing=functionalised", "absorbing.standards.absorb=0.9"]
    )
    cheapest = find_cheapest_mix(small, settings=RunSettings(days=30, replications=2))
    return build_kept(take_fingerprint(scenario, PAIR), worlds, worlds, cheapest)


@pytest.fixture
def in_file(entry, tmp_path, monkeypatch):
    """A file that keeps the small service, in place of the shipped one."""
    file = tmp_path / "kept.json"
    write_kept({"small-benefit": entry}, file)
    monkeypatch.setattr(kept, "load_kept", lambda: load_kept(file))
    return file


def test_it_is_read_as_it_was_written(entry, in_file):
    assert load_kept(in_file) == {"small-benefit": entry}
    assert entry.cheapest.mixes == len(PAIR)  # they differ in one condition


def test_the_unchanged_scenario_has_it(scenario, entry, in_file):
    assert find_kept(scenario, PAIR) == entry


def test_no_other_has(scenario, in_file, tmp_path):
    other = tmp_path / "small.toml"
    other.write_text(small_scenario_text())

    assert find_kept(scenario.changed("staff.total=12"), PAIR) is None
    assert find_kept(scenario, PAIR[::-1]) is None
    assert find_kept(load_scenario(other), PAIR) is None
    assert find_kept(load_scenario("home-care"), PAIR) is None


def test_without_a_file_nothing_is_kept(tmp_path):
    assert load_kept(tmp_path / "none.json") == {}


@pytest.mark.parametrize("service", list_services())
def test_the_shipped_services_are_kept_as_they_are(service):
    """If not, the file or the model has changed since: `make robust` tries it anew."""
    scenario = load_scenario(service)
    found = find_kept(scenario, PAIR)

    assert found == load_kept()[service]
    assert found.scenario_sha256 == scenario.origin.sha256
    assert found.fingerprint == take_fingerprint(scenario, PAIR)
    assert found.measures["cost_per_citizen_helped"].judged > 0


def test_what_the_present_code_has_kept_is_not_tried_again(monkeypatch, entry, scenario, in_file):
    monkeypatch.setattr("sim.analysis.robustness.keep.list_services", lambda: ["small-benefit"])
    monkeypatch.setattr("sim.analysis.robustness.keep.load_scenario", lambda _: scenario)

    assert list_wanted([]) == []
    assert list_wanted(["home-care"]) == ["home-care"]


@pytest.mark.parametrize("changed", ["scenario_sha256", "fingerprint"])
def test_it_is_once_the_file_or_the_model_has_changed(monkeypatch, entry, scenario, changed):
    found = {"small-benefit": entry._replace(**{changed: "other"})}
    monkeypatch.setattr(kept, "load_kept", lambda: found)
    monkeypatch.setattr("sim.analysis.robustness.keep.list_services", lambda: ["small-benefit"])
    monkeypatch.setattr("sim.analysis.robustness.keep.load_scenario", lambda _: scenario)

    assert list_wanted([]) == ["small-benefit"]


def test_a_model_that_yields_anything_else_has_another_fingerprint(scenario):
    longer = scenario.changed("demand.known.content_minutes*=1.001")

    assert take_fingerprint(scenario, PAIR) == take_fingerprint(scenario, PAIR)
    assert take_fingerprint(scenario, PAIR) != take_fingerprint(longer, PAIR)
