"""What is drawn by itself, in a real browser: it speaks the visitor's language and opens once.

The fold is not made anew as the page below the board is drawn, or a click would be lost that
presses on the old one and lets go on the new.
"""

import pytest

from sim.words import reform as words
from sim.words import say, speaking
from tests.patience import PATIENCE_MS
from tests.web.serving import IDLE
from tests.web.test_board import MOVE, SETTINGS, SETTLED

pytestmark = pytest.mark.browser

FOLD = ".st-key-reform summary"
HEARD = """() => {
  window.heard = new Set();
  const legend = document.querySelector('.board-side h2');
  new MutationObserver(() => window.heard.add(legend.textContent))
    .observe(legend, { childList: true, characterData: true, subtree: true });
}"""


def test_levers_and_the_day_of_reform_speak_the_language_of_the_page(chromium, served):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda told: told.type == "error" and said.append(told.text))
    page.goto(f"http://localhost:{served[0]}/{SETTINGS}&lang=da")
    page.locator(SETTLED).wait_for()
    legend = page.locator(".board-side h2").inner_text()
    page.locator(FOLD).wait_for()
    page.evaluate(f"window.fold = document.querySelector('{FOLD}')")

    page.evaluate(HEARD)
    page.evaluate(MOVE, ["targets", 1])
    page.wait_for_function("() => window.heard.size > 0")
    page.locator(f"{SETTLED}:not(.is-old)").wait_for()
    assert page.evaluate("[...window.heard]") == [legend]

    page.locator(IDLE).wait_for()
    page.locator(FOLD).first.click()
    with speaking("da"):
        subtitle, fold = say(words.SUBTITLE), say(words.FOLD)
    page.get_by_text(subtitle).wait_for()
    page.locator(".st-key-reform .js-plotly-plot").wait_for()
    assert fold in page.locator(FOLD).first.inner_text()
    assert page.evaluate("window.fold.isConnected")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert said == []
    context.close()
