"""The cohort is followed until it is closed; what never closes does not settle."""

import pytest

from sim.analysis.comparison import compare
from sim.experiment import RunSettings, find_frame
from sim.experiment.cells import FOLLOW_UP_DAYS
from sim.scenario import load_scenario

DESIGNS = ("functionalised", "absorbing")


def test_slow_cases_are_followed_longer():
    permits = load_scenario("building-permits")
    asked = {"days": 120, "replications": 10, "warm_up_day": 60}

    cut_short = compare(permits, follow_up_days=FOLLOW_UP_DAYS, **asked)
    followed = compare(permits, **asked)

    assert cut_short.settling[0].open_share > 0.1
    assert followed.settling[0].open_share < 0.01
    short, whole = (c.measures["end_to_end_days"].first.mean for c in (cut_short, followed))
    assert short < 0.75 * whole


def test_more_work_than_staff_does_not_settle_and_is_not_followed_for_ever():
    busier = load_scenario("sickness-benefit").changed("demand.arrivals_per_day*=2.3")

    found = compare(busier, replications=5)
    divided, whole = found.settling

    assert not divided.settles
    assert whole.settles
    assert found.provenance.follow_up_days == FOLLOW_UP_DAYS
    told = found.tell()["end_to_end_days"]
    assert told.first is None
    in_json = found.measures["end_to_end_days"]  # all of it, for researchers
    assert told.second == in_json.second
    assert in_json.first.mean > in_json.second.mean


def test_what_is_asked_for_is_kept_to():
    settings = RunSettings(warm_up_day=7, follow_up_days=30)

    frame = find_frame(load_scenario("building-permits"), DESIGNS, settings)

    assert (frame.warm_up_day, frame.follow_up_days) == (7, 30)


@pytest.mark.parametrize(("days", "settles"), [(300, False), (2_400, True)])
def test_clients_at_the_start_are_beginners_until_they_are_replaced(days, settles):
    found = compare(load_scenario("home-care"), days=days, replications=3)

    assert found.settles == settles
