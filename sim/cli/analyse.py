"""`requisite analyse`: what a sweep says, by the analyses that fit how its points were chosen."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli import options
from sim.cli.output import (
    build_console,
    complain,
    print_json,
    print_lines,
    printing_all_the_same,
    write_chart,
)
from sim.errors import RunError
from sim.message import Message
from sim.words import say, say_error

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from sim.analysis.sensitivity import Analysed, Of, Screening, SensitivityResult

Folder = Annotated[Path, typer.Argument(metavar="FOLDER")]
Outcomes = Annotated[
    list[str], typer.Option("--outcome", metavar="NAME", default_factory=list, show_default=False)
]
OneDesign = Annotated[str | None, typer.Option("--design", metavar="NAME", show_default=False)]
Difference = Annotated[
    tuple[str, str] | None, typer.Option("--difference", metavar="A B", show_default=False)
]
OneService = Annotated[str | None, typer.Option("--service", metavar="NAME", show_default=False)]
Over = Annotated[
    list[str], typer.Option("--over", metavar="KEY", default_factory=list, show_default=False)
]
Write = Annotated[Path | None, typer.Option("--write", metavar="FILE", show_default=False)]
Html = Annotated[Path | None, typer.Option("--html", metavar="FILE", show_default=False)]


def analyse(
    folder: Folder,
    *,
    outcome: Outcomes,
    design: OneDesign = None,
    difference: Difference = None,
    service: OneService = None,
    over: Over,
    seed: options.Seed = 1,
    as_json: options.AsJson = False,
    write: Write = None,
    html: Html = None,
    force: options.Force = False,
) -> None:
    """Analyse a sweep."""
    options.check_files(write, html, overwrite=force)
    if design is not None and difference is not None:
        raise RunError(Message("--design and --difference: give one of the two"))
    of: Of | None = design if design is not None else difference
    found = _analyse(folder, outcome, of=of, service=service, over=over, seed=seed)
    results = [result for one in found for result in one.results]
    with printing_all_the_same() as attempt:
        if write is not None:
            attempt(lambda: _write(results, write, overwrite=force))
        if html is not None:
            attempt(lambda: write_chart(_draw(results), html, title=folder.name, overwrite=force))
        if as_json:
            print_json([result.to_dict() for result in results])
        else:
            _print_results(results)
    for error in (error for one in found for error in one.refused):
        complain(say_error(error))


def _analyse(
    folder: Path,
    outcomes: list[str],
    *,
    of: "Of | None",
    service: str | None,
    over: list[str],
    seed: int,
) -> "list[Analysed]":
    from sim.analysis.sensitivity import COST, analyse_what_fits
    from sim.sweep import load

    sweep = load(folder)
    screening = _screen(sweep.plan, service)
    return [
        analyse_what_fits(
            sweep.table, name, of, service=service, screening=screening, over=over, seed=seed
        )
        for name in outcomes or [COST]
    ]


def _screen(plan: Any, service: str | None) -> "Screening | None":
    """Return the points of a Morris plan in the unit cube; nothing of other plans."""
    from sim.analysis.sensitivity import Screening

    if plan.method != "morris":
        return None
    part = next((one for one in plan.parts if one.name == service), plan.parts[0])
    return Screening(plan.draw_shares(part), plan.sampling.levels)


def _write(results: "list[SensitivityResult]", path: Path, *, overwrite: bool) -> None:
    from sim.analysis.sensitivity import join_frames
    from sim.results.tables import write_frame

    about = {"about": [result.list_beside() for result in results]}
    write_frame(join_frames(results), path, overwrite=overwrite, about=about)


def _draw(results: "list[SensitivityResult]") -> "list[go.Figure]":
    """Draw what can be drawn: boxes, rules and regret are told in words and numbers."""
    from sim.analysis.sensitivity import BreakevenMap, Indices, Surface, Tornado
    from sim.charts.breakeven_map import plot_breakeven_map, plot_surface
    from sim.charts.sensitivity import plot_indices, plot_tornado

    plots: dict[type, Callable[[Any], go.Figure]] = {
        Indices: plot_indices,
        Tornado: plot_tornado,
        BreakevenMap: plot_breakeven_map,
        Surface: plot_surface,
    }
    return [plots[type(one)](one) for one in results if type(one) in plots]


def _print_results(results: "list[SensitivityResult]") -> None:
    """Print what each analysis says, and the points that all of them rest on."""
    from sim.words.sensitivity import HEADINGS, name_outcome, tell_about, tell_result

    console = build_console()
    for result in results:
        print_lines(
            console, (f"**{say(HEADINGS[result.ANALYSIS])}** {name_outcome(result.about)}",)
        )
        print_lines(console, tell_result(result))
        print_lines(console, (*tell_about(result.about), ""), style="dim")
