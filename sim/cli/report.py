"""`requisite report`: a comparison as a page to read, to print and to send."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli import options
from sim.cli.compare import print_comparison, read_replications
from sim.cli.output import complain, printing_all_the_same
from sim.files import write_text
from sim.words import say
from sim.words.command_line import WRITTEN

Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", show_default=False)]


def report(
    service: options.Service,
    *,
    changes: options.Changes,
    design: options.Designs = ("functionalised", "absorbing"),
    replications: Annotated[str, typer.Option("--replications", metavar="N|auto")] = "auto",
    seed: options.Seed = 1,
    days: options.Days = None,
    engine: options.Engine = "fast",
    out: Out = None,
    force: options.Force = False,
) -> None:
    """Write a report of two designs of a service."""
    from sim.analysis.comparison import compare
    from sim.analysis.robustness import find_kept
    from sim.cli.progress import ProgressBar, make_ready
    from sim.report import write_report
    from sim.scenario import find_file, load_scenario

    scenario = load_scenario(service, changes)
    file = out or Path(f"requisite-{find_file(service).stem}.html")
    options.check_files(page=file, overwrite=force)
    make_ready(engine)
    with ProgressBar() as waiting:
        found = compare(
            scenario,
            design,
            replications=read_replications(replications),
            seed=seed,
            days=days,
            engine=engine,
            on_progress=waiting.tell,
        )
    page = write_report(found, scenario, find_kept(scenario, found.designs))
    with printing_all_the_same() as attempt:
        if attempt(lambda: write_text(file, page, overwrite=force)):
            complain(say(WRITTEN, file=file))
        else:
            print_comparison(found, scenario)
