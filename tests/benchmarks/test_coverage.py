import numpy as np

from benchmarks.coverage import BEGINS, ENDS, NAMES, PAGE, cover, list_intervals
from sim.experiment import Sample


def test_an_interval_covers_what_lies_between_its_ends():
    truth = np.array([[5.0]])
    by_seed = [np.array([[[mean, mean - 1, mean + 1]]]) for mean in (3.9, 4.0, 5.5, 6.1)]

    assert cover(by_seed, truth) == [[0.5]]


def test_what_not_every_seed_has_is_not_counted():
    by_seed = [np.array([[[5.0, 4.0, 6.0]]]), np.full((1, 1, 3), np.nan)]

    assert np.isnan(cover(by_seed, np.array([[5.0]]))).all()


def test_the_intervals_are_those_of_a_comparison():
    values = np.array([[0.9, 0.2], [0.8, 0.1], [0.7, 0.3]])
    samples = {name: Sample(values, np.full(values.shape, None)) for name in NAMES}

    intervals = list_intervals(samples)

    assert intervals.shape == (len(NAMES), 3, 3)
    share = NAMES.index("failure_demand_share")
    assert np.allclose(intervals[share, :, 0], [0.8, 0.2, -0.6])
    assert (intervals[share, :2, 1:] > 0).all()
    assert (intervals[share, :2, 1:] < 1).all()


def test_the_page_has_a_place_for_the_table():
    text = PAGE.read_text()

    assert text.count(BEGINS) == text.count(ENDS) == 1
    assert text.index(BEGINS) < text.index(ENDS)
