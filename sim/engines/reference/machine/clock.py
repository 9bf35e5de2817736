"""SimPy as the simulation clock: what is scheduled, in the order of `sim.engines.order`.

SimPy serves equal times by priority, then in the order of scheduling, its own inner events
(priorities 0 and 1) included. A model that leaves ties to those cannot be matched by a second
engine. Here each `Moment` has a priority of its own, above SimPy's.
"""

from collections.abc import Callable
from typing import Any

import simpy
from simpy.events import EventPriority

from sim.engines.order import Moment

FIRST_PRIORITY = 2


class Occurrence(simpy.Event):
    """Something about to happen: scheduled once made, it happens when its time has come."""

    def __init__(self, env: simpy.Environment, delay_s: int, moment: Moment, about: Any) -> None:
        super().__init__(env)
        self._ok = True
        self._value = about
        env.schedule(self, EventPriority(FIRST_PRIORITY + moment), delay_s)


class SimulationClock:
    """Service time, and what is to happen when."""

    def __init__(self) -> None:
        self._env = simpy.Environment(initial_time=0)
        self._happens: dict[Moment, Callable[[simpy.Event], None]] = {}
        self.now_s = 0

    def on(self, moment: Moment, happen: Callable[[Any], None]) -> None:
        """Say what happens at a kind of moment."""

        def at_last(event: simpy.Event) -> None:
            self.now_s = int(self._env.now)
            happen(event.value)

        self._happens[moment] = at_last

    def at(self, time_s: int, moment: Moment, about: Any) -> None:
        """Schedule a moment at a service time, not before now."""
        occurrence = Occurrence(self._env, time_s - int(self._env.now), moment, about)
        occurrence.callbacks.append(self._happens[moment])

    def run(self, until_s: int) -> None:
        """Let everything happen that lies before a service time."""
        self._env.run(until=until_s)
