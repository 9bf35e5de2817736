"""What results have in common: intervals, provenance, and files that hold them."""

from sim.results.parquet import check_writable, write_events, write_frame, write_parquet
from sim.results.provenance import (
    ENOUGH,
    FIXED,
    MAXIMUM,
    SOURCE_KINDS,
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
    "SOURCE_KINDS",
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
    "write_frame",
    "write_parquet",
]
