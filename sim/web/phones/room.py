"""The open room: its door, the question that is asked in it, and the guesses."""

from threading import RLock
from typing import NamedTuple

from sim.lessons import Lesson
from sim.web.listening import Sheet
from sim.web.phones.door import Answer, Door
from sim.web.phones.guesses import Guesses


class Round(NamedTuple):
    """A question that is asked once: guesses belong to it."""

    number: int
    lesson: Lesson


class Room:
    """A room whose phones are listened to. Whatever is done in it is done by one at a time.

    Parameters
    ----------
    address
        Where phones find it, such as ``192.168.1.20:8502``.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self._lock = RLock()
        self._door, self._guesses = Door(), Guesses()
        self._round: Round | None = None
        self._sheet: Sheet | None = None
        self._is_closed = False

    @property
    def code(self) -> str:
        """What lets a phone in."""
        with self._lock:
            return self._door.code

    @property
    def link(self) -> str:
        """The address with the code in it, for a code to be photographed."""
        return f"http://{self.address}/join?code={self.code}"

    @property
    def hour_link(self) -> str:
        """The same for phones that listen for an hour."""
        return f"http://{self.address}/hour?code={self.code}"

    @property
    def phones(self) -> int:
        """How many phones are in."""
        with self._lock:
            return self._door.count

    @property
    def is_closed(self) -> bool:
        """Whether it was emptied, and nothing has been asked since."""
        with self._lock:
            return self._is_closed

    def knock(self, address: str, typed: str) -> tuple[Answer, str]:
        """Let in whoever knows the code; return what came of it, and the number of the phone."""
        with self._lock:
            return self._door.knock(address, typed)

    def is_inside(self, phone: str) -> bool:
        """Tell whether a phone was let in."""
        with self._lock:
            return self._door.is_inside(phone)

    def ask(self, lesson: Lesson) -> Round:
        """Ask the question of a lesson; that before is locked."""
        with self._lock:
            self._is_closed = False
            self._round = Round(self._guesses.begin(), lesson)
            return self._round

    def lock(self, asked: Round) -> None:
        """Take no more guesses."""
        with self._lock:
            self._guesses.lock(asked.number)

    def find_round(self) -> Round | None:
        """Return what is asked now, or was last; `None` before anything is."""
        with self._lock:
            return self._round

    def is_open(self, asked: Round) -> bool:
        """Tell whether guesses are taken."""
        with self._lock:
            return self._guesses.is_open(asked.number)

    def give(self, asked: Round, phone: str, value: float) -> bool:
        """Take a guess of a phone that is in; tell whether it was taken."""
        with self._lock:
            return self._door.is_inside(phone) and self._guesses.give(asked.number, phone, value)

    def find_guess(self, asked: Round, phone: str) -> float | None:
        """Return what a phone has guessed; `None` if nothing."""
        with self._lock:
            return self._guesses.find(asked.number, phone)

    def list_guesses(self, asked: Round) -> list[float]:
        """List all guesses of a round by their size."""
        with self._lock:
            return self._guesses.list_values(asked.number)

    def begin_hour(self) -> None:
        """Let phones that are in listen for an hour."""
        with self._lock:
            self._sheet = self._sheet or Sheet()

    def end_hour(self) -> None:
        """Let no phone listen any longer, and forget what they have sent."""
        with self._lock:
            self._sheet = None

    def find_sheet(self) -> Sheet | None:
        """Return the sheet that their contacts come to; `None` if no phone is to listen."""
        with self._lock:
            return self._sheet

    def tell_state(self, phone: str) -> str:
        """Return what changes when a phone is to show something else."""
        with self._lock:
            if not self._door.is_inside(phone):
                return "out"
            if self._round is None:
                return "waiting"
            is_open = self._guesses.is_open(self._round.number)
            return f"{self._round.number}-{'open' if is_open else 'locked'}"

    def empty(self) -> None:
        """Put everybody out, delete every guess, and have a new code."""
        with self._lock:
            self._is_closed = True
            self._round = self._sheet = None
            self._guesses.clear()
            self._door.change()


_rooms: list[Room] = []
"""The room of this process, if there is one."""


def open_room(address: str) -> Room:
    """Open the room of this process."""
    _rooms[:] = [Room(address)]
    return _rooms[0]


def find_room() -> Room | None:
    """Return the room of this process; `None` if it listens to no phones."""
    return _rooms[0] if _rooms else None


def close_room() -> None:
    """Have no room any more."""
    for room in _rooms:
        room.empty()
    _rooms.clear()
