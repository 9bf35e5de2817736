"""The page on steering, opened without a browser."""

import pytest

from sim.scenario import load_scenario
from sim.web.steering.inputs import list_figures
from tests.web.opening import open_at

QUIET = ("sim.web.steering.page.QUARTERS", 4)


@pytest.fixture(autouse=True)
def _short(monkeypatch):
    """Four quarters in place of twelve."""
    monkeypatch.setattr(*QUIET)


def open_page(**address):
    return open_at("steering", **{"service": "sickness-benefit", "days": 60, **address})


def texts(page):
    assert not page.exception
    assert not page.error
    elements = (*page.title, *page.header, *page.markdown, *page.caption)
    return "\n".join(str(element.value) for element in elements)


@pytest.mark.parametrize(
    ("lang", "title", "finding"),
    [
        ("sv", "Vem bestämmer efter vilket tal", "När det styrs efter enhetskostnaden"),
        ("da", "Hvem bestemmer efter hvilket tal", "Når der styres efter enhedsomkostningen"),
        ("en", "Who decides by which figure", "Steered by unit cost"),
    ],
)
def test_the_page_tells_of_two_managers_in_each_language(lang, title, finding):
    page = open_page(lang=lang)

    assert title in texts(page)
    assert texts(page).count(finding) == 1
    assert [len(table.value) for table in page.dataframe] == [4, 4]


def test_moving_the_quarter_tells_what_was_tried_in_it():
    page = open_page(lang="en")
    assert texts(page).count("nothing is tried yet") == 2

    page.slider(key="steering:quarter").set_value(3).run()

    tried = page.dataframe[0].value["Tried"].tolist()
    assert f"Tried: {tried[2][0].lower()}{tried[2][1:]} – **" in texts(page)


def test_two_of_one_kind_are_one_manager():
    page = open_page(lang="en")
    page.selectbox(key="steering:by:1").set_value("unit_cost").run()

    assert texts(page).count("Steered by") == 1


def test_where_all_needs_are_alike_it_is_another_history():
    page = open_page(lang="en")
    varied = texts(page)

    page.segmented_control(key="steering:variety").set_value(False).run()

    assert texts(page) != varied


@pytest.mark.parametrize(("service", "has_clock"), [("home-care", False), ("call-line", True)])
def test_a_service_with_visits_has_no_clock_to_steer_by(service, has_clock):
    figures = list_figures(load_scenario(service))

    assert "unit_cost" in figures
    assert ("end_to_end_time" in figures) == has_clock
