"""Rules that are followed in place of a search."""

import pytest

from sim.engines.request import build_stop_sign
from sim.measures import Reading
from sim.steering.ground import STAFF, Ground
from sim.steering.manager import steer
from sim.steering.policy import first_of, read_managers
from sim.steering.rules import RULES, Situation
from sim.steering.service import Plan
from sim.steering.stance import Stance
from tests.builders import build_scenario

PAIR = ("functionalised", "absorbing")
SMALL = build_scenario("demand.arrivals_per_day=6", "staff.total=10")
SEEN = ("utilisation", "utilisation_busiest", "demand_per_month", "reported_days")
PLAN = Plan(3, 1, 28, 4, 30, SEEN, ("backlog",), "fast")


def ground_of(scenario):
    return Ground(scenario, PAIR, seed=3, engine="fast")


@pytest.fixture(scope="module")
def ground():
    return ground_of(SMALL)


def act(ground, name, quarter=1, mix=0, began=100.0, **seen):
    """What a rule does where the first quarter saw so many contacts a month."""
    known = {one: Reading(seen.get(one), None if one in seen else "unknown") for one in SEEN}
    first = {**known, "demand_per_month": Reading(began, None)}
    return RULES[name].act(ground, Situation(quarter, Stance(mix, 10), first, known))


@pytest.mark.parametrize(
    ("name", "seen", "more"),
    [
        ("squeeze", {"utilisation": 0.2}, -1),
        ("squeeze", {"utilisation": 0.99}, None),
        ("squeeze", {}, None),
        ("buy_capacity", {"utilisation_busiest": 0.99}, 1),
        ("buy_capacity", {"utilisation_busiest": 0.2}, None),
    ],
)
def test_staff_come_and_go_by_how_busy_they_are(ground, name, seen, more):
    trial = act(ground, name, **seen)

    assert (trial and trial.more) == more
    assert trial is None or (trial.lever, trial.flips) == (STAFF, 0)


def test_a_budget_is_cut_once_a_year(ground):
    cuts = [act(ground, "budget_cut", quarter=quarter) for quarter in range(1, 9)]

    assert [cut is not None for cut in cuts] == [False, False, False, True] * 2


@pytest.mark.parametrize(
    ("name", "seen", "lever", "amount"),
    [
        ("expectations", {"demand_per_month": 106.0}, "digital", "form_share"),
        ("control", {"reported_days": 1_000.0}, "inspection", "share"),
    ],
)
def test_a_condition_goes_where_there_is_more_of_it(ground, name, seen, lever, amount):
    flips = 1 << ground.levers.index(lever)
    first, second = (getattr(getattr(SMALL.designs[d], lever), amount).value for d in PAIR)
    assert first != second
    less = 0 if first < second else flips

    trial = act(ground, name, mix=less, **seen)

    assert (trial.lever, trial.flips) == (lever, flips)
    assert act(ground, name, mix=less ^ flips, **seen) is None
    assert act(ground, name, mix=less) is None


def test_where_it_is_not_known_what_came_at_first_nothing_is_done(ground):
    flips = 1 << ground.levers.index("digital")
    done = [act(ground, "expectations", mix=m, demand_per_month=1e6) for m in (0, flips)]

    assert done.count(None) == 1
    unknown = [
        act(ground, "expectations", mix=mix, began=None, demand_per_month=1e6) for mix in (0, flips)
    ]
    assert unknown == [None, None]


def test_the_target_that_is_missed_is_that_of_the_present_design():
    targets = ("functionalised.targets.days=10", "absorbing.targets.days=100")
    shares = ("functionalised.inspection.share=0", "absorbing.inspection.share=0.5")
    ground = ground_of(build_scenario(*targets, *shares))
    of_targets = 1 << ground.levers.index("targets")

    assert act(ground, "control", reported_days=50.0).lever == "inspection"
    assert act(ground, "control", mix=of_targets, reported_days=50.0) is None


def test_who_squeezes_lets_staff_go_until_they_are_busy_enough(ground):
    (rule,) = read_managers(["squeeze"])
    history = steer(ground, "absorbing", rule, PLAN, build_stop_sign())

    assert [quarter.stance.staff for quarter in history.quarters] == [10, 9, 8, 7]
    assert [quarter.tried for quarter in history.quarters] == [None, STAFF, STAFF, STAFF]
    assert history.end == Stance(ground.begin("absorbing").mix, 7)


def test_a_rule_is_known_by_its_name_and_looks_at_one_figure():
    names = [rule.name for rule in read_managers(["budget-cut", "budget_cut", "control"])]

    assert names == ["budget_cut", "control"]
    assert first_of("control") == "reported_days"
    assert all(set(rule.figures) <= set(SEEN) for rule in RULES.values())
