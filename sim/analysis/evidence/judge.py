"""Simulating what a service's evidence is about, and judging each figure."""

from collections.abc import Iterator, Sequence

from sim.analysis.evidence.claims import Claim, load_claims
from sim.analysis.evidence.row import NOT_SIMULATED, OUTSIDE, WITHIN, EvidenceRow, Verdict
from sim.engines import DEFAULT_ENGINE
from sim.experiment.checks import check_luck, check_replications
from sim.experiment.intervals import build_known_interval
from sim.experiment.plan import find_warm_up_day
from sim.experiment.replicate import Plan, Progress, Replications
from sim.measures import MEASURES
from sim.message import Message
from sim.results import Interval
from sim.scenario import Evidence, Scenario, quantities

REPLICATIONS = 20
OTHER = Claim("", "", "")


def judge_evidence(
    scenarios: Sequence[Scenario],
    *,
    replications: int = REPLICATIONS,
    seed: int = 1,
    engine: str = DEFAULT_ENGINE,
    n_jobs: int | None = None,
    on_progress: Progress | None = None,
) -> list[EvidenceRow]:
    """Judge every figure that some services should match.

    Parameters
    ----------
    scenarios
        The services, each with its evidence.
    replications
        How many of each, at least 2.
    seed
        Which luck.
    engine
        Name of the engine.
    n_jobs
        How many runs to make at a time; as many as there are processors if not given.
    on_progress
        Called now and then with the runs done, and how many there will be.

    Raises
    ------
    RunError
        If it cannot be made as asked.
    """
    check_luck(seed)
    check_replications(replications)
    plans = [_build_plan(scenario, seed, engine, n_jobs) for scenario in scenarios]
    total = sum(len(plan.designs) * replications for plan in plans)
    rows: list[EvidenceRow] = []
    done_before = 0
    for plan in plans:
        tell, compared = _after(on_progress, done_before, total), list(plan.scenario.designs)[:2]
        warm_up_day = find_warm_up_day(plan._replace(designs=tuple(compared)))
        done = Replications(plan, tell, total, warm_up_day)
        if plan.designs:
            done.extend(replications)
        done_before += len(plan.designs) * replications
        rows += _judge(plan.scenario, done)
    return rows


def _build_plan(scenario: Scenario, seed: int, engine: str, n_jobs: int | None) -> Plan:
    """Return a plan of all designs that the evidence is about.

    The cohort is that of a comparison of the first two, so that a figure is the one it gives.
    """
    asked = {d for e in scenario.evidence for d in (e.design, e.compared_with) if d is not None}
    designs = tuple(name for name in scenario.designs if name in asked)
    return Plan(scenario, designs, seed, scenario.service.days, engine, n_jobs)


def _after(on_progress: Progress | None, done_before: int, total: int) -> Progress | None:
    if on_progress is None:
        return None
    return lambda done, _total: on_progress(done_before + done, total)


def _judge(scenario: Scenario, done: Replications) -> Iterator[EvidenceRow]:
    claims = load_claims()
    fitted = sum(quantity.source == "fitted" for _, quantity in quantities(scenario))
    for evidence in scenario.evidence:
        claim = claims.get(evidence.claim or "", OTHER)
        values, reason = _values(done, evidence)
        simulated = build_known_interval(values)
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
            simulated=simulated,
            tolerance=evidence.tolerance,
            verdict=_verdict(simulated, evidence),
            reason=_reason(simulated, evidence, reason),
            fitted=fitted,
        )


def _values(done: Replications, evidence: Evidence) -> tuple[list[float | None], str | None]:
    """Return what is simulated in each replication, and why it does not apply where it does not."""
    readings = done.readings(evidence.design, evidence.demand_type)[evidence.measure]
    values = [reading.value for reading in readings]
    reason: str | None = next((reading.reason for reading in readings if reading.reason), None)
    if evidence.compared_with is None:
        return values, reason
    others = done.readings(evidence.compared_with, evidence.demand_type)[evidence.measure]
    bases = [other.value for other in others]
    reason = reason or next((other.reason for other in others if other.reason), None)
    if 0 in bases:
        reason = reason or f"in {evidence.compared_with} it is 0, of which nothing is a share"
    pairs = zip(values, bases, strict=True)
    return [value / base - 1 if value is not None and base else None for value, base in pairs], (
        reason
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
