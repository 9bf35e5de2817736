"""What a scenario of one's own is held against: what its log says of it, and what was heard."""

from math import isfinite

from sim.own.build.found import Known
from sim.own.build.quantities import LOG, Table, round_off
from sim.own.estimate import Estimate

TALLY = "measured-tally"
FAILURE = "failure_demand_share"
MEASURES = {
    "days_mean": "end_to_end_days",
    "faces_per_case": "faces_per_case",
    "one_face_share": "one_face_share",
}
"""Measures of the model that are what an estimate of a log is."""
NO_TEST = "what the scenario states was estimated on the same cases"


def build_evidence(known: Known, design: str, heard: Estimate | None = None) -> list[Table]:
    """Build the evidence about a design.

    Parameters
    ----------
    known
        What is known of the service.
    design
        The service as it is.
    heard
        The share of failure demand that a tally tells of the service, if there is one.
    """
    told = [
        {**_state(known.estimates[name], measure, design, LOG), "no_test": NO_TEST}
        for name, measure in MEASURES.items()
        if name in known.estimates and _has_interval(known.estimates[name])
    ]
    if heard is not None and _has_interval(heard):
        told.append(build_heard(heard, design))
    return told


def build_heard(heard: Estimate, design: str) -> Table:
    """Build the evidence that a tally is about a design."""
    return _state(heard, FAILURE, design, TALLY)


def _has_interval(estimate: Estimate) -> bool:
    """Tell whether something can be held against an estimate: not if it is only bounds, or cut."""
    ends = (estimate.value, estimate.low, estimate.high)
    return estimate.why_not is None and all(map(isfinite, ends))


def _state(estimate: Estimate, measure: str, design: str, key: str) -> Table:
    value = round_off(estimate.value)
    ends = [min(round_off(estimate.low), value), max(round_off(estimate.high), value)]
    return {"measure": measure, "design": design, "is": value, "range": ends, "from": key}
