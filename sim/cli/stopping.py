"""Ctrl-C: what it says, the exit code, and how it is heard where exceptions are lost."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130
"""The shell's own exit code for whoever ends a program with Ctrl-C."""
STOPPED = "Stopped."
CLEAR_LINE, SHOW_CURSOR = "\r\x1b[K", "\x1b[?25h"


@contextmanager
def stopping_at_once() -> Iterator[None]:
    """Let Ctrl-C end the process there and then.

    The compiler calls Python back from code that drops exceptions: an interrupt that came just then
    would be lost, and the command would go on.
    """
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield  # who has it ignored, or handles it, means that
        return
    signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    tidied = CLEAR_LINE + SHOW_CURSOR if sys.stderr.isatty() else ""
    os.write(sys.stderr.fileno(), f"{tidied}{STOPPED}\n".encode())
    os._exit(INTERRUPTED)
