"""What charts of sweeps show: what is told in colour, what is not in grey, and where nothing is."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from sim.analysis.sensitivity import (
    find_breakeven_map,
    find_morris,
    find_sobol,
    find_surface,
    find_tornado,
)
from sim.charts.breakeven_map import GREY, plot_breakeven_map, plot_surface
from sim.charts.sensitivity import TOLD, UNTOLD, plot_indices, plot_tornado
from tests.pseudo import find_untranslated, in_figure, speak_pseudo
from tests.unit.analysis.sensitivity.tables import OUTCOME, spoil
from tests.unit.analysis.sensitivity.test_breakeven_map import build_grid
from tests.unit.analysis.sensitivity.test_indices import build_ishigami, build_morris
from tests.unit.analysis.sensitivity.test_surface import build as build_hill
from tests.unit.analysis.sensitivity.test_tornado import build_draws


def test_indices_are_drawn_with_intervals_and_noise():
    found = find_sobol(build_ishigami(256))
    figure = plot_indices(found)

    total, first = figure.data
    assert list(total.y) == ["dummy", "x3", "x2", "x1"]
    assert total.x[-1] == found.of("total")["x1"].value
    assert total.error_x.array[-1] == pytest.approx(found.of("total")["x1"].interval.half_width)
    assert total.marker.color == (UNTOLD, TOLD, TOLD, TOLD)
    assert first.marker.color[1] == UNTOLD
    (line,) = figure.layout.shapes
    assert line.x0 == found.of("total")["x1"].floor


def test_of_morris_the_sizes_of_effects_are_drawn():
    table, shares = build_morris(lambda v: 3 * v["a"] - 4 * v["b"])
    (bars,) = plot_indices(find_morris(table, shares=shares)).data
    assert list(bars.x) == pytest.approx([0, 4, 30])


def test_the_widest_swing_is_on_top():
    (bars,) = plot_tornado(find_tornado(build_draws())).data
    assert bars.y[-1].startswith("a: ")
    assert bars.marker.color == (UNTOLD, TOLD, TOLD)


def test_what_is_not_told_apart_is_grey_and_what_is_lost_is_empty():
    table = spoil(build_grid(replications=4, noise=1.0), [24], settles=False)
    found = find_breakeven_map(table, "a", "b")
    heat, grey, line, mark = plot_breakeven_map(found).data

    signs = np.array([cell.sure_sign for cell in found.cells]).reshape(5, 5)
    is_grey = np.array([[value == 1 for value in row] for row in grey.z])
    assert heat.z[4][4] is None
    assert (is_grey == ((signs == 0) & (np.arange(25).reshape(5, 5) < 24))).all()
    assert 0 < is_grey.sum() < 25
    assert mark.marker.color == GREY
    assert (line.contours.start, line.contours.end) == (0, 0)


def test_a_surface_over_three_factors_shows_the_middle_of_the_third():
    found = find_surface(build_hill(), ("a", "b", "c"))
    figure = plot_surface(found)
    assert len(figure.data[0].z) == 15 * 15
    assert "c = 0.5" in figure.layout.title.text.replace("<br>", " ")


def test_all_that_is_said_can_be_translated(monkeypatch):
    speak_pseudo(monkeypatch)
    plain = OUTCOME._replace(title="", name="a.b", unit="")
    sobol = find_sobol(build_ishigami(64))
    tornado = find_tornado(build_draws())
    grid = find_breakeven_map(build_grid(replications=3, noise=1.0), "a", "b")
    surface = find_surface(build_hill(points=40), ("a", "b"))
    for plot, result in (
        (plot_indices, sobol),
        (plot_tornado, tornado),
        (plot_breakeven_map, grid),
        (plot_surface, surface),
    ):
        about = result.about._replace(title=plain.title, outcome=plain.name, unit=plain.unit)
        object.__setattr__(result, "about", about)
        left = {word for word in find_untranslated(in_figure(plot(result))) if len(word) > 5}
        assert left == set()


def test_a_grid_of_orders_of_magnitude_has_such_axes():
    values = pd.DataFrame(list(product((1.0, 10.0, 100.0), (0.0, 1.0))), columns=["a", "b"])
    from tests.unit.analysis.sensitivity.tables import SHIPPED, build_table, factor

    factors = (factor("a", 1, 100)._replace(is_log=True), factor("b"))
    models = dict(zip(SHIPPED, (lambda v: v["a"], lambda v: 0 * v["a"] + 20), strict=True))
    table = build_table(factors, values, models, method="grid")
    figure = plot_breakeven_map(find_breakeven_map(table, "a", "b"))
    assert (figure.layout.xaxis.type, figure.layout.yaxis.type) == ("log", "linear")
