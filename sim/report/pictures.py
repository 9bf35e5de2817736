"""The pictures of a report, as parts of a page."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import plotly.graph_objects as go

from sim.analysis.comparison import Compared, Comparison
from sim.charts import (
    Clock,
    CostCut,
    plot_cost_cut,
    plot_failure_causes,
    plot_two_clocks,
)
from sim.results import Interval
from sim.words import page, report, say, say_sentence
from sim.words.charts import AS_LIVED, AS_REPORTED
from sim.words.designs import name_design
from sim.words.numbers import currency_of

FAILURE_PARTS = ("cost_failure_contacts", "cost_rework")
USEFUL_PART = "cost_value_work"
NOTHING = Interval(0.0, 0.0, 0.0)
CONFIG = {"displayModeBar": False, "responsive": True}
Measures = Mapping[str, Compared]


class Picture(NamedTuple):
    """A picture and what is said with it."""

    title: str
    caption: str
    html: str


def draw_pictures(comparison: Comparison) -> list[Picture]:
    """Draw those for which something is measured; none where a design does not settle."""
    return list(_draw(comparison)) if comparison.settles else []


def _draw(comparison: Comparison) -> Iterator[Picture]:
    measures = comparison.measures
    names = [say_sentence(name_design(design)) for design in comparison.designs]
    cuts = find_cuts(measures, names)
    if cuts:
        yield _draw_cut(comparison, cuts)
    if measures["end_to_end_days"].first and measures["reported_days"].first:
        clocks = [
            Clock(say(called), measures[name], measures[f"{name}_upper_limit"])
            for called, name in ((AS_LIVED, "end_to_end_days"), (AS_REPORTED, "reported_days"))
        ]
        yield _picture(say(report.THE_TIME), say(page.TWO_CLOCKS), plot_two_clocks(clocks, names))
    causes = [
        measures[name]._replace(title=say_sentence(title))
        for name, title in page.find_failure_conditions().items()
        if name in measures
    ]
    if any(cause.first for cause in causes):
        yield _picture(say(report.THE_CAUSES), say(page.CAUSES), plot_failure_causes(causes, names))


def _draw_cut(comparison: Comparison, cuts: list[CostCut]) -> Picture:
    first, second = (cut.failure / (cut.total or 1.0) for cut in cuts)
    currency = currency_of(comparison.measures[USEFUL_PART].unit)
    figure = plot_cost_cut(cuts, currency, report.tell_source(comparison))
    title = report.tell_cut((first, second), comparison.designs)
    return Picture(title, report.tell_unit(currency), _to_html(figure))


def find_cuts(measures: Measures, names: list[str]) -> list[CostCut]:
    """Cut the cost of either design; nothing where one has none."""
    total, useful = measures["cost_per_citizen_helped"], measures[USEFUL_PART]
    failure = [measures[name] for name in FAILURE_PARTS]
    if total.first is None or total.second is None:
        return []
    cuts = []
    for place, name in enumerate(names):
        whole, work = (_mean(measure, place) for measure in (total, useful))
        failed = sum(_mean(measure, place) for measure in failure)
        cuts.append(CostCut(name, work, failed, max(whole - work - failed, 0.0)))
    return cuts


def _mean(measure: Compared, place: int) -> float:
    return ((measure.first, measure.second)[place] or NOTHING).mean


def _picture(title: str, caption: str, figure: go.Figure) -> Picture:
    figure.update_layout(title=None, margin={"t": 40})
    return Picture(title, caption, _to_html(figure))


def _to_html(figure: go.Figure) -> str:
    html: str = figure.to_html(full_html=False, include_plotlyjs=False, config=CONFIG)
    return html
