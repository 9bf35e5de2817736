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


def test_what_the_readme_says_of_law_1_holds():
    """Fewer than half of the worlds, in most services."""
    laws = [one.law_1 for one in load_kept().values()]
    fewer = [law for law in laws if law is not None and 2 * law.first < law.judged]

    assert 2 * len(fewer) > len(list_services())
