import pytest

from sim.scenario import describe_keys
from sim.web.numbers_shown import find_scale, label, nice_step, write_range, write_value
from tests.builders import build_scenario


def item(key):
    return next(item for item in describe_keys(build_scenario()) if item.key == key)


def test_shares_are_shown_in_percent_and_read_back_as_shares():
    scale = find_scale(item("designs.functionalised.standards.absorb"))

    assert scale.show(0.969) == 96.9
    assert scale.read(96.9) == "0.969"
    assert scale.form.endswith("%%")


@pytest.mark.parametrize(
    ("span", "step"), [(1.5, 1), (0.1, 0.1), (0.7, 0.5), (30, 20), (0.004, 0.002), (0, 0.01)]
)
def test_steps_are_round_numbers(span, step):
    assert nice_step(span) == step


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
    assert label(item(key)) == words


def test_values_are_written_with_their_unit():
    absorb = item("designs.functionalised.standards.absorb")

    assert write_value(absorb, 0.5) == "50\N{NO-BREAK SPACE}%"
    assert write_range(absorb) == "30\N{NO-BREAK SPACE}% to 90\N{NO-BREAK SPACE}%"
    assert write_value(item("staff.total"), 10.0) == "10"
    assert write_value(item("designs.absorbing.budget.cap_minutes"), None) == "none"
    assert write_value(item("designs.absorbing.targets.clock"), "arrival") == "arrival"
    assert write_range(item("staff.total")) == ""
