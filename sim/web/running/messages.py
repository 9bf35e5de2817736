"""What a process that makes something says to whoever asked it."""

from typing import Any, NamedTuple

from sim.errors import RequisiteError


class Ready(NamedTuple):
    """It can begin: the engine is there."""


class Made(NamedTuple):
    """So many runs are made, of how many if that is known."""

    done: int
    total: int | None


class Finished(NamedTuple):
    """It is done."""

    result: Any


class Refused(NamedTuple):
    """It cannot be made as asked."""

    error: RequisiteError


class Failed(NamedTuple):
    """Something went wrong that nobody foresaw."""

    traceback: str
