"""An arm that a manager has steered: run as what it has become, and nothing of it is typed."""

import json

import pytest

from sim.errors import ScenarioError
from sim.lessons import build_cells, run_lesson
from sim.words import lessons as words
from tests.builders import text
from tests.lesson_builder import build_lesson, build_raw


def raw_steered(**more):
    """A lesson whose second arm is the first, steered for some quarters."""
    raw = build_raw()
    for key in ("setup", "other_side"):
        setup = raw[key] if key == "setup" else raw[key]["setup"]
        setup["arms"][1] = {
            "name": "teams",
            "design": "absorbing",
            "steered_by": "failure-demand",
            "quarters": 5,
            "label": text("steered teams"),
            **more,
        }
    return raw


def problems_of(raw):
    with pytest.raises(ScenarioError) as caught:
        build_lesson(raw)
    return "\n".join(caught.value.problems)


@pytest.fixture(scope="module")
def run():
    return run_lesson(build_lesson(raw_steered()))


def test_what_is_run_is_what_it_has_become(run):
    plain, steered = (build_cells(build_lesson(raw).setup) for raw in (build_raw(), raw_steered()))
    became = run.main.became["teams"]

    assert set(run.main.became) == {"teams"}
    assert plain[0] == steered[0]
    assert steered[1].design == "absorbing"
    assert steered[1].scenario.count_staff("absorbing") == became.staff
    assert became.first or became.staff != plain[1].scenario.count_staff("absorbing")
    assert steered[1].scenario.designs["absorbing"] != plain[1].scenario.designs["absorbing"]


def test_it_is_told_in_words_and_in_json(run):
    told = words.tell_shown(run.lesson.reveal.says, run.main)
    found = json.loads(json.dumps(run.to_dict()))["became"]

    assert told.startswith(words.fill(run.lesson.reveal.says, run.main))
    assert "Steered teams: it ends with " in told
    assert found["main"]["teams"]["staff"] == run.main.became["teams"].staff
    assert found["main"]["teams"]["designs"] == ["functionalised", "absorbing"]


def test_where_nobody_steers_nothing_is_added():
    run = run_lesson(build_lesson())

    assert run.main.became == {}
    told = words.tell_shown(run.lesson.reveal.says, run.main)
    assert told == words.fill(run.lesson.reveal.says, run.main)


def test_the_luck_of_the_lesson_is_that_of_the_history(run):
    setup = build_lesson(raw_steered()).setup
    one, again, other = (build_cells(setup, seed)[1].scenario for seed in (1, 1, 5))

    assert one is again
    assert one.designs["absorbing"] != other.designs["absorbing"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"steered_by": "unit-kost"}, 'setup.arms.1.steered_by: --by: found "unit-kost"'),
        ({"steered_by": "visit_fit_share"}, "has nothing that visit_fit_share is about"),
        ({"quarters": 1}, "setup.arms.1.quarters: found 1, expected at least 2"),
        ({"quarters": 61}, "setup.arms.1.quarters: found 61, expected at most 60"),
        ({"steered_bye": "unit-cost"}, 'did you mean "steered_by"?'),
    ],
)
def test_what_cannot_be_steered_is_told_when_the_file_is_read(more, told):
    assert told in problems_of(raw_steered(**more))


def test_an_arm_of_another_design_cannot_be_steered():
    raw = raw_steered(design="mended")
    raw["setup"]["service"] = raw["other_side"]["setup"]["service"] = "sickness-benefit"

    assert 'setup.arms.1.design: found "mended", expected one of those' in problems_of(raw)


def test_what_a_steered_arm_is_is_no_input():
    raw = raw_steered()
    raw["predict"]["ask"] = text("With {teams:staff.total} members of staff?")

    assert "what is steered comes out of its run" in problems_of(raw)
