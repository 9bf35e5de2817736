import json

import pandas as pd
import pytest

QUICK = ("--days", 40, "--replications", 2)


def test_to_people(requisite, scenario_file):
    result = requisite("squeeze", scenario_file, *QUICK)

    assert result.exit_code == 0, result.stderr
    told = " ".join(result.stdout.split())
    assert "today there are 10" in told
    assert "staff in place of 10" in told
    assert "2 replications of 40 days, seed 1." in told


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_on_terminals_of_any_width(requisite, scenario_file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))

    result = requisite("squeeze", scenario_file, *QUICK)

    assert max(map(len, result.stdout.splitlines())) <= width


def test_as_json_and_in_a_file(requisite, scenario_file, tmp_path):
    table = tmp_path / "squeeze.parquet"

    result = requisite("squeeze", scenario_file, *QUICK, "--json", "--parquet", table)

    found = json.loads(result.stdout)
    assert result.stderr == ""
    assert list(found["designs"]) == ["functionalised", "absorbing"]
    numbers = [level["staff"] for level in found["designs"]["absorbing"]["levels"]]
    frame = pd.read_parquet(table)
    assert frame[frame.design == "absorbing"].staff.unique().tolist() == numbers
