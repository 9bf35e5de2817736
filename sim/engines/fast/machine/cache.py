"""Where compiled code is kept between processes, and when it is not to be used any more.

The folder's name is a hash of all source that the code is made from. Numba's own check looks at the
one file that holds the outermost function, and would go on with old code after a change to any
other one.
"""

import hashlib
import os
import platform
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import llvmlite
import numba
import numpy as np
from llvmlite.binding import get_host_cpu_features, get_host_cpu_name

from sim.engines.fast.machine.sealed import find_stranger, read_sealed
from sim.engines.fast.machine.sources import PACKAGE, hash_sources
from sim.files import UNFINISHED
from sim.message import Message

KEPT = 3
"""Folders of other versions that are left alone; older ones are removed."""
NAME = re.compile("engine-[0-9a-f]{16}")
CODE = ".code"
"""How the name of a file with compiled code ends."""
MARKER = "CACHEDIR.TAG"
MARKED = b"""Signature: 8a477f597d28d172789f06886806bc55
# Compiled code of Requisite, which removes this folder once it is old.
# About such tags: https://bford.info/cachedir/
"""
"""Marks a folder as ours, and as one that no backup needs. Nothing is removed from any other."""


class Place(NamedTuple):
    """A folder for compiled code, or why there is none."""

    folder: Path | None
    problem: Message | None = None


def hash_all() -> str:
    """Return a hash of the sources and where they are, of what compiles them, and for what.

    Compiled code knows its source by its path, and is for one kind of processor.
    """
    compilers = (numba.__version__, llvmlite.__version__, np.__version__)
    processor = (platform.machine(), get_host_cpu_name(), get_host_cpu_features().flatten())
    made_for = (platform.python_version(), *compilers, str(PACKAGE), *processor, hash_sources())
    return hashlib.sha256(" ".join(made_for).encode()).hexdigest()[:16]


def find_place() -> Place:
    """Return the folder for compiled code, made if need be, if nobody else may write to it.

    What stands there is run. So it must be ours, in a folder of ours or of the system's.
    """
    try:
        base = _base()
    except RuntimeError:  # of a user who has no home
        return Place(None, Message("there is no home folder"))
    folder = base / f"engine-{hash_all()}"
    try:
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        if base.stat().st_uid not in (os.geteuid(), 0):
            return Place(None, Message("{folder} belongs to another user", folder=base))
        folder.mkdir(mode=0o700, exist_ok=True)
        problem = find_stranger(folder.lstat(), folder)
        if problem is not None:
            return Place(None, problem)
        _mark(folder)
    except OSError as error:
        why = error.strerror or str(error)
        return Place(None, Message.verbatim(f"{folder}: {why}"))
    _remove_old(folder)
    return Place(folder)


def _base() -> Path:
    """Return the folder of all our caches, as the desktop standard has it."""
    named = os.environ.get("REQUISITE_CACHE")
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "requisite"


def _mark(folder: Path) -> None:
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(None, "Permission denied")
    if not _is_marked(folder):
        (folder / MARKER).write_bytes(MARKED)


def _is_marked(folder: Path) -> bool:
    try:
        return (folder / MARKER).read_bytes() == MARKED
    except OSError:
        return False


def _remove_old(folder: Path) -> None:
    """Remove the code of versions long gone; what another process has just removed is gone too."""
    with suppress(OSError):
        others = [other for other in folder.parent.iterdir() if other != folder and _is_ours(other)]
        for other in sorted(others, key=_made_s, reverse=True)[KEPT:]:
            _remove(other)


def _is_ours(folder: Path) -> bool:
    """Tell whether we have made a folder, and nobody has put anything else into it."""
    try:
        is_ours = NAME.fullmatch(folder.name) and find_stranger(folder.lstat(), folder) is None
        return bool(is_ours) and _is_marked(folder) and all(map(_is_our_file, folder.iterdir()))
    except OSError:
        return False


def _is_our_file(file: Path) -> bool:
    return file.name == MARKER or file.suffix == CODE or file.name.startswith(UNFINISHED)


def _remove(folder: Path) -> None:
    """Remove a folder of ours, its marker last: what is left half-way is still known as ours."""
    with suppress(OSError):
        for file in sorted(folder.iterdir(), key=lambda file: file.name == MARKER):
            file.unlink()
        folder.rmdir()


def _made_s(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:
        return 0.0


def has_code(folder: Path | None) -> bool:
    """Tell whether a folder holds compiled code that is sound."""
    if folder is None:
        return False
    return any(read_sealed(file) is not None for file in folder.glob(f"*{CODE}"))
