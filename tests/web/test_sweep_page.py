"""A sweep on the page for researchers, opened without a browser."""

import time

import pytest

from sim.web.research.sweep import fold
from sim.web.running import limits
from tests.patience import PATIENCE_S
from tests.web.opening import open_at

SERVICE = "pooling-small-service"
VARIETY = "demand.application.variety"
START, STOP = "Run the sweep", "Stop the sweep"


def open_fold(**address):
    asked = {"days": 60, "replications": 2, "service": SERVICE, "lang": "en", **address}
    return open_at("research", {"research:sweep": True}, **asked)


def labels(page):
    return [one.label for one in page.button]


def press(page, name):
    (button,) = [one for one in page.button if one.label == name]
    return button.click().run()


def lay_small(page):
    """Ask for the smallest sweep there is."""
    for nth in range(2):
        page.slider(key=f"{SERVICE}:sweep:{nth}:values").set_value(3)
    page.slider(key=f"{SERVICE}:sweep:replications").set_value(2)
    return page.run()


def told(page):
    assert not page.exception
    elements = (*page.header, *page.markdown, *page.caption, *page.warning)
    return "\n".join(str(element.value) for element in elements)


def await_map(page):
    ends_s = time.monotonic() + PATIENCE_S
    while "places the" not in told(page):
        assert time.monotonic() < ends_s, "no map comes"
        time.sleep(0.2)
        page.run()


def test_it_is_run_in_the_background_and_shown_as_a_map():
    page = lay_small(open_fold())
    assert "36 runs, about" in told(page)
    assert len(page.get("download_button")) == 5 + 1

    press(page, START)
    assert STOP in labels(page) or "places the" in told(page)
    await_map(page)

    assert START not in labels(page) and STOP not in labels(page)
    assert len(page.get("download_button")) == 5 + 3
    assert "End-to-end cost" in told(page)
    assert len(page.dataframe) and any(len(one.value) == 9 for one in page.dataframe)
    page.selectbox(key="research:sweep:measure").set_value("end_to_end_days").run()
    (commands,) = [one.value for one in page.code if "sweep run" in one.value]
    assert "--outcome end_to_end_days" in commands
    assert "places the" in told(page)


def test_it_can_be_stopped_and_what_was_asked_for_stays():
    page = open_fold(days=200)
    page.slider(key=f"{SERVICE}:sweep:replications").set_value(9).run()

    press(page, START)
    assert "Members of staff: 4 to 9, 5 values" in told(page)
    assert "Replications at each mix: 9" in told(page)
    press(page, STOP)
    page.run()

    assert START in labels(page)
    assert page.slider(key=f"{SERVICE}:sweep:replications").value == 9


@pytest.mark.parametrize(
    ("moved", "why"),
    [
        ({"1": "staff.total"}, "same quantity twice"),
        ({"0": VARIETY}, "a part of it"),
        ({"0:staff.total": (6.0, 6.0)}, "choose a range"),
    ],
)
def test_what_cannot_be_swept_is_refused_in_words(moved, why):
    page = open_fold()
    for name, value in moved.items():
        key = f"{SERVICE}:sweep:{name}"
        kinds = {one.key: one for one in (*page.selectbox, *page.slider)}
        kinds[key].set_value(value)
    page.run()

    assert why in told(page)
    assert START not in labels(page)


def test_so_is_what_is_more_than_a_visitor_may_have(monkeypatch):
    page = open_fold()
    page.slider(key=f"{SERVICE}:sweep:0:values").set_value(9)
    page.slider(key=f"{SERVICE}:sweep:1:values").set_value(9)
    page.slider(key=f"{SERVICE}:sweep:replications").set_value(10).run()
    assert f"a visitor may have {limits.MOST_SWEEP_RUNS}" in told(page).replace(",", "")
    assert START not in labels(page)

    monkeypatch.setattr(fold, "MOST_EXPECTED_S", 0.1)
    page.slider(key=f"{SERVICE}:sweep:0:values").set_value(4).run()
    page.slider(key=f"{SERVICE}:sweep:replications").set_value(3).run()
    assert "may not have so much" in told(page)
    assert START not in labels(page)
    assert any("requisite sweep run" in one.value for one in page.code)
