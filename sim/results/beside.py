"""What was found beforehand, kept by name in a file beside the code."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from sim.files import write_text
from sim.results.result import Json

Kept = TypeVar("Kept")


def read_beside(file: Path, read: Callable[[Json], Kept]) -> dict[str, Kept]:
    """Return what is kept, by its name; nothing where there is no file yet.

    Parameters
    ----------
    file
        The file.
    read
        Makes of an entry what was kept.
    """
    if not file.exists():
        return {}
    found = json.loads(file.read_text(encoding="utf-8"))
    return {name: read(entry) for name, entry in found.items()}


def write_beside(file: Path, kept: Mapping[str, Kept], write: Callable[[Kept], Json]) -> None:
    """Write what is kept, in the order of the alphabet."""
    table = {name: write(kept[name]) for name in sorted(kept)}
    write_text(file, json.dumps(table, indent=1, allow_nan=False) + "\n", overwrite=True)
