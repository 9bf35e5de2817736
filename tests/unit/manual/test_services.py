"""The pages of the services are those of their files."""

import pytest

from sim.design.quantity import OFF
from sim.manual.services import FOLDER, build_pages
from sim.scenario import list_services, load_scenario, quantities

PAGES = build_pages()


def test_every_service_has_its_page_and_nothing_else_has():
    assert {path.name for path in FOLDER.glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_current(name):
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name]


@pytest.mark.parametrize("service", list_services())
def test_every_quantity_that_plays_a_part_is_told(service):
    page = PAGES[f"{service}.md"]
    told = {key for key, q in quantities(load_scenario(service)) if f"`{key}`" in page}
    assert told == {key for key, q in quantities(load_scenario(service)) if q.source != OFF}
