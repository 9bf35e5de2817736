"""What commands of `requisite own` ask for alike: a file, and what its columns mean."""

from pathlib import Path
from typing import Annotated

import typer

File = Annotated[Path, typer.Argument(metavar="FILE")]
Map = Annotated[Path | None, typer.Option("--map", metavar="MAP.toml", show_default=False)]
