"""A report holds all that it promises, in every language, and asks nobody for anything."""

import re
import shlex
from itertools import pairwise

import pytest

from sim.analysis.comparison import compare
from sim.analysis.robustness import find_kept
from sim.charts import cut_costs
from sim.experiment import SHIPPED_DESIGNS
from sim.report import write_report
from sim.report.report import tell_command
from sim.report.template import mark
from sim.scenario import find_file, load_scenario
from sim.words import LANGUAGES, speaking
from tests.builders import build_raw, small_scenario_text

QUICK = {"days": 60, "replications": 3}
MOST_BYTES = 2_000_000


@pytest.fixture(scope="module")
def scenario():
    return load_scenario("sickness-benefit")


@pytest.fixture(scope="module")
def found(scenario):
    return compare(scenario, **QUICK)


@pytest.fixture(scope="module")
def page(found, scenario):
    return write_report(found, scenario, find_kept(scenario, SHIPPED_DESIGNS))


def visible(page):
    """Return what a reader sees of a page, without scripts."""
    return re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)


def test_it_holds_scenario_verdict_figures_assumptions_worlds_and_citation(page, found, scenario):
    text = re.sub(r"<[^>]+>", "", visible(page))

    for wanted in (
        "Sickness benefit (Denmark)",
        "fewer hours of work",
        "Failure causes",
        "200 plausible worlds were tried",
        "End-to-end cost (DKK per citizen helped)",
        "demand.known.content_minutes",
        "assumed",
        f"seed {found.seed}",
        found.provenance.scenario_sha256[:12],
    ):
        assert wanted in text, wanted
    assert all(key in text for key in ("staff.total", "costs.unmet_need"))


def test_nothing_is_fetched_and_it_is_small(page):
    assert len(page.encode()) < MOST_BYTES
    assert "default-src 'none'" in page
    assert not re.findall(r"<(?:link|img|iframe|script)[^>]+(?:src|href)=", visible(page))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_written_in_every_language(found, scenario, language):
    with speaking(language):
        page = write_report(found, scenario, None)
        own = {"en": "How sure it is", "sv": "Hur säkert det är", "da": "Hvor sikkert det er"}

    assert f'<html lang="{language}">' in page
    assert own[language] in page


def test_the_cost_is_cut_into_parts_that_add_up(found):
    cuts = cut_costs(found.measures, ["a", "b"])
    cost = found.measures["cost_per_citizen_helped"]

    assert [cut.total for cut in cuts] == pytest.approx([cost.first.mean, cost.second.mean])
    assert all(min(cut.useful, cut.failure, cut.rest) > 0 for cut in cuts)
    rework = found.measures["cost_rework"].first.mean
    assert cuts[0].failure == rework + found.measures["cost_failure_contacts"].first.mean


def test_of_a_design_that_does_not_settle_no_mean_is_told():
    scenario = load_scenario("sickness-benefit", ["demand.arrivals_per_day*=3"])
    found = compare(scenario, days=60, replications=5)
    page = write_report(found, scenario, None)

    assert not found.settles
    assert "does not settle" in page
    assert "<script" not in page


def test_what_a_file_says_is_no_part_of_the_page(tmp_path):
    raw = build_raw()
    raw["service"]["title"]["en"] = "<script>alert(1)</script>"
    path = tmp_path / "small.toml"
    path.write_text(small_scenario_text(raw))
    scenario = load_scenario(path)
    page = write_report(compare(scenario, days=20, replications=2), scenario, None)

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_what_was_changed_stands_right_below_the_headline(scenario, found, page):
    changed = scenario.changed("functionalised.targets=absorbing")
    written = write_report(compare(changed, **QUICK), changed, None)
    head = written[written.index("</h1>") : written.index("</header>")]

    assert "What if the targets were taken away?" in head
    assert "<strong>Changed here:</strong> targets as in the design built for variation." in head
    assert "Changed here" not in page


def test_a_sentence_is_marked_and_nothing_else():
    assert mark("**a** `b` <i>") == "<strong>a</strong> <code>b</code> &lt;i&gt;"


def test_the_command_makes_the_same_comparison(scenario):
    changed = scenario.changed("demand.variety*=0.5")
    words = shlex.split(tell_command(compare(changed, seed=3, **QUICK)))

    assert words[:3] == ["requisite", "compare", "sickness-benefit"]
    asked = dict(pairwise(words))
    assert (asked["--seed"], asked["--days"], asked["--replications"]) == ("3", "60", "3")
    assert asked["--set"] == "demand.variety*=0.5"


@pytest.mark.parametrize(
    ("file", "called"),
    [
        ("mine.toml", "mine.toml"),
        ("two words.toml", "two words.toml"),
        ("-mine.toml", "./-mine.toml"),
        ("sickness-benefit", "./sickness-benefit"),
        ("sickness-benefit.toml", "sickness-benefit.toml"),
    ],
)
def test_the_command_names_a_file_of_ones_own(tmp_path, file, called):
    path = tmp_path / file
    path.write_text(small_scenario_text())
    found = compare(load_scenario(path), days=20, replications=2)

    assert shlex.split(tell_command(found))[2] == called


def test_the_command_names_a_shipped_service_wherever_its_file_lies(tmp_path):
    path = tmp_path / "copy.toml"
    path.write_bytes(find_file("sickness-benefit").read_bytes())
    found = compare(load_scenario(path), **QUICK)

    assert shlex.split(tell_command(found))[2] == "sickness-benefit"
