"""Reform: a case stands in the new design where the same share of its content is done."""

import pytest

from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.reform import move_case
from tests.unit.engines.reference.worlds import world_of
from tests.unit.engines.stories import functions


def moved(fresh_s: list[int], again_s: list[int], *shares: float) -> World:
    world = world_of(f"staff.total={len(shares)}", functions(*shares), citizens=1)
    case = world.cases[0]
    case.need.content_s, case.need.fresh_s, case.need.again_s = 600, fresh_s, again_s
    move_case(world, case)
    return world


@pytest.mark.parametrize(
    ("fresh_s", "shares", "now_s", "function"),
    [
        ([600], (0.5, 0.5), [300, 300], 0),  # nothing done yet
        ([0, 300], (1,), [300], 0),  # half done, one function
        ([0, 300], (0.25, 0.25, 0.5), [0, 0, 300], 2),
        ([0, 300], (0.25, 0.5, 0.25), [0, 150, 150], 1),
        ([100, 0], (0.5, 0.5), [0, 100], 1),  # what a cap had cut is done last
        ([0, 0], (0.5, 0.5), [0, 0], 1),  # all done: only the decision is left
    ],
)
def test_the_same_share_of_content_is_done(
    fresh_s: list[int], shares: tuple[float, ...], now_s: list[int], function: int
) -> None:
    case = moved(fresh_s, [0] * len(fresh_s), *shares).cases[0]
    assert case.need.fresh_s == now_s
    assert sum(case.need.fresh_s) == sum(fresh_s)
    assert case.handling.function == function


def test_rework_is_divided_anew_and_begins_in_front() -> None:
    case = moved([0, 0], [100, 50], 0.5, 0.5).cases[0]
    assert (case.need.again_s, case.handling.function) == ([75, 75], 0)


def test_a_citizen_belongs_to_a_team_of_the_new_design() -> None:
    world = world_of("staff.total=4", "plain.centralisation.teams=4", citizens=1)
    case = world.cases[0]
    case.person = case.person._replace(team=0.6)
    move_case(world, case)
    assert case.team == 2
