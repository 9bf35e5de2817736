"""The listener as a phone meets it."""

import http.client

import pytest

from sim.web.phones import close_room, find_room, listen
from sim.web.server.guard import HOSTS


@pytest.fixture
def listening():
    opened = listen("127.0.0.1", 0)
    yield opened
    opened.server.should_exit = True
    opened.thread.join(10)
    close_room()


def test_a_phone_is_answered_at_the_address_that_is_told(listening):
    room = listening.room
    phone = http.client.HTTPConnection(room.address, timeout=10)
    phone.request("GET", "/join")
    answer = phone.getresponse()

    assert answer.status == 200
    assert b"<form" in answer.read()
    assert answer.getheader("server") is None
    assert find_room() is room


def test_a_stream_is_refused(listening):
    phone = http.client.HTTPConnection(listening.room.address, timeout=10)
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    phone.request("GET", "/_stcore/stream", headers={**upgrade, "Sec-WebSocket-Key": "x" * 24})

    assert phone.getresponse().status in (400, 404)


def test_the_page_itself_still_answers_this_computer_only():
    assert HOSTS == ("localhost", "127.0.0.1", "::1")


def test_an_address_of_another_computer_cannot_be_listened_to():
    with pytest.raises(OSError, match="assign"):
        listen("203.0.113.7", 0)
