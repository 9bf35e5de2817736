"""What is analysed: means and errors in order of points, and what cannot be used."""

from math import sqrt

import numpy as np
import pytest

from sim.analysis.sensitivity.gather import gather, gather_whole
from sim.analysis.sensitivity.target import find_target
from sim.errors import RunError
from sim.message import Message
from tests.unit.analysis.sensitivity.tables import (
    NOT_MEASURED,
    OUTCOME,
    SHIPPED,
    build_table,
    draw,
    factor,
    spoil,
)

MODELS = dict(zip(SHIPPED, (lambda v: 10 * v["a"], lambda v: 4 * v["a"] + 1), strict=True))


def build(**how):
    return build_table([factor("a")], draw(["a"], 12), MODELS, **how)


def test_means_and_errors_stand_in_order_of_points():
    table = build(replications=3, noise=1.0)
    shuffled = table._replace(
        points=table.points.sample(frac=1, random_state=1),
        runs=table.runs.sample(frac=1, random_state=2),
    )
    found = gather(shuffled, find_target(shuffled, of="absorbing"))

    runs = table.runs[table.runs["design"] == "absorbing"]
    by_point = runs.groupby("point")[OUTCOME.name]
    assert list(found.points.index) == list(range(12))
    assert found.means == pytest.approx(by_point.mean().to_numpy())
    assert found.errors == pytest.approx((by_point.std() / sqrt(3)).to_numpy())


def test_a_difference_is_taken_within_each_replication():
    table = build(replications=4, noise=1.0)
    found = gather(table, find_target(table))

    wide = table.runs.pivot(index=["point", "replication"], columns="design", values=OUTCOME.name)
    paired = (wide["absorbing"] - wide["functionalised"]).groupby("point")
    assert found.target.designs == SHIPPED
    assert found.means == pytest.approx(paired.mean().to_numpy())
    assert found.errors == pytest.approx((paired.std() / 2).to_numpy())


def test_one_replication_has_no_error():
    table = build()
    assert np.isnan(gather(table, find_target(table)).errors).all()


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (NOT_MEASURED, "not finite"),
        ({OUTCOME.name: np.inf}, "not finite"),
        ({"settles": False}, "unsettled"),
        ({"status": "failed", **NOT_MEASURED}, "failed"),
        ({"status": "refused", "settles": None, **NOT_MEASURED}, "refused"),
        ({"status": "too large", **NOT_MEASURED}, "too large"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_counted(cells, why):
    table = spoil(build(), [2, 3, 5, 7, 8, 11], "absorbing", **cells)
    found = gather(table, find_target(table))

    (left,) = found.left_out
    assert left == (why, "absorbing", 6, (2, 3, 5, 7, 8))
    assert list(found.points.index) == [0, 1, 4, 6, 9, 10]
    with pytest.raises(RunError, match=r"6 of 12 .*absorbing \(points 2, 3, 5, 7, 8 …\)"):
        gather_whole(table, find_target(table), Message("Sobol indices"))


def test_runs_that_are_not_there_are_missed():
    table = build(replications=2)
    kept = table._replace(runs=table.runs[table.runs["point"] != 4])
    assert {one.why for one in gather(kept, find_target(kept)).left_out} == {"not run"}

    is_lost = (table.runs["point"] == 4) & (table.runs["replication"] == 1)
    is_lost &= table.runs["design"] == "absorbing"
    kept = table._replace(runs=table.runs[~is_lost])
    (left,) = gather(kept, find_target(kept)).left_out
    assert (left.why, left.first) == ("unpaired", (4,))


def test_factors_of_other_services_are_left_out():
    table = build()
    other = table.points.assign(service="other", a=np.nan, b=1.0, point=table.points["point"] + 12)
    import pandas as pd

    both = table._replace(
        factors=(factor("a"), factor("b")), points=pd.concat([table.points, other])
    )
    found = gather(both, find_target(both, service="small-benefit"))
    assert [one.key for one in found.factors] == ["a"]
    assert found.planned == 12
    with pytest.raises(RunError, match="there are 2 services"):
        find_target(both)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"outcome": "joy"}, "outcome: found joy"),
        ({"of": "mended"}, "design: found mended"),
        ({"of": ("absorbing", "absorbing")}, "named twice"),
        ({"service": "elsewhere"}, "service: found elsewhere"),
    ],
)
def test_what_is_not_there_is_refused(asked, told):
    with pytest.raises(RunError, match=told):
        find_target(build(), **asked)
