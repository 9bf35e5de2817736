"""The result: the twin beside the engine, in changed worlds, and what each loop does."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sim.dynamics.twin.tipping import Tip
from sim.results import Interval, Provenance, Result

NAN = float("nan")
REFORM = "reform"


class Compared(NamedTuple):
    """One figure of one world, as the twin and as the engine has it.

    Attributes
    ----------
    world
        What was changed: `base`, `more`, `less`, `fewer` staff, or `reform`.
    design
        The design; for a reform the one that it changes to.
    measure
        Which figure.
    twin
        What the twin says; `None` where it is too near tipping to say anything.
    engine
        What the engine says; `None` where the design does not settle.
    """

    world: str
    design: str
    measure: str
    twin: float | None
    engine: Interval | None

    @property
    def error(self) -> float | None:
        """How much more the twin says, as a part of what the engine says."""
        if self.twin is None or self.engine is None:
            return None
        return self.twin / self.engine.mean - 1 if self.engine.mean else None


class Acting(NamedTuple):
    """What a loop does: how much more of each figure there is with it than without.

    Attributes
    ----------
    design, staff, loop
        The design, with how many staff, and which loop.
    changes
        By figure, as a part of what it is without the loop; `None` where that cannot be told.
    """

    design: str
    staff: int
    loop: str
    changes: dict[str, float | None]


class TwinRow(NamedTuple):
    """One figure of one world."""

    world: str
    design: str
    measure: str
    twin: float
    mean: float
    low: float
    high: float
    error: float


@dataclass(frozen=True)
class TwinCheck(Result):
    """The twin beside the engine.

    Attributes
    ----------
    service, seed, replications, days
        What was run on the engine: calendar days of arrivals, warm-up included.
    compared
        Every figure of every world.
    acting
        What each loop does, with today's staff and with few.
    tips
        By design, between which numbers of staff the twin tips.
    provenance
        All that is needed to have the same numbers again.
    """

    COLUMNS = TwinRow._fields

    service: str
    seed: int
    replications: int
    days: int
    compared: tuple[Compared, ...]
    acting: tuple[Acting, ...]
    tips: dict[str, Tip]
    provenance: Provenance

    def largest_error(self, *, of_reform: bool = False) -> float | None:
        """Return the largest error of a year, or of the weeks after a reform, either way."""
        errors = [
            abs(one.error)
            for one in self.compared
            if one.error is not None and (one.world == REFORM) == of_reform
        ]
        return max(errors, default=None)

    def list_rows(self) -> Iterator[TwinRow]:
        """List the rows: one for each figure of each world."""
        for one in self.compared:
            engine = one.engine or (NAN, NAN, NAN)
            twin = NAN if one.twin is None else one.twin
            error = NAN if one.error is None else one.error
            yield TwinRow(one.world, one.design, one.measure, twin, *engine, error)
