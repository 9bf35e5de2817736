"""Running the page's server as a child process."""

import signal
import socket
import subprocess
import sys
import time
import webbrowser
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

import typer

from sim.errors import RunError

HOST = "localhost"
TRIES = 50
READY_WITHIN_S = 60.0
STOPS_WITHIN_S = 5.0
FLAGS = (
    "--server.address",
    HOST,
    "--server.headless",
    "true",
    "--server.showEmailPrompt",
    "false",
    "--browser.gatherUsageStats",
    "false",
    "--client.toolbarMode",
    "minimal",
    "--logger.hideWelcomeMessage",
    "true",
)
"""Heard on this computer only, and without questions; we open the browser ourselves."""


def find_free_port(port: int) -> int:
    """Return a port, or the next one that is free.

    Raises
    ------
    RunError
        If there is none near.
    """
    candidates = range(port, min(port + TRIES, 65_536))
    free = next((candidate for candidate in candidates if _is_free(candidate)), None)
    if free is None:
        raise RunError(f"ports {port} to {candidates[-1]} are all taken; name another with --port")
    return free


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def serve(port: int, *, opens_browser: bool) -> int:
    """Serve the page until it is ended; return the exit code.

    Parameters
    ----------
    port
        A free port.
    opens_browser
        Whether to open a browser once the page is there.
    """
    signal.signal(signal.SIGTERM, _stop)
    command = [sys.executable, "-m", "streamlit", "run", str(_find_page()), *FLAGS]
    server = subprocess.Popen([*command, "--server.port", str(port)], stdin=subprocess.DEVNULL)
    try:
        if _await_ready(server, port):
            address = f"http://{HOST}:{port}"
            typer.echo(f"Requisite is served at {address} (Ctrl-C ends it)")
            if opens_browser:
                webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _end(server)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _find_page() -> Path:
    spec = find_spec("sim.web")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).with_name("main.py")


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
