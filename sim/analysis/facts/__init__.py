"""Facts: what was found beforehand of the shipped scenarios, so that a page shows it at once."""

from sim.analysis.facts.facts import COST_OF_FAILURE, Facts, Turn
from sim.analysis.facts.judged import EVIDENCE_REPLICATIONS, find_judged
from sim.analysis.facts.kept import find_facts, load_facts
from sim.analysis.facts.mended import COST, FAILURE, HOURS, TIME, Mended
from sim.analysis.facts.premises import Premise

__all__ = [
    "COST",
    "COST_OF_FAILURE",
    "EVIDENCE_REPLICATIONS",
    "FAILURE",
    "HOURS",
    "TIME",
    "Facts",
    "Mended",
    "Premise",
    "Turn",
    "find_facts",
    "find_judged",
    "load_facts",
]
