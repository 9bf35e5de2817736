"""Where figures of different units stand on one scale: that of what is tolerated."""

from typing import NamedTuple

from sim.analysis.evidence.claims import EvidenceRow


class OnScale(NamedTuple):
    """A figure on the scale on which -1 and 1 are the ends of what is tolerated."""

    reported: float
    simulated: float
    low: float
    high: float
    """The ends of the interval of what is simulated."""


def place_on_scale(row: EvidenceRow) -> OnScale | None:
    """Place a judged figure on the scale; `None` where nothing was simulated of it."""
    if row.simulated is None or row.tolerance is None or row.reported is None:
        return None
    least, most = row.tolerance
    middle, half = (least + most) / 2, (most - least) / 2
    figures = (row.reported, *row.simulated)
    return OnScale(*((figure - middle) / half for figure in figures))
