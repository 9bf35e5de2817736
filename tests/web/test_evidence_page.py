"""The page of the evidence, opened without a browser."""

import re

import pytest

from sim.analysis.evidence import list_unfitted, load_claims
from sim.analysis.facts import find_judged
from sim.errors import ScenarioError
from sim.scenario import list_counter_cases, list_services, load_scenario
from sim.web.evidence import rows as judged_rows
from sim.web.session import files
from tests.web.opening import open_at

FIRST_LINES = {
    "en": r"\*\*(\d+) of (\d+) figures are met\*\*, with (\d+) quantities fitted to them",
    "sv": r"\*\*(\d+) av (\d+) siffror träffas\*\*, med (\d+) storheter anpassade till dem",
    "da": r"\*\*(\d+) af (\d+) tal rammes\*\*, med (\d+) størrelser tilpasset dem",
}
OUT_OF_SAMPLE = {
    "en": r"out of sample, (\d+) of (\d+) (?:is|are) met",
    "sv": r"utan anpassning träffas (\d+) av (\d+)",
    "da": r"uden tilpasning rammes (\d+) af (\d+)",
}
WITH_EVIDENCE = [s for s in map(load_scenario, list_services()) if s.evidence]


def open_page(**address):
    page = open_at("evidence", **address)
    assert not page.exception
    return page


def open_with_tables(**address):
    page = open_page(**address)
    page.session_state["figures"] = True
    assert not page.run().exception
    return page


def html_of(page):
    return "\n".join(one.proto.body for one in page.get("html"))


@pytest.mark.parametrize("language", FIRST_LINES)
def test_its_first_line_says_what_is_met_and_what_was_fitted(language):
    page = open_page(lang=language)

    found = re.match(FIRST_LINES[language], page.markdown[0].value)
    met, of, fitted = map(int, found.groups())
    rows = [row for scenario in WITH_EVIDENCE for row in find_judged(scenario)]
    assert of == sum(row.no_test is None for row in rows)
    assert met == sum(row.no_test is None and row.verdict == "within" for row in rows)
    firsts = [find_judged(scenario)[0] for scenario in WITH_EVIDENCE]
    shared = {key for row in firsts for key in row.fitted_shared}
    assert fitted == sum(row.fitted for row in firsts) + len(shared)
    unfitted = list_unfitted(rows)
    met = sum(row.verdict == "within" for row in unfitted)
    out_of_sample = re.search(OUT_OF_SAMPLE[language], page.markdown[0].value)
    assert tuple(map(int, out_of_sample.groups())) == (met, len(unfitted))


def test_figures_without_a_strip_are_named_and_so_is_every_source_from_elsewhere():
    page = open_page()

    rows = [row for scenario in WITH_EVIDENCE for row in find_judged(scenario)]
    told = "\n".join(caption.value for caption in page.caption)
    assert all(row.id in told for row in rows if row.no_test is not None)
    assert "skonsmo-pilot (divided and standardised)" in told
    assert "newsletter and" in told or "newsletter," in told
    sources = "\n".join(one.value for one in page.markdown)
    assert all(f"`{row.id}`: {row.says}" in sources for row in rows if not row.section)


def test_missed_figures_stand_first_and_every_independent_one_has_a_strip():
    strips = re.findall(r'<li class="strip-row".*?</li>', html_of(open_page()), re.DOTALL)

    told = [re.search(r"(Met|Missed): simulated", strip) for strip in strips]
    kinds = [found[1] for found in told if found]
    assert kinds == sorted(kinds, key=["Missed", "Met"].index)
    rows = [row for scenario in WITH_EVIDENCE for row in find_judged(scenario)]
    assert len(kinds) == sum(row.no_test is None for row in rows)


def test_it_has_every_claim_service_and_counter_case():
    page = open_with_tables()

    shown = {claim for table in page.dataframe for claim in table.value["Claim"]}
    assert set(load_claims()) <= shown
    titles = {scenario.service.title.en for scenario in WITH_EVIDENCE}
    assert all(title in html_of(page) for title in titles)
    tiles = {button.key.removeprefix("tile:") for button in page.button}
    assert set(list_counter_cases()) <= tiles
    assert "No published estimate" in "\n".join(one.value for one in page.markdown)


def test_nothing_is_simulated_for_it(monkeypatch):
    monkeypatch.setattr(judged_rows, "ask", lambda *_: pytest.fail("it was simulated"))

    assert html_of(open_page())


def test_a_service_whose_file_has_changed_is_simulated(monkeypatch):
    changed, asked = "hr-onboarding", []

    def ask(key, job):
        asked.append([scenario.service.name for scenario in job.scenarios])
        return find_judged(load_scenario(changed))

    def find(scenario):
        return None if scenario.service.name == changed else find_judged(scenario)

    monkeypatch.setattr(judged_rows, "find_judged", find)
    monkeypatch.setattr(judged_rows, "ask", ask)
    found = judged_rows.judge_all(WITH_EVIDENCE)
    monkeypatch.undo()

    assert asked == [[changed]]
    assert found == judged_rows.judge_all(WITH_EVIDENCE)


def test_a_file_that_cannot_be_read_is_told_of_and_the_others_are_shown(monkeypatch):
    def load(name):
        if name == "hr-onboarding":
            raise ScenarioError("hr-onboarding.toml", ["it is damaged"])
        return load_scenario(name)

    monkeypatch.setattr(files, "load_filed", load)
    page = open_page()

    assert page.warning[0].value == "`hr-onboarding` is left out: its file cannot be read."
    assert "Home care" in html_of(page)
    assert "Q15a" not in html_of(page)
