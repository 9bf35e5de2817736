import pytest

from sim.web.pages import PAGES
from sim.web.server.missing import is_missing, write_missing


def test_a_page_is_missing_if_it_is_none_of_ours():
    assert is_missing("/nosuch") and is_missing("/Explore") and is_missing("/<b>")
    assert not any(is_missing(f"/{page.address}") for page in PAGES)


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/static/x", "/favicon.png", "/media/"])
def test_what_is_no_page_is_left_to_others(path):
    assert not is_missing(path)


@pytest.mark.parametrize(
    ("query", "accepted", "said"),
    [
        (b"", "", "There is no page"),
        (b"", "nb-NO,da;q=0.8,en", "Der er ingen side"),
        (b"lang=sv", "da", "Det finns ingen sida"),
        (b"lang=\xff%22&lang=", "*/*", "There is no page"),
    ],
)
def test_it_is_said_in_the_language_asked_for_with_all_pages_that_are_there(query, accepted, said):
    answer = write_missing({"query_string": query}, accepted).decode()

    assert said in answer
    assert all(f'href="/{page.address}"' in answer for page in PAGES)
