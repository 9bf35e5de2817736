"""`requisite rerun`: the same again to the last digit, or what differs, or why it cannot be."""

import json
from pathlib import Path

import pytest

QUICK = ("--days", "30", "--replications", "3")


@pytest.fixture
def filed(requisite, scenario_file):
    """A comparison with changes, written as JSON beside its scenario."""

    def write(*arguments):
        asked = ("compare", scenario_file, *(arguments or QUICK), "--json")
        path = Path(scenario_file).with_name("result.json")
        path.write_text(requisite(*asked).stdout)
        return path

    return write


@pytest.mark.parametrize(
    "asked",
    [
        (*QUICK, "--seed", "7", "--set", "demand.variety*=0.5", "--set", "staff.total=12"),
        (*QUICK, "--set", "absorbing.standards=functionalised", "--engine", "reference"),
        ("--days", "30"),
    ],
    ids=["changed", "other-engine", "automatic"],
)
def test_it_is_the_same_to_the_last_digit(requisite, filed, asked):
    result = requisite("rerun", filed(*asked))

    assert result.exit_code == 0
    assert "the same to the last digit" in result.stdout


def test_what_differs_is_told(requisite, filed):
    path = filed()
    found = json.loads(path.read_text())
    found["measures"]["end_to_end_days"]["absorbing"]["mean"] += 1e-9
    found["provenance"]["packages"]["numpy"] = "1.0"
    path.write_text(json.dumps(found))
    result = requisite("rerun", path)

    assert result.exit_code == 1
    assert "1 of" in result.stdout
    assert "end_to_end_days, absorbing:" in result.stdout
    assert "numpy 1.0 →" in result.stdout
    again = json.loads(requisite("rerun", path, "--json").stdout)
    assert again["same"] is False
    assert [(one["measure"], one["column"]) for one in again["differing"]] == [
        ("end_to_end_days", "absorbing")
    ]


def test_a_cohort_that_was_asked_for_is_asked_for_again(requisite, filed):
    path = filed("--days", "30", "--replications", "3")
    found = json.loads(path.read_text())
    assert found["provenance"]["warm_up_day"] != 9
    found["provenance"]["warm_up_day"] = 9
    path.write_text(json.dumps(found))

    assert requisite("rerun", path).exit_code == 1


def test_a_scenario_that_has_changed_since_is_not_run(requisite, filed, scenario_file):
    path = filed()
    Path(scenario_file).write_text(Path(scenario_file).read_text() + "# another\n")
    result = requisite("rerun", path)

    assert result.exit_code == 2
    assert "small.toml as it was when the result was made" in result.stderr
    assert "--scenario" in result.stderr
    asked = requisite("rerun", path, "--scenario", scenario_file)
    assert asked.exit_code == 2
    assert "its content has changed since" in asked.stderr


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", "[" * 100_000, '{"service": 1}', b"\xff\xfe", "nothing like it"],
)
def test_what_is_no_comparison_is_refused(requisite, tmp_path, content):
    path = tmp_path / "result.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = requisite("rerun", path)

    assert result.exit_code == 2
    assert "only a comparison can be made again" in result.stderr
    assert "Traceback" not in result.output


NEEDED = [
    ("measures",),
    ("designs",),
    ("provenance",),
    ("service",),
    ("busiest",),
    ("settling", "absorbing"),
    ("measures", "end_to_end_days"),
    ("measures", "end_to_end_days", "absorbing"),
    ("measures", "end_to_end_days", "absorbing", "mean"),
    ("measures", "end_to_end_days", "by_demand_type", "known", "difference", "high"),
    ("measures", "end_to_end_days", "by_demand_type", "known"),
    ("provenance", "scenario_file"),
    ("provenance", "packages"),
    ("provenance", "asked"),
    ("provenance", "engine"),
]


@pytest.mark.parametrize("place", NEEDED, ids=".".join)
@pytest.mark.parametrize(
    "value",
    [True, "a/b", {"a": 1}, [1], {"a": {"unit": 1}}, {"mean": "abc", "low": 1}, "a" * 5_000],
)
def test_a_damaged_result_ends_in_words(requisite, filed, place, value):
    path = filed()
    found = json.loads(path.read_text())
    part = found
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = value
    path.write_text(json.dumps(found))
    result = requisite("rerun", path)

    assert result.exit_code == 2
    assert "cannot be made again" in result.stderr or place[-1] in ("engine", "service")
    assert isinstance(result.exception, SystemExit)


def test_no_file(requisite, tmp_path):
    result = requisite("rerun", tmp_path / "none.json")

    assert result.exit_code == 2
    assert "none.json cannot be made again" in result.stderr
