"""Both engines at once, for laws that are judged by statistics.

What is judged are the runs of the compiled engine. Of each blueprint the first run, with its first
citizens, is made by the engine that can be read as well: it must be the same, event for event. So
what is judged of one engine holds on the other (law 9), without waiting for it.
"""

from sim.blueprint import Blueprint
from sim.engines import get_engine
from sim.eventlog import EventLog
from sim.population import Population
from tests.agreement.difference import first_difference

FIRST = 2_000
"""Citizens of the run that both engines make."""


class BothEngines:
    """Simulates with the compiled engine, and asks the other whether it does the same."""

    def __init__(self) -> None:
        self._compared: list[Blueprint] = []

    def __call__(self, blueprint: Blueprint, people: Population, luck: int, days: int) -> EventLog:
        """Run a blueprint; the first time that it is run, compare both engines."""
        if not any(blueprint is compared for compared in self._compared):
            assert_same_run(blueprint, take_first(people), luck, days)
            self._compared.append(blueprint)
        return get_engine("fast").simulate(blueprint, people, luck, days)


def assert_same_run(blueprint: Blueprint, people: Population, luck: int, days: int) -> None:
    """Demand that both engines tell one history, in which something happens."""
    fast, reference = (
        get_engine(name).simulate(blueprint, people, luck, days) for name in ("fast", "reference")
    )
    assert len(fast.kind) > len(people.key)
    assert first_difference(reference, fast) is None


def take_first(people: Population) -> Population:
    """Return those who come first."""
    return Population(*(column[:FIRST] for column in people))
