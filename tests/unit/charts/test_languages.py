"""All that a chart says can be translated."""

from dataclasses import replace

import pytest

from sim.analysis.comparison import Compared
from sim.charts import (
    Clock,
    plot_breakeven,
    plot_breakeven_line,
    plot_cost_breakdown,
    plot_failure_causes,
    plot_ladder,
    plot_shares,
    plot_side_by_side,
    plot_two_clocks,
)
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


def clocks() -> list[Clock]:
    return [
        Clock(say(AS_LIVED), compared(TIME), compared("end_to_end_days_upper_limit")),
        Clock(say(AS_REPORTED), compared("reported_days", None), compared("reported_days")),
    ]


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
    return (
        plot_two_clocks(clocks(), designs),
        plot_cost_breakdown([compared("cost_travel"), compared("cost_downstream")], designs),
        plot_failure_causes([compared("failure_contacts_from_budget")], designs),
        plot_side_by_side([compared(COST), compared("failure_demand_share")], designs),
    )


@pytest.mark.parametrize("draw", [comparisons, attributions, breakevens])
def test_everything_in_a_chart_can_be_translated(draw):
    for figure in draw():
        read = list(in_figure(figure.to_dict()))
        assert read
        assert find_untranslated(read) == set()
