"""The page for researchers, opened without a browser."""

import pytest

from tests.web.opening import open_at

SICKNESS = "sickness-benefit"


def open_page(**address):
    """Open the page at an address that keeps its runs short."""
    return open_at("research", **{"days": 40, "replications": 2, "service": SICKNESS, **address})


def texts(page):
    assert not page.exception
    assert not page.error
    elements = (*page.title, *page.subheader, *page.markdown, *page.caption, *page.info)
    return "\n".join(str(element.value) for element in elements)


@pytest.mark.parametrize(
    ("lang", "title", "files"),
    [
        ("sv", "För forskare", "Resultatet som filer"),
        ("da", "For forskere", "Resultatet som filer"),
        ("en", "For researchers", "The result as files"),
    ],
)
def test_the_page_gives_the_command_and_the_files_in_each_language(lang, title, files):
    page = open_page(lang=lang)

    assert title in texts(page)
    assert files in texts(page)
    assert "requisite compare sickness-benefit" in page.code[0].value
    assert "--days 40 --replications 2" in page.code[0].value
    assert len(page.get("download_button")) == 4
