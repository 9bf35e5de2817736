"""`requisite calibrate`: to people, as JSON, and as a new file."""

import json
import tomllib

import pytest

from sim.scenario import load_scenario
from tests.attacks.disk import full_disk
from tests.builders import build_raw, q, small_scenario_text

QUICK = ("--evaluations", "20", "--replications", "2")


@pytest.fixture(name="file")
def write_file(tmp_path):
    raw = build_raw()
    raw["service"]["days"] = 30
    raw["demand"]["known"]["variety"] = {**q(1.0, 0, 4), "from": "fitted"}
    figure = {"measure": "failure_demand_share", "design": "functionalised"}
    raw["evidence"] = [{**figure, "is": 0.5, "range": [0.45, 0.55], "from": "report"}]
    path = tmp_path / "small.toml"
    path.write_text("# as it was\n" + small_scenario_text(raw))
    return path


def test_calibrate_as_json(requisite, file):
    found = json.loads(requisite("calibrate", file, *QUICK, "--json").stdout)

    assert found["service"] == "small-benefit"
    (quantity,) = found["quantities"]
    assert quantity["key"] == "demand.known.variety"
    assert found["ensemble"][0]["values"] == {"demand.known.variety": quantity["best"]}
    assert found["ensemble"][0]["loss"] <= found["filed"]["loss"]


def test_calibrate_to_people(requisite, file):
    told = requisite("calibrate", file, *QUICK).stdout

    assert "demand.known.variety" in told
    assert "candidates that fit alike" in told
    assert "Nothing is written. To keep it: --write NEW-FILE.toml" in told


def test_a_new_file_has_the_best_values_and_says_where_from(requisite, file, tmp_path):
    before, new = file.read_bytes(), tmp_path / "new.toml"
    result = requisite("calibrate", file, *QUICK, "--write", new, "--json")

    (quantity,) = json.loads(result.stdout)["quantities"]
    assert load_scenario(new).demand["known"].variety.value == quantity["best"]
    assert "# Calibrated from small.toml by requisite" in new.read_text()
    assert "# as it was" in new.read_text()
    assert file.read_bytes() == before
    changed, kept = (tomllib.loads(path.read_text()) for path in (new, file))
    changed["demand"]["known"]["variety"] = kept["demand"]["known"]["variety"]
    assert changed == kept


def test_the_fit_is_printed_although_it_cannot_be_written(requisite, file, tmp_path):
    new = tmp_path / "new.toml"
    with full_disk(64):
        told = requisite("calibrate", file, *QUICK, "--write", new)

    assert told.exit_code == 1
    assert "candidates that fit alike" in told.stdout
    assert "Nothing is written" in told.stdout
    assert told.stderr == f"{new}: cannot be written: File too large\n"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", ["small.toml", "other.toml"])
def test_no_file_is_ever_overwritten(requisite, file, tmp_path, name):
    target = tmp_path / name
    target.touch()
    before = target.read_bytes()
    result = requisite("calibrate", file, *QUICK, "--write", target)

    assert result.exit_code == 2
    assert "there is such a file already, and none is written over" in result.stderr
    assert target.read_bytes() == before
