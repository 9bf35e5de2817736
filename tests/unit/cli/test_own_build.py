"""`requisite own build` and `own test`."""

import json

import pytest

from sim.own.build import AS_IT_IS, build_scenario
from sim.own.simulated import simulate_caselog
from sim.own.writing import write_caselog
from tests.unit.own.known import know_of

TALLY = "time,words,type,kind,cause\n" + "".join(
    f"2026-11-27 09:{minute:02d},,, {'failure' if minute % 5 < 3 else 'value'},\n"
    for minute in range(30)
)

LITTLE = "case,activity,time,resource\n" + "".join(
    f"c{day},{activity},2026-11-{day + later:02d} 09:00,{person}\n"
    for day in range(2, 8)
    for activity, later, person in (("register", 0, "a"), ("look", 1, "b"), ("decide", 3, "a"))
)


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    path = tmp_path_factory.mktemp("own") / "log.csv"
    write_caselog(simulate_caselog(build_scenario(know_of()), AS_IT_IS, days=300, seed=2), path)
    return path


@pytest.fixture(scope="module")
def tally(tmp_path_factory):
    path = tmp_path_factory.mktemp("own") / "tally.csv"
    path.write_text(TALLY, encoding="utf-8")
    return path


def test_a_log_becomes_a_scenario_that_other_commands_take(requisite, log, tally, tmp_path):
    out = tmp_path / "my.toml"
    result = requisite("own", "build", "--log", log, "--tally", tally, "--out", out)

    told = " ".join(result.stdout.split())
    assert result.exit_code == 0, result.stderr
    assert "measured in the service itself" in told and "None of its numbers" not in told
    assert "What the data cannot say:" in told
    assert "rest on what is assumed" in told
    assert "--design as-it-is one-person" in told
    assert "case-1" not in out.read_text(encoding="utf-8")
    assert requisite("check", out).exit_code == 0


def test_what_is_there_is_not_written_over(requisite, log, tmp_path):
    out = tmp_path / "my.toml"
    out.write_text("mine", encoding="utf-8")
    assert requisite("own", "build", "--log", log, "--out", out).exit_code == 2
    assert out.read_text(encoding="utf-8") == "mine"


def test_it_says_what_it_is_built_of(requisite, tmp_path):
    result = requisite("own", "build", "--out", tmp_path / "my.toml")
    assert result.exit_code == 2
    assert "--log" in result.stderr and "--tally" in result.stderr


def test_a_tally_alone_yields_worlds_like_it(requisite, tally, tmp_path):
    out = tmp_path / "like.toml"
    asked = ("--like", "preventive-help", "--worlds", 14, "--out", out, "--json")
    result = requisite("own", "build", "--tally", tally, *asked)

    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    assert 10 <= found["like"]["worlds"] <= found["tried"] == 14
    assert "measured-tally" in out.read_text(encoding="utf-8")
    assert requisite("check", out).exit_code == 0


def test_a_name_that_no_scenario_has_is_refused_and_nothing_is_written(requisite, tally, tmp_path):
    out = tmp_path / "like.toml"
    asked = ("--like", "preventive-help", "--worlds", 14, "--out", out, "--name", "Min Tjänst")
    result = requisite("own", "build", "--tally", tally, *asked)

    assert result.exit_code == 2 and "Min Tjänst" in result.stderr
    assert not out.exists()


def test_a_forecast_is_held_against_what_came(requisite, log, tmp_path, monkeypatch):
    monkeypatch.setattr("sim.own.forecast.fitting.MOST_TRIES", 20)
    out = tmp_path / "my.toml"
    requisite("own", "build", "--log", log, "--out", out)
    found = json.loads(requisite("own", "test", out, log, "--json").stdout)

    faces = next(one for one in found["as_it_is"] if one["name"] == "faces_per_case")
    assert faces["simulated"] == pytest.approx(faces["observed"]["value"], rel=0.15)
    assert {one["name"] for one in found["forecast"]} > {"arrivals_per_day", "days_p50"}


def test_a_name_that_no_scenario_has_is_refused_and_nothing_written(requisite, log, tmp_path):
    out = tmp_path / "my.toml"
    result = requisite("own", "build", "--log", log, "--name", "Å b", "--out", out)
    assert result.exit_code == 2
    assert "service.name" in result.stderr
    assert not out.exists()


def test_nor_is_it_of_a_tally_and_no_world_is_tried(requisite, tally, tmp_path, monkeypatch):
    monkeypatch.setattr("sim.own.ensemble.find_ensemble", pytest.fail)
    out = tmp_path / "like.toml"
    result = requisite("own", "build", "--tally", tally, "--name", "Min Tjänst", "--out", out)
    assert result.exit_code == 2
    assert "service.name" in result.stderr
    assert not out.exists()


@pytest.mark.parametrize("more", [("--like", "preventive-help"), ("--worlds", 300)])
def test_what_is_for_a_tally_alone_is_refused_beside_a_log(requisite, log, tmp_path, more):
    out = tmp_path / "my.toml"
    result = requisite("own", "build", "--log", log, "--out", out, *more)
    assert result.exit_code == 2
    assert "--like and --worlds are for a tally alone" in " ".join(result.stderr.split())
    assert not out.exists()


def test_worlds_are_counted_before_any_is_tried(requisite, tally, tmp_path, monkeypatch):
    monkeypatch.setattr("sim.own.ensemble.rank_services", pytest.fail)
    out = tmp_path / "like.toml"
    result = requisite("own", "build", "--tally", tally, "--worlds", 1, "--out", out)
    assert result.exit_code == 2
    assert "worlds: found 1" in result.stderr


def test_of_a_log_that_tells_too_little_no_empty_table_is_shown(requisite, tmp_path):
    log, out = tmp_path / "log.csv", tmp_path / "my.toml"
    log.write_text(LITTLE, encoding="utf-8")
    built = requisite("own", "build", "--log", log, "--out", out)
    assert built.exit_code == 0, built.stderr
    assert "None of its numbers is measured" in built.stdout

    result = requisite("own", "test", out, log)

    assert result.exit_code == 0, result.stderr
    assert "tells too little to hold anything against it" in " ".join(result.stdout.split())
    assert "quantity" not in result.stdout


def test_what_a_log_cannot_say_is_told_with_what_is_built_and_held(requisite, tmp_path):
    log, out = tmp_path / "log.csv", tmp_path / "my.toml"
    log.write_text(LITTLE + LITTLE.splitlines()[-1] + "\n", encoding="utf-8")
    build = ("own", "build", "--log", log, "--out", out, "--force")
    for asked in (build, ("own", "test", out, log)):
        told = " ".join(requisite(*asked).stdout.split())
        found = json.loads(requisite(*asked, "--json").stdout)
        assert "What this file cannot say, and what to know of it - " in told
        assert "- 1 row is the same as another in every cell" in told
        assert "copies" in {one["kind"] for one in found["warnings"]}
