"""A file of one's own in a real browser: refused, mended and opened; nothing else is let in."""

import http.client
import tomllib

import pytest
import tomlkit

from sim.scenario import find_file
from tests.patience import PATIENCE_MS, PATIENCE_S
from tests.web.serving import IDLE, STYLED

PLACE = "research?service=sickness-benefit&days=60&replications=2&lang=en"
ALERT = "[data-testid=stExpander] [data-testid=stAlert]"
SETTLED = '.board[data-next=""][data-stage="refined"][data-drawn]'
OURS = ("http://localhost:", "ws://localhost:", "data:", "blob:")
HOSTILE = "<img src=x onerror='document.title=1'> [b](http://evil.example) <s>x</s>"

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium, served):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.said, page.asked = [], []
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("console", lambda said: said.type == "error" and page.said.append(said.text))
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(f"http://localhost:{served[0]}/{PLACE}")
    page.get_by_text("A scenario file of your own").wait_for()
    page.locator(IDLE).wait_for()
    page.get_by_text("A scenario file of your own").click()
    yield page
    context.close()


def choose(page, name, content):
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/toml", "buffer": content}
    )


def write_hostile():
    """Write a sound file whose texts would do harm, were they taken for more than texts."""
    table = tomllib.loads(find_file("sickness-benefit").read_text(encoding="utf-8"))
    assert _spoil(table) > 5
    table["service"]["currency"], table["service"]["days"] = "<b>kr", 60
    return tomlkit.dumps(table).encode()


def _spoil(part):
    """Put harm into every text below a place; return into how many."""
    if isinstance(part, dict) and "en" in part:
        part.update(dict.fromkeys(("en", "sv", "da"), HOSTILE))
        return 1
    below = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return sum(map(_spoil, below))


def test_a_file_is_refused_then_accepted_and_shown(page):
    alert, content = page.locator(ALERT), find_file("sickness-benefit").read_bytes()
    content = content.replace(b"\ndays = 365", b"\ndays = 60", 1)

    choose(page, "a.toml", b"# too large\n" * 10_000)
    alert.get_by_text("larger than 100 kB").wait_for()
    choose(page, "a.toml", b"\x89PNG\xff")
    alert.get_by_text("not UTF-8").wait_for()
    choose(page, "a.toml", content.replace(b"[staff]", b"[stuff]"))
    alert.get_by_text('did you mean "staff"').wait_for()
    choose(page, "a.toml", content)
    alert.get_by_text("a.toml is a good scenario file").wait_for()

    page.locator(IDLE).wait_for()
    page.get_by_role("button", name="Show it under Explore").click()
    page.locator(SETTLED).wait_for()
    page.get_by_text("A file of your own, open in this window alone").wait_for()
    address = page.url
    page.reload()
    page.get_by_text("does not travel in it").wait_for()
    assert "/explore?" in address
    assert page.said == []
    assert [url for url in page.asked if not url.startswith(OURS)] == []


def test_the_texts_of_a_file_are_texts_on_every_page(page):
    choose(page, "<b>.toml", write_hostile())
    page.locator(ALERT).get_by_text("<b>.toml is a good scenario file: <img").wait_for()
    title = page.title()

    page.locator(IDLE).wait_for()
    page.get_by_role("button", name="Show it under Explore").click()
    page.locator(SETTLED).wait_for()
    page.locator(IDLE).wait_for()
    page.get_by_role("link", name="One citizen").click()
    page.locator(".js-plotly-plot").first.wait_for()

    assert page.get_by_test_id("stException").count() == 0
    assert page.title() == title
    assert page.said == []
    assert [url for url in page.asked if not url.startswith(OURS)] == []


def test_a_fold_that_grows_is_not_scrolled_meanwhile(page):
    """Else what was under the pointer moves away as the fold grows: a press was lost."""
    fold = page.locator("details", has_text="A scenario file of your own")
    page.wait_for_function(STYLED)
    scrolled = fold.evaluate(
        """fold => {
            fold.style.overflow = "hidden";  // as it is while it grows
            fold.style.height = "60px";
            [...fold.querySelectorAll("*")].at(-1).scrollIntoView({ block: "end" });
            return fold.scrollTop;
        }"""
    )

    assert scrolled == 0


@pytest.mark.parametrize("method", ["PUT", "DELETE", "POST"])
def test_nothing_comes_in_by_another_way(served, method):
    connection = http.client.HTTPConnection("localhost", served[0], timeout=PATIENCE_S)
    parts = iter([b"# a file\n"] * 1_000)
    connection.request(
        method, "/_stcore/upload_file/session/file", body=parts, encode_chunked=True,
        headers={"Transfer-Encoding": "chunked"},
    )  # fmt: skip

    assert connection.getresponse().status == 405
    connection.close()
