"""A client's month in both designs: a calendar of the faces that came, new ones marked."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sim.charts.tokens import Theme
from sim.journey import Followed, Following, Month, VisitDay, VisitFace
from sim.web.look.theme import current_theme
from sim.words import citizen as words
from sim.words import say
from sim.words.designs import say_designs
from sim.words.first_names import call_by_name

STYLE = Path(__file__).with_name("calendar.css")
WEEK = 7
FIRST_SHOWN = 3
"""The month that is shown at first: the client has had time to get to know the faces."""


@cache
def _load_style() -> str:
    return f"<style>{STYLE.read_text(encoding='utf-8')}</style>"


def show_calendar(followed: Followed, following: Following) -> None:
    """Show one month of a client in both designs."""
    months = [journey.months for journey in followed.journeys]
    number = st.segmented_control(
        say(words.MONTH),
        range(1, len(months[0]) + 1),
        default=FIRST_SHOWN,
        required=True,
        key="citizen:month",
    )
    shown = [of_design[number - 1] for of_design in months]
    name = call_by_name(followed.name_at)
    faces = [month.faces for month in shown]
    st.header(words.tell_faces(name, faces, following.designs, number), anchor=False)
    st.caption(say(words.MONTH_READS))
    st.html(_load_style())
    theme = current_theme()
    columns = st.columns(len(shown), gap="large")
    designs, colours = say_designs(following.designs), (theme.first, theme.second)
    for column, design, month, colour in zip(columns, designs, shown, colours, strict=True):
        with column:
            st.html(_write_month(design, month, colour, theme))
    st.caption(words.tell_run(following.provenance, followed.citizen, following.days))


def _write_month(design: str, month: Month, colour: str, theme: Theme) -> str:
    summed = words.tell_month(month.visits, month.faces, month.new_faces, month.missed, month.calls)
    weekdays = words.list_weekdays(range(WEEK))
    head = Markup("").join(map(Markup("<th scope=col>{}</th>").format, weekdays))
    return Markup(
        '<table class="faces" style="--own:{colour};--paper:{paper};--rule:{rule}">'
        "<caption><b>{design}</b><br>{summed}</caption><tr>{head}</tr>{weeks}</table>"
    ).format(
        colour=colour,
        paper=theme.paper,
        rule=theme.rule,
        design=design,
        summed=summed,
        head=head,
        weeks=Markup("").join(map(_write_week, _split(month.days))),
    )


def _split(days: Sequence[VisitDay]) -> list[list[VisitDay | None]]:
    """Split a month into weeks from Monday on; there is nothing before its first day."""
    padded: list[VisitDay | None] = [*[None] * days[0].weekday, *days]
    return [padded[at : at + WEEK] for at in range(0, len(padded), WEEK)]


def _write_week(week: list[VisitDay | None]) -> Markup:
    cells = (Markup("<td></td>") if day is None else _write_day(day) for day in week)
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _write_day(day: VisitDay) -> Markup:
    return Markup("<td>{}</td>").format(Markup("").join(map(_write_visit, day.visits)))


def _write_visit(visit: VisitFace) -> Markup:
    about = words.NEW_FACE if visit.is_new else words.KNOWN_FACE
    return Markup('<span class="{kind}" title="{title}">{face}{mark}</span>').format(
        kind="new" if visit.is_new else "known",
        title=say(about, number=visit.face),
        face=visit.face,
        mark=Markup("<i>*</i>") if visit.is_new else "",
    )
