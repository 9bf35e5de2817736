"""Where compiled code is kept between processes, and when it is not to be used any more.

The folder's name is a hash of all source that the code is made from. Numba's own check looks at the
one file that holds the outermost function, and would go on with old code after a change to any
other one.
"""

import hashlib
import os
import platform
import shutil
import tempfile
from pathlib import Path

import numba
import numpy as np
from llvmlite.binding import get_host_cpu_name

KEPT = 3
"""Folders of other versions that are left alone; older ones are removed."""
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
    "ledger/*.py",
    "message.py",
    "population.py",
    "scenario/*.py",
    "units.py",
)
"""All files that the compiled code is made from, and those that they import."""


def list_sources() -> list[Path]:
    """Return the files that the compiled code depends on."""
    return sorted(path for pattern in SOURCES for path in PACKAGE.glob(pattern))


def hash_sources() -> str:
    """Return a hash of the sources and where they are, of what compiles them, and for what.

    Numba keeps code by the path of its source, and for one kind of processor.
    """
    versions = (platform.python_version(), numba.__version__, np.__version__)
    made_for = (str(PACKAGE), platform.machine(), get_host_cpu_name())
    digest = hashlib.sha256(" ".join((*versions, *made_for)).encode())
    for path in list_sources():
        digest.update(str(path.relative_to(PACKAGE)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def find_folder() -> Path | None:
    """Return the folder for compiled code, made if need be; `None` if it cannot be written."""
    try:
        folder = _base() / f"engine-{hash_sources()}"
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
        _remove_old(folder)
    except (OSError, RuntimeError):  # the latter of a user who has no home
        return None
    return folder


def _base() -> Path:
    """Return the folder of all our caches, as the desktop standard has it."""
    named = os.environ.get("REQUISITE_CACHE")
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "requisite"


def _remove_old(folder: Path) -> None:
    """Remove the code of versions long gone; what another process has just removed is gone too."""
    others = [other for other in folder.parent.glob("engine-*") if other != folder]
    for other in sorted(others, key=_made_s, reverse=True)[KEPT:]:
        shutil.rmtree(other, ignore_errors=True)


def _made_s(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:
        return 0.0


def has_code(folder: Path | None) -> bool:
    """Tell whether a folder holds compiled code."""
    return folder is not None and any(folder.rglob("*.nbc"))
