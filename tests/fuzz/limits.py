"""How long something may take, and how much memory."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

MOST_S = 20.0
"""Seconds of processor time after which it hangs, as people would say."""
MOST_BYTES = 2_000_000_000


class HangError(Exception):
    """Something that takes far too long."""


def _refuse(_signal: int, _frame: FrameType | None) -> None:
    raise HangError(f"longer than {MOST_S:.0f} s of processor time")


@contextmanager
def within(seconds: float = MOST_S) -> Iterator[None]:
    """Raise `HangError` in what takes longer; of processor time, whatever else the machine does."""
    before = signal.signal(signal.SIGPROF, _refuse)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def peak_bytes() -> int:
    """Return the most memory that this process has held.

    That of the program it runs, as the kernel has it for its memory: what `getrusage` tells begins
    at what the process that started it held.
    """
    told = Path("/proc/self/status").read_text(encoding="ascii")
    (kib,) = re.findall(r"^VmHWM:\s+(\d+) kB$", told, re.MULTILINE)
    return int(kib) * 1_024
