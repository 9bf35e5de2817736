"""What the report claims beside what the simulation gives, claim by claim."""

from sim.analysis.evidence.basis import Basis, count_basis
from sim.analysis.evidence.check import check_evidence
from sim.analysis.evidence.claims import (
    CONTEXT,
    NOT_SIMULATED,
    OUTSIDE,
    WITHIN,
    EvidenceRow,
    EvidenceTally,
    count_fitted,
    count_verdicts,
    list_others,
    list_unfitted,
    load_claims,
)
from sim.analysis.evidence.independence import is_fitted_to, list_no_tests
from sim.analysis.evidence.judge import judge_evidence, simulate_evidence
from sim.analysis.evidence.rows import Simulated, build_rows
from sim.analysis.evidence.scale import OnScale, place_on_scale

__all__ = [
    "CONTEXT",
    "NOT_SIMULATED",
    "OUTSIDE",
    "WITHIN",
    "Basis",
    "EvidenceRow",
    "EvidenceTally",
    "OnScale",
    "Simulated",
    "build_rows",
    "check_evidence",
    "count_basis",
    "count_fitted",
    "count_verdicts",
    "is_fitted_to",
    "judge_evidence",
    "list_no_tests",
    "list_others",
    "list_unfitted",
    "load_claims",
    "place_on_scale",
    "simulate_evidence",
]
