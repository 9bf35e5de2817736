"""`requisite compare`: two designs side by side."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines, printing_all_the_same
from sim.errors import RunError
from sim.message import Message
from sim.words import say, say_text

if TYPE_CHECKING:
    from sim.analysis.comparison import Comparison
    from sim.scenario import Scenario

Replications = Annotated[str, typer.Option("--replications", metavar="N|auto")]


def compare(
    service: options.Service,
    *,
    changes: options.Changes,
    design: options.Designs = ("functionalised", "absorbing"),
    replications: Replications = "auto",
    seed: options.Seed = 1,
    days: options.Days = None,
    engine: options.Engine = "fast",
    as_json: options.AsJson = False,
    parquet: options.Parquet = None,
    force: options.Force = False,
) -> None:
    """Compare two designs of a service."""
    from sim.analysis.comparison import compare as compare_designs
    from sim.cli.progress import ProgressBar, make_ready
    from sim.experiment import AUTO, open_executor_for
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    options.check_files(parquet, overwrite=force)
    make_ready(engine)
    count = read_replications(replications)
    known_runs = 0 if count == AUTO else 2 * count
    with ProgressBar() as waiting, open_executor_for(engine, known_runs) as workers:
        comparison = compare_designs(
            scenario,
            design,
            replications=count,
            seed=seed,
            days=days,
            engine=engine,
            executor=workers,
            on_progress=waiting.tell,
        )
    with printing_all_the_same() as attempt:
        if parquet is not None:
            attempt(lambda: comparison.write_table(parquet, overwrite=force))
        if as_json:
            print_json(comparison.to_dict())
        else:
            print_comparison(comparison, scenario)


def read_replications(text: str) -> int | Literal["auto"]:
    """Return how many replications are asked for.

    Raises
    ------
    RunError
        If it is neither a whole number nor "auto".
    """
    if text == "auto":
        return "auto"
    try:
        return int(text)
    except ValueError:
        expected = Message(
            '--replications: found {found}, expected a whole number or "auto"', found=repr(text)
        )
        raise RunError(expected) from None


def print_comparison(comparison: "Comparison", scenario: "Scenario") -> None:
    """Print table, findings, and what they rest on."""
    from sim.analysis.robustness import find_kept
    from sim.cli.comparison_table import build_table
    from sim.words.comparison import tell_heading
    from sim.words.findings import tell_findings

    console = build_console()
    heading = tell_heading(say_text(scenario.service.title), comparison.designs)
    print_lines(console, (heading, ""))
    console.print(build_table(comparison, console.width))
    print_lines(
        console, ("", *tell_findings(comparison, find_kept(scenario, comparison.designs)), "")
    )
    print_lines(console, _tell_more(comparison, scenario), style="dim")


def _tell_more(comparison: "Comparison", scenario: "Scenario") -> Iterator[str]:
    """Tell what the comparison rests on, what does not apply, and what is not shown."""
    from sim.scenario import has_visits
    from sim.words.basis import tell_basis
    from sim.words.comparison import VISITS, tell_hidden, tell_reasons
    from sim.words.figures import SHOWN
    from sim.words.mended import tell_mended_beside
    from sim.words.premises import tell_premises_beside
    from sim.words.stand_in import tell_stand_in

    if has_visits(scenario):
        yield say(VISITS)
    beside = tell_mended_beside(comparison, scenario), tell_premises_beside(comparison, scenario)
    yield from filter(None, beside)
    yield from tell_basis(comparison)
    yield from tell_reasons(comparison, SHOWN)
    yield from tell_hidden(comparison, SHOWN)
    yield from tell_stand_in(scenario)
