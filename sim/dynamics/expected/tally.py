"""What happens to a mean case, added up by attempt and function."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

ATTEMPTS = 3
"""Attempts that are told apart; the last one stands for all after it."""


@dataclass
class Tally:
    """What happens for each case that arrives; arrays of shape (attempts, functions).

    Attributes
    ----------
    functions
        How many functions the design has.
    arrays
        What has happened, by name. What belongs to no function stands at the first one.

    Notes
    -----
    jobs, lies, letters, backs, parks, early
        Jobs at a function, those before which the case lay, and those after which it waits for a
        letter, goes back, waits for the citizen's news, or is closed early.
    content_s, other_s
        Seconds of them: those that pressure quickens, and all others.
    rework_s, read_in_s
        Seconds of these that are for work done again, and for reading in.
    news_days
        Days until their last answers exist, of cases that wait for them.
    saved_days
        Days of lying spared by those fetched near the due date.
    asks, refused
        Contacts that go out because something is missing, and those of them that refuse a form.
    certificates, exceptions
        Cases that wait for a certificate, and for an answer outside the standard.
    decide_s, exception_s
        Seconds of the jobs after that.
    begins, closes, checks, met, gives_up, returns, cut
        Attempts begun and closed; answers checked; needs met; citizens who give up, and come back;
        needs of which content is left.
    front_s, settled
        Seconds of a first contact in the front office, and those that it settles.
    """

    functions: int
    arrays: dict[str, NDArray[np.float64]] = field(default_factory=dict)

    def add(self, name: str, attempt: int, amount: float, function: int = 0) -> None:
        """Add to what has happened."""
        if name not in self.arrays:
            self.arrays[name] = np.zeros((ATTEMPTS, self.functions))
        self.arrays[name][min(attempt, ATTEMPTS) - 1, function] += amount

    def of(self, name: str) -> NDArray[np.float64]:
        """Return what has happened, shape (attempts, functions)."""
        return self.arrays.get(name, np.zeros((ATTEMPTS, self.functions)))

    def add_all(self, other: "Tally", weight: float) -> None:
        """Add all that another one holds, by its weight."""
        for name, array in other.arrays.items():
            self.arrays[name] = self.of(name) + weight * array
