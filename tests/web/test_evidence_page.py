"""The page of the evidence, opened without a browser."""

from streamlit.testing.v1 import AppTest

from sim.analysis.evidence import load_claims
from sim.scenario import list_services, load_scenario


def open_page() -> None:
    """Open the page by itself: there is nobody here to choose it from the menu."""
    from sim.web.evidence import show_evidence

    show_evidence()


def test_the_page_has_every_claim_and_every_service_with_evidence():
    page = AppTest.from_function(open_page, default_timeout=300).run()

    assert not page.exception
    shown = {claim for table in page.dataframe for claim in table.value["Claim"]}
    assert set(load_claims()) <= shown
    with_evidence = [s for s in map(load_scenario, list_services()) if s.evidence]
    titles = [heading.value for heading in page.subheader]
    assert {scenario.service.title.en for scenario in with_evidence} <= set(titles)
    figures = {metric.label: int(metric.value) for metric in page.metric}
    counted, others = figures["Independent figures"], figures["No tests of their own"]
    assert counted + others == sum(len(s.evidence) for s in with_evidence)
    assert 0 < figures["Of these within tolerance"] <= counted
    assert 0 < figures["Of these fitted to"] <= counted
    assert f" of {counted} independent figures" in page.markdown[1].value
