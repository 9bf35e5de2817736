"""What the contacts say so far: of the hour, of the service, the causes, and what to do next."""

import pandas as pd
import streamlit as st

from sim.own.tally import Said, build_tally, measure_tally
from sim.web.hour.pad import list_counted
from sim.web.hour.phones import find_sheet
from sim.web.session.language import speak_to_visitor
from sim.words import hour as words
from sim.words import say
from sim.words import tally as tally_words

LOOKS_EVERY_S = 2.0


def show_told() -> None:
    """Show what contacts say; where phones listen, anew every now and then."""
    if find_sheet() is None:
        _show()
    else:
        _show_again()


@st.fragment(run_every=LOOKS_EVERY_S)
def _show_again() -> None:
    speak_to_visitor()  # it is drawn by itself
    _show()


def _show() -> None:
    sheet = find_sheet()
    from_phones = sheet.list_contacts() if sheet else []
    said = measure_tally(build_tally([*list_counted(), *from_phones]))
    st.header(say(words.SO_FAR))
    if said.contacts:
        st.markdown("\n\n".join(tally_words.tell_tally(said)))
        _show_causes(said)
    st.markdown("\n\n".join(tally_words.tell_next(said)))
    with st.expander(say(tally_words.CANNOT)):
        st.markdown("\n".join(f"- {line}" for line in tally_words.list_cannot()))


def _show_causes(said: Said) -> None:
    rows = tally_words.list_causes(said)
    if not rows:
        return
    st.markdown(f"**{say(words.CAUSES)}**")
    st.table(pd.DataFrame(rows, columns=tally_words.heads_of_causes()), hide_index=True)
    st.caption(" ".join(tally_words.tell_without_cause(said)))
