from sim.analysis.calibration.mechanisms import CONSTANTS, list_departures
from sim.scenario import build_scenario, quantities
from tests.builders import build_raw
from tests.builders import build_scenario as build_small


def named(name: str, *changes: str):
    """The small service under another name, with changes."""
    small = build_small(*changes)
    return small.model_copy(update={"service": small.service.model_copy(update={"name": name})})


def test_services_with_the_same_constants_do_not_depart():
    assert list_departures(named("one"), [named("two"), named("three")]) == []


def test_a_constant_that_differs_is_listed_beside_what_most_have():
    others = [named("two"), named("three"), named("four", "absorbing.functions.convey=0.5")]
    (departure,) = list_departures(named("one", "absorbing.functions.convey=0.7"), others)

    assert departure.key == "designs.absorbing.functions.convey"
    assert (departure.value, departure.usual) == (0.7, 0.9)


def test_what_the_case_implies_may_differ():
    assert list_departures(named("one", "demand.variety=9", "staff.total=40"), [named("two")]) == []


def test_its_own_numbers_are_not_what_others_have():
    one = named("one", "absorbing.functions.convey=0.7")
    assert list_departures(one, [one, one, named("two")]) != []


def test_every_constant_is_a_quantity_of_the_schema():
    keys = [key for key, _ in quantities(build_scenario(build_raw(), "test"))]
    assert [name for name in CONSTANTS if not any(key.endswith(name) for key in keys)] == []
