from sim.experiment.contrast import contrast
from sim.measures import Reading
from tests.builders import build_scenario

SCENARIO = build_scenario()
NOT_HERE = Reading(None, "nobody came")


def contrast_days(first, second):
    name = "end_to_end_days"
    return contrast(SCENARIO, {name: first}, {name: second})[name]


def readings(*values):
    return [NOT_HERE if value is None else Reading(value) for value in values]


def test_the_currency_is_filled_in():
    cost = {"cost_per_citizen_helped": readings(1.0, 2.0)}

    (compared,) = contrast(SCENARIO, cost, cost).values()

    assert compared.unit.startswith("SEK")
    assert compared.reason is None


def test_a_measure_of_one_design_only_keeps_that_ones_interval():
    compared = contrast_days(readings(1.0, 2.0), readings(None, None))

    assert compared.first.mean == 1.5
    assert compared.second is compared.difference is None
    assert compared.reason == "nobody came"


def test_a_measure_of_some_runs_says_in_how_many_it_is_missing():
    compared = contrast_days(readings(1.0, 2.0, 3.0), readings(None, 2.0, 3.0))

    assert compared.second.mean == 2.5
    assert compared.difference.mean == 0
    assert compared.reason == "nobody came (in 1 of 6 runs)"
