"""A model is gathered into a few things, whose links are what all paths together come to."""

import pytest

from sim.dynamics.drawing.loops import gather_links
from sim.dynamics.system.equations import Quantity, Stock, build_model
from sim.dynamics.system.run import run_model

LABELS = {"hares": "hares", "foxes": "foxes"}
GROUPS = {"young": "hares", "old": "hares", "foxes": "foxes"}


def prey():
    """Young hares grow up, foxes eat old ones and live by them; nobody eats the young."""
    return build_model(
        "prey",
        1 / 16,
        [
            Stock("young", 10.0, ("born",), ("grow_up",), "animals"),
            Stock("old", 10.0, ("grow_up",), ("eaten",), "animals"),
            Stock("foxes", 2.0, ("raised",), ("die",), "animals"),
        ],
        [
            Quantity("born", "old * 0.5", "animals/day", is_flow=True),
            Quantity("grow_up", "young * 0.3", "animals/day", is_flow=True),
            Quantity("bites", "old * foxes", "animals*animals"),
            Quantity("eaten", "bites * 0.05", "animals/day", is_flow=True),
            Quantity("raised", "bites * 0.01", "animals/day", is_flow=True),
            Quantity("die", "foxes * 0.1", "animals/day", is_flow=True),
        ],
    )


def signs(groups, model=None):
    model = model or prey()
    graph = gather_links(model, run_model(model, 20), groups, LABELS)
    return {(link.source, link.target): link.sign for link in graph.links}


def test_more_hares_more_foxes_and_more_foxes_fewer_hares():
    assert signs(GROUPS) == {("hares", "foxes"): "+", ("foxes", "hares"): "-"}


def test_what_belongs_to_nothing_is_passed_through_and_what_is_held_is_not():
    groups = {"old": "hares", "bites": "foxes"}

    assert signs(groups) == {("hares", "foxes"): "+", ("foxes", "hares"): "-"}
    assert ("hares", "foxes") not in signs({"young": "hares", "bites": "foxes"})


def test_what_goes_now_this_way_and_now_that_has_both_signs():
    model = build_model(
        "turning",
        1 / 16,
        [
            Stock("young", 0.0, ("come",), (), "animals"),
            Stock("foxes", 1.0, ("turn",), (), "animals"),
        ],
        [
            Quantity("come", "1", "animals/day", is_flow=True),
            Quantity("turn", "young * (20 - young)", "animals/day", is_flow=True),
        ],
    )

    assert signs({"young": "hares", "foxes": "foxes"}, model) == {("hares", "foxes"): "±"}


@pytest.mark.parametrize("thing", ["hares", "foxes"])
def test_no_link_runs_from_a_thing_to_itself(thing):
    assert (thing, thing) not in signs(GROUPS)
