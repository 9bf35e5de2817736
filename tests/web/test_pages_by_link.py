"""The pages on one citizen and on capability open at a link, in every language."""

import pytest

from sim.scenario import load_scenario
from sim.web.session.link import Linked, write_code
from sim.words import LANGUAGES
from tests.web.opening import open_at

SICKNESS = "sickness-benefit"


def link_to(**changes):
    sha256 = load_scenario(SICKNESS).origin.sha256[:8]
    return write_code(Linked(SICKNESS, changes, 60, 2, 3, sha256))


def told(page):
    assert not page.exception
    assert not page.error
    elements = (*page.code, *page.header, *page.slider)
    return " ".join(str(element.value) for element in elements)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_opens_the_citizen_it_was_made_for(lang):
    page = open_at("citizen", c=link_to(**{"demand.variety": "0"}), lang=lang)

    assert "--seed 3 --days 60 --set demand.variety=0" in told(page)
    assert not page.info and not page.warning


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_opens_the_capability_it_was_made_for(lang):
    with_target = link_to(**{"functionalised.targets.days": "21"})

    page = open_at("capability", c=with_target, lang=lang)

    assert not page.exception and not page.error
    assert page.slider[0].value == 21


@pytest.mark.parametrize("name", ["citizen", "capability"])
def test_a_damaged_link_is_told_and_the_page_opens_without_it(name):
    page = open_at(name, c="1damaged", days=60, replications=2)

    assert "damaged" in page.warning[0].value
    assert not page.exception and not page.error
    assert page.header


@pytest.mark.parametrize("name", ["citizen", "capability"])
def test_a_change_that_cannot_be_made_is_told_with_ways_out(name):
    page = open_at(name, c=link_to(**{"demand.variety": "many"}))

    assert not page.exception
    assert page.error and page.button(key="undo")
