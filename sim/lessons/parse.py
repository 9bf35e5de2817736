"""From a raw table to a lesson, or to all of its problems at once."""

from typing import Any

from pydantic import ValidationError

from sim.errors import ScenarioError
from sim.lessons.check import find_problems
from sim.lessons.schema import Lesson
from sim.scenario.problems import list_problems
from sim.scenario.rules_raw import check_texts


def build_lesson(raw: dict[str, Any], where: str) -> Lesson:
    """Turn a raw table into a lesson that keeps all rules; `where` is what problems name.

    Raises
    ------
    ScenarioError
        If there is a problem, with all of them at once.
    """
    texts: list[str] = list(check_texts(raw))
    try:
        lesson = Lesson.model_validate(raw)
    except ValidationError as error:
        raise ScenarioError(where, [*texts, *list_problems(error, Lesson)]) from error
    if problems := [*texts, *find_problems(lesson)]:
        raise ScenarioError(where, problems)
    return lesson
