"""Series of a sweep: a row a week of each run, the same however it is run, if asked for."""

from concurrent.futures import ThreadPoolExecutor

import duckdb
import pandas as pd
import polars
import pytest
from pyarrow import parquet

from sim.errors import RunError
from sim.experiment import RunSettings
from sim.experiment.ledgers import simulate_ledger
from sim.measures import SERIES, read_series
from sim.scenario import load_scenario
from sim.sweep import Model, Plan, ask_of_services, compact, estimate_cost, load, resume, run
from sim.sweep.folder import compact_weekly
from sim.sweep.running import pilot
from sim.sweep.table import DONE, FAILED, REFUSED
from tests.unit.sweep.models import ISHIGAMI, WAVING, plan_points

KEYS = ["point", "design", "replication"]
SERVICE, VARIETY = "building-permits", "demand.variety"
SHORT = RunSettings(days=28, warm_up_day=7, follow_up_days=60)
POINTS = 24


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch):
    monkeypatch.setattr(pilot, "CHUNK_S", 0.05)


@pytest.fixture(scope="module")
def plan():
    return plan_points(POINTS)


def wave(plan, folder, replications=3, **otherwise):
    """Run the model that tells of weeks."""
    asked = {"model": WAVING, "series": WAVING.series, **otherwise}
    return run(plan, out=folder, replications=replications, **asked)


@pytest.fixture(scope="module")
def serial(plan, tmp_path_factory):
    """A serial run that nobody disturbed."""
    return wave(plan, tmp_path_factory.mktemp("serial") / "s")


def tables_of(sweep):
    return sweep.folder.runs.read_bytes(), sweep.folder.series.read_bytes()


@pytest.fixture(scope="module")
def of_service(tmp_path_factory):
    """All series of a service, at two points of which rules refuse one more."""
    plan = Plan.grid(SERVICE, {"staff.total": [1, 12]}, {VARIETY: [0.5, 1.0]})
    folder = tmp_path_factory.mktemp("service") / "s"
    return run(plan, SHORT, out=folder, replications=2, series=tuple(SERIES))


def test_a_service_tells_its_weeks_as_a_run_of_it_does(of_service):
    scenario = load_scenario(SERVICE).changed("staff.total=12", f"{VARIETY}=1.0")
    ledger = simulate_ledger(scenario, "absorbing", seed=1, days=28, replication=1)
    alone = read_series(ledger, scenario, 28, SERIES)
    frame = of_service.series.query("point == 3 and design == 'absorbing' and replication == 1")
    assert frame.week.tolist() == [0, 1, 2, 3]
    assert set(frame.service) == {SERVICE}
    for name, values in alone.items():
        assert frame[name].tolist() == pytest.approx(values.tolist(), nan_ok=True, abs=0), name


def test_a_run_that_was_not_measured_has_no_weeks(of_service, serial):
    for sweep, how in ((of_service, REFUSED), (serial, FAILED)):
        runs = sweep.runs.set_index(KEYS)
        told = set(sweep.series.set_index(KEYS).index)
        assert how in set(runs.status)
        assert told == set(runs.index[runs.status == DONE])


def test_each_column_tells_its_unit(of_service):
    schema = parquet.read_schema(of_service.folder.series)
    assert schema.field("contacts").metadata == {
        b"unit": b"contacts per week",
        b"title": b"Inbound contacts",
    }
    assert b"plan_sha256" in schema.metadata


def test_a_model_tells_as_many_weeks_as_it_likes(serial):
    runs = serial.runs[serial.runs.status == DONE].merge(serial.points, on="point")
    weeks = serial.series.groupby(KEYS).week.agg(["size", "max"]).reset_index()
    both = runs.merge(weeks, on=KEYS)
    assert (both["size"] == 3 + (both.x2 > 0)).all()
    assert (both["max"] == both["size"] - 1).all()
    told = serial.series.merge(runs[[*KEYS, "y"]], on=KEYS)
    assert (told.level == told.y + told.week).all()
    assert (told.half == told.week / 2).all()


def test_rows_are_in_order(serial):
    keys = serial.series[["point", "replication", "week"]]
    assert keys.equals(keys.sort_values(list(keys), ignore_index=True))


def test_threads_and_processes_make_the_same_tables(plan, serial, tmp_path):
    with ThreadPoolExecutor(3) as executor:
        threads = wave(plan, tmp_path / "t", executor=executor)
    processes = wave(plan, tmp_path / "p", executor="local", workers=2)
    assert tables_of(threads) == tables_of(processes) == tables_of(serial)


def test_what_is_missing_is_made_and_so_are_replications(plan, serial, tmp_path):
    found = wave(plan, tmp_path / "s", replications=1)
    found.folder.chunk(1).unlink()
    found.folder.series.unlink()
    again = resume(tmp_path / "s", model=WAVING, replications=3)
    assert tables_of(again) == tables_of(serial)


def test_what_is_finished_can_be_read_before_the_end(plan, tmp_path):
    found = wave(plan, tmp_path / "s")
    whole = found.series
    found.folder.chunk(1).unlink()
    compact(tmp_path / "s")
    early = load(tmp_path / "s")
    done = early.runs[early.runs.status == DONE]
    assert 0 < len(early.series) < len(whole)
    assert early.series.groupby(KEYS).ngroups == len(done)


def test_a_few_runs_at_a_time_are_read_and_none_is_lost(plan, serial, tmp_path, monkeypatch):
    monkeypatch.setattr(compact_weekly, "RUNS_AT_ONCE", 7)
    found = wave(plan, tmp_path / "s")
    file = parquet.ParquetFile(found.folder.series)
    assert file.num_row_groups > POINTS / 3
    assert found.series.equals(serial.series)


def test_runs_are_the_same_with_and_without(plan, serial, tmp_path):
    bare = wave(plan, tmp_path / "s", series=())
    assert bare.folder.runs.read_bytes() == serial.folder.runs.read_bytes()
    assert not bare.folder.series.exists()
    with pytest.raises(RunError, match="keeps no series"):
        _ = bare.series


def test_other_series_are_another_sweep(plan, tmp_path):
    wave(plan, tmp_path / "s", replications=1, series=("level",))
    with pytest.raises(RunError, match=r'series \["level", "half"\] / \["level"\]'):
        wave(plan, tmp_path / "s", replications=1)
    assert list(load(tmp_path / "s").series)[-1] == "level"


def test_a_series_that_nobody_tells_is_refused_before_anything_is_run(plan, tmp_path):
    with pytest.raises(RunError, match=r"series: found contacts, but .* returns itself"):
        run(plan, out=tmp_path / "s", model=ISHIGAMI, series=("contacts",))
    with pytest.raises(RunError, match='series: found "contact"'):
        run(Plan.grid(SERVICE, {"staff.total": [12]}), out=tmp_path / "s", series=("contact",))
    with pytest.raises(RunError, match=r"series and factors: found week, .* of its own"):
        run(plan, out=tmp_path / "s", model=Model(print, ("y",), ("week",)), series=("week",))
    assert not (tmp_path / "s").exists()


def test_a_model_whose_series_do_not_fit_together_fails_in_its_row(plan, tmp_path):
    def uneven(point, seed, replication):
        return {"y": 1.0, "a": [1, 2], "b": [1, 2, 3]}

    model = Model(uneven, ("y",), ("a", "b"))
    found = run(plan, out=tmp_path / "s", model=model, series=("a", "b"), replications=1)
    assert set(found.runs.status) == {FAILED}
    assert found.runs.error.str.contains("2, 3").all()
    assert found.series.empty
    assert list(found.series)[-2:] == ["a", "b"]


def test_other_tools_read_the_table(serial):
    file = serial.folder.series
    ((count, mean),) = duckdb.sql(f"select count(*), avg(level) from '{file}'").fetchall()
    read = polars.read_parquet(file)
    assert count == read.height == len(serial.series)
    assert mean == pytest.approx(read["level"].mean())
    assert serial.series.equals(pd.read_parquet(file))


def test_what_it_will_take_tells_of_weeks_as_well(tmp_path):
    plan = Plan.grid(SERVICE, {"staff.total": [11, 12]}, {VARIETY: [0.5, 1.0]})
    bare, told = (
        estimate_cost(ask_of_services(plan, SHORT, series=series), 2)
        for series in ((), tuple(SERIES))
    )
    runs, weeks = 4 * 2 * 2, 4
    assert told.disk_bytes - bare.disk_bytes > 2 * runs * weeks * len(SERIES)


def test_what_is_told_of_the_disk_is_about_what_it_takes(tmp_path):
    plan = Plan.lhs(SERVICE, points=5)
    told = estimate_cost(ask_of_services(plan, SHORT), 2).disk_bytes
    run(plan, SHORT, out=tmp_path / "sweep", replications=2)
    files = [file for file in (tmp_path / "sweep").rglob("*") if file.is_file()]
    assert 0.5 < told / sum(file.stat().st_size for file in files) < 2.0
