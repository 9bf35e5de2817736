"""The arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Service = Annotated[
    str,
    typer.Argument(metavar="SERVICE|FILE", help="A shipped service by its name, or a TOML file."),
]
Designs = Annotated[
    tuple[str, str],
    typer.Option("--design", metavar="A B", help="The two designs; a difference is B less A."),
]
Seed = Annotated[int, typer.Option("--seed", metavar="S", help="Which luck.")]
Replication = Annotated[
    int, typer.Option("--replication", metavar="R", help="Which replication of it, from 0.")
]
Days = Annotated[
    int | None,
    typer.Option(
        "--days",
        metavar="D",
        help="Calendar days of arrivals, warm-up included; the service's own if not given.",
        show_default=False,
    ),
]
Engine = Annotated[
    str,
    typer.Option(
        "--engine", metavar="NAME", help="fast (compiled) or reference (SimPy): one history."
    ),
]
Changes = Annotated[
    list[str],
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="A change to the scenario, such as demand.variety=0 or absorbing.purpose.check=0.5; "
        "may be given several times, later ones win.",
        default_factory=list,
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Parquet = Annotated[
    Path | None,
    typer.Option(
        "--parquet",
        metavar="FILE",
        help="Write the result to a Parquet file as well.",
        show_default=False,
    ),
]
Chart = Annotated[
    Path | None,
    typer.Option(
        "--chart",
        metavar="FILE",
        help="Draw it as well: a page (HTML) that needs nothing else.",
        show_default=False,
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
