"""`requisite describe`: what was simulated and how, as a methods section."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli import options
from sim.cli.output import complain
from sim.words import say
from sim.words.command_line import WRITTEN

What = Annotated[Path, typer.Argument(metavar="FOLDER|RESULT.json")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE.md", show_default=False)]


def describe(what: What, *, out: Out = None, force: options.Force = False) -> None:
    """Write what was simulated and how, after the STRESS-DES guidelines."""
    from sim.files import check_ending, check_writable, write_text

    if out is not None:
        check_writable(out, overwrite=force)
        check_ending(out, (".md",))
    text = _write(what)
    if out is None:
        typer.echo(text, nl=False)
    else:
        write_text(out, text, overwrite=force)
        complain(say(WRITTEN, file=out))


def _write(what: Path) -> str:
    from sim.report.stress import write_stress, write_stress_of_result

    if what.is_file():
        from sim.analysis.rerun import find_scenario, load_result

        filed = load_result(what)
        return write_stress_of_result(filed, find_scenario(filed, what.parent))
    from sim.sweep import load

    return write_stress(load(what))
