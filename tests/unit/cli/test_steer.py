import json

import pandas as pd
import pytest

QUICK = ("--days", 40, "--replications", 2, "--quarters", 3, "--by", "unit-cost")


def test_to_people_with_a_chart(requisite, scenario_file, tmp_path):
    chart = tmp_path / "steer.html"

    result = requisite("steer", scenario_file, *QUICK, "--from", "absorbing", "--chart", chart)

    assert result.exit_code == 0, result.stderr
    told = " ".join(result.stdout.split())
    assert told.count("Steered by unit cost, from the design built for variation on,") == 2
    assert "No variety: all needs are alike" in told
    assert "in the year after 3 quarters; 2 replications, seed 1." in told
    assert chart.read_text().count("figure-") >= 2


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_on_terminals_of_any_width(requisite, scenario_file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))

    result = requisite("steer", scenario_file, *QUICK)

    assert max(map(len, result.stdout.splitlines())) <= width


def test_as_json_and_in_a_file(requisite, scenario_file, tmp_path):
    table = tmp_path / "steer.parquet"

    result = requisite("steer", scenario_file, *QUICK, "--json", "--parquet", table)

    found = json.loads(result.stdout)
    assert result.stderr == ""
    arms = [(arm["has_variety"], arm["start"]) for arm in found["arms"]]
    assert arms == [(v, s) for v in (True, False) for s in ("functionalised", "absorbing")]
    assert len(found["arms"][0]["course"]["unit_cost_per_activity"]) == 3
    frame = pd.read_parquet(table)
    costs = frame[frame.measure == "cost_per_citizen_helped"]
    assert costs.steered.tolist() == [
        arm["outcome"]["cost_per_citizen_helped"]["steered"]["mean"] for arm in found["arms"]
    ]


def test_a_figure_that_there_is_not(requisite, scenario_file):
    result = requisite("steer", scenario_file, "--by", "unit-kost")

    assert result.exit_code == 2
    assert 'found "unit-kost", expected unit-cost, target' in result.stderr


def test_with_a_quantity_that_may_be_moved(requisite, scenario_file):
    result = requisite("steer", scenario_file, *QUICK, "--lever", "purpose.check=0:1", "--json")

    found = json.loads(result.stdout)
    assert found["quantities"] == [
        {"key": "purpose.check", "low": 0.0, "high": 1.0, "unit": "share"}
    ]
    assert "purpose.check" in found["arms"][0]["quantities"]


def test_a_quantity_that_there_is_not(requisite, scenario_file):
    result = requisite("steer", scenario_file, "--lever", "purpose.chek")

    assert result.exit_code == 2
    assert 'did you mean "purpose.check"?' in result.stderr
