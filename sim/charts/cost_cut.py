"""What a citizen helped costs, cut into useful work, what failure causes, and the rest."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from sim.analysis.comparison import Compared
from sim.charts import tokens
from sim.charts.look import wrap
from sim.charts.tokens import LIGHT, Theme
from sim.results import Interval
from sim.words import charts as words
from sim.words import say
from sim.words.numbers import write_money

BAR_PX, ABOVE_PX, BELOW_PX = 116, 34, 54
LEAST_SHARE = 0.2
"""Of the longest bar, a part must take so much for its name to stand on it."""
LETTERS_OF_BAR, LETTERS_OF_SOURCE = 46, 56
"""Letters that fit on the longest bar, and below it, on a telephone."""

WHOLE, USEFUL = "cost_per_citizen_helped", "cost_value_work"
FAILURE = ("cost_failure_contacts", "cost_rework")
NOTHING = Interval(0.0, 0.0, 0.0)


class CostCut(NamedTuple):
    """The cost of a citizen helped in one design."""

    design: str
    """Its name as people read it."""
    useful: float
    failure: float
    """Failure contacts, rework and exceptions."""
    rest: float

    @property
    def total(self) -> float:
        """The whole."""
        return self.useful + self.failure + self.rest


def cut_costs(measures: Mapping[str, Compared], names: Sequence[str]) -> list[CostCut]:
    """Cut the cost of either design; nothing where one has none.

    Parameters
    ----------
    measures
        The whole and the parts, by their names.
    names
        What the two designs are called.
    """
    if measures[WHOLE].first is None or measures[WHOLE].second is None:
        return []
    return [_cut(measures, place, name) for place, name in enumerate(names)]


def _cut(measures: Mapping[str, Compared], place: int, name: str) -> CostCut:
    whole, useful = (_mean(measures[part], place) for part in (WHOLE, USEFUL))
    failure = sum(_mean(measures[part], place) for part in FAILURE)
    return CostCut(name, useful, failure, max(whole - useful - failure, 0.0))


def _mean(measure: Compared, place: int) -> float:
    return ((measure.first, measure.second)[place] or NOTHING).mean


def plot_cost_cut(
    cuts: Sequence[CostCut],
    currency: str,
    source: str,
    theme: Theme = LIGHT,
    before: Sequence[float] = (),
) -> go.Figure:
    """Plot a bar for each design, labelled on the bar; there is no legend.

    Parameters
    ----------
    cuts
        The costs.
    currency
        Code of the currency.
    source
        Where it is from: stands in the figure, so that it goes with a picture of it.
    theme
        Its colours.
    before
        What each cost in all before something was changed; a dotted line stands there.
    """
    longest = max((*(cut.total for cut in cuts), *before), default=1.0) or 1.0
    written = [note for cut in cuts for note in _write_on(cut, longest, currency, theme)]
    layout = {
        "annotations": [
            *(_write_above(cut, currency) for cut in cuts),
            *written,
            _write_below(source, theme),
        ],
        "shapes": [_mark_before(place, total, theme) for place, total in enumerate(before)],
        "barmode": "stack",
        "bargap": 0.42,
        "height": ABOVE_PX + BAR_PX * len(cuts) + BELOW_PX,
        "margin": {"l": 0, "r": 0, "t": ABOVE_PX, "b": BELOW_PX},
        "xaxis": {"visible": False, "range": (0, longest), "fixedrange": True},
        "yaxis": {"visible": False, "range": (len(cuts) - 0.5, -0.5), "fixedrange": True},
        **tokens.lay_out(theme),
    }
    return go.Figure([_bars(cuts, part, currency) for part in _list_parts(theme)], layout)


class _Part(NamedTuple):
    """A part of the cost: its title, its colour, and that of what is written on it."""

    name: str
    title: str
    colour: str
    ink: str


def _list_parts(theme: Theme) -> tuple[_Part, ...]:
    return (
        _Part("useful", say(words.USEFUL), theme.useful, theme.on_dark),
        _Part("failure", say(words.BY_FAILURE), theme.failure, theme.on_dark),
        _Part("rest", say(words.THE_REST), theme.rest, theme.ink),
    )


def _bars(cuts: Sequence[CostCut], part: _Part, currency: str) -> dict[str, Any]:
    values = [getattr(cut, part.name) for cut in cuts]
    return {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": [cut.design for cut in cuts],
        "marker": {"color": part.colour, "line": {"width": 0}},
        "hovertemplate": [
            f"{part.title}: {write_money(value, currency, 0)}<extra></extra>" for value in values
        ],
        "showlegend": False,
    }


def _mark_before(place: int, total: float, theme: Theme) -> dict[str, Any]:
    line = {"color": theme.ink, "width": 2, "dash": "dot"}
    ends = {"x0": total, "x1": total, "y0": place - 0.36, "y1": place + 0.36}
    return {"type": "line", "line": line, **ends}


def _write_on(
    cut: CostCut, longest: float, currency: str, theme: Theme
) -> Iterator[dict[str, Any]]:
    """Write on each part of a bar what it is, where there is room for it."""
    begins = 0.0
    for part in _list_parts(theme):
        value = getattr(cut, part.name)
        share = value / longest
        if share >= LEAST_SHARE:
            lines = wrap(part.title, int(share * LETTERS_OF_BAR))
            yield {
                "x": begins,
                "y": cut.design,
                "text": f"{lines}<br>{write_money(value, currency, 0)}",
                "showarrow": False,
                "xanchor": "left",
                "align": "left",
                "xshift": 6,
                "font": {"color": part.ink},
            }
        begins += value


def _write_above(cut: CostCut, currency: str) -> dict[str, Any]:
    return {
        "x": 0,
        "y": cut.design,
        "text": words.tell_total(cut.design, cut.total, cut.failure, currency),
        "align": "left",
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": BAR_PX * 0.31,
        "font": {"size": tokens.CHART_TEXT_PX + 2},
    }


def _write_below(source: str, theme: Theme) -> dict[str, Any]:
    """Write where it is from."""
    return {
        "x": 0,
        "y": 0,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -6,
        "text": wrap(source, LETTERS_OF_SOURCE),
        "align": "left",
        "showarrow": False,
        "font": {"size": tokens.CHART_TEXT_PX, "color": theme.pale},
    }
