import numpy as np

from sim.measures.reading import order_by_time


def test_earlier_times_come_first_and_of_one_time_the_first_place():
    times_s = np.array([7, 3, 7, 0, 3])
    assert order_by_time(times_s).tolist() == [3, 1, 4, 0, 2]


def test_it_is_a_stable_sort():
    times_s = np.random.default_rng(1).integers(0, 400, 3_000) * 86_400
    assert (order_by_time(times_s) == np.argsort(times_s, kind="stable")).all()


def test_nothing_has_no_order():
    assert order_by_time(np.array([], np.int64)).tolist() == []
