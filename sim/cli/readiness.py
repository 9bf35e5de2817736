"""Making an engine ready, and saying so if that takes a while."""

from typing import TYPE_CHECKING

from sim.cli.output import build_error_console, complain
from sim.cli.stopping import stopping_at_once

if TYPE_CHECKING:
    from sim.engines import Engine


def make_ready(name: str) -> None:
    """Make an engine ready for the first run.

    Parameters
    ----------
    name
        The engine.

    Raises
    ------
    RunError
        If there is none of that name.
    """
    from sim.engines import get_engine

    engine = get_engine(name)
    if engine.is_ready():
        return
    with stopping_at_once():
        _make_ready(engine)


def _make_ready(engine: "Engine") -> None:
    words, console = engine.first_use, build_error_console()
    if not console.is_terminal:
        complain(words)
        engine.make_ready()
        return
    with console.status(words):
        engine.make_ready()
