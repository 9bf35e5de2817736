import pytest

from sim.scenario import describe_keys
from sim.web.explore.scale import find_scale, nice_step
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
