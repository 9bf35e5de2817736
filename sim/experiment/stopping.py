"""How many replications: until several measures are known well enough, or a maximum is reached.

Replications come in batches of `BATCH`. After each, the measures of `WATCHED` are looked at that
apply in every replication of both designs. One is known well enough if its half-width is at most
5 % of its mean, in both designs, and so is their difference. Where 5 % would be less than is worth
knowing, the half-width may be `FLOOR_OF_SHARE`, or `FLOOR` of the larger of the two means: a number
near 0 is never known to within 5 %.

This is the sequential procedure of Law (2015, *Simulation Modeling and Analysis*, 5th ed., 9.4.1).
It has a known bias: stopping when the intervals happen to be narrow makes them cover the truth a
little less often than in 95 % of cases, above all with few replications. Hence the least number;
whoever needs the full coverage names a fixed number.

The size of a batch does not depend on the machine, so that the same command has the same result
everywhere.
"""

from collections.abc import Mapping, Sequence

from sim.experiment.intervals import build_interval, subtract
from sim.measures import MEASURES, Unit

WATCHED = (
    "cost_per_citizen_helped",
    "failure_demand_share",
    "end_to_end_days",
    "contacts_per_case",
    "faces_per_month",
)
BATCH = 5
LEAST_REPLICATIONS = 5
MOST_REPLICATIONS = 30
RELATIVE = 0.05
FLOOR = 0.01
FLOOR_OF_SHARE = 0.005

Sample = Sequence[float | None]
"""Values of one measure, one for each replication; `None` where it does not apply."""


def is_enough(first: Mapping[str, Sample], second: Mapping[str, Sample]) -> bool:
    """Tell whether the measures watched are known well enough.

    Parameters
    ----------
    first, second
        The replications so far of either design, by measure.
    """
    return all(_is_known(name, first[name], second[name]) for name in WATCHED)


def _is_known(name: str, first: Sample, second: Sample) -> bool:
    difference = subtract(first, second)
    if None in difference:
        return True
    intervals = [build_interval([v for v in s if v is not None]) for s in (first, second)]
    larger = max(abs(interval.mean) for interval in intervals)
    floor = FLOOR_OF_SHARE if MEASURES[name].unit is Unit.SHARE else FLOOR * larger
    intervals.append(build_interval([v for v in difference if v is not None]))
    return all(i.half_width <= max(RELATIVE * abs(i.mean), floor) for i in intervals)
