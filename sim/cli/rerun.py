"""`requisite rerun`: a comparison again, from what it was written as."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines

DIFFERS = 1
"""The exit code where a number is not what it was."""
Filed = Annotated[Path, typer.Argument(metavar="RESULT.json")]
OfScenario = Annotated[
    str | None, typer.Option("--scenario", metavar="SERVICE|FILE", show_default=False)
]


def rerun(result: Filed, *, scenario: OfScenario = None, as_json: options.AsJson = False) -> None:
    """Make a comparison again, and tell whether it is the same to the last digit."""
    from sim.analysis.rerun import find_scenario, load_result
    from sim.analysis.rerun import rerun as make_again
    from sim.cli.progress import ProgressBar, make_ready
    from sim.scenario import load_scenario
    from sim.words.rerun import tell_rerun

    filed = load_result(result)
    found = load_scenario(scenario) if scenario else find_scenario(filed, result.parent)
    make_ready(filed.provenance["engine"])
    with ProgressBar() as waiting:
        again = make_again(found, filed, on_progress=waiting.tell)
    if as_json:
        print_json(again.to_dict())
    else:
        print_lines(build_console(), tell_rerun(filed, again))
    if again.differing:
        raise typer.Exit(DIFFERS)
