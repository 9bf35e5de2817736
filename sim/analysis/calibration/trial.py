"""The free quantities of a scenario, and how far values of them are from its evidence."""

from collections.abc import Sequence
from concurrent.futures import Executor
from math import copysign, fsum
from typing import NamedTuple

from sim.analysis.evidence import WITHIN, EvidenceRow, judge_evidence
from sim.design.quantity import FITTED
from sim.errors import ScenarioError
from sim.experiment import RunSettings
from sim.message import Message
from sim.scenario import Scenario, quantities

DOES_NOT_APPLY = 10.0
"""Misfit of a figure that a candidate does not have at all."""
CANNOT_BE = 1e6
"""Misfit of values that no scenario can have together."""

NONE_FREE = Message('no quantity is free: say from = "fitted" where one may be chosen')
NO_EVIDENCE = Message("there is no [[evidence]] to fit anything to")


class Free(NamedTuple):
    """A quantity that may be chosen."""

    key: str
    """Its dotted key in the scenario."""
    value: float
    """What the file says."""
    low: float
    high: float
    """The ends of its plausible range."""

    def at(self, share: float) -> float:
        """Return the value at a share of the way through the range, to four digits.

        Nobody knows more of them, and so a file holds just the number that was tried.
        """
        rounded = float(f"{self.low + share * (self.high - self.low):.4g}")
        return min(max(rounded, self.low), self.high)

    def share_of(self, value: float) -> float:
        """Return how far through the range a value lies."""
        return (value - self.low) / (self.high - self.low)


def list_free(scenario: Scenario) -> tuple[Free, ...]:
    """List the free quantities of a scenario, with their ranges.

    Raises
    ------
    ScenarioError
        If there is none, no evidence to fit them to, or one that has no range to be chosen from.
    """
    fitted = [(key, q) for key, q in quantities(scenario) if q.source == FITTED]
    problems: list[str] = [
        Message("{key}: a fitted quantity needs a range to be chosen from", key=key)
        for key, q in fitted
        if q.plausible is None or q.plausible[0] == q.plausible[1]
    ]
    if not fitted:
        problems.append(NONE_FREE)
    if not scenario.evidence:
        problems.append(NO_EVIDENCE)
    if problems:
        raise ScenarioError(scenario.service.name, problems)
    return tuple(Free(key, q.value, *q.plausible) for key, q in fitted if q.plausible)


class Tried(NamedTuple):
    """A candidate and what it gave."""

    values: tuple[float, ...]
    """Of the free quantities."""
    rows: tuple[EvidenceRow, ...]
    """Each figure of the evidence, judged."""
    misfits: tuple[float, ...]
    """Of each figure, how far it is off: 1 at the end of its tolerance."""

    @property
    def loss(self) -> float:
        """What is made small: the mean square of the misfits."""
        return fsum(misfit**2 for misfit in self.misfits) / len(self.misfits)

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


def try_values(
    scenario: Scenario,
    free: Sequence[Free],
    values: Sequence[float],
    settings: RunSettings,
    executor: Executor,
) -> Tried:
    """Try values of the free quantities: on the same citizens every time."""
    try:
        candidate = build_candidate(scenario, free, values)
    except ScenarioError:  # values that break a rule together, such as shares of the staff
        return Tried(tuple(values), (), (CANNOT_BE,))
    judged = judge_evidence([candidate], settings, executor=executor)
    # The quantities were chosen to fit, though in a candidate they count as changed.
    rows = [row._replace(fitted=len(free), is_fitted=True) for row in judged]
    return Tried(tuple(values), tuple(rows), tuple(map(measure_misfit, rows)))


def build_candidate(scenario: Scenario, free: Sequence[Free], values: Sequence[float]) -> Scenario:
    """Build the scenario in which the free quantities have some values.

    Raises
    ------
    ScenarioError
        If it cannot have them together.
    """
    pairs = zip(free, values, strict=True)
    candidate = scenario.changed(*(f"{quantity.key}={value!r}" for quantity, value in pairs))
    candidate.check_manned(scenario.designs)
    return candidate
