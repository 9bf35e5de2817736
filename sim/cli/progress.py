"""A progress bar on standard error: only on a terminal, and only where it takes a while."""

from threading import Timer
from types import TracebackType

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from sim.cli.output import build_error_console

SHOWN_AFTER_S = 2.0


class Waiting:
    """Shows a bar after a while; to be entered, and told of what is done.

    Parameters
    ----------
    words
        What is going on.
    """

    def __init__(self, words: str) -> None:
        console = build_error_console()
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("left:"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )
        self._task = self._progress.add_task(words, total=None)
        self._timer = Timer(SHOWN_AFTER_S, self._progress.start)
        self._timer.daemon = True
        self._is_terminal = console.is_terminal

    def __enter__(self) -> "Waiting":
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
