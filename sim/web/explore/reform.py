"""A day of reform, behind a fold: nothing is asked for before somebody opens it."""

import pandas as pd
import streamlit as st

from sim.analysis.capability import find_reform_day
from sim.analysis.comparison import Comparison
from sim.analysis.reform import OPEN, Course, Reform, list_possible_days
from sim.charts.reform import ReformPanel, plot_reform
from sim.errors import RequisiteError
from sim.web.explore.changes import show_problem
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.web.running.jobs import FindReform
from sim.web.session.asked import Asked
from sim.web.session.language import speak_to_visitor
from sim.web.session.runs import ask, check_length
from sim.web.session.stand import Stand
from sim.words import reform as words
from sim.words import say
from sim.words.findings import tell_unsettled

KEY = "reform"
SLIDER_PX = 680


@st.fragment
def show_reform(asked: Asked, stand: Stand, comparison: Comparison) -> None:
    """Offer a day of reform; if the fold is open, show what happens before and after it."""
    speak_to_visitor()  # it may be drawn by itself
    fold = st.expander(say(words.FOLD), key=KEY, on_change="rerun")
    if not fold.open:
        return
    with fold:
        try:
            _show(asked, stand, comparison)
        except RequisiteError as error:
            show_problem(error, asked.service)


def _show(asked: Asked, stand: Stand, comparison: Comparison) -> None:
    warm_up_day = comparison.provenance.warm_up_day or 0
    possible = list_possible_days(stand.scenario, warm_up_day, asked.days)
    if len(possible) < 2:
        st.info(say(words.TOO_SHORT))
        return
    day = _ask_day(asked.service, possible, find_reform_day(warm_up_day, asked.days))
    reform = _find(asked, stand, warm_up_day, day)
    settles = (comparison.settling[0].settles, comparison.settling[1].settles)
    if not all(settles):
        st.warning("\n".join(f"- {told}" for told in tell_unsettled(comparison)))
    _show_course(reform, settles)
    loops = stand.scenario.loops
    dip = words.tell_dip(loops.dip_days.value, loops.dip_slowdown.value)
    before = say(words.CAME_BEFORE) if OPEN in reform.courses else ""
    st.caption(f"{dip} {before}")


def _ask_day(service: str, possible: range, half_way: int) -> int:
    """Ask for the day; what was asked for is moved to where a reform is possible."""
    key = f"{KEY}:{service}:day"
    wanted = int(st.session_state.get(key, half_way))
    st.session_state[key] = min(max(wanted, possible[0]), possible[-1])
    return st.slider(
        say(words.DAY),
        possible[0],
        possible[-1],
        key=key,
        help=say(words.DAY_HELP),
        width=SLIDER_PX,
    )


def _find(asked: Asked, stand: Stand, warm_up_day: int, day: int) -> Reform:
    job = FindReform(stand.scenario, stand.designs, asked.seed, asked.days, warm_up_day, day)
    check_length(job)
    about = (asked.service, asked.changes, stand.scenario.origin)
    found: Reform = ask((KEY, *about, asked.seed, asked.days, warm_up_day, day), job)
    return found


def _show_course(reform: Reform, settles: tuple[bool, bool]) -> None:
    panels = [_build_panel(reform, kind, course) for kind, course in reform.courses.items()]
    rows = words.tell_rows(reform, settles)
    show_figure(
        plot_reform(
            panels,
            words.name_lines(),
            words.name_axis(reform),
            words.tell_source(reform),
            current_theme(),
        ),
        title=words.tell_title(reform, settles),
        subtitle=words.tell_subtitle(reform),
        table=pd.DataFrame(rows, columns=[say(title) for title in words.TABLE]),
        key=f"{KEY}:chart",
    )
    told = words.tell_courses(reform, settles)
    if told:
        st.markdown("\n".join(f"- {one}" for one in told))


def _build_panel(reform: Reform, kind: str, course: Course) -> ReformPanel:
    """Build a panel: open cases stand at the end of their week, all else in the middle of it."""
    shift = 1.0 if kind == OPEN else 0.5
    return ReformPanel(
        say(words.NAMES[kind]),
        words.UNITS[kind],
        [nth + shift for nth in reform.spans],
        course.stays,
        course.other,
        course.changes,
    )
