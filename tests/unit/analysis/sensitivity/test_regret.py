"""Regret worked out by hand, and refused where decisions were not tried in the same states."""

from itertools import product

import pandas as pd
import pytest

from sim.analysis.sensitivity import find_regret
from sim.errors import RunError
from sim.sweep.plan.factor import LEVER
from tests.unit.analysis.sensitivity.tables import (
    OUTCOME,
    SHIPPED,
    build_table,
    draw,
    factor,
    spoil,
)

LEVERS = (factor("staff", 0, 1, LEVER), factor("variety"))
COSTS = {("functionalised", 0): 10, ("functionalised", 1): 30}
COSTS |= {("absorbing", 0): 14, ("absorbing", 1): 20}


def look_up(design, costs=COSTS):
    return lambda values: values["variety"].map(lambda variety: float(costs[design, variety]))


def build_two(**costs):
    values = pd.DataFrame({"variety": [0.0, 1.0]})
    models = {design: look_up(design) for design in SHIPPED}
    return build_table(LEVERS[1:], values, models, method="grid")


def test_two_designs_in_two_states():
    """Costs 10 and 30 against 14 and 20: regrets 0 and 10, and 4 and 0."""
    found = find_regret(build_two())

    told = {one.design: one for one in found.decisions}
    assert (told["functionalised"].mean, told["functionalised"].maximum) == (5, 10)
    assert told["functionalised"].p90 == pytest.approx(9)
    assert (told["absorbing"].mean, told["absorbing"].maximum) == (2, 4)
    assert found.decisions[0].design == "absorbing"
    assert [(one.design, one.best, one.share) for one in found.designs] == [
        ("functionalised", 1, 0.5), ("absorbing", 1, 0.5),
    ]  # fmt: skip
    assert (found.states, found.incomplete, found.tied) == (2, 0, 0)


def build_crossed():
    """More staff cost 5 and save the divided design 20 where needs vary."""
    values = pd.DataFrame(list(product((0.0, 1.0), (0.0, 1.0))), columns=["staff", "variety"])
    models = {
        "functionalised": lambda v: 10 + 20 * v["variety"] * (1 - v["staff"]) + 5 * v["staff"],
        "absorbing": lambda v: 14 + 6 * v["variety"] + 5 * v["staff"],
    }
    return build_table(LEVERS, values, models, method="grid")


def test_levers_are_part_of_a_decision():
    found = find_regret(build_crossed())

    told = {(one.design, one.levers["staff"]): (one.mean, one.maximum) for one in found.decisions}
    assert told == {
        ("functionalised", 0): (7.5, 15),
        ("functionalised", 1): (2.5, 5),
        ("absorbing", 0): (4.5, 5),
        ("absorbing", 1): (9.5, 10),
    }
    assert [one.best for one in found.designs] == [2, 0]
    assert set(found.to_frame()["levers"]) == {"staff=0.0", "staff=1.0"}


def test_where_more_is_better_less_is_regretted():
    table = build_two()._replace(outcomes=(OUTCOME._replace(better=1),))
    told = {one.design: one.maximum for one in find_regret(table).decisions}
    assert told == {"functionalised": 4, "absorbing": 10}


def test_states_that_are_not_whole_are_left_out_and_counted():
    found = find_regret(spoil(build_draws(), [3, 4], "absorbing", settles=False))

    assert (found.states, found.incomplete) == (48, 2)
    assert found.about.left_out == (("unsettled", "absorbing", 2, (3, 4)),)


def build_draws(factors=LEVERS[1:]):
    keys = [one.key for one in factors]
    models = {
        "functionalised": lambda v: v["variety"],
        "absorbing": lambda v: 0.5 + 0 * v.iloc[:, 0],
    }
    return build_table(factors, draw(keys, 50), models)


def test_many_uncertainties_take_no_more_room_than_their_points():
    factors = tuple(factor(key) for key in ("variety", *"abcdefg"))
    assert find_regret(build_draws(factors)).states == 50


def test_designs_alone_need_no_grid():
    found = find_regret(build_draws())
    assert [one.best for one in found.designs] == [25, 25]
    assert found.designs[0].low < 0.5 < found.designs[0].high


def test_a_tie_has_no_best():
    models = {design: lambda v: 1 + 0 * v["variety"] for design in SHIPPED}
    table = build_table(LEVERS[1:], draw(["variety"], 10), models)
    assert find_regret(table).tied == 10


def test_what_was_not_crossed_is_refused():
    with pytest.raises(RunError, match="of 50 states 0 have all 100 decisions"):
        find_regret(build_draws(LEVERS))
    with pytest.raises(RunError, match="neither more nor less"):
        find_regret(build_two()._replace(outcomes=(OUTCOME._replace(better=0),)))
    with pytest.raises(RunError, match="one decision only"):
        find_regret(build_draws()._replace(designs=SHIPPED[:1]))
