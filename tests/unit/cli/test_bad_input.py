"""Bad input: exit code 2, one message on standard error, nothing on standard output."""

import pytest

from tests.builders import SERVICE as SMALL
from tests.builders import build_raw, small_scenario_text, text

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


MARKUP = "[/x] [bold]**loud**[/bold] :smile: [link=http://a]"


def test_a_title_is_shown_as_it_stands(requisite, tmp_path):
    file = tmp_path / "small.toml"
    labels = {"title": text(MARKUP), "about": text(MARKUP)}
    file.write_text(small_scenario_text(build_raw(service={**SMALL, **labels})))

    for command in (["check"], ["compare", "--days", "14", "--replications", "2"]):
        result = requisite(command[0], file, *command[1:])
        assert result.exit_code == 0
        told = " ".join(result.stdout.split())
        assert "[/x] [bold]" in told
        assert ":smile: [link=http://a]" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "\x1b[2J"],
        ["check", "\x1b]0;a\x07.toml"],
        ["compare", SERVICE, "--set", "\x1b[2J"],
        ["compare", SERVICE, "--set", "staff.\x1b[2J=1"],
        ["compare", SERVICE, "--set", "service.title.en=\x1b[2J"],
        ["compare", SERVICE, "--design", "\u202ea", "b"],
        ["compare", SERVICE, "--\x1b[2J"],
        ["compare", SERVICE, "--seed", "\x1b[2J"],
        ["compare", SERVICE, "--parquet", "/none\x1b[2J/a"],
        ["evidence", SERVICE, "--engine", "\x1b[2J"],
        ["\x1b[2J"],
        ["compare", "--language", "\x1b[2J"],
    ],
)
def test_nothing_that_was_typed_reaches_the_terminal_raw(requisite, arguments):
    result = requisite(*arguments)

    assert result.exit_code == 2
    assert not {"\x1b", "\u202e", "\x07"} & {*result.stdout, *result.stderr}


def test_evidence_that_no_measure_can_have_is_told(requisite, tmp_path):
    file = tmp_path / "small.toml"
    about = {"design": "absorbing", "from": "report"}
    evidence = [
        {"measure": "first_time_right_share", "is": 85.0, "range": [80.0, 90.0], **about},
        {"measure": "end_to_end_days", "is": -5.0, "range": [-6.0, 0.0], **about},
        {"measure": "end_to_end_days", "is": -2.0, "range": [-3.0, 0.0], **about}
        | {"compared_with": "functionalised"},
    ]
    file.write_text(small_scenario_text(build_raw(evidence=evidence)))

    result = requisite("check", file)

    assert result.exit_code == 2
    assert "evidence.0.is: found 85, expected 0 to 1 (share)" in result.stderr
    assert "evidence.1.is: found -5, expected at least 0" in result.stderr
    assert "evidence.2.is: found -2, expected at least -1" in result.stderr


def test_too_few_staff_for_a_design_that_is_not_compared_do_no_harm(requisite, tmp_path):
    file = tmp_path / "small.toml"
    raw = build_raw()
    raw["designs"]["divided"] = raw["designs"]["functionalised"]
    raw["designs"]["alike"] = raw["designs"]["absorbing"]
    file.write_text(small_scenario_text(raw))
    few = ("--set", "staff.total=2", "--days", "14", "--replications", "2")

    assert requisite("compare", file, *few, "--design", "alike", "absorbing").exit_code == 0
    refused = requisite("compare", file, *few, "--design", "alike", "divided")
    assert refused.exit_code == 2
    assert "staff.total=2: 1 problem\n  - designs.divided: " in refused.stderr


def test_a_counter_case_is_known_by_its_name(requisite):
    result = requisite("compare", "specialist-centre", "--days", "28", "--replications", "2")

    assert result.exit_code == 0
