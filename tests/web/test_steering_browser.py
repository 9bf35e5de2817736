"""The quarters of two managers in a real browser: by themselves, one by one, and without motion."""

import pytest

from tests.patience import PATIENCE_MS
from tests.web.serving import IDLE

ADDRESS = "steering?service=sickness-benefit&days=60&lang=en"
SECOND_MS = 1_000
QUARTER = "document.querySelector('.stSlider input')?.value"

pytestmark = pytest.mark.browser


@pytest.fixture
def open_page(chromium, served):
    """Open the page; what goes wrong on it is found when it is closed."""
    pages = []

    def open_one(**settings):
        page = chromium.new_page(**settings)
        page.set_default_timeout(PATIENCE_MS)
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"http://localhost:{served[0]}/{ADDRESS}")
        page.get_by_role("button", name="One quarter on").wait_for()
        pages.append((page, faults))
        return page

    yield open_one
    for page, faults in pages:
        assert page.get_by_test_id("stException").count() == 0
        assert faults == []
        page.close()


def await_quarter(page, quarter):
    page.wait_for_function(f"{QUARTER} === '{quarter}'")


def test_by_keyboard_it_plays_pauses_goes_on_by_one_and_stops_at_the_last(open_page):
    page = open_page(viewport={"width": 1280, "height": 720})
    page.get_by_role("button", name="Play").focus()
    page.keyboard.press("Enter")
    await_quarter(page, 3)
    page.keyboard.press("Enter")

    assert page.get_by_role("button", name="Play").evaluate("it => it.matches(':focus')")
    page.wait_for_timeout(SECOND_MS)  # one that was asked for before may still come
    page.locator(IDLE).wait_for()
    paused = int(page.evaluate(QUARTER))
    page.wait_for_timeout(2 * SECOND_MS)
    assert int(page.evaluate(QUARTER)) == paused
    page.get_by_role("button", name="One quarter on").press("Enter")
    await_quarter(page, paused + 1)

    page.get_by_role("button", name="Play").press("Enter")
    await_quarter(page, 12)
    page.get_by_role("button", name="Play").wait_for()
    page.get_by_role("button", name="From the beginning").press("Enter")
    await_quarter(page, 1)


def test_where_motion_is_unwanted_it_goes_on_one_by_one_and_the_loops_are_moved_on_a_phone(
    open_page,
):
    phone = {"width": 390, "height": 844}
    page = open_page(viewport=phone, color_scheme="dark", reduced_motion="reduce")
    assert page.get_by_role("button", name="Play").count() == 0
    page.get_by_role("button", name="One quarter on").press("Enter")
    await_quarter(page, 2)

    page.locator(IDLE).wait_for()
    page.get_by_text("Loops: what acts on what").click()
    picture = page.locator(".picture")
    picture.locator("svg").wait_for()
    assert picture.evaluate("it => it.scrollWidth > 2 * it.clientWidth && it.scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth") <= phone["width"]
