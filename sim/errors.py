"""Errors that a person can act on.

Everything the package raises on purpose is a `RequisiteError`, so that a command line or a page can
show its message as it stands: what was found, what was expected, what to do next. What it is made
with is a `Message`, so that it can be said in other languages.
"""

from collections.abc import Callable
from typing import Any

from sim.message import Message
from sim.plain_text import cut

MOST_TOLD, MOST_IN_LINE = 50, 1_000
"""Problems that are told of one file, and characters of each."""


class RequisiteError(Exception):
    """Base of every error that this package raises on purpose."""


class ScenarioError(RequisiteError):
    """A scenario file, or a change asked of it, that cannot be used.

    Parameters
    ----------
    where
        The file or command that holds the problems.
    problems
        One line for each problem: key, what was found, what is expected.

    Attributes
    ----------
    heading
        Where the problems are and how many, without the problems.
    """

    def __init__(self, where: str, problems: list[str]) -> None:
        self.where = where
        self.problems = problems
        self.heading = Message.counted(
            "{where}: 1 problem", "{where}: {n} problems", n=len(problems), where=where
        )
        super().__init__("\n".join(self.tell(str)))

    def tell(self, say: Callable[[str], str]) -> list[str]:
        """Return the lines to be shown: the heading, the first problems, and how many more.

        Parameters
        ----------
        say
            What puts a message into the language that is spoken.
        """
        lines = [say(line) for line in self.problems[:MOST_TOLD]]
        if len(self.problems) > MOST_TOLD:
            lines.append(say(Message("and {n} more", n=len(self.problems) - MOST_TOLD)))
        return [
            cut(say(self.heading), MOST_IN_LINE),
            *(f"  - {cut(x, MOST_IN_LINE)}" for x in lines),
        ]

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what it is made from, for another process."""
        return type(self), (self.where, self.problems)


class RunError(RequisiteError):
    """A run that cannot be made as asked, such as a citizen or a design that does not exist."""


class TooLargeError(RunError):
    """A run that does not fit in memory, as was seen beforehand or on the way."""


def mismatch(key: str, found: object, expected: Message) -> Message:
    """Say what was found under a key, and what is expected there."""
    return Message(
        "{key}: found {found}, expected {expected}", key=key, found=found, expected=expected
    )
