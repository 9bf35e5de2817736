"""The figure that a manager steers by: one measure, or a few with weights. Nothing else differs."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from sim.errors import RunError
from sim.measures import MEASURES, Reading
from sim.message import Message
from sim.steering.rules import RULES, Rule

SHORT = {
    "unit_cost": "unit_cost_per_activity",
    "target": "reported_days",
    "budget": "cost_own_budget",
    "failure_demand": "failure_demand_share",
    "end_to_end_time": "end_to_end_days",
    "end_to_end_cost": "cost_per_citizen_helped",
    "promise": "kept_promise_share",
}
"""What a figure is called for short, and the measure that it is."""
BUSY = ("utilisation", "utilisation_busiest")
"""Measures that are neither good nor bad; a manager who steers by one wants no idle staff."""
MORE_IS_BETTER, LESS_IS_BETTER = -1, 1


class Policy(NamedTuple):
    """What a manager looks at.

    Attributes
    ----------
    weights
        How much a change of each measure counts, in the order in which they were named.
    """

    weights: Mapping[str, float]

    @property
    def figures(self) -> tuple[str, ...]:
        """The measures."""
        return tuple(self.weights)

    @property
    def name(self) -> str:
        """Its name: the measure, or measures with their weights."""
        if len(self.weights) == 1:
            return next(iter(self.weights))
        return ",".join(f"{name}={weight:g}" for name, weight in self.weights.items())

    def find_change(
        self, before: Mapping[str, Reading], after: Mapping[str, Reading]
    ) -> float | None:
        """Return how much worse the figure has become, as a part of what it was.

        Several add up by their weights. `None` where one of them is not known.
        """
        total = 0.0
        for name, weight in self.weights.items():
            old, new = before[name].value, after[name].value
            if old is None or new is None:
                return None
            total += weight * _sign(name) * _relate(new - old, old)
        return total

    def is_known(self, seen: Mapping[str, Reading]) -> bool:
        """Tell whether a quarter has all that is looked at."""
        return all(seen[name].value is not None for name in self.weights)


def _relate(change: float, old: float) -> float:
    """Return a change as a part of what was; of nothing, anything is without bounds."""
    if old:
        return change / abs(old)
    return inf if change > 0 else -inf if change < 0 else 0.0


def _sign(name: str) -> int:
    is_more_better = name in BUSY or MEASURES[name].better == "higher"
    return MORE_IS_BETTER if is_more_better else LESS_IS_BETTER


def read_policy(text: str) -> Policy:
    """Read a policy, such as ``unit-cost`` or ``failure_demand_share=2,work_joy=1``.

    Raises
    ------
    RunError
        If it is none, or names a measure that nobody can steer by.
    """
    weights: dict[str, float] = {}
    for part in text.split(","):
        name, is_weighed, weight = part.strip().partition("=")
        weights[_find(name.strip())] = _read_weight(weight, text) if is_weighed else 1.0
    return Policy(weights)


def read_managers(texts: Sequence[str]) -> tuple[Policy | Rule, ...]:
    """Read what several managers steer by, a rule or a policy each; each is taken once.

    Raises
    ------
    RunError
        If one cannot be read.
    """
    managers = (RULES.get(text.replace("-", "_")) or read_policy(text) for text in texts)
    return tuple({manager.name: manager for manager in managers}.values())


def first_of(name: str) -> str:
    """Return the measure that a manager of this name steers by, or the first of several."""
    if name in RULES:
        return RULES[name].figure
    return name.split(",", maxsplit=1)[0].partition("=")[0]


def _find(name: str) -> str:
    asked = name.replace("-", "_")
    known = SHORT.get(asked, asked)
    if known not in MEASURES:
        raise RunError(
            Message(
                '--by: found "{name}", expected {figures}; a rule alone: {rules}; or any measure '
                "of docs/measures.md",
                name=name,
                figures=", ".join(SHORT).replace("_", "-"),
                rules=", ".join(RULES).replace("_", "-"),
            )
        )
    measure = MEASURES[known]
    if measure.better == "neither" and measure.name not in BUSY:
        raise RunError(
            Message("nobody can steer by {name}: it is neither good nor bad", name=measure.name)
        )
    return measure.name


def _read_weight(text: str, whole: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        weight = 0.0
    if not 0 < weight < float("inf"):
        raise RunError(
            Message(
                '--by: found "{text}", expected a measure, or several as measure=weight with '
                "commas between; weights are positive numbers",
                text=whole,
            )
        )
    return weight
