"""Does it settle? One judgement for every run, which results carry and every surface tells.

A mean is worth telling of a service that is in a steady state: then it does not depend on how long
one looks. Four things speak against one. Cases that are still open when the log ends, for those who
got through are not the whole cohort. A trend between the two halves of the days, of the backlog or
of the work. And a start that has not worn off: warm-up found at its cap, or clients of whom too
many are still those with whom the run began.

A trend counts if its sign is sure at 95 %, over at least `FEW_REPLICATIONS`, and it is large enough
to matter. Of a service that is steady, a design is so told not to settle in at most 1 of 10
comparisons; in far fewer where noise moves its backlog by less than what matters.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from sim.experiment.intervals import FEW_REPLICATIONS, build_interval
from sim.experiment.samples import Sample
from sim.message import Message
from sim.results import Interval, Json, as_json

SIGNS = ("open_share", "backlog_trend", "work_trend")
"""The measures that tell whether a service settles."""
MOST_OPEN_SHARE = 0.01
"""Share of the cohort that may be open at the end: the mean of the others says little beyond."""
LEAST_BACKLOG_TREND, LEAST_WORK_TREND = 10.0, 5.0
"""In percent. Smaller ones matter to nobody; by Little's law a tenth of the backlog is a tenth of
the time."""

STILL_OPEN = Message("more than 1% of its cases are still open at the end")
BACKLOG_GROWS = Message("its backlog grows for as long as one looks")
BACKLOG_SHRINKS = Message("its backlog is still shrinking")
WORK_GROWS = Message("its work grows for as long as one looks")
WORK_SHRINKS = Message("its work is still shrinking")
NOT_WARM = Message("the run is too short for its start to wear off")


class Settling(NamedTuple):
    """Whether a design settles, and by what one sees it."""

    open_share: float | None
    """Share of the cohort's cases still open at the end; `None` where there are no cases."""
    backlog_trend: Interval | None
    work_trend: Interval | None
    """Change between the halves of the days, in percent of their mean, with an interval; `None`
    where it does not apply, or of so few replications that chance would look like one."""
    is_warm: bool
    """Whether the start has worn off when the cohort begins."""
    reasons: tuple[str, ...]
    """Why it does not settle; none if it does."""

    @property
    def settles(self) -> bool:
        """Whether its figures do not depend on how long one looks."""
        return not self.reasons

    def to_dict(self) -> Json:
        """Return it as JSON has it."""
        return {"settles": self.settles, **as_json(self._asdict())}


GREW = Settling(None, None, None, is_warm=True, reasons=(BACKLOG_GROWS,))
"""Of what grows so large that it cannot be simulated to its end: whoever waits calls again."""


def judge_settling(samples: Mapping[str, Sample], place: int, *, is_warm: bool) -> Settling:
    """Judge whether a cell settles, by the measures of `SIGNS` over its replications."""
    open_values = samples["open_share"].known(place)
    backlog, work = (_find_trend(samples[name], place) for name in SIGNS[1:])
    found = Settling(
        open_share=float(np.mean(open_values)) if open_values else None,
        backlog_trend=backlog,
        work_trend=work,
        is_warm=is_warm,
        reasons=(),
    )
    return found._replace(reasons=_find_reasons(found))


def _find_trend(sample: Sample, place: int) -> Interval | None:
    values = sample.known(place)
    return build_interval(values) if len(values) >= FEW_REPLICATIONS else None


def _find_reasons(found: Settling) -> tuple[str, ...]:
    """List why it does not settle; what follows from another reason is left out."""
    reasons = [STILL_OPEN] if (found.open_share or 0) > MOST_OPEN_SHARE else []
    backlog = _direction(found.backlog_trend, LEAST_BACKLOG_TREND)
    work = _direction(found.work_trend, LEAST_WORK_TREND)
    if backlog:
        reasons.append(BACKLOG_GROWS if backlog > 0 else BACKLOG_SHRINKS)
    elif work:
        reasons.append(WORK_GROWS if work > 0 else WORK_SHRINKS)
    return tuple(reasons or ([] if found.is_warm else [NOT_WARM]))


def _direction(trend: Interval | None, least: float) -> int:
    """Return the sign of a trend that is sure and large enough to matter; otherwise 0."""
    return trend.sure_sign if trend and abs(trend.mean) > least else 0
