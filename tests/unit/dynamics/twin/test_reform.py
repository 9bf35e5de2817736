"""A reform carries over who waits: nobody appears and nobody is lost."""

import pytest

from sim.dynamics import run_twin_reform
from sim.scenario import load_scenario

SERVICE = load_scenario("sickness-benefit")
PAIR = ("functionalised", "absorbing")


@pytest.mark.parametrize("pair", [PAIR, PAIR[::-1]], ids="-".join)
def test_nobody_appears_and_nobody_is_lost(pair):
    before, after = run_twin_reform(SERVICE, *pair, day=63, days=70)

    for name in ("in_system", "given_up", "total_met", "total_came", "citizen_days"):
        assert after.course(name)[0] == pytest.approx(before.course(name)[-1], rel=1e-9)
    assert after.course("time")[0] == 63


def test_work_that_is_done_is_not_done_again():
    _, after = run_twin_reform(SERVICE, *PAIR, day=63, days=91)
    spared = after.course("spared_share")

    assert 0.1 < spared[0] < 0.75
    assert spared[-1] < 0.01


def test_a_reform_to_the_same_design_changes_nothing():
    before, after = run_twin_reform(SERVICE, "absorbing", "absorbing", day=63, days=70)
    _, longer = run_twin_reform(SERVICE, "absorbing", "absorbing", day=64, days=70)

    assert after.course("total_met")[-1] == pytest.approx(longer.course("total_met")[-1])
    assert before.course("total_met")[-1] < after.course("total_met")[-1]
