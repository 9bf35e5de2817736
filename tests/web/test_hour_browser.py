"""An hour of listening on the desk and on a phone, with and without a connection."""

import re

import pytest

from sim.own.tally import Kind, read_tally
from tests.patience import PATIENCE_MS
from tests.web.serving import IDLE

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
WORDS = '=HYPERLINK("http://x"), sa hon'
SMALL = """found => found.filter((one) => one.offsetHeight && one.offsetHeight < 44)
                     .map((one) => one.textContent)"""

pytestmark = pytest.mark.browser


@pytest.fixture
def open_page(chromium):
    """Open a window of a browser of its own."""
    opened = []

    def open_one(size):
        context = chromium.new_context(viewport=size, locale="en-GB")
        context.set_default_timeout(PATIENCE_MS)
        opened.append(context)
        return context.new_page()

    yield open_one
    for context in opened:
        context.close()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def save(page):
    """Save the contacts of a page; return what the file holds."""
    with page.expect_download() as download:
        press(page, "Save as a file (CSV)")
    return download.value.path().read_bytes()


def test_on_the_desk_contacts_outlive_a_reload_and_are_saved_and_read_back(open_page, served):
    desk = open_page(DESK)
    desk.goto(f"http://localhost:{served[0]}/hour?lang=en")
    desk.locator(IDLE).wait_for()
    for name in ("Value demand", "Unsure", "Failure demand"):
        press(desk, name)
    press(desk, "digital intake")
    desk.get_by_label("The citizen's words").fill(WORDS)
    desk.get_by_text(
        re.compile(r"3 contacts .*1 failure demand, 1 value demand, 1 unsure")
    ).wait_for()

    desk.reload()

    desk.get_by_text(re.compile(r"3 contacts .*1 failure demand")).wait_for()
    assert desk.get_by_label("The citizen's words").input_value() == WORDS
    content = save(desk)
    tally = read_tally(content, "saved.csv")
    assert tally.kind.tolist() == [Kind.VALUE, Kind.UNSURE, Kind.FAILURE]
    assert tally.with_words == 1
    assert "'=HYPERLINK" in content.decode()

    press(desk, "Begin anew")
    press(desk, "Really delete all? Press again")
    desk.get_by_text("Contacts: 0.").wait_for()
    file = {"name": "saved.csv", "mimeType": "text/csv", "buffer": content}
    desk.locator(".pad input[type=file]").set_input_files(file)
    desk.get_by_text("Contacts: 3.").wait_for()
    assert save(desk) == content
    wrong = {**file, "buffer": b"time,kind\n2026-11-27 09:00,bad\n"}
    desk.locator(".pad input[type=file]").set_input_files(wrong)
    desk.get_by_text("see row 2. Nothing was added").wait_for()


def test_a_phone_keeps_what_it_hears_until_there_is_a_connection(open_page, served):
    desk, phone = open_page(DESK), open_page(PHONE)
    desk.goto(f"http://localhost:{served[0]}/hour?lang=en")
    desk.locator(IDLE).wait_for()
    desk.get_by_text("Several listeners").click()
    press(desk, "Let phones listen along")
    place, code = (desk.locator(f".hour-{name}").inner_text() for name in ("place", "code"))
    phone.goto(f"http://{place}?code={code.replace(chr(160), '')}")

    press(phone, "Failure demand")
    phone.get_by_text("All contacts are with the desk.").wait_for()
    desk.get_by_text("1 contact from 1 phone.").wait_for()

    phone.context.set_offline(True)
    press(phone, "Failure demand")
    press(phone, "targets")
    press(phone, "Value demand")
    press(phone, "Value demand")
    press(phone, "Take this contact back")
    phone.get_by_text("Not sent yet: 3.").wait_for()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert phone.locator("button, summary, nav a, .files label").evaluate_all(SMALL) == []

    phone.context.set_offline(False)
    phone.reload()
    phone.get_by_text("All contacts are with the desk.").wait_for()
    desk.get_by_text("3 contacts from 1 phone.").wait_for()
    desk.get_by_role("cell", name="targets").wait_for()
    phone.get_by_text(re.compile("This hour: 67% failure demand")).wait_for()

    press(desk, "End it: delete what phones have sent")
    phone.get_by_text("The desk does not take contacts from here").wait_for()
