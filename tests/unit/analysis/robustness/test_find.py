"""The whole of it: worlds drawn, run and judged."""

import json

import pandas as pd
import pytest

from sim.analysis.comparison import compare
from sim.analysis.robustness import find, find_robustness, without_variety
from sim.errors import RunError, TooLargeError
from sim.experiment.executors import open_executor
from tests.builders import build_raw, build_scenario, q
from tests.builders import read_scenario as build
from tests.unit.analysis.robustness.conftest import build_ranged_raw

WORLDS = 12


def find_quickly(scenario, **asked):
    return find_robustness(scenario, **{"days": 14, "worlds": WORLDS, **asked})


@pytest.fixture(scope="module")
def quick():
    return find_quickly(build(build_ranged_raw(), "test"))


def test_every_world_is_counted_once(quick):
    assert quick.worlds == len(quick.tried) == WORLDS
    for verdict in quick.measures.values():
        assert verdict.first + verdict.second + verdict.alike + verdict.no_verdict == WORLDS
    first_only, second_only, both = quick.overwhelmed
    pairs = [world.overwhelmed for world in quick.tried]
    assert pairs.count((False, False)) == WORLDS - first_only - second_only - both


def test_a_world_yields_what_a_comparison_of_it_does():
    """One world whose only range is a point in effect: the comparison of that very scenario."""
    raw = build_raw()
    raw["demand"]["known"] |= {
        "arrivals_per_day": q(2),
        "variety": q(1.5),
        "answer_days": q(0.5),
        "return_days": q(0.5),
        "content_minutes": {"is": 60, "range": [60, 60.000_001], "from": "report"},
    }
    for design in raw["designs"].values():
        design["standards"]["absorb"] = q(0.5)
        design["functions"]["pools"] = [{"name": "whole", "share": q(1), "staff": q(1)}]
        design["centralisation"].pop("front_office_staff", None)
    scenario = build(raw, "test")

    found = find_quickly(scenario, worlds=10, replications=3, seed=4)
    compared = compare(scenario, days=14, replications=3, seed=4).measures

    for name in ("cost_per_citizen_helped", "failure_demand_share", "faces_per_case"):
        assert found.tried[0].first[name] == pytest.approx(compared[name].first.mean)
        assert found.tried[9].second[name] == pytest.approx(compared[name].second.mean)


def test_a_design_that_cannot_keep_up_loses_in_every_world():
    scenario = build_scenario(
        "demand.arrivals_per_day=8", "functionalised.digital.form_minutes=1200"
    )

    found = find_quickly(scenario, days=60)

    assert found.overwhelmed == (WORLDS, 0, 0)
    assert found.measures["cost_per_citizen_helped"].second == WORLDS
    assert found.measures["cost_per_citizen_helped"].change is None
    assert "failure_demand_share" not in found.measures


def test_what_is_slow_is_followed_longer_and_not_called_overwhelmed(monkeypatch):
    """Whoever is asked answers after 40 days in the mean: many are open 60 days after the last."""
    scenario = build_scenario("demand.arrivals_per_day=3", "demand.answer_days=40")

    def count():
        found = find_quickly(scenario, worlds=10, days=60)
        return found.overwhelmed.first_only + found.overwhelmed.both

    followed_longer = count()
    monkeypatch.setattr("sim.analysis.robustness.find.FOLLOWS_SLOW", 1)

    assert count() > followed_longer + 4


def test_where_both_cannot_nothing_is_told():
    found = find_quickly(build_scenario("demand.content_minutes=1200"), worlds=10, days=60)

    assert found.overwhelmed == (0, 0, 10)
    assert found.measures == {}
    assert found.deciding == ()


def test_without_variety_neither_variety_nor_staff_is_drawn():
    scenario = without_variety(build(build_ranged_raw(), "test"))
    found = find_quickly(scenario, worlds=10)
    keys = [key for key, _ in found.drawn]

    assert {demand.variety.value for demand in scenario.demand.values()} == {0}
    assert scenario.staff.total.value == 100
    assert "demand.known.variety" not in keys
    assert "staff.total" not in keys
    assert found.overwhelmed == (0, 0, 0)


def test_it_does_not_depend_on_the_processes(quick):
    scenario = build(build_ranged_raw(), "test")
    with open_executor("reference") as processes:
        assert find_quickly(scenario, executor=processes).to_dict() == quick.to_dict()


def test_progress_is_told_as_worlds_are_done():
    told = []
    find_quickly(build_scenario(), on_progress=lambda done, total: told.append((done, total)))

    assert told == [(40, 48), (48, 48)]


@pytest.mark.parametrize("worlds", [0, 9, 10_001])
def test_too_few_worlds_and_too_many_are_refused(worlds):
    with pytest.raises(RunError, match=f"worlds: found {worlds}, expected 10 to 10000"):
        find_quickly(build_scenario(), worlds=worlds)


def test_the_json_has_the_form_that_others_rely_on(quick):
    found = quick.to_dict()

    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert list(found) == [
        "service", "seed", "replications", "days", "designs", "worlds", "quantities", "redrawn",
        "overwhelmed", "measures", "deciding", "provenance",
    ]  # fmt: skip
    assert list(found["measures"]["cost_per_citizen_helped"]) == [
        "unit", "better", "first", "second", "alike", "no_verdict", "second_share", "change",
    ]  # fmt: skip
    assert found["overwhelmed"].keys() == {"first_only", "second_only", "both"}


def test_the_table_has_every_world(quick, tmp_path):
    path = tmp_path / "worlds.parquet"
    quick.write_table(path)

    frame = pd.read_parquet(path)

    assert set(frame["world"]) == set(range(WORLDS))
    drawn = frame[(frame["part"] == "quantity") & (frame["name"] == "staff.total")]["value"]
    assert set(drawn) <= {8, 9, 10, 11, 12}
    cost = frame[(frame["name"] == "cost_per_citizen_helped") & (frame["design"] == "absorbing")]
    assert cost["value"].tolist() == [w.second["cost_per_citizen_helped"] for w in quick.tried]
    assert len(frame[frame["part"] == "overwhelmed"]) == 2 * WORLDS


def test_where_more_come_than_fit_in_memory_both_designs_are_overwhelmed():
    raw = build_ranged_raw()
    raw["demand"]["known"]["arrivals_per_day"] = {"is": 2, "range": [2, 10_000], "from": "report"}
    found = find_quickly(build(raw, "test"), days=3_000)
    key = [name for name, _ in found.drawn].index("demand.known.arrivals_per_day")
    crowded = [world for world in found.tried if world.values[key] > 1_000]

    assert crowded
    assert all(world.overwhelmed == (True, True) for world in crowded)
    assert all(set(world.first.values()) == {None} for world in crowded)


def test_worlds_that_grow_too_large_on_the_way_are_found_among_others(monkeypatch):
    usual = find_quickly(build(build_ranged_raw(), "test"))
    place = [key for key, _ in usual.drawn].index("demand.known.arrivals_per_day")
    kept = [world for world in usual.tried if not any(world.overwhelmed)]
    limit = sorted(world.values[place] for world in kept)[len(kept) // 2]

    def measure_all(scenarios, *others):
        if any(
            scenario.demand["known"].arrivals_per_day.value > limit
            for scenario in scenarios.values()
        ):
            raise TooLargeError("too large")
        return unchanged(scenarios, *others)

    unchanged = find._measure_all
    monkeypatch.setattr(find, "_measure_all", measure_all)
    found = find_quickly(build(build_ranged_raw(), "test"))

    for before, after in zip(usual.tried, found.tried, strict=True):
        if after.values[place] > limit:
            assert after.overwhelmed == (True, True)
        else:
            assert after == before
    assert any(world.values[place] > limit for world in found.tried)
