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
    in_use = {key for key, q in quantities(load_scenario(service)) if q.source != OFF}
    # Of a list of numbers the key stands once.
    asked = {key.rpartition(".")[0] if key.rpartition(".")[2].isdigit() else key for key in in_use}
    told = {key for key, _ in quantities(load_scenario(service)) if f"`{key}`" in page}

    assert told <= in_use
    assert [key for key in asked if f"`{key}`" not in page] == []
