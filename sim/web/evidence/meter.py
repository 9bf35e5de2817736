"""The assumption meter: a bar for each service, of what its quantities rest on."""

from collections.abc import Mapping

from markupsafe import Markup

from sim.analysis.evidence import Basis
from sim.charts.tokens import Theme
from sim.words import evidence_page as words

ROW = Markup(
    '<li class="strip-row" style="border-color:{rule}"><div class="strip-text"><span>{title}</span>'
    '<span class="tile-note">{told}</span></div><div class="meter" aria-hidden="true">{parts}</div>'
    "</li>"
)
PART = Markup('<span style="background:{colour};width:{width:.1f}%"></span>')


def draw_meter(bases: Mapping[str, Basis], theme: Theme) -> Markup:
    """Draw the bars, most assumed first; what they show stands beside them in words.

    Parameters
    ----------
    bases
        What the quantities rest on, by the titles of the services.
    theme
        The colours.
    """
    ordered = sorted(bases.items(), key=lambda pair: -pair[1].assumed / pair[1].total)
    rows = Markup("").join(
        ROW.format(
            rule=theme.rule,
            title=title,
            told=words.tell_basis(basis),
            parts=_draw_parts(basis, theme),
        )
        for title, basis in ordered
    )
    return Markup('<ul class="strips">{}</ul>').format(rows)


def _draw_parts(basis: Basis, theme: Theme) -> Markup:
    parts = ((basis.assumed, theme.rest), (basis.fitted, theme.pale), (basis.published, theme.ink))
    return Markup("").join(
        PART.format(colour=colour, width=part / basis.total * 100) for part, colour in parts
    )
