"""The listener as a phone meets it."""

import http.client
import socket

import pytest

from sim.web.phones import close_room, connection, find_room, listen
from sim.web.server.guard import HOSTS
from tests.patience import PATIENCE_S


@pytest.fixture
def listening():
    opened = listen("127.0.0.1", 0)
    yield opened
    opened.server.should_exit = True
    opened.thread.join(10)
    close_room()


def test_a_phone_is_answered_at_the_address_that_is_told(listening):
    room = listening.room
    phone = http.client.HTTPConnection(room.address, timeout=PATIENCE_S)
    phone.request("GET", "/join")
    answer = phone.getresponse()

    assert answer.status == 200
    assert b"<form" in answer.read()
    assert answer.getheader("server") is None
    assert find_room() is room


def test_a_stream_is_refused(listening):
    phone = http.client.HTTPConnection(listening.room.address, timeout=PATIENCE_S)
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    phone.request("GET", "/_stcore/stream", headers={**upgrade, "Sec-WebSocket-Key": "x" * 24})

    assert phone.getresponse().status in (400, 404)


def test_who_says_nothing_is_hung_up_on(listening, monkeypatch):
    monkeypatch.setattr(connection, "LASTS_S", 0.2)
    host, _, port = listening.room.address.partition(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE_S) as silent:
        silent.sendall(b"GET /join HTTP/1.1\r\nHost: x")  # and never the rest of it

        assert silent.recv(100) == b""


def test_of_one_address_there_are_no_more_connections_than_so_many(listening, monkeypatch):
    monkeypatch.setattr(connection, "MOST_OF_ONE", 2)
    host, _, port = listening.room.address.partition(":")
    opened = [socket.create_connection((host, int(port)), timeout=PATIENCE_S) for _ in range(3)]
    try:
        assert opened[2].recv(100) == b""
        opened[0].sendall(f"GET /join HTTP/1.1\r\nHost: {listening.room.address}\r\n\r\n".encode())
        assert opened[0].recv(12) == b"HTTP/1.1 200"
    finally:
        for one in opened:
            one.close()


def test_the_page_itself_still_answers_this_computer_only():
    assert HOSTS == ("localhost", "127.0.0.1", "::1")


def test_an_address_of_another_computer_cannot_be_listened_to():
    with pytest.raises(OSError, match="assign"):
        listen("203.0.113.7", 0)
