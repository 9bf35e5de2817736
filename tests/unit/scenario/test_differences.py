from sim.scenario import differences
from tests.builders import build_raw, build_scenario, q
from tests.builders import read_scenario as build_from_raw


def test_a_scenario_does_not_differ_from_itself():
    assert differences(build_scenario(), build_scenario()) == []


def test_each_value_that_differs_is_listed_in_the_order_of_the_file():
    other = build_scenario("demand.variety=0", "absorbing.targets.order=deadline", "staff.total=20")

    assert differences(build_scenario(), other) == [
        ("staff.total", 10, 20),
        ("demand.known.variety", 1.5, 0),
        ("designs.absorbing.targets.order", "arrival", "deadline"),
    ]


def test_what_only_one_scenario_has_is_listed_with_nothing_in_the_other():
    other = build_scenario("functionalised.functions=absorbing", "absorbing.budget.cap_minutes=20")
    found = {key: (old, new) for key, old, new in differences(build_scenario(), other)}

    assert found["designs.functionalised.functions.pools.1.name"] == ("assess", None)
    assert found["designs.absorbing.budget.cap_minutes"] == (None, 20)


def test_a_number_is_compared_by_its_value_alone():
    raw = build_raw()
    raw["demand"]["known"]["variety"] = q(1.5)

    assert differences(build_scenario(), build_from_raw(raw, "test")) == []


def test_keys_are_those_of_changes():
    other = build_scenario("demand.variety=0", "functionalised.functions.convey=1")
    again = [f"{key}={new}" for key, _, new in differences(build_scenario(), other)]

    assert build_scenario(*again) == other
