"""What makes the numbers: the version, its sources, Python, and the packages that matter.

A sweep is resumed, and its chunks are made, only where all of these are the same. Otherwise a table
would hold rows of two models.
"""

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sim.installed import PACKAGES, find_version

PACKAGE = Path(__file__).parents[2]
ABOVE = (
    "analysis",
    "charts",
    "cli",
    "dynamics",
    "journey",
    "lessons",
    "manual",
    "presets",
    "report",
    "shipped_lessons",
    "shipped_scenarios",
    "steering",
    "web",
    "words",
)
"""What no run reads; scenarios are part of the plan."""
MATTERING = (*PACKAGES, "numba", "pyarrow")


@cache
def take_fingerprint() -> dict[str, str]:
    """Return what this process makes numbers with, by name."""
    packages = {name: find_version(name) for name in MATTERING}
    return {
        "requisite": find_version("requisite"),
        "sources": hash_model(),
        "python": platform.python_version(),
        **dict(sorted(packages.items())),
    }


def hash_model() -> str:
    """Return a hash of the sources that a run reads."""
    digest = hashlib.sha256()
    for path in sorted((*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.toml"))):
        place = path.relative_to(PACKAGE)
        if place.parts[0] not in ABOVE:
            digest.update(place.as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def find_differences(asked: Mapping[str, object], found: Mapping[str, object]) -> list[str]:
    """List what differs between two tables of names: what the first says, and the second."""
    names = dict.fromkeys((*asked, *found))
    return [
        f"{name} {asked.get(name)} / {found.get(name)}"
        for name in names
        if asked.get(name) != found.get(name)
    ]
