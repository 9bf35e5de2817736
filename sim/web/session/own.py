"""Files of a visitor's own: open in their session alone, in memory alone, and gone with it.

Each is named after what it holds, so that a link can tell which file it is about, and whoever opens
the same file has the same name for it.
"""

from re import fullmatch

import streamlit as st

from sim.scenario import Origin, Scenario
from sim.web.running.limits import MOST_FILES
from sim.web.session.opened import open_scheduler

KEPT, CHANGED, SIGNS = "own", "own:changed", 12


def name_own(sha256: str) -> str:
    """Return what a file of a visitor's own is called among the services."""
    return f"own-{sha256[:SIGNS]}"


def is_own(service: str) -> bool:
    """Tell whether a service is called like a file of somebody's own."""
    return fullmatch(rf"own-[0-9a-f]{{{SIGNS}}}", service) is not None


def list_own() -> tuple[str, ...]:
    """Return the names of the files that this visitor has open."""
    return tuple(_kept())


def can_keep(service: str) -> bool:
    """Tell whether a file can be opened: not too many are, or it is open already."""
    return service in _kept() or len(_kept()) < MOST_FILES


def keep_own(scenario: Scenario) -> str:
    """Open a file; return its name among the services."""
    assert scenario.origin is not None
    service = name_own(scenario.origin.sha256)
    if can_keep(service):
        _kept()[service] = scenario
    return service


def find_own(service: str) -> Scenario | None:
    """Return the scenario of a file that is open; `None` if it is not."""
    scenario = _kept().get(service)
    if scenario is not None and scenario.origin is not None:
        _hold(scenario.origin)
    return scenario


def change_own(own: Scenario, texts: tuple[str, ...]) -> Scenario:
    """Return an own file with some changes; the latest one is kept, in this session alone."""
    key = (own.origin, texts)
    latest: tuple[object, Scenario] | None = st.session_state.get(CHANGED)
    if latest is None or latest[0] != key:
        latest = (key, own.changed(*texts))
        st.session_state[CHANGED] = latest
    return latest[1]


def close_own(service: str) -> None:
    """Close a file; nothing that was found of it is kept."""
    scenario = _kept().pop(service, None)
    st.session_state.pop(CHANGED, None)
    if scenario is not None and scenario.origin is not None:
        _forget(scenario.origin)


def _kept() -> dict[str, Scenario]:
    kept: dict[str, Scenario] = st.session_state.setdefault(KEPT, {})
    return kept


def _forget(origin: Origin) -> None:
    open_scheduler().forget(origin)


@st.cache_resource(scope="session", on_release=_forget, show_spinner=False)
def _hold(origin: Origin) -> Origin:
    """Have what was found of a file forgotten when the session ends, however it ends."""
    return origin
