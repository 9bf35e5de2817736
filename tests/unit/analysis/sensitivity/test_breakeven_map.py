"""Where two designs change places over two factors."""

import json
from itertools import product

import pandas as pd
import pytest

from sim.analysis.sensitivity import find_breakeven_map
from sim.errors import RunError
from tests.unit.analysis.sensitivity.tables import (
    NOT_MEASURED,
    SHIPPED,
    build_table,
    draw,
    factor,
    spoil,
)

FACTORS = (factor("a", 0, 4), factor("b", 0, 4), factor("c"))
MODELS = dict(zip(SHIPPED, (lambda v: 2 * v["a"] + v["c"], lambda v: 2 * v["b"] + 3), strict=True))
"""The second costs as much as the first where a - b = 1.5 + c / 2."""


def build_grid(others=(0.0,), **how):
    values = pd.DataFrame(list(product(range(5), range(5), others)), columns=["a", "b", "c"])
    return build_table(FACTORS, values.astype(float), MODELS, method="grid", **how)


def test_a_grid_is_measured():
    found = find_breakeven_map(build_grid(replications=5, noise=0.01), "a", "b")

    assert found.basis == "measured"
    assert found.validation is None
    assert [(cell.x, cell.y) for cell in found.cells[:6]] == [
        (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (0, 1),
    ]  # fmt: skip
    assert all(cell.sure_sign == (1 if cell.x - cell.y < 1.5 else -1) for cell in found.cells)
    assert [y for _, y in found.line] == [0, 1, 2]
    assert [x for x, _ in found.line] == pytest.approx([1.5, 2.5, 3.5], abs=0.05)


def test_what_noise_could_do_is_not_told_apart():
    """Differences of ±1 beside the line, with an interval of some ±4; those of 9 are told."""
    found = find_breakeven_map(build_grid(replications=4, noise=2.0), "a", "b")

    signs = {(cell.x, cell.y): cell.sure_sign for cell in found.cells}
    assert [signs[2, 1], signs[2, 0], signs[4, 3]] == [0, 0, 0]
    assert signs[0, 4] == 1


def test_cells_are_means_of_their_points_within_each_replication():
    found = find_breakeven_map(build_grid((0.0, 1.0), replications=3), "a", "b")
    assert {(cell.x, cell.y): cell.mean for cell in found.cells}[0, 0] == pytest.approx(2.5)


def test_one_replication_tells_no_cell():
    found = find_breakeven_map(build_grid(), "a", "b")
    assert {cell.sure_sign for cell in found.cells} == {0}
    assert json.dumps(found.to_dict(), allow_nan=False)


def test_a_cell_of_which_a_point_is_lost_has_no_difference():
    table = spoil(build_grid((0.0, 1.0), replications=2), [0], "absorbing", settles=False)
    found = find_breakeven_map(table, "a", "b")

    assert [(cell.x, cell.y) for cell in found.cells if cell.mean is None] == [(0, 0)]
    assert found.about.left_out[0].first == (0,)
    assert found.to_frame()["mean"].isna().sum() == 1


def test_draws_are_predicted():
    values = draw(["a", "b", "c"], 100) * [4, 4, 0]
    table = build_table(FACTORS, values, MODELS, noise=0.1, replications=2)

    found = find_breakeven_map(table, "a", "b")

    assert found.basis == "predicted"
    assert found.validation.r2 > 0.95
    assert len(found.cells) == 25 * 25
    assert all(x - y == pytest.approx(1.5, abs=0.2) for x, y in found.line)
    near = [cell for cell in found.cells if cell.sure_sign == 0]
    assert 0 < len(near) < 100
    assert all(abs(cell.x - cell.y - 1.5) < 0.5 for cell in near)


def test_one_design_has_no_map():
    table = build_grid()
    with pytest.raises(RunError, match="takes two designs"):
        find_breakeven_map(table._replace(designs=SHIPPED[:1]), "a", "b")
    with pytest.raises(RunError, match="c is the same at every point"):
        find_breakeven_map(table, "a", "c")
    with pytest.raises(RunError, match="of 25 points none can be used"):
        find_breakeven_map(spoil(table, range(25), **NOT_MEASURED), "a", "b")
