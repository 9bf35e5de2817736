"""Rows that say when a step starts, and rows that say when it is complete, put together."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

STARTS = frozenset(("start", "started", "begin", "resume", "påbörjad", "påbegyndt"))
COMPLETES = frozenset(
    (
        "complete",
        "completed",
        "end",
        "ended",
        "done",
        "finish",
        "finished",
        "autoskip",
        "manualskip",
    )
)
COMPLETES |= frozenset(("klar", "avslutad", "slutförd", "afsluttet", "udført", "færdig"))
"""Words of XES (IEEE 1849), and some of case systems. All others tell of something else: that a
step is assigned, scheduled or laid aside."""


def find_completes(words: "pd.Series[str]") -> NDArray[np.bool_]:
    """Tell of each row whether a step is complete there; one that says nothing is."""
    known = words.str.strip().str.lower()
    return (known.isin(COMPLETES) | (known == "")).to_numpy(dtype=bool)


def find_starts(words: "pd.Series[str]") -> NDArray[np.bool_]:
    """Tell of each row whether a step starts there."""
    return words.str.strip().str.lower().isin(STARTS).to_numpy(dtype=bool)


def pair(
    step: NDArray[np.int64],
    time_us: NDArray[np.int64],
    starts: NDArray[np.bool_],
    completes: NDArray[np.bool_],
    unknown: int,
) -> NDArray[np.int64]:
    """Return when each step started that is complete in a row.

    The first start of an activity of a case belongs to its first completion, the second to the
    second, where that is not before it.

    Parameters
    ----------
    step
        What rows belong together by, such as case and activity as one number. Shape (rows,).
    time_us
        When. Shape (rows,).
    starts, completes
        What each row tells. Shape (rows,).
    unknown
        What stands where no start is told.
    """
    found = np.full(len(step), unknown, np.int64)
    order = np.lexsort((completes, time_us, step))
    first, last = order[starts[order]], order[completes[order]]
    places = {key: row for key, row in zip(_number(step[first]), first.tolist(), strict=True)}
    for key, row in zip(_number(step[last]), last.tolist(), strict=True):
        begun = places.get(key)
        if begun is not None and time_us[begun] <= time_us[row]:
            found[row] = time_us[begun]
    return found


def _number(steps: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Return of sorted rows which step each is of, and the how-manieth of it, from 0."""
    begins = np.r_[True, steps[1:] != steps[:-1]] if len(steps) else np.zeros(0, bool)
    at = np.flatnonzero(begins)
    nth = np.arange(len(steps)) - np.repeat(at, np.diff(np.r_[at, len(steps)]))
    return list(zip(steps.tolist(), nth.tolist(), strict=True))
