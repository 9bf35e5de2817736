"""What a file does not say of persons: none, too few, a machine among them."""

from collections.abc import Iterator

import numpy as np

from sim.message import Message
from sim.own.caselog import UNKNOWN, CaseLog
from sim.own.guessing.caveats.caveat import Caveat, percent_of

LEAST_NAMED = 0.95
"""Share of the steps with a person below which that is told."""
MOST_LIKE = 0.5
"""Share of the steps of one person from which that is told."""


def find_of_people(log: CaseLog) -> Iterator[Caveat]:
    """Yield what is missing or odd about the persons of a log."""
    named = log.person != UNKNOWN
    if not named.any():
        text = Message(
            "no persons: faces of a case, changes of hands and waits for another person cannot be "
            "told"
        )
        yield Caveat("no_persons", text)
        return
    if named.mean() < LEAST_NAMED:
        text = Message(
            "{percent} % of the steps name no person: changes of hands around them cannot be told",
            percent=percent_of(float(1 - named.mean())),
        )
        yield Caveat("few_persons", text)
    yield from _find_machines(log)
    yield from _find_one_for_all(log)


def _find_machines(log: CaseLog) -> Iterator[Caveat]:
    """Yield how much a machine does."""
    machines = np.flatnonzero(log.is_machine)
    if len(machines):
        share = float(np.isin(log.person, machines).mean())
        text = Message.counted(
            "a machine is among the persons: {percent} % of the steps are its. It is no face, and "
            "nobody waits for it",
            "{n} machines are among the persons: {percent} % of the steps are theirs. They are no "
            "faces, and nobody waits for them",
            n=len(machines),
            percent=percent_of(share),
        )
        yield Caveat("machine", text)


def _find_one_for_all(log: CaseLog) -> Iterator[Caveat]:
    """Yield that one name stands for most steps: a group, or a default."""
    steps = np.bincount(log.person[log.person != UNKNOWN], minlength=len(log.person_names))
    steps = np.where(log.is_machine, 0, steps)
    share = steps.max() / len(log.person)
    if len(log.person_names) > 1 and share >= MOST_LIKE:
        text = Message(
            "one person has {percent} % of the steps: the name may stand for a group or a machine",
            percent=percent_of(float(share)),
        )
        yield Caveat("one_for_all", text)
