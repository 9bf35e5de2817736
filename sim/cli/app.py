"""`requisite app`: the page, served on this computer by a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from types import FrameType
from typing import Annotated

import typer

from sim.cli.output import complain
from sim.cli.room_address import Phones, find_room_address
from sim.errors import RunError
from sim.message import Message
from sim.web.environment import PACKAGE, build_environment
from sim.words import say

FIRST_PORT = 8501
HOST = "localhost"
TRIES = 50
READY_WITHIN_S = 60.0
STOPS_WITHIN_S = 5.0
Port = Annotated[int, typer.Option("--port", metavar="P", min=1, max=65_535)]
NoBrowser = Annotated[bool, typer.Option("--no-browser")]
InRoom = Annotated[bool, typer.Option("--in-room")]
Host = Annotated[str | None, typer.Option("--host", metavar="ADDRESS", show_default=False)]
SERVED = Message("Requisite is served at {address} (Ctrl-C ends it)")


def app(
    context: typer.Context,
    port: Port = FIRST_PORT,
    no_browser: NoBrowser = False,
    in_room: InRoom = False,
    host: Host = None,
) -> None:
    """Serve the page until Ctrl-C ends it."""
    from sim.cli.progress import make_ready
    from sim.engines import DEFAULT_ENGINE

    if host is not None and not in_room:
        raise RunError(Message("--host: goes with --in-room; the page itself is heard here only"))
    phones_host = find_room_address(host) if in_room else None
    make_ready(DEFAULT_ENGINE)
    free = find_free_port(port)
    if free != port:
        complain(say(Message("Port {port} is taken; using {free}.", port=port, free=free)))
    phones = None
    if phones_host is not None:
        phones = Phones(phones_host, find_free_port(min(free + 1, 65_535), phones_host))
    opens = not no_browser and has_display()
    raise typer.Exit(serve(free, opens_browser=opens, phones=phones, language=context.obj))


def has_display() -> bool:
    """Tell whether there is a screen on which a browser could open."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def find_free_port(port: int, host: str = HOST) -> int:
    """Return a port of an address of this computer, or the next one that is free.

    Raises
    ------
    RunError
        If there is none near.
    """
    candidates = range(port, min(port + TRIES, 65_536))
    free = next((candidate for candidate in candidates if _is_free(host, candidate)), None)
    if free is None:
        raise RunError(
            Message(
                "ports {first} to {last} are all taken; name another with --port",
                first=port,
                last=candidates[-1],
            )
        )
    return free


def _is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def serve(
    port: int, *, opens_browser: bool, phones: Phones | None = None, language: str | None = None
) -> int:
    """Serve the page at a free port until it is ended; return the exit code.

    The page is in the `language` that was asked for; of `None`, in that of the browser.

    A script's shell has what it runs in the background ignore Ctrl-C. Other commands let it: they
    end by themselves. This one does not, and says that Ctrl-C ends it.
    """
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, _stop)
    server = start_server(port, phones)
    try:
        if _await_ready(server, port):
            place = "/room" if phones else ""
            asked = f"?lang={language}" if language else ""
            address = f"http://{HOST}:{port}{place}{asked}"
            typer.echo(say(SERVED, address=address))
            if phones:
                typer.echo(say(phones.tell()))
            if opens_browser:
                webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _end(server)


def start_server(port: int, phones: Phones | None = None) -> "subprocess.Popen[bytes]":
    """Start the process that serves the page; it ends when this one does, however that comes about.

    Nothing in the current folder is its business: it runs in a folder of ours, is told by nobody
    else how to serve, and looks for modules where this process finds ours.
    """
    command = [sys.executable, "-P", "-m", "sim.web.server", str(port)]
    command += [phones.host, str(phones.port)] if phones else []
    return subprocess.Popen(
        command,
        cwd=PACKAGE,
        env=build_environment(os.environ),
        stdin=subprocess.PIPE,
        process_group=0,  # Ctrl-C is for us, and we end it
    )


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _await_ready(server: "subprocess.Popen[bytes]", port: int) -> bool:
    """Wait until the page answers; tell whether it does."""
    give_up = time.monotonic() + READY_WITHIN_S
    while server.poll() is None and time.monotonic() < give_up:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return True
        except OSError:
            time.sleep(0.1)
    return False


def _end(server: "subprocess.Popen[bytes]") -> None:
    """End the server, gently at first."""
    if server.poll() is not None:
        return
    server.terminate()
    try:
        server.wait(STOPS_WITHIN_S)
    except subprocess.TimeoutExpired:
        server.kill()
