"""The page for researchers, opened without a browser."""

import pytest

from sim.analysis.robustness.kept import load_kept
from sim.web.session.link import Linked, write_code
from tests.web.opening import open_at

SICKNESS = "sickness-benefit"


def open_page(**address):
    """Open the page at an address that keeps its runs short."""
    return open_at("research", **{"days": 60, "replications": 2, "service": SICKNESS, **address})


def texts(page):
    assert not page.exception
    assert not page.error
    elements = (
        *page.title,
        *page.header,
        *page.subheader,
        *page.markdown,
        *page.caption,
        *page.info,
    )
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
    assert "--days 60 --replications 2" in page.code[0].value
    assert len(page.get("download_button")) == 5


def press(page, name):
    """Press the button that begins something, and wait for what it brings."""
    (button,) = [one for one in page.button if one.label == name]
    return button.click().run()


def frames(page):
    return {tuple(frame.value.columns): frame.value for frame in page.dataframe}


def test_what_was_found_in_plausible_worlds_is_shown_of_a_service_as_its_file_is():
    page = open_page()

    kept = load_kept()[SICKNESS]
    told = texts(page)
    cost = kept.measures["cost_per_citizen_helped"]
    assert f"{max(cost.first, cost.second)} of {cost.judged}" in told.replace("the ", "")
    (table,) = [frame for heads, frame in frames(page).items() if heads[0] == "measure"]
    assert len(table) == len(kept.measures)
    assert table.iloc[:, 1].astype(int).tolist() == [v.first for v in kept.measures.values()]


def test_a_changed_scenario_was_not_tried_and_says_so():
    code = write_code(Linked(SICKNESS, {"demand.variety": "0.1"}, 40, 2, 1, "00000000"))

    page = open_page(c=code)

    assert "was not tried in other plausible worlds" in texts(page)
    assert not [heads for heads in frames(page) if heads[0] == "measure"]
    robust = [one.value for one in page.code if one.value.startswith("requisite robust")]
    assert robust[0].endswith("--set demand.variety=0.1")


def test_the_line_of_a_quantity_is_found_when_asked_for():
    page = open_page()
    assert "along" not in texts(page)

    page.selectbox(key=f"{SICKNESS}:varied").set_value("staff.absence").run()
    press(page, "Find where it turns")

    assert "along staff.absence" in texts(page)
    assert any("breakeven" in one.value and "staff.absence" in one.value for one in page.code)
    (table,) = [frame for heads, frame in frames(page).items() if heads[0] == "staff.absence"]
    assert len(table) >= 7


def test_what_would_take_too_long_is_a_command_to_copy():
    page = open_page(service="call-line", days=200)

    assert "takes longer than a visitor" in texts(page)
    assert "Take the difference apart" not in [one.label for one in page.button]
    assert any(one.value.startswith("requisite attribute call-line") for one in page.code)


def test_the_difference_is_taken_apart_when_asked_for():
    page = open_page(service="pooling-small-service", days=60)

    press(page, "Take the difference apart")

    assert "Shapley value" in texts(page)
    (table,) = [frame for heads, frame in frames(page).items() if heads[0] == "condition"]
    assert len(table) == 1


def test_of_a_service_that_does_not_settle_that_is_told_first():
    page = open_page(service="building-permits")

    assert not page.exception and not page.error
    assert "does not settle" in page.warning[0].value


def test_what_the_address_gives_that_is_no_number_is_left_out_and_said_to_be():
    page = open_page(days="-3")

    assert not page.exception and not page.error
    assert 'days, found "-3"' in page.warning[0].value
