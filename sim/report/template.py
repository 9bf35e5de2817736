"""Filling in a page that needs nothing else; whatever a file says is escaped."""

import re
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from sim.charts.tokens import FONT, LIGHT
from sim.words import current_language

EMPHASISED = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
CODE = re.compile(r"`(.+?)`")


def fill_page(template: str, **parts: object) -> str:
    """Fill in a template of this folder, in the language that is spoken and in the common style."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["marked"] = mark
    return environment.from_string(read_part(template)).render(
        language=current_language(),
        style=Markup(read_part("report.css")),  # a file of ours
        theme=LIGHT,
        font=Markup(FONT),
        **parts,
    )


def read_part(name: str) -> str:
    """Read a template or a style that is shipped beside this file."""
    return (files("sim.report") / name).read_text(encoding="utf-8")


def mark(text: str) -> Markup:
    """Return a sentence with what is between stars emphasised, and what is typed set as such."""
    safe = str(escape(text))
    marked = CODE.sub(r"<code>\1</code>", EMPHASISED.sub(r"<strong>\1</strong>", safe))
    return Markup(marked)  # escaped above
