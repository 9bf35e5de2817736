"""The page on which one follows a citizen, opened without a browser."""

import pytest

from sim.words.first_names import FIRST_NAMES
from tests.web.opening import open_at

SICKNESS, HOME = "sickness-benefit", "home-care"


def open_page(**address):
    """Open the page at an address that keeps its runs short."""
    return open_at("citizen", **{"days": 60, "replications": 2, "service": SICKNESS, **address})


def texts(page):
    assert not page.exception
    assert not page.error
    elements = (*page.title, *page.header, *page.markdown, *page.caption, *page.info)
    return "\n".join(str(element.value) for element in elements)


def heading(page):
    texts(page)
    return page.header[0].value


@pytest.mark.parametrize(
    ("lang", "title", "why"),
    [
        ("sv", "Följ en medborgare", "Hälften av"),
        ("da", "Følg en borger", "Halvdelen af"),
        ("en", "Follow one citizen", "Half of"),
    ],
)
def test_the_page_follows_a_typical_citizen_in_each_language(lang, title, why):
    page = open_page(lang=lang)

    assert title in texts(page)
    assert why in texts(page)
    assert heading(page).split(":")[0] in FIRST_NAMES[lang]
    assert f"requisite citizen {SICKNESS} --id " in page.code[0].value
    assert "--seed 1 --days 60" in page.code[0].value


def test_the_buttons_choose_whom_to_follow():
    page = open_page()
    seen = [heading(page)]

    for key in ("worst in ten", "another", "another", "typical"):
        seen.append(heading(page.button(key=f"follow:{key}").click().run()))

    assert len(set(seen)) == 4
    assert seen[0] == seen[-1]


def test_the_address_says_who_is_followed_and_keeps_it():
    page = open_page(who="worst")
    assert "One in ten of" in texts(page)
    assert page.query_params["who"] == "worst"

    page.button(key="follow:typical").click().run()
    assert page.query_params["who"] == "typical"

    page.button(key="follow:another").click().run()
    assert "who" not in page.query_params


@pytest.mark.parametrize("who", ["", "nobody", "worst in ten", "average difference", "<b>"])
def test_an_address_that_names_nobody_follows_a_typical_citizen(who):
    assert "Half of" in texts(open_page(who=who))


def test_clients_have_a_calendar_of_faces_and_no_week():
    page = open_page(service=HOME, days=250)
    third = heading(page)

    assert ", month 3: " in third
    assert "Visits have no way through the service" in texts(page)
    first = heading(page.segmented_control(key="citizen:month").set_value(1).run())
    assert ", month 1: " in first
    assert first != third


def test_where_nobody_can_be_followed_it_says_so():
    page = open_page(service=HOME, days=14)

    assert "Ask for more days" in texts(page)


def test_what_the_address_gives_that_is_no_number_is_left_out_and_said_to_be():
    page = open_page(days="-3")

    assert not page.exception and not page.error
    assert 'days, found "-3"' in page.warning[0].value
