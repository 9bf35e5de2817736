"""The door of a room: a code that is shown in it, and how often one may be wrong about it."""

import secrets
import time
from collections import Counter
from collections.abc import Callable
from enum import Enum, auto

DIGITS = 6
MOST_WRONG, WITHIN_S = 10, 60.0
"""Wrong codes that an address may try, and in how long."""
MOST_ADDRESSES = 20_000
"""Addresses that have been wrong and are remembered; while there are more, nobody is let in."""
MOST_PHONES, MOST_PHONES_OF_ONE = 500, 30
"""Phones that are let in, and those of one address: of one router, all of a room may be."""


class Answer(Enum):
    """What becomes of somebody at the door."""

    IN = auto()
    WRONG = auto()
    TOO_OFTEN = auto()
    FULL = auto()


class Door:
    """Who is in, by a number that was drawn for each phone.

    Parameters
    ----------
    clock
        Seconds that only go up.

    Attributes
    ----------
    code
        What lets a phone in.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, list[float]] = {}
        self._inside: set[str] = set()
        self._of_one: Counter[str] = Counter()  # apart from the phones: none has an address
        self.code = draw_code()

    def knock(self, address: str, typed: str) -> tuple[Answer, str]:
        """Let in whoever knows the code; return what came of it, and the number of the phone."""
        if self._is_too_often(address):
            return Answer.TOO_OFTEN, ""
        if not secrets.compare_digest(_read(typed).encode(), self.code.encode()):
            self._wrong.setdefault(address, []).append(self._clock())
            return Answer.WRONG, ""
        if self.count >= MOST_PHONES or self._of_one[address] >= MOST_PHONES_OF_ONE:
            return Answer.FULL, ""
        phone = secrets.token_urlsafe(16)
        self._inside.add(phone)
        self._of_one[address] += 1
        return Answer.IN, phone

    def is_inside(self, phone: str) -> bool:
        """Tell whether a phone was let in."""
        return phone in self._inside

    @property
    def count(self) -> int:
        """How many phones are in."""
        return len(self._inside)

    def change(self) -> None:
        """Put everybody out, and have a new code."""
        self._inside.clear()
        self._of_one.clear()
        self.code = draw_code()

    def _is_too_often(self, address: str) -> bool:
        """Tell whether an address was wrong too often; forget all that was long ago."""
        since = self._clock() - WITHIN_S
        self._wrong = {a: times for a, times in self._wrong.items() if times[-1] > since}
        recent = [at for at in self._wrong.get(address, ()) if at > since]
        return len(recent) >= MOST_WRONG or len(self._wrong) >= MOST_ADDRESSES


def draw_code() -> str:
    """Draw a code that nobody can foresee."""
    return "".join(secrets.choice("0123456789") for _ in range(DIGITS))


def show_code(code: str) -> str:
    """Write a code as it is read out."""
    return f"{code[:3]}\N{NO-BREAK SPACE}{code[3:]}"


def _read(typed: str) -> str:
    """Return the digits of what was typed; of what is none, nothing that could be right."""
    digits = "".join(typed.split())
    return digits if digits.isascii() else ""
