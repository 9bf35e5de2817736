import numpy as np
import pytest

from sim.measures.reading import Reading, exceeded_by_one_in, order_by_time


def test_earlier_times_come_first_and_of_one_time_the_first_place():
    times_s = np.array([7, 3, 7, 0, 3])
    assert order_by_time(times_s).tolist() == [3, 1, 4, 0, 2]


def test_it_is_a_stable_sort():
    times_s = np.random.default_rng(1).integers(0, 400, 3_000) * 86_400
    assert (order_by_time(times_s) == np.argsort(times_s, kind="stable")).all()


def test_nothing_has_no_order():
    assert order_by_time(np.array([], np.int64)).tolist() == []


@pytest.mark.parametrize(("number", "value"), [(2, 50), (10, 90), (20, 95), (100, 99)])
def test_a_value_is_exceeded_by_one_in_so_many(number, value):
    assert exceeded_by_one_in(number, np.arange(1, 101)).value == value


def test_never_by_more_of_few():
    # Of 19 one is exceeded by one; two would be more than one in ten.
    assert exceeded_by_one_in(10, np.arange(1, 20)).value == 18
    assert exceeded_by_one_in(20, np.arange(1, 20)) == Reading(
        None,
        "there are fewer than 20 to tell it from",
    )
