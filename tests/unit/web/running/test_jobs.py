import pickle

import pytest

from sim.analysis.comparison import compare
from sim.scenario import list_services, load_scenario
from sim.web.running import Compare, Judge
from sim.web.running.limits import LANES, MOST_EXPECTED_S

DESIGNS = ("functionalised", "absorbing")
SHORT = 1
"""The lane of short runs, after that of drafts."""


def test_a_job_makes_elsewhere_what_it_makes_here():
    job = Compare(load_scenario("sickness-benefit"), DESIGNS, 2, 1, 60)
    sent = pickle.loads(pickle.dumps(job))

    made = pickle.loads(pickle.dumps(sent.make(lambda done, total: None)))

    assert made == compare(job.scenario, DESIGNS, replications=2, seed=1, days=60)


def test_what_a_page_begins_with_is_short_unless_it_runs_for_years():
    lanes = {name: find_lane(name) for name in list_services()}

    assert {name for name, lane in lanes.items() if lane > SHORT} == {
        "home-care",
        "outsourced-home-care",
    }


def find_lane(service):
    scenario = load_scenario(service)
    job = Compare(scenario, tuple(scenario.designs)[:2], 5, 1, scenario.service.days)
    return next(nth for nth, lane in enumerate(LANES) if job.expected_s <= lane.expected_s)


def test_what_is_expected_grows_with_all_that_is_asked_for():
    scenario = load_scenario("sickness-benefit")
    one = Compare(scenario, DESIGNS, 5, 1, 365).expected_s

    assert Compare(scenario, DESIGNS, 10, 1, 365).expected_s == pytest.approx(2 * one)
    assert Compare(scenario, DESIGNS, 5, 1, 3650).expected_s > 5 * one
    assert Compare(scenario, DESIGNS, 100, 1, 12_000).expected_s > MOST_EXPECTED_S
    busy = scenario.changed("demand.arrivals_per_day*=10")
    assert Compare(busy, DESIGNS, 5, 1, 365).expected_s == pytest.approx(10 * one)


def test_the_evidence_page_is_a_long_run_that_may_be_made():
    scenarios = tuple(map(load_scenario, list_services()))

    assert LANES[SHORT].expected_s < Judge(scenarios, 20).expected_s < LANES[-1].longest_s
