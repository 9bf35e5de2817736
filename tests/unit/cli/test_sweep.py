"""`requisite sweep`: to people, as JSON, to a folder; bad input; what is there stays."""

import json

import pandas as pd
import pytest

PLAN = """
title = "What does staff buy?"
services = ["{service}"]
method = "grid"
replications = 2
days = 28
warm_up_day = 7
follow_up_days = 28
measures = ["end_to_end_days"]
[levers]
"staff.total" = [8, 10, 12]
"""


@pytest.fixture
def plan_file(tmp_path, scenario_file):
    path = tmp_path / "plan.toml"
    path.write_text(PLAN.format(service=scenario_file))
    return path


@pytest.fixture
def swept(requisite, plan_file, tmp_path):
    """The folder of a sweep that was run."""
    folder = tmp_path / "sweep"
    result = requisite("sweep", "run", plan_file, "--out", folder, "--workers", 1)
    assert result.exit_code == 0, result.output
    return folder


def test_what_it_will_take_is_told_and_nothing_is_run(requisite, plan_file, tmp_path):
    points = tmp_path / "points.csv"
    told = requisite("sweep", "plan", plan_file, "--points", points)
    found = requisite("sweep", "run", plan_file, "--dry-run", "--json")

    assert "3 points, 2 designs, 2 replications: 12 runs" in told.stdout
    cost = json.loads(found.stdout)
    assert (cost["points"], cost["runs"]) == (3, 12)
    assert cost["core_s"] > 0
    assert pd.read_csv(points)["staff.total"].tolist() == [8, 10, 12]
    assert not list(tmp_path.glob("**/manifest.json"))


def test_without_a_folder_nothing_is_run(requisite, plan_file):
    told = requisite("sweep", "run", plan_file)

    assert told.exit_code == 2
    assert "--out: name the folder where the sweep is to be kept" in told.stderr


def test_it_runs_into_a_folder_and_says_what_is_next(requisite, swept):
    frame = pd.read_parquet(swept / "runs.parquet")
    told = requisite("sweep", "status", swept)

    assert len(frame) == 12
    assert frame.end_to_end_days.notna().all()
    assert "12 of 12 runs are made, at 3 points" in told.stdout
    assert "measured: 12" in told.stdout


def test_it_goes_on_and_takes_more_replications(requisite, swept):
    (swept / "chunks/0000/0000000.parquet").unlink()
    before = json.loads(requisite("sweep", "status", swept, "--json").stdout)
    more = requisite("sweep", "resume", swept, "--replications", 3, "--workers", 1, "--json")

    assert before["runs_made"] < before["runs"] == 12
    assert more.exit_code == 0
    found = json.loads(more.stdout)
    assert found["rows"] == 18
    assert found["made"] == 18 - before["runs_made"]


def test_tables_can_be_written_on_the_way(requisite, swept):
    (swept / "chunks/0000/0000000.parquet").unlink()
    result = requisite("sweep", "compact", swept)

    assert result.exit_code == 0
    assert len(pd.read_parquet(swept / "runs.parquet")) < 12


def test_another_plan_is_refused_in_a_folder_that_is_taken(requisite, swept, plan_file):
    before = (swept / "manifest.json").read_bytes()
    plan_file.write_text(plan_file.read_text().replace("8, 10", "9, 10"))
    result = requisite("sweep", "run", plan_file, "--out", swept)

    assert result.exit_code == 2
    assert "another sweep was begun there" in result.stderr
    assert (swept / "manifest.json").read_bytes() == before


def test_weeks_are_told_where_the_plan_asks_for_them(requisite, plan_file, tmp_path):
    plan_file.write_text(f'series = ["contacts", "utilisation"]\n{plan_file.read_text()}')
    folder = tmp_path / "weeks"
    told = requisite("sweep", "run", plan_file, "--out", folder, "--workers", 1)
    again = requisite("sweep", "compact", folder)

    assert (told.exit_code, again.exit_code) == (0, 0)
    assert all("series.parquet" in "".join(one.stdout.split()) for one in (told, again))
    frame = pd.read_parquet(folder / "series.parquet")
    assert list(frame)[-3:] == ["week", "contacts", "utilisation"]
    assert len(frame) == 12 * 4


def test_a_series_that_is_none_is_told_with_what_else_is_wrong(requisite, plan_file):
    plan_file.write_text(f'series = ["contact"]\nstepps = 2\n{plan_file.read_text()}')
    result = requisite("sweep", "plan", plan_file)

    assert result.exit_code == 2
    assert all(name in result.stderr for name in ('series: found "contact"', "stepps"))


@pytest.mark.parametrize("command", ["status", "resume", "compact"])
def test_a_folder_without_a_sweep_is_told(requisite, tmp_path, command):
    result = requisite("sweep", command, tmp_path)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "holds no sweep" in result.stderr


@pytest.mark.parametrize("text", ["", "{", '{"form": 1}', '{"form": 7}', "[]", "null"])
def test_a_broken_manifest_is_told(requisite, swept, text):
    (swept / "manifest.json").write_text(text)
    result = requisite("sweep", "status", swept)

    assert result.exit_code == 2
    assert "is no manifest that this version can read" in " ".join(result.stderr.split())


def test_help_lists_the_commands(requisite):
    told = requisite("sweep", "--help").stdout
    assert all(name in told for name in ("plan", "run", "resume", "status", "compact"))
    assert "--scheduler" in requisite("sweep", "run", "--help").stdout


def test_a_scheduler_that_does_not_answer_is_told(requisite, plan_file, tmp_path, monkeypatch):
    monkeypatch.setattr("sim.sweep.running.cluster.ANSWERS_WITHIN_S", 1)
    at = ("--scheduler", "tcp://127.0.0.1:9")
    result = requisite("sweep", "run", plan_file, "--out", tmp_path / "s", *at)

    assert result.exit_code == 2
    assert "no scheduler answers there" in result.stderr
