"""The page from top to bottom."""

import streamlit as st

from sim.errors import RequisiteError
from sim.journey import Followed, Following, find_days
from sim.report import name_scenario
from sim.scenario import Scenario
from sim.web.citizen.calendar import show_calendar
from sim.web.citizen.choice import find_followed, show_choice, tell_why
from sim.web.citizen.lines import show_lines
from sim.web.citizen.steps import show_steps
from sim.web.citizen.week import show_week
from sim.web.explore.changes import show_problem
from sim.web.running.jobs import Follow
from sim.web.session.address import write_address
from sim.web.session.asked import Asked
from sim.web.session.choosing import choose_service, take_address_aloud
from sim.web.session.now import take_asked
from sim.web.session.runs import ask, check_length
from sim.web.session.stand import Stand, find_stand
from sim.words import citizen as words
from sim.words import current_language, say, say_text
from sim.words.first_names import call_by_name


def show_citizen() -> None:
    """Show the page."""
    take_address_aloud()
    st.title(say(words.TITLE))
    st.markdown(say(words.IDEA))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        service = choose_service()
        show_choice()
    try:
        stand = find_stand(service)
        if stand.problem is not None:
            raise stand.problem
        asked = take_asked(service, stand)
        write_address(asked, stand.scenario)
        _show_following(_follow(asked, stand), asked, stand.scenario)
    except RequisiteError as error:
        show_problem(error, service)


def _follow(asked: Asked, stand: Stand) -> Following:
    language, days = current_language(), find_days(stand.scenario, asked.days)
    job = Follow(stand.scenario, stand.designs, asked.seed, days, language)
    check_length(job)
    key = (
        "follow",
        asked.service,
        asked.changes,
        stand.scenario.origin,
        asked.seed,
        days,
        language,
    )
    following: Following = ask(key, job)
    return following


def _show_following(following: Following, asked: Asked, scenario: Scenario) -> None:
    followed = find_followed(following)
    if followed is None:
        st.info(say(words.NOBODY))
    else:
        _show_followed(followed, following, asked, scenario)
    show_week(following)


def _show_followed(
    followed: Followed, following: Following, asked: Asked, scenario: Scenario
) -> None:
    label = say_text(scenario.demand[followed.demand_type].label)
    who = words.tell_who(call_by_name(followed.name_at), label)
    st.caption(f"{who} {tell_why(following)}")
    if following.is_clients:
        show_calendar(followed, following)
    else:
        show_lines(followed, following)
    show_steps(followed, following)
    st.caption(say(words.ON_COMMAND_LINE))
    service = name_scenario(following.provenance) or asked.service
    command = words.write_command(
        service, followed.citizen, asked.changes, asked.seed, following.days
    )
    st.code(command, language=None, wrap_lines=True)
