"""What is said to a person, before it is put into their language.

Every storey has something to say: that a file is wrong, why a measure does not apply. Only
`sim.words` knows languages. So the others write English, and keep what it was made from.
"""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Self

from sim.plain_text import show_hidden


class Message(str):
    """A text in English that can be said in other languages as well.

    It is the English text, for whoever wants that: logs, JSON, other programs.

    Parameters
    ----------
    template
        The text, with names in braces where something is filled in, as in ``str.format``. It is
        looked up in the catalogs as it stands here, so it must be written out in one piece.
    parameters
        What is filled in; may be messages themselves. Other texts and paths are often what somebody
        typed or what stands in a file: hidden characters in them are spelt out.

    Attributes
    ----------
    template, parameters
        The same.
    plural
        The template of more than one, where the text counts something; the count is ``n``.
    """

    template: str
    plural: str | None
    parameters: Mapping[str, Any]

    def __new__(cls, template: str, /, **parameters: Any) -> Self:
        """Return the text with everything filled in."""
        return cls._build(template, None, parameters)

    @classmethod
    def counted(cls, one: str, many: str, /, n: int, **parameters: Any) -> Self:
        """Return a text that counts something: `one` where ``n`` is 1, otherwise `many`."""
        return cls._build(one, many, {"n": n, **parameters})

    @classmethod
    def verbatim(cls, text: str) -> Self:
        """Return a text that is the same in every language, such as a key or a file's name."""
        return cls._build("{text}", None, {"text": text})

    @classmethod
    def _build(cls, template: str, plural: str | None, parameters: Mapping[str, Any]) -> Self:
        chosen = template if plural is None or parameters["n"] == 1 else plural
        parameters = {name: _fill_in(value) for name, value in parameters.items()}
        message = super().__new__(cls, chosen.format(**parameters) if parameters else chosen)
        message.template, message.plural, message.parameters = template, plural, parameters
        return message

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self)._build, (self.template, self.plural, dict(self.parameters))


def _fill_in(value: Any) -> Any:
    """Return what is filled into a text: one that others wrote as a plain line."""
    if isinstance(value, str | PurePath) and not isinstance(value, Message):
        return show_hidden(str(value))
    return value
