"""How many cases have no last answer yet: it does not exist, or nobody has told of it.

The message that it exists comes by a call. Where people call at certain hours, what comes to exist
while the service is closed is told on the next open day, some time after it has opened.
"""

from typing import NamedTuple

from sim.dynamics.expected.lying import Lying


class News(NamedTuple):
    """Cases without a last answer.

    Attributes
    ----------
    coming
        Those whose answer does not exist yet.
    late
        Those whose answer exists, and is told later on the same day.
    """

    coming: float = 0.0
    late: float = 0.0

    @property
    def number(self) -> float:
        """How many they are."""
        return self.coming + self.late

    def scale(self, by: float) -> "News":
        """Return a part of them."""
        return News(self.coming * by, self.late * by)

    def join(self, other: "News") -> "News":
        """Return both together."""
        return News(self.coming + other.coming, self.late + other.late)

    def wait(self, lying: Lying, mean_days: float, *, is_told_late: bool) -> "News":
        """Return those who have none yet after a wait.

        Parameters
        ----------
        lying
            The wait.
        mean_days
            How long it is until an answer exists.
        is_told_late
            Whether what comes to exist while the service is closed is told later.
        """
        if not self.number or mean_days <= 0:
            return News()
        late = self.coming * lying.find_late(mean_days) if is_told_late else 0.0
        return News(self.coming * lying.discount(mean_days), late + self.late * lying.is_short)
