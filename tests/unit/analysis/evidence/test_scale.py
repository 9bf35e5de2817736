"""On the scale of what is tolerated, figures of any unit stand beside one another."""

import pytest

from sim.analysis.evidence import EvidenceRow, OnScale, place_on_scale
from sim.results import Interval

ROW = EvidenceRow(
    id="Q00",
    service="s",
    section="1",
    says="x",
    reported=60.0,
    tolerance=(50.0, 70.0),
    simulated=Interval(65.0, 60.0, 72.0),
)


def test_its_ends_are_what_is_tolerated():
    assert place_on_scale(ROW) == OnScale(reported=0.0, simulated=0.5, low=0.0, high=1.2)


@pytest.mark.parametrize(
    ("tolerance", "mean"), [((0.0, 0.05), 0.04), ((-0.01, 0.0), 0.007), ((0.8, 0.98), 0.5)]
)
def test_a_figure_is_beyond_them_where_it_is_not_tolerated(tolerance, mean):
    row = ROW._replace(
        reported=tolerance[0], tolerance=tolerance, simulated=Interval(mean, mean, mean)
    )

    is_met = tolerance[0] <= mean <= tolerance[1]
    assert (abs(place_on_scale(row).simulated) <= 1) == is_met


def test_what_is_not_simulated_has_no_place():
    assert place_on_scale(ROW._replace(simulated=None)) is None
