"""The search on services that are really simulated."""

import json

import pandas as pd
import pytest
from pyarrow import parquet

from sim.analysis.breakeven import find_breakeven, find_breakeven_line
from sim.analysis.comparison import compare
from sim.errors import RequisiteError, RunError
from sim.scenario import load_scenario

SICKNESS = load_scenario("sickness-benefit")
QUICK = {"points": 3, "replications": 3, "days": 60}


def test_the_order_turns_once_as_variety_grows():
    profile = find_breakeven(SICKNESS, points=5, replications=6).profile

    (crossing,) = profile.crossings
    assert (crossing.below, crossing.above) == ("functionalised", "absorbing")
    assert 0 < crossing.low < crossing.x < crossing.high


def test_at_the_scenarios_own_value_it_is_what_a_comparison_says():
    result = find_breakeven(SICKNESS, x="demand.variety=0:5", **QUICK)
    compared = compare(load_scenario("sickness-benefit"), replications=3, days=60).measures[
        "cost_per_citizen_helped"
    ]

    (own,) = [point for point in result.profile.points if point.x == result.x.own]
    assert (own.first, own.second) == (compared.first, compared.second)
    assert own.difference == compared.difference


def test_the_mean_at_a_crossing_is_close_to_0():
    (crossing,) = find_breakeven(SICKNESS, x="demand.variety=0:3", **QUICK).profile.crossings

    at = SICKNESS.changed(f"demand.variety={crossing.x}")
    cost = compare(at, replications=3, days=60).measures["cost_per_citizen_helped"]
    assert abs(cost.difference.mean) < 0.01 * cost.first.mean


def test_designs_the_other_way_round_cross_at_the_same_value():
    designs = ("functionalised", "absorbing")
    both = (find_breakeven(SICKNESS, way, **QUICK) for way in (designs, designs[::-1]))
    (one,), (other,) = (found.profile.crossings for found in both)

    assert other == one


def test_higher_may_be_better():
    measure = "first_time_right_share"
    result = find_breakeven(SICKNESS, measure=measure, x="demand.variety=2:4", **QUICK)

    assert result.profile.throughout == "absorbing"
    assert (result.about.wins, result.about.is_cost) == ("does better", False)


def test_types_that_differ_keep_their_proportions(two_types):
    result = find_breakeven(load_scenario(two_types), **QUICK)

    assert result.x.is_proportional
    assert [point.x for point in result.profile.points] == [0, 2, 3, 6]


def test_an_impossible_value_is_refused_before_anything_is_simulated():
    told = []
    with pytest.raises(RequisiteError, match="expected 0 to 1"):
        find_breakeven(
            SICKNESS,
            x="demand.tell=0:2",
            on_progress=lambda *done: told.append(done),
            **QUICK,
        )

    assert told == []


def test_progress_ends_with_all_done():
    told = []
    find_breakeven(SICKNESS, on_progress=lambda *done: told.append(done), **QUICK)

    done = [d for d, _ in told]
    assert done == sorted(done)
    assert all(d <= total for d, total in told)
    assert told[-1][0] == told[-1][1]


@pytest.fixture(scope="module")
def line():
    return find_breakeven_line(
        SICKNESS,
        x="demand.variety=0:3",
        y="functionalised.standards.absorb=0.6:0.9",
        lines=2,
        **QUICK,
    )


def test_the_line_moves_with_the_second_quantity(line):
    crossings = [at.profile.crossings[0].x for at in line.lines]

    assert [at.y for at in line.lines] == [0.6, 0.78, 0.9]
    assert crossings == sorted(crossings)
    assert crossings[0] < crossings[-1]


def test_a_line_at_the_own_value_is_the_single_search(line):
    alone = find_breakeven(SICKNESS, x="demand.variety=0:3", **QUICK)

    assert line.lines[1].profile == alone.profile


def test_one_quantity_twice_is_refused():
    with pytest.raises(RunError, match="expected two different quantities"):
        find_breakeven_line(SICKNESS, y="demand.known.variety=0:1")


def test_json_has_everything_and_no_nan(line):
    found = json.loads(json.dumps(line.to_dict(), allow_nan=False))

    assert found["lines"][0]["crossings"][0]["below"] == "functionalised"
    assert found["provenance"]["scenario_file"] == "sickness-benefit.toml"
    assert set(found["x"]) >= {"key", "low", "high", "own", "is_proportional"}


def test_a_file_has_the_table_and_the_whole_result(line, tmp_path):
    path = tmp_path / "line.parquet"
    line.write_table(path)

    assert list(pd.read_parquet(path).columns) == ["y", "x", "low", "high", "below", "above"]
    about = parquet.read_schema(path).metadata
    assert json.loads(about[b"result"]) == json.loads(json.dumps(line.to_dict()))
    with pytest.raises(RunError, match="already"):
        line.write_table(path)
