"""Files with a checksum, which are read only if they are whole and nobody else could write them."""

import hashlib
import os
import stat
from pathlib import Path

from sim.files import PRIVATE, writing
from sim.message import Message

FORM = b"requisite sealed 1\n"
DIGEST_BYTES = 32
SYSTEM = 0
"""The user to whom what is installed for all belongs."""
WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def write_sealed(path: Path, content: bytes) -> None:
    """Write a file that only we may read and write, with a checksum before its content.

    Raises
    ------
    RunError
        If it cannot be written.
    """
    with writing(path, overwrite=True, mode=PRIVATE) as stream:
        stream.write(FORM + hashlib.sha256(content).digest())
        stream.write(content)


def read_sealed(path: Path) -> bytes | None:
    """Return the content of a sealed file; `None` if it is not there, not ours, or not whole."""
    try:
        # Links are not followed, and who opens a pipe does not wait for somebody at its other end.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(descriptor, "rb") as stream:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode) or find_stranger(found, path) is not None:
                return None
            sealed = stream.read()
    except OSError:
        return None
    begins = len(FORM) + DIGEST_BYTES
    seal, content = sealed[:begins], sealed[begins:]
    return content if seal == FORM + hashlib.sha256(content).digest() else None


def find_stranger(
    found: os.stat_result, path: Path, owners: tuple[int, ...] = ()
) -> Message | None:
    """Return why a file or a folder may hold what somebody else has put there, if it may.

    Parameters
    ----------
    found
        What the system says of it, links not followed.
    path
        Its name.
    owners
        Users to whom it may belong; if none are named, to us alone.
    """
    if stat.S_ISLNK(found.st_mode):
        return Message("{folder} is a link", folder=path)
    if found.st_uid not in (owners or (os.geteuid(),)):
        return Message("{folder} belongs to another user", folder=path)
    if found.st_mode & WRITABLE_BY_OTHERS:
        return Message("others may write to {folder}", folder=path)
    return None
