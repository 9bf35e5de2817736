"""The result: what each design is with fewer and fewer staff, and whether it comes back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sim.dynamics.twin.tipping import Tip
from sim.experiment import Settling
from sim.results import NOTHING, Interval, Provenance, Result

OPEN, COST = "backlog", "cost_per_citizen_helped"
REMAINS = 0.1
"""Of what it was: where more remains, it has not come back."""


class Level(NamedTuple):
    """One design with so many staff."""

    staff: int
    measures: dict[str, Interval | None]
    """By name; `None` where one does not apply."""
    settling: Settling
    """Whether it settles."""
    overwhelmed: int | None
    """In how many replications more cases stay open than may; `None` where more happened than could
    be simulated."""


class Cut(NamedTuple):
    """What changes as a part of the staff goes."""

    before: int
    after: int
    """Members of staff."""
    changes: dict[str, Interval | None]
    """By measure: how much larger it is afterwards, within each replication."""
    settles: bool
    """Whether it settles before and after: otherwise the changes hang on how long one looks."""


class Comeback(NamedTuple):
    """What remains once the staff who were let go are replaced."""

    squeezed: int
    """Members of staff in the meantime."""
    for_days: int
    """Calendar days with so few."""
    after_days: int
    """Calendar days with all of them again, before one looks."""
    measures: dict[str, Interval | None]
    """By measure: how much larger it is than where nobody was let go."""
    before: dict[str, Interval | None]
    """By measure: what it is where nobody was let go."""

    @property
    def figure(self) -> str:
        """The measure by which it is judged: open cases, or cost where there are none.

        Times are of those who have got through; who has not is what is looked for.
        """
        return COST if self.measures[OPEN] is None else OPEN

    @property
    def is_back(self) -> bool | None:
        """Whether what remains is surely no more than a tenth; `None` where that cannot be told."""
        change, before = self.measures[self.figure], self.before[self.figure]
        if change is None or before is None:
            return None
        if change.high <= REMAINS * before.mean:
            return True
        return False if change.low > REMAINS * before.mean else None


class Squeezed(NamedTuple):
    """One design, squeezed."""

    today: int
    """Members of staff today."""
    levels: tuple[Level, ...]
    """From today's staff downwards."""
    tips: tuple[int, int] | None
    """On the way down, the last number of staff with which it settles before the first with which
    it does not, and that one; `None` where it settles with the fewest looked at, or does not with
    today's."""
    twin_tips: Tip | None
    """The same by stocks and flows, which look one by one; `None` where the service makes
    visits."""
    cuts: tuple[Cut, ...]
    """About a tenth less, from each level but the last."""
    comeback: Comeback | None
    """`None` where it does not settle today, nobody could be let go, or more happened than could be
    simulated."""


class SqueezeRow(NamedTuple):
    """One measure of one level."""

    design: str
    staff: int
    measure: str
    unit: str
    mean: float
    low: float
    high: float
    settles: bool


@dataclass(frozen=True)
class Squeeze(Result):
    """Two designs with fewer and fewer staff.

    Attributes
    ----------
    service, seed, replications, days
        What was run: calendar days of arrivals, warm-up included.
    designs
        By name.
    units
        The unit of each measure by name.
    provenance
        All that is needed to have the same numbers again.
    """

    COLUMNS = SqueezeRow._fields

    service: str
    seed: int
    replications: int
    days: int
    designs: dict[str, Squeezed]
    units: dict[str, str]
    provenance: Provenance

    def list_rows(self) -> Iterator[SqueezeRow]:
        """List the rows: one for each design, level and measure."""
        for design, squeezed in self.designs.items():
            for level in squeezed.levels:
                for name, interval in level.measures.items():
                    yield SqueezeRow(
                        design,
                        level.staff,
                        name,
                        self.units[name],
                        *(interval or NOTHING),
                        level.settling.settles,
                    )
