"""Standard output that is closed, full, or no longer read."""

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO

from sim.files import NO_WORKING_FOLDER
from sim.message import Message

CLOSED_PIPE = 141
"""The shell's own exit code for a program whose output nobody reads any more, as of `| head`."""
FAILED = 1
"""The exit code where the system refuses something on the way."""
OF_A_STREAM = {errno.EBADF, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC}
"""What the system says of a stream that takes nothing more."""


def open_closed() -> None:
    """Give the standard streams that the shell has closed something to stand for them.

    Otherwise the next file to be opened would get their numbers, and whatever is printed. Standard
    output becomes one that fails when it is written to, so that this is told like any other fault.
    """
    null = os.open(os.devnull, os.O_RDONLY)
    while null <= 2:  # a new file gets the lowest number that is free
        null = os.open(os.devnull, os.O_RDONLY)
    os.close(null)
    if sys.stdout is None:
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115  # it stays open
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115  # it stays open


def give_up(stream: TextIO) -> None:
    """Let go of what a stream did not take, so that nothing tries again when the process ends."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)


def describe(error: OSError) -> Message:
    """Say what the system has refused."""
    why = error.strerror or str(error)
    if error.filename is not None:
        return Message.verbatim(f"{error.filename}: {why}")
    if error.errno in OF_A_STREAM:
        return Message("standard output cannot be written: {why}", why=why)
    if isinstance(error, FileNotFoundError):  # what has no name is the folder one stands in
        return NO_WORKING_FOLDER
    return Message("the system refused something: {why}", why=why)
