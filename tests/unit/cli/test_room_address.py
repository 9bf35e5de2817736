"""Where phones find this computer, and that no other address is taken for one."""

import socket

import pytest

from sim.cli import room_address
from sim.cli.room_address import Phones, find_room_address
from sim.errors import RunError


@pytest.mark.parametrize(
    ("own", "found"),
    [
        (["192.168.1.20"], "192.168.1.20"),
        (["10.1.2.3", "192.168.1.20"], "10.1.2.3"),
        (["8.8.8.8", None, "172.20.0.4"], "172.20.0.4"),
    ],
)
def test_the_first_private_address_is_taken(monkeypatch, own, found):
    answers = iter([*own, None, None, None, None])
    monkeypatch.setattr(room_address, "_find_own", lambda other: next(answers))

    assert find_room_address(None) == found


@pytest.mark.parametrize("own", [None, "8.8.8.8", "127.0.0.1", "0.0.0.0"])
def test_without_a_private_address_it_is_refused_in_words(monkeypatch, own):
    monkeypatch.setattr(room_address, "_find_own", lambda other: own)

    with pytest.raises(RunError, match="no private network"):
        find_room_address(None)


@pytest.mark.parametrize(
    "asked",
    ["0.0.0.0", "224.0.0.1", "203.0.113.7", "localhost", "::", "::1", "", "1", "127.0.0.1 "],
)
def test_what_is_no_address_of_this_computer_is_refused(asked):
    with pytest.raises(RunError, match="--host"):
        find_room_address(asked)


def test_nothing_is_sent_to_find_it(monkeypatch):
    sent = []
    monkeypatch.setattr(socket.socket, "send", lambda *given: sent.append(given), raising=False)
    monkeypatch.setattr(socket.socket, "sendto", lambda *given: sent.append(given), raising=False)

    room_address._find_own("198.51.100.1")

    assert sent == []


def test_it_says_who_can_reach_it():
    assert "Whoever is in the same network" in Phones("192.168.1.20", 8502).tell()
    assert "192.168.1.20:8502/join" in Phones("192.168.1.20", 8502).tell()
    assert "on this computer only" in Phones("127.0.0.1", 8502).tell()


def test_a_host_without_a_room_is_refused(requisite):
    result = requisite("app", "--host", "127.0.0.1")

    assert result.exit_code == 2
    assert "--in-room" in result.stderr
