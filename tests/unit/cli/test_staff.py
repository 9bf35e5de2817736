import json

import pandas as pd
import pytest

QUICK = ("--days", 30, "--replications", 2)


def test_to_people(requisite, scenario_file):
    result = requisite("staff", scenario_file, *QUICK)

    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert "The promise: 90% of cases are met within" in told
    assert "no group of staff is busy for more than 90% of its time" in told
    assert "built for variation needs 2 staff; today there are 10." in told
    assert "staff needed" in result.stdout
    assert "2 replications of 30 days with each number of staff (seed 1" in result.stdout


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_on_terminals_of_any_width(requisite, scenario_file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))

    result = requisite("staff", scenario_file, *QUICK, "--within", 40)

    assert max(map(len, result.stdout.splitlines())) <= width


def test_as_json_and_in_a_file(requisite, scenario_file, tmp_path):
    table = tmp_path / "staff.parquet"

    result = requisite(
        "staff", scenario_file, *QUICK, "--within", 40, "--share", 0.8, "--utilisation", 0.95,
        "--json", "--parquet", table,
    )  # fmt: skip

    found = json.loads(result.stdout)
    assert result.stderr == ""
    assert found["promise"] == {
        "within_days": 40, "share": 0.8, "unmet": None, "utilisation": 0.95,
    }  # fmt: skip
    needs = [found["needs"][design]["staff"] for design in found["designs"]]
    assert needs[0] is None  # it never does so well
    assert (needs[1], found["fewer_staff"], found["difference_per_year"]) == (2, None, None)
    frame = pd.read_parquet(table)
    assert frame[frame.measure == "staff"]["mean"].dropna().tolist() == needs[1:]


def test_a_share_that_is_none(requisite, scenario_file):
    result = requisite("staff", scenario_file, *QUICK, "--share", 2)

    assert result.exit_code == 2
    assert "share: found 2.0, expected more than 0 and at most 1" in result.stderr
