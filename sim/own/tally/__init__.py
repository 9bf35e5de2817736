"""A tally of contacts that somebody has listened to, and what it says: the one-hour test."""

from sim.own.tally.measure import Said, measure_tally
from sim.own.tally.reading import load_tally, read_tally, read_time
from sim.own.tally.tally import CAUSES, Contact, Kind, Tally, build_tally

__all__ = [
    "CAUSES",
    "Contact",
    "Kind",
    "Said",
    "Tally",
    "build_tally",
    "load_tally",
    "measure_tally",
    "read_tally",
    "read_time",
]
