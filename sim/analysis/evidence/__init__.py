"""What the report claims beside what the simulation gives, claim by claim."""

from sim.analysis.evidence.claims import Claim, list_others, load_claims
from sim.analysis.evidence.judge import judge_evidence
from sim.analysis.evidence.row import (
    CONTEXT,
    NOT_SIMULATED,
    OUTSIDE,
    VERDICTS,
    WITHIN,
    EvidenceRow,
    EvidenceTally,
    count_verdicts,
)

__all__ = [
    "CONTEXT",
    "NOT_SIMULATED",
    "OUTSIDE",
    "VERDICTS",
    "WITHIN",
    "Claim",
    "EvidenceRow",
    "EvidenceTally",
    "count_verdicts",
    "judge_evidence",
    "list_others",
    "load_claims",
]
