"""Whether 95 % intervals hold what is true, in logs drawn from known distributions.

Of 30 logs, fewer than 24 would hold it with a chance of 1 in 100 for a quantity whose intervals
hold it 92 times in 100; the luck is always the same.
"""

import numpy as np
import pytest

from sim.own.estimates import estimate
from sim.own.estimates.weeks import find_mean_of_days
from tests.unit.own.caselogs import draw_log

LOGS, LEAST = 30, 24
STEPS = np.arange(2, 6)
TRUE = {
    "arrivals_per_day": 4.0,
    "dispersion": 2.0,
    "steps_per_case": STEPS.mean(),
    "hand_overs_per_case": (STEPS - 1).mean() / 2,
    "faces_per_case": 1 + (STEPS - 1).mean() / 2,
    "one_face_share": (0.5 ** (STEPS - 1)).mean(),
    "ready": 1 - (0.9 ** (STEPS - 1)).mean(),
    "days_per_week": 5,
    "opens_hour": 8,
    "hours_per_day": 8,
}


@pytest.fixture(scope="module")
def found():
    return [estimate(draw_log(seed, weeks=20, per_day=4.0)) for seed in range(LOGS)]


@pytest.mark.parametrize("name", TRUE)
def test_intervals_hold_what_is_true(found, name):
    held = sum(one[name].low <= TRUE[name] <= one[name].high for one in found)

    assert held >= LEAST


def test_open_cases_do_not_shorten_what_is_estimated():
    # With a log of six weeks, a case in eight is open at its end.
    logs = [estimate(draw_log(seed, weeks=6, per_day=10.0)) for seed in range(12)]
    hands = np.mean([one["hand_overs_per_case"].value for one in logs])

    assert abs(hands - TRUE["hand_overs_per_case"]) < 0.04  # four standard errors


@pytest.mark.parametrize("alike", [0.0, 0.5])
def test_the_interval_of_a_day_holds_it_where_weeks_are_alike(alike):
    luck = np.random.default_rng(1)
    held = 0
    for _ in range(500):
        level = np.zeros(40)
        for week in range(40):
            level[week] = alike * level[week - 1] + luck.standard_normal()
        mean = find_mean_of_days(50 + 5 * level, np.full(40, 5.0))
        held += mean.low <= 10 <= mean.high

    assert 0.90 <= held / 500 <= 0.985
