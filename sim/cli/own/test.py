"""`requisite own test`: does it foretell? A log held against its own simulation."""

from typing import Annotated

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines
from sim.cli.own.file import File, Map, describe_caveats, load_with_progress
from sim.words import say

Scenario = Annotated[str, typer.Argument(metavar="MY.toml")]


def test(
    scenario: Scenario,
    file: File,
    *,
    map_file: Map = None,
    seed: options.Seed = 1,
    as_json: options.AsJson = False,
) -> None:
    """Hold a scenario and a forecast against a log."""
    from sim.cli.progress import ProgressBar, make_ready
    from sim.cli.table import lay_out
    from sim.engines import DEFAULT_ENGINE
    from sim.own.as_it_is import hold_as_it_is
    from sim.own.forecast import find_forecast
    from sim.own.recent import find_recent
    from sim.scenario import load_scenario
    from sim.words import forecast as words
    from sim.words.own_build import tell_recent
    from sim.words.own_file import CANNOT, tell_grave

    own = load_scenario(scenario)
    log, caveats = load_with_progress(file, map_file)
    make_ready(DEFAULT_ENGINE)
    recent = find_recent(log)
    as_it_is = hold_as_it_is(own, recent.log, seed=seed)
    with ProgressBar() as waiting:
        found = find_forecast(log, seed=seed, on_progress=waiting.tell)
    if as_json:
        told = {"as_it_is": [one.to_dict() for one in as_it_is], **found.to_dict()}
        print_json({**told, "warnings": describe_caveats(caveats)})
        return
    console = build_console()
    if rows := words.rows_as_it_is(as_it_is):
        print_lines(console, (*tell_recent(recent), say(words.AS_IT_IS), ""))
        console.print(lay_out(list(map(say, words.HEADS_AS_IT_IS)), rows, console.width))
        print_lines(console, ("", *words.tell_misses(as_it_is), ""))
    print_lines(console, (*words.tell_forecast(found), ""))
    if rows := words.rows_of_forecast(found):
        console.print(lay_out(list(map(say, words.HEADS)), rows, console.width))
        print_lines(console, ("",))
    print_lines(console, words.tell_result(found))
    if grave := [f"- {line}" for line in tell_grave(caveats)]:
        print_lines(console, ("", f"**{say(CANNOT)}**", *grave))
