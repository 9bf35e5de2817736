"""The page of plausible worlds is that of what is kept."""

from sim.analysis.robustness.kept import load_kept
from sim.manual.worlds import PAGE, worlds_page
from sim.scenario import list_services


def test_the_page_is_current():
    assert PAGE.read_text(encoding="utf-8") == worlds_page(load_kept())


def test_every_service_stands_in_each_table():
    page = worlds_page(load_kept())
    for service in list_services():
        assert page.count(f"| {service} |") == 4
        assert page.count(f"- `{service}`: ") == 1
