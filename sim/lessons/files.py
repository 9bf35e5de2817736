"""Where lesson files are, and how one is loaded."""

from pathlib import Path

from sim.errors import ScenarioError
from sim.lessons.parse import build_lesson
from sim.lessons.schema import SUBJECTS, Lesson
from sim.message import Message
from sim.scenario.keys import nearest
from sim.scenario.reading import read_toml

_IN_WHEEL = Path(__file__).parents[1] / "shipped_lessons"
_IN_CHECKOUT = Path(__file__).parents[2] / "lessons"


def lesson_folder() -> Path:
    """Return the folder of the shipped files: inside the package in a wheel, beside it before."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT


def list_lessons() -> list[Lesson]:
    """Load all shipped lessons, by what they are about."""
    lessons = [load_lesson(path) for path in sorted(lesson_folder().glob("*.toml"))]
    return sorted(lessons, key=lambda lesson: SUBJECTS.index(lesson.about))


def load_lesson(lesson: str | Path) -> Lesson:
    """Load a lesson.

    Parameters
    ----------
    lesson
        Name of a shipped lesson, such as ``costs``, or a path to a TOML file.

    Raises
    ------
    ScenarioError
        If the file cannot be used, with all problems at once.
    """
    path = _find_file(lesson)
    raw, _ = read_toml(path)
    return build_lesson(raw, str(path))


def _find_file(lesson: str | Path) -> Path:
    known = sorted(path.stem for path in lesson_folder().glob("*.toml"))
    if lesson in known:
        return lesson_folder() / f"{lesson}.toml"
    path = Path(lesson)
    if isinstance(lesson, str) and path.name == lesson and not path.suffix:
        hint = nearest(lesson, known)
        raise ScenarioError(lesson, [Message("no lesson of this name, {hint}", hint=hint)])
    return path
