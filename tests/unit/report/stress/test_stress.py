"""The STRESS-DES report: every item, what was read and not typed, and marks for the rest."""

from dataclasses import replace

import pytest

from sim.errors import RunError
from sim.report.stress import ITEMS, TO_ADD, count_missing, write_stress
from sim.scenario import load_scenario, quantities
from sim.sweep import Plan, Until, load, run
from sim.words import current_language, speaking
from tests.unit.report.sweeps import RANGE, SERVICE, SHORT, VARIETY, run_tiny
from tests.unit.sweep.models import ISHIGAMI
from tests.unit.sweep.models import plan_points as plan_ishigami

TWENTY = {
    "1.1 Purpose of the model",
    "1.2 Model outputs",
    "1.3 Experimentation aims",
    "2.1 Base model overview diagram",
    "2.2 Base model logic",
    "2.3 Scenario logic",
    "2.4 Algorithms",
    "2.5 Components",
    "3.1 Data sources",
    "3.2 Pre-processing",
    "3.3 Input parameters",
    "3.4 Assumptions",
    "4.1 Initialisation",
    "4.2 Run length",
    "4.3 Estimation approach",
    "5.1 Software or programming language",
    "5.2 Random sampling",
    "5.3 Model execution",
    "5.4 System specification",
    "6.1 Computer model sharing statement",
}
DESIGNS = ("functionalised", "absorbing")
COMPONENTS = {"Entities", "Activities", "Resources", "Queues", "Entry/exit points"}


@pytest.fixture(scope="module")
def text(tiny):
    return write_stress(tiny)


@pytest.fixture(scope="module")
def items(text):
    """What stands under each item."""
    return split(text)


def split(text):
    found, number = {}, ""
    for line in text.splitlines():
        head = line.lstrip("#").strip()
        if line.startswith("##"):
            number = head.split(" ")[0]
            found[number] = ""
        elif number:
            found[number] += f"{line}\n"
    return found


def test_every_item_is_there_once_in_order(text):
    heads = [line.lstrip("# ") for line in text.splitlines() if line.startswith("###")]
    assert heads == [f"{item.number} {item.title}" for item in ITEMS]
    assert len(TWENTY) == 20
    assert {head for head in heads if head.count(".") == 1} == TWENTY
    assert {head.split(" ", 1)[1] for head in heads if head.startswith("2.5.")} == COMPONENTS
    assert len(heads) == len(TWENTY) + len(COMPONENTS)


def test_no_item_is_empty(items):
    assert [item.number for item in ITEMS if not items[item.number].strip()] == ["2.5"]


def test_what_authors_must_add_is_marked_and_counted(text, items):
    assert f"{count_missing(text)} places are for the authors" in text
    marked = {number for number, body in items.items() if f"**{TO_ADD}: " in body}
    assert marked == {"1.1", "1.3", "3.1", "3.2", "3.4", "4.1", "5.1", "5.4", "6.1"}


def test_the_plan_is_told(items):
    assert "Latin hypercube" in items["1.3"]
    assert "points: 2; seed of the plan: 5; 2 points in all" in items["1.3"]
    assert f"| `{VARIETY}` | uncertainty | 0.5 to 4 | factor |" in items["3.3"]
    assert RANGE == (0.5, 4.0)


def test_levels_words_and_multiples_are_told(tiny):
    plan = Plan.grid(
        SERVICE,
        levers={"absorbing.standards": ["functionalised", "absorbing"], "staff.total": [12, 15]},
        uncertainties={"demand.variety*": (0.5, 1.5)},
        steps=3,
    )
    told = split(write_stress(replace(tiny, plan=plan)))
    assert (
        "full grid: every combination of levels (steps of a range: 3; 12 points in all)"
        in (told["1.3"])
    )
    assert "varied: 2 × lever, 1 × uncertainty" in told["1.3"]
    assert "| `absorbing.standards` | lever | functionalised, absorbing |" in told["3.3"]
    assert "| `staff.total` | lever | 12, 15 | count | Members of staff. | 15 |" in told["3.3"]
    assert "| uncertainty | 0.5 to 1.5 times what stands there |" in told["3.3"]


def test_outcomes_have_formula_and_unit(items, tiny):
    for outcome in tiny.manifest.outcomes:
        assert f"| `{outcome.name}` |" in items["1.2"]
    assert "DKK per citizen helped" in items["1.2"]
    assert "mean over the one-off cases whose need is met of (met - arrival)" in items["1.2"]


def test_settings_are_told(items):
    assert "Replications of each point and design: 2." in items["4.3"]
    assert f"| `{SERVICE}` | 7 | none |" in items["4.1"]
    assert f"| `{SERVICE}` | 28 | 21 | 28 | 56 |" in items["4.2"]
    assert "Seed: 3. Replications are numbered from 0 to 1." in items["5.2"]


def test_versions_and_hashes_are_those_of_the_manifest(items, tiny):
    for name, version in tiny.manifest.fingerprint.items():
        assert f"| {name} | `{version}` |" in items["5.1"]
    assert tiny.manifest.plan_sha256 in items["6.1"]
    assert tiny.manifest.subject["parts"][0]["scenario_sha256"] in items["6.1"]


def test_how_runs_ended_is_told(items, tiny):
    assert f"| done | {len(tiny.runs)} |" in items["4.3"]
    no = (tiny.runs.settles[tiny.runs.design == "absorbing"] == False).sum() // 2  # noqa: E712
    assert f"| `{SERVICE}` | `absorbing` | {2 - no} | {no} | 0 |" in items["4.3"]


def test_runs_without_figures_are_counted_with_their_reasons(tiny, tmp_path):
    found = run_tiny(tmp_path / "s")
    frame = found.runs.assign(status="failed", error="broken | here")
    frame.to_parquet(found.folder.runs)
    told = split(write_stress(load(found.folder.path)))["4.3"]
    assert "| failed | 8 |" in told
    assert "| broken \\| here | 8 |" in told


def test_every_assumed_and_fitted_quantity_of_the_designs_is_listed(items):
    scenario = load_scenario(SERVICE)
    others = tuple(
        f"designs.{name}."
        for name in scenario.designs
        if name not in ("functionalised", "absorbing")
    )
    counted = {"assumed": 0, "fitted": 0}
    for key, quantity in quantities(scenario):
        if quantity.source in counted and not key.startswith(others):
            counted[quantity.source] += 1
            assert f"| `{key}` |" in items["3.4"], key
    for source, count in counted.items():
        assert f": {count} quantities {source}" in items["3.4"]
    assert f"{counted['fitted']} quantities are marked as fitted" in items["3.2"]


def test_every_source_is_listed_in_its_words(items):
    scenario = load_scenario(SERVICE)
    assert scenario.sources
    for key in scenario.sources:
        assert f"| `{key}` |" in items["3.1"]


def test_both_designs_are_told_condition_by_condition(items):
    for number in range(1, 9):
        assert f"(condition {number} of 8)" in items["3.3"]
    rows = [row for row in items["3.3"].splitlines() if row.startswith("| `standards.absorb` |")]
    assert len(rows) == 1
    scenario = load_scenario(SERVICE)
    for name in DESIGNS:
        assert f"{scenario.designs[name].standards.absorb.value:.0%} (`fitted`" in rows[0]


def test_pools_and_diagram_are_those_of_the_scenario(items):
    scenario = load_scenario(SERVICE)
    for name in DESIGNS:
        for pool in scenario.designs[name].functions.pools:
            assert f"| `{name}` | 15 | 1 | {pool.name} |" in items["2.5.3"]
            assert f'["{pool.name}"]' in items["2.1"]


@pytest.mark.parametrize(
    ("change", "number", "told"),
    [
        ("demand.home.arrivals_per_day=12", "2.5.5", ("10 per day", "12 per day")),
        ("demand.home.content_minutes=200", "2.5.1", ("180 minutes", "200 minutes")),
        ("staff.total=17", "2.5.3", ("| `functionalised` | 15 |", "| `functionalised` | 17 |")),
        ("calendar.hours_per_day=7.75", "2.5.5", ("| 7.5 hours |", "| 7.75 hours |")),
        ("absorbing.digital.dialogue_minutes=31", "2.5.2", ("| 30 minutes |", "| 31 minutes |")),
        ("functionalised.targets.days=41", "3.3", ("40 calendar days (", "41 calendar days (")),
        (
            "absorbing.centralisation.calls_first=0.5",
            "2.5.4",
            ("| 100% | 100% |", "| 100% | 50% |"),
        ),
        ("costs.unmet_need=4321", "3.3", ("DKK 5,000", "DKK 4,321")),
    ],
)
def test_a_number_that_is_changed_is_told_as_it_is(tiny, items, change, number, told):
    before, after = told
    assert before in items[number]
    assert after not in items[number]
    assert after in split(write_stress(changed(tiny, change)))[number]


def changed(sweep, *changes):
    """Return a sweep as if its scenario had been another one; nothing is run for it."""
    (part,) = sweep.plan.parts
    plan = replace(sweep.plan, parts=(part._replace(scenario=part.scenario.changed(*changes)),))
    return replace(sweep, plan=plan)


def test_changes_to_the_file_are_told(tmp_path):
    told = split(write_stress(run_tiny(tmp_path / "s", "demand.variety*=0.5", replications=1)))
    assert "`demand.variety*=0.5`" in told["2.3"]
    assert "Replications of each point and design: 1." in told["4.3"]


def test_a_rule_is_told(tmp_path):
    until = Until("end_to_end_days", within=0.2, most=4)
    told = split(write_stress(run_tiny(tmp_path / "s", until=until)))["4.3"]
    assert "half of the interval of `end_to_end_days` is within 20.0%" in told
    assert "at most 4" in told


def test_a_title_of_somebody_else_breaks_nothing(tiny):
    manifest = replace(tiny.manifest, title="a | b\n# c <script> [x](y)")
    first = write_stress(replace(tiny, manifest=manifest)).splitlines()[0]
    assert first.startswith("# a \\| b \\# c \\<script\\> \\[x\\](y): ")


def test_words_of_a_scenario_stay_in_their_cells(tiny, items):
    (part,) = tiny.plan.parts
    table = part.scenario.to_table()
    table["demand"]["home"]["label"]["en"] = "a | b\n| c |"
    table["sources"]["report-9.1"] = "one | two\n\n## three"
    plan = replace(tiny.plan, parts=(part._replace(scenario=build(table)),))
    told = split(write_stress(replace(tiny, plan=plan)))
    assert "a \\| b \\| c \\|" in told["2.5.1"]
    assert "| one \\| two \\#\\# three |" in told["3.1"]
    assert told.keys() == items.keys()


def build(table):
    from sim.scenario import build_scenario

    return build_scenario(table, "test")


def test_it_is_english_whatever_is_spoken(tiny, text):
    with speaking("sv"):
        assert write_stress(tiny) == text
        assert current_language() == "sv"


def test_a_function_is_refused(tmp_path):
    found = run(plan_ishigami(2), SHORT, out=tmp_path / "s", model=ISHIGAMI, replications=1)
    with pytest.raises(RunError, match=r"ran the function .*ishigami"):
        write_stress(found)
