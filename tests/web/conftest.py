import os
import shutil

import pytest

from tests.web.serving import serve


@pytest.fixture(scope="session")
def tried(tmp_path_factory):
    """The file in which stands what addresses the server has tried."""
    return tmp_path_factory.mktemp("server") / "tried"


@pytest.fixture(scope="session")
def served(tried):
    """The server: its port and its process."""
    with serve(tried) as server:
        yield server


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


QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
