"""A hash of the code that results come from, so that a change of the model is seen."""

import hashlib
from functools import cache
from pathlib import Path

SIM = Path(__file__).parents[2]
MODEL = (
    "blueprint",
    "calendar.py",
    "design",
    "engines",
    "experiment",
    "ledger",
    "measures",
    "population.py",
    "random",
    "scenario",
    "units.py",
    "analysis/attribution",
    "analysis/robustness",
)
"""What a finding may come from: the rooms of the model, and the analyses that are kept."""


@cache
def hash_model() -> str:
    """Return the hash of all files of the model, by name and content."""
    found = hashlib.sha256()
    for file in sorted(SIM.rglob("*.py")):
        name = file.relative_to(SIM).as_posix()
        if name.startswith(MODEL):
            found.update(name.encode() + b"\n" + file.read_bytes())
    return found.hexdigest()
