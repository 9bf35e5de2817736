"""The commands together, and what all of them do when something is wrong."""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sim.cli.app import app
from sim.cli.attribute import attribute
from sim.cli.breakeven import breakeven
from sim.cli.calibrate import calibrate
from sim.cli.check import check
from sim.cli.citizen import citizen
from sim.cli.compare import compare
from sim.cli.evidence import evidence
from sim.cli.output import complain
from sim.cli.run import run
from sim.cli.services import services
from sim.cli.stopping import INTERRUPTED, STOPPED
from sim.errors import RequisiteError

BAD_INPUT = 2
"""The exit code of whoever asked for something impossible."""


class Commands(TyperGroup):
    """Commands that say what is wrong in one message, never in a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except RequisiteError as error:
            complain(str(error))
            raise typer.Exit(BAD_INPUT) from error
        except KeyboardInterrupt as interrupt:
            complain(STOPPED)
            raise typer.Exit(INTERRUPTED) from interrupt


def _show_version(wanted: bool) -> None:
    if wanted:
        from sim.results import find_version

        typer.echo(f"requisite {find_version('requisite')}")
        raise typer.Exit


def _begin(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Print the version and end."
        ),
    ] = False,
) -> None:
    """Simulate public services: what a design does to citizens, to staff and to cost."""


program = typer.Typer(
    name="requisite",
    cls=Commands,
    callback=_begin,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (
    services,
    check,
    compare,
    evidence,
    attribute,
    breakeven,
    calibrate,
    run,
    citizen,
    app,
):
    program.command(command.__name__)(command)


def main() -> None:
    """Run `requisite` as the shell has called it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without "–" still gets the numbers
    program(prog_name="requisite")
