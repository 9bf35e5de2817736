"""`requisite calibrate`: fit what is free to the evidence, and write a new file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli import options
from sim.cli.calibrate_shared import FitKeywords, calibrate_shared
from sim.cli.output import build_console, complain, print_json, print_lines, printing_all_the_same
from sim.errors import RunError
from sim.message import Message
from sim.words import say, say_text
from sim.words.command_line import TRYING

if TYPE_CHECKING:
    from sim.analysis.calibration import Calibration
    from sim.scenario import Scenario

Asked = Annotated[str | None, typer.Argument(metavar="[SERVICE|FILE]")]
Shared = Annotated[bool, typer.Option("--shared")]
Evaluations = Annotated[int | None, typer.Option("--evaluations", metavar="N", show_default=False)]
Replications = Annotated[
    int | None, typer.Option("--replications", metavar="N", show_default=False)
]
Write = Annotated[Path | None, typer.Option("--write", metavar="FILE", show_default=False)]
ONE_OF_THEM = Message("name a service, or say --shared for what all of them share: one of the two")


def calibrate(
    service: Asked = None,
    *,
    shared: Shared = False,
    evaluations: Evaluations = None,
    replications: Replications = None,
    seed: options.Seed = 1,
    write: Write = None,
    as_json: options.AsJson = False,
) -> None:
    """Fit the quantities marked `fitted` to the evidence."""
    keywords: FitKeywords = {"seed": seed}
    if evaluations is not None:
        keywords["evaluations"] = evaluations
    if replications is not None:
        keywords["replications"] = replications
    if (service is None) is not shared:
        raise RunError(ONE_OF_THEM)
    if service is None:
        calibrate_shared(keywords, write, as_json)
    else:
        _calibrate_one(service, keywords, write, as_json)


def _calibrate_one(service: str, keywords: FitKeywords, write: Path | None, as_json: bool) -> None:
    from sim.analysis.calibration import calibrate as fit
    from sim.analysis.calibration import check_new, write_scenario
    from sim.analysis.evidence import check_evidence
    from sim.cli.progress import ProgressBar, make_ready
    from sim.scenario import load_scenario
    from sim.scenario.files import find_file
    from sim.words.calibration import WRITTEN

    source, scenario = find_file(service), load_scenario(service)
    check_evidence(scenario)
    if write is not None:
        check_new(write)
    make_ready("fast")
    with ProgressBar(TRYING) as waiting:
        found = fit(scenario, **keywords, on_progress=waiting.tell)
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
        (words.QUANTITY_COLUMNS, words.rows_of_quantities(found.identified)),
        (words.CAUSE_COLUMNS, words.rows_of_causes(found)),
    ):
        console.print()
        console.print(lay_out(list(map(say, heads)), rows, console.width))
    print_lines(console, ("", *words.tell_open(found), words.tell_next(written)))
