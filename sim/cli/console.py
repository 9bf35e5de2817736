"""Where results that people read are printed."""

from rich.console import Console


class ResultConsole(Console):
    """A console that leaves it to the program what a closed pipe means, as any other fault."""

    def on_broken_pipe(self) -> None:
        """Pass on that nobody reads any more; called while that error is handled."""
        raise  # noqa: PLE0704  # Rich calls it where the error is caught
