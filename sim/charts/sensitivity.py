"""What an outcome depends on: bars of indices beside noise, and a tornado."""

import plotly.graph_objects as go

from sim.analysis.sensitivity import Indices, Swing, Tornado
from sim.charts import look
from sim.results import Interval
from sim.words import say
from sim.words import sensitivity as words

TOP_PX, ROW_PX, ROOM_PX = 76, 30, 150
"""Height of the head, of a row, and of all else."""
TOLD, UNTOLD, SECOND = "#0072B2", "#999999", "#56B4E9"
"""What is told apart from noise, what is not, and a second index beside the first (Okabe & Ito)."""
DRAWN = {"sobol": ("total", "first"), "morris": ("mu_star",)}
COLOURS = (TOLD, SECOND)


def plot_indices(result: Indices) -> go.Figure:
    """Plot indices of each factor with their intervals, and what noise alone yields.

    Parameters
    ----------
    result
        Sobol's or Morris's indices; of the latter the mean size of effects is drawn. What is not
        told apart from noise is grey.
    """
    figure, statistics = go.Figure(), DRAWN[result.kind]
    order = sorted(result.of(statistics[0]).values(), key=lambda one: one.value)
    keys = [one.factor for one in order]
    unit = "" if result.kind == "sobol" else result.about.unit
    for statistic, colour in zip(statistics, COLOURS, strict=False):
        found = result.of(statistic)
        rows = [found[key] for key in keys]
        figure.add_bar(
            y=[look.wrap(key, look.LINE) for key in keys],
            x=[one.value for one in rows],
            error_x=_draw_ends([one.interval for one in rows]),
            orientation="h",
            name=say(words.NAMES[statistic]),
            marker={"color": [colour if one.is_told else UNTOLD for one in rows]},
            hovertemplate=[
                look.hover_interval(
                    key, one.interval, unit, *([] if one.is_told else [say(words.NOT_TOLD)])
                )
                for key, one in zip(keys, rows, strict=True)
            ],
        )
    _mark_noise(figure, order[0].floor)
    axis = words.SHARE_OF_VARIANCE if result.kind == "sobol" else words.STEPS
    figure.update_xaxes(title=say(axis), rangemode="tozero")
    return _dress(figure, words.INDICES, words.name_outcome(result.about), len(keys))


def _mark_noise(figure: go.Figure, floor: float) -> None:
    figure.add_vline(
        x=floor,
        line={"color": look.HAIRLINE, "dash": "dash", "width": 2},
        annotation={"text": say(words.NOISE), "yanchor": "bottom"},
    )


def plot_tornado(result: Tornado) -> go.Figure:
    """Plot how far each factor swings an outcome, with its interval, the widest swing on top.

    Parameters
    ----------
    result
        The swings; what chance would do as well is grey.
    """
    swings, figure = result.swings[::-1], go.Figure()
    figure.add_bar(
        y=[look.wrap(f"{one.factor}: {one.start} → {one.end}", look.LINE) for one in swings],
        x=[one.change.mean for one in swings],
        error_x=_draw_ends([one.change for one in swings]),
        orientation="h",
        marker={"color": [TOLD if one.change.sure_sign else UNTOLD for one in swings]},
        hovertemplate=[_hover(one, result.about.unit) for one in swings],
    )
    figure.add_vline(x=0, line={"color": look.HAIRLINE, "width": 2})
    figure.update_xaxes(**look.axis_of(result.about.unit))
    figure.update_layout(showlegend=False)
    return _dress(figure, words.TORNADO, words.name_outcome(result.about), len(swings))


def _hover(swing: Swing, unit: str) -> str:
    more = [] if swing.change.sure_sign else [say(words.NOT_TOLD)]
    return look.hover_interval(swing.factor, swing.change, unit, *more)


def _draw_ends(intervals: list[Interval]) -> dict[str, object]:
    return {
        "type": "data",
        "symmetric": False,
        "array": [one.high - one.mean for one in intervals],
        "arrayminus": [one.mean - one.low for one in intervals],
        "color": look.HAIRLINE,
    }


def _dress(figure: go.Figure, title: str, about: str, rows: int) -> go.Figure:
    """Give a figure its title, what it is about, and room for its rows."""
    return look.dress(figure, f"{say(title)} {about}", ROOM_PX + ROW_PX * rows, top=TOP_PX)
