"""`requisite calibrate`: fit what is free to the evidence, and write a new file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli import options
from sim.cli.output import build_console, complain, print_json, print_lines, printing_all_the_same
from sim.words import say, say_text
from sim.words.command_line import TRYING

if TYPE_CHECKING:
    from sim.analysis.calibration import Calibration
    from sim.scenario import Scenario

Evaluations = Annotated[int, typer.Option("--evaluations", metavar="N")]
Write = Annotated[Path | None, typer.Option("--write", metavar="FILE", show_default=False)]


def calibrate(
    service: options.Service,
    *,
    evaluations: Evaluations = 300,
    replications: options.Replications = 5,
    seed: options.Seed = 1,
    write: Write = None,
    as_json: options.AsJson = False,
) -> None:
    """Fit the quantities marked `fitted` to the evidence."""
    from sim.analysis.calibration import calibrate as fit
    from sim.analysis.calibration import check_new, write_scenario
    from sim.cli.progress import ProgressBar, make_ready
    from sim.cli.scenarios import check_measures
    from sim.scenario import load_scenario
    from sim.scenario.files import find_file
    from sim.words.calibration import WRITTEN

    source, scenario = find_file(service), load_scenario(service)
    check_measures(scenario)
    if write is not None:
        check_new(write)
    make_ready("fast")
    with ProgressBar(TRYING) as waiting:
        found = fit(
            scenario,
            evaluations=evaluations,
            replications=replications,
            seed=seed,
            on_progress=waiting.tell,
        )
    with printing_all_the_same() as attempt:
        is_written = write is not None and attempt(lambda: write_scenario(source, write, found))
        if is_written:
            complain(say(WRITTEN, file=write))
        if as_json:
            print_json(found.to_dict())
        else:
            _print_calibration(found, scenario, write if is_written else None)


def _print_calibration(found: "Calibration", scenario: "Scenario", written: Path | None) -> None:
    """Print the fit, and what it leaves open."""
    from sim.cli.evidence import build_evidence
    from sim.cli.table import lay_out
    from sim.words import calibration as words
    from sim.words.evidence import label_types

    console = build_console()
    title = say_text(scenario.service.title)
    print_lines(console, (say(words.HEADING, title=title, n=found.evaluations),))
    console.print(build_evidence(found.best.rows, label_types(scenario), console.width))
    print_lines(console, ("", *words.tell_fit(found)))
    for heads, rows in (
        (words.QUANTITY_COLUMNS, words.rows_of_quantities(found)),
        (words.CAUSE_COLUMNS, words.rows_of_causes(found)),
    ):
        console.print()
        console.print(lay_out(list(map(say, heads)), rows, console.width))
    print_lines(console, ("", *words.tell_open(found), words.tell_next(written)))
