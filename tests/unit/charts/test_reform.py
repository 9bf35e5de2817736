"""The course of a reform: one line that changes its colour, beside what it would have been."""

from math import nan

import pytest

from sim.charts.reform import ReformPanel, plot_reform
from sim.charts.tokens import CHART_TEXT_PX, DARK, LIGHT
from sim.results import Interval
from sim.words.numbers import SHARE

SPANS = (-1.5, -0.5, 0.5, 1.5)
NAMES = ("unchanged", "all along")


def interval(mean):
    return Interval(mean, mean - 1, mean + 1)


def panel(name="Days", unit="", changes=(10, 10, 6, 2)):
    found = tuple(None if mean is None else interval(mean) for mean in changes)
    return ReformPanel(name, unit, SPANS, (10, 10, 10, 10), (2, 2, nan, 2), found)


def lines(figure):
    """The thick lines: the course that changes."""
    return [trace for trace in figure.data if trace.line.width == 3]


def texts(figure):
    return [note.text for note in figure.layout.annotations]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_line_has_the_colour_of_the_design_that_is_there(theme):
    before, after = lines(plot_reform([panel()], NAMES, "weeks", "from", theme))

    assert (before.line.color, after.line.color) == (theme.first, theme.second)
    assert list(before.x) == [-1.5, -0.5]
    assert list(after.x) == [-0.5, 0.5, 1.5]  # whole: it begins where the other ends
    assert list(after.y) == [10, 6, 2]
    assert before.marker.symbol != after.marker.symbol


def test_lines_are_named_beside_them_and_the_source_stands_inside():
    figure = plot_reform([panel(), panel("Share", SHARE)], NAMES, "weeks", "from here")

    for told in (*NAMES, "<b>Days</b>", "<b>Share</b>", "from here"):
        assert texts(figure).count(told) == 1
    assert figure.layout.xaxis.title.text == "weeks"
    assert all(note.font.size >= CHART_TEXT_PX for note in figure.layout.annotations)
    assert figure.layout.yaxis2.tickformat == ".0%"
    assert figure.layout.yaxis.domain[0] > figure.layout.yaxis2.domain[1]


def test_a_span_in_which_nothing_is_known_is_left_out():
    before, after = lines(plot_reform([panel(changes=(10, None, None, 2))], NAMES, "weeks", "s"))
    assert (list(before.x), list(after.x)) == ([-1.5], [1.5])


def test_a_wide_interval_leaves_the_panel_before_it_flattens_the_line():
    wide = panel()._replace(changes=(*map(interval, (10, 10, 6)), Interval(2, 0, 900)))
    top = plot_reform([wide], NAMES, "weeks", "from").layout.yaxis.range[1]
    assert 10 < top < 30
