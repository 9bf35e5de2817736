"""How far a scenario is from its evidence."""

from collections.abc import Callable, Sequence
from math import copysign
from typing import NamedTuple

from sim.analysis.calibration.candidate import build_candidate
from sim.analysis.calibration.free import Free
from sim.analysis.evidence import WITHIN, EvidenceRow, judge_evidence
from sim.errors import ScenarioError
from sim.scenario import Scenario

DOES_NOT_APPLY = 10.0
"""Misfit of a figure that a candidate does not have at all."""


CANNOT_BE = 1e6
"""Misfit of values that no scenario can have together."""


class Tried(NamedTuple):
    """A candidate and what it gave.

    Attributes
    ----------
    values
        Of the free quantities.
    rows
        Each figure of the evidence, judged.
    misfits
        Of each figure, how far it is off: 1 at the end of its tolerance.
    """

    values: tuple[float, ...]
    rows: tuple[EvidenceRow, ...]
    misfits: tuple[float, ...]

    @property
    def loss(self) -> float:
        """What is made small: the mean square of the misfits."""
        return sum(misfit**2 for misfit in self.misfits) / len(self.misfits)

    @property
    def within(self) -> int:
        """How many figures lie within their tolerance; -1 of values that cannot be."""
        return sum(row.verdict == WITHIN for row in self.rows) if self.rows else -1

    @property
    def worst(self) -> float:
        """How far the figure is off that is furthest off."""
        return max(abs(misfit) for misfit in self.misfits)


def measure_misfit(row: EvidenceRow) -> float:
    """Return how far a simulated figure is from the published one: 1 at the end of a tolerance."""
    if row.simulated is None or row.reported is None or row.tolerance is None:
        return DOES_NOT_APPLY
    low, high = row.tolerance
    off = row.simulated.mean - row.reported
    room = high - row.reported if off > 0 else row.reported - low
    if off == 0 or room > 0:
        return off and off / room
    # The figure is an end of its own tolerance: whatever is beyond it is outside.
    return copysign(1.0, off) + off / ((high - low) or abs(row.reported) or 1.0)


def build_trial(
    scenario: Scenario, free: Sequence[Free], replications: int, seed: int
) -> Callable[[Sequence[float]], Tried]:
    """Return what tries values of the free quantities: on the same citizens every time.

    Parameters
    ----------
    scenario
        The service.
    free
        Its free quantities.
    replications, seed
        How often each is run, and with which luck.
    """

    def try_values(values: Sequence[float]) -> Tried:
        try:
            candidate = build_candidate(scenario, free, values)
        except ScenarioError:  # values that break a rule together, such as shares of the staff
            return Tried(tuple(values), (), (CANNOT_BE,))
        judged = judge_evidence([candidate], replications=replications, seed=seed)
        rows = [row._replace(fitted=len(free)) for row in judged]  # not changed: chosen to fit
        return Tried(tuple(values), tuple(rows), tuple(map(measure_misfit, rows)))

    return try_values
