"""A sweep as a job: it is the one that the command makes, in a folder that does not stay."""

import pickle
import tempfile
from pathlib import Path

import pytest

from sim import sweep
from sim.errors import RunError, ScenarioError
from sim.report import write_runs
from sim.scenario import load_scenario
from sim.sweep.plan import load_plan
from sim.web.running.jobs import Axis, RunSweep, order_axes
from sim.web.running.limits import MOST_SWEEP_RUNS
from sim.web.running.process import WorkerProcess
from sim.words import speaking

SERVICE = "pooling-small-service"
STAFF, VARIETY = Axis("staff.total", 4.0, 9.0, 3), Axis("demand.variety*", 0.0, 3.0, 3)


def build(axes=(STAFF, VARIETY), replications=2, changes=("staff.absence=0.05",)):
    scenario = load_scenario(SERVICE, changes)
    first, second, *_ = scenario.designs
    return RunSweep(scenario, (first, second), axes, replications, 7, 40)


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """A folder for what does not stay, with nothing in it."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_plan_that_it_writes_makes_the_same_table_to_the_last_byte(tmp_path, empty):
    job, told = pickle.loads(pickle.dumps(build())), []
    made = pickle.loads(pickle.dumps(job.make(lambda *done: told.append(done))))
    (tmp_path / "plan.toml").write_text(job.write_plan(), "utf-8")
    planned = load_plan(tmp_path / "plan.toml")
    found = sweep.run(
        planned.plan,
        planned.settings,
        out=tmp_path / "out",
        replications=planned.replications,
        measures=planned.measures,
        title=planned.title,
    )

    assert planned.plan.sha256 == job.plan().plan.sha256
    assert made.runs == (tmp_path / "out" / "runs.parquet").read_bytes()
    assert made.points == (tmp_path / "out" / "points.parquet").read_bytes()
    assert (told[0], told[-1]) == ((0, None), (job.runs, job.runs))
    assert len(found.runs) == job.runs == 36
    assert {len(one.cells) for one in made.maps.values()} == {9}
    assert {(one.x.key, one.y.key) for one in made.maps.values()} == {(STAFF.key, VARIETY.key)}
    assert set(made.maps) | set(made.refused) == set(job.measures)
    assert not list(empty.iterdir())
    with speaking("sv"):
        head, *rows = write_runs(made.runs, made.points).splitlines()
    assert head.startswith("point;service;design;replication;")
    assert head.endswith("staff.total;demand.variety*")
    assert len(rows) == job.runs


def test_what_a_design_chooses_goes_across():
    assert order_axes((VARIETY, STAFF)) == (STAFF, VARIETY)
    assert order_axes((STAFF, VARIETY)) == (STAFF, VARIETY)
    assert [one.key for one in build().plan().plan.factors] == [STAFF.key, VARIETY.key]


def test_its_folder_is_removed_when_it_goes_wrong(empty):
    def go_wrong(_done, total):
        if total is not None:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        build().make(go_wrong)

    assert not list(empty.iterdir())


def test_more_than_a_visitor_may_have_is_refused_and_so_is_what_cannot_be_varied():
    many = build((STAFF._replace(values=9), VARIETY._replace(values=9)), replications=10)
    twice = build((STAFF, Axis("staff.total*", 0.9, 1.1, 3)))

    assert many.runs > MOST_SWEEP_RUNS
    with pytest.raises(RunError, match="a visitor may have"):
        many.make(lambda *_: None)
    with pytest.raises(ScenarioError, match="the same as"):
        twice.write_plan()


def test_what_is_expected_grows_with_what_is_asked_for():
    one, two = build(), build(replications=4)

    assert two.expected_s > 1.1 * one.expected_s
    assert build((STAFF._replace(values=9), VARIETY)).expected_s > one.expected_s


def test_nothing_is_left_of_a_process_that_is_ended(empty):
    process = WorkerProcess(0)
    process.start()
    (folder,) = Path(empty).iterdir()
    (folder / "begun").write_text("half a line")
    process.stop()

    assert not list(empty.iterdir())
