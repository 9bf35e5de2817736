"""A file of one's own on the page for researchers: refused in words, or opened in this session."""

import base64

import pytest
from streamlit.runtime.caching.cache_resource_api import clear_session_cache

from sim.scenario import find_file
from sim.web.research.own import SENT
from sim.web.running.limits import MOST_FILES
from sim.web.session.link import Linked, read_code, write_code
from sim.web.session.opened import open_scheduler
from sim.web.session.stand import _change_filed
from sim.words import LANGUAGES, speaking
from tests.web.opening import open_at

SESSION = "test session id"
"""What Streamlit's tests call a session."""
SICKNESS = "sickness-benefit"
SETTINGS = {"days": 60, "replications": 2, "service": SICKNESS}


@pytest.fixture(autouse=True)
def spoken(request):
    """Read here what a page offers in the language of the page: a test of it asks what it is."""
    parameters = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    with speaking(parameters.get("lang", "en")):
        yield


def read_file(mark=""):
    """Return a sound file that is none of the shipped ones."""
    return find_file(SICKNESS).read_bytes() + f"\n# mine {mark}\n".encode()


def send(page, content, name="mine.toml"):
    """Send a file as the browser does."""
    page.session_state[SENT] = {"name": name, "content": base64.b64encode(content).decode()}
    return page.run()


def show(page):
    """Press the button that shows the file on this page."""
    return page.button(key="own:here").click().run()


def told(elements):
    return "\n".join(str(element.value) for element in elements)


@pytest.mark.parametrize(
    ("lang", "refused", "sound", "gone"),
    [
        ("sv", "fann", "är en giltig scenariofil", "följer med i länken"),
        ("da", "fandt", "er en gyldig scenariefil", "følger med i linket"),
        ("en", "found", "is a good scenario file", "does not travel in it"),
    ],
)
def test_a_file_is_refused_or_opened_and_stays_here(lang, refused, sound, gone):
    page = open_at("research", lang=lang, **SETTINGS)

    send(page, read_file().replace(b"total = { is =", b'total = { is = "x" #'))
    assert "mine.toml" in told(page.error) and not page.success
    send(page, read_file(), "mine.png")
    assert refused in told(page.error) and ".toml" in told(page.error)

    send(page, read_file())
    assert sound in told(page.success) and not page.error and not page.exception
    show(page)
    assert "requisite compare mine.toml" in told(page.code)
    code = page.query_params["c"]
    assert read_code(code).service.startswith("own-")

    other = open_at("research", lang=lang, c=code, days=60, replications=2)
    assert gone in told(other.warning) and not other.exception
    assert "mine.toml" not in told(other.code)


def test_a_link_takes_effect_once_its_file_is_open():
    first = show(send(open_at("research", **SETTINGS), read_file()))
    linked = read_code(first.query_params["c"])
    changed = Linked(linked.service, {"demand.variety": "0.1"}, 50, 2, 7, linked.file)
    page = open_at("research", c=write_code(changed), days=60, replications=2)

    send(page, read_file("another"))
    assert "--set" not in told(page.code)
    kept_for_all = _change_filed.cache_info().currsize
    send(page, read_file())

    assert "--seed 7 --days 50" in page.code[0].value
    assert "mine.toml" in page.code[0].value
    assert "--set demand.variety=0.1" in page.code[0].value
    assert _change_filed.cache_info().currsize == kept_for_all


def test_a_closed_file_is_gone_with_all_that_was_found_of_it():
    page = show(send(open_at("research", **SETTINGS), read_file("closed")))
    service = page.session_state["service"]
    origin = page.session_state["own"][service].origin
    kept = open_scheduler()._results._outcomes
    assert any(origin in key for key in kept if isinstance(key, tuple))

    page.button(key=f"{service}:close").click().run()

    assert not any(origin in key for key in kept if isinstance(key, tuple))
    assert service not in page.session_state["own"]
    assert page.session_state["service"] == SICKNESS
    assert not page.exception and not page.error


def test_nothing_that_was_found_of_a_file_outlives_the_session():
    page = show(send(open_at("research", **SETTINGS), read_file("left")))
    origin = page.session_state["own"][page.session_state["service"]].origin
    kept = open_scheduler()._results._outcomes
    assert any(origin in key for key in kept if isinstance(key, tuple))

    clear_session_cache(SESSION)  # as Streamlit does when a session ends

    assert not any(origin in key for key in kept if isinstance(key, tuple))


def test_of_many_problems_it_is_told_how_many():
    page = open_at("research", **SETTINGS)

    send(page, b"\n".join(b"k%d = 1" % n for n in range(100)))

    assert told(page.error).startswith(r"mine.toml\: 106 problems")
    assert told(page.error).count("\n- ") == 51


def test_no_more_files_are_opened_than_a_visitor_may_have():
    page = open_at("research", **SETTINGS)
    for nth in range(MOST_FILES + 1):
        send(page, read_file(str(nth)), f"{nth}.toml")

    assert f"{MOST_FILES} files of your own are open" in told(page.error)
    assert len(page.session_state["own"]) == MOST_FILES
    for service in page.session_state["own"]:
        page.button(key=f"{service}:show").click().run()
        assert page.selectbox(key="service:choice").value == service
        assert not page.exception
    send(page, read_file("0"), "again.toml")
    assert page.success and not page.error


@pytest.mark.parametrize("name", ["citizen", "capability"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_shows_a_file_of_ones_own(name, lang):
    page = open_at("research", lang=lang, **SETTINGS)
    send(page, read_file())
    own, service = page.session_state["own"], page.session_state["own:verdict"].service

    session = {"own": own, "service": service}
    other = open_at(name, session, lang=lang, days=60, replications=2)

    assert not other.exception and not other.error
    assert "requisite" not in told(other.code) or "mine.toml" in told(other.code)
    assert other.selectbox(key="service:choice").value == service


HOSTILE = "<img src=x onerror=alert(1)> [a](http://evil.example) `*_"


def test_texts_of_a_file_do_no_harm():
    text = read_file().decode().replace('en = "Sickness benefit', f"en = '{HOSTILE}' # \"")

    page = show(send(open_at("research", lang="en", **SETTINGS), text.encode(), "<b>.toml"))

    assert not page.exception and not page.error
    assert told(page.success).startswith(r"- \<b\>.toml is a good scenario file\: \<img src=x")
    assert r"\[a\](http" in told(page.success)

    send(page, text.replace("[a](", "![a](").encode())
    assert "expected text without images" in told(page.error)
