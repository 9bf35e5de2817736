"""The board in a real browser: it answers while a lever moves, and the address carries it."""

import pytest

from tests.patience import PATIENCE_MS
from tests.web.serving import IDLE

SETTINGS = "explore?service=sickness-benefit&days=120&replications=2"
SETTLED = '.board[data-next=""][data-stage="refined"][data-drawn]'
RANGE = "document.querySelector('#chart-line')._fullLayout.xaxis.range"
MOVE = """([name, value]) => {
  const input = document.getElementById(`lever-${name}`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}"""

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium, served):
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.said = []
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("console", lambda said: said.type == "error" and page.said.append(said.text))
    page.home = f"http://localhost:{served[0]}/"
    page.goto(page.home + SETTINGS)
    page.locator(SETTLED).wait_for()
    page.locator(IDLE).wait_for()
    yield page
    context.close()


def move(page, name, value):
    """Move a lever; wait for the full run, for the line, and for the address."""
    before, address = page.locator(".board").get_attribute("data-drawn"), page.url
    page.evaluate(MOVE, [name, value])
    page.wait_for_function(
        "before => { const b = document.querySelector('.board');"
        " return b.dataset.drawn !== before && b.dataset.drawn.endsWith(':refined'); }",
        arg=before,
    )
    page.locator(SETTLED).wait_for()
    page.wait_for_url(lambda now: now != address)
    page.locator(IDLE).wait_for()


def test_a_lever_answers_and_the_address_carries_it(page):
    assert page.locator(".board-change").inner_text() == ""
    first = page.locator(".board-verdict").inner_text()
    page.evaluate(
        "window.pressed = [...document.querySelectorAll('.board button, .board summary')]"
    )

    move(page, "variety", 2)
    assert page.evaluate(
        "window.pressed.length > 3 && window.pressed.every((it) => it.isConnected)"
    )
    changed = page.locator(".board-change").inner_text()
    assert "needs vary 2 × as much" in changed
    move(page, "targets", 1)
    both = page.locator(".board-change").inner_text()
    assert "targets as in the design built for variation" in both

    page.reload()
    page.locator(SETTLED).wait_for()
    assert page.locator(".board-change").inner_text() == both
    assert page.locator("#lever-targets").input_value() == "1"

    page.go_back()
    page.get_by_text(changed, exact=True).wait_for()
    page.locator(IDLE).wait_for()
    page.get_by_role("button", name="Back to the file").click()
    page.get_by_text(first, exact=True).first.wait_for()
    page.locator(SETTLED).wait_for()
    page.locator(IDLE).wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text(changed, exact=True).wait_for()
    assert page.said == []


def test_a_lever_is_moved_by_keys_and_where_one_has_zoomed_stays(page):
    page.locator("#chart-line").scroll_into_view_if_needed()
    box = page.locator("#chart-line .nsewdrag").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.3, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, middle, steps=5)
    page.mouse.up()
    page.wait_for_function(f"{RANGE}[1] < 8")
    zoomed = page.evaluate(RANGE)
    before = page.locator(".board").get_attribute("data-drawn")

    page.locator("#lever-variety").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "before => document.querySelector('.board').dataset.drawn !== before", arg=before
    )
    page.locator(SETTLED).wait_for()

    assert "1.1 × as much" in page.locator(".board-change").inner_text()
    assert page.evaluate(RANGE) == zoomed
    assert page.said == []


def test_a_link_opens_in_another_language(page, chromium):
    move(page, "variety", 2)
    code = page.url.split("?")[1]
    other = chromium.new_page(locale="da-DK", viewport={"width": 390, "height": 844})
    other.set_default_timeout(PATIENCE_MS)
    other.goto(f"{page.home}explore?{code}")
    other.locator(SETTLED).wait_for()

    other.locator(".board-change", has_text="behovene varierer 2 ×").wait_for()
    assert other.evaluate("document.documentElement.scrollWidth") <= 390
    other.close()
