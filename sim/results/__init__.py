"""What results have in common: intervals, provenance, and files that hold them."""

from sim.results.events import write_events
from sim.results.interval import Interval
from sim.results.parquet import check_writable, write_frame, write_parquet
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

__all__ = [
    "ENOUGH",
    "FIXED",
    "MAXIMUM",
    "SOURCE_KINDS",
    "Interval",
    "Provenance",
    "build_provenance",
    "check_writable",
    "count_sources",
    "find_version",
    "write_events",
    "write_frame",
    "write_parquet",
]
