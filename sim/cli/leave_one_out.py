"""`requisite evidence --leave-one-out`: each service predicted by the others."""

from typing import TYPE_CHECKING, TypedDict

from sim.cli.output import build_console, print_json, print_lines
from sim.words import say
from sim.words.command_line import TRYING

if TYPE_CHECKING:
    from sim.analysis.calibration import LeaveOneOut


class Asked(TypedDict, total=False):
    """What is asked of it, where anything is."""

    evaluations: int
    judged: int
    seed: int
    engine: str


def leave_one_out(keywords: Asked, as_json: bool) -> None:
    """Predict each shipped service with constants chosen on the others, and print how it went."""
    from sim.analysis.calibration import leave_one_out as predict
    from sim.cli.progress import ProgressBar, make_ready
    from sim.scenario import list_services, load_scenario

    scenarios = [load_scenario(name) for name in list_services()]
    make_ready(keywords.get("engine", "fast"))
    with ProgressBar(TRYING) as waiting:
        found = predict(scenarios, **keywords, on_progress=waiting.tell)
    if as_json:
        print_json(found.to_dict())
    else:
        _print_found(found)


def _print_found(found: "LeaveOneOut") -> None:
    """Print each figure with both predictions, the counts of each service, and what it is worth."""
    from sim.analysis.calibration import WIDE
    from sim.cli.table import lay_out
    from sim.words import leave_one_out as words

    console = build_console()
    print_lines(console, (words.tell_heading(found),))
    for heads, rows in (
        (words.FIGURE_COLUMNS, words.rows_of_figures(found)),
        (words.SERVICE_COLUMNS, words.rows_of_services(found)),
        (words.CONSTANT_COLUMNS, words.rows_of_constants(found)),
    ):
        console.print(lay_out(list(map(say, heads)), rows, console.width))
        console.print()
    print_lines(console, words.tell_result(found, WIDE))
