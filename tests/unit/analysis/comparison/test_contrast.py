import numpy as np

from sim.analysis.comparison.compare import contrast
from sim.experiment import Sample


def contrast_days(first, second):
    name = "end_to_end_days"
    return contrast("SEK", {name: sample(first, second)})[name]


def sample(first, second):
    values = np.array([first, second], float).T
    return Sample(values, np.where(np.isnan(values), "nobody came", None))


def test_the_currency_is_filled_in():
    cost = {"cost_per_citizen_helped": sample([1.0, 2.0], [1.0, 2.0])}

    (compared,) = contrast("SEK", cost).values()

    assert compared.unit.startswith("SEK")
    assert compared.reason is None


def test_a_measure_of_one_design_only_keeps_that_ones_interval():
    compared = contrast_days([1.0, 2.0], [None, None])

    assert compared.first.mean == 1.5
    assert compared.second is compared.difference is None
    assert compared.reason == "nobody came"


def test_a_measure_of_some_runs_says_in_how_many_it_is_missing():
    compared = contrast_days([1.0, 2.0, 3.0], [None, 2.0, 3.0])

    assert compared.second.mean == 2.5
    assert compared.difference.mean == 0
    assert compared.reason == "nobody came (in 1 of 6 runs)"
