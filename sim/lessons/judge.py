"""Judging a claim by a run: it holds if the run's intervals leave no doubt of it at 95 %.

Each interval is two-sided, so that chance alone makes a false claim hold in at most 2.5 % of runs;
an order of several terms holds if each of its steps does, which is less likely still.
"""

from itertools import pairwise
from typing import NamedTuple

from sim.lessons.schema import Claim
from sim.lessons.shown import Shown, read_terms
from sim.lessons.terms import read_term
from sim.results import Interval, Json, as_json


class Judged(NamedTuple):
    """A claim and what became of it."""

    claim: Claim
    holds: bool
    """Whether the run leaves no doubt of it."""
    intervals: tuple[Interval | None, ...]
    """Of an order, by how much each term is above so many times the one before; of a bound, the
    term itself. `None` where nothing can be told."""

    def to_dict(self) -> Json:
        """Return it as JSON has it."""
        said = self.claim.model_dump(exclude_defaults=True, mode="json")
        found: Json = as_json({**said, "holds": self.holds, "intervals": self.intervals})
        return found


def judge(claim: Claim, shown: Shown) -> Judged:
    """Judge a claim by a run of the setup that it is about."""
    return _judge_order(claim, shown) if claim.rising else _judge_bound(claim, shown)


def _judge_order(claim: Claim, shown: Shown) -> Judged:
    steps = pairwise(read_terms(claim.rising))
    found = tuple(shown.find_excess(more, less, claim.times) for less, more in steps)
    return Judged(claim, all(step is not None and step.low > 0 for step in found), found)


def _judge_bound(claim: Claim, shown: Shown) -> Judged:
    found = shown.find_interval(read_term(claim.term or ""))
    return Judged(claim, found is not None and _is_within(claim, found), (found,))


def _is_within(claim: Claim, found: Interval) -> bool:
    is_above = claim.above is None or found.low > claim.above
    is_below = claim.below is None or found.high < claim.below
    return is_above and is_below
