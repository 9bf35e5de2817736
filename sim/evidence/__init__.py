"""What the report claims beside what the simulation gives, claim by claim."""

from sim.evidence.claims import Claim, load_claims
from sim.evidence.judge import judge_evidence
from sim.evidence.others import list_others
from sim.evidence.row import CONTEXT, NOT_SIMULATED, OUTSIDE, VERDICTS, WITHIN, EvidenceRow
from sim.evidence.tally import EvidenceTally, count_verdicts

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
