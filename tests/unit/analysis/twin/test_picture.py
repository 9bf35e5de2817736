"""The loops of a design, and what one of them adds."""

import pickle

import pytest

from sim.analysis.twin.loops import find_acting, find_without, tell_acting
from sim.analysis.twin.picture import find_loop_picture
from sim.dynamics.twin.tipping import find_figures
from sim.scenario import load_scenario

DESIGN = "absorbing"


@pytest.fixture(scope="module")
def scenario():
    return load_scenario("pooling-small-service")


@pytest.fixture(scope="module")
def picture(scenario):
    return find_loop_picture(scenario, DESIGN)


def test_the_figures_are_those_of_the_twin(scenario, picture):
    assert picture.figures == pytest.approx(find_figures(scenario, DESIGN))


def test_whoever_waits_asks_and_it_can_be_sent(picture):
    sent = pickle.loads(pickle.dumps(picture))

    links = {(link.source, link.target): link.sign for link in sent.graph.links}
    assert links["asking", "calls"] == "+"
    assert sent.graph.nodes[0].label.template == "cases waiting for staff"


def test_a_loop_adds_what_it_does_in_the_table_of_loops(scenario, picture):
    staff = scenario.count_staff(DESIGN)
    cut = find_without(scenario, DESIGN, "chasing")

    acting = tell_acting(DESIGN, staff, "chasing", picture.figures, cut)

    table = {one.loop: one for one in find_acting(scenario, DESIGN, (staff,), lambda: None)}
    assert acting.changes == pytest.approx(table["chasing"].changes)


def test_nothing_is_told_of_a_loop_near_tipping(picture):
    near = picture.figures._replace(busiest=0.98)

    for whole, cut in ((near, picture.figures), (picture.figures, near)):
        changes = tell_acting(DESIGN, 6, "chasing", whole, cut).changes
        assert set(changes.values()) == {None}
