"""Each command on good input: to people, and as JSON."""

import json

import pandas as pd
import pytest

from sim.scenario import list_services

QUICK = ("--days", "14", "--replications", "2")


def test_services(requisite):
    told, as_json = requisite("services"), requisite("services", "--json")

    assert all(name in told.stdout for name in list_services())
    assert [service["name"] for service in json.loads(as_json.stdout)] == list_services()


def test_check(requisite, scenario_file):
    told, as_json = requisite("check", scenario_file), requisite("check", scenario_file, "--json")

    assert "small.toml is a good scenario file" in told.stdout
    assert "assumed" in told.stdout
    assert json.loads(as_json.stdout)["designs"] == ["functionalised", "absorbing"]


def test_compare_as_json(requisite, scenario_file):
    result = requisite(
        "compare", scenario_file, *QUICK, "--design", "absorbing", "functionalised",
        "--seed", "3", "--set", "demand.variety=0", "--set", "staff.total*=2", "--json",
    )  # fmt: skip

    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert found["designs"] == ["absorbing", "functionalised"]
    assert (found["seed"], found["replications"], found["days"]) == (3, 2, 14)
    changed = {change["key"]: change["new"] for change in found["provenance"]["changed"]}
    assert changed == {"demand.known.variety": 0.0, "staff.total": 20.0}
    assert result.stderr == ""


def test_compare_to_people(requisite, scenario_file):
    result = requisite("compare", scenario_file, *QUICK, "--set", "staff.total=12")

    for heading in ("Citizen", "Demand", "Faces", "Cost", "Staff"):
        assert f"\n{heading}" in result.stdout
    assert "a citizen helped" in result.stdout or "does not settle" in result.stdout
    assert "2 replications of 14 days (seed 1" in result.stdout
    assert "staff.total: 10 → 12" in result.stdout


@pytest.mark.parametrize("width", [30, 60, 80, 120])
def test_compare_on_terminals_of_any_width(requisite, scenario_file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))

    result = requisite("compare", scenario_file, *QUICK)

    assert max(map(len, result.stdout.splitlines())) <= width
    assert "functionalised" in result.stdout


def test_compare_to_a_file(requisite, scenario_file, tmp_path):
    path = tmp_path / "result.parquet"

    requisite("compare", scenario_file, *QUICK, "--parquet", path)

    assert "end_to_end_days" in set(pd.read_parquet(path)["measure"])


def test_run(requisite, scenario_file, tmp_path):
    path = tmp_path / "events.parquet"
    run = ("run", scenario_file, "--design", "functionalised", "--days", 14, "--events", path)

    result = requisite(*run, "--reform-to", "absorbing", "--reform-day", 7, "--json")

    summary = json.loads(result.stdout)
    assert summary["reform_to"] == "absorbing"
    assert len(pd.read_parquet(path)) == summary["events"]

    again = requisite(*run)
    assert again.exit_code == 2
    assert "there is such a file already" in again.stderr
    assert requisite(*run, "--force").exit_code == 0


def test_citizen(requisite, scenario_file):
    told = requisite("citizen", scenario_file, "--id", 1, "--days", 14)
    as_json = requisite("citizen", scenario_file, "--id", 1, "--days", 14, "--json")

    assert " ".join(told.stdout.split()).count("work for") == 2  # the line may be broken
    assert told.stdout.count("Comes for the first time") == 2
    journeys = json.loads(as_json.stdout)["journeys"]
    assert list(journeys) == ["functionalised", "absorbing"]
    assert all(steps[0]["day"] == 0 for steps in journeys.values())


def test_citizen_on_a_narrow_terminal(requisite, scenario_file, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")

    told = requisite("citizen", scenario_file, "--id", 1, "--days", 14)

    assert max(map(len, told.stdout.splitlines())) <= 40
