"""The staff of a world are where the work is."""

import numpy as np
import pytest

from sim.analysis.robustness.divide import count_pools, divide_staff, share_out
from sim.experiment import RunSettings, simulate
from sim.scenario.rules_staff import staff_shares
from tests.builders import build_scenario
from tests.unit.analysis.robustness.conftest import PAIR


@pytest.mark.parametrize(
    ("workers", "load", "given"),
    [
        (4, [1, 1], [2, 2]),
        (5, [3, 1], [4, 1]),
        (4, [1_000, 1, 1], [2, 1, 1]),
        (10, [50, 30, 20], [5, 3, 2]),
    ],
)
def test_workers_are_shared_out_by_load_and_one_each(workers, load, given):
    assert share_out(workers, np.array(load, float)).tolist() == given


def test_staff_go_where_calls_are():
    """The front office takes forms and calls: with ten times their minutes it gets more staff."""
    settings = RunSettings(days=60)

    def front_office(*changes):
        scenario = divide_staff(build_scenario(*changes), PAIR, settings)
        return scenario.designs["functionalised"].centralisation.front_office_staff.value

    assert front_office("functionalised.digital.form_minutes*=10") > front_office()


def test_a_divided_design_keeps_its_staff_and_one_of_a_single_pool_is_left_alone():
    scenario = build_scenario()
    divided = divide_staff(scenario, PAIR, RunSettings(days=60))

    assert sum(share for _, share in staff_shares(divided.designs["functionalised"])) == (
        pytest.approx(1)
    )
    assert divided.staff == scenario.staff
    assert divided.designs["absorbing"] == scenario.designs["absorbing"]
    assert count_pools(scenario.designs["functionalised"]) == 3


def test_it_no_longer_chokes_in_one_function():
    """With one of ten in assessment many cases are open at the end; divided anew, few."""
    starved = build_scenario(
        "demand.arrivals_per_day=20",
        "functionalised.functions.pools.intake.staff=0.7",
        "functionalised.functions.pools.assess.staff=0.1",
    )
    opened = [
        simulate(one, "functionalised", days=60).measure()["open_share"].value
        for one in (starved, divide_staff(starved, PAIR, RunSettings(days=60)))
    ]

    assert opened[0] > 0.3
    assert opened[1] < 0.05


def test_staff_of_its_own_are_all_divided():
    scenario = build_scenario("functionalised.staff.total=17")
    divided = divide_staff(scenario, PAIR, RunSettings(days=60))

    shares = [share for _, share in staff_shares(divided.designs["functionalised"])]
    assert [share * 17 for share in shares] == pytest.approx([round(s * 17) for s in shares])
    assert sum(shares) == pytest.approx(1)
