"""Results: a comparison with its intervals and its provenance, as JSON, as a table, as a file."""

from sim.results.compared import Compared
from sim.results.comparison import Comparison
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
    "Compared",
    "Comparison",
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
