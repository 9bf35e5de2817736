"""Sobol's and Morris's indices of functions whose indices are known, and what is refused."""

from math import pi, sqrt

import numpy as np
import pandas as pd
import pytest
from SALib.analyze import sobol as salib_sobol
from SALib.sample import morris as morris_sample
from SALib.sample import sobol as sobol_sample

from sim.analysis.sensitivity import find_morris, find_sobol
from sim.errors import RunError
from tests.unit.analysis.sensitivity.tables import (
    NOT_MEASURED,
    OUTCOME,
    build_table,
    dummy,
    factor,
    spoil,
)

A, B = 7.0, 0.1
FIRST = {"x1": 0.3139, "x2": 0.4424, "x3": 0.0}
TOTAL = {"x1": 0.5576, "x2": 0.4424, "x3": 0.2437}
"""Ishigami & Homma 1990, from the closed form."""
KEYS = ["x1", "x2", "x3", "dummy"]
FACTORS = (*(factor(key, -pi, pi) for key in KEYS[:3]), dummy())


def ishigami(values):
    x1, x2, x3 = (values[key] for key in KEYS[:3])
    return np.sin(x1) + A * np.sin(x2) ** 2 + B * x3**4 * np.sin(x1)


def build_ishigami(base=1024, **how):
    problem = {"num_vars": 4, "names": KEYS, "bounds": [[-pi, pi]] * 3 + [[0, 1]]}
    points = sobol_sample.sample(problem, base, calc_second_order=False, seed=1)
    values = pd.DataFrame(points, columns=KEYS)
    return build_table(FACTORS, values, {"": ishigami}, method="sobol", **how)


@pytest.mark.parametrize("base", [1024, 4096])
def test_indices_agree_with_theory(base):
    """Six 95 % intervals of one seeded sample: quasi-random points miss less often than 5 %."""
    found = find_sobol(build_ishigami(base))

    for index, theory in (("first", FIRST), ("total", TOTAL)):
        for key, expected in theory.items():
            interval = found.of(index)[key].interval
            assert interval.low <= expected <= interval.high
            assert interval.half_width < 0.16 * sqrt(1024 / base)
    for index in ("first", "total"):
        noise = found.of(index)["dummy"]
        assert noise.low <= 0 <= noise.high
        assert not noise.is_told


def test_what_is_noise_is_not_told():
    found = find_sobol(build_ishigami())

    assert {key: one.is_told for key, one in found.of("first").items()} == {
        "x1": True, "x2": True, "x3": False, "dummy": False,
    }  # fmt: skip
    assert [key for key, one in found.of("total").items() if one.is_told] == ["x1", "x2", "x3"]


def test_luck_that_falls_anew_raises_the_floor():
    """The noise found from replications is the dummy's total index, and above the dummy's end.

    The dummy's index of 1,024 pairs has a standard error of about sqrt(2 / 1024) of itself or a
    little more; the two agree within four of them.
    """
    noisy = find_sobol(build_ishigami(replications=4, noise=2.0))

    noise, found = noisy.noise["total"], noisy.of("total")["dummy"].value
    assert noise == pytest.approx(found, rel=4 * sqrt(3 / 1024))
    assert noisy.of("total")["dummy"].floor >= noise
    assert not noisy.of("total")["dummy"].is_told
    assert noisy.about.replications == 4


def test_the_same_seed_yields_the_same():
    table = build_ishigami(256)
    assert find_sobol(table, seed=0) == find_sobol(table, seed=0)
    assert find_sobol(table, seed=0) != find_sobol(table, seed=2)


def test_one_value_that_is_missing_is_refused_where_salib_returns_zeros():
    table = spoil(build_ishigami(64), [100], **NOT_MEASURED)
    problem = {"num_vars": 4, "names": KEYS, "bounds": [[0, 1]] * 4}

    with np.errstate(all="ignore"):
        silent = salib_sobol.analyze(
            problem, table.runs[OUTCOME.name].astype(float).to_numpy(), calc_second_order=False
        )

    assert not np.nan_to_num(silent["ST"]).any()
    with pytest.raises(RunError, match=r"1 of 384 .* no value in the model \(points 100\)"):
        find_sobol(table)


@pytest.mark.parametrize("cells", [{"settles": False}, {"status": "failed", **NOT_MEASURED}])
def test_a_design_that_does_not_settle_and_a_run_that_failed_are_refused(cells):
    with pytest.raises(RunError, match=r"7 of 384 .*points 3, 4, 5, 6, 7 …"):
        find_sobol(spoil(build_ishigami(64), range(3, 10), **cells))


def test_points_for_second_order_indices_are_refused():
    """Of two factors there are six a block, and some number of sixes is a number of fours."""
    problem = {"num_vars": 2, "names": ["x1", "x2"], "bounds": [[0, 1]] * 2}
    points = sobol_sample.sample(problem, 64, calc_second_order=True, seed=1)
    values = pd.DataFrame(points, columns=problem["names"])
    factors = (factor("x1"), factor("x2"))
    table = build_table(factors, values, {"": lambda v: v["x1"]}, method="sobol")
    assert len(values) % 4 == 0
    with pytest.raises(RunError, match="without those for second-order"):
        find_sobol(table)


def test_other_points_and_an_outcome_that_does_not_vary_are_refused():
    table = build_ishigami(64)
    with pytest.raises(RunError, match="takes the points of the method sobol"):
        find_sobol(table._replace(method="lhs"))
    with pytest.raises(RunError, match="takes the points of the method sobol"):
        find_sobol(table._replace(points=table.points.assign(x1=table.points["x1"][::-1].values)))
    with pytest.raises(RunError, match="the same at every point"):
        find_sobol(spoil(table, range(384), **{OUTCOME.name: 3.0}))


def build_morris(model, noise=0.0, replications=1):
    problem = {"num_vars": 3, "names": ["a", "b", "dummy"], "bounds": [[0, 1]] * 3}
    shares = morris_sample.sample(problem, 20, num_levels=4, seed=1)
    values = pd.DataFrame(shares * [10, 1, 1], columns=problem["names"])
    factors = (factor("a", 0, 10), factor("b"), dummy())
    how = {"method": "morris", "noise": noise, "replications": replications}
    return build_table(factors, values, {"": model}, **how), shares


def test_effects_of_a_line_are_exact():
    table, shares = build_morris(lambda v: 3 * v["a"] - 4 * v["b"])

    found = find_morris(table, shares=shares)

    for index, expected in (
        ("mu", (30, -4, 0)),
        ("mu_star", (30, 4, 0)),
        ("sigma", (0, 0, 0)),
    ):
        values = [one.value for one in found.of(index).values()]
        assert values == pytest.approx(expected, abs=1e-9)
    assert [one.is_told for one in found.of("mu_star").values()] == [True, True, False]


def test_effects_that_depend_on_where_one_stands_have_a_spread():
    table, shares = build_morris(lambda v: v["a"] * v["b"])
    found = find_morris(table, shares=shares)
    assert found.of("sigma")["a"].value > 1


def test_luck_alone_has_effects_too():
    """Mean size of 20 differences of two lucks: a standard error of 0.17 of it; within four."""
    table, shares = build_morris(lambda v: 0 * v["a"], noise=1.0, replications=5)
    found = find_morris(table, shares=shares)

    sizes = np.mean([one.value for one in found.of("mu_star").values()])
    assert found.noise["mu_star"] == pytest.approx(sizes, rel=4 * 0.17 / sqrt(3))
    assert not any(one.is_told for one in found.of("mu_star").values())


@pytest.mark.parametrize("how", [{"settles": False}, NOT_MEASURED])
def test_morris_cannot_lose_a_point_either(how):
    table, shares = build_morris(lambda v: v["a"])
    with pytest.raises(RunError, match="Morris's screening cannot lose a point, and 1 of 80"):
        find_morris(spoil(table, [17], **how), shares=shares)


def test_shares_that_are_no_trajectories_are_refused():
    table, shares = build_morris(lambda v: v["a"])
    for wrong in (shares[:-1], shares[::-2], np.random.default_rng(1).random(shares.shape)):
        with pytest.raises(RunError, match="takes trajectories of 4 points"):
            find_morris(table, shares=wrong)
    with pytest.raises(RunError, match=r"by 0\.6 of its range"):
        find_morris(table, shares=shares, levels=6)


def test_the_table_and_the_json_have_a_row_an_index():
    found = find_sobol(build_ishigami(64))
    assert len(found.to_frame()) == 8
    assert found.to_dict()["indices"][0]["factor"] == "x1"
    assert found.to_dict()["about"]["points"] == 384
