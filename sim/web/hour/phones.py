"""Several listeners: a code on the desk, and the same pad on each phone that photographs it."""

import segno
import streamlit as st
from markupsafe import escape

from sim.web.listening import Sheet
from sim.web.phones import Room, find_room
from sim.web.phones.door import show_code
from sim.web.session.language import speak_to_visitor
from sim.words import hour as words
from sim.words import room as room_words
from sim.words import say

COUNTS_EVERY_S = 2.0
LARGE = "font-size: 2rem; font-weight: 700"


def find_sheet() -> Sheet | None:
    """Return the sheet that phones' contacts come to; `None` if none listen."""
    room = find_room()
    return room.find_sheet() if room else None


def show_several() -> None:
    """Offer to let phones listen along, or show how one joins."""
    room, sheet = find_room(), find_sheet()
    with st.expander(
        say(words.SEVERAL), icon=":material/phone_iphone:", expanded=sheet is not None
    ):
        if room is None:
            st.markdown(say(words.NO_PHONES))
            return
        st.markdown(say(words.WHAT_PHONES_DO))
        if sheet is None:
            st.button(say(words.LISTEN_ALONG), on_click=room.begin_hour, key="hour:begin")
        else:
            _show_way_in(room)
            _show_count()
            st.button(say(words.STOP), on_click=room.end_hour, key="hour:end")


def _show_way_in(room: Room) -> None:
    drawn = segno.make(room.hour_link, error="m")
    image = drawn.svg_data_uri(scale=6, border=3, dark="#000", light="#fff")
    st.html(
        f'<img class="hour-qr" src="{image}" alt="{escape(say(room_words.QR))}">'
        f'<p class="hour-place" style="margin: 0.6rem 0 0">{escape(room.address)}/hour</p>'
        f'<p class="hour-code" style="{LARGE}">{escape(show_code(room.code))}</p>'
    )


@st.fragment(run_every=COUNTS_EVERY_S)
def _show_count() -> None:
    speak_to_visitor()  # it is drawn by itself
    sheet = find_sheet()
    if sheet is not None:
        st.markdown(say(words.say_from_phones(len(sheet.list_contacts()), sheet.listeners)))
