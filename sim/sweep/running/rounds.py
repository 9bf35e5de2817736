"""When there are enough replications: in rounds, each of the points that are not yet known well.

A round is run to its end before the next is decided on, and what a point gets hangs on its own rows
alone. So the same points get the same replications, whoever makes them, and however often it is
stopped or what failed is made again. Whoever stops as soon as an interval is narrow finds it too
narrow: by how much is told in `docs/sweeps.md`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from sim.sweep.folder.known import Known
from sim.sweep.folder.stages import Stage
from sim.sweep.plan import Until


def plan_round(until: Until, stages: Sequence[Stage], known: Iterable[Known]) -> list[Stage]:
    """Return the stages of the next round; none if every point is known well enough.

    Parameters
    ----------
    until
        The rule: a point that is not known has as many replications again, up to the most.
    stages
        Those so far, all finished; the first of each part holds all its points.
    known
        What is known at each point. One at which a run has no value is left as it is.
    """
    of_part = {stage.first_point: stage for stage in reversed(stages)}
    wanting = defaultdict[tuple[int, int], list[int]](list)
    for one in known:
        if one.replications < until.most and _wants_more(until, one.values):
            wanting[one.first_point, one.replications].append(one.point)
    return [
        of_part[first_point]._replace(
            points=tuple(points), first=done, replications=min(done, until.most - done)
        )
        for (first_point, done), points in sorted(wanting.items())
    ]


def _wants_more(until: Until, of_designs: Mapping[str, Sequence[float]]) -> bool:
    measured = [values for values in of_designs.values() if np.isfinite(values).all()]
    return any(len(values) and not until.is_known(values) for values in measured)
