"""The command line: `requisite`. One file for each command; what they share stands beside them."""

import os
import signal
from types import FrameType

__all__ = ["main"]

INTERRUPTED = 130
"""The shell's own exit code for whoever ends a program with Ctrl-C."""


def main() -> None:
    """Run `requisite` as the shell has called it.

    Importing takes a while, in which nothing can be told yet: Ctrl-C then ends it without a word,
    and so it does when all is said.
    """
    try:
        _run()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


def _run() -> None:
    hears = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if hears:
        signal.signal(signal.SIGINT, _stop)
    from sim.cli.program import main as run_program

    try:
        if hears:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        run_program()
    finally:
        if hears:
            signal.signal(signal.SIGINT, _stop)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
