"""The run of a lesson: begun while people guess, and there when it is to be shown."""

from sim.lessons import Lesson, LessonRun
from sim.web.room.place import SEED
from sim.web.running.jobs import RunLesson
from sim.web.session.ahead import make_ahead
from sim.web.session.runs import ask


def run_ahead(lesson: Lesson) -> None:
    """Have it run, while people guess."""
    job = RunLesson(lesson, SEED)
    make_ahead(job, job)


def run(lesson: Lesson) -> LessonRun:
    """Return what the lesson shows."""
    job = RunLesson(lesson, SEED)
    found: LessonRun = ask(job, job)
    return found
