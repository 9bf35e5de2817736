"""`requisite own tally`: what contacts say that somebody has listened to."""

from typing import TYPE_CHECKING

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines
from sim.cli.own.file import File
from sim.words import say

if TYPE_CHECKING:
    from sim.own.tally import Said


def tally(file: File, *, as_json: options.AsJson = False) -> None:
    """Tell what a tally says."""
    from sim.own.tally import load_tally, measure_tally

    said = measure_tally(load_tally(file))
    if as_json:
        print_json(said.to_dict())
    else:
        _print_said(said)


def _print_said(said: "Said") -> None:
    from sim.cli.table import lay_out
    from sim.words import tally as words

    console = build_console()
    print_lines(console, (*words.tell_tally(said), ""))
    if rows := words.list_causes(said):
        heads = words.heads_of_causes()
        console.print(lay_out(heads, rows, console.width))
        print_lines(console, (*words.tell_without_cause(said), ""))
    print_lines(console, (*words.tell_next(said), "", f"**{say(words.CANNOT)}**"))
    print_lines(console, (f"- {line}" for line in words.list_cannot()), style="dim")
