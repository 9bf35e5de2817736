"""Results of several analyses as one tidy table, for a file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.analysis.sensitivity.result import SensitivityResult

if TYPE_CHECKING:
    import pandas as pd

NUMBERS = ("low", "high", "best")
"""Columns that several analyses have, as numbers of different kinds."""


def join_frames(results: Sequence[SensitivityResult]) -> "pd.DataFrame":
    """Return the rows of all results, with what each is about; nothing where it has no such column.

    The first columns are `analysis`, `service`, `outcome`, `of` (a design, or two with a minus
    between) and `method`; those that follow are of the analyses.
    """
    import pandas as pd  # slow to import

    frames = [_describe(result) for result in results]
    joined = pd.concat([frame.dropna(axis=1, how="all") for frame in frames], ignore_index=True)
    numbers = [name for name in NUMBERS if name in joined]
    return joined.astype(dict.fromkeys(numbers, "float64"))


def _describe(result: SensitivityResult) -> "pd.DataFrame":
    about, frame = result.about, result.to_frame()
    of = " - ".join(about.designs[::-1])
    columns = (result.ANALYSIS, about.service, about.outcome, of, about.method)
    names = ("analysis", "service", "outcome", "of", "method")
    for place, (name, value) in enumerate(zip(names, columns, strict=True)):
        frame.insert(place, name if name not in frame else f"sweep_{name}", value)
    return frame
