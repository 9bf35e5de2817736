"""The page from top to bottom."""

import pandas as pd
import streamlit as st

from sim.charts import plot_steering_on_page
from sim.errors import RequisiteError
from sim.scenario import has_visits
from sim.steering import Steering
from sim.web.explore.changes import show_problem
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.web.running.jobs import Steer
from sim.web.session.address import write_address
from sim.web.session.asked import Asked
from sim.web.session.choosing import choose_service, take_address_aloud, tell_own
from sim.web.session.language import speak_to_visitor
from sim.web.session.now import take_asked
from sim.web.session.runs import ask, check_length
from sim.web.session.stand import Stand, find_stand
from sim.web.steering.ground import Ground, find_ground
from sim.web.steering.inputs import Inputs, ask_inputs
from sim.web.steering.loops import show_loops
from sim.web.steering.play import show_play
from sim.web.steering.squeeze import show_squeeze
from sim.words import loops, page, quarters, say, say_sentence
from sim.words import steering as words

QUARTERS = 12
"""Three years: more take longer than a visitor waits."""
SLIDER, SLIDER_PX = "steering:quarter", 680


def show_steering() -> None:
    """Show the page."""
    take_address_aloud()
    st.title(say(quarters.TITLE))
    st.markdown(say(quarters.IDEA))
    service = choose_service()
    tell_own(service)
    try:
        stand = find_stand(service)
        if stand.problem is not None:
            raise stand.problem
        asked = take_asked(service, stand)
        write_address(asked, stand.scenario)
        inputs = ask_inputs(stand.scenario, stand.designs)
        _show_result(_find(asked, stand, inputs))
        _show_stocks_and_flows(find_ground(asked, stand, inputs))
    except RequisiteError as error:
        show_problem(error, service)


def _find(asked: Asked, stand: Stand, inputs: Inputs) -> Steering:
    scenario = stand.changed_as(asked)
    job = Steer(
        scenario, stand.designs, inputs.start, inputs.by, inputs.has_variety, asked.seed, QUARTERS
    )
    check_length(job)
    about = (asked.service, asked.changes, scenario.origin, asked.seed, QUARTERS)
    found: Steering = ask(("steering", *about, *inputs), job)
    return found


def _show_result(result: Steering) -> None:
    told = [words.tell_arm(result, arm) for arm in result.arms]
    for sentences in told:
        st.markdown(" ".join(sentences))
    _show_quarters(result)
    with st.expander(say(page.AS_TABLE)):
        for arm in result.arms:
            st.markdown(say_sentence(words.name_policy(arm.by)))
            heads = [say(title) for title in quarters.TABLE]
            rows = pd.DataFrame(quarters.rows_of_story(arm), columns=heads)
            st.dataframe(rows, hide_index=True, alt=say(quarters.STEP))
    st.caption(" ".join(words.tell_basis_of_steering(result)))


def _show_stocks_and_flows(ground: Ground) -> None:
    if has_visits(ground.scenario):
        st.caption(say(loops.ONLY_CASES))
        return
    show_loops(ground)
    show_squeeze(ground)


@st.fragment
def _show_quarters(result: Steering) -> None:
    """Show the courses, and one quarter of one history: moving it asks for nothing anew."""
    speak_to_visitor()
    quarter = st.slider(
        say(quarters.STEP),
        1,
        result.quarters,
        key=SLIDER,
        help=say(quarters.STEP_HELP),
        width=SLIDER_PX,
    )
    show_play(SLIDER, quarter, result.quarters)
    for column, arm in zip(st.columns(len(result.arms)), result.arms, strict=True):
        step = arm.story[quarter - 1]
        with column:
            st.markdown(f"**{say_sentence(words.name_policy(arm.by))}**")
            st.markdown(quarters.tell_step(step))
            st.markdown(quarters.tell_figures(arm, step))
    show_figure(
        plot_steering_on_page(result.arms, quarter, quarters.tell_source(result), current_theme()),
        title=quarters.tell_courses(result.arms[0].start),
        subtitle=say(quarters.SUBTITLE, replications=result.replications),
        key="steering:chart",
    )
