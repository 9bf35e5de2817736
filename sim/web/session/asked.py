"""What is asked for, kept in the session so that every page of it knows.

The address may give starting values, such as ``?service=sickness-benefit&days=120&replications=2``:
trainers send such an address, and tests keep their runs short with it.
"""

from typing import NamedTuple

import streamlit as st

from sim.web.session.files import list_all_filed, list_open

FIRST_SERVICE = "sickness-benefit"
MOST_TOLD = 40
"""Characters that are said back of what somebody gave."""
MOST_CHANGES = 200
"""Changes to a service that a session keeps."""

Changes = dict[str, str]
"""Changes to a scenario: for each key, with ``*`` after it where it multiplies, the value."""


class Asked(NamedTuple):
    """A comparison that is asked for.

    Attributes
    ----------
    service
        Name of the service.
    changes
        Changes to its file, such as ``demand.variety=0``.
    replications, seed, days
        How to run it.
    """

    service: str
    changes: tuple[str, ...]
    replications: int
    seed: int
    days: int


def start_service() -> None:
    """Choose the service that the address names, the first time, and when one was closed."""
    services = list_open()
    if st.session_state.get("service") not in services:
        first = FIRST_SERVICE if FIRST_SERVICE in services else list_all_filed()[0]
        asked = st.query_params.get("service", first)
        st.session_state["service"] = asked if asked in services else first


def cut(text: str) -> str:
    """Return the beginning of what somebody gave, to say it back."""
    return text if len(text) <= MOST_TOLD else f"{text[:MOST_TOLD]}…"


def changes_of(service: str) -> Changes:
    """Return the changes made to a service in this session, the latest last; to be changed."""
    by_service: dict[str, Changes] = st.session_state.setdefault("changes", {})
    return by_service.setdefault(service, {})


def change(service: str, key: str, value: str) -> None:
    """Make a change, in place of an earlier one of the same key.

    A change of a whole condition takes the place of the changes within it.
    """
    reset(service, key)
    if len(changes_of(service)) < MOST_CHANGES:
        changes_of(service)[key] = value


def reset(service: str, key: str = "") -> None:
    """Take back the changes of a key and of all below it; without a key all of the service."""
    changes = changes_of(service)
    for changed in list(changes):
        if not key or changed == key or changed.startswith(f"{key}."):
            del changes[changed]


def undo(service: str) -> None:
    """Take back the latest change."""
    changes = changes_of(service)
    if changes:
        changes.popitem()


def as_texts(changes: Changes) -> tuple[str, ...]:
    """Write changes as the command line has them."""
    return tuple(f"{key}={value}" for key, value in changes.items())
