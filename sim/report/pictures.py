"""The pictures of a report, as parts of a page."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import plotly.graph_objects as go

from sim.analysis.comparison import Comparison
from sim.charts import CostCut, Pair, cut_costs, plot_cost_cut, plot_pairs
from sim.charts.pairs import MARKS, weigh
from sim.charts.tokens import LIGHT
from sim.words import explore, page, report, say, say_sentence
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
        called = {"end_to_end_days": say(AS_LIVED), "reported_days": say(AS_REPORTED)}
        title = explore.tell_time(measures, comparison.designs)
        yield _draw_pairs(title, say(explore.TIME_SUBTITLE), called, comparison)
    causes = page.find_failure_conditions()
    weights = {name: weigh(measures[name]) for name in causes if name in measures}
    most = sorted((name for name in weights if weights[name] > 0), key=lambda n: -weights[n])
    if most:
        called = {name: say_sentence(causes[name]) for name in most}
        title = explore.tell_failure(measures["failure_demand_share"], comparison.designs)
        yield _draw_pairs(title, say(explore.CAUSES_SUBTITLE), called, comparison)


def _draw_pairs(
    title: str, subtitle: str, called: Mapping[str, str], comparison: Comparison
) -> Picture:
    measures = {name: comparison.measures[name] for name in called}
    pairs = [Pair(called[n], m.unit, (m.first, m.second)) for n, m in measures.items()]
    designs = [say_sentence(name_design(design)) for design in comparison.designs]
    figure = plot_pairs(pairs, designs, LIGHT)
    key = ", ".join(f"{mark} {name}" for mark, name in zip(MARKS, designs, strict=True))
    return Picture(title, f"{subtitle}. {key}.", _to_html(figure))


def _draw_cut(comparison: Comparison, cuts: list[CostCut]) -> Picture:
    first, second = (cut.failure / (cut.total or 1.0) for cut in cuts)
    currency = currency_of(comparison.measures["cost_per_citizen_helped"].unit)
    figure = plot_cost_cut(cuts, currency, report.tell_source(comparison))
    title = report.tell_cut((first, second), comparison.designs)
    return Picture(title, report.tell_unit(currency), _to_html(figure))


def _to_html(figure: go.Figure) -> str:
    html: str = figure.to_html(full_html=False, include_plotlyjs=False, config=CONFIG)
    return html
