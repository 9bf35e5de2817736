"""What was guessed: a table in memory that is gone with the process, or when it is cleared.

No guess ever stands in a file. Beside a guess stands a number that was drawn for the phone when it
came in, and nothing of whoever holds it.
"""

import sqlite3
from collections.abc import Sequence
from itertools import count
from threading import RLock

TABLES = """
PRAGMA temp_store = MEMORY;
PRAGMA foreign_keys = ON;
CREATE TABLE round (id INTEGER PRIMARY KEY, is_open INTEGER NOT NULL) STRICT;
CREATE TABLE guess (
    round INTEGER NOT NULL REFERENCES round ON DELETE CASCADE,
    phone TEXT NOT NULL,
    value REAL NOT NULL,
    PRIMARY KEY (round, phone)
) STRICT, WITHOUT ROWID;
"""
GIVE = """
INSERT INTO guess (round, phone, value)
SELECT id, ?, ? FROM round WHERE id = ? AND is_open
ON CONFLICT DO UPDATE SET value = excluded.value
"""


class Guesses:
    """The guesses of a room, by rounds: one for each phone, which may be changed until locked."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._numbers = count(1)  # never one twice, also where all was cleared between
        self._connection = self._open()

    def begin(self) -> int:
        """Open a round; return its number. Those before are locked."""
        with self._lock, self._connection:
            self._connection.execute("UPDATE round SET is_open = 0")
            number = next(self._numbers)
            self._connection.execute("INSERT INTO round (id, is_open) VALUES (?, 1)", (number,))
            return number

    def lock(self, number: int) -> None:
        """Take no more guesses in a round."""
        with self._lock, self._connection:
            self._connection.execute("UPDATE round SET is_open = 0 WHERE id = ?", (number,))

    def is_open(self, number: int) -> bool:
        """Tell whether a round takes guesses."""
        return bool(self._ask("SELECT 1 FROM round WHERE id = ? AND is_open", number))

    def give(self, number: int, phone: str, value: float) -> bool:
        """Take a guess, in place of an earlier one; tell whether the round was still open."""
        with self._lock, self._connection:
            return self._connection.execute(GIVE, (phone, value, number)).rowcount == 1

    def find(self, number: int, phone: str) -> float | None:
        """Return what a phone has guessed in a round; `None` if nothing."""
        found = self._ask("SELECT value FROM guess WHERE round = ? AND phone = ?", number, phone)
        return found[0] if found else None

    def list_values(self, number: int) -> list[float]:
        """List the guesses of a round by their size, so that the order tells nothing."""
        return list(self._ask("SELECT value FROM guess WHERE round = ? ORDER BY value", number))

    def clear(self) -> None:
        """Forget all rounds and guesses."""
        with self._lock:
            self._connection.close()
            self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.executescript(TABLES)
        return connection

    def _ask(self, query: str, *values: object) -> Sequence[float]:
        with self._lock:
            return [row[0] for row in self._connection.execute(query, values)]
