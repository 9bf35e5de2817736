from dataclasses import replace

import pytest

from sim.analysis.breakeven import (
    About,
    Axis,
    Breakeven,
    BreakevenLine,
    Crossing,
    Point,
    Profile,
)
from sim.analysis.breakeven.profile import LineAt
from sim.charts.breakeven import plot_breakeven
from sim.charts.breakeven_line import find_branches, plot_breakeven_line
from sim.charts.look import CLEAR, DESIGN_COLOURS
from sim.results import Interval
from sim.words.charts import AS_IN_THE_SCENARIO as OWN
from sim.words.charts import BOTH_THE_SAME as BOTH

X = Axis("demand.variety", 0, 6, 3, "factor", "Mean number of particulars.", 1, False)
Y = Axis("absorbing.standards.absorb", 0.5, 1, 0.9, "share", "Chance that it fits.", 1, False)
ABOUT = About(
    "small-benefit",
    "cost_per_citizen_helped",
    "End-to-end cost",
    "SEK per citizen helped",
    "lower",
    ("functionalised", "absorbing"),
    1,
    10,
    365,
    None,
)


def point(x, mean):
    between = None if mean is None else Interval(mean, mean - 1, mean + 1)
    return Point(x, between, between, between)


def crossing(x, low=0.5, high=0.5, below="functionalised", above="absorbing"):
    ends = (None if low is None else x - low, None if high is None else x + high)
    return Crossing(x, *ends, below, above, (x,))


def profile(*crossings, throughout=None, means=(3, 1, -1, -3)):
    points = tuple(point(2.0 * place, mean) for place, mean in enumerate(means))
    return Profile(points, crossings, (), throughout)


def one(*crossings, axis=X, **how):
    return Breakeven(ABOUT, axis, profile(*crossings, **how))


def line(*profiles):
    lines = tuple(LineAt(place / 10, found) for place, found in enumerate(profiles))
    return BreakevenLine(ABOUT, X, Y, lines)


def words_on(figure):
    return [note.text for note in figure.layout.annotations]


def named(figure, name):
    return [trace for trace in figure.data if trace.name == name]


BOTH_CHARTS = [
    plot_breakeven(one(crossing(3))),
    plot_breakeven_line(line(profile(crossing(2)), profile(crossing(3)))),
]


@pytest.mark.parametrize("figure", BOTH_CHARTS)
def test_they_look_like_every_chart(figure):
    assert figure.layout.title.text
    assert all(trace.hovertemplate for trace in figure.data)
    assert figure.layout.paper_bgcolor == figure.layout.plot_bgcolor == CLEAR
    assert figure.layout.font.color is None
    assert all(note.font.color is None for note in figure.layout.annotations)
    assert "variety" in figure.layout.xaxis.title.text


def test_the_sides_of_0_say_who_costs_less():
    sides = {n.yanchor: n.text for n in plot_breakeven(one()).layout.annotations if n.y == 0}
    above, below = sides["bottom"], sides["top"]

    assert "Divided and standardised costs less" in above
    assert DESIGN_COLOURS[0] in above
    assert "Built for variation costs less" in below
    assert DESIGN_COLOURS[1] in below


def test_a_crossing_is_marked_with_its_band():
    figure = plot_breakeven(one(crossing(3, 0.5, 0.7)))

    bands = [(s.x0, s.x1) for s in figure.layout.shapes if s.type == "rect"]
    assert bands == [(2.5, 3.7)]
    assert f"{BOTH}: 3" in words_on(figure)


def test_an_open_band_goes_to_the_end_of_the_range():
    figure = plot_breakeven(one(crossing(5, 0.5, None)))

    assert [(s.x0, s.x1) for s in figure.layout.shapes if s.type == "rect"] == [(4.5, 6)]


def test_the_scenarios_own_value_is_marked_if_it_is_in_the_range():
    here, elsewhere = (plot_breakeven(one(axis=X._replace(own=own))) for own in (3, 9))

    assert f"{OWN}: 3" in words_on(here)
    assert not any(OWN in text for text in words_on(elsewhere))


def test_the_interval_is_filled_and_has_a_gap_where_there_is_none():
    figure = plot_breakeven(one(means=(3, 1, None, -3)))

    bands = named(figure, "95% interval")
    assert [list(band.x) for band in bands] == [[0, 2, 2, 0], [6, 6]]
    assert list(bands[0].y) == [2, 0, 2, 4]
    assert all(band.fill == "toself" for band in bands)


def test_the_line_has_its_band_about_it():
    figure = plot_breakeven_line(line(profile(crossing(2)), profile(crossing(3, 0.5, None))))

    (both,), (band,) = named(figure, BOTH), named(figure, "95% band")
    assert (list(both.x), list(both.y)) == ([2, 3], [0, 0.1])
    assert list(band.x) == [1.5, 2.5, 6, 2.5]
    assert list(band.y) == [0, 0.1, 0.1, 0]
    assert band.fill == "toself"


def test_each_row_shows_who_costs_less_on_which_side():
    figure = plot_breakeven_line(line(profile(crossing(2)), profile(throughout="absorbing")))

    (first,), (second,) = (
        named(figure, f"{name} costs less")
        for name in ("Divided and standardised", "Built for variation")
    )
    assert list(first.x) == [0, 1.5, None]
    assert list(second.x) == [2.5, 6, None, 0, 6, None]
    assert (first.line.color, second.line.color) == DESIGN_COLOURS


def test_a_line_breaks_where_there_is_no_crossing_or_one_of_another_kind():
    turned = crossing(4, below="absorbing", above="functionalised")
    rows = (profile(crossing(2)), profile(), profile(crossing(3)), profile(turned))

    branches = list(find_branches(line(*rows)))

    assert [[c.x for _, c in branch] for branch in branches] == [[2], [3], [4]]


def test_second_crossings_are_joined_with_second_ones():
    turned = crossing(5, below="absorbing", above="functionalised")
    rows = [profile(crossing(2), turned)] * 2

    assert [[c.x for _, c in b] for b in find_branches(line(*rows))] == [[2, 2], [5, 5]]


def test_a_name_stands_in_the_legend_once():
    figure = plot_breakeven_line(line(profile(crossing(2)), profile(), profile(crossing(3))))

    shown = [trace.name for trace in figure.data if trace.showlegend]
    assert len(shown) == len(set(shown))
    assert set(shown) >= {BOTH, OWN, "95% band", "Built for variation costs less"}


def test_the_scenario_itself_is_a_point_unless_it_lies_outside():
    inside = line(profile(crossing(2)))
    outside = replace(inside, x=X._replace(own=7))

    (own,) = named(plot_breakeven_line(inside), OWN)
    assert (own.x[0], own.y[0]) == (3, 0.9)
    assert named(plot_breakeven_line(outside), OWN) == []
