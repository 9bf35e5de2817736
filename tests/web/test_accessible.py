"""Every page can be used by those who see it badly or not at all, as far as axe-core can tell.

It tries the rules of WCAG 2.2, A and AA, and two more. What it cannot tell is the contrast of text
in charts, which a test of the tokens sees to. Nothing of Streamlit's own is excepted: it has no
violation on these pages.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from sim.web.pages import PAGES
from sim.web.room.place import STEPS
from tests.patience import PATIENCE_MS
from tests.web.serving import IDLE, STYLED

SETTINGS = "service=sickness-benefit&days=60&replications=2&lang=sv"
SHOWN = {
    "start": ".tile",
    "explore": ".board[data-drawn]",
    "citizen": ".js-plotly-plot",
    "capability": ".js-plotly-plot",
    "steering": ".js-plotly-plot",
    "evidence": ".strip",
    "hour": ".kind",
}
"""What a page shows when its result is there; others show it with their title."""
PLACES = tuple(page.address for page in PAGES)
LESSONS = {"light": "costs", "dark": "pooling"}
"""One that is quick for each theme: a question that was asked once is locked afterwards."""
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
MORE = ("empty-table-header", "heading-order")
OPTIONS = {
    "runOnly": {"type": "tag", "values": WCAG},
    "rules": {rule: {"enabled": True} for rule in MORE},
    "resultTypes": ["violations"],
}

pytestmark = pytest.mark.browser


@pytest.fixture(params=LESSONS)
def theme(request):
    return request.param


@pytest.fixture
def windows(chromium, theme):
    """Windows of either theme, so high that nothing of a page is out of sight."""
    size = {"width": 1280, "height": 5000}
    context = chromium.new_context(viewport=size, color_scheme=theme)
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


def begin(windows, port, place):
    """Open a page in a window of its own, without waiting for it."""
    window = windows.new_page()
    address = f"http://localhost:{port}/{place}{'&' if '?' in place else '?'}{SETTINGS}"
    window.goto(address, wait_until="commit")
    return window


def await_result(window, place):
    window.locator("h1").first.wait_for()
    window.locator(SHOWN.get(place, "h1")).first.wait_for()
    window.locator(IDLE).wait_for()
    window.wait_for_function(STYLED)
    assert window.get_by_test_id("stException").count() == 0


def open_tables(window):
    window.evaluate("document.querySelectorAll('.board details').forEach(one => one.open = true)")


def list_violations(window):
    found = Axe().run(window, options=OPTIONS).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['html'][:200]} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]


@pytest.mark.long
def test_no_page_has_a_violation(windows, served):
    opened = [(place, begin(windows, served[0], place)) for place in PLACES]
    found = {}
    for place, window in opened:
        await_result(window, place)
        open_tables(window)
        found[place] = list_violations(window)

    assert {place: lines for place, lines in found.items() if lines} == {}


def test_no_screen_of_a_lesson_nor_a_phone_in_its_room_has_a_violation(windows, theme, served):
    lesson = f"room?lesson={LESSONS[theme]}&step=predict"
    screen, phone = begin(windows, served[0], lesson), windows.new_page()
    notes = begin(windows, served[0], f"{lesson}&notes=1")
    await_result(screen, lesson)
    place, code = (screen.locator(f".room-{name}").inner_text() for name in ("place", "code"))
    phone.goto(f"http://{place}")
    found = {"join": list_violations(phone), "predict": list_violations(screen)}
    phone.goto(f"http://{place}?code={code.replace(chr(160), '')}")
    phone.locator("input[type=radio]").first.wait_for()
    found["asked"] = list_violations(phone)
    for step in STEPS[1:]:
        screen.keyboard.press("PageDown")
        screen.wait_for_url(f"**step={step.value}*")
        await_result(screen, lesson)
        found[step.value] = list_violations(screen)
    phone.locator("body:not(:has(input))").wait_for()
    await_result(notes, lesson)
    found |= {"locked on a phone": list_violations(phone), "notes": list_violations(notes)}

    assert {place: lines for place, lines in found.items() if lines} == {}
    assert len(found) == len(STEPS) + 4


def test_an_hour_of_listening_has_no_violation_on_the_desk_nor_on_a_phone(windows, served):
    desk, phone = begin(windows, served[0], "hour"), windows.new_page()
    await_result(desk, "hour")
    desk.locator(".kind.failure").click()
    desk.locator(".chip").first.click()
    desk.get_by_role("cell").first.wait_for()
    desk.locator("summary", has=desk.get_by_text("Flera som lyssnar")).click()
    desk.get_by_role("button", name="Låt telefoner vara med").click()
    place, code = (desk.locator(f".hour-{name}").inner_text() for name in ("place", "code"))
    phone.goto(f"http://{place}")
    found = {"join": list_violations(phone)}
    phone.goto(f"http://{place}?code={code.replace(chr(160), '')}")
    phone.locator(".kind.failure").click()
    phone.locator("#told p").first.wait_for()
    found |= {"phone": list_violations(phone), "desk": list_violations(desk)}
    desk.locator(".st-key-hour-end button").click()
    desk.locator(".hour-code").wait_for(state="detached")

    assert {place: lines for place, lines in found.items() if lines} == {}


def test_a_violation_is_found(chromium):
    page = chromium.new_page()
    page.set_content(
        "<title>Bad</title><main><h1>Bad</h1><h3>Worse</h3><img src='data:,'>"
        "<p style='color: #999; background: #fff'>Pale</p></main>"
    )
    found = {line.partition(":")[0] for line in list_violations(page)}
    page.close()

    assert found == {"color-contrast", "heading-order", "html-has-lang", "image-alt"}
