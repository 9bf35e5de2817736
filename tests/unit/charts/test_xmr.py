"""Capability charts: one scale, limits before and after, labels that do not cover one another."""

from itertools import pairwise

import pytest

from sim.analysis.capability import Limits
from sim.charts import XmrPanel, XmrStretch, plot_xmr
from sim.charts.tokens import DARK, LIGHT
from sim.charts.xmr.lines import spread
from sim.charts.xmr.sheet import PANEL_PX

WIDE = Limits(50, 20.0, 5.0, 6.7, 33.3, 18.0, 29.0, 31.0, 0.02)
NARROW = Limits(50, 2.0, 1.0, 0.0, 4.66, 1.8, 4.0, 5.0, 0.06)
DAYS, VALUES = (1.0, 5.0, 9.0), (10.0, 20.0, 90.0)


def panel(*stretches, name="Divided"):
    return XmrPanel(name, DAYS, VALUES, stretches)


BOTH = (
    panel(XmrStretch(0, 10, 0, WIDE)),
    panel(XmrStretch(0, 10, 1, NARROW), name="Whole"),
)
CHANGE = (panel(XmrStretch(0, 5, 0, WIDE), XmrStretch(5, 10, 1, NARROW)),)


def texts(figure):
    return [note.text for note in figure.layout.annotations]


def lines(figure, axis="y"):
    return [trace.y[0] for trace in figure.data if trace.mode == "lines" and trace.yaxis == axis]


def test_both_designs_stand_on_one_scale():
    layout = plot_xmr(BOTH, "day", "from").layout

    assert layout.yaxis.range == layout.yaxis2.range
    assert layout.yaxis.domain[0] > layout.yaxis2.domain[1]


def test_each_line_has_its_name_and_value():
    told = texts(plot_xmr(BOTH, "day", "from here"))

    for text in ("half 18", "mean 20", "1 in 10: 29", "1 in 20: 31", "limit 33", "from here"):
        assert text in told
    assert "lower limit 6.7" in told
    assert not any("lower limit 0" in text for text in told)


def test_a_change_has_limits_on_either_side_of_it():
    figure = plot_xmr(CHANGE, "day", "from")

    spans = {(trace.x[0], trace.x[1]) for trace in figure.data if trace.mode == "lines"}
    assert spans == {(0, 5), (5, 10)}
    assert [shape.x0 for shape in figure.layout.shapes] == [5]
    assert {"limit 33", "limit 4.7"} <= set(texts(figure))


def test_a_value_above_the_panel_stands_on_its_edge():
    figure = plot_xmr(BOTH[:1], "day", "from")
    top = figure.layout.yaxis.range[1]

    (above,) = [t for t in figure.data if t.marker.symbol == "triangle-up"]
    assert above.x == (9.0,) and above.y[0] < top < 90
    assert above.hovertext == ("90",)


def test_a_target_is_a_line_on_each_panel_and_moves_nothing_else():
    without, figure = plot_xmr(BOTH, "day", "from"), plot_xmr(BOTH, "day", "from", target=14)

    assert [(shape.y0, shape.yref) for shape in figure.layout.shapes] == [(14, "y"), (14, "y2")]
    assert texts(figure).count("target 14") == 2
    assert lines(figure) == lines(without)


def test_where_no_limits_are_told_there_are_values_alone():
    figure = plot_xmr([panel(XmrStretch(0, 10, 0, None))], "day", "from")

    assert lines(figure) == []
    assert figure.layout.yaxis.range[1] > max(VALUES)


@pytest.mark.parametrize("values", [[0, 1, 2, 3, 4], [200, 210, 215, 219, 220], [5, 100, 101, 220]])
def test_labels_do_not_cover_one_another(values):
    places = spread(values, 17)

    assert all(high - low >= 17 - 1e-9 for low, high in pairwise(places))
    assert places[0] >= 0 and places[-1] <= PANEL_PX


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_each_design_has_its_colour_and_mark(theme):
    figure = plot_xmr(BOTH, "day", "from", theme=theme)

    marks = {(t.marker.symbol, t.marker.color) for t in figure.data if t.mode == "markers" and t.x}
    assert {("circle", theme.first), ("diamond", theme.second)} <= marks
