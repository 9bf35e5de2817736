"""Simulating the evidence of all services, once for every version of their files."""

import hashlib

import streamlit as st

from sim.analysis.evidence import EvidenceRow, judge_evidence, list_others
from sim.scenario import list_services, load_scenario
from sim.scenario.files import find_file
from sim.web.runs import make_ready, show_progress

REPLICATIONS = 20


def judge_all() -> list[EvidenceRow]:
    """Return every figure of the report, judged; where that has to be done, show how far it is."""
    known, version = _judged(), _version()
    rows = known.get(version)
    if rows is None:
        rows = _judge()
        known.clear()
        known[version] = rows
    return rows


@st.cache_resource(show_spinner=False)
def _judged() -> dict[str, list[EvidenceRow]]:
    """Return what is judged already, shared by all sessions."""
    return {}


def _version() -> str:
    """Return a hash of the files of all services."""
    files = [find_file(name).read_bytes() for name in list_services()]
    return hashlib.sha256(b"".join(files)).hexdigest()


def _judge() -> list[EvidenceRow]:
    make_ready()
    place = st.empty()
    try:
        rows = judge_evidence(
            [load_scenario(name) for name in list_services()],
            replications=REPLICATIONS,
            on_progress=show_progress(place),
        )
    finally:
        place.empty()
    return [*rows, *list_others(rows)]
