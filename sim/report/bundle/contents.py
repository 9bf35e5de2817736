"""What a bundle holds.

======================  ============================================================================
file                    what it is
======================  ============================================================================
``README.md``           how to make it again
``STRESS.md``           what was simulated, and how
``bundle.json``         the index: the hash of every other file, and of the tables
``manifest.json``       what the sweep is: plan, settings, cohorts, versions
``points.parquet``      a row a design point
``requirements.txt``    every package, with its version
``runs.parquet``        the table of runs, if it is small
``scenarios/``          each service as it is before any point
``series.parquet``      the table of series, if there is one and it is small
======================  ============================================================================
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from sim.engines import DEFAULT_ENGINE

README, STRESS, INDEX, REQUIREMENTS = "README.md", "STRESS.md", "bundle.json", "requirements.txt"
MANIFEST, POINTS, RUNS, SCENARIOS = "manifest.json", "points.parquet", "runs.parquet", "scenarios"
SERIES = "series.parquet"
TABLES = frozenset((RUNS, SERIES))
NAMES = frozenset((README, STRESS, INDEX, REQUIREMENTS, MANIFEST, POINTS)) | TABLES
NEEDED = NAMES - TABLES
SCENARIO = re.compile(rf"{SCENARIOS}/\d{{1,6}}\.json")
TABLE, OF_SERIES = "table", "series"
"""Where the index tells of the tables of runs and of series."""
FORM = 1
"""Of a bundle; another one is not read."""
MOST_BYTES = 500_000_000
"""Of all files of a bundle together."""
MOST_TABLE_BYTES = 20_000_000
"""A larger table is told by its hash alone."""


class Table(NamedTuple):
    """What is known of a table, be it in the bundle or not."""

    sha256: str
    values_sha256: str
    """Hash of its values alone, which do not tell the versions that made them."""
    rows: int


class Bundle(NamedTuple):
    """A bundle that was read and whose hashes are right."""

    table: Table
    """That of runs."""
    made_with: Mapping[str, str]
    """Versions that the runs were made with, by name."""
    files: Mapping[str, bytes]
    """What it holds, by name."""
    series: Table | None = None
    """The table of series, where the sweep has one."""


def is_known(name: str) -> bool:
    """Tell whether a bundle may hold a file of a name."""
    return name in NAMES or SCENARIO.fullmatch(name) is not None


def hash_of(content: bytes) -> str:
    """Return the SHA-256 of a content."""
    return sha256(content).hexdigest()


def find_engine(bundle: Bundle, otherwise: str = DEFAULT_ENGINE) -> str:
    """Return the engine that made the runs; another one where the manifest does not tell."""
    try:
        engine = json.loads(bundle.files[MANIFEST])["subject"]["engine"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return otherwise
    return engine if isinstance(engine, str) else otherwise
