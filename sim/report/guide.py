"""From the run of a lesson to a page to print, for whoever leads the room."""

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from sim.charts.tokens import FONT, LIGHT
from sim.lessons import LessonRun
from sim.report.report import mark, read_part
from sim.words import current_language
from sim.words.lesson_guide import build_guide, title_of_guide


def write_guide(run: LessonRun) -> str:
    """Write the guide of a lesson as an HTML page that needs nothing else and runs nothing.

    Parameters
    ----------
    run
        What the lesson shows.
    """
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["marked"] = mark
    template = environment.from_string(read_part("guide.html"))
    return template.render(
        language=current_language(),
        style=Markup(read_part("report.css")),  # a file of ours
        theme=LIGHT,
        font=Markup(FONT),
        title=title_of_guide(run),
        blocks=build_guide(run),
    )
