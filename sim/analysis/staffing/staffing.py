"""The result: the staff that each design needs, what they cost, and where that comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sim.analysis.staffing.promise import Promise
from sim.results import NOTHING, Interval, Provenance, Result


class Need(NamedTuple):
    """What one design needs."""

    staff: int | None
    """The least whole number of members of staff; `None` if the most looked at do not suffice."""
    in_time: Interval | None
    unmet: Interval | None
    utilisation: Interval | None
    """What it reaches with them: share of cases met in time, share of needs unmet on visits, share
    of the time on shift that is worked."""
    paid_per_year: Interval | None
    """What they are paid in a year."""
    today: int
    most: int
    """How many staff the design has, and the most that were looked at."""


@dataclass(frozen=True)
class Staffing(Result):
    """The staff that each of two designs needs to keep the same promise.

    Attributes
    ----------
    service, seed, replications, days
        What was run: calendar days of arrivals, warm-up included.
    currency
        The scenario's.
    designs
        The two designs; a difference is the second less the first.
    today, most
        How many staff the scenario has, and four times as many; for a design with a number of its
        own see its need.
    promise
        What both are to keep.
    needs
        What each design needs, by its name.
    fewer_staff
        How many fewer the second needs; `None` if either cannot keep the promise.
    difference_per_year
        How much more the second is paid in a year.
    provenance
        All that is needed to have the same numbers again.
    """

    COLUMNS = ("design", "measure", "mean", "low", "high")

    service: str
    seed: int
    replications: int
    days: int
    currency: str
    designs: tuple[str, str]
    today: int
    most: int
    promise: Promise
    needs: dict[str, Need]
    fewer_staff: int | None
    difference_per_year: Interval | None
    provenance: Provenance

    def list_rows(self) -> Iterator[tuple[Any, ...]]:
        """List the rows: of each design its staff, then what it reaches with them."""
        for design, need in self.needs.items():
            staff = NOTHING if need.staff is None else Interval(*[float(need.staff)] * 3)
            yield design, "staff", *staff
            for name, interval in need._asdict().items():
                if name not in ("staff", "today", "most"):
                    yield design, name, *(interval or NOTHING)
