import threading

import pytest

from sim.errors import RunError
from sim.message import Message
from sim.words import choose_language, current_language, say, speaking


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "da_DK.UTF-8"}, "da"),
        ({"LANGUAGE": "fi:da:en", "LC_ALL": "sv_SE"}, "da"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_environment_says_which_language(environment: dict[str, str], code: str) -> None:
    assert choose_language(None, environment) == code


def test_what_is_asked_for_comes_first() -> None:
    assert choose_language("da", {"LANG": "sv_SE.UTF-8"}) == "da"


def test_a_language_that_is_not_spoken_is_refused() -> None:
    with pytest.raises(RunError, match='found "fi", expected one of sv, da, en'):
        choose_language("fi", {})


def test_a_message_is_said_in_the_language_spoken() -> None:
    message = Message("{low} to {high}", low=1, high=2)
    with speaking("sv"):
        assert say(message) == "1 till 2"
    assert say(message) == "1 to 2"


def test_what_no_catalog_has_stays_as_it_is() -> None:
    with speaking("da"):
        assert say("spoken by nobody") == "spoken by nobody"
        assert say("") == ""


def test_each_thread_has_its_language() -> None:
    heard: list[str] = []
    with speaking("sv"):
        thread = threading.Thread(target=lambda: heard.append(current_language()))
        thread.start()
        thread.join()
    assert heard == ["en"]
