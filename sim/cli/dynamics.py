"""`requisite dynamics`: the stock-and-flow twin beside the event model, and what its loops do."""

from typing import TYPE_CHECKING

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines, printing_all_the_same
from sim.words import say_text

if TYPE_CHECKING:
    from sim.analysis.twin import TwinCheck
    from sim.scenario import Scenario


def dynamics(
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
    """Hold stocks and flows against the event model, and tell what each loop does."""
    from sim.analysis.twin import find_twin_check
    from sim.cli.progress import ProgressBar, make_ready
    from sim.engines import DEFAULT_ENGINE
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    options.check_files(parquet, overwrite=force)
    make_ready(DEFAULT_ENGINE)
    with ProgressBar() as waiting:
        result = find_twin_check(
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


def _print_result(result: "TwinCheck", scenario: "Scenario") -> None:
    from sim.cli.table import lay_out
    from sim.words import dynamics as words

    console = build_console()
    print_lines(console, (words.tell_heading(say_text(scenario.service.title)),), style="bold")
    left_out = words.tell_left_out(scenario, list(result.tips))
    print_lines(console, ("", *words.tell_check(result), *left_out, ""))
    heads, rows = words.heads_of_check(), words.rows_of_check(result)
    console.print(lay_out(heads, rows, console.width, folds=True))
    print_lines(console, ("", words.tell_loops()), style="bold")
    heads, rows = words.heads_of_loops(), words.rows_of_loops(result)
    console.print(lay_out(heads, rows, console.width, folds=True))
    print_lines(console, ("", *words.tell_basis_of_check(result)), style="dim")
