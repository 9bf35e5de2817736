"""Every quantity that a file does not state is traced to where it is taken from."""

from sim.scenario import Taken, load_scenario, quantities
from sim.scenario.completing import read_mechanisms
from sim.scenario.tracing import trace_taken
from tests.builders import build_raw, q


def sharing(**designs):
    raw = build_raw() | {"mechanisms": "shared"}
    raw["designs"] |= designs
    return raw


def test_a_file_that_states_everything_takes_nothing():
    assert trace_taken(build_raw()) == {}


def test_what_is_shared_is_traced_to_its_key_there():
    raw = sharing()
    del raw["designs"]["absorbing"]["functions"]["convey"]
    del raw["demand"]["known"]["tell"]

    taken = trace_taken(raw)

    key = "designs.absorbing.functions.convey"
    assert taken[key] == Taken(True, "designs.case.every.functions.convey")
    assert taken["demand.known.tell"] == Taken(True, "demand.case.tell")
    assert "designs.functionalised.functions.convey" not in taken


def test_what_another_design_states_is_traced_to_it():
    third = {"like": "functionalised", "purpose": {"check": q(1)}}
    taken = trace_taken(sharing(third=third))

    key = "designs.third.functions.pools.1.staff"
    assert taken[key] == Taken(False, "designs.functionalised.functions.pools.1.staff")
    assert "designs.third.purpose.check" not in taken
    notice = taken["designs.third.purpose.notice"]
    assert notice == Taken(False, "designs.functionalised.purpose.notice")


def test_a_shipped_service_is_traced_and_holds_what_it_takes():
    scenario, shared = load_scenario("sickness-benefit"), read_mechanisms()
    by_key = dict(quantities(scenario))

    assert scenario.taken
    for key, taken in scenario.taken.items():
        if taken.is_shared:
            assert by_key[key].value == find(shared, taken.key)["is"]
        else:
            assert by_key[key].value == by_key[taken.key].value


def test_a_change_does_not_hide_where_a_quantity_was_taken_from():
    scenario = load_scenario("sickness-benefit")

    assert scenario.changed("demand.variety=0").taken == scenario.taken


def find(table, key):
    for part in key.split("."):
        table = table[int(part) if isinstance(table, list) else part]
    return table
