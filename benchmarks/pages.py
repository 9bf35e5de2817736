"""How soon the first page is there: ``python -m benchmarks.pages`` prints a table.

In a real browser that is open already, from the moment in which `requisite app` says where the
pages are, until the page is drawn and the server rests. The evidence page is opened after that. The
engine is compiled before. The machine should have nothing else to do.
"""

import os
import shutil
import subprocess
import sys
import time

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.timing import summarise
from sim.cli.app import find_free_port
from sim.engines import DEFAULT_ENGINE, get_engine

ROUNDS = 3
MOST_FIRST_S, MOST_EVIDENCE_S = 3.0, 1.0
PATIENCE_MS = 120_000
DRAWN = "[data-test-script-state=notRunning]"


def open_pages(browser: Browser) -> tuple[float, float]:
    """Start the command; return the seconds until the first page is drawn, and the evidence."""
    command = [sys.executable, "-c", "from sim.cli import main; main()", "app", "--no-browser"]
    command += ["--port", str(find_free_port(8900))]
    page = browser.new_page(viewport={"width": 1280, "height": 720}, locale="en-GB")
    page.set_default_timeout(PATIENCE_MS)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            told = server.stdout.readline() if server.stdout else ""
            address = next(word for word in told.split() if word.startswith("http"))
            root = address.partition("?")[0].rstrip("/")
            return _open(page, address), _open(page, f"{root}/evidence")
        finally:
            server.terminate()
            page.close()


def _open(page: Page, address: str) -> float:
    began = time.monotonic()
    page.goto(address, wait_until="commit")
    page.locator("h1").first.wait_for()
    page.locator(DRAWN).wait_for()
    return time.monotonic() - began


def main() -> None:
    """Measure, and print."""
    get_engine(DEFAULT_ENGINE).make_ready()
    load = os.getloadavg()[0]
    path = os.environ.get("REQUISITE_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        rounds = [open_pages(browser) for _ in range(ROUNDS)]
        browser.close()
    print(
        f"Load of the machine before: {load:.1f}.\n\n| page | median, s | from, s | to, s | aim |"
    )
    print("| --- | --- | --- | --- | --- |")
    for name, most_s, found in zip(
        ("first, after the start", "evidence"),
        (MOST_FIRST_S, MOST_EVIDENCE_S),
        zip(*rounds, strict=True),
        strict=True,
    ):
        timed = summarise(list(found))
        cells = (timed.median_s, timed.least_s, timed.most_s, most_s)
        print(f"| {name} | {' | '.join(f'{cell:.1f}' for cell in cells)} |")


if __name__ == "__main__":
    main()
