import subprocess
import sys

import pytest

from sim.web.inside import is_local

TRIES = {
    "a connection": "socket.create_connection(('127.0.0.2', 9), 1).close()",
    "a connection out": "socket.socket().connect(('192.0.2.1', 80))",
    "a datagram": "socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 53))",
    "a datagram's connection": "socket.socket(type=socket.SOCK_DGRAM).connect(('8.8.8.8', 1))",
    "a name": "socket.getaddrinfo('example.org', 80)",
}
BEGIN = "import socket; from sim.web.inside import stay_inside; stay_inside(); "


@pytest.mark.parametrize("name", TRIES)
def test_nothing_leaves(name):
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + TRIES[name]], capture_output=True, text=True, check=False
    )

    is_local_try = name == "a connection"
    assert ("nothing leaves this computer" in done.stderr) == (not is_local_try)


@pytest.mark.parametrize(
    "address", [("localhost", 1), ("127.0.0.1", 1), ("::1", 1, 0, 0), (None, 1), "/a/path", (b"",)]
)
def test_what_is_on_this_computer_is_local(address):
    assert is_local(address)


@pytest.mark.parametrize(
    "address", [("8.8.8.8", 1), ("2001:db8::1", 1, 0, 0), ("example.org", 1), ("0x7f.1.evil", 1)]
)
def test_what_is_elsewhere_is_not(address):
    assert not is_local(address)
