"""Which pool is whose, in the order in which staff are placed and engines number pools."""

import pytest

from sim.blueprint import build_blueprint, list_pools, list_premiums
from sim.eventlog import NONE
from tests.builders import build_scenario


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((), [(0, NONE), (0, 0), (0, 1)]),
        (("functionalised.centralisation.front_office_staff=0",), [(0, 0), (0, 1)]),
        (
            ("staff.total=20", "functionalised.centralisation.teams=2"),
            [(0, NONE), (0, 0), (0, 1), (1, NONE), (1, 0), (1, 1)],
        ),
    ],
)
def test_a_teams_pools_stand_together_its_front_office_first(changes, expected):
    scenario = build_scenario(*changes)
    pools = list_pools(scenario.designs["functionalised"])
    layout = build_blueprint(scenario, "functionalised").layout

    assert list(pools) == expected
    assert len(pools) == layout.pools == max(layout.worker_pool) + 1


def test_each_pool_has_the_wage_of_its_function_or_of_the_front_office():
    scenario = build_scenario(
        "staff.total=20",
        "functionalised.centralisation.teams=2",
        "functionalised.centralisation.front_office_wage=0.8",
        "functionalised.functions.pools.1.wage=1.25",
    )
    premiums = (-200_000, 0, 250_000) * 2

    assert list_premiums(scenario.designs["functionalised"]) == premiums
    assert tuple(build_blueprint(scenario, "functionalised").layout.premium_ppm) == premiums
