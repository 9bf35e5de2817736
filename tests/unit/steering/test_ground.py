"""What can be moved: mixes of two designs, and staff."""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.engines import get_engine
from sim.engines.request import RunRequest, build_stop_sign
from sim.errors import RunError
from sim.population import draw_citizens
from sim.scenario import load_scenario
from sim.steering.ground import STAFF, Ground
from sim.steering.stance import Stance
from tests.builders import build_scenario

PAIR = ("functionalised", "absorbing")
CHANGES = ("staff.total=21", "staff.temps=0", "designs.centralisation.placed_by_load=1")


def ground_of(scenario):
    return Ground(scenario, PAIR, seed=3, engine="fast")


@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_places_that_nobody_has_change_nothing(engine):
    """No client is placed by them, and nobody is paid for them."""
    scenario = load_scenario("home-care", CHANGES)
    citizens = draw_citizens(scenario, 1, 0, 30)
    one, other = get_engine(engine).simulate_batch(
        [
            RunRequest(build_blueprint(scenario, "absorbing", places=places), citizens, 7, 30)
            for places in (21, 42)
        ],
        build_stop_sign(),
    )

    for table in ("courses", "shifts", "tallies"):
        pairs = zip(getattr(one, table), getattr(other, table), strict=True)
        assert all(np.array_equal(column, same) for column, same in pairs), table


def test_each_design_begins_with_its_own_staff():
    ground = ground_of(build_scenario("absorbing.staff.total=6", "staff.total=10"))

    assert [ground.begin(design).staff for design in PAIR] == [10, 6]
    assert ground.places == 20
    assert STAFF not in ground.levers
    assert [trial.lever for trial in ground.list_trials()].count(STAFF) == 2


def test_the_two_designs_stay_as_they_are():
    scenario = build_scenario()
    ground = ground_of(scenario)

    for design in PAIR:
        built = ground.build(ground.begin(design))
        own = build_blueprint(scenario, design, places=ground.places)
        assert built.layout.worker_pool.tolist() == own.layout.worker_pool.tolist()
        assert built.decision.absorb == own.decision.absorb
        assert built.intake.form_share == own.intake.form_share


def test_a_mix_has_its_staff_where_its_work_is():
    """With forms gone, the function that takes citizens in has more to do than it was given."""
    scenario = build_scenario("staff.total=40")
    ground = ground_of(scenario)
    digital = 1 << ground.levers.index("digital")

    before, after = (
        np.bincount(ground.build(Stance(mix, 40)).layout.worker_pool[:40]) for mix in (0, digital)
    )
    assert before.sum() == after.sum() == 40
    assert after[0] > before[0]


def test_two_designs_that_differ_in_nothing_but_staff_are_refused():
    raw = build_scenario().to_table()
    raw["designs"]["absorbing"] = raw["designs"]["functionalised"]
    from sim.scenario import build_scenario as build

    with pytest.raises(RunError, match="there is nothing to move"):
        ground_of(build(raw, "alike"))
