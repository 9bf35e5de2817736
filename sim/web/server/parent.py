"""Ending with whoever started us, however they end.

The other end of our standard input is held open by them; the system closes it when they are gone,
killed or not. That needs no signal that could be missed, and no number of a process that could
have become another's.
"""

import os
import signal
import sys
from threading import Thread, Timer

STOPS_WITHIN_S = 3.0


def end_with_input() -> None:
    """Let this process end when its standard input ends: gently at first."""
    Thread(target=_await_end, name="end-with-input", daemon=True).start()


def _await_end() -> None:
    # not by `sys.stdin`: its lock would be held here while the interpreter ends, which is fatal
    while os.read(sys.stdin.fileno(), 4096):
        pass  # nobody has anything to say there
    last = Timer(STOPS_WITHIN_S, os._exit, (0,))
    last.daemon = True
    last.start()
    os.kill(os.getpid(), signal.SIGTERM)
