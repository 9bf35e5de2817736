"""`requisite evidence`: the form that others rely on, and the one that people read."""

import json

import pytest

from tests.builders import build_raw, small_scenario_text

KEYS = {
    *("id", "service", "section", "measure", "design", "reported", "simulated", "tolerance"),
    *("verdict", "reason", "fitted", "fitted_shared", "is_fitted", "no_test"),
    *("says", "unit", "compared_with", "demand_type"),
}
FIGURES = [
    {"claim": "Q20", "measure": "contacts_per_case", "is": 6.0, "range": [0, 99]},
    {"measure": "end_to_end_days", "is": 0.001, "range": [0, 0.002], "note": "a faster world"},
]
QUICK = ("--replications", "2")


@pytest.fixture(name="file")
def write_file(tmp_path):
    figures = [{**figure, "design": "absorbing", "from": "report"} for figure in FIGURES]
    path = tmp_path / "with-evidence.toml"
    path.write_text(small_scenario_text(build_raw(evidence=figures)))
    return path


def test_evidence_as_json(requisite, file):
    result = requisite("evidence", file, *QUICK, "--json")

    within, outside = json.loads(result.stdout)
    assert within.keys() == outside.keys() == KEYS
    assert (within["id"], within["verdict"], within["tolerance"]) == ("Q20", "within", [0, 99])
    assert within["simulated"].keys() == {"mean", "low", "high"}
    assert (outside["verdict"], outside["reason"]) == ("outside", "a faster world")
    assert result.stderr == ""


@pytest.mark.parametrize("width", [40, 80, 120])
def test_evidence_to_people(requisite, file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    result = requisite("evidence", file, *QUICK)

    told = " ".join(result.stdout.split())
    assert max(map(len, result.stdout.splitlines())) <= width
    assert (
        "1 of 2 independent figures within tolerance; quantities were fitted to 0 of the 2" in told
    )
    assert "a faster world" in told


def test_evidence_is_the_same_on_both_engines(requisite, file):
    fast, reference = (
        json.loads(requisite("evidence", file, *QUICK, "--engine", engine, "--json").stdout)
        for engine in ("fast", "reference")
    )

    assert fast == reference


def test_a_measure_that_there_is_not_is_refused(requisite, tmp_path):
    figure = {**FIGURES[0], "measure": "contacts", "design": "absorbing", "from": "report"}
    path = tmp_path / "wrong.toml"
    path.write_text(small_scenario_text(build_raw(evidence=[figure])))

    result = requisite("evidence", path, *QUICK)

    assert result.exit_code == 2
    assert 'evidence.0.measure: found "contacts"' in result.stderr


def test_one_replication_is_refused(requisite, file):
    result = requisite("evidence", file, "--replications", "1")

    assert result.exit_code == 2
    assert "replications: found 1, expected 2 or more" in result.stderr


def test_a_claim_that_there_is_not_is_refused(requisite, tmp_path):
    figure = {**FIGURES[0], "claim": "Q99", "design": "absorbing", "from": "report"}
    path = tmp_path / "wrong.toml"
    path.write_text(small_scenario_text(build_raw(evidence=[figure])))

    result = requisite("check", path)

    assert result.exit_code == 2
    assert 'evidence.0.claim: found "Q99"' in result.stderr


def test_a_file_without_evidence_says_how_to_add_it(requisite, scenario_file):
    result = requisite("evidence", scenario_file, *QUICK)

    assert result.exit_code == 2
    assert "there is no [[evidence]] to judge" in result.stderr
