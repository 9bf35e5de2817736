"""A loop that is cut no longer acts, and nothing else is changed."""

import pytest

from sim.dynamics import LOOPS, STEPS, build_twin, measure_twin, run_model
from sim.scenario import load_scenario

BUSY = load_scenario("sickness-benefit", ["loops.pressure_days=1"])
DAYS, FROM, STAFF = 112, 56, 8
POOLS = (1, 2, 3)
LASTS = "erosion"
"""A standard that has eroded shows only where pressure has gone again."""


def figures(without=None):
    model = build_twin(BUSY, "functionalised", DAYS, staff=STAFF, without=without)
    run = run_model(model, DAYS, keep_every=STEPS)
    return measure_twin(run, FROM, DAYS), run


def find(name):
    (loop,) = (loop for loop in LOOPS if loop.name == name)
    return loop


WHOLE, RUN = figures()


@pytest.mark.parametrize("name", [loop.name for loop in LOOPS if loop.name != LASTS])
def test_every_loop_acts_in_a_service_that_is_beset(name):
    cut, _ = figures(find(name))

    assert abs(WHOLE.contacts / cut.contacts - 1) > 1e-6


def test_a_standard_erodes_under_pressure_unless_that_is_cut():
    _, run = figures(find(LASTS))

    assert min(RUN.course(f"standard_{pool}").min() for pool in POOLS) < 0.999
    assert min(run.course(f"standard_{pool}").min() for pool in POOLS) == 1


def test_without_chasing_nobody_asks():
    _, run = figures(find("chasing"))

    assert run.course("total_chased")[-1] == 0
    assert RUN.course("total_chased")[-1] > 0


def test_pressure_makes_people_faster_and_then_cut():
    assert max(RUN.course(f"felt_{pool}").max() for pool in POOLS) > 1
    assert min(RUN.course(f"speed_{pool}").min() for pool in POOLS) < 1
    assert max(RUN.course(f"lacking_{pool}").max() for pool in POOLS) > 0


def test_without_speed_a_job_takes_its_time():
    _, run = figures(find("speed"))

    assert min(run.course(f"speed_{pool}").min() for pool in POOLS) == 1
