"""`requisite own counts`: what counts by day and hour say."""

from typing import TYPE_CHECKING

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines
from sim.cli.own.file import File

if TYPE_CHECKING:
    from sim.own.counts import Counted


def counts(file: File, *, as_json: options.AsJson = False) -> None:
    """Tell what counts say."""
    from sim.own.counts import load_counts, measure_counts

    counted = measure_counts(load_counts(file))
    if as_json:
        print_json(counted.to_dict())
    else:
        _print_counted(counted)


def _print_counted(counted: "Counted") -> None:
    from sim.cli.table import lay_out
    from sim.words import counts as words
    from sim.words.own_estimates import heads_of_estimates, list_estimates

    console = build_console()
    print_lines(console, (*words.tell_counts(counted), ""))
    for first, rows in (
        ("", list_estimates(counted.estimates.values())),
        (words.WEEKDAY, words.list_weekdays(counted)),
        (words.HOUR, words.list_hours(counted)),
    ):
        if rows:
            console.print(lay_out(heads_of_estimates(first), rows, console.width))
            console.print()
    print_lines(console, words.tell_basis(), style="dim")
