import numpy as np
import pytest

from sim.experiment import Sample
from sim.experiment.intervals import build_interval
from sim.measures import Scale


def sample(first, second, wholes=None):
    values = np.array([first, second], float).T
    cases = None if wholes is None else np.full(values.shape, float(wholes))
    return Sample(values, np.full(values.shape, None), cases)


def test_the_interval_of_a_cell_lies_within_the_scale():
    shares = sample([0.9, 1.0, 0.7], [0.1, 0.2, 0.1])

    assert shares.interval_of(0, Scale.SHARE) == build_interval([0.9, 1.0, 0.7], Scale.SHARE)
    assert shares.interval_of(0, Scale.SHARE).high < 1


def test_a_difference_is_paired_and_has_no_bounds():
    pair = sample([9.0, 5.0, 1.0], [1.0, 2.0, 3.0])

    assert pair.difference(Scale.AMOUNT) == build_interval([-8.0, -3.0, 2.0])
    assert pair.difference(Scale.AMOUNT, (1, 0)) == build_interval([8.0, 3.0, -2.0])


def test_where_neither_saw_an_event_either_may_have_some():
    never = sample([0, 0], [0, 0], wholes=500)
    first, second = (never.interval_of(place, Scale.SHARE) for place in (0, 1))

    assert never.difference(Scale.SHARE) == (0, -first.high, second.high)
    assert never.difference(Scale.SHARE).sure_sign == 0
    always = sample([1, 1], [1, 1], wholes=500).difference(Scale.SHARE)
    assert always == (0, -second.high, first.high)


def test_alike_in_each_run_is_no_difference_where_something_was_seen():
    alike = sample([0.2, 0.3], [0.2, 0.3], wholes=500)

    assert alike.difference(Scale.SHARE) == (0, 0, 0)


def test_an_event_in_one_only_is_a_difference():
    seen = sample([0.01, 0.02], [0, 0], wholes=500)

    assert seen.difference(Scale.SHARE) == build_interval([-0.01, -0.02])


def test_the_first_replications_keep_of_how_many_they_are():
    cut = sample([0, 0, 1], [0, 0, 0], wholes=100).first(2)

    assert cut.interval_of(0, Scale.SHARE).high == pytest.approx(1 - 0.025 ** (1 / 200))
