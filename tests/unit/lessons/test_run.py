"""What a run of a lesson shows, and when a claim holds."""

import json

import pytest

from sim.lessons import Claim, Term, judge, run_lesson
from sim.lessons.run import judge_lesson
from sim.lessons.terms import Change, Input, read_placeholder, read_term
from tests.lesson_builder import FACES, build_lesson, build_raw


@pytest.fixture(scope="module")
def run():
    return run_lesson(build_lesson())


def holds(run, **claim):
    return judge(Claim(**claim), run.main).holds


def test_terms_and_placeholders_are_read():
    assert read_term("a.b") == Term("a", "b")
    assert read_term("a.b.c") == Term("a", "b", "c")
    assert read_placeholder("a.difference") == Change("a", "difference")
    assert read_placeholder("b:staff.total") == Input("b", "staff.total")
    for bad in ("a", "", "a.", ".b", "a.b.c.d"):
        with pytest.raises(ValueError):
            read_term(bad)


def test_the_run_answers_with_the_one_choice_that_holds(run):
    assert run.answer == 1
    assert run.holds
    assert run.number is None


def test_an_order_holds_one_way_only_and_not_more_than_it_is(run):
    teams, one = f"{FACES}.teams", f"{FACES}.one"
    assert holds(run, rising=(teams, one))
    assert not holds(run, rising=(one, teams))
    assert not holds(run, rising=(teams, one), times=1.5)
    assert holds(run, rising=(one, teams), times=0.5)
    assert not holds(run, rising=(one, one))


def test_a_bound_holds_where_the_whole_interval_is_within_it(run):
    found = run.main.find_interval(Term(FACES, "one"))
    within = (found.mean + found.high) / 2
    assert holds(run, term=f"{FACES}.one", above=found.low - 0.001)
    assert holds(run, term=f"{FACES}.one", below=found.high + 0.001)
    assert not holds(run, term=f"{FACES}.one", below=within)
    assert not holds(run, term=f"{FACES}.one", above=found.mean)


def test_the_change_is_between_the_first_two_arms(run):
    one, teams = (run.main.find_interval(Term(FACES, arm)).mean for arm in ("one", "teams"))
    assert run.main.find_change(Change(FACES, "difference")) == pytest.approx(one - teams)
    assert run.main.find_change(Change(FACES, "less")) == pytest.approx(1 - teams / one)
    assert run.main.find_change(Change(FACES, "more")) == pytest.approx(one / teams - 1)


def test_what_is_less_is_so_whichever_arm_comes_first(run):
    raw = build_raw()
    raw["setup"]["arms"].reverse()
    turned = run_lesson(build_lesson(raw)).main
    for kind in ("difference", "less", "more"):
        change = Change(FACES, kind)
        assert turned.find_change(change) == pytest.approx(run.main.find_change(change))


def test_nothing_is_told_of_an_arm_that_does_not_settle():
    raw = build_raw()
    raw["setup"]["changes"] = ["staff.total=3"]
    run = run_lesson(build_lesson(raw))

    assert not run.main.settles
    assert run.main.find_interval(Term(FACES, "one")) is None
    assert run.main.find_change(Change(FACES, "less")) is None
    assert run.answer is None
    assert not run.holds


def test_several_right_choices_are_no_answer(run):
    raw = build_raw()
    raw["predict"]["choices"][2]["claims"] = raw["predict"]["choices"][1]["claims"]
    judged = judge_lesson(build_lesson(raw), run.main, run.other)
    assert judged.answer is None
    assert not judged.holds


def test_a_measure_that_does_not_apply_shows_nothing():
    raw = build_raw()
    raw["claims"].append({"term": "visit_fit_share.one", "above": 0.0})
    run = run_lesson(build_lesson(raw))
    assert [found.holds for found in run.claims] == [True, False]
    assert run.claims[1].intervals == (None,)


def test_progress_counts_the_runs_of_both_sides():
    told = []
    run_lesson(build_lesson(), on_progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == list(range(1, 21))
    assert {total for _, total in told} == {20}


def test_the_same_seed_gives_the_same_and_json_has_it_all(run):
    again = run_lesson(build_lesson())
    found = json.loads(json.dumps(run.to_dict(), allow_nan=False))
    assert found == json.loads(json.dumps(again.to_dict()))
    assert found["holds"] and found["answer"] == 2
    assert found["claims"][0]["rising"] == [f"{FACES}.teams", f"{FACES}.one"]
    assert found["claims"][0]["holds"]
    assert found["measures"][FACES]["one"]["mean"] > 1
    assert run_lesson(build_lesson(), seed=2).to_dict()["measures"] != found["measures"]
