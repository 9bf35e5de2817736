"""`requisite robust`: in how many plausible worlds each of two designs is better."""

from math import ceil
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli import options
from sim.cli.output import build_console, complain, print_json, print_lines, printing_all_the_same
from sim.units import MINUTE_S
from sim.words import say, say_text
from sim.words.command_line import tell_how_long

if TYPE_CHECKING:
    from rich.console import Console

    from sim.analysis.robustness import Robustness
    from sim.experiment import Progress
    from sim.scenario import Scenario

Worlds = Annotated[int, typer.Option("--worlds", metavar="N")]
WithoutVariety = Annotated[bool, typer.Option("--without-variety")]

LONG_S = 20.0
"""Whoever has to wait longer is told how long."""


def robust(
    service: options.Service,
    *,
    changes: options.Changes,
    worlds: Worlds = 200,
    without_variety: WithoutVariety = False,
    design: options.Designs = ("functionalised", "absorbing"),
    replications: options.Replications = 2,
    seed: options.Seed = 1,
    days: options.Days = None,
    as_json: options.AsJson = False,
    parquet: options.Parquet = None,
    force: options.Force = False,
) -> None:
    """Try two designs in many plausible worlds."""
    from sim.analysis.robustness import find_robustness
    from sim.analysis.robustness import without_variety as take_variety_out
    from sim.cli.progress import ProgressBar, make_ready
    from sim.engines import DEFAULT_ENGINE
    from sim.experiment import open_executor_for
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    if without_variety:
        scenario = take_variety_out(scenario)
    options.check_files(parquet, overwrite=force)
    make_ready(DEFAULT_ENGINE)
    runs = 2 * worlds * replications
    with ProgressBar() as waiting, open_executor_for(DEFAULT_ENGINE, runs) as workers:
        result = find_robustness(
            scenario,
            design,
            worlds=worlds,
            replications=replications,
            seed=seed,
            days=days,
            executor=workers,
            on_progress=_tell_how_long(waiting.tell),
        )
    with printing_all_the_same() as attempt:
        if parquet is not None:
            attempt(lambda: result.write_table(parquet, overwrite=force))
        if as_json:
            print_json(result.to_dict())
        else:
            _print_result(result, scenario)


def _tell_how_long(tell: "Progress") -> "Progress":
    """Return what tells of progress, and after the first worlds how long the rest will take."""
    began = monotonic()
    is_told = False

    def tell_too(done: int, total: int | None) -> None:
        nonlocal is_told
        left_s = (monotonic() - began) / done * ((total or done) - done)
        if not is_told and left_s > LONG_S:
            complain(say(tell_how_long(ceil(left_s / MINUTE_S), total or done)))
        is_told = True
        tell(done, total)

    return tell_too


def _print_result(result: "Robustness", scenario: "Scenario") -> None:
    """Print in how many worlds which design is better, what decides, and what that rests on."""
    from sim.cli.table import lay_out
    from sim.words import robustness as words
    from sim.words.comparison import tell_heading

    console, designs = build_console(), result.designs
    print_lines(console, (tell_heading(say_text(scenario.service.title), designs), ""))
    print_lines(console, (*words.tell_worlds(result), ""))
    heads, rows = words.heads_of_worlds(designs), words.rows_of_worlds(result)
    console.print(lay_out(heads, rows, console.width, folds=True))
    if result.deciding:
        _print_deciding(console, result)
    print_lines(console, ("", *words.tell_basis_of_worlds(result)), style="dim")


def _print_deciding(console: "Console", result: "Robustness") -> None:
    from sim.cli.table import lay_out
    from sim.words import robustness as words

    print_lines(console, ("", words.tell_deciding(result), words.tell_halves(result.designs), ""))
    heads, rows = list(map(say, words.HEADS_OF_DECIDING)), words.rows_of_deciding(result)
    console.print(lay_out(heads, rows, console.width, folds=True))
