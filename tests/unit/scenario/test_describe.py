from sim.scenario import describe_keys, quantities
from tests.builders import build_scenario


def by_key(scenario, below=""):
    return {item.key: item for item in describe_keys(scenario, below)}


def test_every_quantity_is_described():
    scenario = build_scenario()

    assert {key for key, _ in quantities(scenario)} <= set(by_key(scenario))
    assert all(item.about for item in describe_keys(scenario))


def test_a_quantity_has_its_unit_bounds_range_and_source_in_words():
    content = by_key(build_scenario())["demand.known.content_minutes"]

    assert (content.value, content.unit) == (60.0, "minutes")
    assert content.possible == (0.0, 1440.0)
    assert content.plausible == (30.0, 90.0)
    assert content.source == "report"
    assert content.source_text == "Report version 1.3, table 2"


def test_a_general_word_has_no_text_of_its_own():
    variety = by_key(build_scenario())["demand.known.variety"]

    assert (variety.source, variety.source_text) == ("assumed", "")


def test_a_word_has_its_choices():
    clock = by_key(build_scenario())["designs.absorbing.targets.clock"]

    assert clock.value == "arrival"
    assert clock.choices == ("arrival", "complete")


def test_what_may_be_left_out_says_so():
    items = by_key(build_scenario())

    assert items["designs.absorbing.budget.cap_minutes"].value is None
    assert items["designs.absorbing.budget.cap_minutes"].optional
    assert items["designs.functionalised.budget.cap_minutes"].value == 45.0
    assert not items["staff.total"].optional


def test_what_belongs_to_a_function_names_it():
    items = by_key(build_scenario(), "designs.functionalised.functions")

    assert items["designs.functionalised.functions.pools.1.share"].part_of == "assess"
    assert items["designs.functionalised.functions.convey"].part_of == ""


def test_one_table_can_be_described_alone():
    items = by_key(build_scenario(), "designs.absorbing.purpose")

    assert all(key.startswith("designs.absorbing.purpose.") for key in items)
    assert "designs.absorbing.purpose.done" in items


def test_a_change_shows_as_the_source():
    items = by_key(build_scenario("staff.total=12"))

    assert items["staff.total"].source == "changed"
    assert items["staff.total"].plausible is None
