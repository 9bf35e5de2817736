"""`requisite export`: the stock-and-flow twin as files of the field's own tools."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli import options
from sim.cli.output import build_console, print_lines
from sim.message import Message

if TYPE_CHECKING:
    from sim.scenario import Scenario

Xmile = Annotated[Path | None, typer.Option("--xmile", metavar="FILE", show_default=False)]
Loops = Annotated[Path | None, typer.Option("--causal-loops", metavar="FILE", show_default=False)]
Flows = Annotated[
    Path | None, typer.Option("--stocks-and-flows", metavar="FILE", show_default=False)
]
OneDesign = Annotated[str, typer.Option("--design", metavar="NAME")]
SVG, DOT = ".svg", ".dot"
LONGEST_DAYS = 3_650
LOOKED_DAYS = 182
"""In which the signs of links are looked at."""


def export(
    service: options.Service,
    *,
    changes: options.Changes,
    design: OneDesign = "functionalised",
    days: options.Days = None,
    xmile: Xmile = None,
    causal_loops: Loops = None,
    stocks_and_flows: Flows = None,
    force: options.Force = False,
) -> None:
    """Write stocks and flows as XMILE, and causal loops as a picture."""
    from sim.dynamics import build_twin
    from sim.files import write_text
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    files = [file for file in (xmile, causal_loops, stocks_and_flows) if file is not None]
    _check(files, causal_loops, days, force=force)
    length = days or scenario.service.days
    model = build_twin(scenario, design, max(length, LOOKED_DAYS))
    if xmile is not None:
        from sim.dynamics.xmile.write import write_xmile

        write_text(xmile, write_xmile(model, length), overwrite=force)
    if causal_loops is not None:
        from sim.dynamics import run_model
        from sim.dynamics.twin.things import LABELS, find_loops
        from sim.words.loops import draw_graph, write_graph

        graph = find_loops(model, run_model(model, LOOKED_DAYS, keep_every=8), dict(LABELS))
        picture = draw_graph(graph, "") if causal_loops.suffix == SVG else write_graph(graph)
        write_text(causal_loops, picture, overwrite=force)
    if stocks_and_flows is not None:
        from sim.dynamics.drawing.flow_diagram import write_flow_dot

        write_text(stocks_and_flows, write_flow_dot(model), overwrite=force)
    _tell(scenario, design, files)


def _tell(scenario: "Scenario", design: str, files: Sequence[Path]) -> None:
    from sim.words import say
    from sim.words.dynamics import WRITTEN, tell_left_out

    written = [say(WRITTEN, file=str(file)) for file in files]
    print_lines(build_console(), (*written, *tell_left_out(scenario, [design])))


def _check(files: Sequence[Path], loops: Path | None, days: int | None, *, force: bool) -> None:
    """Check what was asked for, before anything takes time.

    Raises
    ------
    RequisiteError
        If nothing is to be written, or a file cannot be.
    """
    from sim.errors import RunError
    from sim.files import check_apart, check_writable

    if not files:
        raise RunError(
            Message(
                "nothing to write: give --xmile FILE, --causal-loops FILE or --stocks-and-flows "
                "FILE"
            )
        )
    if days is not None and not 1 <= days <= LONGEST_DAYS:
        most = LONGEST_DAYS
        raise RunError(Message("days: found {days}, expected 1 to {most}", days=days, most=most))
    if loops is not None and loops.suffix not in (SVG, DOT):
        found = str(loops)
        raise RunError(
            Message("{file}: a picture ends with .svg, text for Graphviz with .dot", file=found)
        )
    for file in files:
        check_writable(file, overwrite=force)
    check_apart(files)
