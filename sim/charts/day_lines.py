"""One citizen in two designs: two lines of days on one axis, waiting grey, work in colour."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from sim.charts import look
from sim.charts.on_page import add_source
from sim.charts.tokens import CHART_TEXT_PX, LIGHT, Theme, lay_out
from sim.journey import DayLine, Loss
from sim.words import citizen as words
from sim.words import journey, say

LETTERS, LETTERS_AMID = 44, 26
"""Letters of a note that fit on a telephone, and of one that begins or ends amid the axis."""
AMID = (0.2, 0.8)
HEAD_PX, LINE_PX, NOTE_PX, BETWEEN_PX, AXIS_PX = 50, 56, 20, 30, 58
"""Room above a line for its name, for the line with what stands on it, for each line of its notes,
after it, and for the axis below both."""
FACE_PX, CONTACT_PX, TICK_PX = 24, 20, 22
"""How far faces stand above the line, contacts below it, and how high the ticks of work are."""
FACES_APART = 0.07
"""Of the axis: nearer than that the number of a face would stand on that of another."""
MOST_LOSSES = 4
"""Losses that are named in the chart; all are told in words below it."""


class TwoDays(NamedTuple):
    """One of the two lines."""

    design: str
    """Its name as people read it."""
    summed: str
    """The case in one line: days, contacts, faces, money."""
    line: DayLine


class Sheet(NamedTuple):
    """What is drawn on."""

    figure: go.Figure
    until: float
    """The last day on the axis."""
    theme: Theme

    def colour(self, place: int) -> str:
        """Return the colour of one of the two designs."""
        return (self.theme.first, self.theme.second)[place]


class Note(NamedTuple):
    """What is written below a line, with a hair from the day that it is about."""

    day: float
    text: str
    colour: str


def plot_day_lines(rows: Sequence[TwoDays], source: str, theme: Theme = LIGHT) -> go.Figure:
    """Plot the same citizen's case in two designs, one below the other; there is no legend.

    Parameters
    ----------
    rows
        The two designs.
    source
        Where it is from: stands in the figure, so that it goes with a picture of it.
    theme
        The colours.
    """
    until = max(*(row.line.until_day for row in rows), 0.1)
    sheet = Sheet(go.Figure(), until, theme)
    top = 0.0
    for place, row in enumerate(rows):
        _write_head(sheet, row, place, -top)
        _draw_line(sheet, row.line, place, -(top + HEAD_PX + LINE_PX / 2))
        below = top + HEAD_PX + LINE_PX + CONTACT_PX
        notes = sorted(_list_notes(row.line, sheet.colour(place), theme))
        top = below + _write_notes(sheet, notes, below) + BETWEEN_PX
    return _dress(sheet, top, source)


def _write_head(sheet: Sheet, row: TwoDays, place: int, y: float) -> None:
    sheet.figure.add_annotation(
        x=0,
        y=y,
        text=f'<b style="color:{sheet.colour(place)}">{row.design}</b><br>{row.summed}',
        showarrow=False,
        xanchor="left",
        yanchor="top",
        align="left",
        font={"color": sheet.theme.ink, "size": CHART_TEXT_PX + 1},
    )


def _draw_line(sheet: Sheet, line: DayLine, place: int, y: float) -> None:
    """Draw the days of waiting, the work on them, the contacts, and the end."""
    colour, theme = sheet.colour(place), sheet.theme
    sheet.figure.add_scatter(
        x=[0, line.until_day],
        y=[y, y],
        mode="lines",
        line={"color": theme.rest, "width": 10},
        hoverinfo="skip",
    )
    works = [(work.from_day, say(words.FACE, number=work.face)) for work in line.works]
    contacts = [(day, say(words.CONTACT)) for day in line.contacts]
    failures = [(day, say(words.FAILURE)) for day in line.failures]
    tick = {"symbol": "line-ns", "size": TICK_PX, "line": {"width": 4, "color": colour}}
    ring = {"symbol": "circle-open", "size": 7, "color": theme.pale}
    cross = {"symbol": "x", "size": 9, "color": theme.failure}
    _add_marks(sheet, works, y, tick)
    _add_marks(sheet, contacts, y - CONTACT_PX, ring)
    _add_marks(sheet, failures, y - CONTACT_PX, cross)
    if line.is_met:
        end = {"symbol": look.DESIGN_SYMBOLS[place], "size": 15, "color": colour}
        end["line"] = {"width": 2, "color": theme.paper}
        _add_marks(sheet, [(line.until_day, say(journey.MET))], y, end)
    _number_faces(sheet, line, y + FACE_PX)


def _add_marks(
    sheet: Sheet, marks: list[tuple[float, str]], y: float, marker: dict[str, object]
) -> None:
    sheet.figure.add_scatter(
        x=[day for day, _ in marks],
        y=[y] * len(marks),
        mode="markers",
        marker=marker,
        hovertext=[say(words.ON_DAY, day=words.write_day(day), what=what) for day, what in marks],
        hoverinfo="text",
        cliponaxis=False,
    )


def _number_faces(sheet: Sheet, line: DayLine, y: float) -> None:
    """Write the number of each face above its first work; of those close together, from and to."""
    groups: list[tuple[float, int, int]] = []
    met = 0
    for work in line.works:
        if work.face <= met:
            continue
        met = work.face
        if groups and work.from_day - groups[-1][0] < FACES_APART * sheet.until:
            groups[-1] = (*groups[-1][:2], met)
        else:
            groups.append((work.from_day, met, met))
    for day, first, last in groups:
        sheet.figure.add_annotation(
            x=day,
            y=y,
            text=str(first) if first == last else f"{first}–{last}",
            showarrow=False,
            font={"color": sheet.theme.ink, "size": CHART_TEXT_PX},
        )


def _list_notes(line: DayLine, colour: str, theme: Theme) -> Iterator[Note]:
    """List what is written below a line: losses, the first closing, and the end."""
    for loss in line.losses[:MOST_LOSSES]:
        yield Note(loss.day, _tell_loss(loss), theme.failure)
    if line.closings:
        first = line.closings[0]
        text = words.tell_closing(first.day, first.reported_days, len(line.closings))
        yield Note(first.day, text, theme.ink)
    end = words.tell_end(line.until_day, is_met=line.is_met, is_over=line.is_over)
    yield Note(line.until_day, end, colour if line.is_met else theme.failure)


def _tell_loss(loss: Loss) -> str:
    return words.tell_loss(loss.names, loss.more, is_on_the_way=loss.is_on_the_way)


def _write_notes(sheet: Sheet, notes: list[Note], top: float) -> float:
    """Write the notes one below the other, each on its day; return the room that they take."""
    room = 0.0
    for note in notes:
        is_amid = AMID[0] < note.day / sheet.until < AMID[1]
        text = look.wrap(note.text, LETTERS_AMID if is_amid else LETTERS)
        lines, is_left = 1 + text.count("<br>"), note.day < sheet.until / 2
        sheet.figure.add_annotation(
            x=note.day,
            y=-(top + room),
            text=text,
            showarrow=False,
            xanchor="left" if is_left else "right",
            yanchor="top",
            align="left" if is_left else "right",
            xshift=3 if is_left else -3,
            font={"color": note.colour, "size": CHART_TEXT_PX},
        )
        sheet.figure.add_shape(
            type="line",
            x0=note.day,
            x1=note.day,
            y0=-(top - CONTACT_PX - LINE_PX / 2),
            y1=-(top + room + NOTE_PX * lines - 2),
            line={"color": sheet.theme.rule, "width": 1},
            layer="below",
        )
        room += NOTE_PX * lines
    return room


def _dress(sheet: Sheet, height: float, source: str) -> go.Figure:
    figure, until, theme = sheet
    below = AXIS_PX + add_source(figure, source, theme, below_px=AXIS_PX)
    figure.update_layout(
        height=round(height + below),
        margin={"l": 4, "r": 12, "t": 0, "b": round(below)},
        **lay_out(theme),
        showlegend=False,
        hoverlabel={"namelength": -1},
    )
    figure.update_yaxes(visible=False, range=[-height, 0], fixedrange=True)
    figure.update_xaxes(
        range=[-0.015 * until, 1.015 * until],
        title={"text": say(words.DAYS_SINCE), "standoff": 6, "font": {"size": CHART_TEXT_PX}},
        gridcolor=theme.rule,
        griddash="dot",
        zeroline=False,
        fixedrange=True,
    )
    return figure
