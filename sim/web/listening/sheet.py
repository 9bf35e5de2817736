"""The sheet that contacts of several listeners come to: in memory, and gone with the process."""

from threading import RLock

from sim.own.tally import Contact
from sim.web.listening.heard import Heard

MOST_CONTACTS = 5_000
"""On one sheet, those that were taken back included."""


class Sheet:
    """Contacts of several listeners, each by the number that its listener's browser has drawn.

    A contact that comes again takes the place of what it was: so a phone may send whatever it does
    not know to have arrived. One that was taken back stays so, however late its first message is.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._contacts: dict[tuple[str, str], Contact | None] = {}

    def take(self, listener: str, heard: Heard) -> bool:
        """Take a contact of a listener; tell whether there was room for it."""
        key = listener, heard.number
        with self._lock:
            if key not in self._contacts and len(self._contacts) >= MOST_CONTACTS:
                return False
            is_gone = key in self._contacts and self._contacts[key] is None
            self._contacts[key] = None if is_gone else heard.contact
            return True

    def list_contacts(self) -> list[Contact]:
        """List the contacts of all listeners."""
        with self._lock:
            return [one for one in self._contacts.values() if one is not None]

    @property
    def listeners(self) -> int:
        """How many listeners have sent a contact."""
        with self._lock:
            return len({listener for listener, _ in self._contacts})
