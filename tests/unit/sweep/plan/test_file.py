"""Plan files: what they say, and what is wrong with one, all of it at once."""

from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.experiment import RunSettings
from sim.measures import MEASURES
from sim.scenario import write_toml
from sim.sweep.plan import DEFAULT_MEASURES, LEVER, UNCERTAINTY, Plan, Until, load_plan, read_plan

SHIPPED = Path(__file__).parents[4] / "docs" / "sweeps" / "staff-and-variety.toml"
START = 'services = ["sickness-benefit"]\n'
VARIED = '[levers]\n"staff.total" = { low = 14, high = 16 }\n'


def read(text, start=START):
    return read_plan((start + text).encode(), "plan.toml")


def test_the_plan_that_is_shipped_loads():
    planned = load_plan(SHIPPED)
    frame = planned.plan.points_frame()

    assert len(planned.plan) == 5 * 4 * 3 * 3
    assert sorted(frame["staff.total"].unique()) == [14, 15, 16, 17, 18]
    assert planned.settings == RunSettings(days=120)
    assert (planned.replications, planned.until) == (2, None)
    assert planned.measures[0] == "cost_per_citizen_helped"
    assert planned.title == "What does staff buy when needs differ?"


def test_it_is_the_plan_that_is_made_in_python():
    text = 'method = "lhs"\npoints = 5\nseed = 3\nchanges = ["staff.absence=0.05"]\n' + VARIED
    text += '[uncertainties]\n"demand.arrivals_per_day*" = [0.8, 1.2]\n"staff.absence*" = [1, 2]'
    found = read(text).plan
    service = read(text).plan.parts[0].scenario

    made = Plan.lhs(
        service,
        {"staff.total": (14, 16)},
        {"demand.arrivals_per_day*": [0.8, 1.2], "staff.absence*": [1, 2]},
        points=5,
        seed=3,
    )
    assert service.staff.absence.value == 0.05
    assert found.sha256 == made.sha256
    assert [factor.kind for factor in found.factors] == [LEVER, UNCERTAINTY, UNCERTAINTY]


METHODS = {
    "grid": ("", 3),
    "factorial": ("", 2),
    "lhs": ("points = 6", 6),
    "sobol": ("base = 4", 4 * 4),
    "morris": ("trajectories = 3\nlevels = 6", 9),
}


@pytest.mark.parametrize("method", METHODS)
def test_each_method_has_its_numbers(method):
    numbers, points = METHODS[method]

    assert len(read(f'method = "{method}"\n{numbers}\n{VARIED}').plan) == points


def test_points_may_have_a_luck_of_their_own():
    text = 'method = "lhs"\npoints = 3\nseed = 3\n'
    own = read(text + "sampling_seed = 4\n" + VARIED)

    assert (own.plan.seed, own.settings.seed) == (4, 3)
    assert read(text + VARIED).plan.seed == 3


def test_a_rule_ends_it():
    text = 'method = "grid"\n' + VARIED + '[until]\noutcome = "faces_per_month"\nwithin = 0.1\n'
    assert read(text).until == Until("faces_per_month", within=0.1)
    with pytest.raises(ScenarioError, match=r"until\.outcome") as found:
        read(text.replace("faces_per_month", "faces").replace("0.1", "1.5"))
    assert "until.within" in str(found.value)


def test_a_table_and_a_service_stand_beside_the_file(tmp_path, service):
    (tmp_path / "mine.toml").write_text(write_toml(service), encoding="utf-8")
    (tmp_path / "points.csv").write_text("staff.total,demand.variety\n9,1\n10,2.5\n")
    file = tmp_path / "plan.toml"
    file.write_text(
        'services = ["./mine.toml"]\nmethod = "table"\nfile = "points.csv"\n'
        '[levers]\n"staff.total" = "own"\n'
    )
    plan = load_plan(file).plan

    assert plan.parts[0].points == ((9, 1), (10, 2.5))
    assert [factor.kind for factor in plan.factors] == [LEVER, UNCERTAINTY]


def test_what_is_measured_unless_it_is_said_can_be_measured():
    assert set(DEFAULT_MEASURES) <= set(MEASURES)
    assert read('method = "grid"\n' + VARIED).measures == DEFAULT_MEASURES


LHS = 'method = "lhs"\npoints = 3\n'
BAD = {
    "no method": (VARIED, "method: missing, expected one of"),
    "wrong method": (
        'method = "halton"\n' + VARIED,
        'method: found "halton", expected one of "gri',
    ),
    "no points": ('method = "lhs"\n' + VARIED, "points: missing, a plan of method lhs has it"),
    "no base": ('method = "sobol"\n' + VARIED, "base: missing"),
    "no file": ('method = "table"\n', "file: missing"),
    "other's": (LHS + "steps = 4\n" + VARIED, "steps: found in a plan of method lhs, .* with grid"),
    "grid's luck": ('method = "grid"\nsampling_seed = 1\n' + VARIED, "sampling_seed: found in"),
    "unknown": (LHS + "replicatons = 3\n" + VARIED, 'did you mean "replications"'),
    "measure": (LHS + 'measures = ["end_to_end_dayz"]\n' + VARIED, "measures: found .*did you mea"),
    "luck": (LHS + "seed = -1\n" + VARIED, "seed: found -1, expected at least 0"),
    "replications": (LHS + "replications = 0\n" + VARIED, "replications: found 0, expected at le"),
    "days": (LHS + "days = 3\n" + VARIED, "days: found 3, expected at least 14"),
    "warm-up": (LHS + "days = 50\nwarm_up_day = 60\n" + VARIED, "warm_up_day: found 60, expected"),
    "text": (LHS + "title = 3\n" + VARIED, "title: found 3, expected text"),
    "truth": (LHS + "points = 3\n", "Cannot overwrite a value"),
    "design": (LHS + 'designs = ["absorbin"]\n' + VARIED, 'found "absorbin", did you mean'),
    "change": (LHS + 'changes = ["staff.totl=3"]\n' + VARIED, "staff.totl: unknown key"),
    "key": (LHS + '[levers]\n"staff.totl" = [1]', "staff.totl: unknown key"),
    "number": (LHS + '[levers]\n"staff.total" = 3', 'levers.staff.total: found 3, expected "own"'),
    "word": (LHS + '[levers]\n"staff.total" = "all"', 'found "all", expected "own", a list'),
    "end": (LHS + '[levers]\n"staff.total" = {low = 1}', "levers.staff.total: high: missing"),
    "endless": (
        LHS + '[levers]\n"staff.total" = {low = 1, high = inf}',
        "levers.staff.total: high",
    ),
    "slip": (LHS + '[levers]\n"a" = {low = 1, high = 2, step = 3}', 'a: step: .* mean "steps"'),
    "not TOML": ("method = lhs", "not TOML"),
}


@pytest.mark.parametrize(("text", "problem"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused(text, problem):
    with pytest.raises(ScenarioError, match=problem) as caught:
        read(text)

    assert str(caught.value).startswith("plan.toml: 1 problem\n")


def test_all_that_is_wrong_is_told_at_once():
    text = 'method = "sobol"\ntitle = 3\nsteps = 4\ndays = 50\nwarm_up_day = 70\nmeasures = ["x"]\n'
    text += '[levers]\n"staff.total" = 3\n"staff.totl" = [1]\n"staff.absence" = [7]\n'
    with pytest.raises(ScenarioError) as caught:
        read(text)

    named = [line.split(":")[0] for line in caught.value.problems]
    wanted = ["title", "warm_up_day", "measures", "base", "steps", "levers.staff.total"]
    assert named == [*wanted, "staff.totl", "staff.absence"]


@pytest.mark.parametrize(
    ("services", "problem"),
    [
        ('["nope"]', "nope: no service of this name"),
        ('["./nope.toml"]', "nope.toml: no such file"),
        ("[]", "services: found a list, expected at least 1 in it"),
        ('["home-care", "home-care"]', "services: home-care: found more than once"),
    ],
)
def test_services_must_be_there(services, problem):
    with pytest.raises(ScenarioError, match=problem):
        read(LHS + VARIED, f"services = {services}\n")


def test_a_table_has_its_own_values(tmp_path):
    (tmp_path / "points.csv").write_text("staff.total\n14\n")
    text = START + f'method = "table"\nfile = "{tmp_path}/points.csv"\n' + VARIED

    with pytest.raises(ScenarioError, match=r"staff.total: its values are those of the table"):
        read(text, "")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ScenarioError, match=r"gone.toml: 1 problem"):
        load_plan(tmp_path / "gone.toml")


def test_a_plan_that_is_not_there_is_told_without_speaking_of_services(tmp_path):
    with pytest.raises(ScenarioError, match="no such file, expected a plan file") as told:
        load_plan(tmp_path / "none.toml")
    assert "service" not in str(told.value)
