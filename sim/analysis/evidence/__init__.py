"""What the report claims beside what the simulation gives, claim by claim."""

from sim.analysis.evidence.claims import (
    CONTEXT,
    NOT_SIMULATED,
    OUTSIDE,
    WITHIN,
    EvidenceRow,
    EvidenceTally,
    count_verdicts,
    list_others,
    load_claims,
)
from sim.analysis.evidence.judge import judge_evidence

__all__ = [
    "CONTEXT",
    "NOT_SIMULATED",
    "OUTSIDE",
    "WITHIN",
    "EvidenceRow",
    "EvidenceTally",
    "count_verdicts",
    "judge_evidence",
    "list_others",
    "load_claims",
]
