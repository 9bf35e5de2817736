"""Both designs with fewer and fewer staff, by stocks and flows, and where each of them tips."""

import streamlit as st

from sim.analysis.twin.staff_line import StaffLines
from sim.charts import plot_squeeze
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.web.running.jobs import SqueezeTwin
from sim.web.session.runs import ask
from sim.web.steering.fold import show_fold
from sim.web.steering.ground import Ground
from sim.words import say
from sim.words import staff_line as words

KEY = "steering:squeeze"
SLIDER_PX = 680


@st.fragment
def show_squeeze(ground: Ground) -> None:
    """Offer fewer and fewer staff; if the fold is open, show what is told of each number."""
    show_fold(words.FOLD, KEY, ground, _show)


def _show(ground: Ground) -> None:
    """Show them: all numbers of staff are looked at once, and moving asks for nothing anew."""
    job = SqueezeTwin(ground.scenario, ground.designs)
    lines: StaffLines = ask(("staff", *ground.key, ground.designs), job)
    st.markdown(words.tell_tips(lines))
    staff = _ask_staff(lines.numbers)
    for design, line in lines.designs.items():
        st.markdown(words.tell_with(design, line, staff))
    show_figure(
        plot_squeeze(lines, staff, current_theme()),
        title=say(words.HEADING),
        subtitle=say(words.SUBTITLE),
        alt=words.tell_tips(lines),
        key="steering:staff:chart",
    )


def _ask_staff(numbers: list[int]) -> int:
    """Ask for a number of staff; today's at first."""
    if len(numbers) == 1:
        return numbers[0]
    return st.select_slider(
        say(words.STAFF_LABEL),
        numbers,
        value=numbers[-1],
        key=f"steering:staff:{numbers}",
        help=say(words.STAFF_HELP),
        width=SLIDER_PX,
    )
