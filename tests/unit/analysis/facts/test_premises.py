"""Premises are the numbers that were fitted, and each is told of a comparison without it."""

import pytest

from sim.analysis.comparison import compare
from sim.analysis.facts.kept import load_facts, write_facts
from sim.analysis.facts.mended import COST
from sim.analysis.facts.premises import find_premises, list_premises
from sim.experiment import SHIPPED_DESIGNS, RunSettings
from sim.scenario import load_scenario

SHORT = RunSettings(replications=2)


@pytest.mark.parametrize(
    ("name", "premises"),
    [
        ("sickness-benefit", ["lying", "asking"]),
        ("home-care", []),  # visits: both are off
        ("structured-record", []),  # a case of its own, which fits nothing
    ],
)
def test_they_are_the_numbers_that_were_fitted(name, premises):
    assert list_premises(load_scenario(name), SHIPPED_DESIGNS) == premises


def test_each_is_a_comparison_without_it_and_is_read_as_written(small, tmp_path):
    scenario = load_scenario("sickness-benefit")
    own = compare(scenario, settings=SHORT)

    found = find_premises(scenario, SHORT, own)

    seldom = compare(scenario.changed("demand.chase_per_day=0.05"), settings=SHORT).tell()[COST]
    assert found["asking"].cost.difference == seldom.difference
    assert found["lying"].cost.first.mean < own.tell()[COST].first.mean

    file = tmp_path / "facts.json"
    kept = small._replace(currency="DKK", premises=found)
    write_facts({"small": kept}, file)
    assert load_facts(file)["small"].premises == found


def test_what_is_kept_has_them(small):
    kept = load_facts()

    for name, facts in kept.items():
        assert list(facts.premises) == list_premises(load_scenario(name), facts.designs)
