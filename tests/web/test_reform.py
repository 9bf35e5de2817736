"""A day of reform on the page: nothing before the fold is open, then a course and what it says."""

import pytest

from sim.words import LANGUAGES, say, speaking
from sim.words import reform as words
from tests.web.opening import open_at
from tests.web.test_explore_page import SICKNESS, errors, texts

ADDRESS = {"days": 160, "replications": 2, "service": SICKNESS}


def open_fold(page):
    page.session_state["reform"] = True
    return page.run()


def charts(page):
    return [e.proto.id for e in page.get("plotly_chart") if "reform" in e.proto.id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fold_is_closed_at_first_and_tells_the_reform_when_opened(language):
    page = open_at("explore", lang=language, **ADDRESS)
    assert not [one for one in page.slider if "reform" in one.key]

    with speaking(language):
        page = open_fold(page)
        told = [say(one) for one in (words.CAME_BEFORE, words.FREE_OF_CHARGE)]
        week = say(words.SUBTITLE)

    assert errors(page) == ""
    assert all(one in texts(page) for one in told)
    assert week in texts(page)
    assert len(charts(page)) == 1
    assert "{" not in texts(page)


def test_another_day_is_another_course():
    page = open_fold(open_at("explore", **ADDRESS))
    (day,) = (one for one in page.slider if one.key.startswith("reform"))
    before, later = texts(page), day.value + 7
    assert f"on day {day.value}." in before

    day.set_value(later).run()

    assert errors(page) == ""
    assert f"on day {later}." in texts(page)
    assert texts(page) != before


def test_too_few_days_are_told_and_so_is_a_design_that_does_not_settle():
    page = open_fold(open_at("explore", **{**ADDRESS, "days": 40}))
    assert words.TOO_SHORT in "\n".join(one.value for one in page.info)

    page = open_fold(open_at("explore", **{**ADDRESS, "service": SICKNESS, "days": 120}))
    page.text_input(key=f"{SICKNESS}:any").set_value("staff.total=5")
    (send,) = (
        b for b in page.button if b.key and b.key.startswith(f"FormSubmitter:{SICKNESS}:any")
    )
    send.click().run()
    assert not page.exception
    headings = "\n".join(one.value for one in page.header)
    assert words.NEUTRAL in headings
    assert "before the reform, and" not in headings
