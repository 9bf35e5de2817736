"""What a sweep yields, as two tables that any tool reads: its points, and its runs."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

    from sim.sweep.plan.factor import Factor

DONE, REFUSED, TOO_LARGE, FAILED = "done", "refused", "too large", "failed"
"""How a run may end: measured; not begun, since a rule of scenarios refuses its point; stopped,
since it outgrew memory; or with an error."""
POINT, SERVICE, DESIGN, REPLICATION = "point", "service", "design", "replication"
WEEK = "week"
STATUS, ERROR, SETTLES, ENGINE = "status", "error", "settles", "engine"


class Outcome(NamedTuple):
    """One thing that is measured of every run: a column of the table of runs."""

    name: str
    unit: str
    title: str
    """What it is called, in English."""
    better: int = 0
    """1 where more is better, -1 where less is, 0 where neither."""


class Table(NamedTuple):
    """The points and the runs of a sweep."""

    method: str
    """How its points were chosen: grid, lhs, sobol, morris, factorial or table."""
    factors: "tuple[Factor, ...]"
    """What was varied, of all services together; each is a column of the points."""
    outcomes: tuple[Outcome, ...]
    """What was measured; each is a column of the runs."""
    designs: tuple[str, ...]
    """The designs that were run at each point, the first one to compare with; a model that knows
    no designs has one, with an empty name."""
    points: "pd.DataFrame"
    """A row a design point: `point` (whole number from 0), `service`, and a column a factor;
    nothing where a factor is of another service."""
    runs: "pd.DataFrame"
    """A row a design point x design x replication: `point`, `service`, `design`, `replication`,
    `status`, `error`, `settles` (whether the design settles at that point; nothing where it was not
    run), `engine`, and a column an outcome; nothing where it does not apply."""
