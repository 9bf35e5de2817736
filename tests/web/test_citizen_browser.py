"""One citizen and capability as a visitor sees them: in a real browser, by keyboard, on a phone."""

import pytest

from tests.patience import PATIENCE_MS
from tests.web.serving import IDLE

SETTINGS = "service=sickness-benefit&days=60&replications=2"
OURS = ("http://localhost:", "ws://localhost:", "data:", "blob:")
POSITIONS = """dots => dots.filter(dot => dot.style.display !== 'none')
    .map(dot => dot.getAttribute('cx') + ' ' + dot.getAttribute('cy')).join()"""
MOST_LOOKS = 200
DAY_AFTER = {"Mon": "Tue", "Tue": "Wed", "Wed": "Thu", "Thu": "Fri"}
SECOND_MS = 1_000

pytestmark = pytest.mark.browser


@pytest.fixture
def open_page(chromium, served):
    """Open a page of ours; what goes wrong on it is found when it is closed."""
    pages = []

    def open_one(path, **settings):
        page = chromium.new_page(**settings)
        page.set_default_timeout(PATIENCE_MS)
        faults, asked = [], []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"http://localhost:{served[0]}/{path}?{SETTINGS}")
        pages.append((page, faults, asked))
        return page

    yield open_one
    for page, faults, asked in pages:
        assert page.get_by_test_id("stException").count() == 0
        assert faults == []
        assert [url for url in asked if not url.startswith(OURS)] == []
        page.close()


def positions(page):
    return page.locator(".week circle").evaluate_all(POSITIONS)


def wait_until_moved(page, began):
    """Wait until somebody has moved: how soon depends on how busy the machine is."""
    for _ in range(MOST_LOOKS):
        if positions(page) != began:
            return
        page.wait_for_timeout(SECOND_MS / 10)


def test_the_week_moves_by_keyboard_pauses_and_goes_on_day_by_day(open_page):
    page = open_page("citizen", viewport={"width": 1280, "height": 720})
    clock = page.locator(".clock")
    clock.wait_for()
    page.locator(IDLE).wait_for()
    began = positions(page)
    assert clock.inner_text() == "Mon 08:00"

    page.get_by_role("button", name="Play").focus()
    page.keyboard.press("Enter")
    wait_until_moved(page, began)
    page.keyboard.press("Enter")
    paused, moved = clock.inner_text(), positions(page)
    assert paused != "Mon 08:00" and moved != began

    page.wait_for_timeout(SECOND_MS // 2)
    assert (clock.inner_text(), positions(page)) == (paused, moved)

    page.get_by_role("button", name="One day on").press("Enter")
    assert clock.inner_text() == f"{DAY_AFTER[paused[:3]]} 08:00"
    page.get_by_role("button", name="From the beginning").press("Enter")
    assert (clock.inner_text(), positions(page)) == ("Mon 08:00", began)


def test_where_motion_is_unwanted_there_are_stills_on_a_phone(open_page):
    phone = {"width": 390, "height": 844}
    page = open_page("citizen", viewport=phone, color_scheme="dark", reduced_motion="reduce")
    clock = page.locator(".clock")
    clock.wait_for()
    page.locator(".js-plotly-plot").wait_for()
    page.locator(IDLE).wait_for()

    assert page.get_by_role("button", name="Play").count() == 0
    began = positions(page)
    page.get_by_role("button", name="One day on").click()
    still = positions(page)
    assert clock.inner_text() == "Tue 08:00" and still != began
    page.wait_for_timeout(SECOND_MS // 2)
    assert positions(page) == still
    assert page.evaluate("document.documentElement.scrollWidth") <= phone["width"]


def test_a_target_moved_by_keyboard_changes_a_share_and_no_time(open_page):
    page = open_page("capability", viewport={"width": 390, "height": 844})
    finding = page.get_by_role("heading", name="One in ten waits longer")
    finding.wait_for()
    told, title = page.get_by_text("of the cases closed are within").first, finding.inner_text()
    before = told.inner_text()
    page.locator(IDLE).wait_for()

    page.get_by_role("slider").press("ArrowLeft")
    page.get_by_text("within 13 days as they are reported").first.wait_for()

    assert "within 14 days" in before
    assert finding.inner_text() == title
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
