"""A comparison made again is the same, and what is not confirmed is not said to be."""

import pytest

from sim.analysis.rerun import load_result, rerun
from sim.errors import RunError
from sim.measures import MEASURES
from sim.scenario import load_scenario
from sim.words.rerun import MOST_TOLD, tell_rerun


@pytest.fixture
def make_again(write, scenario_path):
    """Make a result again; return what is told of it."""

    def run(found):
        filed = load_result(write(found))
        again = rerun(load_scenario(scenario_path), filed)
        return again, list(tell_rerun(filed, again))

    return run


def test_the_same_is_made_again(found, make_again):
    again, told = make_again(found)

    assert again.differing == ()
    assert again.measures == len(MEASURES)
    assert told == [
        f"All {len(MEASURES)} measures of small-benefit are **the same to the last digit**."
    ]


def test_of_a_part_of_the_measures_no_more_is_confirmed(found, make_again):
    found["measures"] = {"utilisation": found["measures"]["utilisation"]}
    again, (told,) = make_again(found)

    assert len(again.not_in_result) == len(MEASURES) - 1
    assert told.startswith(f"The result has 1 of the {len(MEASURES)} measures; those are **the")
    assert again.to_dict()["not_in_result"] == list(again.not_in_result)


def test_the_last_digit_is_shown(found, make_again):
    interval = found["measures"]["end_to_end_days"]["absorbing"]
    interval["mean"] *= 1 + 1e-15
    _, told = make_again(found)
    before, now = told[1].split(": ")[1].split(" → ")

    assert before != now


def test_few_lines_are_told(found, make_again):
    for measure in found["measures"].values():
        measure["absorbing"] = {"mean": -7.5, "low": -8.0, "high": -7.0}
    _, told = make_again(found)

    assert len(told) == 1 + MOST_TOLD + 1
    assert "more" in told[-1]


def test_what_is_told_of_the_designs_is_confirmed_too(found, make_again):
    settling = found["settling"]["absorbing"]
    settling["is_warm"] = not settling["is_warm"]
    _, told = make_again(found)

    assert told[0].startswith("The measures are the same, but")
    assert "settling, absorbing.is_warm: " in told[1]


def test_a_scenario_made_in_memory_is_not_said_to_have_changed(found, make_again):
    found["provenance"] |= {"scenario_file": None, "scenario_sha256": None}
    with pytest.raises(RunError, match="made in memory"):
        make_again(found)


def test_a_result_of_another_service_is_not_confirmed(found, make_again):
    found["service"] = "another"
    with pytest.raises(RunError, match=r"mine\.toml has the service small-benefit, .*: another"):
        make_again(found)
