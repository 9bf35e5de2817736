"""One measure in two designs."""

from typing import NamedTuple

from sim.results.interval import Interval


class Compared(NamedTuple):
    """One measure in two designs.

    Attributes
    ----------
    unit
        Unit, with the scenario's currency filled in.
    title
        Name shown to people.
    better
        Which way is better, as the measure says.
    first, second
        The measure in either design; `None` where it does not apply.
    difference
        Second less first, of the same citizens with the same luck.
    reason
        Why it does not apply, or not in every replication; otherwise `None`.
    """

    unit: str
    title: str
    better: str | None
    first: Interval | None
    second: Interval | None
    difference: Interval | None
    reason: str | None
