import pytest

from sim.web.pages import PAGES
from sim.web.server.guard import ONLY_READ, REFUSED, find_refusal
from sim.web.server.index import FIRST, find_first


def ask(kind="websocket", method="GET", **headers):
    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {"type": kind, "method": method, "headers": pairs}


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST"])
def test_a_page_of_ours_is_answered(kind, host):
    assert find_refusal(ask(kind, host=host)) is None
    assert find_refusal(ask(kind, host=host, origin=f"http://{host}")) is None


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://localhost:1",
        "null",
        "",
        "http://localhost.evil:8501",
        "[",
        "a",
    ],
)
def test_a_foreign_page_is_not(kind, origin):
    assert find_refusal(ask(kind, host="localhost:8501", origin=origin)) == REFUSED


@pytest.mark.parametrize(
    "host", ["evil.example:8501", "localhost.evil:8501", "evil@localhost.evil", "", "[", "10.0.0.1"]
)
def test_a_foreign_name_that_points_here_is_not(host):
    same = {"host": host, "origin": f"http://{host}"}

    assert find_refusal(ask(**same)) == REFUSED
    assert find_refusal(ask("http", **same)) == REFUSED


def test_who_does_not_say_whom_they_ask_is_not_answered():
    twice = [(b"host", b"localhost"), (b"host", b"evil")]

    assert find_refusal(ask()) == REFUSED
    assert find_refusal({"type": "websocket", "headers": twice}) == REFUSED


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_is_taken_in(method):
    assert find_refusal(ask("http", method, host="localhost")) == ONLY_READ


def test_who_looks_for_the_first_page_by_its_name_is_shown_the_way_with_what_they_asked():
    assert f"/{PAGES[0].address}" == FIRST
    assert find_first({"query_string": b""}) == b"/"
    assert find_first({"query_string": b"lang=sv&service=%22"}) == b"/?lang=sv&service=%22"
