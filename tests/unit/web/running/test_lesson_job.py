"""A lesson as a job: small on its way, and the same as without one."""

import pickle

from sim.lessons import list_lessons, run_lesson
from sim.web.running.jobs import FollowArms, RunLesson
from sim.web.running.limits import LANES
from tests.lesson_builder import build_lesson

SMALL = 200_000


def test_it_makes_what_the_lesson_shows_and_comes_back_whole():
    lesson, told = build_lesson(), []
    job = pickle.loads(pickle.dumps(RunLesson(lesson, 1)))

    made = pickle.dumps(job.make(lambda done, total: told.append((done, total))))

    assert len(made) < SMALL
    assert pickle.loads(made).to_dict() == run_lesson(lesson).to_dict()
    assert told[-1] == (20, 20)


def test_no_lesson_is_expected_to_take_longer_than_people_take_to_guess():
    expected = {lesson.name: RunLesson(lesson, 1).expected_s for lesson in list_lessons()}

    assert all(0 < seconds <= LANES[2].expected_s for seconds in expected.values()), expected


def test_one_citizen_is_followed_through_both_arms_though_their_scenarios_differ():
    lesson = next(lesson for lesson in list_lessons() if lesson.name == "digital")
    days = lesson.setup.model_copy(update={"days": 60})
    job = pickle.loads(pickle.dumps(FollowArms(lesson.model_copy(update={"setup": days}), 1, "sv")))

    made = job.make(lambda done, total: None)

    assert 0 < job.expected_s <= LANES[2].expected_s
    assert made.designs == ("absorbing", "absorbing")
    conversation, form = made.chosen["typical"].journeys
    assert conversation.summary != form.summary


def test_a_citizen_is_followed_through_what_a_steered_arm_has_become():
    lesson = next(lesson for lesson in list_lessons() if lesson.name == "steered")
    followed = FollowArms(lesson, 1, "en").make(lambda done, total: None)
    first, second = lesson.setup.arms
    nobody = second.model_copy(update={"steered_by": None})
    setup = lesson.setup.model_copy(update={"arms": (first, nobody)})
    alike = FollowArms(lesson.model_copy(update={"setup": setup}), 1, "en").make(
        lambda done, total: None
    )

    before, after = followed.chosen["typical"].journeys
    assert before.summary != after.summary
    one, other = alike.chosen["typical"].journeys
    assert one.summary == other.summary
