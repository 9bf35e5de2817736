"""The pages on one citizen and on capability say nothing that cannot be translated."""

import re

import pytest
from babel.dates import get_day_names

from sim.scenario import load_scenario
from sim.web.capability import page as capability
from sim.web.citizen import page as citizen
from sim.web.citizen import week
from sim.words.first_names import FIRST_NAMES
from tests.pseudo import WORD, find_untranslated, speak_pseudo
from tests.web.opening import open_at
from tests.web.test_languages import shown

PAGES = {"citizen": citizen, "capability": capability}
MARKUP = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
NOT_READ = ("requisite ", "requisite_week", "plaintext", "{", "//", ".week")
"""How texts begin that are no words of ours: commands, and what a script is given."""


@pytest.fixture
def given():
    """What the script of the week is given."""
    return []


@pytest.fixture
def pseudo(monkeypatch, given):
    """What is made beside the page is made in it: another process speaks no pseudo-language."""
    speak_pseudo(monkeypatch)
    for page in PAGES.values():
        monkeypatch.setattr(page, "ask", lambda _key, job: job.make(lambda *_: None))
    monkeypatch.setattr(week, "_register", lambda: lambda data, key: given.append(data))


def list_others(scenario):
    """Words that are of the scenario, of Babel, or a name."""
    particulars = [text.sv for demand in scenario.demand.values() for text in demand.particulars]
    days = [get_day_names(width, locale="sv") for width in ("wide", "abbreviated")]
    names = [*FIRST_NAMES["sv"], *(name for of_width in days for name in of_width.values())]
    return set(WORD.findall(" ".join([*particulars, *names])))


@pytest.mark.parametrize("service", ["sickness-benefit", "home-care"])
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.usefixtures("pseudo")
def test_all_that_is_said_can_be_translated(name, service, given):
    days = 250 if service == "home-care" else 60
    page = open_at(name, service=service, lang="sv", days=days, replications=2)

    assert not page.exception
    assert not page.error
    read = [MARKUP.sub(" ", text) for text in shown(page) if not text.startswith(NOT_READ)]
    for data in given:
        read += [*data["words"].values(), *(w for one in data["weeks"] for w in one["places"])]
    assert len(read) > 20
    assert find_untranslated(read) - list_others(load_scenario(service)) == set()
