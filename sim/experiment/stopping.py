"""How many replications: until several measures are known well enough, or a maximum is reached.

Replications come in batches of `BATCH`. After each, the measures of `WATCHED` are looked at that
apply in every replication of both designs. One is known well enough if its half-width is at most
5 % of its mean, in both designs, and so is their difference. Where 5 % would be less than is worth
knowing, the half-width may be `FLOOR_OF_SHARE`, or `FLOOR` of the larger of the two means: a number
near 0 is never known to within 5 %.

This is the sequential procedure of Law (2015, *Simulation Modeling and Analysis*, 5th ed., 9.4.1).
It has a known bias: stopping when the intervals happen to be narrow makes them cover the truth a
little less often than in 95 % of cases, above all with few replications. Hence the least number,
with which the bias is too small to be seen (`benchmarks/coverage.py`, `docs/credibility.md`).

The size of a batch does not depend on the machine, so that the same command has the same result
everywhere.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from sim.experiment.intervals import FEW_REPLICATIONS
from sim.experiment.samples import Sample
from sim.measures import MEASURES, Scale, Unit
from sim.results import Interval

WATCHED = (
    "cost_per_citizen_helped",
    "failure_demand_share",
    "end_to_end_days",
    "contacts_per_case",
    "faces_per_month",
)
BATCH = 5
FIRST_REPLICATIONS = FEW_REPLICATIONS
MOST_REPLICATIONS = 30
RELATIVE = 0.05
FLOOR = 0.01
FLOOR_OF_SHARE = 0.005


def list_stages(replications: int | Literal["auto"]) -> Sequence[int]:
    """Return at how many replications one asks whether it is enough: at one number, if given."""
    if replications == "auto":
        return range(FIRST_REPLICATIONS, MOST_REPLICATIONS + 1, BATCH)
    return (int(replications),)


def is_enough(samples: Mapping[str, Sample]) -> bool:
    """Tell whether the measures watched are known well enough, by their samples in two designs."""
    return all(_is_known(name, samples[name]) for name in WATCHED)


def _is_known(name: str, sample: Sample) -> bool:
    if np.isnan(sample.values).any():
        return True
    intervals = _list_intervals(sample, MEASURES[name].unit.scale)
    larger = max(abs(interval.mean) for interval in intervals)
    floor = FLOOR_OF_SHARE if MEASURES[name].unit is Unit.SHARE else FLOOR * larger
    return all(i.half_width <= max(RELATIVE * abs(i.mean), floor) for i in intervals)


def _list_intervals(sample: Sample, scale: Scale) -> list[Interval]:
    """List those of both designs and of their difference."""
    found = [sample.interval_of(place, scale) for place in (0, 1)]
    return [interval for interval in (*found, sample.difference(scale)) if interval is not None]
