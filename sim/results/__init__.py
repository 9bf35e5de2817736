"""What results have in common: intervals, provenance, and files that hold them."""

from sim.installed import find_version
from sim.results.beside import read_beside, write_beside
from sim.results.provenance import (
    ENOUGH,
    FIXED,
    MAXIMUM,
    Provenance,
    build_provenance,
    count_sources,
)
from sim.results.result import NOTHING, Interval, Json, Result, as_json
from sim.results.tables import check_table, write_events

__all__ = [
    "ENOUGH",
    "FIXED",
    "MAXIMUM",
    "NOTHING",
    "Interval",
    "Json",
    "Provenance",
    "Result",
    "as_json",
    "build_provenance",
    "check_table",
    "count_sources",
    "find_version",
    "read_beside",
    "write_beside",
    "write_events",
]
