"""Each lesson that is shipped shows what it says, and one that says the opposite is found out.

A claim holds if its 95 % interval leaves no doubt, so that chance alone makes a false one hold in
at most 2.5 % of runs. The seed is fixed: a lesson either holds in this model or does not.
"""

import pytest

from sim.analysis.robustness.kept import load_kept
from sim.lessons import Claim, Lesson, list_lessons, load_lesson, run_lesson
from sim.lessons.run import judge_lesson

LESSONS = {lesson.name: lesson for lesson in list_lessons()}
LEAST = 8


def turned(claim: Claim) -> Claim:
    """The opposite of a claim."""
    if claim.rising:
        return claim.model_copy(update={"rising": claim.rising[::-1], "times": 1 / claim.times})
    return claim.model_copy(update={"above": claim.below, "below": claim.above})


def plant(lesson: Lesson, place: int) -> Lesson:
    """A lesson in which one claim says the opposite of what it should."""
    claims = [turned(claim) if n == place else claim for n, claim in enumerate(lesson.claims)]
    return lesson.model_copy(update={"claims": tuple(claims)})


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_shows_what_it_says_and_no_opposite(name: str) -> None:
    lesson = LESSONS[name]
    run = run_lesson(lesson)

    failed = [found for found in (*run.claims, *run.other_claims) if not found.holds]
    assert run.main.settles and run.other.settles
    assert failed == []
    assert run.holds
    for place in range(len(lesson.claims)):
        assert not judge_lesson(plant(lesson, place), run.main, run.other).holds


def test_a_lesson_whose_mechanism_is_gone_is_found() -> None:
    lesson = load_lesson("digital")
    asks_all = lesson.setup.model_copy(
        update={"changes": ("designs.digital.capture_form=0.9",), "replications": 10}
    )
    run = run_lesson(lesson.model_copy(update={"setup": asks_all}))

    assert not run.holds


def test_there_are_enough_and_each_is_named_as_its_file() -> None:
    assert len(LESSONS) >= LEAST
    assert all(load_lesson(name).name == name for name in LESSONS)
    assert len({lesson.title.en for lesson in LESSONS.values()}) == len(LESSONS)


def test_the_other_side_is_another_case_or_another_world() -> None:
    for lesson in LESSONS.values():
        assert lesson.other_side.setup != lesson.setup


def test_a_third_of_the_worlds_without_variety_is_what_was_found() -> None:
    """Lesson `standard` says so of building permits, and that most services have fewer."""
    shares = {
        service: 1 - kept.law_1.second_share.share
        for service, kept in load_kept().items()
        if kept.law_1 and kept.law_1.second_share
    }
    own = shares.pop("building-permits")
    assert 0.27 < own < 0.4
    assert sum(share < own for share in shares.values()) > len(shares) / 2


def test_the_cheapest_mix_of_most_services_keeps_the_form() -> None:
    """Lesson `digital` says so."""
    cheapest = [kept.cheapest for kept in load_kept().values() if kept.cheapest]
    assert sum("digital" in mix.others for mix in cheapest) > len(cheapest) / 2
