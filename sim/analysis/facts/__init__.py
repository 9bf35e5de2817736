"""Facts: what was found beforehand of the shipped scenarios, so that a page shows it at once."""

from sim.analysis.facts.facts import (
    COST,
    COST_OF_FAILURE,
    HOURS,
    Facts,
    Turn,
)
from sim.analysis.facts.judged import EVIDENCE_REPLICATIONS, find_judged
from sim.analysis.facts.kept import find_facts, load_facts

__all__ = [
    "COST",
    "COST_OF_FAILURE",
    "EVIDENCE_REPLICATIONS",
    "HOURS",
    "Facts",
    "Turn",
    "find_facts",
    "find_judged",
    "load_facts",
]
