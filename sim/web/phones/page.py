"""The page on a phone: a form that works without a script, and a small one that notices changes."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from sim.charts.tokens import DARK, FONT, LIGHT
from sim.web.phones.hour import HOUR
from sim.web.phones.hour import SCRIPT as HOUR_SCRIPT
from sim.web.phones.room import Room
from sim.words import LANGUAGES, current_language, say
from sim.words import lessons as lesson_words
from sim.words import room as words
from sim.words.hour import STAYS
from sim.words.lesson_figures import write_guess_unit
from sim.words.numbers import write_decimal

LOOKS_EVERY_MS = 2_000


def _read(name: str) -> str:
    return (files("sim.web.phones") / name).read_text(encoding="utf-8")


SCRIPT = _read("phone.js").replace("LOOKS_EVERY_MS", str(LOOKS_EVERY_MS))
"""Which notices that there is something else to show. The page of an hour has one of its own."""


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'sha256-{_hash(SCRIPT)}' 'sha256-{_hash(HOUR_SCRIPT)}'",
        "style-src 'unsafe-inline'",
        "img-src data:",  # the icon, which is empty: so that none is asked for
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"referrer-policy", b"same-origin"),  # with none, browsers would not say where a form is from
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
)


class Asking(NamedTuple):
    """What is asked on a phone.

    Attributes
    ----------
    number
        Of the round.
    ask, choices
        The question, and what may be chosen; of a number there is nothing to choose.
    unit
        What stands behind a number.
    guess
        What this phone has guessed, as it is typed; empty if nothing.
    is_open
        Whether guesses are taken.
    """

    number: int
    ask: str
    choices: list[str]
    unit: str
    guess: str
    is_open: bool


def draw_page(room: Room, phone: str, *, told: str = "", place: str = "/join") -> str:
    """Draw what a phone shows, in the language that is spoken.

    Parameters
    ----------
    room
        The room.
    phone
        Number of the phone; of one that is in no longer, what it was; of another one, nothing.
    told
        What is wrong with what was sent; empty if nothing.
    place
        Where a phone goes on that comes in.
    """
    return _load_template().render(
        language=current_language(),
        languages=LANGUAGES,
        words=words,
        say=say,
        light=LIGHT,
        dark=DARK,
        font=Markup(FONT),
        script=Markup(SCRIPT),
        state=room.tell_state(phone),
        is_inside=room.is_inside(phone),
        was_inside=bool(phone) and not room.is_inside(phone),
        asking=_find_asking(room, phone),
        told=told,
        place=place,
        note=STAYS if place == HOUR else words.ANONYMOUS,
    )


def _find_asking(room: Room, phone: str) -> Asking | None:
    asked = room.find_round()
    if asked is None or not room.is_inside(phone):
        return None
    guess = room.find_guess(asked, phone)
    return Asking(
        asked.number,
        lesson_words.ask(asked.lesson.predict.ask, asked.lesson.setup),
        lesson_words.list_choices(asked.lesson),
        write_guess_unit(asked.lesson),
        "" if guess is None else write_decimal(guess),
        room.is_open(asked),
    )


@cache
def _load_template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.from_string(_read("phone.html"))
