"""Logs worked out by hand: new clients go where there is least to do, and teams lend their staff.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

import pytest

from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, service
from tests.unit.engines.telling import only, table
from tests.unit.engines.test_hand_visits import CLIENT, DUE, HOME_CARE, TWO_CLIENTS

DAY_S = 86_400
TWO_TEAMS = ("staff.total=2", "plain.centralisation.teams=2")
BY_LOAD = (*HOME_CARE, *TWO_TEAMS, "plain.centralisation.placed_by_load=1")
LENDING = (*TWO_TEAMS, "plain.centralisation.lends=1")


def pools_of_first_calls(rows: list[str]) -> list[str]:
    """The pools in which those who come are taken in: those of their teams."""
    return [row.split()[4] for row in only(rows, "enter") if "call" in row]


def test_a_new_client_goes_to_the_team_with_least_to_do_for_its_staff(play: Play) -> None:
    # By lot all of them are of the first team. The last one finds an hour a day in both.
    contents = (CLIENT._replace(content_s=s, visits_per_day=v) for s, v in
                ((3_600, 1), (1_800, 1), (600, 3), (600, 1)))  # fmt: skip
    log = play(service(*BY_LOAD), *contents)
    assert pools_of_first_calls(log) == ["0", "1", "1", "0"]


def test_whose_visits_have_ended_weighs_on_no_team(play: Play) -> None:
    first = CLIENT._replace(content_s=3_600, episode_s=DAY_S)
    stays = CLIENT._replace(content_s=1_800, episode_s=9 * DAY_S)
    late = stays._replace(arrives_s=5 * DAY_S)
    log = play(service(*BY_LOAD), first, stays, late, days=6)
    assert pools_of_first_calls(log) == ["0", "1", "0"]


def test_a_team_with_more_staff_takes_more(play: Play) -> None:
    # Two members of staff in the first team, one in the second: 1,800 for two is less than for one.
    log = play(service(*BY_LOAD, "staff.total=3"), CLIENT, CLIENT, CLIENT)
    assert pools_of_first_calls(log) == ["0", "1", "0"]


def test_a_visit_that_would_wait_is_lent_a_worker_of_another_team(play: Play) -> None:
    log = play(service(*HOME_CARE, *LENDING), *TWO_CLIENTS)
    over = DUE + 2_340
    assert [row for row in only(log, "enter", "start", "finish") if "visit" in row] == table(f"""
        {DUE}   enter   0  -  0  1  visit  1     -
        {DUE}   start   0  0  0  1  visit  0     -
        {DUE}   enter   1  -  1  1  visit  1     -     # it waits, and is worked, over there
        {DUE}   start   1  1  1  1  visit  0     -
        {over}  finish  0  0  0  1  visit  2340  -
        {over}  finish  1  1  1  1  visit  2340  -
    """)


@pytest.mark.parametrize(("lends", "pools"), [(0, ["0", "0", "0"]), (1, ["0", "1", "0"])])
def test_whoever_finds_nobody_free_in_either_team_waits_in_its_own(
    play: Play, lends: int, pools: list[str]
) -> None:
    # Cases of one second: the third one waits where it belongs.
    change = f"plain.centralisation.lends={lends}"
    log = play(service(*TWO_TEAMS, change), *(Citizen(0, key=n + 1) for n in range(3)))
    assert [row.split()[4] for row in only(log, "enter")] == pools


def test_a_call_is_never_lent(play: Play) -> None:
    log = play(service(*HOME_CARE, *LENDING), *TWO_CLIENTS)
    assert pools_of_first_calls(log) == ["0", "0"]
