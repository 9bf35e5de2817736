"""Pairs of bars: labelled on the bars, told apart by more than colour."""

from itertools import pairwise

from sim.charts import Pair, plot_pairs
from sim.charts.tokens import DARK, LIGHT
from sim.results import Interval

DESIGNS = ("Divided", "Whole")


def pair(first, second, before=(None, None), label="Days"):
    ends = [
        None if mean is None else Interval(mean, mean - 1, mean + 1) for mean in (first, second)
    ]
    return Pair(label, "days", tuple(ends), before)


def texts(figure):
    return [text for trace in figure.data for text in trace.text or ()]


def test_each_bar_has_its_mark_and_its_value_and_no_legend():
    figure = plot_pairs([pair(14.2, 1.9)], DESIGNS, LIGHT)

    assert texts(figure) == [" ● 14.2", " ◆ 1.9"]
    assert not any(trace.showlegend for trace in figure.data)
    assert [bar.x[0] for bar in figure.data if bar.type == "bar"] == [14.2, 1.9]
    assert [note.text for note in figure.layout.annotations] == ["Days"]


def test_designs_have_the_colours_of_the_theme():
    for theme in (LIGHT, DARK):
        bars = [t for t in plot_pairs([pair(9, 3)], DESIGNS, theme).data if t.type == "bar"]

        assert [bar.marker.color for bar in bars] == [theme.first, theme.second]


def test_what_was_before_is_a_line_across_its_bar_and_the_value_stands_behind_it():
    figure = plot_pairs([pair(9, 3, before=(12.0, None))], DESIGNS, LIGHT)

    (line,) = figure.layout.shapes
    assert line.x0 == line.x1 == 12
    assert line.y0 < figure.data[0].y[0] < line.y1
    assert [t.x[0] for t in figure.data if t.type == "scatter"] == [12, 3]
    assert figure.layout.xaxis.range[1] > 12


def test_a_measure_that_does_not_apply_has_no_bar():
    figure = plot_pairs([pair(9, None)], DESIGNS, LIGHT)

    assert [len(t.x) for t in figure.data] == [1, 1, 0, 0]


def test_bars_do_not_overlap():
    figure = plot_pairs([pair(9, 3), pair(5, 2)], DESIGNS, LIGHT)

    places = sorted(y for t in figure.data if t.type == "bar" for y in t.y)
    assert all(b - a > figure.data[0].width for a, b in pairwise(places))


def test_no_pairs_are_an_empty_chart_and_not_an_error():
    assert texts(plot_pairs([], DESIGNS, LIGHT)) == []
