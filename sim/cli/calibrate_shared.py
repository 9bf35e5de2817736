"""`requisite calibrate --shared`: fit what services share to the evidence of all of them."""

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from sim.cli.output import build_console, complain, print_json, print_lines, printing_all_the_same
from sim.words import say
from sim.words.command_line import TRYING

if TYPE_CHECKING:
    from sim.analysis.calibration import SharedCalibration


class FitKeywords(TypedDict, total=False):
    """What is asked of a fit, where anything is."""

    evaluations: int
    replications: int
    seed: int


def calibrate_shared(keywords: FitKeywords, write: Path | None, as_json: bool) -> None:
    """Fit the shared constants to all shipped services, and print what was found."""
    from sim.analysis.calibration import calibrate_shared as fit
    from sim.analysis.calibration import check_new_folder, write_shared
    from sim.cli.progress import ProgressBar, make_ready
    from sim.scenario import list_services, load_scenario, shipped_folder
    from sim.words.calibration import WRITTEN

    scenarios = [load_scenario(name) for name in list_services()]
    if write is not None:
        check_new_folder(write)
    make_ready("fast")
    with ProgressBar(TRYING) as waiting:
        found = fit(scenarios, **keywords, on_progress=waiting.tell)
    with printing_all_the_same() as attempt:
        is_written = write is not None and attempt(
            lambda: write_shared(shipped_folder(), write, found)
        )
        if is_written:
            complain(say(WRITTEN, file=write))
        if as_json:
            print_json(found.to_dict())
        else:
            _print_calibration(found, is_written=is_written)


def _print_calibration(found: "SharedCalibration", *, is_written: bool) -> None:
    """Print the fit of each service, and what is left open of the constants and of its own."""
    from sim.cli.table import lay_out
    from sim.words import shared_calibration as words
    from sim.words.calibration import QUANTITY_COLUMNS, rows_of_quantities

    console = build_console()
    print_lines(console, (words.tell_heading(found),))
    tables = [
        (words.SERVICE_COLUMNS, words.rows_of_services(found)),
        (QUANTITY_COLUMNS, rows_of_quantities(found.constants)),
    ]
    own = words.rows_of_own(found)
    if own:
        tables.append((words.OWN_COLUMNS, own))
    for heads, rows in tables:
        console.print(lay_out(list(map(say, heads)), rows, console.width))
        console.print()
    print_lines(console, words.tell_fit(found))
    print_lines(console, (*words.tell_open(found), words.tell_next(is_written=is_written)))
