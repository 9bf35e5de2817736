"""What was begun is gone on with as it was asked for, whatever stopped it."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from pyarrow import parquet

from sim.analysis.sensitivity import find_tornado
from sim.errors import RunError
from sim.experiment import SIGNS, RunSettings
from sim.sweep import Model, Plan, Until, find_status, load, resume, run
from sim.sweep.folder.lock import locking
from sim.sweep.plan.part import join_factors
from sim.sweep.running import run as running
from sim.words.sweep import tell_status
from tests.unit.sweep.models import FAILING, ISHIGAMI, NOISY, plan_points

CAP = "designs.functionalised.budget.cap_minutes"
SHORT = RunSettings(days=28, warm_up_day=7, follow_up_days=28)


def stop(*_):
    raise KeyboardInterrupt


def test_who_stops_before_the_first_chunk_has_not_begun(tmp_path, monkeypatch):
    folder, plan = tmp_path / "s", plan_points(4)
    with monkeypatch.context() as stopped:
        stopped.setattr(running, "fly_pilot", stop)
        with pytest.raises(KeyboardInterrupt):
            run(plan, out=folder, model=ISHIGAMI, replications=10)

    assert not (folder / "manifest.json").exists()
    assert run(plan, out=folder, model=ISHIGAMI, replications=10).ran.rows == 4 * 10


def test_a_model_is_run_where_services_were_stopped_before_their_first_chunk(tmp_path, monkeypatch):
    folder, plan = tmp_path / "s", plan_points(2)
    with monkeypatch.context() as stopped:
        stopped.setattr(running, "fly_pilot", stop)
        with pytest.raises(KeyboardInterrupt):
            run(Plan.grid("building-permits", {CAP: [40, 80]}), SHORT, out=folder, replications=1)

    run(plan, out=folder, model=ISHIGAMI, replications=1)
    assert load(folder).plan.sha256 == plan.sha256


def test_who_stops_before_the_first_chunk_begins_anew_with_a_rule(tmp_path, monkeypatch):
    folder, plan, until = tmp_path / "s", plan_points(2), Until("y", first=5)
    with monkeypatch.context() as stopped:
        stopped.setattr(running, "fly_pilot", stop)
        with pytest.raises(KeyboardInterrupt):
            run(plan, out=folder, model=ISHIGAMI, until=until)

    assert run(plan, out=folder, model=ISHIGAMI, until=until).ran.rows == 2 * 5


def test_a_file_that_was_being_written_does_not_stand_in_the_way(tmp_path):
    folder = tmp_path / "s"
    (folder / "chunks").mkdir(parents=True)
    (folder / "lock").touch()
    (folder / ".requisite-0123").touch()

    run(plan_points(2), out=folder, model=ISHIGAMI, replications=1)
    assert find_status(folder).is_finished
    assert not (folder / ".requisite-0123").exists()


@pytest.mark.parametrize("levels", [("none", 40), (40, 80)], ids=["words", "numbers"])
def test_words_in_one_service_and_numbers_in_another_are_read_back(tmp_path, levels):
    services = ("building-permits", "call-line")
    names = [name for name in services for _ in range(2)]
    table = pd.DataFrame({"service": names, CAP: [40, 80, *levels]})
    plan, folder = Plan.from_table(services, table), tmp_path / "s"
    rows = run(plan, SHORT, out=folder, replications=1).folder.runs.read_bytes()

    assert load(folder).plan.sha256 == plan.sha256
    assert load(folder).table.factors == plan.factors
    assert resume(folder).folder.runs.read_bytes() == rows


def swing(point, seed, replication):
    return {"y": 0.0 if point["x"] == "none" else point["x"]}


def test_a_number_among_words_moves_as_much_as_it_does(tmp_path):
    plan = Plan.grid(None, uncertainties={"x": ["none", 40, 80], "z": [0, 1]})
    found = run(plan, out=tmp_path / "s", model=Model(swing, ("y",)), replications=1)

    swings = find_tornado(found.table, "y").swings
    assert {(one.factor, one.end): one.change.mean for one in swings}["x", "80.0"] == 80


def test_an_error_that_is_no_text_stands_in_its_row(tmp_path):
    def fail(point, seed, replication):
        raise FileNotFoundError("caf\udce9.csv")

    found = run(plan_points(2), out=tmp_path / "s", model=Model(fail, ("y",)), replications=1)
    assert found.runs.error.tolist() == ["caf\\udce9.csv"] * 2


def test_what_is_tried_again_and_stopped_is_not_finished(tmp_path, monkeypatch):
    folder = tmp_path / "s"
    run(plan_points(6), out=folder, model=FAILING, replications=1)
    monkeypatch.setattr(running, "hand_out", stop)
    with pytest.raises(KeyboardInterrupt):
        resume(folder, model=FAILING, retry_failed=True)

    assert not find_status(folder).is_finished


@pytest.mark.parametrize("outcomes", [("status",), ("y", "y"), ("place",), ("x1",)])
def test_a_name_that_cannot_be_a_column_is_refused_before_a_run(tmp_path, outcomes):
    with pytest.raises(RunError, match="give each a name of its own"):
        run(plan_points(2), out=tmp_path / "s", model=Model(stop, outcomes), replications=1)


def test_all_names_that_cannot_be_columns_are_told_at_once(tmp_path):
    model = Model(stop, ("status", "y", "x1"), ("week", "y", "level"))
    with pytest.raises(RunError, match=r"found status, x1, week, y, twice"):
        run(plan_points(2), out=tmp_path / "s", model=model, series=("level",), replications=1)
    assert not (tmp_path / "s").exists()


def show_no_sign(point, seed, replication):
    return dict.fromkeys(SIGNS, 1.0)


def test_a_model_with_some_of_the_signs_of_settling_is_run(tmp_path):
    model = Model(show_no_sign, SIGNS[:1])
    found = run(plan_points(2), out=tmp_path / "s", model=model, replications=3)
    assert found.runs.settles.tolist() == [True] * 6


@pytest.mark.parametrize("count", [2.5, 3.0, np.nan, np.inf, "3", True])
def test_what_is_no_whole_number_of_replications_is_refused(tmp_path, count):
    with pytest.raises(RunError, match=r"replications: found .*, expected a whole number"):
        run(plan_points(2), out=tmp_path / "s", model=ISHIGAMI, replications=count)
    with pytest.raises(RunError, match=r"until\.most: found .*, expected a whole number"):
        Until("y", most=count)
    with pytest.raises(RunError, match=r"replications: found .*, expected a whole number"):
        Until("y", first=count)
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize("workers", [0, -1, 1.5, np.nan])
@pytest.mark.parametrize("executor", [None, "local"])
def test_fewer_workers_than_one_are_refused(tmp_path, workers, executor):
    asked = {"model": ISHIGAMI, "executor": executor, "workers": workers}
    with pytest.raises(RunError, match=r"workers: found .*, expected a whole number, at least 1"):
        run(plan_points(2), out=tmp_path / "s", **asked)
    assert not (tmp_path / "s").exists()


def test_both_tables_tell_the_plan_in_the_same_words(tmp_path):
    folder = run(plan_points(2), out=tmp_path / "s", model=ISHIGAMI, replications=1).folder
    points, runs = (parquet.read_schema(file).metadata for file in (folder.points, folder.runs))
    assert points[b"plan_sha256"] == runs[b"plan_sha256"] == plan_points(2).sha256.encode()
    assert points[b"plan"] == runs[b"plan"]


@pytest.mark.parametrize("order", [1, -1])
def test_words_anywhere_leave_no_lowest_and_no_highest(order):
    words, numbers = (Plan.grid(None, {"x": some}).parts[0] for some in (["a", 1], [1, 2]))
    joined, *_ = join_factors([words, numbers][::order])
    assert np.isnan([joined.low, joined.high]).all()


def test_numbers_of_numpy_are_whole_numbers(tmp_path):
    until = Until("y", within=0.001, most=np.int64(4), first=np.int64(3))
    assert run(plan_points(2), out=tmp_path / "a", model=NOISY, until=until).ran.rows == 8
    found = run(plan_points(2), out=tmp_path / "b", model=ISHIGAMI, replications=np.int64(2))
    assert resume(found.folder.path, model=ISHIGAMI, replications=np.int64(3)).ran.rows == 6


def test_services_are_not_gone_on_with_as_a_model(tmp_path):
    folder = tmp_path / "s"
    run(Plan.grid("building-permits", {CAP: [40, 80]}), SHORT, out=folder, replications=1)
    before = (folder / "manifest.json").read_bytes()
    with pytest.raises(RunError, match="ran services: found a model, expected none"):
        resume(folder, model=ISHIGAMI, replications=2)
    assert (folder / "manifest.json").read_bytes() == before


def test_what_is_asked_for_by_default_can_be_run(tmp_path):
    assert np.isfinite(run(plan_points(2), out=tmp_path / "s", model=ISHIGAMI).runs.y).all()


def test_who_asks_while_it_is_made_is_told_so_and_not_to_go_on(tmp_path):
    path = tmp_path / "s"
    found = run(plan_points(2), out=path, model=ISHIGAMI, replications=1)
    replace(found.manifest, is_finished=False).write(path)
    with locking(found.folder):
        at_work = find_status(path)
    left = find_status(path)
    told = [list(tell_status(one, path))[-1] for one in (at_work, left)]
    assert (at_work.is_at_work, left.is_at_work) == (True, False)
    assert told[0] == "a process makes the rest now"
    assert told[1].startswith("go on: requisite sweep resume")
