"""Phones that listen for an hour: their page, the contacts they send, and what these say so far."""

import json
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from sim.charts.tokens import DARK, FONT, LIGHT
from sim.own.tally import build_tally, measure_tally
from sim.web.listening import CSS, Sheet, list_settings, read_heard
from sim.web.listening import SCRIPT as PAD
from sim.web.phones.messages import BAD, JSON, OK, REFUSED, Answered, Asked
from sim.words import LANGUAGES, current_language, say
from sim.words import hour as words
from sim.words.tally import say_counted, tell_next, tell_shares

HOUR, TOLD = "/hour", "/hour/told"
SCRIPT = PAD + (files("sim.web.phones") / "hour.js").read_text(encoding="utf-8")


def answer_listener(sheet: Sheet, phone: str, asked: Asked) -> Answered:
    """Answer a phone that is in: its page, what contacts say so far, or that one was taken."""
    if asked.path == TOLD:
        return _tell(sheet)
    if asked.method != "POST":
        return Answered(OK, draw_hour())
    heard = read_heard(asked.fields)
    if heard is None:
        return Answered(BAD)
    return _tell(sheet) if sheet.take(phone, heard) else Answered(REFUSED)


def _tell(sheet: Sheet) -> Answered:
    said = measure_tally(build_tally(sheet.list_contacts()))
    lines = [say_counted(said), *tell_shares(said), *tell_next(said)] if said.contacts else []
    plain = [line.replace("**", "") for line in lines]
    return Answered(OK, json.dumps({"lines": plain}), JSON)


def draw_hour() -> str:
    """Draw the pad as a phone shows it, in the language that is spoken."""
    settings = json.dumps(list_settings(), ensure_ascii=False).replace("<", "\\u003c")
    return _load_template().render(
        language=current_language(),
        languages=LANGUAGES,
        words=words,
        say=say,
        light=LIGHT,
        dark=DARK,
        font=Markup(FONT),
        css=Markup(CSS),
        settings=Markup(settings),
        script=Markup(SCRIPT),
    )


@cache
def _load_template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    source = (files("sim.web.phones") / "hour.html").read_text(encoding="utf-8")
    return environment.from_string(source)
