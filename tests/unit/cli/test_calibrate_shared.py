"""`requisite calibrate --shared`: to people, as JSON, and as a new folder."""

import json
import tomllib

import pytest

from tests.shared_services import CONSTANT, FILED_CAPTURE, live_simply, write_services

QUICK = ("--shared", "--evaluations", "40", "--replications", "2")


@pytest.fixture(name="services")
def write_all(tmp_path, monkeypatch):
    return write_services(tmp_path / "services", monkeypatch)


def test_calibrate_shared_to_people_and_to_a_new_folder(requisite, services, tmp_path):
    target = tmp_path / "new"
    result = requisite("calibrate", *QUICK, "--write", target)

    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert CONSTANT in told
    assert "of 4 independent figures within tolerance; with the files' own values" in told
    assert "silent was not run: it has no figure that is a test of its own." in told
    assert {path.name for path in target.iterdir()} == {"mechanisms.toml", "both.toml"}
    text = (target / "mechanisms.toml").read_text()
    assert text.startswith("# Calibrated from mechanisms.toml by requisite")
    assert "# as it was" in text
    assert read_capture(target) != FILED_CAPTURE
    assert read_capture(services) == FILED_CAPTURE


def test_calibrate_shared_as_json(requisite, services, monkeypatch):
    live_simply(monkeypatch)
    found = json.loads(requisite("calibrate", *QUICK, "--json").stdout)

    assert [one["key"] for one in found["constants"]] == [CONSTANT]
    assert [one["service"] for one in found["services"]] == ["both", "takes"]
    assert (found["replications"], found["judged"]) == (2, 20)


@pytest.mark.parametrize("name", ["services", "services/both.toml", "nowhere/new"])
def test_only_a_new_folder_is_written_to(requisite, services, tmp_path, name):
    before = sorted(tmp_path.rglob("*"))
    result = requisite("calibrate", *QUICK, "--write", tmp_path / name)

    assert result.exit_code == 2
    assert "there is such a folder" in result.stderr or "no folder that it could" in result.stderr
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("asked", [(), ("both", "--shared")])
def test_one_of_the_two_is_asked_for(requisite, services, asked):
    result = requisite("calibrate", *asked)

    assert result.exit_code == 2
    assert "name a service, or say --shared" in result.stderr


def test_too_few_candidates_are_refused(requisite, services):
    result = requisite("calibrate", "--shared", "--evaluations", "0")

    assert result.exit_code == 2
    assert "evaluations: found 0, expected 40 or more" in result.stderr


def read_capture(folder):
    table = tomllib.loads((folder / "mechanisms.toml").read_text())
    return table["designs"]["case"]["every"]["digital"]["capture_form"]["is"]
