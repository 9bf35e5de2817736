"""One process at a time writes to a folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from sim.errors import RunError
from sim.message import Message
from sim.sweep.folder.folder import LOCK, Folder


@contextmanager
def locking(folder: Folder) -> Iterator[None]:
    """Let no other process write to a folder; the system lets go if this one is killed.

    What one that was killed had begun to write is taken away.

    Raises
    ------
    RunError
        If another one does, or nothing can be written there.
    """
    import fcntl

    descriptor = _open_lock(folder)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise RunError(
            Message(
                "{folder}: another process is at work there; wait for it, or stop it",
                folder=folder.path,
            )
        ) from error
    try:
        folder.tidy()
        yield
    finally:
        os.close(descriptor)


def is_at_work(folder: Folder) -> bool:
    """Tell whether some process writes to a folder now."""
    import fcntl

    try:
        descriptor = os.open(folder.path / LOCK, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _open_lock(folder: Folder) -> int:
    try:
        return os.open(folder.path / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise RunError(
            Message(
                "{folder}: cannot be written to: {why}",
                folder=folder.path,
                why=error.strerror or str(error),
            )
        ) from error
