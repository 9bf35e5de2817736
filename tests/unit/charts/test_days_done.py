"""Days within which cases are done: what the axis marks."""

import numpy as np
import pytest

from sim.charts.days_done import plot_days_done
from sim.charts.tokens import LIGHT
from sim.own.forecast import SHARES, Curves


def plot(low, high):
    days = np.geomspace(low, high, len(SHARES))
    unknown = np.full(len(SHARES), np.nan)
    return plot_days_done(Curves(days, days, unknown), LIGHT)


@pytest.mark.parametrize(("low", "high", "marks"), [
    (1.5, 90.0, (2, 5, 10, 20, 50)),
    (0.01, 9_000.0, (0.1, 1, 10, 100, 1000)),
])  # fmt: skip
def test_marks_are_round_and_among_what_is_shown(low, high, marks):
    assert plot(low, high).layout.xaxis.tickvals == pytest.approx(marks)


def test_nothing_known_marks_nothing():
    assert plot(np.nan, np.nan).layout.xaxis.tickvals == ()
