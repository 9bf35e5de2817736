"""A sweep in a real browser: begun, watched, seen, and taken away."""

import pytest

from tests.patience import PATIENCE_MS
from tests.web.serving import IDLE
from tests.web.test_accessible import list_violations

PHONE = {"width": 390, "height": 844}
ADDRESS = "research?service=pooling-small-service&days=60&replications=2&seed=11&lang=en"

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium, served):
    page = chromium.new_page(viewport=PHONE, color_scheme="dark")
    page.set_default_timeout(PATIENCE_MS)
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"http://localhost:{served[0]}/{ADDRESS}")
    yield page
    assert page.get_by_test_id("stException").count() == 0
    assert faults == []
    page.close()


def take(page, name):
    """Return what a download holds, and its name."""
    with page.expect_download() as found:
        page.get_by_role("button", name=name).click()
    return found.value.path().read_bytes(), found.value.suggested_filename


def test_it_goes_on_by_itself_and_its_files_can_be_taken(page):
    page.get_by_text("Sweep: two quantities at once").wait_for()
    page.locator(IDLE).wait_for()
    page.get_by_text("Sweep: two quantities at once").click()
    page.get_by_role("button", name="Run the sweep").click()
    plot = page.locator("details .js-plotly-plot")
    page.get_by_text("runs done").or_(plot).first.wait_for()  # it may be done before one looks
    found = list_violations(page)
    plot.wait_for()
    page.get_by_role("button", name="Stop the sweep").wait_for(state="detached")

    assert found + list_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    plan, name = take(page, "Download the plan as TOML")
    assert b'"staff.total" = {low = 4.0, high = 9.0, steps = 5}' in plan
    assert page.get_by_text(f"requisite sweep run {name}").count() == 1
    assert take(page, "Download the runs as Parquet")[0].startswith(b"PAR1")
