"""`requisite squeeze`: fewer and fewer staff, where a design tips, and what comes back."""

from typing import TYPE_CHECKING

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines, printing_all_the_same
from sim.words import say_text

if TYPE_CHECKING:
    from sim.analysis.squeeze import Squeeze
    from sim.scenario import Scenario


def squeeze(
    service: options.Service,
    *,
    changes: options.Changes,
    design: options.Designs = ("functionalised", "absorbing"),
    replications: options.Replications = 10,
    seed: options.Seed = 1,
    days: options.Days = None,
    as_json: options.AsJson = False,
    parquet: options.Parquet = None,
    force: options.Force = False,
) -> None:
    """Let staff go until each design tips, and take them on again."""
    from sim.analysis.squeeze import find_squeeze
    from sim.cli.progress import ProgressBar, make_ready
    from sim.engines import DEFAULT_ENGINE
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    options.check_files(parquet, overwrite=force)
    make_ready(DEFAULT_ENGINE)
    with ProgressBar() as waiting:
        result = find_squeeze(
            scenario,
            design,
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


def _print_result(result: "Squeeze", scenario: "Scenario") -> None:
    from sim.cli.table import lay_out
    from sim.words import squeeze as words

    console = build_console()
    print_lines(console, (words.tell_heading(say_text(scenario.service.title)),), style="bold")
    for design, squeezed in result.designs.items():
        print_lines(console, ("", *words.tell_squeezed(design, squeezed)))
    console.print()
    heads, rows = words.heads_of_levels(result), words.rows_of_levels(result)
    console.print(lay_out(heads, rows, console.width, folds=True))
    print_lines(console, ("", *words.tell_basis_of_squeeze(result)), style="dim")
