"""The free quantities of a scenario, and how far values of them are from its evidence."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from math import copysign, fsum, log1p
from typing import Any, NamedTuple

from sim.analysis.evidence import WITHIN, EvidenceRow, judge_evidence
from sim.design.quantity import FITTED, Quantity
from sim.errors import ScenarioError
from sim.experiment import RunSettings
from sim.message import Message
from sim.scenario import Scenario, Taken, build_scenario, quantities
from sim.scenario.parse import Raw

DOES_NOT_APPLY = 10.0
"""Misfit of a figure that a candidate does not have at all."""
CANNOT_BE = 1e6
"""Misfit of values that no scenario can have together."""

NONE_FREE = Message('no quantity is free: say from = "fitted" where one may be chosen')
NO_EVIDENCE = Message("there is no [[evidence]] to fit anything to")


class Free(NamedTuple):
    """A quantity that may be chosen."""

    key: str
    """Its dotted key in the file that states it."""
    value: float
    """What the file says."""
    low: float
    high: float
    """The ends of its plausible range."""
    places: tuple[str, ...] = ()
    """The dotted keys in the scenario at which it stands: more than one where others take it."""

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
    free = list_own(scenario)
    problems: list[str] = [
        *([] if free else [NONE_FREE]),
        *([] if scenario.evidence else [NO_EVIDENCE]),
    ]
    if problems:
        raise ScenarioError(scenario.service.name, problems)
    return free


def list_own(scenario: Scenario) -> tuple[Free, ...]:
    """List the fitted quantities that the file of a scenario states itself, with their ranges.

    Raises
    ------
    ScenarioError
        If one has no range to be chosen from.
    """
    fitted = [(key, q) for key, q in quantities(scenario) if q.source == FITTED]
    own = {key: q for key, q in fitted if key not in scenario.taken}
    check_ranges(scenario.service.name, own)
    return tuple(
        Free(key, q.value, *q.plausible, (key, *find_takers(scenario, Taken(False, key))))
        for key, q in own.items()
        if q.plausible
    )


def check_ranges(where: str, fitted: Mapping[str, Quantity]) -> None:
    """Check that fitted quantities have a range to be chosen from.

    Raises
    ------
    ScenarioError
        If one has none.
    """
    problems: list[str] = [
        Message("{key}: a fitted quantity needs a range to be chosen from", key=key)
        for key, q in fitted.items()
        if q.plausible is None or q.plausible[0] == q.plausible[1]
    ]
    if problems:
        raise ScenarioError(where, problems)


def find_takers(scenario: Scenario, taken: Taken) -> tuple[str, ...]:
    """Return the keys of the quantities that a scenario takes from one place."""
    return tuple(key for key, place in scenario.taken.items() if place == taken)


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
    def bounded_loss(self) -> float:
        """What is made small over several services: a figure that none can meet pulls little.

        Cauchy's loss, log(1 + misfit²), summed: far from its tolerance a figure counts only for
        how many times further off it is.
        """
        return fsum(log1p(misfit**2) for misfit in self.misfits)

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
    rows = judge_evidence([candidate], settings, executor=executor)
    return Tried(tuple(values), tuple(rows), tuple(map(measure_misfit, rows)))


def build_candidate(scenario: Scenario, free: Sequence[Free], values: Sequence[float]) -> Scenario:
    """Build the scenario in which the free quantities have some values.

    Raises
    ------
    ScenarioError
        If it cannot have them together.
    """
    table = scenario.to_table()
    for quantity, value in zip(free, values, strict=True):
        for place in quantity.places:
            find_quantity(table, place)["is"] = value
    return build_scenario(table, scenario.where)


def find_quantity(table: Any, key: str) -> Raw:
    """Find a quantity in a table by its dotted key.

    Raises
    ------
    KeyError
        If there is none.
    """
    for part in key.split("."):
        table = table[int(part) if isinstance(table, list) else part]
    found: Raw = table
    return found
