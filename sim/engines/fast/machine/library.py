"""The engine as a shared library, made beforehand: nobody who only runs it needs Numba.

Its name holds the hash of the sources that it was made from, so a change to one of them sets it
aside. It is run, so it is loaded only if it is whole, and if nobody can have written it who could
not have written the sources beside it: it belongs to us or to the system, and others may not write
to it. What is wrong with it is told; then Numba compiles.
"""

import ctypes
import hashlib
import os
import platform
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from sim.engines.fast.machine.sealed import SYSTEM, find_stranger
from sim.engines.fast.machine.sources import PACKAGE, hash_sources
from sim.message import Message

FOLDER = PACKAGE / "engines" / "fast" / "built"
ENTRANCE = "requisite_simulate_batch"
FORM = b"requisite library 1\n"
"""What stands between a library and its checksum: the system's loader does not look at its end."""
DIGEST_BYTES = 32
SIGNATURE = (
    *(ctypes.c_void_p, ctypes.c_void_p),  # where to write what is returned, and what is raised
    *(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64, ctypes.c_void_p),
    *(ctypes.c_int64, ctypes.c_int64),
)
"""How Numba calls a function of one array: its owner, its object, how many rows of how many bytes,
where they are, its shape and its strides. Nothing is done with the first two."""

Simulate = Callable[[Any], bool]
"""From the record of a world, shape (1,), to whether its runs are done; see `batch`."""


class Library(NamedTuple):
    """What a library offers; or why it is not used, if one is there."""

    simulate_batch: Simulate | None
    problem: Message | None = None


def name_library() -> str:
    """Return the name of the library that belongs to these sources and this kind of machine."""
    system, processor = platform.system().lower(), platform.machine().lower()
    return f"engine-{system}-{processor}-{hash_sources()}.so"


def find_library(folder: Path = FOLDER) -> Library:
    """Load the library that was made from these very sources, if there is one that is sound.

    Parameters
    ----------
    folder
        Where libraries stand.
    """
    path = folder / name_library()
    try:
        problem = _find_stranger(folder) or _find_stranger(path) or _find_damage(path)
        return Library(None, problem) if problem else Library(load_library(path))
    except (FileNotFoundError, NotADirectoryError):
        return Library(None)
    except (OSError, AttributeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return Library(None, Message("{file}: {why}", file=path, why=why))


def _find_stranger(path: Path) -> Message | None:
    return find_stranger(path.lstat(), path, (os.geteuid(), SYSTEM))


def _find_damage(path: Path) -> Message | None:
    if stat.S_ISREG(path.lstat().st_mode) and is_whole(path.name, path.read_bytes()):
        return None
    return Message("{file} is damaged", file=path)


def seal(name: str, library: bytes) -> bytes:
    """Return a library as it is kept: with a checksum of itself and its name at its end."""
    return library + FORM + hashlib.sha256(name.encode() + library).digest()


def is_whole(name: str, kept: bytes) -> bool:
    """Tell whether a library is as it was when it was given its name."""
    return kept == seal(name, kept[: -len(FORM) - DIGEST_BYTES])


def load_library(path: Path) -> Simulate:
    """Return the engine's entrance. While it runs, other threads of Python do too.

    Raises
    ------
    OSError, AttributeError
        If the system cannot load it, or it is no such library.
    """
    enter = ctypes.CDLL(os.fspath(path))[ENTRANCE]
    enter.restype, enter.argtypes = ctypes.c_int32, SIGNATURE

    def simulate_batch(worlds: Any) -> bool:
        is_done, raised = ctypes.c_int8(), ctypes.c_void_p()
        rows, row_bytes = len(worlds), worlds.itemsize
        array = (None, None, rows, row_bytes, worlds.ctypes.data, rows, row_bytes)
        status = enter(ctypes.byref(is_done), ctypes.byref(raised), *array)
        if status:  # compiled code raises nothing
            raise RuntimeError(f"the compiled engine ended with status {status}")
        return bool(is_done.value)

    return simulate_batch
