"""What is shown to whoever waits, and how Ctrl-C is heard meanwhile."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from sim.cli.output import INTERRUPTED, build_error_console, complain
from sim.words import command_line as words
from sim.words import say

if TYPE_CHECKING:
    from sim.engines import Engine

SHOWN_AFTER_S = 2.0
CLEAR_LINE, SHOW_CURSOR = "\r\x1b[K", "\x1b[?25h"


class ProgressBar:
    """Shows a progress bar on standard error: on a terminal only, and only after a while.

    To be entered, and told of what is done.
    """

    def __init__(self, text: str = words.SIMULATING) -> None:
        console = build_error_console()
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn(say(words.TIME_LEFT)),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )
        self._task = self._progress.add_task(say(text), total=None)
        self._timer = Timer(SHOWN_AFTER_S, self._progress.start)
        self._timer.daemon = True
        self._is_terminal = console.is_terminal

    def __enter__(self) -> "ProgressBar":
        if self._is_terminal:
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        if self._progress.live.is_started:
            self._progress.stop()

    def tell(self, done: int, total: int | None) -> None:
        """Show how much is done, of how much if that is known."""
        self._progress.update(self._task, completed=done, total=total)


def make_ready(name: str) -> None:
    """Make an engine ready for the first run, and say so if that takes a while.

    Raises
    ------
    RunError
        If there is none of that name.
    """
    from sim.engines import get_engine

    engine = get_engine(name)
    if engine.is_ready():
        return
    with stopping_at_once():
        _make_ready(engine)


def _make_ready(engine: "Engine") -> None:
    text, console = say(engine.first_use), build_error_console()
    if console.is_terminal:
        with console.status(text):
            problem = engine.make_ready()
    else:
        complain(text)
        problem = engine.make_ready()
    if problem is not None:
        complain(say(problem))


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
    os.write(sys.stderr.fileno(), f"{tidied}{say(words.STOPPED)}\n".encode())
    os._exit(INTERRUPTED)
