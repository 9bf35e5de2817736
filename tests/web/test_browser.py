"""The page as a visitor sees it: the real app in a real browser, on a desk and in a hand."""

import pytest

from sim.scenario import load_scenario
from tests.patience import PATIENCE_MS
from tests.web.serving import IDLE

"""For the evidence: it is a long run, which makes way for whatever else the machine does."""
SETTINGS = "?service=sickness-benefit&days=120&replications=2"
SETTLED = '.board[data-next=""][data-stage="refined"][data-drawn]'
PICTURES = 6
OURS = ("http://localhost:", "ws://localhost:", "data:", "blob:")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(served):
    return f"http://localhost:{served[0]}/explore{SETTINGS}"


@pytest.mark.parametrize(
    ("width", "height", "scheme"),
    [
        pytest.param(1440, 900, "light", id="desk"),
        pytest.param(390, 844, "dark", id="hand"),
    ],
)
def test_a_visitor_sees_the_comparison(chromium, address, width, height, scheme):
    page = chromium.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.set_default_timeout(PATIENCE_MS)
    failures, asked = [], []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("console", lambda said: said.type == "error" and failures.append(said.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)

    page.locator(SETTLED).wait_for()

    assert page.get_by_role("heading", name="Two designs, the same citizens").is_visible()
    assert "less" in page.locator(".board-verdict").inner_text()
    assert page.locator(".board .js-plotly-plot").count() == PICTURES
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_test_id("stAlertContentError").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert failures == []
    assert len(asked) > PICTURES
    assert [url for url in asked if not url.startswith(OURS)] == []
    page.close()


@pytest.mark.parametrize(
    ("width", "height", "scheme"),
    [
        pytest.param(1440, 900, "light", id="desk"),
        pytest.param(390, 844, "dark", id="hand"),
    ],
)
def test_a_visitor_reads_the_evidence(chromium, address, width, height, scheme):
    page = chromium.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address.split("?")[0].replace("explore", "evidence"))

    page.get_by_role("heading", name="What the report claims").wait_for()
    page.get_by_role("button", name="Download as JSON").wait_for()

    assert page.get_by_text("figures are met").first.is_visible()
    assert page.locator(".strip").count() > page.locator(".strip .dot").count() - 1 > 0
    assert page.get_by_test_id("stException").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize(("locale", "lang"), [("da-DK", ""), ("sv-SE", "&lang=da")])
def test_a_visitor_reads_the_language_of_the_browser_or_the_address(
    chromium, address, locale, lang
):
    page = chromium.new_page(viewport={"width": 390, "height": 844}, locale=locale)
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{address}{lang}")

    page.get_by_text(load_scenario("sickness-benefit").service.about.da).wait_for()
    page.close()


def test_a_visitor_takes_a_whole_condition_on_a_telephone(chromium, address):
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    page.locator(SETTLED).wait_for()
    page.locator(IDLE).wait_for()

    page.get_by_text("Every lever:").click()
    page.get_by_role("button", name="Take it from the other design").click()

    page.get_by_text("Values that differ from the file").first.wait_for()
    assert page.get_by_test_id("stException").count() == 0
    page.close()


def test_a_page_that_follows_is_about_the_same_service_though_none_was_chosen(chromium, served):
    page = chromium.new_page(viewport={"width": 1280, "height": 720}, locale="en-GB")
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"http://localhost:{served[0]}/research")
    page.get_by_test_id("stCode").filter(has_text="requisite compare").first.wait_for()
    chosen = page.get_by_test_id("stSelectbox").first
    assert "Sickness benefit" in chosen.inner_html()
    page.locator(IDLE).wait_for()
    page.get_by_role("link", name="Explore").first.click()
    page.locator(SETTLED).wait_for()

    assert "Sickness benefit" in chosen.inner_html()
    page.close()
