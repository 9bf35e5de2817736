"""What results have in common: intervals, provenance, and files that hold them."""

from sim.results.parquet import check_writable, write_events
from sim.results.provenance import (
    ENOUGH,
    FIXED,
    MAXIMUM,
    Provenance,
    build_provenance,
    count_sources,
    find_version,
)
from sim.results.result import NOTHING, Interval, Json, Result, as_json

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
    "check_writable",
    "count_sources",
    "find_version",
    "write_events",
]
