"""The process that serves the page: whom it answers, what it tries, and when it ends."""

import ast
import asyncio
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosedError, InvalidStatus

from benchmarks.visitor import Visitor
from sim.web.environment import PACKAGE, build_environment
from sim.web.inside import is_local
from tests.patience import PATIENCE_S
from tests.web.serving import free_port, is_alive, list_below, wait_for

ENDS_WITHIN_S = 20
"""That a command ends soon is what is asked of it, so this is no patience."""
SHORT = "service=sickness-benefit&days=40&replications=2"
SHOWN = "2 replications of"
"""What a page says of a comparison that it shows."""


def knock(port, origin, host=None):
    """Ask for the stream as a page of some origin; return the status that it is answered with."""

    async def ask():
        headers = {"Host": host} if host else None
        address = f"ws://localhost:{port}/_stcore/stream"
        async with connect(address, origin=origin, additional_headers=headers):
            return 101

    try:
        return asyncio.run(ask())
    except InvalidStatus as refused:
        return refused.response.status_code


def get(port, path="/", **headers):
    request = urllib.request.Request(f"http://localhost:{port}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return answer.status, dict(answer.headers)
    except urllib.error.HTTPError as refused:
        return refused.code, dict(refused.headers)


def test_only_pages_of_its_own_are_answered(served):
    port, _ = served

    assert knock(port, f"http://localhost:{port}") == 101
    assert knock(port, "http://evil.example") == 403
    assert knock(port, "http://localhost:1") == 403
    assert get(port)[0] == 200
    assert get(port, "/explore")[0] == 200
    assert get(port, "/nosuch")[0] == 404
    assert get(port, Host="evil.example")[0] == 403
    assert get(port, Origin="http://evil.example")[0] == 403
    assert get(port, "/../../../../etc/passwd")[0] in (400, 404, 200)


def test_the_browser_is_told_to_fetch_nothing_from_others(served):
    _, headers = get(served[0])

    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_the_server_tries_no_address_of_others(served, tried):
    port, _ = served
    for origin in (f"http://localhost:{port}", "http://evil.example", "http://192.0.2.1"):
        knock(port, origin)
    asyncio.run(visit(port))

    tries = [line.partition(" ") for line in tried.read_text().splitlines()]

    assert "socket.bind" in {event for event, _, _ in tries}, "nothing was watched"
    assert [address for _, _, address in tries if not is_local(literal(address))] == []


def literal(text):
    address = ast.literal_eval(text)
    return address if isinstance(address, tuple) else (address,)


async def visit(port):
    async with Visitor(port, SHORT) as visitor:
        await visitor.load()
        assert any(SHOWN in text for text in visitor.texts)


@pytest.fixture
def hostile(tmp_path):
    """A folder, and a home, in which all that the server might look at is somebody else's."""
    ran = tmp_path / "ran"
    evil = f"open({str(ran)!r}, 'a').write(__name__)\n"
    for name in ("secrets.py", "sim.py", "streamlit.py", "numpy.py", "sitecustomize.py"):
        (tmp_path / name).write_text(evil)
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text(
        '[server]\nenableCORS = false\nenableXsrfProtection = false\naddress = "0.0.0.0"\n'
        '[client]\nshowErrorDetails = "full"\n[theme.light]\nprimaryColor = "#ff0000"\n'
        "[global]\ndevelopmentMode = true\n"
    )
    (tmp_path / ".streamlit" / "secrets.toml").write_text("this is = no TOML [")
    return tmp_path, ran


IGNORING = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); "
HEARING = IGNORING.replace("SIG_IGN", "default_int_handler")
"""What the shell has decided on Ctrl-C: a script's has what it runs in the background ignore it."""


def start(folder, port, shell=HEARING, **more):
    """Start the command as an installed one is: the current folder is not on its path."""
    cache = os.environ.get("REQUISITE_CACHE") or os.path.expanduser("~/.cache/requisite")
    ours = {"HOME": str(folder), "REQUISITE_CACHE": cache, "PYTHONPATH": str(PACKAGE.parent)}
    environment = {**os.environ, **ours, **more}
    command = [sys.executable, "-P", "-c", shell + "from sim.cli import main; main()"]
    return subprocess.Popen(
        [*command, "app", "--no-browser", "--port", str(port)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        process_group=0,
        text=True,
    )


def await_end(processes):
    ends_s = time.monotonic() + ENDS_WITHIN_S
    while left := [process for process in processes if is_alive(process)]:
        assert time.monotonic() < ends_s, f"{left} live on"
        time.sleep(0.05)


def test_nothing_in_the_current_folder_or_at_home_has_a_say(hostile):
    folder, ran = hostile
    port = free_port()
    command = start(folder, port, STREAMLIT_SERVER_ENABLE_CORS="false", STREAMLIT_SERVER_PORT="1")
    try:
        wait_for(port, command)

        assert knock(port, "http://evil.example") == 403
        assert get(port)[1]["content-security-policy"]
        asyncio.run(visit(port))
        assert not ran.exists()
    finally:
        command.terminate()
        told, _ = command.communicate(timeout=ENDS_WITHIN_S)
    assert "Traceback" not in told
    assert command.returncode == 0


@pytest.mark.parametrize(
    ("sent", "shell"),
    [("SIGKILL", HEARING), ("SIGTERM", HEARING), ("SIGINT", HEARING), ("SIGINT", IGNORING)],
    ids=["SIGKILL", "SIGTERM", "SIGINT", "SIGINT-ignored"],
)
def test_the_server_and_all_that_it_started_end_with_the_command(tmp_path, sent, shell):
    port = free_port()
    command = start(tmp_path, port, shell)
    try:
        wait_for(port, command)
        below = list_below(command.pid)
        assert len(below) > 1  # the server, and those who make runs

        if sent == "SIGINT":  # as a terminal does: to all of the group
            os.killpg(command.pid, signal.SIGINT)
        else:
            command.send_signal(signal.Signals[sent])
        told, _ = command.communicate(timeout=ENDS_WITHIN_S)

        await_end(below)
        assert "Traceback" not in told
        assert command.returncode == (-signal.SIGKILL if sent == "SIGKILL" else 0)
    finally:
        command.kill()


def test_a_server_that_is_interrupted_alone_ends_without_a_word():
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-P", "-m", "sim.web.server", str(port)],
        cwd=PACKAGE,
        env={**build_environment(os.environ), "PYTHONPATH": str(PACKAGE.parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        wait_for(port, server)
        server.send_signal(signal.SIGINT)
        assert server.wait(ENDS_WITHIN_S) == 0
    finally:
        server.kill()
        told, _ = server.communicate(timeout=ENDS_WITHIN_S)
    assert told == ""


def test_a_message_larger_than_any_of_ours_is_not_taken(served):
    async def send():
        address = f"ws://localhost:{served[0]}/_stcore/stream"
        async with connect(address, origin=f"http://localhost:{served[0]}") as stream:
            await stream.send(b"\0" * 17_000_000)
            await stream.recv()

    with pytest.raises(ConnectionClosedError, match="message too big"):
        asyncio.run(send())
    assert get(served[0])[0] == 200
