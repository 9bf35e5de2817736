"""The manager at work on a small service: one history, in which one change is tried a quarter."""

from itertools import pairwise

import pytest

from sim.engines.request import build_stop_sign
from sim.errors import TooLargeError
from sim.steering.ground import STAFF, Ground
from sim.steering.manager import THRESHOLD, steer
from sim.steering.planning import SEEN
from sim.steering.policy import read_managers, read_policy
from sim.steering.service import Plan, Service
from sim.steering.stance import Stance
from tests.builders import build_scenario

SMALL = build_scenario("demand.arrivals_per_day=6", "staff.total=10")
PAIR = ("functionalised", "absorbing")
PLAN = Plan(
    3, 1, 28, 6, 30, ("unit_cost_per_activity", "failure_demand_share"), ("backlog",), "fast"
)
UNIT_COST = read_policy("unit-cost")


@pytest.fixture(scope="module")
def ground():
    return Ground(SMALL, PAIR, seed=3, engine="fast")


@pytest.fixture(scope="module")
def history(ground):
    return steer(ground, "absorbing", UNIT_COST, PLAN, build_stop_sign())


def test_each_quarter_changes_one_thing_of_what_was_kept(ground, history):
    kept = history.quarters[0].stance
    assert (history.quarters[0].tried, len(history.quarters)) == (None, PLAN.quarters)
    for quarter in history.quarters[1:]:
        flipped = kept.mix ^ quarter.stance.mix
        if quarter.tried == STAFF:
            assert (flipped, abs(quarter.stance.staff - kept.staff)) == (0, 1)
        else:
            assert flipped == 1 << ground.levers.index(quarter.tried)
            assert quarter.stance.staff == kept.staff
        kept = quarter.stance if quarter.is_kept else kept
    assert history.end == kept


def test_what_is_kept_has_made_the_figure_better(history):
    best = history.quarters[0].seen
    assert any(quarter.is_kept for quarter in history.quarters)
    for quarter in history.quarters[1:]:
        change = UNIT_COST.find_change(best, quarter.seen)
        assert quarter.is_kept == (change < -THRESHOLD)
        best = quarter.seen if quarter.is_kept else best


def test_all_managers_try_in_one_order_and_see_one_first_quarter(ground, history):
    other = steer(ground, "absorbing", read_policy("failure-demand"), PLAN, build_stop_sign())

    assert other.quarters[0] == history.quarters[0]
    assert [q.tried for q in other.quarters] == [q.tried for q in history.quarters]


def test_without_quantities_the_order_is_what_it_was_before_there_were_any(history):
    tried = [quarter.tried for quarter in history.quarters]

    assert tried == [None, "digital", "functions", "targets", "standards", "inspection"]


def test_another_replication_tries_in_another_order(ground, history):
    plan = PLAN._replace(replication=2)
    other = steer(ground, "absorbing", UNIT_COST, plan, build_stop_sign())

    assert [q.tried for q in other.quarters] != [q.tried for q in history.quarters]


def test_a_history_is_the_same_on_both_engines(ground):
    plan = PLAN._replace(quarters=3)
    one, other = (
        steer(ground, "functionalised", UNIT_COST, plan._replace(engine=engine), build_stop_sign())
        for engine in ("fast", "reference")
    )

    assert one == other


def test_a_quarter_that_grows_beyond_memory_is_taken_back(ground, history, monkeypatch):
    """Its figure is not known, nor is any later one: a run to a later day has all that is in it."""
    monkeypatch.setattr("sim.engines.fast.machine.growth.MOST_BYTES", 1_000_000)
    grown = steer(ground, "absorbing", UNIT_COST, PLAN, build_stop_sign())

    assert history.quarters[4].is_kept and not history.grew
    assert grown.quarters[:4] == history.quarters[:4]
    assert [q.tried for q in grown.quarters] == [q.tried for q in history.quarters]
    assert [q.is_kept for q in grown.quarters[4:]] == [False, False]
    assert {reading.value for q in grown.quarters[4:] for reading in q.seen.values()} == {None}
    assert grown.end == grown.quarters[3].stance
    assert grown.grew and grown.outcome["backlog"].value is None


@pytest.mark.parametrize("manager", [None, UNIT_COST, *read_managers(["squeeze", "expectations"])])
def test_what_grows_beyond_memory_at_once_has_a_history_all_the_same(ground, manager, monkeypatch):
    def grow(*_asked):
        raise TooLargeError("too much")

    monkeypatch.setattr(Service, "_simulate", grow)
    plan = PLAN._replace(seen=SEEN)
    grown = steer(ground, "absorbing", manager, plan, build_stop_sign())

    assert grown.grew and grown.end == ground.begin("absorbing")
    assert len(grown.quarters) == (PLAN.quarters if manager else 0)


def test_the_past_does_not_depend_on_how_long_one_goes_on(ground, history):
    short = steer(ground, "absorbing", UNIT_COST, PLAN._replace(quarters=4), build_stop_sign())

    assert short.quarters == history.quarters[:4]


def test_nobody_changes_nothing(ground):
    nobody = steer(ground, "functionalised", None, PLAN, build_stop_sign())

    assert (nobody.quarters, nobody.end) == ((), ground.begin("functionalised"))


def test_a_pool_without_anybody_is_never_tried(ground):
    assert ground.build(Stance(0, 1)) is None
    assert ground.build(Stance(0, 0)) is None
    assert ground.build(Stance(0, ground.places + 1)) is None
    built = ground.build(Stance(0, 10))
    assert built.roster.employed == 10
    assert len(built.layout.worker_pool) == ground.places


def test_quarters_follow_one_another():
    days = [PLAN.starts(quarter) for quarter in range(PLAN.quarters + 2)]

    assert {later - earlier for earlier, later in pairwise(days)} == {91}
    assert PLAN.outcome_days == (days[-1], days[-1] + 364)
