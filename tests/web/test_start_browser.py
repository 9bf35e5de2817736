"""The start page as a visitor sees it, and the way from it to a service."""

import pytest

from sim.scenario import load_scenario
from tests.patience import PATIENCE_MS
from tests.web.serving import IDLE
from tests.web.test_browser import OURS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("width", "height", "scheme"),
    [
        pytest.param(1280, 720, "light", id="desk"),
        pytest.param(390, 844, "dark", id="hand"),
    ],
)
def test_a_visitor_reads_the_answer_and_goes_on(chromium, served, width, height, scheme):
    page = chromium.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.set_default_timeout(PATIENCE_MS)
    failures, asked = [], []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("console", lambda said: said.type == "error" and failures.append(said.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"http://localhost:{served[0]}/?days=40&replications=2")

    page.get_by_role("heading", name="What does it cost when the standard does not fit?").wait_for()
    page.locator(".js-plotly-plot").wait_for()
    page.locator(".tile").last.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.locator(IDLE).wait_for()
    page.get_by_role("button", name="Getting a new employee started").click()
    page.get_by_text(load_scenario("hr-onboarding").service.about.en).wait_for()
    assert "/explore?" in page.url
    assert failures == []
    assert [url for url in asked if not url.startswith(OURS)] == []
    page.close()
