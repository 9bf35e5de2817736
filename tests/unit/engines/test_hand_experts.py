"""Logs worked out by hand: particulars that need an expert, where somebody is one or nobody.

Columns: time (s), event, citizen, staff, pool, attempt, step, amount, cause.
"""

import pytest

from tests.unit.engines.conftest import Play
from tests.unit.engines.stories import Citizen, functions, service
from tests.unit.engines.telling import only, table
from tests.unit.engines.test_hand_visits import CLIENT, HOME_CARE

ONE = Citizen(100, particulars=1)
DEEP = ("demand.expert=1", "plain.functions.expertise=0", "demand.return_days=1")


def test_what_needs_an_expert_does_not_fit_where_nobody_is_one(play: Play) -> None:
    log = only(play(service(*DEEP), ONE), "close", "met")
    assert log[0] == "760 close 0 - - 1 0 660 -"
    assert only(log, "met") == []


def test_it_fits_where_a_function_knows(play: Play) -> None:
    divided = ("staff.total=2", functions(0.5, 0.5), "plain.functions.pools.0.expert=1")
    assert only(play(service(*DEEP, *divided), ONE), "start", "close", "met") == table("""
        100  start  0  0  0  1  work  0    -          # 60 + 300
        460  start  0  1  1  1  work  0    -
        760  close  0  -  -  1  0     660  -
        760  met    0  -  -  1  0     600  -
    """)


def test_an_exception_does_not_give_knowledge(play: Play) -> None:
    asked = ("plain.purpose.done=need", "plain.standards.exception_chance=1")
    unfit = service(*DEEP, *asked)
    assert only(play(unfit, ONE), "met") == []
    ruled = service(*asked, "plain.standards.absorb=0", "demand.return_days=1")
    assert only(play(ruled, ONE), "met") == ["760 met 0 - - 1 1 600 -"]


@pytest.mark.parametrize(("knows", "missed"), [(0, 0), (1, 1)])
def test_visits_are_made_by_the_first_function_whoever_knows_in_the_others(
    play: Play, knows: int, missed: int
) -> None:
    divided = (functions(0.5, 0.5), "staff.total=2", f"plain.functions.pools.{knows}.expert=1")
    log = play(service(*HOME_CARE, *DEEP[:2], *divided), CLIENT, days=2)
    assert [row.split()[6] for row in only(log, "visit")] == [str(missed)]


def test_experts_among_some_help_by_how_many_they_are() -> None:
    some = (functions(0.5, 0.5), "staff.total=2", "plain.functions.expertise=0.2")
    halves = ("plain.functions.pools.0.expert=0.5", "plain.functions.pools.1.expert=0.5")
    assert service(*some).decision.expertise == 0.2
    assert service(*some, *halves).decision.visit_expertise == 1 - 0.5 * 0.8
    assert service(*some, *halves).decision.expertise == 1 - 0.25 * 0.8
    assert service().decision.expertise == 1


@pytest.mark.parametrize(("knows", "met"), [(0, 1), (1, 0)])
def test_whom_a_case_goes_past_is_not_asked_either(play: Play, knows: int, met: int) -> None:
    divided = ("staff.total=2", functions(0.5, 0.5), f"plain.functions.pools.{knows}.expert=1")
    log = play(service(*DEEP, *divided, "plain.functions.goes_past=1"), ONE, days=1)
    assert len(only(log, "met")) == met
