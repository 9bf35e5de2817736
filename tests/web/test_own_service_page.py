"""The page of a service of one's own, opened without a browser."""

import base64
import gzip
from zoneinfo import available_timezones

import pytest

from sim.own.build import AS_IT_IS, build_scenario
from sim.own.mapping import Mapping
from sim.own.simulated import simulate_caselog
from sim.own.writing import COLUMNS, pack_csv
from sim.scenario import load_scenario
from sim.web.own import kept, picker
from sim.web.own.picker import DEMO, DEMO_DESIGN, SENT
from sim.web.running.jobs import SimulateLog
from sim.web.running.limits import MOST_LOG_BYTES
from sim.words import say, speaking
from sim.words.own_service import NONE_FOUND
from tests.pseudo import WORD, find_untranslated, speak_pseudo
from tests.unit.own.known import USUAL, know_of
from tests.web.opening import open_at
from tests.web.test_languages import shown

DAYS = 30


@pytest.fixture(scope="module")
def content():
    """A small log, packed as a browser packs it."""
    return SimulateLog(load_scenario(DEMO), DEMO_DESIGN, DAYS).make(lambda *_: None)


@pytest.fixture(autouse=True)
def spoken(request):
    """Read here what a page offers in the language of the page: a test of it asks what it is."""
    parameters = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    with speaking(parameters.get("lang", "en")):
        yield


def send(page, content, name="log.csv"):
    """Send a file as the browser does."""
    page.session_state[SENT] = {"name": name, "content": base64.b64encode(content).decode()}
    return page.run()


def told(page):
    assert not page.exception
    elements = (*page.header, *page.markdown, *page.caption, *page.info)
    return "\n".join(str(element.value) for element in elements)


def open_section(page, name):
    return page.segmented_control(key="own-log:section").set_value(name).run()


def test_a_log_is_understood_and_its_waits_are_shown(content):
    page = send(open_at("own", lang="en"), content)

    assert "steps of" in told(page) and not page.error
    meaning = dict(page.dataframe[0].value.iloc[:, :2].to_numpy())
    assert meaning["Which case"] == "case" and meaning["Who did it"] == "resource"
    assert "ask citizen by letter" in meaning["Asks the citizen"]

    open_section(page, "waits")
    assert "are waiting for" in page.header[0].value
    assert len(page.dataframe[0].value) == 5
    assert not page.error


def test_a_service_is_shown_as_it_is_and_with_one_person_throughout():
    log = simulate_caselog(build_scenario(know_of()), AS_IT_IS, days=200)
    page = send(open_at("own", lang="en"), gzip.compress(pack_csv(log)))

    open_section(page, "as-it-is")
    assert "Half of the cases took" in page.header[0].value
    assert "Closer than repeating the past" in told(page)
    observed = dict(page.dataframe[-1].value.iloc[:, [0, 2]].to_numpy())
    assert abs(float(observed["faces of a case"]) - USUAL["faces_per_case"]) < 0.5

    open_section(page, "what-if")
    assert page.header[0].value.startswith("One person throughout:")
    assert "One person sees each case through" in told(page)


@pytest.mark.parametrize(
    ("lang", "title", "asked"),
    [
        ("sv", "Din egen verksamhet", "Välj först en logg"),
        ("da", "Dit eget område", "Vælg først en log"),
        ("en", "Your own service", "Choose a log"),
    ],
)
def test_without_a_log_it_says_where_one_is_chosen(lang, title, asked):
    page = open_section(open_at("own", lang=lang), "waits")

    assert page.title[0].value == title
    assert asked in told(page)


def test_who_has_no_file_can_try_with_a_simulated_one(monkeypatch):
    monkeypatch.setattr("sim.web.own.picker.DEMO_DAYS", DAYS)
    page = open_at("own", lang="en")

    page.button(key="own-log:try").click().run()

    assert "steps of" in told(page) and not page.error
    assert "simulated" in page.button(key="own-log:close").label


def test_what_was_guessed_is_corrected_and_what_cannot_be_read_so_is_said(content):
    page = send(open_at("own", lang="en"), content)
    reading = page.session_state[kept.KEPT].reading
    page.selectbox(key=f"own-log:resource:{reading}").select_index(0)
    page.button(key=f"own-log:apply:{reading}").click().run()

    assert "persons unnamed" in told(page)
    page.selectbox(key=f"own-log:time:{reading + 1}").set_value("activity")
    page.button(key=f"own-log:apply:{reading + 1}").click().run()

    assert "It cannot be read so" in page.error[0].value
    assert page.session_state[kept.KEPT].understood.log is None


@pytest.mark.parametrize("lang", ["sv", "da"])
def test_where_nothing_is_chosen_that_is_said_in_the_language_of_the_page(lang, content):
    page = send(open_at("own", lang=lang), content)
    assert {one.placeholder for one in page.multiselect} == {say(NONE_FOUND)} != {"none"}


def test_a_mapping_goes_on_where_it_was_corrected(content):
    page = send(open_at("own", lang="en"), content)
    reading = page.session_state[kept.KEPT].reading
    page.multiselect(key=f"own-log:drop:{reading}").set_value(["citizen contacts"])
    page.button(key=f"own-log:apply:{reading}").click().run()

    mapping: Mapping = page.session_state[kept.KEPT].understood.mapping
    assert mapping.drop == ("citizen contacts",)
    log = page.session_state[kept.KEPT].understood.log
    assert "citizen contacts" not in {log.activity_names[i] for i in log.activity}


def write_dated(days):
    """Write a log whose dates begin with the day, on these days of March."""
    rows = [f"c{day},{what},{day:02d}/03/2024 09:00" for day in days for what in ("ask", "decide")]
    return gzip.compress("\n".join(("case,activity,time", *rows)).encode())


@pytest.mark.parametrize(("days", "kept_as"), [((1, 2, 4, 12), "%m"), ((1, 2, 14, 28), "%d")])
def test_day_and_month_are_turned_round_where_the_dates_allow_it(days, kept_as):
    page = send(open_at("own", lang="en"), write_dated(days))
    opened = page.session_state[kept.KEPT]
    assert opened.understood.mapping.time_format == "%d/%m/%Y %H:%M"
    order = page.selectbox(key=f"own-log:time_format:{opened.reading}")
    assert order.options == ["the day", "the month"]

    order.set_value("%m/%d/%Y %H:%M")
    page.button(key=f"own-log:apply:{opened.reading}").click().run()

    understood = page.session_state[kept.KEPT].understood
    assert understood.mapping.time_format.startswith(kept_as)
    assert understood.log is not None and not page.exception


@pytest.mark.parametrize(
    ("name", "sent", "message"),
    [
        ("log.pdf", b"%PDF", "expected a name that ends in .csv"),
        ("log.csv", b"", "log.csv"),
        ("log.csv", b"x" * (MOST_LOG_BYTES + 9), "expected less"),
        ("<b>.csv", gzip.compress(b"%PDF-1.4"), r"\<b\>"),
    ],
    ids=("ending", "empty", "large", "no log"),
)
def test_what_is_no_log_is_refused_in_words(name, sent, message):
    page = send(open_at("own", lang="en"), sent, name)

    assert message in page.error[0].value and not page.exception
    assert kept.KEPT not in page.session_state


def test_a_closed_file_is_gone(content):
    page = send(open_at("own", lang="en"), content)
    open_section(page, "waits")
    open_section(page, "file")

    page.button(key="own-log:close").click().run()

    assert kept.KEPT not in page.session_state and kept.MADE not in page.session_state
    assert not page.dataframe


def test_all_that_is_said_of_a_file_and_its_waits_can_be_translated(monkeypatch, content):
    speak_pseudo(monkeypatch)
    for module in ("kept", "picker", "file"):
        monkeypatch.setattr(
            f"sim.web.own.{module}.ask_unkept", lambda job: job.make(lambda *_: None)
        )
    given = []
    monkeypatch.setattr(picker, "_component", lambda: lambda data, **_: given.append(data))
    page = send(open_at("own", lang="sv"), content)
    read = [*shown(page)]
    read += [*shown(open_section(page, "waits")), given[0]["label"], given[0]["busy"]]

    assert not page.exception and not page.error and len(read) > 30
    log = page.session_state[kept.KEPT].understood.log
    names = set(WORD.findall(" ".join([*log.activity_names, *available_timezones()])))
    others = names | {*COLUMNS, "log", "csv", "mapping", "toml", "UTC", "person"}
    assert find_untranslated(read) - others == set()
