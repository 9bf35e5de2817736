"""Bad input: exit code 2, one message on standard error, nothing on standard output."""

import pytest

from tests.builders import build_raw, small_scenario_text

SERVICE = "sickness-benefit"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["compare"], "Missing argument"),
        (["compare", "sicknes-benefit"], 'did you mean "sickness-benefit"?'),
        (["compare", "none.toml"], "no such file"),
        (["compare", SERVICE, "--colour"], "No such option"),
        (["compare", SERVICE, "--design", "a", "b"], "no design named 'a'"),
        (["compare", SERVICE, "--design", "a"], "--design"),
        (["compare", SERVICE, "--replications", "1"], "expected 2 or more"),
        (["compare", SERVICE, "--replications", "some"], 'expected a whole number or "auto"'),
        (["compare", SERVICE, "--seed", "x"], "--seed"),
        (["compare", SERVICE, "--days", "2"], "days: found 2, expected 14 to 12000"),
        (["compare", SERVICE, "--engine", "magic"], "no engine named 'magic'"),
        (["compare", SERVICE, "--set", "demand.varity=0"], 'did you mean "variety"?'),
        (["compare", SERVICE, "--set", "demand.variety"], "not a change"),
        (["compare", SERVICE, "--set", "demand.variety=-1"], "expected 0 to 100"),
        (["compare", SERVICE, "--parquet", "/"], "found a folder"),
        (["run", SERVICE, "--design", "absorbing"], "--events"),
        (["citizen", SERVICE, "--id", "-1", "--days", "14"], "no citizen -1"),
        (["app", "--port", "0"], "--port"),
    ],
)
def test_it_is_told(requisite, arguments, message):
    result = requisite(*arguments)

    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_all_problems_of_a_file_are_told(requisite, tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text("[service]\nname = 3\n")

    result = requisite("check", path)

    assert result.exit_code == 2
    assert result.stderr.count("\n  - ") > 3


def test_a_file_that_is_not_toml_is_told(requisite, tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text("[service\n")

    assert "not TOML" in requisite("check", path).stderr


def test_nothing_asked_shows_the_help(requisite):
    result = requisite()

    assert "Commands:" in result.stdout + result.stderr


def test_evidence_of_a_measure_that_does_not_exist_is_told(requisite, tmp_path):
    file = tmp_path / "small.toml"
    about = {"design": "absorbing", "demand_type": "known", "from": "report"}
    evidence = [{"measure": "contacts_per_cases", "is": 2.0, "range": [1.0, 3.0], **about}]
    file.write_text(small_scenario_text(build_raw(evidence=evidence)))

    result = requisite("check", file)

    assert result.exit_code == 2
    assert 'evidence.0.measure: found "contacts_per_cases", did you mean' in result.stderr
