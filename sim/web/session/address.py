"""The address of a visitor's page: what it asks for is taken up, and what stands is written there.

So a reload loses nothing of what has been run, back and forward go from step to step, and the
address can be sent.
"""

import streamlit as st

from sim.errors import RunError
from sim.message import Message
from sim.scenario import Scenario
from sim.web.session.asked import Asked, changes_of
from sim.web.session.files import list_open, load_filed
from sim.web.session.link import Linked, read_code, write_code
from sim.web.session.own import is_own
from sim.web.session.whom import WHO
from sim.words.own import NOT_HERE

CODE, LANGUAGE = "c", "lang"
WRITTEN, AWAITED = "address:written", "address:awaited"
SETTINGS = ("days", "replications", "seed")
SIGNS_OF_FILE = 8
NO_SERVICE = Message(
    "the code in the address is of a service that is not here; open the page without it"
)
FILE_CHANGED = Message(
    "The file of this service has changed since the link was made: its figures may differ from "
    "those that were sent."
)


def take_address() -> Message | None:
    """Take up what the code in the address asks for, unless it is what was written there.

    Returns what a visitor is to be told of it, if anything.

    Raises
    ------
    RunError
        If the code makes no sense.
    """
    code = st.query_params.get(CODE)
    if code is None or code == st.session_state.get(WRITTEN):
        return None
    st.session_state[WRITTEN] = code
    linked = read_code(code)
    if linked.service not in list_open():
        raise RunError(_await(linked))
    _take(linked)
    origin = load_filed(linked.service).origin
    is_same = origin is not None and origin.sha256[:SIGNS_OF_FILE] == linked.file
    return None if is_same else FILE_CHANGED


def _await(linked: Linked) -> Message:
    """Return why a service is not here; a link about somebody's own file waits for that file."""
    if not is_own(linked.service):
        return NO_SERVICE
    st.session_state[AWAITED] = linked
    return NOT_HERE


def take_awaited(service: str) -> None:
    """Take up a link that waits for a file, now that the file is open."""
    linked: Linked | None = st.session_state.get(AWAITED)
    if linked is not None and linked.service == service:
        del st.session_state[AWAITED]
        _take(linked)


def _take(linked: Linked) -> None:
    st.session_state["service"] = linked.service
    changes = changes_of(linked.service)
    changes.clear()
    changes.update(linked.changes)
    for name in SETTINGS:
        st.session_state[f"{linked.service}:{name}"] = getattr(linked, name)


def take_code(code: str) -> None:
    """Take up a code that this session has written."""
    _take(read_code(code))


def find_code(asked: Asked, scenario: Scenario) -> str:
    """Return the code of what is asked for."""
    sha256 = scenario.origin.sha256 if scenario.origin else ""
    return write_code(
        Linked(
            asked.service,
            changes_of(asked.service),
            asked.days,
            asked.replications,
            asked.seed,
            sha256[:SIGNS_OF_FILE],
        )
    )


def write_address(asked: Asked, scenario: Scenario) -> None:
    """Write what is asked for into the address."""
    code = find_code(asked, scenario)
    st.session_state[WRITTEN] = code
    if st.query_params.get(CODE) != code:
        kept = {n: v for n, v in st.query_params.items() if n in (LANGUAGE, WHO)}
        st.query_params.from_dict({**kept, CODE: code})
