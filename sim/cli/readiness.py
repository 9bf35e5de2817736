"""Making an engine ready, and saying so if that takes a while."""

from sim.cli.output import build_error_console, complain


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
    from sim.engines import FIRST_USE, get_engine

    engine = get_engine(name)
    if engine.is_ready():
        return
    console = build_error_console()
    if not console.is_terminal:
        complain(FIRST_USE)
        engine.make_ready()
        return
    with console.status(FIRST_USE):
        engine.make_ready()
