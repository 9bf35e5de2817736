"""The judged figures: as they are kept, and simulated where a file is not what was kept."""

from collections.abc import Sequence

from sim.analysis.evidence import EvidenceRow, list_others
from sim.analysis.facts import EVIDENCE_REPLICATIONS, find_judged
from sim.scenario import Scenario
from sim.web.running import Judge
from sim.web.session.runs import ask


def judge_all(services: Sequence[Scenario]) -> list[EvidenceRow]:
    """Return every figure of the report, judged with some services.

    Parameters
    ----------
    services
        The services as their files are now.

    Raises
    ------
    RequisiteError
        If one has to be simulated and cannot be.
    """
    simulated = judge(services)
    return [*simulated, *list_others(simulated)]


def judge(services: Sequence[Scenario]) -> list[EvidenceRow]:
    """Return the figures of some services, judged, in their order.

    Raises
    ------
    RequisiteError
        If one has to be simulated and cannot be.
    """
    scenarios = [one for one in services if one.evidence]
    kept = {one.service.name: find_judged(one) for one in scenarios}
    changed = tuple(one for one in scenarios if kept[one.service.name] is None)
    anew: list[EvidenceRow] = []
    if changed:
        key = ("evidence", tuple(one.origin for one in changed))
        anew = ask(key, Judge(changed, EVIDENCE_REPLICATIONS))
    rows = [row for found in kept.values() for row in found or ()]
    order = [one.service.name for one in scenarios]
    return sorted([*rows, *anew], key=lambda row: order.index(row.service or ""))
