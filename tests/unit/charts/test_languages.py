"""All that a chart says can be translated."""

from dataclasses import replace

import pytest

from sim.analysis.comparison import Compared
from sim.charts import (
    Pair,
    plot_breakeven,
    plot_breakeven_line,
    plot_ladder,
    plot_pairs,
    plot_shares,
)
from sim.charts.tokens import LIGHT
from sim.measures import MEASURES
from sim.results import Interval
from sim.scenario import describe_keys
from sim.words import say
from sim.words.charts import AS_LIVED, AS_REPORTED
from sim.words.designs import say_designs
from tests.builders import build_scenario
from tests.pseudo import find_untranslated, in_figure, speak_pseudo
from tests.unit.charts.test_attribution import build_measure
from tests.unit.charts.test_breakeven import ABOUT, X, crossing, line, one, profile

COST, TIME = "cost_per_citizen_helped", "end_to_end_days"
SHIPPED = ("functionalised", "absorbing")


@pytest.fixture(autouse=True)
def pseudo(monkeypatch) -> None:
    speak_pseudo(monkeypatch)


def compared(name: str, first: float | None = 9.0) -> Compared:
    measure = MEASURES[name]
    intervals = [
        None if mean is None else Interval(mean, mean - 1, mean + 1) for mean in (first, 3)
    ]
    return Compared(measure.unit_in("SEK"), measure.title, measure.better, *intervals, None, None)


def breakevens():
    key = next(item for item in describe_keys(build_scenario()) if item.key.endswith("absorb"))
    axis = X._replace(key=key.key, about=key.about, unit=key.unit, is_proportional=True)
    title, unit = MEASURES[COST].title, MEASURES[COST].unit_in("SEK")
    about = ABOUT._replace(title=title, unit=unit)
    yield plot_breakeven(replace(one(crossing(3), axis=axis), about=about))
    rows = line(profile(crossing(2)), profile(crossing(3, None)), profile(throughout="absorbing"))
    yield plot_breakeven_line(replace(rows, about=about, x=axis, y=axis._replace(own=2)))


def attributions():
    measure = build_measure(MEASURES[TIME].unit_in("SEK"))._replace(title=MEASURES[TIME].title)
    return plot_shares(measure), plot_ladder(measure)


def comparisons():
    designs = say_designs(SHIPPED)
    one, other = compared(TIME), compared("reported_days", None)
    pairs = [
        Pair(say(AS_LIVED), one.unit, (one.first, one.second), (4.0, None)),
        Pair(say(AS_REPORTED), other.unit, (other.first, other.second)),
    ]
    return (plot_pairs(pairs, designs, LIGHT),)


@pytest.mark.parametrize("draw", [comparisons, attributions, breakevens])
def test_everything_in_a_chart_can_be_translated(draw):
    for figure in draw():
        read = list(in_figure(figure.to_dict()))
        assert read
        assert find_untranslated(read) == set()
