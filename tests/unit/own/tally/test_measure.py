"""What a tally says. Coverage is tried with fixed seeds, so nothing here fails by chance; drawn
anew, a bound of four standard errors would be missed once in 16,000 times."""

from datetime import datetime, timedelta

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import beta

from benchmarks.own_tally import (
    WORTH,
    draw_hours,
    find_coverage,
    find_coverage_of_several,
    listen_at_opening,
    listen_to,
)
from sim.experiment import simulate
from sim.own.tally import Contact, Kind, build_tally, measure_tally
from sim.own.tally.alike import ASSUMED, count_unlike, estimate_alike, find_correlation
from sim.own.tally.jeffreys import find_ends
from sim.scenario import load_scenario

NINE = datetime(2026, 11, 27, 9)


def listen(*hours):
    """Say what a tally says whose hours have so many failure, value and unsure contacts."""
    contacts = []
    for hour, (failure, value, unsure) in enumerate(hours):
        kinds = [Kind.FAILURE] * failure + [Kind.VALUE] * value + [Kind.UNSURE] * unsure
        begins = NINE + timedelta(days=hour)
        contacts += [Contact(begins + timedelta(minutes=n), kind) for n, kind in enumerate(kinds)]
    return measure_tally(build_tally(contacts))


def test_thirty_contacts_of_one_hour_of_which_one_is_unsure():
    said = listen((18, 11, 1))

    assert [f"{n:.0%}" for n in said.service[1:4]] == ["62%", "35%", "84%"]
    assert [f"{n:.0%}" for n in said.hours[0][1:4]] == ["62%", "44%", "78%"]
    assert [round(one.value, 3) for one in said.bounds] == [18 / 30, round(19 / 30, 3)]
    assert round(said.worth, 1) == 12.1
    assert said.alike == (ASSUMED, True)


def test_nothing_but_unsure_contacts_says_nothing_but_bounds():
    said = listen((0, 0, 3))

    assert np.isnan(said.service.value)
    assert said.service.why_not == "nothing has been counted yet"
    assert [one.value for one in said.bounds] == [0, 1]
    assert measure_tally(build_tally([])).to_dict()["service"]["value"] is None


@pytest.mark.parametrize(("share", "end", "at"), [(0, 0, 0.0), (1, 1, 1.0)])
def test_an_interval_includes_what_was_counted(share, end, at):
    assert find_ends(share, 5)[end] == at
    assert find_ends(share, 5)[0] <= share <= find_ends(share, 5)[1]


def test_it_is_that_of_jeffreys():
    assert_allclose(find_ends(0.6, 30), beta(18.5, 12.5).ppf([0.025, 0.975]))


def test_hours_that_differ_are_found_alike_within():
    contacts = np.full(4, 10)

    assert find_correlation(np.array([10, 0, 10, 0]), contacts) == 1
    assert find_correlation(np.array([5, 5, 5, 5]), contacts) < 0
    assert np.isnan(find_correlation(np.array([10, 10, 10, 10]), contacts))
    assert np.isnan(find_correlation(np.array([1, 0]), np.array([1, 1])))
    assert estimate_alike(np.array([5, 5, 5, 5]), contacts).correlation < ASSUMED
    assert estimate_alike(np.full(40, 5), np.full(40, 10)).correlation == 0


def test_contacts_are_worth_fewer_where_they_are_of_one_hour():
    assert_allclose(count_unlike(np.array([30]), 0.05), 30 / 2.45)
    assert_allclose(count_unlike(np.full(5, 6), 0.05), 30 / 1.25)
    assert count_unlike(np.array([3, 7]), 0.0) == 10


def test_causes_are_shares_of_the_failure_contacts_whose_cause_was_said():
    kinds = [(Kind.FAILURE, "digital")] * 3 + [(Kind.FAILURE, "budget"), (Kind.FAILURE, None)]
    said = measure_tally(build_tally(Contact(NINE, kind, cause) for kind, cause in kinds))

    assert {cause: one.value for cause, one in said.causes.items() if one.value} == {
        "digital": 0.75, "budget": 0.25,
    }  # fmt: skip
    assert said.without_cause == 1
    assert all(one.low <= one.value <= one.high for one in said.causes.values())


def test_six_at_each_of_five_times_beat_thirty_in_the_first_hour():
    plan = listen((18, 11, 1)).plan

    assert plan.width_first_times < plan.width_first_hour
    assert plan.width_at_times < plan.width_same_hour < plan.width_now
    assert measure_tally(build_tally([])).plan.width_now == 1


@pytest.mark.parametrize("share", [0.3, 0.6, 0.85])
def test_of_hours_that_are_alike_the_interval_of_the_service_holds_its_share(share):
    drawn = draw_hours(share, (30,), 4_000, ASSUMED, seed=2)[:, 0]

    assert find_coverage(drawn, 30, WORTH, share) > 0.93
    assert find_coverage(drawn, 30, 30, share) < 0.85  # as if they were not alike


def test_of_several_hours_it_holds_it_as_well_and_is_narrower():
    one, several = (draw_hours(0.6, schedule, 800, ASSUMED) for schedule in ((30,), (6,) * 5))

    covered, width = find_coverage_of_several(several, (6,) * 5, 0.6)

    assert covered > 0.92
    assert width < 0.8 * find_coverage_of_several(one, (30,), 0.6)[1]


def test_of_a_shipped_service_it_holds_what_all_its_contacts_say_unless_one_listens_at_opening():
    run = simulate(load_scenario("call-line"), "functionalised", seed=3, days=90)
    heard = listen_to(run, warm_up_days=30, hours=400)
    first = listen_at_opening(run, warm_up_days=30)

    covered, plain = (find_coverage(heard.failures, 30, n, heard.share) for n in (WORTH, 30))
    assert covered > 0.95
    assert plain < 0.93
    assert find_coverage(first.failures, 30, WORTH, first.share) < 0.9
