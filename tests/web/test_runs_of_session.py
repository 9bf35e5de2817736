"""The runs of a session are listed where researchers look, with a way back to each."""

import pickle

import pytest

from sim.web.session.link import Linked, write_code
from sim.web.session.ran import MOST_RUNS
from sim.words import speaking
from tests.web.opening import open_at

SICKNESS = "sickness-benefit"
LINKED = Linked(SICKNESS, {}, 40, 2, 1, "")
SETTINGS = {"days": 40, "replications": 2, "service": SICKNESS}


@pytest.fixture(autouse=True)
def spoken(request):
    """Read here what a page offers in the language of the page: a test of it asks what it is."""
    parameters = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    with speaking(parameters.get("lang", "en")):
        yield


def told(page):
    assert not page.exception and not page.error
    return "\n".join(one.value for one in (*page.markdown, *page.caption))


def change(page, key, value):
    page.session_state["changes"] = {SICKNESS: {key: value}}
    return page.run()


@pytest.mark.parametrize(
    ("lang", "heading", "as_filed"),
    [
        ("sv", "Vad som har körts", "Inget skiljer sig från filen (2 upprepningar om 40 dagar"),
        ("da", "Hvad der er kørt", "Intet afviger fra filen (2 gentagelser på 40 dage"),
        ("en", "What was run", "Nothing differs from the file (2 replications of 40 days"),
    ],
)
def test_one_goes_back_to_a_run_in_each_language(lang, heading, as_filed):
    page = open_at("research", lang=lang, **SETTINGS)
    assert any(heading in header.value for header in page.header)
    assert as_filed in told(page)
    assert not [one for one in page.button if str(one.key).startswith("ran:")]

    change(page, "demand.variety", "0.2")
    assert "demand.variety=0.2 (2" in told(page)
    assert "--set demand.variety=0.2" in page.code[0].value
    page.button(key="ran:1").click().run()

    assert "--set" not in page.code[0].value
    runs = page.session_state["ran"]
    assert len(runs) == 2
    assert runs[0].at > runs[1].at


def test_few_runs_are_kept_and_little_of_each():
    page = open_at("research", **SETTINGS)
    (first,) = page.session_state["ran"]
    assert len(pickle.dumps(first)) < 4_000
    earlier = [first._replace(code=write_code(LINKED._replace(seed=n))) for n in range(2, 30)]
    page.session_state["ran"] = earlier

    change(page, "demand.variety", "0.2")

    runs = page.session_state["ran"]
    assert [one.code for one in runs[1:]] == [one.code for one in earlier[: MOST_RUNS - 1]]
    assert sum(str(one.key).startswith("ran:") for one in page.button) == MOST_RUNS - 1


def test_a_run_of_explore_is_listed_too():
    page = open_at("explore", **SETTINGS)

    assert [one.found.days for one in page.session_state["ran"]] == [40]
