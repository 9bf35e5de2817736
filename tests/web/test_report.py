"""A report in a real browser: from a file, without a network, on a desk, in a hand, on paper."""

import pytest

from sim.analysis.comparison import compare
from sim.report import write_report
from sim.scenario import load_scenario

CHARTS = 3
SIZES = {"desk": (1280, 720), "hand": (390, 844)}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    scenario = load_scenario("sickness-benefit")
    found = compare(scenario, days=60, replications=3)
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(write_report(found, scenario, None), encoding="utf-8")
    return path


@pytest.fixture
def opened(chromium, report):
    """Open the report in a window; everything that it asks for or complains of is kept."""

    def open_it(size):
        width, height = SIZES[size]
        page = chromium.new_page(viewport={"width": width, "height": height}, offline=True)
        asked, complaints = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(report.as_uri())
        page.locator(".js-plotly-plot").nth(CHARTS - 1).wait_for()
        return page, asked, complaints

    return open_it


@pytest.mark.parametrize("size", SIZES)
def test_it_opens_from_a_file_and_fits_the_window(opened, report, size):
    page, asked, complaints = opened(size)

    assert [url for url in asked if not url.startswith(("data:", "blob:"))] == [report.as_uri()]
    assert complaints == []
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
    for box in page.query_selector_all(".plotly-graph-div"):
        assert box.bounding_box()["width"] <= SIZES[size][0]


def test_it_prints_on_paper_with_nothing_cut(opened):
    page, *_ = opened("desk")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})  # what A4 leaves between its margins
    page.wait_for_timeout(500)
    cut = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => "
        "e.getBoundingClientRect().right > window.innerWidth + 1 && !e.closest('svg')).length"
    )

    assert cut == 0
    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")
