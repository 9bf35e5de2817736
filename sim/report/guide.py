"""From the run of a lesson to a page to print, for whoever leads the room."""

from sim.lessons import LessonRun
from sim.report.template import fill_page
from sim.words.lesson_guide import build_guide, title_of_guide


def write_guide(run: LessonRun) -> str:
    """Write the guide of a lesson as an HTML page that needs nothing else and runs nothing.

    Parameters
    ----------
    run
        What the lesson shows.
    """
    return fill_page(
        "guide.html",
        title=title_of_guide(run),
        blocks=build_guide(run),
    )
