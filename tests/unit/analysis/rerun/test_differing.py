"""Every number that is another is found, and none besides."""

from copy import deepcopy

import pytest

from sim.analysis.rerun.differing import find_differing

MEASURE = "end_to_end_days"


def differ(before, now):
    return [(one.measure, one.column, one.interval_only) for one in find_differing(before, now)]


def test_nothing_differs_from_itself(found):
    assert differ(found, deepcopy(found)) == []


def test_a_mean_of_a_demand_type_is_told_with_its_type(found):
    now = deepcopy(found)
    now["measures"][MEASURE]["by_demand_type"]["known"]["absorbing"]["mean"] += 1

    assert differ(found, now) == [(MEASURE, "known.absorbing", False)]


def test_an_interval_whose_mean_is_the_same_is_told_as_such(found):
    now = deepcopy(found)
    now["measures"][MEASURE]["difference"]["low"] -= 1

    assert differ(found, now) == [(MEASURE, "difference", True)]


def test_an_interval_that_is_not_there_any_more(found):
    now = deepcopy(found)
    now["measures"][MEASURE]["absorbing"] = None
    (one,) = find_differing(found, now)

    assert one.before == found["measures"][MEASURE]["absorbing"]["mean"]
    assert (one.now, one.interval_only) == (None, False)


@pytest.mark.parametrize("part", ["unit", "reason"])
def test_prose_is_no_number(found, part):
    now = deepcopy(found)
    now["measures"][MEASURE][part] = "something else"

    assert differ(found, now) == []


def test_what_is_told_of_the_designs_is_held_too(found):
    now = deepcopy(found)
    settling = now["settling"]["absorbing"]
    settling["settles"] = not settling["settles"]
    now["busiest"]["functionalised"] = {"function": "another", "utilisation": 0.5}
    told = differ(found, now)

    assert ("settling", "absorbing.settles", False) in told
    assert ("busiest", "functionalised.function", False) in told
    assert {measure for measure, *_ in told} == {"settling", "busiest"}


def test_a_measure_that_is_new_is_none_of_the_result(found):
    before = deepcopy(found)
    del before["measures"][MEASURE]

    assert differ(before, found) == []
    assert {measure for measure, *_ in differ(found, before)} == {MEASURE}
