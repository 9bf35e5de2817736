"""Lessons for a room: a question, a guess, what the model shows, and when it turns."""

from sim.lessons.deciding import Asked, list_beside, list_deciding, list_turning
from sim.lessons.files import list_lessons, load_lesson
from sim.lessons.guess import is_share, read_guess
from sim.lessons.judge import Judged, judge
from sim.lessons.run import LessonRun, run_lesson
from sim.lessons.schema import SUBJECTS, Arm, Citizen, Claim, Lesson, NumberGuess, OtherSide, Setup
from sim.lessons.setting_up import build_cells, find_input, load_arms
from sim.lessons.shown import Shown
from sim.lessons.terms import PLACEHOLDER, Change, Input, Term, read_placeholder

__all__ = [
    "PLACEHOLDER",
    "SUBJECTS",
    "Arm",
    "Asked",
    "Change",
    "Citizen",
    "Claim",
    "Input",
    "Judged",
    "Lesson",
    "LessonRun",
    "NumberGuess",
    "OtherSide",
    "Setup",
    "Shown",
    "Term",
    "build_cells",
    "find_input",
    "is_share",
    "judge",
    "list_beside",
    "list_deciding",
    "list_lessons",
    "list_turning",
    "load_arms",
    "load_lesson",
    "read_guess",
    "read_placeholder",
    "run_lesson",
]
