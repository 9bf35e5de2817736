"""`requisite staff`: the staff that each design needs to keep the same promise."""

from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines, printing_all_the_same
from sim.words import say_text

if TYPE_CHECKING:
    from sim.analysis.staffing import Staffing
    from sim.scenario import Scenario

Within = Annotated[int | None, typer.Option("--within", metavar="D", show_default=False)]
Share = Annotated[float, typer.Option("--share", metavar="S")]
Unmet = Annotated[float | None, typer.Option("--unmet", metavar="S", show_default=False)]
Utilisation = Annotated[float, typer.Option("--utilisation", metavar="U")]


def staff(
    service: options.Service,
    *,
    changes: options.Changes,
    within: Within = None,
    share: Share = 0.9,
    unmet: Unmet = None,
    utilisation: Utilisation = 0.9,
    design: options.Designs = ("functionalised", "absorbing"),
    replications: options.Replications = 10,
    seed: options.Seed = 1,
    days: options.Days = None,
    as_json: options.AsJson = False,
    parquet: options.Parquet = None,
    force: options.Force = False,
) -> None:
    """Find the staff that each design needs to keep the same promise."""
    from sim.analysis.staffing import find_staffing
    from sim.cli.progress import ProgressBar, make_ready
    from sim.engines import DEFAULT_ENGINE
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    options.check_files(parquet, overwrite=force)
    make_ready(DEFAULT_ENGINE)
    with ProgressBar() as waiting:
        result = find_staffing(
            scenario,
            design,
            within_days=within,
            share=share,
            unmet=unmet,
            utilisation=utilisation,
            on_progress=waiting.tell,
            seed=seed,
            days=days,
            replications=replications,
        )
    with printing_all_the_same() as attempt:
        if parquet is not None:
            attempt(lambda: result.write_table(parquet, overwrite=force))
        if as_json:
            print_json(result.to_dict())
        else:
            _print_result(result, scenario)


def _print_result(result: "Staffing", scenario: "Scenario") -> None:
    from sim.cli.table import lay_out
    from sim.words import staffing as words
    from sim.words.comparison import tell_heading

    console = build_console()
    title = say_text(scenario.service.title)
    print_lines(console, (tell_heading(title, result.designs), ""))
    print_lines(console, (*words.tell_staffing(result), ""))
    heads, rows = words.heads_of_staffing(result), words.rows_of_staffing(result)
    console.print(lay_out(heads, rows, console.width, folds=True))
    print_lines(console, ("", *words.tell_basis_of_staffing(result)), style="dim")
