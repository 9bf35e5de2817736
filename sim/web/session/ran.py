"""The runs that a visitor has looked at in this session, so that they can go back to each.

Little is kept of one: the code that an address has, and what the sentence on it needs.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

import streamlit as st

from sim.analysis.comparison import Comparison
from sim.errors import RunError
from sim.scenario import Scenario
from sim.web.session.address import find_code
from sim.web.session.asked import Asked
from sim.web.session.link import read_code
from sim.words.explore import SAID_BY_VERDICT

KEPT, MOST_RUNS = "ran", 20


class Ran(NamedTuple):
    """A run that was looked at."""

    code: str
    """As the address has it: service, changes, days, replications and seed."""
    at: datetime
    found: Comparison
    """As much of it as the verdict is told from."""


def note_run(asked: Asked, scenario: Scenario, found: Comparison) -> None:
    """Note a run as the latest one; one whose code would be too long to be read is left out."""
    runs, code = list_runs(), find_code(asked, scenario)
    if runs and runs[0].code == code:
        return
    with suppress(RunError):
        read_code(code)
        _keep(Ran(code, datetime.now(UTC), _cut(found)))


def _keep(ran: Ran) -> None:
    others = [one for one in list_runs() if one.code != ran.code]
    st.session_state[KEPT] = [ran, *others][:MOST_RUNS]


def list_runs() -> list[Ran]:
    """List the runs, the latest first."""
    runs: list[Ran] = st.session_state.get(KEPT, [])
    return runs


def _cut(found: Comparison) -> Comparison:
    """Return a comparison without what its verdict does not need."""
    return replace(
        found,
        measures={name: found.measures[name] for name in SAID_BY_VERDICT},
        by_demand_type={},
        provenance=found.provenance._replace(asked=(), changed=[], packages={}, sources={}),
    )
