"""What commands of `requisite own` have alike: a file, what its columns mean and it cannot say."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sim.own.guessing import Caveat
    from sim.own.load import Loaded

File = Annotated[Path, typer.Argument(metavar="FILE")]
Map = Annotated[Path | None, typer.Option("--map", metavar="MAP.toml", show_default=False)]


def load_with_progress(file: Path, map_file: Path | None) -> "Loaded":
    """Load a log and what its file cannot say, showing how much is read."""
    from sim.cli.progress import ProgressBar
    from sim.own.load import load_log
    from sim.words.own_file import READING

    with ProgressBar(READING) as waiting:
        return load_log(file, map_file, on_progress=waiting.tell)


def describe_caveats(caveats: "Iterable[Caveat]") -> list[dict[str, str]]:
    """Return what a file cannot say, as JSON has it."""
    return [{"kind": one.kind, "text": str(one.text)} for one in caveats]
