"""What is drawn is shorter than what is seen: by the nights and weekends that a wait lasts over."""

import numpy as np
import pytest

from sim.own.build.lying import DRAWS, Open, fit_constant, fit_exponential, fit_lognormal

OFFICE = Open(5, 8.0, 9.0)
ALWAYS = Open(7, 0.0, 24.0)


def test_whoever_is_always_open_takes_up_at_once():
    moments = np.array([0.1, 3.7, 6.99])
    assert ALWAYS.take_up(moments) == pytest.approx(moments)


@pytest.mark.parametrize(
    ("lies_until", "is_taken_up"),
    [(0.5, 0.5), (0.9, 1 + 8 / 24), (1.1, 1 + 8 / 24), (4.8, 7 + 8 / 24), (6.0, 7 + 8 / 24)],
)
def test_an_office_takes_up_when_it_opens(lies_until, is_taken_up):
    assert OFFICE.take_up(np.array([lies_until]))[0] == pytest.approx(is_taken_up)


@pytest.mark.parametrize("mean_days", [0.5, 3.0, 20.0])
def test_waits_have_the_mean_that_was_seen(mean_days):
    quantiles = -np.log1p(-(np.arange(DRAWS) + 0.5) / DRAWS)
    waits = OFFICE.find_waits(fit_exponential(OFFICE, mean_days) * quantiles)
    assert waits.mean() == pytest.approx(mean_days, rel=0.05)
    held = OFFICE.find_waits(np.array([fit_constant(OFFICE, mean_days)]))
    assert held.mean() == pytest.approx(mean_days, rel=0.25)


def test_a_lognormal_is_shorter_than_what_was_seen_of_it():
    mean, cv = fit_lognormal(OFFICE, 3.4, 0.9)
    assert mean < 3.4
    assert cv > 1
    assert fit_lognormal(ALWAYS, 3.4, 0.9)[0] == pytest.approx(3.4, rel=0.05)
