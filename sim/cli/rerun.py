"""`requisite rerun`: a comparison again, from what it was written as."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines

if TYPE_CHECKING:
    from sim.analysis.rerun import FiledResult
    from sim.scenario import Scenario

DIFFERS = 1
"""The exit code where a number is not what it was."""
Filed = Annotated[Path, typer.Argument(metavar="RESULT.json")]
OfScenario = Annotated[
    str | None, typer.Option("--scenario", metavar="SERVICE|FILE", show_default=False)
]


def rerun(result: Filed, *, scenario: OfScenario = None, as_json: options.AsJson = False) -> None:
    """Make a comparison again, and tell whether it is the same to the last digit."""
    from sim.analysis.rerun import load_result
    from sim.analysis.rerun import rerun as make_again
    from sim.cli.progress import ProgressBar, make_ready
    from sim.words.rerun import tell_rerun

    filed = load_result(result)
    found = _find_scenario(filed, result, scenario)
    make_ready(filed.provenance["engine"])
    with ProgressBar() as waiting:
        again = make_again(found, filed, on_progress=waiting.tell)
    if as_json:
        print_json(again.to_dict())
    else:
        print_lines(build_console(), tell_rerun(filed, again))
    if again.differing:
        raise typer.Exit(DIFFERS)


def _find_scenario(filed: "FiledResult", result: Path, asked: str | None) -> "Scenario":
    """Return the scenario of a result: the one asked for, one beside it, or the one shipped."""
    from sim.scenario import load_scenario

    if asked is not None:
        return load_scenario(asked)
    beside = result.parent / Path(filed.provenance["scenario_file"] or filed.service).name
    return load_scenario(beside if beside.is_file() else filed.service)
