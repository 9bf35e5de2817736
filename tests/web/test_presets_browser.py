"""A question that sets the levers, in a real browser: they show it, and it can be undone."""

import pytest

from tests.patience import PATIENCE_MS
from tests.web.serving import IDLE
from tests.web.test_board import SETTINGS, SETTLED

pytestmark = pytest.mark.browser


def test_a_question_moves_the_lever_and_is_undone(chromium, served):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda told: told.type == "error" and said.append(told.text))
    page.goto(f"http://localhost:{served[0]}/{SETTINGS}")
    page.locator(SETTLED).wait_for()
    page.locator(IDLE).wait_for()

    page.get_by_role("combobox", name="Ask what if").click()
    page.get_by_role("option", name="What if everybody needed the same?").click()
    page.get_by_text("Where every need is the standard one").wait_for()
    page.locator(SETTLED).wait_for()

    assert page.locator("#lever-variety").input_value() == "0"
    assert "needs do not vary" in page.locator(".board-change").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.locator(IDLE).wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Where every need is the standard one").wait_for(state="detached")
    assert page.locator("#lever-variety").input_value() == "1"
    box = page.get_by_role("combobox", name="Ask what if")
    assert box.input_value() == "Levers as they stand"
    assert said == []
    context.close()
