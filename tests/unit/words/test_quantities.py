import pytest

from sim.scenario import describe_keys
from sim.words import speaking
from sim.words.quantities import label_quantity, say_choice, write_plausible, write_value_of
from tests.builders import build_scenario


def item(key):
    return next(item for item in describe_keys(build_scenario()) if item.key == key)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("designs.absorbing.centralisation.teams", "Teams with their own citizens"),
        ("designs.absorbing.purpose.check_minutes", "Minutes of a check"),
        ("designs.absorbing.purpose.done", "What counts as done"),
        ("designs.absorbing.centralisation.travel_minutes", "Travel to a visit (minutes)"),
        ("designs.absorbing.functions.pools.0.share", "Whole: share of a case's content (%)"),
    ],
)
def test_labels_are_short_and_have_a_unit(key, words):
    assert label_quantity(item(key)) == words


def test_values_are_written_with_their_unit():
    absorb = item("designs.functionalised.standards.absorb")

    assert write_value_of(absorb, 0.5) == "50%"
    assert write_plausible(absorb) == "30% to 90%"
    assert write_value_of(item("staff.total"), 10.0) == "10"
    assert write_value_of(item("designs.absorbing.budget.cap_minutes"), None) == "none"
    assert write_value_of(item("designs.absorbing.targets.clock"), "arrival") == "at arrival"
    assert write_plausible(item("staff.total")) == ""


def test_money_has_its_currency_and_one_of_a_unit_is_one():
    price, days = item("costs.unmet_need"), item("designs.absorbing.targets.days")

    with speaking("sv"):
        assert write_value_of(price, 353.0) == "353\N{NO-BREAK SPACE}kr"
        assert write_value_of(price, 0.0) == "0\N{NO-BREAK SPACE}kr"
        assert label_quantity(price).endswith("(kr)")
        assert write_value_of(days, 1.0) == "1\N{NO-BREAK SPACE}kalenderdag"
        assert write_value_of(days, 0.5) == "0,5\N{NO-BREAK SPACE}kalenderdagar"


def test_values_are_written_as_the_language_has_them():
    travel = item("designs.absorbing.centralisation.travel_minutes")

    with speaking("sv"):
        assert write_value_of(travel, 1250.5).startswith("1\N{NO-BREAK SPACE}250,5")


def test_every_choice_has_words():
    keys = [key for key in describe_keys(build_scenario()) if key.choices]

    assert keys
    assert all(say_choice(key, word) for key in keys for word in key.choices)
