"""Of the mended design the same measures are kept in three designs, or that it does not settle."""

from types import SimpleNamespace

import pytest

from sim.analysis.facts import keep
from sim.analysis.facts.facts import build_compared
from sim.analysis.facts.mended import COST, MENDED, OF_MENDED, build_mended
from sim.results import Interval

FIRST, MEAN, SECOND = (Interval(mean, mean - 1, mean + 1) for mean in (90.0, 60.0, 40.0))


def compared(design, settles):
    """A comparison of the first design with another, as far as it is looked at."""
    told = {
        name: build_compared(name, "DKK", FIRST, design if settles else None, None)
        for name in (*OF_MENDED, "work_joy")
    }
    return SimpleNamespace(
        tell=lambda: told,
        settling=(SimpleNamespace(settles=True), SimpleNamespace(settles=settles)),
    )


def test_it_is_kept_beside_both_designs():
    found = build_mended("print", compared(MEAN, settles=True), compared(SECOND, settles=True))

    assert found.settles and found.fingerprint == "print"
    assert set(found.measures) == set(found.second) == set(OF_MENDED)
    assert found.measures[COST][3:5] == (FIRST, MEAN)
    assert found.second[COST] == SECOND


@pytest.mark.parametrize("mended_settles", [True, False])
def test_who_does_not_settle_has_no_mean(mended_settles):
    found = build_mended(
        "print", compared(MEAN, mended_settles), compared(SECOND, not mended_settles)
    )

    assert found.settles == mended_settles
    assert (found.measures[COST].second is None) == (not mended_settles)
    assert (found.second[COST] is None) == mended_settles


def test_a_scenario_without_the_design_has_none():
    assert keep.find_mended(SimpleNamespace(designs={"absorbing": None}), keep.CASES, None) is None


def test_it_is_current_as_long_as_the_model_yields_the_same(with_mended, small, monkeypatch):
    scenario = SimpleNamespace(designs={MENDED: None})
    monkeypatch.setattr(keep, "take_fingerprint", lambda *_: "print")
    assert keep._is_mended_current(scenario, with_mended)
    assert not keep._is_mended_current(scenario, small)
    assert keep._is_mended_current(SimpleNamespace(designs={}), small)

    monkeypatch.setattr(keep, "take_fingerprint", lambda *_: "other")
    assert not keep._is_mended_current(scenario, with_mended)


def test_only_a_comparison_that_was_run_alike_is_told_beside_it(small):
    alike = SimpleNamespace(designs=small.designs, seed=small.seed, days=small.days)

    assert small.is_of(alike)
    for other in ({"days": 61}, {"seed": 2}, {"designs": ("functionalised", "mended")}):
        assert not small.is_of(SimpleNamespace(**{**vars(alike), **other}))
