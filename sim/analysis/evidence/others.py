"""The claims that no service simulates, each with its reason."""

from collections.abc import Iterator, Sequence

from sim.analysis.evidence.claims import load_claims
from sim.analysis.evidence.row import NOT_SIMULATED, EvidenceRow
from sim.message import Message

NOT_ASKED_FOR = Message("the service that simulates it was not asked for")


def list_others(rows: Sequence[EvidenceRow]) -> Iterator[EvidenceRow]:
    """List the claims that no service of some rows simulates, each with its reason."""
    simulated = {row.id for row in rows}
    for claim in load_claims().values():
        if claim.id not in simulated:
            yield EvidenceRow(
                id=claim.id,
                service=claim.service,
                section=claim.section,
                says=claim.says,
                measure=None,
                unit=None,
                design=None,
                compared_with=None,
                demand_type=None,
                reported=None,
                simulated=None,
                tolerance=None,
                verdict=claim.verdict or NOT_SIMULATED,
                reason=claim.reason or NOT_ASKED_FOR,
                fitted=0,
            )
