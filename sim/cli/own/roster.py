"""`requisite own roster`: how many work when."""

from typing import TYPE_CHECKING

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines
from sim.cli.own.file import File

if TYPE_CHECKING:
    from sim.own.roster import Rostered


def roster(file: File, *, as_json: options.AsJson = False) -> None:
    """Tell what a roster says."""
    from sim.own.roster import load_roster, measure_roster

    rostered = measure_roster(load_roster(file))
    if as_json:
        print_json(rostered.to_dict())
    else:
        _print_rostered(rostered)


def _print_rostered(rostered: "Rostered") -> None:
    from sim.cli.table import lay_out
    from sim.words import roster as words
    from sim.words.own_estimates import heads_of_planned, list_planned

    console = build_console()
    console.print(
        lay_out(heads_of_planned(), list_planned(rostered.estimates.values()), console.width)
    )
    print_lines(console, ("", *words.tell_shifts(rostered), *words.tell_weekdays(rostered)))
    print_lines(console, ("", *words.tell_basis()), style="dim")
