"""Every page can be used by those who see it badly or not at all, as far as axe-core can tell.

It tries the rules of WCAG 2.2, A and AA, and two more. What it cannot tell is the contrast of text
in charts, which a test of the tokens sees to. Nothing of Streamlit's own is excepted: it has no
violation on these pages.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from sim.web.pages import PAGES

PATIENCE_MS = 120_000
SETTINGS = "service=sickness-benefit&days=60&replications=2&lang=sv"
SHOWN = {
    "start": ".tile",
    "explore": ".board[data-drawn]",
    "citizen": ".js-plotly-plot",
    "capability": ".js-plotly-plot",
    "evidence": ".strip",
}
"""What a page shows when its result is there; others show it with their title."""
IDLE = "[data-test-script-state=notRunning]"
PLACES = (*(page.address for page in PAGES), "room?lesson=costs&step=predict")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
MORE = ("empty-table-header", "heading-order")
OPTIONS = {
    "runOnly": {"type": "tag", "values": WCAG},
    "rules": {rule: {"enabled": True} for rule in MORE},
    "resultTypes": ["violations"],
}

pytestmark = pytest.mark.browser


@pytest.fixture(params=["light", "dark"])
def windows(chromium, request):
    """Windows of either theme, so high that nothing of a page is out of sight."""
    size = {"width": 1280, "height": 5000}
    context = chromium.new_context(viewport=size, color_scheme=request.param)
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


def test_no_page_has_a_violation(windows, served):
    opened = [(place, begin(windows, served[0], place)) for place in PLACES]
    found = {}
    for place, window in opened:
        await_result(window, place)
        open_tables(window)
        found[place] = list_violations(window)

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
