"""A lesson by keyboard, and two phones in the room: as they are, in a real browser."""

import re

import pytest

from tests.patience import PATIENCE_MS
from tests.web.serving import IDLE, STYLED

LESSON = "Cheap by the activity"
QUESTION = "Which design costs less for each citizen helped, all the way?"
CHEAP, DEAR = "The one with the cheap activities.", "The one with the dear activities."
STEPS = 7
OURS = ("http://localhost:", "ws://localhost:", "data:", "blob:")
OFF_MIDDLE = """found => found.map((one) => {
    const middle = (part) => { const { top, height } = part.getBoundingClientRect();
                               return top + height / 2 };
    return middle(one) - middle(one.closest('button')) })"""

pytestmark = pytest.mark.browser


@pytest.fixture
def open_page(chromium):
    """Open a window of a browser of its own, as a phone is, or a desk."""
    opened = []

    def open_one(width=390, height=844, **more):
        context = chromium.new_context(viewport={"width": width, "height": height}, **more)
        context.set_default_timeout(PATIENCE_MS)
        opened.append(context)
        return context.new_page()

    yield open_one
    for context in opened:
        context.close()


def await_step(page, number):
    page.get_by_text(re.compile(rf"^{number} of {STEPS}:")).first.wait_for()


def begin(page, served):
    page.goto(f"http://localhost:{served[0]}/room?lang=en")
    page.locator(IDLE).wait_for()
    page.get_by_role("button", name=LESSON).click()
    page.get_by_role("heading", name=QUESTION).wait_for()


def test_two_phones_guess_are_locked_and_stand_beside_what_is_shown(open_page, served):
    desk = open_page(1280, 720, locale="en-GB")
    failures, asked = [], []
    desk.on("pageerror", lambda error: failures.append(str(error)))
    desk.on("request", lambda request: asked.append(request.url))
    begin(desk, served)
    place, code = (desk.locator(f".room-{name}").inner_text() for name in ("place", "code"))
    one, two = open_page(locale="en-GB"), open_page(locale="sv-SE")

    told = []
    for phone in (one, two):
        phone.on("console", lambda message: told.append(message.text))
    one.goto(f"http://{place.removesuffix('/join')}")
    one.get_by_label("The code on the screen").fill("12 34")
    one.get_by_role("button", name="Come in").click()
    one.get_by_text("That is not the code").wait_for()
    one.get_by_label("The code on the screen").fill(code)
    one.get_by_role("button", name="Come in").click()
    one.get_by_label(CHEAP).check()
    one.get_by_role("button", name="Send my guess").click()
    one.get_by_text("Your guess is in").wait_for()
    one.get_by_label(DEAR).check()
    one.get_by_role("button", name="Change my guess").click()

    two.goto(f"http://{place}?code={code.replace(chr(160), '')}")
    two.get_by_label("Den med de billiga aktiviteterna.").check()
    two.get_by_role("button", name="Skicka min gissning").click()
    # Phones of other tests may still be in the room.
    desk.get_by_text(re.compile(r"2 of \d+ phones have guessed")).wait_for()
    assert two.evaluate("document.documentElement.scrollWidth") <= 390

    desk.keyboard.press("PageDown")
    await_step(desk, 2)
    one.get_by_text("Guesses are locked").wait_for()
    two.get_by_text("Gissningarna är låsta").wait_for()
    assert one.get_by_text(DEAR).is_visible() and one.get_by_role("button").count() == 0

    desk.keyboard.press("PageDown")
    desk.get_by_text("1 of 2 guesses say so").wait_for()
    assert desk.get_by_role("heading", name=DEAR).is_visible()
    assert desk.get_by_text(f"✓ {DEAR} 1").is_visible()

    for number in range(4, STEPS + 1):
        desk.keyboard.press("ArrowRight")
        await_step(desk, number)
    desk.locator(IDLE).wait_for()
    desk.get_by_role("button", name="Close the room").click()
    desk.get_by_text("All guesses are deleted").wait_for()
    one.get_by_role("heading", name="The room is closed").wait_for()
    one.get_by_label("The code on the screen").wait_for()
    two.get_by_role("heading", name="Rummet är stängt").wait_for()
    two.get_by_label("Koden på skärmen").wait_for()
    assert failures == []
    assert [text for text in told if "Content Security Policy" in text] == []
    assert [url for url in asked if not url.startswith(OURS)] == []


def test_a_lesson_is_led_by_keys_with_notes_in_a_window_of_their_own(open_page, served):
    desk = open_page(1280, 720, locale="en-GB")
    begin(desk, served)
    assert not desk.get_by_test_id("stHeader").is_visible()
    hands = desk.get_by_label("Hands for answer 1")
    hands.fill("12")
    hands.press("ArrowRight")
    await_step(desk, 1)  # arrows move within what is typed
    hands.press("PageDown")
    desk.get_by_text("12 guesses").wait_for()
    with desk.expect_popup() as opening:
        desk.get_by_role("link", name="Notes in a window of their own").click()
    notes = opening.value
    desk.keyboard.press("PageDown")  # while the notes are still opening
    await_step(notes, 3)
    await_step(desk, 3)
    notes.get_by_text("Explain each graph").wait_for()
    notes.locator(IDLE).wait_for()
    notes.get_by_role("button", name="On: What goes with it").click()
    await_step(desk, 4)

    for _ in range(9):  # more often than there are screens, and faster than they are drawn
        desk.keyboard.press("PageDown")
    await_step(desk, STEPS)
    desk.get_by_role("heading", name="What would change your mind?").wait_for()
    notes.get_by_text("Why to trust it, and how far").wait_for()
    assert desk.evaluate("document.documentElement.scrollWidth") <= 1280

    desk.keyboard.press("ArrowLeft")
    await_step(desk, STEPS - 1)
    for number in range(STEPS - 2, 1, -1):
        desk.keyboard.press("PageUp")
        await_step(desk, number)
    desk.reload()
    desk.get_by_text("12 guesses").wait_for()
    desk.locator(IDLE).wait_for()
    desk.get_by_role("button", name="Leave").click()
    desk.get_by_role("heading", name="In the room").wait_for()
    desk.get_by_test_id("stHeader").wait_for()


def test_what_stands_in_charts_can_be_read_at_the_back(open_page, served):
    desk = open_page(1280, 720, locale="en-GB")
    desk.goto(f"http://localhost:{served[0]}/room?lesson=costs&step=reveal&lang=en")
    desk.get_by_text("Divided and standardised:").wait_for()
    desk.locator(IDLE).wait_for()
    desk.wait_for_function(STYLED)

    sizes = desk.locator("[data-testid=stHtml] b").evaluate_all(
        "found => found.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert sizes and min(sizes) >= 24
    assert max(map(abs, desk.locator(".st-key-room-bar button p").evaluate_all(OFF_MIDDLE))) < 2
    assert desk.evaluate(
        "(() => { const main = document.querySelector('[data-testid=stMain]');"
        " return main.scrollHeight <= main.clientHeight })()"
    )
