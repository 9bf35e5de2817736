"""The server as `requisite app` starts it, for tests to talk to."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from sim.web.environment import PACKAGE, build_environment
from tests.patience import PATIENCE_S

IDLE = "[data-test-script-state=notRunning]"
"""A page whose script does not run now: while it does, what is pressed may move away meanwhile."""
STYLED = "getComputedStyle(document.body).fontVariantNumeric === 'tabular-nums'"
"""A page on which our own style is: it comes a little later than what it is for."""
WATCHED = Path(__file__).with_name("watched.py")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, server):
    ends_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends_s:
        assert server.poll() is None, "the app has ended"
        try:
            address = f"http://localhost:{port}/_stcore/health"
            return urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError("the app does not answer")


@contextlib.contextmanager
def serve(log):
    """Serve the page on a port, which is returned; each address it tries goes to a log.

    It listens to phones as well, at another port of this computer: the page says where.
    """
    port = free_port()
    phones = ("127.0.0.1", str(free_port()))
    server = subprocess.Popen(
        [sys.executable, "-P", str(WATCHED), str(log), str(port), *phones],
        cwd=PACKAGE,
        env=build_environment(os.environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port, server)
        yield port, server
    finally:
        server.stdin.close()
        server.wait(PATIENCE_S)


def list_below(process):
    """List the processes that a process has started, and those that they have."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == process:
                found += [int(folder.name), *list_below(int(folder.name))]
    return found


def is_alive(process):
    try:
        state = (Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
