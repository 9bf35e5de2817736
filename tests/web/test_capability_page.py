"""The page on what a service is capable of, opened without a browser."""

import re

import pytest

from tests.web.opening import open_at

SICKNESS, HOME, PERMITS = "sickness-benefit", "home-care", "building-permits"
TARGET = f"capability:target:{SICKNESS}"


def open_page(**address):
    """Open the page at an address that keeps its runs short."""
    return open_at("capability", **{"days": 60, "replications": 2, "service": SICKNESS, **address})


def texts(page):
    assert not page.exception
    assert not page.error
    elements = (*page.title, *page.header, *page.markdown, *page.caption, *page.info)
    return "\n".join(str(element.value) for element in elements)


def bold(page):
    """The shares within the target: reported and lived of the first design, and of the second."""
    texts(page)
    told = [mark.value for mark in page.markdown if "**" in mark.value][-1]
    return [float(share) for share in re.findall(r"\*\*([\d.]+)%\*\*", told)]


@pytest.mark.parametrize(
    ("lang", "title", "finding"),
    [
        ("sv", "Vad en verksamhet förmår", "En av tio väntar längre än"),
        ("da", "Hvad en service formår", "En ud af ti venter længere end"),
        ("en", "What a service is capable of", "One in ten waits longer than"),
    ],
)
def test_the_page_tells_the_limits_in_each_language(lang, title, finding):
    page = open_page(lang=lang)

    assert title in texts(page)
    assert finding in page.header[0].value
    assert len(page.dataframe[0].value) == 2


def test_the_reported_clock_is_another_one():
    page = open_page()
    lived = texts(page)

    reported = texts(page.segmented_control(key="capability:clock").set_value("reported").run())

    assert "One in ten is reported as longer than" in reported
    assert "One in ten is reported" not in lived


def test_a_change_has_limits_before_and_after():
    page = open_page()
    page.segmented_control(key="capability:view").set_value(True).run()

    assert "before the change" in page.header[0].value
    assert "whoever came when" in texts(page)
    assert len(page.dataframe[0].value) == 2


def test_a_target_that_is_moved_changes_shares_and_no_times():
    page = open_page()
    table, shares = page.dataframe[0].value, bold(page)

    page.slider(key=TARGET).set_value(2).run()

    assert (page.dataframe[0].value == table).all(axis=None)
    reported, lived, *_ = shares
    assert lived < reported
    assert all(now <= before for now, before in zip(bold(page), shares, strict=True))
    assert bold(page) != shares


def test_of_visits_there_are_faces_and_no_target():
    page = open_page(service=HOME, days=120)

    assert "no clock that a target could be set on" in texts(page)
    assert not page.slider


def test_of_a_design_that_does_not_settle_no_limits_are_told():
    page = open_page(service=PERMITS, days=60)

    told = texts(page)
    assert "does not settle" in page.warning[0].value
    assert "without limits" in page.header[0].value
    assert "predictably up to" not in told
    assert "**" not in told
    assert not page.dataframe


def test_what_the_address_gives_that_is_no_number_is_left_out_and_said_to_be():
    page = open_page(days="-3")

    assert not page.exception and not page.error
    assert 'days, found "-3"' in page.warning[0].value
