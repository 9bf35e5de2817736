import numpy as np

from sim.experiment import Sample
from sim.experiment.stopping import FLOOR_OF_SHARE, WATCHED
from sim.experiment.stopping import is_enough as is_enough_of
from sim.measures import MEASURES

STEADY = [100.0, 100.1, 99.9, 100.0, 100.0]
WILD = [60.0, 140.0, 100.0, 80.0, 120.0]


def samples(**changed):
    return {name: changed.get(name, STEADY) for name in WATCHED}


def is_enough(first, second):
    """Ask of the samples of two designs, by measure."""
    pairs = {name: np.array([first[name], second[name]], float).T for name in WATCHED}
    no_reasons = np.full((len(STEADY), 2), None)
    return is_enough_of({name: Sample(values, no_reasons) for name, values in pairs.items()})


def shifted(values, by):
    return [value + by for value in values]


def test_the_measures_watched_exist():
    assert set(WATCHED) <= MEASURES.keys()


def test_steady_measures_are_enough():
    assert is_enough(samples(), {name: shifted(STEADY, 30) for name in WATCHED})


def test_one_wild_measure_is_not_enough():
    assert not is_enough(samples(), samples(end_to_end_days=WILD))
    assert not is_enough(samples(end_to_end_days=WILD), samples())


def test_the_difference_is_watched_too():
    # Either mean is known to within 5 %, but not a difference of 10 between them.
    up = [100.0, 104.0, 96.0, 102.0, 98.0]
    down = [110.0, 106.0, 114.0, 108.0, 112.0]

    assert not is_enough(samples(end_to_end_days=up), samples(end_to_end_days=down))
    assert is_enough(samples(end_to_end_days=up), samples(end_to_end_days=shifted(up, 10)))


def test_no_difference_need_not_be_known_to_within_5_percent_of_nothing():
    assert is_enough(samples(), samples())


def test_a_share_near_0_has_a_floor():
    tiny = [value * FLOOR_OF_SHARE for value in (0.0, 0.5, 0.1, 0.3, 0.2)]

    assert is_enough(samples(failure_demand_share=tiny), samples(failure_demand_share=tiny))


def test_what_does_not_apply_everywhere_is_not_watched():
    some = [None, 3.0, 300.0, None, 1.0]

    assert is_enough(samples(faces_per_month=some), samples(faces_per_month=WILD))
