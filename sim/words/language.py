"""Which language is spoken, and putting a message into it.

The language belongs to whoever is listening: a command has one, and each visitor of the page has
their own. So it is kept in a context variable, which threads do not share.
"""

import gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sim.errors import RequisiteError, RunError, ScenarioError
from sim.message import Message

if TYPE_CHECKING:
    from sim.scenario import Text

LOCALE = Path(__file__).with_name("locale")
DOMAIN = "requisite"
ENGLISH = "en"
LANGUAGES = {"sv": "svenska", "da": "dansk", ENGLISH: "English"}
"""Languages by their code, each by its own name."""
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the environment says which language is wanted, the most telling first."""

_spoken: ContextVar[str] = ContextVar("language", default=ENGLISH)


def current_language() -> str:
    """Return the code of the language that is spoken."""
    return _spoken.get()


def use_language(code: str) -> None:
    """Speak a language from now on."""
    _spoken.set(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language for a while."""
    token = _spoken.set(code)
    try:
        yield
    finally:
        _spoken.reset(token)


def choose_language(asked: str | None, environment: Mapping[str, str]) -> str:
    """Return the code of the language to speak.

    Parameters
    ----------
    asked
        What was asked for, such as ``sv``; `None` if nothing was.
    environment
        The environment, which says what is wanted otherwise; English if it names none of ours.

    Raises
    ------
    RunError
        If a language is asked for that is not spoken here.
    """
    if asked is not None:
        if asked not in LANGUAGES:
            raise RunError(
                Message(
                    'language: found "{found}", expected one of {known}',
                    found=asked,
                    known=", ".join(LANGUAGES),
                )
            )
        if not _is_compiled(asked):
            raise RunError(Message("language: its words are not compiled yet; run make install"))
        return asked
    wanted = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    codes = (word.replace("-", "_").split("_")[0].split(".")[0] for word in wanted.split(":"))
    known = (code for code in codes if code in LANGUAGES)
    return next((code for code in known if _is_compiled(code)), ENGLISH)


def _is_compiled(code: str) -> bool:
    return code == ENGLISH or gettext.find(DOMAIN, LOCALE, [code]) is not None


def say(text: str, **parameters: object) -> str:
    """Return a text in the language that is spoken.

    Parameters
    ----------
    text
        A message; or a plain text that stands in the catalogs as it is, such as the description of
        a quantity. What no catalog has stays as it is.
    parameters
        What is filled into a message in which nothing is filled in yet.
    """
    if parameters:
        text = Message(text, **parameters)
    catalog = _load_catalog(_spoken.get())
    if not isinstance(text, Message):
        return catalog.gettext(text) if text else text
    if text.plural is None:
        template = catalog.gettext(text.template)
    else:
        template = catalog.ngettext(text.template, text.plural, text.parameters["n"])
    filled = {
        name: say(value) if isinstance(value, Message) else value
        for name, value in text.parameters.items()
    }
    return template.format(**filled) if filled else template


def say_sentence(text: str, **parameters: object) -> str:
    """Say a text that begins a sentence, which may begin with something emphasised."""
    said = say(text, **parameters)
    start = next((at for at, letter in enumerate(said) if letter != "*"), 0)
    return f"{said[:start]}{said[start : start + 1].upper()}{said[start + 1 :]}"


def say_text(text: "Text") -> str:
    """Return a text of a scenario file, in another language where it is not given in this one."""
    return text.in_language(_spoken.get())


def say_error(error: RequisiteError) -> str:
    """Say what is wrong, and what to do next."""
    if isinstance(error, ScenarioError):
        return "\n".join(error.tell(say))
    return say(error.args[0])


@cache
def _load_catalog(code: str) -> gettext.NullTranslations:
    if code == ENGLISH:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, LOCALE, [code])
