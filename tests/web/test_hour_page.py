"""The page *One hour*, opened without a browser."""

import pytest

from sim.web.hour.pad import TOLD, check_told
from sim.web.phones import close_room, open_room
from tests.web.opening import open_at

HEARD = [
    [f"number-{n}", f"2026-11-27 09:{n:02d}:00", kind, "digital" if n < 6 else ""]
    for n, kind in enumerate(["failure"] * 18 + ["value"] * 11 + ["unsure"])
]


@pytest.fixture
def room():
    yield open_room("192.168.1.20:8502")
    close_room()


def texts(page):
    assert not page.exception
    assert not page.error
    elements = (*page.title, *page.header, *page.markdown, *page.caption)
    return "\n".join(str(element.value) for element in elements)


@pytest.mark.parametrize(
    ("lang", "title", "next_step"),
    [
        ("sv", "En timme", "Härnäst: lyssna på sex kontakter vid var och en av fem tider"),
        ("da", "En time", "Derefter: lyt til seks henvendelser på hvert af fem tidspunkter"),
        ("en", "One hour", "Next: listen to six contacts at each of five times"),
    ],
)
def test_before_anybody_has_called_it_says_what_to_do(lang, title, next_step):
    page = open_at("hour", lang=lang)

    assert page.title[0].value == title
    assert next_step in texts(page)


def test_it_tells_what_the_contacts_of_this_window_say():
    page = open_at("hour", session={TOLD: HEARD}, lang="en")

    told = texts(page)
    assert "30 contacts in 1 hour of listening: 18 failure demand, 11 value" in told
    assert "**This hour: 62% failure demand** (95% interval 44% to 78%)" in told
    assert "**The service: 62% failure demand** (95% interval 35% to 84%)" in told
    assert page.table[0].value.iloc[0].tolist()[:2] == ["digital intake", "100%"]
    assert "12 failure contacts have no cause" in told


def test_without_phones_it_says_how_they_are_let_in():
    assert "requisite app --in-room" in texts(open_at("hour", lang="en"))


def test_phones_are_let_in_and_their_contacts_deleted_at_the_end(room):
    page = open_at("hour", lang="en")
    assert room.find_sheet() is None
    page.button(key="hour:begin").click().run()
    assert room.find_sheet() is not None
    assert "0 contacts from 0 phones" in texts(page)
    page.button(key="hour:end").click().run()
    assert room.find_sheet() is None


@pytest.mark.parametrize(
    "told", [None, "x", [None], [["a"]], [["number-1", "now", "value", ""]], [[1, 2, 3, 4]], {}]
)
def test_what_is_no_contact_is_left_out(told):
    assert check_told(told) == []
