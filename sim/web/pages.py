"""The register of pages: what each shows, what it is called, and where it is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from sim.message import Message
from sim.web.capability import show_capability
from sim.web.citizen import show_citizen
from sim.web.evidence import show_evidence
from sim.web.explore import show_explore
from sim.web.hour import show_hour
from sim.web.own import show_own_service
from sim.web.research import show_research
from sim.web.room import show_room
from sim.web.start import show_start
from sim.web.steering import show_steering
from sim.words import hour, own_service, page, quarters, research, room, say
from sim.words.start import START

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage


class Page(NamedTuple):
    """A page."""

    show: Callable[[], None]
    title: Message
    icon: str
    address: str
    """The same in every language."""


PAGES = (
    Page(show_start, START, ":material/home:", "start"),
    Page(show_explore, page.EXPLORE, ":material/tune:", "explore"),
    Page(show_room, room.IN_THE_ROOM, ":material/groups:", "room"),
    Page(show_citizen, page.CITIZEN, ":material/person:", "citizen"),
    Page(show_capability, page.CAPABILITY, ":material/show_chart:", "capability"),
    Page(show_steering, quarters.STEERING, ":material/alt_route:", "steering"),
    Page(show_hour, hour.ONE_HOUR, ":material/hearing:", "hour"),
    Page(show_own_service, own_service.TITLE, ":material/inbox:", "own"),
    Page(show_research, research.RESEARCH, ":material/science:", "research"),
    Page(show_evidence, page.EVIDENCE, ":material/fact_check:", "evidence"),
)
"""In the order in which they are listed; the first is shown where no address is given."""


def build_pages(first: str = PAGES[0].address) -> "dict[str, StreamlitPage]":
    """Build the pages as Streamlit has them, by their addresses.

    Parameters
    ----------
    first
        Address of the page that is shown where none is given.
    """
    return {
        one.address: st.Page(
            one.show,
            title=say(one.title),
            icon=one.icon,
            url_path=one.address,
            default=one.address == first,
        )
        for one in PAGES
    }
