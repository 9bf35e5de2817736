import socket

import pytest

from sim.cli import app
from sim.cli.app import find_free_port, has_display
from sim.errors import RunError


@pytest.fixture
def taken_port():
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        yield taken.getsockname()[1]


def test_a_port_that_is_taken_gives_the_next_free_one(taken_port):
    assert find_free_port(taken_port) > taken_port


def test_no_port_at_all_is_told(taken_port, monkeypatch):
    monkeypatch.setattr("sim.cli.app.TRIES", 1)

    with pytest.raises(RunError, match="all taken"):
        find_free_port(taken_port)


def test_a_screen_is_known_by_its_variables(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not has_display()

    monkeypatch.setenv("DISPLAY", ":0")
    assert has_display()


@pytest.mark.parametrize(("language", "ending"), [(None, ":8600"), ("en", ":8600?lang=en")])
def test_the_address_has_a_language_only_where_one_was_asked_for(
    monkeypatch, capsys, language, ending
):
    class Server:
        def wait(self):
            return 0

    monkeypatch.setattr(app, "start_server", lambda *_: Server())
    monkeypatch.setattr(app, "_await_ready", lambda *_: True)
    monkeypatch.setattr(app, "_end", lambda _: None)
    monkeypatch.setattr(app.signal, "signal", lambda *_: None)

    assert app.serve(8600, opens_browser=False, language=language) == 0
    assert f"{ending} (Ctrl-C" in capsys.readouterr().out
