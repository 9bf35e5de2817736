"""The page as a visitor sees it: the real app in a real browser, on a desk and in a hand."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from sim.scenario import load_scenario

APP = Path(__file__).parents[2] / "app.py"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 120_000
SETTINGS = "?service=sickness-benefit&days=120&replications=2"
VERDICT = "a citizen helped"
PICTURES = 4

pytestmark = pytest.mark.browser


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address, server):
    for _ in range(300):
        assert server.poll() is None, "the app has ended"
        try:
            return urllib.request.urlopen(f"{address}/_stcore/health", timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError("the app does not answer")


@pytest.fixture(scope="module")
def address():
    port = free_port()
    options = ["--server.port", str(port), "--server.headless", "true"]
    quiet = ["--server.fileWatcherType", "none", "--server.address", "127.0.0.1"]
    command = [sys.executable, "-m", "streamlit", "run", str(APP), *options, *quiet]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}/{SETTINGS}"
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture(scope="module")
def chromium():
    path = os.environ.get("REQUISITE_CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.fail("no Chromium: name one in REQUISITE_CHROMIUM, or use `make test`")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


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
    failures = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(address)

    page.get_by_text(VERDICT).first.wait_for()
    page.get_by_text("Every quantity, with its source").wait_for()
    page.locator(".js-plotly-plot").nth(PICTURES - 1).wait_for()

    assert page.get_by_role("heading", name="Two designs, the same citizens").is_visible()
    assert page.get_by_text("Failure demand, of all contacts that come in").is_visible()
    assert page.locator(".js-plotly-plot").count() == PICTURES
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_test_id("stAlertContentError").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert failures == []
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
    page.goto(f"{address.split('?')[0]}evidence")

    page.get_by_role("heading", name="What the report claims").wait_for()
    page.get_by_role("button", name="Download as JSON").wait_for()

    assert page.get_by_role("heading", name="Sickness benefit").is_visible()
    assert page.get_by_text("Within tolerance").first.is_visible()
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


def test_a_visitor_moves_a_lever_on_a_telephone(chromium, address):
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    page.get_by_text("Every quantity, with its source").wait_for()

    page.get_by_test_id("stExpandSidebarButton").click()
    side = page.get_by_test_id("stSidebar")
    side.get_by_role("button", name="Take it from the other design").click()

    side.get_by_text("Values that differ from the file").wait_for()
    assert page.get_by_test_id("stException").count() == 0
    page.close()
