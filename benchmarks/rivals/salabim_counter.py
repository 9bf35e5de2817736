"""What the clerks and customers of both services share in salabim: a line, and luck."""

from random import Random

import salabim as sim


class Counter(sim.Environment):
    """The line of those who wait, the clerks who sleep, and what is counted.

    Monitors that nobody asks for are off, and processes are generators: greenlets are no faster.
    """

    def __init__(self, seed: int) -> None:
        super().__init__(yieldless=False)
        self.random = Random(seed)
        self.line = sim.Queue("line", monitor=False)
        self.asleep = sim.Queue("asleep", monitor=False)
        self.waits: list[float] = []
        self.met: list[set[sim.Component]] = []  # the clerks, by each customer who can return

    def wake_a_clerk(self) -> None:
        """Wake the clerk who has slept longest, if any."""
        if self.asleep:
            self.asleep.pop().activate()
