"""The arguments and options that several commands share.

What each is for stands in `sim.words.help`.
"""

from pathlib import Path
from typing import Annotated

import typer

Service = Annotated[str, typer.Argument(metavar="SERVICE|FILE")]
Designs = Annotated[tuple[str, str], typer.Option("--design", metavar="A B")]
Seed = Annotated[int, typer.Option("--seed", metavar="S")]
Replication = Annotated[int, typer.Option("--replication", metavar="R")]
Replications = Annotated[int, typer.Option("--replications", metavar="N")]
Days = Annotated[int | None, typer.Option("--days", metavar="D", show_default=False)]
Engine = Annotated[str, typer.Option("--engine", metavar="NAME")]
Changes = Annotated[
    list[str], typer.Option("--set", metavar="KEY=VALUE", default_factory=list, show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json")]
Parquet = Annotated[Path | None, typer.Option("--parquet", metavar="FILE", show_default=False)]
Chart = Annotated[Path | None, typer.Option("--chart", metavar="FILE", show_default=False)]
Force = Annotated[bool, typer.Option("--force")]


def check_files(table: Path | None = None, page: Path | None = None, *, overwrite: bool) -> None:
    """Check, before anything is run, that its result can be written to where it is asked for."""
    from sim.cli.output import check_page
    from sim.files import check_apart
    from sim.results import check_table

    for file, check in ((table, check_table), (page, check_page)):
        if file is not None:
            check(file, overwrite=overwrite)
    check_apart(file for file in (table, page) if file is not None)
