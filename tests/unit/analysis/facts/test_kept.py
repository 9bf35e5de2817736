"""What is kept is read as it was written, and told of the unchanged scenario only."""

import json
from statistics import fmean

import pytest

from sim.analysis.facts import keep, kept
from sim.analysis.facts.facts import COST, TOLD
from sim.analysis.facts.kept import find_facts, load_facts, write_facts
from sim.analysis.robustness import take_fingerprint
from sim.analysis.robustness.kept import load_kept
from sim.experiment import SHIPPED_DESIGNS
from sim.scenario import list_counter_cases, list_services, load_scenario

LEAST_REPLICATIONS = 8
SMALL = "structured-record"


@pytest.fixture
def in_file(small, tmp_path, monkeypatch):
    file = tmp_path / "facts.json"
    write_facts({SMALL: small}, file)
    monkeypatch.setattr(kept, "load_facts", lambda: load_facts(file))
    return file


def test_it_is_read_as_it_was_written(small, in_file):
    assert load_facts(in_file) == {SMALL: small}


def test_the_mended_design_is_read_as_it_was_written(with_mended, tmp_path):
    file = tmp_path / "facts.json"
    no_mean = with_mended.mended.second | {COST: None}
    unsettled = with_mended._replace(mended=with_mended.mended._replace(second=no_mean))
    write_facts({SMALL: with_mended, "other": unsettled}, file)

    assert load_facts(file) == {SMALL: with_mended, "other": unsettled}


def test_an_entry_older_than_the_mended_design_is_read_without_one(small, in_file):
    old = json.loads(in_file.read_text(encoding="utf-8"))
    del old[SMALL]["mended"]
    older = in_file.with_name("older.json")
    older.write_text(json.dumps(old), encoding="utf-8")

    assert load_facts(older) == {SMALL: small}
    assert small.mended is None


def test_the_unchanged_scenario_has_it_and_no_other(small, in_file):
    scenario = load_scenario(SMALL)

    assert find_facts(scenario) == small
    assert find_facts(scenario.changed("demand.variety=0")) is None
    assert find_facts(load_scenario("sickness-benefit")) is None


def test_without_a_file_nothing_is_kept(tmp_path):
    assert load_facts(tmp_path / "none.json") == {}


@pytest.mark.parametrize("name", [*list_services(), *list_counter_cases()])
def test_every_shipped_scenario_is_kept_as_it_is(name):
    """If not, the file or the model has changed since: `make facts` simulates it anew."""
    scenario = load_scenario(name)
    facts = load_facts()[name]

    assert find_facts(scenario) == facts
    assert facts.designs == SHIPPED_DESIGNS
    assert set(facts.measures) == set(TOLD)
    assert facts.replications >= LEAST_REPLICATIONS
    assert facts.days == scenario.service.days
    own = fmean(demand.variety.value for demand in scenario.demand.values())
    assert facts.turn.own == pytest.approx(own)


@pytest.mark.parametrize("name", list_services())
def test_the_model_that_found_it_is_that_of_the_worlds(name):
    """A test of what is kept of the worlds holds that against the model there is."""
    assert load_facts()[name].fingerprint == load_kept()[name].fingerprint


@pytest.mark.parametrize("name", list_counter_cases())
def test_the_model_yields_what_it_did(name):
    found = take_fingerprint(load_scenario(name), SHIPPED_DESIGNS)

    assert load_facts()[name].fingerprint == found


@pytest.mark.parametrize("changed", ["scenario_sha256", "fingerprint"])
def test_what_has_changed_is_simulated_again(monkeypatch, changed):
    current = load_facts()
    monkeypatch.setattr(keep, "list_shipped", lambda: [SMALL])
    assert keep.list_wanted([]) == []

    other = {**current, SMALL: current[SMALL]._replace(**{changed: "other"})}
    monkeypatch.setattr(kept, "load_facts", lambda: other)

    assert keep.list_wanted([]) == [SMALL]
    assert keep.list_wanted(["home-care"]) == ["home-care"]
