"""A strip for each figure: what is tolerated, what is reported, and where the simulation lands.

All on one scale, that of what is tolerated, so that figures of any unit stand beside one another.
They are parts of the page, not a picture: what a strip shows stands beside it in words.
"""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from sim.analysis.evidence import OUTSIDE, EvidenceRow, OnScale, place_on_scale
from sim.charts.tokens import Theme
from sim.scenario import Scenario
from sim.words import evidence_page as words
from sim.words import say, say_text
from sim.words.evidence import label_types, tell_figure

LEAST_REACH, ROOM = 1.5, 1.08
"""How far the scale goes at least on either side, and how far beyond the last mark."""
ROW = Markup(
    '<li class="strip-row" style="border-color:{rule}"><div class="strip-text">{what}'
    '<span class="tile-note">{where}</span><span class="tile-note">{numbers}</span></div>'
    '<div class="strip" aria-hidden="true">{marks}</div></li>'
)
HEAD = Markup(
    '<div class="strip-row strip-head" aria-hidden="true"><div></div><div class="strip-names">'
    "<span>{below}</span><span>{tolerated}</span><span>{above}</span></div></div>"
)


def draw_strips(
    rows: Sequence[EvidenceRow], scenarios: Mapping[str, Scenario], theme: Theme
) -> Markup:
    """Draw the strips of judged figures, those that are missed first, then the farthest.

    Parameters
    ----------
    rows
        The figures; those of which nothing was simulated are left out.
    scenarios
        The services that they are of, by name.
    theme
        The colours.
    """
    placed = [(row, at) for row in rows if (at := place_on_scale(row))]
    placed.sort(key=lambda pair: -abs(pair[1].simulated))
    ends = [abs(end) for _, at in placed for end in at]
    reach = max((LEAST_REACH, *ends)) * ROOM
    names = (("below", words.BELOW), ("tolerated", words.TOLERATED), ("above", words.ABOVE))
    head = HEAD.format(**{name: say(text) for name, text in names})
    body = Markup("").join(
        ROW.format(
            rule=theme.rule,
            what=_write_what(row, scenarios[row.service or ""]),
            where=f"{say_text(scenarios[row.service or ''].service.title)} · {row.id}",
            numbers=words.tell_numbers(row),
            marks=_draw_marks(row, at, reach, theme),
        )
        for row, at in placed
    )
    return Markup('<div>{}<ul class="strips">{}</ul></div>').format(head, body)


def _write_what(row: EvidenceRow, scenario: Scenario) -> Markup:
    tag = "b" if row.verdict == OUTSIDE else "span"
    told = tell_figure(row, label_types(scenario))
    return Markup(f"<{tag}>{{}}</{tag}>").format(told)


def _draw_marks(row: EvidenceRow, at: OnScale, reach: float, theme: Theme) -> Markup:
    def place(value: float) -> float:
        return (value + reach) / (2 * reach) * 100

    fill = theme.paper if row.is_fitted else theme.ink
    band = _box(place(-1), place(1), f"top:0;bottom:0;background:{theme.rule}")
    line = _box(place(at.low), place(at.high), f"top:50%;height:2px;background:{theme.ink}")
    stroke = _box(place(at.reported), None, f"top:0;bottom:0;width:2px;background:{theme.pale}")
    dot = _box(place(at.simulated), None, f"background:{fill};border-color:{theme.ink}", "dot")
    return Markup("").join((band, stroke, line, dot))


def _box(left: float, right: float | None, style: str, name: str = "") -> Markup:
    width = "" if right is None else f"width:{right - left:.2f}%;"
    return Markup('<span class="{}" style="left:{:.2f}%;{}{}"></span>').format(
        name, left, width, style
    )
