"""Charts: values in, a figure out, that colour-blind people and dark pages can read."""

import plotly.graph_objects as go
import pytest

from sim.analysis.comparison import Compared
from sim.charts import (
    DESIGN_COLOURS,
    Clock,
    plot_cost_breakdown,
    plot_failure_causes,
    plot_side_by_side,
    plot_two_clocks,
)
from sim.charts.look import dress, wrap
from sim.measures import Unit
from sim.results import Interval

DESIGNS = ("Functionalised", "Absorbing")
CLEAR = "rgba(0, 0, 0, 0)"


def exactly(value):
    return None if value is None else Interval(value, value, value)


def compared(first, second, unit="days", title="A measure"):
    intervals = exactly(first), exactly(second)
    return Compared(unit, title, "lower", *intervals, None, None)


def clocks():
    return [
        Clock("as lived", compared(14, 2), compared(30, 5)),
        Clock("as reported", compared(3, 2), compared(6, 4)),
    ]


def every_chart():
    return [
        plot_side_by_side([compared(0.8, 0.3, "share"), compared(9, 3)], DESIGNS),
        plot_cost_breakdown([compared(9, 3, "SEK"), compared(1, 2, "SEK")], DESIGNS),
        plot_failure_causes([compared(9, 3), compared(1, 2)], DESIGNS),
        plot_two_clocks(clocks(), DESIGNS),
    ]


@pytest.mark.parametrize("figure", every_chart())
def test_every_chart_has_a_title_units_and_hover(figure):
    assert figure.layout.title.text
    assert all(trace.hovertemplate for trace in figure.data)
    words = str(figure.layout)
    assert any(unit in words for unit in ("days", "SEK", "percent"))


@pytest.mark.parametrize("figure", every_chart())
def test_no_chart_fixes_what_the_theme_decides(figure):
    assert figure.layout.paper_bgcolor == figure.layout.plot_bgcolor == CLEAR
    fonts = (figure.layout.font, figure.layout.title.font, figure.layout.legend.font)
    assert all(font.color is None for font in fonts)


def test_a_design_has_the_same_colour_in_every_chart():
    side, causes = (
        plot_side_by_side([compared(9, 3)], DESIGNS),
        plot_failure_causes([compared(9, 3)], DESIGNS),
    )

    assert tuple(mark.marker.color for mark in side.data) == DESIGN_COLOURS
    assert tuple(bars.marker.color for bars in causes.data) == DESIGN_COLOURS
    assert [mark.name for mark in side.data] == list(DESIGNS)


def test_designs_differ_in_more_than_colour():
    marks = plot_side_by_side([compared(9, 3)], DESIGNS).data

    assert marks[0].marker.symbol != marks[1].marker.symbol


def test_an_interval_is_a_line_about_its_mean():
    measure = compared(9, 3)._replace(first=Interval(9, 7, 12))

    line = plot_side_by_side([measure], DESIGNS).data[0].error_x

    assert (line.array[0], line.arrayminus[0]) == (3, 2)


def test_a_measure_that_does_not_apply_has_no_mark():
    figure = plot_side_by_side([compared(9, None)], DESIGNS)

    assert [mark.name for mark in figure.data] == ["Functionalised"]


def test_parts_that_cost_nothing_are_left_out():
    parts = [compared(9, 3, "SEK", "Work"), compared(0, 0, "SEK", "Travel")]

    figure = plot_cost_breakdown(parts, DESIGNS)

    assert [bar.name for bar in figure.data] == ["Work"]


def test_the_whole_cost_stands_beside_the_name_of_the_design():
    amount = Unit.COST_PER_CITIZEN_HELPED.in_currency("SEK")
    parts = [compared(900, 300, amount), compared(100, 200, amount)]

    words = [note.text for note in plot_cost_breakdown(parts, DESIGNS).layout.annotations]

    assert words == [
        "<b>Functionalised</b>: SEK\N{NO-BREAK SPACE}1,000",
        "<b>Absorbing</b>: SEK\N{NO-BREAK SPACE}500",
    ]


def test_causes_are_sorted_by_weight_and_empty_ones_left_out():
    causes = [
        compared(1, 0, title="Few"),
        compared(0, 0, title="None"),
        compared(5, 2, title="Lot"),
    ]

    bars = plot_failure_causes(causes, DESIGNS).data[0]

    assert list(bars.y) == ["Lot", "Few"]


def test_the_upper_limit_is_the_end_of_the_line_and_reported_bars_are_hollow():
    lived, reported, *_ = plot_two_clocks(clocks(), DESIGNS).data

    assert lived.x[0] + lived.error_x.array[0] == 30
    assert lived.marker.color == DESIGN_COLOURS[0]
    assert reported.marker.color == CLEAR
    assert reported.marker.line.color == DESIGN_COLOURS[0]


def test_labels_are_broken_between_words():
    assert wrap("as the citizen lives it", 12) == "as the<br>citizen<br>lives it"
    assert wrap("", 12) == ""


def test_a_long_title_is_broken_and_gets_its_room():
    short, long = (dress(go.Figure(), title, 300).layout for title in ("Short", "word " * 12))

    assert "<br>" not in short.title.text
    assert long.title.text.count("<br>") == 1
    assert long.margin.t - short.margin.t == long.height - short.height > 0


def test_charts_of_nothing_are_empty_and_not_an_error():
    assert len(plot_side_by_side([], DESIGNS).data) == 0
    assert len(plot_cost_breakdown([], DESIGNS).data) == 0
