"""The pictures of a report, as parts of a page."""

from collections.abc import Iterator
from typing import NamedTuple

import plotly.graph_objects as go

from sim.analysis.comparison import Comparison
from sim.charts import (
    Clock,
    CostCut,
    cut_costs,
    plot_cost_cut,
    plot_failure_causes,
    plot_two_clocks,
)
from sim.words import page, report, say, say_sentence
from sim.words.charts import AS_LIVED, AS_REPORTED
from sim.words.designs import name_design
from sim.words.numbers import currency_of

CONFIG = {"displayModeBar": False, "responsive": True}


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
    cuts = cut_costs(measures, names)
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
    currency = currency_of(comparison.measures["cost_per_citizen_helped"].unit)
    figure = plot_cost_cut(cuts, currency, report.tell_source(comparison))
    title = report.tell_cut((first, second), comparison.designs)
    return Picture(title, report.tell_unit(currency), _to_html(figure))


def _picture(title: str, caption: str, figure: go.Figure) -> Picture:
    figure.update_layout(title=None, margin={"t": 40})
    return Picture(title, caption, _to_html(figure))


def _to_html(figure: go.Figure) -> str:
    html: str = figure.to_html(full_html=False, include_plotlyjs=False, config=CONFIG)
    return html
