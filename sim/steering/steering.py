"""The result: where managers come to who differ in nothing but the figure that they steer by."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sim.experiment import Settling
from sim.results import NOTHING, Interval, Provenance, Result
from sim.steering.levers import Lever


class Change(NamedTuple):
    """One measure in the year after, for the same citizens with the same luck."""

    unit: str
    nobody: Interval | None
    """Where nobody has steered; `None` where it does not apply."""
    steered: Interval | None
    difference: Interval | None
    """Steered less nobody, within each replication."""


class Step(NamedTuple):
    """A quarter of one history."""

    tried: str | None
    """The lever that was moved at its beginning; `None` if none was."""
    is_kept: bool
    """Whether what was tried stays."""
    figure: float | None
    """The figure steered by, or the first of several; `None` where it was not known."""
    cost: float | None
    """End-to-end cost of those helped in it."""
    second: tuple[str, ...]
    """The conditions that were as the second design has them."""
    staff: int
    """Members of staff."""
    quantities: dict[str, float]
    """What each quantity was that can be moved, by key."""


class Arm(NamedTuple):
    """What one manager makes of one design."""

    by: str
    """The figure that is steered by, see `sim.steering.policy`."""
    start: str
    """The design that it begins with."""
    has_variety: bool
    """Whether needs vary as the scenario says; otherwise they are all alike."""
    second: dict[str, float]
    """Of each condition, the share of replications in which it ends as the second design has it."""
    staff: Interval
    """Members of staff at the end."""
    quantities: dict[str, Interval]
    """What each quantity that can be moved is at the end, by key."""
    kept: Interval
    """How many of the changes tried were kept."""
    outcome: dict[str, Change]
    """By measure."""
    settling: Settling
    """Whether what it has come to settles; otherwise its means hang on how long one looks."""
    before: Settling
    """The same of the service where nobody steers."""
    course: dict[str, tuple[float | None, ...]]
    """What the books of each quarter tell, by measure: means of the replications that have a value.
    """
    story: tuple[Step, ...]
    """The first replication, quarter by quarter."""

    @property
    def settles(self) -> bool:
        """Whether both do, so that the two can be compared."""
        return self.settling.settles and self.before.settles


class SteeringRow(NamedTuple):
    """One measure of one arm: where nobody has steered, where the manager has, and between them."""

    has_variety: bool
    start: str
    by: str
    measure: str
    unit: str
    nobody: float
    nobody_low: float
    nobody_high: float
    steered: float
    steered_low: float
    steered_high: float
    difference: float
    difference_low: float
    difference_high: float
    settles: bool


@dataclass(frozen=True)
class Steering(Result):
    """Managers at one service.

    Attributes
    ----------
    service, seed, replications
        What was run.
    designs
        The two designs between which conditions are moved.
    levers
        The conditions in which they differ; the number of staff is one more.
    quantities
        What else can be moved, if anything.
    quarters, quarter_days, from_day
        How many quarters each manager has, their calendar days, and on which day the first begins.
    outcome_days
        The calendar days, up to and without the second, whose citizens tell what it has come to.
    arms
        By variety, start and manager.
    provenance
        All that is needed to have the same numbers again.
    """

    COLUMNS = SteeringRow._fields

    service: str
    seed: int
    replications: int
    designs: tuple[str, str]
    levers: tuple[str, ...]
    quantities: tuple[Lever, ...]
    quarters: int
    quarter_days: int
    from_day: int
    outcome_days: tuple[int, int]
    arms: tuple[Arm, ...]
    provenance: Provenance

    def list_rows(self) -> Iterator[SteeringRow]:
        """List the rows: one for each arm and measure."""
        for arm in self.arms:
            for name, change in arm.outcome.items():
                yield SteeringRow(
                    arm.has_variety,
                    arm.start,
                    arm.by,
                    name,
                    change.unit,
                    *(change.nobody or NOTHING),
                    *(change.steered or NOTHING),
                    *(change.difference or NOTHING),
                    arm.settles,
                )
