"""What a manager has made of a design can be run beside others, and comes out of a history."""

from dataclasses import replace

import pytest

from sim.blueprint import build_blueprint
from sim.engines.request import build_stop_sign
from sim.errors import RunError
from sim.experiment import RunSettings, find_frame
from sim.steering import find_steered
from sim.steering.ground import Ground
from sim.steering.manager import steer
from sim.steering.planning import build_plan, find_managers
from tests.builders import build_scenario

SMALL = build_scenario("demand.arrivals_per_day=6", "staff.total=10")
PAIR = ("functionalised", "absorbing")
SETTINGS = RunSettings(seed=3, days=40, replications=5)


@pytest.fixture(scope="module")
def steered():
    return find_steered(SMALL, "absorbing", "unit-cost", quarters=6, settings=SETTINGS)


@pytest.fixture(scope="module")
def history():
    """The same history, made step by step."""
    managers = find_managers(SMALL, ["unit-cost"])
    ground = Ground(SMALL, PAIR, seed=3, engine="fast")
    plan = build_plan(SETTINGS, find_frame(SMALL, PAIR, SETTINGS), 6, managers)
    return ground, steer(ground, "absorbing", managers[0], plan, build_stop_sign())


def test_it_is_what_the_history_ends_with(steered, history):
    scenario, became = steered
    ground, end = history[0], history[1].end
    second = {lever for nth, lever in enumerate(ground.levers) if end.mix >> nth & 1}

    assert set(became.second) == second and len(became.first) + len(second) == len(ground.levers)
    assert became.first, "the manager should have moved something"
    assert became.staff == scenario.count_staff("absorbing") == end.staff


def test_it_is_laid_out_as_the_manager_left_it_under_the_name_of_where_it_began(steered, history):
    ground, end = history[0], history[1].end
    here, there = build_blueprint(steered[0], "absorbing"), ground.build(end)

    assert here.layout.worker_pool.tolist() == there.layout.worker_pool[: end.staff].tolist()
    assert here.intake.form_share == there.intake.form_share
    assert here.decision.absorb == there.decision.absorb


def test_the_other_designs_stay_as_they_are(steered):
    assert steered[0].designs["functionalised"] == SMALL.designs["functionalised"]
    assert steered[0].designs["absorbing"] != SMALL.designs["absorbing"]


def test_another_luck_is_another_history():
    other = replace(SETTINGS, seed=4)
    found = [
        find_steered(SMALL, "absorbing", "unit-cost", quarters=6, settings=settings)[1]
        for settings in (SETTINGS, other)
    ]

    assert found[0] != found[1]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"by": "unit-kost"}, 'found "unit-kost"'),
        ({"quarters": 1}, "quarters: found 1, expected 2 to 60"),
    ],
)
def test_what_cannot_be_done_is_refused(asked, told):
    with pytest.raises(RunError, match=told):
        find_steered(
            SMALL, "absorbing", **{"by": "unit-cost", "quarters": 4, **asked}, settings=SETTINGS
        )
