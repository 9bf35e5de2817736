"""A scenario of a visitor's own service, built of what its data say."""

from sim.own.build.build import build_scenario, write_scenario
from sim.own.build.designs import AS_IT_IS, ASKED_AT_ONCE, NO_DATES, ONE_PERSON
from sim.own.build.evidence import TALLY
from sim.own.build.found import Known
from sim.own.build.know import know, share_begun_by_citizen
from sim.own.build.like import write_like

__all__ = [
    "ASKED_AT_ONCE",
    "AS_IT_IS",
    "NO_DATES",
    "ONE_PERSON",
    "TALLY",
    "Known",
    "build_scenario",
    "know",
    "share_begun_by_citizen",
    "write_like",
    "write_scenario",
]
