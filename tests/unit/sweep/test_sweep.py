"""A sweep yields one table, however it is run, stopped and resumed."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import duckdb
import pandas as pd
import polars
import pytest

from sim.errors import RunError
from sim.experiment import Cell, RunSettings, replicate
from sim.scenario import load_scenario
from sim.sweep import Model, Plan, Until, compact, find_status, load, resume, run
from sim.sweep.folder.folder import Folder
from sim.sweep.folder.stages import count_chunks
from sim.sweep.running import pilot
from sim.sweep.table import DONE, FAILED, REFUSED
from tests.unit.sweep.models import FAILING, ISHIGAMI, NOISY, ishigami, plan_points

TIME = "end_to_end_days"
SHORT = RunSettings(days=28, warm_up_day=7, follow_up_days=28)
POINTS = 24


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch):
    monkeypatch.setattr(pilot, "CHUNK_S", 0.05)


@pytest.fixture(scope="module")
def plan():
    return plan_points(POINTS)


@pytest.fixture(scope="module")
def serial(plan, tmp_path_factory):
    """The table of a serial run that nobody disturbed."""
    folder = tmp_path_factory.mktemp("serial") / "sweep"
    return run(plan, out=folder, model=NOISY, replications=3).folder.runs.read_bytes()


def test_threads_make_the_same_table(plan, serial, tmp_path):
    with ThreadPoolExecutor(3) as executor:
        found = run(plan, out=tmp_path / "s", model=NOISY, replications=3, executor=executor)
    assert found.folder.runs.read_bytes() == serial
    assert found.ran.made == found.ran.rows == 3 * POINTS


def test_processes_make_the_same_table(plan, serial, tmp_path):
    found = run(plan, out=tmp_path / "s", model=NOISY, replications=3, executor="local", workers=2)
    assert found.folder.runs.read_bytes() == serial


def test_replications_are_added_and_none_is_made_again(plan, serial, tmp_path):
    folder = tmp_path / "s"
    run(plan, out=folder, model=NOISY, replications=1)
    before = {file: file.read_bytes() for file in (folder / "chunks").rglob("*.parquet")}
    found = resume(folder, model=NOISY, replications=3)
    assert found.folder.runs.read_bytes() == serial
    assert found.ran.made == 2 * POINTS
    assert all(file.read_bytes() == content for file, content in before.items())


def test_what_is_missing_is_made_and_nothing_else(plan, serial, tmp_path):
    found = run(plan, out=tmp_path / "s", model=NOISY, replications=3)
    chunks = count_chunks(found.manifest.stages)
    assert chunks > 2
    for number in (0, chunks - 1):
        found.folder.chunk(number).unlink()
    found.folder.runs.unlink()
    with pytest.raises(RunError, match="resume"):
        load(tmp_path / "s")
    again = resume(tmp_path / "s", model=NOISY)
    assert 0 < again.ran.made < 3 * POINTS
    assert again.folder.runs.read_bytes() == serial


def test_the_same_call_goes_on_where_it_was(plan, serial, tmp_path):
    run(plan, out=tmp_path / "s", model=NOISY, replications=3)
    again = run(plan, out=tmp_path / "s", model=NOISY, replications=3)
    assert again.ran.made == 0
    assert again.folder.runs.read_bytes() == serial


def test_another_sweep_is_refused_and_told_apart(plan, tmp_path):
    run(plan, out=tmp_path / "s", model=ISHIGAMI, replications=1)
    with pytest.raises(RunError, match=r"another sweep .* plan .*model"):
        run(plan_points(POINTS + 1), out=tmp_path / "s", model=NOISY, replications=1)
    with pytest.raises(RunError, match=r"seed 2 / 1"):
        run(plan, RunSettings(seed=2), out=tmp_path / "s", model=ISHIGAMI, replications=1)


def test_another_version_is_refused(plan, tmp_path):
    found = run(plan, out=tmp_path / "s", model=ISHIGAMI, replications=1)
    manifest = found.folder.path / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"numpy": "', '"numpy": "0.'))
    with pytest.raises(RunError, match=r"numpy \d.* / 0\.\d"):
        resume(tmp_path / "s", model=ISHIGAMI)


def test_a_changed_plan_is_refused(plan, tmp_path):
    found = run(plan, out=tmp_path / "s", model=ISHIGAMI, replications=1)
    frame = pd.read_parquet(found.folder.points)
    frame.assign(x1=0.0).to_parquet(found.folder.points)
    with pytest.raises(RunError, match="not as it was"):
        resume(tmp_path / "s", model=ISHIGAMI)


def test_a_model_must_be_given_again(plan, tmp_path):
    run(plan, out=tmp_path / "s", model=ISHIGAMI, replications=1)
    with pytest.raises(RunError, match="ishigami"):
        resume(tmp_path / "s")


def test_a_folder_with_something_else_in_it_is_left_alone(plan, tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(RunError, match="not empty"):
        run(plan, out=tmp_path, model=ISHIGAMI)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_failed_run_is_a_row_with_its_error(plan, tmp_path):
    found = run(plan, out=tmp_path / "s", model=FAILING, replications=1)
    frame = found.to_frame()
    failed = frame.status == FAILED
    assert (failed == (frame.x1 > 0)).all()
    assert set(frame.error[failed]) == {"x1 is above 0"}
    assert frame.y.isna().equals(failed)
    assert found.ran.not_measured == failed.sum() == POINTS / 2
    status = find_status(tmp_path / "s")
    assert status.errors == {"x1 is above 0": POINTS // 2}


def test_failed_runs_are_made_again_if_asked(plan, tmp_path):
    trouble = tmp_path / "trouble"
    trouble.touch()

    def moody(point, seed, replication):
        if trouble.exists() and point["x1"] > 0:
            raise MemoryError
        return ishigami(point, seed, replication)

    model = Model(moody, ("y",))
    first = run(plan, out=tmp_path / "s", model=model, replications=1)
    assert set(first.runs.error.dropna()) == {"MemoryError"}
    trouble.unlink()
    assert resume(tmp_path / "s", model=model).ran.made == 0
    again = resume(tmp_path / "s", model=model, retry_failed=True)
    assert first.ran.not_measured <= again.ran.made < POINTS
    assert set(again.runs.status) == {DONE}


def test_a_service_is_run_as_a_comparison_runs_it(tmp_path):
    plan = Plan.grid("building-permits", uncertainties={"demand.variety": [0.5, 1.0]})
    found = run(plan, SHORT, out=tmp_path / "s", replications=2).to_frame()
    assert len(found) == 2 * 2 * 2
    for variety, rows in found.groupby("demand.variety"):
        scenario = load_scenario("building-permits").changed(f"demand.variety={variety}")
        cells = [Cell(scenario, design) for design in plan.designs]
        alone = replicate(cells, replace(SHORT, replications=2), {None: (TIME,)}).samples[None]
        values = rows.pivot(index="replication", columns="design", values=TIME)
        assert values[list(plan.designs)].to_numpy().tolist() == alone[TIME].values.tolist()


def test_a_point_that_rules_refuse_is_told_in_its_rows(tmp_path):
    plan = Plan.grid("building-permits", levers={"staff.total": [1, 12]})
    frame = run(plan, SHORT, out=tmp_path / "s", replications=1).to_frame()
    refused = frame[frame["staff.total"] == 1]
    assert set(refused.status) == {REFUSED}
    assert refused.error.str.contains("staff").all()
    assert refused.settles.isna().all()
    assert set(frame.status[frame["staff.total"] == 12]) == {"done"}


def test_each_point_gets_as_many_replications_as_it_needs(plan, tmp_path):
    until = Until("y", within=0.2, most=12)
    found = run(plan, out=tmp_path / "s", model=NOISY, until=until)
    counts = found.runs.groupby("point").replication.count()
    assert counts.min() >= 3
    assert counts.max() == 12
    assert counts.nunique() > 1
    for _, values in found.runs.groupby("point").y:
        assert until.is_known(list(values)) or len(values) == 12
    again = resume(tmp_path / "s", model=NOISY)
    assert again.ran.made == 0
    assert again.folder.runs.read_bytes() == found.folder.runs.read_bytes()
    with pytest.raises(RunError, match="rule"):
        resume(tmp_path / "s", model=NOISY, replications=20)


def test_what_is_finished_can_be_read_before_the_end(plan, tmp_path):
    found = run(plan, out=tmp_path / "s", model=NOISY, replications=3)
    found.folder.chunk(1).unlink()
    rows = compact(tmp_path / "s")
    assert 0 < rows < 3 * POINTS
    assert len(load(tmp_path / "s").runs) == rows
    assert find_status(tmp_path / "s").runs_made == rows


def test_one_process_at_a_time_writes_to_a_folder(plan, tmp_path):
    from sim.sweep.folder.lock import locking

    run(plan, out=tmp_path / "s", model=ISHIGAMI, replications=1)
    with locking(Folder(tmp_path / "s")), pytest.raises(RunError, match="at work"):
        resume(tmp_path / "s", model=ISHIGAMI)
    assert resume(tmp_path / "s", model=ISHIGAMI).ran.made == 0


def test_other_tools_read_the_table(plan, serial, tmp_path):
    file = tmp_path / "runs.parquet"
    file.write_bytes(serial)
    ((count, mean),) = duckdb.sql(f"select count(*), avg(y) from '{file}'").fetchall()
    read = polars.read_parquet(file)
    assert count == read.height == 3 * POINTS
    assert mean == pytest.approx(read["y"].mean())


def test_a_rule_has_the_replications_of_its_first_round(plan, tmp_path):
    until = Until("y", within=0.2, most=12)
    run(plan, out=tmp_path / "s", model=NOISY, until=until)
    with pytest.raises(RunError, match="until"):
        run(plan, out=tmp_path / "s", model=NOISY, until=replace(until, first=6))
    with pytest.raises(RunError, match=r"replications: found 20"):
        replace(until, first=20)


def test_fewer_replications_than_there_are_are_refused(plan, tmp_path):
    run(plan, out=tmp_path / "s", model=ISHIGAMI, replications=3)
    with pytest.raises(RunError, match="3 or more"):
        run(plan, out=tmp_path / "s", model=ISHIGAMI, replications=2)


def test_other_outcomes_are_another_sweep(plan, tmp_path):
    run(plan, out=tmp_path / "s", model=ISHIGAMI, replications=1)
    with pytest.raises(RunError, match="measures"):
        run(plan, out=tmp_path / "s", model=Model(ishigami, ("z",)), replications=2)


def test_what_is_retried_under_a_rule_gets_what_it_needs(plan, tmp_path):
    until, trouble = Until("y", within=0.2, most=12), tmp_path / "trouble"
    trouble.touch()

    def moody(point, seed, replication):
        if trouble.exists() and point["x1"] > 0:
            raise MemoryError
        return NOISY.function(point, seed, replication)

    model = Model(moody, ("y",))
    run(plan, out=tmp_path / "s", model=model, until=until)
    trouble.unlink()
    found = resume(tmp_path / "s", model=model, retry_failed=True)
    at_once = run(plan, out=tmp_path / "t", model=model, until=until)
    assert found.folder.runs.read_bytes() == at_once.folder.runs.read_bytes()


@pytest.mark.parametrize("taken", ["points.parquet", "chunks/0000/0000000.parquet"])
def test_what_is_left_of_another_sweep_or_of_the_user_is_not_taken(plan, tmp_path, taken):
    run(plan, out=tmp_path / "s", model=ISHIGAMI, replications=1)
    kept = (tmp_path / "s" / taken).read_bytes()
    for name in ("manifest.json", "runs.parquet", "timings.parquet"):
        (tmp_path / "s" / name).unlink()
    if taken == "points.parquet":
        (tmp_path / "s" / "lock").unlink()
        for chunk in (tmp_path / "s").rglob("000*.parquet"):
            chunk.unlink()
    with pytest.raises(RunError, match="not empty"):
        run(plan_points(POINTS + 1), out=tmp_path / "s", model=ISHIGAMI, replications=1)
    assert (tmp_path / "s" / taken).read_bytes() == kept


def test_a_beginning_that_came_to_no_run_is_taken_up(plan, tmp_path):
    run(plan, out=tmp_path / "s", model=ISHIGAMI, replications=1)
    for file in (tmp_path / "s").rglob("*.*"):
        if file.name != "points.parquet":
            file.unlink()
    assert run(plan, out=tmp_path / "s", model=ISHIGAMI, replications=1).ran.made == POINTS


def test_words_and_numbers_may_be_mixed(tmp_path):
    key = "designs.functionalised.budget.cap_minutes"
    plan = Plan.grid("building-permits", levers={key: ["none", 40, 80]})
    found = run(plan, SHORT, out=tmp_path / "s", replications=1)
    assert sorted(found.points[key]) == sorted(["none", "40.0", "80.0"])
    assert resume(tmp_path / "s").ran.made == 0
    assert set(found.runs.status) == {DONE}


def test_a_sweep_is_finished_when_its_rule_asks_for_no_more(plan, tmp_path):
    found = run(plan, out=tmp_path / "s", model=NOISY, until=Until("y", within=0.2, most=12))
    assert find_status(tmp_path / "s").is_finished
    chunks = sorted((tmp_path / "s").rglob("000*.parquet"))
    chunks[-1].unlink()
    replace(found.manifest, is_finished=False).write(tmp_path / "s")
    assert not find_status(tmp_path / "s").is_finished
    assert resume(tmp_path / "s", model=NOISY).folder.runs.read_bytes()
    assert find_status(tmp_path / "s").is_finished
