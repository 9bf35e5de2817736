"""What is kept of the design that is mended without a new division of the work."""

from typing import NamedTuple

from sim.analysis.comparison import Compared, Comparison
from sim.results import Interval

MENDED = "mended"
"""What a file calls this design."""
COST, HOURS = "cost_per_citizen_helped", "staff_hours_per_year"
TIME, FAILURE = "end_to_end_days", "failure_demand_share"
OF_MENDED = (COST, HOURS, TIME, FAILURE)
"""The measures that are kept of it."""


class Mended(NamedTuple):
    """How far a service gets divided as before, but as diligent in all else as the second."""

    fingerprint: str
    """What the model yields of this design, see `sim.analysis.robustness.fingerprint`."""
    settles: bool
    """Whether it settles; if not, it has no means here."""
    measures: dict[str, Compared]
    """Those of `OF_MENDED`, in the first design and in this one."""
    second: dict[str, Interval | None]
    """The same in the second design; `None` where that does not settle."""


def build_mended(fingerprint: str, mended: Comparison, comparison: Comparison) -> Mended:
    """Gather what is to be kept of the mended design.

    Parameters
    ----------
    fingerprint
        What the model yields of the mended design.
    mended
        The first design beside the mended one.
    comparison
        The first design beside the second, run alike.
    """
    told, other = mended.tell(), comparison.tell()
    return Mended(
        fingerprint=fingerprint,
        settles=mended.settling[1].settles,
        measures={name: told[name]._replace(reason=None) for name in OF_MENDED},
        second={name: other[name].second for name in OF_MENDED},
    )
