"""`requisite app`: the page, served on this computer."""

import os
import sys
from typing import Annotated

import typer

FIRST_PORT = 8501
Port = Annotated[int, typer.Option("--port", metavar="P", min=1, max=65_535, help="The port.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")]


def app(port: Port = FIRST_PORT, no_browser: NoBrowser = False) -> None:
    """Serve the page on this computer; Ctrl-C ends it."""
    from sim.cli.output import complain
    from sim.cli.readiness import make_ready
    from sim.cli.serving import find_free_port, serve
    from sim.engines import DEFAULT_ENGINE

    make_ready(DEFAULT_ENGINE)
    free = find_free_port(port)
    if free != port:
        complain(f"Port {port} is taken; using {free}.")
    raise typer.Exit(serve(free, opens_browser=not no_browser and has_display()))


def has_display() -> bool:
    """Tell whether there is a screen on which a browser could open."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
