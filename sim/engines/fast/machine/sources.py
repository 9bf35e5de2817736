"""The sources that compiled code is made from, and their hash."""

import hashlib
from pathlib import Path

PACKAGE = Path(__file__).parents[3]
SOURCES = (
    "__init__.py",
    "blueprint/*.py",
    "calendar.py",
    "design/*.py",
    "random/*.py",
    "engines/*.py",
    "engines/fast/**/*.py",
    "errors.py",
    "eventlog.py",
    "files.py",
    "holidays.py",
    "ledger/*.py",
    "message.py",
    "opening_hours.py",
    "plain_text.py",
    "population.py",
    "processors.py",
    "scenario/*.py",
    "seasons.py",
    "units.py",
)
"""All files that the compiled code is made from, and those that they import."""


def list_sources() -> list[Path]:
    """Return the files that the compiled code depends on."""
    return sorted(path for pattern in SOURCES for path in PACKAGE.glob(pattern))


def hash_sources() -> str:
    """Return a hash of the sources."""
    digest = hashlib.sha256()
    for path in list_sources():
        digest.update(str(path.relative_to(PACKAGE)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
