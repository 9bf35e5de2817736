"""How soon the page answers a lever: ``python -m benchmarks.levers`` writes docs/levers.md.

In a real browser, from the moment in which a lever is moved until the charts in view are those of
the draft, until all are, and until all are those of the full run. The machine should have nothing
else to do.
"""

import contextlib
import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from playwright.sync_api import Page, sync_playwright

from benchmarks.machine import describe_machine
from sim.cli.app import find_free_port, start_server

DOCUMENT = Path(__file__).parents[1] / "docs" / "levers.md"
SERVICES = ("sickness-benefit", "building-permits", "hr-onboarding")
VALUES = (1.1, 1.3, 0.8, 0.6, 2.0, 2.4, 0.3, 1.7, 1.9, 0.9)
READY_AFTER_S = 15.0
"""By then the processes that make runs have loaded the engine."""
PATIENCE_MS = 120_000
SETTLED = '.board[data-next=""][data-drawn]'
PACKAGES = ("numba", "numpy", "plotly", "streamlit")
MOVE = """value => new Promise(done => {
  const board = document.querySelector('.board');
  const input = document.getElementById('lever-variety');
  const before = board.dataset.drawn;
  const began = performance.now();
  let seen = null, draft = null;
  const watch = new MutationObserver(() => {
    const now = performance.now() - began;
    if (board.dataset.seen !== before) seen ??= now;
    if (board.dataset.drawn === before) return;
    draft ??= now;
    if (board.dataset.drawn.endsWith(':refined')) {
      watch.disconnect();
      done([seen, draft, now]);
    }
  });
  watch.observe(board, { attributes: true });
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
})"""
TEXT = """# How soon a lever answers

Written by `python -m benchmarks.levers`; not to be edited by hand.

{machine}
Load of the machine before: {load:.1f}.

Chromium on the same machine moves *Variety of needs* {times} times on the page of each service, at
its default days. From the move until charts are drawn, in milliseconds at the median: of the draft
(two replications) those in view, then all; and all of the full run (five).

| service | draft in view | 90 % within | draft | 90 % within | full run | 90 % within |
| --- | --- | --- | --- | --- | --- | --- |
{rows}

Aims: a draft in 150 ms at the median and 250 ms in 90 % of cases, a full run in 1,200 ms.
"""


@contextlib.contextmanager
def serve() -> Iterator[str]:
    """Serve the pages; return their address."""
    port = find_free_port(8700)
    server = start_server(port)
    try:
        time.sleep(READY_AFTER_S)
        yield f"http://localhost:{port}/"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def measure(page: Page, address: str, service: str) -> np.ndarray:
    """Move the lever; return, for each move, the milliseconds of what is told of it."""
    page.goto(f"{address}explore?service={service}")
    page.locator(SETTLED).wait_for()
    rows = []
    for value in VALUES:
        page.wait_for_timeout(500)
        rows.append(page.evaluate(MOVE, value))
        page.locator(SETTLED).wait_for()
    return np.array(rows)


def main() -> None:
    """Measure, and write the page."""
    load, rows = os.getloadavg()[0], []
    browser_path = os.environ.get("REQUISITE_CHROMIUM") or shutil.which("chromium")
    with serve() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 720}, locale="en-GB")
        page.set_default_timeout(PATIENCE_MS)
        page.goto(address, timeout=PATIENCE_MS, wait_until="networkidle")
        for service in SERVICES:
            found = np.percentile(measure(page, address, service), (50, 90), axis=0).T.ravel()
            rows.append(f"| {service} | {' | '.join(f'{ms:.0f}' for ms in found)} |")
        browser.close()
    text = TEXT.format(
        machine=describe_machine(PACKAGES), load=load, times=len(VALUES), rows="\n".join(rows)
    )
    DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
