"""The rows of the evidence: each figure beside what was simulated of it, with a verdict."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sim.analysis.evidence.claims import (
    NOT_SIMULATED,
    OUTSIDE,
    WITHIN,
    Claim,
    EvidenceRow,
    Verdict,
    load_claims,
)
from sim.analysis.evidence.independence import is_fitted_to, list_no_tests
from sim.design.quantity import FITTED
from sim.measures import MEASURES
from sim.message import Message
from sim.results import Interval
from sim.scenario import Evidence, Scenario, quantities

OTHER = Claim("", "", "")


class Simulated(NamedTuple):
    """What was simulated of a figure."""

    interval: Interval | None
    """Mean over replications, with its 95 % interval; `None` where there is none."""
    reason: str | None
    """Why it does not apply, or not in every replication; otherwise `None`."""


def build_rows(scenario: Scenario, simulated: Sequence[Simulated]) -> Iterator[EvidenceRow]:
    """Judge the figures of a service.

    Parameters
    ----------
    scenario
        The service.
    simulated
        What was simulated of each row of its evidence, in their order.
    """
    claims = load_claims()
    fitted = [key for key, quantity in quantities(scenario) if quantity.source == FITTED]
    taken = [scenario.taken[key] for key in fitted if key in scenario.taken]
    every = zip(scenario.evidence, list_no_tests(scenario), simulated, strict=True)
    for evidence, no_test, (interval, reason) in every:
        claim = claims.get(evidence.claim or "", OTHER)
        yield EvidenceRow(
            id=claim.id or evidence.source,
            service=scenario.service.name,
            section=claim.section,
            says=claim.says or scenario.sources.get(evidence.source, evidence.source),
            measure=evidence.measure,
            unit=_unit_of(scenario, evidence),
            design=evidence.design,
            compared_with=evidence.compared_with,
            demand_type=evidence.demand_type,
            reported=evidence.value,
            simulated=interval,
            tolerance=evidence.tolerance,
            verdict=_verdict(interval, evidence),
            reason=_reason(interval, evidence, reason),
            fitted=len(fitted) - len(taken),
            fitted_shared=tuple(sorted({place.key for place in taken if place.is_shared})),
            is_fitted=is_fitted_to(scenario, evidence),
            no_test=no_test,
        )


def _unit_of(scenario: Scenario, evidence: Evidence) -> str:
    if evidence.compared_with is not None:
        return "share"
    return MEASURES[evidence.measure].unit_in(scenario.service.currency)


def _verdict(simulated: Interval | None, evidence: Evidence) -> Verdict:
    if simulated is None:
        return NOT_SIMULATED
    low, high = evidence.tolerance
    return WITHIN if low <= simulated.mean <= high else OUTSIDE


def _reason(simulated: Interval | None, evidence: Evidence, reason: str | None) -> str | None:
    """Say why a figure is not matched; or, where a note says so, how it is to be read."""
    if simulated is None:
        return reason or Message("it does not apply")
    low, high = evidence.tolerance
    if low <= simulated.mean <= high:
        return evidence.note
    if simulated.mean > high:
        return evidence.note or Message("the simulated figure lies above the tolerance")
    return evidence.note or Message("the simulated figure lies below the tolerance")
