"""The commands together, and what all of them do when something is wrong."""

import os
import sys
from typing import Annotated, Any

import typer

from sim.cli import streams
from sim.cli.analyse import analyse
from sim.cli.app import app
from sim.cli.attribute import attribute
from sim.cli.breakeven import breakeven
from sim.cli.bundle import bundle, reproduce
from sim.cli.calibrate import calibrate
from sim.cli.citizen import citizen
from sim.cli.compare import compare
from sim.cli.describe import describe
from sim.cli.dynamics import dynamics
from sim.cli.evidence import evidence
from sim.cli.export import export
from sim.cli.lessons import lesson, lessons
from sim.cli.output import INTERRUPTED, complain
from sim.cli.own import own
from sim.cli.report import report
from sim.cli.rerun import rerun
from sim.cli.robust import robust
from sim.cli.run import run
from sim.cli.scenarios import check, services
from sim.cli.spoken import (
    SpokenCommand,
    SpokenGroup,
    UsageError,
    complain_about,
    take_language,
)
from sim.cli.squeeze import squeeze
from sim.cli.staff import staff
from sim.cli.steer import steer
from sim.cli.streams import CLOSED_PIPE, FAILED, give_up, open_closed
from sim.cli.sweep import sweep
from sim.errors import RequisiteError
from sim.words import choose_language, say, say_error, use_language
from sim.words import command_line as words

BAD_INPUT = 2
"""The exit code of whoever asked for something impossible."""


class Commands(SpokenGroup):
    """Commands that speak a language, and say what is wrong in one message, not in a traceback."""

    def main(self, args: Any = None, *others: Any, **more: Any) -> Any:
        """Run the command that was typed, and end with its exit code."""
        asked, typed = take_language(sys.argv[1:] if args is None else args)
        try:
            use_language(choose_language(asked, os.environ))
            more["standalone_mode"] = False  # so that what goes wrong comes here
            more["obj"] = asked
            sys.exit(super().main(typed, *others, **more) or 0)
        except RequisiteError as error:
            use_language(choose_language(None, os.environ))
            complain(say_error(error))
        except UsageError as error:
            complain_about(error)
        except OSError as error:
            sys.exit(_fail(error))
        sys.exit(BAD_INPUT)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Show the help if nothing was typed."""
        if not args:
            complain(self.get_help(ctx))
            raise typer.Exit(BAD_INPUT)
        return super().parse_args(ctx, args)

    def make_context(self, *arguments: Any, **more: Any) -> Any:
        """Read what was typed; help and version are printed here."""
        try:
            return super().make_context(*arguments, **more)
        except BrokenPipeError as error:
            raise typer.Exit(_fail(error)) from error

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            raise typer.Exit(_fail(error)) from error
        except RequisiteError as error:
            complain(say_error(error))
            raise typer.Exit(BAD_INPUT) from error
        except KeyboardInterrupt as interrupt:
            complain(say(words.STOPPED))
            raise typer.Exit(INTERRUPTED) from interrupt


def _fail(error: OSError) -> int:
    """Say what the system has refused, if anybody listens; return the exit code."""
    give_up(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return CLOSED_PIPE
    complain(say(streams.describe(error)))
    return FAILED


def _show_version(wanted: bool) -> None:
    if wanted:
        from sim.installed import find_version

        typer.echo(f"requisite {find_version('requisite')}")
        raise typer.Exit


def _begin(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that stand before a command."""


program = typer.Typer(
    name="requisite",
    cls=Commands,
    callback=_begin,
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
    staff,
    squeeze,
    steer,
    dynamics,
    export,
    robust,
    analyse,
    calibrate,
    report,
    rerun,
    describe,
    bundle,
    reproduce,
    run,
    citizen,
    lessons,
    lesson,
    app,
):
    program.command(command.__name__, cls=SpokenCommand)(command)
program.add_typer(sweep)
program.add_typer(own)


def main() -> None:
    """Run `requisite` as the shell has called it."""
    open_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without "–" still gets the numbers
    program(prog_name="requisite")
